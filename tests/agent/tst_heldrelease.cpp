// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/agentparts.h"
#include "tests/support/agenthost.h"
#include "tests/support/requestdesk.h"
#include "tests/support/smtpdialog.h"

#include <QScopeGuard>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

namespace {

const QByteArray nour = "nour.abbas@mycompany.com";
const QByteArray desk = "desk@booking.mycompany.com";

bool isSaidIn(const Trace& trace, const QByteArray& rule, const QByteArray& code)
{
    return std::any_of(trace.steps.begin(), trace.steps.end(),
                       [&](const TraceStep& step) { return step.rule == rule && step.reason.code == code; });
}

} // namespace

// R-SUBDOMAIN: what came for a delegate contact that two spaces share is decided by the live agent once the contact is
// that of one, without another word.
class TestHeldRelease final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void R_SUBDOMAIN_isDecidedOnceTheContactIsMended();
    void R_SUBDOMAIN_isDecidedForWhoeverKeepsIt();
    void R_SUBDOMAIN_whatIsSharedStillStaysHeld();
    void R_SUBDOMAIN_aContactOfNobodyHoldsOn();
    void R_250_theOrderOfTheMessagesIsKept();
    void R_250_itGoesBehindWhatStands();
    void isMendedWhileNoAgentRuns();
    void isMendedBetweenTheRecipientAndTheMessage();
    void isMendedWhileTheMessageIsTaken();
    void isFoundBehindAllElseThatIsHeld();

private:
    void send(const QByteArray& recipient, const MeetingMail& mail);
    MeetingMail meeting(int number) const;
    void mend()
    {
        m_desk->edit(m_desk->cr1(), [](Space& space) { space.delegateContact.clear(); });
    }
    QList<Trace> traces();
    bool allAre(TraceState state);

    std::unique_ptr<RequestDesk> m_desk;
    std::unique_ptr<AgentHost> m_host;
};

void TestHeldRelease::init()
{
    m_desk = std::make_unique<RequestDesk>();
    for (const SpaceId id : {m_desk->cr1(), m_desk->cr2()})
        m_desk->edit(id, [](Space& space) { space.delegateContact = QString::fromLatin1(desk); });
    m_host = std::make_unique<AgentHost>(m_desk->store().store());
}

void TestHeldRelease::cleanup()
{
    m_host.reset();
    m_desk.reset();
}

MeetingMail TestHeldRelease::meeting(int number) const
{
    MeetingMail mail = m_desk->meeting();
    mail.uid = QStringLiteral("meeting-%1@mycompany.com").arg(number);
    mail.identity.messageId = QStringLiteral("<request-%1@mycompany.com>").arg(number);
    mail.range.start = mail.range.start + std::chrono::days(number);
    mail.range.end = mail.range.end + std::chrono::days(number);
    return mail;
}

void TestHeldRelease::send(const QByteArray& recipient, const MeetingMail& mail)
{
    SmtpDialog client(m_host->port());
    client.open();
    QCOMPARE(SmtpDialog::code(client.deliver(nour, {recipient}, composeMeeting(mail).bytes)), 250);
}

QList<Trace> TestHeldRelease::traces()
{
    return m_desk->store().read([](const ReadUnit& unit) -> Result<QList<Trace>> {
        QList<TraceId> ids = unit.traces().page({}, {}, 1000).value();
        std::reverse(ids.begin(), ids.end());
        return unit.traces().byIds(ids);
    });
}

bool TestHeldRelease::allAre(TraceState state)
{
    const QList<Trace> all = traces();
    return std::all_of(all.begin(), all.end(), [state](const Trace& trace) { return trace.state == state; });
}

void TestHeldRelease::R_SUBDOMAIN_isDecidedOnceTheContactIsMended()
{
    QVERIFY(m_host->start());
    send(desk, meeting(1));
    QCOMPARE(traces().first().state, TraceState::Held);
    QCOMPARE(traces().first().reason.code, QByteArray("rcpt.contact-shared"));
    QVERIFY(m_desk->reservations().isEmpty() && m_desk->outbox().isEmpty());
    mend();
    QTRY_COMPARE(traces().first().verdict, std::optional(Verdict::Accepted));
    const Trace trace = traces().first();
    QCOMPARE(trace.state, TraceState::Done);
    QCOMPARE(trace.spaceId, m_desk->cr2());
    QVERIFY(isSaidIn(trace, "R-SUBDOMAIN", "rcpt.contact-shared"));
    QVERIFY(isSaidIn(trace, "R-SUBDOMAIN", "trace.contact-unshared"));
    QCOMPARE(m_desk->reservations().size(), 1);
    QCOMPARE(m_desk->reservations().first().spaceId, m_desk->cr2());
    QCOMPARE(m_desk->reservations().first().personId, m_desk->nour());
    // R-ANSWER: as any other request.
    const QList<OutboxEntry> told = m_desk->outbox();
    QCOMPARE(std::count_if(told.begin(), told.end(),
                           [](const OutboxEntry& entry) { return entry.kind == OutboxKind::Answer; }),
             1);
}

