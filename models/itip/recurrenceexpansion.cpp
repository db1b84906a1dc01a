// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/recurrenceexpansion.h"

#include "models/itip/eventtimes.h"
#include "models/itip/recurrencewalk.h"
#include "models/itip/serieswall.h"

#include <QSet>

#include <algorithm>
#include <vector>

namespace reserve {

using std::chrono::seconds;

namespace {

using Kind = ItipTime::Kind;

// How far an occurrence reaches: along the wall clock, then in exact time.
struct Length
{
    seconds wall{0};
    seconds exact{0};
};

Length lengthOf(const ItipEvent& event)
{
    constexpr seconds day = std::chrono::hours(24);
    if (event.duration)
        return {event.duration->days * day, event.duration->time};
    const bool isDate = event.start.kind == Kind::Date;
    if (!event.end.isPresent())
        return {isDate ? day : seconds(0), {}};
    const bool sameWall = event.end.kind == Kind::Floating
        || (event.end.kind == event.start.kind && event.end.zone == event.start.zone);
    if (!sameWall)
        return {seconds(0), std::chrono::floor<seconds>(event.range->end - event.range->start)};
    const seconds wall(event.start.wall.secsTo(event.end.wall));
    return {isDate ? std::max(wall, day) : wall, {}};
}

Length lengthOf(const ItipPeriod& period)
{
    if (period.duration)
        return {period.duration->days * seconds(std::chrono::hours(24)), period.duration->time};
    const seconds length(period.start.wall.secsTo(period.end.wall));
    return period.start.kind == Kind::Utc ? Length{seconds(0), length} : Length{length, seconds(0)};
}

// How the occurrences from one original date on happen.
struct Manner
{
    int stretch = -1;
    WallTime from = WallTime::min();
    seconds shift{0};
    ZoneRulesPointer rules;
    Length length;
    bool happens = true;
};

// One rule and the stretches that only move its dates.
class Expander
{
public:
    Expander(const ItipEvent& base, SeriesWall wall, MessageZones& zones, QByteArray defaultZone, TimeRange window)
        : m_base(base)
        , m_wall(std::move(wall))
        , m_zones(zones)
        , m_defaultZone(std::move(defaultZone))
        , m_window(window)
        , m_manners{Manner{-1, WallTime::min(), seconds(0), m_wall.rules(), lengthOf(base), true}}
    {
    }

    const SeriesWall& wall() const { return m_wall; }
    void setStretch(int stretch) { m_manners.front().stretch = stretch; }
    void endAt(WallTime wall) { m_until = wall; }

    Result<void> addStretch(int index, const SeriesStretch& stretch, MessageZones& zones)
    {
        Manner manner;
        manner.stretch = index;
        manner.from = m_wall.wallOf(*stretch.event.recurrenceId);
        manner.happens = stretch.happens;
        manner.rules = m_wall.rules();
        if (stretch.happens) {
            const ItipTime& start = stretch.event.start;
            WallTime moved = wallTime(start.wall);
            if (start.kind == Kind::Utc && m_base.start.kind != Kind::Utc) {
                moved = m_wall.wallOf(fromDateTime(start.wall));
            } else if (start.kind == Kind::Zoned) {
                auto rules = rulesOf(start, zones, m_defaultZone);
                if (!rules)
                    return failure(rules.error());
                manner.rules = std::move(*rules);
            }
            manner.shift = moved - originalStart(*stretch.event.recurrenceId, manner.from);
            manner.length = lengthOf(stretch.event);
        }
        m_manners.push_back(std::move(manner));
        return {};
    }

    Result<void> expandInto(Expansion& expansion)
    {
        m_expansion = &expansion;
        findReach();
        const ItipRecurrence& recurrence = *m_base.recurrence;
        if (const auto excluded = exclude(recurrence.exceptions); !excluded)
            return failure(excluded.error());
        for (const ItipPeriod& period : recurrence.periods) {
            const auto wall = m_wall.wallOf(period.start, m_zones, m_defaultZone);
            if (!wall)
                return failure(wall.error());
            const Length length = lengthOf(period);
            take(*wall, &length);
        }
        // Without a rule DTSTART is the first of the dates.
        if (!recurrence.rule)
            take(wallTime(m_base.start.wall));
        for (const ItipTime& date : recurrence.dates) {
            const auto wall = m_wall.wallOf(date, m_zones, m_defaultZone);
            if (!wall)
                return failure(wall.error());
            take(*wall);
        }
        if (recurrence.rule)
            walk(*recurrence.rule);
        if (m_tooMany)
            return failure(QByteArrayLiteral("itip.too-many-occurrences"),
                           {{QStringLiteral("limit"), QString::number(mostOccurrences)}});
        return {};
    }

private:
    // Of the occurrence that a date stands for, not of its day.
    WallTime originalStart(const ItipRecurrenceId& id, WallTime from) const
    {
        return m_wall.meansDay(id) ? wallTime(QDateTime(id.sent.wall.date(), m_base.start.wall.time(), Qt::UTC)) : from;
    }

