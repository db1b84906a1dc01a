// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/lanelayout.h"

#include "models/items/daylayout.h"

#include <algorithm>

namespace reserve {

namespace {

LaneBlock blockFor(const Reservation& reservation, const LaneScale& scale)
{
    LaneBlock block;
    block.id = reservation.id;
    const int start = scale.at(reservation.time.start);
    const int end = scale.at(reservation.time.end);
    const int bottom = scale.at(scale.axis.day(scale.date).end);
    block.length = std::max(end - start, scale.minimumLength);
    block.along = std::clamp(start, 0, std::max(0, bottom - block.length));
    if (holdsSlot(reservation.status)) {
        const TimeRange held = reservation.heldTime();
        block.setupLength = std::max(0, start - scale.at(held.start));
        block.clearupLength = std::max(0, scale.at(held.end) - end);
    }
    return block;
}

QList<LaneCrowd> crowdsOf(const QList<const Reservation*>& reservations, const LaneScale& scale)
{
    QList<LayoutSpan> holding;
    for (const Reservation* reservation : reservations) {
        if (holdsSlot(reservation->status))
            holding.append({scale.at(reservation->time.start), scale.at(reservation->time.end)});
    }
    QList<LaneCrowd> found;
    for (const Crowd& crowd : crowds(holding)) {
        qint64 first = crowd.start;
        for (const LayoutSpan& span : std::as_const(holding)) {
            if (span.start < crowd.start && span.end > crowd.start)
                first = std::min(first, span.start);
        }
        found.append({int(crowd.start), int(crowd.end - crowd.start), crowd.atOnce, int(crowd.start - first)});
    }
    return found;
}

} // namespace

int LaneScale::at(Instant instant) const
{
    return int(axis.position(instant, date) * pixelsPerMinute + 0.5);
}

LaneLayout arrangeLane(const QList<const Reservation*>& reservations, const LaneScale& scale)
{
    LaneLayout lane;
    QList<LayoutSpan> spans;
    lane.blocks.reserve(reservations.size());
    spans.reserve(reservations.size());
    for (const Reservation* reservation : reservations) {
        lane.blocks.append(blockFor(*reservation, scale));
        spans.append({lane.blocks.last().along, lane.blocks.last().along + lane.blocks.last().length});
    }
    const QList<LayoutSlot> places = layOut(spans);
    for (qsizetype index = 0; index < places.size(); ++index) {
        const LayoutSlot& place = places.at(index);
        LaneBlock& block = lane.blocks[index];
        block.across = scale.across * place.column / place.columns;
        block.width = scale.across * (place.column + place.width) / place.columns - block.across;
    }
    lane.crowds = crowdsOf(reservations, scale);
    return lane;
}

} // namespace reserve
