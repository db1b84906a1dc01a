// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/zonerules.h"

#include <QDateTime>

namespace reserve {

WallTime wallTime(const QDateTime& dateTime)
{
    const qint64 days = dateTime.date().toJulianDay() - QDate(1970, 1, 1).toJulianDay();
    return WallTime(std::chrono::days(days) + std::chrono::seconds(dateTime.time().msecsSinceStartOfDay() / 1000));
}

// The offsets well before and well after decide: where they agree there is no change near; where they differ,
// each is tried, and the wall time fits one, both (overlap) or none (gap).
ZonedInstant ZoneRules::toInstant(WallTime wall) const
{
    constexpr auto well = std::chrono::hours(26);
    const auto naive = std::chrono::sys_seconds(wall.time_since_epoch());
    const auto before = offsetAt(naive - well);
    const auto after = offsetAt(naive + well);
    const auto early = naive - before;
    if (before == after && offsetAt(early) == before)
        return {Instant(early), WallFit::Once};
    const auto late = naive - after;
    const bool fitsEarly = offsetAt(early) == before;
    const bool fitsLate = offsetAt(late) == after;
    if (fitsEarly && fitsLate)
        return {Instant(std::min(early, late)), WallFit::Twice};
    if (fitsLate)
        return {Instant(late), WallFit::Once};
    return {Instant(early), fitsEarly ? WallFit::Once : WallFit::InGap};
}

FixedZone::FixedZone(std::chrono::seconds offset)
    : m_offset(offset)
{
}

std::chrono::seconds FixedZone::offsetAt(std::chrono::sys_seconds) const
{
    return m_offset;
}

NamedZone::NamedZone(const QTimeZone& zone)
    : m_zone(zone)
{
}

std::chrono::seconds NamedZone::offsetAt(std::chrono::sys_seconds moment) const
{
    const auto utc = QDateTime::fromSecsSinceEpoch(moment.time_since_epoch().count(), Qt::UTC);
    return std::chrono::seconds(m_zone.offsetFromUtc(utc));
}

} // namespace reserve
