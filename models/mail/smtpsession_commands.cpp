// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// The commands of SmtpSession, one function each; how octets become commands stands in smtpsession.cpp.
#include "models/mail/contentlimits.h"
#include "models/mail/smtpsession.h"

#include <algorithm>
#include <utility>

namespace reserve {

namespace {

SmtpRefusal refusal(int code, QByteArray enhanced, QByteArray text, QByteArray reason, Arguments arguments = {})
{
    return {SmtpReply(code, std::move(enhanced), std::move(text)), Reason{std::move(reason), std::move(arguments)}};
}

SmtpRefusal outOfOrder(QByteArray text)
{
    return refusal(503, QByteArrayLiteral("5.5.1"), std::move(text), QByteArrayLiteral("smtp.out-of-order"));
}

SmtpRefusal noArgument()
{
    return refusal(501, QByteArrayLiteral("5.5.4"), QByteArrayLiteral("This command has no argument"),
                   QByteArrayLiteral("smtp.argument-invalid"));
}

std::optional<SmtpRefusal> intakeRefusal(IntakeState state)
{
    switch (state) {
    case IntakeState::Open:
        break;
    case IntakeState::Busy:
        return refusal(451, QByteArrayLiteral("4.3.2"), QByteArrayLiteral("Too much mail waits here, try again later"),
                       QByteArrayLiteral("smtp.busy"));
    case IntakeState::DiskShort:
        return refusal(452, QByteArrayLiteral("4.3.1"), QByteArrayLiteral("Too little disk space, try again later"),
                       QByteArrayLiteral("smtp.disk-short"));
    }
    return std::nullopt;
}

SmtpReply recipientReply(RecipientVerdict::Outcome outcome)
{
    switch (outcome) {
    case RecipientVerdict::Outcome::Accepted:
        return {250, QByteArrayLiteral("2.1.5"), QByteArrayLiteral("Recipient taken")};
    case RecipientVerdict::Outcome::Unknown:
        return {550, QByteArrayLiteral("5.1.1"), QByteArrayLiteral("No mailbox of this name here")};
    case RecipientVerdict::Outcome::NoRelaying:
        return {550, QByteArrayLiteral("5.7.1"), QByteArrayLiteral("No relaying: this domain is not served here")};
    case RecipientVerdict::Outcome::Unavailable:
        break;
    }
    return {451, QByteArrayLiteral("4.3.0"), QByteArrayLiteral("Recipients cannot be looked up now, try again later")};
}

QByteArray protocolWord(bool extended, bool smtpUtf8)
{
    if (smtpUtf8)
        return QByteArrayLiteral("UTF8SMTP");
    return extended ? QByteArrayLiteral("ESMTP") : QByteArrayLiteral("SMTP");
}

Arguments octets(qint64 count)
{
    return {{QStringLiteral("octets"), QString::number(count)}};
}

} // namespace

void SmtpSession::hello(const SmtpCommand& command)
{
    const SmtpParsed<QByteArray> name = parseHelo(command.argument);
    if (!name)
        return refuse(command.word, name.error());
    m_conduct.countIdleCommand();
    if (m_conduct.hasTooManyIdleCommands())
        return closeIdler(command.word);
    resetTransaction();
    m_heloName = *name;
    m_greeting = command.verb == SmtpVerb::Ehlo ? Greeting::Ehlo : Greeting::Helo;
    QByteArray text = m_hostName;
    if (m_greeting == Greeting::Ehlo) {
        text += "\nPIPELINING\nSIZE " + QByteArray::number(m_limits.messageOctets)
            + "\n8BITMIME\nSMTPUTF8\nCHUNKING\nENHANCEDSTATUSCODES";
    }
    reply(command.word, {250, {}, std::move(text)},
          {QByteArrayLiteral("smtp.hello"), {{QStringLiteral("name"), QString::fromLatin1(m_heloName)}}});
}

std::optional<SmtpRefusal> SmtpSession::sequenceRefusal(SmtpVerb verb) const
{
    if (m_greeting == Greeting::None)
        return outOfOrder(QByteArrayLiteral("Say EHLO first"));
    if (verb != SmtpVerb::Bdat && m_chunks.hasChunks())
        return outOfOrder(QByteArrayLiteral("A message comes by BDAT; RSET ends it"));
    if (verb == SmtpVerb::Mail)
        return m_inTransaction ? std::optional(outOfOrder(QByteArrayLiteral("MAIL was said already"))) : std::nullopt;
    if (!m_inTransaction)
        return outOfOrder(QByteArrayLiteral("Say MAIL first"));
    if (verb != SmtpVerb::Rcpt && m_envelope.recipients.isEmpty())
        return outOfOrder(QByteArrayLiteral("No recipient was taken"));
    return std::nullopt;
}

void SmtpSession::mail(const SmtpCommand& command)
{
    if (const auto disorder = sequenceRefusal(SmtpVerb::Mail))
        return refuse(command.word, *disorder);
    const bool isExtended = m_greeting == Greeting::Ehlo;
    SmtpParsed<MailCommand> parsed = parseMail(command.argument, isExtended, m_limits);
    if (!parsed)
        return refuse(command.word, parsed.error());
    if (const auto closed = intakeRefusal(m_policy.intakeState()))
        return refuse(command.word, *closed);

    m_inTransaction = true;
    m_envelope.reversePath = std::move(parsed->reversePath);
    m_envelope.declaredSize = parsed->size;
    m_envelope.bodyType = parsed->bodyType;
    m_envelope.smtpUtf8 = parsed->smtpUtf8;
    m_envelope.heloName = m_heloName;
    m_envelope.protocolWord = protocolWord(isExtended, parsed->smtpUtf8);
    m_envelope.peer = m_peer;
    const QByteArray code
        = parsed->blankAfterColon ? QByteArrayLiteral("smtp.sender-with-blank") : QByteArrayLiteral("smtp.sender");
    reply(command.word, {250, QByteArrayLiteral("2.1.0"), QByteArrayLiteral("Sender taken")},
          {code, {{QStringLiteral("sender"), QString::fromUtf8(m_envelope.reversePath)}}});
}

void SmtpSession::rcpt(const SmtpCommand& command)
{
    if (const auto disorder = sequenceRefusal(SmtpVerb::Rcpt))
        return refuse(command.word, *disorder);
    const SmtpParsed<RcptCommand> parsed = parseRcpt(command.argument, m_envelope.smtpUtf8);
    if (!parsed)
        return refuse(command.word, parsed.error());
    if (m_envelope.recipients.size() >= m_limits.recipients) {
        return refuse(command.word,
                      refusal(452, QByteArrayLiteral("4.5.3"), QByteArrayLiteral("Too many recipients"),
                              QByteArrayLiteral("smtp.too-many-recipients")));
    }
    addRecipient(*parsed, m_policy.judgeRecipient(parsed->address));
}

void SmtpSession::addRecipient(const RcptCommand& recipient, RecipientVerdict verdict)
{
    const QByteArray verb = QByteArrayLiteral("RCPT");
    Reason reason = verdict.reason;
    reason.arguments.insert(QStringLiteral("sender"), QString::fromUtf8(m_envelope.reversePath));
    reason.arguments.insert(QStringLiteral("recipient"), QString::fromUtf8(recipient.address));
    reply(verb, recipientReply(verdict.outcome), std::move(reason));
    if (verdict.outcome == RecipientVerdict::Outcome::Accepted) {
        const bool isNew
            = std::none_of(m_envelope.recipients.cbegin(), m_envelope.recipients.cend(),
                           [&](const EnvelopeRecipient& known) { return known.address == recipient.address; });
        if (isNew)
            m_envelope.recipients.append({recipient.address, std::move(verdict.reason)});
        return;
    }
    m_conduct.countRefusedRecipient();
    closeIfTooManyErrors(verb);
}

void SmtpSession::data(const SmtpCommand& command, bool moreInput)
{
    std::optional<SmtpRefusal> disorder = sequenceRefusal(SmtpVerb::Data);
    if (!disorder && !command.argument.isEmpty())
        disorder = noArgument();
    if (disorder) {
        refuse(command.word, *disorder);
        // RFC 2920 3.1: DATA is the last command of a group. What follows a refused one is the content of a
        // peer that did not wait, and content is never run as commands.
        if (moreInput && m_mode != Mode::Closed) {
            close(command.word,
                  {554, QByteArrayLiteral("5.5.0"), m_hostName + " Content came before the go-ahead, closing"},
                  {QByteArrayLiteral("smtp.content-too-early"), {}});
        }
        return;
    }
    m_mode = Mode::Content;
    m_data.start(m_limits.messageOctets);
    m_pace.startContent(m_now);
    reply(command.word, {354, {}, QByteArrayLiteral("Go ahead; a line with nothing but a dot ends the message")},
          {QByteArrayLiteral("smtp.data"), {}});
}

void SmtpSession::bdat(const SmtpCommand& command)
{
    const SmtpParsed<BdatCommand> parsed = parseBdat(command.argument);
    if (!parsed) // nobody knows where the next command begins
        return close(command.word, parsed.error().reply, parsed.error().reason);
    m_chunkRefusal = sequenceRefusal(SmtpVerb::Bdat);
    m_envelope.chunked = true;
    m_chunks.startChunk(parsed->octets, parsed->last, !m_chunkRefusal, m_limits.messageOctets);
    m_mode = Mode::Chunk;
    m_pace.startContent(m_now);
    if (m_chunks.isComplete())
        endChunk();
}

void SmtpSession::endChunk()
{
    const QByteArray verb = QByteArrayLiteral("BDAT");
    m_mode = Mode::Command;
    m_pace.startCommand(m_now);
    if (m_chunkRefusal)
        return refuse(verb, *m_chunkRefusal);
    // One that is too large already ends here: no further chunk could mend it.
    if (m_chunks.isLast() || m_chunks.isOverLimit())
        return handOut(verb, m_chunks.takeContent(), m_chunks.octets());
    reply(verb, {250, QByteArrayLiteral("2.0.0"), QByteArray::number(m_chunks.chunkOctets()) + " octets taken"},
          {QByteArrayLiteral("smtp.chunk"), octets(m_chunks.chunkOctets())});
}

void SmtpSession::handOut(const QByteArray& verb, QByteArray content, qint64 octetCount)
{
    ContentScan scan = scanContent(content);
    m_contentRefusal = refusalOfContent(scan, octetCount, m_limits);
    SmtpEnvelope envelope = std::exchange(m_envelope, {});
    resetTransaction();
    if (envelope.bodyType == BodyType::EightBitMime || envelope.smtpUtf8)
        scan.findings.setFlag(ContentFinding::UndeclaredEightBit, false);
    record(verb, 0, {QByteArrayLiteral("smtp.message-complete"), octets(octetCount)});
    m_message = ReceivedMessage{std::move(envelope), std::move(content), scan.findings, octetCount,
                                m_contentRefusal ? m_contentRefusal->reason : Reason()};
    m_mode = Mode::Waiting;
}

void SmtpSession::answerIdleCommand(const SmtpCommand& command)
{
    if (command.verb == SmtpVerb::Rset && !command.argument.isEmpty())
        return refuse(command.word, noArgument());
    m_conduct.countIdleCommand();
    if (m_conduct.hasTooManyIdleCommands())
        return closeIdler(command.word);
    if (command.verb == SmtpVerb::Vrfy) {
        return reply(command.word,
                     {252, QByteArrayLiteral("2.5.0"), QByteArrayLiteral("Names are not told; RCPT is the way to ask")},
                     {QByteArrayLiteral("smtp.verify"), {}});
    }
    if (command.verb == SmtpVerb::Rset)
        resetTransaction();
    reply(command.word, {250, QByteArrayLiteral("2.0.0"), QByteArrayLiteral("Done")},
          {command.verb == SmtpVerb::Rset ? QByteArrayLiteral("smtp.reset") : QByteArrayLiteral("smtp.noop"), {}});
}

void SmtpSession::quit(const SmtpCommand& command)
{
    if (!command.argument.isEmpty())
        return refuse(command.word, noArgument());
    close(command.word, {221, QByteArrayLiteral("2.0.0"), m_hostName + " Closing"},
          {QByteArrayLiteral("smtp.quit"), {}});
}

} // namespace reserve
