// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"

#include <optional>

namespace reserve {

// R-RETRY [FAQ 13]: a fixed interval, for ever. A server's back-off hint is a floor; a hint above an hour counts as
// an hour, a negative one as none.
class Backoff
{
public:
    explicit Backoff(Minutes interval);

    Instant nextAttempt(Instant now, std::optional<Milliseconds> serverHint = std::nullopt) const;

private:
    Minutes m_interval;
};

} // namespace reserve
