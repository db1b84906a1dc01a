// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/practice/practicedesk.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace reserve;
using namespace reserve::test;

namespace {

QByteArray find(const QByteArray& behindShape, const QByteArray& attributes = "Traversal=\"Shallow\"",
                const QByteArray& behindFolders = {}, const QByteArray& folder = "calendar")
{
    return "<m:FindItem " + attributes
        + "><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape><t:AdditionalProperties><t:FieldURI "
          "FieldURI=\"item:Subject\"/></t:AdditionalProperties></m:ItemShape>"
        + behindShape + "<m:ParentFolderIds><t:DistinguishedFolderId Id=\"" + folder + "\"/></m:ParentFolderIds>"
        + behindFolders + "</m:FindItem>";
}

QByteArray where(const QByteArray& uri, const QByteArray& value)
{
    return "<m:Restriction><t:IsEqualTo><t:FieldURI FieldURI=\"" + uri
        + "\"/><t:FieldURIOrConstant><t:Constant Value=\"" + value
        + "\"/></t:FieldURIOrConstant></t:IsEqualTo></m:Restriction>";
}

QByteArray appointment(const QByteArray& subject, const QByteArray& behindSubject = {},
                       const QByteArray& behindEnd = {})
{
    return "<m:CreateItem SendMeetingInvitations=\"SendToNone\"><m:Items><t:CalendarItem><t:Subject>" + subject
        + "</t:Subject>" + behindSubject + "<t:Start>2026-11-23T10:00:00Z</t:Start><t:End>2026-11-23T11:00:00Z</t:End>"
        + behindEnd + "</t:CalendarItem></m:Items></m:CreateItem>";
}

QByteArray update(const QString& id, const QString& changeKey, const QByteArray& changes,
                  const QByteArray& resolution = "AutoResolve")
{
    return "<m:UpdateItem ConflictResolution=\"" + resolution
        + "\" MessageDisposition=\"SaveOnly\" SendMeetingInvitationsOrCancellations=\"SendToNone\"><m:ItemChanges>"
          "<t:ItemChange><t:ItemId Id=\""
        + id.toUtf8() + "\" ChangeKey=\"" + changeKey.toUtf8() + "\"/><t:Updates>" + changes
        + "</t:Updates></t:ItemChange></m:ItemChanges></m:UpdateItem>";
}

QByteArray set(const QByteArray& uri, const QByteArray& property, const QByteArray& item = "CalendarItem")
{
    return "<t:SetItemField><t:FieldURI FieldURI=\"" + uri + "\"/><t:" + item + ">" + property + "</t:" + item
        + "></t:SetItemField>";
}

QByteArray get(const QString& id, const QByteArray& additional = {})
{
    const QByteArray more
        = additional.isEmpty() ? QByteArray() : "<t:AdditionalProperties>" + additional + "</t:AdditionalProperties>";
    return "<m:GetItem><m:ItemShape><t:BaseShape>AllProperties</t:BaseShape><t:BodyType>Text</t:BodyType>" + more
        + "</m:ItemShape><m:ItemIds><t:ItemId Id=\"" + id.toUtf8() + "\"/></m:ItemIds></m:GetItem>";
}

// From nine to twelve of the day of the appointments, in UTC.
QByteArray availability(const QByteArray& view, const QByteArray& interval, const QByteArray& behind = {})
{
    return "<m:GetUserAvailabilityRequest><m:MailboxDataArray><t:MailboxData><t:Email><t:Address>"
        + roomAddress.toUtf8()
        + "</t:Address></t:Email><t:AttendeeType>Room</t:AttendeeType></t:MailboxData></m:MailboxDataArray>"
          "<t:FreeBusyViewOptions><t:TimeWindow><t:StartTime>2026-11-23T09:00:00</t:StartTime>"
          "<t:EndTime>2026-11-23T12:00:00</t:EndTime></t:TimeWindow><t:MergedFreeBusyIntervalInMinutes>"
        + interval + "</t:MergedFreeBusyIntervalInMinutes><t:RequestedView>" + view
        + "</t:RequestedView></t:FreeBusyViewOptions>" + behind + "</m:GetUserAvailabilityRequest>";
}

// The prefixes that are declared where the first faultcode stands.
QStringList prefixesAtFaultCode(const QByteArray& document)
{
    QXmlStreamReader reader(document);
    QStringList prefixes;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto declared = reader.namespaceDeclarations();
        for (const auto& declaration : declared)
            prefixes.append(declaration.prefix().toString());
        if (reader.name() == QLatin1String("faultcode"))
            return prefixes;
    }
    return {};
}

} // namespace

