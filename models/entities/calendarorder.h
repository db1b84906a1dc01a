// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace reserve {

enum class CalendarAction { Create, Update, Cancel };

// What the calendar of a room in Exchange is to hold of a reservation that was made here: a row of the outbox of kind
// CalendarOrder. It becomes an item, with the room as organizer, only when it is delivered.
struct CalendarOrder
{
    CalendarAction action = CalendarAction::Create;
    // The same for every order about one reservation or series: a repeat finds by it what is there already.
    QByteArray mark;
    QString mailbox;      // of the room
    QString recurrenceId; // of one date of a series, as in MeetingKey; empty: the whole
    QString subject;
    QString body; // plain text
    QString location;
    TimeRange time;
    bool allDay = false;
    bool isPrivate = false;
    QByteArray timeZone;   // IANA id in which a series keeps its wall time
    QByteArray recurrence; // RRULE, RDATE and EXDATE lines (RFC 5545 3.8.5), unfolded, CRLF between; empty: once
    QStringList invited;   // addresses that get the room's invitation; empty: nobody
    QString comment;       // of a cancellation

    friend bool operator==(const CalendarOrder&, const CalendarOrder&) = default;
};

// As stored in OutboxEntry::payload. Reading text that is no order gives nothing.
QByteArray toJson(const CalendarOrder& order);
std::optional<CalendarOrder> calendarOrderFromJson(const QByteArray& json);

} // namespace reserve
