// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/wording.h"
#include "tests/support/deliverydesk.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

// By which way what is told goes, and that it goes once: Exchange, the iMIP reply in its place, and mail alone.
class TestExchangeAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_delivery = std::make_unique<DeliveryDesk>(); }
    void cleanup() { m_delivery.reset(); }

    void R_ANSWER_exchangeAnswers();
    void R_ANSWER_declineCarriesTheReason();
    void R_ANSWER_whatStandsSoAlreadyIsNotAnsweredAgain();
    void R_ANSWER_aRequestThatComesLateIsAnswered();
    void R_ANSWER_byMailWhereExchangeHasNoRequest();
    void R_ANSWER_notFoundFailsVisiblyWhereMailIsNotAllowed();
    void R_ANSWER_aNewerRequestIsWaitedForAndMissed();
    void R_SERVERS_longestDomainDecides();
    void R_SERVERS_mailOnlyAndNobodysRoomsAreAnsweredByMail();
    void R_SERVERS_mailOnlyWaitsForAnOutgoingServer();
    void R_SERVERS_ordersOfAMailOnlyRoomWaitForACalendar();
    void R_ANSWER_aMailedAnswerThatIsRefusedFailsVisibly();
    void withoutOutgoingServerMailGoesThroughTheProfile();
    void K4_lostAnswerSendsNoSecondMail_data();
    void K4_lostAnswerSendsNoSecondMail();
    void E9_whatExchangeDidIsNotDoneAgainForTheMailThatFailed();

private:
    std::unique_ptr<DeliveryDesk> m_delivery;
};

void TestExchangeAnswers::R_ANSWER_exchangeAnswers()
{
    m_delivery->addServer();
    m_delivery->setMailServer();
    QVERIFY(m_delivery->host().start());
    m_delivery->request(m_delivery->desk().meeting());
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
    QCOMPARE(m_delivery->operations(), QStringList{QStringLiteral("respond")});
    QCOMPARE(m_delivery->exchange().effects().first().mailbox, cr1Mailbox);
    QVERIFY(m_delivery->exchange().effects().first().key.startsWith(m_delivery->desk().meeting().uid.toUtf8()));
    // The confirmation is a mail still, and the only one.
    QCOMPARE(m_delivery->mails().mails().size(), 1);
    QVERIFY(!m_delivery->mails().mails().first().content.contains("METHOD:REPLY"));
    QTRY_COMPARE(m_delivery->desk().reservations().first().exchangeState, ExchangeState::InExchange);
    QVERIFY(m_delivery->traceCodes().contains("answer.by-exchange"));
}

void TestExchangeAnswers::R_ANSWER_declineCarriesTheReason()
{
    m_delivery->addServer();
    m_delivery->setMailServer();
    QVERIFY(m_delivery->host().start());
    m_delivery->request(m_delivery->desk().meeting());
    MeetingMail other = m_delivery->desk().meeting();
    other.uid = QStringLiteral("another-meeting@mycompany.com");
    m_delivery->request(other);
    QTRY_COMPARE(m_delivery->desk().outbox().size(), 3);
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
    const ServerEffect declined = m_delivery->exchange().effects().last();
    QVERIFY(declined.key.endsWith(QByteArray::number(int(ResponseKind::Decline))));
    QVERIFY(declined.comment.contains(QStringLiteral("CR2 Aurora"))); // a room that is free
}

void TestExchangeAnswers::R_ANSWER_whatStandsSoAlreadyIsNotAnsweredAgain()
{
    m_delivery->addServer();
    m_delivery->setMailServer();
    m_delivery->exchange().loseNextAnswer();
    QVERIFY(m_delivery->host().start());
    m_delivery->request(m_delivery->desk().meeting());
    QTRY_VERIFY(m_delivery->waitsAfter(1));
    m_delivery->advance(Minutes(5));
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
    QCOMPARE(m_delivery->operations(), QStringList{QStringLiteral("respond")});
    QVERIFY(m_delivery->traceCodes().contains("answer.already"));
}

