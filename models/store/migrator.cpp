// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/migrator.h"

#include "models/store/connection.h"

#include <QDir>
#include <QFile>

#include <algorithm>

// Outside the namespace: the macro declares a function of the resource compiler.
static void initialiseSqlResources()
{
    Q_INIT_RESOURCE(sqlite_migrations);
}

namespace reserve {

QList<Migration> sqliteMigrations()
{
    initialiseSqlResources();
    QList<Migration> list;
    const QDir folder(QStringLiteral(":/sql/sqlite"));
    const QStringList names = folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString& name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            list.append({name.left(3).toInt(), name, QString::fromUtf8(file.readAll())});
    }
    return list;
}

QStringList statementsOf(const QString& sql)
{
    QStringList statements;
    QString current;
    const QStringList lines = sql.split(QLatin1Char('\n'));
    for (const QString& line : lines) {
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith(QLatin1String("--")))
            continue;
        current += line + QLatin1Char('\n');
        const bool insideTrigger = current.startsWith(QLatin1String("CREATE TRIGGER"));
        const bool complete = insideTrigger ? trimmed == QLatin1String("END;") : trimmed.endsWith(QLatin1Char(';'));
        if (complete) {
            statements.append(current.trimmed());
            current.clear();
        }
    }
    if (!current.isEmpty())
        statements.append(current.trimmed());
    return statements;
}

Migrator::Migrator(Connection& connection, QList<Migration> migrations)
    : m_connection(connection)
    , m_migrations(std::move(migrations))
{
}

Result<int> Migrator::version() const
{
    return m_connection.number(QStringLiteral("PRAGMA user_version")).map([](qint64 number) { return int(number); });
}

int Migrator::newestVersion() const
{
    return m_migrations.isEmpty() ? 0 : m_migrations.last().number;
}

Result<void> Migrator::migrate(Instant now)
{
    for (const Migration& migration : std::as_const(m_migrations)) {
        const Result<int> current = version();
        if (!current)
            return failure(current.error());
        if (migration.number <= *current)
            continue;
        if (const Result<void> applied = apply(migration, now); !applied)
            return applied;
    }
    return {};
}

Result<void> Migrator::apply(const Migration& migration, Instant now)
{
    if (const Result<void> begun = m_connection.beginWriting(); !begun)
        return begun;
    Result<void> done = run(migration, now);
    if (done)
        done = m_connection.commit();
    if (!done)
        m_connection.rollback();
    return done;
}

Result<void> Migrator::run(const Migration& migration, Instant now)
{
    QStringList statements = statementsOf(migration.sql);
    statements.append(QStringLiteral("PRAGMA application_id = %1").arg(storeApplicationId));
    statements.append(QStringLiteral("PRAGMA user_version = %1").arg(migration.number));
    for (const QString& statement : std::as_const(statements)) {
        const Result<int> done = m_connection.run(statement);
        if (!done && done.error().code() != "store.sql")
            return failure(done.error());
        if (!done)
            return failure("store.migration",
                           {{QStringLiteral("number"), QString::number(migration.number)},
                            {QStringLiteral("detail"), done.error().arguments().value(QStringLiteral("detail"))}});
    }
    return m_connection
        .run(QStringLiteral("INSERT INTO schema_version (number, name, applied_at) VALUES (?, ?, ?)"),
             {migration.number, migration.name, now})
        .map([](int) {});
}

} // namespace reserve
