// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/secrets/secretstore.h"
#include "models/wording/wording.h"
#include "tests/support/deliverydesk.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const Error unreachable("exchange.unreachable", {{QStringLiteral("host"), QStringLiteral("mail.mycompany.com")}}, true);

} // namespace

// What leaves the outbox for an Exchange that misbehaves: pauses, repeats and what a person is told of it.
class TestExchangeDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_delivery = std::make_unique<DeliveryDesk>(); }
    void cleanup() { m_delivery.reset(); }

    void R_RETRY_outageCostsOnlyTime_data();
    void R_RETRY_outageCostsOnlyTime();
    void R_RETRY_oneServerAwayHoldsBackNobodyElse();
    void R_RETRY_refusedPasswordIsTriedOnce();
    void R_RETRY_anotherSecretResumes();
    void R_RETRY_throttledGoesOnByItself();
    void R_RETRY_permanentFailureStopsVisibly();
    void E6_conflictIsLookedAtAgain();
    void R_RETRY_retryOfAServerTakesWhatFailedThere();
    void missingSecretIsSaidOfTheServer();
    void K4_lostAnswerMakesNoSecondItem();
    void E11_blockedEwsStandsStillAndOffersGraph();
    void ordersOfOneReservationKeepTheirOrder();
    void aSeriesBecomesOneItem();
    void probeSaysWhatItFound();
    void E7_probeTellsWhoAnswersFirst();
    void probeOfNothing();

private:
    std::unique_ptr<DeliveryDesk> m_delivery;
};

void TestExchangeDelivery::R_RETRY_outageCostsOnlyTime_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("nobody answers") << QByteArray("exchange.unreachable");
    QTest::newRow("its address is not found") << QByteArray("exchange.autodiscover-nothing");
}

void TestExchangeDelivery::R_RETRY_outageCostsOnlyTime()
{
    QFETCH(const QByteArray, code);
    const ServerProfileId server = m_delivery->addServer();
    m_delivery->setMailServer();
    m_delivery->exchange().refuseAlways(Error(code, unreachable.arguments(), true));
    QVERIFY(m_delivery->host().start());
    for (int number = 0; number < 6; ++number)
        m_delivery->request(m_delivery->meetingNumber(number));
    QTRY_COMPARE(m_delivery->desk().outbox().size(), 12);
    // Reserving goes on; one attempt tells that the server is away, and each entry says so.
    QCOMPARE(m_delivery->desk().reservations().size(), 6);
    QTRY_COMPARE(m_delivery->desk().outbox().at(10).lastFailure.code, code);
    QCOMPARE(m_delivery->exchange().requestCount(), 1);
    const ServerState away = m_delivery->stateOf(server).value_or(ServerState());
    QCOMPARE(away.standing, ServerStanding::Away);
    QCOMPARE(away.until, m_delivery->desk().clock().now() + Minutes(5));
    QCOMPARE(away.reason.code, code);
    // One probe in each interval.
    m_delivery->advance(Minutes(5));
    QTRY_COMPARE(m_delivery->exchange().requestCount(), 2);
    m_delivery->exchange().refuse({});
    m_delivery->advance(Minutes(5));
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
    QCOMPARE(m_delivery->operations().count(QStringLiteral("respond")), 6);
    QCOMPARE(m_delivery->mails().mails().size(), 6);
    QTRY_COMPARE(m_delivery->stateOf(server)->standing, ServerStanding::Ready);
}

void TestExchangeDelivery::R_RETRY_oneServerAwayHoldsBackNobodyElse()
{
    m_delivery->addServer();
    const ServerProfileId other = m_delivery->addServer({QStringLiteral("partner.example")});
    m_delivery->setMailServer();
    const QString cr3Mailbox = QStringLiteral("cr3@partner.example");
    const SpaceId cr3 = m_delivery->desk().store().addSpace(QStringLiteral("CR3"), cr3Mailbox);
    m_delivery->exchange().refuse(
        [](const QString& mailbox, int) { return mailbox == cr1Mailbox ? std::optional(unreachable) : std::nullopt; });
    QVERIFY(m_delivery->host().start());
    m_delivery->request(m_delivery->desk().meeting());
    QTRY_VERIFY(m_delivery->waitsAfter(1));
    OutboxEntry entry = m_delivery->desk().outbox().first();
    entry.id = {};
    entry.spaceId = cr3;
    entry.lane = QStringLiteral("of cr3");
    entry.state = OutboxState::Waiting;
    entry.traceId = {};
    entry.reservationId = {};
    entry.nextAttempt = m_delivery->desk().clock().now();
    const OutboxId free
        = m_delivery->desk().store().write([=](WriteUnit& unit) { return unit.outbox().append(entry); });
    QTRY_COMPARE(m_delivery->desk().store().read([=](const ReadUnit& unit) { return unit.outbox().find(free); })->state,
                 OutboxState::Done);
    QCOMPARE(m_delivery->exchange().effects().last().mailbox, cr3Mailbox);
    QTRY_COMPARE(m_delivery->stateOf(other).value_or(ServerState()).standing, ServerStanding::Ready);
    QCOMPARE(m_delivery->desk().outbox().first().state, OutboxState::Waiting);
}

