// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/entities/calendarorder.h"
#include "models/mail/messagereader.h"
#include "models/secrets/secretstore.h"
#include "models/wording/wording.h"
#include "tests/support/agenthost.h"
#include "tests/support/fakegateway.h"
#include "tests/support/recordingsmtpserver.h"
#include "tests/support/requestdesk.h"
#include "tests/support/smtpdialog.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QByteArray nour = "nour.abbas@mycompany.com";
const QByteArray cr1 = "CR1@reserve.mycompany.com";
const QString cr1Mailbox = QString::fromLatin1(cr1);
const Error unreachable("exchange.unreachable", {{QStringLiteral("host"), QStringLiteral("mail.mycompany.com")}}, true);

} // namespace

// What leaves the outbox for an Exchange that remembers what it did, by the live agent.
class TestExchangeDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<RequestDesk>();
        m_mails = std::make_unique<RecordingSmtpServer>();
        QVERIFY(m_mails->listen());
        m_exchange = std::make_shared<FakeExchange>();
        AgentOptions options;
        options.gateways = m_exchange;
        m_host = std::make_unique<AgentHost>(m_desk->store().store(), options);
        m_desk->set(QStringLiteral("outgoing.security"), QStringLiteral("none"));
        m_desk->set(QStringLiteral("outgoing.from"), QStringLiteral("reserve@mycompany.com"));
    }
    void cleanup()
    {
        m_host.reset();
        m_exchange.reset();
        m_mails.reset();
        m_desk.reset();
    }

    void R_ANSWER_exchangeAnswers();
    void R_ANSWER_declineCarriesTheReason();
    void R_ANSWER_whatStandsSoAlreadyIsNotAnsweredAgain();
    void R_ANSWER_aRequestThatComesLateIsAnswered();
    void R_ANSWER_byMailWhereExchangeHasNoRequest();
    void R_ANSWER_notFoundFailsVisiblyWhereMailIsNotAllowed();
    void R_SERVERS_longestDomainDecides();
    void R_SERVERS_mailOnlyAndNobodysRoomsAreAnsweredByMail();
    void R_SERVERS_mailOnlyWaitsForAnOutgoingServer();
    void R_SERVERS_ordersOfAMailOnlyRoomWaitForACalendar();
    void R_ANSWER_aMailedAnswerThatIsRefusedFailsVisibly();
    void withoutOutgoingServerMailGoesThroughTheProfile();
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
    void E9_whatExchangeDidIsNotDoneAgainForTheMailThatFailed();
    void E11_blockedEwsStandsStillAndOffersGraph();
    void ordersOfOneReservationKeepTheirOrder();
    void aSeriesBecomesOneItem();
    void probeSaysWhatItFound();
    void probeOfNothing();

