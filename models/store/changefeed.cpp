// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/changefeed.h"

#include <utility>

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

void ChangeFeed::look(std::function<void()> done)
{
    {
        const std::lock_guard lock(m_mutex);
        m_looks.push_back(std::move(done));
    }
    Q_EMIT lookWanted();
}

std::vector<std::function<void()>> ChangeFeed::takeLooks()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_looks, {});
}

} // namespace reserve
