// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace reserve {

// Who the audit names for what is done in a window: "maria on desk-12 (console)".
QString consoleActor();

} // namespace reserve
