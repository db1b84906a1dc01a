// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/reason.h"
#include "models/entities/serverstate.h"

namespace reserve {

// R-RETRY: whether a server may be asked (a circuit breaker). While it is not proven, one request at a time:
// a password that is wrong is refused once, not eight times. Away and Throttled end by themselves: from
// `until` on one request tries, and its answer decides for all. Paused ends by reset() alone.
//
// A value without a clock: who uses it says what time it is.
class Breaker final
{
public:
    // How many failures in a row take a server that was there for away.
    explicit Breaker(int failuresToOpen = 1);

    // How many requests may be begun now, with `underWay` begun and at most `most` at once. Nothing stands
    // still for longer than `longestWait`: what lies farther ahead has seen the clock set back.
    int room(Instant now, int underWay, int most, Milliseconds longestWait) const;
    // It stands still, and for why.
    bool holds(Instant now, Milliseconds longestWait) const;

    ServerStanding standing() const { return m_standing; }
    const Reason& reason() const { return m_reason; }
    Instant since() const { return m_since; }
    Instant until() const { return m_until; }

    // The server answered, be it with a refusal of what was asked.
    void noteAnswer(Instant now);
    // It could not be reached or could not answer.
    void noteFailure(Instant now, Instant until, const Reason& reason);
    // It asked to be left alone. Requests that were under way do not shorten that.
    void noteThrottled(Instant now, Instant until, const Reason& reason);
    void pause(Instant now, const Reason& reason);
    void reset(Instant now);

private:
    bool isTimed() const { return m_standing == ServerStanding::Away || m_standing == ServerStanding::Throttled; }
    void stand(ServerStanding standing, Instant now, Instant until, const Reason& reason);

    int m_failuresToOpen;
    int m_failures = 0; // in a row
    ServerStanding m_standing = ServerStanding::Unproven;
    Reason m_reason;
    Instant m_since;
    Instant m_until;
};

} // namespace reserve
