// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/consoledates.h"

#include "models/itip/recurrencewalk.h"
#include "models/itip/serieswall.h"
#include "models/reserving/consolecalendar.h"

#include <algorithm>

namespace reserve {

namespace {

bool isByItself(const Reservation& row, Instant now)
{
    const bool isMeant = holdsSlot(row.status) || row.status == ReservationStatus::Declined;
    return row.byItself && isMeant && !row.recurrenceId.isEmpty() && row.time.end > now;
}

class Turning final
{
public:
    Turning(const SeriesTurn& turn, const QList<Reservation>& rows)
        : m_turn(turn)
        , m_before(turn.zoneBefore)
        , m_after(turn.zoneAfter)
        , m_first(m_after.at(turn.after.time.start))
        , m_laterStart(m_before.at(turn.before.time.start).secsTo(m_first))
        , m_laterEnd(m_before.at(turn.before.time.end).secsTo(m_after.at(turn.after.time.end)))
        , m_days(m_before.at(turn.before.time.start).date().daysTo(m_first.date()))
        , m_subjectBefore(turn.before.subject)
    {
        // A policy may keep another subject than the series has.
        const auto typical = std::find_if(
            rows.begin(), rows.end(), [](const Reservation& row) { return !row.byItself && holdsSlot(row.status); });
        if (typical != rows.end())
            m_subjectBefore = typical->subject;
    }

    // Nothing where the series has such a date no more.
    std::optional<Reservation> along(Reservation row, Instant now) const
    {
        const QDate date = dateOf(row.recurrenceId, m_turn.zoneBefore).addDays(m_days);
        if (!has(date))
            return std::nullopt;
        row.recurrenceId = m_turn.after.allDay ? date.toString(Qt::ISODate)
                                               : toIso(m_after.instantOf(QDateTime(date, m_first.time(), Qt::UTC)));
        row.time = {m_after.instantOf(m_before.at(row.time.start).addSecs(m_laterStart)),
                    m_after.instantOf(m_before.at(row.time.end).addSecs(m_laterEnd))};
        if (row.time.isEmpty())
            row.time.end = row.time.start + (m_turn.after.time.end - m_turn.after.time.start);
        if (row.time.end <= now)
            return std::nullopt;
        if (row.subject == m_subjectBefore)
            row.subject = m_turn.after.subject;
        if (row.isPrivate == m_turn.before.isPrivate)
            row.isPrivate = m_turn.after.isPrivate;
        row.status = ReservationStatus::Accepted; // is asked for; whether it can be had is decided anew
        return row;
    }

    // Whether the series as it is now has this date.
    bool has(const QDate& date) const
    {
        const auto rule = parseRecurrenceRule(m_turn.after.rule);
        const QDateTime start(date, m_first.time(), Qt::UTC);
        if (!rule || !date.isValid() || m_turn.after.exceptions.contains(date) || isAfterUntil(*rule, start, m_after))
            return false;
        RecurrenceWalk walk(*rule, wallTime(m_first));
        const WallTime wanted = wallTime(start);
        walk.skipTo(wanted);
        auto found = walk.next();
        while (found && *found < wanted)
            found = walk.next();
        return found && dateTimeOf(*found).date() == date;
    }

private:
    const SeriesTurn& m_turn;
    const WallClock m_before;
    const WallClock m_after;
    const QDateTime m_first;
    const qint64 m_laterStart; // seconds
    const qint64 m_laterEnd;
    const qint64 m_days;
    QString m_subjectBefore;
};

} // namespace

bool isAfterUntil(const RecurrenceRule& rule, const QDateTime& wall, const WallClock& clock)
{
    const ItipTime& until = rule.until;
    if (until.kind == ItipTime::Kind::Date)
        return wall.date() > until.wall.date();
    if (until.kind == ItipTime::Kind::Utc)
        return clock.instantOf(wall) > fromDateTime(until.wall);
    return until.isPresent() && wall > until.wall;
}

DatesAlong datesAlong(const SeriesTurn& turn, const QList<Reservation>& rows, Instant now)
{
    DatesAlong result;
    if (!turn.before.isSeries())
        return result;
    const Turning turning(turn, rows);
    const bool keeps = turn.goesOn && turn.after.isSeries() && turn.before.allDay == turn.after.allDay;
    for (const Reservation& row : rows) {
        if (!isByItself(row, now))
            continue;
        const auto date = keeps ? turning.along(row, now) : std::nullopt;
        if (date)
            result.dates.append(*date);
        else if (holdsSlot(row.status))
            ++result.putBack;
    }
    if (turn.goesOn)
        return result;
    const QDate today = WallClock(turn.zoneBefore).at(now).date();
    result.putBack += int(std::count_if(turn.before.exceptions.begin(), turn.before.exceptions.end(),
                                        [&](const QDate& date) { return date >= today && turning.has(date); }));
    return result;
}

} // namespace reserve
