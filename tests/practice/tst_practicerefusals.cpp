// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/practice/practicedesk.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

// What the server gave an item.
struct Reference
{
    QByteArray id;
    QByteArray key; // none: the request names no ChangeKey

    QByteArray attributes(const char* idName = "Id") const
    {
        const QByteArray changeKey = key.isEmpty() ? QByteArray() : " ChangeKey=\"" + key + '"';
        return QByteArray(idName) + "=\"" + id + '"' + changeKey;
    }
};

Reference referenceIn(const WebReply& reply)
{
    return {reply.between("ItemId Id=\"", "\"").toUtf8(), reply.between("ChangeKey=\"", "\"").toUtf8()};
}

QByteArray findIn(const QByteArray& folder, const QByteArray& itemClass)
{
    return "<m:FindItem Traversal=\"Shallow\"><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape></m:ItemShape>"
           "<m:Restriction><t:IsEqualTo><t:FieldURI FieldURI=\"item:ItemClass\"/><t:FieldURIOrConstant><t:Constant "
           "Value=\""
        + itemClass
        + "\"/></t:FieldURIOrConstant></t:IsEqualTo></m:Restriction><m:ParentFolderIds><t:DistinguishedFolderId Id=\""
        + folder + "\"/></m:ParentFolderIds></m:FindItem>";
}

QByteArray get(const QByteArray& id)
{
    return "<m:GetItem><m:ItemShape><t:BaseShape>AllProperties</t:BaseShape></m:ItemShape><m:ItemIds>" + id
        + "</m:ItemIds></m:GetItem>";
}

QByteArray get(const Reference& item)
{
    return get(QByteArray("<t:ItemId " + item.attributes() + "/>"));
}

QByteArray nth(const Reference& series, const QByteArray& index)
{
    return "<t:OccurrenceItemId " + series.attributes("RecurringMasterId") + " InstanceIndex=\"" + index + "\"/>";
}

QByteArray answer(const QByteArray& element, const Reference& item)
{
    return "<m:CreateItem MessageDisposition=\"SendAndSaveCopy\"><m:Items><t:" + element + "><t:ReferenceItemId "
        + item.attributes() + "/></t:" + element + "></m:Items></m:CreateItem>";
}

QByteArray create(const QByteArray& behindEnd = {})
{
    return "<m:CreateItem SendMeetingInvitations=\"SendToNone\"><m:Items><t:CalendarItem><t:Subject>Own</t:Subject>"
           "<t:Start>2026-11-24T10:00:00Z</t:Start><t:End>2026-11-24T11:00:00Z</t:End>"
        + behindEnd + "</t:CalendarItem></m:Items></m:CreateItem>";
}

QByteArray weekly(const QByteArray& days, const QByteArray& range)
{
    return "<t:Recurrence><t:WeeklyRecurrence><t:Interval>1</t:Interval><t:DaysOfWeek>" + days
        + "</t:DaysOfWeek></t:WeeklyRecurrence>" + range + "</t:Recurrence>";
}

QByteArray untilTheDay(const QByteArray& last)
{
    return "<t:EndDateRecurrence><t:StartDate>2026-11-24</t:StartDate><t:EndDate>" + last
        + "</t:EndDate></t:EndDateRecurrence>";
}

const QByteArray fourTimes
    = QByteArrayLiteral("<t:NumberedRecurrence><t:StartDate>2026-11-24</t:StartDate><t:NumberOfOccurrences>4"
                        "</t:NumberOfOccurrences></t:NumberedRecurrence>");

QByteArray set(const QByteArray& path, const QByteArray& property)
{
    return "<t:SetItemField>" + path + "<t:CalendarItem>" + property + "</t:CalendarItem></t:SetItemField>";
}

QByteArray field(const QByteArray& uri)
{
    return "<t:FieldURI FieldURI=\"" + uri + "\"/>";
}

struct Update
{
    QByteArray resolution = "AutoResolve";
    QByteArray sends = "SendToNone";

