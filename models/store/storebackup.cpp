// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/storebackup.h"

#include "models/store/connection.h"
#include "models/store/filecheck.h"
#include "models/store/inboxrepository.h"
#include "models/store/migrator.h"
#include "models/store/onlinebackup.h"
#include "models/store/spoolfolder.h"
#include "models/store/storefiles.h"
#include "models/store/storelock.h"

#include <QFile>
#include <QFileInfo>

#include <filesystem>

namespace reserve {

namespace {

struct Contents
{
    int version = 0;
    QStringList spoolFiles;
};

Failure damaged(const QString& file, const QString& detail)
{
    return failure("backup.damaged", {{QStringLiteral("path"), file}, {QStringLiteral("detail"), detail}});
}

// None in a store so old that it has no inbox yet.
Result<QStringList> spoolFilesNamedIn(Connection& connection)
{
    const Result<qint64> hasInbox
        = connection.number(QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name = 'inbox'"));
    if (!hasInbox)
        return failure(hasInbox.error());
    return *hasInbox ? InboxRepository(connection).spoolFiles() : QStringList();
}

// A whole-file check; what passes is a store of ours in one piece.
Result<Contents> inspect(const QString& file)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(file, Connection::Role::Plain);
    if (!connection)
        return damaged(file, connection.error().logLine());
    const auto verdict = (*connection)->row(QStringLiteral("PRAGMA integrity_check(1)"), {}, [](Row& row) {
        QString text;
        row >> text;
        return text;
    });
    if (!verdict)
        return damaged(file, verdict.error().logLine());
    if (verdict->value_or(QString()) != QLatin1String("ok"))
        return damaged(file, verdict->value_or(QString()));
    const Result<qint64> application = (*connection)->number(QStringLiteral("PRAGMA application_id"));
    if (application.value_or(0) != storeApplicationId)
        return failure("store.foreign", {{QStringLiteral("path"), file}});
    const Result<int> version = Migrator(**connection, {}).version();
    if (!version)
        return failure(version.error());
    const Result<QStringList> spooled = spoolFilesNamedIn(**connection);
    if (!spooled)
        return failure(spooled.error());
    return Contents{*version, *spooled};
}

void removeWithCompanions(const QString& file)
{
    const QStringList suffixes = storeFileSuffixes();
    for (const QString& suffix : suffixes)
        QFile::remove(file + suffix);
    clearSuspicion(file);
}

// A sound copy of `source` at `target`, which is durable and has no companions; or nothing at all.
Result<Contents> copySoundly(const QString& source, const QString& target)
{
    removeWithCompanions(target);
    if (const Result<void> created = createPrivateFile(target); !created)
        return failure(created.error());
    const Result<void> copied = copyDatabase(source, target);
    Result<Contents> contents = copied ? inspect(target) : Result<Contents>(failure(copied.error()));
    if (const Result<void> synced = syncFile(target); contents && !synced)
        contents = failure(synced.error());
    if (!contents)
        removeWithCompanions(target);
    return contents;
}

// One that retention has dropped meanwhile is no loss: its row says so when it is asked for.
Result<void> copySpool(const QStringList& names, const SpoolFolder& from, const SpoolFolder& to)
{
    if (names.isEmpty())
        return {};
    if (const Result<void> created = createSharedFolder(to.path()); !created)
        return created;
    for (const QString& name : names) {
        const QString target = to.pathOf(name);
        if (QFileInfo::exists(target) || !QFileInfo::exists(from.pathOf(name)))
            continue;
        QFile file(from.pathOf(name));
        if (!file.copy(target) || !QFile::setPermissions(target, permissionsInside(to.path())))
            return failure("store.io",
                           {{QStringLiteral("path"), target}, {QStringLiteral("detail"), file.errorString()}});
        if (const Result<void> synced = syncFile(target); !synced)
            return synced;
    }
    return syncFolder(to.path());
}

SpoolFolder spoolBeside(const QString& file)
{
    return SpoolFolder(file + QStringLiteral(".spool"));
}

// Replaces what stands there in one step.
Result<void> moveInto(const QString& temporary, const QString& file)
{
    std::error_code error;
    std::filesystem::rename(QFileInfo(temporary).filesystemFilePath(), QFileInfo(file).filesystemFilePath(), error);
    if (error)
        return failure(
            "store.folder",
            {{QStringLiteral("path"), file}, {QStringLiteral("detail"), QString::fromStdString(error.message())}});
    return syncFolder(QFileInfo(file).absolutePath());
}

// Leaving WAL mode needs the file for oneself; SQLite refuses while anybody else has it open. A damaged file cannot be
// asked, and cannot be in use either.
Result<void> makeSureNobodyUses(const QString& file)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(file, Connection::Role::Plain);
    if (!connection)
        return {};
    const Result<int> alone = (*connection)->run(QStringLiteral("PRAGMA journal_mode = DELETE"));
    if (!alone && alone.error().code() == "store.busy")
        return failure("store.in-use", {{QStringLiteral("path"), file}}, true);
    return {};
}

Result<void> checkVersion(const QString& backupFile, int version)
{
    const int known = sqliteMigrations().last().number;
    if (version <= known)
        return {};
    return failure("backup.newer-version",
                   {{QStringLiteral("path"), backupFile},
                    {QStringLiteral("version"), QString::number(version)},
                    {QStringLiteral("known"), QString::number(known)}});
}

// The sound copy takes the store's place; what stood there, a stray log too, is set aside.
Result<QString> replaceStore(const QString& backupFile, const QString& temporary, const Contents& contents,
                             const StoreLocation& location, Instant now)
{
    const QString& file = location.file();
    const bool stood = QFileInfo::exists(file);
    Result<void> ready = checkVersion(backupFile, contents.version);
    if (ready && stood)
        ready = makeSureNobodyUses(file);
    if (ready)
        ready = copySpool(contents.spoolFiles, spoolBeside(backupFile), SpoolFolder(location.spoolFolder()));
    if (!ready)
        return failure(ready.error());
    const Result<QString> aside = setAside(file, QLatin1String("replaced"), now);
    if (!aside)
        return aside;
    if (const Result<void> moved = moveInto(temporary, file); !moved)
        return failure(moved.error());
    return stood ? *aside : QString();
}

// By its first octets (sqlite.org/fileformat.html 1.3), so that a file of another program is not touched.
bool isDatabase(const QString& path)
{
    static const QByteArray header("SQLite format 3\0", 16);
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(header.size()) == header;
}

bool isSameFile(const QString& a, const QString& b)
{
    const QFileInfo left(a);
    const QFileInfo right(b);
    return left.absoluteFilePath() == right.absoluteFilePath()
        || (left.exists() && right.exists() && left.canonicalFilePath() == right.canonicalFilePath());
}

} // namespace

