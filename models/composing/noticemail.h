// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/composing/composedmail.h"

#include <QList>

namespace reserve {

// R-CONFIRM: the digest of held, failed and paused items to notices.to. Sentences come from wording.
struct NoticeMail
{
    struct Item
    {
        QString title;
        QString text; // what happened and what to do
    };

    MailIdentity identity;
    MailPerson from; // outgoing.from
    QStringList to;  // notices.to
    QString subject;
    QString opening;
    QList<Item> items;
    QString closing;
};

ComposedMail composeNotice(const NoticeMail& notice);

} // namespace reserve
