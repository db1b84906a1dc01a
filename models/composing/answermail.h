// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/composing/composedmail.h"
#include "models/itip/itipwriter.h"

namespace reserve {

// R-ANSWER: the mailed REPLY. From the room's address exactly as in its ATTENDEE line, else the space's
// mailbox; To the ORGANIZER alone (RFC 6047; SENT-BY hears through the confirmation).
struct AnswerMail
{
    MailIdentity identity;
    MailThread thread;
    ItipReply reply;
    MailPerson organizer;
    QByteArray language; // of subject and text
    QString subject;     // "Accepted: Budget", made by wording
    QString text;        // the sentences a person reads; lines separated by \n
};

ComposedMail composeAnswer(const AnswerMail& answer);

// The same way for a REFRESH: the room asks the organizer for the meeting.
ComposedMail composeRefresh(const AnswerMail& question);

} // namespace reserve
