// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/cli.h"
#include "app/agent/commands.h"
#include "app/agent/commands/importing.h"
#include "app/agent/texttable.h"
#include "app/agent/workplace.h"
#include "models/exporting/jsonarray.h"
#include "models/exporting/peoplecsv.h"
#include "models/exporting/peopleimport.h"
#include "models/exporting/peoplejson.h"
#include "models/wording/wording.h"

namespace reserve {

namespace {

Result<QList<Person>> readPeople(Workplace& workplace)
{
    return workplace.read([](const ReadUnit& unit) { return unit.people().all(); });
}

class PeopleImport final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("people"); }
    QString action() const override { return QStringLiteral("import"); }
    QString summary() const override
    {
        return Cli::tr("adds and changes people from a CSV file; all rows or, when one has a problem, none");
    }
    QList<SubcommandArgument> arguments() const override
    {
        return {{QStringLiteral("FILE"),
                 Cli::tr("columns control_number and email, and as wanted first_name, last_name, "
                         "status, time_zone; - for standard input")}};
    }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const QString path = invocation.argument(0);
        const Result<QByteArray> csv = readInput(path, workplace.terminal());
        if (!csv)
            return failure(csv.error());
        const Result<ImportReport> report = workplace.write(
            [csv = *csv, actor = workplace.actor()](WriteUnit& unit) { return importPeople(unit, csv, actor); });
        if (!report)
            return failure(report.error());
        return reportImport(*report, path, workplace.terminal());
    }
};

class PeopleExport final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("people"); }
    QString action() const override { return QStringLiteral("export"); }
    QString summary() const override { return Cli::tr("writes all people as CSV, as import takes it"); }
    QList<SubcommandArgument> arguments() const override
    {
        return {{QStringLiteral("FILE"), Cli::tr("where to; without it standard output"), true}};
    }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const Result<QList<Person>> people = readPeople(workplace);
        if (!people)
            return failure(people.error());
        const Result<void> written = writeOutput(invocation.argument(0), peopleToCsv(*people), workplace.terminal());
        return written ? Result<ExitCode>(ExitCode::Good) : failure(written.error());
    }
};

class PeopleList final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("people"); }
    QString action() const override { return QStringLiteral("list"); }
    QString summary() const override { return Cli::tr("lists all people, external contacts and retired ones too"); }
    QStringList formats() const override { return {QStringLiteral("table"), QStringLiteral("json")}; }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const Result<QList<Person>> people = readPeople(workplace);
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
    Subcommands commands;
    commands.push_back(std::make_unique<PeopleImport>());
    commands.push_back(std::make_unique<PeopleExport>());
    commands.push_back(std::make_unique<PeopleList>());
    return commands;
}

} // namespace reserve