// What clients ask that are not ours: whatever is not offered is refused, never passed over in silence.
class tst_PracticeClients final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<PracticeDesk>(); }
    void cleanup();

    void faultCodeHasItsNamespace();
    void whatFindItemDoesNotOfferIsRefused_data();
    void whatFindItemDoesNotOfferIsRefused();
    void hiddenItemsAreNone();
    void pagesCountFromTheEnd();
    void itemsAreFoundByMoreThanTheirTimes_data();
    void itemsAreFoundByMoreThanTheirTimes();
    void propertyThatCannotBeSortedByIsRefused();
    void whatIsSetIsToldAgain();
    void whatOnlyTheServerSaysIsNotSet();
    void staleUpdateIsResolved();
    void bodiesAndAttendeesGrow();
    void severalValuesStayApart();
    void seriesTellsItsFirstAndLastDate();
    void itemsTellTheirVersion();
    void draftIsKeptAndSent();
    void folderTellsWhatMayBeDone();
    void availabilityAsStripAndInDetail();
    void availabilityThatIsNotOffered();
    void graphRefusesWhatItDoesNotOffer_data();
    void graphRefusesWhatItDoesNotOffer();
    void graphScheduleHasAStrip();

private:
    WebReply made(const QByteArray& request);

    std::unique_ptr<PracticeDesk> m_desk;
};

void tst_PracticeClients::cleanup()
{
    const QStringList errors = m_desk->schemaErrors();
    m_desk.reset();
    QVERIFY2(errors.isEmpty(), qPrintable(errors.join(u'\n')));
}

WebReply tst_PracticeClients::made(const QByteArray& request)
{
    const WebReply reply = m_desk->ews(request);
    if (!reply.has("ResponseClass=\"Success\""))
        qWarning("%s", reply.body.constData());
    return reply;
}

void tst_PracticeClients::faultCodeHasItsNamespace()
{
    const WebReply unknown = m_desk->ews("<m:GetRoomLists/>");
    QCOMPARE(unknown.status, 500);
    QVERIFY(unknown.has(">a:ErrorInvalidRequest<"));
    QVERIFY2(prefixesAtFaultCode(unknown.body).contains(QStringLiteral("a")), unknown.body.constData());
}

void tst_PracticeClients::whatFindItemDoesNotOfferIsRefused_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("code");
    const QByteArray grouped
        = "<m:GroupBy Order=\"Ascending\"><t:FieldURI FieldURI=\"item:Subject\"/><t:AggregateOn Aggregate=\"Maximum\">"
          "<t:FieldURI FieldURI=\"item:DateTimeCreated\"/></t:AggregateOn></m:GroupBy>";
    QTest::newRow("query string") << find({}, "Traversal=\"Shallow\"", "<m:QueryString>subject:a</m:QueryString>")
                                  << QByteArrayLiteral("ErrorUnsupportedQueryFilter");
    QTest::newRow("groups") << find(grouped) << QByteArrayLiteral("ErrorInvalidOperation");
    QTest::newRow("a part of all") << find(
        "<m:FractionalPageItemView MaxEntriesReturned=\"5\" Numerator=\"1\" Denominator=\"2\"/>")
                                   << QByteArrayLiteral("ErrorInvalidOperation");
}

void tst_PracticeClients::whatFindItemDoesNotOfferIsRefused()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, code);
    made(appointment("b"));
    const WebReply reply = m_desk->ews(request);
    QVERIFY2(reply.has(code.constData()), reply.body.constData());
    QVERIFY(!reply.has("<t:CalendarItem"));
}

