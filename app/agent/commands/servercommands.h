// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/agent/subcommand.h"

#include <memory>

namespace reserve {

// Sub-commands of "servers" that stand in files of their own.
std::unique_ptr<Subcommand> makeServersDiscover();
std::unique_ptr<Subcommand> makeServersSet();
std::unique_ptr<Subcommand> makeServersTest();

// NAME of a server, as serverNamed() takes it.
SubcommandArgument serverArgument();

} // namespace reserve
