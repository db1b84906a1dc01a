// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

namespace reserve {

// Whether a window can be asked for at all: a display is named, or a platform of Qt's that needs none. Systems other
// than X11 and Wayland ones always have one.
bool hasDisplay(int argc, char* argv[]);

} // namespace reserve
