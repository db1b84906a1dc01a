// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/graphrecurrence.h"

#include "models/exchange/draftzone.h"

#include <QJsonArray>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <utility>

namespace reserve {

namespace {

using Kind = GraphRecurrence::Kind;

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

// The last day that has an occurrence by UNTIL, which is a moment: a day whose time of day is later is out.
Result<void> limit(GraphRecurrence& recurrence, const RecurrenceRule& rule, const QDateTime& start,
                   const QTimeZone& zone)
{
    recurrence.count = rule.count;
    const ItipTime& until = rule.until;
    if (!until.isPresent())
        return {};
    const QDateTime wall = until.kind == ItipTime::Kind::Utc ? until.wall.toTimeZone(zone) : until.wall;
    const bool before = until.kind != ItipTime::Kind::Date && wall.time() < start.time();
    recurrence.lastDay = wall.date().addDays(before ? -1 : 0);
    return *recurrence.lastDay < recurrence.firstDay ? unsupported("UNTIL") : Result<void>();
}

} // namespace

Result<GraphRecurrence> graphRecurrenceOf(const ItemDraft& draft)
{
    const QTimeZone zone(draft.timeZone); // an empty name would mean this machine's
    if (draft.timeZone.isEmpty() || !zone.isValid())
        return failure("exchange.zone-not-supported", {{QStringLiteral("zone"), QString::fromUtf8(draft.timeZone)}});
    if (!draft.recurrence || !draft.recurrence->rule || !draft.recurrence->dates.isEmpty()
        || !draft.recurrence->periods.isEmpty())
        return unsupported("RDATE");
    const RecurrenceRule& rule = *draft.recurrence->rule;
    const QDateTime start = toDateTime(draft.time.start).toTimeZone(zone);
    auto pattern = exchangePatternOf(rule, start);
    if (!pattern)
        return failure(pattern.error());
    GraphRecurrence recurrence{*std::move(pattern), start.date(), {}, {}};
    const auto limited = limit(recurrence, rule, start, zone);
    return limited ? Result<GraphRecurrence>(std::move(recurrence)) : failure(limited.error());
}

QJsonObject toJson(const GraphRecurrence& recurrence, const QString& zoneName)
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
                      {QStringLiteral("recurrenceTimeZone"), zoneName}};
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

QString graphZoneName(const ItemDraft& draft)
{
    const QByteArray windows = exchangeZoneOf(draft);
    return QString::fromUtf8(windows.isEmpty() ? draft.timeZone : windows);
}

} // namespace reserve
