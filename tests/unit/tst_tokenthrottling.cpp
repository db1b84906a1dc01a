// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/exchangeproblem.h"
#include "models/exchange/oauthtoken.h"
#include "tests/support/fakeclock.h"
#include "tests/unit/recordedexchange.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;
using namespace std::chrono_literals;

namespace {

constexpr int rooms = 40;

OAuthClient application()
{
    ServerProfile profile;
    profile.kind = ServerKind::Graph;
    profile.tenant = QStringLiteral("contoso.example");
    profile.clientId = QStringLiteral("6731de76");
    return *OAuthClient::of(profile, SecretString("secret"));
}

HttpResponse granted()
{
    return response(200, "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"t1\"}");
}

HttpResponse busyFor(const QByteArray& seconds)
{
    HttpResponse busy = response(429);
    busy.headers.append({QByteArray("retry-after"), seconds});
    return busy;
}

} // namespace

// A tenant that wants to be left alone is (E2), however many mailboxes a profile has.
class TestTokenThrottling final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void E2_fortyRoomsAskOnceUntilThePauseIsOver()
    {
        RecordedExchange server;
        FakeClock clock;
        server.answer("POST", busyFor("600"));
        server.answer("POST", granted());
        OAuthTokenSource tokens(application(), server.exchange(), clock);
        for (int second = 0; second < 600; second += 15) {
            const Result<SecretString> token = settled(tokens.token());
            QVERIFY(!token);
            QCOMPARE(token.error().code(), QByteArray("exchange.throttled"));
            QVERIFY(concernsEveryMailbox(token.error()));
            QCOMPARE(serverHint(token.error()), std::optional<Milliseconds>(std::chrono::seconds(600 - second)));
            clock.advance(15s);
        }
        QCOMPARE(server.requests().size(), 1);
        QVERIFY(settled(tokens.token()));
        QCOMPARE(server.requests().size(), 2);
    }

    void E2_whoeverWaitsForTheSameAnswerHearsOfThePauseToo()
    {
        RecordedExchange server;
        FakeClock clock;
        server.hold();
        server.answer("POST", busyFor("600"));
        OAuthTokenSource tokens(application(), server.exchange(), clock);
        QList<QFuture<Result<SecretString>>> waiting;
        for (int room = 0; room < rooms; ++room)
            waiting.append(tokens.token());
        server.release();
        for (const auto& future : waiting) {
            const Result<SecretString> token = settled(future);
            QVERIFY(!token);
            QVERIFY(concernsEveryMailbox(token.error()));
        }
        QCOMPARE(server.requests().size(), 1);
    }

    void E2_theTenantsOwnNumbersMeanAPauseOfAMinute_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::newRow("too many requests") << QByteArray("90055");
        QTest::newRow("the same over and over") << QByteArray("50196");
    }

    void E2_theTenantsOwnNumbersMeanAPauseOfAMinute()
    {
        QFETCH(QByteArray, number);
        RecordedExchange server;
        FakeClock clock;
        server.answer("POST",
                      response(400,
                               "{\"error\":\"invalid_request\",\"error_description\":\"AADSTS" + number
                                   + ": Wait.\",\"error_codes\":[" + number + "]}"));
        server.answer("POST", granted());
        OAuthTokenSource tokens(application(), server.exchange(), clock);
        for (int room = 0; room < rooms; ++room) {
            const Result<SecretString> token = settled(tokens.token());
            QVERIFY(!token);
            QVERIFY(concernsEveryMailbox(token.error()));
            QVERIFY(!serverHint(token.error())); // the tenant named no time
        }
        QCOMPARE(server.requests().size(), 1);
        clock.advance(1min);
        QVERIFY(settled(tokens.token()));
    }

    void E2_noPauseIsLongerThanAnHour()
    {
        RecordedExchange server;
        FakeClock clock;
        server.answer("POST", busyFor("864000"));
        server.answer("POST", granted());
        OAuthTokenSource tokens(application(), server.exchange(), clock);
        QCOMPARE(serverHint(settled(tokens.token()).error()), std::optional<Milliseconds>(1h));
        clock.advance(1h);
        QVERIFY(settled(tokens.token()));
    }

    void T1_theClockSetBackEndsThePause()
    {
        RecordedExchange server;
        FakeClock clock;
        server.answer("POST", busyFor("600"));
        server.answer("POST", granted());
        OAuthTokenSource tokens(application(), server.exchange(), clock);
        QVERIFY(!settled(tokens.token()));
        clock.advance(-24h);
        QVERIFY(settled(tokens.token()));
    }
};

QTEST_GUILESS_MAIN(TestTokenThrottling)
#include "tst_tokenthrottling.moc"
