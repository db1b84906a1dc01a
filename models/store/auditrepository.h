// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/audit.h"

#include <QList>

namespace reserve {

class Connection;

// Rows are only ever added; the database itself refuses to change or remove them.
class AuditRepository final
{
public:
    explicit AuditRepository(Connection& connection);

    Result<void> append(const AuditEntry& entry);
    Result<QList<AuditEntry>> page(AuditId before, int limit) const; // newest first

private:
    Connection& m_connection;
};

} // namespace reserve
