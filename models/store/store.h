// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/store/storelocation.h"
#include "models/store/unit.h"

#include <QFuture>
#include <QPromise>

#include <functional>
#include <memory>
#include <optional>

namespace reserve {

class ChangeFeed;

enum class OpenMode { CreateIfMissing, MustExist };

// What the writer takes first when several things wait. Intake goes before everything, decisions yield to it.
enum class WritePriority { Intake, Normal, Background };

// One open store: the only meeting place of windows, agents and scripts.
//
// A process has one writer thread, which commits whatever waits as one transaction (a savepoint for each unit of work),
// at least two reader threads and one checkpoint thread. A unit of work is a function that captures values, touches
// nothing but the unit it is given, and may run more than once (busy database). Its future is finished only when its
// work is durable (synchronous=FULL), on a thread of the store: continue with a QFutureWatcher (whenAnswered() in
// items, Courier in the agent), never with QFuture::then(): in Qt 6.4 a future that ends at the moment in which then()
// attaches to it runs the continuation twice.
//
// Thread-safe. Owned by the program's composition root; on destruction what was queued is finished first.
// Errors of opening: store.newer-version (path, version, known), store.damaged (path, aside: the file was set aside,
// nothing was overwritten; opening again with CreateIfMissing starts a new one), store.network-file-system (path),
// store.folder (path, detail), store.missing (path), store.foreign (path: an SQLite file of another program, left
// alone), store.no-database (path: another file and no sign that it ever was a store, left alone), store.migration
// (number, detail). Errors of any unit: store.busy, store.disk-full, store.io (all retryable: the same call may succeed
// later), store.corrupt (path, detail: the next opening checks the whole file), store.read-only (path), store.sql
// (detail), lease.lost (holder).
class Store final
{
public:
    static Result<std::unique_ptr<Store>> open(const StoreLocation& location, OpenMode mode,
                                               std::shared_ptr<const Clock> clock);
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    const StoreLocation& location() const;
    const Clock& clock() const;

    // fn: Result<T>(const ReadUnit&). Runs on a reader thread in one consistent snapshot.
    template<typename Fn>
    auto read(Fn fn) -> QFuture<std::invoke_result_t<Fn, const ReadUnit&>>
    {
        using Answer = std::invoke_result_t<Fn, const ReadUnit&>;
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        QFuture<Answer> future = promise->future();
        enqueueRead(
            [promise, fn = std::move(fn)](const ReadUnit& unit) {
                promise->addResult(fn(unit));
                promise->finish();
            },
            [promise](const Error& error) {
                promise->addResult(Answer(failure(error)));
                promise->finish();
            });
        return future;
    }

    // The same without a future: `done` hears the answer on the reader thread.
    template<typename Fn, typename Done>
    void readThen(Fn fn, Done done)
    {
        using Answer = std::invoke_result_t<Fn, const ReadUnit&>;
        enqueueRead([fn = std::move(fn), done](const ReadUnit& unit) { done(fn(unit)); },
                    [done](const Error& error) { done(Answer(failure(error))); });
    }

    // fn: Result<T>(WriteUnit&). An error that fn returns rolls its savepoint back and harms no other unit.
    template<typename Fn>
    auto write(WritePriority priority, Fn fn) -> QFuture<std::invoke_result_t<Fn, WriteUnit&>>
    {
        return enqueueTyped(priority, 0, std::move(fn));
    }

    // The same for the agent: refused with lease.lost when the store has given a newer token than `leaseToken`.
    template<typename Fn>
    auto writeAsAgent(qint64 leaseToken, WritePriority priority, Fn fn) -> QFuture<std::invoke_result_t<Fn, WriteUnit&>>
    {
        return enqueueTyped(priority, leaseToken, std::move(fn));
    }

    // The same without a future: `done` hears the answer on the writer's thread, before its next transaction begins.
    template<typename Fn, typename Done>
    void writeAsAgentThen(qint64 leaseToken, WritePriority priority, Fn fn, Done done)
    {
        enqueueThen(priority, leaseToken, {}, std::move(fn), std::move(done));
    }

    // The same as write() at the moment `at`, and then taken back: fn sees what it did, the store keeps nothing of it,
    // no row, no change, no number that was given out. Yields to everything that is meant to stay.
    template<typename Fn>
    auto rehearse(Instant at, Fn fn) -> QFuture<std::invoke_result_t<Fn, WriteUnit&>>
    {
        return enqueueTyped(WritePriority::Background, 0, std::move(fn), at);
    }

    // Tells what moved, in this process and in others. Lives as long as the store.
    ChangeFeed& changes() const;

    // Copies the whole store into `file` while it is in use (SQLite's online backup; spooled messages go beside it),
    // then verifies the copy. An older backup of that name is replaced only when the new one is sound. Errors:
    // backup.onto-store (path), backup.damaged (path, detail), store.folder, store.disk-full, store.io.
    QFuture<Result<void>> backup(const QString& file);

    // Brings what the write-ahead log holds into the file and empties the log.
    QFuture<Result<void>> checkpoint();

    // Puts a verified backup in place of `location`'s file; nobody may have that store open. The file that stood there
    // is set aside, never overwritten; the answer is its new path (empty when there was none). What never was a store
    // stays. Errors: backup.missing (path), backup.damaged (path, detail), backup.newer-version (path, version, known),
    // store.in-use (path), and those of opening.
    static Result<QString> restore(const QString& backupFile, const StoreLocation& location, const Clock& clock);

private:
    struct Internals;
    explicit Store(std::unique_ptr<Internals> internals);
    // `refuse`: the unit could not run at all.
    void enqueueRead(std::function<void(const ReadUnit&)> run, std::function<void(const Error&)> refuse);
    // `run` answers false to have its savepoint rolled back; `complete` comes after the commit, or with why there was
    // none. `rehearsedAt`: rolled back whatever it answers.
    void enqueueWrite(WritePriority priority, qint64 leaseToken, std::optional<Instant> rehearsedAt,
                      std::function<bool(WriteUnit&)> run, std::function<void(const std::optional<Error>&)> complete);

    template<typename Fn, typename Done>
    void enqueueThen(WritePriority priority, qint64 leaseToken, std::optional<Instant> rehearsedAt, Fn fn, Done done)
    {
        using Answer = std::invoke_result_t<Fn, WriteUnit&>;
        auto answer = std::make_shared<std::optional<Answer>>();
        enqueueWrite(
            priority, leaseToken, rehearsedAt,
            [answer, fn = std::move(fn)](WriteUnit& unit) {
                answer->emplace(fn(unit));
                return (*answer)->has_value();
            },
            [answer, done = std::move(done)](const std::optional<Error>& commitError) {
                done(commitError ? Answer(failure(*commitError)) : std::move(**answer));
            });
    }

    template<typename Fn>
    auto enqueueTyped(WritePriority priority, qint64 leaseToken, Fn fn, std::optional<Instant> rehearsedAt = {})
        -> QFuture<std::invoke_result_t<Fn, WriteUnit&>>
    {
        using Answer = std::invoke_result_t<Fn, WriteUnit&>;
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        QFuture<Answer> future = promise->future();
        enqueueThen(priority, leaseToken, rehearsedAt, std::move(fn), [promise](Answer answer) {
            promise->addResult(std::move(answer));
            promise->finish();
        });
        return future;
    }

    QFuture<Result<void>> onMaintenanceThread(std::function<Result<void>()> job);

    std::unique_ptr<Internals> m_internals;
};

} // namespace reserve
