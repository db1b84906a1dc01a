// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewscreateitem.h"

#include "models/exchange/ewswriter.h"
#include "models/exchange/mailhead.h"

namespace reserve {

namespace {

constexpr const char* sendAndSave = "SendAndSaveCopy";
constexpr const char* saveOnly = "SaveOnly";

void beginResponse(EwsWriter& writer, bool tells)
{
    writer.beginMessage("CreateItem");
    writer.attribute("MessageDisposition", tells ? sendAndSave : saveOnly);
    writer.beginMessage("Items");
}

void endCreate(EwsWriter& writer)
{
    writer.end();
    writer.end();
}

// The first item that the answer names, or none.
Result<ItemReference> createdIn(const EwsReply& reply)
{
    const Result<const XmlElement*> message = onlyMessage(reply);
    if (!message)
        return failure(message.error());
    for (const XmlElement& element : (**message)[QLatin1String("Items")].children) {
        if (const ItemReference reference = readReference(element); !reference.isNull())
            return reference;
    }
    return ItemReference();
}

} // namespace

const char* responseObject(ResponseKind kind)
{
    switch (kind) {
    case ResponseKind::Accept:
        return "AcceptItem";
    case ResponseKind::Tentative:
        return "TentativelyAcceptItem";
    case ResponseKind::Decline:
        return "DeclineItem";
    }
    Q_UNREACHABLE();
}

void EwsCreateAppointment::write(EwsWriter& writer) const
{
    const ItemDraft& draft = appointment.draft();
    writer.beginMessage("CreateItem");
    writer.attribute("SendMeetingInvitations", draft.invited.isEmpty() ? "SendToNone" : "SendToAllAndSaveCopy");
    writer.beginMessage("SavedItemFolderId");
    writer.folder(ItemFolder::Calendar, mailbox);
    writer.end();
    writer.beginMessage("Items");
    writer.beginType("CalendarItem");
    for (const EwsField field : allEwsFields()) {
        // What every item has stands before what only calendar items have.
        if (field == EwsField::Start) {
            writer.type("ReminderIsSet", false);
            writer.beginType("ExtendedProperty");
            writeMarkField(writer);
            writer.type("Value", markText(draft.mark));
            writer.end();
        }
        if (appointment.has(field))
            appointment.write(writer, field);
    }
    writer.end();
    endCreate(writer);
}

Result<ItemReference> EwsCreateAppointment::read(const EwsReply& reply) const
{
    Result<ItemReference> created = createdIn(reply);
    if (created && created->isNull()) {
        return failure("exchange.response-unreadable", {{QStringLiteral("detail"), QStringLiteral("no item")}}, true);
    }
    return created;
}

void EwsRespond::write(EwsWriter& writer) const
{
    beginResponse(writer, tells);
    writer.beginType(responseObject(kind));
    if (!comment.isEmpty())
        writer.textBody(comment);
    writer.item(reference, "ReferenceItemId");
    writer.end();
    endCreate(writer);
}

Result<ItemReference> EwsRespond::read(const EwsReply& reply) const
{
    return createdIn(reply);
}

void EwsCancelMeeting::write(EwsWriter& writer) const
{
    beginResponse(writer, true);
    writer.beginType("CancelCalendarItem");
    writer.item(reference, "ReferenceItemId");
    if (!comment.isEmpty())
        writer.textBody(comment, "NewBodyContent");
    writer.end();
    endCreate(writer);
}

Result<ItemReference> EwsCancelMeeting::read(const EwsReply& reply) const
{
    return createdIn(reply);
}

void EwsSendMessage::write(EwsWriter& writer) const
{
    const QByteArray content = withNetworkLineEnds(mail.content);
    const QStringList named = namedRecipients(content);
    writer.beginMessage("CreateItem");
    writer.attribute("MessageDisposition", sendAndSave);
    writer.beginMessage("SavedItemFolderId");
    writer.folder("sentitems", mailbox);
    writer.end();
    writer.beginMessage("Items");
    writer.beginType("Message");
    writer.beginType("MimeContent");
    writer.attribute("CharacterSet", "UTF-8");
    writer.characters(QString::fromLatin1(content.toBase64()));
    writer.end();
    QStringList blind;
    for (const QString& recipient : mail.recipients) {
        if (!named.contains(recipient, Qt::CaseInsensitive))
            blind.append(recipient);
    }
    if (!blind.isEmpty()) {
        writer.beginType("BccRecipients");
        for (const QString& recipient : blind) {
            writer.beginType("Mailbox");
            writer.type("EmailAddress", recipient);
            writer.end();
        }
        writer.end();
    }
    writer.end();
    endCreate(writer);
}

Result<ItemReference> EwsSendMessage::read(const EwsReply& reply) const
{
    return createdIn(reply);
}

} // namespace reserve
