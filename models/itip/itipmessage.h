// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/reason.h"
#include "models/itip/itipduration.h"
#include "models/itip/itiptime.h"
#include "models/itip/recurrencerule.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace reserve {

// What an iTIP message (RFC 5546) says, as values: no zone, no calendar library behind them.

// None: the calendar names no method. Unknown: it names one that iTIP does not have.
enum class ItipMethod { None, Publish, Request, Reply, Add, Cancel, Refresh, Counter, DeclineCounter, Unknown };

// In capitals; empty for None and Unknown.
QByteArray methodName(ItipMethod method);
ItipMethod methodFromName(QByteArrayView name);

// ORGANIZER or ATTENDEE. `line` is the whole property, unfolded, in UTF-8: what R-ANSWER repeats.
struct CalendarAddress
{
    QString address; // as written, without "mailto:"
    QString name;    // CN
    QString sentBy;  // SENT-BY, without "mailto:"
    QByteArray line;

    friend bool operator==(const CalendarAddress&, const CalendarAddress&) = default;
};

struct ItipAttendee : CalendarAddress
{
    QString role; // ROLE, PARTSTAT and CUTYPE as sent; empty where absent
    QString participation;
    QString kind;
    std::optional<bool> responseWanted; // RSVP

    friend bool operator==(const ItipAttendee&, const ItipAttendee&) = default;
};

// One date of a series with a length of its own (RDATE;VALUE=PERIOD, RFC 5545 3.3.9). Its end is in the zone of its
// start.
struct ItipPeriod
{
    ItipTime start;
    ItipTime end; // absent where there is a duration
    std::optional<ItipDuration> duration;

    friend bool operator==(const ItipPeriod&, const ItipPeriod&) = default;
};

// How an event repeats, as sent (RFC 5545 3.8.5). Either the rule or the dates may be missing.
struct ItipRecurrence
{
    std::optional<RecurrenceRule> rule;
    QList<ItipTime> dates;      // RDATE
    QList<ItipPeriod> periods;  // RDATE;VALUE=PERIOD: goes before a date at the same time
    QList<ItipTime> exceptions; // EXDATE; a Date takes away all occurrences of that day

    friend bool operator==(const ItipRecurrence&, const ItipRecurrence&) = default;
};

// The VTIMEZONEs of one message by TZID, unescaped; each unfolded.
using Timezones = QHash<QByteArray, QByteArray>;

enum class BusyKind { Free, Tentative, Busy, OutOfOffice, WorkingElsewhere };
enum class PrivacyKind { Public, Private, Confidential };

// RECURRENCE-ID. `key` is what MeetingKey::recurrenceId holds: "2026-11-18T09:30:00Z" or "2026-11-18"; a
// floating one is written without Z.
struct ItipRecurrenceId
{
    QString key;
    ItipTime sent;
    std::optional<Instant> instant; // none for dates and floating times
    bool thisAndFuture = false;

    // All that was said, for recurrenceIdFromName(): the key, and in a zone of its own the wall time before it, as
    // "2026-11-27T00:00:00/2026-11-26T15:00:00Z".
    QString name() const;

    friend bool operator==(const ItipRecurrenceId&, const ItipRecurrenceId&) = default;
};

struct ItipEvent
{
    QString uid;      // verbatim: neither unescaped nor changed in case
    int sequence = 0; // X-MICROSOFT-CDO-APPT-SEQUENCE, else SEQUENCE (MS-OXCICAL 2.1.3.1.1.20.22)
    Instant stamp;    // DTSTAMP
    std::optional<ItipRecurrenceId> recurrenceId;
    std::optional<ItipRecurrence> recurrence; // of a series; its overrides are events with a recurrenceId

    ItipTime start;
    ItipTime end;                         // DTEND
    std::optional<ItipDuration> duration; // where there is no DTEND
    // Resolved. Absent when `obstacle` says why, or when a method that may leave the times out did so
    // (CANCEL, REPLY, REFRESH, DECLINECOUNTER). start == end is possible: a meeting of no length.
    std::optional<TimeRange> range;
    bool needsTimes = true;
    bool allDay = false;
    // IANA id of the zone that start is meant in where it is known; empty for rules of the message's own.
    QByteArray zoneId;

    CalendarAddress organizer;
    QList<ItipAttendee> attendees;
    // Whoever is not among them may have been invited all the same: winmail.dat leaves the list to the head of the
    // mail, where blind copies, as which Outlook invites resources, do not stand.
    bool mayOmitAttendees = false;

    QString summary;
    QString location;
    QString description; // at most ItipLimits::descriptionLength characters
    QByteArray status;   // STATUS in capitals
    BusyKind busy = BusyKind::Busy;
    PrivacyKind privacy = PrivacyKind::Public;
    bool responseRequested = true; // X-MICROSOFT-ISRESPONSEREQUESTED

    // Of what the sender wrote about this event, the order of its lines included: the last tie-break of
    // R-MEETING.
    QByteArray contentHash;

    // Why the event cannot be decided; empty when it can.
    Reason obstacle;
    // What was mended or is worth knowing; the event can be decided all the same.
    QList<Reason> problems;

    bool isSeries() const { return recurrence.has_value() && !recurrenceId; }
    bool needsSpaceZone() const { return start.needsSpaceZone(); }
    // The attendee with this address, without regard to case; null when the address is not listed.
    const ItipAttendee* attendee(QStringView address) const;

    friend bool operator==(const ItipEvent&, const ItipEvent&) = default;
};

// The other way round: from the key of a stored occurrence. Nothing for text that is no key.
std::optional<ItipRecurrenceId> recurrenceIdFromKey(const QString& key);
// From what name() gave; its range, and the name of its zone, are not kept.
std::optional<ItipRecurrenceId> recurrenceIdFromName(const QString& name);

struct ItipMessage
{
    ItipMethod method = ItipMethod::None;
    QString methodText; // as sent
    QString productId;
    QList<ItipEvent> events;
    Timezones timezones;
    QList<Reason> problems;

    friend bool operator==(const ItipMessage&, const ItipMessage&) = default;
};

} // namespace reserve
