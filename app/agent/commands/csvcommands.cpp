// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/commands/csvcommands.h"

#include "app/agent/cli.h"
#include "app/agent/commands/importing.h"
#include "app/agent/workplace.h"

#include <utility>

namespace reserve {

CsvImport::CsvImport(QString command, QString summary, QString columns, Import import)
    : m_command(std::move(command))
    , m_summary(std::move(summary))
    , m_columns(std::move(columns))
    , m_import(std::move(import))
{
}

QList<SubcommandArgument> CsvImport::arguments() const
{
    return {{QStringLiteral("FILE"), m_columns}};
}

Result<ExitCode> CsvImport::run(const Invocation& invocation, Workplace& workplace)
{
    const QString path = invocation.argument(0);
    const Result<QByteArray> csv = readInput(path, workplace.terminal());
    if (!csv)
        return failure(csv.error());
    const Result<ImportReport> report = workplace.write([import = m_import, csv = *csv, actor = workplace.actor()](
                                                            WriteUnit& unit) { return import(unit, csv, actor); });
    if (!report)
        return failure(report.error());
    return reportImport(*report, path, workplace.terminal());
}

CsvExport::CsvExport(QString command, QString summary, Export toCsv)
    : m_command(std::move(command))
    , m_summary(std::move(summary))
    , m_toCsv(std::move(toCsv))
{
}

QList<SubcommandArgument> CsvExport::arguments() const
{
    return {{QStringLiteral("FILE"), Cli::tr("where to; without it standard output"), true}};
}

Result<ExitCode> CsvExport::run(const Invocation& invocation, Workplace& workplace)
{
    const Result<QByteArray> csv = workplace.read(m_toCsv);
    if (!csv)
        return failure(csv.error());
    const Result<void> written = writeOutput(invocation.argument(0), *csv, workplace.terminal());
    return written ? Result<ExitCode>(ExitCode::Good) : failure(written.error());
}

} // namespace reserve
