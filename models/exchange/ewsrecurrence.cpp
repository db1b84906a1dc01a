// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewsrecurrence.h"

#include "models/exchange/ewswriter.h"

#include <algorithm>
#include <array>
#include <utility>

namespace reserve {

namespace {

using Pattern = EwsRecurrence::Pattern;
using Frequency = RecurrenceRule::Frequency;

// In the order of std::chrono::weekday::c_encoding().
constexpr std::array dayNames{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
constexpr std::array monthNames{"January", "February", "March",     "April",   "May",      "June",
                                "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::pair<int, const char*>, 5> positions{
    {{1, "First"}, {2, "Second"}, {3, "Third"}, {4, "Fourth"}, {-1, "Last"}}};
constexpr std::array<std::pair<Pattern, const char*>, 6> patternNames{{
    {Pattern::Daily, "DailyRecurrence"},
    {Pattern::Weekly, "WeeklyRecurrence"},
    {Pattern::AbsoluteMonthly, "AbsoluteMonthlyRecurrence"},
    {Pattern::RelativeMonthly, "RelativeMonthlyRecurrence"},
    {Pattern::AbsoluteYearly, "AbsoluteYearlyRecurrence"},
    {Pattern::RelativeYearly, "RelativeYearlyRecurrence"},
}};

constexpr int mostMonths = 99; // of an interval
constexpr unsigned workDays = 0b0111110;
constexpr unsigned weekend = 0b1000001;
constexpr unsigned everyDay = 0b1111111;

QString nameOf(std::chrono::weekday day)
{
    return QString::fromLatin1(dayNames.at(day.c_encoding()));
}

std::chrono::weekday weekdayOf(QDate date)
{
    return std::chrono::weekday(unsigned(date.dayOfWeek()));
}

Failure notSupported(const char* part)
{
    return failure("exchange.recurrence-not-supported", {{QStringLiteral("rule"), QLatin1String(part)}});
}

// Translates one rule. Every function answers the part of the rule that has no counterpart, or null.
class Translation
{
public:
    Translation(const RecurrenceRule& rule, const QDateTime& start)
        : m_rule(rule)
        , m_start(start)
    {
    }

    const char* translate()
    {
        m_result.start = m_start.date();
        m_result.interval = m_rule.interval;
        m_result.weekStart = m_rule.weekStart;
        if (const char* obstacle = timesOfDay())
            return obstacle;
        if (!m_rule.weekNumbers.isEmpty())
            return "BYWEEKNO";
        if (!m_rule.yearDays.isEmpty())
            return "BYYEARDAY";
        switch (m_rule.frequency) {
        case Frequency::Daily:
            return daily();
        case Frequency::Weekly:
            return weekly();
        case Frequency::Monthly:
            return m_rule.months.isEmpty() ? monthly() : "BYMONTH";
        case Frequency::Yearly:
            return yearly();
        }
        Q_UNREACHABLE();
    }

    const EwsRecurrence& result() const { return m_result; }

private:
    const char* timesOfDay() const
    {
        const QTime time = m_start.time();
        if (!m_rule.hours.isEmpty() && m_rule.hours != QList<int>{time.hour()})
            return "BYHOUR";
        if (!m_rule.minutes.isEmpty() && m_rule.minutes != QList<int>{time.minute()})
            return "BYMINUTE";
        return nullptr;
    }

    bool hasOrdinals() const
    {
        return std::any_of(m_rule.weekdays.begin(), m_rule.weekdays.end(),
                           [](const auto& weekday) { return weekday.ordinal != 0; });
    }

    unsigned dayBits() const
    {
        unsigned bits = 0;
        for (const auto& weekday : m_rule.weekdays)
            bits |= 1U << weekday.day.c_encoding();
        return bits;
    }

    // Exchange begins a series with the first date that its pattern has, iCalendar with DTSTART.
    const char* startsOn(unsigned bits) const
    {
        return bits & (1U << weekdayOf(m_start.date()).c_encoding()) ? nullptr : "DTSTART";
    }

    const char* daily()
    {
        if (!m_rule.months.isEmpty())
            return "BYMONTH";
        if (!m_rule.monthDays.isEmpty())
            return "BYMONTHDAY";
        if (!m_rule.setPositions.isEmpty())
            return "BYSETPOS";
        if (m_rule.weekdays.isEmpty()) {
            m_result.pattern = Pattern::Daily;
            return nullptr;
        }
        // Every day that is one of these is every week on these.
        return m_rule.interval == 1 ? weekly() : "BYDAY";
    }

    const char* weekly()
    {
        if (!m_rule.months.isEmpty())
            return "BYMONTH";
        if (!m_rule.setPositions.isEmpty())
            return "BYSETPOS";
        if (hasOrdinals())
            return "BYDAY";
        m_result.pattern = Pattern::Weekly;
        const unsigned bits = m_rule.weekdays.isEmpty() ? 1U << weekdayOf(m_start.date()).c_encoding() : dayBits();
        for (unsigned day = 0; day < dayNames.size(); ++day) {
            if (bits & (1U << day))
                m_result.days.append(nameOf(std::chrono::weekday(day)));
        }
        return startsOn(bits);
    }

    const char* monthly()
    {
        if (!m_rule.weekdays.isEmpty())
            return relative(Pattern::RelativeMonthly);
        if (!m_rule.setPositions.isEmpty())
            return "BYSETPOS";
        if (m_rule.monthDays == QList<int>{-1}) {
            m_result.pattern = Pattern::RelativeMonthly;
            m_result.days = {QStringLiteral("Day")};
            m_result.position = QStringLiteral("Last");
            return m_start.date().day() == m_start.date().daysInMonth() ? nullptr : "DTSTART";
        }
        return absolute(Pattern::AbsoluteMonthly);
    }

    const char* yearly()
    {
        if (m_rule.months.size() > 1)
            return "BYMONTH";
        const int month = m_start.date().month();
        if (!m_rule.months.isEmpty() && m_rule.months.first() != month)
            return "DTSTART";
        // Without its month a weekday with a number counts through the year.
        if (m_rule.months.isEmpty() && !m_rule.weekdays.isEmpty())
            return "BYDAY";
        if (m_rule.months.isEmpty() && !m_rule.monthDays.isEmpty())
            return "BYMONTHDAY";
        m_result.month = month;
        const char* obstacle = monthly();
        if (obstacle || m_rule.interval == 1) {
            m_result.pattern
                = m_result.pattern == Pattern::RelativeMonthly ? Pattern::RelativeYearly : Pattern::AbsoluteYearly;
            return obstacle;
        }
        // A yearly pattern has no interval: every second year is every 24th month.
        m_result.month = 0;
        m_result.interval = m_rule.interval * 12;
        return m_result.interval <= mostMonths ? nullptr : "INTERVAL";
    }

    // RFC 5545 leaves out a month that has no 31st, Exchange takes its last day.
    const char* absolute(Pattern pattern)
    {
        const int day = m_start.date().day();
        if (m_rule.monthDays.size() > 1)
            return "BYMONTHDAY";
        if (!m_rule.monthDays.isEmpty() && m_rule.monthDays.first() != day)
            return m_rule.monthDays.first() < 0 ? "BYMONTHDAY" : "DTSTART";
        const bool isInEveryMonth
            = m_result.month > 0 ? day <= QDate(2001, m_result.month, 1).daysInMonth() : day <= 28;
        if (!isInEveryMonth)
            return "BYMONTHDAY";
        m_result.pattern = pattern;
        m_result.dayOfMonth = day;
        return nullptr;
    }

    // "BYDAY=2TU", "BYDAY=TU;BYSETPOS=2", "BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1".
    const char* relative(Pattern pattern)
    {
        if (!m_rule.monthDays.isEmpty())
            return "BYMONTHDAY";
        const unsigned bits = dayBits();
        int ordinal = 0;
        if (m_rule.weekdays.size() == 1 && m_rule.setPositions.isEmpty())
            ordinal = m_rule.weekdays.first().ordinal;
        else if (m_rule.setPositions.size() == 1 && !hasOrdinals())
            ordinal = m_rule.setPositions.first();
        const auto position
            = std::find_if(positions.begin(), positions.end(), [&](const auto& one) { return one.first == ordinal; });
        if (position == positions.end())
            return m_rule.setPositions.isEmpty() ? "BYDAY" : "BYSETPOS";
        if (bits == everyDay)
            m_result.days = {QStringLiteral("Day")};
        else if (bits == workDays)
            m_result.days = {QStringLiteral("Weekday")};
        else if (bits == weekend)
            m_result.days = {QStringLiteral("WeekendDay")};
        else if (m_rule.weekdays.size() == 1)
            m_result.days = {nameOf(m_rule.weekdays.first().day)};
        else
            return "BYDAY";
        m_result.pattern = pattern;
        m_result.position = QString::fromLatin1(position->second);
        return isNth(bits, ordinal) ? nullptr : "DTSTART";
    }

    // The start is itself the date that the pattern means in its month.
    bool isNth(unsigned bits, int ordinal) const
    {
        const QDate start = m_start.date();
        const auto fits = [&](int day) {
            return (bits & (1U << weekdayOf(QDate(start.year(), start.month(), day)).c_encoding())) != 0;
        };
        if (!fits(start.day()))
            return false;
        int before = 0;
        int behind = 0;
        for (int day = 1; day <= start.daysInMonth(); ++day) {
            before += day < start.day() && fits(day);
            behind += day > start.day() && fits(day);
        }
        return ordinal > 0 ? before == ordinal - 1 : behind == -ordinal - 1;
    }

    const RecurrenceRule& m_rule;
    const QDateTime m_start;
    EwsRecurrence m_result;
};

// The last day that has an occurrence by UNTIL, which is a moment: a day whose time of day is later is out.
std::optional<QDate> endOf(const RecurrenceRule& rule, const QDateTime& start, const QTimeZone& zone)
{
    switch (rule.until.kind) {
    case ItipTime::Kind::Absent:
        return std::nullopt;
    case ItipTime::Kind::Date:
        return rule.until.wall.date();
    case ItipTime::Kind::Utc: {
        const QDateTime wall = rule.until.wall.toTimeZone(zone);
        return wall.time() < start.time() ? wall.date().addDays(-1) : wall.date();
    }
    case ItipTime::Kind::Zoned:
    case ItipTime::Kind::Floating: {
        const QDateTime& wall = rule.until.wall;
        return wall.time() < start.time() ? wall.date().addDays(-1) : wall.date();
    }
    }
    Q_UNREACHABLE();
}

bool isYearly(Pattern pattern)
{
    return pattern == Pattern::AbsoluteYearly || pattern == Pattern::RelativeYearly;
}

QDate dateIn(const QString& text)
{
    return QDate::fromString(text.first(std::min<qsizetype>(text.size(), 10)), Qt::ISODate);
}

template<typename Names>
int indexIn(const Names& names, const QString& name)
{
    const auto found
        = std::find_if(names.begin(), names.end(), [&](const char* one) { return name == QLatin1String(one); });
    return found != names.end() ? int(found - names.begin()) : -1;
}

void readPattern(const XmlElement& element, EwsRecurrence& recurrence)
{
    recurrence.interval = std::max(1, element[QLatin1String("Interval")].text.toInt());
    recurrence.days = element[QLatin1String("DaysOfWeek")].text.simplified().split(u' ', Qt::SkipEmptyParts);
    std::sort(recurrence.days.begin(), recurrence.days.end(), [](const QString& left, const QString& right) {
        return indexIn(dayNames, left) < indexIn(dayNames, right);
    });
    recurrence.position = element[QLatin1String("DayOfWeekIndex")].text.trimmed();
    recurrence.dayOfMonth = element[QLatin1String("DayOfMonth")].text.toInt();
    recurrence.month = indexIn(monthNames, element[QLatin1String("Month")].text.trimmed()) + 1;
    const int weekStart = indexIn(dayNames, element[QLatin1String("FirstDayOfWeek")].text.trimmed());
    if (weekStart >= 0)
        recurrence.weekStart = std::chrono::weekday(unsigned(weekStart));
}

void readRange(const XmlElement& element, EwsRecurrence& recurrence)
{
    recurrence.start = dateIn(element[QLatin1String("StartDate")].text.trimmed());
    if (element.name == QLatin1String("EndDateRecurrence"))
        recurrence.end = dateIn(element[QLatin1String("EndDate")].text.trimmed());
    if (element.name == QLatin1String("NumberedRecurrence"))
        recurrence.count = element[QLatin1String("NumberOfOccurrences")].text.toInt();
}

} // namespace

bool operator==(const EwsRecurrence& left, const EwsRecurrence& right)
{
    const bool leavesWeeksOut = left.pattern == Pattern::Weekly && left.interval > 1;
    return left.pattern == right.pattern && left.interval == right.interval && left.days == right.days
        && left.position == right.position && left.dayOfMonth == right.dayOfMonth && left.month == right.month
        && left.start == right.start && left.end == right.end && left.count == right.count
        && (!leavesWeeksOut || left.weekStart == right.weekStart);
}

Result<EwsRecurrence> ewsRecurrenceOf(const ItipRecurrence& recurrence, const QDateTime& start, const QTimeZone& zone)
{
    if (!recurrence.dates.isEmpty() || !recurrence.periods.isEmpty())
        return notSupported("RDATE");
    if (!recurrence.rule)
        return notSupported("RRULE");
    Translation translation(*recurrence.rule, start);
    if (const char* obstacle = translation.translate())
        return notSupported(obstacle);
    EwsRecurrence result = translation.result();
    result.end = endOf(*recurrence.rule, start, zone);
    result.count = recurrence.rule->count.value_or(0);
    return result;
}

void writeRecurrence(EwsWriter& writer, const EwsRecurrence& recurrence)
{
    writer.beginType("Recurrence");
    const auto name = std::find_if(patternNames.begin(), patternNames.end(),
                                   [&](const auto& one) { return one.first == recurrence.pattern; });
    writer.beginType(name->second);
    if (!isYearly(recurrence.pattern))
        writer.type("Interval", QString::number(recurrence.interval));
    if (!recurrence.days.isEmpty())
        writer.type("DaysOfWeek", recurrence.days.join(u' '));
    if (recurrence.pattern == Pattern::Weekly)
        writer.type("FirstDayOfWeek", nameOf(recurrence.weekStart));
    if (!recurrence.position.isEmpty())
        writer.type("DayOfWeekIndex", recurrence.position);
    if (recurrence.dayOfMonth > 0)
        writer.type("DayOfMonth", QString::number(recurrence.dayOfMonth));
    if (isYearly(recurrence.pattern))
        writer.type("Month", QString::fromLatin1(monthNames.at(std::size_t(recurrence.month - 1))));
    writer.end();
    writer.beginType(recurrence.end             ? "EndDateRecurrence"
                         : recurrence.count > 0 ? "NumberedRecurrence"
                                                : "NoEndRecurrence");
    writer.type("StartDate", recurrence.start.toString(Qt::ISODate));
    if (recurrence.end)
        writer.type("EndDate", recurrence.end->toString(Qt::ISODate));
    else if (recurrence.count > 0)
        writer.type("NumberOfOccurrences", QString::number(recurrence.count));
    writer.end();
    writer.end();
}

std::optional<EwsRecurrence> readRecurrence(const XmlElement& recurrence)
{
    EwsRecurrence result;
    bool known = false;
    for (const XmlElement& part : recurrence.children) {
        const auto name = std::find_if(patternNames.begin(), patternNames.end(),
                                       [&](const auto& one) { return part.name == QLatin1String(one.second); });
        if (name == patternNames.end()) {
            readRange(part, result);
            continue;
        }
        known = true;
        result.pattern = name->first;
        readPattern(part, result);
    }
    return known ? std::optional(result) : std::nullopt;
}

} // namespace reserve
