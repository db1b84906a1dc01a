// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/change.h"
#include "models/store/bound.h"
#include "models/store/row.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>

#include <memory>
#include <optional>
#include <type_traits>
#include <unordered_map>

namespace reserve {

// One connection to the store's file, born, used and destroyed on one thread (QSqlDatabase demands it). Statements are
// prepared once and kept by their text; each is finished after use, so that no forgotten SELECT holds back a
// checkpoint.
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
    Connection(QString file, QString name);

    Result<void> configure(Role role);
    Result<QSqlQuery*> execute(const QString& sql, const Bindings& bindings);
    Result<QSqlQuery*> prepared(const QString& sql);
    template<typename Step>
    Result<void> walk(const QString& sql, const Bindings& bindings, Step step)
    {
        const Result<QSqlQuery*> query = execute(sql, bindings);
        if (!query)
            return failure(query.error());
        bool more = true;
        while (more && (*query)->next()) {
            Row row(**query);
            more = step(row);
        }
        return finished(**query);
    }
    Result<void> finished(QSqlQuery& query);
    Error translated(const QSqlError& sqlError) const;

    struct TextHash
    {
        std::size_t operator()(const QString& text) const { return qHash(text); }
    };

    QString m_file;
    QString m_name;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>, TextHash> m_statements;
    Instant m_now;
    QList<Change> m_unitChanges;
    QList<Change> m_changes;
    QStringList m_unitDoomedFiles;
    QStringList m_doomedFiles;
};

} // namespace reserve
