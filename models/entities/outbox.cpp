// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/entities/outbox.h"

namespace reserve {

Reason reasonOf(const OutboxEntry& entry)
{
    const bool isHeldBack = entry.behind && (entry.isBehindFailed || entry.lastFailure.isEmpty());
    if (!isHeldBack)
        return entry.lastFailure;
    return {entry.isBehindFailed ? "outbox.behind-failed" : "outbox.behind-earlier",
            {{QStringLiteral("id"), QString::number(entry.behind.value)}}};
}

} // namespace reserve
