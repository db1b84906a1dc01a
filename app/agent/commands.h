// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/agent/subcommand.h"

#include <memory>
#include <vector>

namespace reserve {

using Subcommands = std::vector<std::unique_ptr<Subcommand>>;

// Each family of sub-commands, in the order of the help.
Subcommands runCommands();
Subcommands settingsCommands();
Subcommands spacesCommands();
Subcommands peopleCommands();
Subcommands serversCommands();
Subcommands policiesCommands();
Subcommands noticesCommands();
Subcommands reservationsCommands();
Subcommands approvalsCommands();
Subcommands traceCommands();
Subcommands explainCommands();
Subcommands outboxCommands();
Subcommands sendCommands();
Subcommands practiceCommands();
Subcommands storeCommands();

} // namespace reserve
