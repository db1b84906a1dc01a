// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/bearerexchange.h"
#include "models/exchange/exchangeproblem.h"
#include "models/exchange/graphgateway.h"
#include "models/exchange/oauthtoken.h"
#include "models/practice/practiceexchange.h"
#include "tests/support/fakeclock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

// The gateway to Graph against the Practice Exchange, which shares no line of its protocol with it, over real sockets.

namespace {

const QString room = QStringLiteral("CR1@reserve.northgate.example");
const TimeRange month{at("2026-11-15T00:00:00Z"), at("2026-12-15T00:00:00Z")};

PracticeOptions options()
{
    PracticeOptions options;
    options.rooms = {{room, QStringLiteral("CR1 Borealis"), {}}};
    options.account.clientSecret = SecretString("graph secret");
    options.zone = QByteArrayLiteral("Europe/Berlin");
    options.agentPort = 1; // nobody listens there
    return options;
}

template<typename T>
Result<T> settled(const QFuture<Result<T>>& future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 60000) || future.resultCount() != 1)
        return failure("test.no-answer");
    return future.result();
}

QByteArray codeOf(const auto& result)
{
    return result ? QByteArray() : result.error().code();
}

// A profile on a running Practice Exchange, and all that stands between.
class Rehearsal final
{
public:
    Rehearsal()
        : exchange(options(), std::make_shared<FakeClock>())
    {
        isOpen = exchange.start().has_value();
        profile.kind = ServerKind::Graph;
        profile.url = exchange.graphUrl().toString();
        profile.authority = exchange.authority().toString();
        profile.tenant = exchange.account().tenant;
        profile.clientId = exchange.account().clientId;
        connectAnew("graph secret");
    }

    void connectAnew(const char* secret)
    {
        gateway.reset();
        bearer.reset();
        tokens.reset();
        client = std::make_unique<HttpClient>(HttpClientOptions());
        tokens = std::make_unique<OAuthTokenSource>(*OAuthClient::of(profile, SecretString(secret)),
                                                    exchangeThrough(*client), clock);
        bearer = std::make_unique<BearerExchange>(exchangeThrough(*client), *tokens);
        gateway = std::make_unique<GraphGateway>(profile, bearer->exchange(), clock);
    }

    QString invite(int sequence = 0, const QString& uid = {})
    {
        MeetingMail meeting;
        meeting.uid = uid.isEmpty() ? newMeetingUid(clock.now()) : uid;
        meeting.identity.messageId = newMessageId(QStringLiteral("northgate.example"));
        meeting.identity.date = clock.now();
        meeting.sequence = sequence;
        meeting.organizer = {QStringLiteral("mira.castellan@northgate.example"), QStringLiteral("Mira Castellan")};
        meeting.rooms = {{room, QStringLiteral("CR1 Borealis")}};
        meeting.range = {at("2026-11-23T10:00:00Z"), at("2026-11-23T11:00:00Z")};
        meeting.zone = "Europe/Berlin";
        meeting.subject = QStringLiteral("Budget");
        exchange.send(meeting);
        return meeting.uid;
    }

    FakeClock clock;
    PracticeExchange exchange;
    ServerProfile profile;
    std::unique_ptr<HttpClient> client;
    std::unique_ptr<OAuthTokenSource> tokens;
    std::unique_ptr<BearerExchange> bearer;
    std::unique_ptr<GraphGateway> gateway;
    bool isOpen = false;
};

RoomResponse responseTo(const QString& uid, ResponseKind kind)
{
    RoomResponse response;
    response.mailbox = room;
    response.meeting.uid = uid;
    response.kind = kind;
    response.comment = QStringLiteral("The room is yours.");
    return response;
}

ItemDraft draft(const QByteArray& mark)
{
    ItemDraft draft;
    draft.mark = mark;
    draft.subject = QStringLiteral("Fire drill");
    draft.time = {at("2026-11-24T09:00:00Z"), at("2026-11-24T10:00:00Z")};
    draft.timeZone = "Europe/Berlin";
    return draft;
}

ItemDraft daily(const QByteArray& mark)
{
    ItemDraft series = draft(mark);
    RecurrenceRule rule;
    rule.frequency = RecurrenceRule::Frequency::Daily;
    rule.count = 5;
    series.recurrence = ItipRecurrence{rule, {}, {}, {}};
    series.recurrence->exceptions.append({ItipTime::Kind::Date, QDateTime(QDate(2026, 11, 26), QTime(0, 0), Qt::UTC), {}});
    return series;
}

} // namespace

