// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/calendarstrokes.h"
#include "ui/calendar/timelinemeasures.h"
#include "ui/calendar/timelineview.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace reserve {

namespace {

constexpr double nowOverBlocks = 0.35;

} // namespace

void TimelineView::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(viewport());
    painter.setLayoutDirection(layoutDirection());
    painter.fillRect(viewport()->rect(), Theme::current().surface);
    paintLanes(&painter);
    paintGroups(&painter);
    paintFocus(&painter);
    paintSide(&painter);
    paintInUse(&painter);
    paintHead(&painter);
    paintNow(&painter);
    paintViewFrame(&painter, viewport()->rect());
}

QRect TimelineView::sideRect(int top, int height) const
{
    return visual(QRect(0, top, sideWidth(), height));
}

int TimelineView::nowAlong() const
{
    return body().left() + int(m_axis.position(now(), date()) * pixelsPerMinute()) - alongScroll();
}

void TimelineView::paintHead(QPainter* painter)
{
    const Theme& theme = Theme::current();
    const Qt::LayoutDirection direction = layoutDirection();
    const QRect head(0, 0, viewport()->width(), px(timeline::head));
    painter->fillRect(head, theme.alt);
    QRectF side = sideRect(0, head.height());
    side = withoutTrailing(withoutLeading(side, u(3), direction), u(3), direction);
    const QFont& font = typeface(Type::CaptionStrong);
    paintText(painter, side, tr("Space"), font, theme.text2, direction);
    paintText(painter, side, tr("Booked"), font, theme.text2, direction, Qt::AlignTrailing | Qt::AlignVCenter);
    const QRectF seats = withoutTrailing(side, px(timeline::bookedColumn) + u(2), direction);
    paintText(painter, seats, tr("Seats"), font, theme.text2, direction, Qt::AlignTrailing | Qt::AlignVCenter);

    painter->save();
    painter->setClipRect(visual(QRect(body().left(), 0, body().width(), head.height())));
    const bool isToday = date() == today();
    const QRect flag = isToday ? visual(nowFlagAbove(nowAlong(), head, texts().clock(now()))) : QRect();
    for (const WallAxis::Label& label : m_axis.hours()) {
        QString text = texts().clock(QTime(label.minute / 60 % 24, label.minute % 60));
        if (label.again)
            text = texts().again(text);
        const int x = body().left() + int(label.position * pixelsPerMinute()) - alongScroll();
        const int width = QFontMetrics(font).horizontalAdvance(text) + u(1);
        const QRect place = visual(QRect(x - width / 2, 0, width, head.height()));
        const bool whole = visual(QRect(body().left(), 0, body().width(), head.height())).contains(place);
        if (whole && !place.intersects(flag))
            paintText(painter, place, text, typeface(Type::Caption), theme.text2, Qt::LeftToRight, Qt::AlignCenter);
    }
    if (isToday)
        paintNowFlag(painter, flag, texts().clock(now()));
    painter->restore();
    paintHairline(painter, QPointF(0, head.bottom()), QPointF(head.right() + 1, head.bottom()), theme.line);
}

void TimelineView::paintGroups(QPainter* painter)
{
    const Theme& theme = Theme::current();
    const Qt::LayoutDirection direction = layoutDirection();
    const QRect area(0, body().top(), viewport()->width(), body().height());
    painter->save();
    painter->setClipRect(area);
    for (const Group& group : m_groups) {
        const QRect row(0, area.top() + group.top - acrossScroll(), viewport()->width(), px(design::groupRow));
        if (!row.intersects(area))
            continue;
        painter->fillRect(row, theme.alt);
        paintHairline(painter, QPointF(0, row.bottom()), QPointF(row.right() + 1, row.bottom()), theme.line);
        const QRectF text = withoutLeading(row, u(3), direction);
        paintIcon(painter, leadingSlice(text, px(design::smallIcon), direction), Icon::Building, theme.text2,
                  direction);
        paintText(painter, withoutLeading(text, px(design::smallIcon) + u(1.5), direction), group.building,
                  typeface(Type::CaptionStrong), theme.text2, direction);
    }
    painter->restore();
}

void TimelineView::paintSide(QPainter* painter)
{
    const Theme& theme = Theme::current();
    const QRect area = sideRect(body().top(), body().height());
    painter->save();
    painter->setClipRect(area);
    const int last = lastVisibleLane();
    for (int lane = firstVisibleLane(); lane <= last; ++lane)
        paintSideLane(painter, lane);
    const QRectF edge = trailingSlice(area, 1, layoutDirection());
    paintHairline(painter, edge.topLeft(), edge.bottomLeft(), theme.line);
    painter->restore();
}

