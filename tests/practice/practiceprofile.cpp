// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/practice/practiceprofile.h"

#include "models/secrets/serversecrets.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace reserve::test {

PracticeOptions practiceOptions(const QList<PracticeRoom>& rooms)
{
    PracticeOptions options;
    options.rooms = rooms;
    options.account.password = options.account.clientSecret = practicePassword;
    options.zone = QByteArrayLiteral("Europe/Berlin");
    return options;
}

ServerProfile practiceProfile(const PracticeExchange& exchange, ServerKind kind)
{
    const bool graph = kind == ServerKind::Graph;
    ServerProfile profile;
    profile.name = QStringLiteral("Headquarters");
    profile.kind = kind;
    profile.url = (graph ? exchange.graphUrl() : exchange.ewsUrl()).toString();
    profile.mailDomains = {QStringLiteral("mycompany.com")};
    profile.authentication = graph ? ServerAuthentication::OAuth : ServerAuthentication::Basic;
    profile.userName = exchange.account().user;
    profile.tenant = exchange.account().tenant;
    profile.clientId = exchange.account().clientId;
    profile.authority = exchange.authority().toString();
    return profile;
}

void mailThrough(const PracticeExchange& exchange, RequestDesk& desk)
{
    desk.set(QStringLiteral("outgoing.security"), QStringLiteral("none"));
    desk.set(QStringLiteral("outgoing.port"), QString::number(exchange.smtpPort()));
    desk.set(QStringLiteral("outgoing.host"), QStringLiteral("127.0.0.1"));
    desk.set(QStringLiteral("outgoing.from"), QStringLiteral("reserve@mycompany.com"));
}

GatewaySecrets practiceSecrets(ServerProfileId profile)
{
    return {{serverSecretName(profile, ServerSecret::Password), practicePassword},
            {serverSecretName(profile, ServerSecret::ClientSecret), practicePassword}};
}

void keepPracticeSecrets(AgentHost& agent, ServerProfileId profile)
{
    const GatewaySecrets secrets = practiceSecrets(profile);
    for (auto it = secrets.cbegin(); it != secrets.cend(); ++it)
        agent.secrets().write(it.key(), *it).waitForFinished();
}

QStringList toldTo(const PracticeExchange& exchange, const QString& mailbox, TellSequence tells)
{
    QStringList told;
    const QJsonArray mails = QJsonDocument::fromJson(exchange.mailsJson()).array();
    for (const QJsonValue& value : mails) {
        const QJsonObject mail = value.toObject();
        if (mail.value(QLatin1String("mailbox")).toString() != mailbox)
            continue;
        if (mail.value(QLatin1String("kind")) != QLatin1String("response")) {
            told.append(QStringLiteral("mail"));
            continue;
        }
        QString response = mail.value(QLatin1String("response")).toString();
        if (tells == TellSequence::Yes)
            response += QLatin1Char(' ') + QString::number(mail.value(QLatin1String("sequence")).toInt());
        told.append(response);
    }
    told.sort();
    return told;
}

void addServerKinds()
{
    QTest::addColumn<ServerKind>("kind");
    QTest::newRow("EWS") << ServerKind::Ews;
    QTest::newRow("Graph") << ServerKind::Graph;
}

} // namespace reserve::test
