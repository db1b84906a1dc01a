// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/settings/settings.h"

namespace reserve {

Settings::Settings(QMap<QString, QString> stored)
    : m_stored(std::move(stored))
{
    m_stored.removeIf([](const auto& entry) {
        const Result<QString> value = normalised(entry.key(), entry.value());
        return !value || value->isEmpty();
    });
}

QString Settings::text(const QString& key) const
{
    if (const auto it = m_stored.constFind(key); it != m_stored.cend())
        return *it;
    const SettingDefinition* setting = findSetting(key);
    return setting ? setting->defaultValue : QString();
}

bool Settings::isSet(const QString& key) const
{
    return m_stored.contains(key);
}

bool Settings::boolean(const QString& key) const
{
    return text(key) == QLatin1String("true");
}

qint64 Settings::integer(const QString& key) const
{
    return text(key).toLongLong();
}

QStringList Settings::list(const QString& key) const
{
    return text(key).split(QLatin1Char(','), Qt::SkipEmptyParts);
}

QString Settings::smtpAddress() const
{
    return text(QStringLiteral("smtp.address"));
}
quint16 Settings::smtpPort() const
{
    return quint16(integer(QStringLiteral("smtp.port")));
}
QString Settings::smtpHostName() const
{
    return text(QStringLiteral("smtp.host-name"));
}
QStringList Settings::smtpAcceptedPeers() const
{
    return list(QStringLiteral("smtp.accepted-peers"));
}
bool Settings::smtpKeepEmail() const
{
    return boolean(QStringLiteral("smtp.keep-email"));
}
QString Settings::smtpRoot() const
{
    return text(QStringLiteral("smtp.root"));
}
qint64 Settings::smtpMaxMessageBytes() const
{
    return integer(QStringLiteral("smtp.max-message-bytes"));
}
int Settings::smtpConnectorPort() const
{
    return int(integer(QStringLiteral("smtp.connector-port")));
}
int Settings::smtpMaxSessions() const
{
    return int(integer(QStringLiteral("smtp.max-sessions")));
}
int Settings::smtpMaxSessionsPerPeer() const
{
    return int(integer(QStringLiteral("smtp.max-sessions-per-peer")));
}
int Settings::smtpMaxRecipients() const
{
    return int(integer(QStringLiteral("smtp.max-recipients")));
}
int Settings::smtpBacklogLimit() const
{
    return int(integer(QStringLiteral("smtp.backlog-limit")));
}

qint64 Settings::smtpMinimumFreeBytes() const
{
    return integer(QStringLiteral("smtp.minimum-free-megabytes")) * 1024 * 1024;
}

QString Settings::reserveSubDomain() const
{
    return text(QStringLiteral("reserve.sub-domain"));
}
QString Settings::defaultReserveUserEmail() const
{
    return text(QStringLiteral("reserve.default-user-email"));
}
bool Settings::createExternalContact() const
{
    return boolean(QStringLiteral("reserve.create-external-contact"));
}
QStringList Settings::acceptedDomains() const
{
    return list(QStringLiteral("reserve.accepted-domains"));
}
bool Settings::ignoreMailboxCase() const
{
    return boolean(QStringLiteral("reserve.ignore-mailbox-case"));
}
QByteArray Settings::timeZone() const
{
    return text(QStringLiteral("reserve.time-zone")).toUtf8();
}

std::chrono::minutes Settings::exchangeRetry() const
{
    return std::chrono::minutes(integer(QStringLiteral("exchange.retry-minutes")));
}

QString Settings::outgoingHost() const
{
    return text(QStringLiteral("outgoing.host"));
}
quint16 Settings::outgoingPort() const
{
    return quint16(integer(QStringLiteral("outgoing.port")));
}

OutgoingSecurity Settings::outgoingSecurity() const
{
    const QString word = text(QStringLiteral("outgoing.security"));
    if (word == QLatin1String("none"))
        return OutgoingSecurity::None;
    return word == QLatin1String("tls") ? OutgoingSecurity::Tls : OutgoingSecurity::StartTls;
}

QString Settings::outgoingUser() const
{
    return text(QStringLiteral("outgoing.user"));
}
QString Settings::outgoingFrom() const
{
    return text(QStringLiteral("outgoing.from"));
}
QStringList Settings::noticesTo() const
{
    return list(QStringLiteral("notices.to"));
}

QString Settings::noticesLanguage() const
{
    return text(QStringLiteral("notices.language"));
}
int Settings::keepMailDays() const
{
    return int(integer(QStringLiteral("store.keep-mail-days")));
}
int Settings::keepTraceDays() const
{
    return int(integer(QStringLiteral("store.keep-trace-days")));
}
QString Settings::siteName() const
{
    return text(QStringLiteral("console.site-name"));
}
bool Settings::consoleStarted() const
{
    return boolean(QStringLiteral("console.started"));
}
bool Settings::practiceStartsWithConsole() const
{
    return boolean(QStringLiteral("console.practice"));
}
bool Settings::agentStartsWithConsole() const
{
    return boolean(QStringLiteral("console.start-agent"));
}
bool Settings::agentRunsAsProcess() const
{
    return boolean(QStringLiteral("console.agent-as-process"));
}

} // namespace reserve
