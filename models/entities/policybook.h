// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/policydefinition.h"
#include "models/entities/space.h"

#include <QHash>
#include <QMap>

namespace reserve {

// Where a policy is set: for one space, else for a building (by its name; empty is "without a building").
struct PolicyScope
{
    SpaceId spaceId; // none: the building
    QString building;

    static PolicyScope ofSpace(SpaceId id) { return {id, QString()}; }
    static PolicyScope ofBuilding(const QString& name) { return {SpaceId(), name}; }

    friend bool operator==(const PolicyScope&, const PolicyScope&) = default;
    friend size_t qHash(const PolicyScope& scope, size_t seed = 0)
    {
        return qHashMulti(seed, scope.spaceId, scope.building);
    }
};

enum class PolicySource { Default, Building, Space };

// Everything that is set, and what it comes to: a space's own value goes before its building's, that before
// the default. A plain value; any thread.
class PolicyBook final
{
public:
    void set(const PolicyScope& scope, const QString& name, const QString& value);
    void clear(const PolicyScope& scope, const QString& name);

    const QHash<PolicyScope, PolicyValues>& values() const { return m_values; }
    // Nothing where it is not set there.
    std::optional<QString> own(const PolicyScope& scope, const QString& name) const;

    QString valueFor(const Space& space, const QString& name) const;
    PolicySource sourceFor(const Space& space, const QString& name) const;
    QString valueForBuilding(const QString& building, const QString& name) const;

    BookingPolicy policyFor(const Space& space) const;
    BookingPolicy policyForBuilding(const QString& building) const;

    friend bool operator==(const PolicyBook&, const PolicyBook&) = default;

private:
    QHash<PolicyScope, PolicyValues> m_values;
};

} // namespace reserve