    QByteArray of(const QByteArray& id, const QByteArray& changes) const
    {
        return "<m:UpdateItem ConflictResolution=\"" + resolution
            + "\" MessageDisposition=\"SaveOnly\" SendMeetingInvitationsOrCancellations=\"" + sends
            + "\"><m:ItemChanges><t:ItemChange>" + id + "<t:Updates>" + changes
            + "</t:Updates></t:ItemChange></m:ItemChanges></m:UpdateItem>";
    }
    QByteArray of(const Reference& item, const QByteArray& changes) const
    {
        return of(QByteArray("<t:ItemId " + item.attributes() + "/>"), changes);
    }
};

QByteArray newSubject()
{
    return set(field("item:Subject"), "<t:Subject>New</t:Subject>");
}

QByteArray newTimes(const QByteArray& start, const QByteArray& end)
{
    return set(field("calendar:Start"), "<t:Start>" + start + "</t:Start>")
        + set(field("calendar:End"), "<t:End>" + end + "</t:End>");
}

QByteArray removal(const Reference& item, const QByteArray& kind = "MoveToDeletedItems")
{
    return "<m:DeleteItem DeleteType=\"" + kind + "\" SendMeetingCancellations=\"SendToNone\"><m:ItemIds><t:ItemId "
        + item.attributes() + "/></m:ItemIds></m:DeleteItem>";
}

} // namespace

// What Exchange refuses by EWS is refused here too, so that a rehearsal shows a client that asks for it.
class tst_PracticeRefusals final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<PracticeDesk>(); }
    void cleanup();

    void outdatedRequestIsNotAnswered_data();
    void outdatedRequestIsNotAnswered();
    void requestDeclinedBeforeIsAccepted();
    void itemInDeletedItemsIsNotAnswered_data() { answers(); }
    void itemInDeletedItemsIsNotAnswered();
    void cancelledMeetingIsNotAnswered_data() { answers(); }
    void cancelledMeetingIsNotAnswered();
    void onlyMeetingsAreAnswered();
    void impersonatedSeesNoOtherMailbox();
    void removedDatesCountInThePattern_data();
    void removedDatesCountInThePattern();
    void idsAreOfTheKindTheyAreGivenFor();
    void updateNeedsAChangeKey_data();
    void updateNeedsAChangeKey();
    void pathAndPropertyMatch_data();
    void pathAndPropertyMatch();
    void recurrenceHasADate();
    void deletedItemIsNotUpdatedAloud();
    void deletedMeetingIsNotCancelled();
    void dateStaysBetweenItsNeighbours_data();
    void dateStaysBetweenItsNeighbours();

private:
    static void answers();
    Reference made(const QByteArray& request);
    bool refuses(const QByteArray& request, const QByteArray& code, const QString& as = roomAddress);
    Reference series();

    std::unique_ptr<PracticeDesk> m_desk;
};

void tst_PracticeRefusals::cleanup()
{
    const QStringList errors = m_desk->schemaErrors();
    m_desk.reset();
    QVERIFY2(errors.isEmpty(), qPrintable(errors.join(QLatin1Char('\n'))));
}

void tst_PracticeRefusals::answers()
{
    QTest::addColumn<QByteArray>("element");
    QTest::addColumn<QByteArray>("operation"); // ErrorInvalidItemForOperation...
    QTest::addColumn<QByteArray>("word");      // ErrorCalendarIs...For...
    QTest::newRow("accept") << QByteArray("AcceptItem") << QByteArray("AcceptItem") << QByteArray("Accept");
    QTest::newRow("tentative") << QByteArray("TentativelyAcceptItem") << QByteArray("Tentative")
                               << QByteArray("Tentative");
    QTest::newRow("decline") << QByteArray("DeclineItem") << QByteArray("DeclineItem") << QByteArray("Decline");
}

