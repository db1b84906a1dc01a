// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/statement.h"

#include <sqlite3.h>

namespace reserve {

namespace {

int bindValue(sqlite3_stmt* statement, int parameter, const Bound& bound)
{
    const auto length = sqlite3_uint64(bound.bytes().size());
    switch (bound.type()) {
    case Bound::Type::Null:
        return sqlite3_bind_null(statement, parameter);
    case Bound::Type::Integer:
        return sqlite3_bind_int64(statement, parameter, bound.number());
    case Bound::Type::Text:
        return sqlite3_bind_text64(statement, parameter, bound.bytes().constData(), length, SQLITE_STATIC, SQLITE_UTF8);
    case Bound::Type::Blob:
        return sqlite3_bind_blob64(statement, parameter, bound.bytes().constData(), length, SQLITE_STATIC);
    }
    Q_UNREACHABLE();
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

Statement::Statement(sqlite3_stmt* prepared)
    : m_statement(prepared)
{
}

bool Statement::bind(const Bindings& bindings)
{
    int parameter = 0;
    for (const Bound& bound : bindings) {
        if (bindValue(m_statement.get(), ++parameter, bound) != SQLITE_OK)
            return false;
    }
    return true;
}

Statement::Step Statement::step()
{
    switch (sqlite3_step(m_statement.get())) {
    case SQLITE_ROW:
        return Step::Row;
    case SQLITE_DONE:
        return Step::Done;
    default:
        return Step::Failed;
    }
}

void Statement::finish()
{
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

QString Statement::text(int column) const
{
    const auto* utf8 = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
    return QString::fromUtf8(utf8, sqlite3_column_bytes(m_statement.get(), column));
}

QByteArray Statement::bytes(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement.get(), column));
    return {bytes, sqlite3_column_bytes(m_statement.get(), column)};
}

} // namespace reserve
