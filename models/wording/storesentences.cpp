// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/sentencetable.h"

namespace reserve {

std::span<const Sentence> storeSentences()
{
    static constexpr Sentence table[] = {
        {"store.location-empty", QT_TRANSLATE_NOOP("wording", "No store is named. Give a file after --store.")},
        {"store.location-unsupported",
         QT_TRANSLATE_NOOP("wording", "A store at {scheme}:// cannot be opened by this version. Use a file.")},
        {"store.missing", QT_TRANSLATE_NOOP("wording", "There is no store at {path}. Check the path.")},
        {"store.folder",
         QT_TRANSLATE_NOOP("wording",
                           "The store {path} cannot be opened or made: {detail}. Check the folder and its "
                           "rights.")},
        {"store.folder",
         QT_TRANSLATE_NOOP("wording", "The store {path} cannot be opened or made. Check the folder and its rights.")},
        {"store.not-in-group",
         QT_TRANSLATE_NOOP("wording",
                           "The store {path} is shared by the group {group}, and this user is not in that "
                           "group. Have an administrator add the user to it, then log in again.")},
        {"store.newer-version",
         QT_TRANSLATE_NOOP("wording",
                           "The store {path} was made by a newer version of the program (format "
                           "{version}; this one knows {known}). Install the newer version.")},
        {"store.newer-version",
         QT_TRANSLATE_NOOP("wording",
                           "The store {path} was made by a newer version of the program. Install the "
                           "newer version.")},
        {"store.damaged",
         QT_TRANSLATE_NOOP("wording",
                           "The store {path} is damaged. It was set aside as {aside}, and nothing was "
                           "overwritten. Restore a backup with: reserve-agent store restore, or start again "
                           "with an empty store.")},
        {"store.damaged",
         QT_TRANSLATE_NOOP("wording",
                           "The store {path} is damaged. Restore a backup with: reserve-agent store "
                           "restore.")},
        {"store.corrupt",
         QT_TRANSLATE_NOOP("wording",
                           "The store is damaged: {detail}. Stop all programs that use it and restore a "
                           "backup with: reserve-agent store restore.")},
        {"store.corrupt",
         QT_TRANSLATE_NOOP("wording",
                           "The store is damaged. Stop all programs that use it and restore a backup "
                           "with: reserve-agent store restore.")},
        {"store.foreign", QT_TRANSLATE_NOOP("wording", "{path} is not a store of Reserve. Choose another file.")},
        {"store.no-database",
         QT_TRANSLATE_NOOP("wording",
                           "{path} is not a store of Reserve: it is no database at all. It was left as it is. Choose "
                           "another file, or move this one away.")},
        {"store.network-file-system",
         QT_TRANSLATE_NOOP("wording",
                           "The store {path} lies on a network file system, which cannot keep it safe. "
                           "Use a local disk.")},
        {"store.in-use",
         QT_TRANSLATE_NOOP("wording",
                           "The store {path} is in use. Stop the agent and close every console, then try "
                           "again.")},
        {"store.busy",
         QT_TRANSLATE_NOOP("wording",
                           "The store {path} is busy with the work of another program. Try again in a "
                           "moment.")},
        {"store.busy",
         QT_TRANSLATE_NOOP("wording", "The store is busy with the work of another program. Try again in a moment.")},
        {"store.disk-full",
         QT_TRANSLATE_NOOP("wording",
                           "The disk of the store {path} is full, so nothing can be saved. Free some "
                           "space.")},
        {"store.disk-full",
         QT_TRANSLATE_NOOP("wording", "The disk is full, so nothing can be saved. Free some space.")},
        {"store.read-only",
         QT_TRANSLATE_NOOP("wording",
                           "The store {path} cannot be changed by this user. Check the rights of the file "
                           "and its folder.")},
        {"store.read-only",
         QT_TRANSLATE_NOOP("wording",
                           "The store cannot be changed by this user. Check the rights of the file and "
                           "its folder.")},
        {"store.io", QT_TRANSLATE_NOOP("wording", "The disk of the store does not work: {detail}. Check the disk.")},
        {"store.migration",
         QT_TRANSLATE_NOOP("wording",
                           "The store cannot be brought to this version (step {number}): {detail}. It is "
                           "unchanged. Restore a backup or use the older version.")},
        {"store.sql", QT_TRANSLATE_NOOP("wording", "The store refused the work: {detail}")},
        {"inbox.raw-gone",
         QT_TRANSLATE_NOOP("wording",
                           "The bytes of this message were removed after the time set in "
                           "store.keep-mail-days.")},
        {"backup.missing", QT_TRANSLATE_NOOP("wording", "There is no backup at {path}. Check the path.")},
        {"backup.no-database",
         QT_TRANSLATE_NOOP("wording",
                           "{path} is no backup of a store: it is no database at all, or cannot be read. Choose a file "
                           "that was written by: reserve-agent store backup.")},
        {"backup.damaged",
         QT_TRANSLATE_NOOP("wording", "The backup {path} is damaged and is not used: {detail}. Choose another one.")},
        {"backup.damaged",
         QT_TRANSLATE_NOOP("wording", "The backup {path} is damaged and is not used. Choose another one.")},
        {"backup.newer-version",
         QT_TRANSLATE_NOOP("wording",
                           "The backup {path} was made by a newer version of the program. Install the "
                           "newer version.")},
        {"backup.onto-store",
         QT_TRANSLATE_NOOP("wording", "The backup {path} would overwrite the store itself. Choose another file.")},
        {"server-profile.missing",
         QT_TRANSLATE_NOOP("wording",
                           "This server (number {id}) is not in the store any more. Somebody else removed "
                           "it.")},
        {"spool.missing",
         QT_TRANSLATE_NOOP("wording",
                           "The file {name} of this message is gone from the folder beside the store. "
                           "Restore it from a backup of the disk.")},
        {"spool.missing",
         QT_TRANSLATE_NOOP("wording",
                           "The file of this message is gone from the folder beside the store. Restore it "
                           "from a backup of the disk.")},
    };
    return table;
}

} // namespace reserve
