// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/console/practicehost.h"
#include "models/agent/exchangeservers.h"
#include "models/composing/meetingmail.h"
#include "models/secrets/serversecrets.h"
#include "models/settings/settings.h"
#include "models/store/unit.h"
#include "models/transport/mailtransport.h"
#include "tests/support/agenthost.h"
#include "tests/support/answerof.h"
#include "tests/support/temporarystore.h"

#include <QFutureWatcher>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString room = QStringLiteral("CR1@reserve.northgate.example");
const QString person = QStringLiteral("mira.castellan@northgate.example");
const QString actor = QStringLiteral("test");

} // namespace

// The console's own Practice Exchange: how it sets itself up, and the whole way of a meeting through it and the agent.
class tst_PracticeHost final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void setsItselfUp();
    void leavesARealExchangeAlone();
    void comesBackOnItsPorts();
    void givesBackTheOutgoingServer();
    void givesItBackWithTheWindowToo();
    void whatAPersonSetsMeanwhileStays();
    void whatAKilledRunLeftIsPutRight();
    void aKilledRunIsForgottenByTheNext();
    void whatAnotherConsoleRunsStays();
    void wholeWayOfAMeeting();
    void isFoundByAutodiscover();

private:
    void set(const QString& key, const QString& value)
    {
        m_store->write([key, value](WriteUnit& unit) { return unit.settings().set(key, value, actor); });
    }
    QList<ServerProfile> profiles()
    {
        return m_store->read([](const ReadUnit& unit) { return unit.serverProfiles().all(); });
    }
    Settings settings()
    {
        return Settings(m_store->read([](const ReadUnit& unit) { return unit.settings().all(); }));
    }
    void start(PracticeHost& host)
    {
        QSignalSpy placed(&host, &PracticeHost::placeChanged);
        host.start();
        QTRY_COMPARE_WITH_TIMEOUT(placed.size(), 1, 20'000);
    }

    // Host, port, encryption and user.
    QStringList outgoing()
    {
        const auto all = m_store->read([](const ReadUnit& unit) { return unit.settings().all(); });
        QStringList values;
        for (const char* key : {"outgoing.host", "outgoing.port", "outgoing.security", "outgoing.user"})
            values.append(all.value(QLatin1String(key)));
        return values;
    }
    void setOutgoing(const QStringList& values)
    {
        set(QStringLiteral("outgoing.host"), values.at(0));
        set(QStringLiteral("outgoing.port"), values.at(1));
        set(QStringLiteral("outgoing.security"), values.at(2));
        set(QStringLiteral("outgoing.user"), values.at(3));
    }
    // A run that nobody ended.
    void setUpAndDie(quint16 smtpPort)
    {
        const QString ews = QStringLiteral("http://127.0.0.1:%1/EWS/Exchange.asmx").arg(freePort());
        const PracticePlace place{QUrl(ews), smtpPort, actor};
        m_store->write([place](WriteUnit& unit) { return setUpPractice(unit, place); });
    }
    static quint16 freePort()
    {
        QTcpServer server;
        return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
    }

    const QStringList m_own{QStringLiteral("localhost"), QStringLiteral("2525"), QStringLiteral("starttls"),
                            QStringLiteral("reserve")};
    std::unique_ptr<TemporaryStore> m_store;
    MemorySecretStore m_secrets;
};

void tst_PracticeHost::init()
{
    m_store = std::make_unique<TemporaryStore>();
    m_store->addSpace(QStringLiteral("CR1 Borealis"), room);
    m_store->addPerson(100317, person);
    set(QStringLiteral("reserve.time-zone"), QStringLiteral("Europe/Berlin"));
}

void tst_PracticeHost::setsItselfUp()
{
    PracticeHost host(m_store->store(), m_secrets);
    start(host);
    const QList<ServerProfile> all = profiles();
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.first().kind, ServerKind::Ews);
    QCOMPARE(all.first().authentication, ServerAuthentication::Basic);
    QCOMPARE(all.first().mailDomains, QStringList{QStringLiteral("reserve.northgate.example")});
    QVERIFY(all.first().url.startsWith(QLatin1String("http://127.0.0.1:")));
    QCOMPARE(settings().outgoingHost(), QStringLiteral("127.0.0.1"));
    QCOMPARE(settings().outgoingSecurity(), OutgoingSecurity::None);
    const QString name = serverSecretName(all.first().id, ServerSecret::Password);
    QTRY_VERIFY(m_secrets.read(name).result().has_value());
    // An agent that missed the password when the server was set up looks again.
    QTRY_VERIFY(m_store->read([](const ReadUnit& unit) {
        return unit.commands().find(CommandId{1}).map([](const std::optional<Command>& command) {
            return command && command->kind == CommandKind::ReloadSettings;
        });
    }));
    host.stop();
    QVERIFY(!host.isRunning());
    // Mail goes nowhere again, and not to somebody who is not there.
    QTRY_COMPARE(settings().outgoingHost(), QString());
}

