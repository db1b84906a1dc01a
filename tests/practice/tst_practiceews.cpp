// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/ewsgrammar.h"
#include "tests/practice/practicedesk.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QByteArray goidUri = QByteArrayLiteral(
    "<t:ExtendedFieldURI DistinguishedPropertySetId=\"Meeting\" PropertyId=\"35\" PropertyType=\"Binary\"/>");
const QByteArray markUri = QByteArrayLiteral(
    "<t:ExtendedFieldURI DistinguishedPropertySetId=\"PublicStrings\" PropertyName=\"mark\" PropertyType=\"String\"/>");

QByteArray findIn(const QByteArray& folder, const QByteArray& restriction, const QByteArray& properties = {},
                  const QByteArray& page = {})
{
    const QByteArray additional
        = properties.isEmpty() ? QByteArray() : "<t:AdditionalProperties>" + properties + "</t:AdditionalProperties>";
    const QByteArray asked
        = restriction.isEmpty() ? QByteArray() : "<m:Restriction>" + restriction + "</m:Restriction>";
    return "<m:FindItem Traversal=\"Shallow\"><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape>" + additional
        + "</m:ItemShape>" + page + asked + "<m:ParentFolderIds><t:DistinguishedFolderId Id=\"" + folder
        + "\"/></m:ParentFolderIds></m:FindItem>";
}

QByteArray equals(const QByteArray& uri, const QByteArray& value)
{
    return "<t:IsEqualTo>" + uri + "<t:FieldURIOrConstant><t:Constant Value=\"" + value
        + "\"/></t:FieldURIOrConstant></t:IsEqualTo>";
}

QByteArray viewOf(const char* start, const char* end, const QByteArray& more = {})
{
    return QByteArray("<m:FindItem Traversal=\"Shallow\"><m:ItemShape><t:BaseShape>Default</t:BaseShape>"
                      "<t:AdditionalProperties><t:FieldURI FieldURI=\"calendar:UID\"/>")
        + goidUri + "</t:AdditionalProperties></m:ItemShape><m:CalendarView StartDate=\"" + start + "\" EndDate=\""
        + end + "\"" + more
        + "/><m:ParentFolderIds><t:DistinguishedFolderId Id=\"calendar\"/></m:ParentFolderIds></m:FindItem>";
}

QByteArray createItem(const QByteArray& inside, const QByteArray& recurrence = {})
{
    return "<m:CreateItem SendMeetingInvitations=\"SendToNone\"><m:SavedItemFolderId>"
           "<t:DistinguishedFolderId Id=\"calendar\"/></m:SavedItemFolderId><m:Items><t:CalendarItem>"
           "<t:Subject>Own</t:Subject><t:Body BodyType=\"Text\">b</t:Body>"
        + inside
        + "<t:Start>2026-11-23T10:00:00</t:Start><t:End>2026-11-23T11:00:00</t:End>"
          "<t:LegacyFreeBusyStatus>Busy</t:LegacyFreeBusyStatus><t:Location>L</t:Location>"
        + recurrence
        + "<t:StartTimeZone Id=\"W. Europe Standard Time\"/><t:EndTimeZone Id=\"W. Europe Standard "
          "Time\"/></t:CalendarItem>"
          "</m:Items></m:CreateItem>";
}

const QByteArray weekly = QByteArrayLiteral(
    "<t:Recurrence><t:WeeklyRecurrence><t:Interval>1</t:Interval><t:DaysOfWeek>Monday Tuesday</t:DaysOfWeek>"
    "</t:WeeklyRecurrence><t:NumberedRecurrence><t:StartDate>2026-11-23</t:StartDate>"
    "<t:NumberOfOccurrences>4</t:NumberOfOccurrences></t:NumberedRecurrence></t:Recurrence>");

QByteArray answerWith(const QByteArray& element, const QString& id, const QString& changeKey,
                      const QByteArray& disposition = "SendAndSaveCopy")
{
    return "<m:CreateItem MessageDisposition=\"" + disposition + "\"><m:Items><t:" + element
        + "><t:Body BodyType=\"Text\">Welcome</t:Body><t:ReferenceItemId Id=\"" + id.toUtf8() + "\" ChangeKey=\""
        + changeKey.toUtf8() + "\"/></t:" + element + "></m:Items></m:CreateItem>";
}

QByteArray getItem(const QByteArray& ids, const QByteArray& shape = "AllProperties")
{
    return "<m:GetItem><m:ItemShape><t:BaseShape>" + shape
        + "</t:BaseShape><t:IncludeMimeContent>true</t:IncludeMimeContent>"
          "<t:BodyType>Text</t:BodyType></m:ItemShape><m:ItemIds>"
        + ids + "</m:ItemIds></m:GetItem>";
}