private:
    ServerProfileId addServer(const QStringList& domains, ServerKind kind = ServerKind::Ews, bool answersByMail = true)
    {
        ServerProfile profile;
        profile.name = QStringLiteral("server of ") + domains.value(0);
        profile.kind = kind;
        profile.mailDomains = domains;
        profile.answersByMail = answersByMail;
        return m_desk->store().write([=](WriteUnit& unit) {
            return unit.serverProfiles().save(profile, QStringLiteral("test"));
        });
    }
    ServerProfileId addServer() { return addServer({QStringLiteral("mycompany.com")}); }
    void setKind(ServerProfileId id, ServerKind kind)
    {
        m_desk->store().write([=](WriteUnit& unit) {
            ServerProfile profile = unit.serverProfiles().find(id).value().value();
            profile.kind = kind;
            return unit.serverProfiles().save(profile, QStringLiteral("test"));
        });
    }
    void setMailServer()
    {
        m_desk->set(QStringLiteral("outgoing.port"), QString::number(m_mails->port()));
        m_desk->set(QStringLiteral("outgoing.host"), QStringLiteral("127.0.0.1"));
    }
    void request(const MeetingMail& mail)
    {
        SmtpDialog client(m_host->port());
        client.open();
        QCOMPARE(SmtpDialog::code(client.deliver(nour, {cr1}, composeMeeting(mail).bytes)), 250);
    }
    MeetingMail meetingNumber(int number)
    {
        MeetingMail mail = m_desk->meeting();
        mail.uid = QStringLiteral("meeting-%1@mycompany.com").arg(number);
        mail.identity.messageId = QStringLiteral("<meeting-%1@mycompany.com>").arg(number);
        mail.range.start += std::chrono::days(number);
        mail.range.end += std::chrono::days(number);
        return mail;
    }
    OutboxId order(CalendarAction action, const QByteArray& mark, const QByteArray& recurrence = {})
    {
        CalendarOrder order;
        order.action = action;
        order.mark = mark;
        order.mailbox = cr1Mailbox;
        order.subject = QStringLiteral("Board meeting");
        order.time = {at("2026-11-20T09:00:00Z"), at("2026-11-20T10:00:00Z")};
        order.timeZone = "Europe/Berlin";
        order.recurrence = recurrence;
        OutboxEntry entry;
        entry.kind = OutboxKind::CalendarOrder;
        entry.lane = QString::fromLatin1(mark);
        entry.spaceId = m_desk->cr1();
        entry.recipient = order.mailbox;
        entry.payload = toJson(order);
        entry.createdAt = entry.nextAttempt = m_desk->clock().now();
        return m_desk->store().write([=](WriteUnit& unit) { return unit.outbox().append(entry); });
    }
    bool allIn(OutboxState state)
    {
        const QList<OutboxEntry> entries = m_desk->outbox();
        return !entries.isEmpty()
            && std::all_of(entries.begin(), entries.end(), [state](const OutboxEntry& e) { return e.state == state; });
    }
    bool waitsAfter(int attempts)
    {
        const QList<OutboxEntry> entries = m_desk->outbox();
        return !entries.isEmpty() && entries.first().attempts == attempts
            && entries.first().state == OutboxState::Waiting;
    }
    CommandId ask(CommandKind kind, const Arguments& arguments = {})
    {
        Command command;
        command.kind = kind;
        command.arguments = arguments;
        command.actor = QStringLiteral("test");
        return m_desk->store().write([=](WriteUnit& unit) { return unit.commands().append(command); });
    }
    Command command(CommandId id)
    {
        return m_desk->store().read([id](const ReadUnit& unit) { return unit.commands().find(id); }).value();
    }
    // The agent looks when something moves, and within half a minute by itself.
    void advance(Milliseconds by)
    {
        m_desk->clock().advance(by);
        m_desk->set(QStringLiteral("store.keep-trace-days"), QString::number(++m_days));
    }
    std::optional<ServerState> stateOf(ServerProfileId id)
    {
        const auto states = m_desk->store().read([](const ReadUnit& unit) { return unit.agent().serverStates(); });
        const auto found = std::find_if(states.begin(), states.end(), [id](const ServerState& s) { return s.profileId == id; });
        return found == states.end() ? std::nullopt : std::optional(*found);
    }
    QByteArrayList traceCodes()
    {
        const Trace trace = m_desk->store().read([](const ReadUnit& unit) -> Result<Trace> {
            return unit.traces().find(TraceId{1}).value().value();
        });
        QByteArrayList codes;
        for (const TraceStep& step : trace.steps)
            codes.append(step.reason.code);
        return codes;
    }
    static void expectReplyFromTheRoom(const RecordedMail& mail)
    {
        QCOMPARE(mail.sender, QStringLiteral("reserve@mycompany.com"));
        QCOMPARE(mail.recipients, QStringList{QString::fromLatin1(nour)});
        const auto read = readMessage(mail.content);
        QVERIFY(read.has_value() && read->calendar.has_value());
        QCOMPARE(read->from.address, cr1Mailbox);
        QCOMPARE(read->calendar->method(), QByteArray("REPLY"));
    }
    QStringList operations()
    {
        QStringList operations;
        for (const ServerEffect& effect : m_exchange->effects())
            operations.append(effect.operation);
        return operations;
    }

    std::unique_ptr<RequestDesk> m_desk;
    std::unique_ptr<RecordingSmtpServer> m_mails;
    std::shared_ptr<FakeExchange> m_exchange;
    std::unique_ptr<AgentHost> m_host;
    int m_days = 400;
};

void TestExchangeDelivery::R_ANSWER_exchangeAnswers()
{
    addServer();
    setMailServer();
    QVERIFY(m_host->start());
    request(m_desk->meeting());
    QTRY_VERIFY(allIn(OutboxState::Done));
    QCOMPARE(operations(), QStringList{QStringLiteral("respond")});
    QCOMPARE(m_exchange->effects().first().mailbox, cr1Mailbox);
    QVERIFY(m_exchange->effects().first().key.startsWith(m_desk->meeting().uid.toUtf8()));
    // The confirmation is a mail still, and the only one.
    QCOMPARE(m_mails->mails().size(), 1);
    QVERIFY(!m_mails->mails().first().content.contains("METHOD:REPLY"));
    QTRY_COMPARE(m_desk->reservations().first().exchangeState, ExchangeState::InExchange);
    QVERIFY(traceCodes().contains("answer.by-exchange"));
}

