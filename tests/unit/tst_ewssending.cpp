// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/exchangeproblem.h"
#include "tests/unit/ewsgatewaydesk.h"

using namespace reserve;
using namespace reserve::test;

namespace {

const QString createItem = QStringLiteral("CreateItem");
const QString findItem = QStringLiteral("FindItem");

MailToSend notice()
{
    return {room,
            {QStringLiteral("ann@contoso.test")},
            "To: Ann <ann@contoso.test>\nMessage-ID:\n <notice-1@contoso.test>\nSubject: x\n\nMessage-ID: <other>\n"};
}

HttpResponse sentItems(const QByteArray& items)
{
    return httpAnswer(200,
                      ewsResponse(findItem,
                                  {ewsMessage(findItem,
                                              "<m:RootFolder TotalItemsInView=\"1\" "
                                              "IncludesLastItemInRange=\"true\"><t:Items>"
                                                  + items + "</t:Items></m:RootFolder>")}));
}

QByteArray copy(const QByteArray& element, const QByteArray& messageId)
{
    return "<t:" + element + "><t:ItemId Id=\"S1\" ChangeKey=\"1\"/><t:InternetMessageId>&lt;" + messageId
        + "&gt;</t:InternetMessageId></t:" + element + '>';
}

template<typename T>
QByteArray codeOf(const Result<T>& result)
{
    return result ? QByteArray() : result.error().code();
}

} // namespace

// A mail that is sent again through EWS: only when the first was not sent (K4).
class TestEwsSending final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstTryLooksNowhereAndKeepsACopy();
    void K4_whatLiesInSentItemsIsNotSentAgain_data();
    void K4_whatLiesInSentItemsIsNotSentAgain();
    void K4_aCopyThatComesLateIsAwaited();
    void anotherMailIsNoCopy();
    void K4_aLostAnswerSaysThatItMayBeDone();
    void aRefusalSaysThatItIsNotDone();
    void whoMayNotLookSendsNothing_data();
    void whoMayNotLookSendsNothing();
};

void TestEwsSending::theFirstTryLooksNowhereAndKeepsACopy()
{
    for (const bool impersonates : {true, false}) {
        EwsDesk desk(impersonates);
        QVERIFY(answerOf(desk.gateway.sendMail(room, notice(), SendingAgain::No)));
        QCOMPARE(desk.ews.operations(), QStringList{createItem});
        const QByteArray request = desk.ews.lastRequest(createItem);
        QVERIFY(request.contains("MessageDisposition=\"SendAndSaveCopy\""));
        // In the room's own folder, whoever is signed in.
        QVERIFY(request.contains("<m:SavedItemFolderId><t:DistinguishedFolderId Id=\"sentitems\"><t:Mailbox>"
                                 "<t:EmailAddress>room1@contoso.test"));
    }
}

void TestEwsSending::K4_whatLiesInSentItemsIsNotSentAgain_data()
{
    QTest::addColumn<SendingAgain>("again");
    QTest::addColumn<QByteArray>("element");
    QTest::newRow("mail, first look") << SendingAgain::LookFirst << QByteArray("Message");
    QTest::newRow("mail, second look") << SendingAgain::UnlessThere << QByteArray("Message");
    QTest::newRow("iMIP reply") << SendingAgain::LookFirst << QByteArray("MeetingResponse");
}

void TestEwsSending::K4_whatLiesInSentItemsIsNotSentAgain()
{
    QFETCH(SendingAgain, again);
    QFETCH(QByteArray, element);
    EwsDesk desk;
    desk.ews.answerNext(findItem, sentItems(copy(element, "notice-1@contoso.test")));
    QVERIFY(answerOf(desk.gateway.sendMail(room, notice(), again)));
    QCOMPARE(desk.ews.operations(), QStringList{findItem});
    const QByteArray request = desk.ews.lastRequest(findItem);
    QVERIFY(request.contains("<t:IsEqualTo><t:FieldURI FieldURI=\"message:InternetMessageId\"/>"));
    QVERIFY(request.contains("<t:Constant Value=\"&lt;notice-1@contoso.test&gt;\"/>"));
    QVERIFY(
        request.contains("<t:DistinguishedFolderId Id=\"sentitems\"><t:Mailbox><t:EmailAddress>room1@contoso.test"));
}

