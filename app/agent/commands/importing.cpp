// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/commands/importing.h"

#include "app/agent/terminal.h"
#include "models/wording/wording.h"

#include <QFile>
#include <QSaveFile>

namespace reserve {

namespace {

bool isStandardStream(const QString& path)
{
    return path.isEmpty() || path == QLatin1String("-");
}

Failure fileFailure(const char* code, const QFileDevice& file)
{
    return failure(code, {{QStringLiteral("path"), file.fileName()}, {QStringLiteral("detail"), file.errorString()}});
}

} // namespace

Result<QByteArray> readInput(const QString& path, Terminal& terminal)
{
    if (isStandardStream(path))
        return terminal.readAll();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileFailure("cli.file-unreadable", file);
    QByteArray content = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return fileFailure("cli.file-unreadable", file);
    return content;
}

Result<void> writeOutput(const QString& path, const QByteArray& content, Terminal& terminal)
{
    if (isStandardStream(path)) {
        terminal.write(content);
        return {};
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return fileFailure("cli.file-unwritable", file);
    return {};
}

Result<ExitCode> reportImport(const ImportReport& report, const QString& path, Terminal& terminal)
{
    for (const Reason& remark : report.remarks)
        terminal.complain(remark);
    if (report.isClean()) {
        terminal.line(Reason{"cli.import-done",
                             {{QStringLiteral("path"), path},
                              {QStringLiteral("added"), QString::number(report.added)},
                              {QStringLiteral("changed"), QString::number(report.changed)},
                              {QStringLiteral("unchanged"), QString::number(report.unchanged)}}});
        return ExitCode::Good;
    }
    for (const RowProblem& problem : report.problems) {
        terminal.complain({"cli.import-row",
                           {{QStringLiteral("line"), QString::number(problem.line)},
                            {QStringLiteral("column"), problem.column},
                            {QStringLiteral("problem"), sentence(problem.reason)}}});
    }
    return failure(
        "cli.import-refused",
        {{QStringLiteral("path"), path}, {QStringLiteral("count"), QString::number(report.problems.size())}});
}

} // namespace reserve
