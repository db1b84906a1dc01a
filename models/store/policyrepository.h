// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/policybook.h"

#include <optional>

namespace reserve {

class Connection;

// Booking policies as set for buildings and spaces. models/entities knows names, types, defaults and ranges.
class PolicyRepository final
{
public:
    explicit PolicyRepository(Connection& connection);

    Result<PolicyBook> all() const;
    // No value: inherited again. Writes nothing when nothing differs. Errors: those of normalisedPolicy();
    // space.missing (id).
    Result<void> set(const PolicyScope& scope, const QString& name, const std::optional<QString>& value,
                     const QString& actor);

private:
    Result<std::optional<QString>> find(const PolicyScope& scope, const QString& name) const;
    Result<void> write(const PolicyScope& scope, const QString& name, const std::optional<QString>& value);
    // Who or what it is set for, in words that stay when the row goes.
    Result<QString> keyOf(const PolicyScope& scope, const QString& name) const;

    Connection& m_connection;
};

} // namespace reserve
