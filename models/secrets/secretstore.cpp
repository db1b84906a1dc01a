// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/secrets/secretstore.h"

#include "models/secrets/serversecrets.h"

namespace reserve {

const QStringList& secretNames()
{
    static const QStringList names = [] {
        QStringList fields;
        for (const ServerSecret secret : serverSecrets())
            fields.append(serverSecretField(secret));
        return QStringList{outgoingPasswordName, QStringLiteral("server.<id>.") + fields.join(QLatin1Char('|'))};
    }();
    return names;
}

bool isSecretName(const QString& name)
{
    return name == outgoingPasswordName || serverSecretOf(name);
}

Result<void> checkSecretName(const QString& name)
{
    if (isSecretName(name))
        return {};
    return failure(
        "secret.unknown",
        {{QStringLiteral("name"), name}, {QStringLiteral("known"), secretNames().join(QLatin1String(", "))}});
}

Failure missingSecret(const QString& name)
{
    return failure("secret.missing", {{QStringLiteral("name"), name}});
}

} // namespace reserve
