// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/edgescroll.h"
#include "ui/calendar/laneview.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/statepainter.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <cstdlib>

// Moving, resizing and drawing reservations, by mouse and by key.

namespace reserve {

namespace {

constexpr int gridMinutes = 15;
constexpr int fineGridMinutes = 5;
constexpr int edgeReachesMinutes = 7; // of another reservation: from there on it attracts
constexpr int gripLength = 6;
constexpr int shortestWithGrips = 24;

Instant snapped(Instant instant, int minutes)
{
    const qint64 grid = qint64(minutes) * 60 * 1000;
    const qint64 value = toEpochMilliseconds(instant);
    return fromEpochMilliseconds((value + grid / 2) / grid * grid);
}

} // namespace

std::optional<LaneView::Place> LaneView::placeAt(QPoint position) const
{
    const QPoint logical = QStyle::visualPos(layoutDirection(), viewport()->rect(), position);
    const int last = lastVisibleLane();
    for (int lane = firstVisibleLane(); lane <= last; ++lane) {
        const QRect rect = laneRect(lane);
        const bool isOn = isVertical() ? logical.x() >= rect.left() && logical.x() <= rect.right()
                                       : logical.y() >= rect.top() && logical.y() <= rect.bottom();
        if (!isOn)
            continue;
        const int along = isVertical() ? logical.y() - rect.top() : logical.x() - rect.left();
        return Place{lane, std::clamp(int(along / pixelsPerMinute()), 0, axis().length())};
    }
    return std::nullopt;
}

Instant LaneView::instantOf(const Place& place) const
{
    return axis().instantAt(place.minute, laneKey(place.lane).date);
}

// What a press takes hold of; false: not of what can be dragged.
bool LaneView::takeHold(QPoint position)
{
    m_drag.reset();
    if (!visual(body()).contains(position) || stackAt(position).size() > 1)
        return false;
    const auto place = placeAt(position);
    if (!place)
        return false;
    Hold hold;
    hold.pressed = position;
    hold.grabbed = instantOf(*place);
    SlotDrag& drag = hold.drag;
    if (const auto id = reservationAt(position)) {
        const Reservation* reservation = occupancy().find(*id);
        if (!reservation)
            return false;
        drag.what = gripAt(*id, position);
        drag.id = *id;
        drag.space = drag.spaceBefore = reservation->spaceId;
        drag.time = drag.before = reservation->time;
    } else {
        const Instant start = axis().instantAt(place->minute / slotMinutes * slotMinutes, laneKey(place->lane).date);
        drag.what = SlotDrag::What::New;
        drag.space = drag.spaceBefore = laneKey(place->lane).space;
        drag.time = drag.before = {start, start + Minutes(slotMinutes)};
        hold.grabbed = start;
    }
    m_drag = hold;
    return true;
}

// A block is taken by its ends to make it longer or shorter.
SlotDrag::What LaneView::gripAt(ReservationId id, QPoint position) const
{
    const QRect rect = visual(reservationRect(id));
    const QPoint logical = QStyle::visualPos(layoutDirection(), viewport()->rect(), position);
    const int length = isVertical() ? rect.height() : rect.width();
    const int along = isVertical() ? logical.y() - rect.top() : logical.x() - rect.left();
    if (length < px(shortestWithGrips))
        return SlotDrag::What::Move;
    if (along < px(gripLength))
        return SlotDrag::What::Start;
    return along >= length - px(gripLength) ? SlotDrag::What::End : SlotDrag::What::Move;
}

// To the grid, and to the ends of what is beside it in the lane, which come first.
Instant LaneView::snap(Instant instant, int lane, int grid, ReservationId except) const
{
    Instant best = snapped(instant, grid);
    Milliseconds nearest = Minutes(edgeReachesMinutes);
    for (const Reservation* other : laneReservations(laneKey(lane))) {
        if (other->id == except || !holdsSlot(other->status))
            continue;
        const TimeRange held = other->heldTime();
        for (const Instant edge : {held.start, held.end}) {
            const Milliseconds away = edge > instant ? edge - instant : instant - edge;
            if (away < nearest) {
                nearest = away;
                best = edge;
            }
        }
    }
    return best;
}

void LaneView::follow(QPoint position, bool fine)
{
    const auto place = placeAt(position);
    if (!m_drag || !place)
        return;
    SlotDrag drag = m_drag->drag;
    const int grid = fine ? fineGridMinutes : gridMinutes;
    const Instant there = instantOf(*place);
    const Milliseconds length = drag.before.end - drag.before.start;
    const Milliseconds shortest = Minutes(grid);
    switch (drag.what) {
    case SlotDrag::What::New: {
        const Instant end = snap(there, place->lane, grid, {});
        drag.time = there < m_drag->grabbed ? TimeRange{std::min(end, m_drag->grabbed - shortest), m_drag->grabbed}
                                            : TimeRange{m_drag->grabbed, std::max(end, m_drag->grabbed + shortest)};
        break;
    }
    case SlotDrag::What::Move: {
        const Instant wanted = drag.before.start + (there - m_drag->grabbed);
        Instant start = snap(wanted, place->lane, grid, drag.id);
        // Where nothing attracts the start the end may touch what follows.
        if (const Instant end = snap(wanted + length, place->lane, grid, drag.id);
            start == snapped(wanted, grid) && end != snapped(wanted + length, grid))
            start = end - length;
        drag.time = {start, start + length};
        if (laneKey(place->lane).space)
            drag.space = laneKey(place->lane).space;
        break;
    }
    case SlotDrag::What::Start:
        drag.time.start = std::min(snap(there, place->lane, grid, drag.id), drag.before.end - shortest);
        break;
    case SlotDrag::What::End:
        drag.time.end = std::max(snap(there, place->lane, grid, drag.id), drag.before.start + shortest);
        break;
    }
    carry(drag);
}

// It is elsewhere now: the page asks what would come of that.
void LaneView::carry(const SlotDrag& drag)
{
    const bool begins = !m_drag->isMoving;
    const bool moved = begins || drag.time != m_drag->drag.time || drag.space != m_drag->drag.space;
    m_drag->drag = drag;
    m_drag->isMoving = true;
    if (begins)
        forgetPictures(); // the original is drawn faint from now on
    if (!moved)
        return;
    m_drag->verdict = {};
    viewport()->update();
    Q_EMIT dragged(drag);
}

bool LaneView::isDragging() const
{
    return m_drag && m_drag->isMoving;
}

void LaneView::setVerdict(const DragVerdict& verdict)
{
    if (!isDragging())
        return;
    m_drag->verdict = verdict;
    viewport()->update();
    if (!m_drag->byKey || !QAccessible::isActive())
        return;
    setAccessibleDescription(texts().span(m_drag->drag.time) + QLatin1Char(' ') + verdict.words);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void LaneView::endDrag()
{
    if (!m_drag)
        return;
    const bool wasMoving = m_drag->isMoving;
    m_edgeScroll->stop();
    m_drag.reset();
    setAccessibleDescription({});
    viewport()->unsetCursor();
    if (wasMoving) {
        forgetPictures();
        Q_EMIT dragEnded();
    }
}

void LaneView::drop()
{
    // Copies: what hears of the drop may end the drag.
    const SlotDrag drag = m_drag->drag;
    const DragVerdict verdict = m_drag->verdict;
    const bool isNothing = drag.what != SlotDrag::What::New && !drag.isElsewhere();
    m_drag->isDropped = true;
    m_edgeScroll->stop();
    if (isNothing)
        endDrag();
    else
        Q_EMIT dropped(drag, verdict);
}

void LaneView::mousePressEvent(QMouseEvent* event)
{
    const QPoint position = event->position().toPoint();
    if (isDragging() && m_drag->isDropped)
        return; // until it is settled
    endDrag();
    if (event->button() != Qt::LeftButton || !takeHold(position)) {
        CalendarView::mousePressEvent(event);
        return;
    }
    if (const auto cell = cellAt(position))
        setCurrentCell(*cell);
    choose(m_drag->drag.id ? std::optional(m_drag->drag.id) : std::nullopt);
}

void LaneView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint position = event->position().toPoint();
    if (!m_drag || m_drag->byKey || m_drag->isDropped || !(event->buttons() & Qt::LeftButton))
        return;
    const bool begins = (position - m_drag->pressed).manhattanLength() >= QApplication::startDragDistance();
    if (!m_drag->isMoving && !begins)
        return;
    viewport()->setCursor(m_drag->drag.what == SlotDrag::What::Move ? Qt::ClosedHandCursor
                              : isVertical()                        ? Qt::SizeVerCursor
                                                                    : Qt::SizeHorCursor);
    pullTo(position, event->modifiers() & Qt::ControlModifier);
}

// Beyond the lanes it stays at their edge, and the view scrolls there.
void LaneView::pullTo(QPoint position, bool fine)
{
    const QRect lanes = visual(body());
    m_drag->pointer = {std::clamp(position.x(), lanes.left(), lanes.right()),
                       std::clamp(position.y(), lanes.top(), lanes.bottom())};
    m_drag->isFine = fine;
    follow(m_drag->pointer, fine);
    m_edgeScroll->pull(QStyle::visualPos(layoutDirection(), viewport()->rect(), position), body());
}

// A press that went nowhere is a click.
void LaneView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_drag || m_drag->byKey || m_drag->isDropped)
        return;
    if (m_drag->isMoving) {
        drop();
        return;
    }
    const ReservationId id = m_drag->drag.id;
    m_drag.reset();
    if (id)
        open(id);
}

