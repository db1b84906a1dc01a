// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/composing/composedmail.h"

namespace reserve {

// Asks the approvers of a space. Their reply to it decides: it goes to an address of the space that the agent
// hears, and bears this mail's Message-ID and the token in the subject.
struct ApprovalMail
{
    MailIdentity identity;
    MailPerson from; // outgoing.from
    QStringList approvers;
    MailPerson replyTo;
    QByteArray language; // of subject and text
    QString subject;     // with the token
    QString text;
};

ComposedMail composeApproval(const ApprovalMail& approval);

} // namespace reserve
