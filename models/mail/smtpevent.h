// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/reason.h"
#include "models/mail/smtplimits.h"

#include <QByteArray>

namespace reserve {

// One thing that happened in a session, for the monitor. The verb is one of the server's own words
// ("CONNECT", "EHLO", "RCPT", ..., "?" for what is no command), never text of the peer; what the peer sent
// stands in the reason's arguments and has to be shown as plain text. replyCode is 0 where nothing was
// answered.
struct SmtpEvent
{
    QByteArray verb;
    int replyCode = 0;
    Reason reason;
    MonotonicTime at;
};

} // namespace reserve
