// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/cli.h"
#include "app/agent/commands.h"
#include "app/agent/commands/importing.h"
#include "app/agent/texttable.h"
#include "app/agent/workplace.h"
#include "models/exporting/jsonarray.h"
#include "models/exporting/spacescsv.h"
#include "models/exporting/spacesimport.h"
#include "models/exporting/spacesjson.h"

namespace reserve {

namespace {

Result<QList<Space>> readSpaces(Workplace& workplace)
{
    return workplace.read([](const ReadUnit& unit) { return unit.spaces().all(); });
}

class SpacesImport final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("spaces"); }
    QString action() const override { return QStringLiteral("import"); }
    QString summary() const override
    {
        return Cli::tr("adds and changes spaces from a CSV file; all rows or, when one has a problem, none");
    }
    QList<SubcommandArgument> arguments() const override
    {
        return {{QStringLiteral("FILE"),
                 Cli::tr("columns name and mailbox, and as wanted building, floor, capacity, "
                         "delegate_contact, time_zone, work_days, work_start, work_end, "
                         "bookable, setup_minutes, clearup_minutes; - for standard input")}};
    }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const QString path = invocation.argument(0);
        const Result<QByteArray> csv = readInput(path, workplace.terminal());
        if (!csv)
            return failure(csv.error());
        const Result<ImportReport> report = workplace.write(
            [csv = *csv, actor = workplace.actor()](WriteUnit& unit) { return importSpaces(unit, csv, actor); });
        if (!report)
            return failure(report.error());
        return reportImport(*report, path, workplace.terminal());
    }
};

class SpacesExport final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("spaces"); }
    QString action() const override { return QStringLiteral("export"); }
    QString summary() const override { return Cli::tr("writes all spaces as CSV, as import takes it"); }
    QList<SubcommandArgument> arguments() const override
    {
        return {{QStringLiteral("FILE"), Cli::tr("where to; without it standard output"), true}};
    }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const Result<QList<Space>> spaces = readSpaces(workplace);
        if (!spaces)
            return failure(spaces.error());
        const Result<void> written = writeOutput(invocation.argument(0), spacesToCsv(*spaces), workplace.terminal());
        return written ? Result<ExitCode>(ExitCode::Good) : failure(written.error());
    }
};

class SpacesList final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("spaces"); }
    QString action() const override { return QStringLiteral("list"); }
    QString summary() const override { return Cli::tr("lists all spaces"); }
    QStringList formats() const override { return {QStringLiteral("table"), QStringLiteral("json")}; }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const Result<QList<Space>> spaces = readSpaces(workplace);
        if (!spaces)
            return failure(spaces.error());
        if (invocation.wantsJson())
            writeJson(*spaces, workplace.terminal());
        else
            writeTable(*spaces, workplace.terminal());
        return ExitCode::Good;
    }

private:
    static void writeJson(const QList<Space>& spaces, Terminal& terminal)
    {
        JsonArray array(terminal.out());
        for (const Space& space : spaces)
            array.add(toJsonObject(space));
        array.end();
    }

    static void writeTable(const QList<Space>& spaces, Terminal& terminal)
    {
        TextTable table({Cli::tr("Space"), Cli::tr("Building"), Cli::tr("Floor"), Cli::tr("Seats"),
                         Cli::tr("Exchange Mailbox"), Cli::tr("Time zone"), Cli::tr("Bookable")});
        for (const Space& space : spaces) {
            table.add({space.name, space.building, space.floor,
                       space.capacity > 0 ? QString::number(space.capacity) : QString(), space.mailbox,
                       QString::fromUtf8(space.timeZone), space.bookable ? Cli::tr("yes") : Cli::tr("no")});
        }
        terminal.write(table.text());
    }
};

} // namespace

Subcommands spacesCommands()
{
    Subcommands commands;
    commands.push_back(std::make_unique<SpacesImport>());
    commands.push_back(std::make_unique<SpacesExport>());
    commands.push_back(std::make_unique<SpacesList>());
    return commands;
}

} // namespace reserve