// A contact that becomes the mailbox of a space means that one.
void TestHeldRelease::R_SUBDOMAIN_isDecidedForWhoeverKeepsIt()
{
    QVERIFY(m_host->start());
    send(desk, meeting(1));
    m_desk->edit(m_desk->cr2(),
                 [](Space& space) { space.delegateContact = QStringLiteral("cr2@booking.mycompany.com"); });
    QTRY_COMPARE(traces().first().verdict, std::optional(Verdict::Accepted));
    QCOMPARE(m_desk->reservations().first().spaceId, m_desk->cr1());
}

void TestHeldRelease::R_SUBDOMAIN_whatIsSharedStillStaysHeld()
{
    const SpaceId cr3
        = m_desk->store().addSpace(QStringLiteral("CR3 Lyra"), QStringLiteral("CR3@reserve.mycompany.com"));
    m_desk->edit(cr3, [](Space& space) { space.delegateContact = QString::fromLatin1(desk); });
    QVERIFY(m_host->start());
    send(desk, meeting(1));
    mend();
    // The agent has seen the change: a mailbox of its own is taken again by another name.
    m_desk->edit(m_desk->cr1(), [](Space& space) { space.mailbox = QStringLiteral("CR1@booking.mycompany.com"); });
    send("CR1@booking.mycompany.com", meeting(2));
    QTRY_COMPARE(traces().at(1).verdict, std::optional(Verdict::Accepted));
    QCOMPARE(traces().first().state, TraceState::Held);
    m_desk->edit(cr3, [](Space& space) { space.delegateContact.clear(); });
    QTRY_COMPARE(traces().first().verdict, std::optional(Verdict::Accepted));
}

void TestHeldRelease::R_SUBDOMAIN_aContactOfNobodyHoldsOn()
{
    QVERIFY(m_host->start());
    send(desk, meeting(1));
    m_host.reset();
    for (const SpaceId id : {m_desk->cr1(), m_desk->cr2()})
        m_desk->edit(id, [](Space& space) { space.delegateContact.clear(); });
    m_host = std::make_unique<AgentHost>(m_desk->store().store());
    QVERIFY(m_host->start());
    send("CR1@reserve.mycompany.com", meeting(2));
    QTRY_COMPARE(traces().at(1).verdict, std::optional(Verdict::Accepted));
    // It means nobody's room now, and waits for a person.
    QCOMPARE(traces().first().state, TraceState::Held);
    QCOMPARE(traces().first().reason.code, QByteArray("rcpt.contact-shared"));
}

void TestHeldRelease::R_250_theOrderOfTheMessagesIsKept()
{
    QVERIFY(m_host->start());
    for (int number = 1; number <= 20; ++number) {
        MeetingMail mail = meeting(number);
        mail.range = meeting(1).range; // all want the same time
        send(desk, mail);
    }
    MeetingMail end = meeting(1);
    end.method = ItipMethod::Cancel;
    end.sequence = 1;
    end.identity.messageId = QStringLiteral("<end@mycompany.com>");
    send(desk, end);
    QVERIFY(allAre(TraceState::Held));
    mend();
    QTRY_VERIFY(allAre(TraceState::Done));
    const QList<Trace> all = traces();
    QCOMPARE(all.size(), 21);
    QCOMPARE(all.first().verdict, std::optional(Verdict::Accepted));
    for (qsizetype i = 1; i < 20; ++i)
        QCOMPARE(all.at(i).verdict, std::optional(Verdict::Declined));
    QCOMPARE(all.last().verdict, std::optional(Verdict::Cancelled));
}

// R-NO-DOUBLE: what was decided meanwhile has the time.
void TestHeldRelease::R_250_itGoesBehindWhatStands()
{
    QVERIFY(m_host->start());
    send(desk, meeting(1));
    MeetingMail other = meeting(2);
    other.range = meeting(1).range;
    other.rooms = {{QStringLiteral("CR2@reserve.mycompany.com"), QStringLiteral("CR2 Aurora")}};
    send("CR2@reserve.mycompany.com", other);
    QTRY_COMPARE(traces().at(1).verdict, std::optional(Verdict::Accepted));
    mend();
    QTRY_COMPARE(traces().first().verdict, std::optional(Verdict::Declined));
    QCOMPARE(traces().first().reason.code, QByteArray("decision.conflict"));
}

