// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/filecheck.h"

#include "models/store/connection.h"
#include "models/store/migrator.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace reserve {

namespace {

constexpr qint64 headerSize = 100;
constexpr qsizetype applicationIdOffset = 68;
constexpr qint64 alwaysCheckedUpTo = 8 * 1024 * 1024;
const QByteArray magic("SQLite format 3\0", 16);

// The fields of SQLite's file header that matter here (https://www.sqlite.org/fileformat.html, section 1.3).
struct Header
{
    qint64 pageSize = 0;
    qint64 pages = 0; // 0: not to be relied on
    int userVersion = 0;
    qint64 applicationId = 0;
};

FileFinding damaged(const QString& detail)
{
    return {FileCondition::Damaged, 0, detail};
}

quint32 field(const QByteArray& bytes, qsizetype offset)
{
    return qFromBigEndian<quint32>(bytes.constData() + offset);
}

Header headerFrom(const QByteArray& bytes)
{
    Header header;
    header.pageSize = qFromBigEndian<quint16>(bytes.constData() + 16);
    if (header.pageSize == 1)
        header.pageSize = 65536;
    const bool pagesValid = field(bytes, 24) == field(bytes, 92);
    header.pages = pagesValid ? qint64(field(bytes, 28)) : 0;
    header.userVersion = int(field(bytes, 60));
    header.applicationId = qint64(field(bytes, applicationIdOffset));
    return header;
}

QString suspicionOf(const QString& file)
{
    return file + QStringLiteral(".suspect");
}

bool hasHeader(const QByteArray& bytes)
{
    return bytes.size() >= headerSize && bytes.startsWith(magic);
}

// Where the header is lost too, what only a store has beside it still tells.
bool wasOurs(const QString& path, const QByteArray& bytes)
{
    const bool bearsOurId = bytes.size() >= applicationIdOffset + qsizetype(sizeof(quint32))
        && field(bytes, applicationIdOffset) == quint32(storeApplicationId);
    if (bearsOurId || hasHeader(bytes))
        return bearsOurId;
    static constexpr std::array companions{"-wal", "-shm", ".suspect", ".spool", ".secrets"};
    return std::any_of(companions.begin(), companions.end(),
                       [&path](const char* suffix) { return QFileInfo::exists(path + QLatin1String(suffix)); });
}

FileFinding withoutHeader(const QString& path, const QByteArray& bytes)
{
    if (!wasOurs(path, bytes))
        return {FileCondition::NoDatabase, 0, {}};
    if (bytes.isEmpty())
        return damaged(QStringLiteral("the file is empty"));
    return damaged(bytes.size() < headerSize ? QStringLiteral("the file is cut off")
                                             : QStringLiteral("this is no SQLite database"));
}

Result<QByteArray> firstOctets(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure("store.folder",
                       {{QStringLiteral("path"), path}, {QStringLiteral("detail"), file.errorString()}});
    return file.read(headerSize);
}

// Nothing when it is in one piece.
Result<QString> findDamage(Connection& connection)
{
    const auto verdict = connection.row(QStringLiteral("PRAGMA quick_check(1)"), {}, [](Row& row) {
        QString text;
        row >> text;
        return text;
    });
    if (!verdict)
        return failure(verdict.error());
    const QString text = verdict->value_or(QString());
    return text == QLatin1String("ok") ? QString() : text;
}

Result<FileFinding> askSqlite(const QString& file, bool checkAll)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(file, Connection::Role::Plain);
    if (!connection)
        return failure(connection.error());
    const Result<QString> damage = checkAll ? findDamage(**connection) : Result<QString>(QString());
    if (!damage)
        return failure(damage.error());
    if (!damage->isEmpty())
        return damaged(*damage);
    const Result<qint64> application = (*connection)->number(QStringLiteral("PRAGMA application_id"));
    const Result<int> version = Migrator(**connection, {}).version();
    if (!application || !version)
        return failure(application ? version.error() : application.error());
    if (*application != storeApplicationId)
        return FileFinding{FileCondition::Foreign, 0, {}};
    return FileFinding{FileCondition::Sound, *version, {}};
}

} // namespace

Result<FileFinding> checkStoreFile(const QString& path)
{
    const Result<QByteArray> bytes = firstOctets(path);
    if (!bytes)
        return failure(bytes.error());
    if (!hasHeader(*bytes))
        return withoutHeader(path, *bytes);
    const Header header = headerFrom(*bytes);
    // A store bears our id from the moment it has its name; another program's log is not even played in.
    if (header.applicationId != storeApplicationId)
        return FileFinding{FileCondition::Foreign, 0, {}};
    // With a write-ahead log the header says little else.
    const bool hasLog = QFileInfo(path + QStringLiteral("-wal")).size() > 0;
    if (!hasLog && header.userVersion > sqliteMigrations().last().number)
        return FileFinding{FileCondition::Sound, header.userVersion, {}};
    const qint64 size = QFileInfo(path).size();
    const bool cutOff = !hasLog && size < header.pages * header.pageSize;
    const bool checkAll = cutOff || size <= alwaysCheckedUpTo || QFileInfo::exists(suspicionOf(path));
    const Result<FileFinding> finding = askSqlite(path, checkAll);
    if (!finding && finding.error().code() == "store.corrupt")
        return damaged(finding.error().arguments().value(QStringLiteral("detail")));
    if (finding && checkAll)
        clearSuspicion(path);
    return finding;
}

Result<void> mayGiveWay(const QString& path)
{
    if (QFileInfo(path).size() == 0)
        return {};
    const Result<QByteArray> bytes = firstOctets(path);
    if (!bytes)
        return failure(bytes.error());
    if (wasOurs(path, *bytes))
        return {};
    return failure(hasHeader(*bytes) ? "store.foreign" : "store.no-database", {{QStringLiteral("path"), path}});
}

void raiseSuspicion(const QString& file)
{
    QFile mark(suspicionOf(file));
    if (!mark.open(QIODevice::WriteOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        qWarning("reserve.store: the mark for a full check could not be written");
}

void clearSuspicion(const QString& file)
{
    QFile::remove(suspicionOf(file));
}

} // namespace reserve
