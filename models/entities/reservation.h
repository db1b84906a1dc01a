// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/reason.h"
#include "models/entities/ids.h"

#include <QList>
#include <QString>

namespace reserve {

// What the room answered (design section 2, "Statuses"). Accepted, Tentative and Pending hold the slot.
enum class ReservationStatus { Accepted, Tentative, Pending, Declined, Cancelled };

enum class ReservationOrigin { Mail, Console, Exchange };

// What Exchange knows of it. OnlyHere is not meant for Exchange; the rest is the way of what waits in the outbox.
// AnsweredByMail: the organizer has the answer by mail, while nothing was written into the room's calendar in Exchange.
enum class ExchangeState { OnlyHere, Queued, InExchange, AnsweredByMail, Failed };

bool holdsSlot(ReservationStatus status);
bool awaitsApprover(ReservationStatus status);

struct Attendee
{
    QString address;
    QString name;
    QString role;          // iCalendar ROLE as sent
    QString participation; // iCalendar PARTSTAT as sent

    friend bool operator==(const Attendee&, const Attendee&) = default;
};

// R-MEETING: what makes two messages speak of the same meeting in the same space.
struct MeetingKey
{
    QString organizerKey; // addressKey() of ORGANIZER
    QString uid;
    QString recurrenceId; // ISO 8601 UTC instant or date of the occurrence; empty for the whole meeting
    SpaceId spaceId;

    friend bool operator==(const MeetingKey&, const MeetingKey&) = default;
};

// R-MEETING: which of two messages about one meeting is newer.
struct MeetingVersion
{
    int sequence = 0;
    Instant stamp;        // DTSTAMP
    bool cancels = false; // CANCEL over REQUEST
    QByteArray contentHash;

    friend auto operator<=>(const MeetingVersion& a, const MeetingVersion& b)
    {
        if (const auto order = a.sequence <=> b.sequence; order != 0)
            return order;
        if (const auto order = a.stamp <=> b.stamp; order != 0)
            return order;
        if (const auto order = a.cancels <=> b.cancels; order != 0)
            return order;
        return a.contentHash.compare(b.contentHash) <=> 0;
    }
    friend bool operator==(const MeetingVersion& a, const MeetingVersion& b) { return (a <=> b) == 0; }
};

// One occurrence of one meeting in one space. Rows that do not hold the slot stay as the record of what was answered.
struct Reservation
{
    ReservationId id;
    SeriesId seriesId; // none for a single meeting
    SpaceId spaceId;
    PersonId personId; // in whose calendar it stands (R-CALENDAR)
    QString organizer; // address as sent
    QString uid;
    QString recurrenceId;
    MeetingVersion version;
    // The version is of a message, or a part of one, about this occurrence alone: a newer one of the whole series with
    // the same SEQUENCE does not touch it.
    bool byItself = false;
    // How that message named the occurrence (ItipRecurrenceId::name()); empty where it named none. Which of the series'
    // dates it means, and so `recurrenceId`, is found anew when the series changes.
    QString namedAs;
    // Only a note of what a message said of a meeting that was over when it came, and of which nothing else is known
    // here: an older message about it comes too late. Holds nothing, and no list shows it.
    bool isNote = false;
    QString requesterEmail;
    QString sentBy; // SENT-BY of ORGANIZER, where given
    QString subject;
    TimeRange time;
    bool allDay = false;
    bool isPrivate = false;
    QByteArray timeZone; // IANA id of the organizer's zone where known, for showing only
    int setupMinutes = 0;
    int clearupMinutes = 0;
    ReservationStatus status = ReservationStatus::Accepted;
    bool exclusive = true; // R-NO-DOUBLE: holds the space alone
    Reason reason;         // why the status is what it is
    ReservationOrigin origin = ReservationOrigin::Mail;
    ExchangeState exchangeState = ExchangeState::Queued;
    Reason exchangeReason; // last failure, where there is one
    QString roomAddress;   // the room's ATTENDEE address exactly as written; empty when it was not listed
    bool roomListed = false;
    int seats = 1;   // how many people come, the organizer included
    TraceId traceId; // the message that decided it
    Instant createdAt;
    Instant changedAt;
    QList<Attendee> attendees; // filled only where asked for

    MeetingKey key() const;
    // The time that nobody else may have: with set-up and clear-up.
    TimeRange heldTime() const;

    friend bool operator==(const Reservation&, const Reservation&) = default;
};

} // namespace reserve
