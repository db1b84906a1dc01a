// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/laneview.h"
#include "ui/theme/metrics.h"

#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <cstdlib>

// Scrolling and the keys of lanes.

namespace reserve {

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
    const auto chosen = selection();
    int from = int(m_currentSlot * slotMinutes * pixelsPerMinute()) + (forward ? -1 : 1);
    int index = m_currentLane;
    if (chosen) {
        const Found found = findBlock(*chosen);
        if (found.block) {
            from = found.block->along;
            index = found.lane;
        }
    }
    if (!alongLane)
        index += forward ? 1 : -1;
    for (; index >= 0 && index < laneCount(); index += forward ? 1 : -1) {
        const QList<LaneBlock> blocks = lane(index).layout.blocks;
        const LaneBlock* best = nullptr;
        for (const LaneBlock& block : blocks) {
            const bool sameLane = alongLane && index == m_currentLane;
            const bool ahead = forward ? block.along > from : block.along < from;
            if (block.id == chosen || (sameLane && !ahead))
                continue;
            const int origin = alongLane ? (forward ? 0 : contentLength()) : from;
            const int reference = sameLane ? from : origin;
            if (!best || std::abs(block.along - reference) < std::abs(best->along - reference))
                best = &block;
        }
        if (best) {
            select(best->id);
            return true;
        }
    }
    return true;
}

} // namespace reserve
