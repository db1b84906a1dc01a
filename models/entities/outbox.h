// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/reason.h"
#include "models/entities/earlierattempt.h"
#include "models/entities/ids.h"

#include <QByteArray>
#include <QString>

namespace reserve {

// What must still be told. Answer is the room's REPLY to the organizer, Confirmation the mail to the requester (and
// SENT-BY), Notice the digest to notices.to, ApprovalRequest the mail that asks a space's approvers, Refresh the one
// that asks an organizer for a meeting that is not known here, CalendarOrder what a room's calendar in Exchange is to
// hold.
enum class OutboxKind { Answer, Confirmation, Notice, ApprovalRequest, Refresh, CalendarOrder };

// Waiting until nextAttempt; Delivering while an agent holds it; Done; Failed for good (visible, holds back only later
// work on the same meeting); Given up by a person, or because a newer decision made it superfluous, with a reason;
// Bounced by the recipient's server.
enum class OutboxState { Waiting, Delivering, Done, Failed, GivenUp, Bounced };

struct OutboxEntry
{
    OutboxId id;
    OutboxKind kind = OutboxKind::Answer;
    OutboxState state = OutboxState::Waiting;
    // Order is kept inside one lane (R-RETRY: per meeting and room).
    QString lane;
    ReservationId reservationId;
    SpaceId spaceId;
    TraceId traceId;
    QString recipient; // To; the copy recipients follow after commas
    QString envelopeSender;
    QString messageId; // of the mail to come, without brackets: a bounce finds its row by it
    // An Announcement (Answer, Confirmation, Refresh), a digest (Notice), an ApprovalRequest or a CalendarOrder, as
    // JSON.
    QByteArray payload;
    int attempts = 0;
    // Of these how many found the room's mailbox without what they are about, or changed under them;
    // looksThatSayByMail: the last was in vain too.
    int looks = 0;
    EarlierAttempt earlier = EarlierAttempt::None; // what the attempts so far may have done
    Instant createdAt;
    Instant nextAttempt;
    Reason lastFailure; // why the last attempt failed or a person gave up
    QString remoteText; // what the other server said, as text
    Instant doneAt;
    // In lists alone: the entry of its lane that goes before this one, and whether that has failed for good.
    OutboxId behind;
    bool isBehindFailed = false;

    friend bool operator==(const OutboxEntry&, const OutboxEntry&) = default;
};

// An answer with so many looks goes as a mail in place of Exchange (R-ANSWER). The store knows the number
// too: another one takes a migration.
inline constexpr int looksThatSayByMail = 5;

// Why it is not told: what goes before it where that has failed or nothing else is known, else why the last attempt
// failed or a person gave up.
Reason reasonOf(const OutboxEntry& entry);

inline bool isInPlaceOfExchange(const OutboxEntry& entry)
{
    return entry.kind == OutboxKind::Answer && entry.looks >= looksThatSayByMail;
}

} // namespace reserve