void TimelineView::paintSideLane(QPainter* painter, int lane)
{
    const Theme& theme = Theme::current();
    const Qt::LayoutDirection direction = layoutDirection();
    const QRect row = sideRect(laneRect(lane).top(), laneRect(lane).height());
    painter->fillRect(row, theme.surface);
    paintHairline(painter, row.bottomLeft(), QPointF(row.right() + 1, row.bottom()), theme.line);
    const Space* space = occupancy().space(m_rows.at(lane).space);
    if (!space)
        return;
    QRectF inner = withoutTrailing(withoutLeading(row, u(3), direction), u(3), direction);
    const QRectF booked = trailingSlice(inner, px(timeline::bookedColumn), direction);
    if (const auto percent = this->lane(lane).bookedPercent) {
        const bool scarce = *percent >= scarcePercent;
        const QRectF text(booked.left(), row.top() + u(1.5), booked.width(), row.height() / 2.0 - u(1));
        paintText(painter, text, tr("%1 %").arg(QLocale().toString(*percent)), typeface(Type::Caption),
                  scarce ? theme.of(Meaning::Tentative).ink : theme.text2, direction,
                  Qt::AlignTrailing | Qt::AlignVCenter);
        paintShareBar(painter, QRect(int(booked.left()), row.center().y() + u(1.5), int(booked.width()), px(3)),
                      *percent, direction);
    }
    inner = withoutTrailing(inner, booked.width() + u(2), direction);
    const QRectF seats = trailingSlice(inner, px(timeline::seatsColumn), direction);
    if (space->capacity > 0)
        paintText(painter, seats, QLocale().toString(space->capacity), typeface(Type::Body), theme.text2, direction,
                  Qt::AlignTrailing | Qt::AlignVCenter);
    inner = withoutTrailing(inner, seats.width(), direction);
    const bool current = lane == currentLane() && hasFocus();
    paintText(painter, inner, space->name, typeface(current ? Type::Strong : Type::Name), theme.text, direction);
}

void TimelineView::paintInUse(QPainter* painter)
{
    const Theme& theme = Theme::current();
    const Qt::LayoutDirection direction = layoutDirection();
    const QRect foot(0, body().bottom() + 1, viewport()->width(), viewport()->height() - body().bottom() - 1);
    painter->fillRect(foot, theme.alt);
    paintHairline(painter, foot.topLeft(), QPointF(foot.right() + 1, foot.top()), theme.line);
    const QList<int>& counts = inUse();
    const auto busiest = std::max_element(counts.cbegin(), counts.cend());
    const int most = busiest == counts.cend() ? 0 : *busiest;
    const QRectF side = withoutLeading(sideRect(foot.top(), foot.height()), u(3), direction);
    const double line = QFontMetricsF(typeface(Type::Body)).height();
    paintText(painter, QRectF(side.left(), foot.top() + u(2), side.width(), line), tr("Spaces in use at once"),
              typeface(Type::Strong), theme.text, direction);
    const QString words = most == 0
        ? tr("None")
        : tr("Most: %1 of %2 at %3")
              .arg(QLocale().toString(most), QLocale().toString(laneCount()),
                   texts().clock(m_axis.instantAt(int(busiest - counts.cbegin()) * slotMinutes, date())));
    paintText(painter, QRectF(side.left(), foot.top() + u(2) + line, side.width(), line), words,
              typeface(Type::Caption), theme.text2, direction);
    painter->save();
    painter->setClipRect(visual(QRect(body().left(), foot.top(), body().width(), foot.height())));
    for (int slot = 0; slot < int(counts.size()); ++slot)
        paintInUseBar(painter, slot, most);
    painter->restore();
}

void TimelineView::paintInUseBar(QPainter* painter, int slot, int most)
{
    const int count = inUse().at(slot);
    if (count == 0)
        return;
    const Theme& theme = Theme::current();
    const int left = body().left() + int(slot * slotMinutes * pixelsPerMinute()) - alongScroll();
    const int right = body().left() + int((slot + 1) * slotMinutes * pixelsPerMinute()) - alongScroll();
    const int bottom = viewport()->height() - 1;
    const double line = QFontMetricsF(typeface(Type::Caption)).height();
    const int room = bottom - body().bottom() - int(line) - u(2);
    const int height = std::max(px(2), room * count / std::max(most, 1));
    const QRect bar = visual(QRect(left + 1, bottom - height, right - left - 2, height));
    const MeaningColors& colors = theme.of(count == most ? Meaning::Tentative : Meaning::Accepted);
    painter->fillRect(bar, colors.wash);
    painter->fillRect(QRect(bar.left(), bar.top(), bar.width(), px(2)), colors.edge);
    const QRectF number(bar.left(), bar.top() - line, bar.width(), line);
    paintText(painter, number, QLocale().toString(count), typeface(Type::Caption),
              count == most ? colors.ink : theme.text3, Qt::LeftToRight, Qt::AlignCenter);
}

// Over lanes and the bars below; 35 % over reservations.
void TimelineView::paintNow(QPainter* painter)
{
    if (date() != today())
        return;
    painter->save();
    const QRect area = body().adjusted(0, 0, 0, viewport()->height() - body().bottom() - 1);
    const QRect line = visual(QRect(nowAlong(), area.top(), px(2), area.height()));
    painter->setClipRect(visual(area));
    QRegion blocks;
    const int last = lastVisibleLane();
    for (int index = firstVisibleLane(); index <= last; ++index) {
        for (const LaneBlock& block : lane(index).layout.blocks)
            blocks += visual(blockInset(laneRect(index, block.along, block.length, block.across, block.width)));
    }
    painter->setClipRegion(QRegion(line) - blocks, Qt::IntersectClip);
    painter->fillRect(line, Theme::current().now);
    painter->setClipRegion(QRegion(line).intersected(blocks).intersected(visual(body())));
    painter->setOpacity(nowOverBlocks);
    painter->fillRect(line, Theme::current().now);
    painter->restore();
}

} // namespace reserve