void TestHeldRelease::isMendedWhileNoAgentRuns()
{
    QVERIFY(m_host->start());
    send(desk, meeting(1));
    m_host.reset();
    mend();
    QCOMPARE(traces().first().state, TraceState::Held);
    m_host = std::make_unique<AgentHost>(m_desk->store().store());
    QVERIFY(m_host->start());
    QTRY_COMPARE(traces().first().verdict, std::optional(Verdict::Accepted));
    QCOMPARE(m_desk->reservations().size(), 1);
}

void TestHeldRelease::isMendedBetweenTheRecipientAndTheMessage()
{
    QVERIFY(m_host->start());
    SmtpDialog client(m_host->port());
    client.open();
    QCOMPARE(SmtpDialog::code(client.say("MAIL FROM:<" + nour + ">")), 250);
    QCOMPARE(SmtpDialog::code(client.say("RCPT TO:<" + desk + ">")), 250);
    QCOMPARE(SmtpDialog::code(client.say("DATA")), 354);
    mend();
    client.send(composeMeeting(meeting(1)).bytes);
    QCOMPARE(SmtpDialog::code(client.say("\r\n.")), 250);
    QTRY_COMPARE(traces().first().verdict, std::optional(Verdict::Accepted));
}

// The change is known to the agent before the message, which was judged by what held before, is on disk: nobody who
// looked when it changed could find it.
void TestHeldRelease::isMendedWhileTheMessageIsTaken()
{
    MemorySecretStore secrets;
    AgentParts parts(m_desk->store().store(), secrets, {});
    QSignalSpy leased(&parts.lease, &AgentLeaseKeeper::taken);
    parts.lease.take();
    QTRY_COMPARE(leased.size(), 1);
    QSignalSpy ready(&parts.configuration, &ConfigurationWatch::ready);
    parts.configuration.start();
    QTRY_COMPARE(ready.size(), 1);
    parts.held.start();
    QSignalSpy reopened(&parts.held, &HeldRelease::reopened);
    QSignalSpy changed(&parts.configuration, &ConfigurationWatch::changed);
    // No worker is free.
    QSemaphore gate;
    const int workers = parts.workers.maxThreadCount();
    const auto opened = qScopeGuard([&gate, workers] { gate.release(workers); });
    for (int i = 0; i < workers; ++i)
        parts.workers.start([&gate] { gate.acquire(); }, 2);
    ReceivedMessage message;
    message.envelope.reversePath = nour;
    message.envelope.recipients = {{desk, {}}};
    message.content = composeMeeting(meeting(1)).bytes;
    int answer = 0;
    bool isJudged = false;
    parts.intake.take(message, SessionId{1}, [&answer](const SmtpReply& reply) { answer = reply.code(); });
    parts.configuration.whenFresh([&isJudged] { isJudged = true; });
    QTRY_VERIFY(isJudged);
    mend();
    QTRY_COMPARE(changed.size(), 1);
    // What it looked for is read: another look at the store ends behind it.
    bool isLookedFor = false;
    parts.store.read([](const ReadUnit& unit) { return unit.traces().count({}); },
                     [&isLookedFor](const Result<int>&) { isLookedFor = true; });
    QTRY_VERIFY(isLookedFor);
    QVERIFY(reopened.isEmpty());
    gate.release(workers);
    QTRY_COMPARE(answer, 250);
    QTRY_COMPARE(reopened.size(), 1);
    QCOMPARE(traces().first().state, TraceState::Waiting);
    QCOMPARE(traces().first().spaceId, m_desk->cr2());
    QSignalSpy released(&parts.lease, &AgentLeaseKeeper::released);
    parts.lease.release();
    QTRY_COMPARE(released.size(), 1);
}

void TestHeldRelease::isFoundBehindAllElseThatIsHeld()
{
    QVERIFY(m_host->start());
    send(desk, meeting(1));
    m_desk->store().write([](WriteUnit& unit) -> Result<int> {
        for (int i = 0; i < 1100; ++i) {
            Trace other;
            other.receivedAt = unit.now();
            other.recipient = QStringLiteral("CR1@reserve.mycompany.com");
            other.state = TraceState::Held;
            other.verdict = Verdict::Held;
            other.reason = {"match.sender-not-organizer", {}};
            if (const auto id = unit.traces().append(other); !id)
                return failure(id.error());
        }
        return 0;
    });
    mend();
    QTRY_COMPARE(m_desk->reservations().size(), 1);
    QCOMPARE(m_desk->reservations().first().spaceId, m_desk->cr2());
}

QTEST_GUILESS_MAIN(TestHeldRelease)
#include "tst_heldrelease.moc"
