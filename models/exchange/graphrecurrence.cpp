// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/graphrecurrence.h"

#include "models/itip/windowszones.h"

#include <QJsonArray>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace reserve {

namespace {

using Kind = GraphRecurrence::Kind;
using Frequency = RecurrenceRule::Frequency;

Failure unsupported(const char* part)
{
    return failure("exchange.recurrence-not-supported", {{QStringLiteral("rule"), QString::fromLatin1(part)}});
}

// In the order of std::chrono::weekday::c_encoding().
constexpr std::array dayNames{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

QString nameOf(std::chrono::weekday day)
{
    return QString::fromLatin1(dayNames.at(day.c_encoding()));
}

QString nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Daily:
        return QStringLiteral("daily");
    case Kind::Weekly:
        return QStringLiteral("weekly");
    case Kind::AbsoluteMonthly:
        return QStringLiteral("absoluteMonthly");
    case Kind::RelativeMonthly:
        return QStringLiteral("relativeMonthly");
    case Kind::AbsoluteYearly:
        return QStringLiteral("absoluteYearly");
    case Kind::RelativeYearly:
        return QStringLiteral("relativeYearly");
    }
    Q_UNREACHABLE();
}

QString nameOfIndex(int index)
{
    static const QStringList names{QStringLiteral("last"), QStringLiteral("first"), QStringLiteral("second"),
                                   QStringLiteral("third"), QStringLiteral("fourth")};
    return names.at(std::max(index, 0));
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
bool isNthOfMonth(const QDate& day, const GraphRecurrence& pattern)
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
        m_pattern.firstDay = start.date();
    }

    Result<GraphRecurrence> make(const QTimeZone& zone)
    {
        if (const Result<void> usual = checkUsual(); !usual)
            return failure(usual.error());
        if (const Result<void> filled = fill(); !filled)
            return failure(filled.error());
        if (!startBelongs())
            return unsupported("DTSTART");
        if (const Result<void> limited = limit(zone); !limited)
            return failure(limited.error());
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
        m_pattern.month = m_rule.months.value(0, m_start.date().month());
        return m_rule.weekdays.isEmpty() ? fillDayOfMonth(Kind::AbsoluteYearly, Kind::RelativeYearly)
                                         : fillNth(Kind::RelativeYearly);
    }

    // A rule counts its start though it does not follow it; a pattern begins where it comes true.
    bool startBelongs() const
    {
        const QDate day = m_pattern.firstDay;
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

    Result<void> limit(const QTimeZone& zone)
    {
        m_pattern.count = m_rule.count;
        const ItipTime& until = m_rule.until;
        if (!until.isPresent())
            return {};
        const QDateTime wall = until.kind == ItipTime::Kind::Utc ? until.wall.toTimeZone(zone) : until.wall;
        const bool before = until.kind != ItipTime::Kind::Date && wall.time() < m_start.time();
        m_pattern.lastDay = wall.date().addDays(before ? -1 : 0);
        return *m_pattern.lastDay < m_pattern.firstDay ? unsupported("UNTIL") : Result<void>();
    }

    const RecurrenceRule& m_rule;
    QDateTime m_start;
    GraphRecurrence m_pattern;
};

} // namespace

Result<GraphRecurrence> graphRecurrenceOf(const ItemDraft& draft)
{
    const QTimeZone zone(draft.timeZone); // an empty name would mean this machine's
    if (draft.timeZone.isEmpty() || !zone.isValid())
        return failure("exchange.zone-not-supported", {{QStringLiteral("zone"), QString::fromUtf8(draft.timeZone)}});
    if (!draft.recurrence || !draft.recurrence->rule || !draft.recurrence->dates.isEmpty()
        || !draft.recurrence->periods.isEmpty())
        return unsupported("RDATE");
    return Translation(*draft.recurrence->rule, toDateTime(draft.time.start).toTimeZone(zone)).make(zone);
}

QJsonObject toJson(const GraphRecurrence& recurrence, const QByteArray& timeZone)
{
    QJsonObject pattern{{QStringLiteral("type"), nameOf(recurrence.kind)},
                        {QStringLiteral("interval"), recurrence.interval}};
    if (!recurrence.days.isEmpty()) {
        QJsonArray days;
        for (const std::chrono::weekday day : recurrence.days)
            days.append(nameOf(day));
        pattern.insert(QStringLiteral("daysOfWeek"), days);
    }
    if (recurrence.kind == Kind::Weekly)
        pattern.insert(QStringLiteral("firstDayOfWeek"), nameOf(recurrence.weekStart));
    if (recurrence.index != 0)
        pattern.insert(QStringLiteral("index"), nameOfIndex(recurrence.index));
    if (recurrence.dayOfMonth != 0)
        pattern.insert(QStringLiteral("dayOfMonth"), recurrence.dayOfMonth);
    if (recurrence.month != 0)
        pattern.insert(QStringLiteral("month"), recurrence.month);

    QJsonObject range{{QStringLiteral("startDate"), recurrence.firstDay.toString(Qt::ISODate)},
                      {QStringLiteral("recurrenceTimeZone"), graphZoneName(timeZone)}};
    if (recurrence.count) {
        range.insert(QStringLiteral("type"), QStringLiteral("numbered"));
        range.insert(QStringLiteral("numberOfOccurrences"), *recurrence.count);
    } else if (recurrence.lastDay) {
        range.insert(QStringLiteral("type"), QStringLiteral("endDate"));
        range.insert(QStringLiteral("endDate"), recurrence.lastDay->toString(Qt::ISODate));
    } else {
        range.insert(QStringLiteral("type"), QStringLiteral("noEnd"));
    }
    return {{QStringLiteral("pattern"), pattern}, {QStringLiteral("range"), range}};
}

QString graphZoneName(const QByteArray& ianaId)
{
    const QByteArray windows = windowsIdOfZone(ianaId);
    return QString::fromUtf8(windows.isEmpty() ? ianaId : windows);
}

} // namespace reserve