Reference tst_PracticeRefusals::made(const QByteArray& request)
{
    const WebReply reply = m_desk->ews(request);
    if (!reply.has("ResponseClass=\"Success\""))
        qWarning("%s", reply.body.constData());
    return referenceIn(reply);
}

bool tst_PracticeRefusals::refuses(const QByteArray& request, const QByteArray& code, const QString& as)
{
    const WebReply reply = m_desk->ews(request, as);
    const bool isRefused = reply.body.contains(QByteArray("<m:ResponseCode>" + code + "</m:ResponseCode>"));
    if (!isRefused)
        qWarning("%s", reply.body.constData());
    return isRefused && !reply.has("ResponseClass=\"Success\"");
}

Reference tst_PracticeRefusals::series()
{
    return made(create(weekly("Tuesday", fourTimes)));
}

void tst_PracticeRefusals::outdatedRequestIsNotAnswered_data()
{
    QTest::addColumn<bool>("declinedBefore");
    QTest::newRow("newer version in the calendar") << false;
    QTest::newRow("newer version declined") << true;
}

void tst_PracticeRefusals::outdatedRequestIsNotAnswered()
{
    QFETCH(bool, declinedBefore);
    const QString uid = m_desk->invite();
    const Reference old = made(findIn("inbox", "IPM.Schedule.Meeting.Request"));
    QVERIFY(m_desk->ews(get(old)).has("<t:IsOutOfDate>false</t:IsOutOfDate>"));
    m_desk->clock().advance(Minutes(1));
    m_desk->invite(QStringLiteral("Budget"), 1, uid, ItipMethod::Request, 14);
    const Reference present = made(findIn("inbox", "IPM.Schedule.Meeting.Request"));
    QVERIFY(present.id != old.id);
    if (declinedBefore)
        made(answer("DeclineItem", present));
    const qsizetype told = m_desk->mails().size();
    const WebReply outdated = m_desk->ews(get(Reference{old.id, {}}));
    QVERIFY2(outdated.has("<t:IsOutOfDate>true</t:IsOutOfDate>"), outdated.body.constData());
    for (const char* element : {"AcceptItem", "TentativelyAcceptItem", "DeclineItem"})
        QVERIFY(refuses(answer(element, {old.id, {}}), "ErrorCalendarMeetingRequestIsOutOfDate"));
    QCOMPARE(m_desk->mails().size(), told);
}

// Exchange takes the item back out of Deleted Items.
void tst_PracticeRefusals::requestDeclinedBeforeIsAccepted()
{
    m_desk->invite();
    const Reference request = made(findIn("inbox", "IPM.Schedule.Meeting.Request"));
    made(answer("DeclineItem", request));
    made(answer("AcceptItem", {request.id, {}}));
    QCOMPARE(PracticeDesk::one(m_desk->mailbox(roomAddress), QStringLiteral("calendar"), QStringLiteral("appointment"))
                 .value(QLatin1String("response"))
                 .toString(),
             QStringLiteral("accept"));
    QCOMPARE(m_desk->mails().size(), 2);
}

void tst_PracticeRefusals::itemInDeletedItemsIsNotAnswered()
{
    QFETCH(QByteArray, element);
    QFETCH(QByteArray, operation);
    m_desk->invite();
    made(answer("DeclineItem", made(findIn("calendar", "IPM.Appointment"))));
    const Reference deleted = made(findIn("deleteditems", "IPM.Appointment"));
    QVERIFY(!deleted.id.isEmpty());
    QVERIFY(refuses(answer(element, deleted), "ErrorInvalidItemForOperation" + operation));
    QVERIFY(PracticeDesk::one(m_desk->mailbox(roomAddress), QStringLiteral("calendar"), QStringLiteral("appointment"))
                .isEmpty());
    QCOMPARE(m_desk->mails().size(), 1);
}

