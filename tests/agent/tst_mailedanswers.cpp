// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/secrets/secretstore.h"
#include "models/store/changefeed.h"
#include "tests/support/deliverydesk.h"

#include <QTest>

#include <atomic>
#include <future>

using namespace reserve;
using namespace reserve::test;

namespace {

// After so many looks in vain, and after how long each, an answer goes as a mail (R-ANSWER).
const QList<std::chrono::seconds> waits{std::chrono::seconds(5), std::chrono::seconds(15), std::chrono::seconds(60),
                                        std::chrono::seconds(120)};
constexpr int looksInAll = 5;

} // namespace

// R-RETRY: an answer that is mailed in place of Exchange waits for the outgoing server like any other mail,
// and for nothing else.
class TestMailedAnswers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_delivery.reset(); }

    void R_RETRY_waitsForThePausedMailServer();
    void R_RETRY_waitsForAMissingPassword();
    void R_RETRY_mailOnlyWaitsForThePausedMailServer();
    void R_RETRY_triedAgainItTriesItsMailServer();
    void R_ANSWER_aNewerVersionTakesItsPlace();
    void R_ANSWER_isLookedForOnceMoreWhereMailIsForbiddenSince();
    void R_ANSWER_aServerThatCannotMailItEitherFailsVisibly();

private:
    void demandPassword(const char* kept);
    void keepPassword(const char* password)
    {
        m_delivery->host().secrets().write(outgoingPasswordName, SecretString(password)).waitForFinished();
    }
    // The agent has done this, and whatever was due before.
    void settle(CommandKind kind, const Arguments& arguments = {})
    {
        const CommandId id = m_delivery->desk().ask(kind, arguments);
        QTRY_VERIFY(m_delivery->desk().isDone(id));
        m_delivery->host().runOnItsThread([] {});
    }
    void reload() { settle(CommandKind::ReloadSettings); }
    // Nothing of the outbox moves, however long that takes by the clock and however often the agent looks.
    void expectRest();
    // Up to the moment in which the answer goes as a mail.
    void lookInVain();
    bool isPausedAfter(int attempts)
    {
        return m_delivery->waitsAfter(attempts) && answer().lastFailure.code == "outbox.paused";
    }
    OutboxEntry answer() { return m_delivery->desk().outbox().value(0); }
    qsizetype signIns() const { return m_delivery->mails().commands().count(QByteArray("AUTH")); }

    std::unique_ptr<DeliveryDesk> m_delivery;
};

void TestMailedAnswers::init()
{
    m_delivery = std::make_unique<DeliveryDesk>();
    m_delivery->exchange().hideRequests(true);
}

void TestMailedAnswers::demandPassword(const char* kept)
{
    m_delivery->mails().demandCredentials(QStringLiteral("reserve"), QStringLiteral("right"));
    m_delivery->desk().set(QStringLiteral("outgoing.user"), QStringLiteral("reserve"));
    m_delivery->setMailServer();
    if (kept)
        keepPassword(kept);
}

void TestMailedAnswers::lookInVain()
{
    for (int look = 1; look <= waits.size(); ++look) {
        QTRY_VERIFY(m_delivery->waitsAfter(look));
        m_delivery->advance(waits.at(look - 1));
    }
}

void TestMailedAnswers::expectRest()
{
    reload();
    const QList<OutboxEntry> before = m_delivery->desk().outbox();
    ChangeFeed& feed = m_delivery->desk().store().store().changes();
    const auto moves = std::make_shared<std::atomic<int>>(0);
    const auto counting = connect(
        &feed, &ChangeFeed::changed, &feed,
        [moves](const QList<Change>& changes) {
            for (const Change& change : changes)
                *moves += change.subject == ChangeSubject::Outbox ? 1 : 0;
        },
        Qt::DirectConnection);
    for (int round = 0; round < 30; ++round) {
        m_delivery->advance(std::chrono::seconds(6));
        reload();
    }
    std::promise<void> looked;
    feed.look([&looked] { looked.set_value(); });
    looked.get_future().wait();
    disconnect(counting);
    QCOMPARE(moves->load(), 0);
    QCOMPARE(m_delivery->desk().outbox(), before);
}

