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
    mail.language = confirmation.language;
    mail.subject = confirmation.subject;
    mail.autoSubmitted = QByteArrayLiteral("auto-generated");
    mail.parts = {plainTextPart(confirmation.text + u'\n')};
    if (!confirmation.calendar.isEmpty()) {
        mail.parts.append({"text/calendar; method=PUBLISH; charset=UTF-8; name=\"room-reservation.ics\"",
                           MimePart::Encoding::Base64, confirmation.calendar, "room-reservation.ics"});
    }
    return composeOwnMail(mail);
}

} // namespace reserve
