// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/changefeed.h"

namespace reserve {

ChangeFeed::ChangeFeed(QObject* parent)
    : QObject(parent)
{
    qRegisterMetaType<QList<reserve::Change>>();
}

void ChangeFeed::setWatched(bool watched)
{
    if (m_watched.exchange(watched) != watched)
        Q_EMIT watchedChanged(watched);
}

bool ChangeFeed::isWatched() const
{
    return m_watched;
}

QFuture<void> ChangeFeed::look()
{
    QPromise<void> promise;
    promise.start();
    const QFuture<void> future = promise.future();
    {
        const std::lock_guard lock(m_mutex);
        m_looks.push_back(std::move(promise));
    }
    Q_EMIT lookWanted();
    return future;
}

std::vector<QPromise<void>> ChangeFeed::takeLooks()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_looks, {});
}

} // namespace reserve
