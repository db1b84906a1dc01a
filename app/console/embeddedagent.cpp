// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/console/embeddedagent.h"

#include "models/agent/agent.h"
#include "models/agent/exchangeservers.h"
#include "models/agent/leaseholder.h"
#include "models/base/logging.h"
#include "models/store/store.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QStandardPaths>

#include <utility>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>

#include <csignal>
#endif

namespace reserve {

namespace {

// A child that lived shorter than this would only fail the same way again.
constexpr qint64 shortestLife = 10'000;
constexpr int restartAfter = 1'000;

// A window that is killed leaves no agent behind that nobody sees any more.
void endWithThisProcess(QProcess& process)
{
#ifdef Q_OS_LINUX
    process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
#else
    Q_UNUSED(process);
#endif
}

} // namespace

EmbeddedAgent::EmbeddedAgent(Store& store, SecretStore& secrets, Place place, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_secrets(secrets)
    , m_place(place)
    , m_runsAt(place)
{
    m_thread.setObjectName(QStringLiteral("agent"));
    m_process.setProcessChannelMode(QProcess::ForwardedChannels);
    endWithThisProcess(m_process);
    m_restart.setSingleShot(true);
    m_restart.setInterval(restartAfter);
    connect(&m_restart, &QTimer::timeout, this, &EmbeddedAgent::start);
    connect(&m_process, &QProcess::finished, this, &EmbeddedAgent::processEnded);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            processRefused();
    });
}

EmbeddedAgent::~EmbeddedAgent()
{
    m_stopping = true;
    if (m_process.state() != QProcess::NotRunning) {
        m_process.terminate();
        m_process.waitForFinished();
    }
    m_thread.quit();
    m_thread.wait();
}

bool EmbeddedAgent::isRunning() const
{
    return m_thread.isRunning() || m_process.state() != QProcess::NotRunning;
}

void EmbeddedAgent::start()
{
    if (isRunning())
        return;
    m_stopping = false;
    m_restart.stop();
    m_runsAt = m_place;
    m_runsAt == Place::Thread ? startThread() : startProcess();
}

void EmbeddedAgent::setPlace(Place place)
{
    if (place == m_place)
        return;
    m_place = place;
    // One that is stopping for good is not brought back.
    if (!isRunning() || (m_stopping && !m_startsAgain))
        return;
    m_startsAgain = true;
    letEnd();
}

void EmbeddedAgent::startThread()
{
    AgentOptions options;
    options.waitsForLease = true;
    options.gateways = std::make_shared<ExchangeServers>();
    m_agent = new Agent(m_store, m_secrets, options);
    m_agent->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, m_agent, &Agent::start);
    connect(&m_thread, &QThread::finished, m_agent, &QObject::deleteLater);
    connect(m_agent, &Agent::stopped, &m_thread, &QThread::quit);
    connect(
        &m_thread, &QThread::finished, this,
        [this] {
            m_agent = nullptr;
            m_thread.wait();
            ended();
        },
        Qt::SingleShotConnection);
    m_thread.start();
}

QString EmbeddedAgent::agentProgram()
{
    // Installed both lie in one folder, built each in its own.
    const QString folder = QCoreApplication::applicationDirPath();
    const QStringList candidates{folder + QStringLiteral("/reserve-agent"),
                                 folder + QStringLiteral("/../agent/reserve-agent")};
    for (const QString& candidate : candidates) {
        if (QFileInfo(candidate).isExecutable())
            return candidate;
    }
    return QStandardPaths::findExecutable(QStringLiteral("reserve-agent"));
}

void EmbeddedAgent::startProcess()
{
    const QString program = agentProgram();
    if (program.isEmpty()) {
        Q_EMIT troubled({"agent.program-missing", {}});
        return;
    }
    m_processStarted = QDateTime::currentMSecsSinceEpoch();
    m_process.start(
        program,
        {QStringLiteral("run"), QStringLiteral("--wait"), QStringLiteral("--store"), m_store.location().file()});
}

// Then `finished` does not come.
void EmbeddedAgent::processRefused()
{
    qCWarning(lcAgent) << "the agent's program cannot be started:" << m_process.program();
    if (m_stopping) {
        ended();
        return;
    }
    Q_EMIT troubled(
        {"agent.program-refused",
         {{QStringLiteral("program"), m_process.program()}, {QStringLiteral("detail"), m_process.errorString()}}});
}

void EmbeddedAgent::processEnded()
{
    if (m_stopping) {
        ended();
        return;
    }
    handBackLease();
    Q_EMIT crashed();
    const bool lived = QDateTime::currentMSecsSinceEpoch() - m_processStarted >= shortestLife;
    if (lived)
        m_restart.start();
    else
        Q_EMIT troubled({"agent.ended-at-once", {}});
}

// In place of the child that was killed, so that no window says that it still listens.
void EmbeddedAgent::handBackLease()
{
    const auto handedBack = m_store.write(WritePriority::Normal, [](WriteUnit& unit) -> Result<void> {
        const auto lease = unit.agent().lease();
        if (!lease)
            return failure(lease.error());
        return isHolderGone(*lease, unit.now()) ? unit.agent().release(lease->token) : Result<void>();
    });
    Q_UNUSED(handedBack)
}

void EmbeddedAgent::stop()
{
    m_startsAgain = false;
    m_restart.stop();
    if (!isRunning()) {
        m_stopping = true;
        Q_EMIT stopped();
        return;
    }
    letEnd();
}

void EmbeddedAgent::letEnd()
{
    if (std::exchange(m_stopping, true))
        return;
    if (m_runsAt == Place::Process)
        m_process.terminate();
    else
        QMetaObject::invokeMethod(m_agent, &Agent::stop);
}

void EmbeddedAgent::ended()
{
    if (std::exchange(m_startsAgain, false))
        start();
    else
        Q_EMIT stopped();
}

} // namespace reserve
