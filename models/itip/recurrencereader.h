// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/itip/calendarscan.h"

namespace reserve {

// Whether the event has RRULE, RDATE, EXRULE; EXDATE alone repeats nothing.
bool repeats(const ScannedEvent& event);

// Its rule and dates as values. Errors, any of which stands in the way of a decision: itip.rule-unreadable,
// itip.rule-too-frequent (detail), itip.rules-many (a second RRULE, or an EXRULE), itip.dates-unreadable (value),
// itip.dates-too-many (limit).
Result<ItipRecurrence> readRecurrence(const ScannedEvent& event, const ItipLimits& limits);

} // namespace reserve