// The request lies in Deleted Items since the cancellation came.
void tst_PracticeRefusals::cancelledMeetingIsNotAnswered()
{
    QFETCH(QByteArray, element);
    QFETCH(QByteArray, word);
    const QString uid = m_desk->invite();
    const Reference request = made(findIn("inbox", "IPM.Schedule.Meeting.Request"));
    m_desk->clock().advance(Minutes(1));
    m_desk->invite(QStringLiteral("Budget"), 1, uid, ItipMethod::Cancel);
    QVERIFY(refuses(answer(element, {request.id, {}}), "ErrorCalendarIsCancelledFor" + word));
    QVERIFY(m_desk->mails().isEmpty());
}

void tst_PracticeRefusals::onlyMeetingsAreAnswered()
{
    const QString uid = m_desk->invite();
    m_desk->clock().advance(Minutes(1));
    m_desk->invite(QStringLiteral("Budget"), 1, uid, ItipMethod::Cancel);
    const Reference cancellation = made(findIn("inbox", "IPM.Schedule.Meeting.Canceled"));
    QVERIFY(refuses(answer("AcceptItem", cancellation), "ErrorInvalidItemForOperationAcceptItem"));
}

void tst_PracticeRefusals::impersonatedSeesNoOtherMailbox()
{
    const Reference item = made(create());
    QVERIFY(refuses(get(item), "ErrorItemNotFound", otherRoom));
    QVERIFY(refuses(Update().of(item, newSubject()), "ErrorItemNotFound", otherRoom));
    QVERIFY(refuses(removal(item), "ErrorItemNotFound", otherRoom));
    const QByteArray folder
        = "<m:GetFolder><m:FolderShape><t:BaseShape>Default</t:BaseShape></m:FolderShape><m:FolderIds>"
          "<t:DistinguishedFolderId Id=\"calendar\"><t:Mailbox><t:EmailAddress>"
        + roomAddress.toUtf8() + "</t:EmailAddress></t:Mailbox></t:DistinguishedFolderId></m:FolderIds></m:GetFolder>";
    const WebReply own = m_desk->ews(folder);
    QVERIFY2(own.has("<t:CalendarFolder>"), own.body.constData());
    QVERIFY(refuses(folder, "ErrorFolderNotFound", otherRoom));
    const QByteArray byId = "<m:GetFolder><m:FolderShape><t:BaseShape>Default</t:BaseShape></m:FolderShape>"
                            "<m:FolderIds><t:FolderId Id=\""
        + own.between("FolderId Id=\"", "\"").toUtf8() + "\"/></m:FolderIds></m:GetFolder>";
    QVERIFY(m_desk->ews(byId).has("<t:CalendarFolder>"));
    QVERIFY(refuses(byId, "ErrorFolderNotFound", otherRoom));
    // The account itself has full access to both.
    QVERIFY(m_desk->ews(get(item), {}).has("<t:Subject>Own</t:Subject>"));
    QVERIFY(m_desk->ews(folder, {}).has("<t:CalendarFolder>"));
}

void tst_PracticeRefusals::removedDatesCountInThePattern_data()
{
    QTest::addColumn<bool>("byOrganizer");
    QTest::newRow("EXDATE of the organizer") << true;
    QTest::newRow("deleted here") << false;
}