void TestEwsSending::K4_aCopyThatComesLateIsAwaited()
{
    EwsDesk desk;
    desk.ews.answerNext(findItem, sentItems({}));
    const auto looked = answerOf(desk.gateway.sendMail(room, notice(), SendingAgain::LookFirst));
    QCOMPARE(codeOf(looked), QByteArray("exchange.copy-awaited"));
    QCOMPARE(exchangeProblemOf(looked.error()), ExchangeProblem::Conflict);
    QCOMPARE(looked.error().arguments().value(QStringLiteral("mailbox")), room);
    QCOMPARE(desk.ews.count(createItem), 0);
    desk.ews.answerNext(findItem, sentItems({}));
    QVERIFY(answerOf(desk.gateway.sendMail(room, notice(), SendingAgain::UnlessThere)));
    QCOMPARE(desk.ews.count(createItem), 1);
}

// What a server answers is not taken for what was asked.
void TestEwsSending::anotherMailIsNoCopy()
{
    EwsDesk desk;
    desk.ews.answerNext(findItem, sentItems(copy("Message", "notice-2@contoso.test")));
    QVERIFY(answerOf(desk.gateway.sendMail(room, notice(), SendingAgain::UnlessThere)));
    QCOMPARE(desk.ews.count(createItem), 1);
}

void TestEwsSending::K4_aLostAnswerSaysThatItMayBeDone()
{
    EwsDesk desk;
    desk.ews.loseNextAnswer(createItem);
    const auto sent = answerOf(desk.gateway.sendMail(room, notice(), SendingAgain::No));
    QCOMPARE(codeOf(sent), QByteArray("exchange.connection-lost"));
    QVERIFY(mayBeDone(sent.error()));
    // That a look was cut off says nothing.
    desk.ews.loseNextAnswer(findItem);
    const auto looked = answerOf(desk.gateway.sendMail(room, notice(), SendingAgain::LookFirst));
    QCOMPARE(codeOf(looked), QByteArray("exchange.connection-lost"));
    QVERIFY(!mayBeDone(looked.error()));
}

void TestEwsSending::aRefusalSaysThatItIsNotDone()
{
    EwsDesk desk;
    desk.ews.answerNext(
        createItem,
        httpAnswer(200, ewsResponse(createItem, {ewsFailure(createItem, QStringLiteral("ErrorSendAsDenied"))})));
    QVERIFY(!mayBeDone(answerOf(desk.gateway.sendMail(room, notice(), SendingAgain::No)).error()));
    desk.ews.answerNext(createItem, httpAnswer(503, {}));
    QVERIFY(!mayBeDone(answerOf(desk.gateway.sendMail(room, notice(), SendingAgain::No)).error()));
    desk.ews.answerNext(createItem,
                        failure("http.no-connection", {{QStringLiteral("host"), QStringLiteral("x")}}, true));
    QVERIFY(!mayBeDone(answerOf(desk.gateway.sendMail(room, notice(), SendingAgain::No)).error()));
}

void TestEwsSending::whoMayNotLookSendsNothing_data()
{
    QTest::addColumn<QString>("refusal");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("no rights") << QStringLiteral("ErrorAccessDenied") << QByteArray("exchange.sent-unproven");
    QTest::newRow("no folder") << QStringLiteral("ErrorItemNotFound") << QByteArray("exchange.sent-unproven");
    QTest::newRow("busy") << QStringLiteral("ErrorServerBusy") << QByteArray("exchange.throttled");
    QTest::newRow("no mailbox") << QStringLiteral("ErrorNonExistentMailbox") << QByteArray("exchange.mailbox-unknown");
}

void TestEwsSending::whoMayNotLookSendsNothing()
{
    QFETCH(QString, refusal);
    EwsDesk desk;
    desk.ews.answerNext(findItem, httpAnswer(200, ewsResponse(findItem, {ewsFailure(findItem, refusal)})));
    const auto sent = answerOf(desk.gateway.sendMail(room, notice(), SendingAgain::UnlessThere));
    QTEST(codeOf(sent), "code");
    QCOMPARE(sent.error().arguments().value(QStringLiteral("mailbox")), room);
    QCOMPARE(desk.ews.count(createItem), 0);
}

QTEST_GUILESS_MAIN(TestEwsSending)
#include "tst_ewssending.moc"
