// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/leasedstore.h"
#include "models/entities/session.h"
#include "models/mail/smtpevent.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace reserve {

// What happens in the sessions, for the monitor: gathered for 100 ms, written in one batch after intake, bounded. What
// had to be dropped is counted as a gap in the numbers. A recipient refused at RCPT leaves a trace beside its event, at
// most some of one session.
class SessionRecorder final : public QObject
{
    Q_OBJECT

public:
    explicit SessionRecorder(LeasedStore& store, QObject* parent = nullptr);

    // Sessions and events count up over the whole store: where an earlier agent stopped. ready() follows.
    void start();

    SessionId newSession();
    void record(SessionId session, const QString& peer, const QList<SmtpEvent>& events);
    // A connection that was turned away before it had a session.
    void noteRefusal(SessionId session, const QString& peer, int replyCode, const Reason& reason);

    // Writes what has gathered; idle() follows when all of it is written.
    void flush();
    bool isIdle() const { return m_pending.isEmpty() && m_refusals.isEmpty() && !m_isWriting; }

Q_SIGNALS:
    void ready();
    void failed(const reserve::Reason& reason);
    void idle();

private:
    struct RefusedRecipient
    {
        QString sender;
        QString recipient;
        Reason reason;
    };

    void append(SessionEvent event);
    void appendRefused(SessionId session, const Reason& reason);
    void onWritten(const Result<void>& written);

    LeasedStore& m_store;
    QTimer m_gathering;
    QList<SessionEvent> m_pending;
    QList<RefusedRecipient> m_refusals;
    QHash<SessionId, int> m_refusalsOfSession;
    qint64 m_lastNumber = 0;
    qint64 m_lastSession = 0;
    qint64 m_dropped = 0;
    bool m_isWriting = false;
};

} // namespace reserve
