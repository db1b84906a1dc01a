// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/spaceorder.h"
#include "tests/support/agenthost.h"
#include "tests/support/requestdesk.h"
#include "tests/support/smtpdialog.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QByteArray nour = "nour.abbas@mycompany.com";
const QByteArray cr1 = "CR1@reserve.mycompany.com";

} // namespace

class TestRequestProcessor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<RequestDesk>();
        m_host = std::make_unique<AgentHost>(m_desk->store().store());
    }
    void cleanup()
    {
        m_host.reset();
        m_desk.reset();
    }

    void rule250_firstDurableWinsTheSlot();
    void rule250_undecidedOfAnEarlierRunIsDecided();
    void rule250_crashLoopEndsInQuarantine();
    void crashIsCountedAgainstTheMessageItNames();
    void suspectsRunAloneAndAreDecided();
    void messageWithoutBytesIsSetAside();
    void ruleMatch_heldIsDecidedWhenReleased();
    void ruleConfirm_bounceFindsItsMail_data();
    void ruleConfirm_bounceFindsItsMail();
    void orderOfASpaceIsKeptWhenADecisionFails();

private:
    MeetingMail meeting(int number)
    {
        MeetingMail mail = m_desk->meeting();
        mail.uid = QStringLiteral("meeting-%1@mycompany.com").arg(number);
        mail.identity.messageId = QStringLiteral("<request-%1@mycompany.com>").arg(number);
        return mail;
    }
    QList<Trace> traces()
    {
        return m_desk->store().read([](const ReadUnit& unit) -> Result<QList<Trace>> {
            QList<TraceId> ids = unit.traces().page({}, {}, 1000).value();
            std::reverse(ids.begin(), ids.end());
            return unit.traces().byIds(ids);
        });
    }
    int waiting()
    {
        TraceFilter filter;
        filter.state = TraceState::Waiting;
        return m_desk->store().read([&](const ReadUnit& unit) { return unit.traces().count(filter); });
    }
    void setAttempts(TraceId id, int attempts)
    {
        m_desk->store().write([=](WriteUnit& unit) {
            Trace trace = unit.traces().find(id).value().value();
            trace.attempts = attempts;
            return unit.traces().update(trace);
        });
    }
    void command(CommandKind kind, const Arguments& arguments)
    {
        Command asked;
        asked.kind = kind;
        asked.arguments = arguments;
        asked.actor = QStringLiteral("test");
        m_desk->store().write([=](WriteUnit& unit) { return unit.commands().append(asked); });
    }

    std::unique_ptr<RequestDesk> m_desk;
    std::unique_ptr<AgentHost> m_host;
};

void TestRequestProcessor::rule250_firstDurableWinsTheSlot()
{
    QVERIFY(m_host->start());
    // Thirty meetings for one slot, taken one after the other while the earlier ones are being decided.
    SmtpDialog client(m_host->port());
    client.open();
    for (int i = 1; i <= 30; ++i)
        QCOMPARE(SmtpDialog::code(client.deliver(nour, {cr1}, composeMeeting(meeting(i)).bytes)), 250);
    QTRY_COMPARE(waiting(), 0);
    const QList<Trace> all = traces();
    QCOMPARE(all.size(), 30);
    QCOMPARE(all.first().verdict, Verdict::Accepted);
    for (qsizetype i = 1; i < all.size(); ++i)
        QCOMPARE(all.at(i).verdict, Verdict::Declined);
}

void TestRequestProcessor::rule250_undecidedOfAnEarlierRunIsDecided()
{
    for (int i = 1; i <= 100; ++i)
        m_desk->take(composeMeeting(meeting(i)).bytes, QString::fromLatin1(nour), {QString::fromLatin1(cr1)});
    QCOMPARE(waiting(), 100);
    QVERIFY(m_host->start());
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 0, 20000);
    const QList<Trace> all = traces();
    QCOMPARE(all.first().verdict, Verdict::Accepted);
    QCOMPARE(all.last().verdict, Verdict::Declined);
    QCOMPARE(m_desk->reservations().size(), 100);
}

