// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/mail/contentscan.h"
#include "models/mail/smtpgrammar.h"
#include "models/mail/smtplimits.h"

#include <optional>

namespace reserve {

// Why a message is refused for its mere content, once it has ended and before anybody has read it; nothing where it is
// not. `octets` is all that was sent, also where less of it was scanned. Codes: smtp.size-exceeded (limit), 552 5.3.4;
// smtp.mail-loop (count), 554 5.4.6; smtp.content-line-too-long (octets), 554 5.6.0.
std::optional<SmtpRefusal> refusalOfContent(const ContentScan& scan, qint64 octets, const SmtpLimits& limits);

} // namespace reserve
