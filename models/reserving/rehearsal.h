// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/announcement.h"
#include "models/entities/outbox.h"
#include "models/entities/space.h"
#include "models/entities/trace.h"
#include "models/itip/itipreader.h"
#include "models/mail/contentscan.h"
#include "models/reserving/preparedmessage.h"
#include "models/store/unit.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace reserve {

// A message as it would arrive: with this envelope.
struct RehearsedMessage
{
    QString sender; // reverse-path; empty when null
    QStringList recipients;
    PreparedMessage prepared;
    qint64 size = 0;
    // Of its octets, where it has yet to pass the session; none for what passed it once.
    std::optional<ContentScan> scan = std::nullopt;
};

// What would become of it for one recipient.
struct RehearsedDecision
{
    Trace trace; // as it would be stored; its ids mean nothing
    std::optional<Space> space;
    QList<Reservation> reservations; // that would stand as this message left them, by start
    QList<OutboxEntry> told;         // what would be told, with payload, in order
};

// Takes the message in and decides it by the very calls that the live agent makes, RCPT, DATA, gate and decision,
// with what is set up and booked now. Meant for Store::rehearse(): it writes, and relies on being taken back.
// Mail is neither kept nor spooled. Errors: those of the store.
Result<QList<RehearsedDecision>> rehearse(WriteUnit& unit, const ItipReader& reader, const RehearsedMessage& message);

} // namespace reserve
