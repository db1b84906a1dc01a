// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/secrets/memorysecretstore.h"

namespace reserve {

QFuture<Result<SecretString>> MemorySecretStore::read(const QString& name)
{
    using Answer = Result<SecretString>;
    if (const auto known = checkSecretName(name); !known)
        return QtFuture::makeReadyFuture<Answer>(failure(known.error()));
    const QMutexLocker lock(&m_mutex);
    const auto found = m_secrets.constFind(name);
    return QtFuture::makeReadyFuture<Answer>(found == m_secrets.cend() ? Answer(missingSecret(name)) : Answer(*found));
}

QFuture<Result<void>> MemorySecretStore::write(const QString& name, const SecretString& secret)
{
    const auto known = checkSecretName(name);
    if (known) {
        const QMutexLocker lock(&m_mutex);
        m_secrets.insert(name, secret);
    }
    return QtFuture::makeReadyFuture(known);
}

QFuture<Result<void>> MemorySecretStore::remove(const QString& name)
{
    const auto known = checkSecretName(name);
    if (known) {
        const QMutexLocker lock(&m_mutex);
        m_secrets.remove(name);
    }
    return QtFuture::makeReadyFuture(known);
}

} // namespace reserve
