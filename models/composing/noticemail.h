// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/composing/composedmail.h"

namespace reserve {

// R-CONFIRM: the digest of held, failed and paused items, and of what waits for an approver, to notices.to.
struct NoticeMail
{
    MailIdentity identity;
    MailPerson from;     // outgoing.from
    QStringList to;      // notices.to
    QByteArray language; // of subject and text
    QString subject;
    QString text;
};

ComposedMail composeNotice(const NoticeMail& notice);

} // namespace reserve
