// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/mail/chunkreader.h"
#include "models/mail/datareader.h"
#include "models/mail/smtpconduct.h"
#include "models/mail/smtpenvelope.h"
#include "models/mail/smtpevent.h"
#include "models/mail/smtpgrammar.h"
#include "models/mail/smtplimits.h"
#include "models/mail/smtppolicy.h"
#include "models/mail/smtpreply.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>
#include <utility>

namespace reserve {

// The server's side of one SMTP connection, without a socket (RFC 5321, 1870, 2034, 2920, 3030, 6152, 6531).
//
// The owner of the socket feeds octets and the time, and after every call takes what has gathered: output to
// send (all replies to one receive() together, RFC 2920 3.2), events for the monitor, at most one message,
// and whether to close after sending. While a message is out (isWaiting) nothing more is read from the input;
// the owner stops reading the socket, makes the message durable or refuses it, and says so with
// finishMessage(); then what was pipelined behind it goes on. One that the session refuses for its content is
// handed out too, for the owner to note (R-KEEP), one at a time like any other.
//
// Choices where the standards leave one: a command ended by a bare LF is answered 500; content ends only at
// CRLF.CRLF, bare LF and CR in it are kept and found; octets after DATA in the same segment are content, and
// when DATA was refused they end the session, so that content is never run as commands; commands after EHLO
// in one segment are processed in order; STARTTLS and AUTH are not offered.
//
// Belongs to one thread. Never blocks, never throws.
class SmtpSession final
{
public:
    SmtpSession(const SmtpPolicy& policy, const SmtpLimits& limits, QByteArray hostName, PeerInfo peer);

    // Once, first: R-GREETING, or 554 for a peer whose octets were there before it.
    void greet(bool peerSpokeFirst, MonotonicTime now);
    void receive(QByteArrayView octets, MonotonicTime now);

    std::optional<ReceivedMessage> takeMessage();
    bool isWaiting() const { return m_mode == Mode::Waiting || m_mode == Mode::Looking; }
    // One that is refused for its content is answered so, whatever `reply` says.
    void finishMessage(const SmtpReply& reply, MonotonicTime now);

    // True once each time the session has stopped for a policy that may be behind; goOn() when it no longer is.
    bool takePolicyWish() { return std::exchange(m_wantsPolicy, false); }
    void goOn(MonotonicTime now);

    QByteArray takeOutput();
    QList<SmtpEvent> takeEvents();
    bool wantsClose() const { return m_mode == Mode::Closed; }

    // When timeout() is due; none while the owner works or the session is over. A call that comes early does
    // nothing.
    std::optional<MonotonicTime> nextDeadline() const;
    void timeout(MonotonicTime now);

    // The server stops: 421 4.3.2, behind the answer to a message that is out.
    void shutDown(MonotonicTime now);
    // The connection is gone; a message that is out stays the owner's.
    void peerClosed(MonotonicTime now);

private:
    enum class Mode { Command, OverlongLine, Content, Chunk, Waiting, Looking, Closed };
    enum class Greeting { None, Helo, Ehlo };

    void resume();
    qsizetype process(QByteArrayView input);
    qsizetype processCommandLine(QByteArrayView input);
    qsizetype dropOverlongLine(QByteArrayView input);
    qsizetype processContent(QByteArrayView input);
    qsizetype processChunk(QByteArrayView input);

    bool mustLookBefore(const SmtpCommand& command) const;
    void execute(const SmtpCommand& command, bool moreInput);
    void hello(const SmtpCommand& command);
    void mail(const SmtpCommand& command);
    void rcpt(const SmtpCommand& command);
    void addRecipient(const RcptCommand& recipient, RecipientVerdict verdict);
    void data(const SmtpCommand& command, bool moreInput);
    void bdat(const SmtpCommand& command);
    void answerIdleCommand(const SmtpCommand& command);
    void quit(const SmtpCommand& command);

    void endChunk();
    void handOut(const QByteArray& verb, QByteArray content, qint64 octets);
    std::optional<SmtpRefusal> sequenceRefusal(SmtpVerb verb) const;
    void resetTransaction();

    void reply(const QByteArray& verb, const SmtpReply& reply, Reason reason);
    void refuse(const QByteArray& verb, const SmtpRefusal& refusal);
    void closeIfTooManyErrors(const QByteArray& verb);
    void closeIdler(const QByteArray& verb);
    void close(const QByteArray& verb, const SmtpReply& reply, Reason reason);
    void record(const QByteArray& verb, int replyCode, Reason reason);

    const SmtpPolicy& m_policy;
    const SmtpLimits m_limits;
    const QByteArray m_hostName;
    const PeerInfo m_peer;

    Mode m_mode = Mode::Command;
    Greeting m_greeting = Greeting::None;
    QByteArray m_heloName;
    bool m_inTransaction = false;
    bool m_isPolicyFresh = false; // in this transaction
    bool m_wantsPolicy = false;
    bool m_isShuttingDown = false;
    SmtpEnvelope m_envelope;
    DataReader m_data;
    ChunkReader m_chunks;
    std::optional<SmtpRefusal> m_chunkRefusal;   // what a chunk that is read and dropped is answered
    std::optional<SmtpRefusal> m_contentRefusal; // of the message that is out
    SmtpConduct m_conduct;
    SmtpPace m_pace;

    QByteArray m_input;
    QByteArray m_output;
    qsizetype m_droppedOctets = 0;
    QList<SmtpEvent> m_events;
    std::optional<ReceivedMessage> m_message;
    MonotonicTime m_now;
};

} // namespace reserve
