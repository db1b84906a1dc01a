// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <chrono>

namespace reserve {

// Time that only moves forward. The session never reads a clock: whoever owns the socket passes the time in.
using MonotonicTime = std::chrono::steady_clock::time_point;

// What one SMTP session may cost. Octets and counts are inclusive: the limit itself is still accepted.
struct SmtpLimits
{
    qint64 messageOctets = 37'748'736;     // setting smtp.max-message-bytes; 552 5.3.4 above it
    qsizetype commandOctets = 2'048;       // with CRLF; RFC 5321 4.5.3.1.4 asks for 512 and room for parameters
    qsizetype junkLineOctets = 65'536;     // an overlong command is dropped up to its CRLF, at most this much
    qsizetype contentLineOctets = 1 << 20; // without line end; above 998 a warning, above this 554 5.6.0
    int recipients = 1'000;                // accepted ones of one message; 452 4.5.3 for the next
    int refusedRecipients = 100;           // since the last message taken; then 421 4.7.0
    int errors = 20;                       // since the last message taken; then 421 4.7.0
    int idleCommands = 100;                // NOOP, RSET, EHLO, VRFY since the last message taken; then 421 4.7.0
    // Above it 554 5.4.6, a mail loop. RFC 5321 6.3 has 100 for relays; mail for a room takes a third of that at most,
    // and a loop is noticed that much sooner.
    int receivedFields = 30;

    std::chrono::milliseconds idle = std::chrono::minutes(5);         // RFC 5321 4.5.3.2.7; 421 4.4.2
    std::chrono::milliseconds contentGrace = std::chrono::minutes(5); // before the minimum rate is asked for
    std::chrono::milliseconds contentTotal = std::chrono::hours(1);   // one DATA or one BDAT chunk
    qint64 contentOctetsPerSecond = 500;                              // minimum rate after the grace
};

} // namespace reserve
