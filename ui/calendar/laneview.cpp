// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/laneview.h"

#include "models/items/openhours.h"
#include "ui/calendar/edgescroll.h"
#include "ui/theme/metrics.h"

#include <QEvent>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>

namespace reserve {

namespace {

// Pictures of lanes, in kilobytes: some screens of them, at double density too.
constexpr int pictureCost = 96 * 1024;

} // namespace

LaneView::LaneView(Qt::Orientation along, OccupancyWindow& window, const Clock& clock, QWidget* parent)
    : CalendarView(window, clock, parent)
    , m_along(along)
    , m_edgeScroll(new EdgeScroll(this))
    , m_pictures(pictureCost)
{
    // The pointer rests at the edge while what it holds goes on.
    connect(m_edgeScroll, &EdgeScroll::scrolled, this, [this] {
        if (isDragging())
            follow(m_drag->pointer, m_drag->isFine);
    });
    setHorizontalScrollBarPolicy(isVertical() ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
}

// The table

int LaneView::rowCount() const
{
    return isVertical() ? slotCount() : laneCount();
}

int LaneView::columnCount() const
{
    return isVertical() ? laneCount() : slotCount();
}

CalendarCell LaneView::cellOf(int lane, int slot) const
{
    return isVertical() ? CalendarCell{slot, lane} : CalendarCell{lane, slot};
}

CalendarCell LaneView::currentCell() const
{
    return cellOf(m_currentLane, m_currentSlot);
}

void LaneView::setCurrentCell(CalendarCell cell)
{
    const int lane = isVertical() ? cell.column : cell.row;
    m_currentLane = std::clamp(lane, 0, std::max(0, laneCount() - 1));
    m_currentSlot = std::clamp(isVertical() ? cell.row : cell.column, 0, slotCount() - 1);
    revealCell();
    if (m_currentLane < laneCount())
        moveTo(laneKey(m_currentLane).date);
    announceCurrentCell();
}

void LaneView::setCurrentLane(int lane)
{
    m_currentLane = std::clamp(lane, 0, std::max(0, laneCount() - 1));
    viewport()->update();
}

QList<CalendarCell> LaneView::visibleCells() const
{
    QList<CalendarCell> cells;
    const QRect seen = visual(body());
    const int last = lastVisibleLane();
    for (int lane = firstVisibleLane(); lane <= last; ++lane) {
        for (int slot = 0; slot < slotCount(); ++slot) {
            const CalendarCell cell = cellOf(lane, slot);
            if (cellRect(cell).intersects(seen))
                cells.append(cell);
        }
    }
    return cells;
}

QRect LaneView::cellRect(CalendarCell cell) const
{
    const int lane = isVertical() ? cell.column : cell.row;
    const int slot = isVertical() ? cell.row : cell.column;
    if (lane < 0 || lane >= laneCount())
        return {};
    const int from = int(slot * slotMinutes * pixelsPerMinute());
    const int to = int((slot + 1) * slotMinutes * pixelsPerMinute());
    return visual(laneRect(lane, from, to - from, 0, laneWidth(lane)));
}

TimeRange LaneView::slotTime(int lane, int slot) const
{
    const QDate date = laneKey(lane).date;
    return {axis().instantAt(slot * slotMinutes, date), axis().instantAt((slot + 1) * slotMinutes, date)};
}

QString LaneView::cellName(CalendarCell cell) const
{
    const int lane = isVertical() ? cell.column : cell.row;
    const int slot = isVertical() ? cell.row : cell.column;
    if (lane < 0 || lane >= laneCount())
        return {};
    const QDate date = laneKey(lane).date;
    const int from = slot * slotMinutes;
    const int to = from + slotMinutes;
    // A stretch that this day's clock leaves out, or shows only once, can hold nothing.
    const auto gap = axis().breakOn(date);
    const bool isLeftOut = gap && from >= gap->start && to <= gap->end;
    const QString state = isLeftOut ? tr("not on this day, the clocks change") : slotState(lane, slotTime(lane, slot));
    const QString end = wallText(gap && to == gap->start ? gap->end : to);
    return texts().cellName(laneName(lane), date, wallText(from), end, state);
}

QString LaneView::wallText(int position) const
{
    const WallAxis::Label wall = axis().wallAt(position);
    const QString text = texts().clock(QTime(wall.minute / 60 % 24, wall.minute % 60));
    return wall.again ? texts().again(text) : text;
}

// "free", who holds it, or why it cannot be reserved.
QString LaneView::slotState(int lane, const TimeRange& time) const
{
    const LaneKey key = laneKey(lane);
    QStringList holders;
    for (const Reservation* reservation : laneReservations(key)) {
        if (holdsSlot(reservation->status) && reservation->time.overlaps(time))
            holders.append(texts().title(*reservation));
    }
    for (const KeptTime* kept : laneKeptTimes(key)) {
        if (kept->time.overlaps(time))
            holders.append(texts().keptState(*kept));
    }
    if (!holders.isEmpty())
        return holders.join(tr(", ", "between the parts of an accessible name"));
    if (const Space* space = occupancy().space(key.space)) {
        if (const auto closures = occupancy().closures(*space, time); !closures.isEmpty())
            return closures.first().reason.isEmpty() ? tr("closed") : tr("closed: %1").arg(closures.first().reason);
        if (openTimes(space->hours, time, occupancy().zoneOf(*space)).isEmpty())
            return tr("free, outside working hours");
    }
    return tr("free");
}

QString LaneView::rowName(int row) const
{
    if (!isVertical())
        return row < laneCount() ? laneName(row) : QString();
    return wallText(row * slotMinutes);
}

QString LaneView::columnName(int column) const
{
    if (isVertical())
        return column < laneCount() ? texts().longDate(laneKey(column).date) : QString();
    return wallText(column * slotMinutes);
}

std::optional<CalendarCell> LaneView::cellAt(QPoint position) const
{
    if (!visual(body()).contains(position))
        return std::nullopt;
    const QPoint logical = QStyle::visualPos(layoutDirection(), viewport()->rect(), position);
    const int last = lastVisibleLane();
    for (int lane = firstVisibleLane(); lane <= last; ++lane) {
        const QRect rect = laneRect(lane);
        if (!rect.contains(logical))
            continue;
        const int along = isVertical() ? logical.y() - rect.top() : logical.x() - rect.left();
        return cellOf(lane, std::clamp(int(along / pixelsPerMinute() / slotMinutes), 0, slotCount() - 1));
    }
    return std::nullopt;
}

QList<ReservationId> LaneView::visibleReservations() const
{
    QList<ReservationId> found;
    const QRect seen = visual(body());
    const int last = lastVisibleLane();
    for (int index = firstVisibleLane(); index <= last; ++index) {
        for (const LaneBlock& block : lane(index).layout.blocks) {
            if (blockRect(index, block).intersects(seen) && !found.contains(block.id))
                found.append(block.id);
        }
    }
    return found;
}

LaneView::Found LaneView::findBlock(ReservationId id) const
{
    const auto blockOf = [this, id](int index) -> const LaneBlock* {
        const QList<LaneBlock>& blocks = lane(index).layout.blocks;
        const auto found
            = std::find_if(blocks.cbegin(), blocks.cend(), [id](const LaneBlock& block) { return block.id == id; });
        return found == blocks.cend() ? nullptr : &*found;
    };
    const int last = lastVisibleLane();
    for (int index = firstVisibleLane(); index <= last; ++index) {
        if (const LaneBlock* block = blockOf(index))
            return {index, block};
    }
    const Reservation* reservation = occupancy().find(id);
    if (!reservation)
        return {};
    const QDate first = std::max(dateAt(reservation->time.start, occupancy().siteZone()),
                                 dateAt(range().start, occupancy().siteZone()));
    for (const SpaceId space : {reservation->spaceId, SpaceId{}}) {
        const int index = laneOf({first, space});
        if (index >= 0) {
            if (const LaneBlock* block = blockOf(index))
                return {index, block};
        }
    }
    return {};
}

QRect LaneView::reservationRect(ReservationId id) const
{
    const Found found = findBlock(id);
    return found.block ? blockRect(found.lane, *found.block) : QRect();
}

std::optional<ReservationId> LaneView::reservationAt(QPoint position) const
{
    if (!visual(body()).contains(position))
        return std::nullopt;
    const int last = lastVisibleLane();
    for (int index = firstVisibleLane(); index <= last; ++index) {
        for (const LaneBlock& block : lane(index).layout.blocks) {
            if (blockRect(index, block).contains(position))
                return block.id;
        }
    }
    return std::nullopt;
}

QList<ReservationId> LaneView::stackAt(QPoint position) const
{
    if (!visual(body()).contains(position))
        return {};
    const int last = lastVisibleLane();
    for (int index = firstVisibleLane(); index <= last; ++index) {
        for (const LaneStack& stack : lane(index).layout.stacks) {
            const QRect rect = laneRect(index, stack.along, stack.length, stack.across, stack.width);
            if (visual(blockInset(rect)).contains(position))
                return stack.ids;
        }
    }
    return {};
}

// Geometry

int LaneView::contentLength() const
{
    return int(axis().length() * pixelsPerMinute());
}

int LaneView::slotCount() const
{
    return (axis().length() + slotMinutes - 1) / slotMinutes;
}

int LaneView::alongScroll() const
{
    return isVertical() ? verticalScrollBar()->value() : horizontalScrollBar()->value();
}

int LaneView::acrossScroll() const
{
    return isVertical() ? 0 : verticalScrollBar()->value();
}

QRect LaneView::visual(const QRect& rect) const
{
    return QStyle::visualRect(layoutDirection(), viewport()->rect(), rect);
}

QRect LaneView::laneRect(int lane, int along, int length, int across, int width) const
{
    const QRect area = body();
    const int main = along - alongScroll();
    const int cross = laneStart(lane) + across - acrossScroll();
    if (isVertical())
        return {area.left() + cross, area.top() + main, width, length};
    return {area.left() + main, area.top() + cross, length, width};
}

QRect LaneView::laneRect(int lane) const
{
    return laneRect(lane, 0, contentLength(), 0, laneWidth(lane));
}

QRect LaneView::blockRect(int lane, const LaneBlock& block) const
{
    return visual(blockInset(laneRect(lane, block.along, block.length, block.across, block.width)));
}

int LaneView::firstVisibleLane() const
{
    int low = 0;
    int high = laneCount();
    const int edge = acrossScroll();
    while (low < high) {
        const int middle = (low + high) / 2;
        if (laneStart(middle) + laneWidth(middle) > edge)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

int LaneView::lastVisibleLane() const
{
    const int edge = acrossScroll() + (isVertical() ? body().width() : body().height());
    int lane = firstVisibleLane();
    while (lane < laneCount() && laneStart(lane) < edge)
        ++lane;
    return lane - 1;
}

// Lanes

const LaneView::Lane& LaneView::lane(int index) const
{
    const LaneKey key = laneKey(index);
    const auto known = m_lanes.constFind(key);
    if (known != m_lanes.cend())
        return *known;
    const LaneScale scale{axis(),           key.date,     pixelsPerMinute(), laneWidth(index), minimumBlockLength(),
                          readableAcross(), stackAcross()};
    const QList<const Reservation*> all = laneReservations(key);
    QList<const Reservation*> drawn;
    QList<TimeRange> held;
    for (const Reservation* reservation : all) {
        if (takesCellsOf(*reservation))
            drawn.append(reservation);
        if (holdsSlot(reservation->status))
            held.append(reservation->time);
    }
    const QList<const KeptTime*> keptTimes = laneKeptTimes(key);
    Lane made{arrangeLane(drawn, scale, keptTimes), {}, std::nullopt};
    for (const KeptTime* kept : keptTimes) {
        made.kept.append(*kept);
        held.append(kept->time);
    }
    const Space* space = occupancy().space(key.space);
    if (space && occupancy().allowsConflicts(*space))
        made.layout.crowds.clear();
    if (space)
        made.bookedPercent
            = reserve::bookedPercent(openTimes(space->hours, axis().day(key.date), occupancy().zoneOf(*space)), held);
    return *m_lanes.insert(key, made);
}

void LaneView::forgetLane(const LaneKey& key)
{
    m_lanes.remove(key);
    m_pictures.remove(key);
}

void LaneView::forgetLanes()
{
    m_lanes.clear();
    shownMoved();
    forgetPictures();
}

void LaneView::forgetPictures()
{
    m_pictures.clear();
    viewport()->update();
}

int LaneView::mostAtOnce(int index) const
{
    int most = 1;
    for (const LaneCrowd& crowd : lane(index).layout.crowds)
        most = std::max(most, crowd.atOnce);
    return most;
}

bool LaneView::takesCellsOf(const Reservation& reservation) const
{
    Q_UNUSED(reservation)
    return true;
}

void LaneView::rowsMoved(const QList<ReservationId>& ids, const QSet<SpaceId>& spaces)
{
    Q_UNUSED(ids)
    const QList<LaneKey> known = m_lanes.keys();
    for (const LaneKey& key : known) {
        if (!key.space || spaces.contains(key.space))
            forgetLane(key);
    }
    shownMoved();
    viewport()->update();
}

void LaneView::changeEvent(QEvent* event)
{
    CalendarView::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
    case QEvent::FontChange:
    case QEvent::LayoutDirectionChange:
    case QEvent::LanguageChange:
    case QEvent::LocaleChange:
        forgetLanes();
        updateScrollRange();
        break;
    default:
        break;
    }
}

void LaneView::scrollContentsBy(int dx, int dy)
{
    Q_UNUSED(dx)
    shownMoved();
    viewport()->update();
    if (!m_scrollingItself && m_firstMinute)
        m_firstMinute = alongScroll() / pixelsPerMinute();
    if (dy != 0 && !isVertical())
        Q_EMIT spacesOnScreenChanged();
}

} // namespace reserve
