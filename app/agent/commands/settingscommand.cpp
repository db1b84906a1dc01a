// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/cli.h"
#include "app/agent/commands.h"
#include "app/agent/commands/clientproof.h"
#include "app/agent/commands/serverchoice.h"
#include "app/agent/commands/settingeffects.h"
#include "app/agent/texttable.h"
#include "app/agent/workplace.h"
#include "models/exporting/jsonarray.h"
#include "models/secrets/serversecrets.h"
#include "models/settings/settings.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace reserve {

namespace {

Result<Settings> readSettings(Workplace& workplace)
{
    return workplace.read([](const ReadUnit& unit) -> Result<Settings> {
        const auto stored = unit.settings().all();
        if (!stored)
            return failure(stored.error());
        return Settings(*stored);
    });
}

QJsonObject toJsonObject(const SettingDefinition& definition, const Settings& settings)
{
    return {{QStringLiteral("key"), definition.key},
            {QStringLiteral("value"), settings.text(definition.key)},
            {QStringLiteral("default"), definition.defaultValue},
            {QStringLiteral("is_set"), settings.isSet(definition.key)}};
}

Arguments placeOf(const QString& name, const SecretStore& secrets)
{
    return {{QStringLiteral("name"), name}, {QStringLiteral("folder"), secrets.folder()}};
}

class SettingsGet final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("settings"); }
    QString action() const override { return QStringLiteral("get"); }
    QString summary() const override { return Cli::tr("shows the value in force of one setting"); }
    QList<SubcommandArgument> arguments() const override
    {
        return {{QStringLiteral("KEY"), Cli::tr("the setting, such as smtp.port")}};
    }
    QStringList formats() const override { return {QStringLiteral("table"), QStringLiteral("json")}; }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const QString key = invocation.argument(0);
        if (isSecretName(key))
            return refuseSecret(key, workplace);
        if (const Result<QString> known = normalised(key, {}); !known)
            return failure(known.error());
        const Result<Settings> settings = readSettings(workplace);
        if (!settings)
            return failure(settings.error());
        if (invocation.wantsJson()) {
            workplace.terminal().write(
                QJsonDocument(toJsonObject(*findSetting(key), *settings)).toJson(QJsonDocument::Compact) + '\n');
        } else {
            workplace.terminal().line(settings->text(key));
        }
        return ExitCode::Good;
    }

private:
    static Result<ExitCode> refuseSecret(const QString& name, Workplace& workplace)
    {
        const Result<SecretStore*> secrets = workplace.secrets();
        if (!secrets)
            return failure(secrets.error());
        return failure("cli.secret-hidden", placeOf(name, **secrets));
    }
};

class SettingsList final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("settings"); }
    QString action() const override { return QStringLiteral("list"); }
    QString summary() const override { return Cli::tr("lists every setting with the value in force"); }
    QStringList formats() const override { return {QStringLiteral("table"), QStringLiteral("json")}; }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const Result<Settings> settings = readSettings(workplace);
        if (!settings)
            return failure(settings.error());
        if (invocation.wantsJson())
            writeJson(*settings, workplace.terminal());
        else
            writeTable(*settings, workplace.terminal());
        return ExitCode::Good;
    }

private:
    static void writeJson(const Settings& settings, Terminal& terminal)
    {
        JsonArray array(terminal.out());
        for (const SettingDefinition& definition : settingDefinitions())
            array.add(toJsonObject(definition, settings));
        array.end();
    }

    static void writeTable(const Settings& settings, Terminal& terminal)
    {
        TextTable table({Cli::tr("Setting"), Cli::tr("Value"), Cli::tr("Default")});
        for (const SettingDefinition& definition : settingDefinitions()) {
            const bool isSet = settings.isSet(definition.key);
            table.add({definition.key, settings.text(definition.key), isSet ? definition.defaultValue : QString()});
        }
        terminal.write(table.text());
    }
};

class SettingsSet final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("settings"); }
    QString action() const override { return QStringLiteral("set"); }
    QString summary() const override { return Cli::tr("changes one setting; an empty value clears it"); }
    QList<SubcommandArgument> arguments() const override
    {
        return {{QStringLiteral("KEY"), Cli::tr("the setting, such as smtp.port")},
                {QStringLiteral("VALUE"), Cli::tr("the new value; lists with commas; '' clears")}};
    }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const QString key = invocation.argument(0);
        if (isSecretName(key))
            return failure("usage.secret-by-set", {{QStringLiteral("name"), key}});
        const Result<QString> value = normalised(key, invocation.argument(1));
        if (!value)
            return failure(value.error());
        const Result<QList<Reason>> warnings
            = workplace.write([key, value = *value, actor = workplace.actor()](WriteUnit& unit) {
                  return store(unit, key, value, actor);
              });
        if (!warnings)
            return failure(warnings.error());
        for (const Reason& warning : *warnings)
            workplace.terminal().complain(warning);
        return ExitCode::Good;
    }

