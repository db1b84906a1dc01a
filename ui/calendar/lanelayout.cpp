// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/lanelayout.h"

#include "models/items/daylayout.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace reserve {

namespace {

// Of a lane in which requests were refused, in percent.
constexpr int holdersShare = 60;

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

// One meeting in two rooms stands twice in a person's lane, and is one meeting.
bool isSameMeeting(const Reservation& one, const Reservation& other)
{
    return !one.uid.isEmpty() && one.uid == other.uid && one.organizer == other.organizer && one.time == other.time;
}

QList<LaneCrowd> crowdsOf(const QList<const Reservation*>& reservations, const LaneScale& scale)
{
    QList<LayoutSpan> holding;
    for (qsizetype index = 0; index < reservations.size(); ++index) {
        const Reservation* reservation = reservations.at(index);
        const auto sameBefore = [reservation](const Reservation* earlier) {
            return holdsSlot(earlier->status) && isSameMeeting(*earlier, *reservation);
        };
        const auto here = reservations.cbegin() + index;
        if (holdsSlot(reservation->status) && std::none_of(reservations.cbegin(), here, sameBefore))
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

// What holds the space, or what does not: laid out apart from the other kind.
struct LaneKind
{
    QList<qsizetype> indexes; // of the blocks
    QList<LayoutSpan> spans;
    QList<LayoutSlot> places;
};

// The clusters of `kind` that have something of `other` beside them.
QSet<int> meetingClusters(const LaneKind& kind, const LaneKind& other)
{
    QSet<int> meeting;
    for (qsizetype index = 0; index < kind.spans.size(); ++index) {
        const LayoutSpan& span = kind.spans.at(index);
        const bool meets = std::any_of(other.spans.cbegin(), other.spans.cend(), [&span](const LayoutSpan& one) {
            return one.start < span.end && span.start < one.end;
        });
        if (meets)
            meeting.insert(kind.places.at(index).cluster);
    }
    return meeting;
}

// `extent`: from where to where a cluster stands across the lane.
template<typename Extent>
void spread(const LaneKind& kind, QList<LaneBlock>& blocks, const Extent& extent)
{
    for (qsizetype index = 0; index < kind.indexes.size(); ++index) {
        const LayoutSlot& place = kind.places.at(index);
        const auto [from, to] = extent(place.cluster);
        LaneBlock& block = blocks[kind.indexes.at(index)];
        block.across = from + (to - from) * place.column / place.columns;
        block.width = from + (to - from) * (place.column + place.width) / place.columns - block.across;
    }
}

} // namespace

int LaneScale::at(Instant instant) const
{
    return int(axis.position(instant, date) * pixelsPerMinute + 0.5);
}

LaneLayout arrangeLane(const QList<const Reservation*>& reservations, const LaneScale& scale)
{
    LaneLayout lane;
    LaneKind holding;
    LaneKind others;
    lane.blocks.reserve(reservations.size());
    for (const Reservation* reservation : reservations) {
        LaneKind& kind = holdsSlot(reservation->status) ? holding : others;
        const LaneBlock block = blockFor(*reservation, scale);
        kind.indexes.append(lane.blocks.size());
        kind.spans.append({block.along, block.along + block.length});
        lane.blocks.append(block);
    }
    for (LaneKind* kind : {&holding, &others})
        kind->places = layOut(kind->spans);
    const int border = scale.across * holdersShare / 100;
    const auto besideOthers = meetingClusters(holding, others);
    const auto besideHolding = meetingClusters(others, holding);
    spread(holding, lane.blocks, [&](int cluster) {
        return besideOthers.contains(cluster) ? std::pair(0, border) : std::pair(0, scale.across);
    });
    spread(others, lane.blocks, [&](int cluster) {
        return besideHolding.contains(cluster) ? std::pair(border, scale.across) : std::pair(0, scale.across);
    });
    lane.crowds = crowdsOf(reservations, scale);
    return lane;
}

} // namespace reserve
