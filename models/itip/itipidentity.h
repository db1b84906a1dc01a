// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/itip/itipmessage.h"

#include <QStringList>

#include <optional>

namespace reserve {

// What must be known of a calendar before 250 is said: who asks, about which meeting, and with which method.
// Read by a scan of its own in microseconds, without zones and without libical; callable from any thread.
struct ItipIdentity
{
    ItipMethod method = ItipMethod::None;
    QStringList uids;  // as calendarUid() reads them, each once, at most 16
    QString organizer; // of the first event that names one; without "mailto:"
    QString organizerName;
    QString sentBy;
    QString summary;        // of the first event that has one, in one line, cut to what a list can show
    bool isPrivate = false; // CLASS of any event: not for everybody's eyes (RFC 5545 3.8.1.3)
    int sequence = 0;       // of the first event
    bool recurring = false;
    int eventCount = 0;

    friend bool operator==(const ItipIdentity&, const ItipIdentity&) = default;
};

// Nothing when the text holds no VCALENDAR. A calendar without events has eventCount 0.
std::optional<ItipIdentity> identify(QByteArrayView calendarText);

} // namespace reserve
