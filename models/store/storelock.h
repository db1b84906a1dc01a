// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"

#include <QLockFile>

#include <memory>

namespace reserve {

// Held while a store's file is created, checked, migrated or replaced, so that two programs that start together do not
// both. A lock whose owner has died is taken over. Errors: store.folder (path, detail), store.busy (path, retryable).
class StoreLock final
{
public:
    static Result<std::unique_ptr<StoreLock>> take(const QString& storeFile);

private:
    explicit StoreLock(const QString& lockFile);

    QLockFile m_file;
};

} // namespace reserve
