// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/agent/subcommand.h"
#include "models/exporting/rowproblem.h"
#include "models/store/unit.h"

#include <QByteArray>

#include <functional>

namespace reserve {

// "COMMAND import FILE": all rows of a CSV file or, when one has a problem, none.
class CsvImport final : public Subcommand
{
public:
    using Import = std::function<Result<ImportReport>(WriteUnit&, const QByteArray& csv, const QString& actor)>;

    CsvImport(QString command, QString summary, QString columns, Import import);

    QString command() const override { return m_command; }
    QString action() const override { return QStringLiteral("import"); }
    QString summary() const override { return m_summary; }
    QList<SubcommandArgument> arguments() const override;

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override;

private:
    QString m_command;
    QString m_summary;
    QString m_columns;
    Import m_import;
};

// "COMMAND export [FILE]": all rows as CSV, as import takes it.
class CsvExport final : public Subcommand
{
public:
    using Export = std::function<Result<QByteArray>(const ReadUnit&)>;

    CsvExport(QString command, QString summary, Export toCsv);

    QString command() const override { return m_command; }
    QString action() const override { return QStringLiteral("export"); }
    QString summary() const override { return m_summary; }
    QList<SubcommandArgument> arguments() const override;

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override;

private:
    QString m_command;
    QString m_summary;
    Export m_toCsv;
};

} // namespace reserve
