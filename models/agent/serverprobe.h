// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/commandrunner.h"
#include "models/agent/serverlinks.h"

#include <QObject>

namespace reserve {

// The command ProbeServer: whether a server is there and lets us in, with profile and secrets as they are at
// this moment. What it finds holds for delivery too. Agent's thread.
class ServerProbe final : public QObject
{
    Q_OBJECT

public:
    ServerProbe(LeasedStore& store, ConfigurationWatch& configuration, ServerLinks& servers,
                QObject* parent = nullptr);

    // The outcome: server.reached (profile, version, mailbox), server.mail-only (profile),
    // server-profile.missing (id), agent.command-argument (name), or why it could not be reached.
    void run(const Command& command, const CommandRunner::Done& done);

private:
    void prepare(ServerProfileId id, const QString& mailbox, const CommandRunner::Done& done);
    void probe(ServerProfileId id, const QString& mailbox, const CommandRunner::Done& done);
    void onProbed(const std::shared_ptr<ServerLink>& link, const QString& mailbox,
                  const Result<ServerFacts>& facts, const CommandRunner::Done& done);

    LeasedStore& m_store;
    ConfigurationWatch& m_configuration;
    ServerLinks& m_servers;
};

} // namespace reserve
