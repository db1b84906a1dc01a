// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/agent/commands.h"

namespace reserve {

// reservations book, move and cancel: what the console's calendar does, for scripts.
Subcommands bookingCommands();

} // namespace reserve
