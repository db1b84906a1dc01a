// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QHostAddress>

namespace reserve {

// Counts the open sessions, all together and by peer.
class SessionCensus final
{
public:
    enum class Answer { Welcome, TooMany, TooManyOfPeer };

    // Counts the session when it is welcome.
    Answer enter(const QHostAddress& peer, int limit, int limitOfPeer);
    void leave(const QHostAddress& peer);

    int count() const { return m_count; }

private:
    QHash<QHostAddress, int> m_byPeer;
    int m_count = 0;
};

} // namespace reserve
