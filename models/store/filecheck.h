// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"

#include <QString>

namespace reserve {

// Damaged says that it was a store of ours. Foreign is a database of another program, NoDatabase anything else: both
// are nobody's to touch.
enum class FileCondition { Sound, Damaged, Foreign, NoDatabase };

struct FileFinding
{
    FileCondition condition = FileCondition::Sound;
    int version = 0; // of the schema, when sound
    QString detail;  // when damaged
};

// What stands in a store's file. The header is read without SQLite, so that a file of another program or of a newer
// version is not touched at all; small files, and those under suspicion, are checked as a whole (a large one would keep
// its window waiting). Errors: store.folder (cannot be read), those of a connection.
Result<FileFinding> checkStoreFile(const QString& file);

// Whether a file of that name may give way to a store: there is none, it is empty, or it is or was a store of ours.
// Only looks at its header and at what stands beside it. Errors: store.foreign, store.no-database (path).
Result<void> mayGiveWay(const QString& file);

// SQLite met damage while the store was in use: the next opening checks everything.
void raiseSuspicion(const QString& file);
void clearSuspicion(const QString& file);

} // namespace reserve