Result<void> backUpStore(const StoreLocation& location, const QString& file)
{
    const QString target = QFileInfo(file).absoluteFilePath();
    if (isSameFile(target, location.file()))
        return failure("backup.onto-store", {{QStringLiteral("path"), target}});
    if (const Result<void> folder = createFolder(QFileInfo(target).absolutePath()); !folder)
        return folder;
    const QString temporary = target + QStringLiteral(".new");
    const Result<Contents> contents = copySoundly(location.file(), temporary);
    if (!contents)
        return failure(contents.error());
    const Result<void> spooled
        = copySpool(contents->spoolFiles, SpoolFolder(location.spoolFolder()), spoolBeside(target));
    if (!spooled) {
        removeWithCompanions(temporary);
        return spooled;
    }
    return moveInto(temporary, target);
}

Result<QString> restoreStore(const QString& backupFile, const StoreLocation& location, const Clock& clock)
{
    const QString& file = location.file();
    if (!QFileInfo(backupFile).isFile())
        return failure("backup.missing", {{QStringLiteral("path"), backupFile}});
    if (isSameFile(backupFile, file))
        return failure("backup.onto-store", {{QStringLiteral("path"), backupFile}});
    if (const Result<void> folder = createFolder(QFileInfo(file).absolutePath()); !folder)
        return failure(folder.error());
    const Result<std::unique_ptr<StoreLock>> lock = StoreLock::take(file);
    if (!lock)
        return failure(lock.error());
    if (!isDatabase(backupFile))
        return failure("backup.no-database", {{QStringLiteral("path"), backupFile}});
    if (const Result<void> free = mayGiveWay(file); !free)
        return failure(free.error());
    const QString temporary = file + QStringLiteral(".new");
    const Result<Contents> contents = copySoundly(backupFile, temporary);
    if (!contents && contents.error().code() == "store.corrupt")
        return damaged(backupFile, contents.error().arguments().value(QStringLiteral("detail")));
    if (!contents)
        return failure(contents.error());
    const Result<QString> replaced = replaceStore(backupFile, temporary, *contents, location, clock.now());
    if (!replaced)
        removeWithCompanions(temporary);
    return replaced;
}

Result<void> keepBeforeMigration(const QString& file, int newVersion)
{
    const QString kept = file + QStringLiteral(".before-version-%1").arg(newVersion);
    if (QFileInfo::exists(kept))
        return {};
    if (const Result<Contents> contents = copySoundly(file, kept); !contents)
        return failure(contents.error());
    return syncFolder(QFileInfo(file).absolutePath());
}

} // namespace reserve
