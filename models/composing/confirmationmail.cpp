// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/composing/confirmationmail.h"

#include "models/base/address.h"
#include "models/composing/ownmail.h"

namespace reserve {

ComposedMail composeConfirmation(const ConfirmationMail& confirmation)
{
    OwnMail mail;
    mail.kind = QByteArrayLiteral("confirmation");
    mail.identity = confirmation.identity;
    mail.thread = confirmation.thread;
    mail.from = confirmation.from;
    mail.to = {confirmation.requester};
    if (!confirmation.sentBy.isEmpty() && !sameAddress(confirmation.sentBy, confirmation.requester.address))
        mail.copy = {{confirmation.sentBy, {}}};
    mail.subject = confirmation.subject;
    mail.autoSubmitted = QByteArrayLiteral("auto-generated");

    QString text = confirmation.opening + u'\n';
    if (!confirmation.facts.isEmpty())
        text += u'\n';
    for (const ConfirmationMail::Fact& fact : confirmation.facts)
        text += fact.label + u": " + fact.value + u'\n';
    if (!confirmation.closing.isEmpty())
        text += u'\n' + confirmation.closing + u'\n';
    mail.parts = {plainTextPart(text)};
    return composeOwnMail(mail);
}

} // namespace reserve
