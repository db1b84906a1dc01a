// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/change.h"
#include "models/store/bound.h"
#include "models/store/row.h"
#include "models/store/statement.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <type_traits>
#include <unordered_map>

struct sqlite3;

namespace reserve {

// One connection to the store's file, born, used and destroyed on one thread (it is opened without SQLite's mutexes).
// Statements are prepared once and kept by their text; each is finished after use, so that no forgotten SELECT holds
// back a checkpoint.
//
// It also carries what belongs to the unit of work that is running: its time, what it moved, and which spool files go
// once it is durable.
//
// Errors of every statement: store.busy, store.disk-full and store.io (all retryable), store.corrupt (path),
// store.read-only (path), what a trigger said ("reservation.overlap"), else store.sql (detail).
class Connection final
{
public:
    // Writer: no automatic checkpoints. Reader: refuses to write.
    // Plain: for opening, checkpoints and checks.
    enum class Role { Writer, Reader, Plain };

    // The file must exist: a connection never creates one.
    static Result<std::unique_ptr<Connection>> open(const QString& file, Role role);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    const QString& file() const { return m_file; }
    QString spoolFolder() const { return m_file + QStringLiteral(".spool"); }

    // How many rows it changed.
    Result<int> run(const QString& sql, const Bindings& bindings = {});
    // The new row's id.
    Result<qint64> insert(const QString& sql, const Bindings& bindings);
    // First column of the first row; 0 without one.
    Result<qint64> number(const QString& sql, const Bindings& bindings = {});

    // read: T(Row&), called for each row.
    template<typename Read>
    auto rows(const QString& sql, const Bindings& bindings, Read read)
        -> Result<QList<std::invoke_result_t<Read, Row&>>>
    {
        QList<std::invoke_result_t<Read, Row&>> list;
        const Result<void> walked = walk(sql, bindings, [&](Row& row) {
            list.append(read(row));
            return true;
        });
        if (!walked)
            return failure(walked.error());
        return list;
    }

    // The first row, where there is one.
    template<typename Read>
    auto row(const QString& sql, const Bindings& bindings, Read read)
        -> Result<std::optional<std::invoke_result_t<Read, Row&>>>
    {
        std::optional<std::invoke_result_t<Read, Row&>> first;
        const Result<void> walked = walk(sql, bindings, [&](Row& row) {
            first = read(row);
            return false;
        });
        if (!walked)
            return failure(walked.error());
        return first;
    }

    // BEGIN IMMEDIATE waits its turn; Qt's own transaction() begins deferred and would fail at once.
    Result<void> beginWriting();
    Result<void> beginReading();
    Result<void> commit();
    void rollback();

    // One unit of work inside the transaction.
    Result<void> beginUnit(Instant now);
    Result<void> keepUnit();
    Result<void> dropUnit();
    Instant now() const { return m_now; }

    // For the change feed; id 0 stands for "reload the subject".
    void note(ChangeSubject subject, qint64 id);
    // What the kept units of this transaction moved; empties it.
    QList<Change> takeChanges();

    void removeSpoolFileAfterCommit(const QString& name);
    QStringList takeDoomedSpoolFiles();

private:
    explicit Connection(QString file);

    Result<void> openFile();
    Result<void> configure(Role role);
    // Ready for its first step.
    Result<Statement*> bound(const QString& sql, const Bindings& bindings);
    Result<Statement*> prepared(const QString& sql);
    // To its end; rows are passed over.
    Result<void> execute(const QString& sql, const Bindings& bindings);
    // read: bool(Row&), false where it has read enough.
    template<typename Read>
    Result<void> walk(const QString& sql, const Bindings& bindings, Read read)
    {
        const Result<Statement*> statement = bound(sql, bindings);
        if (!statement)
            return failure(statement.error());
        Statement::Step came = (*statement)->step();
        while (came == Statement::Step::Row) {
            Row row(**statement);
            if (!read(row))
                break;
            came = (*statement)->step();
        }
        return finished(**statement, came);
    }
    Result<void> finished(Statement& statement, Statement::Step last);
    Error lastError() const;

    struct Close
    {
        void operator()(sqlite3* database) const;
    };
    struct TextHash
    {
        std::size_t operator()(const QString& text) const { return qHash(text); }
    };

    QString m_file;
    std::unique_ptr<sqlite3, Close> m_database;
    std::unordered_map<QString, Statement, TextHash> m_statements; // gone before their database
    Instant m_now;
    QList<Change> m_unitChanges;
    QList<Change> m_changes;
    QStringList m_unitDoomedFiles;
    QStringList m_doomedFiles;
};

} // namespace reserve
