// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

namespace reserve {

// Says of each choice of a SegmentedSwitch that it is one of several of which one is on (a radio button): Qt
// takes the joined tool buttons for check boxes. Once per process; the switch's constructor does it. GUI
// thread.
void installSegmentAccessibility();

} // namespace reserve