QByteArray itemId(const QString& id)
{
    return "<t:ItemId Id=\"" + id.toUtf8() + "\"/>";
}

} // namespace

// The EWS end point over real sockets; every answer is held against the schema where RESERVE_CORPUS has it.
class tst_PracticeEws final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<PracticeDesk>(); }
    void cleanup();

    void corpusRequestsAreUnderstood_data();
    void corpusRequestsAreUnderstood();
    void schemaIsEnforced_data();
    void schemaIsEnforced();
    void requestIsFoundByItsGlobalId();
    void getItemTellsEverything();
    void acceptTentativeDecline_data();
    void acceptTentativeDecline();
    void staleChangeKeyConflicts();
    void organizerCannotRespond();
    void createdItemIsFoundByItsNamedProperty();
    void seriesInViewAndByInstance();
    void updateChangesAndConflicts();
    void occurrenceIsMovedAndDeleted();
    void deleteAndCancel();
    void invitedPersonGetsTheInvitation();
    void messageWithMimeContentIsSent();
    void pagesFollowEachOther();
    void calendarViewLimits();
    void uidIsNotSearchable();
    void foldersAndNames();
    void availability();
    void synchronisation();
    void impersonation();
    void versionsAndUnknownOperations();

private:
    std::unique_ptr<PracticeDesk> m_desk;
};

void tst_PracticeEws::cleanup()
{
    QVERIFY2(m_desk->schemaErrors().isEmpty(), qPrintable(m_desk->schemaErrors().join(QLatin1Char('\n'))));
}

void tst_PracticeEws::corpusRequestsAreUnderstood_data()
{
    QTest::addColumn<QByteArray>("request");
    const QString corpus = qEnvironmentVariable("RESERVE_CORPUS");
    const QDir folder(corpus + QStringLiteral("/permissive/ews-requests"));
    const QStringList names = corpus.isEmpty() ? QStringList() : folder.entryList({QStringLiteral("*.xml")});
    for (const QString& name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTest::newRow(qPrintable(name)) << file.readAll();
    }
    if (names.isEmpty())
        QTest::newRow("none") << QByteArray();
}

// Every skeleton passes the schema; what it names is not there, which is said in a response message.
void tst_PracticeEws::corpusRequestsAreUnderstood()
{
    QFETCH(QByteArray, request);
    if (request.isEmpty())
        QSKIP("RESERVE_CORPUS does not name the corpus: its skeletons of EWS requests were not tried");
    const auto read = practice::readXml(request);
    QVERIFY(read);
    const auto violation = practice::schemaViolation(*read);
    QVERIFY2(!violation, violation ? qPrintable(violation->text) : "");
    const WebReply reply = m_desk->ews(request.trimmed());
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.has("ResponseMessage"));
}

void tst_PracticeEws::schemaIsEnforced_data()
{
    QTest::addColumn<QByteArray>("request");
    const QByteArray id = "<t:ReferenceItemId Id=\"A\"/>";
    const QByteArray body = "<t:Body BodyType=\"Text\">x</t:Body>";
    const auto accept = [](const QByteArray& inside) {
        return QByteArray("<m:CreateItem MessageDisposition=\"SaveOnly\"><m:Items><t:AcceptItem>" + inside
                          + "</t:AcceptItem></m:Items></m:CreateItem>");
    };
    QTest::newRow("order") << accept(id + body);
    QTest::newRow("unknown element") << accept(body + id + "<t:Nonsense/>");
    QTest::newRow("wrong namespace") << accept("<m:Body BodyType=\"Text\">x</m:Body>" + id);
    QTest::newRow("attribute missing") << accept("<t:Body>x</t:Body>" + id);
    QTest::newRow("attribute unknown") << accept(body + "<t:ReferenceItemId Id=\"A\" Version=\"1\"/>");
    QTest::newRow("attribute value") << QByteArray(
        "<m:DeleteItem DeleteType=\"Gone\"><m:ItemIds><t:ItemId Id=\"A\"/></m:ItemIds>"
        "</m:DeleteItem>");
    QTest::newRow("content missing") << QByteArray("<m:GetItem><m:ItemShape/></m:GetItem>");
    QTest::newRow("number") << findIn(
        "calendar", {}, {}, "<m:IndexedPageItemView MaxEntriesReturned=\"x\" Offset=\"0\" BasePoint=\"Beginning\"/>");
    QTest::newRow("field") << findIn("calendar", {}, "<t:FieldURI FieldURI=\"calendar:Nonsense\"/>");
    QTest::newRow("date") << viewOf("yesterday", "2026-12-01T00:00:00Z");
    QTest::newRow("not XML") << QByteArray("<m:GetItem>");
    QTest::newRow("two requests") << accept(id) + accept(id);
}