void TestExchangeDelivery::R_ANSWER_declineCarriesTheReason()
{
    addServer();
    setMailServer();
    QVERIFY(m_host->start());
    request(m_desk->meeting());
    MeetingMail other = m_desk->meeting();
    other.uid = QStringLiteral("another-meeting@mycompany.com");
    request(other);
    QTRY_COMPARE(m_desk->outbox().size(), 3);
    QTRY_VERIFY(allIn(OutboxState::Done));
    const ServerEffect declined = m_exchange->effects().last();
    QVERIFY(declined.key.endsWith(QByteArray::number(int(ResponseKind::Decline))));
    QVERIFY(declined.comment.contains(QStringLiteral("CR2 Aurora"))); // a room that is free
}

void TestExchangeDelivery::R_ANSWER_whatStandsSoAlreadyIsNotAnsweredAgain()
{
    addServer();
    setMailServer();
    m_exchange->loseNextAnswer();
    QVERIFY(m_host->start());
    request(m_desk->meeting());
    QTRY_VERIFY(waitsAfter(1));
    advance(Minutes(5));
    QTRY_VERIFY(allIn(OutboxState::Done));
    QCOMPARE(operations(), QStringList{QStringLiteral("respond")});
    QVERIFY(traceCodes().contains("answer.already"));
}

void TestExchangeDelivery::R_ANSWER_aRequestThatComesLateIsAnswered()
{
    addServer();
    setMailServer();
    m_exchange->hideRequests(true);
    QVERIFY(m_host->start());
    request(m_desk->meeting());
    QTRY_VERIFY(waitsAfter(1));
    QCOMPARE(m_desk->outbox().first().nextAttempt, m_desk->clock().now() + std::chrono::seconds(5));
    QVERIFY(traceCodes().contains("answer.awaited"));
    m_exchange->hideRequests(false);
    advance(std::chrono::seconds(5));
    QTRY_VERIFY(allIn(OutboxState::Done));
    QCOMPARE(operations(), QStringList{QStringLiteral("respond")});
    QCOMPARE(m_mails->mails().size(), 1); // the confirmation
}

void TestExchangeDelivery::R_ANSWER_byMailWhereExchangeHasNoRequest()
{
    addServer();
    setMailServer();
    m_exchange->hideRequests(true);
    QVERIFY(m_host->start());
    request(m_desk->meeting());
    const QList<std::chrono::seconds> waits{std::chrono::seconds(5), std::chrono::seconds(15), std::chrono::seconds(60),
                                            std::chrono::seconds(120)};
    for (int look = 1; look <= waits.size(); ++look) {
        QTRY_VERIFY(waitsAfter(look));
        QCOMPARE(m_desk->outbox().first().lastFailure.code, QByteArray("exchange.message-not-found"));
        QCOMPARE(m_desk->outbox().first().looks, look);
        advance(waits.at(look - 1));
    }
    QTRY_VERIFY(allIn(OutboxState::Done));
    QCOMPARE(m_exchange->requestCount(), 5); // the last look is one too
    QCOMPARE(m_mails->mails().size(), 2);
    QVERIFY(operations().isEmpty());
    const QByteArrayList codes = traceCodes();
    QVERIFY(codes.contains("answer.not-in-exchange"));
    QCOMPARE(codes.count("answer.by-mail"), 1);
    expectReplyFromTheRoom(m_mails->mails().first());
    QTRY_COMPARE(m_desk->reservations().first().exchangeState, ExchangeState::InExchange);
}

void TestExchangeDelivery::R_ANSWER_notFoundFailsVisiblyWhereMailIsNotAllowed()
{
    addServer({QStringLiteral("mycompany.com")}, ServerKind::Ews, false);
    setMailServer();
    m_exchange->hideRequests(true);
    QVERIFY(m_host->start());
    request(m_desk->meeting());
    int looks = 0;
    for (const int seconds : {5, 15, 60, 120}) {
        ++looks;
        QTRY_VERIFY(waitsAfter(looks));
        advance(std::chrono::seconds(seconds));
    }
    QTRY_COMPARE(m_desk->outbox().first().state, OutboxState::Failed);
    QCOMPARE(m_desk->outbox().first().lastFailure.code, QByteArray("exchange.message-not-found"));
    QCOMPARE(m_desk->outbox().first().attempts, 5);
    QTRY_COMPARE(m_desk->reservations().first().exchangeState, ExchangeState::Failed);
    QVERIFY(m_mails->mails().isEmpty());
    // It came after all; a person tries again.
    m_exchange->hideRequests(false);
    ask(CommandKind::RetryOutbox, {{QStringLiteral("id"), QString::number(m_desk->outbox().first().id.value)}});
    QTRY_VERIFY(allIn(OutboxState::Done));
    QCOMPARE(operations(), QStringList{QStringLiteral("respond")});
}

