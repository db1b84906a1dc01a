// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/console/embeddedagent.h"

#include "models/agent/agent.h"
#include "models/base/logging.h"
#include "models/store/store.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QStandardPaths>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
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
            qCWarning(lcAgent) << "the agent's program cannot be started:" << m_process.program();
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
    m_place == Place::Thread ? startThread() : startProcess();
}

void EmbeddedAgent::startThread()
{
    AgentOptions options;
    options.waitsForLease = true;
    m_agent = new Agent(m_store, m_secrets, options);
    m_agent->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, m_agent, &Agent::start);
    connect(&m_thread, &QThread::finished, m_agent, &QObject::deleteLater);
    connect(m_agent, &Agent::stopped, &m_thread, &QThread::quit);
    connect(&m_thread, &QThread::finished, this, [this] {
        m_agent = nullptr;
        Q_EMIT stopped();
    }, Qt::SingleShotConnection);
    m_thread.start();
}

QString EmbeddedAgent::agentProgram()
{
    // Installed both lie in one folder, built each in its own.
    const QString folder = QCoreApplication::applicationDirPath();
    const QStringList candidates{folder + QStringLiteral("/reserve-agent"), folder + QStringLiteral("/../agent/reserve-agent")};
    for (const QString& candidate : candidates) {
        if (QFileInfo(candidate).isExecutable())
            return candidate;
    }
    return QStandardPaths::findExecutable(QStringLiteral("reserve-agent"));
}

void EmbeddedAgent::startProcess()
{
    m_processStarted = QDateTime::currentMSecsSinceEpoch();
    m_process.start(agentProgram(), {QStringLiteral("run"), QStringLiteral("--wait"), QStringLiteral("--store"),
                                     m_store.location().file()});
}

void EmbeddedAgent::processEnded()
{
    if (m_stopping) {
        Q_EMIT stopped();
        return;
    }
    Q_EMIT crashed();
    const bool lived = QDateTime::currentMSecsSinceEpoch() - m_processStarted >= shortestLife;
    if (lived)
        m_restart.start();
}

void EmbeddedAgent::stop()
{
    m_stopping = true;
    m_restart.stop();
    if (!isRunning()) {
        Q_EMIT stopped();
        return;
    }
    if (m_place == Place::Process)
        m_process.terminate();
    else
        QMetaObject::invokeMethod(m_agent, &Agent::stop);
}

} // namespace reserve
