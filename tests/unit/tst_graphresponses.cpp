// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/exchangeproblem.h"
#include "tests/unit/graphrig.h"

#include <QJsonDocument>
#include <QTest>

using namespace reserve;
using namespace reserve::test;
using namespace std::chrono_literals;

// What becomes of answers that are refusals, lies or pieces of answers.

namespace {

const TimeRange day{at("2026-11-18T00:00:00Z"), at("2026-11-19T00:00:00Z")};

QByteArray codeOf(const auto& result)
{
    return result ? QByteArray() : result.error().code();
}

QByteArray bytesOf(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

RoomResponse acceptance()
{
    RoomResponse response;
    response.mailbox = room;
    response.meeting.uid = QStringLiteral("meeting-1@example.com");
    return response;
}

ItemDraft draft()
{
    ItemDraft draft;
    draft.mark = "b7a1-4711";
    draft.time = {at("2026-11-18T09:30:00Z"), at("2026-11-18T10:30:00Z")};
    return draft;
}

// One recorded answer and the operation that takes it.
struct Recording
{
    const char* name;
    const char* request;
    int status;
    QByteArray body;
    std::function<QByteArray(GraphRig&)> run; // the code of its error
};

QList<Recording> recordings()
{
    const QByteArray list = bytesOf(GraphRig::listOf({graphEvent("E1"), graphEvent("E2")}));
    const QByteArray schedule = bytesOf(GraphRig::listOf(
        {QJsonObject{{QStringLiteral("scheduleId"), room},
                     {QStringLiteral("scheduleItems"),
                      QJsonArray{QJsonObject{{QStringLiteral("status"), QStringLiteral("busy")},
                                             {QStringLiteral("start"), utcTime("2026-11-18T09:30:00")},
                                             {QStringLiteral("end"), utcTime("2026-11-18T10:30:00")}}}}}}));
    const QByteArray calendar = bytesOf({{QStringLiteral("owner"), QJsonObject{{QStringLiteral("address"), room}}}});
    return {
        {"list", "calendarView", 200, list, [](GraphRig& rig) { return codeOf(settled(rig.gateway.list(room, day))); }},
        {"find", "iCalUId", 200, list,
         [](GraphRig& rig) { return codeOf(settled(rig.gateway.find(room, acceptance().meeting))); }},
        {"respond", "iCalUId", 200, list,
         [](GraphRig& rig) {
             rig.answer("/accept", 202);
             return codeOf(settled(rig.gateway.respond(acceptance())));
         }},
        {"create", "POST", 201, bytesOf(graphEvent("E1")),
         [](GraphRig& rig) {
             rig.answerList("GET", {});
             return codeOf(settled(rig.gateway.create(room, draft())));
         }},
        {"busy times", "getSchedule", 200, schedule,
         [](GraphRig& rig) { return codeOf(settled(rig.gateway.busyTimes({room}, day))); }},
        {"processing", "/calendar", 200, calendar,
         [](GraphRig& rig) { return codeOf(settled(rig.gateway.processing(room))); }},
        {"probe", "/calendar", 200, calendar, [](GraphRig& rig) { return codeOf(settled(rig.gateway.probe(room))); }},
    };
}

} // namespace

class tst_GraphResponses final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusals_data();
    void refusals();
    void whatGraphSaysIsKept();
    void E2_waitsAreTheServersToName_data();
    void E2_waitsAreTheServersToName();

    void E3_truncatedAtEveryByte_data();
    void E3_truncatedAtEveryByte();
    void E3_otherThingsThanJson_data();
    void E3_otherThingsThanJson();
    void E3_eventsThatAreNone_data();
    void E3_eventsThatAreNone();
    void E3_okThatIsARefusal();
    void E4_nestedDeeply();

    void E5_expiredTokenIsRenewedOnce();
    void E5_tokenThatIsNeverGood();
    void E5_tokenOfManyRequests();
    void E5_noToken();
    void transportFailures_data();
    void transportFailures();

    void E10_nextPagesOfTheSameServerAlone_data();
    void E10_nextPagesOfTheSameServerAlone();
    void endlessPagesEnd();
    void everyCallEndsWhenTheGatewayGoes();
};

