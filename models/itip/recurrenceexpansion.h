// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/itip/itipmessage.h"

namespace reserve {

class ZoneResolver;

// One version of a part of a series: it holds from the date that its RECURRENCE-ID names (RANGE=THISANDFUTURE, RFC 5545
// 3.8.4.4) until the next such version. What it moves, it moves all dates by; with a rule of its own it takes the place
// of the series' rule.
struct SeriesStretch
{
    ItipEvent event;     // with times that are resolved
    Timezones timezones; // of its message
    bool happens = true; // false: there are no occurrences in it
};

// One occurrence of a series as its rule says, before overrides of single dates.
struct Occurrence
{
    QString key; // what the RECURRENCE-ID of a message about it comes to (ItipRecurrenceId::key)
    TimeRange time;
    QDate day;        // of its original start, on the series' own wall
    int stretch = -1; // which stretch it is of; -1: the series itself

    friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

struct Expansion
{
    QList<Occurrence> occurrences; // those that touch the window, by start
    bool continues = false;        // there are more behind the window
    bool endless = false;          // neither COUNT nor UNTIL
    QList<Reason> problems;        // itip.rule-steps: given up before the window's end
};

// More than a person can mean: a decade, every day.
constexpr int mostOccurrences = 20'000;

// What there is to expand. The event's times are resolved; `stretches` are in the order of their dates.
struct SeriesText
{
    const ItipEvent& event;
    const Timezones& timezones;
    QByteArray defaultZone; // of the space
    QList<SeriesStretch> stretches;
};

// Occurrences keep their wall time across changes of the offset (RFC 5545 3.8.5.3; Exchange likewise), and where DTEND
// is in DTSTART's zone their end does. Errors: the obstacle of the event, itip.default-zone-missing,
// itip.too-many-occurrences (limit).
Result<Expansion> expand(const SeriesText& series, const ZoneResolver& zones, TimeRange window);

// The keys of the occurrences that a RECURRENCE-ID means, in whatever zone or as a date it was sent; none when the
// series has no such date. A date means all occurrences of its day. Errors: as expand().
Result<QStringList> occurrencesMeant(const SeriesText& series, const ZoneResolver& zones, const ItipRecurrenceId& id);

// From which key on a RECURRENCE-ID with a range reaches. Errors: of the series' zone.
Result<QString> keyFrom(const SeriesText& series, const ZoneResolver& zones, const ItipRecurrenceId& id);

} // namespace reserve
