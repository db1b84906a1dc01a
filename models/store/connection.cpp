// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/connection.h"

#include "models/base/logging.h"
#include "models/store/filecheck.h"

#include <QScopeGuard>
#include <QSqlError>
#include <QUrl>

#include <atomic>

namespace reserve {

namespace {

constexpr int busyTimeoutMilliseconds = 5000;
constexpr std::size_t mostStatements = 256;

// SQLite's primary result codes (the low byte of what it reports).
enum class SqliteCode {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    Constraint = 19,
    NotADatabase = 26
};
constexpr int sqliteConstraintTrigger = 1811;

QString uniqueName()
{
    static std::atomic<quint64> counter{0};
    return QStringLiteral("reserve-store-%1").arg(++counter);
}

// As an address, so that SQLite is told never to create the file.
QString addressOf(const QString& file)
{
    return QString::fromLatin1(QUrl::fromLocalFile(file).toEncoded(QUrl::FullyEncoded)) + QStringLiteral("?mode=rw");
}

// No temp_store = MEMORY: SQLite walks an in-memory savepoint journal from its start after every statement, which made
// 10,000 inserts in one unit take minutes.
QStringList pragmas(Connection::Role role)
{
    QStringList list{QStringLiteral("PRAGMA foreign_keys = ON"), QStringLiteral("PRAGMA synchronous = FULL"),
                     QStringLiteral("PRAGMA wal_autocheckpoint = 0"), QStringLiteral("PRAGMA trusted_schema = OFF")};
    if (role == Connection::Role::Reader)
        list.append(QStringLiteral("PRAGMA query_only = ON"));
    if (role != Connection::Role::Plain)
        list.append(QStringLiteral("PRAGMA cache_size = -8192"));
    return list;
}

} // namespace

Connection::Connection(QString file, QString name)
    : m_file(std::move(file))
    , m_name(std::move(name))
{
}

Connection::~Connection()
{
    m_statements.clear();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString& file, Role role)
{
    std::unique_ptr<Connection> connection(new Connection(file, uniqueName()));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection->m_name);
        if (!database.isValid())
            return failure("store.driver-missing", {{QStringLiteral("driver"), QStringLiteral("QSQLITE")}});
        database.setConnectOptions(
            QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMilliseconds));
        database.setDatabaseName(addressOf(file));
        if (!database.open())
            return failure(connection->translated(database.lastError()));
    }
    if (const Result<void> configured = connection->configure(role); !configured)
        return failure(configured.error());
    return connection;
}

Result<void> Connection::configure(Role role)
{
    for (const QString& pragma : pragmas(role)) {
        if (const Result<int> done = run(pragma); !done)
            return failure(done.error());
    }
    return {};
}

Result<QSqlQuery*> Connection::prepared(const QString& sql)
{
    if (const auto known = m_statements.find(sql); known != m_statements.end())
        return known->second.get();
    if (m_statements.size() >= mostStatements)
        m_statements.clear();
    auto query = std::make_unique<QSqlQuery>(QSqlDatabase::database(m_name, false));
    query->setForwardOnly(true);
    if (!query->prepare(sql))
        return failure(translated(query->lastError()));
    return m_statements.emplace(sql, std::move(query)).first->second.get();
}

Result<QSqlQuery*> Connection::execute(const QString& sql, const Bindings& bindings)
{
    const Result<QSqlQuery*> query = prepared(sql);
    if (!query)
        return query;
    for (qsizetype i = 0; i < bindings.size(); ++i)
        (*query)->bindValue(int(i), bindings.at(i).value());
    if ((*query)->exec())
        return query;
    const Error error = translated((*query)->lastError());
    (*query)->finish();
    return failure(error);
}

Result<void> Connection::finished(QSqlQuery& query)
{
    const auto finish = qScopeGuard([&] { query.finish(); });
    if (query.lastError().isValid())
        return failure(translated(query.lastError()));
    return {};
}