    // Which original dates can touch the window, in any zone, with a day to spare.
    void findReach()
    {
        constexpr seconds spare = std::chrono::hours(48);
        seconds before(0);
        seconds after(0);
        for (const Manner& manner : m_manners) {
            before = std::max(before, std::max(manner.length.wall + manner.length.exact, seconds(0)) + manner.shift);
            after = std::max(after, -manner.shift);
        }
        for (const ItipPeriod& period : m_base.recurrence->periods) {
            const Length length = lengthOf(period);
            before = std::max(before, length.wall + length.exact);
        }
        m_firstWall = WallTime(std::chrono::floor<seconds>(m_window.start).time_since_epoch()) - before - spare;
        m_lastWall = WallTime(std::chrono::floor<seconds>(m_window.end).time_since_epoch()) + after + spare;
    }

    void walk(const RecurrenceRule& rule)
    {
        RecurrenceWalk walk(rule, wallTime(m_base.start.wall));
        walk.skipTo(m_firstWall);
        while (const auto wall = walk.next()) {
            if (isBehind(*wall, rule.until))
                return;
            if (!take(*wall))
                return;
        }
        if (walk.gaveUp())
            m_expansion->problems.append({QByteArrayLiteral("itip.rule-steps"), {}});
    }

    bool isBehind(WallTime wall, const ItipTime& until) const
    {
        if (until.kind == Kind::Absent)
            return false;
        // A date includes its whole day, whatever DTSTART is: what Outlook and Google mean by it.
        if (until.kind == Kind::Date)
            return dateTimeOf(wall).date() > until.wall.date();
        if (until.kind == Kind::Utc)
            return m_wall.instantOf(wall).instant > fromDateTime(until.wall);
        return wall > wallTime(until.wall);
    }

    const Manner& mannerOf(WallTime wall) const
    {
        const auto next
            = std::find_if(m_manners.begin() + 1, m_manners.end(), [wall](const Manner& m) { return m.from > wall; });
        return *std::prev(next);
    }

    // False when the window is over or too much has been found. `own`: the length, where it is the date's own.
    bool take(WallTime wall, const Length* own = nullptr)
    {
        if (m_until && wall >= *m_until)
            return false;
        if (wall < m_firstWall)
            return true;
        const ZonedInstant original = m_wall.instantOf(wall);
        const QString key = m_wall.keyOf(wall, original.instant);
        const QDate day = dateTimeOf(wall).date();
        if (m_excludedDays.contains(day) || m_excludedKeys.contains(key))
            return true;
        const Manner& manner = mannerOf(wall);
        if (!manner.happens)
            return wall < m_lastWall && &manner != &m_manners.back();
        const WallTime begin = wall + manner.shift;
        const bool isPlain = manner.shift == seconds(0) && manner.rules == m_wall.rules();
        const ZonedInstant start = isPlain ? original : manner.rules->toInstant(begin);
        if (start.instant >= m_window.end) {
            m_expansion->continues = true;
            return wall < m_lastWall;
        }
        const TimeRange time{start.instant, endOf(manner, own ? *own : manner.length, begin, start)};
        if (time.end <= m_window.start || m_seen.contains(key))
            return true;
        m_tooMany = m_expansion->occurrences.size() >= mostOccurrences;
        if (m_tooMany)
            return false;
        m_seen.insert(key);
        m_expansion->occurrences.append({key, time, day, manner.stretch});
        return true;
    }

    static Instant endOf(const Manner& manner, const Length& length, WallTime begin, const ZonedInstant& start)
    {
        // A time that no clock shows begins later than its wall time says; it lasts as long as on any other day.
        if (length.wall == seconds(0) || start.fit == WallFit::InGap)
            return start.instant + length.wall + length.exact;
        // A change of the offset inside a short meeting can turn its wall times round.
        const Instant end = manner.rules->toInstant(begin + length.wall).instant;
        // What begins in an hour that comes twice, and is no longer, ends before the clock goes back or within it.
        const Instant soonest = start.instant + length.wall;
        if (start.fit == WallFit::Twice && length.wall <= end - soonest)
            return soonest + length.exact;
        return std::max(start.instant, end + length.exact);
    }

