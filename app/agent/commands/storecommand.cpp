// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/cli.h"
#include "app/agent/commands.h"
#include "app/agent/workplace.h"

#include <QFileInfo>

namespace reserve {

namespace {

class StoreBackup final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("store"); }
    QString action() const override { return QStringLiteral("backup"); }
    QString summary() const override { return Cli::tr("copies the store into a file while it is in use"); }
    QList<SubcommandArgument> arguments() const override { return {{QStringLiteral("FILE"), Cli::tr("where to")}}; }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const Result<Store*> store = workplace.store(OpenMode::MustExist);
        if (!store)
            return failure(store.error());
        const QString path = QFileInfo(invocation.argument(0)).absoluteFilePath();
        const Result<void> done = (*store)->backup(path).result();
        if (!done)
            return failure(done.error());
        workplace.terminal().line(Reason{"cli.backup-done", {{QStringLiteral("path"), path}}});
        return ExitCode::Good;
    }
};

class StoreRestore final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("store"); }
    QString action() const override { return QStringLiteral("restore"); }
    QString summary() const override
    {
        return Cli::tr("puts a backup in place of the store; what was there is set aside, never overwritten");
    }
    QList<SubcommandArgument> arguments() const override { return {{QStringLiteral("FILE"), Cli::tr("the backup")}}; }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const Result<StoreLocation> location = workplace.location();
        if (!location)
            return failure(location.error());
        const QString path = QFileInfo(invocation.argument(0)).absoluteFilePath();
        const Result<QString> aside = Store::restore(path, *location, *workplace.clock());
        if (!aside)
            return failure(aside.error());
        workplace.terminal().line(
            Reason{"cli.restore-done", {{QStringLiteral("path"), path}, {QStringLiteral("aside"), *aside}}});
        return ExitCode::Good;
    }
};

} // namespace

Subcommands storeCommands()
{
    Subcommands commands;
    commands.push_back(std::make_unique<StoreBackup>());
    commands.push_back(std::make_unique<StoreRestore>());
    return commands;
}

} // namespace reserve
