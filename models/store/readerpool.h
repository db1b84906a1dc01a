// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/store/store.h"

#include <QThread>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace reserve {

struct ReadJob
{
    std::function<void(const ReadUnit&)> run;
    std::function<void(const Error&)> refuse; // the unit could not run at all
};

// The threads that read: each with a connection of its own, each job in one snapshot.
class ReaderPool final
{
public:
    explicit ReaderPool(QString file);
    ~ReaderPool(); // finishes what is queued
    ReaderPool(const ReaderPool&) = delete;
    ReaderPool& operator=(const ReaderPool&) = delete;

    void enqueue(ReadJob job);

private:
    void work();
    std::optional<ReadJob> next();

    const QString m_file;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<ReadJob> m_waiting;
    bool m_stopping = false;
    std::vector<std::unique_ptr<QThread>> m_threads;
};

} // namespace reserve
