// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/outgoingaccount.h"

#include "models/agent/configurationwatch.h"
#include "models/secrets/secretstore.h"

#include <utility>

namespace reserve {

namespace {

// Nothing is set otherwise that a server may refuse.
bool isSameServer(const OutgoingServer& one, const OutgoingServer& other)
{
    return one.host == other.host && one.port == other.port && one.security == other.security && one.user == other.user
        && one.password.reveal() == other.password.reveal();
}

} // namespace

OutgoingAccount::OutgoingAccount(const ConfigurationWatch& configuration, SecretStore& secrets, Courier& courier,
                                 QObject* parent)
    : QObject(parent)
    , m_configuration(configuration)
    , m_secrets(secrets)
    , m_courier(courier)
    , m_server(failure("outbox.no-outgoing-server"))
{
}

void OutgoingAccount::refresh()
{
    const int round = ++m_round;
    const Settings& settings = m_configuration.current()->settings();
    m_missingSecrets.clear();
    if (settings.outgoingHost().isEmpty()) {
        m_server = failure("outbox.no-outgoing-server");
    } else if (settings.outgoingUser().isEmpty()) {
        m_server = OutgoingServer::fromSettings(settings, {});
    } else {
        m_courier.await(m_secrets.read(outgoingPasswordName),
                        [this, round](const Result<SecretString>& password) { onPassword(round, password); });
        return;
    }
    tell();
}

void OutgoingAccount::tryAgain()
{
    m_isAskedToTry = true;
    refresh();
}

void OutgoingAccount::onPassword(int round, const Result<SecretString>& password)
{
    if (round != m_round)
        return;
    const Settings& settings = m_configuration.current()->settings();
    if (password) {
        m_server = OutgoingServer::fromSettings(settings, *password);
    } else if (password.error().code() == "secret.missing") {
        m_missingSecrets = {outgoingPasswordName};
        m_server = failure("outbox.password-missing", {{QStringLiteral("user"), settings.outgoingUser()}});
    } else {
        m_server = failure("outbox.password-unreadable", causedBy(password.error()));
    }
    tell();
}

void OutgoingAccount::tell()
{
    const bool isAnother = m_server && (!m_lastServer || !isSameServer(*m_lastServer, *m_server));
    if (isAnother) {
        m_lastServer = *m_server;
        ++m_edition;
    }
    if (std::exchange(m_isAskedToTry, false) || isAnother)
        Q_EMIT mayBeMended();
    Q_EMIT refreshed();
}

} // namespace reserve
