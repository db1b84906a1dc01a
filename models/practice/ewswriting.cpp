// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// CreateItem, DeleteItem and SendItem.
#include "models/composing/meetingmail.h"
#include "models/composing/mimewriter.h"
#include "models/practice/ewscall.h"
#include "models/practice/ewsitemreader.h"
#include "models/practice/mailaddresses.h"
#include "models/practice/responding.h"

namespace reserve::practice {

namespace {

const QString sendToNone = QStringLiteral("SendToNone");

EwsResult<FolderTarget> savedIn(const EwsCall& call, Folder usual)
{
    const XmlElement* target = call.request.child(QLatin1String("SavedItemFolderId"));
    return target ? folderFrom(call, target->children.first()) : FolderTarget{&call.acting, usual};
}

EwsResult<QList<Item>> createAppointment(const EwsCall& call, const XmlElement& element)
{
    const QString sends = call.request.value(QLatin1String("SendMeetingInvitations"));
    if (sends.isEmpty()) {
        return ewsFailure(QStringLiteral("ErrorSendMeetingInvitationsRequired"),
                          QStringLiteral("SendMeetingInvitations attribute is required for calendar items."));
    }
    const auto target = savedIn(call, Folder::Calendar);
    if (!target)
        return tl::unexpected(target.error());
    if (target->folder != Folder::Calendar) {
        return ewsFailure(QStringLiteral("ErrorInvalidItemForOperationCreateItem"),
                          QStringLiteral("Calendar items are created in calendar folders."));
    }
    Item item;
    item.stamp = call.site.now();
    // A new item lies on the next half hour where it says nothing else.
    item.time = {call.site.now(), call.site.now() + Minutes(30)};
    EwsItemReader reader(call, item);
    if (const auto applied = reader.apply(element); !applied)
        return tl::unexpected(applied.error());
    if (const auto fits = reader.finish(); !fits)
        return tl::unexpected(fits.error());
    if (item.uid.isEmpty())
        item.uid = newMeetingUid(call.site.now());
    item.isMeeting = !item.attendees.isEmpty();
    item.organizer = {call.site.spelled(target->mailbox->address()), target->mailbox->name()};
    const QString id = target->mailbox->add(item, call.site.now());
    const Item created = presentItem(call, id);
    if (sends != sendToNone)
        tellAttendees(call.site, *target->mailbox, created, ItipMethod::Request, {});
    return QList<Item>{created};
}

QByteArray mimeOf(const EwsCall& call, const XmlElement& message, const QStringList& recipients)
{
    if (const XmlElement* content = message.child(QLatin1String("MimeContent")))
        return QByteArray::fromBase64(content->text.trimmed().toLatin1());
    MimeWriter writer;
    writer.addPeople("From", {{call.site.spelled(call.acting.address()), call.acting.name()}});
    QList<MailPerson> to;
    for (const QString& recipient : recipients)
        to.append({recipient, {}});
    writer.addPeople("To", to);
    writer.addText("Subject", message.childText(QLatin1String("Subject")));
    writer.addDate(call.site.now());
    writer.addIds("Message-ID", {newMessageId(QStringLiteral("practice-exchange.example"))});
    const XmlElement* body = message.child(QLatin1String("Body"));
    const bool html = body && body->value(QLatin1String("BodyType")) == QLatin1String("HTML");
    return writer.write(
        {{html ? QByteArrayLiteral("text/html; charset=UTF-8") : QByteArrayLiteral("text/plain; charset=UTF-8"),
          MimePart::Encoding::QuotedPrintable, body ? body->text.toUtf8() : QByteArray()}});
}

EwsResult<QList<Item>> createMessage(const EwsCall& call, const XmlElement& message)
{
    const QString disposition = call.request.value(QLatin1String("MessageDisposition"));
    const auto target = savedIn(call, disposition == QLatin1String("SaveOnly") ? Folder::Drafts : Folder::SentItems);
    if (!target)
        return tl::unexpected(target.error());
    QStringList recipients;
    for (const char* list : {"ToRecipients", "CcRecipients", "BccRecipients"}) {
        const XmlElement* element = message.child(QLatin1String(list));
        for (const XmlElement& mailbox : element ? element->children : QList<XmlElement>())
            recipients.append(mailbox.childText(QLatin1String("EmailAddress")));
    }
    const QByteArray mime = mimeOf(call, message, recipients);
    if (mime.isEmpty())
        return ewsFailure(QStringLiteral("ErrorMimeContentInvalidBase64String"),
                          QStringLiteral("The MIME content is invalid."));
    if (recipients.isEmpty())
        recipients = recipientsOf(mime);
    const bool sends = disposition != QLatin1String("SaveOnly");
    if (sends && recipients.isEmpty()) {
        return ewsFailure(QStringLiteral("ErrorInvalidRecipients"),
                          QStringLiteral("At least one recipient isn't valid."));
    }
    QList<Item> saved;
    if (disposition != QLatin1String("SendOnly")) {
        Item item;
        item.folder = target->folder;
        item.itemClass = ItemClass::Note;
        item.subject = message.childText(QLatin1String("Subject"));
        item.from = {call.site.spelled(call.acting.address()), call.acting.name()};
        item.mime = mime;
        item.messageId = messageIdOf(mime);
        item.isRead = true;
        for (const QString& recipient : std::as_const(recipients))
            item.to.append({recipient, {}});
        if (const XmlElement* body = message.child(QLatin1String("Body"));
            body && body->value(QLatin1String("BodyType")) == QLatin1String("Text"))
            item.body = body->text;
        saved.append(presentItem(call, target->mailbox->add(item, call.site.now())));
    }
    if (sends)
        call.site.post(call.site.spelled(call.acting.address()), recipients, mime);
    return saved;
}

EwsResult<ItemTarget> referenced(const EwsCall& call, const XmlElement& element)
{
    const XmlElement* reference = element.child(QLatin1String("ReferenceItemId"));
    if (!reference) {
        return ewsFailure(QStringLiteral("ErrorInvalidReferenceItem"),
                          QStringLiteral("The reference item is missing."));
    }
    auto target = itemFrom(call, *reference);
    if (!target)
        return target;
    if (const auto current = checkChangeKey(*target); !current)
        return tl::unexpected(current.error());
    return target;
}

// How these three are called in the codes of what cannot be answered.
QString wordFor(Answer kind)
{
    if (kind == Answer::Accepted)
        return QStringLiteral("Accept");
    return kind == Answer::Declined ? QStringLiteral("Decline") : QStringLiteral("Tentative");
}

EwsFault answerFault(const Error& error, Answer kind)
{
    const QString word = wordFor(kind);
    if (error.code() == "practice.not-attendee") {
        return {u"ErrorCalendarIsOrganizerFor" + word, QStringLiteral("The organizer cannot respond to the meeting."),
                std::nullopt};
    }
    if (error.code() == "practice.cancelled") {
        return {u"ErrorCalendarIsCancelledFor" + word, QStringLiteral("The meeting has been canceled."), std::nullopt};
    }
    if (error.code() == "practice.not-answerable") {
        const QString operation = kind == Answer::Tentative ? word : QString(word + u"Item");
        return {u"ErrorInvalidItemForOperation" + operation,
                QStringLiteral("The item is of a type, or in a folder, that this operation is not for."), std::nullopt};
    }
    if (error.code() == "practice.out-of-date") {
        return {QStringLiteral("ErrorCalendarMeetingRequestIsOutOfDate"),
                QStringLiteral("Meeting request is out of date. It cannot be updated."), std::nullopt};
    }
    return faultOf(error);
}

EwsResult<QList<Item>> answerMeeting(const EwsCall& call, const XmlElement& element)
{
    const auto target = referenced(call, element);
    if (!target)
        return tl::unexpected(target.error());
    Response response;
    response.kind = element.name == QLatin1String("AcceptItem") ? Answer::Accepted
        : element.name == QLatin1String("DeclineItem")          ? Answer::Declined
                                                                : Answer::Tentative;
    response.comment = element.childText(QLatin1String("Body"));
    const QString disposition = call.request.value(QLatin1String("MessageDisposition"));
    response.tells = disposition != QLatin1String("SaveOnly");
    response.keepsCopy = disposition == QLatin1String("SendAndSaveCopy");
    const auto answered = respond(call.site, *target->mailbox, target->item, response);
    if (!answered)
        return tl::unexpected(answerFault(answered.error(), response.kind));
    const Item item = presentItem(call, *answered);
    return item.id.isEmpty() ? QList<Item>() : QList<Item>{item};
}

EwsResult<QList<Item>> cancelMeeting(const EwsCall& call, const XmlElement& element)
{
    const auto target = referenced(call, element);
    if (!target)
        return tl::unexpected(target.error());
    Item item = target->item;
    if (item.itemClass != ItemClass::Appointment || item.folder != Folder::Calendar) {
        return ewsFailure(QStringLiteral("ErrorInvalidItemForOperationCancelItem"),
                          QStringLiteral("Only a meeting in the calendar can be canceled."));
    }
    if (item.answer != Answer::Organizer) {
        return ewsFailure(QStringLiteral("ErrorCalendarIsNotOrganizer"),
                          QStringLiteral("You must be the organizer to perform this action."));
    }
    item.isCancelled = true;
    ++item.sequence;
    tellAttendees(call.site, *target->mailbox, item, ItipMethod::Cancel,
                  element.childText(QLatin1String("NewBodyContent")));
    if (item.date && !item.date->masterId.isEmpty()) {
        target->mailbox->remove(item.id, call.site.now());
        return QList<Item>();
    }
    target->mailbox->replace(item, call.site.now());
    target->mailbox->move(item.id, Folder::DeletedItems, call.site.now());
    return QList<Item>{presentItem(call, item.id)};
}

EwsResult<QList<Item>> createOne(const EwsCall& call, const XmlElement& element)
{
    if (element.name == QLatin1String("CalendarItem"))
        return createAppointment(call, element);
    if (call.request.value(QLatin1String("MessageDisposition")).isEmpty()) {
        return ewsFailure(QStringLiteral("ErrorMessageDispositionRequired"),
                          QStringLiteral("MessageDisposition attribute is required."));
    }
    if (element.name == QLatin1String("Message"))
        return createMessage(call, element);
    if (element.name == QLatin1String("AcceptItem") || element.name == QLatin1String("DeclineItem")
        || element.name == QLatin1String("TentativelyAcceptItem"))
        return answerMeeting(call, element);
    if (element.name == QLatin1String("CancelCalendarItem"))
        return cancelMeeting(call, element);
    return ewsFailure(QStringLiteral("ErrorInvalidItemForOperationCreateItem"),
                      u"Items of this kind are not created here: " + element.name);
}

EwsResult<void> sendOne(const EwsCall& call, const XmlElement& id)
{
    const auto target = itemFrom(call, id);
    if (!target)
        return tl::unexpected(target.error());
    const Item& item = target->item;
    if (item.itemClass != ItemClass::Note) {
        return ewsFailure(QStringLiteral("ErrorInvalidItemForOperationSendItem"),
                          QStringLiteral("Only messages can be sent."));
    }
    if (const auto named = requireChangeKey(*target); !named)
        return named;
    if (const auto current = checkChangeKey(*target); !current)
        return current;
    const auto kept = savedIn(call, Folder::SentItems);
    if (!kept)
        return tl::unexpected(kept.error());
    const QStringList recipients = recipientsOf(item.mime);
    if (recipients.isEmpty()) {
        return ewsFailure(QStringLiteral("ErrorInvalidRecipients"),
                          QStringLiteral("At least one recipient isn't valid."));
    }
    call.site.post(call.site.spelled(call.acting.address()), recipients, item.mime);
    const QString keeps = call.request.value(QLatin1String("SaveItemToFolder"));
    if (keeps == QLatin1String("true") || keeps == QLatin1String("1"))
        target->mailbox->move(item.id, kept->folder, call.site.now());
    else
        target->mailbox->remove(item.id, call.site.now());
    return {};
}

EwsResult<void> deleteOne(const EwsCall& call, const XmlElement& id)
{
    const auto target = itemFrom(call, id);
    if (!target)
        return tl::unexpected(target.error());
    const QString sends = call.request.value(QLatin1String("SendMeetingCancellations"));
    Item item = target->item;
    if (item.itemClass == ItemClass::Appointment && sends.isEmpty()) {
        return ewsFailure(QStringLiteral("ErrorSendMeetingCancellationsRequired"),
                          QStringLiteral("SendMeetingCancellations attribute is required for calendar items."));
    }
    if (item.answer == Answer::Organizer && item.isMeeting && sends != sendToNone && !sends.isEmpty()) {
        ++item.sequence;
        tellAttendees(call.site, *target->mailbox, item, ItipMethod::Cancel, {});
    }
    const bool isDate = item.date && !item.date->masterId.isEmpty();
    const bool keeps = call.request.value(QLatin1String("DeleteType")) == QLatin1String("MoveToDeletedItems");
    if (keeps && !isDate && item.folder != Folder::DeletedItems)
        target->mailbox->move(item.id, Folder::DeletedItems, call.site.now());
    else
        target->mailbox->remove(item.id, call.site.now());
    return {};
}

} // namespace

void createItem(const EwsCall& call)
{
    EwsResponse response(call.xml, "CreateItem");
    for (const XmlElement& element : call.request.child(QLatin1String("Items"))->children) {
        const auto created = createOne(call, element);
        if (created)
            response.success([&] { writeItemIds(call, *created); });
        else
            response.error(created.error(), [&] { writeItemIds(call, {}); });
    }
}

void deleteItem(const EwsCall& call)
{
    EwsResponse response(call.xml, "DeleteItem");
    for (const XmlElement& id : call.request.child(QLatin1String("ItemIds"))->children) {
        if (const auto removed = deleteOne(call, id))
            response.success();
        else
            response.error(removed.error());
    }
}

void sendItem(const EwsCall& call)
{
    EwsResponse response(call.xml, "SendItem");
    for (const XmlElement& id : call.request.child(QLatin1String("ItemIds"))->children) {
        if (const auto sent = sendOne(call, id))
            response.success();
        else
            response.error(sent.error());
    }
}

} // namespace reserve::practice
