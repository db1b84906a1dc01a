// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewscreateitem.h"

#include "models/exchange/ewswriter.h"

#include <algorithm>

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

QByteArray withNetworkLineEnds(const QByteArray& content)
{
    QByteArray result;
    result.reserve(content.size() + content.size() / 32);
    char last = '\0';
    for (const char c : content) {
        if (c == '\n' && last != '\r')
            result += '\r';
        result += c;
        last = c;
    }
    return result;
}

// The fields of the head, each on one line (RFC 5322 2.2.3).
QList<QByteArray> fieldsOf(const QByteArray& content)
{
    const qsizetype end = content.indexOf("\r\n\r\n");
    QByteArray head = content.first(end < 0 ? content.size() : end);
    head.replace("\r\n ", " ").replace("\r\n\t", " ").replace("\r\n", "\n");
    return head.split('\n');
}

// A name in quotes may hold commas and what looks like an address.
QByteArray withoutQuoted(const QByteArray& text)
{
    QByteArray rest;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isQuoted && text.at(i) == '\\')
            ++i;
        else if (text.at(i) == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted)
            rest += text.at(i);
    }
    return rest;
}

// Whom the message itself names in To and Cc: plain addresses, in brackets where a name goes before them.
QStringList namedRecipients(const QByteArray& content)
{
    QStringList addresses;
    for (const QByteArray& field : fieldsOf(content)) {
        const qsizetype colon = field.indexOf(':');
        const QByteArray name = field.first(std::max<qsizetype>(colon, 0)).trimmed().toLower();
        if (name != "to" && name != "cc")
            continue;
        for (const QByteArray& mailbox : withoutQuoted(field.sliced(colon + 1)).split(',')) {
            const qsizetype open = mailbox.lastIndexOf('<');
            const qsizetype close = mailbox.indexOf('>', open + 1);
            const qsizetype end = close < 0 ? mailbox.size() : close;
            addresses.append(QString::fromUtf8(mailbox.sliced(open + 1, end - open - 1).trimmed()));
        }
    }
    return addresses;
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
