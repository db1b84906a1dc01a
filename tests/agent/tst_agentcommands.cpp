// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/agenthost.h"
#include "tests/support/requestdesk.h"
#include "tests/support/smtpdialog.h"

#include <QTcpServer>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

// Windows and scripts reach the agent through the store alone.
class TestAgentCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<RequestDesk>();
        m_host = std::make_unique<AgentHost>(m_desk->store().store());
        QVERIFY(m_host->start());
    }
    void cleanup()
    {
        m_host.reset();
        m_desk.reset();
    }

    void stopAndStartListening();
    void commandOfAnotherProcess();
    void wrongArgumentIsAnswered();
    void checkpoint();
    void replayIsDecidedUnderATraceOfItsOwn();
    void replayFindsWhatIsSetUpNow();
    void replayNeedsAKeptMessage();
    void portSettingMovesTheListener();
    void sessionsAreRecordedInOrder();

private:
    Trace trace(TraceId id)
    {
        return m_desk->store().read([id](const ReadUnit& unit) { return unit.traces().find(id); }).value_or(Trace());
    }
    AgentStatus status()
    {
        return m_desk->store().read([](const ReadUnit& unit) { return unit.agent().status(); });
    }

    std::unique_ptr<RequestDesk> m_desk;
    std::unique_ptr<AgentHost> m_host;
};

void TestAgentCommands::stopAndStartListening()
{
    const quint16 port = m_host->port();
    SmtpDialog client(port);
    client.open();
    const CommandId stop = m_desk->ask(CommandKind::StopListening);
    QTRY_VERIFY(m_desk->isDone(stop));
    QVERIFY(client.reply().startsWith("421 4.3.2"));
    QVERIFY(!SmtpDialog(port).isOpen());
    QTRY_COMPARE(status().state, AgentState::Stopped);
    // It stays the agent of the store and does all else.
    QVERIFY(!m_host->isStopped());
    const CommandId start = m_desk->ask(CommandKind::StartListening);
    QTRY_VERIFY(m_desk->isDone(start));
    QVERIFY(m_desk->command(start).outcome.isEmpty());
    QTRY_COMPARE(status().state, AgentState::Listening);
    SmtpDialog again(m_host->port());
    QCOMPARE(SmtpDialog::code(again.reply()), 220);
}

void TestAgentCommands::commandOfAnotherProcess()
{
    const auto other = m_desk->store().openAnother();
    Command command;
    command.kind = CommandKind::ReloadSettings;
    command.actor = QStringLiteral("script");
    const auto id
        = other->write(WritePriority::Normal, [=](WriteUnit& unit) { return unit.commands().append(command); })
              .result();
    QVERIFY(id.has_value());
    QTRY_VERIFY(m_desk->isDone(*id));
}

void TestAgentCommands::wrongArgumentIsAnswered()
{
    const CommandId id = m_desk->ask(CommandKind::DecideHeld, {{QStringLiteral("trace"), QStringLiteral("seven")}});
    QTRY_VERIFY(m_desk->isDone(id));
    QCOMPARE(m_desk->command(id).outcome.code, QByteArray("agent.command-argument"));
}

void TestAgentCommands::checkpoint()
{
    const CommandId id = m_desk->ask(CommandKind::Checkpoint);
    QTRY_VERIFY(m_desk->isDone(id));
    QVERIFY2(m_desk->command(id).outcome.isEmpty(), m_desk->command(id).outcome.code.constData());
}

void TestAgentCommands::replayIsDecidedUnderATraceOfItsOwn()
{
    SmtpDialog client(m_host->port());
    client.open();
    const ComposedMail mail = composeMeeting(m_desk->meeting());
    client.deliver("nour.abbas@mycompany.com", {"CR1@reserve.mycompany.com"}, mail.bytes);
    QTRY_COMPARE(trace({1}).verdict, std::optional(Verdict::Accepted));
    const qsizetype told = m_desk->outbox().size();

    const CommandId id = m_desk->ask(CommandKind::Replay, {{QStringLiteral("trace"), QStringLiteral("1")}});
    QTRY_VERIFY(m_desk->isDone(id));
    QVERIFY2(m_desk->command(id).outcome.isEmpty(), m_desk->command(id).outcome.code.constData());
    QTRY_COMPARE(trace({2}).state, TraceState::Done);
    const Trace again = trace({2});
    QCOMPARE(again.verdict, std::optional(Verdict::Ignored));
    QCOMPARE(again.reason.code, QByteArray("decision.repeat"));
    QCOMPARE(earlierOf(again), TraceId{1});
    QCOMPARE(replayOf(trace({1})), TraceId{2});
    QCOMPARE(again.inboxId, trace({1}).inboxId);
    QCOMPARE(m_desk->outbox().size(), told);
    QCOMPARE(m_desk->reservations().size(), 1);
}