void tst_GraphResponses::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("graphCode");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("problem");
    const auto row = [](int status, const char* graphCode, const char* code, ExchangeProblem problem) {
        QTest::newRow(QByteArray(QByteArray::number(status) + ' ' + graphCode).constData())
            << status << QByteArray(graphCode) << QByteArray(code) << static_cast<int>(problem);
    };
    row(403, "ErrorAccessDenied", "exchange.mailbox-out-of-scope", ExchangeProblem::Permanent);
    row(403, "Authorization_RequestDenied", "exchange.consent-missing", ExchangeProblem::Credentials);
    row(403, "NoPermissionsInAccessToken", "exchange.consent-missing", ExchangeProblem::Credentials);
    row(403, "SomethingNew", "exchange.mailbox-out-of-scope", ExchangeProblem::Permanent);
    row(404, "ErrorInvalidUser", "exchange.mailbox-unknown", ExchangeProblem::Permanent);
    row(404, "MailboxNotEnabledForRESTAPI", "exchange.mailbox-unknown", ExchangeProblem::Permanent);
    row(404, "Request_ResourceNotFound", "exchange.mailbox-unknown", ExchangeProblem::Permanent);
    row(404, "ErrorItemNotFound", "exchange.item-gone", ExchangeProblem::Missing);
    row(410, "SyncStateNotFound", "exchange.item-gone", ExchangeProblem::Missing);
    row(409, "ErrorIrresolvableConflict", "exchange.item-changed", ExchangeProblem::Conflict);
    row(412, "ErrorStaleObject", "exchange.item-changed", ExchangeProblem::Conflict);
    row(400, "ErrorDuplicateTransactionId", "exchange.item-changed", ExchangeProblem::Conflict);
    row(400, "ErrorOccurrenceCrossingBoundary", "exchange.refused", ExchangeProblem::Permanent);
    row(400, "ErrorInternalServerTransientError", "exchange.server-error", ExchangeProblem::Temporary);
    row(429, "ApplicationThrottled", "exchange.throttled", ExchangeProblem::Throttled);
    row(429, "SomethingNew", "exchange.throttled", ExchangeProblem::Throttled);
    row(503, "ErrorMailboxMoveInProgress", "exchange.server-error", ExchangeProblem::Temporary);
    row(503, "ErrorServerBusy", "exchange.throttled", ExchangeProblem::Throttled);
    row(500, "ErrorInternalServerError", "exchange.server-error", ExchangeProblem::Temporary);
    row(504, "UnknownError", "exchange.server-error", ExchangeProblem::Temporary);
}

void tst_GraphResponses::refusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, graphCode);
    QFETCH(QByteArray, code);
    QFETCH(int, problem);
    GraphRig rig;
    rig.refuse("calendarView", status, graphCode.constData(), "In words.");
    const Result<QList<CalendarItem>> items = settled(rig.gateway.list(room, day));
    QCOMPARE(codeOf(items), code);
    QCOMPARE(static_cast<int>(exchangeProblemOf(items.error())), problem);
    QCOMPARE(items.error().arguments().value(QStringLiteral("mailbox")), room);
}

void tst_GraphResponses::whatGraphSaysIsKept()
{
    GraphRig rig;
    HttpResponse refused
        = response(400, "{\"error\":{\"code\":\"ErrorInvalidRequest\",\"message\":\"Line one.\\r\\nLine two.\"}}");
    refused.headers.append({QByteArray("request-id"), QByteArray("7f3a-11")});
    rig.server.answer("calendarView", refused);
    const Error error = settled(rig.gateway.list(room, day)).error();
    QCOMPARE(error.arguments().value(QStringLiteral("remote")),
             QStringLiteral("ErrorInvalidRequest: Line one. Line two."));
    QCOMPARE(error.arguments().value(QStringLiteral("request")), QStringLiteral("7f3a-11"));
    QCOMPARE(error.arguments().value(QStringLiteral("status")), QStringLiteral("400"));
    QVERIFY(!error.logLine().contains(QStringLiteral("t1")));
}