void LaneView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QPoint position = event->position().toPoint();
    const auto cell = cellAt(position);
    if (event->button() != Qt::LeftButton || !cell || reservationAt(position) || stackAt(position).size() > 1)
        return;
    setCurrentCell(*cell);
    reserveHere();
}

CellTime LaneView::cellTime(CalendarCell cell) const
{
    const int lane = isVertical() ? cell.column : cell.row;
    const int slot = isVertical() ? cell.row : cell.column;
    if (lane < 0 || lane >= laneCount())
        return {};
    // An hour where nothing says otherwise.
    const TimeRange time = slotTime(lane, slot);
    return {laneKey(lane).space, {time.start, time.start + Minutes(60)}};
}

// Alt with arrows moves, with Shift it makes longer or shorter; Enter drops, Esc returns.
bool LaneView::moveByKey(int key, bool resizes)
{
    const int previousAlong = isVertical() ? Qt::Key_Up : Qt::Key_Left;
    const int nextAlong = isVertical() ? Qt::Key_Down : Qt::Key_Right;
    const bool isAlong = key == previousAlong || key == nextAlong;
    const bool forward = key == nextAlong || (!isAlong && (key == Qt::Key_Right || key == Qt::Key_Down));
    const Reservation* reservation = selection() ? occupancy().find(*selection()) : nullptr;
    if (!reservation || (resizes && !isAlong) || (m_drag && m_drag->isDropped))
        return false;
    if (!m_drag || m_drag->drag.id != reservation->id) {
        m_drag = Hold();
        m_drag->drag.id = reservation->id;
        m_drag->drag.space = m_drag->drag.spaceBefore = reservation->spaceId;
        m_drag->drag.time = m_drag->drag.before = reservation->time;
        m_drag->byKey = true;
    }
    SlotDrag drag = m_drag->drag;
    drag.what = resizes ? SlotDrag::What::End : SlotDrag::What::Move;
    const Minutes step(forward ? gridMinutes : -gridMinutes);
    if (resizes)
        drag.time.end = std::max(drag.time.end + step, drag.time.start + Minutes(gridMinutes));
    else if (isAlong)
        drag.time = {drag.time.start + step, drag.time.end + step};
    else if (!stepAcross(drag, forward ? 1 : -1))
        return true;
    carry(drag);
    return true;
}

