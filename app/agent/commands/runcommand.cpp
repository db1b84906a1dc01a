// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/cli.h"
#include "app/agent/commands.h"
#include "app/agent/commands/hostandport.h"
#include "app/agent/commands/timeinput.h"
#include "app/agent/signalwatcher.h"
#include "app/agent/workplace.h"
#include "models/agent/agent.h"
#include "models/agent/exchangeservers.h"

#include <QCoreApplication>

namespace reserve {

namespace {

const QString listenOption = QStringLiteral("listen");
const QString waitOption = QStringLiteral("wait");

Result<AgentOptions> agentOptions(const Invocation& invocation)
{
    AgentOptions options;
    options.waitsForLease = invocation.isSet(waitOption);
    options.gateways = std::make_shared<ExchangeServers>();
    if (!invocation.isSet(listenOption))
        return options;
    const QString text = invocation.value(listenOption);
    const Result<HostAndPort> where = hostAndPortFromInput(text, listenOption);
    if (!where)
        return failure(where.error());
    const QHostAddress address(where->host == QLatin1String("localhost") ? QStringLiteral("127.0.0.1") : where->host);
    if (address.isNull())
        return invalidValue(listenOption, text, Cli::tr("an address and port such as 127.0.0.1:8025"));
    options.address = address;
    options.port = where->port;
    return options;
}

// Runs one agent on this thread until it stops, and knows why it did.
class AgentRun final : public QObject
{
public:
    AgentRun(Store& store, SecretStore& secrets, const AgentOptions& options, Terminal& terminal)
        : m_terminal(terminal)
        , m_waits(options.waitsForLease)
        , m_agent(store, secrets, options)
    {
        connect(&m_signals, &SignalWatcher::stopAsked, this, &AgentRun::stop);
        connect(&m_agent, &Agent::listening, this, [this](const QHostAddress& address, quint16 port) {
            m_terminal.line(QStringLiteral("listening on ") + HostAndPort{address.toString(), port}.text());
        });
        connect(&m_agent, &Agent::cannotListen, this, &AgentRun::onObstacle);
        connect(&m_agent, &Agent::leaseHeld, this, &AgentRun::onObstacle);
        connect(&m_agent, &Agent::leaseLost, this, [this](const Reason& reason) { m_end = failure(toError(reason)); });
        connect(
            &m_agent, &Agent::stopped, this, [] { QCoreApplication::quit(); }, Qt::QueuedConnection);
    }

    Result<ExitCode> run()
    {
        QMetaObject::invokeMethod(&m_agent, &Agent::start, Qt::QueuedConnection);
        QCoreApplication::exec();
        return m_end;
    }

private:
    static Error toError(const Reason& reason) { return Error(reason.code, reason.arguments); }

    // A second request does not wait for what is under way.
    void stop()
    {
        if (std::exchange(m_stopping, true))
            QCoreApplication::quit();
        else
            m_agent.stop();
    }

    void onObstacle(const Reason& reason)
    {
        if (m_waits) {
            if (std::exchange(m_lastObstacle, reason) != reason)
                m_terminal.complain(reason);
            return;
        }
        m_end = failure(toError(reason));
        stop();
    }

    Terminal& m_terminal;
    const bool m_waits;
    bool m_stopping = false;
    Reason m_lastObstacle;
    Result<ExitCode> m_end = ExitCode::Good;
    SignalWatcher m_signals;
    Agent m_agent;
};

class RunCommand final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("run"); }
    QString summary() const override
    {
        return Cli::tr("runs the agent: takes mail, decides it and answers, until SIGTERM or Ctrl+C");
    }
    QList<QCommandLineOption> options() const override
    {
        return {{listenOption, Cli::tr("listens here in place of smtp.address and smtp.port; port 0: any free one"),
                 QStringLiteral("ADDRESS:PORT")},
                {waitOption,
                 Cli::tr("goes on and tries again while the port is taken or another agent works on the "
                         "store, instead of ending")}};
    }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const Result<AgentOptions> options = agentOptions(invocation);
        if (!options)
            return failure(options.error());
        const Result<Store*> store = workplace.store();
        if (!store)
            return failure(store.error());
        const Result<SecretStore*> secrets = workplace.secrets();
        if (!secrets)
            return failure(secrets.error());
        return AgentRun(**store, **secrets, *options, workplace.terminal()).run();
    }
};

} // namespace

Subcommands runCommands()
{
    Subcommands commands;
    commands.push_back(std::make_unique<RunCommand>());
    return commands;
}

} // namespace reserve
