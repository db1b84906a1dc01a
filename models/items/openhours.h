// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/entities/closure.h"
#include "models/entities/reservation.h"
#include "models/entities/space.h"

#include <QDate>
#include <QList>
#include <QTimeZone>

#include <optional>

namespace reserve {

// When a space is open on a date of its own zone; nothing on a closed day. A night reaches into the next date.
std::optional<TimeRange> openTime(const WorkingHours& hours, QDate date, const QTimeZone& zone);

// Every stretch inside `range` in which the space is open, by start; closures are not taken away.
QList<TimeRange> openTimes(const WorkingHours& hours, TimeRange range, const QTimeZone& zone);

// Whether a closure concerns a space: by its id, by its building, or everywhere.
bool concerns(const Closure& closure, const Space& space);

// Sorted, without overlaps.
QList<TimeRange> merged(QList<TimeRange> ranges);

// Booked share of the open hours, 0 to 100 and more than 100 never: held time inside them, counted once where bookings
// overlap. Nothing when the space is not open at all.
std::optional<int> bookedPercent(const QList<TimeRange>& open, const QList<TimeRange>& held);

} // namespace reserve
