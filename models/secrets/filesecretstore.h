// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/secrets/secretstore.h"

namespace reserve {

// For services, which have no keychain: one owner-only file a secret. Read from the folder of credentials that systemd
// prepares (LoadCredential=, $CREDENTIALS_DIRECTORY) first, else from `folder`. A file that group or others may read is
// refused, never used. One line break at the end of a file does not belong to the secret.
class FileSecretStore final : public SecretStore
{
public:
    FileSecretStore(QString folder, QString credentialsFolder = {});

    QFuture<Result<SecretString>> read(const QString& name) override;
    QFuture<Result<void>> write(const QString& name, const SecretString& secret) override;
    QFuture<Result<void>> remove(const QString& name) override;
    QString folder() const override { return m_folder; }

private:
    Result<SecretString> readNow(const QString& name) const;
    Result<void> writeNow(const QString& name, const SecretString& secret) const;
    Result<void> removeNow(const QString& name) const;
    Result<void> prepareFolder() const;
    // Where the service was given this secret; empty when it was not.
    QString credentialFile(const QString& name) const;

    QString m_folder;
    QString m_credentialsFolder;
};

} // namespace reserve
