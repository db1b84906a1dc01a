// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/composing/answermail.h"

#include "models/composing/ownmail.h"

namespace reserve {

namespace {

ComposedMail compose(const AnswerMail& answer, const QByteArray& method, const QByteArray& calendar)
{
    OwnMail mail;
    mail.kind = QByteArrayLiteral("answer");
    mail.identity = answer.identity;
    mail.thread = answer.thread;
    mail.from = {replyingAddress(answer.reply), answer.reply.spaceName};
    mail.to = {answer.organizer};
    mail.language = answer.language;
    mail.subject = answer.subject;
    mail.autoSubmitted = QByteArrayLiteral("auto-replied");
    mail.parts = {plainTextPart(answer.text),
                  {"text/calendar; method=" + method + "; charset=UTF-8", MimePart::Encoding::Base64, calendar}};
    return composeOwnMail(mail);
}

} // namespace

ComposedMail composeAnswer(const AnswerMail& answer)
{
    return compose(answer, QByteArrayLiteral("REPLY"), writeReply(answer.reply));
}

ComposedMail composeRefresh(const AnswerMail& question)
{
    return compose(question, QByteArrayLiteral("REFRESH"), writeRefresh(question.reply));
}

} // namespace reserve
