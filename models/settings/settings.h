// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/settings/settingdefinition.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>

namespace reserve {

enum class OutgoingSecurity { None, StartTls, Tls };

// A typed snapshot of all settings: stored values over defaults. A plain value, copied freely; whoever needs newer
// ones takes a new snapshot. Stored text that no longer fits its type counts as not set.
class Settings
{
public:
    Settings() = default;
    explicit Settings(QMap<QString, QString> stored);

    // The value in force, as text.
    QString text(const QString& key) const;
    bool isSet(const QString& key) const;

    // Reserve SMTP Agent
    QString smtpAddress() const;
    quint16 smtpPort() const;
    QString smtpHostName() const; // empty: the machine's own name
    QStringList smtpAcceptedPeers() const;
    bool smtpKeepEmail() const;
    QString smtpRoot() const; // empty: a folder beside the store
    qint64 smtpMaxMessageBytes() const;
    int smtpConnectorPort() const;
    int smtpMaxSessions() const;
    int smtpMaxSessionsPerPeer() const;
    int smtpMaxRecipients() const;
    int smtpBacklogLimit() const; // undecided messages above which MAIL is answered 451
    qint64 smtpMinimumFreeBytes() const;

    // Reserve
    QString reserveSubDomain() const;
    QString defaultReserveUserEmail() const;
    bool createExternalContact() const;
    QStringList acceptedDomains() const;
    bool ignoreMailboxCase() const;
    QByteArray timeZone() const; // IANA id, empty when not set

    // Exchange and outgoing mail
    std::chrono::minutes exchangeRetry() const;
    QString outgoingHost() const;
    quint16 outgoingPort() const;
    OutgoingSecurity outgoingSecurity() const;
    QString outgoingUser() const;
    QString outgoingFrom() const;
    QStringList noticesTo() const;
    QString noticesLanguage() const; // a code such as "de"; empty: that of the agent's machine

    // Store and console
    int keepMailDays() const;
    int keepTraceDays() const;
    QString siteName() const;
    bool consoleStarted() const; // the first start is over: sample building or empty was chosen
    bool agentStartsWithConsole() const;
    bool practiceStartsWithConsole() const;
    bool agentRunsAsProcess() const;

    friend bool operator==(const Settings&, const Settings&) = default;

private:
    bool boolean(const QString& key) const;
    qint64 integer(const QString& key) const;
    QStringList list(const QString& key) const;

    QMap<QString, QString> m_stored;
};

} // namespace reserve