void TestExchangeDelivery::R_SERVERS_longestDomainDecides()
{
    const ServerProfileId company = addServer();
    const ServerProfileId rooms = addServer({QStringLiteral("reserve.mycompany.com")});
    setMailServer();
    QVERIFY(m_host->start());
    request(m_desk->meeting());
    QTRY_VERIFY(allIn(OutboxState::Done));
    QTRY_COMPARE(stateOf(rooms).value_or(ServerState()).standing, ServerStanding::Ready);
    QCOMPARE(stateOf(company).value_or(ServerState()).standing, ServerStanding::Unproven);
}

void TestExchangeDelivery::R_SERVERS_mailOnlyAndNobodysRoomsAreAnsweredByMail()
{
    addServer({QStringLiteral("elsewhere.example")});
    addServer({QStringLiteral("reserve.mycompany.com")}, ServerKind::MailOnly);
    setMailServer();
    QVERIFY(m_host->start());
    request(m_desk->meeting());
    QTRY_VERIFY(allIn(OutboxState::Done));
    QCOMPARE(m_mails->mails().size(), 2);
    QCOMPARE(m_exchange->requestCount(), 0);
    QVERIFY(traceCodes().contains("outbox.delivered"));
    expectReplyFromTheRoom(m_mails->mails().first());
}

void TestExchangeDelivery::R_SERVERS_mailOnlyWaitsForAnOutgoingServer()
{
    addServer({QStringLiteral("mycompany.com")}, ServerKind::MailOnly);
    QVERIFY(m_host->start());
    request(m_desk->meeting());
    QTRY_COMPARE(m_desk->outbox().size(), 2);
    QTRY_COMPARE(m_desk->outbox().last().lastFailure.code, QByteArray("outbox.no-outgoing-server"));
    for (const OutboxEntry& entry : m_desk->outbox()) {
        QCOMPARE(entry.state, OutboxState::Waiting);
        QCOMPARE(entry.attempts, 0);
    }
    setMailServer();
    QTRY_VERIFY(allIn(OutboxState::Done));
    QCOMPARE(m_mails->mails().size(), 2);
    expectReplyFromTheRoom(m_mails->mails().first());
    QTRY_COMPARE(m_desk->reservations().first().exchangeState, ExchangeState::InExchange);
    QCOMPARE(m_exchange->requestCount(), 0);
}

void TestExchangeDelivery::R_SERVERS_ordersOfAMailOnlyRoomWaitForACalendar()
{
    const ServerProfileId server = addServer({QStringLiteral("reserve.mycompany.com")}, ServerKind::MailOnly);
    setMailServer();
    QVERIFY(m_host->start());
    order(CalendarAction::Create, "r1");
    QTRY_VERIFY(waitsAfter(1));
    QCOMPARE(m_desk->outbox().first().lastFailure.code, QByteArray("outbox.no-calendar-server"));
    QCOMPARE(m_desk->outbox().first().nextAttempt, m_desk->clock().now() + Minutes(5));
    // It stands in the way of no mail.
    request(m_desk->meeting());
    QTRY_COMPARE(m_mails->mails().size(), 2);
    setKind(server, ServerKind::Ews);
    advance(Minutes(5));
    QTRY_VERIFY(allIn(OutboxState::Done));
    QCOMPARE(operations(), QStringList{QStringLiteral("create")});
}

void TestExchangeDelivery::R_ANSWER_aMailedAnswerThatIsRefusedFailsVisibly()
{
    addServer({QStringLiteral("reserve.mycompany.com")}, ServerKind::MailOnly);
    setMailServer();
    m_mails->answerRecipient(QString::fromLatin1(nour), "550 5.1.1 no such user");
    QVERIFY(m_host->start());
    request(m_desk->meeting());
    QTRY_COMPARE(m_desk->outbox().size(), 2);
    QTRY_COMPARE(m_desk->outbox().first().state, OutboxState::Failed);
    QVERIFY(m_desk->outbox().first().remoteText.contains(QStringLiteral("no such user")));
    QTRY_COMPARE(m_desk->reservations().first().exchangeState, ExchangeState::Failed);
    m_mails->answerAsUsual();
    ask(CommandKind::RetryOutbox, {{QStringLiteral("id"), QString::number(m_desk->outbox().first().id.value)}});
    QTRY_VERIFY(allIn(OutboxState::Done));
}

