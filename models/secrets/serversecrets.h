// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/serverprofile.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace reserve {

// The secrets of a server profile (R-CREDENTIALS), named by owner and field: server.3.password. The names are also
// those of a service's credential files (systemd: LoadCredential=server.3.password:...).
enum class ServerSecret {
    Password,     // Basic and NTLM
    ClientSecret, // OAuth
    PrivateKey,   // OAuth with a certificate: its key, PEM without a passphrase
};

const QList<ServerSecret>& serverSecrets();
QString serverSecretField(ServerSecret secret); // "client-secret"
std::optional<ServerSecret> serverSecretNamed(const QString& field);

QString serverSecretName(ServerProfileId server, ServerSecret secret);

struct OwnedSecret
{
    ServerProfileId server;
    ServerSecret secret = ServerSecret::Password;

    friend bool operator==(const OwnedSecret&, const OwnedSecret&) = default;
};
// Nothing for the name of anything else.
std::optional<OwnedSecret> serverSecretOf(const QString& name);

// What a profile needs to sign in; none where it does not sign in, or as the machine's user (Kerberos).
QList<ServerSecret> requiredSecrets(const ServerProfile& profile);
QStringList requiredSecretNames(const ServerProfile& profile);

} // namespace reserve