void tst_PracticeEws::schemaIsEnforced()
{
    QFETCH(QByteArray, request);
    const WebReply reply = m_desk->ews(request);
    QCOMPARE(reply.status, 500);
    QVERIFY2(reply.has(">ErrorSchemaValidation<"), reply.body.constData());
}

void tst_PracticeEws::requestIsFoundByItsGlobalId()
{
    const QString uid = m_desk->invite();
    const QByteArray id = QByteArray::fromHex(uid.toLatin1()).toBase64();
    for (const char* folder : {"calendar", "inbox"}) {
        const WebReply reply = m_desk->ews(findIn(folder, equals(goidUri, id), goidUri));
        QVERIFY(reply.has("TotalItemsInView=\"1\""));
        QVERIFY(reply.has(id.constData()));
        QVERIFY(reply.has(qstrcmp(folder, "inbox") == 0 ? "<t:MeetingRequest>" : "<t:CalendarItem>"));
    }
    QVERIFY(m_desk->ews(findIn("calendar", equals(goidUri, "BAAAAA=="))).has("TotalItemsInView=\"0\""));
    QVERIFY(m_desk->ews(findIn("deleteditems", equals(goidUri, id))).has("TotalItemsInView=\"0\""));
}

void tst_PracticeEws::getItemTellsEverything()
{
    const QString uid = m_desk->invite();
    const QString calendarId = m_desk->ews(findIn("calendar", {})).between("ItemId Id=\"", "\"");
    const QString requestId = m_desk->ews(findIn("inbox", {})).between("ItemId Id=\"", "\"");
    const WebReply reply
        = m_desk->ews(getItem(itemId(calendarId) + itemId(requestId) + itemId(QStringLiteral("nonsense"))));
    QCOMPARE(reply.body.count("ResponseClass=\"Success\""), 2);
    QVERIFY(reply.has("ErrorInvalidIdMalformed"));
    QVERIFY(reply.has("<t:MyResponseType>NoResponseReceived</t:MyResponseType>"));
    QVERIFY(reply.has("<t:LegacyFreeBusyStatus>Tentative</t:LegacyFreeBusyStatus>"));
    QVERIFY(reply.has(uid.toUtf8().constData()));
    QVERIFY(reply.has("<t:AcceptItem"));
    QVERIFY(reply.has("<t:Start>2026-11-19T10:00:00Z</t:Start>"));
    QCOMPARE(reply.between("AssociatedCalendarItemId Id=\"", "\""), calendarId);
    const QByteArray mime = QByteArray::fromBase64(reply.between("CharacterSet=\"UTF-8\">", "<").toLatin1());
    QVERIFY(mime.contains("Subject: Budget"));
}

void tst_PracticeEws::acceptTentativeDecline_data()
{
    QTest::addColumn<QByteArray>("element");
    QTest::addColumn<QString>("response");
    QTest::addColumn<bool>("byRequest");
    QTest::newRow("accept") << QByteArray("AcceptItem") << QStringLiteral("accept") << false;
    QTest::newRow("tentative") << QByteArray("TentativelyAcceptItem") << QStringLiteral("tentative") << false;
    QTest::newRow("decline") << QByteArray("DeclineItem") << QStringLiteral("decline") << false;
    QTest::newRow("accept by request") << QByteArray("AcceptItem") << QStringLiteral("accept") << true;
}