void TestExchangeDelivery::withoutOutgoingServerMailGoesThroughTheProfile()
{
    addServer({QStringLiteral("mycompany.com")}, ServerKind::Graph);
    QVERIFY(m_host->start());
    request(m_desk->meeting());
    QTRY_VERIFY(allIn(OutboxState::Done));
    QCOMPARE(operations(), (QStringList{QStringLiteral("respond"), QStringLiteral("mail")}));
    const ServerEffect mail = m_exchange->effects().last();
    QCOMPARE(mail.mailbox, cr1Mailbox);
    QCOMPARE(mail.comment, QString::fromLatin1(nour));
    QVERIFY(mail.key.contains("From: CR1@reserve.mycompany.com") || mail.key.contains("<CR1@reserve.mycompany.com>"));
    QVERIFY(m_mails->mails().isEmpty());
}

void TestExchangeDelivery::R_RETRY_outageCostsOnlyTime()
{
    const ServerProfileId server = addServer();
    setMailServer();
    m_exchange->refuseAlways(unreachable);
    QVERIFY(m_host->start());
    for (int number = 0; number < 6; ++number)
        request(meetingNumber(number));
    QTRY_COMPARE(m_desk->outbox().size(), 12);
    // Reserving goes on; one attempt tells that the server is away, and each entry says so.
    QCOMPARE(m_desk->reservations().size(), 6);
    QTRY_COMPARE(m_desk->outbox().at(10).lastFailure.code, QByteArray("exchange.unreachable"));
    QCOMPARE(m_exchange->requestCount(), 1);
    const ServerState away = stateOf(server).value_or(ServerState());
    QCOMPARE(away.standing, ServerStanding::Away);
    QCOMPARE(away.until, m_desk->clock().now() + Minutes(5));
    QCOMPARE(away.reason.code, QByteArray("exchange.unreachable"));
    // One probe in each interval.
    advance(Minutes(5));
    QTRY_COMPARE(m_exchange->requestCount(), 2);
    m_exchange->refuse({});
    advance(Minutes(5));
    QTRY_VERIFY(allIn(OutboxState::Done));
    QCOMPARE(operations().count(QStringLiteral("respond")), 6);
    QCOMPARE(m_mails->mails().size(), 6);
    QTRY_COMPARE(stateOf(server)->standing, ServerStanding::Ready);
}

void TestExchangeDelivery::R_RETRY_oneServerAwayHoldsBackNobodyElse()
{
    addServer();
    const ServerProfileId other = addServer({QStringLiteral("partner.example")});
    setMailServer();
    const QString cr3Mailbox = QStringLiteral("cr3@partner.example");
    const SpaceId cr3 = m_desk->store().addSpace(QStringLiteral("CR3"), cr3Mailbox);
    m_exchange->refuse([](const QString& mailbox, int) {
        return mailbox == cr1Mailbox ? std::optional(unreachable) : std::nullopt;
    });
    QVERIFY(m_host->start());
    request(m_desk->meeting());
    QTRY_VERIFY(waitsAfter(1));
    OutboxEntry entry = m_desk->outbox().first();
    entry.id = {};
    entry.spaceId = cr3;
    entry.lane = QStringLiteral("of cr3");
    entry.state = OutboxState::Waiting;
    entry.traceId = {};
    entry.reservationId = {};
    entry.nextAttempt = m_desk->clock().now();
    const OutboxId free = m_desk->store().write([=](WriteUnit& unit) { return unit.outbox().append(entry); });
    QTRY_COMPARE(m_desk->store().read([=](const ReadUnit& unit) { return unit.outbox().find(free); })->state, OutboxState::Done);
    QCOMPARE(m_exchange->effects().last().mailbox, cr3Mailbox);
    QTRY_COMPARE(stateOf(other).value_or(ServerState()).standing, ServerStanding::Ready);
    QCOMPARE(m_desk->outbox().first().state, OutboxState::Waiting);
}

void TestExchangeDelivery::R_RETRY_refusedPasswordIsTriedOnce()
{
    const ServerProfileId server = addServer();
    setMailServer();
    m_exchange->refuseAlways(Error("exchange.credentials-refused", {{QStringLiteral("user"), QStringLiteral("svc")}}));
    QVERIFY(m_host->start());
    for (int number = 0; number < 5; ++number)
        request(meetingNumber(number));
    QTRY_COMPARE(m_desk->outbox().size(), 10);
    QTRY_COMPARE(stateOf(server).value_or(ServerState()).standing, ServerStanding::Paused);
    QTRY_COMPARE(m_desk->outbox().at(8).lastFailure.code, QByteArray("exchange.credentials-refused"));
    advance(std::chrono::hours(3));
    const CommandId reload = ask(CommandKind::ReloadSettings);
    QTRY_VERIFY(command(reload).doneAt != Instant());
    QTRY_COMPARE(m_desk->outbox().first().state, OutboxState::Waiting);
    QCOMPARE(m_exchange->requestCount(), 1);
    // A person has the password set right in the directory, and says so.
    m_exchange->refuse({});
    ask(CommandKind::RetryOutbox, {{QStringLiteral("profile"), QString::number(server.value)}});
    QTRY_VERIFY(allIn(OutboxState::Done));
    QCOMPARE(m_exchange->madeWith().size(), 2); // a client that was refused does not ask again
}

