// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/serverprofile.h"
#include "models/store/unit.h"

namespace reserve {

// The server that is meant by its name, without regard to case, else by its number ("3"). Errors: cli.server-unknown
// (name, known), cli.server-ambiguous (name, numbers).
Result<ServerProfile> serverNamed(const ReadUnit& unit, const QString& nameOrNumber);

} // namespace reserve