void TestRequestProcessor::rule250_crashLoopEndsInQuarantine()
{
    const IntakeOutcome bad
        = m_desk->take(composeMeeting(meeting(1)).bytes, QString::fromLatin1(nour), {QString::fromLatin1(cr1)});
    const IntakeOutcome good
        = m_desk->take(composeMeeting(meeting(2)).bytes, QString::fromLatin1(nour), {QString::fromLatin1(cr1)});
    setAttempts(bad.traces.first(), 2);
    QVERIFY(m_host->start());
    QTRY_COMPARE(waiting(), 0);
    const QList<Trace> all = traces();
    QCOMPARE(all.at(0).verdict, Verdict::Quarantined);
    QCOMPARE(all.at(0).reason.code, QByteArray("trace.quarantined"));
    QCOMPARE(all.at(1).id, good.traces.first());
    QCOMPARE(all.at(1).verdict, Verdict::Accepted);
}

void TestRequestProcessor::crashIsCountedAgainstTheMessageItNames()
{
    for (int i = 1; i <= 2; ++i)
        m_desk->take(composeMeeting(meeting(i)).bytes, QString::fromLatin1(nour), {QString::fromLatin1(cr1)});
    // What the handler of an earlier process left behind.
    QFile mark(m_desk->store().location().file() + QStringLiteral(".crash"));
    QVERIFY(mark.open(QIODevice::WriteOnly));
    mark.write("1\n1\n");
    mark.close();
    QVERIFY(m_host->start());
    QTRY_COMPARE(waiting(), 0);
    QCOMPARE(traces().at(0).verdict, Verdict::Quarantined);
    QCOMPARE(traces().at(1).verdict, Verdict::Accepted);
    QCOMPARE(mark.size(), 0);
    QVERIFY(m_host->stop());
    QVERIFY(!mark.exists());
}

void TestRequestProcessor::suspectsRunAloneAndAreDecided()
{
    for (int i = 1; i <= 5; ++i) {
        const IntakeOutcome outcome
            = m_desk->take(composeMeeting(meeting(i)).bytes, QString::fromLatin1(nour), {QString::fromLatin1(cr1)});
        setAttempts(outcome.traces.first(), i % 2);
    }
    QVERIFY(m_host->start());
    QTRY_COMPARE(waiting(), 0);
    const QList<Trace> all = traces();
    QCOMPARE(all.at(0).verdict, Verdict::Accepted);
    QCOMPARE(all.at(0).attempts, 1);
    QCOMPARE(all.at(1).attempts, 0);
    for (qsizetype i = 1; i < all.size(); ++i)
        QCOMPARE(all.at(i).verdict, Verdict::Declined);
}

void TestRequestProcessor::messageWithoutBytesIsSetAside()
{
    m_desk->take(composeMeeting(meeting(1)).bytes, QString::fromLatin1(nour), {QString::fromLatin1(cr1)});
    m_desk->store().write([now = m_desk->clock().now()](WriteUnit& unit) {
        return unit.inbox().dropRawBefore(now + std::chrono::hours(1), 10);
    });
    QVERIFY(m_host->start());
    QTRY_COMPARE(waiting(), 0);
    QCOMPARE(traces().first().verdict, Verdict::Quarantined);
    QCOMPARE(traces().first().reason.code, QByteArray("trace.undecidable"));
}

