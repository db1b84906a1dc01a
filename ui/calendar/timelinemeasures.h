// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

namespace reserve::timeline {

// Lengths at u = 4; pass through px().
inline constexpr int side = 262; // names, seats, booked
inline constexpr int head = 30;
inline constexpr int inUse = 90;
inline constexpr int bookedColumn = 64;
inline constexpr int seatsColumn = 40;

} // namespace reserve::timeline
