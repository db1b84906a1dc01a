// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/secrets/secretstore.h"

#include <QHash>
#include <QMutex>

namespace reserve {

// Secrets that go with the process: for rehearsals and tests, which must not touch a person's keychain.
class MemorySecretStore final : public SecretStore
{
public:
    QFuture<Result<SecretString>> read(const QString& name) override;
    QFuture<Result<void>> write(const QString& name, const SecretString& secret) override;
    QFuture<Result<void>> remove(const QString& name) override;
    QString folder() const override { return {}; }

private:
    QMutex m_mutex;
    QHash<QString, SecretString> m_secrets;
};

} // namespace reserve
