// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/exporting/rowproblem.h"

#include <QByteArray>

namespace reserve {

class WriteUnit;

// Imports a file inside one unit of work: everything is saved, or, when a row has a problem, nothing. External contacts
// that turn out to be employees keep their reservations (R-EXTERNAL).
Result<ImportReport> importPeople(WriteUnit& unit, const QByteArray& csv, const QString& actor);

} // namespace reserve
