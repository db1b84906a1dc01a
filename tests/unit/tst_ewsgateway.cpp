// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/answer.h"
#include "models/exchange/exchangeproblem.h"
#include "tests/unit/ewsgatewaydesk.h"

#include <QTimeZone>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString findItem = QStringLiteral("FindItem");
const QString createItem = QStringLiteral("CreateItem");
const QString updateItem = QStringLiteral("UpdateItem");
const QString deleteItem = QStringLiteral("DeleteItem");
const QString getItem = QStringLiteral("GetItem");

} // namespace

class TestEwsGateway final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsIdsThatOtherClientsWrappedOrLeftUnclean()
    {
        const QString exchangeUid = QString::fromLatin1(
            QByteArray::fromBase64("BAAAAIIA4AB0xbcQGoLgCAAAAADgQMnBJoXEAQAAAAAAAAAAEAAAAAvw7UtuTulOnjnjhns3jvM=")
                .toHex());
        EwsDesk desk;
        FakeItem& item = desk.ews.add(invited(ItemFolder::Calendar, "CalendarItem"));
        item.globalObjectId = cleanGlobalObjectIds(exchangeUid).last();
        item.fields.insert(QStringLiteral("UID"), exchangeUid);
        const auto found = answerOf(desk.gateway.find(room, {exchangeUid, {}}));
        QVERIFY(found);
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().uid, exchangeUid);
    }

    void findsInEveryFolder()
    {
        EwsDesk desk;
        desk.ews.add(invited(ItemFolder::DeletedItems, "MeetingRequest"));
        desk.ews.add(invited(ItemFolder::Calendar, "CalendarItem"));
        const auto found = answerOf(desk.gateway.find(room, {uid, {}}));
        QVERIFY(found);
        QCOMPARE(found->size(), 2);
        QCOMPARE(found->first().folder, ItemFolder::Calendar);
        QCOMPARE(found->last().folder, ItemFolder::DeletedItems);
    }

    void K4_aRepeatAfterTheServersYesMakesNoSecondItem()
    {
        EwsDesk desk;
        desk.ews.loseNextAnswer(createItem);
        QCOMPARE(answerOf(desk.gateway.create(room, draft())).error().code(), QByteArray("exchange.connection-lost"));
        QCOMPARE(desk.ews.in(ItemFolder::Calendar).size(), 1);
        const auto repeated = answerOf(desk.gateway.create(room, draft()));
        QVERIFY(repeated);
        QCOMPARE(repeated->id, desk.ews.in(ItemFolder::Calendar).first().id);
        QCOMPARE(desk.ews.in(ItemFolder::Calendar).size(), 1);
        QCOMPARE(desk.ews.count(createItem), 1);
    }

    void createsWithoutTellingAnybodyUnlessSomebodyIsInvited()
    {
        EwsDesk desk;
        QVERIFY(answerOf(desk.gateway.create(room, draft())));
        QVERIFY(desk.ews.lastRequest(createItem).contains("SendMeetingInvitations=\"SendToNone\""));
        ItemDraft other = draft();
        other.mark = "mark-2";
        other.invited = {QStringLiteral("ann@contoso.test")};
        QVERIFY(answerOf(desk.gateway.create(room, other)));
        QVERIFY(desk.ews.lastRequest(createItem).contains("SendMeetingInvitations=\"SendToAllAndSaveCopy\""));
        QCOMPARE(desk.ews.in(ItemFolder::Calendar).last().attendees, other.invited);
    }

    void aSeriesLosesItsExceptedDatesWhereverItWasInterrupted()
    {
        EwsDesk desk;
        ItemDraft weekly = series();
        weekly.recurrence->exceptions = {*parseItipTime("20261125T103000", "Europe/Berlin"),
                                         *parseItipTime("20261202T093000Z", {}), *parseItipTime("20261209", {})};
        desk.ews.beforeNext(getItem, [&] { // the server shows the dates once the series is there
            const FakeItem master = desk.ews.in(ItemFolder::Calendar).first();
            desk.ews.add(dateOf(master, "2026-11-25T09:30:00Z", "2026-11-25T10:00:00Z", "2026-11-25T09:30:00Z"));
            desk.ews.add(dateOf(master, "2026-12-02T09:30:00Z", "2026-12-02T10:00:00Z", "2026-12-02T09:30:00Z"));
            desk.ews.add(dateOf(master, "2026-12-09T09:30:00Z", "2026-12-09T10:00:00Z", "2026-12-09T09:30:00Z"));
            desk.ews.add(dateOf(master, "2026-12-16T09:30:00Z", "2026-12-16T10:00:00Z", "2026-12-16T09:30:00Z"));
        });
        desk.ews.loseNextAnswer(deleteItem);
        QVERIFY(!answerOf(desk.gateway.create(room, weekly)));
        QVERIFY(answerOf(desk.gateway.create(room, weekly)));
        QCOMPARE(desk.ews.count(createItem), 1);
        QStringList left;
        for (const FakeItem& item : desk.ews.in(ItemFolder::Calendar))
            left.append(item.text("Start"));
        QCOMPARE(left, (QStringList{QStringLiteral("2026-11-18T09:30:00Z"), QStringLiteral("2026-12-16T09:30:00Z")}));
    }

    void E9_onlyTheDateThatFailedIsTakenOutAgain()
    {
        EwsDesk desk;
        ItemDraft weekly = series();
        weekly.recurrence->exceptions
            = {*parseItipTime("20261125T093000Z", {}), *parseItipTime("20261202T093000Z", {})};
        desk.ews.beforeNext(getItem, [&] {
            const FakeItem master = desk.ews.in(ItemFolder::Calendar).first();
            desk.ews.add(dateOf(master, "2026-11-25T09:30:00Z", "2026-11-25T10:00:00Z", "2026-11-25T09:30:00Z"));
            desk.ews.add(dateOf(master, "2026-12-02T09:30:00Z", "2026-12-02T10:00:00Z", "2026-12-02T09:30:00Z"));
        });
        desk.ews.failItemOnce(QStringLiteral("item-3"),
                              QStringLiteral("ErrorItemNotFound")); // its GetItem: gone just now
        QVERIFY(answerOf(desk.gateway.create(room, weekly)));
        QCOMPARE(desk.ews.count(deleteItem), 1);
        QVERIFY(!desk.ews.lastRequest(deleteItem).contains("item-3"));
        desk.ews.beforeNext(deleteItem, [&] {
            desk.ews.failItemOnce(QStringLiteral("item-3"), QStringLiteral("ErrorMailboxStoreUnavailable"));
        });
        QVERIFY(answerOf(desk.gateway.create(room, weekly)));
        QCOMPARE(desk.ews.count(deleteItem), 3);
        QCOMPARE(desk.ews.in(ItemFolder::Calendar).size(), 1);
    }

    void whatExchangeCannotSayIsRefusedBeforeAnythingIsAsked()
    {
        EwsDesk desk;
        const auto answer = answerOf(desk.gateway.create(room, series("FREQ=MONTHLY;BYMONTHDAY=18,25")));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code(), QByteArray("exchange.recurrence-not-supported"));
        QCOMPARE(exchangeProblemOf(answer.error()), ExchangeProblem::Permanent);
        ItemDraft zoneless = series("FREQ=WEEKLY;BYDAY=WE");
        zoneless.timeZone = "Antarctica/Troll"; // summer time two hours ahead, as nowhere else
        QCOMPARE(answerOf(desk.gateway.create(room, zoneless)).error().code(),
                 QByteArray("exchange.zone-not-supported"));
        QVERIFY(desk.ews.operations().isEmpty());
    }

    // Windows calls some zones otherwise, and has none for others.
    void zonesAreToldByOneThatGoesLikeThem_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QByteArray>("told"); // empty: any
        QTest::newRow("renamed") << QByteArray("Asia/Kolkata") << QByteArray("India Standard Time");
        QTest::newRow("UTC") << QByteArray("UTC") << QByteArray("UTC");
        QTest::newRow("none of its own") << QByteArray("Antarctica/Troll") << QByteArray();
    }

    void zonesAreToldByOneThatGoesLikeThem()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QByteArray, told);
        if (!QTimeZone(zone).isValid())
            QSKIP("this machine does not know the zone");
        ItemDraft days = draft();
        days.allDay = true;
        days.timeZone = zone;
        const QDate date(2026, 11, 18);
        days.time = {fromDateTime(date.startOfDay(QTimeZone(zone))),
                     fromDateTime(date.addDays(1).startOfDay(QTimeZone(zone)))};
        ItemDraft repeated = series();
        repeated.timeZone = zone;
        ItemDraft once = draft();
        once.timeZone = zone;
        for (const ItemDraft& item : {days, repeated, once}) {
            EwsDesk desk;
            const auto made = answerOf(desk.gateway.create(room, item));
            QVERIFY2(made, made ? "" : qPrintable(made.error().logLine()));
            const QByteArray request = desk.ews.lastRequest(QStringLiteral("CreateItem"));
            QVERIFY2(request.contains(QByteArray("<t:StartTimeZone Id=\"" + told)), request.constData());
            QVERIFY(!request.contains("<t:StartTimeZone Id=\"\""));
        }
    }

    void changesWhatDiffersAndNothingElse()
    {
        EwsDesk desk;
        QVERIFY(answerOf(desk.gateway.create(room, draft())));
        QVERIFY(answerOf(desk.gateway.update(room, {}, draft())));
        QCOMPARE(desk.ews.count(updateItem), 0);
        ItemDraft moved = draft();
        moved.time = {at("2026-11-18T14:00:00Z"), at("2026-11-18T15:00:00Z")};
        moved.location.clear();
        QVERIFY(answerOf(desk.gateway.update(room, {}, moved)));
        const QByteArray request = desk.ews.lastRequest(updateItem);
        QVERIFY(request.contains("<t:Start>2026-11-18T14:00:00Z</t:Start>"));
        QVERIFY(request.contains("<t:DeleteItemField><t:FieldURI FieldURI=\"calendar:Location\"/>"));
        QVERIFY(!request.contains("item:Subject") && !request.contains("item:Body"));
        QCOMPARE(desk.ews.in(ItemFolder::Calendar).first().text("End"), QStringLiteral("2026-11-18T15:00:00Z"));
        QVERIFY(answerOf(desk.gateway.update(room, {}, moved)));
        QCOMPARE(desk.ews.count(updateItem), 1);
    }

    void E6_aConflictIsReadAnewOnceThenToldOfAsSuch()
    {
        EwsDesk desk;
        QVERIFY(answerOf(desk.gateway.create(room, draft())));
        ItemDraft moved = draft();
        moved.subject = QStringLiteral("Board, moved");
        const auto touch = [&] { ++desk.ews.item(QStringLiteral("item-1"))->version; };
        desk.ews.beforeNext(updateItem, touch);
        QVERIFY(answerOf(desk.gateway.update(room, {}, moved)));
        QCOMPARE(desk.ews.count(updateItem), 2);
        QCOMPARE(desk.ews.item(QStringLiteral("item-1"))->text("Subject"), moved.subject);
        moved.subject = QStringLiteral("Board, moved again");
        desk.ews.beforeNext(updateItem, [&] {
            touch();
            desk.ews.beforeNext(updateItem, touch);
        });
        const auto updated = answerOf(desk.gateway.update(room, {}, moved));
        QVERIFY(!updated);
        QCOMPARE(updated.error().code(), QByteArray("exchange.item-changed"));
        QCOMPARE(exchangeProblemOf(updated.error()), ExchangeProblem::Conflict);
    }

    void E6_whatWasDeletedWhileItWasChangedIsGone()
    {
        EwsDesk desk;
        QVERIFY(answerOf(desk.gateway.create(room, draft())));
        ItemDraft moved = draft();
        moved.subject = QStringLiteral("Other");
        desk.ews.beforeNext(updateItem, [&] { desk.ews.item(QStringLiteral("item-1"))->id = QStringLiteral("other"); });
        QCOMPARE(answerOf(desk.gateway.update(room, {}, moved)).error().code(), QByteArray("exchange.item-gone"));
        ItemDraft nowhere = draft();
        nowhere.mark = "nowhere";
        QCOMPARE(answerOf(desk.gateway.update(room, {}, nowhere)).error().code(), QByteArray("exchange.item-gone"));
    }

    void aSeriesKeepsItsRecurrenceUnlessItChanges()
    {
        EwsDesk desk;
        QVERIFY(answerOf(desk.gateway.create(room, series())));
        ItemDraft renamed = series();
        renamed.subject = QStringLiteral("Renamed");
        QVERIFY(answerOf(desk.gateway.update(room, {}, renamed)));
        // To set it anew would throw away what was changed on single dates.
        QVERIFY(!desk.ews.lastRequest(updateItem).contains("calendar:Recurrence"));
        QVERIFY(answerOf(desk.gateway.update(room, {}, series("FREQ=WEEKLY;BYDAY=WE;COUNT=7"))));
        QVERIFY(desk.ews.lastRequest(updateItem).contains("<t:NumberOfOccurrences>7</t:NumberOfOccurrences>"));
    }

    void oneDateOfAnOwnSeriesIsChangedAndCancelled()
    {
        EwsDesk desk;
        QVERIFY(answerOf(desk.gateway.create(room, series())));
        const FakeItem master = desk.ews.in(ItemFolder::Calendar).first();
        desk.ews.add(dateOf(master, "2026-11-25T09:30:00Z", "2026-11-25T10:00:00Z", "2026-11-25T09:30:00Z"));
        const QString key = QStringLiteral("2026-11-25T09:30:00Z");
        ItemDraft moved = draft();
        moved.time = {at("2026-11-25T14:00:00Z"), at("2026-11-25T15:00:00Z")};
        QVERIFY(answerOf(desk.gateway.update(room, key, moved)));
        QVERIFY(desk.ews.lastRequest(updateItem).contains("ItemId Id=\"item-2\""));
        QVERIFY(!desk.ews.lastRequest(updateItem).contains("calendar:Recurrence"));
        QVERIFY(answerOf(desk.gateway.cancel(room, "mark-1", key, {})));
        QVERIFY(answerOf(desk.gateway.cancel(room, "mark-1", key, {}))); // it is as asked
        QCOMPARE(desk.ews.count(deleteItem), 1);
        QCOMPARE(desk.ews.in(ItemFolder::Calendar).size(), 1);
        QCOMPARE(answerOf(desk.gateway.update(room, key, moved)).error().code(), QByteArray("exchange.item-gone"));
    }

    void cancellingTellsWhoWasInvited()
    {
        EwsDesk desk;
        ItemDraft meeting = draft();
        meeting.invited = {QStringLiteral("ann@contoso.test")};
        QVERIFY(answerOf(desk.gateway.create(room, meeting)));
        QVERIFY(answerOf(desk.gateway.cancel(room, meeting.mark, {}, QStringLiteral("The room floods."))));
        const QByteArray request = desk.ews.lastRequest(createItem);
        QVERIFY(request.contains("<t:CancelCalendarItem>") && request.contains("The room floods."));
        QVERIFY(desk.ews.in(ItemFolder::Calendar).isEmpty());
        QVERIFY(answerOf(desk.gateway.cancel(room, meeting.mark, {}, {}))); // what is not there is cancelled
        QCOMPARE(desk.ews.count(deleteItem), 0);
    }

    void listsInPiecesAndHalvesWhatIsTooMuch()
    {
        EwsDesk desk;
        desk.ews.add(invited(ItemFolder::Calendar, "CalendarItem"));
        FakeItem late = invited(ItemFolder::Calendar, "CalendarItem");
        late.fields.insert(QStringLiteral("Start"), QStringLiteral("2029-06-01T09:00:00Z"));
        late.fields.insert(QStringLiteral("End"), QStringLiteral("2029-06-01T10:00:00Z"));
        desk.ews.add(late);
        const TimeRange threeYears{at("2026-11-01T00:00:00Z"), at("2029-11-01T00:00:00Z")};
        const QByteArray cut = ewsResponse(
            findItem,
            {ewsMessage(findItem, "<m:RootFolder IncludesLastItemInRange=\"false\"><t:Items/></m:RootFolder>")});
        desk.ews.answerNext(findItem, httpAnswer(200, cut));
        desk.ews.answerNext(
            findItem,
            httpAnswer(200, ewsResponse(findItem, {ewsFailure(findItem, QStringLiteral("ErrorTimeoutExpired"))})));
        const auto items = answerOf(desk.gateway.list(room, threeYears));
        QVERIFY(items);
        QCOMPARE(items->size(), 2);
        QCOMPARE(items->first().uid, uid);
        QCOMPARE(items->last().time.start, at("2029-06-01T09:00:00Z"));
        QVERIFY(desk.ews.count(findItem) >= 12);
        for (const QByteArray& request : desk.ews.requests()) {
            const auto boundary = [&](const QByteArray& name) {
                const qsizetype begin = request.indexOf(QByteArray(name + "=\"")) + name.size() + 2;
                return *instantFromIso(QString::fromLatin1(request.mid(begin, 20)));
            };
            QVERIFY(boundary("EndDate") - boundary("StartDate") < std::chrono::days(2 * 365));
        }
    }

    void listsNotForEverWhereAServerNeverShowsAll()
    {
        EwsDesk desk;
        const QByteArray cut = ewsResponse(
            findItem,
            {ewsMessage(findItem, "<m:RootFolder IncludesLastItemInRange=\"false\"><t:Items/></m:RootFolder>")});
        for (int i = 0; i < 40; ++i)
            desk.ews.answerNext(findItem, httpAnswer(200, cut));
        const auto items = answerOf(desk.gateway.list(room, {at("2026-11-01T00:00:00Z"), at("2026-12-01T00:00:00Z")}));
        QVERIFY(!items);
        QCOMPARE(items.error().code(), QByteArray("exchange.too-many-items"));
        QVERIFY(desk.ews.count(findItem) < 40);
    }

    void asksForBusyTimesInPieces()
    {
        EwsDesk desk;
        const auto times
            = answerOf(desk.gateway.busyTimes({room}, {at("2026-11-01T00:00:00Z"), at("2027-02-01T00:00:00Z")}));
        QVERIFY(times);
        QCOMPARE(times->size(), 1);
        QCOMPARE(times->first().mailbox, room);
        QCOMPARE(desk.ews.count(QStringLiteral("GetUserAvailabilityRequest")), 3);
    }

    void sendsAMessageAsItIs()
    {
        EwsDesk desk;
        const MailToSend mail{room,
                              {QStringLiteral("ann@contoso.test"), QStringLiteral("boss@contoso.test")},
                              "To: Ann <ann@contoso.test>\nSubject: x\n\nHello\n"};
        QVERIFY(answerOf(desk.gateway.sendMail(room, mail, SendingAgain::No)));
        const QByteArray request = desk.ews.lastRequest(createItem);
        QVERIFY(request.contains(QByteArray("To: Ann <ann@contoso.test>\r\nSubject: x\r\n\r\nHello\r\n").toBase64()));
        QVERIFY(request.contains("<t:BccRecipients><t:Mailbox><t:EmailAddress>boss@contoso.test"));
        QVERIFY(!request.contains("<t:EmailAddress>ann@contoso.test"));
    }

    void probesWithAndWithoutAMailbox()
    {
        EwsDesk desk;
        const auto server = answerOf(desk.gateway.probe({}));
        QVERIFY(server);
        QCOMPARE(server->version, QStringLiteral("Exchange 2019, build 15.2.1258.12"));
        QVERIFY(server->mailbox.isEmpty());
        QVERIFY(!desk.ews.requests().last().contains("ExchangeImpersonation"));
        const auto mailbox = answerOf(desk.gateway.probe(room));
        QVERIFY(mailbox);
        QCOMPARE(mailbox->mailbox, room);
        QVERIFY(desk.ews.requests().last().contains("<t:PrimarySmtpAddress>room1@contoso.test</t:PrimarySmtpAddress>"));
    }

    void tellsHowTheServerSpellsAMailbox()
    {
        EwsDesk desk;
        const auto facts = answerOf(desk.gateway.processing(room));
        QVERIFY(facts);
        QCOMPARE(facts->mailboxName, QStringLiteral("Room1@Contoso.test"));
        QVERIFY(!facts->answersByItself.has_value()); // this server keeps that to itself
    }

    void impersonatesOrWorksInTheRoomsFolders()
    {
        EwsDesk impersonating;
        QVERIFY(answerOf(impersonating.gateway.find(room, {uid, {}})));
        QVERIFY(impersonating.ews.requests().first().contains("ExchangeImpersonation"));
        EwsDesk delegate(false);
        QVERIFY(answerOf(delegate.gateway.find(room, {uid, {}})));
        const QByteArray request = delegate.ews.requests().first();
        QVERIFY(!request.contains("ExchangeImpersonation"));
        QVERIFY(
            request.contains("<t:DistinguishedFolderId Id=\"calendar\"><t:Mailbox><t:EmailAddress>room1@contoso.test"));
    }

    void findsTheServerByAutodiscoverOnce()
    {
        FakeEws ews;
        int searches = 0;
        EwsGateway gateway({QUrl(), true}, [&, exchange = ews.exchange()](const HttpRequest& request) {
            if (!request.url.path().startsWith(QLatin1String("/autodiscover")))
                return exchange(request);
            ++searches;
            const Answer<HttpResponse> answer;
            answer(httpAnswer(200, "{\"Protocol\":\"EWS\",\"Url\":\"https://mail.contoso.test/EWS/Exchange.asmx\"}"));
            return answer.future();
        });
        QCOMPARE(answerOf(gateway.probe({})).error().code(), QByteArray("exchange.url-missing"));
        const auto first = gateway.probe(room);
        const auto second = gateway.find(room, {uid, {}});
        QVERIFY(answerOf(first));
        QVERIFY(answerOf(second));
        QVERIFY(answerOf(gateway.probe(room)));
        QCOMPARE(searches, 1);
    }

    void everyCallAnswersWhenTheGatewayGoes()
    {
        QList<Answer<HttpResponse>> open;
        auto gateway = std::make_unique<EwsGateway>(EwsAccount{QUrl(QStringLiteral("https://x.test/EWS")), true},
                                                    [&](const HttpRequest&) {
                                                        open.append(Answer<HttpResponse>());
                                                        return open.last().future();
                                                    });
        const auto report = gateway->respond(accept());
        const auto listed = gateway->list(room, {at("2026-11-01T00:00:00Z"), at("2026-12-01T00:00:00Z")});
        QCOMPARE(open.size(), 2);
        gateway.reset();
        QCOMPARE(answerOf(report).error().code(), QByteArray("exchange.cancelled"));
        QCOMPARE(answerOf(listed).error().code(), QByteArray("exchange.cancelled"));
    }
};

QTEST_GUILESS_MAIN(TestEwsGateway)
#include "tst_ewsgateway.moc"