void TestExchangeDelivery::R_RETRY_anotherSecretResumes()
{
    m_exchange->askForSecret(outgoingPasswordName);
    m_host->secrets().write(outgoingPasswordName, SecretString("wrong")).waitForFinished();
    const ServerProfileId server = addServer();
    setMailServer();
    m_exchange->refuseAlways(Error("exchange.credentials-refused"));
    QVERIFY(m_host->start());
    request(m_desk->meeting());
    QTRY_COMPARE(stateOf(server).value_or(ServerState()).standing, ServerStanding::Paused);
    // Settings are looked at again, with the same password: nothing is tried.
    const CommandId reload = ask(CommandKind::ReloadSettings);
    QTRY_VERIFY(command(reload).doneAt != Instant());
    QCOMPARE(m_exchange->madeWith().size(), 1);
    m_exchange->refuse({});
    m_host->secrets().write(outgoingPasswordName, SecretString("right")).waitForFinished();
    ask(CommandKind::ReloadSettings);
    QTRY_VERIFY(allIn(OutboxState::Done));
    QCOMPARE(m_exchange->madeWith().size(), 2);
    QCOMPARE(m_exchange->madeWith().last().value(outgoingPasswordName).reveal().toByteArray(), QByteArray("right"));
}

void TestExchangeDelivery::R_RETRY_throttledGoesOnByItself()
{
    const ServerProfileId server = addServer();
    setMailServer();
    m_exchange->refuseNext(1, Error("exchange.throttled", {{QStringLiteral("hint"), QStringLiteral("7200000")}}, true));
    QVERIFY(m_host->start());
    request(m_desk->meeting());
    QTRY_COMPARE(stateOf(server).value_or(ServerState()).standing, ServerStanding::Throttled);
    // Above an hour counts as an hour, and is shown.
    QCOMPARE(stateOf(server)->until, m_desk->clock().now() + std::chrono::hours(1));
    QCOMPARE(stateOf(server)->reason.arguments.value(QStringLiteral("until")), toIso(stateOf(server)->until));
    QTRY_VERIFY(waitsAfter(1));
    advance(Minutes(59));
    QTRY_COMPARE(m_desk->outbox().first().state, OutboxState::Waiting);
    QCOMPARE(m_exchange->requestCount(), 1);
    advance(Minutes(1));
    QTRY_VERIFY(allIn(OutboxState::Done));
}

void TestExchangeDelivery::R_RETRY_permanentFailureStopsVisibly()
{
    addServer();
    setMailServer();
    m_exchange->refuseNext(1, Error("exchange.access-denied", {{QStringLiteral("mailbox"), cr1Mailbox},
                                                               {QStringLiteral("remote"), QStringLiteral("ErrorAccessDenied")}}));
    QVERIFY(m_host->start());
    request(meetingNumber(0));
    QTRY_COMPARE(m_desk->outbox().value(0).state, OutboxState::Failed);
    QCOMPARE(m_desk->outbox().first().remoteText, QStringLiteral("ErrorAccessDenied"));
    QCOMPARE(m_desk->outbox().last().state, OutboxState::Waiting); // the same meeting waits
    request(meetingNumber(1)); // another does not
    QTRY_COMPARE(m_desk->outbox().size(), 4);
    QTRY_COMPARE(m_desk->outbox().at(3).state, OutboxState::Done);
    QTRY_COMPARE(m_desk->reservations().first().exchangeState, ExchangeState::Failed);
    QVERIFY(traceCodes().contains("exchange.access-denied"));
    // Given up with a reason: what waited behind it goes on.
    const OutboxId id = m_desk->outbox().first().id;
    m_desk->store().write([=](WriteUnit& unit) {
        return unit.outbox().giveUp(id, QStringLiteral("told by phone"), QStringLiteral("test"));
    });
    QTRY_COMPARE(m_desk->outbox().at(1).state, OutboxState::Done);
    QCOMPARE(m_desk->outbox().first().state, OutboxState::GivenUp);
}

void TestExchangeDelivery::E6_conflictIsLookedAtAgain()
{
    addServer();
    m_exchange->refuseNext(2, Error("exchange.item-changed", {}, true));
    QVERIFY(m_host->start());
    order(CalendarAction::Create, "r1");
    QTRY_VERIFY(waitsAfter(1));
    advance(std::chrono::seconds(5));
    QTRY_VERIFY(waitsAfter(2));
    advance(std::chrono::seconds(15));
    QTRY_VERIFY(allIn(OutboxState::Done));
    QCOMPARE(operations(), QStringList{QStringLiteral("create")});
}

