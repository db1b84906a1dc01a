// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/composing/composedmail.h"
#include "models/composing/mimewriter.h"

namespace reserve {

// What every mail of ours carries besides its text.
struct OwnMail
{
    QByteArray kind; // answer, confirmation, notice, approval: the value of the mark
    MailIdentity identity;
    MailThread thread;
    MailPerson from;
    MailPerson replyTo; // no address: From hears replies
    QList<MailPerson> to;
    QList<MailPerson> copy;
    QString subject;
    QByteArray language;      // RFC 3282: of the text; empty: not said
    QByteArray autoSubmitted; // RFC 3834: auto-replied for what answers a mail, auto-generated for the rest
    QList<MimePart> parts;
};

// R-QUIET: marked as ours, as automatic, and as nothing that wants an answer.
ComposedMail composeOwnMail(const OwnMail& mail);

MimePart plainTextPart(const QString& text);

} // namespace reserve
