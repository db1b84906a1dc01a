// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QRect>
#include <QStyle>

QT_BEGIN_NAMESPACE
class QPainter;
class QStyleOption;
class QStyleOptionComboBox;
class QStyleOptionSpinBox;
class QWidget;
QT_END_NAMESPACE

namespace reserve {

// The fields' half of ConsoleStyle: line edits, combo boxes, spin boxes, frames of text edits. The dynamic property
// fieldState says what colour the frame has.

void paintFieldFrame(QPainter* painter, const QStyleOption& option, const QWidget* widget);
void paintComboBox(QPainter* painter, const QStyleOptionComboBox& option, const QWidget* widget);
void paintSpinBox(QPainter* painter, const QStyleOptionSpinBox& option, const QWidget* widget);

QRect comboBoxPart(const QStyleOptionComboBox& option, QStyle::SubControl part);
QRect spinBoxPart(const QStyleOptionSpinBox& option, QStyle::SubControl part);

// Between the frame and the text.
int fieldPadding();

// At least the height of a field; wider by `extra` for what stands beside the text.
QSize fieldSize(const QSize& contents, int extra);

int fieldButtonWidth();

} // namespace reserve
