// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/breaker.h"
#include "models/agent/serverlink.h"
#include "models/agent/serverrequest.h"
#include "models/exchange/exchangeproblem.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakegateway.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const Instant now = at("2026-11-18T08:00:00Z");
const Instant later = now + Minutes(5);
constexpr Milliseconds longest = std::chrono::hours(1);
constexpr int most = 16;
const Reason away{"exchange.unreachable", {}};

Error error(const char* code, const Arguments& arguments = {})
{
    return Error(code, arguments);
}

ServerProfile profileOf(ServerKind kind)
{
    ServerProfile profile;
    profile.id = ServerProfileId{1};
    profile.kind = kind;
    return profile;
}

} // namespace

// When a server may be asked, without a server (R-RETRY).
class TestBreaker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneRequestUntilItIsProven();
    void oneFailureAmongAnswersIsNoOutage();
    void R_RETRY_awayUntilThenOneProbe();
    void R_RETRY_aServerThatIsAwayStaysAwaySinceTheFirstFailure();
    void R_RETRY_throttledIsKeptWhateverComesBack();
    void pausedEndsByAPersonAlone();
    void T1_theClockSetBackFreesIt();
    void mailboxLimit();
    void R_RETRY_retryTime_data();
    void R_RETRY_retryTime();
    void everyProblemHasItsConsequence_data();
    void everyProblemHasItsConsequence();
    void aMailboxIsThrottledByItselfInGraph();
    void whoeverGivesTheTokensThrottlesAllMailboxes();
    void R_ANSWER_looksAreBounded();
};

void TestBreaker::oneRequestUntilItIsProven()
{
    Breaker breaker(3);
    QCOMPARE(breaker.standing(), ServerStanding::Unproven);
    QCOMPARE(breaker.room(now, 0, most, longest), 1);
    QCOMPARE(breaker.room(now, 1, most, longest), 0);
    breaker.noteAnswer(now);
    QCOMPARE(breaker.standing(), ServerStanding::Ready);
    QCOMPARE(breaker.room(now, 0, most, longest), most);
    QCOMPARE(breaker.room(now, most, most, longest), 0);
    QCOMPARE(breaker.room(now, most + 3, most, longest), 0);
    breaker.reset(now);
    QCOMPARE(breaker.room(now, 0, most, longest), 1);
}

void TestBreaker::oneFailureAmongAnswersIsNoOutage()
{
    Breaker breaker(3);
    breaker.noteAnswer(now);
    for (int i = 0; i < 10; ++i) {
        breaker.noteFailure(now, later, away);
        breaker.noteFailure(now, later, away);
        QCOMPARE(breaker.standing(), ServerStanding::Ready);
        breaker.noteAnswer(now);
    }
    breaker.noteFailure(now, later, away);
    breaker.noteFailure(now, later, away);
    breaker.noteFailure(now, later, away);
    QCOMPARE(breaker.standing(), ServerStanding::Away);
    QCOMPARE(breaker.reason(), away);
    // One that has answered nothing yet is away at the first failure.
    Breaker unproven(3);
    unproven.noteFailure(now, later, away);
    QCOMPARE(unproven.standing(), ServerStanding::Away);
}

void TestBreaker::R_RETRY_awayUntilThenOneProbe()
{
    Breaker breaker;
    breaker.noteFailure(now, later, away);
    QVERIFY(breaker.holds(now, longest));
    QCOMPARE(breaker.room(later - Milliseconds(1), 0, most, longest), 0);
    QVERIFY(!breaker.holds(later, longest));
    QCOMPARE(breaker.room(later, 0, most, longest), 1);
    QCOMPARE(breaker.room(later, 1, most, longest), 0);
    // The probe fails: away again, for as long as before.
    breaker.noteFailure(later, later + Minutes(5), away);
    QCOMPARE(breaker.room(later + Minutes(5) - Milliseconds(1), 0, most, longest), 0);
    // The probe answers: everything goes on by itself.
    breaker.noteAnswer(later + Minutes(5));
    QCOMPARE(breaker.room(later + Minutes(5), 1, most, longest), most - 1);
    QVERIFY(breaker.reason().isEmpty());
}

void TestBreaker::R_RETRY_aServerThatIsAwayStaysAwaySinceTheFirstFailure()
{
    Breaker breaker;
    breaker.noteFailure(now, later, away);
    // Failures of what was under way do not put the next probe off.
    breaker.noteFailure(now + Minutes(1), later + Minutes(1), away);
    QCOMPARE(breaker.until(), later);
    breaker.noteFailure(later, later + Minutes(5), away);
    QCOMPARE(breaker.until(), later + Minutes(5));
    QCOMPARE(breaker.since(), now);
}

