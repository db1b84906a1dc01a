// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/exchangeservers.h"
#include "models/exchange/exchangegateway.h"
#include "models/exchange/exchangeproblem.h"
#include "models/practice/practiceitem.h"
#include "models/secrets/serversecrets.h"
#include "tests/practice/practicedesk.h"
#include "tests/support/answerof.h"

#include <QTest>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

namespace {

const ServerProfileId profileId{7};

template<typename T>
QByteArray errorOf(const Result<T>& result)
{
    return result ? QByteArray() : result.error().logLine().toUtf8();
}

ItemDraft draft()
{
    ItemDraft item;
    item.mark = "mark-1";
    item.subject = QStringLiteral("Reserved");
    item.body = QStringLiteral("By the front desk");
    item.location = QStringLiteral("CR1");
    item.time = {at("2026-11-23T09:00:00Z"), at("2026-11-23T10:00:00Z")};
    item.timeZone = QByteArrayLiteral("Europe/Berlin");
    return item;
}

} // namespace

// The agent's own ways to Exchange against the Practice Exchange, which shares no line with them: each would show an
// error that the other makes.
class tst_PracticeGateways final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data() { ways(); }
    void answers();
    void declines_data() { ways(); }
    void declines();
    void missingRequest_data() { ways(); }
    void missingRequest();
    void writesOnce_data() { ways(); }
    void writesOnce();
    void K4_mailIsSentOnce_data() { ways(); }
    void K4_mailIsSentOnce();
    void K4_dateOfASeriesIsDeclinedOnce_data() { ways(); }
    void K4_dateOfASeriesIsDeclinedOnce();
    void seriesAndItsDates_data() { ways(); }
    void seriesAndItsDates();
    void datesThatWereTakenOutComeBack_data() { ways(); }
    void datesThatWereTakenOutComeBack();
    void R_CONFIRM_whatStandsSoIsToldNobody_data() { ways(); }
    void R_CONFIRM_whatStandsSoIsToldNobody();
    void listsInPages_data() { ways(); }
    void listsInPages();
    void busyTimesMailAndProbe_data() { ways(); }
    void busyTimesMailAndProbe();
    void faultsAreTold_data() { ways(); }
    void faultsAreTold();
    void hostileAnswersDoNoHarm_data() { ways(); }
    void hostileAnswersDoNoHarm();
    void expiredTokenIsRenewed();
    void isFoundByAutodiscover_data();
    void isFoundByAutodiscover();

private:
    static void ways();
    void open(const QString& way);
    void set(const char* name, const char* value)
    {
        QVERIFY(m_desk->exchange().setSwitch(QString::fromLatin1(name), QString::fromLatin1(value)));
    }
    RoomResponse accept(const QString& uid) const;

    ExchangeServers m_servers;
    std::unique_ptr<PracticeDesk> m_desk;
    std::shared_ptr<ExchangeGateway> m_gateway;
};

