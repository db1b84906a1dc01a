// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/itip/itipreader.h"

#include <QHash>
#include <QList>

namespace reserve {

// A date property as sent, taken apart so far that its TZID no longer matters to a parser.
struct ScannedTime
{
    QByteArray zone; // unquoted, unescaped
    QByteArray value;

    bool isPresent() const { return !value.isEmpty(); }
    bool isDate() const { return value.size() == 8; }
};

// The values of one RDATE or EXDATE line.
struct ScannedDates
{
    QByteArray zone; // unquoted, unescaped
    QByteArray values;
};

// One VEVENT before libical sees it: the lines that must stay byte for byte, and a VEVENT of the few lines
// that are to be parsed, mended and cut to size.
struct ScannedEvent
{
    QByteArray uid;
    QByteArray organizer;
    QByteArrayList attendees; // lines
    bool attendeesDropped = false;
    ScannedTime start;
    ScannedTime end;
    ScannedTime recurrenceId;
    bool thisAndFuture = false;
    bool hasStamp = false;
    bool hasDuration = false;
    QByteArray rule;                // of the first RRULE
    bool hasFurtherRules = false;   // more RRULEs, or an EXRULE
    QList<ScannedDates> dates;      // RDATE
    QList<ScannedDates> exceptions; // EXDATE
    bool allDayWanted = false;      // X-MICROSOFT-CDO-ALLDAYEVENT
    bool responseRequested = true;
    int exchangeSequence = -1;
    QByteArray busyStatus;     // X-MICROSOFT-CDO-BUSYSTATUS
    QByteArray intendedStatus; // X-MICROSOFT-CDO-INTENDEDSTATUS
    QByteArray text;
    QByteArray contentHash;
};

// A calendar taken apart by our own scan: the sizes and counts of ItipLimits hold from here on.
struct CalendarScan
{
    QByteArray method;
    QByteArray productId;
    QList<ScannedEvent> events;
    QHash<QByteArray, QByteArray> timezones; // TZID, unescaped, to its VTIMEZONE, unfolded
    QList<Reason> problems;
};

Result<CalendarScan> scanCalendar(QByteArrayView text, const ItipLimits& limits);

} // namespace reserve
