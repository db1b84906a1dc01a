// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/common/firstplace.h"

#include <QScreen>
#include <QWidget>

namespace reserve {

namespace {

// The frame is known only once the window stands; none is wider than this.
constexpr QSize frame(16, 48);

} // namespace

void placeAtFirst(QWidget* window, QSize wanted)
{
    const QSize free = window->screen()->availableSize() - frame;
    window->resize(wanted.boundedTo(free));
    if (wanted.width() > free.width() || wanted.height() > free.height())
        window->setWindowState(window->windowState() | Qt::WindowMaximized);
}

} // namespace reserve
