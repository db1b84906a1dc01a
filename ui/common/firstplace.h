// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QSize>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace reserve {

// The size of a window that has none from an earlier time: as wanted, and the whole screen where that does
// not fit with its frame, so that no button lies beyond the edge.
void placeAtFirst(QWidget* window, QSize wanted);

} // namespace reserve
