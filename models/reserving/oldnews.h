// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/outbox.h"
#include "models/store/unit.h"

namespace reserve {

// Whether an answer or a confirmation that was sent long ago has been overtaken since: its meeting is not any more what
// it tells, or a newer decision has told of it too. A newer decision that changed nothing of what it tells overtakes
// nothing. What is known of no more, or is neither of the two, is not judged: no.
Result<bool> isOldNews(const ReadUnit& unit, const OutboxEntry& entry);

} // namespace reserve
