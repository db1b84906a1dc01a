// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/keptoccupancy.h"

#include <algorithm>
#include <tuple>

namespace reserve {

QList<const KeptTime*> KeptOccupancy::times(TimeRange range) const
{
    QList<const KeptTime*> found;
    for (const KeptTime& kept : m_times) {
        if (kept.time.overlaps(range))
            found.append(&kept);
    }
    return found;
}

QList<const KeptTime*> KeptOccupancy::times(SpaceId space, TimeRange range) const
{
    QList<const KeptTime*> found = times(range);
    found.removeIf([space](const KeptTime* kept) { return kept->spaceId != space; });
    return found;
}

QList<const KeptTime*> KeptOccupancy::times(ReservationId reservation) const
{
    QList<const KeptTime*> found;
    for (const KeptTime& kept : m_times) {
        if (kept.reservation.id == reservation)
            found.append(&kept);
    }
    return found;
}

KeptOccupancy::Moves KeptOccupancy::replaceIn(const QSet<SpaceId>& spaces, TimeRange range, const QList<KeptTime>& read,
                                              const QSet<ReservationId>& newer)
{
    QList<KeptTime> by = read;
    by.removeIf([&newer](const KeptTime& kept) { return newer.contains(kept.reservation.id); });
    const auto isMeant = [&](const KeptTime& kept) {
        const bool isInside = spaces.isEmpty() || spaces.contains(kept.spaceId);
        return isInside && kept.time.overlaps(range) && !newer.contains(kept.reservation.id);
    };
    return replace(isMeant, by);
}

KeptOccupancy::Moves KeptOccupancy::replaceOf(const QSet<ReservationId>& reservations, const QList<KeptTime>& read)
{
    return replace([&](const KeptTime& kept) { return reservations.contains(kept.reservation.id); }, read);
}

void KeptOccupancy::prune(TimeRange keep)
{
    m_times.removeIf([&keep](const KeptTime& kept) { return !kept.time.overlaps(keep); });
}

KeptOccupancy::Moves KeptOccupancy::replace(const IsMeant& isMeant, const QList<KeptTime>& by)
{
    Moves moves;
    const auto move = [&moves](const KeptTime& kept) {
        moves.reservations.insert(kept.reservation.id);
        moves.spaces.insert(kept.spaceId);
    };
    QList<KeptTime> stays;
    for (const KeptTime& kept : std::as_const(m_times)) {
        if (!isMeant(kept))
            stays.append(kept);
        else if (!by.contains(kept))
            move(kept);
    }
    for (const KeptTime& kept : by) {
        if (!m_times.contains(kept))
            move(kept);
        stays.append(kept);
    }
    std::sort(stays.begin(), stays.end(), [](const KeptTime& a, const KeptTime& b) {
        return std::tie(a.time.start, a.reservation.id) < std::tie(b.time.start, b.reservation.id);
    });
    m_times = std::move(stays);
    return moves;
}

} // namespace reserve
