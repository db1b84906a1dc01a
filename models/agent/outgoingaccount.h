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
    // Counts what was set up one after another: another number wherever a server may judge otherwise than before.
    int edition() const { return m_edition; }
    // Names of secrets that the settings ask for and this machine lacks.
    const QStringList& missingSecrets() const { return m_missingSecrets; }

    // Looks at settings and password again; refreshed() follows.
    void refresh();
    // The same on the word of a person, who may have mended the server itself: mayBeMended() follows too.
    void tryAgain();

Q_SIGNALS:
    // What the server refused it may take now: another host, user or password is set, or a person says so.
    void mayBeMended();
    void refreshed();

private:
    void onPassword(int round, const Result<SecretString>& password);
    void tell();

    const ConfigurationWatch& m_configuration;
    SecretStore& m_secrets;
    Courier& m_courier;
    Result<OutgoingServer> m_server;
    std::optional<OutgoingServer> m_lastServer; // stays while the password cannot be read
    QStringList m_missingSecrets;
    int m_edition = 0;
    int m_round = 0;
    bool m_isAskedToTry = false;
};

} // namespace reserve