void tst_PracticeHost::leavesARealExchangeAlone()
{
    set(QStringLiteral("outgoing.host"), QStringLiteral("mail.northgate.example"));
    m_store->write([](WriteUnit& unit) {
        ServerProfile real;
        real.name = QStringLiteral("Headquarters");
        real.kind = ServerKind::Ews;
        real.url = QStringLiteral("https://mail.northgate.example/EWS/Exchange.asmx");
        real.mailDomains = {QStringLiteral("northgate.example")};
        return unit.serverProfiles().save(real, actor);
    });
    PracticeHost host(m_store->store(), m_secrets);
    start(host);
    QCOMPARE(settings().outgoingHost(), QStringLiteral("mail.northgate.example"));
    const QList<ServerProfile> all = profiles();
    QCOMPARE(all.size(), 2);
    for (const ServerProfile& profile : all) {
        const bool real = profile.name == QLatin1String("Headquarters");
        QCOMPARE(profile.mailDomains.isEmpty(), !real);
    }
}

void tst_PracticeHost::comesBackOnItsPorts()
{
    PracticeHost host(m_store->store(), m_secrets);
    start(host);
    const QString url = profiles().first().url;
    host.stop();
    start(host);
    QCOMPARE(profiles().size(), 1);
    QCOMPARE(profiles().first().url, url);
}

// The mail server of this machine that a person set up is there again as it was; so is its absence.
void tst_PracticeHost::givesBackTheOutgoingServer()
{
    for (const QStringList& before : {m_own, QStringList(4)}) {
        setOutgoing(before);
        PracticeHost host(m_store->store(), m_secrets);
        start(host);
        const QStringList during = outgoing();
        QCOMPARE(during.at(0), QStringLiteral("127.0.0.1"));
        QVERIFY(during.at(1) != m_own.at(1));
        QCOMPARE(during.mid(2), (QStringList{QStringLiteral("none"), QString()}));
        host.stop();
        QTRY_COMPARE(outgoing(), before);
        // And every time anew.
        start(host);
        QVERIFY(outgoing() != before);
        host.stop();
        QTRY_COMPARE(outgoing(), before);
    }
}

void tst_PracticeHost::givesItBackWithTheWindowToo()
{
    setOutgoing(m_own);
    {
        PracticeHost host(m_store->store(), m_secrets);
        start(host);
        QVERIFY(outgoing() != m_own);
    }
    QCOMPARE(outgoing(), m_own);
}

void tst_PracticeHost::whatAPersonSetsMeanwhileStays()
{
    setOutgoing(m_own);
    const QString real = QStringLiteral("mail.northgate.example");
    {
        PracticeHost host(m_store->store(), m_secrets);
        start(host);
        set(QStringLiteral("outgoing.host"), real);
    }
    QCOMPARE(outgoing().first(), real);
    QVERIFY(!m_store->read([](const ReadUnit& unit) { return practiceSmtpPort(unit); }));
    PracticeHost host(m_store->store(), m_secrets);
    start(host);
    QCOMPARE(outgoing().first(), real);
}

void tst_PracticeHost::whatAKilledRunLeftIsPutRight()
{
    setOutgoing(m_own);
    setUpAndDie(freePort());
    QVERIFY(outgoing() != m_own);
    PracticeHost host(m_store->store(), m_secrets);
    host.clearLeftovers();
    QTRY_COMPARE(outgoing(), m_own);
}

// It stands on the port of the one that was killed, and gives back what that one had found.
void tst_PracticeHost::aKilledRunIsForgottenByTheNext()
{
    setOutgoing(m_own);
    const quint16 port = freePort();
    setUpAndDie(port);
    PracticeHost host(m_store->store(), m_secrets);
    start(host);
    QCOMPARE(outgoing().at(1), QString::number(port));
    host.stop();
    QTRY_COMPARE(outgoing(), m_own);
}