void tst_PracticeClients::hiddenItemsAreNone()
{
    made(appointment("b"));
    QVERIFY(m_desk->ews(find({}, "Traversal=\"Associated\"")).has("TotalItemsInView=\"0\""));
    QVERIFY(m_desk->ews(find({}, "Traversal=\"SoftDeleted\"")).has("TotalItemsInView=\"0\""));
    QVERIFY(m_desk->ews(find({})).has("TotalItemsInView=\"1\""));
}

void tst_PracticeClients::pagesCountFromTheEnd()
{
    for (const char* subject : {"one", "two", "three", "four", "five"})
        made(appointment(subject));
    const auto page = [this](const QByteArray& offset) {
        return m_desk->ews(
            find("<m:IndexedPageItemView MaxEntriesReturned=\"2\" Offset=\"" + offset + "\" BasePoint=\"End\"/>"));
    };
    const WebReply last = page("0");
    QCOMPARE(last.body.count("<t:CalendarItem>"), 2);
    QVERIFY(last.body.indexOf("four") > 0);
    QVERIFY(last.body.indexOf("four") < last.body.indexOf("five"));
    QCOMPARE(last.between("IndexedPagingOffset=\"", "\""), QStringLiteral("2"));
    QVERIFY(last.has("IncludesLastItemInRange=\"false\""));
    const WebReply first = page("4");
    QCOMPARE(first.body.count("<t:CalendarItem>"), 1);
    QVERIFY(first.has(">one<"));
    QVERIFY(first.has("IncludesLastItemInRange=\"true\""));
    QCOMPARE(page("9").body.count("<t:CalendarItem>"), 0);
}

void tst_PracticeClients::itemsAreFoundByMoreThanTheirTimes_data()
{
    QTest::addColumn<QByteArray>("uri");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("subject");
    QTest::newRow("category") << QByteArrayLiteral("item:Categories") << QByteArrayLiteral("Blue")
                              << QByteArrayLiteral("marked");
    QTest::newRow("importance") << QByteArrayLiteral("item:Importance") << QByteArrayLiteral("High")
                                << QByteArrayLiteral("marked");
    QTest::newRow("series") << QByteArrayLiteral("calendar:IsRecurring") << QByteArrayLiteral("true")
                            << QByteArrayLiteral("series");
    QTest::newRow("kind") << QByteArrayLiteral("calendar:CalendarItemType") << QByteArrayLiteral("RecurringMaster")
                          << QByteArrayLiteral("series");
}

void tst_PracticeClients::itemsAreFoundByMoreThanTheirTimes()
{
    QFETCH(QByteArray, uri);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, subject);
    made(appointment("plain"));
    made(appointment("marked",
                     "<t:Categories><t:String>Green</t:String><t:String>Blue</t:String></t:Categories>"
                     "<t:Importance>High</t:Importance>"));
    made(appointment("series", {},
                     "<t:Recurrence><t:DailyRecurrence><t:Interval>1</t:Interval></t:DailyRecurrence>"
                     "<t:NumberedRecurrence><t:StartDate>2026-11-23</t:StartDate><t:NumberOfOccurrences>3"
                     "</t:NumberOfOccurrences></t:NumberedRecurrence></t:Recurrence>"));
    const WebReply reply = m_desk->ews(find(where(uri, value)));
    QVERIFY2(reply.has("TotalItemsInView=\"1\""), reply.body.constData());
    QVERIFY(reply.body.contains(QByteArray('>' + subject + '<')));
}

void tst_PracticeClients::propertyThatCannotBeSortedByIsRefused()
{
    const auto by = [this](const QByteArray& uri) {
        return m_desk->ews(find("<m:SortOrder><t:FieldOrder Order=\"Ascending\"><t:FieldURI FieldURI=\"" + uri
                                + "\"/></t:FieldOrder></m:SortOrder>"));
    };
    QVERIFY(by("calendar:Start").has("ResponseClass=\"Success\""));
    QVERIFY(by("item:Body").has("ErrorUnsupportedPathForSortGroup"));
}

