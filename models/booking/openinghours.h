// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/entities/space.h"

#include <QByteArray>
#include <QList>

namespace reserve {

// The times within `range` at which a space is open, earliest first. Wall time of `zone` (IANA; the space's own, else
// reserve.time-zone); days of 23 and 25 hours come out right. An unknown zone gives nothing.
// Each day of `range` costs: who takes the range from a message bounds it first.
QList<TimeRange> openingTimes(const WorkingHours& hours, const QByteArray& zone, TimeRange range);

// No opening time is longer: one day, with room for clocks that are set back.
inline constexpr Milliseconds longestOpening = std::chrono::days(2);

// Open day and night, all week.
bool neverCloses(const WorkingHours& hours);

} // namespace reserve
