// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/consolemeeting.h"
#include "models/entities/reservation.h"
#include "models/itip/recurrencerule.h"
#include "models/reserving/wallclock.h"

#include <QList>

namespace reserve {

// A series that is changed as a whole, before and after. `goesOn`: its dates are the old ones still, moved or not,
// fewer or more; else their rule is another one.
struct SeriesTurn
{
    const ConsoleMeeting& before;
    const ConsoleMeeting& after;
    QByteArray zoneBefore; // IANA ids, on whose wall it is counted
    QByteArray zoneAfter;
    bool goesOn = true;
};

// What becomes of its dates to come that were changed or cancelled by themselves.
struct DatesAlong
{
    QList<Reservation> dates; // those that stay otherwise than the series says, under its new keys
    int putBack = 0;          // how many do not stay as they were
};

// A date that was moved by itself goes along by as much as the series moves, on the wall; its own subject stays, and
// where it has none it takes the series' new one. A date that was cancelled stays cancelled. With another rule all of
// that is over. `rows` are those of the series. Pure; any thread.
DatesAlong datesAlong(const SeriesTurn& turn, const QList<Reservation>& rows, Instant now);

// Whether a date that begins so, on the wall of `clock`, is one that the rule has no more.
bool isAfterUntil(const RecurrenceRule& rule, const QDateTime& wall, const WallClock& clock);

} // namespace reserve
