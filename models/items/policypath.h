// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/policybook.h"
#include "models/items/fielddraft.h"

#include <optional>

namespace reserve {

// A booking policy among the fields of a draft: of a space by its id, of a building by its name.
FieldPath policyPath(const PolicyScope& scope, const QString& name);
PolicyScope policyScope(const FieldPath& path);
QString policyName(const FieldPath& path);

// What stands in a field: nothing where the value is inherited, "-" for a list that is set and empty.
QString policyText(const std::optional<QString>& value);
std::optional<QString> policyValue(const QString& text);

} // namespace reserve
