// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/composing/approvalmail.h"

#include "models/composing/ownmail.h"

namespace reserve {

ComposedMail composeApproval(const ApprovalMail& approval)
{
    OwnMail mail;
    mail.kind = QByteArrayLiteral("approval");
    mail.identity = approval.identity;
    mail.from = approval.from;
    mail.replyTo = approval.replyTo;
    for (const QString& address : approval.approvers)
        mail.to.append({address, {}});
    mail.language = approval.language;
    mail.subject = approval.subject;
    mail.autoSubmitted = QByteArrayLiteral("auto-generated");
    mail.parts = {plainTextPart(approval.text + u'\n')};
    return composeOwnMail(mail);
}

} // namespace reserve
