// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/composing/answermail.h"

#include "models/composing/ownmail.h"

namespace reserve {

ComposedMail composeAnswer(const AnswerMail& answer)
{
    OwnMail mail;
    mail.kind = QByteArrayLiteral("answer");
    mail.identity = answer.identity;
    mail.thread = answer.thread;
    mail.from = {replyingAddress(answer.reply), answer.reply.spaceName};
    mail.to = {answer.organizer};
    mail.subject = answer.subject;
    mail.autoSubmitted = QByteArrayLiteral("auto-replied");
    mail.parts = {plainTextPart(answer.text),
                  {QByteArrayLiteral("text/calendar; method=REPLY; charset=UTF-8"),
                   MimePart::Encoding::Base64, writeReply(answer.reply)}};
    return composeOwnMail(mail);
}

} // namespace reserve
