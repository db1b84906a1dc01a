// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/bookingpolicy.h"

#include <QList>
#include <QMap>
#include <QString>

namespace reserve {

enum class PolicyType { Boolean, Integer, Addresses };

// One booking policy: Exchange's name, which scripts rely on, type, default and, for integers, range.
struct PolicyDefinition
{
    QString name;
    PolicyType type;
    QString defaultValue;
    qint64 minimum = 0;
    qint64 maximum = 0;
};

// Every policy there is, in the order of a listing.
const QList<PolicyDefinition>& policyDefinitions();

// By name without regard to case; nullptr for an unknown one.
const PolicyDefinition* findPolicy(const QString& name);

// The value as it is stored: "true" or "false" ("$true" is understood), a number, or addresses with commas.
// Only lists may be empty. Errors: policy.unknown (name, nearest), policy.not-boolean, policy.not-integer,
// policy.out-of-range (minimum, maximum), policy.not-address; each with name and value.
Result<QString> normalisedPolicy(const QString& name, const QString& value);

// Names to stored values.
using PolicyValues = QMap<QString, QString>;

// What is not among the values, or no longer fits its type, has its default.
BookingPolicy policyFrom(const PolicyValues& values);

} // namespace reserve
