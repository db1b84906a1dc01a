// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/leasedstore.h"
#include "models/entities/outbox.h"
#include "models/transport/mailtransport.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

class QThreadPool;

namespace reserve {

class ChangeRouter;
class ConfigurationWatch;
class OutgoingAccount;

// Delivers what waits in the outbox, each lane in its order, and tries again by R-RETRY until the other side is back.
// While no server is set up, while the server is away or its password was refused, rows wait with the reason noted and
// without being tried one by one: one attempt tells whether it is back.
//
// SMTP cannot promise "once" to a sender that is killed between the server's answer and its own commit; a mail that is
// sent again then bears the same Message-ID.
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
        MailTransport& transport;
        QThreadPool& workers;
    };
    explicit DeliveryWorker(const Parts& parts, QObject* parent = nullptr);

    void start();
    // Nothing new is begun; idle() follows when what was begun is marked.
    void stop();
    bool isIdle() const { return m_inFlight == 0 && !m_isTaking; }

    // Whatever held delivery back may be mended: try again now.
    void resume();

    // The refused password because of which delivery stands still; empty otherwise.
    const Reason& pauseReason() const { return m_pause; }

Q_SIGNALS:
    // Something failed for good, or delivery paused: a person should look.
    void attentionNeeded();
    void leaseRefused(const reserve::Reason& reason);
    void idle();

private:
    enum class State { Starting, Running, Stopped };

    // Why nothing is tried at the moment; empty while delivery goes on.
    Reason obstacle() const;
    void deliver();
    void onTaken(const Result<QList<OutboxEntry>>& entries);
    Milliseconds longestPause() const;
    void waitForNextDue();
    void send(const OutboxEntry& entry);
    void onSent(const OutboxEntry& entry, const Result<SendReport>& report);
    void onProblem(const OutboxEntry& entry, const Error& error);
    void markDelivered(const OutboxEntry& entry, const QString& remoteText);
    void markFailed(const OutboxEntry& entry, const Error& error);
    void markForRetry(const OutboxEntry& entry, Instant next, const Error& error);
    void mark(std::function<Result<void>(WriteUnit&)> work);
    void explain(const Reason& reason);
    void storeExplanation();
    void wakeAt(Instant instant);

    const Parts m_parts;
    QTimer m_wake;
    QTimer m_explaining;
    State m_state = State::Starting;
    Reason m_pause;     // a refused password
    Reason m_awayReason; // the server could not be reached
    Instant m_awayUntil;
    Reason m_explained;
    OutboxId m_explainedUpTo;
    int m_inFlight = 0;
    bool m_isProven = false; // the server has spoken about a mail since it was set or away
    bool m_isTaking = false;
    bool m_takesAgain = false;
};

} // namespace reserve
