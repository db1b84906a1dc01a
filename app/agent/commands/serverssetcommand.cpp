// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/cli.h"
#include "app/agent/commands/clientproof.h"
#include "app/agent/commands/importing.h"
#include "app/agent/commands/serverchoice.h"
#include "app/agent/commands/servercommands.h"
#include "app/agent/workplace.h"
#include "models/booking/serverrouting.h"
#include "models/exporting/profilefields.h"
#include "models/secrets/certificates.h"
#include "models/secrets/serversecrets.h"

#include <algorithm>
#include <utility>

namespace reserve {

namespace {

using FieldTexts = QList<std::pair<ProfileField, QString>>;

struct Saved
{
    ServerProfile server;
    bool isNew = false;
    QStringList newSecrets; // names that it asks for since
    QList<Reason> warnings;
};

// FIELD=VALUE; a value "@FILE" stands for what the file holds, as with certificates.
Result<std::pair<ProfileField, QString>> fieldFromInput(const QString& text, Terminal& terminal)
{
    const qsizetype equals = text.indexOf(QLatin1Char('='));
    const auto field = equals < 0 ? std::nullopt : profileFieldNamed(text.first(equals).trimmed());
    if (!field) {
        QStringList known;
        for (const ProfileField one : profileFields())
            known.append(profileFieldName(one));
        return failure("usage.server-field",
                       {{QStringLiteral("text"), text}, {QStringLiteral("known"), known.join(QLatin1String(", "))}});
    }
    QString value = text.sliced(equals + 1);
    const bool takesFile = *field == ProfileField::Certificate || *field == ProfileField::TrustedAuthorities;
    if (takesFile && value.startsWith(QLatin1Char('@'))) {
        const auto content = readInput(value.sliced(1), terminal);
        if (!content)
            return failure(content.error());
        value = QString::fromLatin1(*content);
    }
    return std::pair{*field, value};
}

Result<FieldTexts> fieldsFromInput(const QStringList& texts, Terminal& terminal)
{
    FieldTexts fields;
    for (const QString& text : texts) {
        const auto field = fieldFromInput(text, terminal);
        if (!field)
            return failure(field.error());
        fields.append(*field);
    }
    // A certificate says when it ends, unless that is given too, in whatever order.
    std::stable_sort(fields.begin(), fields.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return fields;
}

// A server of that name that is not there yet is made; a number never makes one.
Result<ServerProfile> serverToChange(const ReadUnit& unit, const QString& name, const FieldTexts& fields)
{
    bool isNumber = false;
    name.toLongLong(&isNumber);
    const auto server = serverNamed(unit, name);
    if (server || server.error().code() != "cli.server-unknown" || isNumber)
        return server;
    ServerProfile made;
    // Where no kind is said, one that signs in is an Exchange Server.
    const bool signsIn = std::any_of(fields.begin(), fields.end(), [](const auto& entry) {
        return entry.first == ProfileField::Authentication || entry.first == ProfileField::Url;
    });
    made.kind = signsIn ? ServerKind::Ews : ServerKind::MailOnly;
    if (const auto named = setText(made, ProfileField::Name, name); !named)
        return failure(named.error());
    return made;
}

Result<void> refuseTakenName(const ServerProfile& server, const QList<ServerProfile>& servers)
{
    const bool isTaken = std::any_of(servers.begin(), servers.end(), [&server](const ServerProfile& other) {
        return other.id != server.id && other.name.compare(server.name, Qt::CaseInsensitive) == 0;
    });
    if (isTaken)
        return failure("profile.name-taken", {{QStringLiteral("name"), server.name}});
    return {};
}

// A certificate that nobody takes any more is a mistake when it is put in.
Result<void> refuseEnded(const ServerProfile& server, Instant now)
{
    const auto certificates = readCertificates(server.certificate);
    const bool hasEnded
        = certificates && !certificates->isEmpty() && certificates->first().validUntil < toDateTime(now).date();
    if (!hasEnded)
        return {};
    return failure("profile.certificate-over",
                   {{QStringLiteral("end"), certificates->first().validUntil.toString(Qt::ISODate)}});
}

// What the server's domains share with others: only one of them is ever asked.
QList<Reason> overlapWarnings(const ServerProfile& server, const QList<ServerProfile>& servers)
{
    QList<Reason> warnings;
    for (const DomainOverlap& overlap : overlapsOf(servers)) {
        if (!server.mailDomains.contains(overlap.domain, Qt::CaseInsensitive))
            continue;
        warnings.append({"server.domain-shared",
                         {{QStringLiteral("domain"), overlap.domain},
                          {QStringLiteral("server"), servers.at(overlap.profiles.first()).name}}});
    }
    return warnings;
}

Result<Saved> saveServer(WriteUnit& unit, const QString& name, const FieldTexts& fields, const QString& actor)
{
    const auto before = serverToChange(unit, name, fields);
    if (!before)
        return failure(before.error());
    ServerProfile server = *before;
    for (const auto& [field, text] : fields) {
        if (const auto set = setText(server, field, text); !set)
            return failure(set.error());
        if (const auto valid = field == ProfileField::Certificate ? refuseEnded(server, unit.now()) : Result<void>();
            !valid)
            return failure(valid.error());
    }
    splitUserName(server);
    if (const auto problems = checkWhole(server); !problems.isEmpty())
        return failure(problems.first().reason.code, problems.first().reason.arguments);
    auto servers = unit.serverProfiles().all();
    if (!servers)
        return failure(servers.error());
    if (const auto free = refuseTakenName(server, *servers); !free)
        return failure(free.error());
    const auto id = unit.serverProfiles().save(server, actor);
    if (!id)
        return failure(id.error());
    Saved saved{server, !before->id, {}, {}};
    saved.server.id = *id;
    const QStringList asked = saved.isNew ? QStringList() : requiredSecretNames(*before);
    for (const QString& secret : requiredSecretNames(saved.server)) {
        if (!asked.contains(secret))
            saved.newSecrets.append(secret);
    }
    servers = unit.serverProfiles().all();
    if (!servers)
        return failure(servers.error());
    saved.warnings = overlapWarnings(saved.server, *servers);
    return saved;
}

class ServersSet final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("servers"); }
    QString action() const override { return QStringLiteral("set"); }
    QString summary() const override { return Cli::tr("changes fields of one server, or adds it"); }
    QList<SubcommandArgument> arguments() const override
    {
        return {serverArgument(),
                {QStringLiteral("FIELD=VALUE"),
                 Cli::tr("such as kind=ews, mail_domains=mycompany.com,cloud.mycompany.com, authentication=ntlm or "
                         "certificate=@client.pem; an empty value clears; servers show has all names"),
                 false, true}};
    }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const Result<FieldTexts> fields = fieldsFromInput(invocation.arguments().sliced(1), workplace.terminal());
        if (!fields)
            return failure(fields.error());
        const Result<Saved> saved
            = workplace.write([name = invocation.argument(0), fields = *fields, actor = workplace.actor()](
                                  WriteUnit& unit) { return saveServer(unit, name, fields, actor); });
        if (!saved)
            return failure(saved.error());
        report(*saved, workplace.terminal());
        warnOfProof(saved->server, workplace);
        return ExitCode::Good;
    }

private:
    // By the key that this machine holds; another machine's agent says it when the server is tested.
    static void warnOfProof(const ServerProfile& server, Workplace& workplace)
    {
        if (!requiredSecrets(server).contains(ServerSecret::PrivateKey))
            return;
        const Result<SecretStore*> secrets = workplace.secrets();
        if (!secrets)
            return;
        const auto key = (*secrets)->read(serverSecretName(server.id, ServerSecret::PrivateKey)).result();
        if (const auto proves = key ? checkClientProof(server, *key, workplace.clock()->now()) : Result<void>();
            !proves)
            workplace.terminal().complain(proves.error().reason());
    }

    static void report(const Saved& saved, Terminal& terminal)
    {
        const Arguments named{{QStringLiteral("server"), saved.server.name}};
        terminal.line({saved.isNew ? "cli.server-added" : "cli.server-changed", named});
        for (const QString& secret : saved.newSecrets)
            terminal.line({"cli.server-needs-secret",
                           {{QStringLiteral("server"), saved.server.name}, {QStringLiteral("name"), secret}}});
        for (const Reason& warning : saved.warnings)
            terminal.complain(warning);
    }
};

} // namespace

std::unique_ptr<Subcommand> makeServersSet()
{
    return std::make_unique<ServersSet>();
}

} // namespace reserve
