// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/inventory.h"

#include "models/practice/ewswords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace reserve::practice {

namespace {

QByteArray lineOf(const QJsonArray& array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact) + '\n';
}

QString folderWord(Folder folder)
{
    switch (folder) {
    case Folder::Calendar:
        return QStringLiteral("calendar");
    case Folder::Inbox:
        return QStringLiteral("inbox");
    case Folder::DeletedItems:
        return QStringLiteral("deleted-items");
    case Folder::SentItems:
        return QStringLiteral("sent-items");
    case Folder::Drafts:
        return QStringLiteral("drafts");
    }
    return {};
}

QString classWord(ItemClass itemClass)
{
    switch (itemClass) {
    case ItemClass::Appointment:
        return QStringLiteral("appointment");
    case ItemClass::Request:
        return QStringLiteral("request");
    case ItemClass::Cancellation:
        return QStringLiteral("cancellation");
    case ItemClass::Response:
        return QStringLiteral("response");
    case ItemClass::Note:
        return QStringLiteral("mail");
    }
    return {};
}

QJsonObject itemJson(const Item& item)
{
    QJsonObject object{{QStringLiteral("folder"), folderWord(item.folder)},
                       {QStringLiteral("kind"), classWord(item.itemClass)},
                       {QStringLiteral("subject"), item.subject},
                       {QStringLiteral("changed_at"), toIso(item.modifiedAt)}};
    if (!item.uid.isEmpty()) {
        object.insert(QStringLiteral("uid"), item.uid);
        object.insert(QStringLiteral("start"), toIso(item.time.start));
        object.insert(QStringLiteral("end"), toIso(item.time.end));
        object.insert(QStringLiteral("sequence"), item.sequence);
        object.insert(QStringLiteral("response"), ewsAnswer(item.answer).toLower());
        object.insert(QStringLiteral("shown_as"), ewsBusy(item.busy).toLower());
        object.insert(QStringLiteral("organizer"), item.organizer.address);
        object.insert(QStringLiteral("series"), item.isSeries());
        object.insert(QStringLiteral("cancelled"), item.isCancelled);
    }
    if (item.itemClass != ItemClass::Appointment) {
        object.insert(QStringLiteral("from"), item.from.address);
        object.insert(QStringLiteral("text"), item.body);
    }
    QJsonArray attendees;
    for (const Attendee& attendee : item.attendees)
        attendees.append(QJsonObject{{QStringLiteral("address"), attendee.address},
                                     {QStringLiteral("response"), ewsAnswer(attendee.answer).toLower()}});
    if (!attendees.isEmpty())
        object.insert(QStringLiteral("attendees"), attendees);
    return object;
}

QString kindWord(const Mailbox& mailbox)
{
    if (mailbox.isRoom())
        return QStringLiteral("room");
    return mailbox.kind() == MailboxKind::Person ? QStringLiteral("person") : QStringLiteral("service");
}

} // namespace

QByteArray mailboxesJson(const Site& site)
{
    QJsonArray array;
    const QList<Mailbox*> mailboxes = site.mailboxes();
    for (const Mailbox* mailbox : mailboxes) {
        array.append(QJsonObject{{QStringLiteral("mailbox"), site.spelled(mailbox->address())},
                                 {QStringLiteral("name"), mailbox->name()},
                                 {QStringLiteral("kind"), kindWord(*mailbox)},
                                 {QStringLiteral("calendar"), mailbox->inFolder(Folder::Calendar).size()},
                                 {QStringLiteral("inbox"), mailbox->inFolder(Folder::Inbox).size()},
                                 {QStringLiteral("deleted_items"), mailbox->inFolder(Folder::DeletedItems).size()}});
    }
    return lineOf(array);
}

Result<QByteArray> mailboxJson(Site& site, const QString& address)
{
    const Mailbox* mailbox = site.find(address);
    if (!mailbox)
        return failure("practice.mailbox-unknown", {{QStringLiteral("mailbox"), address}});
    QJsonArray array;
    for (const Item& item : mailbox->items())
        array.append(itemJson(item));
    return lineOf(array);
}

QByteArray mailsJson(const Site& site)
{
    QList<QPair<Instant, QJsonObject>> mails;
    const QList<Mailbox*> mailboxes = site.mailboxes();
    for (const Mailbox* mailbox : mailboxes) {
        const QList<Item> inbox = mailbox->isRoom() ? QList<Item>() : mailbox->inFolder(Folder::Inbox);
        for (const Item& item : inbox) {
            QJsonObject object = itemJson(item);
            object.remove(QStringLiteral("folder"));
            object.insert(QStringLiteral("mailbox"), mailbox->address());
            mails.append({item.createdAt, object});
        }
    }
    std::stable_sort(mails.begin(), mails.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    QJsonArray array;
    for (const auto& mail : std::as_const(mails))
        array.append(mail.second);
    return lineOf(array);
}

} // namespace reserve::practice