void tst_PracticeEws::acceptTentativeDecline()
{
    QFETCH(QByteArray, element);
    QFETCH(QString, response);
    QFETCH(bool, byRequest);
    m_desk->invite();
    const WebReply found = m_desk->ews(findIn(byRequest ? "inbox" : "calendar", {}));
    const WebReply answered
        = m_desk->ews(answerWith(element, found.between("ItemId Id=\"", "\""), found.between("ChangeKey=\"", "\"")));
    QVERIFY2(answered.has("ResponseClass=\"Success\""), answered.body.constData());
    const bool declined = response == QLatin1String("decline");
    const QJsonArray room = m_desk->mailbox(roomAddress);
    const QJsonObject item = PracticeDesk::one(
        room, declined ? QStringLiteral("deleted-items") : QStringLiteral("calendar"), QStringLiteral("appointment"));
    QCOMPARE(item.value(QLatin1String("response")).toString(), response);
    QVERIFY(PracticeDesk::one(room, QStringLiteral("inbox"), QStringLiteral("request")).isEmpty());
    const QJsonArray mails = m_desk->mails();
    QCOMPARE(mails.size(), 1);
    QCOMPARE(mails.first().toObject().value(QLatin1String("response")).toString(), response);
    QCOMPARE(mails.first().toObject().value(QLatin1String("from")).toString(), roomAddress);
    // The same answer again is no error and tells nobody twice when it is asked to save only, but nothing in Deleted
    // Items can be answered.
    const WebReply again = m_desk->ews(findIn(declined ? "deleteditems" : "calendar",
                                              equals("<t:FieldURI FieldURI=\"item:ItemClass\"/>", "IPM.Appointment")));
    QVERIFY(m_desk
                ->ews(answerWith(element, again.between("ItemId Id=\"", "\""), again.between("ChangeKey=\"", "\""),
                                 "SaveOnly"))
                .has(declined ? "ErrorInvalidItemForOperationDeclineItem" : "ResponseClass=\"Success\""));
    QCOMPARE(m_desk->mails().size(), 1);
}

void tst_PracticeEws::staleChangeKeyConflicts()
{
    const QString uid = m_desk->invite();
    const WebReply found = m_desk->ews(findIn("calendar", {}));
    m_desk->clock().advance(std::chrono::minutes(1));
    m_desk->invite(QStringLiteral("Budget, longer"), 1, uid);
    const WebReply answered = m_desk->ews(
        answerWith("AcceptItem", found.between("ItemId Id=\"", "\""), found.between("ChangeKey=\"", "\"")));
    QVERIFY(answered.has("<m:ResponseCode>ErrorIrresolvableConflict</m:ResponseCode>"));
}

void tst_PracticeEws::organizerCannotRespond()
{
    const WebReply made = m_desk->ews(createItem({}));
    const WebReply answered = m_desk->ews(
        answerWith("DeclineItem", made.between("ItemId Id=\"", "\""), made.between("ChangeKey=\"", "\"")));
    QVERIFY(answered.has("ErrorCalendarIsOrganizerForDecline"));
}

void tst_PracticeEws::createdItemIsFoundByItsNamedProperty()
{
    const QByteArray property = "<t:ExtendedProperty>" + markUri + "<t:Value>42</t:Value></t:ExtendedProperty>";
    const WebReply made = m_desk->ews(createItem(property));
    QVERIFY2(made.has("ResponseClass=\"Success\""), made.body.constData());
    const WebReply found = m_desk->ews(findIn("calendar", equals(markUri, "42"), markUri));
    QVERIFY(found.has("<t:Value>42</t:Value>"));
    QCOMPARE(found.between("ItemId Id=\"", "\""), made.between("ItemId Id=\"", "\""));
    QVERIFY(m_desk->ews(findIn("calendar", equals(markUri, "43"))).has("TotalItemsInView=\"0\""));
    // 10:00 in Berlin.
    const WebReply item = m_desk->ews(getItem(itemId(made.between("ItemId Id=\"", "\""))));
    QVERIFY(item.has("<t:Start>2026-11-23T09:00:00Z</t:Start>"));
    QVERIFY(item.has("<t:MyResponseType>Organizer</t:MyResponseType>"));
    QVERIFY(item.has("<t:StartTimeZone Id=\"W. Europe Standard Time\""));
}

void tst_PracticeEws::seriesInViewAndByInstance()
{
    const WebReply made = m_desk->ews(createItem({}, weekly));
    QVERIFY2(made.has("ResponseClass=\"Success\""), made.body.constData());
    const QString master = made.between("ItemId Id=\"", "\"");
    const WebReply view = m_desk->ews(viewOf("2026-11-01T00:00:00Z", "2027-01-01T00:00:00Z"));
    QCOMPARE(view.body.count("<t:CalendarItemType>Occurrence</t:CalendarItemType>"), 4);
    QVERIFY(!view.has("RecurringMaster<"));
    const QByteArray second = "<t:OccurrenceItemId RecurringMasterId=\"" + master.toUtf8() + "\" InstanceIndex=\"2\"/>";
    const WebReply instance = m_desk->ews(getItem(second));
    QVERIFY(instance.has("<t:Start>2026-11-24T09:00:00Z</t:Start>"));
    QVERIFY(
        m_desk->ews(getItem("<t:OccurrenceItemId RecurringMasterId=\"" + master.toUtf8() + "\" InstanceIndex=\"9\"/>"))
            .has("ErrorCalendarOccurrenceIndexIsOutOfRecurrenceRange"));
    const WebReply back = m_desk->ews(
        getItem("<t:RecurringMasterItemId OccurrenceId=\"" + instance.between("ItemId Id=\"", "\"").toUtf8() + "\"/>"));
    QVERIFY(back.has("RecurringMaster<"));
    QVERIFY(back.has("<t:DaysOfWeek>Monday Tuesday</t:DaysOfWeek>"));
    QVERIFY(back.has("<t:NumberOfOccurrences>4</t:NumberOfOccurrences>"));
}

