// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/observanceparser.h"

#include "models/itip/contentline.h"

#include <QList>

#include <algorithm>
#include <array>

namespace reserve {

using std::chrono::seconds;
using std::chrono::sys_seconds;

namespace {

constexpr std::size_t mostObservances = 500; // whole histories of zones are sent
constexpr int mostRules = 32;
constexpr std::size_t mostDates = 2000;
constexpr int mostCount = 100;
// Real zones lie between -12 and +15:14; toInstant() looks 26 hours to either side.
constexpr seconds widestOffset = std::chrono::hours(18);

std::optional<int> number(QByteArrayView digits)
{
    bool isNumber = false;
    const int value = digits.trimmed().toInt(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

// "+0100", "-0330", "+000000".
std::optional<seconds> parseOffset(QByteArrayView text)
{
    text = text.trimmed();
    if ((text.size() != 5 && text.size() != 7) || (text[0] != '+' && text[0] != '-'))
        return std::nullopt;
    const auto digits = number(text.sliced(1));
    if (!digits || *digits < 0)
        return std::nullopt;
    const int hhmmss = text.size() == 5 ? *digits * 100 : *digits;
    const seconds size
        = std::chrono::hours(hhmmss / 10000) + std::chrono::minutes(hhmmss / 100 % 100) + seconds(hhmmss % 100);
    if (size > widestOffset)
        return std::nullopt;
    return text[0] == '-' ? -size : size;
}

struct ParsedWall
{
    WallTime wall;
    bool utc = false;
    bool dateOnly = false;
};

// "16010101T030000", with Z, or the date alone.
std::optional<ParsedWall> parseWall(QByteArrayView text)
{
    text = text.trimmed();
    ParsedWall parsed;
    parsed.dateOnly = text.size() == 8;
    parsed.utc = text.endsWith('Z');
    if (parsed.utc)
        text.chop(1);
    if (text.size() != 8 && (text.size() != 15 || text[8] != 'T'))
        return std::nullopt;
    const auto date = number(text.first(8));
    const auto time = parsed.dateOnly ? std::optional(0) : number(text.sliced(9));
    if (!date || !time || *date < 0 || *time < 0)
        return std::nullopt;
    const std::chrono::year_month_day day{std::chrono::year(*date / 10000),
                                          std::chrono::month(unsigned(*date / 100 % 100)),
                                          std::chrono::day(unsigned(*date % 100))};
    if (!day.ok() || *date < 10000 || *time / 10000 > 23 || *time / 100 % 100 > 59 || *time % 100 > 59)
        return std::nullopt;
    parsed.wall = std::chrono::local_days(day) + std::chrono::hours(*time / 10000)
        + std::chrono::minutes(*time / 100 % 100) + seconds(*time % 100);
    return parsed;
}

// "-1SU", "2MO", "SU".
bool takeWeekday(QByteArrayView text, YearlyRule& rule)
{
    constexpr std::array<QByteArrayView, 7> names{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
    text = text.trimmed();
    if (text.size() < 2)
        return false;
    const auto name = std::find_if(names.begin(), names.end(), [text](QByteArrayView candidate) {
        return candidate.compare(text.last(2), Qt::CaseInsensitive) == 0;
    });
    if (name == names.end())
        return false;
    rule.weekday = std::chrono::weekday(unsigned(name - names.begin()));
    if (text.size() == 2)
        return true;
    const auto ordinal = number(text.chopped(2));
    if (!ordinal || *ordinal == 0 || *ordinal < -5 || *ordinal > 5)
        return false;
    rule.ordinal = *ordinal;
    return true;
}

class RuleParser
{
public:
    explicit RuleParser(Observance& observance)
        : m_observance(observance)
    {
    }

    // False for everything but one onset a year.
    bool parse(QByteArrayView text)
    {
        for (const QByteArray& part : text.toByteArray().toUpper().split(';')) {
            if (!part.trimmed().isEmpty() && !takePart(part.trimmed()))
                return false;
        }
        return m_isYearly && settleDay() && settleEnd();
    }

private:
    bool takePart(const QByteArray& part)
    {
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = part.left(equals);
        const QByteArray value = part.mid(equals + 1);
        if (name == "FREQ")
            return m_isYearly = value == "YEARLY";
        if (name == "WKST")
            return true;
        if (name == "BYDAY")
            return takeWeekday(value, m_rule);
        if (name == "BYMONTHDAY")
            return takeMonthDays(value);
        if (name == "UNTIL")
            return (m_until = parseWall(value)).has_value();
        if (name == "BYHOUR" || name == "BYMINUTE" || name == "BYSECOND")
            return takeTimePart(name, number(value));
        const auto single = number(value);
        if (!single)
            return false;
        if (name == "INTERVAL")
            return (m_rule.interval = *single) >= 1 && *single <= 1000;
        if (name == "BYMONTH")
            return (m_month = *single) >= 1 && *single <= 12;
        if (name == "BYSETPOS")
            return (m_position = *single) != 0 && std::abs(*single) <= 5;
        if (name == "COUNT")
            return (m_count = *single) >= 1 && *single <= mostCount;
        return false;
    }

    bool takeMonthDays(const QByteArray& value)
    {
        const QList<QByteArray> days = value.split(',');
        if (days.size() > 31)
            return false;
        for (const QByteArray& day : days) {
            const auto single = number(day);
            if (!single || *single == 0 || std::abs(*single) > 31)
                return false;
            m_monthDays.append(*single);
        }
        std::sort(m_monthDays.begin(), m_monthDays.end());
        return true;
    }

    // Notes writes BYHOUR=2;BYMINUTE=0: the time of day, once more.
    bool takeTimePart(const QByteArray& name, std::optional<int> value)
    {
        if (!value || *value < 0 || *value > (name == "BYHOUR" ? 23 : 59))
            return false;
        const auto day = std::chrono::floor<std::chrono::days>(m_observance.start);
        const std::chrono::hh_mm_ss clock(m_observance.start - day);
        const int hour = name == "BYHOUR" ? *value : int(clock.hours().count());
        const int minute = name == "BYMINUTE" ? *value : int(clock.minutes().count());
        const int second = name == "BYSECOND" ? *value : int(clock.seconds().count());
        m_observance.start = day + std::chrono::hours(hour) + std::chrono::minutes(minute) + seconds(second);
        return true;
    }

    bool settleDay()
    {
        const std::chrono::year_month_day start(std::chrono::floor<std::chrono::days>(m_observance.start));
        if (!m_month && (m_rule.weekday || !m_monthDays.isEmpty()))
            return false;
        m_rule.month = m_month ? unsigned(*m_month) : unsigned(start.month());
        if (m_position) {
            if (!m_rule.weekday || m_rule.ordinal != 0 || !m_monthDays.isEmpty())
                return false;
            m_rule.ordinal = *m_position;
        }
        if (!m_rule.weekday)
            return settleMonthDay(unsigned(start.day()));
        return m_monthDays.isEmpty() ? m_rule.ordinal != 0 : settleWeek();
    }

    bool settleMonthDay(unsigned dayOfStart)
    {
        if (m_monthDays.isEmpty()) {
            m_rule.day = dayOfStart;
            return true;
        }
        m_rule.day = unsigned(std::abs(m_monthDays.front()));
        return m_monthDays.size() == 1 && m_monthDays.front() > 0;
    }

    // "SU" with 8,9,10,11,12,13,14: the first Sunday on or after the 8th. Seven days to be one a year.
    bool settleWeek()
    {
        const bool isWeek = m_monthDays.size() == 7 && m_monthDays.back() - m_monthDays.front() == 6
            && std::adjacent_find(m_monthDays.begin(), m_monthDays.end()) == m_monthDays.end();
        if (!isWeek || m_rule.ordinal != 0)
            return false;
        if (m_monthDays.back() == -1)
            m_rule.ordinal = -1;
        m_rule.day = unsigned(std::abs(m_monthDays.front()));
        return m_monthDays.front() > 0 || m_rule.ordinal == -1;
    }

    bool settleEnd()
    {
        if (m_until) {
            const seconds rest = m_until->dateOnly ? std::chrono::hours(24) - seconds(1) : std::chrono::hours(0);
            const seconds offset = m_until->utc ? seconds(0) : m_observance.offsetFrom;
            m_rule.until = sys_seconds(m_until->wall.time_since_epoch()) + rest - offset;
            const auto day = std::chrono::floor<std::chrono::days>(m_until->wall + std::chrono::days(1));
            m_rule.lastYear = std::min(9999, int(std::chrono::year_month_day(day).year()));
        }
        m_observance.rule = m_rule;
        // Tried now: a rule such as 30 February never begins, and is refused before anybody asks it anything.
        const auto first = m_observance.firstOnset();
        if (!first)
            return false;
        if (m_count)
            m_observance.rule->until = std::min(m_rule.until, lastOf(*m_count, *first));
        return true;
    }

    sys_seconds lastOf(int count, sys_seconds first) const
    {
        // A year on the long side and its interval: the next onset is the last one up to there.
        const auto stride = std::chrono::days(366) * m_rule.interval;
        sys_seconds last = first;
        for (int i = 1; i < count; ++i) {
            const auto next = m_observance.lastOnsetUpTo(last + stride + std::chrono::days(7));
            if (!next || *next <= last)
                break;
            last = *next;
        }
        return last;
    }

    Observance& m_observance;
    YearlyRule m_rule;
    bool m_isYearly = false;
    std::optional<int> m_month;
    std::optional<int> m_position;
    std::optional<int> m_count;
    std::optional<ParsedWall> m_until;
    QList<int> m_monthDays;
};

// Gathers the lines of one observance; they come in any order, so that nothing is judged before its END.
class ObservanceBuilder
{
public:
    bool take(const ContentLine& line)
    {
        if (line.is("DTSTART"))
            return (m_start = parseWall(splitTimeLine(line.text).value)).has_value();
        if (line.is("TZOFFSETFROM"))
            return (m_from = parseOffset(line.value)).has_value();
        if (line.is("TZOFFSETTO"))
            return (m_to = parseOffset(line.value)).has_value();
        if (line.is("RRULE")) {
            const bool isFirst = m_rule.isEmpty();
            m_rule = line.value.toByteArray();
            return isFirst;
        }
        if (line.is("RDATE"))
            return takeDates(splitTimeLine(line.text).value);
        return !line.is("EXDATE") && !line.is("EXRULE");
    }

    bool hasRule() const { return !m_rule.isEmpty(); }

    std::optional<Observance> build() const
    {
        if (!m_start || !m_from || !m_to)
            return std::nullopt;
        Observance observance;
        observance.start = m_start->wall;
        observance.offsetFrom = *m_from;
        observance.offsetTo = *m_to;
        // DTSTART is an onset where there is no rule. With one it is not, unless the rule says so itself:
        // Exchange writes 1601, others the first of January of any year.
        if (hasRule() && !RuleParser(observance).parse(m_rule))
            return std::nullopt;
        if (!hasRule())
            observance.dates.push_back(toUtc(*m_start));
        for (const ParsedWall& date : m_dates)
            observance.dates.push_back(toUtc(date));
        std::sort(observance.dates.begin(), observance.dates.end());
        return observance;
    }

private:
    sys_seconds toUtc(const ParsedWall& parsed) const
    {
        return sys_seconds(parsed.wall.time_since_epoch()) - (parsed.utc ? seconds(0) : *m_from);
    }

    bool takeDates(QByteArrayView list)
    {
        for (const QByteArray& one : list.toByteArray().split(',')) {
            const auto date = parseWall(one);
            if (!date || m_dates.size() >= mostDates)
                return false;
            m_dates.push_back(*date);
        }
        return true;
    }

    std::optional<ParsedWall> m_start;
    std::optional<seconds> m_from;
    std::optional<seconds> m_to;
    QByteArray m_rule;
    std::vector<ParsedWall> m_dates;
};

bool isObservance(QByteArrayView component)
{
    component = component.trimmed();
    return component.compare("STANDARD", Qt::CaseInsensitive) == 0
        || component.compare("DAYLIGHT", Qt::CaseInsensitive) == 0;
}

} // namespace

std::optional<std::vector<Observance>> parseObservances(QByteArrayView timezoneText)
{
    std::vector<Observance> observances;
    std::optional<ObservanceBuilder> open;
    int rules = 0;
    ContentLines lines(timezoneText);
    while (lines.next()) {
        const ContentLine& line = lines.line();
        if (line.is("BEGIN") && isObservance(line.value)) {
            if (open)
                return std::nullopt;
            open.emplace();
        } else if (line.is("END") && isObservance(line.value) && open) {
            rules += open->hasRule() ? 1 : 0;
            auto observance = open->build();
            open.reset();
            if (!observance || rules > mostRules || observances.size() >= mostObservances)
                return std::nullopt;
            observances.push_back(std::move(*observance));
        } else if (open && !open->take(line)) {
            return std::nullopt;
        }
    }
    if (open || observances.empty())
        return std::nullopt;
    return observances;
}

} // namespace reserve
