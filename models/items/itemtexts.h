// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"

#include <QString>

namespace reserve {

// Times as a dense list shows them, in the zone and numerals of this machine.

// "10:47:12.4" on the day of `now`, "18.11. 10:47" (in the order of the locale) before; empty for the epoch.
QString listTime(Instant at, Instant now);
// Characters that such a time has at most, with its day.
int longestListTime();
// To the millisecond, for traces: "10:43:16.802".
QString traceTime(Instant at);
// What a screen reader says of the head of a sorted column.
QString sortedText(Qt::SortOrder order);

// "10:52" on the day of `now`, else with its day.
QString shortTime(Instant at, Instant now);
// When something begins, always with its day: "18/11/2026 10:52"; the day alone of what takes whole days.
QString beginText(const TimeRange& range, bool allDay);

// A subject as a list shows it: none is said, so that no line stands there without a name.
QString subjectText(const QString& subject);

} // namespace reserve
