// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/result.h"
#include "models/entities/agentstatus.h"
#include "models/entities/change.h"
#include "models/entities/serverprofile.h"
#include "models/entities/serverstate.h"
#include "models/store/outboxrepository.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace reserve {

class Store;

// What the status bar of every window says, read from the store.
struct StatusFigures
{
    AgentStatus agent;
    AgentLease lease;
    bool agentRuns = false; // somebody holds the lease; without one the agent's last words are old
    int inboxWaiting = 0;   // taken, not yet decided
    int held = 0;           // waiting for a person
    OutboxCounts outbox;
    bool hasOutgoingServer = false; // or a server that sends mail from the rooms: answers have a way to go
    int refusedToday = 0;
    QList<ServerProfile> servers;
    QList<ServerState> serverStates;  // of a running agent
    std::optional<bool> practiceRuns; // the Practice Exchange of this console; unset: it did not run yet

    const ServerState* stateOf(ServerProfileId id) const;
    // When something of the outbox is tried next (R-RETRY). Nothing where it is tried now or waits for a person: what
    // is due and still waits, waits for a server.
    std::optional<Instant> nextTry(Instant now) const;
};

// Keeps a StatusFigures up to date: at once when the store moves, and every few seconds because a lease ends by time
// alone. GUI thread.
class ShellStatusWatcher final : public QObject
{
    Q_OBJECT

public:
    explicit ShellStatusWatcher(Store& store, QObject* parent = nullptr);

    const StatusFigures& figures() const { return m_figures; }
    // What the store does not know: this process is its host.
    void setPracticeRuns(bool runs);
    // Stopped whenever nobody holds the lease.
    AgentState agentState() const;

Q_SIGNALS:
    void changed();
    void failed(const reserve::Reason& reason);

private:
    void take(const QList<Change>& changes);
    void read();
    void takeFigures(const Result<StatusFigures>& figures);

    Store& m_store;
    StatusFigures m_figures;
    std::optional<bool> m_practiceRuns;
    QTimer m_gather;
    QTimer m_lapse;
    bool m_reading = false;
    bool m_again = false;
};

} // namespace reserve
