// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/serverprobe.h"

#include "models/agent/configurationwatch.h"

#include <algorithm>

namespace reserve {

ServerProbe::ServerProbe(LeasedStore& store, ConfigurationWatch& configuration, ServerLinks& servers,
                         QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_configuration(configuration)
    , m_servers(servers)
{
}

void ServerProbe::run(const Command& command, const CommandRunner::Done& done)
{
    const QString name = QStringLiteral("profile");
    bool isNumber = false;
    const ServerProfileId id{command.arguments.value(name).toLongLong(&isNumber)};
    if (!isNumber)
        return done({"agent.command-argument", {{QStringLiteral("name"), name}}});
    const QString mailbox = command.arguments.value(QStringLiteral("mailbox"));
    // The profile may have been saved a moment ago.
    m_configuration.whenFresh([this, id, mailbox, done] { prepare(id, mailbox, done); });
}

void ServerProbe::prepare(ServerProfileId id, const QString& mailbox, const CommandRunner::Done& done)
{
    const QList<ServerProfile>& profiles = m_configuration.current()->profiles();
    const auto found =
        std::find_if(profiles.begin(), profiles.end(), [id](const ServerProfile& p) { return p.id == id; });
    if (found == profiles.end())
        return done({"server-profile.missing", {{QStringLiteral("id"), QString::number(id.value)}}});
    if (found->kind == ServerKind::MailOnly || !m_servers.isAvailable())
        return done({"server.mail-only", {{QStringLiteral("profile"), found->name}}});
    connect(
        &m_servers, &ServerLinks::refreshed, this, [this, id, mailbox, done] { probe(id, mailbox, done); },
        Qt::SingleShotConnection);
    m_servers.tryAgain(id);
}

void ServerProbe::probe(ServerProfileId id, const QString& mailbox, const CommandRunner::Done& done)
{
    const std::shared_ptr<ServerLink> link = m_servers.link(id);
    if (!link)
        return done({"server-profile.missing", {{QStringLiteral("id"), QString::number(id.value)}}});
    if (!link->gateway())
        return done(link->state().reason);
    link->begin(mailbox);
    m_store.courier().await(link->gateway()->probe(mailbox), [=, this](const Result<ServerFacts>& facts) {
        onProbed(link, mailbox, facts, done);
    });
}

void ServerProbe::onProbed(const std::shared_ptr<ServerLink>& link, const QString& mailbox,
                           const Result<ServerFacts>& facts, const CommandRunner::Done& done)
{
    const Instant now = m_store.now();
    link->end(mailbox);
    if (facts)
        link->noteAnswer(now);
    else
        link->noteProblem(mailbox, facts.error(), now, m_configuration.current()->settings().exchangeRetry());
    m_servers.say(*link);
    if (!facts)
        return done(facts.error().reason());
    Arguments arguments{{QStringLiteral("profile"), link->profile().name},
                        {QStringLiteral("version"), facts->version}};
    if (!facts->mailbox.isEmpty())
        arguments.insert(QStringLiteral("mailbox"), facts->mailbox);
    done({"server.reached", arguments});
}

} // namespace reserve
