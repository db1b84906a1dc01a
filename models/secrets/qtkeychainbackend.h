// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/secrets/keychainsecretstore.h"

namespace reserve {

// QtKeychain: Secret Service or KWallet on Linux, the Credential Manager on Windows. Its insecure fallback is never
// switched on.
class QtKeychainBackend final : public KeychainBackend
{
public:
    void read(const QString& key, ReadAnswer answer) override;
    void write(const QString& key, const SecretString& secret, DoneAnswer answer) override;
    void remove(const QString& key, DoneAnswer answer) override;
};

} // namespace reserve
