// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/composing/composedmail.h"

#include <QList>

namespace reserve {

// R-CONFIRM [FAQ 9]: tells the requester that a room is reserved or moved, with a copy to SENT-BY. Subject
// and sentences come from wording; this puts them into a mail.
struct ConfirmationMail
{
    MailIdentity identity;
    MailThread thread;
    MailPerson from; // outgoing.from
    MailPerson requester;
    QString sentBy; // SENT-BY; empty or the requester's own address: no copy
    QString subject;
    QString opening; // one sentence
    struct Fact
    {
        QString label;
        QString value;
    };
    QList<Fact> facts; // "Room: Alpine", one a line
    QString closing;   // may be empty
};

ComposedMail composeConfirmation(const ConfirmationMail& confirmation);

} // namespace reserve
