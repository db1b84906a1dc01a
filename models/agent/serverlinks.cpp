// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/serverlinks.h"

#include "models/agent/configurationwatch.h"
#include "models/base/logging.h"
#include "models/secrets/secretstore.h"

namespace reserve {

// A profile and what was found of its secrets.
struct ServerLinks::Found
{
    ServerProfile profile;
    GatewaySecrets secrets;
    QStringList missing;
    Reason obstacle;
    QStringList toRead;
};

// One round through the secrets of all profiles, a secret at a time: a keyring may ask a person for each.
struct ServerLinks::Reading
{
    int round = 0;
    QList<Found> found;
};

ServerLinks::ServerLinks(LeasedStore& store, const ConfigurationWatch& configuration, SecretStore& secrets,
                         GatewayFactory* factory, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_configuration(configuration)
    , m_secrets(secrets)
    , m_factory(factory)
{
}

std::shared_ptr<ServerLink> ServerLinks::link(ServerProfileId id) const
{
    const auto found = m_links.find(id);
    return found == m_links.end() ? nullptr : found->second;
}

void ServerLinks::refresh()
{
    const auto reading = std::make_shared<Reading>();
    reading->round = ++m_round;
    if (m_factory) {
        for (const ServerProfile& profile : m_configuration.current()->profiles()) {
            if (profile.kind != ServerKind::MailOnly)
                reading->found.append({profile, {}, {}, {}, m_factory->secretNames(profile)});
        }
    }
    readNext(reading);
}

void ServerLinks::readNext(const std::shared_ptr<Reading>& reading)
{
    for (Found& found : reading->found) {
        if (found.toRead.isEmpty())
            continue;
        const QString name = found.toRead.first();
        m_store.courier().await(m_secrets.read(name), [this, reading, name](const Result<SecretString>& secret) {
            onSecret(reading, name, secret);
        });
        return;
    }
    rebuild(*reading);
}

void ServerLinks::onSecret(const std::shared_ptr<Reading>& reading, const QString& name,
                           const Result<SecretString>& secret)
{
    if (reading->round != m_round)
        return;
    for (Found& found : reading->found) {
        if (!found.toRead.removeOne(name))
            continue;
        if (secret) {
            found.secrets.insert(name, *secret);
        } else if (secret.error().code() == "secret.missing") {
            found.missing.append(name);
            found.obstacle = {"outbox.server-secret-missing",
                              {{QStringLiteral("server"), found.profile.name}, {QStringLiteral("name"), name}}};
        } else {
            found.obstacle = {"outbox.server-secret-unreadable",
                              causedBy(secret.error(), {{QStringLiteral("server"), found.profile.name}})};
        }
    }
    readNext(reading);
}

void ServerLinks::rebuild(const Reading& reading)
{
    std::map<ServerProfileId, std::shared_ptr<ServerLink>> links;
    for (const Found& found : reading.found) {
        std::shared_ptr<ServerLink> kept = link(found.profile.id);
        if (!kept || !kept->isMadeOf(found.profile, found.secrets, found.obstacle)) {
            kept = make(found);
        }
        links.emplace(found.profile.id, kept);
    }
    m_links.swap(links);
    std::erase_if(m_said, [this](const auto& said) { return !m_links.contains(said.first); });
    for (const auto& [id, one] : m_links)
        say(*one);
    Q_EMIT refreshed();
}

std::shared_ptr<ServerLink> ServerLinks::make(const Found& found) const
{
    std::shared_ptr<ExchangeGateway> gateway;
    Reason obstacle = found.obstacle;
    if (obstacle.isEmpty()) {
        if (const auto made = m_factory->make(found.profile, found.secrets))
            gateway = *made;
        else
            obstacle = made.error().reason();
    }
    return std::make_shared<ServerLink>(found.profile, found.secrets, gateway, obstacle, found.missing, m_store.now());
}

// A gateway does not send a password again that was refused: one that stands still is made anew.
void ServerLinks::tryAgain(std::optional<ServerProfileId> id)
{
    for (const auto& [known, one] : m_links) {
        if ((!id || *id == known) && !one->isPaused()) {
            one->tryAgain(m_store.now());
            say(*one);
        }
    }
    std::erase_if(m_links, [&](const auto& entry) { return (!id || *id == entry.first) && entry.second->isPaused(); });
    refresh();
}

QStringList ServerLinks::missingSecrets() const
{
    QStringList missing;
    for (const auto& [id, one] : m_links)
        missing += one->state().missingSecrets;
    return missing;
}

Reason ServerLinks::pauseReason() const
{
    for (const auto& [id, one] : m_links) {
        if (one->isPaused())
            return one->state().reason;
    }
    return {};
}

void ServerLinks::say(const ServerLink& link)
{
    const ServerState state = link.state();
    // A link that was replaced while it waited for an answer has nothing to say any more.
    if (this->link(state.profileId).get() != &link)
        return;
    const auto [said, isNew] = m_said.try_emplace(state.profileId);
    if (!isNew && said->second == state)
        return;
    said->second = state;
    m_store.write(
        WritePriority::Normal, [state](WriteUnit& unit) { return unit.agent().say(state); },
        [](const Result<void>& written) {
            if (!written)
                qCWarning(lcDelivery) << "server state not stored:" << written.error().logLine();
        });
}

} // namespace reserve
