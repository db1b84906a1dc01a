// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/reason.h"
#include "models/mail/messagecontent.h"

#include <QByteArrayView>

namespace reserve {

// R-QUIET: every mail of ours carries this field, with the id of what it belongs to.
inline constexpr QByteArrayView ownMailHeader = "X-Reserve-Console";

enum class MailKind {
    MeetingMail, // a calendar part with a method
    Bounce,
    Receipt,
    AutoReply,
    OwnMail,
    TnefOnly,   // winmail.dat in place of a calendar part
    Unreadable, // encrypted, nested beyond the limits or empty
    PlainMail,
};

struct MailClass
{
    MailKind kind = MailKind::PlainMail;
    Reason reason; // mail.kind.*
};

// What sort of mail this is, from the message and its envelope alone. Headers that Exchange sets on real
// requests (X-Auto-Response-Suppress, Precedence, a null reverse-path) never take a calendar part its meaning
// (R-QUIET).
MailClass classify(const MessageContent& content, bool reversePathIsNull);

// Stable lower-case word for the store and JSON: "meeting", "bounce", "receipt", "auto-reply", "own", "tnef",
// "unreadable", "plain".
QByteArray kindName(MailKind kind);

} // namespace reserve
