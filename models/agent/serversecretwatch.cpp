// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/serversecretwatch.h"

#include "models/agent/configurationwatch.h"
#include "models/base/logging.h"
#include "models/secrets/secretstore.h"
#include "models/secrets/serversecrets.h"

#include <utility>

namespace reserve {

ServerSecretWatch::ServerSecretWatch(const ConfigurationWatch& configuration, SecretStore& secrets, Courier& courier,
                                     QObject* parent)
    : QObject(parent)
    , m_configuration(configuration)
    , m_secrets(secrets)
    , m_courier(courier)
{
}

void ServerSecretWatch::refresh()
{
    const int round = ++m_round;
    removeThoseOfGoneProfiles();
    m_wanted.clear();
    m_found.clear();
    for (const ServerProfile& profile : m_configuration.current()->profiles())
        m_wanted.append(requiredSecretNames(profile));
    m_awaited = m_wanted.size();
    if (m_awaited == 0)
        return finish();
    for (const QString& name : std::as_const(m_wanted)) {
        m_courier.await(m_secrets.read(name), [this, round, name](const Result<SecretString>& secret) {
            take(round, name, !secret && secret.error().code() == "secret.missing");
        });
    }
}

void ServerSecretWatch::removeThoseOfGoneProfiles()
{
    QSet<ServerProfileId> known;
    for (const ServerProfile& profile : m_configuration.current()->profiles())
        known.insert(profile.id);
    for (const ServerProfileId gone : std::exchange(m_known, known) - known) {
        for (const ServerSecret secret : serverSecrets()) {
            const QString name = serverSecretName(gone, secret);
            m_courier.await(m_secrets.remove(name), [name](const Result<void>& removed) {
                if (!removed)
                    qCWarning(lcAgent) << name << "of a removed server stays:" << removed.error().code();
            });
        }
    }
}

void ServerSecretWatch::take(int round, const QString& name, bool isMissing)
{
    if (round != m_round)
        return;
    if (isMissing)
        m_found.insert(name);
    if (--m_awaited == 0)
        finish();
}

void ServerSecretWatch::finish()
{
    m_missing.clear();
    for (const QString& name : std::as_const(m_wanted)) {
        if (m_found.contains(name))
            m_missing.append(name);
    }
    Q_EMIT refreshed();
}

} // namespace reserve
