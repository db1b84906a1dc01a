// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/error.h"

namespace reserve {

// What scripts rely on (design section 4).
enum class ExitCode { Good = 0, Failed = 1, WrongUsage = 2 };

// A value or command that was written wrongly is wrong usage; all else failed.
ExitCode exitCodeOf(const Error& error);

} // namespace reserve
