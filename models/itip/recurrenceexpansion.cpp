// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/recurrenceexpansion.h"

#include "models/itip/eventtimes.h"
#include "models/itip/recurrencewalk.h"

#include <QSet>

#include <algorithm>

namespace reserve {

using std::chrono::seconds;

namespace {

using Kind = ItipTime::Kind;

QDateTime toQDateTime(WallTime wall)
{
    return QDateTime::fromSecsSinceEpoch(wall.time_since_epoch().count(), Qt::UTC);
}

// How far an occurrence reaches: along the wall clock, then in exact time.
struct Length
{
    seconds wall{0};
    seconds exact{0};
};

class Expander
{
public:
    Expander(const ItipEvent& series, ZoneRulesPointer rules, MessageZones& zones, const QByteArray& defaultZone,
             TimeRange window)
        : m_series(series)
        , m_rules(std::move(rules))
        , m_zones(zones)
        , m_defaultZone(defaultZone)
        , m_window(window)
        , m_length(lengthOf(series))
        // In any zone, with a day to spare.
        , m_firstWall(WallTime(std::chrono::floor<seconds>(window.start).time_since_epoch()) -
                      std::max(m_length.wall + m_length.exact, seconds(0)) - std::chrono::hours(48))
    {
    }

    Result<Expansion> expand()
    {
        const ItipRecurrence& recurrence = *m_series.recurrence;
        if (const auto excluded = exclude(recurrence.exceptions); !excluded)
            return failure(excluded.error());
        // Without a rule DTSTART is the first of the dates.
        if (!recurrence.rule)
            take(wallTime(m_series.start.wall));
        for (const ItipTime& date : recurrence.dates) {
            if (const auto taken = takeDate(date); !taken)
                return failure(taken.error());
        }
        if (recurrence.rule)
            walk(*recurrence.rule);
        if (m_tooMany)
            return failure(QByteArrayLiteral("itip.too-many-occurrences"),
                           {{QStringLiteral("limit"), QString::number(mostOccurrences)}});
        const auto earlier = [](const Occurrence& a, const Occurrence& b) { return a.time.start < b.time.start; };
        std::stable_sort(m_expansion.occurrences.begin(), m_expansion.occurrences.end(), earlier);
        return std::move(m_expansion);
    }

private:
    static Length lengthOf(const ItipEvent& series)
    {
        constexpr seconds day = std::chrono::hours(24);
        if (series.duration)
            return {series.duration->days * day, series.duration->time};
        const bool isDate = series.start.kind == Kind::Date;
        if (!series.end.isPresent())
            return {isDate ? day : seconds(0), {}};
        const bool sameWall = series.end.kind == Kind::Floating
            || (series.end.kind == series.start.kind && series.end.zone == series.start.zone);
        if (!sameWall)
            return {seconds(0), std::chrono::floor<seconds>(series.range->end - series.range->start)};
        const seconds wall(series.start.wall.secsTo(series.end.wall));
        return {isDate ? std::max(wall, day) : wall, {}};
    }

    void walk(const RecurrenceRule& rule)
    {
        m_expansion.endless = rule.isEndless();
        RecurrenceWalk walk(rule, wallTime(m_series.start.wall));
        walk.skipTo(m_firstWall);
        while (const auto wall = walk.next()) {
            if (isBehind(*wall, rule.until))
                return;
            if (!take(*wall))
                return;
        }
        if (walk.gaveUp())
            m_expansion.problems.append({QByteArrayLiteral("itip.rule-steps"), {}});
    }

    bool isBehind(WallTime wall, const ItipTime& until) const
    {
        if (until.kind == Kind::Absent)
            return false;
        // A date includes its whole day, whatever DTSTART is: what Outlook and Google mean by it.
        if (until.kind == Kind::Date)
            return toQDateTime(wall).date() > until.wall.date();
        if (until.kind == Kind::Utc)
            return m_rules->toInstant(wall).instant > fromDateTime(until.wall);
        return wall > wallTime(until.wall);
    }