void TestMailedAnswers::R_RETRY_waitsForThePausedMailServer()
{
    m_delivery->addServer();
    demandPassword("wrong");
    QVERIFY(m_delivery->host().start());
    m_delivery->request(m_delivery->desk().meeting());
    QTRY_VERIFY(m_delivery->waitsAfter(1));
    // Mail is paused by another meeting, whose mail is younger than what comes to it.
    m_delivery->exchange().hideRequests(false);
    m_delivery->request(m_delivery->meetingNumber(1));
    QTRY_COMPARE(m_delivery->desk().outbox().size(), 4);
    QTRY_COMPARE(m_delivery->desk().outbox().last().lastFailure.code, QByteArray("outbox.paused"));
    m_delivery->exchange().hideRequests(true);
    lookInVain();
    QTRY_COMPARE(answer().lastFailure.code, QByteArray("outbox.paused"));
    QCOMPARE(answer().attempts, looksInAll);
    expectRest();
    QCOMPARE(signIns(), 1);
    QCOMPARE(m_delivery->exchange().requestCount(), looksInAll + 1);

    keepPassword("right");
    reload();
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
    QCOMPARE(m_delivery->mails().mails().size(), 3);
    QCOMPARE(answer().attempts, looksInAll + 1);
    QCOMPARE(m_delivery->traceCodes().count("answer.by-mail"), 1);
    QCOMPARE(m_delivery->exchange().requestCount(), looksInAll + 1);
}

void TestMailedAnswers::R_RETRY_waitsForAMissingPassword()
{
    m_delivery->addServer();
    demandPassword(nullptr);
    QVERIFY(m_delivery->host().start());
    m_delivery->request(m_delivery->desk().meeting());
    lookInVain();
    QTRY_COMPARE(answer().lastFailure.code, QByteArray("outbox.password-missing"));
    QCOMPARE(answer().attempts, looksInAll);
    expectRest();
    QCOMPARE(signIns(), 0);
    keepPassword("right");
    reload();
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
    // The answer before the confirmation of the same meeting.
    QCOMPARE(m_delivery->mails().mails().size(), 2);
    m_delivery->expectReplyFromTheRoom(m_delivery->mails().mails().first());
}

void TestMailedAnswers::R_RETRY_mailOnlyWaitsForThePausedMailServer()
{
    m_delivery->addServer({QStringLiteral("mycompany.com")}, ServerKind::MailOnly);
    demandPassword("wrong");
    QVERIFY(m_delivery->host().start());
    m_delivery->request(m_delivery->desk().meeting());
    QTRY_COMPARE(m_delivery->desk().outbox().size(), 2);
    QTRY_COMPARE(answer().lastFailure.code, QByteArray("outbox.paused"));
    QTRY_COMPARE(m_delivery->desk().outbox().last().lastFailure.code, QByteArray("outbox.paused"));
    expectRest();
    QCOMPARE(signIns(), 1);
    keepPassword("right");
    reload();
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
    m_delivery->expectReplyFromTheRoom(m_delivery->mails().mails().first());
}

void TestMailedAnswers::R_RETRY_triedAgainItTriesItsMailServer()
{
    m_delivery->addServer();
    demandPassword("wrong");
    QVERIFY(m_delivery->host().start());
    m_delivery->request(m_delivery->desk().meeting());
    lookInVain();
    QTRY_VERIFY(isPausedAfter(looksInAll + 1));
    QCOMPARE(signIns(), 1);
    const Arguments which{{QStringLiteral("id"), QString::number(answer().id.value)}};
    settle(CommandKind::RetryOutbox, which);
    QTRY_VERIFY(isPausedAfter(looksInAll + 2));
    expectRest();
    QCOMPARE(signIns(), 2);
    // The server takes it by now.
    m_delivery->mails().demandCredentials(QStringLiteral("reserve"), QStringLiteral("wrong"));
    settle(CommandKind::RetryOutbox, which);
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
    QCOMPARE(m_delivery->exchange().requestCount(), looksInAll);
}

