// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/change.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <mutex>
#include <vector>

namespace reserve {

// Tells which rows moved, after they are durable. Inside a process the writer pokes at once; for other processes
// `PRAGMA data_version` is polled every 50 ms while `setWatched(true)`, else every 500 ms, and the change log is read
// from where this process stopped. The log is pruned by age; who is behind it gets Change{subject, 0} for every
// subject: reload.
//
// Emits on the thread of the feed's own reader: connect with a context object and a queued connection. Owned by Store.
class ChangeFeed final : public QObject
{
    Q_OBJECT

public:
    explicit ChangeFeed(QObject* parent = nullptr);

    // Any thread. True while a window is visible or a command waits for its outcome.
    void setWatched(bool watched);
    bool isWatched() const;

    // Any thread. Looks at the database at once; `done` is called on the feed's own reader when `changed` has been
    // emitted for everything that any process had committed before the call.
    void look(std::function<void()> done);
    // The reader's: who waits for a look.
    std::vector<std::function<void()>> takeLooks();

Q_SIGNALS:
    // In order of commit, each change once, gathered per commit or poll.
    void changed(const QList<reserve::Change>& changes);
    void watchedChanged(bool watched);
    void lookWanted();

private:
    std::mutex m_mutex;
    std::vector<std::function<void()>> m_looks;
    std::atomic<bool> m_watched{false};
};

} // namespace reserve
