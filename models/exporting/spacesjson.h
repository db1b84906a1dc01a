// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/space.h"

#include <QJsonObject>

namespace reserve {

// One object of `spaces list --format json`: the CSV's names, with numbers and booleans as such.
QJsonObject toJsonObject(const Space& space);

} // namespace reserve
