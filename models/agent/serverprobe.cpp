// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/serverprobe.h"

#include "models/agent/configurationwatch.h"
#include "models/base/address.h"
#include "models/booking/serverrouting.h"
#include "models/exchange/exchangeproblem.h"

#include <algorithm>

namespace reserve {

namespace {

const QString profileName = QStringLiteral("profile");
const QString mailboxName = QStringLiteral("mailbox");

Reason mailOnly(const ServerProfile& profile)
{
    return profile.kind == ServerKind::MailOnly ? Reason{"server.mail-only", {{profileName, profile.name}}} : Reason();
}

Reason notByAutodiscover(const ServerProfile& profile)
{
    return profile.kind == ServerKind::Ews ? Reason()
                                           : Reason{"server.not-by-autodiscover", {{profileName, profile.name}}};
}

// Autodiscover asks by an address: of a room of this server, else of the account where its name is one.
QString someMailboxOf(const ServerProfile& profile, const Configuration& configuration)
{
    for (const Space& space : configuration.spaces()) {
        const ServerProfile* handler = profileFor(configuration.profiles(), space.mailbox);
        if (handler && handler->id == profile.id)
            return space.mailbox;
    }
    return looksLikeAddress(profile.userName) ? profile.userName : QString();
}

// Other failures are about one place of several, and its own remedy is none here.
bool saysWhatToDo(const Error& error)
{
    return exchangeProblemOf(error) == ExchangeProblem::Credentials || error.code() == "exchange.certificate"
        || error.code() == "exchange.autodiscover-elsewhere" || error.code() == "exchange.autodiscover-in-clear"
        || error.code() == "exchange.url-missing" || error.code() == "exchange.cancelled";
}

} // namespace

ServerProbe::ServerProbe(LeasedStore& store, ConfigurationWatch& configuration, ServerLinks& servers, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_configuration(configuration)
    , m_servers(servers)
{
}

void ServerProbe::probe(const Command& command, const CommandRunner::Done& done)
{
    begin(command, {command.arguments.value(mailboxName), done, mailOnly, &ServerProbe::askVersion});
}

void ServerProbe::find(const Command& command, const CommandRunner::Done& done)
{
    begin(command, {command.arguments.value(mailboxName), done, notByAutodiscover, &ServerProbe::askAutodiscover});
}

void ServerProbe::begin(const Command& command, const Task& task)
{
    bool isNumber = false;
    const ServerProfileId id{command.arguments.value(profileName).toLongLong(&isNumber)};
    if (!isNumber)
        return task.done({"agent.command-argument", {{QStringLiteral("name"), profileName}}});
    // The profile may have been saved a moment ago.
    m_configuration.whenFresh([this, id, task] { prepare(id, task); });
}

void ServerProbe::prepare(ServerProfileId id, const Task& task)
{
    const QList<ServerProfile>& profiles = m_configuration.current()->profiles();
    const auto found
        = std::find_if(profiles.begin(), profiles.end(), [id](const ServerProfile& p) { return p.id == id; });
    if (found == profiles.end())
        return task.done({"server-profile.missing", {{QStringLiteral("id"), QString::number(id.value)}}});
    if (const Reason refusal = task.refusal(*found); !refusal.isEmpty())
        return task.done(refusal);
    if (!m_servers.isAvailable())
        return task.done({"server.mail-only", {{profileName, found->name}}});
    connect(
        &m_servers, &ServerLinks::refreshed, this, [this, id, task] { act(id, task); }, Qt::SingleShotConnection);
    m_servers.tryAgain(id);
}

void ServerProbe::act(ServerProfileId id, const Task& task)
{
    const std::shared_ptr<ServerLink> link = m_servers.link(id);
    if (!link)
        return task.done({"server-profile.missing", {{QStringLiteral("id"), QString::number(id.value)}}});
    if (!link->gateway())
        return task.done(link->state().reason);
    (this->*task.act)(link, task);
}

void ServerProbe::askVersion(const std::shared_ptr<ServerLink>& link, const Task& task)
{
    link->begin(task.mailbox);
    m_store.courier().await(link->gateway()->probe(task.mailbox),
                            [this, link, task](const Result<ServerFacts>& facts) { onProbed(link, task, facts); });
}

void ServerProbe::onProbed(const std::shared_ptr<ServerLink>& link, const Task& task, const Result<ServerFacts>& facts)
{
    link->end(task.mailbox);
    if (!facts) {
        noteProblem(*link, task.mailbox, facts.error());
        return task.done(facts.error().reason());
    }
    link->noteAnswer(m_store.now());
    m_servers.say(*link);
    Arguments arguments{{profileName, link->profile().name}, {QStringLiteral("version"), facts->version}};
    if (!facts->mailbox.isEmpty())
        arguments.insert(mailboxName, facts->mailbox);
    task.done({"server.reached", arguments});
}

void ServerProbe::askAutodiscover(const std::shared_ptr<ServerLink>& link, const Task& task)
{
    const QString mailbox
        = task.mailbox.isEmpty() ? someMailboxOf(link->profile(), *m_configuration.current()) : task.mailbox;
    if (mailbox.isEmpty())
        return task.done({"server.no-mailbox", {{profileName, link->profile().name}}});
    link->begin(mailbox);
    m_store.courier().await(
        link->gateway()->findAddress(mailbox),
        [this, link, mailbox, task](const Result<QUrl>& url) { onFound(link, mailbox, task, url); });
}

void ServerProbe::onFound(const std::shared_ptr<ServerLink>& link, const QString& mailbox, const Task& task,
                          const Result<QUrl>& url)
{
    link->end(mailbox);
    Arguments arguments{{profileName, link->profile().name}, {mailboxName, mailbox}};
    if (url) {
        arguments.insert(QStringLiteral("url"), url->toString());
        return task.done({"server.found", arguments});
    }
    const Error& error = url.error();
    // That nothing is found says nothing of the server, whose address may be set; that nobody is let in does.
    if (exchangeProblemOf(error) == ExchangeProblem::Credentials)
        noteProblem(*link, mailbox, error);
    if (saysWhatToDo(error))
        return task.done(error.reason());
    arguments.insert(QStringLiteral("domain"), domainOf(mailbox).toString());
    arguments.insert(QStringLiteral("tried"), error.arguments().value(QStringLiteral("tried")));
    task.done({"server.not-found", arguments});
}

void ServerProbe::noteProblem(ServerLink& link, const QString& mailbox, const Error& error)
{
    link.noteProblem(mailbox, error, m_store.now(), m_configuration.current()->settings().exchangeRetry());
    m_servers.say(link);
}

} // namespace reserve
