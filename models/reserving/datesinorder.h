// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/consolemeeting.h"
#include "models/entities/reservation.h"

#include <QList>

#include <optional>

namespace reserve {

// Two dates of a series that Exchange would not hold beside each other.
struct Crossing
{
    TimeRange date; // the one that is asked for
    TimeRange neighbour;
};

// Exchange keeps the dates of a series in order, moved ones too: each begins on a day of its own, and none reaches into
// the next ([MS-OXOCAL] 2.2.1.44; EWS and Graph: ErrorOccurrenceCrossingBoundary). Of the dates that are `asked` for,
// the first that breaks that; the others are where the rule, or their row in `rows`, says, and those that do not stand
// are not in Exchange. `zone` is the IANA id on whose wall the series is counted. Pure; any thread.
std::optional<Crossing> firstCrossing(const ConsoleMeeting& series, const QByteArray& zone,
                                      const QList<Reservation>& rows, const QList<Reservation>& asked);

} // namespace reserve