void TestExchangeDelivery::R_RETRY_retryOfAServerTakesWhatFailedThere()
{
    const ServerProfileId server = addServer();
    m_exchange->refuseNext(2, Error("exchange.access-denied"));
    QVERIFY(m_host->start());
    order(CalendarAction::Create, "r1");
    order(CalendarAction::Create, "r2");
    QTRY_VERIFY(allIn(OutboxState::Failed));
    ask(CommandKind::RetryOutbox); // what waits; what failed is another matter
    ask(CommandKind::RetryOutbox, {{QStringLiteral("profile"), QString::number(server.value + 1)}});
    const CommandId last = ask(CommandKind::ReloadSettings);
    QTRY_VERIFY(command(last).doneAt != Instant());
    QVERIFY(allIn(OutboxState::Failed));
    ask(CommandKind::RetryOutbox, {{QStringLiteral("profile"), QString::number(server.value)}});
    QTRY_VERIFY(allIn(OutboxState::Done));
    QCOMPARE(operations(), (QStringList{QStringLiteral("create"), QStringLiteral("create")}));
}

void TestExchangeDelivery::missingSecretIsSaidOfTheServer()
{
    m_exchange->askForSecret(outgoingPasswordName);
    const ServerProfileId server = addServer();
    QVERIFY(m_host->start());
    order(CalendarAction::Create, "r1");
    QTRY_COMPARE(stateOf(server).value_or(ServerState()).missingSecrets, QStringList{outgoingPasswordName});
    QCOMPARE(stateOf(server)->standing, ServerStanding::Paused);
    QTRY_COMPARE(m_desk->outbox().first().lastFailure.code, QByteArray("outbox.server-secret-missing"));
    QCOMPARE(m_desk->outbox().first().attempts, 0);
    QCOMPARE(m_exchange->madeWith().size(), 0);
    m_host->secrets().write(outgoingPasswordName, SecretString("here")).waitForFinished();
    ask(CommandKind::ReloadSettings);
    QTRY_VERIFY(allIn(OutboxState::Done));
    QTRY_VERIFY(stateOf(server)->missingSecrets.isEmpty());
}

void TestExchangeDelivery::K4_lostAnswerMakesNoSecondItem()
{
    addServer();
    QVERIFY(m_host->start());
    m_exchange->loseNextAnswer();
    order(CalendarAction::Create, "r1");
    QTRY_VERIFY(waitsAfter(1));
    advance(Minutes(5));
    QTRY_VERIFY(allIn(OutboxState::Done));
    QCOMPARE(operations(), QStringList{QStringLiteral("create")});
}

void TestExchangeDelivery::E9_whatExchangeDidIsNotDoneAgainForTheMailThatFailed()
{
    addServer();
    setMailServer();
    m_mails->answer("MAIL", "451 4.3.0 later");
    QVERIFY(m_host->start());
    request(m_desk->meeting());
    QTRY_COMPARE(m_desk->outbox().size(), 2);
    QTRY_VERIFY(m_desk->outbox().last().attempts == 1 && m_desk->outbox().last().state == OutboxState::Waiting);
    QCOMPARE(m_desk->outbox().first().state, OutboxState::Done);
    m_mails->answerAsUsual();
    advance(Minutes(5));
    QTRY_VERIFY(allIn(OutboxState::Done));
    QCOMPARE(m_exchange->requestCount(), 1);
    QCOMPARE(m_mails->mails().size(), 1);
}

void TestExchangeDelivery::E11_blockedEwsStandsStillAndOffersGraph()
{
    const ServerProfileId server = addServer();
    setMailServer();
    m_exchange->refuseAlways(Error("exchange.ews-blocked"));
    QVERIFY(m_host->start());
    for (int number = 0; number < 3; ++number)
        request(meetingNumber(number));
    QTRY_COMPARE(m_desk->outbox().size(), 6);
    QTRY_COMPARE(stateOf(server).value_or(ServerState()).standing, ServerStanding::Paused);
    QTRY_COMPARE(m_desk->outbox().at(4).lastFailure.code, QByteArray("exchange.ews-blocked"));
    QVERIFY(sentence(m_desk->outbox().at(4).lastFailure).contains(QStringLiteral("Microsoft Graph")));
    advance(std::chrono::hours(3));
    QCOMPARE(m_exchange->requestCount(), 1);
    // As the sentence says: the kind of the server is set to Graph.
    m_exchange->refuse({});
    setKind(server, ServerKind::Graph);
    QTRY_VERIFY(allIn(OutboxState::Done));
}

