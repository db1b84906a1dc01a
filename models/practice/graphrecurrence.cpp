// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/graphrecurrence.h"

#include "models/itip/windowszones.h"

#include <QJsonArray>
#include <QTimeZone>

namespace reserve::practice {

namespace {

using Frequency = RecurrenceRule::Frequency;

const QStringList& dayNames()
{
    static const QStringList names{QStringLiteral("sunday"),    QStringLiteral("monday"),   QStringLiteral("tuesday"),
                                   QStringLiteral("wednesday"), QStringLiteral("thursday"), QStringLiteral("friday"),
                                   QStringLiteral("saturday")};
    return names;
}

const QStringList& indexNames()
{
    static const QStringList names{QStringLiteral("first"), QStringLiteral("second"), QStringLiteral("third"),
                                   QStringLiteral("fourth"), QStringLiteral("last")};
    return names;
}

QString dayName(std::chrono::weekday day)
{
    return dayNames().at(qsizetype(day.c_encoding()));
}

// The first, ..., -1 for the last; 0: counts days of the month.
int positionOf(const RecurrenceRule& rule)
{
    if (!rule.setPositions.isEmpty())
        return rule.setPositions.first();
    return rule.weekdays.isEmpty() ? 0 : rule.weekdays.first().ordinal;
}

QJsonArray daysJson(const RecurrenceRule& rule, const QDate& start)
{
    QJsonArray days;
    for (const RecurrenceRule::Weekday& day : rule.weekdays)
        days.append(dayName(day.day));
    if (days.isEmpty())
        days.append(dayNames().at(start.dayOfWeek() % 7));
    return days;
}

QJsonObject patternJson(const RecurrenceRule& rule, const QDate& start)
{
    QJsonObject pattern{{QStringLiteral("interval"), rule.interval},
                        {QStringLiteral("firstDayOfWeek"), dayName(rule.weekStart)}};
    QString type = QStringLiteral("daily");
    const int position = positionOf(rule);
    if (rule.frequency == Frequency::Weekly) {
        type = QStringLiteral("weekly");
        pattern.insert(QStringLiteral("daysOfWeek"), daysJson(rule, start));
    } else if (rule.frequency != Frequency::Daily) {
        const bool yearly = rule.frequency == Frequency::Yearly;
        type = QString((position != 0 ? QStringLiteral("relative") : QStringLiteral("absolute"))
                       + (yearly ? QStringLiteral("Yearly") : QStringLiteral("Monthly")));
        if (position != 0) {
            pattern.insert(QStringLiteral("daysOfWeek"), daysJson(rule, start));
            pattern.insert(QStringLiteral("index"), indexNames().at(position < 0 ? 4 : std::min(position, 4) - 1));
        } else {
            pattern.insert(QStringLiteral("dayOfMonth"),
                           rule.monthDays.isEmpty() ? start.day() : rule.monthDays.first());
        }
        if (yearly)
            pattern.insert(QStringLiteral("month"), rule.months.isEmpty() ? start.month() : rule.months.first());
    }
    pattern.insert(QStringLiteral("type"), type);
    return pattern;
}

tl::unexpected<GraphFault> invalid(const QString& what)
{
    return graphFailure(400, QStringLiteral("ErrorPropertyValidationFailure"), u"The recurrence is invalid: " + what);
}

QDate firstDayOf(const QJsonObject& range)
{
    return QDate::fromString(range.value(QLatin1String("startDate")).toString(), Qt::ISODate);
}

GraphResult<void> readPattern(RecurrenceRule& rule, const QJsonObject& pattern)
{
    const QString type = pattern.value(QLatin1String("type")).toString();
    rule.frequency = type.endsWith(QLatin1String("Yearly")) ? Frequency::Yearly
        : type.endsWith(QLatin1String("Monthly"))           ? Frequency::Monthly
        : type == QLatin1String("weekly")                   ? Frequency::Weekly
                                                            : Frequency::Daily;
    if (rule.frequency == Frequency::Daily && type != QLatin1String("daily"))
        return invalid(QStringLiteral("type"));
    rule.interval = pattern.value(QLatin1String("interval")).toInt(1);
    if (rule.interval < 1 || rule.interval > 99)
        return invalid(QStringLiteral("interval"));
    for (const QJsonValue& value : pattern.value(QLatin1String("daysOfWeek")).toArray()) {
        const qsizetype day = dayNames().indexOf(value.toString().toLower());
        if (day < 0)
            return invalid(QStringLiteral("daysOfWeek"));
        rule.weekdays.append({0, std::chrono::weekday(unsigned(day))});
    }
    const qsizetype first = dayNames().indexOf(pattern.value(QLatin1String("firstDayOfWeek")).toString().toLower());
    rule.weekStart = first < 0 ? std::chrono::Sunday : std::chrono::weekday(unsigned(first));
    if (type.startsWith(QLatin1String("relative"))) {
        const qsizetype index
            = indexNames().indexOf(pattern.value(QLatin1String("index")).toString(QStringLiteral("first")));
        if (index < 0 || rule.weekdays.isEmpty())
            return invalid(QStringLiteral("index"));
        const int position = index == 4 ? -1 : int(index) + 1;
        if (rule.weekdays.size() == 1)
            rule.weekdays.first().ordinal = position;
        else
            rule.setPositions = {position};
    } else if (type.startsWith(QLatin1String("absolute"))) {
        const int day = pattern.value(QLatin1String("dayOfMonth")).toInt();
        if (day < 1 || day > 31)
            return invalid(QStringLiteral("dayOfMonth"));
        rule.monthDays = {day};
    }
    if (rule.frequency == Frequency::Yearly) {
        const int month = pattern.value(QLatin1String("month")).toInt();
        if (month < 1 || month > 12)
            return invalid(QStringLiteral("month"));
        rule.months = {month};
    }
    return {};
}

} // namespace

QJsonObject recurrenceJson(const Item& series)
{
    if (!series.recurrence->rule)
        return {};
    const RecurrenceRule& rule = *series.recurrence->rule;
    const QDate start = series.seriesStart.wall.date();
    const QString type = rule.count ? QStringLiteral("numbered")
        : rule.isEndless()          ? QStringLiteral("noEnd")
                                    : QStringLiteral("endDate");
    const QString end
        = rule.isEndless() || rule.count ? QStringLiteral("0001-01-01") : rule.until.wall.date().toString(Qt::ISODate);
    return {{QStringLiteral("pattern"), patternJson(rule, start)},
            {QStringLiteral("range"),
             QJsonObject{{QStringLiteral("type"), type},
                         {QStringLiteral("startDate"), start.toString(Qt::ISODate)},
                         {QStringLiteral("endDate"), end},
                         {QStringLiteral("numberOfOccurrences"), rule.count.value_or(0)}}}};
}

bool beginsWith(const QJsonObject& recurrence, const QDateTime& start)
{
    const QJsonObject range = recurrence.value(QLatin1String("range")).toObject();
    const QByteArray zone = ianaIdOfZoneName(range.value(QLatin1String("recurrenceTimeZone")).toString().toUtf8());
    const QDateTime wall = zone.isEmpty() ? start : start.toTimeZone(QTimeZone(zone));
    return wall.date() == firstDayOf(range);
}

GraphResult<RecurrenceRule> ruleFromGraph(const QJsonObject& recurrence)
{
    RecurrenceRule rule;
    if (const auto pattern = readPattern(rule, recurrence.value(QLatin1String("pattern")).toObject()); !pattern)
        return tl::unexpected(pattern.error());
    const QJsonObject range = recurrence.value(QLatin1String("range")).toObject();
    const QString type = range.value(QLatin1String("type")).toString();
    if (!firstDayOf(range).isValid())
        return invalid(QStringLiteral("startDate"));
    if (type == QLatin1String("numbered")) {
        rule.count = range.value(QLatin1String("numberOfOccurrences")).toInt();
        if (*rule.count < 1 || *rule.count > 999)
            return invalid(QStringLiteral("numberOfOccurrences"));
    } else if (type == QLatin1String("endDate")) {
        const QDate last = QDate::fromString(range.value(QLatin1String("endDate")).toString(), Qt::ISODate);
        if (!last.isValid())
            return invalid(QStringLiteral("endDate"));
        rule.until = {ItipTime::Kind::Date, QDateTime(last, QTime(0, 0), Qt::UTC), {}};
    } else if (type != QLatin1String("noEnd")) {
        return invalid(QStringLiteral("range"));
    }
    return rule;
}

} // namespace reserve::practice