void TestBreaker::R_RETRY_throttledIsKeptWhateverComesBack()
{
    Breaker breaker(3);
    breaker.noteAnswer(now);
    breaker.noteThrottled(now, later, {"exchange.throttled", {}});
    QCOMPARE(breaker.standing(), ServerStanding::Throttled);
    // What was under way still comes back well, or with a shorter hint.
    breaker.noteAnswer(now + Minutes(1));
    QCOMPARE(breaker.standing(), ServerStanding::Throttled);
    breaker.noteThrottled(now + Minutes(1), now + Minutes(2), {"exchange.throttled", {}});
    QCOMPARE(breaker.until(), later);
    QCOMPARE(breaker.room(later - Milliseconds(1), 0, most, longest), 0);
    QCOMPARE(breaker.room(later, 0, most, longest), 1);
    breaker.noteAnswer(later);
    QCOMPARE(breaker.standing(), ServerStanding::Ready);
}

void TestBreaker::pausedEndsByAPersonAlone()
{
    Breaker breaker(3);
    const Reason refused{"exchange.credentials-refused", {}};
    breaker.pause(now, refused);
    breaker.noteAnswer(now);
    breaker.noteFailure(now, later, away);
    breaker.noteThrottled(now, later, away);
    QCOMPARE(breaker.standing(), ServerStanding::Paused);
    QCOMPARE(breaker.reason(), refused);
    QCOMPARE(breaker.room(now + std::chrono::days(365), 0, most, longest), 0);
    breaker.reset(later);
    QCOMPARE(breaker.room(later, 0, most, longest), 1);
}

void TestBreaker::T1_theClockSetBackFreesIt()
{
    Breaker breaker;
    breaker.noteFailure(now, later, away);
    QVERIFY(!breaker.holds(now - std::chrono::days(3652), longest));
    QVERIFY(!breaker.holds(now + std::chrono::days(3652), longest));
    MailboxLimit limit(4);
    limit.holdUntil(QStringLiteral("cr1@mycompany.com"), later);
    QCOMPARE(limit.room(QStringLiteral("cr1@mycompany.com"), now, longest), 0);
    QCOMPARE(limit.room(QStringLiteral("cr1@mycompany.com"), now - std::chrono::days(3652), longest), 4);
}

void TestBreaker::mailboxLimit()
{
    const QString cr1 = QStringLiteral("CR1@mycompany.com");
    const QString cr2 = QStringLiteral("cr2@mycompany.com");
    MailboxLimit limit(4);
    for (int left = 3; left >= 0; --left) {
        limit.begin(cr1);
        QCOMPARE(limit.room(cr1.toLower(), now, longest), left); // one mailbox, however it is spelled
    }
    QCOMPARE(limit.room(cr2, now, longest), 4);
    limit.end(cr1);
    QCOMPARE(limit.room(cr1, now, longest), 1);
    limit.holdUntil(cr1, later);
    limit.holdUntil(cr1, later - Minutes(1)); // the longer one counts
    QCOMPARE(limit.room(cr1, later - Milliseconds(1), longest), 0);
    QCOMPARE(limit.room(cr1, later, longest), 1);
    limit.end(cr2); // was not begun
    QCOMPARE(limit.room(cr2, now, longest), 4);
}

void TestBreaker::R_RETRY_retryTime_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("hint");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("away: after the Exchange Retry Duration")
        << QByteArray("exchange.unreachable") << QString() << qint64(300);
    QTest::newRow("a hint is a floor") << QByteArray("exchange.server-error") << QStringLiteral("900000")
                                       << qint64(900);
    QTest::newRow("a shorter hint is none")
        << QByteArray("exchange.server-error") << QStringLiteral("1000") << qint64(300);
    QTest::newRow("above an hour counts as an hour")
        << QByteArray("exchange.server-error") << QStringLiteral("86400000") << qint64(3600);
    QTest::newRow("throttled: the server knows")
        << QByteArray("exchange.throttled") << QStringLiteral("20000") << qint64(20);
    QTest::newRow("throttled for a day") << QByteArray("exchange.throttled") << QStringLiteral("86400000")
                                         << qint64(3600);
    QTest::newRow("throttled for nothing") << QByteArray("exchange.throttled") << QStringLiteral("0") << qint64(1);
    QTest::newRow("throttled for less than nothing")
        << QByteArray("exchange.throttled") << QStringLiteral("-5000") << qint64(1);
    QTest::newRow("throttled without a hint") << QByteArray("exchange.throttled") << QString() << qint64(300);
    QTest::newRow("a hint that is none") << QByteArray("exchange.throttled") << QStringLiteral("soon") << qint64(300);
}

void TestBreaker::R_RETRY_retryTime()
{
    QFETCH(QByteArray, code);
    QFETCH(QString, hint);
    QFETCH(qint64, seconds);
    Arguments arguments;
    if (!hint.isNull())
        arguments.insert(QStringLiteral("hint"), hint);
    QCOMPARE(retryTime(Error(code, arguments), now, Minutes(5)), now + std::chrono::seconds(seconds));
}

