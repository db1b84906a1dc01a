// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/maintenance.h"

#include "models/base/logging.h"
#include "models/store/connection.h"
#include "models/store/fairmutex.h"
#include "models/store/inboxrepository.h"
#include "models/store/spoolfolder.h"

#include <QFileInfo>

namespace reserve {

namespace {

// Commits are gathered this long before their pages are brought over.
constexpr std::chrono::milliseconds checkpointDelay = std::chrono::seconds(1);
// A passive checkpoint never catches up with a writer that does not pause; above so many pages (64 MB) the log is begun
// anew even though that holds the writer up for a moment.
constexpr qint64 longestLog = 16 * 1024;
// How long the writer stands still at most, when a reader or another program keeps the log from being emptied.
constexpr int patienceMilliseconds = 100;
constexpr auto orphanAge = std::chrono::hours(24);

} // namespace

Maintenance::Maintenance(StoreLocation location, std::shared_ptr<const Clock> clock, FairMutex& writing)
    : m_location(std::move(location))
    , m_clock(std::move(clock))
    , m_writing(writing)
    , m_thread(QThread::create([this] { work(); }))
{
    m_thread->setObjectName(QStringLiteral("store-upkeep"));
    m_thread->start();
}

Maintenance::~Maintenance()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread->wait();
}

void Maintenance::committed()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_dirty)
            return;
        m_dirty = true;
    }
    m_wake.notify_one();
}

void Maintenance::enqueue(std::function<void()> job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

std::optional<std::function<void()>> Maintenance::next()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_stopping || m_dirty || !m_jobs.empty(); });
    if (m_jobs.empty() && !m_stopping)
        m_wake.wait_for(lock, checkpointDelay, [this] { return m_stopping || !m_jobs.empty(); });
    if (!m_jobs.empty()) {
        std::function<void()> job = std::move(m_jobs.front());
        m_jobs.pop_front();
        return job;
    }
    if (m_stopping)
        return std::nullopt;
    m_dirty = false;
    return std::function<void()>();
}

void Maintenance::work()
{
    removeOrphans();
    while (const std::optional<std::function<void()>> job = next()) {
        if (*job)
            (*job)();
        else
            checkpoint();
    }
    if (const Result<void> emptied = emptyLog(); !emptied)
        qCInfo(lcStore) << "the log stays as it is:" << emptied.error().logLine();
    m_connection.reset();
}

Result<Connection*> Maintenance::connection()
{
    if (!m_connection) {
        Result<std::unique_ptr<Connection>> opened = Connection::open(m_location.file(), Connection::Role::Plain);
        if (!opened)
            return failure(opened.error());
        const Result<int> patient
            = (*opened)->run(QStringLiteral("PRAGMA busy_timeout = %1").arg(patienceMilliseconds));
        if (!patient)
            return failure(patient.error());
        m_connection = std::move(*opened);
    }
    return m_connection.get();
}

void Maintenance::checkpoint()
{
    const Result<qint64> pages = carryOver("PASSIVE");
    Result<void> done = pages.map([](qint64) {});
    if (pages && *pages > longestLog)
        done = beginLogAnew();
    // A reader may hold it up for now; the next round comes with the next commits.
    if (!done)
        qCInfo(lcStore) << "checkpoint:" << done.error().logLine();
}

Result<void> Maintenance::emptyLog()
{
    const std::lock_guard turn(m_writing);
    return carryOver("TRUNCATE").map([](qint64) {});
}

// The file keeps its size: to write over blocks that are there syncs in half the time of growing a file.
Result<void> Maintenance::beginLogAnew()
{
    const std::lock_guard turn(m_writing);
    return carryOver("RESTART").map([](qint64) {});
}

// The answer is how many pages the log held.
Result<qint64> Maintenance::carryOver(const char* mode)
{
    struct Checkpoint
    {
        bool isBusy = false;
        qint64 pages = 0;
    };
    const Result<Connection*> own = connection();
    if (!own)
        return failure(own.error());
    const auto told
        = (*own)->row(QStringLiteral("PRAGMA wal_checkpoint(%1)").arg(QLatin1String(mode)), {}, [](Row& row) {
              Checkpoint checkpoint;
              row >> checkpoint.isBusy >> checkpoint.pages;
              return checkpoint;
          });
    if (!told)
        return failure(told.error());
    if (*told && (*told)->isBusy)
        return failure("store.busy", {{QStringLiteral("path"), m_location.file()}}, true);
    return *told ? (*told)->pages : 0;
}

void Maintenance::removeOrphans()
{
    const SpoolFolder spool(m_location.spoolFolder());
    if (!QFileInfo::exists(spool.path()))
        return;
    const Result<Connection*> own = connection();
    if (!own)
        return;
    const Result<QStringList> known = InboxRepository(**own).spoolFiles();
    if (!known)
        return;
    const int removed = spool.removeOrphans(QSet<QString>(known->begin(), known->end()), m_clock->now() - orphanAge);
    if (removed > 0)
        qCInfo(lcStore) << "removed" << removed << "spool files that no message names";
}

} // namespace reserve
