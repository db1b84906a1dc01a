// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/vtimezone.h"

#include "models/itip/observanceparser.h"

#include <algorithm>

namespace reserve {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::seconds;
using std::chrono::sys_seconds;

namespace {

// Leap days may be eight years apart; an interval multiplies that, and a rule that needs longer is taken to
// never happen.
constexpr int yearsTried = 9;

std::optional<local_days> dayOfYear(const YearlyRule& rule, int year)
{
    using namespace std::chrono;
    const auto month = std::chrono::year(year) / std::chrono::month(rule.month);
    if (!rule.weekday) {
        const auto date = month / std::chrono::day(rule.day);
        return date.ok() ? std::optional(local_days(date)) : std::nullopt;
    }
    if (rule.ordinal < 0) {
        const local_days last(month / (*rule.weekday)[std::chrono::last]);
        const local_days found = last - weeks(-rule.ordinal - 1);
        return found >= local_days(month / 1) ? std::optional(found) : std::nullopt;
    }
    const local_days from(month / std::chrono::day(rule.ordinal > 0 ? 1u : rule.day));
    const local_days found = from + (*rule.weekday - weekday(from)) + weeks(std::max(0, rule.ordinal - 1));
    return year_month_day(found).month() == month.month() ? std::optional(found) : std::nullopt;
}

sys_seconds toUtc(WallTime wall, seconds offset)
{
    return sys_seconds(wall.time_since_epoch()) - offset;
}

} // namespace

int Observance::firstYear() const
{
    return int(std::chrono::year_month_day(std::chrono::floor<days>(start)).year());
}

std::optional<sys_seconds> Observance::onsetOfYear(int year) const
{
    const auto day = dayOfYear(*rule, year);
    if (!day)
        return std::nullopt;
    const WallTime wall = *day + (start - std::chrono::floor<days>(start));
    const sys_seconds onset = toUtc(wall, offsetFrom);
    return wall >= start && onset <= rule->until ? std::optional(onset) : std::nullopt;
}

std::optional<sys_seconds> Observance::firstOfRule() const
{
    if (!rule)
        return std::nullopt;
    for (int i = 0, year = firstYear(); i < yearsTried && year <= rule->lastYear; ++i, year += rule->interval) {
        if (const auto onset = onsetOfYear(year))
            return onset;
    }
    return std::nullopt;
}

std::optional<sys_seconds> Observance::firstOnset() const
{
    const auto ofRule = firstOfRule();
    if (dates.empty())
        return ofRule;
    return ofRule ? std::min(*ofRule, dates.front()) : dates.front();
}

std::optional<sys_seconds> Observance::lastOnsetUpTo(sys_seconds moment) const
{
    const auto ofRule = lastOfRuleUpTo(moment);
    const auto after = std::upper_bound(dates.begin(), dates.end(), moment);
    if (after == dates.begin())
        return ofRule;
    return ofRule ? std::max(*ofRule, *std::prev(after)) : *std::prev(after);
}

std::optional<sys_seconds> Observance::lastOfRuleUpTo(sys_seconds moment) const
{
    if (!rule)
        return std::nullopt;
    const auto today = std::chrono::floor<days>(moment + offsetFrom);
    const int first = firstYear();
    int year = std::min(int(std::chrono::year_month_day(today).year()), rule->lastYear);
    year -= (year - first) % rule->interval;
    for (int i = 0; i < yearsTried && year >= first; ++i, year -= rule->interval) {
        const auto onset = onsetOfYear(year);
        if (onset && *onset <= moment)
            return onset;
    }
    return std::nullopt;
}

std::shared_ptr<const EmbeddedZone> EmbeddedZone::parse(QByteArrayView timezoneText)
{
    auto observances = parseObservances(timezoneText);
    if (!observances)
        return nullptr;
    return std::make_shared<const EmbeddedZone>(std::move(*observances));
}

EmbeddedZone::EmbeddedZone(std::vector<Observance> observances)
    : m_observances(std::move(observances))
{
    sys_seconds earliest = sys_seconds::max();
    for (std::size_t i = 0; i < m_observances.size(); ++i) {
        const Observance& observance = m_observances[i];
        for (const sys_seconds date : observance.dates)
            m_dates.push_back({date, i});
        if (observance.rule)
            m_withRules.push_back(i);
        const auto first = observance.firstOnset();
        if (first && *first < earliest) {
            earliest = *first;
            m_offsetBefore = observance.offsetFrom;
        }
    }
    std::sort(m_dates.begin(), m_dates.end(), [](const Onset& a, const Onset& b) { return a.isBefore(b); });
}

seconds EmbeddedZone::offsetAt(sys_seconds moment) const
{
    const auto after = std::upper_bound(m_dates.begin(), m_dates.end(), moment,
                                        [](sys_seconds asked, const Onset& onset) { return asked < onset.at; });
    Onset latest{sys_seconds::min(), m_observances.size()};
    if (after != m_dates.begin())
        latest = *std::prev(after);
    for (const std::size_t i : m_withRules) {
        const auto at = m_observances[i].lastOfRuleUpTo(moment);
        if (at && latest.isBefore({*at, i}))
            latest = {*at, i};
    }
    return latest.observance < m_observances.size() ? m_observances[latest.observance].offsetTo : m_offsetBefore;
}

} // namespace reserve
