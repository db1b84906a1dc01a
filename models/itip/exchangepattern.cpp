// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/exchangepattern.h"

#include <algorithm>
#include <cstdlib>

namespace reserve {

namespace {

using Kind = ExchangePattern::Kind;
using Frequency = RecurrenceRule::Frequency;

constexpr int mostYears = 8; // of an interval, which Exchange keeps in months, 99 at most

Failure unsupported(const char* part)
{
    return failure("exchange.recurrence-not-supported", {{QStringLiteral("rule"), QString::fromLatin1(part)}});
}

int isoDay(std::chrono::weekday day)
{
    return static_cast<int>(day.iso_encoding());
}

QList<std::chrono::weekday> daysOf(const RecurrenceRule& rule)
{
    QList<std::chrono::weekday> days;
    for (const RecurrenceRule::Weekday& weekday : rule.weekdays) {
        if (!days.contains(weekday.day))
            days.append(weekday.day);
    }
    std::sort(days.begin(), days.end(), [](auto a, auto b) { return isoDay(a) < isoDay(b); });
    return days;
}

bool hasOrdinals(const RecurrenceRule& rule)
{
    return std::any_of(rule.weekdays.cbegin(), rule.weekdays.cend(),
                       [](const auto& weekday) { return weekday.ordinal != 0; });
}

// Exchange counts single days, and the sets "day", "weekday" and "weekend day".
bool isCountable(const QList<std::chrono::weekday>& days)
{
    const auto all = [&](int from, int to) {
        return days.size() == to - from + 1 && isoDay(days.first()) == from && isoDay(days.last()) == to;
    };
    return days.size() == 1 || all(1, 7) || all(1, 5) || all(6, 7);
}

bool isIndex(int value)
{
    return (value >= 1 && value <= 4) || value == -1;
}

// Whether the day is the `index`-th of its month among such days.
bool isNthOfMonth(const QDate& day, const ExchangePattern& pattern)
{
    const auto counts = [&](const QDate& date) {
        return pattern.days.contains(std::chrono::weekday(static_cast<unsigned>(date.dayOfWeek())));
    };
    if (!counts(day))
        return false;
    int others = 0; // between the day and the end of the month that is counted from
    const int step = pattern.index < 0 ? 1 : -1;
    for (QDate date = day.addDays(step); date.month() == day.month(); date = date.addDays(step))
        others += counts(date) ? 1 : 0;
    return others + 1 == std::abs(pattern.index);
}

// One rule on its way to a pattern; each step fills what it is about.
class Translation final
{
public:
    Translation(const RecurrenceRule& rule, const QDateTime& start)
        : m_rule(rule)
        , m_start(start)
    {
        m_pattern.interval = rule.interval;
        m_pattern.weekStart = rule.weekStart;
    }

    Result<ExchangePattern> make()
    {
        if (const Result<void> usual = checkUsual(); !usual)
            return failure(usual.error());
        if (const Result<void> filled = fill(); !filled)
            return failure(filled.error());
        if (!startBelongs())
            return unsupported("DTSTART");
        return m_pattern;
    }

private:
    Result<void> checkUsual() const
    {
        if (!m_rule.yearDays.isEmpty())
            return unsupported("BYYEARDAY");
        if (!m_rule.weekNumbers.isEmpty())
            return unsupported("BYWEEKNO");
        if (!m_rule.hours.isEmpty() && m_rule.hours != QList{m_start.time().hour()})
            return unsupported("BYHOUR");
        if (!m_rule.minutes.isEmpty() && m_rule.minutes != QList{m_start.time().minute()})
            return unsupported("BYMINUTE");
        if (m_rule.frequency != Frequency::Yearly && !m_rule.months.isEmpty())
            return unsupported("BYMONTH");
        return {};
    }

    Result<void> fill()
    {
        switch (m_rule.frequency) {
        case Frequency::Daily:
        case Frequency::Weekly:
            return fillDays();
        case Frequency::Monthly:
            return m_rule.weekdays.isEmpty() ? fillDayOfMonth(Kind::AbsoluteMonthly, Kind::RelativeMonthly)
                                             : fillNth(Kind::RelativeMonthly);
        case Frequency::Yearly:
            return fillYear();
        }
        Q_UNREACHABLE();
    }

