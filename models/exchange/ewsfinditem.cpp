// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewsfinditem.h"

#include "models/exchange/ewswriter.h"

namespace reserve {

namespace {

// LIDs in PSETID_Meeting (MS-OXPROPS).
constexpr const char* cleanGlobalObjectId = "35";
constexpr const char* globalObjectId = "3";

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

void writeProperty(EwsWriter& writer, EwsFindByProperty::Property property)
{
    if (property == EwsFindByProperty::Property::Mark) {
        writeMarkField(writer);
        return;
    }
    const bool isClean = property == EwsFindByProperty::Property::CleanGlobalObjectId;
    writer.beginType("ExtendedFieldURI");
    writer.attribute("DistinguishedPropertySetId", "Meeting");
    writer.attribute("PropertyId", isClean ? cleanGlobalObjectId : globalObjectId);
    writer.attribute("PropertyType", "Binary");
    writer.end();
}

Result<EwsPage> readPage(const EwsReply& reply, ItemFolder folder)
{
    const Result<const XmlElement*> message = onlyMessage(reply);
    if (!message)
        return failure(message.error());
    const XmlElement& root = (**message)[QLatin1String("RootFolder")];
    if (root.isNull()) {
        return failure("exchange.response-unreadable", {{QStringLiteral("detail"), QStringLiteral("no RootFolder")}},
                       true);
    }
    EwsPage page;
    page.isLast = root.attribute(QLatin1String("IncludesLastItemInRange")) != QLatin1String("false");
    for (const XmlElement& element : root[QLatin1String("Items")].children) {
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
    writer.beginMessage("IndexedPageItemView");
    writer.attribute("MaxEntriesReturned", QString::number(mostEntries));
    writer.attribute("Offset", "0");
    writer.attribute("BasePoint", "Beginning");
    writer.end();
    writer.beginMessage("Restriction");
    writer.beginType("IsEqualTo");
    writeProperty(writer, property);
    writer.beginType("FieldURIOrConstant");
    writer.beginType("Constant");
    writer.attribute("Value", property == Property::Mark ? markText(value) : QString::fromLatin1(value.toBase64()));
    writer.end();
    writer.end();
    writer.end();
    writer.end();
    endFind(writer, folder, mailbox);
}

Result<EwsPage> EwsFindByProperty::read(const EwsReply& reply) const
{
    return readPage(reply, folder);
}

} // namespace reserve
