// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/leasedstore.h"
#include "models/mail/smtpenvelope.h"
#include "models/mail/smtpreply.h"
#include "models/reserving/meetingintake.h"

#include <QObject>

#include <functional>

class QThreadPool;

namespace reserve {

class ConfigurationWatch;
class CrashMark;

// What comes between the end of DATA and its answer: on a worker the message is read, kept (R-KEEP) and, above
// 256 KB, spooled; then one unit of work passes it through the gate and makes it durable, many messages to one commit.
// 250 only after that commit. What the session refuses for its content is kept and leaves its traces the same way; none
// of it is spooled. What took earlier processes down twice before it could be stored is not read again: it is
// stored as quarantined.
class MailIntake final : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(const SmtpReply&)>;

    MailIntake(LeasedStore& store, ConfigurationWatch& configuration, QThreadPool& workers, CrashMark& crashMark,
               QObject* parent = nullptr);

    // `answer` is called once, later, on the agent's thread; a session that refuses the message heeds only that it
    // comes.
    void take(ReceivedMessage message, SessionId session, Answer answer);

    // Messages that are not answered yet.
    int underWay() const { return m_underWay; }

Q_SIGNALS:
    void taken(const QList<reserve::TraceId>& traces, const std::shared_ptr<const reserve::MessageReading>& reading,
               qint64 octets);
    // Something of it was held at once (R-MAILBOX-CASE).
    void held();
    // The same, and by a configuration that is no longer in force.
    void heldByEarlierSetup();
    // A write was refused because another agent has the lease.
    void leaseRefused(const reserve::Reason& reason);
    // Nothing is under way any more.
    void idle();

private:
    struct Job;

    void work(const std::shared_ptr<Job>& job);
    void read(Job& job, const QByteArray& content) const;
    TraceStep keep(const Job& job, const QByteArray& line, const QByteArray& content) const;
    Result<void> fillRow(InboxMessage& row, QByteArray content) const;
    void finish(const std::shared_ptr<Job>& job, const Result<IntakeOutcome>& outcome);

    LeasedStore& m_store;
    ConfigurationWatch& m_configuration;
    QThreadPool& m_workers;
    CrashMark& m_crashMark;
    qint64 m_count = 0;
    int m_underWay = 0;
};

} // namespace reserve
