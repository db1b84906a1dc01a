// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/unit/plainrecurrence.h"

#include <QMap>

#include <algorithm>

namespace reserve::test {

namespace {

using Frequency = RecurrenceRule::Frequency;

int isoDay(std::chrono::weekday day)
{
    return int(day.iso_encoding());
}

QDate beginOfWeek(QDate date, const RecurrenceRule& rule)
{
    while (date.dayOfWeek() != isoDay(rule.weekStart))
        date = date.addDays(-1);
    return date;
}

// How many periods of the frequency lie between the two days.
qint64 periodsBetween(const RecurrenceRule& rule, QDate start, QDate date)
{
    switch (rule.frequency) {
    case Frequency::Daily:
        return start.daysTo(date);
    case Frequency::Weekly:
        return beginOfWeek(start, rule).daysTo(beginOfWeek(date, rule)) / 7;
    case Frequency::Monthly:
        return (date.year() - start.year()) * 12 + date.month() - start.month();
    case Frequency::Yearly:
        return date.year() - start.year();
    }
    Q_UNREACHABLE();
}

bool listed(const QList<int>& wanted, int number, int size)
{
    return wanted.isEmpty() || wanted.contains(number) || wanted.contains(number - size - 1);
}

// The year that has the Thursday of a week that begins on Monday; likewise for other beginnings: its fourth day.
QDate middleOfWeek(QDate date, const RecurrenceRule& rule)
{
    return beginOfWeek(date, rule).addDays(3);
}

int weekOfYear(QDate date, const RecurrenceRule& rule)
{
    return (middleOfWeek(date, rule).dayOfYear() - 1) / 7 + 1;
}

int weeksInYear(QDate date, const RecurrenceRule& rule)
{
    const int year = middleOfWeek(date, rule).year();
    QDate last(year, 12, 31);
    while (middleOfWeek(last, rule).year() != year)
        last = last.addDays(-1);
    return weekOfYear(last, rule);
}

bool isListedWeekday(const RecurrenceRule& rule, QDate date)
{
    const bool ofYear = rule.frequency == Frequency::Yearly && rule.months.isEmpty();
    const bool ordinals = rule.frequency == Frequency::Yearly || rule.frequency == Frequency::Monthly;
    QDate first = ofYear ? QDate(date.year(), 1, 1) : QDate(date.year(), date.month(), 1);
    const QDate end = ofYear ? first.addYears(1) : first.addMonths(1);
    int before = 0;
    int after = 0;
    for (QDate day = first; day < end; day = day.addDays(1)) {
        if (day.dayOfWeek() == date.dayOfWeek())
            (day < date ? before : after) += 1;
    }
    return std::any_of(rule.weekdays.begin(), rule.weekdays.end(), [&](const RecurrenceRule::Weekday& wanted) {
        return isoDay(wanted.day) == date.dayOfWeek()
            && (!ordinals || wanted.ordinal == 0 || wanted.ordinal == before + 1 || wanted.ordinal == -after);
    });
}

bool isListed(const RecurrenceRule& rule, QDate start, QDate date)
{
    const bool yearly = rule.frequency == Frequency::Yearly;
    const bool open = rule.monthDays.isEmpty() && rule.weekdays.isEmpty() && rule.yearDays.isEmpty();
    if (rule.frequency == Frequency::Weekly && rule.weekdays.isEmpty() && date.dayOfWeek() != start.dayOfWeek())
        return false;
    if (rule.frequency == Frequency::Monthly && open && date.day() != start.day())
        return false;
    if (yearly && open && !rule.weekNumbers.isEmpty() && date.dayOfWeek() != start.dayOfWeek())
        return false;
    if (yearly && open && rule.weekNumbers.isEmpty()
        && (date.day() != start.day() || (rule.months.isEmpty() && date.month() != start.month())))
        return false;
    if (!rule.months.isEmpty() && !rule.months.contains(date.month()))
        return false;
    if (!listed(rule.monthDays, date.day(), date.daysInMonth()))
        return false;
    if (yearly && !listed(rule.yearDays, date.dayOfYear(), date.daysInYear()))
        return false;
    if (yearly && !listed(rule.weekNumbers, weekOfYear(date, rule), weeksInYear(date, rule)))
        return false;
    return rule.weekdays.isEmpty() || isListedWeekday(rule, date);
}

QList<QTime> timesOfDay(const RecurrenceRule& rule, QTime start)
{
    QList<QTime> times;
    for (const int hour : rule.hours.isEmpty() ? QList<int>{start.hour()} : rule.hours) {
        for (const int minute : rule.minutes.isEmpty() ? QList<int>{start.minute()} : rule.minutes)
            times.append(QTime(hour, minute, start.second()));
    }
    std::sort(times.begin(), times.end());
    return times;
}

// The first day of the period that has DTSTART: BYSETPOS counts from there.
QDate beginOfFirstPeriod(const RecurrenceRule& rule, QDate start)
{
    switch (rule.frequency) {
    case Frequency::Daily:
        return start;
    case Frequency::Weekly:
        return beginOfWeek(start, rule);
    case Frequency::Monthly:
        return QDate(start.year(), start.month(), 1);
    case Frequency::Yearly:
        return QDate(start.year(), 1, 1);
    }
    Q_UNREACHABLE();
}

} // namespace

QList<QDateTime> plainRecurrence(const RecurrenceRule& rule, const QDateTime& start, QDate last)
{
    QMap<qint64, QList<QDateTime>> byPeriod;
    // A period that `last` cuts in two would have its positions counted wrong.
    for (QDate date = beginOfFirstPeriod(rule, start.date()); date <= last.addDays(366); date = date.addDays(1)) {
        const qint64 period = periodsBetween(rule, start.date(), date);
        if (period % rule.interval != 0 || !isListed(rule, start.date(), date))
            continue;
        for (const QTime time : timesOfDay(rule, start.time()))
            byPeriod[period].append(QDateTime(date, time, Qt::UTC));
    }
    QList<QDateTime> found;
    for (const QList<QDateTime>& times : std::as_const(byPeriod)) {
        for (int i = 0; i < times.size(); ++i) {
            if (rule.setPositions.isEmpty() || listed(rule.setPositions, i + 1, int(times.size())))
                found.append(times.at(i));
        }
    }
    found.removeIf([&](const QDateTime& time) { return time < start; });
    if (rule.count)
        found = found.first(std::min<qsizetype>(found.size(), *rule.count));
    found.removeIf([&](const QDateTime& time) { return time.date() > last; });
    return found;
}

} // namespace reserve::test
