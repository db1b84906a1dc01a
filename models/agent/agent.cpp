// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/agent.h"

#include "models/agent/agentparts.h"
#include "models/base/logging.h"
#include "models/reserving/outdating.h"

namespace reserve {

namespace {

constexpr std::chrono::milliseconds listenAgainInterval(5000);

// Ends the command where its argument "trace" is no number.
std::optional<TraceId> traceNamedIn(const Command& command, const CommandRunner::Done& done)
{
    const QString name = QStringLiteral("trace");
    bool isNumber = false;
    const TraceId id{command.arguments.value(name).toLongLong(&isNumber)};
    if (isNumber)
        return id;
    done({"agent.command-argument", {{QStringLiteral("name"), name}}});
    return std::nullopt;
}

} // namespace

Agent::Agent(Store& store, SecretStore& secrets, AgentOptions options, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_secrets(secrets)
    , m_options(options)
{
}

Agent::~Agent() = default;

void Agent::start()
{
    if (m_phase != Phase::Idle)
        return;
    m_phase = Phase::Starting;
    m_status = {};
    m_parts = std::make_unique<AgentParts>(m_store, m_secrets, m_options);
    m_listenAgain = std::make_unique<QTimer>();
    m_listenAgain->setSingleShot(true);
    m_listenAgain->setInterval(listenAgainInterval);
    connect(m_listenAgain.get(), &QTimer::timeout, this, &Agent::listen);
    connectLease();
    connectParts();
    addCommands();
    m_parts->lease.take();
}

void Agent::connectLease()
{
    connect(&m_parts->lease, &AgentLeaseKeeper::taken, this, &Agent::begin);
    connect(&m_parts->lease, &AgentLeaseKeeper::held, this, &Agent::onLeaseHeld);
    connect(&m_parts->lease, &AgentLeaseKeeper::failed, this, [this](const Reason& reason) {
        qCWarning(lcAgent) << "no lease:" << reason.code << reason.arguments;
        Q_EMIT cannotListen(reason);
        finish();
    });
    connect(&m_parts->lease, &AgentLeaseKeeper::lost, this, [this](const Reason& reason) {
        qCWarning(lcAgent) << "lease lost to" << reason.arguments.value(QStringLiteral("holder"));
        Q_EMIT leaseLost(reason);
        stop();
    });
    connect(&m_parts->lease, &AgentLeaseKeeper::released, this, &Agent::finish);
    const auto noteLost = [this](const Reason& reason) { m_parts->lease.noteLost(reason); };
    connect(&m_parts->intake, &MailIntake::leaseRefused, this, noteLost);
    connect(&m_parts->processor, &RequestProcessor::leaseRefused, this, noteLost);
    connect(&m_parts->delivery, &DeliveryWorker::leaseRefused, this, noteLost);
}

void Agent::connectParts()
{
    AgentParts& parts = *m_parts;
    connect(&parts.configuration, &ConfigurationWatch::ready, &parts.recorder, &SessionRecorder::start);
    connect(&parts.recorder, &SessionRecorder::ready, this, &Agent::run);
    connect(&parts.recorder, &SessionRecorder::failed, this, &Agent::onCannotListen);
    connect(&parts.configuration, &ConfigurationWatch::failed, this, &Agent::onCannotListen);
    connect(&parts.configuration, &ConfigurationWatch::changed, this, [this] {
        m_parts->account.refresh();
        m_parts->servers.refresh();
        m_parts->leftoverSecrets.look();
        listen();
    });
    connect(&parts.intake, &MailIntake::taken, &parts.processor, &RequestProcessor::offer);
    connect(&parts.replay, &MessageReplay::taken, &parts.processor, &RequestProcessor::offer);
    connect(&parts.replay, &MessageReplay::held, this, [this] { m_parts->digest.note(); });
    connect(&parts.intake, &MailIntake::held, this, [this] { m_parts->digest.note(); });
    connect(&parts.processor, &RequestProcessor::decided, this, [this](const Trace& trace) {
        if (NoticeDigest::concerns(trace))
            m_parts->digest.note();
    });
    // Also those that are asked for in a console.
    connect(&parts.router, &ChangeRouter::approvalsMoved, this, [this] { m_parts->digest.note(); });
    connect(&parts.held, &HeldRelease::reopened, this,
            [this](const QList<TraceId>& traces) { m_parts->processor.decide(traces, false); });
    connect(&parts.delivery, &DeliveryWorker::attentionNeeded, this,
            [this] { m_parts->digest.note(m_parts->delivery.pauseReason()); });
    const auto sayWhatIsMissing = [this] {
        if (m_status.missingSecrets != missingSecrets())
            say(m_status.state, m_status.reason);
    };
    connect(&parts.account, &OutgoingAccount::refreshed, this, sayWhatIsMissing);
    connect(&parts.servers, &ServerLinks::refreshed, this, sayWhatIsMissing);
    connect(&parts.listener, &SmtpListener::noSessions, this, &Agent::endWhenIdle);
    connect(&parts.intake, &MailIntake::idle, this, &Agent::endWhenIdle);
    connect(&parts.processor, &RequestProcessor::idle, this, &Agent::endWhenIdle);
    connect(&parts.delivery, &DeliveryWorker::idle, this, &Agent::endWhenIdle);
    connect(&parts.recorder, &SessionRecorder::idle, this, &Agent::endWhenIdle);
}

void Agent::addCommands()
{
    using Done = CommandRunner::Done;
    CommandRunner& commands = m_parts->commands;
    commands.handle(CommandKind::StartListening, [this](const Command&, const Done& done) {
        m_listens = true;
        m_parts->listener.stopListening();
        listen();
        done(m_status.state == AgentState::Listening ? Reason() : m_status.reason);
    });
    commands.handle(CommandKind::StopListening, [this](const Command&, const Done& done) {
        m_listens = false;
        m_listenAgain->stop();
        m_parts->listener.stopListening();
        m_parts->listener.shutDownSessions();
        say(AgentState::Stopped, {"agent.stopped-on-command", {}});
        done({});
    });
    commands.handle(CommandKind::ReloadSettings, [this](const Command&, const Done& done) {
        m_parts->configuration.reload();
        m_parts->account.refresh();
        m_parts->servers.refresh();
        m_parts->leftoverSecrets.look();
        done({});
    });
    commands.handle(CommandKind::RetryOutbox,
                    [this](const Command& command, const Done& done) { retryOutbox(command, done); });
    commands.handle(CommandKind::DecideHeld,
                    [this](const Command& command, const Done& done) { decideHeld(command, done); });
    commands.handle(CommandKind::Replay, [this](const Command& command, const Done& done) {
        if (const auto id = traceNamedIn(command, done))
            m_parts->replay.replay(*id, command.actor, done);
    });
    commands.handle(CommandKind::ProbeServer,
                    [this](const Command& command, const Done& done) { m_parts->serverProbe.probe(command, done); });
    commands.handle(CommandKind::FindServer,
                    [this](const Command& command, const Done& done) { m_parts->serverProbe.find(command, done); });
    commands.handle(CommandKind::Checkpoint, [this](const Command&, const Done& done) {
        m_parts->courier.await(m_store.checkpoint(), [done](const Result<void>& emptied) {
            done(emptied ? Reason() : emptied.error().reason());
        });
    });
}

// Arguments: "id" of one entry, or "profile": what goes to that server; without them everything that waits.
void Agent::retryOutbox(const Command& command, const CommandRunner::Done& done)
{
    std::optional<OutboxId> id;
    std::optional<ServerProfileId> server;
    if (const QString text = command.arguments.value(QStringLiteral("id")); !text.isEmpty())
        id = OutboxId{text.toLongLong()};
    else if (const QString profile = command.arguments.value(QStringLiteral("profile")); !profile.isEmpty())
        server = ServerProfileId{profile.toLongLong()};
    const QList<OutboxQueue> queues = server ? m_parts->delivery.ways().queuesOf(*server) : QList<OutboxQueue>();
    m_parts->store.write(
        WritePriority::Normal,
        [id, server, queues, actor = command.actor](WriteUnit& unit) -> Result<std::optional<OutboxEntry>> {
            if (const auto ended = id ? endOldNews(unit, *id, actor) : Result<Reason>(); !ended)
                return failure(ended.error());
            const auto hurried = server ? unit.outbox().retryNow(queues, actor) : unit.outbox().retryNow(id, actor);
            if (!hurried)
                return failure(hurried.error());
            return id ? unit.outbox().find(*id) : std::nullopt;
        },
        [this, server, done](const Result<std::optional<OutboxEntry>>& entry) {
            if (!entry)
                return done(entry.error().reason());
            retryWayOf(*entry, server);
            done({});
        });
}

// What stands still is tried once more: the way of one entry, one server, or all there is.
void Agent::retryWayOf(const std::optional<OutboxEntry>& entry, std::optional<ServerProfileId> server)
{
    const DeliveryWay way = entry ? m_parts->delivery.ways().of(queueOf(*entry)) : DeliveryWay();
    if (way.link)
        server = way.link->profile().id;
    if (server || !entry)
        m_parts->servers.tryAgain(server);
    if (!server)
        m_parts->account.tryAgain();
}

// Arguments: "trace", the id of a held message that a person releases; without it what is held for its spelling is
// looked at again.
void Agent::decideHeld(const Command& command, const CommandRunner::Done& done)
{
    const QString text = command.arguments.value(QStringLiteral("trace"));
    if (text.isEmpty()) {
        m_parts->held.start();
        return done({});
    }
    if (const auto id = traceNamedIn(command, done)) {
        m_parts->processor.decide({*id}, true);
        done({});
    }
}

void Agent::onLeaseHeld(const Reason& reason)
{
    qCInfo(lcAgent) << "lease held by" << reason.arguments.value(QStringLiteral("holder"));
    Q_EMIT leaseHeld(reason);
    if (!m_options.waitsForLease)
        return finish();
    QTimer::singleShot(m_options.leaseDuration / 3, &m_parts->lease, [this] {
        if (m_phase == Phase::Starting)
            m_parts->lease.take();
    });
}

void Agent::begin()
{
    if (m_phase != Phase::Starting)
        return;
    say(AgentState::Starting);
    m_parts->configuration.start();
}

void Agent::run()
{
    if (m_phase != Phase::Starting)
        return;
    m_phase = Phase::Running;
    m_listens = m_options.listens;
    m_parts->processor.start();
    m_parts->account.refresh();
    m_parts->servers.refresh();
    m_parts->leftoverSecrets.look();
    m_parts->delivery.start();
    m_parts->commands.start();
    m_parts->held.start();
    m_parts->digest.start();
    m_parts->retention.start();
    m_parts->seriesFilling.start();
    m_parts->zoneWatch.start();
    if (m_listens)
        listen();
    else
        say(AgentState::Stopped, {"agent.stopped-on-command", {}});
}

// Brings the listener to where options and settings want it; what fits already stays untouched.
void Agent::listen()
{
    if (m_phase != Phase::Running || !m_listens)
        return;
    SmtpListener& listener = m_parts->listener;
    const Settings& settings = m_parts->configuration.current()->settings();
    const QHostAddress wanted = m_options.address.value_or(QHostAddress(settings.smtpAddress()));
    const quint16 wantedPort = m_options.port.value_or(settings.smtpPort());
    const bool isThere = listener.isListening() && listener.serverAddress() == wanted
        && (wantedPort == 0 || listener.serverPort() == wantedPort) && listener.mayListenOn(wanted);
    if (isThere)
        return;
    listener.stopListening();
    const Result<void> opened = listener.open(wanted, wantedPort);
    m_status.address
        = wanted.toString() + QLatin1Char(':') + QString::number(opened ? listener.serverPort() : wantedPort);
    if (!opened)
        return onCannotListen(opened.error().reason());
    m_listenAgain->stop();
    qCInfo(lcAgent) << "listening on" << m_status.address;
    say(AgentState::Listening);
    Q_EMIT listening(listener.serverAddress(), listener.serverPort());
}

void Agent::onCannotListen(const Reason& reason)
{
    const bool isNew = m_status.state != AgentState::CannotListen || m_status.reason != reason;
    m_listenAgain->start();
    if (!isNew)
        return;
    say(AgentState::CannotListen, reason);
    Q_EMIT cannotListen(reason);
}

QStringList Agent::missingSecrets() const
{
    return m_parts->account.missingSecrets() + m_parts->servers.missingSecrets();
}

void Agent::say(AgentState state, const Reason& reason)
{
    m_status.state = state;
    m_status.reason = reason;
    m_status.missingSecrets = missingSecrets();
    m_status.saidAt = m_parts->store.now();
    m_parts->store.write(
        WritePriority::Intake, [status = m_status](WriteUnit& unit) { return unit.agent().say(status); },
        [](const Result<void>& said) {
            if (!said)
                qCWarning(lcAgent) << "state not stored:" << said.error().logLine();
        });
}

void Agent::stop()
{
    if (m_phase == Phase::Idle || m_phase == Phase::Stopping)
        return;
    m_phase = Phase::Stopping;
    m_listenAgain->stop();
    QTimer::singleShot(m_options.stopLimit, &m_parts->lease, [this] {
        qCWarning(lcAgent) << "stopped before everything under way was done";
        end();
    });
    m_parts->listener.stopListening();
    m_parts->listener.shutDownSessions();
    m_parts->commands.stop();
    m_parts->digest.stop();
    m_parts->retention.stop();
    m_parts->seriesFilling.stop();
    m_parts->zoneWatch.stop();
    m_parts->processor.stop();
    m_parts->delivery.stop();
    m_parts->recorder.flush();
    endWhenIdle();
}

void Agent::endWhenIdle()
{
    if (m_phase != Phase::Stopping || m_isEnding)
        return;
    const AgentParts& parts = *m_parts;
    const bool isIdle = parts.listener.sessionCount() == 0 && parts.intake.underWay() == 0 && parts.processor.isIdle()
        && parts.delivery.isIdle();
    if (!isIdle)
        return;
    if (parts.recorder.isIdle())
        end();
    else
        m_parts->recorder.flush();
}

void Agent::end()
{
    if (std::exchange(m_isEnding, true))
        return;
    if (m_parts->lease.holds())
        say(AgentState::Stopped);
    m_parts->lease.release();
}

void Agent::finish()
{
    m_phase = Phase::Stopping;
    m_listenAgain->stop();
    m_parts->courier.close();
    // Not at once: this runs in the middle of a call from one of the parts.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_parts.reset();
            m_status.state = AgentState::Stopped;
            m_isEnding = false;
            m_phase = Phase::Idle;
            Q_EMIT stopped();
        },
        Qt::QueuedConnection);
}

AgentState Agent::state() const
{
    return m_status.state;
}

quint16 Agent::port() const
{
    return m_parts ? m_parts->listener.serverPort() : 0;
}

QHostAddress Agent::address() const
{
    return m_parts ? m_parts->listener.serverAddress() : QHostAddress();
}

} // namespace reserve