void tst_PracticeClients::whatIsSetIsToldAgain()
{
    const WebReply item = made(appointment("a",
                                           "<t:Importance>High</t:Importance>"
                                           "<t:ReminderMinutesBeforeStart>30</t:ReminderMinutesBeforeStart>"));
    const QString id = item.between("ItemId Id=\"", "\"");
    const WebReply told = m_desk->ews(get(id));
    QVERIFY(told.has("<t:Importance>High</t:Importance>"));
    QVERIFY(told.has("<t:ReminderMinutesBeforeStart>30</t:ReminderMinutesBeforeStart>"));
    made(update(id, {}, set("item:Importance", "<t:Importance>Low</t:Importance>"), "AlwaysOverwrite"));
    QVERIFY(m_desk->ews(get(id)).has("<t:Importance>Low</t:Importance>"));
}

void tst_PracticeClients::whatOnlyTheServerSaysIsNotSet()
{
    const QString id = made(appointment("a")).between("ItemId Id=\"", "\"");
    const WebReply refused = m_desk->ews(
        update(id, {}, set("calendar:IsRecurring", "<t:IsRecurring>true</t:IsRecurring>"), "AlwaysOverwrite"));
    QVERIFY2(refused.has("ErrorInvalidPropertySet"), refused.body.constData());
}

void tst_PracticeClients::staleUpdateIsResolved()
{
    const WebReply item = made(appointment("a"));
    const QString id = item.between("ItemId Id=\"", "\"");
    const QString key = item.between("ChangeKey=\"", "\"");
    const auto subject
        = [](const QByteArray& text) { return set("item:Subject", "<t:Subject>" + text + "</t:Subject>"); };
    made(update(id, key, subject("b")));
    QVERIFY(m_desk->ews(update(id, key, subject("c"), "NeverOverwrite")).has("ErrorIrresolvableConflict"));
    made(update(id, key, subject("d")));
    QVERIFY(m_desk->ews(get(id)).has("<t:Subject>d</t:Subject>"));
}

void tst_PracticeClients::bodiesAndAttendeesGrow()
{
    const QString id = made(appointment("a", "<t:Body BodyType=\"Text\">one</t:Body>")).between("ItemId Id=\"", "\"");
    const auto append = [](const QByteArray& uri, const QByteArray& property) -> QByteArray {
        return "<t:AppendToItemField><t:FieldURI FieldURI=\"" + uri + "\"/><t:CalendarItem>" + property
            + "</t:CalendarItem></t:AppendToItemField>";
    };
    const auto attendee = [](const QByteArray& address) -> QByteArray {
        return "<t:RequiredAttendees><t:Attendee><t:Mailbox><t:EmailAddress>" + address
            + "</t:EmailAddress></t:Mailbox></t:Attendee></t:RequiredAttendees>";
    };
    made(update(id, {},
                append("item:Body", "<t:Body BodyType=\"Text\"> two</t:Body>")
                    + append("calendar:RequiredAttendees", attendee("a@x.example")),
                "AlwaysOverwrite"));
    made(update(id, {}, append("calendar:RequiredAttendees", attendee("b@x.example")), "AlwaysOverwrite"));
    const WebReply told = m_desk->ews(get(id));
    QVERIFY(told.has("<t:Body BodyType=\"Text\">one two</t:Body>"));
    QVERIFY(told.has("a@x.example") && told.has("b@x.example"));
    QVERIFY(m_desk->ews(update(id, {}, append("item:Subject", "<t:Subject>b</t:Subject>"), "AlwaysOverwrite"))
                .has("ErrorInvalidPropertyAppend"));
}

void tst_PracticeClients::severalValuesStayApart()
{
    const QByteArray uri = "<t:ExtendedFieldURI PropertySetId=\"11111111-2222-3333-4444-555555555555\" "
                           "PropertyName=\"Multi\" PropertyType=\"StringArray\"/>";
    const QString id = made(appointment("a",
                                        "<t:ExtendedProperty>" + uri
                                            + "<t:Values><t:Value>x</t:Value><t:Value>y</t:Value></t:Values>"
                                              "</t:ExtendedProperty>"))
                           .between("ItemId Id=\"", "\"");
    const WebReply told = m_desk->ews(get(id, uri));
    QVERIFY2(told.has("<t:Values><t:Value>x</t:Value><t:Value>y</t:Value></t:Values>"), told.body.constData());
}

