// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/store/changefeed.h"

#include <QThread>

#include <condition_variable>
#include <memory>
#include <mutex>

namespace reserve {

class Connection;

// The thread behind the change feed: looks into the change log when the writer pokes, and when another process has
// committed.
class ChangeReader final
{
public:
    // Emits what is committed after `cursor`, through `feed`, which outlives this.
    ChangeReader(QString file, qint64 cursor, ChangeFeed& feed);
    ~ChangeReader(); // emits what was committed until now
    ChangeReader(const ChangeReader&) = delete;
    ChangeReader& operator=(const ChangeReader&) = delete;

    // Any thread: something was committed here, or the feed is now watched.
    void poke();

private:
    enum class Wake { Look, Stop };

    void work();
    Wake wait();
    void look(Connection& connection);
    Result<bool> hasMoved(Connection& connection);
    void emitNew(Connection& connection);

    const QString m_file;
    ChangeFeed& m_feed;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_poked = false;
    bool m_stopping = false;

    // The reader's thread alone:
    qint64 m_cursor;
    qint64 m_fileVersion = 0;

    std::unique_ptr<QThread> m_thread;
};

} // namespace reserve
