// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QSize>

QT_BEGIN_NAMESPACE
class QPainter;
class QPointF;
class QRect;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionToolButton;
class QWidget;
QT_END_NAMESPACE

namespace reserve {

// The buttons' half of ConsoleStyle. Dynamic properties read here: look, small, segment, shortcutHint.

void paintPushButton(QPainter* painter, const QStyleOptionButton& option, const QWidget* widget);
QSize pushButtonSize(const QStyleOptionButton& option, const QWidget* widget);

void paintToolButton(QPainter* painter, const QStyleOptionToolButton& option, const QWidget* widget);
QSize toolButtonSize(const QStyleOptionToolButton& option, const QWidget* widget);

void paintCheckIndicator(QPainter* painter, const QStyleOption& option);
void paintRadioIndicator(QPainter* painter, const QStyleOption& option);

enum class Chevron { Up, Down, Left, Right };
void paintChevron(QPainter* painter, const QPointF& center, Chevron direction, const QColor& color,
                  double halfWidth = 3.5);

} // namespace reserve
