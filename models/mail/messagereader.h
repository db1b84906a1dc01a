// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/mail/messagecontent.h"

#include <QByteArrayView>

namespace reserve {

// What one message may cost to read. Beyond a limit reading stops there and a problem says so: a hostile
// message is kept and shown like any other.
struct ReaderLimits
{
    int depth = 64;
    int parts = 1'000;
    qsizetype headerOctets = 2 << 20;    // of all parts together
    qsizetype fieldOctets = 32 << 10;    // one field that is decoded; the rest of it is cut
    qsizetype calendarOctets = 2 << 20;  // encoded
    qsizetype tnefOctets = 12 << 20;     // encoded
    qsizetype boundaryTests = 4'000'000; // comparisons of a line with the boundaries that are open
};

// Reads one message (RFC 5322, 2045 to 2047, 2231, 3464, 8098). The calendar text is that of the deepest
// text/calendar part with a method parameter, else of a text/calendar part without one, else of an
// application/ics part; where the message has none and carries exactly one message, not in a report, that one
// is read in its place (journals).
//
// Fails with mail.empty only. Callable from any thread, many at once.
Result<MessageContent> readMessage(QByteArrayView raw, const ReaderLimits& limits = {});

} // namespace reserve
