// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/reason.h"
#include "models/mail/smtpenvelope.h"
#include "models/mail/smtplimits.h"
#include "models/mail/smtpreply.h"

#include <QByteArray>
#include <QByteArrayView>

#include <tl/expected.hpp>

#include <optional>

namespace reserve {

// What the server answers and why, where a command is not carried out.
struct SmtpRefusal
{
    SmtpReply reply;
    Reason reason;
};

template<typename T>
using SmtpParsed = tl::expected<T, SmtpRefusal>;

enum class SmtpVerb {
    Helo,
    Ehlo,
    Mail,
    Rcpt,
    Data,
    Bdat,
    Rset,
    Noop,
    Vrfy,
    Quit,
    NotOffered, // known from a standard, not served here: EXPN, TURN, HELP, STARTTLS, AUTH, ...
    Foreign,    // HTTP and the like
    Unknown,
};

// A command line taken apart (RFC 5321 4.1.1). The argument is a view into the line, trimmed of blanks at its
// end.
struct SmtpCommand
{
    SmtpVerb verb = SmtpVerb::Unknown;
    QByteArray word; // upper case, one of the server's own words, "?" for Unknown
    QByteArrayView argument;
};

// `line` is without its CRLF. Refused: control characters, and octets above 127 that are no UTF-8.
SmtpParsed<SmtpCommand> parseCommand(QByteArrayView line);

// What MAIL and RCPT may say, which depends on HELO or EHLO.
struct MailCommand
{
    QByteArray reversePath;
    std::optional<qint64> size;
    BodyType bodyType = BodyType::Unspecified;
    bool smtpUtf8 = false;
    bool blankAfterColon = false; // against RFC 5321 3.3, taken with a warning
};

struct RcptCommand
{
    QByteArray address;
    bool blankAfterColon = false;
};

struct BdatCommand
{
    qint64 octets = 0;
    bool last = false;
};

SmtpParsed<QByteArray> parseHelo(QByteArrayView argument);
SmtpParsed<MailCommand> parseMail(QByteArrayView argument, bool extended, const SmtpLimits& limits);
SmtpParsed<RcptCommand> parseRcpt(QByteArrayView argument, bool smtpUtf8);
SmtpParsed<BdatCommand> parseBdat(QByteArrayView argument);

} // namespace reserve
