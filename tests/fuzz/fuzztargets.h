// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>

namespace reserve::fuzz {

// The doors through which octets of strangers come in, one function each. A function ends the process when
// what comes out breaks a promise of the parser behind it; else it returns. Pure and of one thread.

void smtpSession(QByteArrayView input);   // what a peer sends
void mimeMessage(QByteArrayView input);   // a message
void itipMessage(QByteArrayView input);   // text/calendar, read, expanded and identified
void recurrence(QByteArrayView input);    // lines of a VEVENT: RRULE, RDATE, EXDATE, DTSTART
void timezone(QByteArrayView input);      // a VTIMEZONE
void tnefStream(QByteArrayView input);    // winmail.dat, up to the calendar that it becomes
void ewsAnswer(QByteArrayView input);     // what a server of Exchange answers, read as each operation reads it
void httpMessage(QByteArrayView input);   // a request, and a response, by HTTP/1.1
void ntlmChallenge(QByteArrayView input); // a server's NTLM message, and a certificate

struct Target
{
    const char* name; // also of its folder of seeds
    void (*run)(QByteArrayView);
};

inline constexpr std::array<Target, 9> targets{{{"smtp", smtpSession},
                                                {"mime", mimeMessage},
                                                {"itip", itipMessage},
                                                {"recurrence", recurrence},
                                                {"timezone", timezone},
                                                {"tnef", tnefStream},
                                                {"ews", ewsAnswer},
                                                {"http", httpMessage},
                                                {"ntlm", ntlmChallenge}}};

// Ends the process with `what` where it does not hold.
void require(bool holds, const char* what);

} // namespace reserve::fuzz
