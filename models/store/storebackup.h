// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/store/storelocation.h"

namespace reserve {

// Backup and restore of a whole store: its database and the spooled messages that its rows name.
Result<void> backUpStore(const StoreLocation& location, const QString& file);
Result<QString> restoreStore(const QString& backupFile, const StoreLocation& location, const Clock& clock);

// Before a migration: the file as the older program knew it, under "<file>.before-version-<n>", once.
Result<void> keepBeforeMigration(const QString& file, int newVersion);

} // namespace reserve
