// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/exchangeservers.h"
#include "models/practice/practiceexchange.h"
#include "models/secrets/serversecrets.h"
#include "models/wording/wording.h"
#include "tests/practice/practiceprofile.h"
#include "tests/support/agenthost.h"
#include "tests/support/requestdesk.h"

#include <QTest>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString room = QStringLiteral("CR1@reserve.mycompany.com");
const QString nour = QStringLiteral("nour.abbas@mycompany.com");

} // namespace

// The answers of Exchange get lost after it did what was asked, over real sockets: what is told, answers and mails from
// the room's mailbox, is told once all the same (K4).
class tst_PracticeRepeats final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();

    void K4_answerAndMailAreSentOnce_data() { addServerKinds(); }
    void K4_answerAndMailAreSentOnce();
    void K4_answerByMailIsSentOnce_data() { addServerKinds(); }
    void K4_answerByMailIsSentOnce();
    void K4_declineIsGivenOnce_data() { addServerKinds(); }
    void K4_declineIsGivenOnce();
    void K4_withoutMailReadNothingIsToldTwice();
    void K4_withoutMailReadADeclineIsGivenOnce();

private:
    void open(ServerKind kind);
    void set(const char* name, const char* value)
    {
        QVERIFY(m_practice->setSwitch(QString::fromLatin1(name), QString::fromLatin1(value)));
    }
    void invite();
    // The agent looks when something moves.
    void advance(Milliseconds by)
    {
        m_desk->clock().advance(by);
        m_desk->set(QStringLiteral("store.keep-trace-days"), QString::number(++m_days));
    }
    // Time passes until every entry is done or failed.
    void repeat(int entries);
    int count(OutboxState state) const;
    bool isQuiet(int entries) const;
    OutboxEntry entry(OutboxKind kind) const;
    QStringList told() const { return toldTo(*m_practice, nour); }

    std::unique_ptr<RequestDesk> m_desk;
    std::unique_ptr<PracticeExchange> m_practice;
    std::shared_ptr<ExchangeServers> m_servers;
    std::unique_ptr<AgentHost> m_agent;
    ServerProfile m_profile;
    int m_days = 400;
};

// No outgoing server is set: mails go from the room's mailbox.
void tst_PracticeRepeats::open(ServerKind kind)
{
    m_desk = std::make_unique<RequestDesk>();
    m_practice = std::make_unique<PracticeExchange>(practiceOptions({{room, QStringLiteral("CR1 Borealis"), {}}}),
                                                    m_desk->store().sharedClock());
    QVERIFY(m_practice->start());

    m_profile = practiceProfile(*m_practice, kind);
    m_profile.answersByMail = true;
    m_profile.id = m_desk->store().write(
        [this](WriteUnit& unit) { return unit.serverProfiles().save(m_profile, QStringLiteral("test")); });

    m_servers = std::make_shared<ExchangeServers>();
    AgentOptions agentOptions;
    agentOptions.gateways = m_servers;
    m_agent = std::make_unique<AgentHost>(m_desk->store().store(), agentOptions);
    keepPracticeSecrets(*m_agent, m_profile.id);
    QVERIFY(m_agent->start());
    m_practice->setAgent(QStringLiteral("127.0.0.1"), m_agent->port());
}

void tst_PracticeRepeats::cleanup()
{
    m_agent.reset();
    m_servers.reset();
    m_practice.reset();
    m_desk.reset();
}

void tst_PracticeRepeats::invite()
{
    MeetingMail meeting = m_desk->meeting();
    meeting.identity = {newMessageId(QStringLiteral("mycompany.com")), m_desk->clock().now()};
    m_practice->send(meeting);
}

int tst_PracticeRepeats::count(OutboxState state) const
{
    const QList<OutboxEntry> outbox = m_desk->outbox();
    return int(std::count_if(outbox.begin(), outbox.end(),
                             [state](const OutboxEntry& entry) { return entry.state == state; }));
}

bool tst_PracticeRepeats::isQuiet(int entries) const
{
    const QList<OutboxEntry> outbox = m_desk->outbox();
    QSet<QString> held; // lanes whose first entry is not done: what follows in them waits for it
    for (const OutboxEntry& entry : outbox) {
        const bool isDue = entry.state == OutboxState::Waiting && entry.nextAttempt <= m_desk->clock().now();
        if (entry.state == OutboxState::Delivering || (isDue && !held.contains(entry.lane)))
            return false;
        if (entry.state == OutboxState::Waiting)
            held.insert(entry.lane);
    }
    return outbox.size() == entries;
}

