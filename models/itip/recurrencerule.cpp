// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/recurrencerule.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace reserve {

namespace {

// A room can be wanted every hour of a working day; whoever asks for more asks for thousands of rows.
constexpr int mostTimesADay = 8;
constexpr qsizetype longestRule = 4096;

struct WeekdayName
{
    QByteArrayView name;
    std::chrono::weekday day;
};
constexpr std::array<WeekdayName, 7> weekdayNames{{{"MO", std::chrono::Monday},
                                                   {"TU", std::chrono::Tuesday},
                                                   {"WE", std::chrono::Wednesday},
                                                   {"TH", std::chrono::Thursday},
                                                   {"FR", std::chrono::Friday},
                                                   {"SA", std::chrono::Saturday},
                                                   {"SU", std::chrono::Sunday}}};

bool same(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

std::optional<std::chrono::weekday> weekdayFromName(QByteArrayView name)
{
    for (const WeekdayName& known : weekdayNames) {
        if (same(known.name, name))
            return known.day;
    }
    return std::nullopt;
}

std::optional<int> toNumber(QByteArrayView text)
{
    bool isNumber = false;
    const int number = text.trimmed().toInt(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

// Splits at `separator` and hands each piece on until one is refused.
template<typename Take>
bool forEachPiece(QByteArrayView text, char separator, Take take)
{
    while (true) {
        const qsizetype end = text.indexOf(separator);
        if (!take((end < 0 ? text : text.first(end)).trimmed()))
            return false;
        if (end < 0)
            return true;
        text = text.sliced(end + 1);
    }
}

class RuleParser
{
public:
    Result<RecurrenceRule> parse(QByteArrayView text)
    {
        if (text.size() > longestRule)
            return unreadable(text.first(64));
        const bool read = forEachPiece(text, ';', [this](QByteArrayView part) {
            m_part = part;
            return part.isEmpty() || takePart(part);
        });
        if (!read)
            return m_tooFrequent ? failure(QByteArrayLiteral("itip.rule-too-frequent"), detail(m_part))
                                 : unreadable(m_part);
        if (!m_hasFrequency)
            return unreadable("FREQ");
        if (m_rule.count && m_rule.until.isPresent())
            return unreadable("COUNT, UNTIL");
        const qsizetype timesADay
            = std::max<qsizetype>(1, m_rule.hours.size()) * std::max<qsizetype>(1, m_rule.minutes.size());
        if (timesADay > mostTimesADay)
            return failure(QByteArrayLiteral("itip.rule-too-frequent"), detail("BYHOUR, BYMINUTE"));
        return std::move(m_rule);
    }

private:
    static Arguments detail(QByteArrayView part)
    {
        return {{QStringLiteral("detail"), QString::fromUtf8(part.first(std::min<qsizetype>(part.size(), 64)))}};
    }

    static Failure unreadable(QByteArrayView part)
    {
        return failure(QByteArrayLiteral("itip.rule-unreadable"), detail(part));
    }

    bool takePart(QByteArrayView part)
    {
        const qsizetype equals = part.indexOf('=');
        if (equals <= 0)
            return false;
        const QByteArrayView name = part.first(equals).trimmed();
        const QByteArrayView value = part.sliced(equals + 1).trimmed();
        return takeExtent(name, value) || takeDays(name, value) || takeTimes(name, value)
            || saysNothingNew(name, value);
    }

    // RFC 7529: other calendars change what every part means; these values are what holds without them.
    static bool saysNothingNew(QByteArrayView name, QByteArrayView value)
    {
        return (same(name, "RSCALE") && same(value, "GREGORIAN")) || (same(name, "SKIP") && same(value, "OMIT"));
    }

    bool takeExtent(QByteArrayView name, QByteArrayView value)
    {
        if (same(name, "FREQ"))
            return takeFrequency(value);
        if (same(name, "INTERVAL"))
            return takeOne(value, 1, 9999, m_rule.interval);
        if (same(name, "COUNT")) {
            int count = 0;
            const bool read = takeOne(value, 1, std::numeric_limits<int>::max(), count);
            m_rule.count = count;
            return read;
        }
        if (same(name, "UNTIL")) {
            const auto until = parseItipTime(value, {});
            m_rule.until = until.value_or(ItipTime());
            return until.has_value();
        }
        if (same(name, "WKST")) {
            const auto day = weekdayFromName(value);
            m_rule.weekStart = day.value_or(std::chrono::Monday);
            return day.has_value();
        }
        return false;
    }

    bool takeFrequency(QByteArrayView value)
    {
        using Frequency = RecurrenceRule::Frequency;
        m_hasFrequency = true;
        if (same(value, "DAILY"))
            m_rule.frequency = Frequency::Daily;
        else if (same(value, "WEEKLY"))
            m_rule.frequency = Frequency::Weekly;
        else if (same(value, "MONTHLY"))
            m_rule.frequency = Frequency::Monthly;
        else if (same(value, "YEARLY"))
            m_rule.frequency = Frequency::Yearly;
        else
            return refuseFrequency(value);
        return true;
    }

    bool refuseFrequency(QByteArrayView value)
    {
        m_tooFrequent = same(value, "HOURLY") || same(value, "MINUTELY") || same(value, "SECONDLY");
        return false;
    }

    bool takeDays(QByteArrayView name, QByteArrayView value)
    {
        if (same(name, "BYMONTH"))
            return takeList(value, 1, 12, false, m_rule.months);
        if (same(name, "BYWEEKNO"))
            return takeList(value, 1, 53, true, m_rule.weekNumbers);
        if (same(name, "BYYEARDAY"))
            return takeList(value, 1, 366, true, m_rule.yearDays);
        if (same(name, "BYMONTHDAY"))
            return takeList(value, 1, 31, true, m_rule.monthDays);
        if (same(name, "BYSETPOS"))
            return takeList(value, 1, 366, true, m_rule.setPositions);
        if (same(name, "BYDAY"))
            return forEachPiece(value, ',', [this](QByteArrayView day) { return takeWeekday(day); });
        return false;
    }

    bool takeTimes(QByteArrayView name, QByteArrayView value)
    {
        if (same(name, "BYHOUR"))
            return takeList(value, 0, 23, false, m_rule.hours);
        if (same(name, "BYMINUTE"))
            return takeList(value, 0, 59, false, m_rule.minutes);
        // A meeting begins with a minute.
        return same(name, "BYSECOND") && toNumber(value) == 0;
    }

    bool takeWeekday(QByteArrayView text)
    {
        if (text.size() < 2)
            return false;
        const auto day = weekdayFromName(text.last(2));
        const auto ordinal = text.size() == 2 ? std::optional(0) : toNumber(text.chopped(2));
        const bool fits = day && ordinal && (text.size() == 2 || *ordinal != 0) && std::abs(*ordinal) <= 53;
        if (fits)
            m_rule.weekdays.append({*ordinal, *day});
        return fits;
    }

    static bool takeOne(QByteArrayView text, int lowest, int highest, int& number)
    {
        const auto read = toNumber(text);
        if (read && *read >= lowest && *read <= highest)
            number = *read;
        return read && *read >= lowest && *read <= highest;
    }

    static bool takeList(QByteArrayView text, int lowest, int highest, bool fromEndToo, QList<int>& numbers)
    {
        numbers.clear();
        const bool read = forEachPiece(text, ',', [&](QByteArrayView piece) {
            const auto number = toNumber(piece);
            const int size = number && fromEndToo ? std::abs(*number) : number.value_or(-1);
            const bool fits = number && size >= lowest && size <= highest;
            if (fits)
                numbers.append(*number);
            return fits;
        });
        std::sort(numbers.begin(), numbers.end());
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
        return read;
    }

    RecurrenceRule m_rule;
    QByteArrayView m_part;
    bool m_hasFrequency = false;
    bool m_tooFrequent = false;
};

} // namespace

Result<RecurrenceRule> parseRecurrenceRule(QByteArrayView text)
{
    return RuleParser().parse(text);
}

} // namespace reserve
