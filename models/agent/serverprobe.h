// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/commandrunner.h"
#include "models/agent/serverlinks.h"

#include <QObject>

namespace reserve {

// The commands ProbeServer and FindServer: whether a server is there and lets us in, and where it is by Autodiscover;
// with profile and secrets as they are at this moment. What is found of the server holds for delivery too: a password
// that was refused is not sent again. Agent's thread.
class ServerProbe final : public QObject
{
    Q_OBJECT

public:
    ServerProbe(LeasedStore& store, ConfigurationWatch& configuration, ServerLinks& servers, QObject* parent = nullptr);

    // The outcome: server.reached (profile, version, mailbox), server.mail-only (profile),
    // server-profile.missing (id), agent.command-argument (name), or why it could not be reached.
    void probe(const Command& command, const CommandRunner::Done& done);
    // The outcome: server.found (profile, mailbox, url), server.not-found (profile, mailbox, domain, tried),
    // server.no-mailbox (profile), server.not-by-autodiscover (profile), server-profile.missing (id),
    // agent.command-argument (name), or why Autodiscover was not followed or let nobody in (exchange.*).
    void find(const Command& command, const CommandRunner::Done& done);

private:
    // One command: about which server, and what is done there.
    struct Task
    {
        QString mailbox;
        CommandRunner::Done done;
        Reason (*refusal)(const ServerProfile& profile); // where it makes no sense; empty: it does
        void (ServerProbe::*act)(const std::shared_ptr<ServerLink>& link, const Task& task);
    };

    void begin(const Command& command, const Task& task);
    void prepare(ServerProfileId id, const Task& task);
    void act(ServerProfileId id, const Task& task);
    void askVersion(const std::shared_ptr<ServerLink>& link, const Task& task);
    void onProbed(const std::shared_ptr<ServerLink>& link, const Task& task, const Result<ServerFacts>& facts);
    void askAutodiscover(const std::shared_ptr<ServerLink>& link, const Task& task);
    void onFound(const std::shared_ptr<ServerLink>& link, const QString& mailbox, const Task& task,
                 const Result<QUrl>& url);
    void noteProblem(ServerLink& link, const QString& mailbox, const Error& error);

    LeasedStore& m_store;
    ConfigurationWatch& m_configuration;
    ServerLinks& m_servers;
};

} // namespace reserve
