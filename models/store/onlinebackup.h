// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"

#include <QString>

namespace reserve {

// SQLite's online backup, over connections of its own: copies `source` as it stands at one moment, while others read
// and write it, into `target`, an empty file. Errors: store.busy, store.disk-full (both retryable), store.io (path,
// detail), store.corrupt (path, detail).
Result<void> copyDatabase(const QString& source, const QString& target);

} // namespace reserve
