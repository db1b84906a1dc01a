// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/calendarstrokes.h"

#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace reserve {

namespace {

constexpr int flagHeight = 18;

} // namespace

void paintViewFrame(QPainter* painter, const QRect& view)
{
    const Theme& theme = Theme::current();
    const double radius = px(design::cardRadius);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QPainterPath corners;
    corners.setFillRule(Qt::OddEvenFill);
    corners.addRect(view);
    corners.addRoundedRect(view, radius, radius);
    painter->fillPath(corners, theme.window);
    painter->restore();
    paintPanel(painter, view, radius, {}, theme.line);
}

void paintShareBar(QPainter* painter, const QRect& bar, int percent, Qt::LayoutDirection direction)
{
    const Theme& theme = Theme::current();
    const double radius = bar.height() / 2.0;
    paintPanel(painter, bar, radius, theme.sunken);
    const int share = std::clamp(percent, 0, 100);
    if (share == 0)
        return;
    const Meaning meaning = share >= scarcePercent ? Meaning::Tentative : Meaning::Accepted;
    paintPanel(painter, leadingSlice(bar, std::max<double>(bar.height(), bar.width() * share / 100.0), direction),
               radius, theme.of(meaning).edge);
}

void paintNowFlag(QPainter* painter, const QRect& column, int y, const QString& time, Qt::LayoutDirection direction)
{
    const int width = QFontMetrics(typeface(Type::CaptionStrong)).horizontalAdvance(time) + u(3);
    const QRect row(column.left(), y - px(flagHeight) / 2, column.width(), px(flagHeight));
    paintNowFlag(painter, trailingSlice(row, width, direction).toRect(), time);
}

QRect nowFlagAbove(int x, const QRect& ruler, const QString& time)
{
    const int width = QFontMetrics(typeface(Type::CaptionStrong)).horizontalAdvance(time) + u(3);
    return {x - width / 2, ruler.center().y() - px(flagHeight) / 2, width, px(flagHeight)};
}

void paintNowFlag(QPainter* painter, const QRect& flag, const QString& time)
{
    const Theme& theme = Theme::current();
    paintPanel(painter, flag, px(design::boxRadius), theme.now);
    paintText(painter, flag, time, typeface(Type::CaptionStrong), theme.onNow, Qt::LeftToRight, Qt::AlignCenter);
}

} // namespace reserve
