// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/reason.h"
#include "models/entities/agentstatus.h"
#include "models/entities/ids.h"

#include <QHostAddress>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace reserve {

class AgentParts;
class GatewayFactory;
class SecretStore;
class Store;
struct Command;
struct OutboxEntry;

// What one run of the agent does otherwise than the settings say.
struct AgentOptions
{
    std::optional<QHostAddress> address; // in place of smtp.address
    std::optional<quint16> port;         // in place of smtp.port; 0: any free one
    bool listens = true;                 // false: waits for the command StartListening
    bool waitsForLease = false;          // another agent holds the lease: try again until it is free
    Milliseconds leaseDuration{15000};
    Milliseconds idleLimit{300000};           // RFC 5321 4.5.3.2.7: at least five minutes outside tests
    Milliseconds stopLimit{5000};             // after which stop() no longer waits for commits and deliveries
    std::shared_ptr<GatewayFactory> gateways; // none: no way to Exchange, everything goes by mail
};

// The live SMTP agent of one store: takes mail, decides it, delivers what must be told (design section 3, "The one way
// of a meeting request"). It meets windows and scripts in the store alone: obeys commands, says its state.
//
// Lives on one thread with an event loop, which its owner gives it (moveToThread before start()): the sockets' thread.
// Parsing runs on workers, SQL on the store's threads. `store` and `secrets` outlive it.
class Agent final : public QObject
{
    Q_OBJECT

public:
    Agent(Store& store, SecretStore& secrets, AgentOptions options = {}, QObject* parent = nullptr);
    ~Agent() override;

    // Agent's thread, as all that follows; again after stopped(). Takes the lease, then listens, decides and delivers.
    void start();

    // Stops listening first, says 421 to sessions that wait, lets commits under way finish, gives the lease back; then
    // stopped(). From another thread: QMetaObject::invokeMethod(agent, &Agent::stop).
    void stop();

    AgentState state() const;
    // Neither running nor starting or stopping.
    bool isIdle() const { return m_phase == Phase::Idle; }
    // Where it listens; 0 while it does not.
    quint16 port() const;
    QHostAddress address() const;

Q_SIGNALS:
    void listening(const QHostAddress& address, quint16 port);
    // The agent goes on deciding and delivering; listening is tried again when settings change or on command. Codes:
    // agent.port-taken, agent.peers-missing (address), agent.cannot-listen (address, port, detail).
    void cannotListen(const reserve::Reason& reason);
    // lease.held (holder, since): another agent works on this store. Unless it waits for the lease, stopped() follows.
    void leaseHeld(const reserve::Reason& reason);
    // lease.lost (holder): nothing more is decided or delivered; stopped() follows.
    void leaseLost(const reserve::Reason& reason);
    void stopped();

private:
    enum class Phase { Idle, Starting, Running, Stopping };

    void connectLease();
    void connectParts();
    void addCommands();
    void retryOutbox(const Command& command, const std::function<void(const Reason&)>& done);
    void retryWayOf(const std::optional<OutboxEntry>& entry, std::optional<ServerProfileId> server);
    void decideHeld(const Command& command, const std::function<void(const Reason&)>& done);
    void onLeaseHeld(const Reason& reason);
    void begin();
    void run();
    void listen();
    void onCannotListen(const Reason& reason);
    QStringList missingSecrets() const;
    void say(AgentState state, const Reason& reason = {});
    void endWhenIdle();
    void end();
    void finish();

    Store& m_store;
    SecretStore& m_secrets;
    const AgentOptions m_options;
    Phase m_phase = Phase::Idle;
    AgentStatus m_status; // as last said
    bool m_listens = true;
    bool m_isEnding = false;
    std::unique_ptr<QTimer> m_listenAgain;
    std::unique_ptr<AgentParts> m_parts;
};

} // namespace reserve
