// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/mail/smtpgrammar.h"

#include <QByteArrayView>

namespace reserve {

// A path in brackets (RFC 5321 4.1.2): views into the command line. A source route is passed over (appendix
// C); local parts are taken generously (dots anywhere, quoted strings, UTF-8), because they are names that
// others made.
struct SmtpPath
{
    enum class Role { Reverse, Forward };

    QByteArrayView address; // empty for the null reverse-path
    QByteArrayView rest;    // what follows the bracket: nothing, or a blank and parameters
    bool blankBefore = false;
};

SmtpParsed<SmtpPath> parsePath(QByteArrayView text, SmtpPath::Role role);

bool isAsciiOnly(QByteArrayView text);

} // namespace reserve
