// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/closure.h"
#include "models/entities/person.h"
#include "models/entities/serverprofile.h"
#include "models/entities/space.h"

#include <QByteArray>

namespace reserve {

// An entity as an audit row keeps it: a compact JSON object with the names of the CSV files where those have them.
QByteArray auditJson(const Space& space);
QByteArray auditJson(const Person& person);
QByteArray auditJson(const ServerProfile& profile);
QByteArray auditJson(const Closure& closure);

// A single named value, for instance {"value":"8025"}.
QByteArray auditJson(const QString& name, const QString& value);

} // namespace reserve
