// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/reason.h"
#include "models/entities/ids.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace reserve {

// What kind of mail a message is, before any rule looks at it.
enum class MessageKind {
    MeetingRequest,
    MeetingCancel,
    MeetingOther,
    Bounce,
    Receipt,
    AutoReply,
    OwnMail,
    Unreadable,
    Plain
};

// One message as it was taken: its bytes and what reading found. One row a message, whatever its number of recipients.
struct InboxMessage
{
    InboxId id;
    Instant receivedAt;
    QString sender; // reverse-path; empty when null
    QString peer;   // "192.0.2.7:50123"
    QString helloName;
    QString messageId; // of the header, without brackets
    QString from;      // header From, plain address
    QString requester; // ORGANIZER, else From (R-MATCH)
    QString subject;
    QByteArray method; // iTIP method in capitals; empty when there is none
    QString uid;
    MessageKind kind = MessageKind::Plain;
    qint64 size = 0;   // bytes, the added Received line included
    QString spoolFile; // file name inside the spool folder when the message is larger than 256 KB
    QByteArray raw;    // bytes as stored, the added Received line first; empty when spooled or dropped by retention

    friend bool operator==(const InboxMessage&, const InboxMessage&) = default;
};

// What let a message in.
enum class GateMatch { None, Person, DefaultUser, NewContact, StandingMeeting };

// What R-GATE found for one recipient, stored with the message and binding for its decision.
struct GateFinding
{
    GateMatch match = GateMatch::None;
    PersonId personId; // of Person, DefaultUser and StandingMeeting
    Reason reason;

    // The UIDs among those of the message of which a reservation of its organizer stood in the recipient's space; only
    // asked for where nobody is matched. They keep their persons.
    void setStanding(const QStringList& uids);
    bool isStanding(const QString& uid) const;
    // Whether a meeting came in: with StandingMeeting only those that stood.
    bool admits(const QString& uid) const { return match != GateMatch::StandingMeeting || isStanding(uid); }

    friend bool operator==(const GateFinding&, const GateFinding&) = default;
};

} // namespace reserve
