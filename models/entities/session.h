// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/reason.h"
#include "models/entities/ids.h"

#include <QByteArray>
#include <QString>

namespace reserve {

// One thing that happened in one SMTP session, for the monitor. Not durable before 250: written in batches, numbered
// by the agent, so that what had to be dropped shows as a gap in the numbers.
struct SessionEvent
{
    qint64 number = 0;   // counts up over the whole store
    SessionId sessionId; // counts up over the whole store
    Instant at;
    QString peer;
    QByteArray
        verb; // "CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "BDAT", "MESSAGE" (the whole one), "QUIT", "CLOSE", ...
    QString argument;         // as text, bounded
    int replyCode = 0;        // 0 when there was none
    Reason reason;            // where the reply needs explaining
    qint64 droppedBefore = 0; // events lost since the one before

    friend bool operator==(const SessionEvent&, const SessionEvent&) = default;
};

} // namespace reserve
