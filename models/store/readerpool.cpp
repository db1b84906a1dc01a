// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/readerpool.h"

#include "models/store/connection.h"

namespace reserve {

namespace {

constexpr int readerThreads = 2;

Result<void> readInSnapshot(std::unique_ptr<Connection>& connection, const QString& file, const ReadJob& job)
{
    if (!connection) {
        Result<std::unique_ptr<Connection>> opened = Connection::open(file, Connection::Role::Reader);
        if (!opened)
            return failure(opened.error());
        connection = std::move(*opened);
    }
    if (const Result<void> begun = connection->beginReading(); !begun)
        return begun;
    job.run(ReadUnit(*connection));
    connection->rollback();
    return {};
}

} // namespace

ReaderPool::ReaderPool(QString file)
    : m_file(std::move(file))
{
    for (int i = 0; i < readerThreads; ++i) {
        std::unique_ptr<QThread> thread(QThread::create([this] { work(); }));
        thread->setObjectName(QStringLiteral("store-reader-%1").arg(i + 1));
        thread->start();
        m_threads.push_back(std::move(thread));
    }
}

ReaderPool::~ReaderPool()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    for (const std::unique_ptr<QThread>& thread : m_threads)
        thread->wait();
}

void ReaderPool::enqueue(ReadJob job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(std::move(job));
    }
    m_wake.notify_one();
}

std::optional<ReadJob> ReaderPool::next()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
    if (m_waiting.empty())
        return std::nullopt;
    ReadJob job = std::move(m_waiting.front());
    m_waiting.pop_front();
    return job;
}

void ReaderPool::work()
{
    std::unique_ptr<Connection> connection;
    while (const std::optional<ReadJob> job = next()) {
        if (const Result<void> done = readInSnapshot(connection, m_file, *job); !done)
            job->refuse(done.error());
    }
}

} // namespace reserve
