// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/recurrencewalk.h"

#include <algorithm>

namespace reserve {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::months;
using std::chrono::weekday;
using std::chrono::year_month_day;
using std::chrono::years;
using Frequency = RecurrenceRule::Frequency;

namespace {

constexpr std::chrono::year lastYear{9999};

local_days firstOfMonth(year_month_day date)
{
    return local_days(date.year() / date.month() / 1);
}

local_days firstOfYear(std::chrono::year year)
{
    return local_days(year / std::chrono::January / 1);
}

int length(local_days begin, local_days end)
{
    return int((end - begin).count());
}

// Week 1 is the first with four days of the year.
local_days beginOfWeekOne(std::chrono::year year, weekday weekStart)
{
    const local_days fourth = local_days(year / std::chrono::January / 4);
    return fourth - (weekday(fourth) - weekStart);
}

// BYxxx lists are positive from the front, negative from the end.
bool holds(const QList<int>& numbers, int fromFront, int size)
{
    return numbers.contains(fromFront) || numbers.contains(fromFront - size - 1);
}

} // namespace

RecurrenceWalk::RecurrenceWalk(const RecurrenceRule& rule, WallTime start, qint64 mostSteps)
    : m_rule(rule)
    , m_start(start)
    , m_stepsLeft(mostSteps)
{
    const local_days startDay = std::chrono::floor<days>(start);
    const year_month_day startDate(startDay);
    const bool yearly = rule.frequency == Frequency::Yearly;
    const bool daysGiven = !rule.monthDays.isEmpty() || !rule.weekdays.isEmpty() || !rule.yearDays.isEmpty();
    // What the rule leaves open it takes from DTSTART.
    if (rule.frequency == Frequency::Weekly && rule.weekdays.isEmpty())
        m_rule.weekdays.append({0, weekday(startDay)});
    if (rule.frequency == Frequency::Monthly && !daysGiven)
        m_rule.monthDays.append(int(unsigned(startDate.day())));
    if (yearly && !daysGiven && !rule.weekNumbers.isEmpty())
        m_rule.weekdays.append({0, weekday(startDay)});
    if (yearly && !daysGiven && rule.weekNumbers.isEmpty()) {
        m_rule.monthDays.append(int(unsigned(startDate.day())));
        if (rule.months.isEmpty())
            m_rule.months.append(int(unsigned(startDate.month())));
    }
    m_ordinalsOfYear = yearly && m_rule.months.isEmpty();
    for (const int month : std::as_const(m_rule.months))
        m_monthBits |= 1u << month;
    const bool ordinalsCount = yearly || rule.frequency == Frequency::Monthly;
    for (RecurrenceRule::Weekday& day : m_rule.weekdays) {
        if (!ordinalsCount)
            day.ordinal = 0;
        if (day.ordinal == 0)
            m_weekdayBits |= 1u << day.day.c_encoding();
    }
    const std::chrono::hh_mm_ss clock(start - startDay);
    const QList<int> hours = rule.hours.isEmpty() ? QList<int>{int(clock.hours().count())} : rule.hours;
    const QList<int> minutes = rule.minutes.isEmpty() ? QList<int>{int(clock.minutes().count())} : rule.minutes;
    for (const int hour : hours) {
        for (const int minute : minutes)
            m_times.push_back(std::chrono::hours(hour) + std::chrono::minutes(minute) + clock.seconds());
    }
}

void RecurrenceWalk::skipTo(WallTime wall)
{
    if (m_rule.count || wall <= m_start)
        return;
    const year_month_day from(std::chrono::floor<days>(m_start));
    const year_month_day to(std::chrono::floor<days>(wall));
    const qint64 dayCount = std::chrono::floor<days>(wall - m_start).count();
    const qint64 yearCount = int(to.year()) - int(from.year());
    qint64 periods = 0;
    switch (m_rule.frequency) {
    case Frequency::Daily:
        periods = dayCount;
        break;
    case Frequency::Weekly:
        periods = dayCount / 7;
        break;
    case Frequency::Monthly:
        periods = yearCount * 12 + int(unsigned(to.month())) - int(unsigned(from.month()));
        break;
    case Frequency::Yearly:
        periods = yearCount;
        break;
    }
    m_nextPeriod = std::max(m_nextPeriod, periods / m_rule.interval - 1);
}

std::optional<WallTime> RecurrenceWalk::next()
{
    if (m_rule.count && m_given >= *m_rule.count)
        return std::nullopt;
    while (true) {
        while (m_position < m_found.size()) {
            const WallTime found = m_found[m_position++];
            if (found < m_start)
                continue;
            ++m_given;
            return found;
        }
        if (!fillFromNextPeriod())
            return std::nullopt;
    }
}

std::optional<RecurrenceWalk::Period> RecurrenceWalk::period(qint64 index) const
{
    const local_days startDay = std::chrono::floor<days>(m_start);
    const year_month_day startDate(startDay);
    const qint64 offset = index * m_rule.interval;
    // Farther than the calendar goes: no sum below can overflow.
    if (offset > 3'700'000)
        return std::nullopt;
    Period found;
    switch (m_rule.frequency) {
    case Frequency::Daily:
        found.begin = startDay + days(offset);
        found.end = found.begin + days(1);
        break;
    case Frequency::Weekly:
        found.begin = startDay - (weekday(startDay) - m_rule.weekStart) + days(7 * offset);
        found.end = found.begin + days(7);
        break;
    case Frequency::Monthly: {
        const auto month = startDate.year() / startDate.month() + months(offset % 12) + years(offset / 12);
        if (month.year() > lastYear)
            return std::nullopt;
        found.begin = local_days(month / 1);
        found.end = local_days((month + months(1)) / 1);
        break;
    }
    case Frequency::Yearly: {
        if (int(startDate.year()) + offset > int(lastYear))
            return std::nullopt;
        const auto year = startDate.year() + years(offset);
        found.begin = firstOfYear(year);
        found.end = firstOfYear(year + years(1));
        break;
    }
    }
    return found.begin >= firstOfYear(lastYear) + days(365) ? std::nullopt : std::optional(found);
}

bool RecurrenceWalk::fillFromNextPeriod()
{
    m_found.clear();
    m_position = 0;
    const auto next = period(m_nextPeriod);
    if (!next)
        return false;
    m_stepsLeft -= length(next->begin, next->end);
    m_gaveUp = m_stepsLeft < 0;
    if (m_gaveUp)
        return false;
    ++m_nextPeriod;
    for (local_days day = next->begin; day < next->end; day += days(1)) {
        if (!has(day))
            continue;
        for (const std::chrono::seconds time : m_times)
            m_found.push_back(day + time);
    }
    if (!m_rule.setPositions.isEmpty())
        choosePositions();
    return true;
}

void RecurrenceWalk::choosePositions()
{
    std::vector<WallTime> chosen;
    const int size = int(m_found.size());
    for (int position = 1; position <= size; ++position) {
        if (holds(m_rule.setPositions, position, size))
            chosen.push_back(m_found[std::size_t(position - 1)]);
    }
    m_found = std::move(chosen);
}

bool RecurrenceWalk::has(Day day) const
{
    const year_month_day date(day);
    if (m_monthBits != 0 && !(m_monthBits & (1u << unsigned(date.month()))))
        return false;
    if (!m_rule.weekdays.isEmpty() && !hasWeekday(date, day))
        return false;
    if (!m_rule.monthDays.isEmpty()) {
        const local_days first = firstOfMonth(date);
        const int size = length(first, local_days((date.year() / date.month() + months(1)) / 1));
        if (!holds(m_rule.monthDays, int(unsigned(date.day())), size))
            return false;
    }
    if (m_rule.frequency != Frequency::Yearly)
        return true;
    if (!m_rule.yearDays.isEmpty()) {
        const local_days first = firstOfYear(date.year());
        if (!holds(m_rule.yearDays, length(first, day) + 1, length(first, firstOfYear(date.year() + years(1)))))
            return false;
    }
    return m_rule.weekNumbers.isEmpty() || hasWeekNumber(day);
}

bool RecurrenceWalk::hasWeekday(year_month_day date, Day day) const
{
    const weekday today(day);
    if (m_weekdayBits & (1u << today.c_encoding()))
        return true;
    const local_days begin = m_ordinalsOfYear ? firstOfYear(date.year()) : firstOfMonth(date);
    const local_days end = m_ordinalsOfYear ? firstOfYear(date.year() + years(1))
                                            : local_days((date.year() / date.month() + months(1)) / 1);
    const int fromFront = length(begin, day) / 7 + 1;
    const int fromEnd = -((length(day, end) - 1) / 7 + 1);
    return std::any_of(m_rule.weekdays.begin(), m_rule.weekdays.end(), [&](const RecurrenceRule::Weekday& wanted) {
        return wanted.day == today && (wanted.ordinal == fromFront || wanted.ordinal == fromEnd);
    });
}

// A week belongs to the year that has most of it, so that the days around New Year may be the neighbour's.
bool RecurrenceWalk::hasWeekNumber(Day day) const
{
    std::chrono::year year = year_month_day(day).year();
    if (day >= beginOfWeekOne(year + years(1), m_rule.weekStart))
        ++year;
    else if (day < beginOfWeekOne(year, m_rule.weekStart))
        --year;
    const local_days begin = beginOfWeekOne(year, m_rule.weekStart);
    const int weeks = length(begin, beginOfWeekOne(year + years(1), m_rule.weekStart)) / 7;
    return holds(m_rule.weekNumbers, length(begin, day) / 7 + 1, weeks);
}

} // namespace reserve
