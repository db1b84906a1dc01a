// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/consolemeeting.h"
#include "models/entities/person.h"
#include "models/entities/reservation.h"
#include "models/entities/space.h"
#include "models/itip/itipmessage.h"

namespace reserve {

// What is asked of a meeting that was made in the console, or of one date of it.
struct ConsoleEvent
{
    ConsoleMeeting meeting; // its time: that of the date, where one is named
    QString recurrenceId;   // of one date, as in MeetingKey; empty: the whole
    ItipMethod method = ItipMethod::Request;
    int sequence = 0;
    Instant stamp;
    QList<Reservation> dates = {}; // of a series asked for as a whole: otherwise than it says, or left out
};

// The event as an iTIP message to the space, so that a meeting made here is read, expanded and decided by the
// very code that decides a mail; each of its dates as an event of its own, CANCELLED where it holds nothing. All-day
// dates are those of `spaceZone` (IANA; empty: UTC).
QByteArray calendarText(const ConsoleEvent& event, const Person& person, const Space& space,
                        const QByteArray& spaceZone);

// RRULE and EXDATE lines, CRLF between (CalendarOrder::recurrence); empty for what happens once. `without`:
// further dates that are left out.
QByteArray recurrenceLines(const ConsoleMeeting& meeting, const QList<QDate>& without = {});

// The dates of an all-day meeting in a zone, the end exclusive.
struct DayRange
{
    QDate from;
    QDate to;
};
DayRange daysOf(TimeRange time, const QByteArray& zone);

// On which date of the meeting's own zone an occurrence was to begin; invalid where the key is none.
QDate dateOf(const QString& recurrenceId, const QByteArray& zone);

} // namespace reserve