    Result<void> fillDays()
    {
        if (!m_rule.monthDays.isEmpty())
            return unsupported("BYMONTHDAY");
        if (!m_rule.setPositions.isEmpty())
            return unsupported("BYSETPOS");
        if (hasOrdinals(m_rule))
            return unsupported("BYDAY");
        const bool isDaily = m_rule.frequency == Frequency::Daily;
        m_pattern.days = daysOf(m_rule);
        if (isDaily && m_pattern.days.isEmpty()) {
            m_pattern.kind = Kind::Daily;
            return {};
        }
        if (isDaily && m_rule.interval != 1)
            return unsupported("BYDAY");
        m_pattern.kind = Kind::Weekly;
        if (m_pattern.days.isEmpty())
            m_pattern.days = {std::chrono::weekday(static_cast<unsigned>(m_start.date().dayOfWeek()))};
        return {};
    }

    // A pattern for the 31st falls on the last day of shorter months, a rule leaves them out (RFC 5545 3.3.10).
    Result<void> fillDayOfMonth(Kind absolute, Kind relative)
    {
        if (!m_rule.setPositions.isEmpty())
            return unsupported("BYSETPOS");
        if (m_rule.monthDays.size() > 1)
            return unsupported("BYMONTHDAY");
        const int day = m_rule.monthDays.value(0, m_start.date().day());
        if (day == -1) {
            m_pattern.kind = relative;
            m_pattern.index = -1;
            for (unsigned weekday = 1; weekday <= 7; ++weekday)
                m_pattern.days.append(std::chrono::weekday(weekday));
            return {};
        }
        constexpr int anyCommonYear = 2027;
        const int alwaysThere = m_pattern.month == 0 ? 28 : QDate(anyCommonYear, m_pattern.month, 1).daysInMonth();
        if (day < 1 || day > alwaysThere)
            return unsupported("BYMONTHDAY");
        m_pattern.kind = absolute;
        m_pattern.dayOfMonth = day;
        return {};
    }

    Result<void> fillNth(Kind relative)
    {
        if (!m_rule.monthDays.isEmpty())
            return unsupported("BYMONTHDAY");
        m_pattern.kind = relative;
        m_pattern.days = daysOf(m_rule);
        if (hasOrdinals(m_rule)) {
            m_pattern.index = m_rule.weekdays.first().ordinal;
            if (m_rule.weekdays.size() != 1 || !isIndex(m_pattern.index))
                return unsupported("BYDAY");
            return m_rule.setPositions.isEmpty() ? Result<void>() : unsupported("BYSETPOS");
        }
        m_pattern.index = m_rule.setPositions.value(0);
        if (m_rule.setPositions.size() != 1 || !isIndex(m_pattern.index) || !isCountable(m_pattern.days))
            return unsupported(m_rule.setPositions.isEmpty() ? "BYDAY" : "BYSETPOS");
        return {};
    }

    Result<void> fillYear()
    {
        // Without a month, the days of a rule are those of every month, or of the whole year.
        const bool isPlain = m_rule.monthDays.isEmpty() && m_rule.weekdays.isEmpty();
        if (m_rule.months.size() > 1 || (m_rule.months.isEmpty() && !isPlain))
            return unsupported("BYMONTH");
        if (m_rule.interval > mostYears)
            return unsupported("INTERVAL");
        m_pattern.month = m_rule.months.value(0, m_start.date().month());
        return m_rule.weekdays.isEmpty() ? fillDayOfMonth(Kind::AbsoluteYearly, Kind::RelativeYearly)
                                         : fillNth(Kind::RelativeYearly);
    }

    // A rule counts its start though it does not follow it; a pattern begins where it comes true.
    bool startBelongs() const
    {
        const QDate day = m_start.date();
        if (m_pattern.month != 0 && m_pattern.month != day.month())
            return false;
        switch (m_pattern.kind) {
        case Kind::Daily:
            return true;
        case Kind::Weekly:
            return m_pattern.days.contains(std::chrono::weekday(static_cast<unsigned>(day.dayOfWeek())));
        case Kind::AbsoluteMonthly:
        case Kind::AbsoluteYearly:
            return m_pattern.dayOfMonth == day.day();
        case Kind::RelativeMonthly:
        case Kind::RelativeYearly:
            return isNthOfMonth(day, m_pattern);
        }
        Q_UNREACHABLE();
    }

    const RecurrenceRule& m_rule;
    QDateTime m_start;
    ExchangePattern m_pattern;
};

} // namespace

Result<ExchangePattern> exchangePatternOf(const RecurrenceRule& rule, const QDateTime& start)
{
    return Translation(rule, start).make();
}

} // namespace reserve