// To the next day of a week, or the next space of a day; the wall time stays.
bool LaneView::stepAcross(SlotDrag& drag, int lanes) const
{
    const QTimeZone& zone = axis().zone();
    const QDate date = dateAt(drag.time.start, zone);
    const int now = std::max(laneOf({date, drag.space}), laneOf({date, SpaceId{}}));
    const int next = now + lanes;
    if (now < 0 || next < 0 || next >= laneCount())
        return false;
    const LaneKey key = laneKey(next);
    if (key.space)
        drag.space = key.space;
    const Milliseconds length = drag.time.end - drag.time.start;
    const QTime clock = toDateTime(drag.time.start).toTimeZone(zone).time();
    drag.time.start = fromDateTime(QDateTime(key.date, clock, zone));
    drag.time.end = drag.time.start + length;
    return true;
}

bool LaneView::takeDragKey(QKeyEvent* event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool isArrow = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down || event->key() == Qt::Key_Left
        || event->key() == Qt::Key_Right;
    if (isArrow && (modifiers == Qt::AltModifier || modifiers == (Qt::AltModifier | Qt::ShiftModifier))) {
        int key = event->key();
        if (layoutDirection() == Qt::RightToLeft && (key == Qt::Key_Left || key == Qt::Key_Right))
            key = key == Qt::Key_Left ? Qt::Key_Right : Qt::Key_Left;
        return moveByKey(key, modifiers & Qt::ShiftModifier);
    }
    if (!isDragging())
        return false;
    if (event->key() == Qt::Key_Escape) {
        endDrag();
        return true;
    }
    const bool drops = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (drops && !m_drag->isDropped)
        drop();
    return drops;
}

