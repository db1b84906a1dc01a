// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/base/backoff.h"

#include <algorithm>

namespace reserve {

Backoff::Backoff(Minutes interval)
    : m_interval(std::max(interval, Minutes(1)))
{
}

Instant Backoff::nextAttempt(Instant now, std::optional<Milliseconds> serverHint) const
{
    constexpr Milliseconds longestHint = std::chrono::hours(1);
    const Milliseconds hint = std::clamp(serverHint.value_or(Milliseconds(0)), Milliseconds(0), longestHint);
    return now + std::max<Milliseconds>(m_interval, hint);
}

} // namespace reserve
