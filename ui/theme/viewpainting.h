// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QRect>
#include <QSize>
#include <QStyle>

QT_BEGIN_NAMESPACE
class QPainter;
class QStyleOption;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionTab;
class QWidget;
QT_END_NAMESPACE

namespace reserve {

// The views' half of ConsoleStyle: table heads, tabs, scroll bars, progress, menus and tool tips.

void paintHeaderSection(QPainter* painter, const QStyleOptionHeader& option);
QSize headerSectionSize(const QStyleOptionHeader& option);

// "Messages\t2,184": the count stands in caption after the name.
void paintTab(QPainter* painter, const QStyleOptionTab& option);
QSize tabSize(const QStyleOptionTab& option);

void paintScrollBar(QPainter* painter, const QStyleOptionSlider& option);
QRect scrollBarPart(const QStyleOptionSlider& option, QStyle::SubControl part);

void paintProgress(QPainter* painter, const QStyleOptionProgressBar& option);

void paintMenuItem(QPainter* painter, const QStyleOptionMenuItem& option);
QSize menuItemSize(const QStyleOptionMenuItem& option);
void paintMenuGround(QPainter* painter, const QRect& rect);

} // namespace reserve
