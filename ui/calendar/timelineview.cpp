// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/timelineview.h"

#include "models/items/spacechoicemodel.h"
#include "ui/calendar/timelinemeasures.h"
#include "ui/theme/metrics.h"

#include <QFontMetrics>
#include <QLocale>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>

namespace reserve {

namespace {

constexpr int hoursInSight = 12;
constexpr int narrowestHour = 56;
constexpr int shortestBlock = 22;
constexpr int readableBlock = 14;

} // namespace

TimelineView::TimelineView(OccupancyWindow& window, const Clock& clock, QWidget* parent)
    : LaneView(Qt::Horizontal, window, clock, parent)
    , m_axis(date(), 1, window.siteZone())
{
    rebuild();
}

void TimelineView::setFilter(const QString& text)
{
    if (text == m_filter)
        return;
    const SpaceId current = currentSpace();
    m_filter = text;
    rebuild();
    setCurrentSpace(current);
    Q_EMIT spacesOnScreenChanged();
}

void TimelineView::setCurrentSpace(SpaceId id)
{
    const int lane = m_laneOfSpace.value(id, -1);
    if (lane >= 0)
        setCurrentLane(lane);
}

SpaceId TimelineView::currentSpace() const
{
    return currentLane() < laneCount() ? m_rows.at(currentLane()).space : SpaceId{};
}

TimeRange TimelineView::range() const
{
    return dayRange(date(), occupancy().siteZone());
}

QList<SpaceId> TimelineView::spacesOnScreen() const
{
    QList<SpaceId> spaces;
    const int last = lastVisibleLane();
    for (int lane = firstVisibleLane(); lane <= last; ++lane)
        spaces.append(m_rows.at(lane).space);
    return spaces;
}

QString TimelineView::rangeTitle() const
{
    return QLocale().toString(date(), tr("ddd d MMMM yyyy", "the day shown"));
}

QDate TimelineView::datePaged(int pages) const
{
    return date().addDays(pages);
}

int TimelineView::reservationCount() const
{
    if (m_filter.isEmpty())
        return occupancy().count(range());
    int count = 0;
    for (const LanePlace& lane : m_rows)
        count += int(occupancy().reservations(lane.space, range()).size());
    return count;
}

void TimelineView::rebuild()
{
    m_axis = WallAxis(date(), 1, occupancy().siteZone());
    m_rows.clear();
    m_groups.clear();
    m_laneOfSpace.clear();
    int top = 0;
    for (const Space& space : occupancy().spaces()) {
        if (!matchesFilter(space, m_filter))
            continue;
        const bool newGroup
            = m_groups.isEmpty() ? !space.building.isEmpty() : m_groups.last().building != space.building;
        if (newGroup) {
            m_groups.append({space.building, top});
            top += px(design::groupRow);
        }
        m_laneOfSpace.insert(space.id, int(m_rows.size()));
        m_rows.append({space.id, top});
        top += laneHeight();
    }
    m_inUse.clear();
    forgetLanes();
    updateScrollRange();
    setCurrentLane(currentLane());
}

// Lanes

int TimelineView::laneOf(const LaneKey& key) const
{
    return m_laneOfSpace.value(key.space, -1);
}

QString TimelineView::laneName(int lane) const
{
    return texts().spaceName(m_rows.at(lane).space);
}

int TimelineView::laneWidth(int lane) const
{
    Q_UNUSED(lane)
    return laneHeight();
}

// The design's height, more where the font needs it for a title and a time.
int TimelineView::laneHeight() const
{
    return std::max(px(design::lane), 2 * QFontMetrics(typeface(Type::CaptionStrong)).height() + u(1) + px(6));
}

int TimelineView::sideWidth() const
{
    return px(timeline::side);
}

QRect TimelineView::body() const
{
    const int foot = std::min(px(timeline::inUse), viewport()->height() / 4);
    return viewport()->rect().adjusted(sideWidth(), px(timeline::head), -1, -foot);
}

double TimelineView::pixelsPerMinute() const
{
    return std::max(px(narrowestHour), body().width() / hoursInSight) / 60.0;
}

int TimelineView::minimumBlockLength() const
{
    return px(shortestBlock);
}

// A refused request beside another one has the height of a title.
int TimelineView::readableAcross() const
{
    return px(readableBlock);
}

int TimelineView::stackAcross() const
{
    return laneHeight();
}

QList<const Reservation*> TimelineView::laneReservations(const LaneKey& key) const
{
    return occupancy().reservations(key.space, m_axis.day(key.date));
}

QRect TimelineView::blockInset(const QRect& rect) const
{
    // Lanes that share their height keep a gap between their blocks.
    const bool whole = rect.height() >= laneHeight();
    return rect.adjusted(1, whole ? px(2) : px(1), -1, whole ? -px(3) : -px(2));
}

ReservationBlock TimelineView::blockFor(const Reservation& reservation, const LaneBlock& place) const
{
    Q_UNUSED(place)
    const CalendarTexts words = texts();
    ReservationBlock block = words.block(reservation);
    block.time = words.clock(reservation.time.start);
    if (!block.person.isEmpty())
        block.time = tr("%1 · %2", "start and requester").arg(block.time, block.person);
    return block;
}

// Below what one of them covers alone, where there is room; else behind the last of them.
QRect TimelineView::crowdChipRect(int lane, const LaneCrowd& crowd, QSize chip) const
{
    const bool roomBefore = crowd.before >= chip.width() + px(4);
    const int x = roomBefore ? crowd.along - chip.width() - px(4) : crowd.along + crowd.length + px(4);
    return {x, laneWidth(lane) - chip.height() - px(3), chip.width(), chip.height()};
}

int TimelineView::firstOpenMinute() const
{
    int first = WorkingHours().startMinute;
    for (const Space& space : occupancy().spaces())
        first = std::min(first, space.hours.startMinute);
    return first;
}

void TimelineView::pageLanes(int by)
{
    Q_UNUSED(by)
}

// Changes

void TimelineView::dateMoved()
{
    rebuild();
    Q_EMIT spacesOnScreenChanged();
}

void TimelineView::rowsMoved(const QList<ReservationId>& ids, const QSet<SpaceId>& spaces)
{
    m_inUse.clear();
    LaneView::rowsMoved(ids, spaces);
}

void TimelineView::groundMoved()
{
    rebuild();
    Q_EMIT spacesOnScreenChanged();
}

void TimelineView::nowMoved()
{
    viewport()->update();
}

void TimelineView::resizeEvent(QResizeEvent* event)
{
    LaneView::resizeEvent(event);
    forgetLanes();
    updateScrollRange();
    Q_EMIT spacesOnScreenChanged();
}

void TimelineView::mousePressEvent(QMouseEvent* event)
{
    LaneView::mousePressEvent(event);
    if (isDragging())
        return;
    const QPoint logical = QStyle::visualPos(layoutDirection(), viewport()->rect(), event->position().toPoint());
    if (event->button() != Qt::LeftButton || logical.x() >= sideWidth())
        return;
    const int last = lastVisibleLane();
    for (int lane = firstVisibleLane(); lane <= last; ++lane) {
        const QRect row = laneRect(lane);
        const bool onRow = logical.y() >= std::max(row.top(), body().top()) && logical.y() <= row.bottom();
        if (onRow && logical.y() <= body().bottom()) {
            Q_EMIT spaceWanted(m_rows.at(lane).space);
            return;
        }
    }
}

const QList<int>& TimelineView::inUse() const
{
    if (!m_inUse.isEmpty())
        return m_inUse;
    m_inUse = QList<int>(slotCount(), 0);
    QList<bool> taken;
    for (const LanePlace& lane : m_rows) {
        taken.fill(false, m_inUse.size());
        for (const Reservation* reservation : occupancy().reservations(lane.space, range())) {
            if (!holdsSlot(reservation->status))
                continue;
            const int from = m_axis.position(reservation->time.start, date()) / slotMinutes;
            const int to = (m_axis.position(reservation->time.end, date()) + slotMinutes - 1) / slotMinutes;
            for (int slot = from; slot < std::min(to, int(taken.size())); ++slot)
                taken[slot] = true;
        }
        for (qsizetype slot = 0; slot < taken.size(); ++slot)
            m_inUse[slot] += taken.at(slot) ? 1 : 0;
    }
    return m_inUse;
}

} // namespace reserve
