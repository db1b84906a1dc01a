// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/calendarstrokes.h"
#include "ui/calendar/weekview.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace reserve {

namespace {

constexpr int flagClearance = 14; // ruler labels this near the flag are left out
constexpr double nowOverBlocks = 0.35;
constexpr int narrowDay = 84; // at u = 4

} // namespace

void WeekView::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(viewport());
    painter.setLayoutDirection(layoutDirection());
    painter.fillRect(viewport()->rect(), Theme::current().surface);
    paintLanes(&painter);
    paintNow(&painter);
    paintFocus(&painter);
    paintRuler(&painter);
    paintHead(&painter);
    paintViewFrame(&painter, viewport()->rect());
}

void WeekView::paintHead(QPainter* painter)
{
    const Theme& theme = Theme::current();
    const QRect head(0, 0, viewport()->width(), headHeight());
    painter->fillRect(head, theme.surface);
    for (int lane = 0; lane < laneCount(); ++lane)
        paintDayHead(painter, lane);
    paintCorner(painter);
    paintStrip(painter);
    paintHairline(painter, QPointF(0, head.bottom()), QPointF(head.right() + 1, head.bottom()), theme.line);
    if (const auto chosen = selection()) {
        if (const StripBlock* block = stripBlock(*chosen))
            paintFocusRing(painter, stripRect(*block), px(design::reservationRadius));
    }
}

void WeekView::paintDayHead(QPainter* painter, int lane)
{
    const Theme& theme = Theme::current();
    const QDate date = laneKey(lane).date;
    const Qt::LayoutDirection direction = layoutDirection();
    const QRect whole = visual(QRect(body().left() + laneStart(lane), 0, laneWidth(lane), headHeight()));
    paintHairline(painter, leadingSlice(whole, 1, direction).topLeft(), leadingSlice(whole, 1, direction).bottomLeft(),
                  theme.line);

    QRectF row(whole.left() + u(2), u(1), whole.width() - u(4), px(24));
    const QString number = QLocale().toString(date.day());
    const QFont& numberFont = typeface(Type::Section);
    const double numberWidth = QFontMetricsF(numberFont).horizontalAdvance(number);
    const bool isToday = date == today();
    // On a narrow closed day the pill leaves the name of the day its room.
    const double pad = !isToday ? 0 : whole.width() < px(narrowDay) ? u(1) : u(2);
    const QRectF pill = leadingSlice(row, numberWidth + 2 * pad, direction);
    if (isToday)
        paintPanel(painter, pill.adjusted(0, px(1), 0, -px(1)), px(design::controlRadius), theme.accent);
    paintText(painter, withoutLeading(pill, pad, direction), number, numberFont, isToday ? theme.onAccent : theme.text,
              direction);

    QRectF rest = withoutLeading(row, pill.width() + u(1.5), direction);
    const std::optional<int> booked = isClosedDay(date) ? std::nullopt : this->lane(lane).bookedPercent;
    if (booked) {
        const QString share = tr("%1 %").arg(QLocale().toString(*booked));
        const double width = QFontMetricsF(typeface(Type::Caption)).horizontalAdvance(share) + 1;
        if (rest.width() > 2 * width) {
            paintText(painter, trailingSlice(rest, width, direction), share, typeface(Type::Caption), theme.text2,
                      direction);
            rest = withoutTrailing(rest, width + u(1), direction);
        }
        paintBooked(painter, whole, booked);
    }
    QString name = QLocale().standaloneDayName(date.dayOfWeek(), QLocale::ShortFormat);
    if (QFontMetricsF(typeface(Type::Body)).horizontalAdvance(name) > rest.width())
        name = QLocale().standaloneDayName(date.dayOfWeek(), QLocale::NarrowFormat);
    paintText(painter, rest, name, typeface(Type::Body), theme.text2, direction);
}

void WeekView::paintBooked(QPainter* painter, const QRect& head, std::optional<int> percent)
{
    const QRect bar(head.left() + u(2), px(33), head.width() - u(4), px(3));
    paintShareBar(painter, bar, percent.value_or(0), layoutDirection());
}

void WeekView::paintStrip(QPainter* painter)
{
    for (const StripBlock& place : m_strip) {
        const Reservation* reservation = occupancy().find(place.id);
        if (!reservation)
            continue;
        ReservationBlock block = texts().block(*reservation);
        block.rect = stripRect(place);
        block.direction = layoutDirection();
        paintReservationBlock(painter, block);
    }
}

