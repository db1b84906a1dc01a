// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/secrets/secretplace.h"

#include "models/secrets/filesecretstore.h"
#include "models/secrets/keychainsecretstore.h"

#include <QFileInfo>

namespace reserve {

namespace {

bool desktopSessionIsThere()
{
#ifdef Q_OS_LINUX
    const QString bus = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    if (!bus.isEmpty())
        return !bus.startsWith(QLatin1String("disabled:"));
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(runtime + QLatin1String("/bus"));
#else
    return true;
#endif
}

} // namespace

SecretEnvironment SecretEnvironment::ofThisProcess(const QString& storeFile)
{
    return {QFileInfo(storeFile).absoluteFilePath(), qEnvironmentVariable("CREDENTIALS_DIRECTORY"),
            desktopSessionIsThere()};
}

QString SecretEnvironment::secretsFolder() const
{
    return storeFile + QLatin1String(".secrets");
}

SecretPlace choosePlace(const SecretEnvironment& environment)
{
    if (!environment.credentialsFolder.isEmpty() || !environment.hasKeychain)
        return SecretPlace::Files;
    return QFileInfo(environment.secretsFolder()).isDir() ? SecretPlace::Files : SecretPlace::Keychain;
}

std::unique_ptr<SecretStore> makeSecretStore(const SecretEnvironment& environment)
{
    if (choosePlace(environment) == SecretPlace::Files)
        return std::make_unique<FileSecretStore>(environment.secretsFolder(), environment.credentialsFolder);
    return std::make_unique<KeychainSecretStore>(environment.storeFile);
}

} // namespace reserve