void tst_GraphResponses::E2_waitsAreTheServersToName_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<qint64>("hint"); // seconds; -1: none
    const auto row = [](const char* name, int status, const char* retryAfter, const char* code, qint64 hint) {
        QTest::newRow(name) << status << QByteArray(retryAfter) << QByteArray(code) << hint;
    };
    row("429", 429, "30", "exchange.throttled", 30);
    row("429, at once", 429, "0", "exchange.throttled", 0);
    row("429, a day", 429, "86400", "exchange.throttled", 86400); // whoever waits caps it
    row("429, none", 429, "", "exchange.throttled", -1);
    row("429, negative", 429, "-5", "exchange.throttled", -1);
    row("429, text", 429, "soon", "exchange.throttled", -1);
    row("429, date", 429, "Wed, 18 Nov 2026 08:01:00 GMT", "exchange.throttled", 60);
    row("503", 503, "10", "exchange.throttled", 10);
    row("503, none", 503, "", "exchange.server-error", -1);
    row("504", 504, "10", "exchange.server-error", 10);
}

void tst_GraphResponses::E2_waitsAreTheServersToName()
{
    QFETCH(int, status);
    QFETCH(QByteArray, retryAfter);
    QFETCH(qint64, hint);
    for (const QByteArray& body :
         {QByteArray(), QByteArray("{\"error\":{\"code\":\"UnknownError\",\"message\":\"\"}}")}) {
        GraphRig rig;
        HttpResponse busy = response(status, body);
        if (!retryAfter.isEmpty())
            busy.headers.append({QByteArray("retry-after"), retryAfter});
        rig.server.answer("calendarView", busy);
        const Result<QList<CalendarItem>> items = settled(rig.gateway.list(room, day));
        QTEST(codeOf(items), "code");
        const auto expected = hint < 0 ? std::nullopt : std::optional<Milliseconds>(std::chrono::seconds(hint));
        QCOMPARE(serverHint(items.error()), expected);
        QCOMPARE(rig.requests().size(), 1); // the outbox repeats, not the gateway
    }
}

void tst_GraphResponses::E3_truncatedAtEveryByte_data()
{
    QTest::addColumn<int>("recording");
    const QList<Recording> all = recordings();
    for (int i = 0; i < all.size(); ++i)
        QTest::newRow(all.at(i).name) << i;
}

void tst_GraphResponses::E3_truncatedAtEveryByte()
{
    QFETCH(int, recording);
    const Recording recorded = recordings().at(recording);
    for (qsizetype length = 0; length <= recorded.body.size(); ++length) {
        GraphRig rig;
        rig.server.answer(recorded.request, response(recorded.status, recorded.body.left(length)));
        const QByteArray expected = length == recorded.body.size() ? "" : "exchange.response-unreadable";
        QCOMPARE(recorded.run(rig), expected);
    }
}

void tst_GraphResponses::E3_otherThingsThanJson_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, int status, const char* body, const char* type, const char* code) {
        QTest::newRow(name) << status << QByteArray(body) << QByteArray(type) << QByteArray(code);
    };
    const char* unreadable = "exchange.response-unreadable";
    row("login page", 200, "<!DOCTYPE html><html>Sign in</html>", "text/html; charset=utf-8", unreadable);
    row("JSON called HTML", 200, "{\"value\":[]}", "text/html", unreadable);
    row("array", 200, "[]", "application/json", unreadable);
    row("no value", 200, "{}", "application/json", unreadable);
    row("value that is no list", 200, "{\"value\":{}}", "application/json", unreadable);
    row("binary", 200, "\x1f\x8b\x08", "application/json", unreadable);
    row("E10: elsewhere", 302, "", "", "exchange.redirected");
    row("E10: elsewhere for good", 308, "", "", "exchange.redirected");
    row("refusal of a proxy", 403, "<html>", "text/html", "exchange.mailbox-out-of-scope");
    row("mistyped address", 404, "<html>", "text/html", unreadable);
    row("gateway", 502, "<html>", "text/html", "exchange.server-error");
}

void tst_GraphResponses::E3_otherThingsThanJson()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    GraphRig rig;
    rig.server.answer("calendarView", response(status, body, type));
    QTEST(codeOf(settled(rig.gateway.list(room, day))), "code");
    QCOMPARE(rig.requests().size(), 1);
}

void tst_GraphResponses::E3_eventsThatAreNone_data()
{
    QTest::addColumn<QJsonObject>("changes");
    const auto row = [](const char* name, const QJsonValue& value) {
        QTest::newRow(name) << QJsonObject{{QString::fromLatin1(name).section(QLatin1Char(' '), 0, 0), value}};
    };
    row("id", QJsonValue::Null);
    row("start", QJsonValue::Null);
    row("end", QJsonValue::Null);
    row("start text", QStringLiteral("2026-11-18T09:30:00"));
    row("start empty", QJsonObject());
    row("start nonsense", utcTime("tomorrow"));
    row("end before", utcTime("2026-11-18T09:29:59"));
}

