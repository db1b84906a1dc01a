// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/storelock.h"

#include <QFileInfo>
#include <QStorageInfo>

#include <chrono>

namespace reserve {

namespace {

constexpr std::chrono::milliseconds patience = std::chrono::seconds(30);
constexpr qint64 leastForALock = 8192; // its file and the folder's entry

} // namespace

StoreLock::StoreLock(const QString& lockFile)
    : m_file(lockFile)
{
    // Only a dead owner makes it stale, however long a large migration takes.
    m_file.setStaleLockTime(0);
}

Result<std::unique_ptr<StoreLock>> StoreLock::take(const QString& storeFile)
{
    std::unique_ptr<StoreLock> lock(new StoreLock(storeFile + QStringLiteral(".lock")));
    if (lock->m_file.tryLock(int(patience.count())))
        return lock;
    if (lock->m_file.error() == QLockFile::LockFailedError)
        return failure("store.busy", {{QStringLiteral("path"), storeFile}}, true);
    const QStorageInfo disk(QFileInfo(storeFile).absolutePath());
    if (disk.isValid() && disk.bytesAvailable() < leastForALock)
        return failure("store.disk-full", {{QStringLiteral("path"), storeFile}}, true);
    return failure("store.folder",
                   {{QStringLiteral("path"), storeFile},
                    {QStringLiteral("detail"), QStringLiteral("no lock file can be written there")}});
}

} // namespace reserve
