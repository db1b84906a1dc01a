// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/store.h"

#include "models/store/changefeed.h"
#include "models/store/changelog.h"
#include "models/store/changereader.h"
#include "models/store/connection.h"
#include "models/store/fairmutex.h"
#include "models/store/maintenance.h"
#include "models/store/readerpool.h"
#include "models/store/storebackup.h"
#include "models/store/storeopening.h"
#include "models/store/writer.h"

namespace reserve {

// Members go in reverse order: readers and writer finish first, the feed tells the last commits, and at the very end
// the log is emptied.
struct Store::Internals
{
    Internals(StoreLocation where, std::shared_ptr<const Clock> time, qint64 cursor)
        : location(std::move(where))
        , clock(std::move(time))
        , maintenance(location, clock, writing)
        , changes(location.file(), cursor, feed)
        , writer(location.file(), location.spoolFolder(), clock, writing,
                 [this] {
                     changes.poke();
                     maintenance.committed();
                 })
        , readers(location.file())
    {
    }

    const StoreLocation location;
    const std::shared_ptr<const Clock> clock;
    FairMutex writing;
    ChangeFeed feed;
    Maintenance maintenance;
    ChangeReader changes;
    Writer writer;
    ReaderPool readers;
};

namespace {

Result<qint64> newestChange(const QString& file)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(file, Connection::Role::Reader);
    if (!connection)
        return failure(connection.error());
    return ChangeLog(**connection).newest();
}

} // namespace

Result<std::unique_ptr<Store>> Store::open(const StoreLocation& location, OpenMode mode,
                                           std::shared_ptr<const Clock> clock)
{
    if (const Result<void> ready = prepareStore(location, mode, *clock); !ready)
        return failure(ready.error());
    const Result<qint64> cursor = newestChange(location.file());
    if (!cursor)
        return failure(cursor.error());
    return std::unique_ptr<Store>(new Store(std::make_unique<Internals>(location, std::move(clock), *cursor)));
}

Store::Store(std::unique_ptr<Internals> internals)
    : m_internals(std::move(internals))
{
}

Store::~Store() = default;

const StoreLocation& Store::location() const
{
    return m_internals->location;
}

const Clock& Store::clock() const
{
    return *m_internals->clock;
}

ChangeFeed& Store::changes() const
{
    return m_internals->feed;
}

void Store::enqueueRead(std::function<void(const ReadUnit&)> run, std::function<void(const Error&)> refuse)
{
    m_internals->readers.enqueue({std::move(run), std::move(refuse)});
}

void Store::enqueueWrite(WritePriority priority, qint64 leaseToken, std::optional<Instant> rehearsedAt,
                         std::function<bool(WriteUnit&)> run, std::function<void(const std::optional<Error>&)> complete)
{
    m_internals->writer.enqueue({priority, leaseToken, rehearsedAt, std::move(run), std::move(complete)});
}

QFuture<Result<void>> Store::backup(const QString& file)
{
    return onMaintenanceThread([this, file] { return backUpStore(location(), file); });
}

QFuture<Result<void>> Store::checkpoint()
{
    return onMaintenanceThread([this] { return m_internals->maintenance.emptyLog(); });
}

QFuture<Result<void>> Store::onMaintenanceThread(std::function<Result<void>()> job)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    m_internals->maintenance.enqueue([promise, job = std::move(job)] {
        promise->addResult(job());
        promise->finish();
    });
    return promise->future();
}

Result<QString> Store::restore(const QString& backupFile, const StoreLocation& location, const Clock& clock)
{
    return restoreStore(backupFile, location, clock);
}

} // namespace reserve
