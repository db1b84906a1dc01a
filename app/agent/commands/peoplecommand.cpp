// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/cli.h"
#include "app/agent/commands.h"
#include "app/agent/commands/csvcommands.h"
#include "app/agent/texttable.h"
#include "app/agent/workplace.h"
#include "models/exporting/jsonarray.h"
#include "models/exporting/peoplecsv.h"
#include "models/exporting/peopleimport.h"
#include "models/exporting/peoplejson.h"
#include "models/wording/wording.h"

namespace reserve {

namespace {

class PeopleList final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("people"); }
    QString action() const override { return QStringLiteral("list"); }
    QString summary() const override { return Cli::tr("lists all people, external contacts and retired ones too"); }
    QStringList formats() const override { return {QStringLiteral("table"), QStringLiteral("json")}; }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const Result<QList<Person>> people = workplace.read([](const ReadUnit& unit) { return unit.people().all(); });
        if (!people)
            return failure(people.error());
        if (invocation.wantsJson())
            writeJson(*people, workplace.terminal());
        else
            writeTable(*people, workplace.terminal());
        return ExitCode::Good;
    }

private:
    static void writeJson(const QList<Person>& people, Terminal& terminal)
    {
        JsonArray array(terminal.out());
        for (const Person& person : people)
            array.add(toJsonObject(person));
        array.end();
    }

    static void writeTable(const QList<Person>& people, Terminal& terminal)
    {
        TextTable table({Cli::tr("Control Number"), Cli::tr("Name"), Cli::tr("E-mail"), Cli::tr("Kind"),
                         Cli::tr("Status"), Cli::tr("Time zone")});
        for (const Person& person : people) {
            table.add({person.controlNumber.text(), person.displayName(), person.email, word(person.kind),
                       word(person.status), QString::fromUtf8(person.timeZone)});
        }
        terminal.write(table.text());
    }
};

} // namespace

Subcommands peopleCommands()
{
    const QString command = QStringLiteral("people");
    Subcommands commands;
    commands.push_back(std::make_unique<CsvImport>(
        command, Cli::tr("adds and changes people from a CSV file; all rows or, when one has a problem, none"),
        Cli::tr("columns control_number and email, and as wanted first_name, last_name, "
                "status, time_zone; - for standard input"),
        &importPeople));
    commands.push_back(
        std::make_unique<CsvExport>(command, Cli::tr("writes all people as CSV, as import takes it"),
                                    [](const ReadUnit& unit) { return unit.people().all().map(peopleToCsv); }));
    commands.push_back(std::make_unique<PeopleList>());
    return commands;
}

} // namespace reserve
