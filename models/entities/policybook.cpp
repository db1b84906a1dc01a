// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/entities/policybook.h"

namespace reserve {

void PolicyBook::set(const PolicyScope& scope, const QString& name, const QString& value)
{
    m_values[scope].insert(name, value);
}

void PolicyBook::clear(const PolicyScope& scope, const QString& name)
{
    const auto values = m_values.find(scope);
    if (values == m_values.end())
        return;
    values->remove(name);
    if (values->isEmpty())
        m_values.erase(values);
}

std::optional<QString> PolicyBook::own(const PolicyScope& scope, const QString& name) const
{
    const auto values = m_values.constFind(scope);
    if (values == m_values.cend() || !values->contains(name))
        return std::nullopt;
    return values->value(name);
}

QString PolicyBook::valueFor(const Space& space, const QString& name) const
{
    if (const auto value = own(PolicyScope::ofSpace(space.id), name))
        return *value;
    return valueForBuilding(space.building, name);
}

PolicySource PolicyBook::sourceFor(const Space& space, const QString& name) const
{
    if (own(PolicyScope::ofSpace(space.id), name))
        return PolicySource::Space;
    return own(PolicyScope::ofBuilding(space.building), name) ? PolicySource::Building : PolicySource::Default;
}

QString PolicyBook::valueForBuilding(const QString& building, const QString& name) const
{
    if (const auto value = own(PolicyScope::ofBuilding(building), name))
        return *value;
    const PolicyDefinition* policy = findPolicy(name);
    return policy ? policy->defaultValue : QString();
}

BookingPolicy PolicyBook::policyFor(const Space& space) const
{
    PolicyValues values = m_values.value(PolicyScope::ofBuilding(space.building));
    values.insert(m_values.value(PolicyScope::ofSpace(space.id)));
    return policyFrom(values);
}

BookingPolicy PolicyBook::policyForBuilding(const QString& building) const
{
    return policyFrom(m_values.value(PolicyScope::ofBuilding(building)));
}

} // namespace reserve
