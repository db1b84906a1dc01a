// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/exchangeproblem.h"
#include "tests/unit/ewsgatewaydesk.h"

using namespace reserve;
using namespace reserve::test;

namespace {

const QString createItem = QStringLiteral("CreateItem");

} // namespace

class TestEwsResponding final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void R_ANSWER_theCalendarComesFirst()
    {
        EwsDesk desk;
        desk.ews.add(invited(ItemFolder::Inbox, "MeetingRequest"));
        desk.ews.add(invited(ItemFolder::Calendar, "CalendarItem"));
        const auto report = answerOf(desk.gateway.respond(accept()));
        QVERIFY(report);
        QCOMPARE(report->foundIn, ItemFolder::Calendar);
        QVERIFY(!report->wasAnswered && !report->item.isNull());
        QCOMPARE(desk.ews.count(createItem), 1);
        const QByteArray request = desk.ews.lastRequest(createItem);
        QVERIFY(request.contains("MessageDisposition=\"SendAndSaveCopy\""));
        QVERIFY(request.indexOf("<t:Body") > 0 && request.indexOf("<t:Body") < request.indexOf("<t:ReferenceItemId"));
        QCOMPARE(desk.ews.in(ItemFolder::Calendar).first().text("MyResponseType"), QStringLiteral("Accept"));
    }

    void R_ANSWER_thenTheInbox()
    {
        EwsDesk desk;
        desk.ews.add(invited(ItemFolder::Inbox, "MeetingRequest"));
        const auto report = answerOf(desk.gateway.respond(accept()));
        QVERIFY(report);
        QCOMPARE(report->foundIn, ItemFolder::Inbox);
        QCOMPARE(desk.ews.in(ItemFolder::Calendar).size(), 1);
    }

    void R_ANSWER_thenDeletedItems()
    {
        EwsDesk desk;
        desk.ews.add(invited(ItemFolder::DeletedItems, "CalendarItem"));
        desk.ews.add(invited(ItemFolder::DeletedItems, "MeetingRequest"));
        const auto report = answerOf(desk.gateway.respond(accept()));
        QVERIFY(report);
        QCOMPARE(report->foundIn, ItemFolder::DeletedItems);
        QVERIFY(desk.ews.lastRequest(createItem)
                    .contains("Id=\"item-2\"")); // the request: the item there cannot be answered
    }

    void R_ANSWER_elseNoMessageIsFound()
    {
        EwsDesk desk;
        desk.ews.add(invited(ItemFolder::Inbox, "MeetingCancellation"));
        const auto report = answerOf(desk.gateway.respond(accept()));
        QVERIFY(!report);
        QCOMPARE(report.error().code(), QByteArray("exchange.message-not-found"));
        QCOMPARE(report.error().arguments().value(QStringLiteral("mailbox")), room);
        QCOMPARE(desk.ews.count(createItem), 0);
    }

    void R_ANSWER_onlyTheItemChangesWhereNothingIsTold()
    {
        EwsDesk desk;
        desk.ews.add(invited(ItemFolder::Calendar, "CalendarItem"));
        RoomResponse response = accept();
        response.tells = false;
        response.kind = ResponseKind::Tentative;
        response.comment.clear();
        QVERIFY(answerOf(desk.gateway.respond(response)));
        const QByteArray request = desk.ews.lastRequest(createItem);
        QVERIFY(request.contains("MessageDisposition=\"SaveOnly\"") && request.contains("<t:TentativelyAcceptItem>"));
        QVERIFY(!request.contains("<t:Body"));
    }

    void R_ANSWER_isGivenOnceWhateverIsLost_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("folder");
        for (const ResponseKind kind : {ResponseKind::Accept, ResponseKind::Tentative, ResponseKind::Decline}) {
            for (const ItemFolder folder : {ItemFolder::Calendar, ItemFolder::Inbox}) {
                QTest::addRow("%d from %d", int(kind), int(folder)) << int(kind) << int(folder);
            }
        }
    }

    void R_ANSWER_isGivenOnceWhateverIsLost()
    {
        QFETCH(int, kind);
        QFETCH(int, folder);
        EwsDesk desk;
        desk.ews.add(invited(ItemFolder(folder), folder == int(ItemFolder::Inbox) ? "MeetingRequest" : "CalendarItem"));
        RoomResponse response = accept();
        response.kind = ResponseKind(kind);
        desk.ews.loseNextAnswer(createItem);
        const auto lost = answerOf(desk.gateway.respond(response));
        QVERIFY(!lost);
        QCOMPARE(lost.error().code(), QByteArray("exchange.connection-lost"));
        const auto repeated = answerOf(desk.gateway.respond(response));
        QVERIFY(repeated);
        QVERIFY(repeated->wasAnswered);
        QCOMPARE(desk.ews.count(createItem), 1);
    }

    void R_ANSWER_waitsForTheUpdate()
    {
        EwsDesk desk;
        desk.ews.add(invited(ItemFolder::Calendar, "CalendarItem", 0))
            .fields.insert(QStringLiteral("MyResponseType"), QStringLiteral("Accept"));
        const auto early = answerOf(desk.gateway.respond(accept(1)));
        QCOMPARE(early.error().code(), QByteArray("exchange.message-not-found"));
        desk.ews.add(invited(ItemFolder::Inbox, "MeetingRequest", 1));
        const auto report = answerOf(desk.gateway.respond(accept(1)));
        QVERIFY(report);
        QCOMPARE(report->foundIn, ItemFolder::Inbox);
        QVERIFY(!report->wasAnswered);
    }

    // Exchange has delivered an update that has not reached the agent: its time is not decided.
    void R_ANSWER_whatIsNewerIsNotAnswered_data()
    {
        QTest::addColumn<ItemFolder>("folder");
        QTest::addColumn<QString>("response");
        const QString open = QStringLiteral("NoResponseReceived");
        QTest::newRow("calendar") << ItemFolder::Calendar << open;
        QTest::newRow("inbox") << ItemFolder::Inbox << open;
        QTest::newRow("deleted") << ItemFolder::DeletedItems << open;
        QTest::newRow("accepted by somebody else") << ItemFolder::Calendar << QStringLiteral("Accept");
    }

    void R_ANSWER_whatIsNewerIsNotAnswered()
    {
        QFETCH(ItemFolder, folder);
        QFETCH(QString, response);
        for (const ResponseKind kind : {ResponseKind::Accept, ResponseKind::Decline}) {
            EwsDesk desk;
            const bool inCalendar = folder == ItemFolder::Calendar;
            if (!inCalendar)
                desk.ews.add(invited(folder, "MeetingRequest", 0)); // what the answer is about lies there too
            FakeItem newer = invited(folder, inCalendar ? "CalendarItem" : "MeetingRequest", 1);
            newer.fields.insert(QStringLiteral("Start"), QStringLiteral("2026-11-18T13:30:00Z"));
            newer.fields.insert(QStringLiteral("End"), QStringLiteral("2026-11-18T14:00:00Z"));
            newer.fields.insert(QStringLiteral("MyResponseType"), response);
            desk.ews.add(newer);
            RoomResponse old = accept(0);
            old.kind = kind;
            old.time = TimeRange{at("2026-11-18T09:30:00Z"), at("2026-11-18T10:00:00Z")};
            const auto report = answerOf(desk.gateway.respond(old));
            QVERIFY(!report);
            QCOMPARE(report.error().code(), QByteArray("exchange.newer-awaited"));
            QCOMPARE(exchangeProblemOf(report.error()), ExchangeProblem::Conflict);
            QCOMPARE(report.error().arguments().value(QStringLiteral("mailbox")), room);
            QCOMPARE(report.error().arguments().value(QStringLiteral("start")), QStringLiteral("2026-11-18T13:30:00Z"));
            QCOMPARE(desk.ews.count(createItem), 0);
        }
    }

    // Some clients move a meeting without a new SEQUENCE.
    void R_ANSWER_movedWithTheSameSequence_data()
    {
        QTest::addColumn<QString>("stamp");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("later") << QStringLiteral("2026-11-17T09:00:00Z") << QByteArray("exchange.newer-awaited");
        QTest::newRow("earlier") << QStringLiteral("2026-11-15T09:00:00Z") << QByteArray("exchange.message-not-found");
        QTest::newRow("not told") << QString() << QByteArray("exchange.newer-awaited");
        QTest::newRow("the same: its time is read otherwise") << QStringLiteral("2026-11-16T09:00:00Z") << QByteArray();
    }

    void R_ANSWER_movedWithTheSameSequence()
    {
        QFETCH(QString, stamp);
        QFETCH(QByteArray, code);
        EwsDesk desk;
        FakeItem moved = invited(ItemFolder::Calendar, "CalendarItem");
        if (!stamp.isEmpty())
            moved.fields.insert(QStringLiteral("DateTimeStamp"), stamp);
        desk.ews.add(moved);
        RoomResponse response = accept();
        response.stamp = at("2026-11-16T09:00:00Z");
        response.time = TimeRange{at("2026-11-18T09:30:00Z"), at("2026-11-18T11:00:00Z")}; // longer than what is there
        const auto report = answerOf(desk.gateway.respond(response));
        QCOMPARE(report ? QByteArray() : report.error().code(), code);
        QCOMPARE(desk.ews.count(createItem), code.isEmpty() ? 1 : 0);
        QVERIFY(desk.ews.lastRequest(QStringLiteral("GetItem")).contains("calendar:DateTimeStamp"));
    }

    void R_ANSWER_aDateOfASeriesThatIsNewerIsNotAnswered()
    {
        EwsDesk desk;
        FakeItem master = invited(ItemFolder::Calendar, "CalendarItem");
        master.fields.insert(QStringLiteral("CalendarItemType"), QStringLiteral("RecurringMaster"));
        desk.ews.add(master);
        FakeItem date = dateOf(master, "2026-11-25T15:00:00Z", "2026-11-25T16:00:00Z", "2026-11-25T09:30:00Z");
        date.fields.insert(QStringLiteral("AppointmentSequenceNumber"), QStringLiteral("2"));
        desk.ews.add(date);
        RoomResponse response = accept(1);
        response.meeting.recurrenceId = QStringLiteral("2026-11-25T09:30:00Z");
        QCOMPARE(answerOf(desk.gateway.respond(response)).error().code(), QByteArray("exchange.newer-awaited"));
        desk.ews.item(QStringLiteral("item-2"))
            ->fields.insert(QStringLiteral("AppointmentSequenceNumber"), QStringLiteral("1"));
        QVERIFY(answerOf(desk.gateway.respond(response)));
        QCOMPARE(desk.ews.count(createItem), 1);
    }

    void R_ANSWER_anItemThatMovedMeanwhileIsLookedForAgain()
    {
        EwsDesk desk;
        desk.ews.add(invited(ItemFolder::Inbox, "MeetingRequest"));
        desk.ews.beforeNext(createItem, [&] { // the attendant is faster than we are
            desk.ews.item(QStringLiteral("item-1"))->id = QStringLiteral("gone");
            desk.ews.add(invited(ItemFolder::Calendar, "CalendarItem"));
        });
        const auto report = answerOf(desk.gateway.respond(accept()));
        QVERIFY(report);
        QCOMPARE(report->foundIn, ItemFolder::Calendar);
        QCOMPARE(desk.ews.count(createItem), 2);
    }

    void R_ANSWER_theOwnMeetingIsNotAnswered()
    {
        EwsDesk desk;
        desk.ews.add(invited(ItemFolder::Calendar, "CalendarItem"))
            .fields.insert(QStringLiteral("MyResponseType"), QStringLiteral("Organizer"));
        QCOMPARE(answerOf(desk.gateway.respond(accept())).error().code(), QByteArray("exchange.message-not-found"));
    }

    // One date that is declined leaves nothing but its response.
    void K4_declineOfOneDateIsKnownBySentItems_data()
    {
        QTest::addColumn<EarlierAttempt>("earlier");
        QTest::addColumn<QByteArray>("date"); // in the response: year, month and day in hexadecimal digits
        QTest::addColumn<QByteArray>("itemClass");
        QTest::addColumn<int>("sequence");
        QTest::addColumn<bool>("isKnown");
        const QByteArray negative = "IPM.Schedule.Meeting.Resp.Neg";
        const EarlierAttempt begun = EarlierAttempt::Begun;
        QTest::newRow("this date") << begun << QByteArray("07EA0B19") << negative << 1 << true;
        QTest::newRow("another date") << begun << QByteArray("07EA0B1A") << negative << 1 << false;
        QTest::newRow("the whole") << begun << QByteArray("00000000") << negative << 1 << false;
        QTest::newRow("an earlier version") << begun << QByteArray("07EA0B19") << negative << 0 << false;
        QTest::newRow("accepted") << begun << QByteArray("07EA0B19") << QByteArray("IPM.Schedule.Meeting.Resp.Pos") << 1
                                  << false;
        QTest::newRow("nobody tried") << EarlierAttempt::None << QByteArray("07EA0B19") << negative << 1 << false;
        QTest::newRow("it was there to be declined")
            << EarlierAttempt::Asked << QByteArray("00000000") << negative << 1 << true;
    }

    void K4_declineOfOneDateIsKnownBySentItems()
    {
        QFETCH(EarlierAttempt, earlier);
        QFETCH(QByteArray, date);
        QFETCH(QByteArray, itemClass);
        QFETCH(int, sequence);
        EwsDesk desk;
        FakeItem master = invited(ItemFolder::Calendar, "CalendarItem", 1);
        master.fields.insert(QStringLiteral("CalendarItemType"), QStringLiteral("RecurringMaster"));
        desk.ews.add(master);
        const QByteArray id = QByteArray::fromHex("040000008200E00074C5B7101A82E008" + date) + QByteArray(20, '\0');
        desk.ews.putSent(
            "<t:MeetingResponse><t:ItemId Id=\"S1\" ChangeKey=\"1\"/><t:ItemClass>" + itemClass
            + "</t:ItemClass><t:ExtendedProperty><t:ExtendedFieldURI DistinguishedPropertySetId=\"Meeting\" "
              "PropertyId=\"3\" PropertyType=\"Binary\"/><t:Value>"
            + id.toBase64()
            + "</t:Value></t:ExtendedProperty><t:ExtendedProperty><t:ExtendedFieldURI "
              "DistinguishedPropertySetId=\"Appointment\" PropertyId=\"33281\" PropertyType=\"Integer\"/><t:Value>"
            + QByteArray::number(sequence) + "</t:Value></t:ExtendedProperty></t:MeetingResponse>");
        RoomResponse response = accept(1);
        response.kind = ResponseKind::Decline;
        response.earlier = earlier;
        response.meeting.recurrenceId = QStringLiteral("2026-11-25T09:30:00Z");
        const auto report = answerOf(desk.gateway.respond(response));
        QTEST(report && report->wasAnswered, "isKnown");
        if (!report)
            QCOMPARE(report.error().code(), QByteArray("exchange.message-not-found"));
        QCOMPARE(desk.ews.count(createItem), 0);
    }

    void R_ANSWER_oneDateOfASeries()
    {
        EwsDesk desk;
        FakeItem master = invited(ItemFolder::Calendar, "CalendarItem");
        master.fields.insert(QStringLiteral("CalendarItemType"), QStringLiteral("RecurringMaster"));
        master.exceptions = {{QStringLiteral("moved"), QStringLiteral("2026-12-02T09:30:00Z")}};
        desk.ews.add(master);
        desk.ews.add(dateOf(master, "2026-11-25T09:30:00Z", "2026-11-25T10:00:00Z", "2026-11-25T09:30:00Z"));
        FakeItem moved = dateOf(master, "2026-12-09T15:00:00Z", "2026-12-09T16:00:00Z", "2026-12-02T09:30:00Z");
        moved.id = QStringLiteral("moved");
        desk.ews.add(moved);
        RoomResponse response = accept();
        response.kind = ResponseKind::Decline;
        response.meeting.recurrenceId = QStringLiteral("2026-11-25T09:30:00Z");
        QVERIFY(answerOf(desk.gateway.respond(response)));
        QVERIFY(desk.ews.lastRequest(createItem).contains("ReferenceItemId Id=\"item-2\""));
        response.meeting.recurrenceId = QStringLiteral("2026-12-02T09:30:00Z"); // far from where it was
        QVERIFY(answerOf(desk.gateway.respond(response)));
        QVERIFY(desk.ews.lastRequest(createItem).contains("ReferenceItemId Id=\"moved\""));
        response.meeting.recurrenceId = QStringLiteral("2027-01-06T09:30:00Z");
        QCOMPARE(answerOf(desk.gateway.respond(response)).error().code(), QByteArray("exchange.message-not-found"));
        QCOMPARE(desk.ews.count(createItem), 2);
    }
};

QTEST_GUILESS_MAIN(TestEwsResponding)
#include "tst_ewsresponding.moc"
