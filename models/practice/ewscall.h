// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/ewsxml.h"
#include "models/practice/site.h"
#include "models/practice/xmltree.h"

#include <tl/expected.hpp>

namespace reserve::practice {

template<typename T>
using EwsResult = tl::expected<T, EwsFault>;

inline tl::unexpected<EwsFault> ewsFailure(const QString& code, const QString& message)
{
    return tl::unexpected(EwsFault{code, message, std::nullopt});
}

// One request that the schema has let pass, on behalf of a mailbox.
struct EwsCall
{
    Site& site;
    Mailbox& acting; // impersonated, else the account's own
    const XmlElement& request;
    EwsXml& xml;
    QByteArray zone; // IANA id of times without one (TimeZoneContext); UTC where the request names none
};

// Who is impersonated has no rights in any mailbox but the own; the account has all of them in every one.
inline bool mayOpen(const EwsCall& call, const Mailbox& mailbox)
{
    return &call.acting == &mailbox || call.acting.kind() == MailboxKind::Service;
}

// A folder, or one of the two that only hold folders: "root", and "msgfolderroot" in it, which holds all
// others. What is looked for in these is looked for in the Inbox.
struct FolderTarget
{
    Mailbox* mailbox = nullptr;
    Folder folder = Folder::Calendar;
    QString distinguishedName = {}; // of those two

    bool isRoot() const { return !distinguishedName.isEmpty(); }
    QString id() const;
};

// DistinguishedFolderId or FolderId. Errors: ErrorFolderNotFound, ErrorNonExistentMailbox,
// ErrorInvalidFolderId.
EwsResult<FolderTarget> folderFrom(const EwsCall& call, const XmlElement& folderId);

struct ItemTarget
{
    Mailbox* mailbox = nullptr;
    Item item;
    QString changeKey; // as the request named it
};

// ItemId, OccurrenceItemId, RecurringMasterItemId or ReferenceItemId. Errors: ErrorInvalidIdMalformed,
// ErrorItemNotFound, ErrorCalendarOccurrenceIndexIsOutOfRecurrenceRange,
// ErrorCalendarOccurrenceIsDeletedFromRecurrence, ErrorCalendarCannotUseIdForRecurringMasterId,
// ErrorCalendarCannotUseIdForOccurrenceId.
EwsResult<ItemTarget> itemFrom(const EwsCall& call, const XmlElement& itemId);

// Error ErrorIrresolvableConflict: a change key that is not the item's present one.
EwsResult<void> checkChangeKey(const ItemTarget& target);
// Error ErrorChangeKeyRequiredForWriteOperations: there is none.
EwsResult<void> requireChangeKey(const ItemTarget& target);

EwsFault faultOf(const Error& error);

// An item as it is now, after a change.
Item presentItem(const EwsCall& call, const QString& id);
void writeItemIds(const EwsCall& call, const QList<Item>& items);

// The operations. Each writes its whole response element.
void findItem(const EwsCall& call);
void getItem(const EwsCall& call);
void createItem(const EwsCall& call);
void updateItem(const EwsCall& call);
void deleteItem(const EwsCall& call);
void sendItem(const EwsCall& call);
void getFolder(const EwsCall& call);
void getUserConfiguration(const EwsCall& call);
void findFolder(const EwsCall& call);
void convertId(const EwsCall& call);
void resolveNames(const EwsCall& call);
void syncFolderItems(const EwsCall& call);
void getUserAvailability(const EwsCall& call);

} // namespace reserve::practice
