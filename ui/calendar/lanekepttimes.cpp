// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/laneview.h"

#include <QPainter>
#include <QStyle>

// Old times that stay held until a move is decided: they take their place beside reservations, and lead to the one that
// moves.

namespace reserve {

QList<const KeptTime*> LaneView::laneKeptTimes(const LaneKey& key) const
{
    const TimeRange day = axis().day(key.date);
    return key.space ? occupancy().keptTimes(key.space, day) : occupancy().keptTimes(day);
}

QList<KeptPlace> LaneView::keptPlaces(const QRect& area) const
{
    QList<KeptPlace> found;
    const QRect seen = visual(body()).intersected(area);
    const int last = lastVisibleLane();
    for (int index = firstVisibleLane(); index <= last; ++index) {
        const Lane& shown = lane(index);
        for (qsizetype at = 0; at < shown.kept.size(); ++at) {
            const QRect rect = blockRect(index, shown.layout.kept.at(at));
            if (rect.intersects(seen))
                found.append({shown.kept.at(at), rect});
        }
    }
    return found;
}

void LaneView::paintKeptTimes(QPainter* painter, int lane, const QRect& rect, const Stretch& stretch) const
{
    const Lane& shown = this->lane(lane);
    for (qsizetype at = 0; at < shown.kept.size(); ++at) {
        const LaneBlock& place = shown.layout.kept.at(at);
        if (!stretch.meets(place.along - place.setupLength, place.along + place.length + place.clearupLength))
            continue;
        paintMargins(painter, place, rect);
        ReservationBlock block = texts().keptBlock(shown.kept.at(at));
        block.rect = QStyle::visualRect(layoutDirection(), rect, blockInset(pieceOf(place)));
        block.direction = layoutDirection();
        paintReservationBlock(painter, block);
    }
}

} // namespace reserve