void tst_PracticeEws::updateChangesAndConflicts()
{
    const WebReply made = m_desk->ews(createItem({}));
    const QByteArray id = made.between("ItemId Id=\"", "\"").toUtf8();
    const QByteArray key = made.between("ChangeKey=\"", "\"").toUtf8();
    const auto update = [&id](const QByteArray& changeKey, const QByteArray& changes) {
        return QByteArray(
            "<m:UpdateItem ConflictResolution=\"NeverOverwrite\" MessageDisposition=\"SaveOnly\" "
            "SendMeetingInvitationsOrCancellations=\"SendToNone\"><m:ItemChanges><t:ItemChange><t:ItemId Id=\""
            + id + "\" ChangeKey=\"" + changeKey + "\"/><t:Updates>" + changes
            + "</t:Updates></t:ItemChange></m:ItemChanges></m:UpdateItem>");
    };
    const QByteArray end = "<t:SetItemField><t:FieldURI FieldURI=\"calendar:End\"/><t:CalendarItem>"
                           "<t:End>2026-11-23T12:30:00Z</t:End></t:CalendarItem></t:SetItemField>"
                           "<t:DeleteItemField><t:FieldURI FieldURI=\"calendar:Location\"/></t:DeleteItemField>";
    const WebReply changed = m_desk->ews(update(key, end));
    QVERIFY2(changed.has("ResponseClass=\"Success\""), changed.body.constData());
    QVERIFY(changed.between("ChangeKey=\"", "\"").toUtf8() != key);
    const WebReply item = m_desk->ews(getItem(itemId(QString::fromUtf8(id))));
    QVERIFY(item.has("<t:End>2026-11-23T12:30:00Z</t:End>"));
    QVERIFY(item.has("<t:Location></t:Location>") || item.has("<t:Location/>"));
    QVERIFY(m_desk->ews(update(key, end)).has("ErrorIrresolvableConflict"));
    const QByteArray earlier = "<t:SetItemField><t:FieldURI FieldURI=\"calendar:End\"/><t:CalendarItem>"
                               "<t:End>2026-11-22T12:30:00Z</t:End></t:CalendarItem></t:SetItemField>";
    QVERIFY(m_desk->ews(update(item.between("ChangeKey=\"", "\"").toUtf8(), earlier))
                .has("ErrorCalendarEndDateIsEarlierThanStartDate"));
}

void tst_PracticeEws::occurrenceIsMovedAndDeleted()
{
    const WebReply made = m_desk->ews(createItem({}, weekly));
    const QByteArray master = made.between("ItemId Id=\"", "\"").toUtf8();
    const QByteArray third = "<t:OccurrenceItemId RecurringMasterId=\"" + master + "\" ChangeKey=\""
        + made.between("ChangeKey=\"", "\"").toUtf8() + "\" InstanceIndex=\"3\"/>";
    const WebReply moved
        = m_desk->ews("<m:UpdateItem ConflictResolution=\"AutoResolve\" "
                      "SendMeetingInvitationsOrCancellations=\"SendToNone\"><m:ItemChanges>"
                      "<t:ItemChange>"
                      + third
                      + "<t:Updates><t:SetItemField><t:FieldURI "
                        "FieldURI=\"calendar:End\"/><t:CalendarItem><t:End>2026-11-30T13:00:00Z</t:End>"
                        "</t:CalendarItem></t:SetItemField></t:Updates></t:ItemChange></m:ItemChanges></m:UpdateItem>");
    QVERIFY2(moved.has("ResponseClass=\"Success\""), moved.body.constData());
    const QByteArray second = "<t:OccurrenceItemId RecurringMasterId=\"" + master + "\" InstanceIndex=\"2\"/>";
    const QByteArray removal
        = "<m:DeleteItem DeleteType=\"HardDelete\" SendMeetingCancellations=\"SendToNone\"><m:ItemIds>" + second
        + "</m:ItemIds></m:DeleteItem>";
    QVERIFY(m_desk->ews(removal).has("ResponseClass=\"Success\""));
    QVERIFY(m_desk->ews(removal).has("ErrorCalendarOccurrenceIsDeletedFromRecurrence"));
    const WebReply item = m_desk->ews(getItem(itemId(QString::fromUtf8(master))));
    QVERIFY(item.has("<t:ModifiedOccurrences>"));
    QVERIFY(item.has("<t:End>2026-11-30T13:00:00Z</t:End>"));
    QVERIFY(item.has("<t:DeletedOccurrence><t:Start>2026-11-24T09:00:00Z</t:Start></t:DeletedOccurrence>"));
    const WebReply view = m_desk->ews(viewOf("2026-11-01T00:00:00Z", "2027-01-01T00:00:00Z"));
    QCOMPARE(view.body.count("<t:CalendarItem>"), 3);
    QCOMPARE(view.body.count(">Exception<"), 1);
}

