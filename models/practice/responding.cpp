// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/responding.h"

#include "models/base/address.h"
#include "models/practice/letters.h"
#include "models/practice/mailaddresses.h"

namespace reserve::practice {

namespace {

// The calendar item that a request or an appointment means. One that a request was declined for lies in Deleted Items,
// and is taken back out of them.
std::optional<Item> appointmentOf(const Item& item, const Mailbox& mailbox, const ItipReader& reader)
{
    if (item.itemClass != ItemClass::Request)
        return mailbox.find(item.id, reader);
    if (const Item* known = mailbox.appointment(item.uid, item.date ? item.date->key : QString()))
        return *known;
    return mailbox.find(item.associatedId, reader);
}

// In Deleted Items only the request is of use.
bool isAnswerable(const Item& item)
{
    return item.itemClass == ItemClass::Request
        || (item.itemClass == ItemClass::Appointment && item.folder == Folder::Calendar);
}

void removeRequests(Site& site, Mailbox& mailbox, const Item& appointment)
{
    const QList<Item> inbox = mailbox.inFolder(Folder::Inbox);
    for (const Item& message : inbox) {
        const bool sameDate
            = (message.date ? message.date->key : QString()) == (appointment.date ? appointment.date->key : QString());
        if (message.itemClass == ItemClass::Request && sameDate
            && message.uid.compare(appointment.uid, Qt::CaseInsensitive) == 0)
            mailbox.move(message.id, Folder::DeletedItems, site.now());
    }
}

void applyAnswer(Site& site, Mailbox& mailbox, Item item, const Response& response)
{
    item.answer = response.kind;
    item.answeredAt = site.now();
    item.busy = response.kind == Answer::Accepted ? item.intendedBusy
        : response.kind == Answer::Tentative      ? BusyKind::Tentative
                                                  : BusyKind::Free;
    const bool isDate = item.date && !item.date->masterId.isEmpty();
    if (response.kind == Answer::Declined && isDate) {
        mailbox.remove(item.id, site.now());
        return;
    }
    mailbox.replace(item, site.now());
    mailbox.move(item.id, response.kind == Answer::Declined ? Folder::DeletedItems : Folder::Calendar, site.now());
}

// A response in Sent Items is about the version and the date that it answers.
void fileResponse(Site& site, Mailbox& mailbox, const Item& appointment, const Response& response,
                  const QByteArray& mail)
{
    Item sent = appointment;
    sent.folder = Folder::SentItems;
    sent.itemClass = ItemClass::Response;
    sent.answer = response.kind;
    sent.body = response.comment;
    sent.recurrence.reset();
    sent.exceptions.clear();
    if (sent.date)
        sent.date->masterId.clear();
    sent.properties.clear();
    sent.isRead = true;
    sent.from = {site.spelled(mailbox.address()), mailbox.name()};
    sent.to = {appointment.organizer};
    sent.mime = mail;
    sent.messageId = messageIdOf(mail);
    mailbox.add(sent, site.now());
}

} // namespace

Result<QString> respond(Site& site, Mailbox& mailbox, const Item& item, const Response& response)
{
    if (!isAnswerable(item))
        return failure("practice.not-answerable");
    const auto appointment = appointmentOf(item, mailbox, site.reader());
    if (!appointment)
        return failure("practice.no-item");
    if (!appointment->isMeeting || appointment->answer == Answer::Organizer)
        return failure("practice.not-attendee");
    if (appointment->isCancelled)
        return failure("practice.cancelled");
    if (isOutOfDate(item, mailbox, site.reader()))
        return failure("practice.out-of-date");
    const QString room = site.spelled(mailbox.address());
    applyAnswer(site, mailbox, *appointment, response);
    removeRequests(site, mailbox, *appointment);
    if (response.tells) {
        const QByteArray mail = composeResponse(*appointment, response, {room, mailbox.name()}, site.now());
        if (response.keepsCopy)
            fileResponse(site, mailbox, *appointment, response, mail);
        site.post(room, {appointment->organizer.address}, mail);
    }
    return appointment->id;
}

bool isOutOfDate(const Item& request, const Mailbox& mailbox, const ItipReader& reader)
{
    if (request.itemClass != ItemClass::Request)
        return false;
    const auto appointment = appointmentOf(request, mailbox, reader);
    return appointment
        && (request.sequence < appointment->sequence
            || (request.sequence == appointment->sequence && request.stamp < appointment->stamp));
}

void tellAttendees(Site& site, Mailbox& mailbox, const Item& item, ItipMethod method, const QString& comment)
{
    QStringList recipients;
    for (const Attendee& attendee : item.attendees) {
        if (!sameAddress(attendee.address, mailbox.address()))
            recipients.append(attendee.address);
    }
    if (recipients.isEmpty())
        return;
    const MailPerson organizer{site.spelled(mailbox.address()), mailbox.name()};
    site.post(organizer.address, recipients, composeInvitation(item, method, organizer, comment, site.now()));
}

} // namespace reserve::practice
