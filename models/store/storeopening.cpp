// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/storeopening.h"

#include "models/base/logging.h"
#include "models/store/connection.h"
#include "models/store/filecheck.h"
#include "models/store/migrator.h"
#include "models/store/storebackup.h"
#include "models/store/storefiles.h"
#include "models/store/storelock.h"

#include <QFile>
#include <QFileInfo>

namespace reserve {

namespace {

Arguments pathArguments(const QString& file)
{
    return {{QStringLiteral("path"), file}};
}

// The log comes first: a store that was restored or repaired by hand may have lost it.
Result<void> makeCurrent(Connection& connection, Instant now)
{
    const auto mode = connection.row(QStringLiteral("PRAGMA journal_mode = WAL"), {}, [](Row& row) {
        QString word;
        row >> word;
        return word;
    });
    if (!mode)
        return failure(mode.error());
    if (*mode != QStringLiteral("wal"))
        return failure("store.folder",
                       {{QStringLiteral("path"), connection.file()},
                        {QStringLiteral("detail"), QStringLiteral("no write-ahead log is possible there")}});
    return Migrator(connection, sqliteMigrations()).migrate(now);
}

Result<void> makeCurrent(const QString& file, Instant now)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(file, Connection::Role::Plain);
    if (!connection)
        return failure(connection.error());
    return makeCurrent(**connection, now);
}

// Nobody has seen the file yet: it is synced once, when it is complete, and not after each step.
Result<void> fill(const QString& temporary, Instant now)
{
    {
        Result<std::unique_ptr<Connection>> connection = Connection::open(temporary, Connection::Role::Plain);
        if (!connection)
            return failure(connection.error());
        const Result<int> unsynced = (*connection)->run(QStringLiteral("PRAGMA synchronous = OFF"));
        if (!unsynced)
            return failure(unsynced.error());
        if (const Result<void> current = makeCurrent(**connection, now); !current)
            return current;
    }
    return syncFile(temporary);
}

// A write-ahead log without its database must never meet a new one: SQLite would play it into it.
Result<void> setStrayLogsAside(const QString& file, Instant now)
{
    const bool stray
        = QFileInfo::exists(file + QStringLiteral("-wal")) || QFileInfo::exists(file + QStringLiteral("-shm"));
    if (!stray)
        return {};
    return setAside(file, QLatin1String("stray"), now).map([](const QString&) {});
}

// Built under another name and renamed when it is complete, so that nobody ever meets half a store.
Result<void> create(const QString& file, Instant now)
{
    if (const Result<void> clean = setStrayLogsAside(file, now); !clean)
        return clean;
    const QString temporary = file + QStringLiteral(".new");
    const QStringList suffixes = storeFileSuffixes();
    for (const QString& suffix : suffixes)
        QFile::remove(temporary + suffix);
    if (const Result<void> created = createPrivateFile(temporary); !created)
        return created;
    if (const Result<void> filled = fill(temporary, now); !filled)
        return filled;
    QFile complete(temporary);
    if (!complete.rename(file))
        return failure("store.folder",
                       {{QStringLiteral("path"), file}, {QStringLiteral("detail"), complete.errorString()}});
    return syncFolder(QFileInfo(file).absolutePath());
}

Result<void> refuseDamaged(const QString& file, const QString& detail, Instant now)
{
    const Result<QString> aside = setAside(file, QLatin1String("damaged"), now);
    if (!aside)
        return failure(aside.error());
    clearSuspicion(file);
    qCInfo(lcStore) << "damaged store set aside as" << *aside << "because" << detail;
    return failure(
        "store.damaged",
        {{QStringLiteral("path"), file}, {QStringLiteral("aside"), *aside}, {QStringLiteral("detail"), detail}});
}

Result<void> checkAndMigrate(const QString& file, Instant now)
{
    const int known = sqliteMigrations().last().number;
    const Result<FileFinding> finding = checkStoreFile(file);
    if (!finding)
        return failure(finding.error());
    switch (finding->condition) {
    case FileCondition::Damaged:
        return refuseDamaged(file, finding->detail, now);
    case FileCondition::Foreign:
        return failure("store.foreign", pathArguments(file));
    case FileCondition::NoDatabase:
        return failure("store.no-database", pathArguments(file));
    case FileCondition::Sound:
        break;
    }
    if (finding->version > known)
        return failure("store.newer-version",
                       {{QStringLiteral("path"), file},
                        {QStringLiteral("version"), QString::number(finding->version)},
                        {QStringLiteral("known"), QString::number(known)}});
    if (finding->version < known) {
        if (const Result<void> kept = keepBeforeMigration(file, known); !kept)
            return kept;
    }
    return makeCurrent(file, now);
}

} // namespace

Result<void> prepareStore(const StoreLocation& location, OpenMode mode, const Clock& clock)
{
    const QString& file = location.file();
    if (liesOnNetwork(file))
        return failure("store.network-file-system", pathArguments(file));
    if (const auto group = excludingGroup(QFileInfo(file).absolutePath())) {
        return failure("store.not-in-group", {{QStringLiteral("path"), file}, {QStringLiteral("group"), *group}});
    }
    if (mode == OpenMode::MustExist && !QFileInfo::exists(file))
        return failure("store.missing", pathArguments(file));
    if (const Result<void> folder = createFolder(QFileInfo(file).absolutePath()); !folder)
        return folder;
    const Result<std::unique_ptr<StoreLock>> lock = StoreLock::take(file);
    if (!lock)
        return failure(lock.error());
    return QFileInfo::exists(file) ? checkAndMigrate(file, clock.now()) : create(file, clock.now());
}

} // namespace reserve
