// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/secretstring.h"
#include "models/entities/serverprofile.h"
#include "models/exchange/exchangegateway.h"

#include <QHash>
#include <QStringList>

#include <memory>

namespace reserve {

using GatewaySecrets = QHash<QString, SecretString>; // by name

// Makes the way to the server of a profile: EWS or Graph (what goes by mail alone stands on the outgoing server,
// OutgoingLink). The one door through which the agent comes to Exchange, so that a rehearsal or a test can stand
// behind it. Agent's thread; outlives the agent.
class GatewayFactory
{
public:
    virtual ~GatewayFactory() = default;

    // What the SecretStore must have for this profile.
    virtual QStringList secretNames(const ServerProfile& profile) const = 0;
    // Never none. `secrets` has what secretNames() asked for. With the gateway goes what it stands on. An
    // error: the profile cannot work as it is (exchange.*).
    virtual Result<std::shared_ptr<ExchangeGateway>> make(const ServerProfile& profile, const GatewaySecrets& secrets)
        = 0;
};

} // namespace reserve
