// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewsfinditem.h"

#include "models/exchange/ewswriter.h"
#include "models/exchange/globalobjectid.h"

#include <algorithm>

namespace reserve {

namespace {

// LIDs in PSETID_Meeting (MS-OXPROPS).
constexpr const char* cleanIdLid = "35";
constexpr const char* idLid = "3";

// PidLidAppointmentSequence in PSETID_Appointment.
constexpr const char* appointmentSequence = "33281";

constexpr const char* messageIdField = "message:InternetMessageId";

void beginFind(EwsWriter& writer, EwsShape shape)
{
    writer.beginMessage("FindItem");
    writer.attribute("Traversal", "Shallow");
    writeShape(writer, shape);
}

void endFind(EwsWriter& writer, ItemFolder folder, const QString& mailbox)
{
    writer.beginMessage("ParentFolderIds");
    writer.folder(folder, mailbox);
    writer.end();
    writer.end();
}

void writeExtended(EwsWriter& writer, const char* set, const char* id, const char* type)
{
    writer.beginType("ExtendedFieldURI");
    writer.attribute("DistinguishedPropertySetId", set);
    writer.attribute("PropertyId", id);
    writer.attribute("PropertyType", type);
    writer.end();
}

void writeProperty(EwsWriter& writer, EwsFindByProperty::Property property)
{
    const bool isClean = property == EwsFindByProperty::Property::CleanGlobalObjectId;
    if (property == EwsFindByProperty::Property::Mark)
        writeMarkField(writer);
    else
        writeExtended(writer, "Meeting", isClean ? cleanIdLid : idLid, "Binary");
}

// The value of a property that was asked for; empty where the item has it not.
QString extendedValue(const XmlElement& item, const char* id)
{
    for (const XmlElement* property : item.all(QLatin1String("ExtendedProperty"))) {
        if ((*property)[QLatin1String("ExtendedFieldURI")].attribute(QLatin1String("PropertyId")) == QLatin1String(id))
            return (*property)[QLatin1String("Value")].text.trimmed();
    }
    return {};
}

Result<const XmlElement*> foundIn(const EwsReply& reply)
{
    const Result<const XmlElement*> message = onlyMessage(reply);
    if (!message)
        return failure(message.error());
    const XmlElement& root = (**message)[QLatin1String("RootFolder")];
    if (root.isNull()) {
        return failure("exchange.response-unreadable", {{QStringLiteral("detail"), QStringLiteral("no RootFolder")}},
                       true);
    }
    return &root;
}

void writeFirstPage(EwsWriter& writer, int mostEntries)
{
    writer.beginMessage("IndexedPageItemView");
    writer.attribute("MaxEntriesReturned", QString::number(mostEntries));
    writer.attribute("Offset", "0");
    writer.attribute("BasePoint", "Beginning");
    writer.end();
}

void writeConstant(EwsWriter& writer, const QString& value)
{
    writer.beginType("FieldURIOrConstant");
    writer.beginType("Constant");
    writer.attribute("Value", value);
    writer.end();
    writer.end();
}

Result<EwsPage> readPage(const EwsReply& reply, ItemFolder folder)
{
    const Result<const XmlElement*> root = foundIn(reply);
    if (!root)
        return failure(root.error());
    EwsPage page;
    page.isLast = (*root)->attribute(QLatin1String("IncludesLastItemInRange")) != QLatin1String("false");
    for (const XmlElement& element : (**root)[QLatin1String("Items")].children) {
        if (std::optional<EwsItem> item = readEwsItem(element, folder))
            page.items.append(*std::move(item));
    }
    return page;
}

} // namespace

void EwsFindInRange::write(EwsWriter& writer) const
{
    beginFind(writer, shape);
    writer.beginMessage("CalendarView");
    writer.attribute("MaxEntriesReturned", QString::number(mostEntries));
    writer.attribute("StartDate", ewsTime(range.start));
    writer.attribute("EndDate", ewsTime(range.end));
    writer.end();
    endFind(writer, ItemFolder::Calendar, mailbox);
}

Result<EwsPage> EwsFindInRange::read(const EwsReply& reply) const
{
    return readPage(reply, ItemFolder::Calendar);
}

void EwsFindByProperty::write(EwsWriter& writer) const
{
    beginFind(writer, EwsShape::Reference);
    writeFirstPage(writer, mostEntries);
    writer.beginMessage("Restriction");
    writer.beginType("IsEqualTo");
    writeProperty(writer, property);
    writeConstant(writer, property == Property::Mark ? markText(value) : QString::fromLatin1(value.toBase64()));
    writer.end();
    writer.end();
    endFind(writer, folder, mailbox);
}

Result<EwsPage> EwsFindByProperty::read(const EwsReply& reply) const
{
    return readPage(reply, folder);
}

void EwsFindSent::write(EwsWriter& writer) const
{
    constexpr int someCopies = 10; // a person may have copied it
    writer.beginMessage("FindItem");
    writer.attribute("Traversal", "Shallow");
    writer.beginMessage("ItemShape");
    writer.type("BaseShape", QStringLiteral("IdOnly"));
    writer.beginType("AdditionalProperties");
    writer.field(messageIdField);
    writer.end();
    writer.end();
    writeFirstPage(writer, someCopies);
    writer.beginMessage("Restriction");
    writer.beginType("IsEqualTo");
    writer.field(messageIdField);
    writeConstant(writer, messageId);
    writer.end();
    writer.end();
    writer.beginMessage("ParentFolderIds");
    writer.folder("sentitems", mailbox);
    writer.end();
    writer.end();
}

Result<int> EwsFindSent::read(const EwsReply& reply) const
{
    const Result<const XmlElement*> root = foundIn(reply);
    if (!root)
        return failure(root.error());
    const std::vector<XmlElement>& items = (**root)[QLatin1String("Items")].children;
    return int(std::count_if(items.begin(), items.end(), [this](const XmlElement& item) {
        return item[QLatin1String("InternetMessageId")].text.trimmed() == messageId;
    }));
}

void EwsFindDeclines::write(EwsWriter& writer) const
{
    constexpr int mostAnswers = 200; // a series may be answered date by date
    writer.beginMessage("FindItem");
    writer.attribute("Traversal", "Shallow");
    writer.beginMessage("ItemShape");
    writer.type("BaseShape", QStringLiteral("IdOnly"));
    writer.beginType("AdditionalProperties");
    writer.field("item:ItemClass");
    writeExtended(writer, "Meeting", idLid, "Binary");
    writeExtended(writer, "Appointment", appointmentSequence, "Integer");
    writer.end();
    writer.end();
    writeFirstPage(writer, mostAnswers);
    writer.beginMessage("Restriction");
    writer.beginType("IsEqualTo");
    writeExtended(writer, "Meeting", cleanIdLid, "Binary");
    writeConstant(writer, QString::fromLatin1(cleanGlobalObjectId.toBase64()));
    writer.end();
    writer.end();
    writer.beginMessage("ParentFolderIds");
    writer.folder("sentitems", mailbox);
    writer.end();
    writer.end();
}

Result<QList<EwsSentDecline>> EwsFindDeclines::read(const EwsReply& reply) const
{
    const Result<const XmlElement*> root = foundIn(reply);
    if (!root)
        return failure(root.error());
    QList<EwsSentDecline> declines;
    for (const XmlElement& item : (**root)[QLatin1String("Items")].children) {
        const QString itemClass = item[QLatin1String("ItemClass")].text.trimmed();
        bool isNumber = false;
        const int sequence = extendedValue(item, appointmentSequence).toInt(&isNumber);
        const QByteArray id = QByteArray::fromBase64(extendedValue(item, idLid).toLatin1());
        if (isNumber && itemClass.startsWith(QLatin1String("IPM.Schedule.Meeting.Resp.Neg")))
            declines.append({sequence, dateInGlobalObjectId(id)});
    }
    return declines;
}

} // namespace reserve
