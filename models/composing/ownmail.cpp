// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/composing/ownmail.h"

#include "models/mail/mailkind.h"

namespace reserve {

ComposedMail composeOwnMail(const OwnMail& mail)
{
    MimeWriter writer;
    writer.addPeople("From", {mail.from});
    if (!mail.replyTo.address.isEmpty())
        writer.addPeople("Reply-To", {mail.replyTo});
    writer.addPeople("To", mail.to);
    writer.addPeople("Cc", mail.copy);
    writer.addText("Subject", mail.subject);
    writer.addDate(mail.identity.date);
    writer.addIds("Message-ID", {mail.identity.messageId});
    if (!mail.thread.inReplyTo.isEmpty()) {
        writer.addIds("In-Reply-To", {mail.thread.inReplyTo});
        QStringList references = mail.thread.references;
        if (!references.contains(mail.thread.inReplyTo))
            references.append(mail.thread.inReplyTo);
        constexpr qsizetype mostReferences = 20; // a long thread keeps its end
        writer.addIds("References", references.mid(std::max<qsizetype>(0, references.size() - mostReferences)));
    }
    writer.addToken("Content-Language", mail.language);
    writer.addToken("Auto-Submitted", mail.autoSubmitted);
    writer.addToken("X-Auto-Response-Suppress", "All");
    writer.addToken(ownMailHeader, mail.kind);

    ComposedMail composed;
    composed.bytes = writer.write(mail.parts);
    composed.messageId = mail.identity.messageId;
    composed.from = mail.from.address;
    composed.subject = mail.subject;
    for (const QList<MailPerson>& people : {mail.to, mail.copy}) {
        for (const MailPerson& person : people)
            composed.recipients.append(person.address);
    }
    return composed;
}

MimePart plainTextPart(const QString& text)
{
    return {QByteArrayLiteral("text/plain; charset=UTF-8"), MimePart::Encoding::QuotedPrintable, text.toUtf8()};
}

} // namespace reserve
