// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/itip/zonerules.h"

#include <QByteArrayView>

#include <optional>
#include <vector>

namespace reserve {

// The yearly onset of an observance (RFC 5545 3.6.5): one day a year, by month and weekday or by month and
// day.
struct YearlyRule
{
    int interval = 1;
    unsigned month = 1;
    std::optional<std::chrono::weekday> weekday;
    int ordinal = 0; // with weekday: 2 for the second, -1 for the last; 0: the first on or after `day`
    unsigned day = 1;
    int lastYear = 9999;
    std::chrono::sys_seconds until = std::chrono::sys_seconds::max();
};

// STANDARD or DAYLIGHT. Its onsets are those of the rule and `dates`.
struct Observance
{
    WallTime start{}; // on the wall of offsetFrom; the rule takes the time of day from it
    std::chrono::seconds offsetFrom{0};
    std::chrono::seconds offsetTo{0};
    std::optional<YearlyRule> rule;
    std::vector<std::chrono::sys_seconds> dates; // sorted

    std::optional<std::chrono::sys_seconds> firstOnset() const;
    std::optional<std::chrono::sys_seconds> lastOnsetUpTo(std::chrono::sys_seconds moment) const;
    std::optional<std::chrono::sys_seconds> lastOfRuleUpTo(std::chrono::sys_seconds moment) const;

private:
    std::optional<std::chrono::sys_seconds> firstOfRule() const;
    std::optional<std::chrono::sys_seconds> onsetOfYear(int year) const;
    int firstYear() const;
};

// A VTIMEZONE of a message, evaluated here and only for the moments asked: Outlook's rules begin in 1601,
// hostile ones repeat by the second. Only yearly rules and a bounded number of dates are taken.
class EmbeddedZone final : public ZoneRules
{
public:
    // The lines from BEGIN:VTIMEZONE to its END. Null when an observance lacks something, when a rule is not
    // yearly by month, weekday and day, never happens, or when there are too many of either.
    static std::shared_ptr<const EmbeddedZone> parse(QByteArrayView timezoneText);

    explicit EmbeddedZone(std::vector<Observance> observances);

    std::chrono::seconds offsetAt(std::chrono::sys_seconds moment) const override;

private:
    struct Onset
    {
        std::chrono::sys_seconds at;
        std::size_t observance;

        // The later one counts; of two at once that of the observance that stands first.
        bool isBefore(const Onset& other) const
        {
            return at != other.at ? at < other.at : observance > other.observance;
        }
    };

    std::vector<Observance> m_observances;
    std::vector<Onset> m_dates;             // of all observances, in order: whole histories are asked for at once
    std::vector<std::size_t> m_withRules;   // observances
    std::chrono::seconds m_offsetBefore{0}; // ahead of the first onset
};

} // namespace reserve
