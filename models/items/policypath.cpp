// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/policypath.h"

namespace reserve {

namespace {

// Names of policies have no such sign, names of buildings may.
constexpr QLatin1Char separator('/');
const QString emptyList = QStringLiteral("-");

} // namespace

FieldPath policyPath(const PolicyScope& scope, const QString& name)
{
    if (scope.spaceId)
        return {FieldPath::Kind::Policy, scope.spaceId.value, name};
    return {FieldPath::Kind::Policy, 0, scope.building + separator + name};
}

PolicyScope policyScope(const FieldPath& path)
{
    if (path.id != 0)
        return PolicyScope::ofSpace(SpaceId{path.id});
    return PolicyScope::ofBuilding(path.field.left(path.field.lastIndexOf(separator)));
}

QString policyName(const FieldPath& path)
{
    return path.field.mid(path.field.lastIndexOf(separator) + 1);
}

QString policyText(const std::optional<QString>& value)
{
    if (!value)
        return {};
    return value->isEmpty() ? emptyList : *value;
}

std::optional<QString> policyValue(const QString& text)
{
    const QString value = text.trimmed();
    if (value.isEmpty())
        return std::nullopt;
    return value == emptyList ? QString() : value;
}

} // namespace reserve
