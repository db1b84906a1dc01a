// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/exchange/ewsreply.h"
#include "models/exchange/exchangegateway.h"

#include <QList>
#include <QStringList>

namespace reserve {

class EwsWriter;

// GetUserAvailability (MS-OXWAVLS): when mailboxes are taken. A mailbox whose times may not be seen fails the whole:
// what is not told must never be taken for free. Errors with `mailbox`.
struct EwsAvailability
{
    using Answer = QList<BusyTime>;
    static constexpr qsizetype mostMailboxes = 100;
    static constexpr std::chrono::days longestRange{42};

    QStringList mailboxes;
    TimeRange range;

    void write(EwsWriter& writer) const;
    Result<Answer> read(const EwsReply& reply) const;
};

} // namespace reserve
