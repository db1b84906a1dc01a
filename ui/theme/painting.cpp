// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/theme/painting.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QTextOption>

#include <cmath>

namespace reserve {
namespace {

double deviceRatio(const QPainter* painter)
{
    return painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
}

// A stroke of whole device pixels, at least one, lies between pixel borders and stays sharp.
double wholePixels(double width, double ratio)
{
    return std::max(1.0, std::round(width * ratio)) / ratio;
}

// A rectangle of constant stroke drawn as the ground between two outlines: corners stay round at every radius.
void fillFrame(QPainter* painter, const QRectF& outer, double outerRadius, double width, const QColor& color)
{
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    path.addRoundedRect(outer, outerRadius, outerRadius);
    const double innerRadius = std::max(0.0, outerRadius - width);
    path.addRoundedRect(outer.adjusted(width, width, -width, -width), innerRadius, innerRadius);
    painter->fillPath(path, color);
}

bool isAddress(const QString& text)
{
    return text.contains(u'@') && !text.contains(u' ');
}

} // namespace

void paintPanel(QPainter* painter, const QRectF& rect, double radius, const QColor& fill, const QColor& border)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    radius = std::min(radius, std::min(rect.width(), rect.height()) / 2);
    if (fill.isValid()) {
        QPainterPath path;
        path.addRoundedRect(rect, radius, radius);
        painter->fillPath(path, fill);
    }
    if (border.isValid())
        fillFrame(painter, rect, radius, wholePixels(1, deviceRatio(painter)), border);
    painter->restore();
}

void paintFocusRing(QPainter* painter, const QRectF& control, double radius, const QColor& color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const double width = wholePixels(px(2), deviceRatio(painter));
    const double outside = px(1) + width;
    fillFrame(painter, control.adjusted(-outside, -outside, outside, outside), radius + outside, width,
              color.isValid() ? color : Theme::current().focus);
    painter->restore();
}

void paintFocusCell(QPainter* painter, const QRectF& cell, double radius, const QColor& color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    fillFrame(painter, cell, radius, wholePixels(px(2), deviceRatio(painter)),
              color.isValid() ? color : Theme::current().focus);
    painter->restore();
}

void paintHairline(QPainter* painter, const QPointF& from, const QPointF& to, const QColor& color)
{
    const double width = wholePixels(1, deviceRatio(painter));
    if (from.y() == to.y())
        painter->fillRect(QRectF(from.x(), from.y(), to.x() - from.x(), width), color);
    else
        painter->fillRect(QRectF(from.x(), from.y(), width, to.y() - from.y()), color);
}

QRectF leadingSlice(const QRectF& rect, double width, Qt::LayoutDirection direction)
{
    const double x = direction == Qt::RightToLeft ? rect.right() - width : rect.left();
    return {x, rect.top(), width, rect.height()};
}

QRectF trailingSlice(const QRectF& rect, double width, Qt::LayoutDirection direction)
{
    return leadingSlice(rect, width, direction == Qt::RightToLeft ? Qt::LeftToRight : Qt::RightToLeft);
}

QRectF withoutLeading(const QRectF& rect, double width, Qt::LayoutDirection direction)
{
    return direction == Qt::RightToLeft ? rect.adjusted(0, 0, -width, 0) : rect.adjusted(width, 0, 0, 0);
}

QRectF withoutTrailing(const QRectF& rect, double width, Qt::LayoutDirection direction)
{
    return direction == Qt::RightToLeft ? rect.adjusted(width, 0, 0, 0) : rect.adjusted(0, 0, -width, 0);
}

void paintText(QPainter* painter, const QRectF& rect, const QString& text, const QFont& font, const QColor& color,
               Qt::LayoutDirection direction, Qt::Alignment alignment)
{
    if (text.isEmpty() || rect.width() <= 0)
        return;
    const bool address = isAddress(text);
    const QFontMetricsF metrics(font);
    const QString shown = metrics.elidedText(text, address ? Qt::ElideMiddle : Qt::ElideRight, rect.width());

    Qt::Alignment horizontal = alignment & Qt::AlignHorizontal_Mask;
    if (direction == Qt::RightToLeft && !(alignment & Qt::AlignAbsolute)) {
        if (horizontal & Qt::AlignLeft)
            horizontal = Qt::AlignRight;
        else if (horizontal & Qt::AlignRight)
            horizontal = Qt::AlignLeft;
    }
    QTextOption option((alignment & Qt::AlignVertical_Mask) | horizontal | Qt::AlignAbsolute);
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(address ? Qt::LeftToRight : direction);
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(rect, shown, option);
}

} // namespace reserve
