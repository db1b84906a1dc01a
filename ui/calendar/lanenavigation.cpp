// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/laneview.h"
#include "ui/theme/metrics.h"

#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <compare>
#include <cstdlib>
#include <limits>
#include <optional>

// Scrolling and the keys of lanes.

namespace reserve {

namespace {

// Where a block stands in its lane: several may begin together.
struct BlockPlace
{
    int along = 0;
    qsizetype position = 0;

    friend auto operator<=>(const BlockPlace&, const BlockPlace&) = default;
};

std::optional<ReservationId> nearest(const QList<LaneBlock>& blocks, int along)
{
    const auto distance = [along](const LaneBlock& block) { return std::abs(block.along - along); };
    const auto found = std::min_element(blocks.cbegin(), blocks.cend(), [&](const LaneBlock& a, const LaneBlock& b) {
        return distance(a) < distance(b);
    });
    return found == blocks.cend() ? std::nullopt : std::optional(found->id);
}

// The one after or before `from`; without it the first or the last.
std::optional<ReservationId> next(const QList<LaneBlock>& blocks, std::optional<BlockPlace> from, bool forward)
{
    std::optional<BlockPlace> best;
    for (qsizetype position = 0; position < blocks.size(); ++position) {
        const BlockPlace place{blocks.at(position).along, position};
        const bool ahead = !from || (forward ? place > *from : place < *from);
        if (ahead && (!best || (forward ? place < *best : place > *best)))
            best = place;
    }
    return best ? std::optional(blocks.at(best->position).id) : std::nullopt;
}

} // namespace

namespace {

// A little of the time before opening stays in sight.
constexpr int minutesBeforeOpening = 60;

} // namespace

void LaneView::updateScrollRange()
{
    const QRect area = body();
    QScrollBar* bar = isVertical() ? verticalScrollBar() : horizontalScrollBar();
    const int page = isVertical() ? area.height() : area.width();
    // Another size of the window shows the same time.
    m_scrollingItself = true;
    bar->setRange(0, std::max(0, contentLength() - page));
    bar->setPageStep(page);
    bar->setSingleStep(int(slotMinutes * pixelsPerMinute()));
    if (!isVertical()) {
        const int lanes = laneCount();
        const int length = lanes == 0 ? 0 : laneStart(lanes - 1) + laneWidth(lanes - 1);
        verticalScrollBar()->setRange(0, std::max(0, length - area.height()));
        verticalScrollBar()->setPageStep(area.height());
        verticalScrollBar()->setSingleStep(px(design::lane));
    }
    if (page > 0 && occupancy().hasGround() && !m_firstMinute) {
        m_firstMinute = firstOpenMinute() - minutesBeforeOpening;
        m_currentSlot = firstOpenMinute() / slotMinutes;
    }
    if (m_firstMinute)
        bar->setValue(int(*m_firstMinute * pixelsPerMinute()));
    m_scrollingItself = false;
}

void LaneView::scrollToInstant(Instant instant)
{
    const int position = int(axis().position(instant, date()) * pixelsPerMinute());
    QScrollBar* bar = isVertical() ? verticalScrollBar() : horizontalScrollBar();
    if (position < bar->value() || position > bar->value() + bar->pageStep())
        bar->setValue(position - bar->pageStep() / 2);
    m_currentSlot = std::clamp(int(position / pixelsPerMinute()) / slotMinutes, 0, slotCount() - 1);
    viewport()->update();
}

void LaneView::ensureVisible(ReservationId id)
{
    const Found found = findBlock(id);
    if (!found.block)
        return;
    m_currentLane = found.lane;
    m_currentSlot = std::clamp(int(found.block->along / pixelsPerMinute()) / slotMinutes, 0, slotCount() - 1);
    revealCell();
}

void LaneView::revealCell()
{
    if (m_currentLane >= laneCount())
        return;
    const int from = int(m_currentSlot * slotMinutes * pixelsPerMinute());
    const int to = int((m_currentSlot + 1) * slotMinutes * pixelsPerMinute());
    QScrollBar* bar = isVertical() ? verticalScrollBar() : horizontalScrollBar();
    if (from < bar->value())
        bar->setValue(from);
    else if (to > bar->value() + bar->pageStep())
        bar->setValue(to - bar->pageStep());
    if (isVertical())
        return;
    QScrollBar* across = verticalScrollBar();
    const int top = laneStart(m_currentLane);
    const int bottom = top + laneWidth(m_currentLane);
    if (top < across->value())
        across->setValue(top - px(design::groupRow));
    else if (bottom > across->value() + across->pageStep())
        across->setValue(bottom - across->pageStep());
}

bool LaneView::navigate(QKeyEvent* event)
{
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    int key = event->key();
    if (rightToLeft && key == Qt::Key_Left)
        key = Qt::Key_Right;
    else if (rightToLeft && key == Qt::Key_Right)
        key = Qt::Key_Left;
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::ControlModifier)
        return moveReservation(key);
    if (modifiers != Qt::NoModifier)
        return false;
    const int previousAlong = isVertical() ? Qt::Key_Up : Qt::Key_Left;
    const int nextAlong = isVertical() ? Qt::Key_Down : Qt::Key_Right;
    const int previousLane = isVertical() ? Qt::Key_Left : Qt::Key_Up;
    const int nextLane = isVertical() ? Qt::Key_Right : Qt::Key_Down;
    if (key == previousAlong)
        return moveCell(0, -1);
    if (key == nextAlong)
        return moveCell(0, 1);
    if (key == previousLane)
        return moveCell(-1, 0);
    if (key == nextLane)
        return moveCell(1, 0);
    if (key == Qt::Key_Home)
        return moveCell(0, -m_currentSlot);
    if (key == Qt::Key_End)
        return moveCell(0, slotCount() - 1 - m_currentSlot);
    return false;
}

bool LaneView::moveCell(int lanes, int slots)
{
    const int lane = m_currentLane + lanes;
    if (lane < 0 || lane >= laneCount()) {
        pageLanes(lanes);
        return true;
    }
    setCurrentCell(cellOf(lane, m_currentSlot + slots));
    return true;
}

// By reservation: along the lane, then to the next lane that has one; across, to the nearest in time.
bool LaneView::moveReservation(int key)
{
    const bool forward = key == Qt::Key_Down || key == Qt::Key_Right;
    if (!forward && key != Qt::Key_Up && key != Qt::Key_Left)
        return false;
    const bool alongLane = isVertical() == (key == Qt::Key_Down || key == Qt::Key_Up);
    const int step = forward ? 1 : -1;
    BlockPlace from{int(m_currentSlot * slotMinutes * pixelsPerMinute()),
                    forward ? -1 : std::numeric_limits<qsizetype>::max()};
    int index = m_currentLane;
    const Found found = selection() ? findBlock(*selection()) : Found{};
    if (found.block) {
        from = {found.block->along, found.block - lane(found.lane).layout.blocks.constData()};
        index = found.lane;
    }
    const int startLane = index;
    for (index += alongLane ? 0 : step; index >= 0 && index < laneCount(); index += step) {
        const QList<LaneBlock> blocks = lane(index).layout.blocks;
        const auto best = !alongLane ? nearest(blocks, from.along)
            : index == startLane     ? next(blocks, from, forward)
                                     : next(blocks, std::nullopt, forward);
        if (best) {
            select(*best);
            return true;
        }
    }
    return true;
}

} // namespace reserve
