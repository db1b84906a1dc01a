// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/explaining/explanation.h"

#include <QByteArray>

namespace reserve {

// An explanation for people: what was understood, the parts of the mail, then for each recipient what would
// be decided, with every step. Text of the mail stays on its line.
QByteArray explanationText(const QString& source, const Explanation& explanation);

} // namespace reserve