void TestExchangeDelivery::R_RETRY_refusedPasswordIsTriedOnce()
{
    const ServerProfileId server = m_delivery->addServer();
    m_delivery->setMailServer();
    m_delivery->exchange().refuseAlways(
        Error("exchange.credentials-refused", {{QStringLiteral("user"), QStringLiteral("svc")}}));
    QVERIFY(m_delivery->host().start());
    for (int number = 0; number < 5; ++number)
        m_delivery->request(m_delivery->meetingNumber(number));
    QTRY_COMPARE(m_delivery->desk().outbox().size(), 10);
    QTRY_COMPARE(m_delivery->stateOf(server).value_or(ServerState()).standing, ServerStanding::Paused);
    QTRY_COMPARE(m_delivery->desk().outbox().at(8).lastFailure.code, QByteArray("exchange.credentials-refused"));
    m_delivery->advance(std::chrono::hours(3));
    const CommandId reload = m_delivery->desk().ask(CommandKind::ReloadSettings);
    QTRY_VERIFY(m_delivery->desk().command(reload).doneAt != Instant());
    QTRY_COMPARE(m_delivery->desk().outbox().first().state, OutboxState::Waiting);
    QCOMPARE(m_delivery->exchange().requestCount(), 1);
    // A person has the password set right in the directory, and says so.
    m_delivery->exchange().refuse({});
    m_delivery->desk().ask(CommandKind::RetryOutbox, {{QStringLiteral("profile"), QString::number(server.value)}});
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
    QCOMPARE(m_delivery->exchange().madeWith().size(), 2); // a client that was refused does not ask again
}

void TestExchangeDelivery::R_RETRY_anotherSecretResumes()
{
    m_delivery->exchange().askForSecret(outgoingPasswordName);
    m_delivery->host().secrets().write(outgoingPasswordName, SecretString("wrong")).waitForFinished();
    const ServerProfileId server = m_delivery->addServer();
    m_delivery->setMailServer();
    m_delivery->exchange().refuseAlways(Error("exchange.credentials-refused"));
    QVERIFY(m_delivery->host().start());
    m_delivery->request(m_delivery->desk().meeting());
    QTRY_COMPARE(m_delivery->stateOf(server).value_or(ServerState()).standing, ServerStanding::Paused);
    // Settings are looked at again, with the same password: nothing is tried.
    const CommandId reload = m_delivery->desk().ask(CommandKind::ReloadSettings);
    QTRY_VERIFY(m_delivery->desk().command(reload).doneAt != Instant());
    QCOMPARE(m_delivery->exchange().madeWith().size(), 1);
    m_delivery->exchange().refuse({});
    m_delivery->host().secrets().write(outgoingPasswordName, SecretString("right")).waitForFinished();
    m_delivery->desk().ask(CommandKind::ReloadSettings);
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
    QCOMPARE(m_delivery->exchange().madeWith().size(), 2);
    QCOMPARE(m_delivery->exchange().madeWith().last().value(outgoingPasswordName).reveal().toByteArray(),
             QByteArray("right"));
}

void TestExchangeDelivery::R_RETRY_throttledGoesOnByItself()
{
    const ServerProfileId server = m_delivery->addServer();
    m_delivery->setMailServer();
    m_delivery->exchange().refuseNext(
        1, Error("exchange.throttled", {{QStringLiteral("hint"), QStringLiteral("7200000")}}, true));
    QVERIFY(m_delivery->host().start());
    m_delivery->request(m_delivery->desk().meeting());
    QTRY_COMPARE(m_delivery->stateOf(server).value_or(ServerState()).standing, ServerStanding::Throttled);
    // Above an hour counts as an hour, and is shown.
    QCOMPARE(m_delivery->stateOf(server)->until, m_delivery->desk().clock().now() + std::chrono::hours(1));
    QCOMPARE(m_delivery->stateOf(server)->reason.arguments.value(QStringLiteral("until")),
             toIso(m_delivery->stateOf(server)->until));
    QTRY_VERIFY(m_delivery->waitsAfter(1));
    m_delivery->advance(Minutes(59));
    QTRY_COMPARE(m_delivery->desk().outbox().first().state, OutboxState::Waiting);
    QCOMPARE(m_delivery->exchange().requestCount(), 1);
    m_delivery->advance(Minutes(1));
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
}

