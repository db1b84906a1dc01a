// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/openhours.h"

#include "models/items/wallaxis.h"

#include <algorithm>

namespace reserve {

namespace {

Instant wallInstant(QDate date, int minute, const QTimeZone& zone)
{
    if (minute >= 24 * 60)
        return dayRange(date, zone).end;
    if (minute <= 0)
        return dayRange(date, zone).start;
    return fromDateTime(QDateTime(date, QTime(minute / 60, minute % 60), zone));
}

} // namespace

std::optional<TimeRange> openTime(const WorkingHours& hours, QDate date, const QTimeZone& zone)
{
    if (!hours.isOpenOn(date.dayOfWeek()))
        return std::nullopt;
    const QDate closes = hours.endsNextDay() ? date.addDays(1) : date;
    const TimeRange open{wallInstant(date, hours.startMinute, zone), wallInstant(closes, hours.endMinute, zone)};
    if (open.isEmpty())
        return std::nullopt;
    return open;
}

QList<TimeRange> openTimes(const WorkingHours& hours, TimeRange range, const QTimeZone& zone)
{
    QList<TimeRange> found;
    const QDate last = dateAt(range.end, zone);
    // The night before reaches into the first day.
    const QDate first = dateAt(range.start, zone).addDays(hours.endsNextDay() ? -1 : 0);
    for (QDate date = first; date <= last; date = date.addDays(1)) {
        const auto open = openTime(hours, date, zone);
        if (open && open->overlaps(range))
            found.append({std::max(open->start, range.start), std::min(open->end, range.end)});
    }
    return found;
}

bool concerns(const Closure& closure, const Space& space)
{
    if (closure.spaceId)
        return closure.spaceId == space.id;
    return closure.building.isEmpty() || closure.building == space.building;
}

QList<TimeRange> merged(QList<TimeRange> ranges)
{
    std::sort(ranges.begin(), ranges.end(), [](const TimeRange& a, const TimeRange& b) { return a.start < b.start; });
    QList<TimeRange> found;
    for (const TimeRange& range : std::as_const(ranges)) {
        if (range.isEmpty())
            continue;
        if (!found.isEmpty() && range.start <= found.last().end)
            found.last().end = std::max(found.last().end, range.end);
        else
            found.append(range);
    }
    return found;
}

std::optional<int> bookedPercent(const QList<TimeRange>& open, const QList<TimeRange>& held)
{
    Milliseconds whole{0};
    Milliseconds booked{0};
    const QList<TimeRange> taken = merged(held);
    for (const TimeRange& range : open) {
        whole += range.end - range.start;
        for (const TimeRange& one : taken) {
            if (one.overlaps(range))
                booked += std::min(one.end, range.end) - std::max(one.start, range.start);
        }
    }
    if (whole.count() <= 0)
        return std::nullopt;
    return int((booked.count() * 100 + whole.count() / 2) / whole.count());
}

} // namespace reserve
