// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/store/unit.h"

namespace reserve {

// What can be in the way of the occurrences of a series in one space, read once for all of them. Of one
// thread, for the time of one decision.
class SeriesNeighbours final
{
public:
    SeriesNeighbours() = default;

    // What holds the space, and its closures, in `range`; the rows of the meeting `whole` are in nobody's
    // way. Errors: of the store.
    static Result<SeriesNeighbours> of(const ReadUnit& unit, const Space& space, TimeRange range,
                                       const MeetingKey& whole);

    // The first rows in the way of `held`, at most `limit`; below 0: all. Asked for by rising starts.
    QList<Reservation> conflicts(TimeRange held, int limit = 1);
    QList<Closure> closures(TimeRange time) const;

private:
    QList<Reservation> m_rows; // by the start of what they hold
    QList<Closure> m_closures;
    QList<qsizetype> m_open; // rows that begin before the end of what was asked last, and were not over
    qsizetype m_next = 0;
};

} // namespace reserve
