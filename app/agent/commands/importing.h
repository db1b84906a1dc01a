// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/agent/subcommand.h"
#include "models/exporting/rowproblem.h"

#include <QByteArray>
#include <QString>

namespace reserve {

class Terminal;

// What imports and exports of every kind share: a file, or "-" for standard input and output.
Result<QByteArray> readInput(const QString& path, Terminal& terminal);
Result<void> writeOutput(const QString& path, const QByteArray& content, Terminal& terminal);

// What was passed over; then one line what was done, or one line for each row's problem and a failure.
Result<ExitCode> reportImport(const ImportReport& report, const QString& path, Terminal& terminal);

} // namespace reserve
