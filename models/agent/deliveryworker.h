// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/breaker.h"
#include "models/agent/deliveryplan.h"
#include "models/agent/leasedstore.h"
#include "models/agent/outboxmarks.h"
#include "models/agent/serverrequest.h"
#include "models/agent/waitexplainer.h"
#include "models/transport/mailtransport.h"

#include <QObject>
#include <QTimer>

class QThreadPool;

namespace reserve {

class ChangeRouter;
class ConfigurationWatch;
class OutgoingAccount;

// Delivers what waits in the outbox, each lane in its order, and tries again by R-RETRY until the other side
// is back: to the server of a room's mailbox, or as a mail (DeliveryWays). While no server is set up, while a
// server is away or its password was refused, rows wait with the reason noted and without being tried one by
// one: one attempt tells whether it is back. One server that is away holds back nothing that goes to another.
//
// A server is told once, whatever is killed when: the gateway looks what is there before it writes. SMTP
// cannot promise that to a sender that is killed between the server's answer and its own commit; a mail that
// is sent again then bears the same Message-ID.
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

    // Whatever held the outgoing server back may be mended: try again now.
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
    void sendMail(const OutboxEntry& entry);
    void onSent(const OutboxEntry& entry, const Result<SendReport>& report);
    void onMailProblem(const OutboxEntry& entry, const Error& error);

    void askServer(const OutboxEntry& entry, const DeliveryWay& way, bool byMail);
    void onServerAnswer(const OutboxEntry& entry, const DeliveryWay& way, const Result<Reason>& answer);
    void onServerProblem(const OutboxEntry& entry, const DeliveryWay& way, const Error& error);
    void lookAgain(const OutboxEntry& entry, const DeliveryWay& way, const Error& error);
    void fail(const OutboxEntry& entry, const Error& error);

    const Parts m_parts;
    const DeliveryWays m_ways;
    OutboxMarks m_marks;
    WaitExplainer m_explainer;
    QTimer m_wake;
    State m_state = State::Starting;
    Breaker m_outgoing;
    std::optional<Instant> m_nextLook;
    int m_outgoingUnderWay = 0;
    int m_inFlight = 0;
    bool m_isLooking = false;
    bool m_looksAgain = false;
};

} // namespace reserve
