// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/exchangeproblem.h"
#include "tests/unit/graphmeetings.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

constexpr const char* lookUp = "GET /v1.0/users/lab@contoso.example/mailFolders/sentitems/messages?";
constexpr const char* sending = "POST /v1.0/users/lab@contoso.example/sendMail";

MailToSend notice()
{
    return {room,
            {QStringLiteral("ann@contoso.example")},
            "To: ann@contoso.example\r\nMessage-ID: <it's-1@contoso.example>\r\nSubject: x\r\n\r\nHello\r\n"};
}

QJsonObject copy(const char* messageId)
{
    return {{QStringLiteral("id"), QStringLiteral("S1")},
            {QStringLiteral("internetMessageId"), QString::fromLatin1(messageId)}};
}

} // namespace

// A mail that is sent again through Graph: only when the first was not sent (K4).
class tst_GraphSending final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstTryLooksNowhere();
    void K4_whatLiesInSentItemsIsNotSentAgain();
    void K4_aCopyThatComesLateIsAwaited();
    void anotherMailIsNoCopy();
    void K4_aLostAnswerSaysThatItMayBeDone();
    void withoutMailReadNothingIsSentAgain_data();
    void withoutMailReadNothingIsSentAgain();
    void aServerThatIsAwayIsAskedAgain();
};

void tst_GraphSending::theFirstTryLooksNowhere()
{
    GraphRig rig;
    rig.answer(sending, 202);
    QVERIFY(settled(rig.gateway.sendMail(room, notice(), SendingAgain::No)));
    QCOMPARE(rig.requests().size(), 1);
}

void tst_GraphSending::K4_whatLiesInSentItemsIsNotSentAgain()
{
    for (const SendingAgain again : {SendingAgain::LookFirst, SendingAgain::UnlessThere}) {
        GraphRig rig;
        rig.answerList(lookUp, {copy("<it's-1@contoso.example>")});
        QVERIFY(settled(rig.gateway.sendMail(room, notice(), again)));
        QCOMPARE(rig.requests().size(), 1);
        QVERIFY(rig.lines().first().contains("$filter=internetMessageId eq '<it''s-1@contoso.example>'"));
    }
}

void tst_GraphSending::K4_aCopyThatComesLateIsAwaited()
{
    GraphRig rig;
    rig.answerList(lookUp, {});
    const auto looked = settled(rig.gateway.sendMail(room, notice(), SendingAgain::LookFirst));
    QCOMPARE(codeOf(looked), QByteArray("exchange.copy-awaited"));
    QCOMPARE(looked.error().arguments().value(QStringLiteral("mailbox")), room);
    rig.answerList(lookUp, {});
    rig.answer(sending, 202);
    QVERIFY(settled(rig.gateway.sendMail(room, notice(), SendingAgain::UnlessThere)));
    QCOMPARE(rig.requests().size(), 3);
}

void tst_GraphSending::anotherMailIsNoCopy()
{
    GraphRig rig;
    rig.answerList(lookUp, {copy("<it's-2@contoso.example>")});
    rig.answer(sending, 202);
    QVERIFY(settled(rig.gateway.sendMail(room, notice(), SendingAgain::UnlessThere)));
    QCOMPARE(rig.requests().size(), 2);
}

void tst_GraphSending::K4_aLostAnswerSaysThatItMayBeDone()
{
    GraphRig rig;
    const auto codeAfter = [&rig](const Result<HttpResponse>& answer) {
        rig.server.answer(sending, answer);
        return settled(rig.gateway.sendMail(room, notice(), SendingAgain::No)).error();
    };
    QVERIFY(mayBeDone(codeAfter(failure("http.connection-lost", {}, true))));
    QVERIFY(mayBeDone(codeAfter(failure("http.time-limit", {}, true))));
    QVERIFY(mayBeDone(codeAfter(response(504, "<html>", "text/html"))));
    QVERIFY(!mayBeDone(codeAfter(response(503))));
    QVERIFY(!mayBeDone(codeAfter(response(429))));
    QVERIFY(!mayBeDone(codeAfter(failure("http.no-connection", {}, true))));
    QVERIFY(!mayBeDone(codeAfter({HttpResponse{308, {{"location", "https://elsewhere.example/"}}, {}}})));
}

void tst_GraphSending::withoutMailReadNothingIsSentAgain_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("graphCode");
    QTest::newRow("no permission") << 403 << QByteArray("ErrorAccessDenied");
    QTest::newRow("no consent") << 403 << QByteArray("Authorization_RequestDenied");
    QTest::newRow("no folder") << 404 << QByteArray("ErrorItemNotFound");
}

void tst_GraphSending::withoutMailReadNothingIsSentAgain()
{
    QFETCH(int, status);
    QFETCH(QByteArray, graphCode);
    GraphRig rig;
    rig.refuse(lookUp, status, graphCode.constData(), "Access is denied.");
    const auto sent = settled(rig.gateway.sendMail(room, notice(), SendingAgain::UnlessThere));
    QCOMPARE(codeOf(sent), QByteArray("exchange.sent-unproven"));
    QCOMPARE(exchangeProblemOf(sent.error()), ExchangeProblem::Permanent);
    QVERIFY(!concernsServer(sent.error()));
    QCOMPARE(sent.error().arguments().value(QStringLiteral("permission")), QStringLiteral("Mail.Read"));
    QCOMPARE(sent.error().arguments().value(QStringLiteral("mailbox")), room);
    QCOMPARE(rig.requests().size(), 1);
}

void tst_GraphSending::aServerThatIsAwayIsAskedAgain()
{
    GraphRig rig;
    rig.answer(lookUp, 503);
    const auto looked = settled(rig.gateway.sendMail(room, notice(), SendingAgain::UnlessThere));
    QCOMPARE(codeOf(looked), QByteArray("exchange.server-error"));
    QVERIFY(!mayBeDone(looked.error()));
    QCOMPARE(rig.requests().size(), 1);
}

QTEST_GUILESS_MAIN(tst_GraphSending)
#include "tst_graphsending.moc"