void TestExchangeDelivery::R_RETRY_permanentFailureStopsVisibly()
{
    m_delivery->addServer();
    m_delivery->setMailServer();
    m_delivery->exchange().refuseNext(1,
                                      Error("exchange.access-denied",
                                            {{QStringLiteral("mailbox"), cr1Mailbox},
                                             {QStringLiteral("remote"), QStringLiteral("ErrorAccessDenied")}}));
    QVERIFY(m_delivery->host().start());
    m_delivery->request(m_delivery->meetingNumber(0));
    QTRY_COMPARE(m_delivery->desk().outbox().value(0).state, OutboxState::Failed);
    QCOMPARE(m_delivery->desk().outbox().first().remoteText, QStringLiteral("ErrorAccessDenied"));
    QCOMPARE(m_delivery->desk().outbox().last().state, OutboxState::Waiting); // the same meeting waits
    m_delivery->request(m_delivery->meetingNumber(1));                        // another does not
    QTRY_COMPARE(m_delivery->desk().outbox().size(), 4);
    QTRY_COMPARE(m_delivery->desk().outbox().at(3).state, OutboxState::Done);
    QTRY_COMPARE(m_delivery->desk().reservations().first().exchangeState, ExchangeState::Failed);
    QVERIFY(m_delivery->traceCodes().contains("exchange.access-denied"));
    // Given up with a reason: what waited behind it goes on.
    const OutboxId id = m_delivery->desk().outbox().first().id;
    m_delivery->desk().store().write([=](WriteUnit& unit) {
        return unit.outbox().giveUp(id, QStringLiteral("told by phone"), QStringLiteral("test"));
    });
    QTRY_COMPARE(m_delivery->desk().outbox().at(1).state, OutboxState::Done);
    QCOMPARE(m_delivery->desk().outbox().first().state, OutboxState::GivenUp);
}

void TestExchangeDelivery::E6_conflictIsLookedAtAgain()
{
    m_delivery->addServer();
    m_delivery->exchange().refuseNext(2, Error("exchange.item-changed", {}, true));
    QVERIFY(m_delivery->host().start());
    m_delivery->order(CalendarAction::Create, "r1");
    QTRY_VERIFY(m_delivery->waitsAfter(1));
    m_delivery->advance(std::chrono::seconds(5));
    QTRY_VERIFY(m_delivery->waitsAfter(2));
    m_delivery->advance(std::chrono::seconds(15));
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
    QCOMPARE(m_delivery->operations(), QStringList{QStringLiteral("create")});
}

void TestExchangeDelivery::R_RETRY_retryOfAServerTakesWhatFailedThere()
{
    const ServerProfileId server = m_delivery->addServer();
    m_delivery->exchange().refuseNext(2, Error("exchange.access-denied"));
    QVERIFY(m_delivery->host().start());
    m_delivery->order(CalendarAction::Create, "r1");
    m_delivery->order(CalendarAction::Create, "r2");
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Failed));
    m_delivery->desk().ask(CommandKind::RetryOutbox); // what waits; what failed is another matter
    m_delivery->desk().ask(CommandKind::RetryOutbox, {{QStringLiteral("profile"), QString::number(server.value + 1)}});
    const CommandId last = m_delivery->desk().ask(CommandKind::ReloadSettings);
    QTRY_VERIFY(m_delivery->desk().command(last).doneAt != Instant());
    QVERIFY(m_delivery->allIn(OutboxState::Failed));
    m_delivery->desk().ask(CommandKind::RetryOutbox, {{QStringLiteral("profile"), QString::number(server.value)}});
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
    QCOMPARE(m_delivery->operations(), (QStringList{QStringLiteral("create"), QStringLiteral("create")}));
}

