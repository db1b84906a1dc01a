// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/secrets/serversecrets.h"

#include <QRegularExpression>

namespace reserve {

const QList<ServerSecret>& serverSecrets()
{
    static const QList<ServerSecret> all{ServerSecret::Password, ServerSecret::ClientSecret, ServerSecret::PrivateKey};
    return all;
}

QString serverSecretField(ServerSecret secret)
{
    switch (secret) {
    case ServerSecret::Password:
        return QStringLiteral("password");
    case ServerSecret::ClientSecret:
        return QStringLiteral("client-secret");
    case ServerSecret::PrivateKey:
        return QStringLiteral("private-key");
    }
    Q_UNREACHABLE();
}

std::optional<ServerSecret> serverSecretNamed(const QString& field)
{
    for (const ServerSecret secret : serverSecrets()) {
        if (serverSecretField(secret) == field)
            return secret;
    }
    return std::nullopt;
}

QString serverSecretName(ServerProfileId server, ServerSecret secret)
{
    return QStringLiteral("server.%1.%2").arg(QString::number(server.value), serverSecretField(secret));
}

std::optional<OwnedSecret> serverSecretOf(const QString& name)
{
    // One spelling a secret: no sign, no leading zero, ASCII digits alone. It also is a file's name.
    static const QRegularExpression shape(QStringLiteral("\\Aserver\\.([1-9][0-9]{0,18})\\.([a-z-]+)\\z"));
    const QRegularExpressionMatch match = shape.match(name);
    if (!match.hasMatch())
        return std::nullopt;
    bool fits = false;
    const ServerProfileId server{match.captured(1).toLongLong(&fits)};
    const auto secret = serverSecretNamed(match.captured(2));
    return fits && secret ? std::optional(OwnedSecret{server, *secret}) : std::nullopt;
}

QList<ServerSecret> requiredSecrets(const ServerProfile& profile)
{
    if (profile.kind == ServerKind::MailOnly)
        return {};
    switch (profile.authentication) {
    case ServerAuthentication::Anonymous:
    case ServerAuthentication::Kerberos:
        return {};
    case ServerAuthentication::Basic:
    case ServerAuthentication::Ntlm:
        return {ServerSecret::Password};
    case ServerAuthentication::OAuth:
        return {profile.proof == ClientProof::Certificate ? ServerSecret::PrivateKey : ServerSecret::ClientSecret};
    }
    Q_UNREACHABLE();
}

QStringList requiredSecretNames(const ServerProfile& profile)
{
    QStringList names;
    for (const ServerSecret secret : requiredSecrets(profile))
        names.append(serverSecretName(profile.id, secret));
    return names;
}

} // namespace reserve
