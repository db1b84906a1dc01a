// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/agent.h"
#include "models/secrets/memorysecretstore.h"
#include "models/store/store.h"

#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace reserve::test {

// An agent on a thread of its own, on a free port of loopback, as the console runs it.
class AgentHost final
{
public:
    explicit AgentHost(Store& store, AgentOptions options = {});
    ~AgentHost(); // stops it

    // Waits until it listens, or until it says why it does not.
    bool start();
    // Waits for stopped().
    bool stop();

    quint16 port() const { return m_port; }
    // The last reason given with cannotListen, leaseHeld or leaseLost.
    Reason reason() const;
    bool isStopped() const { return m_isStopped; }
    // Runs on the agent's thread, which does nothing else meanwhile.
    void runOnItsThread(const std::function<void()>& work);
    MemorySecretStore& secrets() { return m_secrets; }

private:
    void note(const Reason& reason);

    MemorySecretStore m_secrets;
    QThread m_thread;
    Agent* m_agent; // lives on m_thread, dies with it
    mutable std::mutex m_mutex;
    Reason m_reason;
    std::atomic<quint16> m_port{0};
    std::atomic<bool> m_isStopped{false};
    std::atomic<bool> m_hasAnswered{false};
};

} // namespace reserve::test
