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
    mail.subject = approval.subject;
    mail.autoSubmitted = QByteArrayLiteral("auto-generated");

    QString text = approval.opening + u"\n\n";
    for (const ConfirmationMail::Fact& fact : approval.facts)
        text += fact.label + u": " + fact.value + u'\n';
    text += u'\n' + approval.closing + u'\n';
    mail.parts = {plainTextPart(text)};
    return composeOwnMail(mail);
}

} // namespace reserve