void LaneView::keyPressEvent(QKeyEvent* event)
{
    if (!takeDragKey(event))
        CalendarView::keyPressEvent(event);
}

void LaneView::hideEvent(QHideEvent* event)
{
    CalendarView::hideEvent(event);
    endDrag();
}

// Where it would stand: a piece in every lane that it touches.
void LaneView::paintDrag(QPainter* painter)
{
    if (!isDragging())
        return;
    const SlotDrag& drag = m_drag->drag;
    bool isFirst = true;
    for (int lane = firstVisibleLane(); lane <= lastVisibleLane(); ++lane) {
        const LaneKey key = laneKey(lane);
        const TimeRange day = axis().day(key.date);
        const bool isHere = (!key.space || !drag.space || key.space == drag.space) && drag.time.overlaps(day);
        if (!isHere)
            continue;
        const int from = int(axis().position(std::max(drag.time.start, day.start), key.date) * pixelsPerMinute());
        const int to = drag.time.end >= day.end ? contentLength()
                                                : int(axis().position(drag.time.end, key.date) * pixelsPerMinute());
        const QRect rect
            = visual(blockInset(laneRect(lane, from, std::max(to - from, minimumBlockLength()), 0, laneWidth(lane))));
        paintGhost(painter, rect, isFirst);
        isFirst = false;
    }
}

void LaneView::paintGhost(QPainter* painter, const QRect& rect, bool withWords) const
{
    const DragVerdict& verdict = m_drag->verdict;
    const Theme& theme = Theme::current();
    const Meaning meaning = verdict.words.isEmpty() ? Meaning::Information
        : verdict.meaning == Meaning::Good          ? Meaning::Accepted
                                                    : verdict.meaning;
    const MeaningColors& colors = theme.of(meaning);
    painter->setOpacity(0.94);
    paintPanel(painter, rect, px(design::reservationRadius), colors.wash, colors.edge);
    painter->setOpacity(1);
    paintFocusRing(painter, rect, px(design::reservationRadius), colors.edge);
    if (!withWords)
        return;
    QStringList lines{texts().span(m_drag->drag.time)};
    if (!verdict.words.isEmpty())
        lines.append(verdict.words);
    // Words that do not fit into a short block stand beside it, where the eye is.
    const QFont& font = typeface(Type::CaptionStrong);
    const QFontMetrics metrics(font);
    const QRect inner = rect.adjusted(px(5), px(3), -px(5), -px(3));
    const QString all = lines.join(QLatin1Char('\n'));
    QRect needed = metrics.boundingRect(QRect(0, 0, std::max(inner.width(), px(180)), 1000), Qt::TextWordWrap, all);
    if (needed.width() <= inner.width() && needed.height() <= inner.height()) {
        painter->setFont(font);
        painter->setPen(colors.ink);
        painter->drawText(inner, Qt::TextWordWrap | Qt::AlignLeading | Qt::AlignTop, all);
        return;
    }
    QRect tip(rect.left(), rect.bottom() + px(4), needed.width() + px(16), needed.height() + px(8));
    const QRect area = visual(body());
    if (tip.bottom() > area.bottom())
        tip.moveBottom(rect.top() - px(4));
    tip.moveLeft(std::clamp(tip.left(), area.left(), std::max(area.left(), area.right() - tip.width())));
    paintPanel(painter, tip, px(design::controlRadius), theme.raised, colors.edge);
    painter->setFont(font);
    painter->setPen(colors.ink);
    painter->drawText(tip.adjusted(px(8), px(4), -px(8), -px(4)), Qt::TextWordWrap | Qt::AlignLeading, all);
}

} // namespace reserve
