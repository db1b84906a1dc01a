// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/store/condition.h"
#include "models/store/mostsorted.h"

namespace reserve {

// Of `table`, by id: the newest that fit `condition`, and those of `unfinished` (a term for which there is an index)
// that fit.
inline Condition newestRows(const QString& table, const Condition& condition, const QString& unfinished,
                            int most = mostSorted)
{
    Condition newest;
    QString sql = QStringLiteral("id IN (SELECT id FROM (SELECT id FROM %1%2 ORDER BY id DESC LIMIT %3)")
                      .arg(table, condition.where())
                      .arg(most);
    Bindings values = condition.values();
    if (!unfinished.isEmpty()) {
        Condition waiting = condition;
        waiting.add(unfinished);
        sql += QStringLiteral(" UNION SELECT id FROM %1%2").arg(table, waiting.where());
        values.append(waiting.values());
    }
    newest.add(sql + QLatin1Char(')'), values);
    return newest;
}

} // namespace reserve
