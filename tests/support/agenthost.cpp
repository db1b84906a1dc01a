// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/agenthost.h"

#include <QTest>

namespace reserve::test {

namespace {

AgentOptions onFreePort(AgentOptions options)
{
    if (!options.port)
        options.port = 0;
    return options;
}

} // namespace

AgentHost::AgentHost(Store& store, AgentOptions options)
    : m_agent(new Agent(store, m_secrets, onFreePort(options)))
{
    QObject::connect(m_agent, &Agent::listening, m_agent, [this](const QHostAddress&, quint16 port) {
        m_port = port;
        m_hasAnswered = true;
    });
    const auto noteReason = [this](const Reason& reason) { note(reason); };
    QObject::connect(m_agent, &Agent::cannotListen, m_agent, noteReason);
    QObject::connect(m_agent, &Agent::leaseHeld, m_agent, noteReason);
    QObject::connect(m_agent, &Agent::leaseLost, m_agent, noteReason);
    QObject::connect(m_agent, &Agent::stopped, m_agent, [this] { m_isStopped = true; });
    m_agent->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_agent, &QObject::deleteLater);
    m_thread.start();
}

AgentHost::~AgentHost()
{
    stop();
    m_thread.quit();
    m_thread.wait();
}

void AgentHost::note(const Reason& reason)
{
    const std::lock_guard lock(m_mutex);
    m_reason = reason;
    m_hasAnswered = true;
}

Reason AgentHost::reason() const
{
    const std::lock_guard lock(m_mutex);
    return m_reason;
}

void AgentHost::runOnItsThread(const std::function<void()>& work)
{
    QMetaObject::invokeMethod(m_agent, work, Qt::BlockingQueuedConnection);
}

bool AgentHost::start()
{
    m_isStopped = false;
    m_hasAnswered = false;
    m_port = 0;
    QMetaObject::invokeMethod(m_agent, &Agent::start);
    return QTest::qWaitFor([this] { return m_hasAnswered.load(); }, 10000) && m_port != 0;
}

bool AgentHost::stop()
{
    // An agent that does not run has nothing to say about stopping.
    bool isIdle = false;
    runOnItsThread([this, &isIdle] { isIdle = m_agent->isIdle(); });
    if (isIdle)
        return true;
    QMetaObject::invokeMethod(m_agent, &Agent::stop);
    return QTest::qWaitFor([this] { return m_isStopped.load(); }, 15000);
}

} // namespace reserve::test
