// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/writer.h"

#include "models/base/logging.h"
#include "models/store/changelog.h"
#include "models/store/connection.h"
#include "models/store/fairmutex.h"
#include "models/store/spoolfolder.h"

#include <QElapsedTimer>

#include <algorithm>

namespace reserve {

namespace {

constexpr std::size_t mostUnits = 256;
constexpr qint64 longestBatchMilliseconds = 20;
// Whoever sent a message waits for this commit: beside intake, a transaction does this much else, or one unit for each
// message where that is more. So neither waits long for the other.
constexpr qint64 leastMillisecondsBesideIntake = 2;

// Every so many units, one of the lowest priority that waits: intake goes first, but nothing starves.
constexpr std::size_t lowestTurn = 16;
// Each attempt waits as long as the connection's busy timeout.
constexpr int mostAttempts = 6;
constexpr auto changeLogAge = std::chrono::hours(1);
constexpr auto pruneInterval = Minutes(10);

// How much of a transaction was intake, and how much else.
class Shares final
{
public:
    void add(WritePriority priority, qint64 nanoseconds)
    {
        if (priority == WritePriority::Intake) {
            ++m_messages;
        } else {
            ++m_others;
            m_othersNanoseconds += nanoseconds;
        }
    }
    bool isIntakeAloneNow() const
    {
        return m_messages > 0 && m_others >= m_messages
            && m_othersNanoseconds >= leastMillisecondsBesideIntake * 1000000;
    }

private:
    int m_messages = 0;
    int m_others = 0;
    qint64 m_othersNanoseconds = 0;
};

} // namespace

Writer::Writer(QString file, QString spoolFolder, std::shared_ptr<const Clock> clock, FairMutex& writing,
               std::function<void()> committed)
    : m_file(std::move(file))
    , m_spoolFolder(std::move(spoolFolder))
    , m_clock(std::move(clock))
    , m_writing(writing)
    , m_committed(std::move(committed))
    , m_thread(QThread::create([this] { work(); }))
{
    m_thread->setObjectName(QStringLiteral("store-writer"));
    m_thread->start();
}

Writer::~Writer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread->wait();
}

void Writer::enqueue(WriteJob job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting[std::size_t(job.priority)].push_back(std::move(job));
    }
    m_wake.notify_one();
}

void Writer::work()
{
    while (waitForWork())
        commitWhatWaits();
    m_connection.reset();
}

bool Writer::waitForWork()
{
    std::unique_lock lock(m_mutex);
    const auto anyWaiting = [this] {
        return std::any_of(m_waiting.begin(), m_waiting.end(), [](const auto& queue) { return !queue.empty(); });
    };
    m_wake.wait(lock, [&] { return m_stopping || anyWaiting(); });
    return anyWaiting();
}

std::optional<WriteJob> Writer::next(std::size_t position, bool intakeAlone)
{
    const std::lock_guard lock(m_mutex);
    const auto isWaiting = [](const auto& queue) { return !queue.empty(); };
    const auto take = [](std::deque<WriteJob>& queue) {
        WriteJob job = std::move(queue.front());
        queue.pop_front();
        return job;
    };
    if (intakeAlone) {
        auto& intake = m_waiting[std::size_t(WritePriority::Intake)];
        return intake.empty() ? std::nullopt : std::optional(take(intake));
    }
    if (position % lowestTurn == lowestTurn - 1) {
        const auto lowest = std::find_if(m_waiting.rbegin(), m_waiting.rend(), isWaiting);
        return lowest == m_waiting.rend() ? std::nullopt : std::optional(take(*lowest));
    }
    const auto highest = std::find_if(m_waiting.begin(), m_waiting.end(), isWaiting);
    return highest == m_waiting.end() ? std::nullopt : std::optional(take(*highest));
}

void Writer::commitWhatWaits()
{
    Batch batch;
    const Result<void> done = tryPatiently(batch, true);
    if (done)
        finish(batch, std::nullopt);
    else if (batch.empty())
        refuseWhatWaits(done.error());
    else if (batch.size() == 1)
        finish(batch, done.error());
    else
        commitSingly(batch);
}

void Writer::commitSingly(Batch& batch)
{
    for (Begun& begun : batch) {
        Batch single;
        single.push_back(std::move(begun));
        const Result<void> done = tryPatiently(single, false);
        finish(single, done ? std::nullopt : std::optional(done.error()));
    }
}

// The transaction could not even begin: everybody who waits now is told.
void Writer::refuseWhatWaits(const Error& error)
{
    Batch batch;
    while (batch.size() < mostUnits) {
        std::optional<WriteJob> job = next(batch.size(), false);
        if (!job)
            break;
        batch.push_back({std::move(*job), std::nullopt});
    }
    finish(batch, error);
}

