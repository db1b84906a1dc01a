// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/exchangeservers.h"
#include "models/secrets/serversecrets.h"
#include "models/wording/wording.h"
#include "tests/support/agenthost.h"
#include "tests/support/requestdesk.h"
#include "tests/support/testcertificate.h"
#include "tests/unit/httpfixture.h"

#include <QFile>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString domain = QStringLiteral("reserve.mycompany.com");
const QString usualHost = QStringLiteral("autodiscover.reserve.mycompany.com");
const QString ewsUrl = QStringLiteral("https://mail.reserve.mycompany.com/EWS/Exchange.asmx");
const QString service = QStringLiteral("service@reserve.mycompany.com");
const QString cr1Mailbox = QStringLiteral("CR1@reserve.mycompany.com");

ServedResponse answerOf(int status, const QByteArray& body = {})
{
    ServedResponse response;
    response.status = status;
    response.body = body;
    return response;
}

} // namespace

// The command FindServer, as a window or a script gives it: the agent asks an Autodiscover that stands behind a proxy,
// with TLS and the password of the profile, so that nothing of the way is left out but the names in DNS.
class TestServerDiscovery final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void findsTheAddressByTheFirstRoomOfTheServer();
    void asksByTheMailboxThatIsNamed();
    void saysWhatWasTriedWhenNothingIsFound();
    void aRefusedPasswordPausesTheServer();
    void anAddressElsewhereIsNotTaken();
    void needsAMailboxAndAnExchangeServer();

private:
    ServerProfile headOffice() const;
    ServerProfileId save(const ServerProfile& profile);
    Reason find(ServerProfileId server, const QString& mailbox = {});
    std::optional<ServerState> stateOf(ServerProfileId id);

    TestCertificate m_certificate{{usualHost, domain}};
    std::unique_ptr<RequestDesk> m_desk;
    std::unique_ptr<HttpPeer> m_web;
    std::unique_ptr<TunnelPeer> m_proxy;
    std::unique_ptr<AgentHost> m_host;
};

void TestServerDiscovery::init()
{
    if (!m_certificate.isValid())
        QSKIP("the openssl program is missing: it makes the certificate");
    m_desk = std::make_unique<RequestDesk>();
    m_web = std::make_unique<HttpPeer>(&m_certificate);
    QVERIFY(m_web->listen());
    m_proxy = std::make_unique<TunnelPeer>();
    m_proxy->exit = quint16(m_web->url().port());
    AgentOptions options;
    options.gateways = std::make_shared<ExchangeServers>();
    m_host = std::make_unique<AgentHost>(m_desk->store().store(), options);
}

void TestServerDiscovery::cleanup()
{
    m_host.reset();
    m_proxy.reset();
    m_web.reset();
    m_desk.reset();
}

ServerProfile TestServerDiscovery::headOffice() const
{
    ServerProfile profile;
    profile.name = QStringLiteral("Head office");
    profile.kind = ServerKind::Ews;
    // Where it is at the moment does not matter.
    profile.url = QStringLiteral("https://old.mycompany.com/EWS/Exchange.asmx");
    profile.mailDomains = {domain};
    profile.authentication = ServerAuthentication::Basic;
    profile.userName = QStringLiteral("svc-reserve");
    profile.proxy = m_proxy->address();
    QFile pem(m_certificate.certificateFile());
    if (pem.open(QIODevice::ReadOnly))
        profile.trustedAuthorities = QString::fromLatin1(pem.readAll());
    return profile;
}

ServerProfileId TestServerDiscovery::save(const ServerProfile& profile)
{
    const ServerProfileId id = m_desk->store().write(
        [=](WriteUnit& unit) { return unit.serverProfiles().save(profile, QStringLiteral("test")); });
    const auto kept
        = m_host->secrets().write(serverSecretName(id, ServerSecret::Password), SecretString("s3cret")).result();
    return kept ? id : ServerProfileId();
}

Reason TestServerDiscovery::find(ServerProfileId server, const QString& mailbox)
{
    Command command;
    command.kind = CommandKind::FindServer;
    command.arguments
        = {{QStringLiteral("profile"), QString::number(server.value)}, {QStringLiteral("mailbox"), mailbox}};
    command.actor = QStringLiteral("test");
    const CommandId id = m_desk->store().write([=](WriteUnit& unit) { return unit.commands().append(command); });
    const auto asked = [this, id] {
        return m_desk->store().read([id](const ReadUnit& unit) { return unit.commands().find(id); }).value();
    };
    [&] { QTRY_VERIFY_WITH_TIMEOUT(asked().doneAt != Instant(), 20000); }();
    return asked().outcome;
}

std::optional<ServerState> TestServerDiscovery::stateOf(ServerProfileId id)
{
    for (const ServerState& state :
         m_desk->store().read([](const ReadUnit& unit) { return unit.agent().serverStates(); })) {
        if (state.profileId == id)
            return state;
    }
    return std::nullopt;
}

