// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/sessioncensus.h"

namespace reserve {

SessionCensus::Answer SessionCensus::enter(const QHostAddress& peer, int limit, int limitOfPeer)
{
    if (m_count >= limit)
        return Answer::TooMany;
    int& ofPeer = m_byPeer[peer];
    if (ofPeer >= limitOfPeer)
        return Answer::TooManyOfPeer;
    ++ofPeer;
    ++m_count;
    return Answer::Welcome;
}

void SessionCensus::leave(const QHostAddress& peer)
{
    const auto entry = m_byPeer.find(peer);
    if (entry == m_byPeer.end())
        return;
    --m_count;
    if (--*entry == 0)
        m_byPeer.erase(entry);
}

} // namespace reserve
