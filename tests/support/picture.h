// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QWidget;

namespace reserve::test {

// Saves what a window shows as a PNG of this name in the folder that RESERVE_PICTURES names; without it nothing
// happens. Layouts that wait for the event loop are settled before. GUI thread.
void keepPicture(QWidget* window, const QString& name);

} // namespace reserve::test
