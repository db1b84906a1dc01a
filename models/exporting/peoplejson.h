// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/person.h"

#include <QJsonObject>

namespace reserve {

// One object of `people list --format json`: the CSV's names and `kind`.
QJsonObject toJsonObject(const Person& person);

} // namespace reserve
