// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/cli.h"
#include "app/agent/commands.h"
#include "app/agent/commands/importing.h"
#include "app/agent/commands/serverchoice.h"
#include "app/agent/commands/servercommands.h"
#include "app/agent/texttable.h"
#include "app/agent/workplace.h"
#include "models/booking/serverrouting.h"
#include "models/entities/enumtext.h"
#include "models/exporting/jsonarray.h"
#include "models/exporting/profilefields.h"
#include "models/exporting/serversimport.h"
#include "models/exporting/serversjson.h"
#include "models/secrets/serversecrets.h"
#include "models/wording/wording.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace reserve {

namespace {

Result<QList<ServerProfile>> readServers(Workplace& workplace)
{
    return workplace.read([](const ReadUnit& unit) { return unit.serverProfiles().all(); });
}

QJsonObject toListedObject(const ServerProfile& profile)
{
    QJsonObject object = toJsonObject(profile);
    object.insert(QStringLiteral("id"), profile.id.value);
    object.insert(QStringLiteral("required_secrets"), QJsonArray::fromStringList(requiredSecretNames(profile)));
    return object;
}

void writeObject(const QJsonObject& object, Terminal& terminal)
{
    terminal.write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

class ServersList final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("servers"); }
    QString action() const override { return QStringLiteral("list"); }
    QString summary() const override { return Cli::tr("lists the Exchange servers and tenants"); }
    QStringList formats() const override { return {QStringLiteral("table"), QStringLiteral("json")}; }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const Result<QList<ServerProfile>> servers = readServers(workplace);
        if (!servers)
            return failure(servers.error());
        if (invocation.wantsJson()) {
            JsonArray array(workplace.terminal().out());
            for (const ServerProfile& server : *servers)
                array.add(toListedObject(server));
            array.end();
            return ExitCode::Good;
        }
        TextTable table({Cli::tr("Number"), Cli::tr("Server"), Cli::tr("Kind"), Cli::tr("Mail domains"),
                         Cli::tr("Authentication"), Cli::tr("Address")});
        for (const ServerProfile& server : *servers) {
            table.add({QString::number(server.id.value), server.name, textOf(server, ProfileField::Kind),
                       textOf(server, ProfileField::MailDomains),
                       matters(server, ProfileField::Authentication) ? textOf(server, ProfileField::Authentication)
                                                                     : QString(),
                       server.url});
        }
        workplace.terminal().write(table.text());
        return ExitCode::Good;
    }
};

class ServersShow final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("servers"); }
    QString action() const override { return QStringLiteral("show"); }
    QString summary() const override { return Cli::tr("shows what is set for one server, and the secrets it needs"); }
    QList<SubcommandArgument> arguments() const override { return {serverArgument()}; }
    QStringList formats() const override { return {QStringLiteral("table"), QStringLiteral("json")}; }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const Result<ServerProfile> server
            = workplace.read([name = invocation.argument(0)](const ReadUnit& unit) { return serverNamed(unit, name); });
        if (!server)
            return failure(server.error());
        if (invocation.wantsJson()) {
            writeObject(toListedObject(*server), workplace.terminal());
            return ExitCode::Good;
        }
        TextTable table({Cli::tr("Field"), Cli::tr("Value")});
        for (const ProfileField field : profileFields()) {
            if (matters(*server, field))
                table.add({profileFieldName(field), textOf(*server, field)});
        }
        for (const QString& secret : requiredSecretNames(*server))
            table.add({Cli::tr("secret"), secret});
        workplace.terminal().write(table.text());
        return ExitCode::Good;
    }
};

class ServersRemove final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("servers"); }
    QString action() const override { return QStringLiteral("remove"); }
    QString summary() const override { return Cli::tr("removes one server and its secrets on this machine"); }
    QList<SubcommandArgument> arguments() const override { return {serverArgument()}; }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const Result<ServerProfile> removed = workplace.write(
            [name = invocation.argument(0), actor = workplace.actor()](WriteUnit& unit) -> Result<ServerProfile> {
                const auto server = serverNamed(unit, name);
                if (!server)
                    return server;
                if (const auto done = unit.serverProfiles().remove(server->id, actor); !done)
                    return failure(done.error());
                return server;
            });
        if (!removed)
            return failure(removed.error());
        workplace.terminal().line({"cli.server-removed", {{QStringLiteral("server"), removed->name}}});
        removeSecrets(removed->id, workplace);
        return ExitCode::Good;
    }

