// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/deliveryplan.h"
#include "models/agent/leasedstore.h"
#include "models/agent/outboxmarks.h"
#include "models/agent/outgoinglink.h"
#include "models/agent/serverrequest.h"
#include "models/agent/waitexplainer.h"

#include <QObject>
#include <QTimer>

#include <functional>

class QThreadPool;

namespace reserve {

class ChangeRouter;
class ConfigurationWatch;
class MailTransport;
class OutgoingAccount;

// Delivers what waits in the outbox, each lane in its order, and tries again by R-RETRY until the other side
// is back: through the gateway of a room's server, or through the one that mails (DeliveryWays). While no server
// is set up, while a server is away or its password was refused, rows wait with the reason noted and without
// being tried one by one: one attempt tells whether it is back. One server that is away holds back nothing that
// goes to another.
//
// A server is told once, whatever is killed when: the gateway looks what is there before it writes. SMTP
// cannot promise that to a sender that dies, or whose line is cut, between the server's last 250 and its own
// commit (RFC 5321 4.5.4.1). That moment is as short as one commit, which goes before all else that waits for the
// writer; and a mail that is sent again then is the same to the byte, Message-ID and Date included, by which mail
// servers and readers know a duplicate.
class DeliveryWorker final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        LeasedStore& store;
        ChangeRouter& router;
        const ConfigurationWatch& configuration;
        const OutgoingAccount& account;
        ServerLinks& servers;
        MailTransport& transport;
        QThreadPool& workers;
    };
    explicit DeliveryWorker(const Parts& parts, QObject* parent = nullptr);

    void start();
    // Nothing new is begun; idle() follows when what was begun is marked.
    void stop();
    bool isIdle() const { return waitsOnlyFor(0); }
    // Nothing moves here until so many requests under way are answered.
    bool waitsOnlyFor(int answers) const { return m_inFlight == answers && !m_isLooking; }

    // Looks whether something may be delivered. It does so by itself when something moved and when something
    // is due.
    void deliver();
    // When it looks next by itself; nothing while it waits for an answer or a person.
    std::optional<Instant> nextLook() const { return m_nextLook; }

    const DeliveryWays& ways() const { return m_ways; }

    // Why delivery to a server stands still until a person acts; empty otherwise.
    Reason pauseReason() const;

Q_SIGNALS:
    // Something failed for good, or delivery paused: a person should look.
    void attentionNeeded();
    void leaseRefused(const reserve::Reason& reason);
    void idle();

private:
    enum class State { Starting, Running, Stopped };

    void resume();
    OutgoingStanding outgoing() const;
    Milliseconds longestPause() const;
    Minutes retryInterval() const;
    // What an agent held when it died waits again; only then is anything delivered.
    void release();
    void onReleased(const Result<int>& released);
    void onQueues(const Result<QList<WaitingQueue>>& queues);
    void onTaken(const Result<QList<OutboxEntry>>& entries);
    void onLooked();
    void onSettled();
    void wakeAt(Instant instant);

    void send(const OutboxEntry& entry);
    void sendAsMail(const OutboxEntry& entry);
    // `edition`: of the outgoing account by which it was mailed.
    void onMailed(const OutboxEntry& entry, int edition, const Result<Reason>& answer);
    void onMailProblem(const OutboxEntry& entry, int edition, const Error& error);

    // The request of an entry, made by a worker. A server lets a mailbox send in its own name.
    void prepare(const OutboxEntry& entry, const QString& mailbox, bool byMail,
                 std::function<void(const Result<ServerRequest>&)> made);

    void askServer(const OutboxEntry& entry, const DeliveryWay& way, bool byMail);
    void onServerAnswer(const OutboxEntry& entry, const DeliveryWay& way, const Result<Reason>& answer);
    void onServerProblem(const OutboxEntry& entry, const DeliveryWay& way, const Error& error);
    void lookAgain(const OutboxEntry& entry, const DeliveryWay& way, const Error& error);
    // The mailbox has a newer version than the one that was decided. Its decision makes this answer superfluous.
    void awaitNewer(const OutboxEntry& entry, const DeliveryWay& way, const Error& error);
    // An answer that may not be mailed any more is looked for in Exchange a last time.
    void lookOnceMore(const OutboxEntry& entry);
    void putBack(const OutboxEntry& entry, Instant next);
    void fail(const OutboxEntry& entry, const Error& error);

    const Parts m_parts;
    const DeliveryWays m_ways;
    OutboxMarks m_marks;
    WaitExplainer m_explainer;
    QTimer m_wake;
    State m_state = State::Starting;
    OutgoingLink m_outgoing;
    std::optional<Instant> m_nextLook;
    int m_inFlight = 0;
    bool m_isLooking = false;
    bool m_looksAgain = false;
};

} // namespace reserve
