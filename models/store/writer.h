// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/entities/agentstatus.h"
#include "models/store/store.h"

#include <QThread>

#include <array>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace reserve {

class Connection;
class FairMutex;

// One unit of work that waits for the writer.
struct WriteJob
{
    WritePriority priority = WritePriority::Normal;
    qint64 leaseToken = 0;                                     // 0: not the agent's
    std::optional<Instant> rehearsedAt;                        // runs at that moment and is rolled back
    std::function<bool(WriteUnit&)> run;                       // false: roll its savepoint back
    std::function<void(const std::optional<Error>&)> complete; // after the commit, or with why there was none
};

// The one thread of a process that writes: takes what waits, runs each unit in a savepoint of one transaction, and
// tells the waiting futures after COMMIT. Bounded in units and in time, so that a single unit never waits long; work
// beside intake is bounded more narrowly, for decisions yield to it. When a transaction as a whole fails, its units are
// tried one by one, so that none suffers for another. One of which nothing is kept is rolled back: a rehearsal leaves
// the file untouched to the byte.
class Writer final
{
public:
    // `writing` is held during each transaction; `committed` is called on the writer's thread after each commit.
    Writer(QString file, QString spoolFolder, std::shared_ptr<const Clock> clock, FairMutex& writing,
           std::function<void()> committed);
    ~Writer(); // finishes what is queued
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    void enqueue(WriteJob job);

private:
    struct Begun
    {
        WriteJob job;
        std::optional<Error> refusal; // the unit never ran
    };
    using Batch = std::vector<Begun>;

    void work();
    bool waitForWork();
    std::optional<WriteJob> next(std::size_t position, bool intakeAlone);
    void commitWhatWaits();
    void commitSingly(Batch& batch);
    void refuseWhatWaits(const Error& error);
    Result<void> tryPatiently(Batch& batch, bool takeMore);
    Result<void> attempt(Batch& batch, bool takeMore);
    Result<void> fill(Batch& batch, bool takeMore);
    Result<void> runUnit(Begun& begun);
    Result<void> checkLease(qint64 token);
    Result<void> logChanges();
    void finish(Batch& batch, const std::optional<Error>& error);
    Result<void> connectWhenNeeded();

    const QString m_file;
    const QString m_spoolFolder;
    const std::shared_ptr<const Clock> m_clock;
    FairMutex& m_writing;
    const std::function<void()> m_committed;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::array<std::deque<WriteJob>, 3> m_waiting; // by priority
    bool m_stopping = false;

    // The writer's thread alone:
    std::unique_ptr<Connection> m_connection;
    std::optional<AgentLease> m_lease; // as read in the transaction that is open
    Instant m_prunedAt;
    bool m_keepsAny = false; // of the transaction that is open

    std::unique_ptr<QThread> m_thread;
};

} // namespace reserve