    Result<void> exclude(const QList<ItipTime>& exceptions)
    {
        for (const ItipTime& exception : exceptions) {
            const auto wall = m_wall.wallOf(exception, m_zones, m_defaultZone);
            if (!wall)
                return failure(wall.error());
            if (exception.kind == Kind::Date)
                m_excludedDays.insert(dateTimeOf(*wall).date());
            else
                m_excludedKeys.insert(m_wall.keyOf(*wall));
        }
        return {};
    }

    const ItipEvent& m_base;
    SeriesWall m_wall;
    MessageZones& m_zones;
    QByteArray m_defaultZone;
    TimeRange m_window;
    std::vector<Manner> m_manners; // by date; the first is the base's own
    std::optional<WallTime> m_until;
    WallTime m_firstWall; // whatever begins before it is over when the window begins
    WallTime m_lastWall;
    QSet<QDate> m_excludedDays;
    QSet<QString> m_excludedKeys;
    QSet<QString> m_seen;
    bool m_tooMany = false;
    Expansion* m_expansion = nullptr;
};

Result<void> check(const ItipEvent& event)
{
    if (!event.obstacle.isEmpty())
        return failure(event.obstacle.code, event.obstacle.arguments);
    if (!event.recurrence || !event.range)
        return failure(QByteArrayLiteral("itip.start-missing"));
    return {};
}

bool hasOwnRule(const SeriesStretch& stretch)
{
    return stretch.happens && stretch.event.recurrence;
}

} // namespace

Result<Expansion> expand(const SeriesText& series, const ZoneResolver& zones, TimeRange window)
{
    Expansion expansion;
    const ItipEvent* base = &series.event;
    const Timezones* timezones = &series.timezones;
    int ownStretch = -1;
    qsizetype next = 0;
    while (base) {
        if (const auto checked = check(*base); !checked)
            return failure(checked.error());
        MessageZones messageZones(zones, *timezones);
        auto wall = SeriesWall::of(*base, messageZones, series.defaultZone);
        if (!wall)
            return failure(wall.error());
        Expander expander(*base, std::move(*wall), messageZones, series.defaultZone, window);
        expander.setStretch(ownStretch);
        expansion.endless = base->recurrence->rule && base->recurrence->rule->isEndless();
        base = nullptr;
        for (; next < series.stretches.size() && !base; ++next) {
            const SeriesStretch& stretch = series.stretches.at(next);
            if (hasOwnRule(stretch)) {
                expander.endAt(expander.wall().wallOf(*stretch.event.recurrenceId));
                base = &stretch.event;
                timezones = &stretch.timezones;
                ownStretch = int(next);
                continue;
            }
            MessageZones stretchZones(zones, stretch.timezones);
            if (const auto added = expander.addStretch(int(next), stretch, stretchZones); !added)
                return failure(added.error());
        }
        if (const auto expanded = expander.expandInto(expansion); !expanded)
            return failure(expanded.error());
        if (base)
            expansion.continues = false; // the next rule says so itself
    }
    const auto earlier = [](const Occurrence& a, const Occurrence& b) { return a.time.start < b.time.start; };
    std::stable_sort(expansion.occurrences.begin(), expansion.occurrences.end(), earlier);
    return expansion;
}

Result<QStringList> occurrencesMeant(const SeriesText& series, const ZoneResolver& zones, const ItipRecurrenceId& id)
{
    MessageZones messageZones(zones, series.timezones);
    const auto wall = SeriesWall::of(series.event, messageZones, series.defaultZone);
    if (!wall)
        return failure(wall.error());
    const WallTime meant = wall->wallOf(id);
    // Its original dates are asked for: a stretch that moves them is in the way, one with a rule of its own is not.
    SeriesText original{series.event, series.timezones, series.defaultZone, {}};
    for (const SeriesStretch& stretch : series.stretches) {
        if (hasOwnRule(stretch))
            original.stretches.append(stretch);
    }
    const Instant instant = wall->instantOf(meant).instant;
    const auto expansion = expand(original, zones, {instant - std::chrono::hours(1), instant + std::chrono::hours(25)});
    if (!expansion)
        return failure(expansion.error());
    const QString key = wall->keyOf(meant);
    const QDate day = dateTimeOf(meant).date();
    QStringList keys;
    for (const Occurrence& occurrence : expansion->occurrences) {
        if (wall->meansDay(id) ? occurrence.day == day : occurrence.key == key)
            keys.append(occurrence.key);
    }
    return keys;
}

Result<QString> keyFrom(const SeriesText& series, const ZoneResolver& zones, const ItipRecurrenceId& id)
{
    MessageZones messageZones(zones, series.timezones);
    const auto wall = SeriesWall::of(series.event, messageZones, series.defaultZone);
    if (!wall)
        return failure(wall.error());
    return wall->keyOf(wall->wallOf(id));
}

} // namespace reserve
