// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/bookingpolicy.h"
#include "models/entities/reservation.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace reserve {

// One event of one message as it concerns one space: what the decision needs, free of calendar syntax.
struct MeetingRequest
{
    MeetingKey key;
    QString namedAs;        // Reservation::namedAs
    MeetingVersion version; // version.cancels: a CANCEL
    QString organizer;      // address as sent
    QString organizerName;
    QString sentBy;
    QString subject;
    std::optional<TimeRange> time; // none when `obstacle` says why
    bool allDay = false;
    bool isPrivate = false;
    QByteArray timeZone;
    Reason obstacle; // itip.* reason why it cannot be decided
    bool roomListed = false;
    QString roomAddress; // as written in its ATTENDEE line
    bool answerWanted = true;
    int seats = 1; // how many people come: the organizer and whoever is invited, no rooms
    QList<Attendee> attendees;
    ContentPolicy content; // what of it the space's calendar keeps
};

} // namespace reserve