void tst_PracticeHost::whatAnotherConsoleRunsStays()
{
    QTcpServer another;
    QVERIFY(another.listen(QHostAddress::LocalHost));
    setOutgoing(m_own);
    setUpAndDie(another.serverPort());
    const QStringList during = outgoing();
    PracticeHost host(m_store->store(), m_secrets);
    host.clearLeftovers();
    QTRY_VERIFY(host.findChildren<QFutureWatcherBase*>().isEmpty());
    QCOMPARE(outgoing(), during);
    // Nor does one on another port end what is not its own.
    m_store->write(
        [port = quint16(another.serverPort() + 1)](WriteUnit& unit) { return takeDownPractice(unit, port); });
    QCOMPARE(outgoing(), during);
}

// A person's request goes to the Practice Exchange, from there to the agent, and the answer back by EWS.
void tst_PracticeHost::wholeWayOfAMeeting()
{
    AgentOptions options;
    options.gateways = std::make_shared<ExchangeServers>();
    AgentHost agent(m_store->store(), options);
    QVERIFY(agent.start());
    set(QStringLiteral("smtp.port"), QString::number(agent.port()));
    PracticeHost host(m_store->store(), agent.secrets());
    start(host);

    MeetingMail meeting;
    meeting.identity = {newMessageId(QStringLiteral("northgate.example")), m_store->clock().now()};
    meeting.organizer = {person, QStringLiteral("Mira Castellan")};
    meeting.rooms = {{room, QStringLiteral("CR1 Borealis")}};
    meeting.uid = newMeetingUid(m_store->clock().now());
    meeting.range = {at("2026-11-20T09:00:00Z"), at("2026-11-20T10:00:00Z")};
    meeting.zone = QByteArrayLiteral("Europe/Berlin");
    meeting.subject = QStringLiteral("Budget");
    const ComposedMail mail = composeMeeting(meeting);
    OutgoingServer practice;
    practice.host = QStringLiteral("127.0.0.1");
    practice.port = settings().outgoingPort();
    practice.security = OutgoingSecurity::None;
    MailTransport transport;
    const auto sent = answerOf(transport.send(practice, {mail.from, mail.recipients, mail.bytes}));
    QVERIFY2(sent, sent ? "" : qPrintable(sent.error().logLine()));

    const ServerProfile profile = profiles().first();
    ExchangeServers servers;
    const GatewaySecrets secrets{{serverSecretName(profile.id, ServerSecret::Password), SecretString("practice")}};
    const auto gateway = servers.make(profile, secrets);
    QVERIFY(gateway);
    const auto responseInExchange = [&] {
        const auto found = answerOf((*gateway)->find(room, {meeting.uid, {}}));
        for (const CalendarItem& item : found ? *found : QList<CalendarItem>()) {
            if (item.folder == ItemFolder::Calendar)
                return item.response;
        }
        return ItemResponse::Unknown;
    };
    QTRY_COMPARE_WITH_TIMEOUT(responseInExchange(), ItemResponse::Accepted, 60'000);
}

// The button and "servers discover": what the agent is asked, and what it answers.
void tst_PracticeHost::isFoundByAutodiscover()
{
    AgentOptions options;
    options.gateways = std::make_shared<ExchangeServers>();
    AgentHost agent(m_store->store(), options);
    QVERIFY(agent.start());
    PracticeHost host(m_store->store(), agent.secrets());
    start(host);
    const ServerProfile profile = profiles().first();
    QTRY_VERIFY(agent.secrets().read(serverSecretName(profile.id, ServerSecret::Password)).result().has_value());
    Command command;
    command.kind = CommandKind::FindServer;
    command.actor = actor;
    command.arguments = {{QStringLiteral("profile"), QString::number(profile.id.value)}};
    const CommandId id = m_store->write([=](WriteUnit& unit) { return unit.commands().append(command); });
    const auto answered = [&] {
        return m_store->read([id](const ReadUnit& unit) { return unit.commands().find(id); }).value_or(Command());
    };
    QTRY_VERIFY_WITH_TIMEOUT(answered().doneAt != Instant(), 20'000);
    QCOMPARE(answered().outcome.code, QByteArray("server.found"));
    QCOMPARE(answered().outcome.arguments.value(QStringLiteral("url")), profile.url);
}

QTEST_GUILESS_MAIN(tst_PracticeHost)
#include "tst_practicehost.moc"