void tst_PracticeClients::seriesTellsItsFirstAndLastDate()
{
    const auto daily = [](const QByteArray& range) -> QByteArray {
        return "<t:Recurrence><t:DailyRecurrence><t:Interval>1</t:Interval></t:DailyRecurrence>" + range
            + "</t:Recurrence>";
    };
    const QString id = made(appointment("a", {},
                                        daily("<t:NumberedRecurrence><t:StartDate>2026-11-23</t:StartDate>"
                                              "<t:NumberOfOccurrences>3</t:NumberOfOccurrences>"
                                              "</t:NumberedRecurrence>")))
                           .between("ItemId Id=\"", "\"");
    made("<m:DeleteItem DeleteType=\"HardDelete\" SendMeetingCancellations=\"SendToNone\"><m:ItemIds>"
         "<t:OccurrenceItemId RecurringMasterId=\""
         + id.toUtf8() + "\" InstanceIndex=\"1\"/></m:ItemIds></m:DeleteItem>");
    const WebReply told = m_desk->ews(get(id));
    const QString first = told.between("<t:FirstOccurrence>", "</t:FirstOccurrence>");
    QVERIFY2(first.contains(QLatin1String("<t:Start>2026-11-24T10:00:00Z</t:Start>")), told.body.constData());
    QVERIFY(told.between("<t:LastOccurrence>", "</t:LastOccurrence>")
                .contains(QLatin1String("<t:Start>2026-11-25T10:00:00Z</t:Start>")));
    const QByteArray noEnd = "<t:NoEndRecurrence><t:StartDate>2026-11-23</t:StartDate></t:NoEndRecurrence>";
    const QString endless = made(appointment("b", {}, daily(noEnd))).between("ItemId Id=\"", "\"");
    const WebReply toldEndless = m_desk->ews(get(endless));
    QVERIFY(toldEndless.has("<t:FirstOccurrence>"));
    QVERIFY(!toldEndless.has("<t:LastOccurrence>"));
}

// PidLidAppointmentSequence and PidLidOwnerCriticalChange, in the calendar and of the request.
void tst_PracticeClients::itemsTellTheirVersion()
{
    m_desk->invite(QStringLiteral("Budget"), 3);
    const QByteArray stamp = "<t:ExtendedFieldURI DistinguishedPropertySetId=\"Meeting\" PropertyId=\"26\" "
                             "PropertyType=\"SystemTime\"/>";
    for (const char* folder : {"calendar", "inbox"}) {
        const QString id = m_desk->ews(find({}, "Traversal=\"Shallow\"", {}, folder)).between("ItemId Id=\"", "\"");
        const WebReply told = m_desk->ews(get(id, stamp));
        QVERIFY2(told.has("<t:AppointmentSequenceNumber>3</t:AppointmentSequenceNumber>"), told.body.constData());
        QVERIFY2(told.has("<t:DateTimeStamp>2026-11-18T08:00:00Z</t:DateTimeStamp>"), told.body.constData());
        QVERIFY2(told.has("<t:Value>2026-11-18T08:00:00Z</t:Value>"), told.body.constData());
    }
    const QByteArray expand = "singleValueExtendedProperties($filter="
                              "id eq 'Integer {00062002-0000-0000-c000-000000000046} Id 0x8201' or "
                              "id eq 'SystemTime {6ed8da90-450b-101b-98da-00aa003f1305} Id 0x1a')";
    const WebReply events = m_desk->graph("GET",
                                          QStringLiteral("/users/") + roomAddress + QStringLiteral("/events?$expand=")
                                              + QString::fromLatin1(expand.toPercentEncoding()));
    const QJsonObject event = events.json().value(QLatin1String("value")).toArray().first().toObject();
    QStringList values;
    for (const QJsonValue& property : event.value(QLatin1String("singleValueExtendedProperties")).toArray())
        values.append(property.toObject().value(QLatin1String("value")).toString());
    QCOMPARE(values, (QStringList{QStringLiteral("3"), QStringLiteral("2026-11-18T08:00:00Z")}));
}

