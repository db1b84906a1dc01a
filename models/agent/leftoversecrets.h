// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/courier.h"
#include "models/entities/serverprofile.h"

#include <QSet>

namespace reserve {

class ConfigurationWatch;
class SecretStore;

// The secrets of a server do not stay on this machine when its profile is removed (R-CREDENTIALS). What cannot be
// removed is logged by name. Agent's thread.
class LeftoverSecrets final
{
public:
    LeftoverSecrets(const ConfigurationWatch& configuration, SecretStore& secrets, Courier& courier);

    // Removes those of profiles that were there when it looked last and are gone now.
    void look();

private:
    const ConfigurationWatch& m_configuration;
    SecretStore& m_secrets;
    Courier& m_courier;
    QSet<ServerProfileId> m_known;
};

} // namespace reserve