void TestExchangeDelivery::missingSecretIsSaidOfTheServer()
{
    m_delivery->exchange().askForSecret(outgoingPasswordName);
    const ServerProfileId server = m_delivery->addServer();
    QVERIFY(m_delivery->host().start());
    m_delivery->order(CalendarAction::Create, "r1");
    QTRY_COMPARE(m_delivery->stateOf(server).value_or(ServerState()).missingSecrets, QStringList{outgoingPasswordName});
    QCOMPARE(m_delivery->stateOf(server)->standing, ServerStanding::Paused);
    QTRY_COMPARE(m_delivery->desk().outbox().first().lastFailure.code, QByteArray("outbox.server-secret-missing"));
    QCOMPARE(m_delivery->desk().outbox().first().attempts, 0);
    QCOMPARE(m_delivery->exchange().madeWith().size(), 0);
    m_delivery->host().secrets().write(outgoingPasswordName, SecretString("here")).waitForFinished();
    m_delivery->desk().ask(CommandKind::ReloadSettings);
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
    QTRY_VERIFY(m_delivery->stateOf(server)->missingSecrets.isEmpty());
}

void TestExchangeDelivery::K4_lostAnswerMakesNoSecondItem()
{
    m_delivery->addServer();
    QVERIFY(m_delivery->host().start());
    m_delivery->exchange().loseNextAnswer();
    m_delivery->order(CalendarAction::Create, "r1");
    QTRY_VERIFY(m_delivery->waitsAfter(1));
    m_delivery->advance(Minutes(5));
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
    QCOMPARE(m_delivery->operations(), QStringList{QStringLiteral("create")});
}

void TestExchangeDelivery::E11_blockedEwsStandsStillAndOffersGraph()
{
    const ServerProfileId server = m_delivery->addServer();
    m_delivery->setMailServer();
    m_delivery->exchange().refuseAlways(Error("exchange.ews-blocked"));
    QVERIFY(m_delivery->host().start());
    for (int number = 0; number < 3; ++number)
        m_delivery->request(m_delivery->meetingNumber(number));
    QTRY_COMPARE(m_delivery->desk().outbox().size(), 6);
    QTRY_COMPARE(m_delivery->stateOf(server).value_or(ServerState()).standing, ServerStanding::Paused);
    QTRY_COMPARE(m_delivery->desk().outbox().at(4).lastFailure.code, QByteArray("exchange.ews-blocked"));
    QVERIFY(sentence(m_delivery->desk().outbox().at(4).lastFailure).contains(QStringLiteral("Microsoft Graph")));
    m_delivery->advance(std::chrono::hours(3));
    QCOMPARE(m_delivery->exchange().requestCount(), 1);
    // As the sentence says: the kind of the server is set to Graph.
    m_delivery->exchange().refuse({});
    m_delivery->setKind(server, ServerKind::Graph);
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
}

void TestExchangeDelivery::ordersOfOneReservationKeepTheirOrder()
{
    m_delivery->addServer();
    QVERIFY(m_delivery->host().start());
    m_delivery->exchange().refuseAlways(unreachable);
    m_delivery->order(CalendarAction::Create, "r1");
    m_delivery->order(CalendarAction::Update, "r1");
    m_delivery->order(CalendarAction::Cancel, "r1");
    QTRY_VERIFY(m_delivery->waitsAfter(1));
    m_delivery->exchange().refuse({});
    m_delivery->advance(Minutes(5));
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
    QCOMPARE(m_delivery->operations(),
             (QStringList{QStringLiteral("create"), QStringLiteral("update"), QStringLiteral("cancel")}));
    // Somebody removed it in Exchange: an update says so, a cancellation is content.
    m_delivery->order(CalendarAction::Update, "r1");
    QTRY_COMPARE(m_delivery->desk().outbox().last().state, OutboxState::Failed);
    QCOMPARE(m_delivery->desk().outbox().last().lastFailure.code, QByteArray("exchange.item-gone"));
    m_delivery->order(CalendarAction::Cancel, "r2");
    QTRY_COMPARE(m_delivery->desk().outbox().last().state, OutboxState::Done);
}

void TestExchangeDelivery::aSeriesBecomesOneItem()
{
    m_delivery->addServer();
    QVERIFY(m_delivery->host().start());
    m_delivery->order(CalendarAction::Create, "s1",
                      "RRULE:FREQ=WEEKLY;COUNT=4\r\nEXDATE;TZID=Europe/Berlin:20261127T100000");
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
    QCOMPARE(m_delivery->operations(), QStringList{QStringLiteral("create")});
    m_delivery->order(CalendarAction::Create, "s2", "RRULE:FREQ=SOMETIMES");
    QTRY_COMPARE(m_delivery->desk().outbox().last().state, OutboxState::Failed);
    QCOMPARE(m_delivery->desk().outbox().last().lastFailure.code, QByteArray("itip.rule-unreadable"));
}

