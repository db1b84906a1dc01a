// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/exchangezone.h"

#include "models/itip/recurrencewalk.h"
#include "models/itip/serieswall.h"
#include "models/itip/windowszones.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace reserve {

namespace {

const QByteArray utc = QByteArrayLiteral("UTC");

constexpr std::chrono::years farthest{10};
constexpr int mostDates = 5'000; // of a rule with a COUNT; longer ones reach as far as endless ones
constexpr int firstYear = 1970;  // from which on the clocks of zones are known

using OffsetChanges = QList<std::pair<qint64, int>>;

// The clocks that Windows means by a name; invalid where this machine does not know them.
QTimeZone clocksOf(const QByteArray& windowsId)
{
    const QByteArray id = ianaIdOfZoneName(windowsId);
    return id.isEmpty() ? QTimeZone() : QTimeZone(id);
}

// When the offset changes, and to what; what changes nothing but a name is none.
OffsetChanges changesIn(const QTimeZone& zone, TimeRange times)
{
    OffsetChanges changes;
    QDateTime at = toDateTime(times.start);
    int offset = zone.offsetFromUtc(at);
    changes.append({0, offset});
    while (true) {
        const QTimeZone::OffsetData next = zone.nextTransition(at);
        if (!next.atUtc.isValid() || fromDateTime(next.atUtc) > times.end)
            return changes;
        at = next.atUtc;
        if (std::exchange(offset, next.offsetFromUtc) != next.offsetFromUtc)
            changes.append({at.toMSecsSinceEpoch(), offset});
    }
}

bool goTogether(const QTimeZone& one, const QTimeZone& other, TimeRange times)
{
    const QDateTime start = toDateTime(times.start);
    return one.offsetFromUtc(start) == other.offsetFromUtc(start) && changesIn(one, times) == changesIn(other, times);
}

// In how many half years before `end`.
int agreementOf(const QTimeZone& one, const QTimeZone& other, Instant end)
{
    int agreed = 0;
    const int lastYear = toDateTime(end).date().year();
    for (int year = firstYear; year <= lastYear; ++year) {
        for (const int month : {1, 7}) {
            const QDateTime moment(QDate(year, month, 1), QTime(0, 0), Qt::UTC);
            agreed += one.offsetFromUtc(moment) == other.offsetFromUtc(moment) ? 1 : 0;
        }
    }
    return agreed;
}

// Sorted, so that of equals the same one is always found.
QList<QByteArray> windowsIds()
{
    QSet<QByteArray> names;
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds() + QList<QByteArray>{"Etc/UTC", "Etc/GMT+12"})
        names.insert(windowsIdOfZone(id));
    names.remove(QByteArray());
    QList<QByteArray> sorted = names.values();
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

QByteArray twinOf(const QTimeZone& zone, TimeRange times)
{
    QByteArray best;
    int most = -1;
    for (const QByteArray& name : windowsIds()) {
        const QTimeZone other = clocksOf(name);
        if (!other.isValid() || !goTogether(zone, other, times))
            continue;
        if (const int agreed = agreementOf(zone, other, times.start); agreed > most) {
            most = agreed;
            best = name;
        }
    }
    return best;
}

} // namespace

QByteArray exchangeZoneFor(const QByteArray& ianaId, TimeRange times)
{
    if (ianaId.isEmpty())
        return utc;
    const QTimeZone zone(ianaId);
    if (!zone.isValid())
        return {};
    const QByteArray own = windowsIdOfZone(ianaId);
    if (!own.isEmpty()) {
        const QTimeZone meant = clocksOf(own);
        if (!meant.isValid() || goTogether(zone, meant, times))
            return own;
    }
    return twinOf(zone, times);
}

TimeRange reachOf(const RecurrenceRule& rule, TimeRange first, const QTimeZone& zone)
{
    const QDateTime start = toDateTime(first.start).toTimeZone(zone);
    const Instant horizon = fromDateTime(start.addYears(int(farthest.count())));
    const auto upTo = [&](const QDateTime& lastStart) {
        return TimeRange{first.start, std::min(horizon, fromDateTime(lastStart) + (first.end - first.start))};
    };
    if (rule.until.isPresent()) // the day that UNTIL names counts as a whole, whatever zone it is meant in
        return upTo(rule.until.wall.addDays(1));
    if (!rule.count || *rule.count > mostDates)
        return {first.start, horizon};
    WallTime last = wallTime(start);
    RecurrenceWalk walk(rule, last);
    while (const auto next = walk.next())
        last = *next;
    if (walk.gaveUp())
        return {first.start, horizon};
    const QDateTime wall = dateTimeOf(last);
    return upTo(QDateTime(wall.date(), wall.time(), zone));
}

} // namespace reserve
