// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

namespace reserve {

// What earlier attempts at one telling may have done without our hearing of it (R-ANSWER, R-CONFIRM). None: nothing.
// Begun: the agent ended while it was at it. Asked: the deed was asked of the server, and the answer was lost.
enum class EarlierAttempt { None, Begun, Asked };

} // namespace reserve
