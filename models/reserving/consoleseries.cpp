// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/consoleseries.h"

#include "models/itip/exchangepattern.h"
#include "models/itip/exchangezone.h"
#include "models/itip/recurrencewalk.h"
#include "models/itip/serieswall.h"

#include <QTimeZone>

namespace reserve {

namespace {

QTimeZone zoneNamed(const QByteArray& id)
{
    const QTimeZone zone(id);
    return id.isEmpty() || !zone.isValid() ? QTimeZone::utc() : zone;
}

const char* codeFor(const QString& part)
{
    if (part == QLatin1String("BYMONTHDAY"))
        return "console.exchange-month-days";
    if (part == QLatin1String("BYDAY") || part == QLatin1String("BYSETPOS"))
        return "console.exchange-weekdays";
    return "console.exchange-rule";
}

} // namespace

void beginOnFirstDate(ConsoleMeeting& meeting, const QByteArray& zoneId)
{
    const auto rule = parseRecurrenceRule(meeting.rule);
    if (!rule)
        return;
    const QTimeZone zone = zoneNamed(zoneId);
    const QDateTime start = toDateTime(meeting.time.start).toTimeZone(zone);
    const QDateTime end = toDateTime(meeting.time.end).toTimeZone(zone);
    const auto first = RecurrenceWalk(*rule, wallTime(start)).next();
    if (!first || *first == wallTime(start))
        return;
    // The length is that on the wall, as of every further date.
    const std::chrono::seconds length = wallTime(end) - wallTime(start);
    const auto instantOf = [&zone](WallTime wall) {
        const QDateTime time = dateTimeOf(wall);
        return fromDateTime(QDateTime(time.date(), time.time(), zone));
    };
    meeting.time = {instantOf(*first), instantOf(*first + length)};
}

Result<void> checkExchangeKnowsZone(const ConsoleMeeting& meeting, const QByteArray& zone, const Space& space)
{
    const auto rule = parseRecurrenceRule(meeting.rule);
    if (!rule && !meeting.allDay)
        return {}; // its moments say when it is
    const TimeRange times = rule ? reachOf(*rule, meeting.time, zoneNamed(zone)) : meeting.time;
    if (!exchangeZoneFor(zone, times).isEmpty())
        return {};
    return failure(meeting.allDay ? "console.exchange-space-zone" : "console.exchange-zone",
                   {{QStringLiteral("zone"), QString::fromUtf8(zone)}, {QStringLiteral("space"), space.name}});
}

Result<void> checkExchangeCanSay(const ConsoleMeeting& meeting, const QByteArray& zone, const Space& space)
{
    const auto rule = parseRecurrenceRule(meeting.rule);
    if (!rule)
        return {};
    const auto pattern = exchangePatternOf(*rule, toDateTime(meeting.time.start).toTimeZone(zoneNamed(zone)));
    if (pattern)
        return {};
    const QString part = pattern.error().arguments().value(QStringLiteral("rule"));
    return failure(codeFor(part), {{QStringLiteral("rule"), part}, {QStringLiteral("space"), space.name}});
}

} // namespace reserve