void TestExchangeAnswers::R_ANSWER_aRequestThatComesLateIsAnswered()
{
    m_delivery->addServer();
    m_delivery->setMailServer();
    m_delivery->exchange().hideRequests(true);
    QVERIFY(m_delivery->host().start());
    m_delivery->request(m_delivery->desk().meeting());
    QTRY_VERIFY(m_delivery->waitsAfter(1));
    QCOMPARE(m_delivery->desk().outbox().first().nextAttempt,
             m_delivery->desk().clock().now() + std::chrono::seconds(5));
    QVERIFY(m_delivery->traceCodes().contains("answer.awaited"));
    m_delivery->exchange().hideRequests(false);
    m_delivery->advance(std::chrono::seconds(5));
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
    QCOMPARE(m_delivery->operations(), QStringList{QStringLiteral("respond")});
    QCOMPARE(m_delivery->mails().mails().size(), 1); // the confirmation
}

void TestExchangeAnswers::R_ANSWER_byMailWhereExchangeHasNoRequest()
{
    m_delivery->addServer();
    m_delivery->setMailServer();
    m_delivery->exchange().hideRequests(true);
    QVERIFY(m_delivery->host().start());
    m_delivery->request(m_delivery->desk().meeting());
    const QList<std::chrono::seconds> waits{std::chrono::seconds(5), std::chrono::seconds(15), std::chrono::seconds(60),
                                            std::chrono::seconds(120)};
    for (int look = 1; look <= waits.size(); ++look) {
        QTRY_VERIFY(m_delivery->waitsAfter(look));
        QCOMPARE(m_delivery->desk().outbox().first().lastFailure.code, QByteArray("exchange.message-not-found"));
        QCOMPARE(m_delivery->desk().outbox().first().looks, look);
        m_delivery->advance(waits.at(look - 1));
    }
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
    QCOMPARE(m_delivery->exchange().requestCount(), 5); // the last look is one too
    QCOMPARE(m_delivery->mails().mails().size(), 2);
    QVERIFY(m_delivery->operations().isEmpty());
    const QByteArrayList codes = m_delivery->traceCodes();
    QVERIFY(codes.contains("answer.not-in-exchange"));
    QCOMPARE(codes.count("answer.by-mail"), 1);
    m_delivery->expectReplyFromTheRoom(m_delivery->mails().mails().first());
    QTRY_COMPARE(m_delivery->desk().reservations().first().exchangeState, ExchangeState::AnsweredByMail);
}

void TestExchangeAnswers::R_ANSWER_notFoundFailsVisiblyWhereMailIsNotAllowed()
{
    m_delivery->addServer({QStringLiteral("mycompany.com")}, ServerKind::Ews, false);
    m_delivery->setMailServer();
    m_delivery->exchange().hideRequests(true);
    QVERIFY(m_delivery->host().start());
    m_delivery->request(m_delivery->desk().meeting());
    int looks = 0;
    for (const int seconds : {5, 15, 60, 120}) {
        ++looks;
        QTRY_VERIFY(m_delivery->waitsAfter(looks));
        m_delivery->advance(std::chrono::seconds(seconds));
    }
    QTRY_COMPARE(m_delivery->desk().outbox().first().state, OutboxState::Failed);
    QCOMPARE(m_delivery->desk().outbox().first().lastFailure.code, QByteArray("exchange.message-not-found"));
    QCOMPARE(m_delivery->desk().outbox().first().attempts, 5);
    QTRY_COMPARE(m_delivery->desk().reservations().first().exchangeState, ExchangeState::Failed);
    QVERIFY(m_delivery->mails().mails().isEmpty());
    // It came after all; a person tries again.
    m_delivery->exchange().hideRequests(false);
    m_delivery->desk().ask(CommandKind::RetryOutbox,
                           {{QStringLiteral("id"), QString::number(m_delivery->desk().outbox().first().id.value)}});
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
    QCOMPARE(m_delivery->operations(), QStringList{QStringLiteral("respond")});
}