void tst_PracticeEws::deleteAndCancel()
{
    const QByteArray first = m_desk->ews(createItem({})).between("ItemId Id=\"", "\"").toUtf8();
    const WebReply removed
        = m_desk->ews("<m:DeleteItem DeleteType=\"MoveToDeletedItems\" SendMeetingCancellations=\"SendToNone\">"
                      "<m:ItemIds>"
                      + itemId(QString::fromUtf8(first)) + "</m:ItemIds></m:DeleteItem>");
    QVERIFY(removed.has("ResponseClass=\"Success\""));
    QVERIFY(
        !PracticeDesk::one(m_desk->mailbox(roomAddress), QStringLiteral("deleted-items"), QStringLiteral("appointment"))
             .isEmpty());
    m_desk->invite();
    const WebReply meeting = m_desk->ews(findIn("calendar", {}));
    const QByteArray cancel = "<m:CreateItem MessageDisposition=\"SendAndSaveCopy\"><m:Items><t:CancelCalendarItem>"
                              "<t:ReferenceItemId Id=\""
        + meeting.between("ItemId Id=\"", "\"").toUtf8()
        + "\"/><t:NewBodyContent "
          "BodyType=\"Text\">x</t:NewBodyContent></t:CancelCalendarItem></m:Items></m:CreateItem>";
    QVERIFY(m_desk->ews(cancel).has("ErrorCalendarIsNotOrganizer"));
}

void tst_PracticeEws::invitedPersonGetsTheInvitation()
{
    QByteArray request = createItem({});
    request.replace("SendToNone", "SendToAllAndSaveCopy");
    request.replace("<t:StartTimeZone",
                    "<t:RequiredAttendees><t:Attendee><t:Mailbox><t:EmailAddress>jonas@northgate.example"
                    "</t:EmailAddress></t:Mailbox></t:Attendee></t:RequiredAttendees><t:StartTimeZone");
    const WebReply made = m_desk->ews(request);
    QVERIFY2(made.has("ResponseClass=\"Success\""), made.body.constData());
    const QString jonas = QStringLiteral("jonas@northgate.example");
    QCOMPARE(PracticeDesk::one(m_desk->mailbox(jonas), QStringLiteral("inbox"), QStringLiteral("request"))
                 .value(QLatin1String("organizer"))
                 .toString(),
             roomAddress);
    const QByteArray cancel = "<m:CreateItem MessageDisposition=\"SendAndSaveCopy\"><m:Items><t:CancelCalendarItem>"
                              "<t:ReferenceItemId Id=\""
        + made.between("ItemId Id=\"", "\"").toUtf8()
        + "\"/><t:NewBodyContent "
          "BodyType=\"Text\">gone</t:NewBodyContent></t:CancelCalendarItem></m:Items></m:CreateItem>";
    QVERIFY(m_desk->ews(cancel).has("ResponseClass=\"Success\""));
    QVERIFY(
        PracticeDesk::one(m_desk->mailbox(jonas), QStringLiteral("calendar"), QStringLiteral("appointment")).isEmpty());
    QVERIFY(
        !PracticeDesk::one(m_desk->mailbox(jonas), QStringLiteral("inbox"), QStringLiteral("cancellation")).isEmpty());
    QVERIFY(PracticeDesk::one(m_desk->mailbox(roomAddress), QStringLiteral("calendar"), QStringLiteral("appointment"))
                .isEmpty());
}

void tst_PracticeEws::messageWithMimeContentIsSent()
{
    const QByteArray mime = QByteArray("From: " + roomAddress.toUtf8() + "\r\nTo: " + personAddress.toUtf8()
                                       + "\r\nSubject: Notice\r\n\r\nHello\r\n")
                                .toBase64();
    const QByteArray request = "<m:CreateItem MessageDisposition=\"SendOnly\"><m:Items><t:Message><t:MimeContent>"
        + mime + "</t:MimeContent></t:Message></m:Items></m:CreateItem>";
    QVERIFY(m_desk->ews(request).has("ResponseClass=\"Success\""));
    QCOMPARE(m_desk->mails().first().toObject().value(QLatin1String("subject")).toString(), QStringLiteral("Notice"));
    QByteArray undecided = request;
    undecided.replace(" MessageDisposition=\"SendOnly\"", "");
    QVERIFY(m_desk->ews(undecided).has("ErrorMessageDispositionRequired"));
}

