// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/streamsocket.h"
#include "models/entities/ids.h"
#include "models/mail/smtpsession.h"

#include <QObject>

namespace reserve {

// One connection and the SMTP session that is spoken over it. Reads nothing while a message waits to become durable,
// nor while the peer does not read what it was told. It has no timer: whoever owns it calls checkDeadlines() now and
// then.
class SmtpConnection final : public QObject
{
    Q_OBJECT

public:
    SmtpConnection(SessionId id, const SmtpPolicy& policy, const SmtpLimits& limits, const QByteArray& hostName,
                   QObject* parent = nullptr);

    // Takes over the descriptor; false when the peer is gone already.
    bool open(qintptr descriptor);
    void greet();

    SessionId id() const { return m_id; }
    const QHostAddress& peerAddress() const { return m_socket.peerAddress(); }
    QString peerText() const;

    // The answer to a message that messageReceived() handed out.
    void finishMessage(const SmtpReply& reply);
    // After policyWanted(): the policy knows all that was changed before.
    void goOn();
    void checkDeadlines(MonotonicTime now);
    // 421 at once, or behind the answer to the message that is out.
    void shutDown();
    // 421 or 554 in place of a greeting, then closed.
    void refuse(const SmtpReply& reply);

Q_SIGNALS:
    void messageReceived(reserve::ReceivedMessage message);
    void policyWanted();
    void eventsRecorded(const QList<reserve::SmtpEvent>& events);
    // Once, last.
    void ended();

private:
    void read();
    bool mayRead() const;
    void readOn();
    // What the session left behind after each call.
    void collect();
    void send(const QByteArray& output);
    void beginClosing();
    void end();

    const SessionId m_id;
    const SmtpPolicy& m_policy;
    const SmtpLimits m_limits;
    const QByteArray m_hostName;
    StreamSocket m_socket;
    std::optional<SmtpSession> m_session;
    MonotonicTime m_lastProgress;
    std::optional<MonotonicTime> m_lingersUntil;
    bool m_hasEnded = false;
};

} // namespace reserve
