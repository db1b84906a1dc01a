// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/zonechanges.h"

namespace reserve {

namespace {

// Farther than any booking window goes.
constexpr auto yearsAhead = std::chrono::days(366 * 6);

Result<int> noteShifts(WriteUnit& unit, const QByteArray& zone, const ZoneOffsets& before, const ZoneOffsets& now)
{
    const auto reservations = unit.zones().holdingIn(zone, unit.now());
    if (!reservations)
        return failure(reservations.error());
    int count = 0;
    for (const Reservation& reservation : *reservations) {
        const auto then = before.offsetAt(reservation.time.start);
        const auto today = now.offsetAt(reservation.time.start);
        if (!then || !today || *then == *today)
            continue;
        if (const auto noted = unit.zones().noteShift({reservation.id, zone, *then, *today, unit.now()}); !noted)
            return failure(noted.error());
        ++count;
    }
    return count;
}

} // namespace

std::optional<ZoneOffsets> machineKnowledge(const QByteArray& zone, TimeRange years)
{
    const QTimeZone known(zone);
    return known.isValid() ? std::optional(ZoneOffsets::of(known, years)) : std::nullopt;
}

Result<int> noteZoneChanges(WriteUnit& unit, const ZoneKnowledge& knowledge)
{
    const auto zones = unit.zones().zonesInUse(unit.now());
    if (!zones)
        return failure(zones.error());
    const auto rules = unit.zones().rules();
    if (!rules)
        return failure(rules.error());
    int count = 0;
    for (const QByteArray& zone : *zones) {
        const auto now = knowledge(zone, {unit.now(), unit.now() + yearsAhead});
        if (!now)
            continue;
        if (const auto before = ZoneOffsets::fromText(rules->value(zone))) {
            const auto shifted = noteShifts(unit, zone, *before, *now);
            if (!shifted)
                return failure(shifted.error());
            count += *shifted;
        }
        if (const auto noted = unit.zones().noteRules(zone, now->toText(), unit.now()); !noted)
            return failure(noted.error());
    }
    return count;
}

} // namespace reserve