void TestMailedAnswers::R_ANSWER_aNewerVersionTakesItsPlace()
{
    m_delivery->addServer();
    demandPassword("wrong");
    QVERIFY(m_delivery->host().start());
    MeetingMail meeting = m_delivery->desk().meeting();
    m_delivery->request(meeting);
    lookInVain();
    QTRY_VERIFY(isPausedAfter(looksInAll + 1));
    m_delivery->exchange().hideRequests(false);
    ++meeting.sequence;
    meeting.range.start += std::chrono::hours(1);
    meeting.range.end += std::chrono::hours(1);
    m_delivery->request(meeting);
    // What was decided before is not told any more: the answer is given in Exchange, and its mail alone waits.
    QTRY_COMPARE(m_delivery->operations(), QStringList{QStringLiteral("respond")});
    const auto states = [this] {
        QList<OutboxState> found;
        for (const OutboxEntry& entry : m_delivery->desk().outbox())
            found.append(entry.state);
        return found;
    };
    QTRY_COMPARE(
        states(),
        (QList<OutboxState>{OutboxState::GivenUp, OutboxState::GivenUp, OutboxState::Done, OutboxState::Waiting}));
    QTRY_COMPARE(m_delivery->desk().outbox().last().lastFailure.code, QByteArray("outbox.paused"));
    expectRest();
    keepPassword("right");
    reload();
    QTRY_COMPARE(m_delivery->mails().mails().size(), 1);
    QTRY_COMPARE(states().last(), OutboxState::Done);
    QCOMPARE(m_delivery->operations(), QStringList{QStringLiteral("respond")});
}

void TestMailedAnswers::R_ANSWER_isLookedForOnceMoreWhereMailIsForbiddenSince()
{
    const ServerProfileId server = m_delivery->addServer();
    demandPassword("wrong");
    QVERIFY(m_delivery->host().start());
    m_delivery->request(m_delivery->desk().meeting());
    lookInVain();
    QTRY_VERIFY(isPausedAfter(looksInAll + 1));
    m_delivery->desk().store().write([server](WriteUnit& unit) {
        ServerProfile profile = unit.serverProfiles().find(server).value().value();
        profile.answersByMail = false;
        return unit.serverProfiles().save(profile, QStringLiteral("test"));
    });
    reload();
    keepPassword("right");
    reload();
    QTRY_COMPARE(answer().state, OutboxState::Failed);
    QCOMPARE(answer().lastFailure.code, QByteArray("exchange.message-not-found"));
    QCOMPARE(m_delivery->exchange().requestCount(), looksInAll + 1);
    QVERIFY(m_delivery->mails().mails().isEmpty());
}

// Without an outgoing server the room's own server mails; the mailbox may be the very thing that is not
// there.
void TestMailedAnswers::R_ANSWER_aServerThatCannotMailItEitherFailsVisibly()
{
    m_delivery->addServer();
    m_delivery->exchange().refuseAlways(
        Error("exchange.message-not-found", {{QStringLiteral("mailbox"), cr1Mailbox}}, true));
    QVERIFY(m_delivery->host().start());
    m_delivery->request(m_delivery->desk().meeting());
    lookInVain();
    QTRY_COMPARE(answer().state, OutboxState::Failed);
    QCOMPARE(m_delivery->exchange().requestCount(), looksInAll + 1);
    QCOMPARE(answer().attempts, looksInAll + 1);
}

QTEST_GUILESS_MAIN(TestMailedAnswers)
#include "tst_mailedanswers.moc"
