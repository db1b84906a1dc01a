// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/itip/itipmessage.h"

namespace reserve {

class MessageZones;

// One occurrence of a series as its rule says, before overrides.
struct Occurrence
{
    QString key; // what the RECURRENCE-ID of a message about it comes to (ItipRecurrenceId::key)
    TimeRange time;
    QDate day; // of its start on the series' own wall

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

// Occurrences keep their wall time across changes of the offset (RFC 5545 3.8.5.3; Exchange likewise), and where DTEND
// is in DTSTART's zone their end does. Errors: the obstacle of the event, itip.default-zone-missing,
// itip.too-many-occurrences (limit).
Result<Expansion> expand(const ItipEvent& series, MessageZones& zones, const QByteArray& defaultZone, TimeRange window);

} // namespace reserve
