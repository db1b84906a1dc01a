// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/unit/ewsgatewaydesk.h"

#include <functional>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString findItem = QStringLiteral("FindItem");
const QString createItem = QStringLiteral("CreateItem");
const QString updateItem = QStringLiteral("UpdateItem");
const QString deleteItem = QStringLiteral("DeleteItem");

// A server that finds these items, whatever it was asked for.
HttpResponse found(const QStringList& ids)
{
    QByteArray items;
    for (const QString& id : ids)
        items += "<t:CalendarItem><t:ItemId Id=\"" + id.toLatin1() + "\" ChangeKey=\"1\"/></t:CalendarItem>";
    return httpAnswer(200,
                      ewsResponse(findItem,
                                  {ewsMessage(findItem,
                                              "<m:RootFolder IncludesLastItemInRange=\"true\">"
                                              "<t:Items>"
                                                  + items + "</t:Items></m:RootFolder>")}));
}

FakeItem somebodyElses()
{
    FakeItem item = invited(ItemFolder::Calendar, "CalendarItem");
    item.globalObjectId = cleanGlobalObjectIds(QStringLiteral("meeting-2@contoso.test")).first();
    item.mark = QStringLiteral("mark-9");
    item.fields.insert(QStringLiteral("UID"), QStringLiteral("meeting-2@contoso.test"));
    return item;
}

RoomResponse decline(const QString& recurrenceId = {})
{
    RoomResponse response = accept();
    response.kind = ResponseKind::Decline;
    response.meeting.recurrenceId = recurrenceId;
    return response;
}

} // namespace

