// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/requestprocessor.h"

#include "models/agent/configurationwatch.h"
#include "models/agent/crashmark.h"
#include "models/base/logging.h"

#include <QSet>
#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace reserve {

namespace {

// Enough that preparing, deciding and committing all have work; few enough that a crash leaves few suspects.
constexpr std::size_t windowSize = 64;
constexpr qint64 readingsOctets = 32 << 20;
constexpr int mostFailures = 2;
constexpr std::chrono::milliseconds retryInterval(500);
constexpr int workPriority = 0;

struct Backlog
{
    int waiting = 0;
    TraceId newest;
};

Result<Backlog> backlogIn(const ReadUnit& unit)
{
    TraceFilter filter;
    filter.state = TraceState::Waiting;
    const Result<int> waiting = unit.traces().count(filter);
    if (!waiting)
        return failure(waiting.error());
    const Result<QList<TraceId>> newest = unit.traces().page({}, {}, 1);
    if (!newest)
        return failure(newest.error());
    return Backlog{*waiting, newest->isEmpty() ? TraceId() : newest->first()};
}

struct StoredMessage
{
    QByteArray raw;
    QString sender;
};

Result<StoredMessage> readMessageOf(const ReadUnit& unit, const Trace& trace)
{
    Result<QByteArray> raw = unit.inbox().raw(trace.inboxId);
    if (!raw)
        return failure(raw.error());
    return StoredMessage{std::move(*raw), trace.sender};
}

Result<int> addCrashes(WriteUnit& unit, const QList<TraceId>& victims)
{
    for (const TraceId id : victims) {
        const auto found = unit.traces().find(id);
        if (!found)
            return failure(found.error());
        if (!*found)
            continue;
        Trace trace = **found;
        ++trace.attempts;
        if (const Result<void> updated = unit.traces().update(trace); !updated)
            return failure(updated.error());
    }
    return int(victims.size());
}

Result<Trace> storeQuarantine(WriteUnit& unit, TraceId id, const Reason& reason)
{
    const auto found = unit.traces().find(id);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure("trace.missing", {{QStringLiteral("id"), QString::number(id.value)}});
    Trace trace = **found;
    trace.state = TraceState::Done;
    trace.verdict = Verdict::Quarantined;
    trace.reason = reason;
    trace.decidedAt = unit.now();
    trace.steps.append({unit.now(), QByteArrayLiteral("R-250"), reason});
    if (const Result<void> updated = unit.traces().update(trace); !updated)
        return failure(updated.error());
    return trace;
}

bool isWhole(const Result<DecisionProgress>& progress)
{
    return progress && !progress->rest;
}

} // namespace

struct RequestProcessor::Decider
{
    std::shared_ptr<const ItipReader> reader;
    Reserving reserving;
};

RequestProcessor::RequestProcessor(LeasedStore& store, const ConfigurationWatch& configuration, QThreadPool& workers,
                                   CrashMark& crashMark, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_configuration(configuration)
    , m_workers(workers)
    , m_crashMark(crashMark)
    , m_order(std::make_shared<SpaceOrder>())
    , m_readings(readingsOctets)
    , m_retry(this)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryInterval);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        advance();
        pump();
        pull();
    });
    connect(&m_configuration, &ConfigurationWatch::ready, this, &RequestProcessor::applyConfiguration);
    connect(&m_configuration, &ConfigurationWatch::changed, this, &RequestProcessor::applyConfiguration);
}

RequestProcessor::~RequestProcessor() = default;

void RequestProcessor::applyConfiguration()
{
    const std::shared_ptr<const ItipReader> reader
        = m_decider ? m_decider->reader : std::make_shared<const ItipReader>();
    m_decider = std::make_shared<const Decider>(Decider{reader, Reserving(m_configuration.current(), *reader)});
}

void RequestProcessor::start()
{
    if (m_crashMark.victims().isEmpty())
        readBacklog();
    else
        countCrashes();
}

void RequestProcessor::countCrashes()
{
    m_store.write(
        WritePriority::Normal, [victims = m_crashMark.victims()](WriteUnit& unit) { return addCrashes(unit, victims); },
        [this](const Result<int>& counted) {
            if (counted)
                m_crashMark.forgetVictims();
            else
                qCWarning(lcAgent) << "crashes not counted:" << counted.error().logLine();
            readBacklog();
        });
}

void RequestProcessor::readBacklog()
{
    m_store.read(&backlogIn, [this](const Result<Backlog>& backlog) {
        if (backlog)
            return onCounted(backlog->waiting, backlog->newest);
        qCWarning(lcAgent) << "inbox not counted:" << backlog.error().logLine();
        onCounted(0, {});
    });
}

void RequestProcessor::onCounted(int waiting, TraceId newest)
{
    if (m_state == State::Stopped)
        return;
    m_state = State::Running;
    m_waiting += waiting;
    m_lastOfEarlierRun = newest;
    m_mayBeMore = true;
    pull();
}