void TestServerDiscovery::findsTheAddressByTheFirstRoomOfTheServer()
{
    const ServerProfileId server = save(headOffice());
    m_web->answer = [](const ServedRequest&) {
        return answerOf(200, "{\"Protocol\":\"EWS\",\"Url\":\"" + ewsUrl.toUtf8() + "\"}");
    };
    QVERIFY(m_host->start());
    const Reason outcome = find(server);
    QCOMPARE(outcome.code, QByteArray("server.found"));
    QCOMPARE(outcome.arguments.value(QStringLiteral("url")), ewsUrl);
    QCOMPARE(outcome.arguments.value(QStringLiteral("mailbox")), cr1Mailbox);
    QVERIFY(sentence(outcome).contains(ewsUrl));
    QCOMPARE(m_proxy->asked.first(), usualHost.toLatin1() + ":443");
    // Nothing is applied by itself.
    const auto stored = m_desk->store().read([](const ReadUnit& unit) { return unit.serverProfiles().all(); });
    QCOMPARE(stored.first().url, headOffice().url);
}

void TestServerDiscovery::asksByTheMailboxThatIsNamed()
{
    const ServerProfileId server = save(headOffice());
    m_web->answer = [](const ServedRequest& asked) {
        return asked.header("authorization").startsWith("Basic ")
            ? answerOf(200, "{\"Protocol\":\"EWS\",\"Url\":\"" + ewsUrl.toUtf8() + "\"}")
            : answerOf(401);
    };
    QVERIFY(m_host->start());
    const Reason outcome = find(server, service);
    QCOMPARE(outcome.code, QByteArray("server.found"));
    QVERIFY(m_web->requests.first().query.contains("service"));
}

void TestServerDiscovery::saysWhatWasTriedWhenNothingIsFound()
{
    const ServerProfileId server = save(headOffice());
    m_web->answer = [](const ServedRequest&) { return answerOf(404); };
    QVERIFY(m_host->start());
    const Reason outcome = find(server, service);
    QCOMPARE(outcome.code, QByteArray("server.not-found"));
    const QString said = sentence(outcome);
    QVERIFY2(
        said.contains(QLatin1String("autodiscover.reserve.mycompany.com/autodiscover/autodiscover.json (HTTP 404)")),
        qPrintable(said));
    QVERIFY2(said.contains(QLatin1String("; reserve.mycompany.com/autodiscover/autodiscover.xml")), qPrintable(said));
    QVERIFY2(said.contains(QLatin1String("/EWS/Exchange.asmx")), qPrintable(said));
    // It says nothing of the server that is set.
    const auto state = stateOf(server);
    QVERIFY(!state || state->standing == ServerStanding::Unproven);
}

void TestServerDiscovery::aRefusedPasswordPausesTheServer()
{
    const ServerProfileId server = save(headOffice());
    m_web->answer = [](const ServedRequest&) {
        ServedResponse response = answerOf(401);
        response.headers = {{"WWW-Authenticate", "Basic realm=\"x\""}};
        return response;
    };
    QVERIFY(m_host->start());
    QCOMPARE(find(server, service).code, QByteArray("exchange.credentials-refused"));
    QTRY_COMPARE(stateOf(server).value_or(ServerState()).standing, ServerStanding::Paused);
    // At one place alone: the account is not locked.
    QCOMPARE(std::count_if(m_web->requests.begin(), m_web->requests.end(),
                           [](const ServedRequest& asked) { return !asked.header("authorization").isEmpty(); }),
             1);
}

void TestServerDiscovery::anAddressElsewhereIsNotTaken()
{
    const ServerProfileId server = save(headOffice());
    m_web->answer = [](const ServedRequest&) {
        return answerOf(200, "{\"Protocol\":\"EWS\",\"Url\":\"https://evil.example/EWS/Exchange.asmx\"}");
    };
    QVERIFY(m_host->start());
    const Reason outcome = find(server, service);
    QCOMPARE(outcome.code, QByteArray("exchange.autodiscover-elsewhere"));
    QVERIFY(sentence(outcome).contains(QLatin1String("evil.example")));
}

void TestServerDiscovery::needsAMailboxAndAnExchangeServer()
{
    ServerProfile nobodys = headOffice();
    nobodys.mailDomains = {QStringLiteral("elsewhere.example")};
    const ServerProfileId roomless = save(nobodys);
    ServerProfile cloud = headOffice();
    cloud.name = QStringLiteral("Cloud");
    cloud.kind = ServerKind::Graph;
    const ServerProfileId graph = save(cloud);
    QVERIFY(m_host->start());
    QCOMPARE(find(roomless).code, QByteArray("server.no-mailbox"));
    QCOMPARE(find(graph).code, QByteArray("server.not-by-autodiscover"));
    QCOMPARE(find(ServerProfileId{99}).code, QByteArray("server-profile.missing"));
    QVERIFY(m_web->requests.isEmpty());
}

QTEST_GUILESS_MAIN(TestServerDiscovery)
#include "tst_serverdiscovery.moc"
