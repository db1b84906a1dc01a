// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/gatewayfactory.h"
#include "models/base/clock.h"

namespace reserve {

// The ways to real servers: EWS and Graph over HTTP, with the credentials, tokens, proxy and authorities of the
// profile. Gateways belong to the thread that makes them and end before the factory.
class ExchangeServers final : public GatewayFactory
{
public:
    QStringList secretNames(const ServerProfile& profile) const override;
    // Errors: those of OAuthClient::of(); exchange.graph-without-oauth (profile); exchange.not-supported (profile) for
    // a profile that is mail only.
    Result<std::shared_ptr<ExchangeGateway>> make(const ServerProfile& profile, const GatewaySecrets& secrets) override;

private:
    SystemClock m_clock;
};

} // namespace reserve
