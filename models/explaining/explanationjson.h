// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/explaining/explanation.h"

#include <QJsonObject>

namespace reserve {

// For scripts: what was understood, "decisions" (one a recipient, with the trace's own names) and
// "undecided". Times in UTC, ISO 8601 with Z; reasons as code and sentence.
QJsonObject toJsonObject(const Explanation& explanation);

} // namespace reserve