void tst_PracticeRefusals::removedDatesCountInThePattern()
{
    QFETCH(bool, byOrganizer);
    Reference master;
    if (byOrganizer) {
        MeetingMail meeting;
        meeting.dialect = MeetingDialect::Plain;
        meeting.identity = {newMessageId(QStringLiteral("northgate.example")), m_desk->clock().now()};
        meeting.organizer = {personAddress, QStringLiteral("Mira Castellan")};
        meeting.rooms = {{roomAddress, QStringLiteral("CR1 Borealis")}};
        meeting.uid = newMeetingUid(m_desk->clock().now());
        meeting.range = {at("2026-11-24T10:00:00Z"), at("2026-11-24T11:00:00Z")};
        meeting.zone = QByteArrayLiteral("UTC");
        meeting.subject = QStringLiteral("Standup");
        m_desk->exchange().post(
            personAddress, {roomAddress},
            composeMeeting(meeting).bytes.replace(
                "END:VEVENT", "RRULE:FREQ=WEEKLY;COUNT=4\r\nEXDATE:20261208T100000Z\r\nEND:VEVENT"));
        master = made(findIn("calendar", "IPM.Appointment"));
    } else {
        master = series();
        const Reference third = made(get(nth(master, "3")));
        QVERIFY(m_desk->ews(removal(third)).has("ResponseClass=\"Success\""));
        master.key.clear();
    }
    QVERIFY(m_desk->ews(get(nth(master, "2"))).has("<t:Start>2026-12-01T10:00:00Z</t:Start>"));
    QVERIFY(refuses(get(nth(master, "3")), "ErrorCalendarOccurrenceIsDeletedFromRecurrence"));
    QVERIFY(m_desk->ews(get(nth(master, "4"))).has("<t:Start>2026-12-15T10:00:00Z</t:Start>"));
    for (const char* index : {"0", "5"})
        QVERIFY(refuses(get(nth(master, index)), "ErrorCalendarOccurrenceIndexIsOutOfRecurrenceRange"));
    const WebReply told = m_desk->ews(get(Reference{master.id, {}}));
    QVERIFY2(told.has("<t:DeletedOccurrence><t:Start>2026-12-08T10:00:00Z</t:Start></t:DeletedOccurrence>"),
             told.body.constData());
    QVERIFY(told.has("<t:NumberOfOccurrences>4</t:NumberOfOccurrences>"));
}

void tst_PracticeRefusals::idsAreOfTheKindTheyAreGivenFor()
{
    const Reference single = made(create());
    QVERIFY(refuses(get(nth(single, "1")), "ErrorCalendarCannotUseIdForRecurringMasterId"));
    QVERIFY(refuses(get(QByteArray("<t:RecurringMasterItemId " + single.attributes("OccurrenceId") + "/>")),
                    "ErrorCalendarCannotUseIdForOccurrenceId"));
}

void tst_PracticeRefusals::updateNeedsAChangeKey_data()
{
    QTest::addColumn<QByteArray>("resolution");
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("never overwrite") << QByteArray("NeverOverwrite") << true;
    QTest::newRow("resolve") << QByteArray("AutoResolve") << true;
    QTest::newRow("always overwrite") << QByteArray("AlwaysOverwrite") << false;
}

void tst_PracticeRefusals::updateNeedsAChangeKey()
{
    QFETCH(QByteArray, resolution);
    QFETCH(bool, isRefused);
    const Update update{resolution};
    Reference item = made(create());
    Reference master = series();
    item.key.clear();
    master.key.clear();
    for (const QByteArray& request : {update.of(item, newSubject()), update.of(nth(master, "2"), newSubject())}) {
        if (isRefused)
            QVERIFY(refuses(request, "ErrorChangeKeyRequiredForWriteOperations"));
        else
            QVERIFY(m_desk->ews(request).has("ResponseClass=\"Success\""));
    }
    QVERIFY(m_desk->ews(get(item)).has(isRefused ? "<t:Subject>Own</t:Subject>" : "<t:Subject>New</t:Subject>"));
}

void tst_PracticeRefusals::pathAndPropertyMatch_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("property");
    QTest::addColumn<bool>("isRefused");
    const auto named = [](const QByteArray& name) {
        return QByteArray("<t:ExtendedFieldURI DistinguishedPropertySetId=\"PublicStrings\" PropertyName=\"" + name
                          + "\" PropertyType=\"String\"/>");
    };
    const auto mark = [named](const QByteArray& name) {
        return QByteArray("<t:ExtendedProperty>" + named(name) + "<t:Value>1</t:Value></t:ExtendedProperty>");
    };
    const QByteArray place = "<t:Location>CR1</t:Location>";
    QTest::newRow("subject and location") << field("item:Subject") << place << true;
    QTest::newRow("start and end") << field("calendar:Start") << QByteArray("<t:End>2026-11-24T12:00:00Z</t:End>")
                                   << true;
    QTest::newRow("extended and location") << named("mark") << place << true;
    QTest::newRow("subject and extended") << field("item:Subject") << mark("mark") << true;
    QTest::newRow("two names") << named("mark") << mark("other") << true;
    QTest::newRow("location") << field("calendar:Location") << place << false;
    QTest::newRow("extended") << named("mark") << mark("mark") << false;
}

