// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/serieswall.h"

#include "models/itip/eventtimes.h"

namespace reserve {

using std::chrono::seconds;
using Kind = ItipTime::Kind;

QDateTime dateTimeOf(WallTime wall)
{
    return QDateTime::fromSecsSinceEpoch(wall.time_since_epoch().count(), Qt::UTC);
}

SeriesWall::SeriesWall(ZoneRulesPointer rules, ItipTime start)
    : m_rules(std::move(rules))
    , m_start(std::move(start))
{
}

Result<SeriesWall> SeriesWall::of(const ItipEvent& series, MessageZones& zones, const QByteArray& defaultZone)
{
    auto rules = rulesOf(series.start, zones, defaultZone);
    if (!rules)
        return failure(rules.error());
    return SeriesWall(std::move(*rules), series.start);
}

Result<WallTime> SeriesWall::wallOf(const ItipTime& time, MessageZones& zones, const QByteArray& defaultZone) const
{
    const bool same = time.kind == m_start.kind && time.zone == m_start.zone;
    if (time.kind == Kind::Date && m_start.kind != Kind::Date)
        return wallTime(QDateTime(time.wall.date(), m_start.wall.time(), Qt::UTC));
    if (same || time.needsSpaceZone())
        return wallTime(time.wall);
    const auto rules = rulesOf(time, zones, defaultZone);
    if (!rules)
        return failure(rules.error());
    // Midnight somewhere is a date there, whatever it is here.
    if (m_start.kind == Kind::Date && time.kind == Kind::Zoned)
        return wallTime(time.wall);
    return wallOf((*rules)->toInstant(wallTime(time.wall)).instant);
}

WallTime SeriesWall::wallOf(const ItipRecurrenceId& id) const
{
    const bool isDateElsewhere = m_start.kind == Kind::Date && id.sent.kind == Kind::Zoned;
    if (!id.instant || isDateElsewhere)
        return wallTime(id.sent.wall);
    return wallOf(*id.instant);
}

WallTime SeriesWall::wallOf(Instant instant) const
{
    const auto moment = std::chrono::floor<seconds>(instant);
    return WallTime((moment + m_rules->offsetAt(moment)).time_since_epoch());
}

QString SeriesWall::keyOf(WallTime wall) const
{
    return keyOf(wall, instantOf(wall).instant);
}

QString SeriesWall::keyOf(WallTime wall, Instant instant) const
{
    if (m_start.kind == Kind::Date)
        return dateTimeOf(wall).date().toString(Qt::ISODate);
    if (m_start.kind == Kind::Floating)
        return dateTimeOf(wall).toString(u"yyyy-MM-ddTHH:mm:ss");
    return toIso(instant);
}

bool SeriesWall::meansDay(const ItipRecurrenceId& id) const
{
    return id.sent.kind == Kind::Date && m_start.kind != Kind::Date;
}

} // namespace reserve