class tst_GraphRehearsal final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void probes();
    void R_ANSWER_isGivenOnce_data();
    void R_ANSWER_isGivenOnce();
    void R_ANSWER_notFound();
    void K4_createdOnce();
    void changedAndCancelled();
    void seriesWithoutOneDate();
    void busyTimes();
    void E2_throttled();
    void E3_truncated();
    void E3_loginPage();
    void E5_expiredToken();
    void E5_wrongSecret();
    void offlineAndBack();

private:
    QList<CalendarItem> calendar();

    std::unique_ptr<Rehearsal> m_desk;
};

void tst_GraphRehearsal::init()
{
    m_desk = std::make_unique<Rehearsal>();
    QVERIFY(m_desk->isOpen);
}

QList<CalendarItem> tst_GraphRehearsal::calendar()
{
    return settled(m_desk->gateway->list(room, month)).value_or(QList<CalendarItem>());
}

void tst_GraphRehearsal::probes()
{
    const Result<ServerFacts> facts = settled(m_desk->gateway->probe(room));
    QVERIFY2(facts, codeOf(facts).constData());
    QCOMPARE(facts->mailbox, room);
    QVERIFY(settled(m_desk->gateway->probe({})));
    QCOMPARE(codeOf(settled(m_desk->gateway->probe(QStringLiteral("nobody@reserve.northgate.example")))),
             QByteArray("exchange.mailbox-unknown"));
}

void tst_GraphRehearsal::R_ANSWER_isGivenOnce_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("accept") << static_cast<int>(ResponseKind::Accept);
    QTest::newRow("tentative") << static_cast<int>(ResponseKind::Tentative);
    QTest::newRow("decline") << static_cast<int>(ResponseKind::Decline);
}

void tst_GraphRehearsal::R_ANSWER_isGivenOnce()
{
    QFETCH(int, kind);
    const QString uid = m_desk->invite();
    const RoomResponse response = responseTo(uid, static_cast<ResponseKind>(kind));
    const Result<ResponseReport> first = settled(m_desk->gateway->respond(response));
    QVERIFY2(first, codeOf(first).constData());
    QVERIFY(!first->wasAnswered);
    // The answer to us was lost.
    const Result<ResponseReport> second = settled(m_desk->gateway->respond(response));
    QVERIFY2(second, codeOf(second).constData());
    QVERIFY(second->wasAnswered);
    QCOMPARE(QJsonDocument::fromJson(m_desk->exchange.mailsJson()).array().size(), 1);
}

void tst_GraphRehearsal::R_ANSWER_notFound()
{
    QCOMPARE(codeOf(settled(m_desk->gateway->respond(responseTo(QStringLiteral("none@example.com"), ResponseKind::Accept)))),
             QByteArray("exchange.message-not-found"));
}

void tst_GraphRehearsal::K4_createdOnce()
{
    const Result<ItemReference> first = settled(m_desk->gateway->create(room, draft("m-1")));
    QVERIFY2(first, codeOf(first).constData());
    const Result<ItemReference> second = settled(m_desk->gateway->create(room, draft("m-1")));
    QVERIFY2(second, codeOf(second).constData());
    QCOMPARE(second->id, first->id);
    QVERIFY(settled(m_desk->gateway->create(room, draft("m-2"))));
    const QList<CalendarItem> items = calendar();
    QCOMPARE(items.size(), 2);
    QCOMPARE(items.first().time, draft({}).time);
    QCOMPARE(items.first().response, ItemResponse::Organizer);
}

void tst_GraphRehearsal::changedAndCancelled()
{
    QVERIFY(settled(m_desk->gateway->create(room, draft("m-1"))));
    ItemDraft later = draft("m-1");
    later.time = {at("2026-11-24T13:00:00Z"), at("2026-11-24T14:00:00Z")};
    const Result<ItemReference> updated = settled(m_desk->gateway->update(room, {}, later));
    QVERIFY2(updated, codeOf(updated).constData());
    QCOMPARE(calendar().value(0).time, later.time);
    QVERIFY(settled(m_desk->gateway->cancel(room, "m-1", {}, {})));
    QVERIFY(settled(m_desk->gateway->cancel(room, "m-1", {}, {})));
    QVERIFY(calendar().isEmpty());
    QCOMPARE(codeOf(settled(m_desk->gateway->update(room, {}, later))), QByteArray("exchange.item-gone"));
}

