// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/kepttime.h"

#include <QList>
#include <QSet>

#include <functional>

namespace reserve {

// The kept times among what a calendar shows: few, by start. Owned by OccupancyWindow, on its thread. Pointers hold
// until the next change.
class KeptOccupancy final
{
public:
    // What a change concerned: the reservations that move, and the spaces that are held.
    struct Moves
    {
        QSet<ReservationId> reservations;
        QSet<SpaceId> spaces;
    };

    QList<const KeptTime*> times(TimeRange range) const;
    QList<const KeptTime*> times(SpaceId space, TimeRange range) const;
    QList<const KeptTime*> times(ReservationId reservation) const;

    // All of these spaces (none: of every one) in that range, as it was read. `newer` are known better already.
    Moves replaceIn(const QSet<SpaceId>& spaces, TimeRange range, const QList<KeptTime>& read,
                    const QSet<ReservationId>& newer);
    // All of these reservations.
    Moves replaceOf(const QSet<ReservationId>& reservations, const QList<KeptTime>& read);
    void prune(TimeRange keep);
    void clear() { m_times.clear(); }

private:
    using IsMeant = std::function<bool(const KeptTime&)>;
    Moves replace(const IsMeant& isMeant, const QList<KeptTime>& by);

    QList<KeptTime> m_times;
};

} // namespace reserve
