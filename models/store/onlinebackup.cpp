// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/onlinebackup.h"

#include <sqlite3.h>

#include <memory>

namespace reserve {

namespace {

constexpr int busyTimeoutMilliseconds = 5000;

struct Close
{
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};
using Database = std::unique_ptr<sqlite3, Close>;

Failure failureOf(int code, const QString& path)
{
    const Arguments arguments{{QStringLiteral("path"), path},
                              {QStringLiteral("detail"), QString::fromUtf8(sqlite3_errstr(code))}};
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return failure("store.busy", arguments, true);
    case SQLITE_FULL:
        return failure("store.disk-full", arguments, true);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return failure("store.corrupt", arguments);
    default:
        return failure("store.io", arguments);
    }
}

Result<Database> open(const QString& path)
{
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &handle, SQLITE_OPEN_READWRITE, nullptr);
    Database database(handle);
    if (code != SQLITE_OK)
        return failureOf(code, path);
    sqlite3_busy_timeout(database.get(), busyTimeoutMilliseconds);
    return database;
}

} // namespace

Result<void> copyDatabase(const QString& source, const QString& target)
{
    const Result<Database> from = open(source);
    if (!from)
        return failure(from.error());
    const Result<Database> to = open(target);
    if (!to)
        return failure(to.error());
    sqlite3_backup* backup = sqlite3_backup_init(to->get(), "main", from->get(), "main");
    if (!backup)
        return failureOf(sqlite3_extended_errcode(to->get()), target);
    // All pages in one step: in WAL mode that is one snapshot, which holds up no writer.
    sqlite3_backup_step(backup, -1);
    if (const int code = sqlite3_backup_finish(backup); code != SQLITE_OK)
        return failureOf(code, target);
    return {};
}

} // namespace reserve
