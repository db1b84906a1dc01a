// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/unit/fakeews.h"

#include "models/exchange/answer.h"

#include <algorithm>

namespace reserve::test {

namespace {

const QStringList plainFields{QStringLiteral("Subject"),
                              QStringLiteral("Sensitivity"),
                              QStringLiteral("Body"),
                              QStringLiteral("Start"),
                              QStringLiteral("End"),
                              QStringLiteral("IsAllDayEvent"),
                              QStringLiteral("LegacyFreeBusyStatus"),
                              QStringLiteral("Location")};

QByteArray escaped(const QString& text)
{
    return text.toHtmlEscaped().toUtf8();
}

QByteArray id(const FakeItem& item)
{
    return "<t:ItemId Id=\"" + escaped(item.id) + "\" ChangeKey=\"" + QByteArray::number(item.version) + "\"/>";
}

QByteArray contentOf(const FakeItem& item)
{
    QByteArray xml = id(item);
    for (auto it = item.fields.cbegin(); it != item.fields.cend(); ++it)
        xml += "<t:" + it.key().toLatin1() + '>' + escaped(it.value()) + "</t:" + it.key().toLatin1() + '>';
    xml += "<t:StartTimeZone Id=\"" + escaped(item.zone) + "\"/>";
    if (!item.mark.isEmpty()) {
        xml += "<t:ExtendedProperty><t:ExtendedFieldURI DistinguishedPropertySetId=\"PublicStrings\" "
               "PropertyName=\"ReserveConsoleMark\" PropertyType=\"String\"/><t:Value>"
            + escaped(item.mark) + "</t:Value></t:ExtendedProperty>";
    }
    if (!item.organizer.isEmpty())
        xml += "<t:Organizer><t:Mailbox><t:EmailAddress>" + escaped(item.organizer)
            + "</t:EmailAddress></t:Mailbox></t:Organizer>";
    if (!item.attendees.isEmpty()) {
        xml += "<t:RequiredAttendees>";
        for (const QString& attendee : item.attendees)
            xml += "<t:Attendee><t:Mailbox><t:EmailAddress>" + escaped(attendee)
                + "</t:EmailAddress></t:Mailbox></t:Attendee>";
        xml += "</t:RequiredAttendees>";
    }
    xml += item.recurrence.toUtf8();
    if (!item.exceptions.isEmpty()) {
        xml += "<t:ModifiedOccurrences>";
        for (const auto& [exceptionId, start] : item.exceptions)
            xml += "<t:Occurrence><t:ItemId Id=\"" + escaped(exceptionId) + "\" ChangeKey=\"1\"/><t:OriginalStart>"
                + escaped(start) + "</t:OriginalStart></t:Occurrence>";
        xml += "</t:ModifiedOccurrences>";
    }
    return xml;
}

QByteArray elementOf(const FakeItem& item, const QByteArray& content)
{
    const QByteArray name = "t:" + item.element.toLatin1();
    return '<' + name + '>' + content + "</" + name + '>';
}

QString xmlOf(const XmlElement& element)
{
    QString xml = QStringLiteral("<t:%1>%2").arg(element.name, element.text.trimmed());
    for (const XmlElement& child : element.children)
        xml += xmlOf(child);
    return xml + QStringLiteral("</t:%1>").arg(element.name);
}

ItemFolder folderOf(const XmlElement& request)
{
    const QString name = request.anywhere(QLatin1String("DistinguishedFolderId")).attribute(QLatin1String("Id"));
    return name == QLatin1String("inbox")       ? ItemFolder::Inbox
        : name == QLatin1String("deleteditems") ? ItemFolder::DeletedItems
                                                : ItemFolder::Calendar;
}

void setField(FakeItem& item, const XmlElement& field)
{
    if (field.name == QLatin1String("StartTimeZone"))
        item.zone = field.attribute(QLatin1String("Id"));
    else if (field.name == QLatin1String("Recurrence"))
        item.recurrence = xmlOf(field);
    else if (field.name == QLatin1String("ExtendedProperty"))
        item.mark = field[QLatin1String("Value")].text;
    else if (plainFields.contains(field.name))
        item.fields.insert(field.name, field.text);
    if (field.name != QLatin1String("RequiredAttendees"))
        return;
    item.attendees.clear();
    for (const XmlElement& attendee : field.children)
        item.attendees.append(attendee.anywhere(QLatin1String("EmailAddress")).text);
}

} // namespace

QByteArray ewsEnvelope(const QByteArray& body)
{
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
           "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Header>"
           "<h:ServerVersionInfo MajorVersion=\"15\" MinorVersion=\"2\" MajorBuildNumber=\"1258\" "
           "MinorBuildNumber=\"12\" Version=\"V2017_07_11\" "
           "xmlns:h=\"http://schemas.microsoft.com/exchange/services/2006/types\"/></s:Header>"
           "<s:Body xmlns:m=\"http://schemas.microsoft.com/exchange/services/2006/messages\" "
           "xmlns:t=\"http://schemas.microsoft.com/exchange/services/2006/types\">"
        + body + "</s:Body></s:Envelope>";
}

QByteArray ewsResponse(const QString& operation, const QList<QByteArray>& messages)
{
    const QByteArray name = "m:" + operation.toLatin1() + "Response";
    return ewsEnvelope('<' + name + "><m:ResponseMessages>" + messages.join() + "</m:ResponseMessages></" + name + '>');
}

QByteArray ewsMessage(const QString& operation, const QByteArray& content)
{
    const QByteArray name = "m:" + operation.toLatin1() + "ResponseMessage";
    return '<' + name + " ResponseClass=\"Success\"><m:ResponseCode>NoError</m:ResponseCode>" + content + "</" + name
        + '>';
}

QByteArray ewsFailure(const QString& operation, const QString& responseCode, const QByteArray& more)
{
    const QByteArray name = "m:" + operation.toLatin1() + "ResponseMessage";
    return '<' + name + " ResponseClass=\"Error\"><m:MessageText>The server's words.</m:MessageText><m:ResponseCode>"
        + responseCode.toLatin1() + "</m:ResponseCode><m:DescriptiveLinkKey>0</m:DescriptiveLinkKey>" + more + "</"
        + name + '>';
}

QByteArray ewsFault(const QString& responseCode, const QString& text, const QByteArray& messageXml)
{
    return ewsEnvelope("<s:Fault xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><faultcode>a:"
                       + responseCode.toLatin1() + "</faultcode><faultstring>" + escaped(text)
                       + "</faultstring><detail>"
                         "<e:ResponseCode xmlns:e=\"http://schemas.microsoft.com/exchange/services/2006/errors\">"
                       + responseCode.toLatin1()
                       + "</e:ResponseCode>"
                         "<e:Message xmlns:e=\"http://schemas.microsoft.com/exchange/services/2006/errors\">"
                       + escaped(text) + "</e:Message><t:MessageXml>" + messageXml
                       + "</t:MessageXml></detail></s:Fault>");
}

HttpResponse httpAnswer(int status, const QByteArray& body, const HttpHeaders& more)
{
    HttpHeaders headers{{"content-type", "text/xml; charset=utf-8"}};
    return {status, headers + more, body};
}

HttpExchange FakeEws::exchange()
{
    return [this](const HttpRequest& request) {
        const Answer<HttpResponse> given;
        given(answer(request));
        return given.future();
    };
}

FakeItem& FakeEws::add(const FakeItem& item)
{
    m_items.append(item);
    if (item.id.isEmpty())
        m_items.last().id = QStringLiteral("item-%1").arg(++m_lastId);
    return m_items.last();
}

FakeItem* FakeEws::item(const QString& id)
{
    const auto found = std::find_if(m_items.begin(), m_items.end(), [&](const FakeItem& one) { return one.id == id; });
    return found != m_items.end() ? &*found : nullptr;
}

QList<FakeItem> FakeEws::in(ItemFolder folder) const
{
    QList<FakeItem> found;
    std::copy_if(m_items.begin(), m_items.end(), std::back_inserter(found),
                 [&](const FakeItem& one) { return one.folder == folder; });
    return found;
}

void FakeEws::answerNext(const QString& operation, const Result<HttpResponse>& response)
{
    m_answers[operation].append(response);
}

void FakeEws::loseNextAnswer(const QString& operation)
{
    m_lost.append(operation);
}

void FakeEws::beforeNext(const QString& operation, std::function<void()> act)
{
    m_before.insert(operation, std::move(act));
}

void FakeEws::failItemOnce(const QString& id, const QString& responseCode)
{
    m_failing.insert(id, responseCode);
}

QByteArray FakeEws::lastRequest(const QString& operation) const
{
    const qsizetype last = m_operations.lastIndexOf(operation);
    return last < 0 ? QByteArray() : m_requests.at(last);
}

Result<HttpResponse> FakeEws::answer(const HttpRequest& request)
{
    const Result<XmlElement> envelope = readXml(request.body);
    if (!envelope || (*envelope)[QLatin1String("Body")].children.size() != 1)
        return httpAnswer(400, {});
    const XmlElement& operation = (*envelope)[QLatin1String("Body")].children.front();
    m_requests.append(request.body);
    m_operations.append(operation.name);
    if (const auto act = m_before.take(operation.name))
        act();
    if (!m_answers.value(operation.name).isEmpty())
        return m_answers[operation.name].takeFirst();
    const QByteArray body = answerTo(operation);
    if (m_lost.removeOne(operation.name))
        return failure("http.connection-lost", {{QStringLiteral("host"), request.url.host()}}, true);
    return httpAnswer(200, body);
}

QByteArray FakeEws::answerTo(const XmlElement& operation)
{
    if (operation.name == QLatin1String("FindItem"))
        return find(operation);
    if (operation.name == QLatin1String("GetItem"))
        return get(operation);
    if (operation.name == QLatin1String("CreateItem"))
        return create(operation);
    if (operation.name == QLatin1String("UpdateItem"))
        return update(operation);
    if (operation.name == QLatin1String("DeleteItem"))
        return remove(operation);
    if (operation.name == QLatin1String("GetUserAvailabilityRequest"))
        return availability();
    if (operation.name == QLatin1String("ResolveNames")) {
        return ewsResponse(operation.name,
                           {ewsMessage(operation.name,
                                       "<m:ResolutionSet><t:Resolution><t:Mailbox><t:EmailAddress>Room1@Contoso.test"
                                       "</t:EmailAddress></t:Mailbox></t:Resolution></m:ResolutionSet>")});
    }
    return ewsResponse(operation.name, {ewsMessage(operation.name, {})});
}

QByteArray FakeEws::find(const XmlElement& request)
{
    if (request.anywhere(QLatin1String("DistinguishedFolderId")).attribute(QLatin1String("Id"))
        == QLatin1String("sentitems")) {
        return ewsResponse(request.name,
                           {ewsMessage(request.name,
                                       "<m:RootFolder TotalItemsInView=\"1\" "
                                       "IncludesLastItemInRange=\"true\"><t:Items>"
                                           + m_sent + "</t:Items></m:RootFolder>")});
    }
    const ItemFolder folder = folderOf(request);
    const XmlElement& view = request[QLatin1String("CalendarView")];
    const QString constant = request.anywhere(QLatin1String("Constant")).attribute(QLatin1String("Value"));
    const QString property = request.anywhere(QLatin1String("IsEqualTo"))
                                 .anywhere(QLatin1String("ExtendedFieldURI"))
                                 .attribute(QLatin1String("PropertyId"));
    QByteArray items;
    for (const FakeItem& item : m_items) {
        const QString type = item.text("CalendarItemType");
        const bool isDate = type == QLatin1String("Occurrence") || type == QLatin1String("Exception");
        const bool isMaster = type == QLatin1String("RecurringMaster");
        bool isMeant = item.folder == folder;
        if (!view.isNull()) {
            isMeant = isMeant && !isMaster && item.text("Start") < view.attribute(QLatin1String("EndDate"))
                && item.text("End") > view.attribute(QLatin1String("StartDate"));
        } else if (property == QLatin1String("35")) {
            isMeant = isMeant && !isDate && item.globalObjectId.toBase64() == constant.toLatin1();
        } else {
            isMeant = isMeant && !isDate && property.isEmpty() && item.mark == constant;
        }
        if (isMeant)
            items += elementOf(item, view.isNull() ? id(item) : contentOf(item));
    }
    return ewsResponse(request.name,
                       {ewsMessage(request.name,
                                   "<m:RootFolder TotalItemsInView=\"1\" IncludesLastItemInRange=\"true\">"
                                   "<t:Items>"
                                       + items + "</t:Items></m:RootFolder>")});
}

QByteArray FakeEws::get(const XmlElement& request)
{
    QList<QByteArray> messages;
    for (const XmlElement& wanted : request[QLatin1String("ItemIds")].children) {
        const QString wantedId = wanted.attribute(QLatin1String("Id"));
        const FakeItem* found = item(wantedId);
        if (m_failing.contains(wantedId))
            messages.append(ewsFailure(request.name, m_failing.take(wantedId)));
        else if (found)
            messages.append(
                ewsMessage(request.name, "<m:Items>" + elementOf(*found, contentOf(*found)) + "</m:Items>"));
        else
            messages.append(ewsFailure(request.name, QStringLiteral("ErrorItemNotFound")));
    }
    return ewsResponse(request.name, messages);
}

QByteArray FakeEws::create(const XmlElement& request)
{
    const XmlElement& what = request[QLatin1String("Items")].children.front();
    if (what.name == QLatin1String("CalendarItem"))
        return createAppointment(what);
    if (what.name == QLatin1String("CancelCalendarItem"))
        return cancel(what);
    if (what.name == QLatin1String("Message"))
        return ewsResponse(request.name, {ewsMessage(request.name, "<m:Items/>")});
    return respondTo(what);
}

QByteArray FakeEws::createAppointment(const XmlElement& appointment)
{
    const QString operation = QStringLiteral("CreateItem");
    FakeItem item;
    for (const XmlElement& field : appointment.children)
        setField(item, field);
    const bool isSeries = !item.recurrence.isEmpty();
    item.fields.insert(QStringLiteral("CalendarItemType"),
                       isSeries ? QStringLiteral("RecurringMaster") : QStringLiteral("Single"));
    item.fields.insert(QStringLiteral("MyResponseType"), QStringLiteral("Organizer"));
    const FakeItem& made = add(item);
    return ewsResponse(operation, {ewsMessage(operation, "<m:Items>" + elementOf(made, id(made)) + "</m:Items>")});
}

QByteArray FakeEws::respondTo(const XmlElement& response)
{
    const QString operation = QStringLiteral("CreateItem");
    FakeItem* found = item(response[QLatin1String("ReferenceItemId")].attribute(QLatin1String("Id")));
    if (!found)
        return ewsResponse(operation, {ewsFailure(operation, QStringLiteral("ErrorItemNotFound"))});
    const QString word = response.name == QLatin1String("AcceptItem") ? QStringLiteral("Accept")
        : response.name == QLatin1String("DeclineItem")               ? QStringLiteral("Decline")
                                                                      : QStringLiteral("Tentative");
    FakeItem answered = *found;
    if (found->element == QLatin1String("MeetingRequest")) {
        moveToDeletedItems(*found);
        answered.id.clear();
        answered.element = QStringLiteral("CalendarItem");
        answered.folder = ItemFolder::Calendar;
    } else {
        m_items.removeIf([&](const FakeItem& one) { return one.id == answered.id; });
        ++answered.version;
    }
    answered.fields.insert(QStringLiteral("MyResponseType"), word);
    FakeItem& kept = add(answered);
    if (word == QLatin1String("Decline"))
        moveToDeletedItems(kept);
    return ewsResponse(operation, {ewsMessage(operation, "<m:Items>" + elementOf(kept, id(kept)) + "</m:Items>")});
}

QByteArray FakeEws::cancel(const XmlElement& response)
{
    const QString operation = QStringLiteral("CreateItem");
    if (FakeItem* found = item(response[QLatin1String("ReferenceItemId")].attribute(QLatin1String("Id"))))
        moveToDeletedItems(*found);
    return ewsResponse(operation, {ewsMessage(operation, "<m:Items/>")});
}

QByteArray FakeEws::update(const XmlElement& request)
{
    const XmlElement& change = request.anywhere(QLatin1String("ItemChange"));
    const XmlElement& wanted = change[QLatin1String("ItemId")];
    FakeItem* found = item(wanted.attribute(QLatin1String("Id")));
    if (!found)
        return ewsResponse(request.name, {ewsFailure(request.name, QStringLiteral("ErrorItemNotFound"))});
    if (wanted.attribute(QLatin1String("ChangeKey")).toInt() != found->version)
        return ewsResponse(request.name, {ewsFailure(request.name, QStringLiteral("ErrorIrresolvableConflict"))});
    for (const XmlElement& update : change[QLatin1String("Updates")].children) {
        const QString field = update[QLatin1String("FieldURI")].attribute(QLatin1String("FieldURI")).section(u':', 1);
        if (update.name == QLatin1String("SetItemField"))
            setField(*found, update[QLatin1String("CalendarItem")].children.front());
        else
            found->fields.remove(field);
    }
    ++found->version;
    return ewsResponse(request.name,
                       {ewsMessage(request.name, "<m:Items>" + elementOf(*found, id(*found)) + "</m:Items>")});
}

QByteArray FakeEws::remove(const XmlElement& request)
{
    QList<QByteArray> messages;
    for (const XmlElement& wanted : request[QLatin1String("ItemIds")].children) {
        const QString wantedId = wanted.attribute(QLatin1String("Id"));
        FakeItem* found = item(wantedId);
        if (m_failing.contains(wantedId)) {
            messages.append(ewsFailure(request.name, m_failing.take(wantedId)));
            continue;
        }
        messages.append(found ? ewsMessage(request.name, {})
                              : ewsFailure(request.name, QStringLiteral("ErrorItemNotFound")));
        if (found)
            moveToDeletedItems(*found);
    }
    return ewsResponse(request.name, messages);
}

QByteArray FakeEws::availability() const
{
    return ewsEnvelope(
        "<m:GetUserAvailabilityResponse><m:FreeBusyResponseArray><m:FreeBusyResponse>"
        "<m:ResponseMessage ResponseClass=\"Success\"><m:ResponseCode>NoError</m:ResponseCode></m:ResponseMessage>"
        "<m:FreeBusyView><t:FreeBusyViewType>FreeBusyMerged</t:FreeBusyViewType><t:CalendarEventArray>"
        "<t:CalendarEvent><t:StartTime>2026-11-18T09:30:00</t:StartTime><t:EndTime>2026-11-18T10:00:00</t:EndTime>"
        "<t:BusyType>Busy</t:BusyType></t:CalendarEvent></t:CalendarEventArray></m:FreeBusyView>"
        "</m:FreeBusyResponse></m:FreeBusyResponseArray></m:GetUserAvailabilityResponse>");
}

void FakeEws::moveToDeletedItems(FakeItem& item)
{
    item.folder = ItemFolder::DeletedItems;
    ++item.version;
}

} // namespace reserve::test
