// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/composing/noticemail.h"

#include "models/composing/ownmail.h"

namespace reserve {

ComposedMail composeNotice(const NoticeMail& notice)
{
    OwnMail mail;
    mail.kind = QByteArrayLiteral("notice");
    mail.identity = notice.identity;
    mail.from = notice.from;
    for (const QString& address : notice.to)
        mail.to.append({address, {}});
    mail.language = notice.language;
    mail.subject = notice.subject;
    mail.autoSubmitted = QByteArrayLiteral("auto-generated");
    mail.parts = {plainTextPart(notice.text + u'\n')};
    return composeOwnMail(mail);
}

} // namespace reserve
