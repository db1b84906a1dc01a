// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/cli.h"
#include "app/agent/commands.h"
#include "app/agent/commands/csvcommands.h"
#include "app/agent/texttable.h"
#include "app/agent/workplace.h"
#include "models/exporting/jsonarray.h"
#include "models/exporting/spacescsv.h"
#include "models/exporting/spacesimport.h"
#include "models/exporting/spacesjson.h"

namespace reserve {

namespace {

class SpacesList final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("spaces"); }
    QString action() const override { return QStringLiteral("list"); }
    QString summary() const override { return Cli::tr("lists all spaces"); }
    QStringList formats() const override { return {QStringLiteral("table"), QStringLiteral("json")}; }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const Result<QList<Space>> spaces = workplace.read([](const ReadUnit& unit) { return unit.spaces().all(); });
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
    const QString command = QStringLiteral("spaces");
    Subcommands commands;
    commands.push_back(std::make_unique<CsvImport>(
        command, Cli::tr("adds and changes spaces from a CSV file; all rows or, when one has a problem, none"),
        Cli::tr("columns name and mailbox, and as wanted building, floor, capacity, "
                "delegate_contact, time_zone, work_days, work_start, work_end, "
                "bookable, setup_minutes, clearup_minutes; - for standard input"),
        &importSpaces));
    commands.push_back(
        std::make_unique<CsvExport>(command, Cli::tr("writes all spaces as CSV, as import takes it"),
                                    [](const ReadUnit& unit) { return unit.spaces().all().map(spacesToCsv); }));
    commands.push_back(std::make_unique<SpacesList>());
    return commands;
}

} // namespace reserve
