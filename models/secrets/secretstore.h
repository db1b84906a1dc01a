// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/base/secretstring.h"

#include <QFuture>
#include <QString>
#include <QStringList>

namespace reserve {

// Passwords and keys by name (outgoing.password, server.3.client-secret), kept outside the database
// (R-CREDENTIALS). Secrets live on the machine that uses them. Thread-safe; owned by the composition root.
//
// Every call answers, within a time limit, whatever the keyring does; the future always has exactly one result, on any
// thread. Errors: secret.unknown (name, known), secret.missing (name), secret.time-limit (seconds), secret.keychain
// (detail), secret.keychain-denied (detail), secret.file-open-to-others (path), secret.file (path, detail),
// secret.given-by-service (name, path), secret.cancelled.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    virtual QFuture<Result<SecretString>> read(const QString& name) = 0;
    virtual QFuture<Result<void>> write(const QString& name, const SecretString& secret) = 0;
    // Removing what is not there is fine.
    virtual QFuture<Result<void>> remove(const QString& name) = 0;

    // Where they are kept, for a person: the folder, or empty for the system keychain.
    virtual QString folder() const = 0;
};

inline const QString outgoingPasswordName = QStringLiteral("outgoing.password");

// The names there are, for a person: those of a server stand as one with "<id>" (serversecrets.h). Any other is refused
// with secret.unknown.
const QStringList& secretNames();
bool isSecretName(const QString& name);
Result<void> checkSecretName(const QString& name);
Failure missingSecret(const QString& name);

} // namespace reserve