void TestRequestProcessor::ruleMatch_heldIsDecidedWhenReleased()
{
    Person other;
    other.controlNumber = ControlNumber::fromNumber(100318);
    other.firstName = QStringLiteral("Ada");
    other.email = QStringLiteral("ada@mycompany.com");
    m_desk->addPerson(other);
    QVERIFY(m_host->start());
    SmtpDialog client(m_host->port());
    client.open();
    QByteArray mail = composeMeeting(m_desk->meeting()).bytes;
    const qsizetype from = mail.indexOf("From:");
    mail.replace(from, mail.indexOf("\r\n", from) - from, "From: <ada@mycompany.com>");
    QCOMPARE(SmtpDialog::code(client.deliver("ada@mycompany.com", {cr1}, mail)), 250);
    QTRY_COMPARE(traces().first().state, TraceState::Held);
    QCOMPARE(traces().first().reason.code, QByteArray("match.sender-not-organizer"));
    QVERIFY(m_desk->outbox().isEmpty());
    command(CommandKind::DecideHeld, {{QStringLiteral("trace"), QString::number(traces().first().id.value)}});
    QTRY_COMPARE(traces().first().verdict, Verdict::Accepted);
    QCOMPARE(m_desk->reservations().size(), 1);
}

// To the room, or to the address that our mails go out from, which is no space's.
void TestRequestProcessor::ruleConfirm_bounceFindsItsMail_data()
{
    QTest::addColumn<QByteArray>("returnAddress");
    QTest::newRow("the room") << cr1;
    QTest::newRow("outgoing.from") << QByteArray("noreply@reserve.mycompany.com");
}

void TestRequestProcessor::ruleConfirm_bounceFindsItsMail()
{
    m_desk->set(QStringLiteral("outgoing.from"), QStringLiteral("noreply@reserve.mycompany.com"));
    QVERIFY(m_host->start());
    SmtpDialog client(m_host->port());
    client.open();
    QCOMPARE(SmtpDialog::code(client.deliver(nour, {cr1}, composeMeeting(m_desk->meeting()).bytes)), 250);
    QTRY_COMPARE(m_desk->outbox().size(), 2);
    const OutboxEntry answer = m_desk->outbox().first();
    const QByteArray bounce
        = "From: MAILER-DAEMON@mx.example\r\nTo: <CR1@reserve.mycompany.com>\r\nSubject: Undeliverable\r\n"
          "MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
          "--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n"
          "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
          "Final-Recipient: rfc822; nour.abbas@mycompany.com\r\nAction: failed\r\nStatus: 5.1.1\r\n"
          "Diagnostic-Code: smtp; 550 no such user\r\n\r\n"
          "--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <"
        + answer.messageId.toLatin1() + ">\r\nSubject: Accepted\r\n\r\n--b--\r\n";
    QFETCH(QByteArray, returnAddress);
    QCOMPARE(SmtpDialog::code(client.deliver("", {returnAddress}, bounce)), 250);
    QTRY_COMPARE(m_desk->outbox().first().state, OutboxState::Bounced);
    QVERIFY(m_desk->outbox().first().remoteText.contains(QStringLiteral("550 no such user")));
    QTRY_COMPARE(waiting(), 0);
    QCOMPARE(m_desk->outbox().size(), 2); // a bounce is never answered (R-QUIET)
}

void TestRequestProcessor::orderOfASpaceIsKeptWhenADecisionFails()
{
    SpaceOrder order;
    const SpaceId space{1};
    const SpaceId other{2};
    QVERIFY(order.mayDecide(space, TraceId{5}));
    order.stall(space, TraceId{5});
    QVERIFY(order.mayDecide(space, TraceId{5}));
    QVERIFY(order.mayDecide(space, TraceId{4}));
    QVERIFY(!order.mayDecide(space, TraceId{6}));
    QVERIFY(order.mayDecide(other, TraceId{6}));
    // One that was turned away does not become the obstacle.
    order.stall(space, TraceId{6});
    QVERIFY(!order.mayDecide(space, TraceId{6}));
    order.decided(space, TraceId{4});
    QVERIFY(!order.mayDecide(space, TraceId{6}));
    order.decided(space, TraceId{5});
    QVERIFY(order.mayDecide(space, TraceId{6}));
    order.stall(SpaceId(), TraceId{1});
    QVERIFY(order.mayDecide(SpaceId(), TraceId{2}));
}

QTEST_GUILESS_MAIN(TestRequestProcessor)
#include "tst_requestprocessor.moc"