void tst_PracticeGateways::ways()
{
    QTest::addColumn<QString>("way");
    for (const char* way : {"EWS Basic", "EWS NTLM", "EWS OAuth", "Graph"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

void tst_PracticeGateways::open(const QString& way)
{
    m_gateway.reset();
    m_desk = std::make_unique<PracticeDesk>();
    const PracticeAccount& account = m_desk->exchange().account();
    const bool graph = way == QLatin1String("Graph");
    ServerProfile profile;
    profile.id = profileId;
    profile.kind = graph ? ServerKind::Graph : ServerKind::Ews;
    profile.url = graph ? m_desk->exchange().graphUrl().toString() : m_desk->exchange().ewsUrl().toString();
    profile.authentication = way == QLatin1String("EWS Basic") ? ServerAuthentication::Basic
        : way == QLatin1String("EWS NTLM")                     ? ServerAuthentication::Ntlm
                                                               : ServerAuthentication::OAuth;
    profile.userName = account.user;
    profile.ntlmDomain = account.domain;
    profile.tenant = account.tenant;
    profile.clientId = account.clientId;
    profile.authority = m_desk->exchange().authority().toString();
    const GatewaySecrets secrets{{serverSecretName(profileId, ServerSecret::Password), account.password},
                                 {serverSecretName(profileId, ServerSecret::ClientSecret), account.clientSecret}};
    const auto made = m_servers.make(profile, secrets);
    QVERIFY2(made, errorOf(made).constData());
    m_gateway = *made;
}

void tst_PracticeGateways::isFoundByAutodiscover_data()
{
    QTest::addColumn<QString>("way");
    for (const char* way : {"EWS Basic", "EWS NTLM", "EWS OAuth"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

// As a person rehearses it with the button and the command.
void tst_PracticeGateways::isFoundByAutodiscover()
{
    QFETCH(QString, way);
    open(way);
    const auto url = answerOf(m_gateway->findAddress(roomAddress));
    QVERIFY2(url, errorOf(url).constData());
    QCOMPARE(*url, m_desk->exchange().ewsUrl());
    const auto unknown = answerOf(m_gateway->findAddress(QStringLiteral("nobody@reserve.northgate.example")));
    QCOMPARE(unknown.error().code(), QByteArray("exchange.autodiscover-nothing"));
    if (way == QLatin1String("EWS OAuth"))
        return;
    set("wrong-password", "on");
    const auto refused = answerOf(m_gateway->findAddress(roomAddress));
    QCOMPARE(exchangeProblemOf(refused.error()), ExchangeProblem::Credentials);
}

RoomResponse tst_PracticeGateways::accept(const QString& uid) const
{
    RoomResponse response;
    response.mailbox = roomAddress;
    response.meeting = {uid, {}};
    response.kind = ResponseKind::Accept;
    response.comment = QStringLiteral("Welcome");
    return response;
}

void tst_PracticeGateways::answers()
{
    QFETCH(QString, way);
    open(way);
    const QString uid = m_desk->invite();
    const auto first = answerOf(m_gateway->respond(accept(uid)));
    QVERIFY2(first, errorOf(first).constData());
    QCOMPARE(first->foundIn, ItemFolder::Calendar);
    QVERIFY(!first->wasAnswered);
    const QJsonObject item
        = PracticeDesk::one(m_desk->mailbox(roomAddress), QStringLiteral("calendar"), QStringLiteral("appointment"));
    QCOMPARE(item.value(QLatin1String("response")).toString(), QStringLiteral("accept"));
    QCOMPARE(m_desk->mails().size(), 1);
    // One answer a decision, whatever is tried again.
    const auto again = answerOf(m_gateway->respond(accept(uid)));
    QVERIFY2(again, errorOf(again).constData());
    QVERIFY(again->wasAnswered);
    QCOMPARE(m_desk->mails().size(), 1);
}

void tst_PracticeGateways::declines()
{
    QFETCH(QString, way);
    open(way);
    RoomResponse response = accept(m_desk->invite());
    response.kind = ResponseKind::Decline;
    const auto declined = answerOf(m_gateway->respond(response));
    QVERIFY2(declined, errorOf(declined).constData());
    QVERIFY(PracticeDesk::one(m_desk->mailbox(roomAddress), QStringLiteral("calendar"), QStringLiteral("appointment"))
                .isEmpty());
    QCOMPARE(m_desk->mails().first().toObject().value(QLatin1String("response")).toString(), QStringLiteral("decline"));
}

void tst_PracticeGateways::missingRequest()
{
    QFETCH(QString, way);
    open(way);
    set("message-missing", "on");
    const auto answered = answerOf(m_gateway->respond(accept(m_desk->invite())));
    QVERIFY(!answered);
    QCOMPARE(answered.error().code(), QByteArray("exchange.message-not-found"));
}

void tst_PracticeGateways::writesOnce()
{
    QFETCH(QString, way);
    open(way);
    const auto made = answerOf(m_gateway->create(roomAddress, draft()));
    QVERIFY2(made, errorOf(made).constData());
    const auto again = answerOf(m_gateway->create(roomAddress, draft()));
    QVERIFY2(again, errorOf(again).constData());
    QCOMPARE(again->id, made->id);
    QCOMPARE(m_desk->mailbox(roomAddress).size(), 1);
    ItemDraft moved = draft();
    moved.time = {at("2026-11-23T13:00:00Z"), at("2026-11-23T14:30:00Z")};
    moved.subject = QStringLiteral("Moved");
    const auto updated = answerOf(m_gateway->update(roomAddress, {}, moved));
    QVERIFY2(updated, errorOf(updated).constData());
    const QJsonObject item = m_desk->mailbox(roomAddress).first().toObject();
    QCOMPARE(item.value(QLatin1String("start")).toString(), QStringLiteral("2026-11-23T13:00:00Z"));
    QCOMPARE(item.value(QLatin1String("subject")).toString(), QStringLiteral("Moved"));
    for (int i = 0; i < 2; ++i) {
        const auto cancelled = answerOf(m_gateway->cancel(roomAddress, "mark-1", {}, QStringLiteral("gone")));
        QVERIFY2(cancelled, errorOf(cancelled).constData());
    }
    QVERIFY(PracticeDesk::one(m_desk->mailbox(roomAddress), QStringLiteral("calendar"), QStringLiteral("appointment"))
                .isEmpty());
}

void tst_PracticeGateways::K4_mailIsSentOnce()
{
    QFETCH(QString, way);
    open(way);
    const MailToSend mail{roomAddress,
                          {personAddress},
                          "From: " + roomAddress.toUtf8() + "\r\nTo: " + personAddress.toUtf8()
                              + "\r\nMessage-ID: <notice-1@northgate.example>\r\nSubject: Notice\r\n\r\nHello\r\n"};
    set("lost-answer", "on");
    const auto lost = answerOf(m_gateway->sendMail(roomAddress, mail, SendingAgain::No));
    QVERIFY(!lost);
    QVERIFY2(mayBeDone(lost.error()), errorOf(lost).constData());
    QCOMPARE(m_desk->mails().size(), 1);
    for (const SendingAgain again : {SendingAgain::LookFirst, SendingAgain::UnlessThere}) {
        const auto sent = answerOf(m_gateway->sendMail(roomAddress, mail, again));
        QVERIFY2(sent, errorOf(sent).constData());
    }
    QCOMPARE(m_desk->mails().size(), 1);
    // Another mail is not there.
    set("lost-answer", "off");
    MailToSend other = mail;
    other.content.replace("notice-1", "notice-2");
    const auto awaited = answerOf(m_gateway->sendMail(roomAddress, other, SendingAgain::LookFirst));
    QVERIFY(!awaited);
    QCOMPARE(awaited.error().code(), QByteArray("exchange.copy-awaited"));
    QVERIFY(answerOf(m_gateway->sendMail(roomAddress, other, SendingAgain::UnlessThere)));
    QCOMPARE(m_desk->mails().size(), 2);
}

// Whether its answer was lost, or the agent died at any moment of it.
void tst_PracticeGateways::K4_dateOfASeriesIsDeclinedOnce()
{
    QFETCH(QString, way);
    open(way);
    MeetingMail meeting;
    meeting.dialect = MeetingDialect::Plain;
    meeting.identity = {newMessageId(QStringLiteral("northgate.example")), m_desk->clock().now()};
    meeting.organizer = {personAddress, QStringLiteral("Mira Castellan")};
    meeting.rooms = {{roomAddress, QStringLiteral("CR1 Borealis")}};
    meeting.uid = newMeetingUid(m_desk->clock().now());
    meeting.range = {at("2026-11-19T10:00:00Z"), at("2026-11-19T11:00:00Z")};
    meeting.zone = QByteArrayLiteral("Europe/Berlin");
    meeting.subject = QStringLiteral("Standup");
    m_desk->exchange().post(
        personAddress, {roomAddress},
        composeMeeting(meeting).bytes.replace("END:VEVENT", "RRULE:FREQ=DAILY;COUNT=5\r\nEND:VEVENT"));
    RoomResponse response = accept(meeting.uid);
    response.kind = ResponseKind::Decline;
    response.meeting.recurrenceId = QStringLiteral("2026-11-21T10:00:00Z");
    set("lost-answer", "on");
    const auto lost = answerOf(m_gateway->respond(response));
    QVERIFY(!lost);
    QVERIFY2(mayBeDone(lost.error()), errorOf(lost).constData());
    QCOMPARE(m_desk->mails().size(), 1);
    response.earlier = EarlierAttempt::Asked;
    const auto asked = answerOf(m_gateway->respond(response));
    QVERIFY2(asked, errorOf(asked).constData());
    QVERIFY(asked->wasAnswered);
    response.earlier = EarlierAttempt::Begun;
    const auto begun = answerOf(m_gateway->respond(response));
    QVERIFY2(begun, errorOf(begun).constData());
    QVERIFY(begun->wasAnswered);
    if (way == QLatin1String("Graph")) {
        set("no-mail-read", "on");
        const auto unproven = answerOf(m_gateway->respond(response));
        QVERIFY(!unproven);
        QCOMPARE(unproven.error().code(), QByteArray("exchange.answer-unproven"));
    }
    QCOMPARE(m_desk->mails().size(), 1);
    // Its neighbour is another matter.
    set("lost-answer", "off");
    response.meeting.recurrenceId = QStringLiteral("2026-11-22T10:00:00Z");
    const auto neighbour = answerOf(m_gateway->respond(response));
    QVERIFY2(neighbour, errorOf(neighbour).constData());
    QVERIFY(!neighbour->wasAnswered);
    QCOMPARE(m_desk->mails().size(), 2);
}

void tst_PracticeGateways::seriesAndItsDates()
{
    QFETCH(QString, way);
    open(way);
    ItemDraft series = draft();
    RecurrenceRule rule;
    rule.frequency = RecurrenceRule::Frequency::Weekly;
    rule.count = 4;
    rule.weekdays = {{0, std::chrono::Monday}};
    series.recurrence = practice::recurrenceBy(rule);
    const auto made = answerOf(m_gateway->create(roomAddress, series));
    QVERIFY2(made, errorOf(made).constData());
    const TimeRange range{at("2026-11-01T00:00:00Z"), at("2027-02-01T00:00:00Z")};
    const auto all = answerOf(m_gateway->list(roomAddress, range));
    QVERIFY2(all, errorOf(all).constData());
    QCOMPARE(all->size(), 4);
    QCOMPARE(all->at(1).recurrenceId, QStringLiteral("2026-11-30T09:00:00Z"));
    ItemDraft date = draft();
    date.time = {at("2026-11-30T15:00:00Z"), at("2026-11-30T16:00:00Z")};
    const auto moved = answerOf(m_gateway->update(roomAddress, QStringLiteral("2026-11-30T09:00:00Z"), date));
    QVERIFY2(moved, errorOf(moved).constData());
    const auto removed
        = answerOf(m_gateway->cancel(roomAddress, "mark-1", QStringLiteral("2026-12-07T09:00:00Z"), QString()));
    QVERIFY2(removed, errorOf(removed).constData());
    const auto left = answerOf(m_gateway->list(roomAddress, range));
    QVERIFY2(left, errorOf(left).constData());
    QCOMPARE(left->size(), 3);
    QCOMPARE(left->at(1).time.start, at("2026-11-30T15:00:00Z"));
    QCOMPARE(left->at(1).recurrenceId, QStringLiteral("2026-11-30T09:00:00Z"));
    QCOMPARE(left->at(2).time.start, at("2026-12-14T09:00:00Z"));
}

// One is free again and belongs to the series as before; the other is still excepted.
void tst_PracticeGateways::datesThatWereTakenOutComeBack()
{
    QFETCH(QString, way);
    open(way);
    const auto except = [](std::initializer_list<int> days) {
        ItemDraft series = draft();
        RecurrenceRule rule;
        rule.frequency = RecurrenceRule::Frequency::Daily;
        rule.count = 4;
        series.recurrence = practice::recurrenceBy(rule);
        for (const int day : days) {
            series.recurrence->exceptions.append(
                {ItipTime::Kind::Zoned, QDateTime(QDate(2026, 11, day), QTime(10, 0), Qt::UTC), "Europe/Berlin"});
        }
        return series;
    };
    QVERIFY(answerOf(m_gateway->create(roomAddress, except({24, 25}))));
    const TimeRange range{at("2026-11-01T00:00:00Z"), at("2027-02-01T00:00:00Z")};
    QCOMPARE(answerOf(m_gateway->list(roomAddress, range))->size(), 2);
    ItemDraft renamed = except({25});
    renamed.subject = QStringLiteral("Renamed");
    const auto updated = answerOf(m_gateway->update(roomAddress, {}, renamed));
    QVERIFY2(updated, errorOf(updated).constData());
    const auto all = answerOf(m_gateway->list(roomAddress, range));
    QCOMPARE(all->size(), 3);
    QCOMPARE(all->at(1).time.start, at("2026-11-24T09:00:00Z"));
    for (const CalendarItem& item : *all)
        QCOMPARE(item.subject, QStringLiteral("Renamed"));
}

void tst_PracticeGateways::R_CONFIRM_whatStandsSoIsToldNobody()
{
    QFETCH(QString, way);
    open(way);
    ItemDraft series = draft();
    RecurrenceRule rule;
    rule.frequency = RecurrenceRule::Frequency::Weekly;
    rule.count = 4;
    rule.weekdays = {{0, std::chrono::Monday}};
    series.recurrence = practice::recurrenceBy(rule);
    series.invited = {personAddress};
    ItemDraft date = series;
    date.recurrence.reset();
    date.time = {at("2026-11-30T15:00:00Z"), at("2026-11-30T16:00:00Z")};
    const QString key = QStringLiteral("2026-11-30T09:00:00Z");
    QVERIFY(answerOf(m_gateway->create(roomAddress, series)));
    QVERIFY(answerOf(m_gateway->update(roomAddress, key, date)));
    const qsizetype told = m_desk->mails().size();
    QVERIFY(told > 0);
    QVERIFY(answerOf(m_gateway->update(roomAddress, {}, series)));
    QVERIFY(answerOf(m_gateway->update(roomAddress, key, date)));
    QCOMPARE(m_desk->mails().size(), told);
}

void tst_PracticeGateways::listsInPages()
{
    QFETCH(QString, way);
    open(way);
    ItemDraft daily = draft();
    RecurrenceRule rule;
    rule.frequency = RecurrenceRule::Frequency::Daily;
    rule.count = 900;
    daily.recurrence = practice::recurrenceBy(rule);
    const auto made = answerOf(m_gateway->create(roomAddress, daily));
    QVERIFY2(made, errorOf(made).constData());
    // Beyond two years, which one question may not ask of EWS.
    const auto all = answerOf(m_gateway->list(roomAddress, {at("2026-11-01T00:00:00Z"), at("2029-12-01T00:00:00Z")}));
    QVERIFY2(all, errorOf(all).constData());
    QCOMPARE(all->size(), 900);
    for (qsizetype i = 1; i < all->size(); ++i)
        QVERIFY(all->at(i - 1).time.start < all->at(i).time.start);
}

void tst_PracticeGateways::busyTimesMailAndProbe()
{
    QFETCH(QString, way);
    open(way);
    const QString uid = m_desk->invite();
    const auto busy
        = answerOf(m_gateway->busyTimes({roomAddress}, {at("2026-11-19T00:00:00Z"), at("2026-11-20T00:00:00Z")}));
    QVERIFY2(busy, errorOf(busy).constData());
    QCOMPARE(busy->size(), 1);
    QCOMPARE(busy->first().time.start, at("2026-11-19T10:00:00Z"));
    QCOMPARE(busy->first().busy, BusyKind::Tentative);
    const auto found = answerOf(m_gateway->find(roomAddress, {uid, {}}));
    QVERIFY2(found, errorOf(found).constData());
    // EWS tells of the request in the Inbox too.
    const auto inCalendar = std::find_if(found->begin(), found->end(),
                                         [](const CalendarItem& item) { return item.folder == ItemFolder::Calendar; });
    QVERIFY(inCalendar != found->end());
    QCOMPARE(inCalendar->response, ItemResponse::NotResponded);
    QCOMPARE(inCalendar->organizer, personAddress);
    const MailToSend mail{roomAddress,
                          {personAddress},
                          "From: " + roomAddress.toUtf8() + "\r\nTo: " + personAddress.toUtf8()
                              + "\r\nSubject: Notice\r\n\r\nHello\r\n"};
    const auto sent = answerOf(m_gateway->sendMail(roomAddress, mail, SendingAgain::No));
    QVERIFY2(sent, errorOf(sent).constData());
    QCOMPARE(m_desk->mails().size(), 1);
    set("other-case", "on");
    const auto facts = answerOf(m_gateway->processing(roomAddress));
    QVERIFY2(facts, errorOf(facts).constData());
    QCOMPARE(facts->mailboxName, QStringLiteral("cr1@reserve.northgate.example"));
    const bool isTold = way != QLatin1String("Graph");
    QCOMPARE(facts->answersByItself, isTold ? std::optional(false) : std::nullopt);
    set("auto-accept", "on");
    const auto automatic = answerOf(m_gateway->processing(roomAddress));
    QVERIFY2(automatic, errorOf(automatic).constData());
    QCOMPARE(automatic->answersByItself, isTold ? std::optional(true) : std::nullopt);
    set("auto-accept", "off");
    const auto probed = answerOf(m_gateway->probe(roomAddress));
    QVERIFY2(probed, errorOf(probed).constData());
    QVERIFY(!probed->version.isEmpty());
    QVERIFY(!answerOf(m_gateway->probe(QStringLiteral("nobody@reserve.northgate.example"))));
}

void tst_PracticeGateways::faultsAreTold()
{
    QFETCH(QString, way);
    open(way);
    QVERIFY(answerOf(m_gateway->probe(roomAddress)));
    set("throttled", "7");
    const auto throttled = answerOf(m_gateway->probe(roomAddress));
    QVERIFY(!throttled);
    QCOMPARE(exchangeProblemOf(throttled.error()), ExchangeProblem::Throttled);
    QCOMPARE(serverHint(throttled.error()), Milliseconds(7000));
    set("throttled", "off");
    set("truncated", "on");
    const auto cut = answerOf(m_gateway->probe(roomAddress));
    QVERIFY(!cut);
    QCOMPARE(exchangeProblemOf(cut.error()), ExchangeProblem::Temporary);
    set("truncated", "off");
    set("offline", "on");
    const auto away = answerOf(m_gateway->probe(roomAddress));
    QVERIFY(!away);
    QCOMPARE(exchangeProblemOf(away.error()), ExchangeProblem::Temporary);
    set("offline", "off");
    open(way);
    set("wrong-password", "on");
    const auto refused = answerOf(m_gateway->probe(roomAddress));
    QVERIFY(!refused);
    QCOMPARE(exchangeProblemOf(refused.error()), ExchangeProblem::Credentials);
}

void tst_PracticeGateways::hostileAnswersDoNoHarm()
{
    QFETCH(QString, way);
    open(way);
    for (const char* kind : {"entities", "huge", "login-page"}) {
        set("hostile", kind);
        const auto listed
            = answerOf(m_gateway->list(roomAddress, {at("2026-11-19T00:00:00Z"), at("2026-11-20T00:00:00Z")}));
        QVERIFY2(!listed, kind);
        QVERIFY2(listed.error().code().startsWith("exchange."), listed.error().code().constData());
    }
    set("hostile", "off");
    const auto listed
        = answerOf(m_gateway->list(roomAddress, {at("2026-11-19T00:00:00Z"), at("2026-11-20T00:00:00Z")}));
    QVERIFY2(listed, errorOf(listed).constData());
}

void tst_PracticeGateways::expiredTokenIsRenewed()
{
    open(QStringLiteral("Graph"));
    QVERIFY(answerOf(m_gateway->probe(roomAddress)));
    set("expired-token", "on");
    const auto probed = answerOf(m_gateway->probe(roomAddress));
    QVERIFY2(probed, errorOf(probed).constData());
}

QTEST_GUILESS_MAIN(tst_PracticeGateways)
#include "tst_practicegateways.moc"
