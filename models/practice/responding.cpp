// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/responding.h"

#include "models/base/address.h"
#include "models/practice/letters.h"

namespace reserve::practice {

namespace {

// The calendar item that a request or an appointment means; one that was declined earlier is taken back out of Deleted
// Items.
std::optional<Item> appointmentOf(Site& site, Mailbox& mailbox, const Item& item)
{
    const bool isMessage = item.itemClass == ItemClass::Request;
    const QString id = isMessage ? item.associatedId : item.id;
    std::optional<Item> found = mailbox.find(id, site.reader());
    if (!found && isMessage) {
        if (const Item* known = mailbox.appointment(item.uid))
            return *known;
    }
    return found;
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

} // namespace

Result<QString> respond(Site& site, Mailbox& mailbox, const Item& item, const Response& response)
{
    const auto appointment = appointmentOf(site, mailbox, item);
    if (!appointment)
        return failure("practice.no-item");
    if (!appointment->isMeeting || appointment->answer == Answer::Organizer)
        return failure("practice.not-attendee");
    const QString room = site.spelled(mailbox.address());
    applyAnswer(site, mailbox, *appointment, response);
    removeRequests(site, mailbox, *appointment);
    if (response.tells) {
        const QByteArray mail = composeResponse(*appointment, response, {room, mailbox.name()}, site.now());
        site.post(room, {appointment->organizer.address}, mail);
    }
    return appointment->id;
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
