// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/itip/recurrencerule.h"
#include "models/itip/zonerules.h"

#include <array>
#include <vector>

namespace reserve {

// The wall times of a rule, one after the other (RFC 5545 3.3.10). Every day that is looked at is a step; when the
// steps are spent the walk ends and gaveUp() says so: a rule that never happens costs what the steps cost and no more.
// DTSTART itself is given only when the rule has it, and COUNT counts what is given, as Exchange reads them. UNTIL is
// the caller's, who knows the zone.
class RecurrenceWalk final
{
public:
    // 2,000 years of days: some 10 ms.
    static constexpr qint64 defaultSteps = 730'000;

    RecurrenceWalk(const RecurrenceRule& rule, WallTime start, qint64 mostSteps = defaultSteps);

    // Jumps near `wall` without looking at the days between, where the rule has no COUNT to be counted.
    void skipTo(WallTime wall);
    // Nothing at the end: COUNT is reached, the steps are spent, or the year 9999 is over.
    std::optional<WallTime> next();
    bool gaveUp() const { return m_gaveUp; }

private:
    using Day = std::chrono::local_days;

    struct Period
    {
        Day begin;
        Day end;
    };

    std::optional<Period> period(qint64 index) const;
    bool fillFromNextPeriod();
    void choosePositions();
    bool has(Day day) const;
    bool hasWeekday(std::chrono::year_month_day date, Day day) const;
    bool hasWeekNumber(Day day) const;

    RecurrenceRule m_rule;
    WallTime m_start;
    qint64 m_stepsLeft;
    qint64 m_nextPeriod = 0;
    int m_given = 0;
    bool m_gaveUp = false;
    bool m_ordinalsOfYear = false; // of the weekdays; else of the month
    unsigned m_monthBits = 0;
    unsigned m_weekdayBits = 0; // of those without an ordinal
    std::vector<std::chrono::seconds> m_times;
    std::vector<WallTime> m_found; // of the current period, in order
    std::size_t m_position = 0;
};

} // namespace reserve
