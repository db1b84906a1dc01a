// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/practiceitem.h"

namespace reserve::practice {

inline constexpr Minutes shortestInterval{5};
inline constexpr Minutes longestInterval{1440};

// A digit for each interval of a window, as MergedFreeBusy and availabilityView have it: 0 free, 1 tentative, 2 busy,
// 3 out of office, 4 working elsewhere; of several the one that binds most.
QString busyStrip(const QList<Item>& items, TimeRange window, Minutes interval);

} // namespace reserve::practice
