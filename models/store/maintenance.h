// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/store/storelocation.h"

#include <QThread>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace reserve {

class Connection;
class FairMutex;

// The thread for work that must not hold up the writer: it brings the write-ahead log into the file after commits,
// removes spool files without a row, and runs longer jobs (backups) one after another.
class Maintenance final
{
public:
    // `writing` is held by the writer during each transaction.
    Maintenance(StoreLocation location, std::shared_ptr<const Clock> clock, FairMutex& writing);
    ~Maintenance(); // finishes what is queued, then empties the log
    Maintenance(const Maintenance&) = delete;
    Maintenance& operator=(const Maintenance&) = delete;

    // Any thread: something was committed.
    void committed();
    void enqueue(std::function<void()> job);

    // On this thread, from a job: between two transactions of the writer.
    Result<void> emptyLog();

private:
    void work();
    // A job; an empty function when it is time for a checkpoint; nothing to stop.
    std::optional<std::function<void()>> next();
    void checkpoint();
    Result<void> beginLogAnew();
    Result<qint64> carryOver(const char* mode);
    void removeOrphans();
    Result<Connection*> connection();

    const StoreLocation m_location;
    const std::shared_ptr<const Clock> m_clock;
    FairMutex& m_writing;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_jobs;
    bool m_dirty = false;
    bool m_stopping = false;
    std::unique_ptr<Connection> m_connection; // this thread alone
    std::unique_ptr<QThread> m_thread;
};

} // namespace reserve
