// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/leasedstore.h"
#include "models/agent/serverlink.h"

#include <QObject>

#include <map>
#include <memory>

namespace reserve {

class ConfigurationWatch;
class SecretStore;

// The servers as they are set up, with the secrets of this machine, and what the store says of how the agent
// stands with each. Profiles that handle mail only have no link: they share that of the outgoing server
// (OutgoingLink). Agent's thread.
class ServerLinks final : public QObject
{
    Q_OBJECT

public:
    // `factory` may be none: then there is no way to Exchange, and everything goes by mail.
    ServerLinks(LeasedStore& store, const ConfigurationWatch& configuration, SecretStore& secrets,
                GatewayFactory* factory, QObject* parent = nullptr);

    bool isAvailable() const { return m_factory != nullptr; }

    // None before its secrets were read, and for a profile that handles mail only.
    std::shared_ptr<ServerLink> link(ServerProfileId id) const;

    // Looks at profiles and secrets again; refreshed() follows. What did not change keeps its link.
    void refresh();
    // One that a person has looked after, or all of them: what was refused may be tried once more, with the
    // secrets as they are now. refreshed() follows.
    void tryAgain(std::optional<ServerProfileId> id);
    // Names of what the profiles need and this machine lacks, as it was found last.
    QStringList missingSecrets() const;
    // Why one of them stands still until a person acts; empty while none does.
    Reason pauseReason() const;

    // How the agent stands with it has moved: into the store.
    void say(const ServerLink& link);

Q_SIGNALS:
    void refreshed();

private:
    struct Found;
    struct Reading;
    std::shared_ptr<ServerLink> make(const Found& found) const;
    void readNext(const std::shared_ptr<Reading>& reading);
    void onSecret(const std::shared_ptr<Reading>& reading, const QString& name, const Result<SecretString>& secret);
    void rebuild(const Reading& reading);

    LeasedStore& m_store;
    const ConfigurationWatch& m_configuration;
    SecretStore& m_secrets;
    GatewayFactory* const m_factory;
    std::map<ServerProfileId, std::shared_ptr<ServerLink>> m_links;
    std::map<ServerProfileId, ServerState> m_said;
    int m_round = 0;
};

} // namespace reserve