void tst_PracticeEws::pagesFollowEachOther()
{
    for (int i = 0; i < 5; ++i)
        QVERIFY(m_desk->ews(createItem({})).has("ResponseClass=\"Success\""));
    const auto page = [this](const QByteArray& offset) {
        return m_desk->ews(findIn("calendar", {}, {},
                                  "<m:IndexedPageItemView MaxEntriesReturned=\"2\" Offset=\"" + offset
                                      + "\" BasePoint=\"Beginning\"/>"));
    };
    const WebReply first = page("0");
    QCOMPARE(first.body.count("<t:CalendarItem>"), 2);
    QCOMPARE(first.between("IndexedPagingOffset=\"", "\""), QStringLiteral("2"));
    QVERIFY(first.has("IncludesLastItemInRange=\"false\""));
    const WebReply last = page("4");
    QCOMPARE(last.body.count("<t:CalendarItem>"), 1);
    QVERIFY(last.has("IncludesLastItemInRange=\"true\""));
    QVERIFY(last.has("TotalItemsInView=\"5\""));
}

void tst_PracticeEws::calendarViewLimits()
{
    QVERIFY(m_desk->ews(viewOf("2026-01-01T00:00:00Z", "2029-01-01T00:00:00Z")).has("ErrorCalendarViewRangeTooBig"));
    QVERIFY(m_desk->ews(viewOf("2026-02-01T00:00:00Z", "2026-01-01T00:00:00Z"))
                .has("ErrorCalendarEndDateIsEarlierThanStartDate"));
    QVERIFY(m_desk->ews(createItem({}, weekly)).has("ResponseClass=\"Success\""));
    const WebReply cut
        = m_desk->ews(viewOf("2026-11-01T00:00:00Z", "2027-01-01T00:00:00Z", " MaxEntriesReturned=\"3\""));
    QCOMPARE(cut.body.count("<t:CalendarItem>"), 3);
    QVERIFY(cut.has("IncludesLastItemInRange=\"false\""));
}

void tst_PracticeEws::uidIsNotSearchable()
{
    m_desk->invite();
    const WebReply reply = m_desk->ews(findIn("calendar", equals("<t:FieldURI FieldURI=\"calendar:UID\"/>", "x")));
    QVERIFY(reply.has("ErrorUnsupportedPathForQuery"));
}

void tst_PracticeEws::foldersAndNames()
{
    const QByteArray shape = "<m:FolderShape><t:BaseShape>Default</t:BaseShape></m:FolderShape>";
    const WebReply folder
        = m_desk->ews("<m:GetFolder>" + shape
                          + "<m:FolderIds><t:DistinguishedFolderId Id=\"calendar\">"
                            "<t:Mailbox><t:EmailAddress>"
                          + otherRoom.toUtf8()
                          + "</t:EmailAddress></t:Mailbox></t:DistinguishedFolderId><t:DistinguishedFolderId "
                            "Id=\"inbox\"><t:Mailbox><t:EmailAddress>nobody@x.example</t:EmailAddress></t:Mailbox>"
                            "</t:DistinguishedFolderId><t:DistinguishedFolderId Id=\"tasks\"/></m:FolderIds>"
                            "</m:GetFolder>",
                      {});
    QVERIFY(folder.has("<t:CalendarFolder>"));
    QVERIFY(folder.has("ErrorNonExistentMailbox"));
    QVERIFY(folder.has("ErrorFolderNotFound"));
    const auto resolve = [this](const QByteArray& entry) {
        return m_desk->ews("<m:ResolveNames ReturnFullContactData=\"false\"><m:UnresolvedEntry>" + entry
                           + "</m:UnresolvedEntry></m:ResolveNames>");
    };
    QVERIFY(m_desk->exchange().setSwitch(QStringLiteral("other-case"), QStringLiteral("on")));
    QVERIFY(resolve("smtp:" + roomAddress.toUtf8()).has("cr1@reserve.northgate.example"));
    QVERIFY(resolve("CR").has("ErrorNameResolutionMultipleResults"));
    QVERIFY(resolve("zzz").has("ErrorNameResolutionNoResults"));
}

