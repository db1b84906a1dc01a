// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/result.h"
#include "models/entities/change.h"

#include <QList>

namespace reserve {

class Connection;

// The table behind the change feed: one row for each commit that moved something.
class ChangeLog final
{
public:
    explicit ChangeLog(Connection& connection);

    // Inside the transaction that moved the rows. Names each row once; a subject of which very many rows moved is
    // named once with id 0.
    Result<void> append(const QList<Change>& changes, Instant now);
    Result<void> prune(Instant before);

    // The newest commit there ever was.
    Result<qint64> newest() const;

    struct Batch
    {
        QList<Change> changes; // in order of commit
        qint64 cursor = 0;
        bool more = false; // ask again
    };
    // What was committed after `cursor`, a bounded part of it at a time. Every subject with id 0 when the log has been
    // pruned beyond it.
    Result<Batch> after(qint64 cursor) const;

private:
    Connection& m_connection;
};

} // namespace reserve
