// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/breaker.h"

#include <algorithm>

namespace reserve {

Breaker::Breaker(int failuresToOpen)
    : m_failuresToOpen(std::max(1, failuresToOpen))
{
}

bool Breaker::holds(Instant now, Milliseconds longestWait) const
{
    if (m_standing == ServerStanding::Paused)
        return true;
    return isTimed() && now < m_until && m_until <= now + longestWait;
}

int Breaker::room(Instant now, int underWay, int most, Milliseconds longestWait) const
{
    if (holds(now, longestWait))
        return 0;
    return std::max(0, (m_standing == ServerStanding::Ready ? most : 1) - underWay);
}

void Breaker::noteAnswer(Instant now)
{
    m_failures = 0;
    const bool mustStayAlone = m_standing == ServerStanding::Throttled && now < m_until;
    if (m_standing == ServerStanding::Ready || m_standing == ServerStanding::Paused || mustStayAlone)
        return;
    stand(ServerStanding::Ready, now, {}, {});
}

void Breaker::noteFailure(Instant now, Instant until, const Reason& reason)
{
    if (m_standing == ServerStanding::Paused)
        return;
    ++m_failures;
    if (m_standing == ServerStanding::Ready && m_failures < m_failuresToOpen)
        return;
    // What fails beside the first that failed tells nothing new.
    if (isTimed() && now < m_until)
        return;
    stand(ServerStanding::Away, now, until, reason);
}

void Breaker::noteThrottled(Instant now, Instant until, const Reason& reason)
{
    if (m_standing == ServerStanding::Paused)
        return;
    m_failures = 0;
    const bool goesOn = m_standing == ServerStanding::Throttled && now < m_until;
    stand(ServerStanding::Throttled, goesOn ? m_since : now, goesOn ? std::max(m_until, until) : until, reason);
}

void Breaker::pause(Instant now, const Reason& reason)
{
    if (m_standing != ServerStanding::Paused)
        stand(ServerStanding::Paused, now, {}, reason);
}

void Breaker::reset(Instant now)
{
    m_failures = 0;
    stand(ServerStanding::Unproven, now, {}, {});
}

void Breaker::stand(ServerStanding standing, Instant now, Instant until, const Reason& reason)
{
    // Away since the first failure, however often it was looked whether that is over.
    if (standing != m_standing || standing != ServerStanding::Away)
        m_since = now;
    m_standing = standing;
    m_until = until;
    m_reason = reason;
}

} // namespace reserve