// The mailbox has a version that the agent has not received: nobody is answered, by no way.
void TestExchangeAnswers::R_ANSWER_aNewerRequestIsWaitedForAndMissed()
{
    const ServerProfileId server = m_delivery->addServer();
    m_delivery->setMailServer();
    m_delivery->exchange().refuseAlways(
        Error("exchange.newer-awaited", {{QStringLiteral("mailbox"), cr1Mailbox}}, true));
    QVERIFY(m_delivery->host().start());
    m_delivery->request(m_delivery->desk().meeting());
    const auto answer = [this] { return m_delivery->desk().outbox().first(); };
    for (int attempt = 1; attempt <= 7; ++attempt) {
        QTRY_VERIFY(m_delivery->waitsAfter(attempt));
        QCOMPARE(answer().lastFailure.code, QByteArray("exchange.newer-awaited"));
        QCOMPARE(answer().nextAttempt, m_delivery->desk().clock().now() + Minutes(5));
        m_delivery->advance(Minutes(5));
    }
    QTRY_VERIFY(m_delivery->waitsAfter(8));
    QCOMPARE(m_delivery->traceCodes().count("answer.newer-awaited"), 1);
    QTRY_COMPARE(m_delivery->stateOf(server).value_or(ServerState()).standing, ServerStanding::Ready);
    // It does not come: a person has to look for it.
    m_delivery->advance(std::chrono::hours(24));
    QTRY_COMPARE(answer().state, OutboxState::Failed);
    QCOMPARE(answer().lastFailure.code, QByteArray("exchange.newer-missing"));
    const QString said = sentence(answer().lastFailure);
    QVERIFY2(said.contains(cr1Mailbox) && !said.contains(QLatin1Char('{')), qPrintable(said));
    QTRY_COMPARE(m_delivery->desk().reservations().first().exchangeState, ExchangeState::Failed);
    QVERIFY(m_delivery->mails().mails().isEmpty());
    // It comes after all.
    m_delivery->exchange().refuse({});
    MeetingMail moved = m_delivery->desk().meeting();
    moved.sequence = 1;
    moved.range.start += std::chrono::hours(2);
    moved.range.end += std::chrono::hours(2);
    m_delivery->request(moved);
    QTRY_COMPARE(m_delivery->desk().reservations().first().exchangeState, ExchangeState::InExchange);
    QCOMPARE(answer().state, OutboxState::GivenUp);
    QCOMPARE(answer().lastFailure.code, QByteArray("outbox.outdated"));
    QCOMPARE(m_delivery->operations(), QStringList{QStringLiteral("respond")});
}

void TestExchangeAnswers::R_SERVERS_longestDomainDecides()
{
    const ServerProfileId company = m_delivery->addServer();
    const ServerProfileId rooms = m_delivery->addServer({QStringLiteral("reserve.mycompany.com")});
    m_delivery->setMailServer();
    QVERIFY(m_delivery->host().start());
    m_delivery->request(m_delivery->desk().meeting());
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
    QTRY_COMPARE(m_delivery->stateOf(rooms).value_or(ServerState()).standing, ServerStanding::Ready);
    QCOMPARE(m_delivery->stateOf(company).value_or(ServerState()).standing, ServerStanding::Unproven);
}

void TestExchangeAnswers::R_SERVERS_mailOnlyAndNobodysRoomsAreAnsweredByMail()
{
    m_delivery->addServer({QStringLiteral("elsewhere.example")});
    m_delivery->addServer({QStringLiteral("reserve.mycompany.com")}, ServerKind::MailOnly);
    m_delivery->setMailServer();
    QVERIFY(m_delivery->host().start());
    m_delivery->request(m_delivery->desk().meeting());
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
    QCOMPARE(m_delivery->mails().mails().size(), 2);
    QCOMPARE(m_delivery->exchange().requestCount(), 0);
    QVERIFY(m_delivery->traceCodes().contains("outbox.delivered"));
    m_delivery->expectReplyFromTheRoom(m_delivery->mails().mails().first());
}