void TestExchangeDelivery::probeSaysWhatItFound()
{
    const ServerProfileId server = m_delivery->addServer();
    QVERIFY(m_delivery->host().start());
    const Arguments arguments{{QStringLiteral("profile"), QString::number(server.value)},
                              {QStringLiteral("mailbox"), cr1Mailbox}};
    const CommandId well = m_delivery->desk().ask(CommandKind::ProbeServer, arguments);
    QTRY_VERIFY(m_delivery->desk().command(well).doneAt != Instant());
    QCOMPARE(m_delivery->desk().command(well).outcome.code, QByteArray("server.reached"));
    QCOMPARE(m_delivery->desk().command(well).outcome.arguments.value(QStringLiteral("version")),
             QStringLiteral("Fake 1.0"));
    QCOMPARE(m_delivery->desk().command(well).outcome.arguments.value(QStringLiteral("mailbox")), cr1Mailbox);
    QTRY_COMPARE(m_delivery->stateOf(server).value_or(ServerState()).standing, ServerStanding::Ready);

    m_delivery->exchange().refuseAlways(Error("exchange.credentials-refused"));
    const CommandId refused = m_delivery->desk().ask(CommandKind::ProbeServer, arguments);
    QTRY_COMPARE(m_delivery->desk().command(refused).outcome.code, QByteArray("exchange.credentials-refused"));
    QTRY_COMPARE(m_delivery->stateOf(server)->standing, ServerStanding::Paused);
    // Each asking of a person is one attempt; what it finds holds for delivery.
    m_delivery->exchange().refuse({});
    const CommandId again = m_delivery->desk().ask(CommandKind::ProbeServer, arguments);
    QTRY_COMPARE(m_delivery->desk().command(again).outcome.code, QByteArray("server.reached"));
    m_delivery->order(CalendarAction::Create, "r1");
    QTRY_VERIFY(m_delivery->allIn(OutboxState::Done));
}

void TestExchangeDelivery::E7_probeTellsWhoAnswersFirst()
{
    const ServerProfileId server = m_delivery->addServer();
    QVERIFY(m_delivery->host().start());
    const auto outcome = [&](const QString& mailbox) {
        const CommandId id = m_delivery->desk().ask(
            CommandKind::ProbeServer,
            {{QStringLiteral("profile"), QString::number(server.value)}, {QStringLiteral("mailbox"), mailbox}});
        [&] { QTRY_VERIFY(m_delivery->desk().isDone(id)); }();
        return m_delivery->desk().command(id).outcome;
    };
    const QString remedy
        = QStringLiteral("Set-CalendarProcessing -Identity \"%1\" -AutomateProcessing AutoUpdate").arg(cr1Mailbox);
    m_delivery->exchange().answerByItself(true);
    const Reason first = outcome(cr1Mailbox);
    QCOMPARE(first.code, QByteArray("server.answers-by-itself"));
    QVERIFY2(sentence(first).contains(remedy), qPrintable(sentence(first)));
    m_delivery->exchange().answerByItself({});
    const Reason unknown = outcome(cr1Mailbox);
    QCOMPARE(unknown.code, QByteArray("server.processing-unknown"));
    QVERIFY2(sentence(unknown).contains(remedy), qPrintable(sentence(unknown)));
    // Without a room there is nothing to ask about.
    QCOMPARE(outcome({}).code, QByteArray("server.reached"));
}

void TestExchangeDelivery::probeOfNothing()
{
    const ServerProfileId mailOnly = m_delivery->addServer({QStringLiteral("mycompany.com")}, ServerKind::MailOnly);
    QVERIFY(m_delivery->host().start());
    const CommandId unknown
        = m_delivery->desk().ask(CommandKind::ProbeServer, {{QStringLiteral("profile"), QStringLiteral("99")}});
    QTRY_COMPARE(m_delivery->desk().command(unknown).outcome.code, QByteArray("server-profile.missing"));
    const CommandId nothing = m_delivery->desk().ask(CommandKind::ProbeServer);
    QTRY_COMPARE(m_delivery->desk().command(nothing).outcome.code, QByteArray("agent.command-argument"));
    const CommandId mail = m_delivery->desk().ask(CommandKind::ProbeServer,
                                                  {{QStringLiteral("profile"), QString::number(mailOnly.value)}});
    QTRY_COMPARE(m_delivery->desk().command(mail).outcome.code, QByteArray("server.mail-only"));
    QCOMPARE(m_delivery->exchange().requestCount(), 0);
}

QTEST_GUILESS_MAIN(TestExchangeDelivery)
#include "tst_exchangedelivery.moc"
