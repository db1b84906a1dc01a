// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/reservation.h"
#include "models/items/wallaxis.h"

#include <QDate>
#include <QList>

namespace reserve {

// One reservation in a lane, which is a day's column or a space's row. `along` runs with time, `across` from lane edge
// to lane edge; pixels from the lane's own origin, before any mirroring.
struct LaneBlock
{
    ReservationId id;
    int along = 0;
    int length = 0;
    int across = 0;
    int width = 0;
    int setupLength = 0; // before `along`
    int clearupLength = 0;
    int stack = -1; // of LaneLayout::stacks, when it is drawn in one with others
};

// Requests that hold nothing and have no room to be read side by side: one marker, whose place they share.
struct LaneStack
{
    QList<ReservationId> ids; // by start
    int along = 0;
    int length = 0;
    int across = 0;
    int width = 0;
};

// "2 at once": where a space is really held twice, or a person has two meetings.
struct LaneCrowd
{
    int along = 0;
    int length = 0;
    int atOnce = 0;
    int before = 0; // length of what one of them covers alone before the others begin
};

struct LaneLayout
{
    QList<LaneBlock> blocks; // by start
    QList<LaneStack> stacks;
    QList<LaneCrowd> crowds;
};

// How a lane turns time into pixels.
struct LaneScale
{
    const WallAxis& axis;
    QDate date;
    double pixelsPerMinute = 1;
    int across = 0;        // width of the lane
    int minimumLength = 0; // shorter reservations are drawn this long, and laid out so
    int readable = 0;      // across: below this a refused request goes into a stack
    int marker = 0;        // across: of a stack beside what holds the space

    int at(Instant instant) const;
};

// Reservations by start, as OccupancyWindow gives them; what is drawn side by side never overlaps. Beside what holds
// the space, declined and cancelled requests take the smaller trailing part, and where they could not be read there,
// they become one narrow stack: however many were refused, who has the space stays readable.
LaneLayout arrangeLane(const QList<const Reservation*>& reservations, const LaneScale& scale);

} // namespace reserve
