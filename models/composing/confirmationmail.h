// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/composing/composedmail.h"

namespace reserve {

// R-CONFIRM [FAQ 9]: tells the requester that a room is reserved, moved, changed or cancelled, with a copy to SENT-BY,
// and brings the calendar file of a reservation that was made in the console. This puts rendered texts into a mail.
struct ConfirmationMail
{
    MailIdentity identity;
    MailThread thread;
    MailPerson from; // outgoing.from
    MailPerson requester;
    QString sentBy;      // SENT-BY; empty or the requester's own address: no copy
    QByteArray language; // of subject and text
    QString subject;
    QString text;
    QByteArray calendar; // METHOD:PUBLISH (RFC 5546 3.2.1); empty: no file
};

ComposedMail composeConfirmation(const ConfirmationMail& confirmation);

} // namespace reserve
