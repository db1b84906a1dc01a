// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/changereader.h"

#include "models/base/logging.h"
#include "models/store/changelog.h"
#include "models/store/connection.h"

namespace reserve {

namespace {

constexpr std::chrono::milliseconds intervalWatched(50);
constexpr std::chrono::milliseconds intervalUnwatched(500);

} // namespace

ChangeReader::ChangeReader(QString file, qint64 cursor, ChangeFeed& feed)
    : m_file(std::move(file))
    , m_feed(feed)
    , m_cursor(cursor)
    , m_thread(QThread::create([this] { work(); }))
{
    QObject::connect(
        &feed, &ChangeFeed::watchedChanged, m_thread.get(), [this] { poke(); }, Qt::DirectConnection);
    QObject::connect(
        &feed, &ChangeFeed::lookWanted, m_thread.get(), [this] { poke(); }, Qt::DirectConnection);
    m_thread->setObjectName(QStringLiteral("store-changes"));
    m_thread->start();
}

ChangeReader::~ChangeReader()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread->wait();
}

void ChangeReader::poke()
{
    {
        const std::lock_guard lock(m_mutex);
        m_poked = true;
    }
    m_wake.notify_one();
}

ChangeReader::Wake ChangeReader::wait()
{
    std::unique_lock lock(m_mutex);
    const auto interval = m_feed.isWatched() ? intervalWatched : intervalUnwatched;
    m_wake.wait_for(lock, interval, [this] { return m_poked || m_stopping; });
    m_poked = false;
    return m_stopping ? Wake::Stop : Wake::Look;
}

void ChangeReader::work()
{
    std::unique_ptr<Connection> connection;
    Wake wake = Wake::Look;
    do {
        // Taken first: what they ask for was committed before.
        const std::vector<std::function<void()>> looks = m_feed.takeLooks();
        if (!connection) {
            Result<std::unique_ptr<Connection>> opened = Connection::open(m_file, Connection::Role::Reader);
            if (opened)
                connection = std::move(*opened);
            else
                qCWarning(lcStore) << "change feed:" << opened.error().logLine();
        }
        if (connection)
            look(*connection);
        for (const std::function<void()>& done : looks)
            done();
        if (wake == Wake::Stop)
            return;
        wake = wait();
    } while (true);
}

void ChangeReader::look(Connection& connection)
{
    const Result<bool> moved = hasMoved(connection);
    if (!moved)
        qCWarning(lcStore) << "change feed:" << moved.error().logLine();
    else if (*moved)
        emitNew(connection);
}

// Counts what every other connection commits, the writer of this process included: where it stands still, nothing is
// new.
Result<bool> ChangeReader::hasMoved(Connection& connection)
{
    const Result<qint64> version = connection.number(QStringLiteral("PRAGMA data_version"));
    if (!version)
        return failure(version.error());
    return std::exchange(m_fileVersion, *version) != *version;
}

void ChangeReader::emitNew(Connection& connection)
{
    bool more = true;
    while (more) {
        const Result<ChangeLog::Batch> batch = ChangeLog(connection).after(m_cursor);
        if (!batch) {
            qCWarning(lcStore) << "change feed:" << batch.error().logLine();
            m_fileVersion = 0; // look again next time
            return;
        }
        m_cursor = batch->cursor;
        more = batch->more;
        if (!batch->changes.isEmpty())
            Q_EMIT m_feed.changed(batch->changes);
    }
}

} // namespace reserve
