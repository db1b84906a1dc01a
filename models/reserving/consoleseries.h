// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/consolemeeting.h"
#include "models/entities/space.h"

namespace reserve {

// How a series that is asked for in the console begins, and whether Exchange could hold what is asked for. Pure; any
// thread. `zone` is the IANA id on whose wall the series is counted.

// RFC 5545 lets a series begin on a date that its rule does not have, Exchange does not: the start goes to the first
// date that the rule has, so that everybody sees the same one. The dates of the series stay what they are.
void beginOnFirstDate(ConsoleMeeting& meeting, const QByteArray& zone);

// Whether Exchange has a time zone that goes like `zone` as long as the meeting does: the person's for a series, the
// space's for whole days. Errors: console.exchange-zone, console.exchange-space-zone (both: zone, space).
Result<void> checkExchangeKnowsZone(const ConsoleMeeting& meeting, const QByteArray& zone, const Space& space);

// Errors, each with what to choose instead: console.exchange-month-days, console.exchange-weekdays,
// console.exchange-rule (all: rule, the part that Exchange cannot say, and space).
Result<void> checkExchangeCanSay(const ConsoleMeeting& meeting, const QByteArray& zone, const Space& space);

} // namespace reserve