void TestExchangeAnswers::R_SERVERS_mailOnlyWaitsForAnOutgoingServer()
{
    m_delivery->addServer({QStringLiteral("mycompany.com")}, ServerKind::MailOnly);
    QVERIFY(m_delivery->host().start());
    m_delivery->request(m_delivery->desk().meeting());
    QTRY_COMPARE(m_delivery->desk().outbox().size(), 2);
    QTRY_COMPARE(m_delivery->desk().outbox().last().lastFailure.code, QByteArray("outbox.no-outgoing-server"));
    for (const OutboxEntry& entry : m_delivery->desk().outbox()) {
        QCOMPARE(entry.state, OutboxState::Waiting);
        QCOMPARE(entry.attempts, 0);
    }
    m_delivery->setMailServer();
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
    QCOMPARE(m_delivery->mails().mails().size(), 2);
    m_delivery->expectReplyFromTheRoom(m_delivery->mails().mails().first());
    QTRY_COMPARE(m_delivery->desk().reservations().first().exchangeState, ExchangeState::AnsweredByMail);
    QCOMPARE(m_delivery->exchange().requestCount(), 0);
}

void TestExchangeAnswers::R_SERVERS_ordersOfAMailOnlyRoomWaitForACalendar()
{
    const ServerProfileId server
        = m_delivery->addServer({QStringLiteral("reserve.mycompany.com")}, ServerKind::MailOnly);
    m_delivery->setMailServer();
    QVERIFY(m_delivery->host().start());
    m_delivery->order(CalendarAction::Create, "r1");
    QTRY_VERIFY(m_delivery->waitsAfter(1));
    QCOMPARE(m_delivery->desk().outbox().first().lastFailure.code, QByteArray("outbox.no-calendar-server"));
    QCOMPARE(m_delivery->desk().outbox().first().nextAttempt, m_delivery->desk().clock().now() + Minutes(5));
    // It stands in the way of no mail.
    m_delivery->request(m_delivery->desk().meeting());
    QTRY_COMPARE(m_delivery->mails().mails().size(), 2);
    m_delivery->setKind(server, ServerKind::Ews);
    m_delivery->advance(Minutes(5));
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
    QCOMPARE(m_delivery->operations(), QStringList{QStringLiteral("create")});
}

void TestExchangeAnswers::R_ANSWER_aMailedAnswerThatIsRefusedFailsVisibly()
{
    m_delivery->addServer({QStringLiteral("reserve.mycompany.com")}, ServerKind::MailOnly);
    m_delivery->setMailServer();
    m_delivery->mails().answerRecipient(QString::fromLatin1(nour), "550 5.1.1 no such user");
    QVERIFY(m_delivery->host().start());
    m_delivery->request(m_delivery->desk().meeting());
    QTRY_COMPARE(m_delivery->desk().outbox().size(), 2);
    QTRY_COMPARE(m_delivery->desk().outbox().first().state, OutboxState::Failed);
    QVERIFY(m_delivery->desk().outbox().first().remoteText.contains(QStringLiteral("no such user")));
    QTRY_COMPARE(m_delivery->desk().reservations().first().exchangeState, ExchangeState::Failed);
    m_delivery->mails().answerAsUsual();
    m_delivery->desk().ask(CommandKind::RetryOutbox,
                           {{QStringLiteral("id"), QString::number(m_delivery->desk().outbox().first().id.value)}});
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
}

