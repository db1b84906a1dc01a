// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/command.h"
#include "models/store/store.h"

namespace reserve {

// Asks something of the running agent in the name of whoever sits at this console.
QFuture<Result<CommandId>> askAgent(Store& store, CommandKind kind, const Arguments& arguments = {});

} // namespace reserve