void TestBreaker::everyProblemHasItsConsequence_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<ServerStanding>("standing");
    const auto row
        = [](const char* code, ServerStanding standing) { QTest::newRow(code) << QByteArray(code) << standing; };
    for (const char* code : {"exchange.unreachable", "exchange.time-limit", "exchange.connection-lost",
                             "exchange.server-error", "exchange.response-unreadable", "exchange.certificate"})
        row(code, ServerStanding::Away);
    row("exchange.throttled", ServerStanding::Throttled);
    for (const char* code : {"exchange.credentials-refused", "exchange.consent-missing", "exchange.secret-expired",
                             "exchange.secret-missing", "exchange.ews-blocked"})
        row(code, ServerStanding::Paused);
    // These judge one request; the server is there.
    for (const char* code :
         {"exchange.message-not-found", "exchange.item-gone", "exchange.item-changed", "exchange.refused",
          "exchange.mailbox-unknown", "exchange.access-denied", "exchange.not-supported"})
        row(code, ServerStanding::Ready);
}

void TestBreaker::everyProblemHasItsConsequence()
{
    QFETCH(QByteArray, code);
    QFETCH(ServerStanding, standing);
    FakeExchange exchange;
    const QString mailbox = QStringLiteral("cr1@mycompany.com");
    const ServerProfile profile = profileOf(ServerKind::Ews);
    ServerLink link(profile, {}, exchange.make(profile, {}).value(), {}, {}, now);
    link.begin(mailbox);
    link.end(mailbox);
    link.noteProblem(mailbox, Error(code, {{QStringLiteral("hint"), QStringLiteral("60000")}}), now, Minutes(5));
    QCOMPARE(link.state().standing, standing);
    QCOMPARE(link.obstacle(now, longest).isEmpty(), standing == ServerStanding::Ready);
    QCOMPARE(link.room(mailbox, now, longest), standing == ServerStanding::Ready ? 4 : 0);
    QCOMPARE(link.isPaused(), standing == ServerStanding::Paused);
}

void TestBreaker::aMailboxIsThrottledByItselfInGraph()
{
    FakeExchange exchange;
    const QString cr1 = QStringLiteral("cr1@mycompany.com");
    const QString cr2 = QStringLiteral("cr2@mycompany.com");
    const ServerProfile profile = profileOf(ServerKind::Graph);
    ServerLink link(profile, {}, exchange.make(profile, {}).value(), {}, {}, now);
    link.noteAnswer(now);
    link.noteProblem(cr1, error("exchange.throttled", {{QStringLiteral("hint"), QStringLiteral("60000")}}), now,
                     Minutes(5));
    QCOMPARE(link.room(cr1, now, longest), 0);
    QCOMPARE(link.room(cr2, now, longest), 4);
    QCOMPARE(link.mailboxHeldUntil(cr1), now + Minutes(1));
    QCOMPARE(link.room(cr1, now + Minutes(1), longest), 4);
}

void TestBreaker::whoeverGivesTheTokensThrottlesAllMailboxes()
{
    FakeExchange exchange;
    const QString cr1 = QStringLiteral("cr1@mycompany.com");
    const QString cr2 = QStringLiteral("cr2@mycompany.com");
    const ServerProfile profile = profileOf(ServerKind::Graph);
    ServerLink link(profile, {}, exchange.make(profile, {}).value(), {}, {}, now);
    link.noteAnswer(now);
    const Error throttled = error("exchange.throttled", {{QStringLiteral("hint"), QStringLiteral("600000")}});
    link.noteProblem(cr1, ofEveryMailbox(throttled), now, Minutes(5));
    QCOMPARE(link.state().standing, ServerStanding::Throttled);
    QCOMPARE(link.room(cr2, now, longest), 0);
    QCOMPARE(link.room(cr2, now + Minutes(10) - Milliseconds(1), longest), 0);
    QVERIFY(link.room(cr2, now + Minutes(10), longest) > 0);
}

void TestBreaker::R_ANSWER_looksAreBounded()
{
    Milliseconds all{0};
    int looks = 0;
    for (auto wait = nextLookAfter(looks); wait; wait = nextLookAfter(++looks))
        all += *wait;
    QCOMPARE(looks, mostLooks());
    QCOMPARE(nextLookAfter(0), Milliseconds(5000));
    QCOMPARE(nextLookAfter(1), Milliseconds(15000));
    QCOMPARE(nextLookAfter(2), Milliseconds(60000));
    QVERIFY(all <= Minutes(5));
    QVERIFY(!nextLookAfter(1000));
    QVERIFY(!nextLookAfter(-1));
}

QTEST_APPLESS_MAIN(TestBreaker)
#include "tst_breaker.moc"
