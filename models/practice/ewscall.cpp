// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/ewscall.h"

#include "models/practice/ewsshape.h"

namespace reserve::practice {

namespace {

std::optional<Folder> folderNamed(const QString& name)
{
    if (name == QLatin1String("calendar"))
        return Folder::Calendar;
    if (name == QLatin1String("inbox"))
        return Folder::Inbox;
    if (name == QLatin1String("deleteditems"))
        return Folder::DeletedItems;
    if (name == QLatin1String("sentitems"))
        return Folder::SentItems;
    return name == QLatin1String("drafts") ? std::optional(Folder::Drafts) : std::nullopt;
}

tl::unexpected<EwsFault> noFolder()
{
    return ewsFailure(QStringLiteral("ErrorFolderNotFound"),
                      QStringLiteral("The specified folder could not be found in the store."));
}

bool isRootName(const QString& name)
{
    return name == QLatin1String("msgfolderroot") || name == QLatin1String("root");
}

EwsResult<FolderTarget> folderFromId(const EwsCall& call, const QString& id)
{
    const QList<QByteArray> parts = QByteArray::fromBase64(id.toLatin1()).split('|');
    if (!isFolderId(id))
        return ewsFailure(QStringLiteral("ErrorInvalidFolderId"), QStringLiteral("Id is malformed."));
    Mailbox* mailbox = call.site.find(QString::fromUtf8(parts.at(1)));
    if (mailbox && !mayOpen(call, *mailbox))
        return noFolder();
    const QString name = QString::fromLatin1(parts.at(2));
    if (mailbox && isRootName(name))
        return FolderTarget{mailbox, Folder::Inbox, name};
    bool isNumber = false;
    const int folder = parts.at(2).toInt(&isNumber);
    if (!mailbox || !isNumber || folder < 0 || folder > int(Folder::Drafts))
        return noFolder();
    return FolderTarget{mailbox, Folder(folder)};
}

EwsResult<ItemTarget> stored(const EwsCall& call, const QString& id, const QString& changeKey)
{
    if (!Mailbox::numberIn(id))
        return ewsFailure(QStringLiteral("ErrorInvalidIdMalformed"), QStringLiteral("Id is malformed."));
    Mailbox* mailbox = call.site.withItem(id);
    const auto item = mailbox && mayOpen(call, *mailbox) ? mailbox->find(id, call.site.reader()) : std::nullopt;
    if (!item) {
        return ewsFailure(QStringLiteral("ErrorItemNotFound"),
                          QStringLiteral("The specified object was not found in the store."));
    }
    return ItemTarget{mailbox, *item, changeKey};
}

EwsResult<ItemTarget> nthDate(const EwsCall& call, const ItemTarget& master, int index)
{
    if (!master.item.isSeries()) {
        return ewsFailure(QStringLiteral("ErrorCalendarCannotUseIdForRecurringMasterId"),
                          QStringLiteral("The specified Id does not represent a recurring master item."));
    }
    const auto dates = master.mailbox->allDates(master.item, call.site.reader());
    if (!dates || index < 1 || index > dates->size()) {
        return ewsFailure(QStringLiteral("ErrorCalendarOccurrenceIndexIsOutOfRecurrenceRange"),
                          QStringLiteral("Occurrence index is out of recurrence range."));
    }
    const Item& date = dates->at(index - 1);
    if (master.item.exceptions.value(date.date->key).isRemoved) {
        return ewsFailure(QStringLiteral("ErrorCalendarOccurrenceIsDeletedFromRecurrence"),
                          QStringLiteral("Occurrence with this index was previously deleted from the recurrence."));
    }
    return ItemTarget{master.mailbox, date, master.changeKey};
}

} // namespace

QString FolderTarget::id() const
{
    return isRoot() ? rootFolderId(*mailbox, distinguishedName) : folderId(*mailbox, folder);
}

EwsResult<FolderTarget> folderFrom(const EwsCall& call, const XmlElement& id)
{
    if (id.name == QLatin1String("FolderId"))
        return folderFromId(call, id.value(QLatin1String("Id")));
    const XmlElement* address = id.at({QLatin1String("Mailbox"), QLatin1String("EmailAddress")});
    Mailbox* mailbox = address ? call.site.find(address->text.trimmed()) : &call.acting;
    if (!mailbox) {
        return ewsFailure(QStringLiteral("ErrorNonExistentMailbox"),
                          QStringLiteral("The SMTP address has no mailbox associated with it."));
    }
    if (!mayOpen(call, *mailbox))
        return noFolder();
    const QString name = id.value(QLatin1String("Id"));
    if (isRootName(name))
        return FolderTarget{mailbox, Folder::Inbox, name};
    const auto folder = folderNamed(name);
    if (!folder)
        return noFolder();
    return FolderTarget{mailbox, *folder};
}

EwsResult<ItemTarget> itemFrom(const EwsCall& call, const XmlElement& id)
{
    const QString changeKey = id.value(QLatin1String("ChangeKey"));
    if (id.name == QLatin1String("OccurrenceItemId")) {
        const auto master = stored(call, id.value(QLatin1String("RecurringMasterId")), changeKey);
        return master ? nthDate(call, *master, id.value(QLatin1String("InstanceIndex")).toInt()) : master;
    }
    if (id.name == QLatin1String("RecurringMasterItemId")) {
        const auto date = stored(call, id.value(QLatin1String("OccurrenceId")), changeKey);
        if (!date)
            return date;
        if (!date->item.date || date->item.date->masterId.isEmpty()) {
            return ewsFailure(QStringLiteral("ErrorCalendarCannotUseIdForOccurrenceId"),
                              QStringLiteral("The specified Id does not represent an occurrence."));
        }
        return stored(call, date->item.date->masterId, changeKey);
    }
    return stored(call, id.value(QLatin1String("Id")), changeKey);
}

EwsResult<void> checkChangeKey(const ItemTarget& target)
{
    if (target.changeKey.isEmpty() || target.changeKey == Mailbox::changeKey(target.item))
        return {};
    return ewsFailure(
        QStringLiteral("ErrorIrresolvableConflict"),
        QStringLiteral("The send or update operation could not be performed because the change key passed in "
                       "the request does not match the current change key for the item."));
}

EwsResult<void> requireChangeKey(const ItemTarget& target)
{
    if (!target.changeKey.isEmpty())
        return {};
    return ewsFailure(QStringLiteral("ErrorChangeKeyRequiredForWriteOperations"),
                      QStringLiteral("The change key is required for this operation."));
}

EwsFault faultOf(const Error& error)
{
    if (error.code() == "practice.no-item") {
        return {QStringLiteral("ErrorItemNotFound"), QStringLiteral("The specified object was not found in the store."),
                std::nullopt};
    }
    return {QStringLiteral("ErrorCalendarInvalidRecurrence"), error.logLine(), std::nullopt};
}

Item presentItem(const EwsCall& call, const QString& id)
{
    Mailbox* mailbox = call.site.withItem(id);
    return mailbox ? mailbox->find(id, call.site.reader()).value_or(Item()) : Item();
}

void writeItemIds(const EwsCall& call, const QList<Item>& items)
{
    call.xml.startM("Items");
    for (const Item& item : items) {
        call.xml.startT(elementNameOf(item.itemClass));
        writeItemId(call.xml, item);
        call.xml.end();
    }
    call.xml.end();
}

} // namespace reserve::practice
