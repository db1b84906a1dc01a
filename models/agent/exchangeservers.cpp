// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/exchangeservers.h"

#include "models/agent/serverlink.h"
#include "models/exchange/bearerexchange.h"
#include "models/exchange/ewsgateway.h"
#include "models/exchange/graphgateway.h"
#include "models/exchange/oauthtoken.h"
#include "models/secrets/serversecrets.h"

#include <optional>

namespace reserve {

namespace {

HttpCredentials credentialsOf(const ServerProfile& profile, const GatewaySecrets& secrets)
{
    using Scheme = HttpCredentials::Scheme;
    const SecretString password = secrets.value(serverSecretName(profile.id, ServerSecret::Password));
    switch (profile.authentication) {
    case ServerAuthentication::Basic:
        return {Scheme::Basic, profile.userName, {}, password};
    case ServerAuthentication::Ntlm:
        return {Scheme::Ntlm, profile.userName, profile.ntlmDomain, password};
    case ServerAuthentication::Kerberos:
        return {Scheme::Kerberos, {}, {}, {}};
    case ServerAuthentication::Anonymous:
    case ServerAuthentication::OAuth:
        return {};
    }
    Q_UNREACHABLE();
}

SecretString clientSecret(const ServerProfile& profile, const GatewaySecrets& secrets)
{
    const ServerSecret secret
        = profile.proof == ClientProof::Secret ? ServerSecret::ClientSecret : ServerSecret::PrivateKey;
    return secrets.value(serverSecretName(profile.id, secret));
}

// What a gateway stands on, in the order in which it leans: gone together.
struct Ground
{
    Ground(const HttpClientOptions& options, const HttpClientOptions& tokenOptions)
        : client(options)
        , tokenClient(tokenOptions)
    {
    }

    HttpClient client;
    HttpClient tokenClient;
    std::optional<OAuthTokenSource> tokens;
    std::optional<BearerExchange> bearer;
    std::unique_ptr<ExchangeGateway> gateway;
};

} // namespace

QStringList ExchangeServers::secretNames(const ServerProfile& profile) const
{
    return requiredSecretNames(profile);
}

Result<std::shared_ptr<ExchangeGateway>> ExchangeServers::make(const ServerProfile& profile,
                                                               const GatewaySecrets& secrets)
{
    HttpClientOptions options;
    options.credentials = credentialsOf(profile, secrets);
    options.proxy = profile.proxy;
    options.trustedAuthorities = profile.trustedAuthorities;
    options.mostAtOnce = ServerLink::mostAtOnce;
    // The authorities of a company's own server say nothing of Microsoft's sign-in.
    HttpClientOptions tokenOptions;
    tokenOptions.proxy = profile.proxy;
    if (!profile.authority.isEmpty())
        tokenOptions.trustedAuthorities = profile.trustedAuthorities;
    const auto ground = std::make_shared<Ground>(options, tokenOptions);
    HttpExchange exchange = exchangeThrough(ground->client);
    if (profile.authentication == ServerAuthentication::OAuth) {
        const Result<OAuthClient> client = OAuthClient::of(profile, clientSecret(profile, secrets));
        if (!client)
            return failure(client.error());
        ground->tokens.emplace(*client, exchangeThrough(ground->tokenClient), m_clock);
        exchange = ground->bearer.emplace(exchange, *ground->tokens).exchange();
    }
    if (profile.kind == ServerKind::Ews) {
        ground->gateway = std::make_unique<EwsGateway>(
            EwsAccount{QUrl(profile.url), profile.impersonates, std::chrono::seconds(60)}, exchange);
    } else if (profile.kind == ServerKind::MailOnly) {
        return failure("exchange.not-supported", {{QStringLiteral("profile"), profile.name}});
    } else if (!ground->tokens) {
        return failure("exchange.graph-without-oauth", {{QStringLiteral("profile"), profile.name}});
    } else {
        ground->gateway = std::make_unique<GraphGateway>(profile, exchange, m_clock);
    }
    return std::shared_ptr<ExchangeGateway>(ground, ground->gateway.get());
}

} // namespace reserve
