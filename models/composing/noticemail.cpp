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
    mail.subject = notice.subject;
    mail.autoSubmitted = QByteArrayLiteral("auto-generated");

    QString text = notice.opening + u'\n';
    for (const NoticeMail::Item& item : notice.items)
        text += u'\n' + item.title + u'\n' + item.text + u'\n';
    if (!notice.closing.isEmpty())
        text += u'\n' + notice.closing + u'\n';
    mail.parts = {plainTextPart(text)};
    return composeOwnMail(mail);
}

} // namespace reserve