void tst_PracticeRefusals::pathAndPropertyMatch()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, property);
    QFETCH(bool, isRefused);
    const QByteArray request = Update().of(made(create()), set(path, property));
    if (isRefused)
        QVERIFY(refuses(request, "ErrorUpdatePropertyMismatch"));
    else
        QVERIFY(m_desk->ews(request).has("ResponseClass=\"Success\""));
}

void tst_PracticeRefusals::recurrenceHasADate()
{
    // From Tuesday to Thursday there is no Monday.
    const QByteArray never = weekly("Monday", untilTheDay("2026-11-26"));
    QVERIFY(refuses(create(never), "ErrorRecurrenceHasNoOccurrence"));
    const Reference item = made(create());
    QVERIFY(refuses(Update().of(item, set(field("calendar:Recurrence"), never)), "ErrorRecurrenceHasNoOccurrence"));
    QVERIFY(!m_desk->ews(get(item)).has("<t:Recurrence>"));
    made(create(weekly("Tuesday", untilTheDay("2026-11-24"))));
    made(create(weekly("Monday", untilTheDay("2026-11-30"))));
}

void tst_PracticeRefusals::deletedItemIsNotUpdatedAloud()
{
    Reference item = made(create());
    made(removal(item));
    item = made(get(Reference{item.id, {}}));
    for (const char* sends : {"SendOnlyToAll", "SendOnlyToChanged", "SendToAllAndSaveCopy", "SendToChangedAndSaveCopy"})
        QVERIFY(refuses(Update{"AutoResolve", sends}.of(item, newSubject()), "ErrorCalendarCannotUpdateDeletedItem"));
    made(Update().of(item, newSubject())); // nobody is told
}

void tst_PracticeRefusals::deletedMeetingIsNotCancelled()
{
    QByteArray request = create("<t:RequiredAttendees><t:Attendee><t:Mailbox><t:EmailAddress>jonas@northgate.example"
                                "</t:EmailAddress></t:Mailbox></t:Attendee></t:RequiredAttendees>");
    const Reference item = made(request);
    made(removal(item));
    QVERIFY(refuses(answer("CancelCalendarItem", {item.id, {}}), "ErrorInvalidItemForOperationCancelItem"));
}

void tst_PracticeRefusals::dateStaysBetweenItsNeighbours_data()
{
    QTest::addColumn<QByteArray>("day");
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("on the day of the one before") << QByteArray("2026-11-24") << true;
    QTest::newRow("before the one before") << QByteArray("2026-11-20") << true;
    QTest::newRow("the day behind the one before") << QByteArray("2026-11-25") << false;
    QTest::newRow("the day before the next") << QByteArray("2026-12-07") << false;
    QTest::newRow("on the day of the next") << QByteArray("2026-12-08") << true;
    QTest::newRow("behind the next") << QByteArray("2026-12-10") << true;
}

void tst_PracticeRefusals::dateStaysBetweenItsNeighbours()
{
    QFETCH(QByteArray, day);
    QFETCH(bool, isRefused);
    const QByteArray request = Update().of(nth(series(), "2"), newTimes(day + "T14:00:00Z", day + "T15:00:00Z"));
    if (isRefused)
        QVERIFY(refuses(request, "ErrorOccurrenceCrossingBoundary"));
    else
        QVERIFY(m_desk->ews(request).has("ResponseClass=\"Success\""));
}

QTEST_GUILESS_MAIN(tst_PracticeRefusals)
#include "tst_practicerefusals.moc"
