// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/result.h"

#include <QList>
#include <QString>

namespace reserve {

class Connection;

// One numbered file of resources/sql/<dialect>: NNN_name.sql.
struct Migration
{
    int number = 0;
    QString name;
    QString sql;
};

// What marks a file as one of ours in SQLite's header ("Rsrv").
inline constexpr qint64 storeApplicationId = 0x52737276;

// Those compiled in, by number.
QList<Migration> sqliteMigrations();

// A statement ends with a line that ends with ';'; that of a trigger with a line "END;". Comment lines are dropped.
QStringList statementsOf(const QString& sql);

// Brings a store to the newest version known, one transaction for each file and its version row: killed in between, the
// next start goes on where this one stopped. Errors: store.migration (number, detail), else those of a statement.
class Migrator final
{
public:
    Migrator(Connection& connection, QList<Migration> migrations);

    Result<int> version() const;
    int newestVersion() const;
    Result<void> migrate(Instant now);

private:
    Result<void> apply(const Migration& migration, Instant now);
    Result<void> run(const Migration& migration, Instant now);

    Connection& m_connection;
    QList<Migration> m_migrations;
};

} // namespace reserve
