// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/courier.h"
#include "models/base/result.h"
#include "models/transport/mailtransport.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace reserve {

class ConfigurationWatch;
class SecretStore;

// The outgoing mail server as it is set up: settings and the password from the secrets of this machine.
class OutgoingAccount final : public QObject
{
    Q_OBJECT

public:
    OutgoingAccount(const ConfigurationWatch& configuration, SecretStore& secrets, Courier& courier,
                    QObject* parent = nullptr);

    // The server, or why there is none: outbox.no-outgoing-server, outbox.password-missing (user),
    // outbox.password-unreadable (detail).
    const Result<OutgoingServer>& server() const { return m_server; }
    // Names of secrets that the settings ask for and this machine lacks.
    const QStringList& missingSecrets() const { return m_missingSecrets; }

    // Looks at settings and password again; refreshed() follows.
    void refresh();

Q_SIGNALS:
    void refreshed();

private:
    void onPassword(int round, const Result<SecretString>& password);

    const ConfigurationWatch& m_configuration;
    SecretStore& m_secrets;
    Courier& m_courier;
    Result<OutgoingServer> m_server;
    QStringList m_missingSecrets;
    int m_round = 0;
};

} // namespace reserve
