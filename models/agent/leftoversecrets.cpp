// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/leftoversecrets.h"

#include "models/agent/configurationwatch.h"
#include "models/base/logging.h"
#include "models/secrets/secretstore.h"
#include "models/secrets/serversecrets.h"

#include <utility>

namespace reserve {

LeftoverSecrets::LeftoverSecrets(const ConfigurationWatch& configuration, SecretStore& secrets, Courier& courier)
    : m_configuration(configuration)
    , m_secrets(secrets)
    , m_courier(courier)
{
}

void LeftoverSecrets::look()
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

} // namespace reserve