void tst_PracticeEws::availability()
{
    m_desk->invite();
    const QByteArray zone
        = "<t:TimeZone><t:Bias>-60</t:Bias><t:StandardTime><t:Bias>0</t:Bias><t:Time>03:00:00</t:Time>"
          "<t:DayOrder>5</t:DayOrder><t:Month>10</t:Month><t:DayOfWeek>Sunday</t:DayOfWeek></t:StandardTime>"
          "<t:DaylightTime><t:Bias>-60</t:Bias><t:Time>02:00:00</t:Time><t:DayOrder>5</t:DayOrder>"
          "<t:Month>3</t:Month><t:DayOfWeek>Sunday</t:DayOfWeek></t:DaylightTime></t:TimeZone>";
    const auto mailbox = [](const QByteArray& address) {
        return QByteArray("<t:MailboxData><t:Email><t:Address>" + address
                          + "</t:Address></t:Email><t:AttendeeType>Room</t:AttendeeType></t:MailboxData>");
    };
    const WebReply reply = m_desk->ews(
        "<m:GetUserAvailabilityRequest>" + zone + "<m:MailboxDataArray>" + mailbox(roomAddress.toUtf8())
        + mailbox("x@y.z")
        + "</m:MailboxDataArray><t:FreeBusyViewOptions><t:TimeWindow><t:StartTime>2026-11-19T00:00:00</t:StartTime>"
          "<t:EndTime>2026-11-20T00:00:00</t:EndTime></t:TimeWindow><t:RequestedView>FreeBusy</t:RequestedView>"
          "</t:FreeBusyViewOptions></m:GetUserAvailabilityRequest>");
    QCOMPARE(reply.status, 200);
    // 10:00 UTC is 11:00 in winter.
    QVERIFY2(reply.has("<t:StartTime>2026-11-19T11:00:00</t:StartTime>"), reply.body.constData());
    QVERIFY(reply.has("<t:BusyType>Tentative</t:BusyType>"));
    QVERIFY(reply.has("ErrorMailRecipientNotFound"));
}

void tst_PracticeEws::synchronisation()
{
    const auto sync = [this](const QByteArray& state) {
        const QByteArray known = state.isEmpty() ? QByteArray() : "<m:SyncState>" + state + "</m:SyncState>";
        return m_desk->ews(
            "<m:SyncFolderItems><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape></m:ItemShape><m:SyncFolderId>"
            "<t:DistinguishedFolderId Id=\"calendar\"/></m:SyncFolderId>"
            + known + "<m:MaxChangesReturned>10</m:MaxChangesReturned></m:SyncFolderItems>");
    };
    const QString uid = m_desk->invite();
    const WebReply first = sync({});
    QVERIFY(first.has("<t:Create>"));
    const QByteArray state = first.between("<m:SyncState>", "<").toUtf8();
    QVERIFY(!sync(state).has("<t:Create>"));
    m_desk->clock().advance(std::chrono::minutes(1));
    m_desk->invite(QStringLiteral("Changed"), 1, uid);
    QVERIFY(sync(state).has("<t:Update>"));
    m_desk->invite(QStringLiteral("Changed"), 2, uid, ItipMethod::Cancel);
    QVERIFY(sync(state).has("<t:Delete>"));
    QVERIFY(sync("AAAA").has("ErrorInvalidSyncStateData"));
}

void tst_PracticeEws::impersonation()
{
    QVERIFY(m_desk->ews(createItem({}), otherRoom).has("ResponseClass=\"Success\""));
    QCOMPARE(m_desk->mailbox(otherRoom).size(), 1);
    QVERIFY(m_desk->mailbox(roomAddress).isEmpty());
    const WebReply nobody = m_desk->ews(createItem({}), QStringLiteral("nobody@x.example"));
    QCOMPARE(nobody.status, 500);
    QVERIFY(nobody.has(">ErrorNonExistentMailbox<"));
    // The account's own mailbox.
    QVERIFY(m_desk->ews(findIn("calendar", {}), {}).has("TotalItemsInView=\"0\""));
}

void tst_PracticeEws::versionsAndUnknownOperations()
{
    const WebReply reply = m_desk->ews(findIn("calendar", {}));
    QVERIFY(reply.has("MajorVersion=\"15\" MinorVersion=\"2\""));
    QVERIFY(m_desk->ews("<m:GetRoomLists/>").has(">ErrorInvalidRequest<"));
    const WebReply get = m_desk->send("GET", m_desk->exchange().ewsUrl(), {}, {{"Authorization", m_desk->basic()}});
    QCOMPARE(get.status, 405);
}

QTEST_GUILESS_MAIN(tst_PracticeEws)
#include "tst_practiceews.moc"
