// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/commands/clientproof.h"

#include "models/exchange/clientcertificate.h"
#include "models/secrets/serversecrets.h"

namespace reserve {

Result<void> checkClientProof(const ServerProfile& profile, const SecretString& key, Instant now)
{
    if (!requiredSecrets(profile).contains(ServerSecret::PrivateKey) || profile.certificate.trimmed().isEmpty())
        return {};
    const Result<ClientCertificate> certificate = ClientCertificate::of(profile.certificate, key);
    return certificate ? certificate->checkEnd(toDateTime(now)) : failure(certificate.error());
}

bool mayBeKept(const Error& error)
{
    return error.code() == "exchange.key-mismatch" || error.code() == "exchange.certificate-ended";
}

} // namespace reserve
