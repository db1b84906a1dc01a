// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/seriesneighbours.h"

#include <algorithm>

namespace reserve {

Result<SeriesNeighbours> SeriesNeighbours::of(const ReadUnit& unit, const Space& space, TimeRange range,
                                              const MeetingKey& whole)
{
    SeriesNeighbours neighbours;
    auto rows = unit.reservations().conflicts(space.id, range, whole, -1);
    if (!rows)
        return failure(rows.error());
    neighbours.m_rows = std::move(*rows);
    auto closures = unit.closures().touching(space.id, range);
    if (!closures)
        return failure(closures.error());
    neighbours.m_closures = std::move(*closures);
    return neighbours;
}

QList<Reservation> SeriesNeighbours::conflicts(TimeRange held, int limit)
{
    QList<Reservation> found;
    while (m_next < m_rows.size() && m_rows.at(m_next).heldTime().start < held.end)
        m_open.append(m_next++);
    m_open.removeIf([&](qsizetype row) { return m_rows.at(row).heldTime().end <= held.start; });
    for (const qsizetype row : std::as_const(m_open)) {
        if (found.size() == limit)
            break;
        if (m_rows.at(row).heldTime().overlaps(held))
            found.append(m_rows.at(row));
    }
    return found;
}

QList<Closure> SeriesNeighbours::closures(TimeRange time) const
{
    QList<Closure> touching;
    std::copy_if(m_closures.begin(), m_closures.end(), std::back_inserter(touching),
                 [time](const Closure& closure) { return closure.time.overlaps(time); });
    return touching;
}

} // namespace reserve