void RequestProcessor::stop()
{
    m_state = State::Stopped;
    m_retry.stop();
    reportIdle();
}

void RequestProcessor::offer(const QList<TraceId>& traces, const std::shared_ptr<const MessageReading>& reading,
                             qint64 octets)
{
    if (traces.isEmpty())
        return;
    for (const TraceId id : traces)
        m_readings.put(id, reading, octets);
    m_waiting += int(traces.size());
    m_mayBeMore = true;
    pull();
}

void RequestProcessor::decide(const QList<TraceId>& traces, bool released)
{
    // They stand as waiting: the backlog that is still being read counts them and has them decided.
    if (m_state == State::Starting && !released)
        return;
    m_store.read([traces](const ReadUnit& unit) { return unit.traces().byIds(traces); },
                 [this, released](const Result<QList<Trace>>& found) {
                     if (!found) {
                         qCWarning(lcAgent) << "held messages not read:" << found.error().logLine();
                         return;
                     }
                     for (const Trace& trace : *found) {
                         if (trace.state == (released ? TraceState::Held : TraceState::Waiting)) {
                             ++m_waiting;
                             admit(trace, released);
                         }
                     }
                     advance();
                 });
}

void RequestProcessor::pull()
{
    if (m_state != State::Running || m_isPulling || !m_mayBeMore || m_entries.size() >= windowSize
        || m_retry.isActive())
        return;
    m_isPulling = true;
    m_mayBeMore = false;
    const int limit = int(windowSize - m_entries.size());
    m_store.read([after = m_pulledUpTo, limit](const ReadUnit& unit) { return unit.traces().waiting(after, limit); },
                 [this, limit](const Result<QList<Trace>>& traces) {
                     m_mayBeMore = m_mayBeMore || !traces || traces->size() == limit;
                     onPulled(traces);
                 });
}

void RequestProcessor::onPulled(const Result<QList<Trace>>& traces)
{
    m_isPulling = false;
    if (!traces) {
        qCWarning(lcAgent) << "inbox not read:" << traces.error().logLine();
        m_retry.start();
        return;
    }
    for (const Trace& trace : *traces) {
        m_pulledUpTo = trace.id;
        admit(trace, false);
    }
    advance();
    pull();
}

void RequestProcessor::admit(const Trace& trace, bool released)
{
    m_entries.try_emplace(trace.id, Entry{trace, Stage::Idle, released, 0, nullptr, nullptr});
}

bool RequestProcessor::isSuspect(const Entry& entry) const
{
    return entry.trace.attempts > 0 && entry.trace.id <= m_lastOfEarlierRun && !entry.released;
}

void RequestProcessor::advance()
{
    if (m_state != State::Running || !m_decider)
        return;
    for (auto& [id, entry] : m_entries) {
        if (isSuspect(entry)) {
            // Alone: what came before is decided first, what came after waits.
            if (id == m_entries.begin()->first && entry.stage == Stage::Idle)
                beginSuspect(entry);
            break;
        }
        if (entry.stage == Stage::Idle)
            begin(entry);
    }
}

void RequestProcessor::beginSuspect(Entry& entry)
{
    if (entry.trace.attempts < mostCrashes)
        return begin(entry);
    entry.stage = Stage::Reading;
    quarantine(entry.trace.id,
               {"trace.quarantined", {{QStringLiteral("attempts"), QString::number(entry.trace.attempts)}}});
}

void RequestProcessor::begin(Entry& entry)
{
    entry.stage = Stage::Reading;
    if (auto reading = m_readings.take(entry.trace.id))
        prepareOnWorker(entry, std::move(reading));
    else
        readAgain(entry.trace.id);
}

void RequestProcessor::readAgain(TraceId id)
{
    const auto entry = m_entries.find(id);
    if (entry == m_entries.end())
        return;
    m_store.read([trace = entry->second.trace](const ReadUnit& unit) { return readMessageOf(unit, trace); },
                 [this, id](const Result<StoredMessage>& message) {
                     const auto present = m_entries.find(id);
                     if (present == m_entries.end())
                         return;
                     if (!message)
                         return onFailed(id, message.error());
                     m_workers.start(
                         [this, id, message = *message, decider = m_decider, now = m_store.now()] {
                             const CrashMark::Watch watch(id);
                             auto prepared = std::make_shared<const PreparedMessage>(
                                 prepare(readMail(message.raw, message.sender), *decider->reader, now));
                             m_store.courier().post([this, id, prepared] { onPrepared(id, prepared); });
                         },
                         workPriority);
                 });
}