private:
    // The server is gone already: a keychain that does not answer is said and hinders nothing.
    static void removeSecrets(ServerProfileId id, Workplace& workplace)
    {
        const Result<SecretStore*> secrets = workplace.secrets();
        if (!secrets)
            return workplace.terminal().complain(secrets.error().reason());
        for (const ServerSecret secret : serverSecrets()) {
            if (const auto removed = (*secrets)->remove(serverSecretName(id, secret)).result(); !removed)
                return workplace.terminal().complain(removed.error().reason());
        }
    }
};

class ServersExport final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("servers"); }
    QString action() const override { return QStringLiteral("export"); }
    QString summary() const override
    {
        return Cli::tr("writes all servers as JSON, as import takes it; without secrets");
    }
    QList<SubcommandArgument> arguments() const override
    {
        return {{QStringLiteral("FILE"), Cli::tr("where to; without it standard output"), true}};
    }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const Result<QList<ServerProfile>> servers = readServers(workplace);
        if (!servers)
            return failure(servers.error());
        const Result<void> written = writeOutput(invocation.argument(0), serversToJson(*servers), workplace.terminal());
        return written ? Result<ExitCode>(ExitCode::Good) : failure(written.error());
    }
};

class ServersImport final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("servers"); }
    QString action() const override { return QStringLiteral("import"); }
    QString summary() const override
    {
        return Cli::tr("adds and changes servers from a JSON file, known by name; all of them or, when one has a "
                       "problem, none");
    }
    QList<SubcommandArgument> arguments() const override
    {
        return {{QStringLiteral("FILE"), Cli::tr("as export writes it; - for standard input")}};
    }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const QString path = invocation.argument(0);
        const Result<QByteArray> json = readInput(path, workplace.terminal());
        if (!json)
            return failure(json.error());
        const Result<ImportReport> report = workplace.write(
            [json = *json, actor = workplace.actor()](WriteUnit& unit) { return importServers(unit, json, actor); });
        if (!report)
            return failure(report.error());
        if (report->isClean())
            return reportImport(*report, path, workplace.terminal());
        for (const RowProblem& problem : report->problems)
            workplace.terminal().complain(entryProblem(problem));
        return failure(
            "cli.servers-refused",
            {{QStringLiteral("path"), path}, {QStringLiteral("count"), QString::number(report->problems.size())}});
    }

private:
    static Reason entryProblem(const RowProblem& problem)
    {
        Arguments arguments{{QStringLiteral("problem"), sentence(problem.reason)}};
        if (problem.line > 0)
            arguments.insert(QStringLiteral("number"), QString::number(problem.line));
        if (!problem.column.isEmpty())
            arguments.insert(QStringLiteral("field"), problem.column);
        return {"cli.servers-entry", arguments};
    }
};

class ServersRoute final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("servers"); }
    QString action() const override { return QStringLiteral("route"); }
    QString summary() const override { return Cli::tr("says which server handles an address"); }
    QList<SubcommandArgument> arguments() const override
    {
        return {{QStringLiteral("ADDRESS"), Cli::tr("a room's mailbox")}};
    }
    QStringList formats() const override { return {QStringLiteral("text"), QStringLiteral("json")}; }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const QString address = invocation.argument(0);
        const Result<QList<ServerProfile>> servers = readServers(workplace);
        if (!servers)
            return failure(servers.error());
        const ServerProfile* server = profileFor(*servers, address);
        if (invocation.wantsJson()) {
            writeObject({{QStringLiteral("address"), address},
                         {QStringLiteral("server"), server ? QJsonValue(server->name) : QJsonValue(QJsonValue::Null)},
                         {QStringLiteral("id"), server ? QJsonValue(server->id.value) : QJsonValue(QJsonValue::Null)}},
                        workplace.terminal());
            return server ? ExitCode::Good : ExitCode::Failed;
        }
        if (!server)
            return failure("cli.route-none", {{QStringLiteral("address"), address}});
        workplace.terminal().line(server->name);
        return ExitCode::Good;
    }
};

} // namespace

SubcommandArgument serverArgument()
{
    return {QStringLiteral("NAME"), Cli::tr("the server's name, or its number from servers list")};
}

Subcommands serversCommands()
{
    Subcommands commands;
    commands.push_back(std::make_unique<ServersList>());
    commands.push_back(std::make_unique<ServersShow>());
    commands.push_back(makeServersSet());
    commands.push_back(std::make_unique<ServersRemove>());
    commands.push_back(std::make_unique<ServersImport>());
    commands.push_back(std::make_unique<ServersExport>());
    commands.push_back(std::make_unique<ServersRoute>());
    commands.push_back(makeServersTest());
    commands.push_back(makeServersDiscover());
    return commands;
}

} // namespace reserve