void tst_PracticeClients::draftIsKeptAndSent()
{
    const WebReply draft
        = made("<m:CreateItem MessageDisposition=\"SaveOnly\"><m:Items><t:Message><t:Subject>Draft</t:Subject>"
               "<t:Body BodyType=\"Text\">b</t:Body><t:ToRecipients><t:Mailbox><t:EmailAddress>"
               + personAddress.toUtf8()
               + "</t:EmailAddress></t:Mailbox></t:ToRecipients></t:Message></m:Items></m:CreateItem>");
    const QString id = draft.between("ItemId Id=\"", "\"");
    QVERIFY(m_desk->ews(find({}, "Traversal=\"Shallow\"", {}, "drafts")).has("TotalItemsInView=\"1\""));
    const WebReply told = m_desk->ews(get(id));
    QVERIFY(told.has("<t:IsDraft>true</t:IsDraft>"));
    QVERIFY(told.has("<t:Body BodyType=\"Text\">b</t:Body>"));
    QVERIFY(told.has(personAddress.toUtf8().constData()));
    const WebReply read
        = made(update(id, {}, set("message:IsRead", "<t:IsRead>false</t:IsRead>", "Message"), "AlwaysOverwrite"));
    QVERIFY(m_desk->ews(get(id)).has("<t:IsRead>false</t:IsRead>"));
    const auto send = [](const QByteArray& reference) -> QByteArray {
        return "<m:SendItem SaveItemToFolder=\"true\"><m:ItemIds>" + reference + "</m:ItemIds></m:SendItem>";
    };
    QVERIFY(m_desk->mails().isEmpty());
    QVERIFY(
        m_desk->ews(send("<t:ItemId Id=\"" + id.toUtf8() + "\"/>")).has("ErrorChangeKeyRequiredForWriteOperations"));
    made(send("<t:ItemId Id=\"" + id.toUtf8() + "\" ChangeKey=\"" + read.between("ChangeKey=\"", "\"").toUtf8()
              + "\"/>"));
    QCOMPARE(m_desk->mails().first().toObject().value(QLatin1String("subject")).toString(), QStringLiteral("Draft"));
    QVERIFY(m_desk->ews(find({}, "Traversal=\"Shallow\"", {}, "drafts")).has("TotalItemsInView=\"0\""));
    QVERIFY(m_desk->ews(find({}, "Traversal=\"Shallow\"", {}, "sentitems")).has("TotalItemsInView=\"1\""));
    const QString other = made(appointment("a")).between("ItemId Id=\"", "\"");
    QVERIFY(m_desk->ews(send("<t:ItemId Id=\"" + other.toUtf8() + "\"/>")).has("ErrorInvalidItemForOperationSendItem"));
}

void tst_PracticeClients::folderTellsWhatMayBeDone()
{
    const WebReply folder = m_desk->ews(
        "<m:GetFolder><m:FolderShape><t:BaseShape>IdOnly</t:BaseShape>"
        "<t:AdditionalProperties><t:FieldURI FieldURI=\"folder:EffectiveRights\"/>"
        "<t:FieldURI FieldURI=\"folder:DisplayName\"/></t:AdditionalProperties></m:FolderShape><m:FolderIds>"
        "<t:DistinguishedFolderId Id=\"calendar\"/><t:DistinguishedFolderId "
        "Id=\"drafts\"/></m:FolderIds></m:GetFolder>");
    QCOMPARE(folder.body.count("<t:CreateContents>true</t:CreateContents>"), 2);
    QVERIFY(folder.has("<t:DisplayName>Drafts</t:DisplayName>"));
}

