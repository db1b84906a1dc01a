// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QRect>
#include <QString>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace reserve {

// Small drawings that calendar views share; in mirrored coordinates, with Theme::current().

// From this share of its open hours on a space or day is scarce, and drawn so.
inline constexpr int scarcePercent = 80;

// Rounded corners and the hairline round a whole view, over what was painted.
void paintViewFrame(QPainter* painter, const QRect& view);

// A bar on its track, filled from the reading edge.
void paintShareBar(QPainter* painter, const QRect& bar, int percent, Qt::LayoutDirection direction);

// The time of now on a ruler: beside the lanes at height `y`, or above them at `x`.
void paintNowFlag(QPainter* painter, const QRect& column, int y, const QString& time, Qt::LayoutDirection direction);
QRect nowFlagAbove(int x, const QRect& ruler, const QString& time);
void paintNowFlag(QPainter* painter, const QRect& flag, const QString& time);

} // namespace reserve
