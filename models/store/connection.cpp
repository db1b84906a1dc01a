// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/connection.h"

#include "models/base/logging.h"
#include "models/store/filecheck.h"

#include <QScopeGuard>

#include <sqlite3.h>

namespace reserve {

namespace {

constexpr int busyTimeoutMilliseconds = 5000;
constexpr std::size_t mostStatements = 256;

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

Connection::Connection(QString file)
    : m_file(std::move(file))
{
}

Connection::~Connection() = default;

void Connection::Close::operator()(sqlite3* database) const
{
    sqlite3_close(database);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString& file, Role role)
{
    std::unique_ptr<Connection> connection(new Connection(file));
    if (const Result<void> opened = connection->openFile(); !opened)
        return failure(opened.error());
    if (const Result<void> configured = connection->configure(role); !configured)
        return failure(configured.error());
    return connection;
}

Result<void> Connection::openFile()
{
    sqlite3* database = nullptr;
    const int code
        = sqlite3_open_v2(m_file.toUtf8().constData(), &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    m_database.reset(database);
    if (code != SQLITE_OK)
        return failure(lastError());
    sqlite3_extended_result_codes(database, 1);
    sqlite3_busy_timeout(database, busyTimeoutMilliseconds);
    return {};
}

Result<void> Connection::configure(Role role)
{
    for (const QString& pragma : pragmas(role)) {
        if (const Result<int> done = run(pragma); !done)
            return failure(done.error());
    }
    return {};
}

Result<Statement*> Connection::prepared(const QString& sql)
{
    if (const auto known = m_statements.find(sql); known != m_statements.end())
        return &known->second;
    if (m_statements.size() >= mostStatements)
        m_statements.clear();
    const QByteArray utf8 = sql.toUtf8();
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(m_database.get(), utf8.constData(), int(utf8.size()), SQLITE_PREPARE_PERSISTENT, &statement,
                           nullptr)
        != SQLITE_OK)
        return failure(lastError());
    return &m_statements.emplace(sql, Statement(statement)).first->second;
}

Result<Statement*> Connection::bound(const QString& sql, const Bindings& bindings)
{
    const Result<Statement*> statement = prepared(sql);
    if (!statement || (*statement)->bind(bindings))
        return statement;
    const Error error = lastError();
    (*statement)->finish();
    return failure(error);
}

Result<void> Connection::execute(const QString& sql, const Bindings& bindings)
{
    return walk(sql, bindings, [](Row&) { return true; });
}

Result<void> Connection::finished(Statement& statement, Statement::Step last)
{
    const auto finish = qScopeGuard([&] { statement.finish(); });
    if (last == Statement::Step::Failed)
        return failure(lastError());
    return {};
}

Result<int> Connection::run(const QString& sql, const Bindings& bindings)
{
    return execute(sql, bindings).map([this] { return sqlite3_changes(m_database.get()); });
}

Result<qint64> Connection::insert(const QString& sql, const Bindings& bindings)
{
    return execute(sql, bindings).map([this] { return qint64(sqlite3_last_insert_rowid(m_database.get())); });
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

Error Connection::lastError() const
{
    const int code = sqlite3_extended_errcode(m_database.get());
    const QString text = QString::fromUtf8(sqlite3_errmsg(m_database.get()));
    const Arguments path{{QStringLiteral("path"), m_file}};
    const Arguments detail{{QStringLiteral("path"), m_file}, {QStringLiteral("detail"), text}};
    if (code == SQLITE_CONSTRAINT_TRIGGER)
        return Error(text.toLatin1());
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Error("store.busy", path, true);
    case SQLITE_FULL:
        return Error("store.disk-full", path, true);
    case SQLITE_READONLY:
        return Error("store.read-only", path);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        raiseSuspicion(m_file);
        return Error("store.corrupt", detail);
    case SQLITE_IOERR:
        return Error("store.io", detail, true);
    case SQLITE_CANTOPEN:
        return Error("store.folder", detail);
    default:
        return Error("store.sql", {{QStringLiteral("detail"), text}});
    }
}

} // namespace reserve
