// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/inbox.h"

#include <QStringList>

#include <optional>

namespace reserve {

class Connection;

// Messages as they were taken. Above 256 KB the bytes lie in an fsynced spool file that the row names: whoever appends
// has written that file first.
class InboxRepository final
{
public:
    explicit InboxRepository(Connection& connection);

    Result<InboxId> append(const InboxMessage& message);
    // Without raw bytes.
    Result<std::optional<InboxMessage>> find(InboxId id) const;
    // Row or spool file; inbox.raw-gone when retention dropped it.
    Result<QByteArray> raw(InboxId id) const;
    // The names of all spool files that rows point to.
    Result<QStringList> spoolFiles() const;
    // R-RETENTION: answers how many messages lost their bytes, at most `limit`.
    Result<int> dropRawBefore(Instant instant, int limit);

private:
    Connection& m_connection;
};

} // namespace reserve
