// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/booking/alternatives.h"

#include <algorithm>
#include <optional>

namespace reserve {

namespace {

// What is left of `open` when everything busy is cut out. Busy times are sorted by start.
QList<TimeRange> gaps(TimeRange open, const QList<TimeRange>& busy)
{
    QList<TimeRange> free;
    Instant cursor = open.start;
    for (const TimeRange& taken : busy) {
        if (taken.end <= cursor)
            continue;
        if (taken.start >= open.end)
            break;
        if (taken.start > cursor)
            free.append({cursor, taken.start});
        cursor = taken.end;
    }
    if (cursor < open.end)
        free.append({cursor, open.end});
    return free;
}

Instant nextQuarter(Instant instant)
{
    constexpr auto quarter = Milliseconds(Minutes(15));
    const auto past = instant.time_since_epoch() % quarter;
    return past == Milliseconds(0) ? instant : instant + (quarter - past);
}

Instant previousQuarter(Instant instant)
{
    constexpr auto quarter = Milliseconds(Minutes(15));
    return instant - instant.time_since_epoch() % quarter;
}

// The start nearest to the wanted one at which the meeting fits into the gap; quarter hours where the gap's edge lets
// it.
std::optional<Instant> startWithin(TimeRange gap, TimeRange wanted, Margins margins)
{
    const Milliseconds length = wanted.end - wanted.start;
    const Instant first = gap.start + margins.before;
    const Instant last = gap.end - margins.after - length;
    if (last < first)
        return std::nullopt;
    const Instant nearest = std::clamp(wanted.start, first, last);
    if (nearest == wanted.start)
        return nearest;
    const Instant rounded = nearest > wanted.start ? nextQuarter(nearest) : previousQuarter(nearest);
    return first <= rounded && rounded <= last ? rounded : nearest;
}

} // namespace

QList<TimeRange> nearestFreeTimes(TimeRange wanted, Margins margins, QList<TimeRange> busy,
                                  const QList<TimeRange>& open, Instant earliest, int limit)
{
    std::sort(busy.begin(), busy.end(), [](const TimeRange& a, const TimeRange& b) { return a.start < b.start; });
    const Milliseconds length = wanted.end - wanted.start;
    QList<TimeRange> found;
    for (TimeRange hours : open) {
        hours.start = std::max(hours.start, earliest);
        if (hours.isEmpty())
            continue;
        for (const TimeRange& gap : gaps(hours, busy)) {
            if (const auto start = startWithin(gap, wanted, margins))
                found.append({*start, *start + length});
        }
    }
    std::sort(found.begin(), found.end(), [&](const TimeRange& a, const TimeRange& b) {
        const auto away = [&](const TimeRange& t) { return std::chrono::abs(t.start - wanted.start); };
        return away(a) != away(b) ? away(a) < away(b) : a.start < b.start;
    });
    return found.mid(0, limit);
}

} // namespace reserve
