// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/store/bound.h"

#include <QByteArray>
#include <QString>

#include <memory>

struct sqlite3_stmt;

namespace reserve {

// One prepared statement of a connection, on the connection's thread. It is bound, stepped from row to row and
// finished, as often as wanted. Natively rather than through QSqlQuery, which took more of the writer's time than
// SQLite itself: it builds a record of fields for each execution, a name for each bound value, and texts in UTF-16 that
// the file keeps in UTF-8.
class Statement final
{
public:
    enum class Step { Row, Done, Failed };

    explicit Statement(sqlite3_stmt* prepared);

    // The values are not copied: they live until finish(). False with why in the connection.
    bool bind(const Bindings& bindings);
    Step step();
    void finish();

    // Of the row that step() came to. NULL reads as nothing: 0, a null text, null bytes.
    bool isNull(int column) const;
    qint64 integer(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const; // a blob, or a text in UTF-8

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt* statement) const;
    };

    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

} // namespace reserve