void TestExchangeAnswers::withoutOutgoingServerMailGoesThroughTheProfile()
{
    m_delivery->addServer({QStringLiteral("mycompany.com")}, ServerKind::Graph);
    QVERIFY(m_delivery->host().start());
    m_delivery->request(m_delivery->desk().meeting());
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
    QCOMPARE(m_delivery->operations(), (QStringList{QStringLiteral("respond"), QStringLiteral("mail")}));
    const ServerEffect mail = m_delivery->exchange().effects().last();
    QCOMPARE(mail.mailbox, cr1Mailbox);
    QCOMPARE(mail.comment, QString::fromLatin1(nour));
    QVERIFY(mail.key.contains("From: CR1@reserve.mycompany.com") || mail.key.contains("<CR1@reserve.mycompany.com>"));
    QVERIFY(m_delivery->mails().mails().isEmpty());
}

void TestExchangeAnswers::K4_lostAnswerSendsNoSecondMail_data()
{
    QTest::addColumn<bool>("isLate");
    QTest::newRow("the copy is there") << false;
    QTest::newRow("the copy comes late") << true;
}

void TestExchangeAnswers::K4_lostAnswerSendsNoSecondMail()
{
    QFETCH(const bool, isLate);
    m_delivery->addServer({QStringLiteral("mycompany.com")}, ServerKind::Graph);
    QVERIFY(m_delivery->host().start());
    m_delivery->request(m_delivery->desk().meeting());
    const auto mail = [this] { return m_delivery->desk().outbox().last(); };
    QTRY_COMPARE(m_delivery->desk().outbox().size(), 2);
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
    QCOMPARE(mail().earlier, EarlierAttempt::None);
    // Another one, whose answer gets lost.
    OutboxEntry second = mail();
    second.id = {};
    second.state = OutboxState::Waiting;
    second.attempts = 0;
    second.traceId = {};
    second.reservationId = {};
    second.lane.clear();
    second.messageId = QStringLiteral("second@reserve.mycompany.com");
    second.nextAttempt = m_delivery->desk().clock().now();
    m_delivery->exchange().loseNextAnswer();
    m_delivery->desk().store().write([=](WriteUnit& unit) { return unit.outbox().append(second); });
    QTRY_COMPARE(mail().earlier, EarlierAttempt::Asked);
    QCOMPARE(mail().state, OutboxState::Waiting);
    QCOMPARE(m_delivery->operations().count(QStringLiteral("mail")), 2);
    if (isLate) {
        m_delivery->exchange().hideCopies(true);
        m_delivery->advance(Minutes(5));
        QTRY_COMPARE(mail().lastFailure.code, QByteArray("exchange.copy-awaited"));
        QTRY_COMPARE(mail().state, OutboxState::Waiting);
        QCOMPARE(mail().nextAttempt, m_delivery->desk().clock().now() + std::chrono::seconds(30));
        m_delivery->exchange().hideCopies(false);
        m_delivery->advance(std::chrono::seconds(30));
    } else {
        m_delivery->advance(Minutes(5));
    }
    QTRY_COMPARE(mail().state, OutboxState::Done);
    QCOMPARE(m_delivery->operations().count(QStringLiteral("mail")), 2);
}

void TestExchangeAnswers::E9_whatExchangeDidIsNotDoneAgainForTheMailThatFailed()
{
    m_delivery->addServer();
    m_delivery->setMailServer();
    m_delivery->mails().answer("MAIL", "451 4.3.0 later");
    QVERIFY(m_delivery->host().start());
    m_delivery->request(m_delivery->desk().meeting());
    QTRY_COMPARE(m_delivery->desk().outbox().size(), 2);
    QTRY_VERIFY(m_delivery->desk().outbox().last().attempts == 1
                && m_delivery->desk().outbox().last().state == OutboxState::Waiting);
    QCOMPARE(m_delivery->desk().outbox().first().state, OutboxState::Done);
    m_delivery->mails().answerAsUsual();
    m_delivery->advance(Minutes(5));
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
    QCOMPARE(m_delivery->exchange().requestCount(), 1);
    QCOMPARE(m_delivery->mails().mails().size(), 1);
}

QTEST_GUILESS_MAIN(TestExchangeAnswers)
#include "tst_exchangeanswers.moc"
