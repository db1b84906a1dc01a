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

constexpr int monthsOfYear = 12;
constexpr unsigned workDays = 0b0111110;
constexpr unsigned weekend = 0b1000001;
constexpr unsigned everyDay = 0b1111111;

QString nameOf(std::chrono::weekday day)
{
    return QString::fromLatin1(dayNames.at(day.c_encoding()));
}

Failure notSupported(const char* part)
{
    return failure("exchange.recurrence-not-supported", {{QStringLiteral("rule"), QLatin1String(part)}});
}

QString positionOf(int index)
{
    const auto position
        = std::find_if(positions.begin(), positions.end(), [&](const auto& one) { return one.first == index; });
    return position != positions.end() ? QString::fromLatin1(position->second) : QString();
}

QStringList namesOf(const ExchangePattern& pattern)
{
    const bool isRelative = pattern.kind == ExchangePattern::Kind::RelativeMonthly
        || pattern.kind == ExchangePattern::Kind::RelativeYearly;
    unsigned bits = 0;
    for (const std::chrono::weekday day : pattern.days)
        bits |= 1U << day.c_encoding();
    if (isRelative && bits == everyDay)
        return {QStringLiteral("Day")};
    if (isRelative && bits == workDays)
        return {QStringLiteral("Weekday")};
    if (isRelative && bits == weekend)
        return {QStringLiteral("WeekendDay")};
    QStringList names;
    for (unsigned day = 0; day < dayNames.size(); ++day) {
        if (bits & (1U << day))
            names.append(nameOf(std::chrono::weekday(day)));
    }
    return names;
}

EwsRecurrence inWordsOfEws(const ExchangePattern& pattern)
{
    EwsRecurrence result;
    result.pattern = pattern.kind;
    result.interval = pattern.interval;
    result.days = namesOf(pattern);
    result.position = positionOf(pattern.index);
    result.dayOfMonth = pattern.dayOfMonth;
    result.month = pattern.month;
    result.weekStart = pattern.weekStart;
    // A yearly pattern has no interval: every second year is every 24th month.
    if (pattern.month > 0 && pattern.interval > 1) {
        result.pattern = pattern.kind == Pattern::RelativeYearly ? Pattern::RelativeMonthly : Pattern::AbsoluteMonthly;
        result.interval = pattern.interval * monthsOfYear;
        result.month = 0;
    }
    return result;
}

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
    const auto pattern = exchangePatternOf(*recurrence.rule, start);
    if (!pattern)
        return failure(pattern.error());
    EwsRecurrence result = inWordsOfEws(*pattern);
    result.start = start.date();
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
