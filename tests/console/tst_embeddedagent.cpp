// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/console/agentkeeping.h"
#include "app/console/embeddedagent.h"
#include "models/agent/agent.h"
#include "models/base/clock.h"
#include "models/secrets/memorysecretstore.h"
#include "models/settings/settings.h"
#include "models/store/store.h"
#include "tests/support/smtpdialog.h"

#include <QScopeGuard>
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
    // In this process, not in a child.
    bool isHere() const { return holder() == QCoreApplication::applicationPid(); }

    Settings settings() const
    {
        return Settings(store->read([](const ReadUnit& unit) { return unit.settings().all(); })
                            .result()
                            .value_or(QMap<QString, QString>()));
    }

    void command(CommandKind kind)
    {
        const auto done = store->write(WritePriority::Normal, [kind](WriteUnit& unit) {
            Command command;
            command.kind = kind;
            command.createdAt = unit.now();
            command.actor = QStringLiteral("tester");
            return unit.commands().append(command);
        });
        QVERIFY(done.result().has_value());
    }

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
    void movesWhileItRuns_data();
    void movesWhileItRuns();
    void theSettingsAreFollowedWhileTheConsoleRuns();
    void anotherPortIsTakenUpInBothPlaces_data();
    void anotherPortIsTakenUpInBothPlaces();
    void aMissingProgramIsSaid();
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
    QSignalSpy troubled(&agent, &EmbeddedAgent::troubled);
    QCOMPARE(::kill(pid_t(desk.holder()), SIGKILL), 0);
    QTRY_COMPARE_WITH_TIMEOUT(crashed.count(), 1, patience);
    QCOMPARE(troubled.count(), 1);
    QCOMPARE(troubled.first().first().value<Reason>().code, QByteArray("agent.ended-at-once"));
    QVERIFY(!agent.isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(!desk.isHeld(), patience); // long before the lease ends by itself
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

void TestEmbeddedAgent::movesWhileItRuns_data()
{
    QTest::addColumn<bool>("toProcess");
    QTest::newRow("into a process") << true;
    QTest::newRow("back into the window") << false;
}

void TestEmbeddedAgent::movesWhileItRuns()
{
    QFETCH(bool, toProcess);
    const auto from = toProcess ? EmbeddedAgent::Place::Thread : EmbeddedAgent::Place::Process;
    const auto to = toProcess ? EmbeddedAgent::Place::Process : EmbeddedAgent::Place::Thread;
    Desk desk;
    EmbeddedAgent agent(*desk.store, desk.secrets, from);
    QSignalSpy stopped(&agent, &EmbeddedAgent::stopped);
    agent.start();
    QTRY_VERIFY_WITH_TIMEOUT(desk.listens(), patience);
    agent.setPlace(to);
    QTRY_VERIFY_WITH_TIMEOUT(desk.listens() && desk.isHere() != toProcess, patience);
    QCOMPARE(stopped.count(), 0);
    QVERIFY(SmtpDialog(desk.port).reply().startsWith("220 "));
    agent.stop();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.count(), 1, patience);
    QVERIFY(!desk.isHeld());
}

void TestEmbeddedAgent::theSettingsAreFollowedWhileTheConsoleRuns()
{
    Desk desk;
    AgentKeeping keeping(*desk.store, desk.secrets, desk.settings());
    QTRY_VERIFY_WITH_TIMEOUT(desk.listens() && desk.isHere(), patience);
    desk.set(QStringLiteral("console.agent-as-process"), QStringLiteral("true"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.listens() && !desk.isHere(), patience);
    desk.set(QStringLiteral("console.start-agent"), QStringLiteral("false"));
    QTRY_VERIFY_WITH_TIMEOUT(!keeping.isRunning() && !desk.isHeld(), patience);
    keeping.start();
    QVERIFY(!keeping.isRunning());
    desk.set(QStringLiteral("console.agent-as-process"), QStringLiteral("false"));
    desk.set(QStringLiteral("console.start-agent"), QStringLiteral("true"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.listens() && desk.isHere(), patience);
    QSignalSpy ended(&keeping, &AgentKeeping::ended);
    keeping.end();
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, patience);
    QVERIFY(!desk.isHeld());
}

void TestEmbeddedAgent::anotherPortIsTakenUpInBothPlaces_data()
{
    listensAndHandsBackWhatItHolds_data();
}

void TestEmbeddedAgent::anotherPortIsTakenUpInBothPlaces()
{
    QFETCH(bool, asProcess);
    Desk desk;
    desk.set(QStringLiteral("console.agent-as-process"), asProcess ? QStringLiteral("true") : QStringLiteral("false"));
    AgentKeeping keeping(*desk.store, desk.secrets, desk.settings());
    QTRY_VERIFY_WITH_TIMEOUT(desk.listens() && desk.isHere() != asProcess, patience);
    desk.command(CommandKind::StopListening);
    QTRY_COMPARE_WITH_TIMEOUT(desk.status().state, AgentState::Stopped, patience);
    QVERIFY(keeping.isRunning() && desk.isHeld());
    desk.command(CommandKind::StartListening);
    QTRY_VERIFY_WITH_TIMEOUT(desk.listens(), patience);
    // As Apply does it: the value and the command in one go.
    const quint16 other = Desk::freePort();
    desk.set(QStringLiteral("smtp.port"), QString::number(other));
    desk.command(CommandKind::ReloadSettings);
    const QString ending = QStringLiteral(":%1").arg(other);
    QTRY_VERIFY_WITH_TIMEOUT(desk.listens() && desk.status().address.endsWith(ending), patience);
    QVERIFY(SmtpDialog(other).reply().startsWith("220 "));
    QSignalSpy ended(&keeping, &AgentKeeping::ended);
    keeping.end();
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, patience);
}

void TestEmbeddedAgent::aMissingProgramIsSaid()
{
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", QByteArrayLiteral("/nowhere"));
    const auto restore = qScopeGuard([&path] { qputenv("PATH", path); });
    if (!EmbeddedAgent::agentProgram().isEmpty())
        QSKIP("the program lies beside this test");
    Desk desk;
    EmbeddedAgent agent(*desk.store, desk.secrets, EmbeddedAgent::Place::Process);
    QSignalSpy troubled(&agent, &EmbeddedAgent::troubled);
    agent.start();
    QCOMPARE(troubled.count(), 1);
    QCOMPARE(troubled.first().first().value<Reason>().code, QByteArray("agent.program-missing"));
    QVERIFY(!agent.isRunning());
}

QTEST_GUILESS_MAIN(TestEmbeddedAgent)
#include "tst_embeddedagent.moc"