void tst_PracticeClients::availabilityAsStripAndInDetail()
{
    made(appointment("Open", {}, "<t:LegacyFreeBusyStatus>Tentative</t:LegacyFreeBusyStatus>"));
    made(appointment("Closed", "<t:Sensitivity>Private</t:Sensitivity>",
                     "<t:LegacyFreeBusyStatus>OOF</t:LegacyFreeBusyStatus>"));
    const WebReply reply = m_desk->ews(availability("DetailedMerged", "30"));
    QVERIFY2(reply.has("<t:MergedFreeBusy>003300</t:MergedFreeBusy>"), reply.body.constData());
    QVERIFY(reply.has("<t:FreeBusyViewType>DetailedMerged</t:FreeBusyViewType>"));
    QVERIFY(reply.has("<t:Subject>Open</t:Subject>"));
    QVERIFY(!reply.has("Closed"));
    const WebReply merged = m_desk->ews(availability("MergedOnly", "60"));
    QVERIFY(merged.has("<t:MergedFreeBusy>030</t:MergedFreeBusy>"));
    QVERIFY(!merged.has("CalendarEventArray"));
    QVERIFY(!m_desk->ews(availability("FreeBusy", "30")).has("MergedFreeBusy>"));
}

void tst_PracticeClients::availabilityThatIsNotOffered()
{
    QVERIFY(m_desk->ews(availability("None", "30")).has("ErrorInvalidFreeBusyViewType"));
    QVERIFY(m_desk->ews(availability("FreeBusyMerged", "1")).has("ErrorInvalidMergedFreeBusyInterval"));
    const WebReply both = m_desk->ews(availability(
        "FreeBusy", "30",
        "<t:SuggestionsViewOptions><t:DetailedSuggestionsWindow><t:StartTime>2026-11-23T00:00:00</t:StartTime>"
        "<t:EndTime>2026-11-24T00:00:00</t:EndTime></t:DetailedSuggestionsWindow></t:SuggestionsViewOptions>"));
    QVERIFY(both.has("<m:FreeBusyView>"));
    QVERIFY(both.between("<m:SuggestionsResponse>", "</m:SuggestionsResponse>")
                .contains(QLatin1String("ErrorInvalidOperation")));
}

void tst_PracticeClients::graphRefusesWhatItDoesNotOffer_data()
{
    QTest::addColumn<QString>("path");
    const QString window = QStringLiteral("startDateTime=2026-11-01T00:00:00Z&endDateTime=2027-01-01T00:00:00Z");
    QTest::newRow("delta of a view") << QStringLiteral("/calendarView/delta?") + window;
    QTest::newRow("delta of events") << QStringLiteral("/events/delta");
    QTest::newRow("search") << QStringLiteral("/messages?$search=%22x%22");
    QTest::newRow("count") << QStringLiteral("/events?$count=true");
    QTest::newRow("order") << QStringLiteral("/events?$orderby=subject");
}

void tst_PracticeClients::graphRefusesWhatItDoesNotOffer()
{
    QFETCH(QString, path);
    const WebReply reply = m_desk->graph("GET", QStringLiteral("/users/") + roomAddress + path);
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.json().value(QLatin1String("error")).toObject().value(QLatin1String("code")).toString(),
             QStringLiteral("BadRequest"));
}

void tst_PracticeClients::graphScheduleHasAStrip()
{
    made(appointment("a"));
    const auto moment = [](const QString& text) {
        return QJsonObject{{QStringLiteral("dateTime"), text}, {QStringLiteral("timeZone"), QStringLiteral("UTC")}};
    };
    QJsonObject body{{QStringLiteral("schedules"), QJsonArray{roomAddress}},
                     {QStringLiteral("startTime"), moment(QStringLiteral("2026-11-23T09:00:00"))},
                     {QStringLiteral("endTime"), moment(QStringLiteral("2026-11-23T12:00:00"))},
                     {QStringLiteral("availabilityViewInterval"), 60}};
    const QString path = QStringLiteral("/users/") + roomAddress + QStringLiteral("/calendar/getSchedule");
    const QJsonArray schedules = m_desk->graph("POST", path, body).json().value(QLatin1String("value")).toArray();
    QCOMPARE(schedules.first().toObject().value(QLatin1String("availabilityView")).toString(), QStringLiteral("020"));
    body.insert(QStringLiteral("availabilityViewInterval"), 1);
    QCOMPARE(m_desk->graph("POST", path, body).status, 400);
}

QTEST_GUILESS_MAIN(tst_PracticeClients)
#include "tst_practiceclients.moc"
