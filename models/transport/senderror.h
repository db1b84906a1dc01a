// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/transport/mailtransport.h"
#include "models/transport/smtpdialogue.h"

namespace reserve {

// How the link to a server ended, free of any library's codes.
enum class LinkEnd {
    Good,
    HostUnknown,
    NoConnection,
    TimeLimit,
    Lost,
    Certificate,
    NoStartTls,
    Refused, // the server said no; its reply tells what
    Other
};

// Why nothing was delivered, from how the link ended and what the server last said (RFC 5321 4.2.1, RFC 4954 6).
Error sendError(LinkEnd end, const QString& detail, const SmtpDialogue& dialogue, const OutgoingServer& server,
                const MailToSend& mail);

// The mail was taken for at least one recipient.
SendReport sendReport(const SmtpDialogue& dialogue, const MailToSend& mail);

// What is wrong with a mail or a server before anybody is asked.
Result<void> checkSendable(const OutgoingServer& server, const MailToSend& mail);

} // namespace reserve
