// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/leaseholder.h"
#include "models/base/clock.h"
#include "tests/support/agenthost.h"
#include "tests/support/requestdesk.h"
#include "tests/support/smtpdialog.h"

#include <QCoreApplication>
#include <QProcess>
#include <QSysInfo>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

// One agent a store: who came second stays out, who lost the lease is powerless.
class TestAgentLease : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secondAgentSaysWhoHoldsTheLease();
    void stoppedAgentGivesTheLeaseBack();
    void waitingAgentFollowsTheFirst();
    void agentThatLostTheLeaseStops();
    void killedHolderIsKnownAsGone();
};

void TestAgentLease::secondAgentSaysWhoHoldsTheLease()
{
    RequestDesk desk;
    AgentHost first(desk.store().store());
    QVERIFY(first.start());
    const auto other = desk.store().openAnother();
    AgentHost second(*other);
    QVERIFY(!second.start());
    QCOMPARE(second.reason().code, QByteArray("lease.held"));
    QCOMPARE(second.reason().arguments.value(QStringLiteral("holder")),
             QSysInfo::machineHostName() + QStringLiteral(", process ")
                 + QString::number(QCoreApplication::applicationPid()));
    QTRY_VERIFY(second.isStopped());
    // It left the first one's state alone.
    const AgentStatus status = desk.store().read([](const ReadUnit& unit) { return unit.agent().status(); });
    QCOMPARE(status.state, AgentState::Listening);
}

void TestAgentLease::stoppedAgentGivesTheLeaseBack()
{
    RequestDesk desk;
    AgentHost first(desk.store().store());
    QVERIFY(first.start());
    QVERIFY(first.stop());
    const AgentStatus status = desk.store().read([](const ReadUnit& unit) { return unit.agent().status(); });
    QCOMPARE(status.state, AgentState::Stopped);
    AgentHost second(desk.store().store());
    QVERIFY(second.start());
    QVERIFY(second.stop());
    QVERIFY(second.start());
}

void TestAgentLease::waitingAgentFollowsTheFirst()
{
    RequestDesk desk;
    AgentHost first(desk.store().store());
    QVERIFY(first.start());
    AgentOptions options;
    options.waitsForLease = true;
    options.leaseDuration = Milliseconds(300);
    AgentHost second(desk.store().store(), options);
    QVERIFY(!second.start());
    QVERIFY(first.stop());
    QTRY_VERIFY(second.port() != 0);
}

void TestAgentLease::agentThatLostTheLeaseStops()
{
    RequestDesk desk;
    AgentHost slow(desk.store().store());
    QVERIFY(slow.start());
    SmtpDialog client(slow.port());
    client.open();
    // As after a minute of SIGSTOP: the lease ran out and somebody else has it.
    desk.store().write([](WriteUnit& unit) -> Result<AgentLease> {
        const AgentLease lease = unit.agent().lease().value();
        const auto freed = unit.agent().release(lease.token);
        if (!freed)
            return failure(freed.error());
        return unit.agent().acquire(QStringLiteral("another, process 1"), unit.now(), std::chrono::minutes(5));
    });
    const QByteArray answer = client.deliver("nour.abbas@mycompany.com", {"CR1@reserve.mycompany.com"},
                                             composeMeeting(desk.meeting()).bytes);
    QVERIFY2(answer.startsWith("451 4.3.0") || answer.startsWith("421 4.3.2"), answer.constData());
    QTRY_VERIFY(slow.isStopped());
    QCOMPARE(slow.reason().code, QByteArray("lease.lost"));
    QCOMPARE(slow.reason().arguments.value(QStringLiteral("holder")), QStringLiteral("another, process 1"));
    QVERIFY(desk.reservations().isEmpty());
    const AgentLease lease = desk.store().read([](const ReadUnit& unit) { return unit.agent().lease(); });
    QCOMPARE(lease.holder, QStringLiteral("another, process 1"));
}

void TestAgentLease::killedHolderIsKnownAsGone()
{
#ifdef Q_OS_LINUX
    QProcess process;
    process.start(QStringLiteral("sleep"), {QStringLiteral("60")});
    QVERIFY(process.waitForStarted());
    const Instant now = SystemClock().now();
    AgentLease lease;
    lease.token = 1;
    lease.holder = LeaseHolder{QSysInfo::machineHostName(), process.processId()}.text();
    lease.takenAt = now;
    QVERIFY(!isHolderGone(lease, now));
    // A process of that number which began after the lease was taken is another one.
    lease.takenAt = now - std::chrono::hours(1);
    QVERIFY(isHolderGone(lease, now));
    lease.takenAt = now;
    process.kill();
    QVERIFY(process.waitForFinished());
    QVERIFY(isHolderGone(lease, now));
    lease.holder = QStringLiteral("elsewhere, process 1");
    QVERIFY(!isHolderGone(lease, now));
#else
    QSKIP("Only Linux tells for certain that a process is gone.");
#endif
}

QTEST_GUILESS_MAIN(TestAgentLease)
#include "tst_agentlease.moc"
