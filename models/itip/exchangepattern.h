// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/itip/recurrencerule.h"

#include <QDateTime>
#include <QList>

#include <chrono>

namespace reserve {

// How Exchange says that an item repeats, in EWS (MS-OXWSCDATA RecurrenceType) and in Graph (recurrencePattern) alike:
// one of six patterns. RFC 5545 can say more.
struct ExchangePattern
{
    enum class Kind { Daily, Weekly, AbsoluteMonthly, RelativeMonthly, AbsoluteYearly, RelativeYearly };

    Kind kind = Kind::Weekly;
    int interval = 1;
    QList<std::chrono::weekday> days; // weekly and relative, from Monday on
    int index = 0;                    // relative: 1 to 4, -1 for the last; counts the days of `days` together
    int dayOfMonth = 0;               // absolute
    int month = 0;                    // yearly
    std::chrono::weekday weekStart = std::chrono::Monday;

    friend bool operator==(const ExchangePattern&, const ExchangePattern&) = default;
};

// The pattern with exactly the dates of the rule when it begins at `start` on the wall of its zone. Whoever reserves
// asks before anything is promised, the gateways when they write; pure, any thread. Errors:
// exchange.recurrence-not-supported (rule: the part that no pattern can say; DTSTART where the rule does not have the
// start itself), where a near pattern would put dates that nobody reserved into the room's calendar.
Result<ExchangePattern> exchangePatternOf(const RecurrenceRule& rule, const QDateTime& start);

} // namespace reserve
