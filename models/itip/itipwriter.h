// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/itip/itipmessage.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace reserve {

// Writes iCalendar text: CRLF, lines folded at 75 octets and never inside a UTF-8 sequence, every value
// escaped, so that no value can begin a line of its own. Pure functions.

enum class Participation { Accepted, Tentative, Declined };
QByteArray participationName(Participation participation); // "ACCEPTED"

// The times of an event as its sender wrote them, where they cannot be understood here: whole lines, CRLF behind each.
struct SentTimes
{
    QByteArray
        lines; // RECURRENCE-ID, DTSTART, DTEND; without those that are no times at all, and no end without a start
    QByteArray zones; // the VTIMEZONEs that these name
};
SentTimes sentTimes(const ItipEvent& event, const Timezones& timezones);

// R-ANSWER: the REPLY of one room to one version of one event (RFC 5546 3.2.3).
struct ItipReply
{
    QString uid;
    int sequence = 0;
    Participation participation = Participation::Accepted;
    QByteArray organizerLine; // CalendarAddress::line of the request
    QByteArray attendeeLine;  // the room's; empty when the request does not list it
    QString mailbox;          // of the space; the ATTENDEE when attendeeLine is empty
    QString spaceName;        // CN beside mailbox
    std::optional<ItipRecurrenceId> recurrenceId;
    std::optional<TimeRange> range; // none where it could not be understood
    SentTimes sentTimes;            // written in place of it
    // The dates of an all-day event as sent: written instead of range when allDayFrom is valid; allDayTo is
    // exclusive.
    QDate allDayFrom;
    QDate allDayTo;
    QString summary;
    QString comment; // why, for a person
    Instant stamp;   // DTSTAMP: when it was decided
};

// Takes over everything that the answer repeats; participation, comment and stamp are the caller's.
// `roomAddress` is the address under which the event lists the room (R-SUBDOMAIN's recipient or the mailbox,
// whichever is an ATTENDEE).
ItipReply replyTo(const ItipEvent& event, const QString& roomAddress, const QString& mailbox);

QByteArray writeReply(const ItipReply& reply);

// REFRESH (RFC 5546 3.2.6): the attendee of the reply asks its organizer for the newest version of the meeting.
QByteArray writeRefresh(const ItipReply& reply);

// Whose answer it is: the address exactly as in attendeeLine, else mailbox. The mail's From (R-ANSWER).
QString replyingAddress(const ItipReply& reply);

// How the times of a written meeting name their zone. Windows is what Exchange writes: "W. Europe Standard
// Time" with a VTIMEZONE whose rules begin in 1601. A zone that one yearly pair of rules cannot describe is
// written in UTC.
enum class ZoneDialect { Utc, Iana, Windows };

struct WrittenAttendee
{
    QString address;
    QString name;
    bool isRoom = false;
    bool optional = false;
    QByteArray participation = QByteArrayLiteral("NEEDS-ACTION");
    bool responseWanted = true;
};

struct WrittenEvent
{
    QString uid;
    int sequence = 0;
    Instant stamp;
    Instant lastModified; // not written when at the epoch
    QString organizer;
    QString organizerName;
    QString sentBy;
    QList<WrittenAttendee> attendees;
    std::optional<ItipRecurrenceId> recurrenceId; // one date of a series
    // Of a whole series: RRULE, RDATE and EXDATE lines, unfolded, CRLF between. Other lines are left out.
    QByteArray recurrence;
    TimeRange range;
    QByteArray zone; // IANA id of the wall clock; empty: UTC
    // All-day: written as dates when allDayFrom is valid; allDayTo is exclusive.
    QDate allDayFrom;
    QDate allDayTo;
    QString summary;
    QString location;
    QString description;
    BusyKind busy = BusyKind::Busy;
    PrivacyKind privacy = PrivacyKind::Public;
    QByteArray status; // STATUS; empty: CONFIRMED, in a CANCEL CANCELLED
    bool responseRequested = true;
};

struct WrittenCalendar
{
    ItipMethod method = ItipMethod::Publish;
    ZoneDialect zones = ZoneDialect::Utc;
    bool exchangeProperties = false; // the X-MICROSOFT-CDO-… lines that Exchange adds
    QString name;                    // X-WR-CALNAME, for exports
    QList<WrittenEvent> events;
};

QByteArray writeCalendar(const WrittenCalendar& calendar);

} // namespace reserve
