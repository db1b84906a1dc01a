// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/openhours.h"
#include "ui/calendar/laneview.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

#include <cmath>
#include <utility>

namespace reserve {

namespace {

constexpr int chipHeight = 17;
constexpr int marginInset = 4;
constexpr int stackIcon = 14;
constexpr int stretchStep = 128;

} // namespace

ReservationBlock LaneView::blockFor(const Reservation& reservation, const LaneBlock& place) const
{
    Q_UNUSED(place)
    return texts().block(reservation);
}

void LaneView::paintLanes(QPainter* painter)
{
    const QRect area = visual(body());
    painter->save();
    painter->setClipRect(area);
    const int last = lastVisibleLane();
    for (int index = firstVisibleLane(); index <= last; ++index) {
        const Picture& shown = picture(index);
        const QRect place
            = laneRect(index, shown.stretch.from, shown.stretch.to - shown.stretch.from, 0, laneWidth(index));
        painter->drawPixmap(visual(place).topLeft(), shown.pixmap);
    }
    paintDrag(painter);
    painter->restore();
}

// What is in sight and a little more, so that not every step along the lane paints anew.
LaneView::Stretch LaneView::stretchInSight() const
{
    const int step = px(stretchStep);
    const int seen = isVertical() ? body().height() : body().width();
    const int from = std::max(0, alongScroll());
    return {from / step * step, std::min(contentLength(), (from + seen + step) / step * step)};
}

const LaneView::Picture& LaneView::picture(int lane) const
{
    const LaneKey key = laneKey(lane);
    const double ratio = viewport()->devicePixelRatioF();
    const Stretch stretch = stretchInSight();
    if (const Picture* known = m_pictures.object(key);
        known && known->stretch.covers(stretch) && known->pixmap.devicePixelRatio() == ratio)
        return *known;
    const QRect whole(QPoint(0, 0), laneRect(lane).size());
    const QRect part = within(whole, stretch.from, stretch.to);
    const QSize pixels(int(std::ceil(part.width() * ratio)), int(std::ceil(part.height() * ratio)));
    auto* made = new Picture{QPixmap(pixels), stretch};
    made->pixmap.setDevicePixelRatio(ratio);
    {
        QPainter painter(&made->pixmap);
        painter.setLayoutDirection(layoutDirection());
        painter.translate(-part.topLeft());
        paintLane(&painter, lane, whole, stretch);
    }
    const int cost = std::min(int(m_pictures.maxCost()), std::max(1, pixels.width() * pixels.height() / 256));
    m_pictures.insert(key, made, cost);
    return *made;
}

QRect LaneView::within(const QRect& lane, int from, int to) const
{
    const QRect piece = isVertical() ? QRect(lane.left(), lane.top() + from, lane.width(), to - from)
                                     : QRect(lane.left() + from, lane.top(), to - from, lane.height());
    return QStyle::visualRect(layoutDirection(), lane, piece);
}

void LaneView::paintLane(QPainter* painter, int lane, const QRect& rect, const Stretch& stretch) const
{
    paintLaneGround(painter, lane, rect);
    QList<LaneBlock> blocks;
    for (const LaneBlock& block : this->lane(lane).layout.blocks) {
        const int begin = block.along - block.setupLength;
        if (stretch.meets(begin, block.along + block.length + block.clearupLength))
            blocks.append(block);
    }
    for (const LaneBlock& block : std::as_const(blocks))
        paintMargins(painter, block, rect);
    for (const LaneBlock& place : std::as_const(blocks)) {
        const Reservation* reservation = occupancy().find(place.id);
        if (!reservation || place.stack >= 0)
            continue;
        ReservationBlock block = blockFor(*reservation, place);
        block.rect = QStyle::visualRect(layoutDirection(), rect, blockInset(pieceOf(place)));
        block.direction = layoutDirection();
        block.moving = isDragging() && m_drag->drag.id == place.id;
        paintReservationBlock(painter, block);
    }
    paintKeptTimes(painter, lane, rect, stretch);
    for (const LaneStack& stack : this->lane(lane).layout.stacks) {
        if (stretch.meets(stack.along, stack.along + stack.length))
            paintStack(painter, stack, rect);
    }
    for (const LaneCrowd& crowd : this->lane(lane).layout.crowds)
        paintCrowd(painter, lane, crowd, rect);
}

void LaneView::paintLaneGround(QPainter* painter, int lane, const QRect& rect) const
{
    const LaneKey key = laneKey(lane);
    painter->fillRect(rect, Theme::current().surface);
    paintClosedTimes(painter, key, rect);
    paintGridLines(painter, lane, rect);
}

// Closed hours are quiet, closed days and closures have the diagonal lines.
void LaneView::paintClosedTimes(QPainter* painter, const LaneKey& key, const QRect& rect) const
{
    const TimeRange day = axis().day(key.date);
    const auto pixel
        = [&](Instant instant) { return int(axis().position(instant, key.date) * pixelsPerMinute() + 0.5); };
    const Space* space = occupancy().space(key.space);
    const WorkingHours hours = space ? space->hours : WorkingHours();
    const QTimeZone zone = space ? occupancy().zoneOf(*space) : occupancy().siteZone();
    const QList<TimeRange> open = openTimes(hours, day, zone);
    if (open.isEmpty()) {
        fillPattern(painter, rect, Pattern::ClosedDay);
    } else {
        int from = 0;
        for (const TimeRange& range : open) {
            painter->fillRect(within(rect, from, pixel(range.start)), Theme::current().closed);
            from = pixel(range.end);
        }
        painter->fillRect(within(rect, from, contentLength()), Theme::current().closed);
    }
    paintBreak(painter, key.date, rect);
    if (!space)
        return;
    for (const Closure& closure : occupancy().closures(*space, day)) {
        const QRect piece = within(rect, pixel(closure.time.start), pixel(closure.time.end));
        fillPattern(painter, piece, Pattern::ClosedDay);
        const QRect text = piece.adjusted(u(2), u(1), -u(2), -u(1));
        paintText(painter, text.intersected(rect), closure.reason, typeface(Type::Caption), Theme::current().text2,
                  layoutDirection(), Qt::AlignLeading | Qt::AlignTop);
    }
}

// On a closed day its lines would not stand out, so the missing hour is named.
void LaneView::paintBreak(QPainter* painter, QDate date, const QRect& rect) const
{
    const auto gap = axis().breakOn(date);
    if (!gap)
        return;
    const QRect piece = within(rect, int(gap->start * pixelsPerMinute()), int(gap->end * pixelsPerMinute()));
    fillPattern(painter, piece, Pattern::ClosedDay);
    if (isVertical() && !axis().wallAt(gap->start).again)
        paintText(painter, piece.adjusted(u(2), u(1), -u(2), -u(1)), tr("Clocks go forward"), typeface(Type::Caption),
                  Theme::current().text2, layoutDirection(), Qt::AlignLeading | Qt::AlignTop);
}

void LaneView::paintGridLines(QPainter* painter, int lane, const QRect& rect) const
{
    Q_UNUSED(lane)
    const Theme& theme = Theme::current();
    QColor half = theme.line;
    // Half hours are drawn between the ground and the hours' line, so that the hours stay countable.
    half = QColor::fromRgbF((theme.line.redF() + theme.surface.redF()) / 2,
                            (theme.line.greenF() + theme.surface.greenF()) / 2,
                            (theme.line.blueF() + theme.surface.blueF()) / 2);
    for (int minute = 0; minute <= axis().length(); minute += slotMinutes) {
        const int at = int(minute * pixelsPerMinute());
        const QRect line = within(rect, at, at + 1);
        painter->fillRect(line, minute % (2 * slotMinutes) == 0 ? theme.line : half);
    }
    // The line between lanes.
    const QRect edge = isVertical() ? QRect(rect.left(), rect.top(), 1, rect.height())
                                    : QRect(rect.left(), rect.bottom(), rect.width(), 1);
    painter->fillRect(QStyle::visualRect(layoutDirection(), rect, edge), theme.line);
}

void LaneView::paintMargins(QPainter* painter, const LaneBlock& block, const QRect& rect) const
{
    const auto paint = [&](int along, int length) {
        if (length <= 0)
            return;
        const int inset = px(marginInset);
        const QRect piece = isVertical() ? QRect(block.across + inset, along, block.width - 2 * inset, length)
                                         : QRect(along, block.across + inset, length, block.width - 2 * inset);
        fillPattern(painter, QStyle::visualRect(layoutDirection(), rect, piece), Pattern::SetUpMargin);
    };
    paint(block.along - block.setupLength, block.setupLength);
    paint(block.along + block.length, block.clearupLength);
}

// The frame of what holds nothing, with what was answered and how often: as words where they fit, else as a number.
void LaneView::paintStack(QPainter* painter, const LaneStack& stack, const QRect& rect) const
{
    const StackTexts said = texts().stack(stack.ids);
    ReservationBlock frame;
    frame.rect = QStyle::visualRect(layoutDirection(), rect, blockInset(pieceOf(stack)));
    frame.answer = said.answer;
    frame.exchange = said.exchange;
    frame.direction = layoutDirection();
    paintReservationBlock(painter, frame);

    const QFont& font = typeface(Type::CaptionStrong);
    const QFontMetrics metrics(font);
    const QColor ink = Theme::current().of(said.answer).ink;
    const int icon = px(stackIcon);
    const int line = std::max(icon, metrics.height());
    const int edge = frame.exchange ? px(design::leadingEdge) : 0;
    const QRectF whole = withoutLeading(frame.rect, edge, layoutDirection());
    const QRect inner = whole.toRect().adjusted(px(3), px(1), -px(3), -px(1));
    const auto advance = [&](const QString& text) { return icon + px(3) + metrics.horizontalAdvance(text); };
    const QString& beside = advance(said.words) <= inner.width() ? said.words : said.number;
    const bool fits = advance(beside) <= inner.width();
    const bool below = !fits && inner.height() >= 2 * line && metrics.horizontalAdvance(said.number) <= inner.width();
    const int top = inner.height() < line + px(6) ? inner.center().y() - line / 2 : inner.top() + px(3);
    const QRect row(inner.left(), top, inner.width(), line);
    const QRectF place = fits ? leadingSlice(row, icon, layoutDirection())
                              : QRectF(row.center().x() - icon / 2, row.top(), icon, row.height());
    paintIcon(painter, place, stateIcon(said.answer), ink, layoutDirection());
    if (fits)
        paintText(painter, withoutLeading(row, icon + px(3), layoutDirection()), beside, font, ink, layoutDirection());
    else if (below)
        paintText(painter, row.translated(0, line), said.number, font, ink, layoutDirection(), Qt::AlignCenter);
}

void LaneView::paintCrowd(QPainter* painter, int lane, const LaneCrowd& crowd, const QRect& rect) const
{
    const Theme& theme = Theme::current();
    const MeaningColors& colors = theme.of(Meaning::Failed);
    const QString text = tr("%n at once", "reservations of one space or one person", crowd.atOnce);
    const QFont& font = typeface(Type::CaptionStrong);
    const int icon = px(12);
    const int width = QFontMetrics(font).horizontalAdvance(text) + icon + u(5);
    const QSize size(width, px(chipHeight));
    const QRect chip = QStyle::visualRect(layoutDirection(), rect, crowdChipRect(lane, crowd, size));
    paintPanel(painter, chip, size.height() / 2.0, theme.surface, colors.edge);
    const QRectF inner = QRectF(chip).adjusted(u(2), 0, -u(1.5), 0);
    paintIcon(painter, leadingSlice(inner, icon, layoutDirection()), Icon::StateDouble, colors.ink, layoutDirection());
    paintText(painter, withoutLeading(inner, icon + u(1), layoutDirection()), text, font, colors.ink,
              layoutDirection());
}

void LaneView::paintFocus(QPainter* painter)
{
    const QRect area = visual(body());
    painter->save();
    painter->setClipRect(area);
    if (const auto chosen = selection()) {
        const QRect rect = reservationRect(*chosen);
        if (!rect.isEmpty())
            paintFocusRing(painter, rect, px(design::reservationRadius));
    } else if (hasFocus()) {
        // Where a block covers the cell the ring goes behind it and stays in the gaps beside: it strikes no text.
        QRegion gaps(area);
        for (const LaneBlock& block : lane(m_currentLane).layout.blocks)
            gaps -= blockRect(m_currentLane, block);
        for (const LaneBlock& block : lane(m_currentLane).layout.kept)
            gaps -= blockRect(m_currentLane, block);
        painter->setClipRegion(gaps);
        paintFocusCell(painter, cellRect(currentCell()));
    }
    painter->restore();
}

} // namespace reserve