private:
    // What the new value lacks to have an effect.
    static Result<QList<Reason>> store(WriteUnit& unit, const QString& key, const QString& value, const QString& actor)
    {
        if (const Result<void> written = unit.settings().set(key, value, actor); !written)
            return failure(written.error());
        const auto stored = unit.settings().all();
        if (!stored)
            return failure(stored.error());
        const Settings settings(*stored);
        const auto person = unit.people().match(settings.defaultReserveUserEmail());
        if (!person)
            return failure(person.error());
        return missingEffects(key, settings, person->has_value());
    }
};

class SettingsSetSecret final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("settings"); }
    QString action() const override { return QStringLiteral("set-secret"); }
    QString summary() const override
    {
        return Cli::tr("stores a secret, read from standard input, on this machine: in the system keychain or, for a "
                       "service, in an owner-only file");
    }
    QList<SubcommandArgument> arguments() const override
    {
        return {{QStringLiteral("NAME"), secretNames().join(QLatin1String(", "))}};
    }
    QList<QCommandLineOption> options() const override
    {
        return {{QStringLiteral("remove"), Cli::tr("removes the secret")},
                {QStringLiteral("server"),
                 Cli::tr("the server whose secret it is, by name: NAME is then password, "
                         "client-secret or private-key"),
                 QStringLiteral("server")}};
    }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const bool removes = invocation.isSet(QStringLiteral("remove"));
        const Result<QString> meant = nameMeant(invocation, workplace);
        if (!meant)
            return failure(meant.error());
        const QString name = *meant;
        const Result<std::optional<ServerProfile>> owner = removes ? std::nullopt : ownerOf(name, workplace);
        if (!owner)
            return failure(owner.error());
        const Result<SecretStore*> secrets = workplace.secrets();
        if (!secrets)
            return failure(secrets.error());
        const Result<void> done
            = removes ? (*secrets)->remove(name).result() : keep(name, *owner, **secrets, workplace);
        if (!done)
            return failure(done.error());
        if (const Result<void> told = tellAgent(workplace); !told)
            return failure(told.error());
        workplace.terminal().line({removes ? "cli.secret-removed" : "cli.secret-stored", placeOf(name, **secrets)});
        return ExitCode::Good;
    }

private:
    static Result<QString> nameMeant(const Invocation& invocation, Workplace& workplace)
    {
        const QString name = invocation.argument(0);
        const QString server = invocation.value(QStringLiteral("server"));
        if (server.isEmpty())
            return checkSecretName(name).map([&] { return name; });
        const auto secret = serverSecretNamed(name);
        if (!secret)
            return failure("usage.server-secret", {{QStringLiteral("name"), name}});
        const Result<ServerProfile> profile
            = workplace.read([server](const ReadUnit& unit) { return serverNamed(unit, server); });
        if (!profile)
            return failure(profile.error());
        return serverSecretName(profile->id, *secret);
    }

    // The server that asks for this secret. A secret of a server that is not there would lie about for ever; one that
    // the server does not ask for is kept with a warning.
    static Result<std::optional<ServerProfile>> ownerOf(const QString& name, Workplace& workplace)
    {
        const auto owned = serverSecretOf(name);
        if (!owned)
            return std::nullopt;
        const Result<std::optional<ServerProfile>> profile
            = workplace.read([id = owned->server](const ReadUnit& unit) { return unit.serverProfiles().find(id); });
        if (!profile)
            return failure(profile.error());
        if (!*profile)
            return failure("server-profile.missing", {{QStringLiteral("id"), QString::number(owned->server.value)}});
        if (!requiredSecrets(**profile).contains(owned->secret)) {
            workplace.terminal().complain(
                {"cli.secret-not-needed",
                 {{QStringLiteral("name"), name}, {QStringLiteral("server"), (*profile)->name}}});
            return std::nullopt;
        }
        return profile;
    }

    static Result<void> keep(const QString& name, const std::optional<ServerProfile>& owner, SecretStore& secrets,
                             Workplace& workplace)
    {
        QByteArray typed = workplace.terminal().readSecret(Cli::tr("Value of %1 (not shown):").arg(name));
        if (typed.isEmpty())
            return failure("cli.secret-empty", {{QStringLiteral("name"), name}});
        const SecretString secret{QByteArrayView(typed)};
        typed.fill('\0');
        const Result<void> proves = owner ? checkClientProof(*owner, secret, workplace.clock()->now()) : Result<void>();
        if (!proves && !mayBeKept(proves.error()))
            return failure(proves.error());
        if (!proves)
            workplace.terminal().complain(proves.error().reason());
        return secrets.write(name, secret).result();
    }

    // An agent that waits for this secret looks again.
    static Result<void> tellAgent(Workplace& workplace)
    {
        return workplace.write([actor = workplace.actor()](WriteUnit& unit) -> Result<void> {
            Command command;
            command.kind = CommandKind::ReloadSettings;
            command.createdAt = unit.now();
            command.actor = actor;
            const Result<CommandId> id = unit.commands().append(command);
            return id ? Result<void>() : Result<void>(failure(id.error()));
        });
    }
};

} // namespace

Subcommands settingsCommands()
{
    Subcommands commands;
    commands.push_back(std::make_unique<SettingsGet>());
    commands.push_back(std::make_unique<SettingsSet>());
    commands.push_back(std::make_unique<SettingsList>());
    commands.push_back(std::make_unique<SettingsSetSecret>());
    return commands;
}

} // namespace reserve