    // False when the window is over or too much has been found.
    bool take(WallTime wall)
    {
        if (wall < m_firstWall)
            return true;
        const Instant start = m_rules->toInstant(wall).instant;
        const QString key = keyOf(wall, start);
        const QDate day = toQDateTime(wall).date();
        if (m_excludedDays.contains(day) || m_excludedKeys.contains(key))
            return true;
        if (start >= m_window.end) {
            m_expansion.continues = true;
            return false;
        }
        const TimeRange time{start, endOf(wall, start)};
        const bool touches = time.end > m_window.start;
        if (!touches || m_seen.contains(key))
            return true;
        m_tooMany = m_expansion.occurrences.size() >= mostOccurrences;
        if (m_tooMany)
            return false;
        m_seen.insert(key);
        m_expansion.occurrences.append({key, time, day});
        return true;
    }

    Instant endOf(WallTime wall, Instant start) const
    {
        const Instant end = m_length.wall == seconds(0) ? start : m_rules->toInstant(wall + m_length.wall).instant;
        // A change of the offset inside a short meeting can turn its wall times round.
        return std::max(start, end + m_length.exact);
    }

    QString keyOf(WallTime wall, Instant start) const
    {
        if (m_series.start.kind == Kind::Date)
            return toQDateTime(wall).date().toString(Qt::ISODate);
        if (m_series.start.kind == Kind::Floating)
            return toQDateTime(wall).toString(u"yyyy-MM-ddTHH:mm:ss");
        return toIso(start);
    }

    // The wall clock of DTSTART's zone at a time that may be sent in another.
    Result<WallTime> onOwnWall(const ItipTime& time)
    {
        const bool same = time.kind == m_series.start.kind && time.zone == m_series.start.zone;
        if (same || time.needsSpaceZone())
            return time.kind == Kind::Date && m_series.start.kind != Kind::Date
                ? wallTime(QDateTime(time.wall.date(), m_series.start.wall.time(), Qt::UTC))
                : wallTime(time.wall);
        const auto rules = rulesOf(time, m_zones, m_defaultZone);
        if (!rules)
            return failure(rules.error());
        const Instant instant = (*rules)->toInstant(wallTime(time.wall)).instant;
        const auto moment = std::chrono::floor<seconds>(instant);
        return WallTime((moment + m_rules->offsetAt(moment)).time_since_epoch());
    }

    Result<void> takeDate(const ItipTime& date)
    {
        const auto wall = onOwnWall(date);
        if (!wall)
            return failure(wall.error());
        take(*wall);
        return {};
    }

    Result<void> exclude(const QList<ItipTime>& exceptions)
    {
        for (const ItipTime& exception : exceptions) {
            const auto wall = onOwnWall(exception);
            if (!wall)
                return failure(wall.error());
            if (exception.kind == Kind::Date)
                m_excludedDays.insert(toQDateTime(*wall).date());
            else
                m_excludedKeys.insert(keyOf(*wall, m_rules->toInstant(*wall).instant));
        }
        return {};
    }

    const ItipEvent& m_series;
    ZoneRulesPointer m_rules;
    MessageZones& m_zones;
    QByteArray m_defaultZone;
    TimeRange m_window;
    Length m_length;
    WallTime m_firstWall; // whatever begins before it is over when the window begins
    QSet<QDate> m_excludedDays;
    QSet<QString> m_excludedKeys;
    QSet<QString> m_seen;
    bool m_tooMany = false;
    Expansion m_expansion;
};

} // namespace

Result<Expansion> expand(const ItipEvent& series, MessageZones& zones, const QByteArray& defaultZone, TimeRange window)
{
    if (!series.obstacle.isEmpty())
        return failure(series.obstacle.code, series.obstacle.arguments);
    if (!series.recurrence || !series.range)
        return failure(QByteArrayLiteral("itip.start-missing"));
    auto rules = rulesOf(series.start, zones, defaultZone);
    if (!rules)
        return failure(rules.error());
    return Expander(series, std::move(*rules), zones, defaultZone, window).expand();
}

} // namespace reserve