void TestAgentCommands::replayFindsWhatIsSetUpNow()
{
    SmtpDialog client(m_host->port());
    client.open();
    client.deliver("nour.abbas@mycompany.com", {"postmaster", "CR1@reserve.mycompany.com"},
                   composeMeeting(m_desk->meeting()).bytes);
    QTRY_COMPARE(trace({2}).state, TraceState::Done);
    m_desk->edit(m_desk->cr1(), [](Space& space) { space.mailbox = QStringLiteral("renamed@reserve.mycompany.com"); });
    const TraceId ofSpace = trace({1}).recipient.startsWith(QLatin1String("CR1")) ? TraceId{1} : TraceId{2};
    const CommandId id = m_desk->ask(CommandKind::Replay, {{QStringLiteral("trace"), QString::number(ofSpace.value)}});
    QTRY_VERIFY(m_desk->isDone(id));
    QCOMPARE(trace({3}).verdict, std::optional(Verdict::Rejected));
    QCOMPARE(trace({3}).reason.code, QByteArray("rcpt.unknown"));
}

void TestAgentCommands::replayNeedsAKeptMessage()
{
    const CommandId missing = m_desk->ask(CommandKind::Replay, {{QStringLiteral("trace"), QStringLiteral("77")}});
    QTRY_VERIFY(m_desk->isDone(missing));
    QCOMPARE(m_desk->command(missing).outcome.code, QByteArray("trace.missing"));
    const TraceId refused = m_desk->store().write([](WriteUnit& unit) {
        return traceRefusedRecipient(unit, QStringLiteral("a@x.test"), QStringLiteral("b@x.test"),
                                     {"rcpt.no-relaying", {}});
    });
    const CommandId unkept
        = m_desk->ask(CommandKind::Replay, {{QStringLiteral("trace"), QString::number(refused.value)}});
    QTRY_VERIFY(m_desk->isDone(unkept));
    QCOMPARE(m_desk->command(unkept).outcome.code, QByteArray("trace.not-kept"));
}

void TestAgentCommands::portSettingMovesTheListener()
{
    m_host->stop();
    quint16 freePort = 0;
    {
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        freePort = probe.serverPort();
    }
    MemorySecretStore secrets;
    m_desk->set(QStringLiteral("smtp.port"), QString::number(freePort));
    Agent agent(m_desk->store().store(), secrets);
    agent.start();
    QTRY_COMPARE(agent.port(), freePort);
    quint16 otherPort = 0;
    {
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        otherPort = probe.serverPort();
    }
    m_desk->set(QStringLiteral("smtp.port"), QString::number(otherPort));
    QTRY_COMPARE(agent.port(), otherPort);
    agent.stop();
    QTRY_VERIFY(agent.isIdle());
}

void TestAgentCommands::sessionsAreRecordedInOrder()
{
    {
        SmtpDialog client(m_host->port());
        client.open();
        client.deliver("nour.abbas@mycompany.com", {"CR1@reserve.mycompany.com"},
                       "Subject: x\r\nFrom: <nour.abbas@mycompany.com>\r\n\r\n");
        client.say("QUIT");
    }
    const auto events = [this] {
        return m_desk->store().read([](const ReadUnit& unit) { return unit.sessionEvents().ofSession(SessionId{1}); });
    };
    QTRY_VERIFY(!events().isEmpty() && events().last().verb == "QUIT");
    QList<QByteArray> verbs;
    qint64 number = 0;
    for (const SessionEvent& event : events()) {
        QVERIFY(event.number > number);
        number = event.number;
        verbs.append(event.verb);
    }
    QCOMPARE(verbs.mid(0, 5), (QList<QByteArray>{"CONNECT", "EHLO", "MAIL", "RCPT", "DATA"}));
    // What the monitor's list says of it.
    const auto summary = m_desk->store().read([](const ReadUnit& unit) {
        return unit.sessionEvents().summaries({SessionId{1}}).map([](const QList<SessionSummary>& found) {
            return found.value(0);
        });
    });
    QCOMPARE(summary.messages, 1);
    QCOMPARE(summary.lastReplyCode, 221);
    QVERIFY(summary.endedAt >= summary.startedAt && summary.endedAt != Instant{});
}

QTEST_GUILESS_MAIN(TestAgentCommands)
#include "tst_agentcommands.moc"
