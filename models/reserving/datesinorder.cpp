// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/datesinorder.h"

#include "models/itip/recurrencewalk.h"
#include "models/itip/serieswall.h"
#include "models/reserving/consolecalendar.h"
#include "models/reserving/consoledates.h"
#include "models/reserving/wallclock.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace reserve {

namespace {

struct Placed
{
    TimeRange time;
    bool isAsked = false;
};

// In the order of the series, and as far as the neighbour of the last one that is asked for: the rows reach only as far
// as the booking window.
class PlacedDates final
{
public:
    PlacedDates(const ConsoleMeeting& series, const QByteArray& zone)
        : m_series(series)
        , m_zone(zone)
        , m_clock(zone)
        , m_first(m_clock.at(series.time.start))
        , m_length(m_first.secsTo(m_clock.at(series.time.end)))
    {
    }

    void place(const QList<Reservation>& rows, bool areAsked)
    {
        for (const Reservation& row : rows) {
            const QDate date = dateOf(row.recurrenceId, m_zone);
            m_rows.insert(date, {row.time, areAsked});
            if (holdsSlot(row.status))
                m_left.remove(date);
            else
                m_left.insert(date);
            if (areAsked && date.isValid())
                m_last = m_last.isValid() ? std::max(m_last, date) : date;
        }
    }

    QList<Placed> all() const
    {
        QList<Placed> found;
        const auto rule = parseRecurrenceRule(m_series.rule);
        if (!rule || !m_last.isValid())
            return found;
        RecurrenceWalk walk(*rule, wallTime(m_first));
        for (auto wall = walk.next(); wall; wall = walk.next()) {
            const QDateTime start = dateTimeOf(*wall);
            if (isAfterUntil(*rule, start, m_clock))
                break;
            const QDate date = start.date();
            if (m_series.exceptions.contains(date) || m_left.contains(date))
                continue;
            const TimeRange ruled{m_clock.instantOf(start), m_clock.instantOf(start.addSecs(m_length))};
            found.append(m_rows.value(date, {ruled}));
            if (date > m_last)
                break;
        }
        return found;
    }

    bool areInOrder(TimeRange one, TimeRange next) const
    {
        return m_clock.at(one.start).date() < m_clock.at(next.start).date() && one.end <= next.start;
    }

private:
    const ConsoleMeeting& m_series;
    const QByteArray m_zone;
    const WallClock m_clock;
    const QDateTime m_first;
    const qint64 m_length; // seconds
    QHash<QDate, Placed> m_rows;
    QSet<QDate> m_left; // out of the series
    QDate m_last;
};

} // namespace

std::optional<Crossing> firstCrossing(const ConsoleMeeting& series, const QByteArray& zone,
                                      const QList<Reservation>& rows, const QList<Reservation>& asked)
{
    PlacedDates dates(series, zone);
    dates.place(rows, false);
    dates.place(asked, true);
    const QList<Placed> placed = dates.all();
    for (qsizetype next = 1; next < placed.size(); ++next) {
        const Placed& earlier = placed.at(next - 1);
        const Placed& later = placed.at(next);
        if (!(earlier.isAsked || later.isAsked) || dates.areInOrder(earlier.time, later.time))
            continue;
        return later.isAsked ? Crossing{later.time, earlier.time} : Crossing{earlier.time, later.time};
    }
    return std::nullopt;
}

} // namespace reserve
