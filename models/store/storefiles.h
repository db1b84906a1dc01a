// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/result.h"

#include <QByteArrayView>
#include <QFileDevice>
#include <QString>

#include <optional>

namespace reserve {

// The files of a store on disk: who may read them, where they may lie, how they are put aside. No SQL here.

// The database and what SQLite keeps beside it ("", "-wal", "-shm").
QStringList storeFileSuffixes();

// Whether WAL cannot work there: its shared memory does not reach other machines.
bool isNetworkFileSystem(QByteArrayView type);
bool liesOnNetwork(const QString& file);

// The group that shares the folder (2770) when this user is not in it and so cannot work there, else nothing.
std::optional<QString> excludingGroup(const QString& folder);

// Creates what is missing; a new innermost folder is for its owner alone. Error: store.folder (path, detail).
Result<void> createFolder(const QString& folder);
// A folder inside a store's folder, open to the same people as the store. Error: store.folder.
Result<void> createSharedFolder(const QString& folder);

// Owner only; with the group where the folder is shared by its group (setgid and group-writable, 2770).
QFileDevice::Permissions permissionsInside(const QString& folder);

// An empty new file with permissionsInside() its folder. Errors: store.folder, store.disk-full.
Result<void> createPrivateFile(const QString& file);

// Renames the database and its companions to "<file>.<word>-20261122T201305Z", never over anything; answers the
// new name. Error: store.folder.
Result<QString> setAside(const QString& file, QLatin1String word, Instant now);

// Makes a rename or a new file survive a power cut.
Result<void> syncFile(const QString& file);
Result<void> syncFolder(const QString& folder);

} // namespace reserve
