// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewsupdateitem.h"

#include "models/exchange/ewswriter.h"

namespace reserve {

namespace {

void writeChange(EwsWriter& writer, const EwsAppointment& appointment, EwsField field)
{
    if (!appointment.has(field)) {
        writer.beginType("DeleteItemField");
        writer.field(fieldUri(field));
        writer.end();
        return;
    }
    writer.beginType("SetItemField");
    writer.field(fieldUri(field));
    writer.beginType("CalendarItem");
    appointment.write(writer, field);
    writer.end();
    writer.end();
}

} // namespace

void EwsUpdateItem::write(EwsWriter& writer) const
{
    writer.beginMessage("UpdateItem");
    writer.attribute("ConflictResolution", "NeverOverwrite");
    writer.attribute("MessageDisposition", "SaveOnly");
    writer.attribute("SendMeetingInvitationsOrCancellations", tells ? "SendToAllAndSaveCopy" : "SendToNone");
    writer.beginMessage("ItemChanges");
    writer.beginType("ItemChange");
    writer.item(reference);
    writer.beginType("Updates");
    for (const EwsField field : fields)
        writeChange(writer, appointment, field);
    writer.end();
    writer.end();
    writer.end();
    writer.end();
}

Result<ItemReference> EwsUpdateItem::read(const EwsReply& reply) const
{
    const Result<const XmlElement*> message = onlyMessage(reply);
    if (!message)
        return failure(message.error());
    for (const XmlElement& element : (**message)[QLatin1String("Items")].children) {
        if (const ItemReference updated = readReference(element); !updated.isNull())
            return updated;
    }
    return ItemReference{reference.id, {}};
}

} // namespace reserve