// One that cannot be read is no reason to show the rest as if it were all.
void tst_GraphResponses::E3_eventsThatAreNone()
{
    QFETCH(QJsonObject, changes);
    GraphRig rig;
    rig.answerList("calendarView", {graphEvent("E0"), graphEvent("E1", changes)});
    const Result<QList<CalendarItem>> items = settled(rig.gateway.list(room, day));
    QCOMPARE(codeOf(items), QByteArray("exchange.response-unreadable"));
    QVERIFY(!items.error().arguments().value(QStringLiteral("detail")).isEmpty());
}

void tst_GraphResponses::E3_okThatIsARefusal()
{
    GraphRig rig;
    rig.refuse("calendarView", 200, "ErrorServerBusy", "Later.");
    QCOMPARE(codeOf(settled(rig.gateway.list(room, day))), QByteArray("exchange.throttled"));
}

void tst_GraphResponses::E4_nestedDeeply()
{
    GraphRig rig;
    rig.server.answer("calendarView",
                      response(200, "{\"value\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + '}'));
    QCOMPARE(codeOf(settled(rig.gateway.list(room, day))), QByteArray("exchange.response-unreadable"));
    QVERIFY(rig.requests().first().mostBytes <= 32 * 1024 * 1024);
}

void tst_GraphResponses::E5_expiredTokenIsRenewedOnce()
{
    GraphRig rig;
    rig.issuer.answer("/token",
                      response(200, "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"t0\"}"));
    rig.refuse("calendarView", 401, "InvalidAuthenticationToken", "Lifetime validation failed, the token is expired.");
    rig.answerList("calendarView", {});
    QVERIFY(settled(rig.gateway.list(room, day)));
    QCOMPARE(rig.requests().at(0).bearer.reveal().toByteArray(), QByteArray("t0"));
    QCOMPARE(rig.requests().at(1).bearer.reveal().toByteArray(), QByteArray("t1"));
    QCOMPARE(rig.requests().at(0).url, rig.requests().at(1).url);
    QCOMPARE(rig.requests().size(), 2);
    QCOMPARE(rig.issuer.requests().size(), 2);
}

void tst_GraphResponses::E5_tokenThatIsNeverGood()
{
    GraphRig rig;
    rig.refuse("calendarView", 401, "InvalidAuthenticationToken", "Access token validation failure.");
    rig.refuse("calendarView", 401, "InvalidAuthenticationToken", "Access token validation failure.");
    const Result<QList<CalendarItem>> items = settled(rig.gateway.list(room, day));
    QCOMPARE(codeOf(items), QByteArray("exchange.token-not-accepted"));
    QCOMPARE(exchangeProblemOf(items.error()), ExchangeProblem::Credentials);
    QCOMPARE(rig.requests().size(), 2);
}

// Twenty requests whose token ends together ask for one new one.
void tst_GraphResponses::E5_tokenOfManyRequests()
{
    GraphRig rig;
    rig.issuer.answer("/token",
                      response(200, "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"t0\"}"));
    for (int i = 0; i < 20; ++i)
        rig.refuse("calendarView", 401, "InvalidAuthenticationToken");
    rig.server.answerAlways("calendarView", response(200, "{\"value\":[]}"));
    QList<QFuture<Result<QList<CalendarItem>>>> asked;
    for (int i = 0; i < 20; ++i)
        asked.append(rig.gateway.list(room, day));
    for (const auto& future : asked)
        QVERIFY(settled(future));
    QCOMPARE(rig.issuer.requests().size(), 2);
    QCOMPARE(rig.requests().size(), 40);
}

void tst_GraphResponses::E5_noToken()
{
    GraphRig rig;
    rig.issuer.answer("/token",
                      response(401, "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000222: expired\"}"));
    QCOMPARE(codeOf(settled(rig.gateway.respond(acceptance()))), QByteArray("exchange.secret-expired"));
    QVERIFY(rig.requests().isEmpty());
}

void tst_GraphResponses::transportFailures_data()
{
    QTest::addColumn<QByteArray>("http");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("name") << QByteArray("http.host-unknown") << QByteArray("exchange.unreachable");
    QTest::newRow("connection") << QByteArray("http.no-connection") << QByteArray("exchange.unreachable");
    QTest::newRow("cut") << QByteArray("http.connection-lost") << QByteArray("exchange.connection-lost");
    QTest::newRow("stalled") << QByteArray("http.time-limit") << QByteArray("exchange.time-limit");
    QTest::newRow("E10: certificate") << QByteArray("http.certificate") << QByteArray("exchange.certificate");
    QTest::newRow("E4: too large") << QByteArray("http.too-large") << QByteArray("exchange.response-unreadable");
    QTest::newRow("E3: cut inside") << QByteArray("http.protocol") << QByteArray("exchange.response-unreadable");
}

void tst_GraphResponses::transportFailures()
{
    QFETCH(QByteArray, http);
    for (const Recording& recording : recordings()) {
        GraphRig rig;
        rig.server.answer(recording.request, failure(http, {{QStringLiteral("host"), QStringLiteral("graph")}}, true));
        QTEST(recording.run(rig), "code");
    }
}

void tst_GraphResponses::E10_nextPagesOfTheSameServerAlone_data()
{
    QTest::addColumn<QString>("next");
    for (const char* next :
         {"https://graph.example.com/v1.0/next", "http://graph.microsoft.com/v1.0/next",
          "https://graph.microsoft.com:444/v1.0/next", "https://graph.microsoft.com@evil.example/next",
          "https://user@graph.microsoft.com/next", "//evil.example/next", "/v1.0/next", "file:///etc/passwd",
          "https://graph.microsoft.com.evil.example/next", "not a URL"})
        QTest::newRow(next) << QString::fromLatin1(next);
}

void tst_GraphResponses::E10_nextPagesOfTheSameServerAlone()
{
    QFETCH(QString, next);
    GraphRig rig;
    QJsonObject page = GraphRig::listOf({graphEvent("E1")});
    page.insert(QStringLiteral("@odata.nextLink"), next);
    rig.answer("calendarView", page);
    QCOMPARE(codeOf(settled(rig.gateway.list(room, day))), QByteArray("exchange.response-unreadable"));
    QCOMPARE(rig.requests().size(), 1);
}

void tst_GraphResponses::endlessPagesEnd()
{
    GraphRig rig;
    QJsonObject page = GraphRig::listOf({});
    page.insert(QStringLiteral("@odata.nextLink"), QStringLiteral("https://graph.microsoft.com/v1.0/next"));
    rig.server.answerAlways("GET", response(200, bytesOf(page)));
    QCOMPARE(codeOf(settled(rig.gateway.list(room, day))), QByteArray("exchange.response-unreadable"));
    QVERIFY(rig.requests().size() <= 5000);
}

void tst_GraphResponses::everyCallEndsWhenTheGatewayGoes()
{
    for (const bool tokenIsThere : {false, true}) {
        RecordedExchange server;
        FakeClock clock;
        ServerProfile profile;
        profile.kind = ServerKind::Graph;
        profile.tenant = profile.clientId = QStringLiteral("contoso.example");
        OAuthTokenSource tokens(*OAuthClient::of(profile, SecretString("secret")), server.exchange(), clock);
        server.answer("/token",
                      response(200, "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"t1\"}"));
        if (tokenIsThere)
            QVERIFY(settled(tokens.token()));
        server.hold();
        BearerExchange bearer(server.exchange(), tokens);
        auto gateway = std::make_unique<GraphGateway>(profile, bearer.exchange(), clock);
        const auto responded = gateway->respond(acceptance());
        const auto created = gateway->create(room, draft());
        const auto listed = gateway->list(room, day);
        const auto found = gateway->find(room, acceptance().meeting);
        const auto busy = gateway->busyTimes({room}, day);
        const auto sent = gateway->sendMail(room, {}, SendingAgain::No);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        gateway.reset();
        const QByteArray cancelled("exchange.cancelled");
        QCOMPARE(codeOf(settled(responded)), cancelled);
        QCOMPARE(codeOf(settled(created)), cancelled);
        QCOMPARE(codeOf(settled(listed)), cancelled);
        QCOMPARE(codeOf(settled(found)), cancelled);
        QCOMPARE(codeOf(settled(busy)), cancelled);
        QCOMPARE(codeOf(settled(sent)), cancelled);
        server.release();
        QCoreApplication::processEvents();
    }
}

QTEST_GUILESS_MAIN(tst_GraphResponses)
#include "tst_graphresponses.moc"
