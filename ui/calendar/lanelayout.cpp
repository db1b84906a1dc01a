// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/lanelayout.h"

#include "models/items/daylayout.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

namespace reserve {

namespace {

// Of a lane in which a request was refused, in percent.
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

bool meets(const LayoutSpan& one, const LayoutSpan& other)
{
    return one.start < other.end && other.start < one.end;
}

// The clusters of `kind` that have something of `other` beside them.
QSet<int> meetingClusters(const LaneKind& kind, const LaneKind& other)
{
    QSet<int> meeting;
    for (qsizetype index = 0; index < kind.spans.size(); ++index) {
        const LayoutSpan& span = kind.spans.at(index);
        const bool hasCompany = std::any_of(other.spans.cbegin(), other.spans.cend(),
                                            [&span](const LayoutSpan& one) { return meets(one, span); });
        if (hasCompany)
            meeting.insert(kind.places.at(index).cluster);
    }
    return meeting;
}

struct Extent
{
    int from = 0;
    int to = 0;
};

// `extents`: from where to where each cluster stands across the lane.
void spread(const LaneKind& kind, QList<LaneBlock>& blocks, const QList<Extent>& extents)
{
    for (qsizetype index = 0; index < kind.indexes.size(); ++index) {
        const LayoutSlot& place = kind.places.at(index);
        const auto [from, to] = extents.at(place.cluster);
        LaneBlock& block = blocks[kind.indexes.at(index)];
        block.across = from + (to - from) * place.column / place.columns;
        block.width = from + (to - from) * (place.column + place.width) / place.columns - block.across;
    }
}

int clusterCount(const LaneKind& kind)
{
    int count = 0;
    for (const LayoutSlot& place : kind.places)
        count = std::max(count, place.cluster + 1);
    return count;
}

// Where what holds nothing stands, and which of it becomes a stack.
struct OthersPlan
{
    QList<Extent> extents; // of clusters
    QSet<int> stacked;     // clusters
};

OthersPlan planOthers(const LaneKind& others, const QSet<int>& besideHolding, const LaneScale& scale)
{
    const int border = scale.across * holdersShare / 100;
    OthersPlan plan;
    plan.extents.fill({0, scale.across}, clusterCount(others));
    for (const LayoutSlot& place : others.places) {
        const bool beside = besideHolding.contains(place.cluster);
        Extent& extent = plan.extents[place.cluster];
        const int from = beside ? border : 0;
        const bool isAlone = !beside && place.columns == 1;
        const bool isStacked = !isAlone && (scale.across - from) / place.columns < scale.readable;
        if (isStacked)
            plan.stacked.insert(place.cluster);
        extent.from = isStacked && beside ? std::max(border, scale.across - scale.marker) : from;
    }
    return plan;
}

// What holds the space leaves as much as those beside it take.
QList<Extent> planHolding(const LaneKind& holding, const LaneKind& others, const OthersPlan& plan,
                          const LaneScale& scale)
{
    QList<Extent> extents(clusterCount(holding), {0, scale.across});
    for (qsizetype index = 0; index < holding.spans.size(); ++index) {
        const LayoutSpan& span = holding.spans.at(index);
        Extent& extent = extents[holding.places.at(index).cluster];
        for (qsizetype other = 0; other < others.spans.size(); ++other) {
            if (meets(span, others.spans.at(other)))
                extent.to = std::min(extent.to, plan.extents.at(others.places.at(other).cluster).from);
        }
    }
    return extents;
}

QList<LaneStack> stacksOf(const LaneKind& others, QList<LaneBlock>& blocks, const OthersPlan& plan)
{
    QList<LaneStack> stacks;
    QHash<int, int> stackOfCluster;
    for (qsizetype index = 0; index < others.indexes.size(); ++index) {
        const int cluster = others.places.at(index).cluster;
        if (!plan.stacked.contains(cluster))
            continue;
        LaneBlock& block = blocks[others.indexes.at(index)];
        if (!stackOfCluster.contains(cluster)) {
            const Extent extent = plan.extents.at(cluster);
            stackOfCluster.insert(cluster, int(stacks.size()));
            stacks.append({{}, block.along, 0, extent.from, extent.to - extent.from});
        }
        block.stack = stackOfCluster.value(cluster);
        LaneStack& stack = stacks[block.stack];
        const int end = std::max(stack.along + stack.length, block.along + block.length);
        stack.ids.append(block.id);
        stack.along = std::min(stack.along, block.along);
        stack.length = end - stack.along;
    }
    for (const qsizetype index : others.indexes) {
        LaneBlock& block = blocks[index];
        if (block.stack < 0)
            continue;
        const LaneStack& stack = stacks.at(block.stack);
        block.along = stack.along;
        block.length = stack.length;
        block.across = stack.across;
        block.width = stack.width;
    }
    return stacks;
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
    const OthersPlan plan = planOthers(others, meetingClusters(others, holding), scale);
    spread(holding, lane.blocks, planHolding(holding, others, plan, scale));
    spread(others, lane.blocks, plan.extents);
    lane.stacks = stacksOf(others, lane.blocks, plan);
    lane.crowds = crowdsOf(reservations, scale);
    return lane;
}

} // namespace reserve
