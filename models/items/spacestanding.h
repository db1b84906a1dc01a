// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/ids.h"

#include <QHash>
#include <QList>
#include <QString>

namespace reserve {

class ReadUnit;

// How the Exchange Mailbox of a space stands (FAQ 2c).
enum class MailboxStanding { Mapped, Unmapped, DiffersInCase, Duplicate };

// Requests that wait because their recipient differs from the space's mailbox only in case (R-MAILBOX-CASE).
struct HeldForCase
{
    QString exchangeSpelling; // of the newest request
    QList<TraceId> traces;    // newest first

    friend bool operator==(const HeldForCase&, const HeldForCase&) = default;
};

// By space. Reader thread.
Result<QHash<qint64, HeldForCase>> readHeldForCase(const ReadUnit& unit);

} // namespace reserve
