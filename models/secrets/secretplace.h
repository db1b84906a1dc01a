// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/secrets/secretstore.h"

#include <memory>

namespace reserve {

// What decides where the secrets of a store are kept.
struct SecretEnvironment
{
    QString storeFile;
    QString credentialsFolder; // $CREDENTIALS_DIRECTORY of a service, else empty
    bool hasKeychain = false;  // a desktop session that can have one

    static SecretEnvironment ofThisProcess(const QString& storeFile);

    // "<store file>.secrets" beside the store.
    QString secretsFolder() const;
};

enum class SecretPlace { Keychain, Files };

// Files for a service (systemd gave credentials), where there is no desktop session, and where the store's folder of
// secrets exists already: then everybody who works on that store agrees on the place. Else the keychain.
SecretPlace choosePlace(const SecretEnvironment& environment);

std::unique_ptr<SecretStore> makeSecretStore(const SecretEnvironment& environment);

} // namespace reserve