void tst_PracticeRepeats::repeat(int entries)
{
    constexpr int mostRounds = 12;
    for (int round = 0; round < mostRounds; ++round) {
        QTRY_VERIFY_WITH_TIMEOUT(isQuiet(entries), 20'000);
        if (count(OutboxState::Waiting) == 0)
            return;
        advance(Minutes(5));
    }
    QFAIL("it never ends");
}

OutboxEntry tst_PracticeRepeats::entry(OutboxKind kind) const
{
    const QList<OutboxEntry> outbox = m_desk->outbox();
    const auto found
        = std::find_if(outbox.begin(), outbox.end(), [kind](const OutboxEntry& entry) { return entry.kind == kind; });
    return found == outbox.end() ? OutboxEntry() : *found;
}

void tst_PracticeRepeats::K4_answerAndMailAreSentOnce()
{
    QFETCH(ServerKind, kind);
    open(kind);
    set("lost-answer", "on");
    invite();
    repeat(2);
    QCOMPARE(count(OutboxState::Done), 2);
    QCOMPARE(told(), (QStringList{QStringLiteral("accept"), QStringLiteral("mail")}));
    QCOMPARE(entry(OutboxKind::Answer).earlier, EarlierAttempt::Asked);
    QCOMPARE(entry(OutboxKind::Answer).attempts, 2);
    QCOMPARE(entry(OutboxKind::Confirmation).earlier, EarlierAttempt::Asked);
    QCOMPARE(entry(OutboxKind::Confirmation).attempts, 2);
}

// The iMIP reply that goes from the mailbox where Exchange does not have the request.
void tst_PracticeRepeats::K4_answerByMailIsSentOnce()
{
    QFETCH(ServerKind, kind);
    open(kind);
    set("message-missing", "on");
    set("lost-answer", "on");
    invite();
    repeat(2);
    QCOMPARE(count(OutboxState::Done), 2);
    QCOMPARE(told(), (QStringList{QStringLiteral("accept"), QStringLiteral("mail")}));
}

void tst_PracticeRepeats::K4_declineIsGivenOnce()
{
    QFETCH(ServerKind, kind);
    open(kind);
    m_desk->edit(m_desk->cr1(), [](Space& space) { space.bookable = false; });
    set("lost-answer", "on");
    invite();
    repeat(1);
    QCOMPARE(count(OutboxState::Done), 1);
    QCOMPARE(told(), QStringList{QStringLiteral("decline")});
}

void tst_PracticeRepeats::K4_withoutMailReadNothingIsToldTwice()
{
    open(ServerKind::Graph);
    set("lost-answer", "on");
    set("no-mail-read", "on");
    invite();
    repeat(2);
    // The answer shows in the calendar; of the mail nobody can tell.
    QCOMPARE(entry(OutboxKind::Answer).state, OutboxState::Done);
    const OutboxEntry stopped = entry(OutboxKind::Confirmation);
    QCOMPARE(stopped.state, OutboxState::Failed);
    QCOMPARE(stopped.lastFailure.code, QByteArray("exchange.sent-unproven"));
    const QString said = sentence(stopped.lastFailure);
    for (const QString& part : {QStringLiteral("Mail.Read"), room, QStringLiteral("Try now")})
        QVERIFY2(said.contains(part), qPrintable(said));
    QCOMPARE(told(), (QStringList{QStringLiteral("accept"), QStringLiteral("mail")}));
    // Somebody grants it and tries again.
    set("no-mail-read", "off");
    QCOMPARE(m_desk->store().write(
                 [&](WriteUnit& unit) { return unit.outbox().retryNow(stopped.id, QStringLiteral("test")); }),
             1);
    repeat(2);
    QCOMPARE(count(OutboxState::Done), 2);
    QCOMPARE(told(), (QStringList{QStringLiteral("accept"), QStringLiteral("mail")}));
}

void tst_PracticeRepeats::K4_withoutMailReadADeclineIsGivenOnce()
{
    open(ServerKind::Graph);
    m_desk->edit(m_desk->cr1(), [](Space& space) { space.bookable = false; });
    set("lost-answer", "on");
    set("no-mail-read", "on");
    invite();
    repeat(1);
    QCOMPARE(count(OutboxState::Done), 1); // it was there to be declined, and is gone
    QCOMPARE(told(), QStringList{QStringLiteral("decline")});
}

QTEST_GUILESS_MAIN(tst_PracticeRepeats)
#include "tst_practicerepeats.moc"
