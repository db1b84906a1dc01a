// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

QT_BEGIN_NAMESPACE
class QFont;
class QPainter;
QT_END_NAMESPACE

namespace reserve {

// Strokes that every painted thing shares. Lines land on whole device pixels at every scale.

// Fill with an optional 1 px border inside `rect`. An invalid colour leaves its part out.
void paintPanel(QPainter* painter, const QRectF& rect, double radius, const QColor& fill, const QColor& border = {});

// 2 px ring, 1 px gap, outside `control`, whose own radius is given.
void paintFocusRing(QPainter* painter, const QRectF& control, double radius, const QColor& color = {});

// The same 2 px inside `cell`, for tables and grids.
void paintFocusCell(QPainter* painter, const QRectF& cell, double radius = 2, const QColor& color = {});

void paintHairline(QPainter* painter, const QPointF& from, const QPointF& to, const QColor& color);

// A slice of `width` at the edge where reading begins.
QRectF leadingSlice(const QRectF& rect, double width, Qt::LayoutDirection direction);
QRectF trailingSlice(const QRectF& rect, double width, Qt::LayoutDirection direction);

// The rest of `rect` after `width` at the leading (trailing) edge is taken away.
QRectF withoutLeading(const QRectF& rect, double width, Qt::LayoutDirection direction);
QRectF withoutTrailing(const QRectF& rect, double width, Qt::LayoutDirection direction);

// One line, vertically centred unless `alignment` says otherwise; elided at the end, addresses in the middle and
// always left to right. Qt::AlignLeading is the reading edge.
void paintText(QPainter* painter, const QRectF& rect, const QString& text, const QFont& font, const QColor& color,
               Qt::LayoutDirection direction, Qt::Alignment alignment = Qt::AlignLeading | Qt::AlignVCenter);

} // namespace reserve
