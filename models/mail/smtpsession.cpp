// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/mail/smtpsession.h"

#include <utility>

namespace reserve {

namespace {

SmtpRefusal lineRefusal(int code, QByteArray text, QByteArray reason)
{
    return {SmtpReply(code, QByteArrayLiteral("5.5.2"), std::move(text)), Reason{std::move(reason), {}}};
}

} // namespace

SmtpSession::SmtpSession(const SmtpPolicy& policy, const SmtpLimits& limits, QByteArray hostName, PeerInfo peer)
    : m_policy(policy)
    , m_limits(limits)
    , m_hostName(std::move(hostName))
    , m_peer(std::move(peer))
    , m_conduct(limits)
    , m_pace(limits)
{
}

void SmtpSession::greet(bool peerSpokeFirst, MonotonicTime now)
{
    m_now = now;
    m_pace.startCommand(now);
    const QByteArray verb = QByteArrayLiteral("CONNECT");
    if (peerSpokeFirst) {
        close(verb, {554, QByteArrayLiteral("5.5.0"), m_hostName + " Speak after the greeting, not before it"},
              {QByteArrayLiteral("smtp.early-talker"), {}});
        return;
    }
    reply(verb, {220, {}, m_hostName + " Simple Mail Transfer Service Ready"},
          {QByteArrayLiteral("smtp.connected"), {{QStringLiteral("peer"), m_peer.address}}});
}

void SmtpSession::receive(QByteArrayView octets, MonotonicTime now)
{
    m_now = now;
    if (!m_input.isEmpty() || m_mode == Mode::Waiting) {
        m_input.append(octets);
        resume();
        return;
    }
    const qsizetype used = process(octets);
    if (m_mode != Mode::Closed)
        m_input = octets.sliced(used).toByteArray();
}

void SmtpSession::resume()
{
    const qsizetype used = process(m_input);
    if (used == m_input.size() || m_mode == Mode::Closed)
        m_input = QByteArray();
    else
        m_input.remove(0, used);
}

std::optional<ReceivedMessage> SmtpSession::takeMessage()
{
    return std::exchange(m_message, std::nullopt);
}

void SmtpSession::finishMessage(const SmtpReply& answer, MonotonicTime now)
{
    if (m_mode != Mode::Waiting)
        return;
    m_now = now;
    m_mode = Mode::Command;
    m_pace.startCommand(now);
    const std::optional<SmtpRefusal> refused = std::exchange(m_contentRefusal, std::nullopt);
    const bool isTaken = !refused && answer.isPositive();
    if (isTaken)
        m_conduct.forgive();
    const QByteArray code
        = isTaken ? QByteArrayLiteral("smtp.message-taken") : QByteArrayLiteral("smtp.message-refused");
    reply(QByteArrayLiteral("MESSAGE"), refused ? refused->reply : answer,
          refused ? refused->reason : Reason{code, {}});
    if (!refused && answer.code() == 421)
        m_mode = Mode::Closed;
    else if (m_isShuttingDown)
        shutDown(now);
    else
        resume();
}

void SmtpSession::goOn(MonotonicTime now)
{
    if (m_mode != Mode::Looking)
        return;
    m_now = now;
    m_mode = Mode::Command;
    m_isPolicyFresh = true;
    resume();
}

QByteArray SmtpSession::takeOutput()
{
    return std::exchange(m_output, QByteArray());
}

QList<SmtpEvent> SmtpSession::takeEvents()
{
    return std::exchange(m_events, {});
}

std::optional<MonotonicTime> SmtpSession::nextDeadline() const
{
    if (isWaiting() || m_mode == Mode::Closed)
        return std::nullopt;
    return m_pace.deadline();
}

void SmtpSession::timeout(MonotonicTime now)
{
    const std::optional<MonotonicTime> deadline = nextDeadline();
    if (!deadline || now < *deadline)
        return;
    m_now = now;
    const QByteArray reason
        = m_pace.isIdleDeadline() ? QByteArrayLiteral("smtp.idle") : QByteArrayLiteral("smtp.too-slow");
    close(QByteArrayLiteral("TIMEOUT"), {421, QByteArrayLiteral("4.4.2"), m_hostName + " Waited too long, closing"},
          {reason, {}});
}

void SmtpSession::shutDown(MonotonicTime now)
{
    m_isShuttingDown = true;
    if (m_mode == Mode::Waiting || m_mode == Mode::Closed)
        return;
    m_now = now;
    close(QByteArrayLiteral("SHUTDOWN"),
          {421, QByteArrayLiteral("4.3.2"), m_hostName + " Service stops, try again later"},
          {QByteArrayLiteral("smtp.shutdown"), {}});
}

void SmtpSession::peerClosed(MonotonicTime now)
{
    m_now = now;
    if (m_mode == Mode::Closed)
        return;
    const bool isInMessage = m_mode == Mode::Content || m_mode == Mode::Chunk || m_chunks.hasChunks();
    record(QByteArrayLiteral("CLOSE"), 0,
           {isInMessage ? QByteArrayLiteral("smtp.aborted") : QByteArrayLiteral("smtp.disconnected"), {}});
    m_mode = Mode::Closed;
    m_input = QByteArray();
    resetTransaction();
}

qsizetype SmtpSession::process(QByteArrayView input)
{
    qsizetype at = 0;
    while (at < input.size()) {
        const QByteArrayView rest = input.sliced(at);
        qsizetype used = 0;
        switch (m_mode) {
        case Mode::Command:
            used = processCommandLine(rest);
            break;
        case Mode::OverlongLine:
            used = dropOverlongLine(rest);
            break;
        case Mode::Content:
            used = processContent(rest);
            break;
        case Mode::Chunk:
            used = processChunk(rest);
            break;
        case Mode::Waiting:
        case Mode::Looking:
        case Mode::Closed:
            return at;
        }
        if (used == 0)
            return at;
        at += used;
    }
    return at;
}

qsizetype SmtpSession::processCommandLine(QByteArrayView input)
{
    constexpr char tlsHandshake = 0x16;
    if (input.startsWith(tlsHandshake)) {
        close(QByteArrayLiteral("?"),
              {421, QByteArrayLiteral("4.7.0"), QByteArrayLiteral("SMTP in clear is spoken here, not TLS")},
              {QByteArrayLiteral("smtp.foreign-protocol"), {{QStringLiteral("protocol"), QStringLiteral("TLS")}}});
        return input.size();
    }
    const qsizetype lineFeed = input.first(qMin(input.size(), m_limits.commandOctets)).indexOf('\n');
    if (lineFeed < 0) {
        if (input.size() < m_limits.commandOctets)
            return 0;
        m_mode = Mode::OverlongLine;
        m_droppedOctets = 0;
        return dropOverlongLine(input);
    }
    const qsizetype used = lineFeed + 1;
    m_pace.startCommand(m_now);
    QByteArrayView line = input.first(lineFeed);
    if (!line.endsWith('\r')) {
        refuse(QByteArrayLiteral("?"),
               lineRefusal(500, QByteArrayLiteral("Commands end with CR LF"),
                           QByteArrayLiteral("smtp.command-bare-line-feed")));
        return used;
    }
    line.chop(1);
    const SmtpParsed<SmtpCommand> command = parseCommand(line);
    if (command && mustLookBefore(*command)) {
        m_mode = Mode::Looking;
        m_wantsPolicy = true;
        return 0; // the line is read again by goOn()
    }
    if (command)
        execute(*command, used < input.size());
    else
        refuse(QByteArrayLiteral("?"), command.error());
    return used;
}

qsizetype SmtpSession::dropOverlongLine(QByteArrayView input)
{
    const qsizetype lineFeed = input.indexOf('\n');
    const SmtpRefusal refusal
        = lineRefusal(500, QByteArrayLiteral("Line too long"), QByteArrayLiteral("smtp.command-too-long"));
    m_droppedOctets += lineFeed < 0 ? input.size() : lineFeed;
    if (m_droppedOctets > m_limits.junkLineOctets) {
        reply(QByteArrayLiteral("?"), refusal.reply, refusal.reason);
        close(QByteArrayLiteral("?"), {421, QByteArrayLiteral("4.7.0"), m_hostName + " No end of line, closing"},
              refusal.reason);
        return input.size();
    }
    if (lineFeed < 0)
        return input.size();
    m_mode = Mode::Command;
    m_pace.startCommand(m_now);
    refuse(QByteArrayLiteral("?"), refusal);
    return lineFeed + 1;
}

qsizetype SmtpSession::processContent(QByteArrayView input)
{
    const qsizetype used = m_data.feed(input);
    m_pace.countContent(used, m_now);
    if (m_data.isComplete())
        handOut(QByteArrayLiteral("DATA"), m_data.takeContent(), m_data.octets());
    return used;
}

qsizetype SmtpSession::processChunk(QByteArrayView input)
{
    const qsizetype used = m_chunks.feed(input);
    m_pace.countContent(used, m_now);
    if (m_chunks.isComplete())
        endChunk();
    return used;
}

// One look a message: its recipients are all judged by the same state.
bool SmtpSession::mustLookBefore(const SmtpCommand& command) const
{
    return command.verb == SmtpVerb::Rcpt && m_inTransaction && !m_isPolicyFresh && m_policy.mayBeBehind();
}

void SmtpSession::execute(const SmtpCommand& command, bool moreInput)
{
    switch (command.verb) {
    case SmtpVerb::Helo:
    case SmtpVerb::Ehlo:
        return hello(command);
    case SmtpVerb::Mail:
        return mail(command);
    case SmtpVerb::Rcpt:
        return rcpt(command);
    case SmtpVerb::Data:
        return data(command, moreInput);
    case SmtpVerb::Bdat:
        return bdat(command);
    case SmtpVerb::Rset:
    case SmtpVerb::Noop:
    case SmtpVerb::Vrfy:
        return answerIdleCommand(command);
    case SmtpVerb::Quit:
        return quit(command);
    case SmtpVerb::NotOffered:
        return refuse(command.word,
                      {SmtpReply(502, QByteArrayLiteral("5.5.1"), QByteArrayLiteral("Not offered here")),
                       Reason{QByteArrayLiteral("smtp.command-not-offered"), {}}});
    case SmtpVerb::Foreign:
        return close(
            command.word, {421, QByteArrayLiteral("4.7.0"), QByteArrayLiteral("SMTP is spoken here, not HTTP")},
            {QByteArrayLiteral("smtp.foreign-protocol"), {{QStringLiteral("protocol"), QStringLiteral("HTTP")}}});
    case SmtpVerb::Unknown:
        return refuse(command.word,
                      {SmtpReply(500, QByteArrayLiteral("5.5.1"), QByteArrayLiteral("Unknown command")),
                       Reason{QByteArrayLiteral("smtp.command-unknown"), {}}});
    }
}

void SmtpSession::resetTransaction()
{
    m_inTransaction = false;
    m_isPolicyFresh = false;
    m_envelope = SmtpEnvelope();
    m_chunks.reset();
}

void SmtpSession::reply(const QByteArray& verb, const SmtpReply& answer, Reason reason)
{
    answer.appendTo(m_output);
    record(verb, answer.code(), std::move(reason));
}

void SmtpSession::refuse(const QByteArray& verb, const SmtpRefusal& refusal)
{
    reply(verb, refusal.reply, refusal.reason);
    if (!refusal.reply.isTransient())
        m_conduct.countError();
    closeIfTooManyErrors(verb);
}

void SmtpSession::closeIfTooManyErrors(const QByteArray& verb)
{
    if (m_conduct.hasTooManyErrors())
        close(verb, {421, QByteArrayLiteral("4.7.0"), m_hostName + " Too many errors, closing"},
              {QByteArrayLiteral("smtp.too-many-errors"), {}});
}

void SmtpSession::closeIdler(const QByteArray& verb)
{
    close(verb, {421, QByteArrayLiteral("4.7.0"), m_hostName + " Too many commands without mail, closing"},
          {QByteArrayLiteral("smtp.too-many-idle-commands"), {}});
}

void SmtpSession::close(const QByteArray& verb, const SmtpReply& answer, Reason reason)
{
    reply(verb, answer, std::move(reason));
    m_mode = Mode::Closed;
    m_input = QByteArray();
    resetTransaction();
}

void SmtpSession::record(const QByteArray& verb, int replyCode, Reason reason)
{
    m_events.append({verb, replyCode, std::move(reason), m_now});
}

} // namespace reserve
