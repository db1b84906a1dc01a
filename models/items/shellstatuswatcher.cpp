// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/shellstatuswatcher.h"

#include "models/items/whenanswered.h"
#include "models/settings/settings.h"
#include "models/store/changefeed.h"
#include "models/store/store.h"

#include <algorithm>
#include <chrono>

namespace reserve {

namespace {

using namespace std::chrono_literals;

Instant startOfToday(Instant now)
{
    return fromDateTime(toDateTime(now).toLocalTime().date().startOfDay());
}

Result<int> traceCount(const ReadUnit& unit, TraceState state)
{
    TraceFilter filter;
    filter.state = state;
    return unit.traces().count(filter);
}

Result<void> readCounts(const ReadUnit& unit, Instant now, StatusFigures& status)
{
    const auto waiting = traceCount(unit, TraceState::Waiting);
    if (!waiting)
        return failure(waiting.error());
    const auto held = traceCount(unit, TraceState::Held);
    if (!held)
        return failure(held.error());
    const auto outbox = unit.outbox().counts();
    if (!outbox)
        return failure(outbox.error());
    TraceFilter refused;
    refused.verdict = Verdict::Rejected;
    refused.received = TimeRange{startOfToday(now), now + 1h};
    const auto refusals = unit.traces().count(refused);
    if (!refusals)
        return failure(refusals.error());
    status.inboxWaiting = *waiting;
    status.held = *held;
    status.outbox = *outbox;
    status.refusedToday = *refusals;
    return {};
}

Result<void> readServers(const ReadUnit& unit, StatusFigures& status)
{
    const auto servers = unit.serverProfiles().all();
    if (!servers)
        return failure(servers.error());
    const auto states = unit.agent().serverStates();
    if (!states)
        return failure(states.error());
    status.servers = *servers;
    status.serverStates = *states;
    return {};
}

Result<StatusFigures> readStatus(const ReadUnit& unit, Instant now)
{
    StatusFigures status;
    const auto agent = unit.agent().status();
    if (!agent)
        return failure(agent.error());
    const auto lease = unit.agent().lease();
    if (!lease)
        return failure(lease.error());
    const auto stored = unit.settings().all();
    if (!stored)
        return failure(stored.error());
    status.agent = *agent;
    status.lease = *lease;
    status.agentRuns = lease->isHeldAt(now);
    if (const auto servers = readServers(unit, status); !servers)
        return failure(servers.error());
    status.hasOutgoingServer = !Settings(*stored).outgoingHost().isEmpty()
        || std::any_of(status.servers.begin(), status.servers.end(),
                       [](const ServerProfile& server) { return server.kind != ServerKind::MailOnly; });
    if (const auto counts = readCounts(unit, now, status); !counts)
        return failure(counts.error());
    return status;
}

bool concerns(const Change& change)
{
    switch (change.subject) {
    case ChangeSubject::Agent:
    case ChangeSubject::Traces:
    case ChangeSubject::Outbox:
    case ChangeSubject::ServerProfiles:
    case ChangeSubject::Settings:
        return true;
    default:
        return false;
    }
}

} // namespace

std::optional<Instant> StatusFigures::nextTry(Instant now) const
{
    if (!outbox.nextTry || !hasOutgoingServer)
        return std::nullopt;
    if (*outbox.nextTry > now)
        return outbox.nextTry;
    std::optional<Instant> soonest;
    for (const ServerState& state : serverStates) {
        const bool ends = state.standing == ServerStanding::Away || state.standing == ServerStanding::Throttled;
        if (ends && state.until > now && (!soonest || state.until < *soonest))
            soonest = state.until;
    }
    return soonest;
}

const ServerState* StatusFigures::stateOf(ServerProfileId id) const
{
    const auto found = std::find_if(serverStates.begin(), serverStates.end(),
                                    [id](const ServerState& state) { return state.profileId == id; });
    return found == serverStates.end() ? nullptr : &*found;
}

ShellStatusWatcher::ShellStatusWatcher(Store& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
{
    m_gather.setSingleShot(true);
    m_gather.setInterval(100ms);
    m_lapse.setInterval(2s);
    connect(&m_gather, &QTimer::timeout, this, &ShellStatusWatcher::read);
    connect(&m_lapse, &QTimer::timeout, this, &ShellStatusWatcher::read);
    connect(&store.changes(), &ChangeFeed::changed, this, &ShellStatusWatcher::take, Qt::QueuedConnection);
    m_lapse.start();
    read();
}

AgentState ShellStatusWatcher::agentState() const
{
    return m_figures.agentRuns ? m_figures.agent.state : AgentState::Stopped;
}

void ShellStatusWatcher::setPracticeRuns(bool runs)
{
    m_practiceRuns = runs;
    m_figures.practiceRuns = runs;
    Q_EMIT changed();
}

void ShellStatusWatcher::take(const QList<Change>& changes)
{
    if (!m_gather.isActive() && std::any_of(changes.begin(), changes.end(), concerns))
        m_gather.start();
}

void ShellStatusWatcher::read()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    const Instant now = m_store.clock().now();
    const auto answer = m_store.read([now](const ReadUnit& unit) { return readStatus(unit, now); });
    whenAnswered(answer, this, [this](const Result<StatusFigures>& status) { takeFigures(status); });
}

void ShellStatusWatcher::takeFigures(const Result<StatusFigures>& status)
{
    m_reading = false;
    if (status) {
        m_figures = *status;
        m_figures.practiceRuns = m_practiceRuns;
        Q_EMIT changed();
    } else {
        Q_EMIT failed(status.error().reason());
    }
    if (std::exchange(m_again, false))
        m_gather.start();
}

} // namespace reserve