Result<int> Connection::run(const QString& sql, const Bindings& bindings)
{
    const Result<QSqlQuery*> query = execute(sql, bindings);
    if (!query)
        return failure(query.error());
    const int changed = (*query)->numRowsAffected();
    (*query)->finish();
    return changed;
}

Result<qint64> Connection::insert(const QString& sql, const Bindings& bindings)
{
    const Result<QSqlQuery*> query = execute(sql, bindings);
    if (!query)
        return failure(query.error());
    const qint64 id = (*query)->lastInsertId().toLongLong();
    (*query)->finish();
    return id;
}

Result<qint64> Connection::number(const QString& sql, const Bindings& bindings)
{
    const auto found = row(sql, bindings, [](Row& row) {
        qint64 value = 0;
        row >> value;
        return value;
    });
    if (!found)
        return failure(found.error());
    return found->value_or(0);
}

Result<void> Connection::beginWriting()
{
    m_changes.clear();
    m_doomedFiles.clear();
    return run(QStringLiteral("BEGIN IMMEDIATE")).map([](int) {});
}

Result<void> Connection::beginReading()
{
    return run(QStringLiteral("BEGIN")).map([](int) {});
}

Result<void> Connection::commit()
{
    return run(QStringLiteral("COMMIT")).map([](int) {});
}

void Connection::rollback()
{
    // SQLite has already rolled back after a full disk or a failed write; that this fails then is as good.
    if (const Result<int> done = run(QStringLiteral("ROLLBACK")); !done)
        qCDebug(lcStore) << "rollback:" << done.error().logLine();
}

Result<void> Connection::beginUnit(Instant now)
{
    m_now = now;
    m_unitChanges.clear();
    m_unitDoomedFiles.clear();
    return run(QStringLiteral("SAVEPOINT unit")).map([](int) {});
}

Result<void> Connection::keepUnit()
{
    m_changes.append(m_unitChanges);
    m_doomedFiles.append(m_unitDoomedFiles);
    return run(QStringLiteral("RELEASE unit")).map([](int) {});
}

Result<void> Connection::dropUnit()
{
    const Result<int> back = run(QStringLiteral("ROLLBACK TO unit"));
    if (!back)
        return failure(back.error());
    return run(QStringLiteral("RELEASE unit")).map([](int) {});
}

void Connection::note(ChangeSubject subject, qint64 id)
{
    m_unitChanges.append({subject, id});
}

QList<Change> Connection::takeChanges()
{
    return std::exchange(m_changes, {});
}

void Connection::removeSpoolFileAfterCommit(const QString& name)
{
    m_unitDoomedFiles.append(name);
}

QStringList Connection::takeDoomedSpoolFiles()
{
    return std::exchange(m_doomedFiles, {});
}

Error Connection::translated(const QSqlError& sqlError) const
{
    const int code = sqlError.nativeErrorCode().toInt();
    const Arguments path{{QStringLiteral("path"), m_file}};
    const Arguments detail{{QStringLiteral("path"), m_file}, {QStringLiteral("detail"), sqlError.databaseText()}};
    if (code == sqliteConstraintTrigger)
        return Error(sqlError.databaseText().toLatin1());
    switch (SqliteCode(code & 0xff)) {
    case SqliteCode::Busy:
    case SqliteCode::Locked:
        return Error("store.busy", path, true);
    case SqliteCode::Full:
        return Error("store.disk-full", path, true);
    case SqliteCode::ReadOnly:
        return Error("store.read-only", path);
    case SqliteCode::Corrupt:
    case SqliteCode::NotADatabase:
        raiseSuspicion(m_file);
        return Error("store.corrupt", detail);
    case SqliteCode::IoError:
        return Error("store.io", detail, true);
    case SqliteCode::CannotOpen:
        return Error("store.folder", detail);
    case SqliteCode::Constraint:
        break;
    }
    return Error("store.sql", {{QStringLiteral("detail"), sqlError.driverText() + QLatin1String(": ") + sqlError.databaseText()}});
}

} // namespace reserve