void TestExchangeDelivery::ordersOfOneReservationKeepTheirOrder()
{
    addServer();
    QVERIFY(m_host->start());
    m_exchange->refuseAlways(unreachable);
    order(CalendarAction::Create, "r1");
    order(CalendarAction::Update, "r1");
    order(CalendarAction::Cancel, "r1");
    QTRY_VERIFY(waitsAfter(1));
    m_exchange->refuse({});
    advance(Minutes(5));
    QTRY_VERIFY(allIn(OutboxState::Done));
    QCOMPARE(operations(), (QStringList{QStringLiteral("create"), QStringLiteral("update"), QStringLiteral("cancel")}));
    // Somebody removed it in Exchange: an update says so, a cancellation is content.
    order(CalendarAction::Update, "r1");
    QTRY_COMPARE(m_desk->outbox().last().state, OutboxState::Failed);
    QCOMPARE(m_desk->outbox().last().lastFailure.code, QByteArray("exchange.item-gone"));
    order(CalendarAction::Cancel, "r2");
    QTRY_COMPARE(m_desk->outbox().last().state, OutboxState::Done);
}

void TestExchangeDelivery::aSeriesBecomesOneItem()
{
    addServer();
    QVERIFY(m_host->start());
    order(CalendarAction::Create, "s1", "RRULE:FREQ=WEEKLY;COUNT=4\r\nEXDATE;TZID=Europe/Berlin:20261127T100000");
    QTRY_VERIFY(allIn(OutboxState::Done));
    QCOMPARE(operations(), QStringList{QStringLiteral("create")});
    order(CalendarAction::Create, "s2", "RRULE:FREQ=SOMETIMES");
    QTRY_COMPARE(m_desk->outbox().last().state, OutboxState::Failed);
    QCOMPARE(m_desk->outbox().last().lastFailure.code, QByteArray("itip.rule-unreadable"));
}

void TestExchangeDelivery::probeSaysWhatItFound()
{
    const ServerProfileId server = addServer();
    QVERIFY(m_host->start());
    const Arguments arguments{{QStringLiteral("profile"), QString::number(server.value)}, {QStringLiteral("mailbox"), cr1Mailbox}};
    const CommandId well = ask(CommandKind::ProbeServer, arguments);
    QTRY_VERIFY(command(well).doneAt != Instant());
    QCOMPARE(command(well).outcome.code, QByteArray("server.reached"));
    QCOMPARE(command(well).outcome.arguments.value(QStringLiteral("version")), QStringLiteral("Fake 1.0"));
    QCOMPARE(command(well).outcome.arguments.value(QStringLiteral("mailbox")), cr1Mailbox);
    QTRY_COMPARE(stateOf(server).value_or(ServerState()).standing, ServerStanding::Ready);

    m_exchange->refuseAlways(Error("exchange.credentials-refused"));
    const CommandId refused = ask(CommandKind::ProbeServer, arguments);
    QTRY_COMPARE(command(refused).outcome.code, QByteArray("exchange.credentials-refused"));
    QTRY_COMPARE(stateOf(server)->standing, ServerStanding::Paused);
    // Each asking of a person is one attempt; what it finds holds for delivery.
    m_exchange->refuse({});
    const CommandId again = ask(CommandKind::ProbeServer, arguments);
    QTRY_COMPARE(command(again).outcome.code, QByteArray("server.reached"));
    order(CalendarAction::Create, "r1");
    QTRY_VERIFY(allIn(OutboxState::Done));
}

void TestExchangeDelivery::probeOfNothing()
{
    const ServerProfileId mailOnly = addServer({QStringLiteral("mycompany.com")}, ServerKind::MailOnly);
    QVERIFY(m_host->start());
    const CommandId unknown = ask(CommandKind::ProbeServer, {{QStringLiteral("profile"), QStringLiteral("99")}});
    QTRY_COMPARE(command(unknown).outcome.code, QByteArray("server-profile.missing"));
    const CommandId nothing = ask(CommandKind::ProbeServer);
    QTRY_COMPARE(command(nothing).outcome.code, QByteArray("agent.command-argument"));
    const CommandId mail = ask(CommandKind::ProbeServer, {{QStringLiteral("profile"), QString::number(mailOnly.value)}});
    QTRY_COMPARE(command(mail).outcome.code, QByteArray("server.mail-only"));
    QCOMPARE(m_exchange->requestCount(), 0);
}

QTEST_GUILESS_MAIN(TestExchangeDelivery)
#include "tst_exchangedelivery.moc"
