// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/reservation.h"

namespace reserve {

// What Exchange knows through us of a row that changes without an answer of its own, as where its organizer took it
// back: what it knew. What was to be told of the version before is outdated.
inline ExchangeState untold(ExchangeState before)
{
    return before == ExchangeState::Queued || before == ExchangeState::Failed ? ExchangeState::OnlyHere : before;
}

} // namespace reserve