void WeekView::paintCorner(QPainter* painter)
{
    const Theme& theme = Theme::current();
    const Qt::LayoutDirection direction = layoutDirection();
    const QRect corner = visual(QRect(0, 0, rulerWidth(), headHeight()));
    painter->fillRect(corner, theme.surface);
    const QList<QTimeZone> zones = rulers();
    const Instant noon = m_axis.instantAt(12 * 60, laneKey(currentLane()).date);
    const double line = QFontMetricsF(typeface(Type::Caption)).height();
    for (qsizetype index = 0; index < zones.size(); ++index) {
        const QRectF column = visual(QRect(int(index) * rulerColumn(), 0, rulerColumn(), headHeight()));
        const QRectF text = withoutTrailing(column, u(1.5), direction);
        const QRectF first(text.left(), u(1.5), text.width(), line);
        const bool home = index == zones.size() - 1;
        paintText(painter, first, cityName(zones.at(index)), typeface(Type::CaptionStrong),
                  home ? theme.text2 : theme.text3, direction, Qt::AlignTrailing | Qt::AlignVCenter);
        paintText(painter, first.translated(0, line), offsetText(zones.at(index), noon), typeface(Type::Caption),
                  theme.text3, direction, Qt::AlignTrailing | Qt::AlignVCenter);
        if (home)
            paintText(painter, QRectF(text.left(), headHeight() - line - u(2), text.width(), line), allDayWords(),
                      typeface(Type::Caption), theme.text3, direction, Qt::AlignTrailing | Qt::AlignVCenter);
    }
}

void WeekView::paintRuler(QPainter* painter)
{
    const Theme& theme = Theme::current();
    const QRect ruler = visual(QRect(0, headHeight(), rulerWidth(), viewport()->height() - headHeight()));
    painter->save();
    painter->setClipRect(ruler);
    painter->fillRect(ruler, theme.surface);
    const QList<QTimeZone> zones = rulers();
    for (qsizetype index = 0; index < zones.size(); ++index) {
        const QRect column = visual(
            QRect(int(index) * rulerColumn(), headHeight(), rulerColumn(), viewport()->height() - headHeight()));
        paintRulerLabels(painter, column, zones.at(index), index == zones.size() - 1);
    }
    if (m_days.contains(today())) {
        const int y = laneRect(0, int(m_axis.position(now(), today()) * pixelsPerMinute()), 0, 0, 0).top();
        paintNowFlag(painter, trailingSlice(ruler, rulerColumn(), layoutDirection()).toRect(), y, texts().clock(now()),
                     layoutDirection());
    }
    painter->restore();
}

// An hour that none of the days shown has stands in no ruler.
bool WeekView::isLeftOut(const WallAxis::Label& label) const
{
    return std::all_of(m_days.cbegin(), m_days.cend(), [this, &label](QDate day) {
        const auto gap = m_axis.breakOn(day);
        return gap && label.position >= gap->start && label.position < gap->end;
    });
}

void WeekView::paintRulerLabels(QPainter* painter, const QRect& column, const QTimeZone& zone, bool home)
{
    const Theme& theme = Theme::current();
    const QDate date = laneKey(currentLane()).date;
    const QFont& font = typeface(home ? Type::CaptionStrong : Type::Caption);
    const int height = QFontMetrics(font).height();
    const bool flagged = home && m_days.contains(today());
    const int flag = flagged ? laneRect(0, int(m_axis.position(now(), today()) * pixelsPerMinute()), 0, 0, 0).top() : 0;
    for (const WallAxis::Label& label : m_axis.hours()) {
        const int y = laneRect(0, int(label.position * pixelsPerMinute()), 0, 0, 0).top();
        const bool cut = y - height / 2 < column.top() || y + height / 2 > column.bottom();
        if (cut || isLeftOut(label) || (flagged && std::abs(y - flag) < px(flagClearance)))
            continue;
        const QTime wall(label.minute / 60 % 24, label.minute % 60);
        QString text = texts().clock(wall);
        if (!home)
            text = texts().clock(toDateTime(m_axis.instantAt(label.position, date)).toTimeZone(zone).time());
        else if (label.again)
            text = againWords(label);
        const QRectF row = withoutTrailing(QRectF(column.left(), y - height / 2.0, column.width(), height), u(1.5),
                                           layoutDirection());
        paintText(painter, row, text, font, home ? theme.text2 : theme.text3, layoutDirection(),
                  Qt::AlignTrailing | Qt::AlignVCenter);
    }
}

// Two pixels on today, a hairline on the other days; 35 % over reservations.
void WeekView::paintNow(QPainter* painter)
{
    const int index = int(m_days.indexOf(today()));
    if (index < 0)
        return;
    const int at = int(m_axis.position(now(), today()) * pixelsPerMinute());
    const QRect line = visual(laneRect(index, at, px(2), 0, laneWidth(index)));
    const QRect whole = visual(QRect(body().left(), laneRect(index, at, 0, 0, 0).top(), body().width(), 1));
    QRegion blocks;
    for (int lane = 0; lane < laneCount(); ++lane) {
        for (const LaneBlock& block : this->lane(lane).layout.blocks)
            blocks += visual(blockInset(laneRect(lane, block.along, block.length, block.across, block.width)));
    }
    const QRegion seen(visual(body()));
    const QRegion others = QRegion(whole).subtracted(line) & seen;
    const QRegion here = QRegion(line) & seen;
    painter->save();
    const auto paint = [painter](const QRegion& region, const QColor& color) {
        painter->setClipRegion(region);
        painter->fillRect(region.boundingRect(), color);
    };
    paint(others - blocks, Theme::current().control);
    paint(here - blocks, Theme::current().now);
    painter->setOpacity(nowOverBlocks);
    paint(others & blocks, Theme::current().control);
    paint(here & blocks, Theme::current().now);
    painter->restore();
}

} // namespace reserve
