// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// CreateItem, UpdateItem, DeleteItem and SendItem.
#include "models/composing/meetingmail.h"
#include "models/composing/mimewriter.h"
#include "models/practice/ewscall.h"
#include "models/practice/ewsitemreader.h"
#include "models/practice/ewsshape.h"
#include "models/practice/mailaddresses.h"
#include "models/practice/responding.h"

#include <QSet>

namespace reserve::practice {

namespace {

const QString sendToNone = QStringLiteral("SendToNone");

void writeIds(const EwsCall& call, const QList<Item>& items)
{
    call.xml.startM("Items");
    for (const Item& item : items) {
        call.xml.startT(elementNameOf(item.itemClass));
        writeItemId(call.xml, item);
        call.xml.end();
    }
    call.xml.end();
}

// As it is now, after a change.
Item present(const EwsCall& call, const QString& id)
{
    Mailbox* mailbox = call.site.withItem(id);
    return mailbox ? mailbox->find(id, call.site.reader()).value_or(Item()) : Item();
}

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
    const Item created = present(call, id);
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
        saved.append(present(call, target->mailbox->add(item, call.site.now())));
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
    if (!answered) {
        EwsFault fault = faultOf(answered.error());
        if (response.kind == Answer::Declined && fault.code == QLatin1String("ErrorCalendarIsOrganizerForAccept"))
            fault.code = QStringLiteral("ErrorCalendarIsOrganizerForDecline");
        else if (response.kind == Answer::Tentative && fault.code == QLatin1String("ErrorCalendarIsOrganizerForAccept"))
            fault.code = QStringLiteral("ErrorCalendarIsOrganizerForTentative");
        return tl::unexpected(fault);
    }
    const Item item = present(call, *answered);
    return item.id.isEmpty() ? QList<Item>() : QList<Item>{item};
}

EwsResult<QList<Item>> cancelMeeting(const EwsCall& call, const XmlElement& element)
{
    const auto target = referenced(call, element);
    if (!target)
        return tl::unexpected(target.error());
    Item item = target->item;
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
    return QList<Item>{present(call, item.id)};
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

// What the server alone says of an item; MIME content of an appointment cannot be taken here.
bool isReadOnly(const QString& property)
{
    static const QSet<QString> names{QStringLiteral("ItemId"),
                                     QStringLiteral("ParentFolderId"),
                                     QStringLiteral("DateTimeReceived"),
                                     QStringLiteral("Size"),
                                     QStringLiteral("DateTimeSent"),
                                     QStringLiteral("DateTimeCreated"),
                                     QStringLiteral("HasAttachments"),
                                     QStringLiteral("LastModifiedTime"),
                                     QStringLiteral("LastModifiedName"),
                                     QStringLiteral("DisplayTo"),
                                     QStringLiteral("DisplayCc"),
                                     QStringLiteral("RecurrenceId"),
                                     QStringLiteral("DateTimeStamp"),
                                     QStringLiteral("OriginalStart"),
                                     QStringLiteral("IsMeeting"),
                                     QStringLiteral("IsCancelled"),
                                     QStringLiteral("IsRecurring"),
                                     QStringLiteral("MeetingRequestWasSent"),
                                     QStringLiteral("CalendarItemType"),
                                     QStringLiteral("MyResponseType"),
                                     QStringLiteral("Organizer"),
                                     QStringLiteral("Duration"),
                                     QStringLiteral("AppointmentReplyTime"),
                                     QStringLiteral("AppointmentSequenceNumber"),
                                     QStringLiteral("AppointmentState"),
                                     QStringLiteral("FirstOccurrence"),
                                     QStringLiteral("LastOccurrence"),
                                     QStringLiteral("ModifiedOccurrences"),
                                     QStringLiteral("DeletedOccurrences"),
                                     QStringLiteral("MimeContent")};
    return names.contains(property);
}

EwsResult<void> applyUpdate(EwsItemReader& reader, const XmlElement& update)
{
    if (update.name == QLatin1String("DeleteItemField"))
        return reader.clear(update.children.first());
    const XmlElement& inside = update.children.last();
    if (inside.children.size() != 1) {
        return ewsFailure(QStringLiteral("ErrorIncorrectUpdatePropertyCount"),
                          QStringLiteral("An object within a change description must contain one and only one property "
                                         "to modify."));
    }
    const XmlElement& property = inside.children.first();
    if (isReadOnly(property.name)) {
        return ewsFailure(QStringLiteral("ErrorInvalidPropertySet"),
                          u"Set action is invalid for property: " + property.name);
    }
    return update.name == QLatin1String("AppendToItemField") ? reader.append(property) : reader.apply(inside);
}

EwsResult<Item> updateOne(const EwsCall& call, const XmlElement& change)
{
    const QString sends = call.request.value(QLatin1String("SendMeetingInvitationsOrCancellations"));
    const auto target = itemFrom(call, change.children.first());
    if (!target)
        return tl::unexpected(target.error());
    // A property at a time is changed, so that AutoResolve always finds a way.
    if (call.request.value(QLatin1String("ConflictResolution")) == QLatin1String("NeverOverwrite")) {
        if (const auto current = checkChangeKey(*target); !current)
            return tl::unexpected(current.error());
    }
    Item item = target->item;
    if (item.itemClass == ItemClass::Appointment && sends.isEmpty()) {
        return ewsFailure(
            QStringLiteral("ErrorSendMeetingInvitationsOrCancellationsRequired"),
            QStringLiteral("SendMeetingInvitationsOrCancellations attribute is required for calendar items."));
    }
    EwsItemReader reader(call, item);
    for (const XmlElement& update : change.children.last().children) {
        if (const auto applied = applyUpdate(reader, update); !applied)
            return tl::unexpected(applied.error());
    }
    if (const auto fits = reader.finish(); !fits)
        return tl::unexpected(fits.error());
    const bool tells = sends != sendToNone && item.answer == Answer::Organizer && !item.attendees.isEmpty();
    if (tells)
        ++item.sequence;
    item.isMeeting = item.isMeeting || !item.attendees.isEmpty();
    target->mailbox->replace(item, call.site.now());
    const Item changed = present(call, item.id);
    if (tells)
        tellAttendees(call.site, *target->mailbox, changed, ItipMethod::Request, {});
    return changed;
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
            response.success([&] { writeIds(call, *created); });
        else
            response.error(created.error(), [&] { writeIds(call, {}); });
    }
}

void updateItem(const EwsCall& call)
{
    EwsResponse response(call.xml, "UpdateItem");
    for (const XmlElement& change : call.request.child(QLatin1String("ItemChanges"))->children) {
        const auto updated = updateOne(call, change);
        if (!updated) {
            response.error(updated.error(), [&] { writeIds(call, {}); });
            continue;
        }
        response.success([&] {
            writeIds(call, {*updated});
            call.xml.startM("ConflictResults");
            call.xml.t("Count", 0);
            call.xml.end();
        });
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