// A busy database is tried again, a bounded number of times; units run again then.
Result<void> Writer::tryPatiently(Batch& batch, bool takeMore)
{
    Result<void> done;
    for (int i = 0; i < mostAttempts; ++i) {
        done = attempt(batch, takeMore && batch.empty());
        if (done || done.error().code() != "store.busy")
            return done;
        qCWarning(lcStore) << "writing waits:" << done.error().logLine();
    }
    return done;
}

Result<void> Writer::attempt(Batch& batch, bool takeMore)
{
    if (const Result<void> connected = connectWhenNeeded(); !connected)
        return connected;
    const std::lock_guard turn(m_writing);
    if (const Result<void> begun = m_connection->beginWriting(); !begun)
        return begun;
    m_lease.reset();
    m_keepsAny = false;
    Result<void> done = fill(batch, takeMore);
    if (done && !m_keepsAny) {
        m_connection->rollback();
        return {};
    }
    if (done)
        done = logChanges();
    if (done)
        done = m_connection->commit();
    if (done)
        return done;
    m_connection->rollback();
    qCWarning(lcStore) << "transaction of" << batch.size() << "units failed:" << done.error().logLine();
    // After a failed write or sync nothing this connection believes about the file is trusted any more.
    if (done.error().code() == "store.io")
        m_connection.reset();
    return done;
}

Result<void> Writer::fill(Batch& batch, bool takeMore)
{
    for (Begun& begun : batch) {
        if (const Result<void> ran = runUnit(begun); !ran)
            return ran;
    }
    QElapsedTimer elapsed;
    elapsed.start();
    Shares shares;
    while (takeMore && batch.size() < mostUnits && elapsed.elapsed() < longestBatchMilliseconds) {
        std::optional<WriteJob> job = next(batch.size(), shares.isIntakeAloneNow());
        if (!job)
            break;
        const WritePriority priority = job->priority;
        const qint64 begun = elapsed.nsecsElapsed();
        batch.push_back({std::move(*job), std::nullopt});
        if (const Result<void> ran = runUnit(batch.back()); !ran)
            return ran;
        shares.add(priority, elapsed.nsecsElapsed() - begun);
    }
    return {};
}

// An error here is the transaction's; the unit's own error only drops its savepoint.
Result<void> Writer::runUnit(Begun& begun)
{
    begun.refusal.reset();
    const std::optional<Instant>& rehearsedAt = begun.job.rehearsedAt;
    const Instant now = rehearsedAt.value_or(m_clock->now());
    if (const Result<void> opened = m_connection->beginUnit(now); !opened)
        return opened;
    if (const Result<void> valid = checkLease(begun.job.leaseToken); !valid) {
        begun.refusal = valid.error();
        return m_connection->dropUnit();
    }
    // Who has no lease may be taking it.
    if (begun.job.leaseToken == 0)
        m_lease.reset();
    WriteUnit unit(*m_connection, now);
    if (!begun.job.run(unit) || rehearsedAt)
        return m_connection->dropUnit();
    m_keepsAny = true;
    return m_connection->keepUnit();
}

Result<void> Writer::checkLease(qint64 token)
{
    if (token == 0)
        return {};
    if (!m_lease) {
        const Result<AgentLease> lease = AgentRepository(*m_connection).lease();
        if (!lease)
            return failure(lease.error());
        m_lease = *lease;
    }
    if (m_lease->token != token)
        return failure("lease.lost", {{QStringLiteral("holder"), m_lease->holder}});
    return {};
}

Result<void> Writer::logChanges()
{
    const QList<Change> changes = m_connection->takeChanges();
    if (changes.isEmpty())
        return {};
    const Instant now = m_clock->now();
    ChangeLog log(*m_connection);
    const Result<void> appended = log.append(changes, now);
    if (!appended || now < m_prunedAt + pruneInterval)
        return appended;
    m_prunedAt = now;
    return log.prune(now - changeLogAge);
}

void Writer::finish(Batch& batch, const std::optional<Error>& error)
{
    if (!error) {
        const QStringList doomed = m_connection->takeDoomedSpoolFiles();
        for (const QString& name : doomed)
            SpoolFolder(m_spoolFolder).remove(name);
        m_committed();
    }
    for (const Begun& begun : batch)
        begun.job.complete(begun.refusal ? begun.refusal : error);
}

Result<void> Writer::connectWhenNeeded()
{
    if (m_connection)
        return {};
    Result<std::unique_ptr<Connection>> connection = Connection::open(m_file, Connection::Role::Writer);
    if (!connection)
        return failure(connection.error());
    m_connection = std::move(*connection);
    return {};
}

} // namespace reserve
