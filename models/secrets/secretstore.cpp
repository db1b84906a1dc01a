// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/secrets/secretstore.h"

namespace reserve {

const QStringList& secretNames()
{
    static const QStringList names{outgoingPasswordName};
    return names;
}

Result<void> checkSecretName(const QString& name)
{
    if (secretNames().contains(name))
        return {};
    return failure("secret.unknown",
                   {{QStringLiteral("name"), name},
                    {QStringLiteral("known"), secretNames().join(QLatin1String(", "))}});
}

Failure missingSecret(const QString& name)
{
    return failure("secret.missing", {{QStringLiteral("name"), name}});
}

} // namespace reserve
