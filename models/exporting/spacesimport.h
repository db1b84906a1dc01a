// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/exporting/rowproblem.h"

#include <QByteArray>

namespace reserve {

class WriteUnit;

// Imports a file inside one unit of work, so that it is planned against what is really there: everything is saved, or,
// when a row has a problem, nothing. The actor is the one the audit names.
Result<ImportReport> importSpaces(WriteUnit& unit, const QByteArray& csv, const QString& actor);

} // namespace reserve
