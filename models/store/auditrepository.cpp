// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/auditrepository.h"

#include "models/store/connection.h"

#include <limits>

namespace reserve {

AuditRepository::AuditRepository(Connection& connection)
    : m_connection(connection)
{
}

Result<void> AuditRepository::append(const AuditEntry& entry)
{
    return m_connection
        .run(QStringLiteral("INSERT INTO audit (at, actor, subject, key, before, after) VALUES (?, ?, ?, ?, ?, ?)"),
             {entry.at, entry.actor, Bound::utf8(entry.subject), entry.key, Bound::utf8(entry.before),
              Bound::utf8(entry.after)})
        .map([](int) {});
}

Result<QList<AuditEntry>> AuditRepository::page(AuditId before, int limit) const
{
    return m_connection.rows(QStringLiteral("SELECT id, at, actor, subject, key, before, after FROM audit "
                                            "WHERE id < ? ORDER BY id DESC LIMIT ?"),
                             {before ? before.value : std::numeric_limits<qint64>::max(), limit}, [](Row& row) {
                                 AuditEntry entry;
                                 row >> entry.id >> entry.at >> entry.actor >> entry.subject >> entry.key
                                     >> entry.before >> entry.after;
                                 return entry;
                             });
}

} // namespace reserve
