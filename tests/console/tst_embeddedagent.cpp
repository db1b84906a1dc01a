// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/console/embeddedagent.h"
#include "models/agent/agent.h"
#include "models/base/clock.h"
#include "models/secrets/memorysecretstore.h"
#include "models/settings/settings.h"
#include "models/store/store.h"
#include "tests/support/smtpdialog.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace reserve;
using namespace reserve::test;

namespace {

// A store with the clock of the machine, because a lease that another process takes ends by it.
struct Desk
{
    Desk()
        : store(Store::open(*StoreLocation::fromText(folder.filePath(QStringLiteral("store.sqlite"))),
                            OpenMode::CreateIfMissing, std::make_shared<SystemClock>())
                    .value())
        , port(freePort())
    {
        set(QStringLiteral("smtp.port"), QString::number(port));
    }

    // For a moment nobody's; the agent takes it next.
    static quint16 freePort()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        return server.serverPort();
    }

    void set(const QString& key, const QString& value)
    {
        const auto done = store->write(WritePriority::Normal, [=](WriteUnit& unit) {
            return unit.settings().set(key, value, QStringLiteral("tester"));
        });
        QVERIFY(done.result().has_value());
    }

    AgentStatus status() const
    {
        return store->read([](const ReadUnit& unit) { return unit.agent().status(); }).result().value_or(AgentStatus());
    }

    AgentLease lease() const
    {
        return store->read([](const ReadUnit& unit) { return unit.agent().lease(); }).result().value_or(AgentLease());
    }

    // "host, process 4711"
    qint64 holder() const { return lease().holder.section(QLatin1Char(' '), -1).toLongLong(); }
    bool isHeld() const { return lease().isHeldAt(store->clock().now()); }
    bool listens() const { return isHeld() && status().state == AgentState::Listening; }

    QTemporaryDir folder;
    std::unique_ptr<Store> store;
    quint16 port;
    MemorySecretStore secrets;
};

constexpr int patience = 20'000;

} // namespace

class TestEmbeddedAgent final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listensAndHandsBackWhatItHolds_data();
    void listensAndHandsBackWhatItHolds();
    void startsAgainAfterAStop();
    void stoppingWhatDoesNotRunAnswersAtOnce();
    void aProcessThatEndsAtOnceIsNotStartedOverAndOver();
    void theSettingChoosesThePlace();
};

void TestEmbeddedAgent::initTestCase()
{
    qputenv("PATH", QByteArray(AGENT_FOLDER) + ':' + qgetenv("PATH"));
    QVERIFY2(!EmbeddedAgent::agentProgram().isEmpty(), "the program reserve-agent is not built");
}

void TestEmbeddedAgent::listensAndHandsBackWhatItHolds_data()
{
    QTest::addColumn<bool>("asProcess");
    QTest::newRow("thread") << false;
    QTest::newRow("process") << true;
}

void TestEmbeddedAgent::listensAndHandsBackWhatItHolds()
{
    QFETCH(bool, asProcess);
    Desk desk;
    EmbeddedAgent agent(*desk.store, desk.secrets,
                        asProcess ? EmbeddedAgent::Place::Process : EmbeddedAgent::Place::Thread);
    QSignalSpy stopped(&agent, &EmbeddedAgent::stopped);
    agent.start();
    QVERIFY(agent.isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(desk.listens(), patience);
    QCOMPARE(desk.holder() == QCoreApplication::applicationPid(), !asProcess);
    SmtpDialog dialog(desk.port);
    QVERIFY(dialog.reply().startsWith("220 "));
    agent.stop();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.count(), 1, patience);
    QVERIFY(!agent.isRunning());
    QVERIFY(!desk.isHeld());
}

void TestEmbeddedAgent::startsAgainAfterAStop()
{
    Desk desk;
    EmbeddedAgent agent(*desk.store, desk.secrets, EmbeddedAgent::Place::Thread);
    QSignalSpy stopped(&agent, &EmbeddedAgent::stopped);
    for (int round = 1; round <= 2; ++round) {
        agent.start();
        QTRY_VERIFY_WITH_TIMEOUT(desk.listens(), patience);
        agent.stop();
        QTRY_COMPARE_WITH_TIMEOUT(stopped.count(), round, patience);
    }
}

void TestEmbeddedAgent::stoppingWhatDoesNotRunAnswersAtOnce()
{
    Desk desk;
    EmbeddedAgent agent(*desk.store, desk.secrets, EmbeddedAgent::Place::Process);
    QSignalSpy stopped(&agent, &EmbeddedAgent::stopped);
    agent.stop();
    QCOMPARE(stopped.count(), 1);
}

void TestEmbeddedAgent::aProcessThatEndsAtOnceIsNotStartedOverAndOver()
{
#ifdef Q_OS_UNIX
    Desk desk;
    EmbeddedAgent agent(*desk.store, desk.secrets, EmbeddedAgent::Place::Process);
    QSignalSpy crashed(&agent, &EmbeddedAgent::crashed);
    agent.start();
    QTRY_VERIFY_WITH_TIMEOUT(desk.listens(), patience);
    QCOMPARE(::kill(pid_t(desk.holder()), SIGKILL), 0);
    QTRY_COMPARE_WITH_TIMEOUT(crashed.count(), 1, patience);
    QVERIFY(!agent.isRunning());
    // The window lives on, and a person can start it again: the dead holder's lease is taken over.
    agent.start();
    QTRY_VERIFY_WITH_TIMEOUT(desk.listens() && agent.isRunning(), patience);
    QSignalSpy stopped(&agent, &EmbeddedAgent::stopped);
    agent.stop();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.count(), 1, patience);
#else
    QSKIP("needs signals");
#endif
}

void TestEmbeddedAgent::theSettingChoosesThePlace()
{
    QVERIFY(!Settings().agentRunsAsProcess());
    QVERIFY(Settings({{QStringLiteral("console.agent-as-process"), QStringLiteral("true")}}).agentRunsAsProcess());
}

QTEST_GUILESS_MAIN(TestEmbeddedAgent)
#include "tst_embeddedagent.moc"