// An item is acted upon when it says itself that it is the one that is meant.
class TestEwsProof final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void R_ANSWER_anotherMeetingIsNotAnswered()
    {
        EwsDesk desk;
        const QString other = desk.ews.add(somebodyElses()).id;
        for (int i = 0; i < 6; ++i) // three folders, two properties
            desk.ews.answerNext(findItem, found({other}));
        const auto report = answerOf(desk.gateway.respond(accept()));
        QVERIFY(!report);
        QCOMPARE(report.error().code(), QByteArray("exchange.message-not-found"));
        QCOMPARE(desk.ews.count(findItem), 6);
        QCOMPARE(desk.ews.count(createItem), 0);
    }

    void R_ANSWER_theMeetingBesideAnotherIsAnswered()
    {
        EwsDesk desk;
        const QString other = desk.ews.add(somebodyElses()).id;
        const QString meant = desk.ews.add(invited(ItemFolder::Calendar, "CalendarItem")).id;
        desk.ews.answerNext(findItem, found({other, meant}));
        QVERIFY(answerOf(desk.gateway.respond(accept())));
        const QByteArray reference = "ReferenceItemId Id=\"" + meant.toLatin1() + '"';
        QVERIFY(desk.ews.lastRequest(createItem).contains(reference));
    }

    void R_MEETING_anotherOrganizersMeetingIsNotAnswered_data()
    {
        QTest::addColumn<QString>("organizer");
        QTest::addColumn<bool>("isAnswered");
        QTest::newRow("somebody else") << QStringLiteral("ann@contoso.test") << false;
        QTest::newRow("the same") << QStringLiteral("Bob@Contoso.test") << true;
        QTest::newRow("by another domain") << QStringLiteral("bob@contoso.mail.onmicrosoft.test") << true;
        QTest::newRow("by a name of the directory")
            << QStringLiteral("/O=CONTOSO/OU=EXCHANGE/CN=RECIPIENTS/CN=BOB") << true;
        QTest::newRow("by such a name as an address")
            << QStringLiteral("IMCEAEX-_O=CONTOSO_CN=B1@contoso.test") << true;
        QTest::newRow("not told") << QString() << true;
    }

    void R_MEETING_anotherOrganizersMeetingIsNotAnswered()
    {
        QFETCH(QString, organizer);
        QFETCH(bool, isAnswered);
        for (const ItemFolder folder : {ItemFolder::Calendar, ItemFolder::Inbox}) {
            EwsDesk desk;
            FakeItem item = invited(folder, folder == ItemFolder::Inbox ? "MeetingRequest" : "CalendarItem");
            item.organizer = organizer;
            desk.ews.add(item);
            RoomResponse response = decline();
            response.organizer = QStringLiteral("bob@contoso.test");
            const auto report = answerOf(desk.gateway.respond(response));
            QCOMPARE(bool(report), isAnswered);
            QCOMPARE(desk.ews.count(createItem), isAnswered ? 1 : 0);
            if (isAnswered)
                continue;
            QCOMPARE(report.error().code(), QByteArray("exchange.message-not-found"));
            QCOMPARE(report.error().arguments().value(QStringLiteral("organizer")), organizer);
        }
    }

    // Answered, the request that is left would bring it back.
    void R_ANSWER_whatIsCancelledInExchangeIsNotAnswered_data()
    {
        QTest::addColumn<bool>("isMarked"); // the item stays in the calendar, marked; else the cancellation alone
        QTest::newRow("marked") << true;
        QTest::newRow("gone") << false;
    }

    void R_ANSWER_whatIsCancelledInExchangeIsNotAnswered()
    {
        QFETCH(bool, isMarked);
        EwsDesk desk;
        if (isMarked)
            desk.ews.add(invited(ItemFolder::Calendar, "CalendarItem"))
                .fields.insert(QStringLiteral("IsCancelled"), QStringLiteral("true"));
        else
            desk.ews.add(invited(ItemFolder::Inbox, "MeetingCancellation", 1));
        desk.ews.add(invited(ItemFolder::Inbox, "MeetingRequest"));
        const auto report = answerOf(desk.gateway.respond(accept()));
        QVERIFY(!report);
        QCOMPARE(report.error().code(), QByteArray("exchange.item-gone"));
        QCOMPARE(desk.ews.count(createItem), 0);
    }

    void R_ANSWER_whatWasInvitedAgainIsAnswered()
    {
        EwsDesk desk;
        desk.ews.add(invited(ItemFolder::Inbox, "MeetingCancellation", 1));
        desk.ews.add(invited(ItemFolder::Inbox, "MeetingRequest", 2));
        QVERIFY(answerOf(desk.gateway.respond(accept(2))));
        QCOMPARE(desk.ews.count(createItem), 1);
    }

    // Its copy comes into Sent Items a little later.
    void K4_aDeclineIsLookedForTwiceBeforeItIsGivenAgain()
    {
        EwsDesk desk;
        desk.ews.add(invited(ItemFolder::Inbox, "MeetingRequest"));
        RoomResponse response = decline();
        response.earlier = EarlierAttempt::Asked;
        const auto early = answerOf(desk.gateway.respond(response));
        QVERIFY(!early);
        QCOMPARE(early.error().code(), QByteArray("exchange.copy-awaited"));
        QCOMPARE(desk.ews.count(createItem), 0);
        response.wasCopyAwaited = true;
        QVERIFY(answerOf(desk.gateway.respond(response)));
        QCOMPARE(desk.ews.count(createItem), 1);
    }

    // Exchange may leave the request in the Inbox and only say that it was processed.
    void R_ANSWER_aDeclineWhoseAnswerWasLostIsGivenOnceThoughTheRequestStays_data()
    {
        QTest::addColumn<QString>("date");
        QTest::newRow("single meeting") << QString();
        QTest::newRow("one date") << QStringLiteral("2026-11-18T09:30:00Z");
    }

    void R_ANSWER_aDeclineWhoseAnswerWasLostIsGivenOnceThoughTheRequestStays()
    {
        QFETCH(QString, date);
        EwsDesk desk;
        FakeItem request = invited(ItemFolder::Inbox, "MeetingRequest");
        if (!date.isEmpty())
            request.fields.insert(QStringLiteral("RecurrenceId"), date);
        const QString id = desk.ews.add(request).id;
        desk.ews.loseNextAnswer(createItem);
        QCOMPARE(answerOf(desk.gateway.respond(decline(date))).error().code(), QByteArray("exchange.connection-lost"));
        desk.ews.item(id)->folder = ItemFolder::Inbox;
        const auto repeated = answerOf(desk.gateway.respond(decline(date)));
        QVERIFY(repeated);
        QVERIFY(repeated->wasAnswered);
        QCOMPARE(repeated->foundIn, ItemFolder::DeletedItems);
        QCOMPARE(desk.ews.count(createItem), 1);
    }

    void R_ANSWER_anUpdateOfADeclinedMeetingIsDeclinedToo()
    {
        EwsDesk desk;
        desk.ews.add(invited(ItemFolder::DeletedItems, "CalendarItem", 0))
            .fields.insert(QStringLiteral("MyResponseType"), QStringLiteral("Decline"));
        const QString id = desk.ews.add(invited(ItemFolder::Inbox, "MeetingRequest", 1)).id;
        RoomResponse response = decline();
        response.sequence = 1;
        const auto report = answerOf(desk.gateway.respond(response));
        QVERIFY(report);
        QVERIFY(!report->wasAnswered);
        QCOMPARE(report->foundIn, ItemFolder::Inbox);
        QVERIFY(desk.ews.lastRequest(createItem).contains(QByteArray("ReferenceItemId Id=\"" + id.toLatin1() + '"')));
    }

    void R_ANSWER_aRequestIsDeclinedWhereDeletedItemsIsClosed()
    {
        EwsDesk desk;
        desk.ews.add(invited(ItemFolder::Inbox, "MeetingRequest"));
        const QByteArray closed = ewsResponse(findItem, {ewsFailure(findItem, QStringLiteral("ErrorAccessDenied"))});
        int looks = 0;
        const std::function<void()> close = [&] {
            if (++looks == 4) // by two properties in the calendar, by one in the Inbox
                desk.ews.answerNext(findItem, httpAnswer(200, closed));
            desk.ews.beforeNext(findItem, close);
        };
        desk.ews.beforeNext(findItem, close);
        const auto report = answerOf(desk.gateway.respond(decline()));
        QVERIFY(report);
        QCOMPARE(report->foundIn, ItemFolder::Inbox);
        QCOMPARE(looks, 4);
        QCOMPARE(desk.ews.count(createItem), 1);
    }

    void anotherMeetingIsNotFound()
    {
        EwsDesk desk;
        const QString other = desk.ews.add(somebodyElses()).id;
        for (int i = 0; i < 6; ++i)
            desk.ews.answerNext(findItem, found({other}));
        const auto items = answerOf(desk.gateway.find(room, {uid, {}}));
        QVERIFY(items);
        QVERIFY(items->isEmpty());
    }

    void anExceptionOfAnotherSeriesIsNotAnswered()
    {
        EwsDesk desk;
        FakeItem stranger = somebodyElses();
        stranger.id = QStringLiteral("stranger");
        stranger.fields.insert(QStringLiteral("OriginalStart"), QStringLiteral("2026-12-02T09:30:00Z"));
        stranger.fields.insert(QStringLiteral("CalendarItemType"), QStringLiteral("Exception"));
        desk.ews.add(stranger);
        FakeItem master = invited(ItemFolder::Calendar, "CalendarItem");
        master.fields.insert(QStringLiteral("CalendarItemType"), QStringLiteral("RecurringMaster"));
        master.exceptions = {{stranger.id, QStringLiteral("2026-12-02T09:30:00Z")}};
        desk.ews.add(master);
        const auto report = answerOf(desk.gateway.respond(decline(QStringLiteral("2026-12-02T09:30:00Z"))));
        QVERIFY(!report);
        QCOMPARE(report.error().code(), QByteArray("exchange.message-not-found"));
        QCOMPARE(desk.ews.count(createItem), 0);
    }

    void whatBearsAnotherMarkIsNotChanged()
    {
        EwsDesk desk;
        const QString other = desk.ews.add(somebodyElses()).id;
        ItemDraft moved = draft();
        moved.subject = QStringLiteral("Board, moved");
        desk.ews.answerNext(findItem, found({other}));
        QCOMPARE(answerOf(desk.gateway.update(room, {}, moved)).error().code(), QByteArray("exchange.item-gone"));
        QCOMPARE(desk.ews.count(updateItem), 0);
        QCOMPARE(desk.ews.item(other)->text("Subject"), QStringLiteral("Budget"));
    }

    void whatBearsAnotherMarkIsNotRemoved_data()
    {
        QTest::addColumn<bool>("hasGuests");
        QTest::newRow("alone") << false;
        QTest::newRow("with guests") << true;
    }

    void whatBearsAnotherMarkIsNotRemoved()
    {
        QFETCH(bool, hasGuests);
        EwsDesk desk;
        FakeItem item = somebodyElses();
        if (hasGuests)
            item.attendees = {QStringLiteral("ann@contoso.test")};
        const QString other = desk.ews.add(item).id;
        desk.ews.answerNext(findItem, found({other}));
        QVERIFY(answerOf(desk.gateway.cancel(room, "mark-1", {}, {}))); // what is not there is cancelled
        QCOMPARE(desk.ews.count(createItem) + desk.ews.count(deleteItem), 0);
        QCOMPARE(desk.ews.item(other)->folder, ItemFolder::Calendar);
    }

    void whatBearsAnotherMarkIsNotTakenForMade()
    {
        EwsDesk desk;
        const QString other = desk.ews.add(somebodyElses()).id;
        desk.ews.answerNext(findItem, found({other}));
        const auto made = answerOf(desk.gateway.create(room, draft()));
        QVERIFY(made);
        QVERIFY(made->id != other);
        QCOMPARE(desk.ews.count(createItem), 1);
    }

    void whoeverTheHeadDoesNotNameIsSentABlindCopy_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<bool>("isBlind"); // ann@contoso.test, beside joann@contoso.test
        QTest::newRow("part of another") << QByteArray("To: joann@contoso.test\n") << true;
        QTest::newRow("with more behind it") << QByteArray("To: <ann@contoso.test.example>\n") << true;
        QTest::newRow("in another field") << QByteArray("From: ann@contoso.test\nTo: <joann@contoso.test>\n") << true;
        QTest::newRow("in a name") << QByteArray("To: \"x, ann@contoso.test\" <joann@contoso.test>\n") << true;
        QTest::newRow("in the text") << QByteArray("To: joann@contoso.test\n\nTo: ann@contoso.test\n") << true;
        QTest::newRow("nobody") << QByteArray("Subject: ann@contoso.test\n") << true;
        QTest::newRow("second") << QByteArray("To: Jo <joann@contoso.test>, Ann@Contoso.test\n") << false;
        QTest::newRow("copy") << QByteArray("To: joann@contoso.test\nCC: \"A \\\" B\" <ann@contoso.test>\n") << false;
        QTest::newRow("folded") << QByteArray("To: joann@contoso.test,\n\tAnn\n <ann@contoso.test>\n") << false;
    }

    void whoeverTheHeadDoesNotNameIsSentABlindCopy()
    {
        QFETCH(QByteArray, head);
        QFETCH(bool, isBlind);
        EwsDesk desk;
        const MailToSend mail{room, {QStringLiteral("ann@contoso.test")}, head + "Subject: x\n\nHello\n"};
        QVERIFY(answerOf(desk.gateway.sendMail(room, mail, SendingAgain::No)));
        const QByteArray request = desk.ews.lastRequest(createItem);
        QCOMPARE(request.contains("<t:BccRecipients><t:Mailbox><t:EmailAddress>ann@contoso.test</"), isBlind);
        QCOMPARE(request.contains("BccRecipients"), isBlind);
    }

    void whatBearsTheMarkIsTakenFromAmongOthers()
    {
        EwsDesk desk;
        const QString other = desk.ews.add(somebodyElses()).id;
        QVERIFY(answerOf(desk.gateway.create(room, draft())));
        const QString ours = desk.ews.in(ItemFolder::Calendar).last().id;
        ItemDraft moved = draft();
        moved.subject = QStringLiteral("Board, moved");
        desk.ews.answerNext(findItem, found({other, ours}));
        QVERIFY(answerOf(desk.gateway.update(room, {}, moved)));
        QCOMPARE(desk.ews.item(ours)->text("Subject"), moved.subject);
        QCOMPARE(desk.ews.item(other)->text("Subject"), QStringLiteral("Budget"));
    }
};

QTEST_GUILESS_MAIN(TestEwsProof)
#include "tst_ewsproof.moc"