void RequestProcessor::prepareOnWorker(Entry& entry, std::shared_ptr<const MessageReading> reading)
{
    m_workers.start(
        [this, id = entry.trace.id, reading = std::move(reading), decider = m_decider, now = m_store.now()] {
            const CrashMark::Watch watch(id);
            auto prepared = std::make_shared<const PreparedMessage>(prepare(reading, *decider->reader, now));
            m_store.courier().post([this, id, prepared] { onPrepared(id, prepared); });
        },
        workPriority);
}

void RequestProcessor::onPrepared(TraceId id, std::shared_ptr<const PreparedMessage> prepared)
{
    const auto entry = m_entries.find(id);
    if (entry == m_entries.end())
        return;
    entry->second.prepared = std::move(prepared);
    entry->second.stage = Stage::Prepared;
    pump();
}

void RequestProcessor::pump()
{
    if (m_state != State::Running || m_retry.isActive())
        return;
    QSet<SpaceId> blocked;
    for (auto& [id, entry] : m_entries) {
        const SpaceId space = entry.trace.spaceId;
        const bool isItsTurn = !space || (!blocked.contains(space) && m_order->mayDecide(space, id));
        if (entry.stage == Stage::Prepared && isItsTurn)
            submit(entry);
        else if (entry.stage != Stage::Deciding)
            blocked.insert(space);
    }
}

void RequestProcessor::submit(Entry& entry)
{
    entry.stage = Stage::Deciding;
    ++m_inFlight;
    const TraceId id = entry.trace.id;
    const SpaceId space = entry.trace.spaceId;
    auto work = [decider = m_decider, order = m_order, prepared = entry.prepared, rest = entry.rest,
                 released = entry.released, id, space](WriteUnit& unit) -> Result<DecisionProgress> {
        if (!order->mayDecide(space, id))
            return failure("agent.out-of-turn", {}, true);
        const CrashMark::Watch watch(id);
        Result<DecisionProgress> progress = rest ? decider->reserving.goOn(unit, *rest, *prepared)
                                                 : decider->reserving.beginTrace(unit, id, *prepared, released);
        if (!isWhole(progress))
            order->stall(space, id);
        return progress;
    };
    // On the store's thread, before its next transaction: what failed as a whole must not be overtaken either, nor what
    // is not written to its end.
    const auto settled = [order = m_order, id, space](const Result<DecisionProgress>& progress) {
        if (isWhole(progress))
            order->decided(space, id);
        else
            order->stall(space, id);
    };
    m_store.write(WritePriority::Normal, std::move(work), settled,
                  [this, id](const Result<DecisionProgress>& progress) {
                      if (progress && progress->rest)
                          return onPart(id, progress->rest);
                      onDecided(id, progress.map([](const DecisionProgress& done) { return done.trace; }));
                  });
}

void RequestProcessor::onPart(TraceId id, std::shared_ptr<const SeriesInProgress> rest)
{
    --m_inFlight;
    if (const auto entry = m_entries.find(id); entry != m_entries.end()) {
        entry->second.rest = std::move(rest);
        entry->second.stage = Stage::Prepared;
    }
    pump();
    reportIdle();
}

void RequestProcessor::onDecided(TraceId id, const Result<Trace>& decision)
{
    --m_inFlight;
    if (!decision) {
        onFailed(id, decision.error());
        return reportIdle();
    }
    m_entries.erase(id);
    m_waiting = std::max(0, m_waiting - 1);
    Q_EMIT decided(*decision);
    advance();
    pump();
    pull();
    reportIdle();
}

void RequestProcessor::onFailed(TraceId id, const Error& error)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    Entry& entry = found->second;
    entry.rest.reset(); // is begun again: the store may not be as it was
    entry.stage = entry.prepared ? Stage::Prepared : Stage::Idle;
    if (error.code() == "agent.out-of-turn")
        return;
    if (error.code() == "lease.lost") {
        Q_EMIT leaseRefused(error.reason());
        return;
    }
    qCWarning(lcAgent) << "trace" << id.value << "not decided:" << error.logLine();
    if (!error.isRetryable() && ++entry.failures >= mostFailures) {
        entry.stage = Stage::Reading;
        return quarantine(id, {"trace.undecidable", causedBy(error)});
    }
    if (m_state == State::Running)
        m_retry.start();
}

void RequestProcessor::quarantine(TraceId id, const Reason& reason)
{
    qCWarning(lcAgent) << "trace" << id.value << "quarantined:" << reason.code;
    ++m_inFlight;
    const SpaceId space = m_entries.at(id).trace.spaceId;
    m_store.write(
        WritePriority::Normal, [id, reason](WriteUnit& unit) { return storeQuarantine(unit, id, reason); },
        [this, id, space](const Result<Trace>& stored) {
            if (stored)
                m_order->decided(space, id);
            onDecided(id, stored);
        });
}

void RequestProcessor::reportIdle()
{
    if (m_state == State::Stopped && m_inFlight == 0)
        Q_EMIT idle();
}

} // namespace reserve
