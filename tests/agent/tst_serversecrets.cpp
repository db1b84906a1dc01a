// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/exchangeservers.h"
#include "models/secrets/serversecrets.h"
#include "tests/support/agenthost.h"
#include "tests/support/requestdesk.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString somebody = QStringLiteral("test");

} // namespace

// R-CREDENTIALS: what a running agent says of the secrets of its server profiles, and what it does with them.
class TestServerSecrets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<RequestDesk>();
        AgentOptions options;
        options.gateways = std::make_shared<ExchangeServers>();
        m_host = std::make_unique<AgentHost>(m_desk->store().store(), options);
        m_profile = {};
        m_profile.name = QStringLiteral("Head office");
        m_profile.kind = ServerKind::Ews;
        m_profile.authentication = ServerAuthentication::Ntlm;
        m_profile.userName = QStringLiteral("svc-reserve");
        m_profile.id = save();
    }
    void cleanup()
    {
        m_host.reset();
        m_desk.reset();
    }

    void whatIsMissingIsSaid();
    void anotherSignInNeedsAnotherSecret();
    void secretsGoWithTheirServer();

private:
    ServerProfileId save()
    {
        return m_desk->store().write(
            [profile = m_profile](WriteUnit& unit) { return unit.serverProfiles().save(profile, somebody); });
    }
    QStringList missing()
    {
        return m_desk->store().read([](const ReadUnit& unit) { return unit.agent().status(); }).missingSecrets;
    }
    QString nameOf(ServerSecret secret) const { return serverSecretName(m_profile.id, secret); }
    void keep(ServerSecret secret) { m_host->secrets().write(nameOf(secret), SecretString("right")).waitForFinished(); }
    bool isKept(ServerSecret secret) { return m_host->secrets().read(nameOf(secret)).result().has_value(); }

    std::unique_ptr<RequestDesk> m_desk;
    std::unique_ptr<AgentHost> m_host;
    ServerProfile m_profile;
};

void TestServerSecrets::whatIsMissingIsSaid()
{
    QVERIFY(m_host->start());
    QTRY_COMPARE(missing(), QStringList{nameOf(ServerSecret::Password)});
    keep(ServerSecret::Password);
    // What set-secret asks of the agent.
    Command reload;
    reload.kind = CommandKind::ReloadSettings;
    reload.actor = somebody;
    m_desk->store().write([reload](WriteUnit& unit) { return unit.commands().append(reload); });
    QTRY_COMPARE(missing(), QStringList());
}

void TestServerSecrets::anotherSignInNeedsAnotherSecret()
{
    QVERIFY(m_host->start());
    QTRY_COMPARE(missing(), QStringList{nameOf(ServerSecret::Password)});
    m_profile.authentication = ServerAuthentication::OAuth;
    save();
    QTRY_COMPARE(missing(), QStringList{nameOf(ServerSecret::ClientSecret)});
    m_profile.proof = ClientProof::Certificate;
    save();
    QTRY_COMPARE(missing(), QStringList{nameOf(ServerSecret::PrivateKey)});
    m_profile.kind = ServerKind::MailOnly;
    save();
    QTRY_COMPARE(missing(), QStringList());
}

void TestServerSecrets::secretsGoWithTheirServer()
{
    for (const ServerSecret secret : serverSecrets())
        keep(secret);
    const QString others = serverSecretName(ServerProfileId{m_profile.id.value + 1}, ServerSecret::Password);
    m_host->secrets().write(others, SecretString("other")).waitForFinished();
    QVERIFY(m_host->start());
    QTRY_COMPARE(missing(), QStringList());
    m_desk->store().write([id = m_profile.id](WriteUnit& unit) { return unit.serverProfiles().remove(id, somebody); });
    for (const ServerSecret secret : serverSecrets())
        QTRY_VERIFY(!isKept(secret));
    QVERIFY(m_host->secrets().read(others).result());
}

QTEST_GUILESS_MAIN(TestServerSecrets)
#include "tst_serversecrets.moc"
