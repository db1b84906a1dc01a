// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// Messages, mail folders and sendMail of the Graph end point.
#include "models/composing/mimewriter.h"
#include "models/practice/graphcall.h"
#include "models/practice/mailaddresses.h"

#include <QJsonArray>

namespace reserve::practice {

namespace {

using Answered = GraphResult<ServedResponse>;

std::optional<Folder> folderNamed(const QString& name)
{
    const QString key = name.toLower();
    if (key == QLatin1String("inbox"))
        return Folder::Inbox;
    if (key == QLatin1String("deleteditems"))
        return Folder::DeletedItems;
    return key == QLatin1String("sentitems") ? std::optional(Folder::SentItems) : std::nullopt;
}

Answered listMessages(const GraphCall& call, const QList<Folder>& folders)
{
    if (const auto selected = call.query().checkSelect(GraphType::Message); !selected)
        return tl::unexpected(selected.error());
    QList<Item> messages;
    for (const Folder folder : folders) {
        const QList<Item> items = call.mailbox.inFolder(folder);
        for (const Item& item : items) {
            if (item.itemClass != ItemClass::Appointment)
                messages.prepend(item); // newest first
        }
    }
    const auto found = filtered(messages, call.query().value(QStringLiteral("$filter")));
    if (!found)
        return tl::unexpected(found.error());
    return page(call, *found, &messageJson);
}

// What "$expand=microsoft.graph.eventMessage/event" adds, and what /event leads to; none where it was deleted.
QJsonObject eventOfMessage(const GraphCall& call, const Item& message)
{
    const auto event = call.mailbox.find(message.associatedId, call.site.reader());
    return event && event->folder == Folder::Calendar ? eventJson(*event, call.mailbox, call.site, {}) : QJsonObject();
}

Answered oneMessage(const GraphCall& call)
{
    const auto item = itemNamed(call, call.path.at(1));
    if (!item)
        return tl::unexpected(item.error());
    if (item->itemClass == ItemClass::Appointment) {
        return graphFailure(404, QStringLiteral("ErrorItemNotFound"), QStringLiteral("The item is no message."));
    }
    const bool isOfEvent = call.path.size() > 2 && call.path.at(2) == QLatin1String("event");
    if (const auto selected = call.query().checkSelect(isOfEvent ? GraphType::Event : GraphType::Message); !selected)
        return tl::unexpected(selected.error());
    if (isOfEvent) {
        const QJsonObject event = eventOfMessage(call, *item);
        if (event.isEmpty()) {
            return graphFailure(404, QStringLiteral("ErrorItemNotFound"),
                                QStringLiteral("The specified object was not found in the store."));
        }
        return jsonResponse(200, event);
    }
    if (call.path.size() > 2 && call.path.at(2) == QLatin1String("$value")) {
        ServedResponse response;
        response.headers = {{"Content-Type", "text/plain"}};
        response.body = item->mime;
        return response;
    }
    if (call.is("DELETE")) {
        call.mailbox.remove(item->id, call.site.now());
        return emptyResponse(204);
    }
    QJsonObject message = messageJson(*item, call.mailbox, call.site, call.view());
    if (call.query().value(QStringLiteral("$expand")).endsWith(QLatin1String("event"))) {
        if (const QJsonObject event = eventOfMessage(call, *item); !event.isEmpty())
            message.insert(QStringLiteral("event"), event);
    }
    return jsonResponse(200, message);
}

QList<MailPerson> peopleIn(const QJsonObject& message, QLatin1String field)
{
    QList<MailPerson> people;
    for (const QJsonValue& value : message.value(field).toArray()) {
        const QJsonObject email = value.toObject().value(QLatin1String("emailAddress")).toObject();
        people.append(
            {email.value(QLatin1String("address")).toString(), email.value(QLatin1String("name")).toString()});
    }
    return people;
}

QByteArray mimeOf(const GraphCall& call, const QJsonObject& message)
{
    const QJsonObject body = message.value(QLatin1String("body")).toObject();
    const bool html
        = body.value(QLatin1String("contentType")).toString().compare(QLatin1String("html"), Qt::CaseInsensitive) == 0;
    MimeWriter writer;
    writer.addPeople("From", {{call.site.spelled(call.mailbox.address()), call.mailbox.name()}});
    writer.addPeople("To", peopleIn(message, QLatin1String("toRecipients")));
    writer.addPeople("Cc", peopleIn(message, QLatin1String("ccRecipients")));
    writer.addText("Subject", message.value(QLatin1String("subject")).toString());
    writer.addDate(call.site.now());
    writer.addIds("Message-ID", {newMessageId(QStringLiteral("practice-exchange.example"))});
    return writer.write(
        {{html ? QByteArrayLiteral("text/html; charset=UTF-8") : QByteArrayLiteral("text/plain; charset=UTF-8"),
          MimePart::Encoding::QuotedPrintable, body.value(QLatin1String("content")).toString().toUtf8()}});
}

// As JSON, or the message itself in base64.
Answered sendMail(const GraphCall& call)
{
    QByteArray mime;
    if (call.request.header("content-type").startsWith("text/plain")) {
        const auto decoded
            = QByteArray::fromBase64Encoding(call.request.body.simplified(), QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            return graphFailure(400, QStringLiteral("ErrorMimeContentInvalidBase64String"),
                                QStringLiteral("Invalid base64 string for MIME content."));
        mime = decoded.decoded;
    } else {
        const auto body = bodyOf(call.request);
        if (!body)
            return tl::unexpected(body.error());
        mime = mimeOf(call, body->value(QLatin1String("message")).toObject());
    }
    const QStringList recipients = recipientsOf(mime);
    if (recipients.isEmpty()) {
        return graphFailure(400, QStringLiteral("ErrorInvalidRecipients"),
                            QStringLiteral("At least one recipient is not valid."));
    }
    Item sent;
    sent.folder = Folder::SentItems;
    sent.itemClass = ItemClass::Note;
    sent.mime = mime;
    sent.messageId = messageIdOf(mime);
    sent.isRead = true;
    sent.from = {call.site.spelled(call.mailbox.address()), call.mailbox.name()};
    call.mailbox.add(sent, call.site.now());
    call.site.post(sent.from.address, recipients, mime);
    return emptyResponse(202);
}

} // namespace

std::optional<GraphResult<ServedResponse>> answerMail(const GraphCall& call)
{
    const QString& resource = call.path.first();
    if (resource == QLatin1String("sendMail") && call.is("POST"))
        return sendMail(call);
    const bool isMail = resource == QLatin1String("messages") || resource == QLatin1String("mailFolders");
    if (isMail && call.site.switches().noMailRead) {
        return graphFailure(403, QStringLiteral("ErrorAccessDenied"),
                            QStringLiteral("Access is denied. Check credentials and try again."));
    }
    if (resource == QLatin1String("messages"))
        return call.path.size() > 1 ? oneMessage(call) : listMessages(call, {Folder::Inbox, Folder::DeletedItems});
    if (resource != QLatin1String("mailFolders") || call.path.size() < 2)
        return std::nullopt;
    const auto folder = folderNamed(call.path.at(1));
    if (!folder) {
        return graphFailure(404, QStringLiteral("ErrorFolderNotFound"),
                            QStringLiteral("The specified folder could not be found in the store."));
    }
    if (call.path.size() > 2 && call.path.at(2) == QLatin1String("messages"))
        return listMessages(call, {*folder});
    return jsonResponse(200,
                        {{QStringLiteral("id"), call.path.at(1)},
                         {QStringLiteral("displayName"), call.path.at(1)},
                         {QStringLiteral("totalItemCount"), int(call.mailbox.inFolder(*folder).size())}});
}

} // namespace reserve::practice