void tst_GraphRehearsal::seriesWithoutOneDate()
{
    const Result<ItemReference> made = settled(m_desk->gateway->create(room, daily("m-1")));
    QVERIFY2(made, codeOf(made).constData());
    QCOMPARE(calendar().size(), 4);
    QVERIFY(settled(m_desk->gateway->cancel(room, "m-1", QStringLiteral("2026-11-25T09:00:00Z"), {})));
    QCOMPARE(calendar().size(), 3);
    ItemDraft moved = draft("m-1");
    moved.time = {at("2026-11-27T15:00:00Z"), at("2026-11-27T16:00:00Z")};
    const Result<ItemReference> date = settled(m_desk->gateway->update(room, QStringLiteral("2026-11-27T09:00:00Z"), moved));
    QVERIFY2(date, codeOf(date).constData());
    const QList<CalendarItem> items = calendar();
    QCOMPARE(items.size(), 3);
    QCOMPARE(items.at(1).time, moved.time);
    QCOMPARE(items.at(1).recurrenceId, QStringLiteral("2026-11-27T09:00:00Z"));
}

void tst_GraphRehearsal::busyTimes()
{
    QVERIFY(settled(m_desk->gateway->create(room, draft("m-1"))));
    const Result<QList<BusyTime>> times = settled(m_desk->gateway->busyTimes({room}, month));
    QVERIFY2(times, codeOf(times).constData());
    QCOMPARE(times->size(), 1);
    QCOMPARE(times->first().time, draft({}).time);
}

void tst_GraphRehearsal::E2_throttled()
{
    QVERIFY(settled(m_desk->gateway->probe(room)));
    QVERIFY(m_desk->exchange.setSwitch(QStringLiteral("throttled"), QStringLiteral("7")));
    const Result<ItemReference> item = settled(m_desk->gateway->create(room, draft("m-1")));
    QCOMPARE(codeOf(item), QByteArray("exchange.throttled"));
    QCOMPARE(serverHint(item.error()), std::optional<Milliseconds>(std::chrono::seconds(7)));
}

void tst_GraphRehearsal::E3_truncated()
{
    QVERIFY(settled(m_desk->gateway->create(room, draft("m-1"))));
    QVERIFY(m_desk->exchange.setSwitch(QStringLiteral("truncated"), QStringLiteral("on")));
    const Result<QList<CalendarItem>> items = settled(m_desk->gateway->list(room, month));
    QVERIFY(!items);
    QCOMPARE(exchangeProblemOf(items.error()), ExchangeProblem::Temporary);
    QVERIFY(m_desk->exchange.setSwitch(QStringLiteral("truncated"), QStringLiteral("off")));
    QCOMPARE(calendar().size(), 1);
}

void tst_GraphRehearsal::E3_loginPage()
{
    QVERIFY(settled(m_desk->gateway->probe(room)));
    QVERIFY(m_desk->exchange.setSwitch(QStringLiteral("hostile"), QStringLiteral("login-page")));
    QCOMPARE(codeOf(settled(m_desk->gateway->list(room, month))), QByteArray("exchange.response-unreadable"));
}

void tst_GraphRehearsal::E5_expiredToken()
{
    QVERIFY(settled(m_desk->gateway->probe(room)));
    QVERIFY(m_desk->exchange.setSwitch(QStringLiteral("expired-token"), QStringLiteral("on")));
    const Result<ServerFacts> facts = settled(m_desk->gateway->probe(room));
    QVERIFY2(facts, codeOf(facts).constData());
}

void tst_GraphRehearsal::E5_wrongSecret()
{
    m_desk->connectAnew("another secret");
    const Result<ServerFacts> facts = settled(m_desk->gateway->probe(room));
    QCOMPARE(codeOf(facts), QByteArray("exchange.client-secret-refused"));
    QVERIFY(!facts.error().logLine().contains(QStringLiteral("another secret")));
}

void tst_GraphRehearsal::offlineAndBack()
{
    QVERIFY(settled(m_desk->gateway->create(room, draft("m-1"))));
    QVERIFY(m_desk->exchange.setSwitch(QStringLiteral("offline"), QStringLiteral("on")));
    const Result<ItemReference> away = settled(m_desk->gateway->create(room, draft("m-2")));
    QCOMPARE(exchangeProblemOf(away.error()), ExchangeProblem::Temporary);
    QVERIFY(m_desk->exchange.setSwitch(QStringLiteral("offline"), QStringLiteral("off")));
    QVERIFY(settled(m_desk->gateway->create(room, draft("m-2"))));
    QCOMPARE(calendar().size(), 2);
}

QTEST_GUILESS_MAIN(tst_GraphRehearsal)
#include "tst_graphrehearsal.moc"
