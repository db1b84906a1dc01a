// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/booking/siblingrank.h"

#include <algorithm>
#include <tuple>

namespace reserve {

bool operator<(const SiblingRank& a, const SiblingRank& b)
{
    return std::tie(a.byItself, a.sequence, a.stamp, a.start, a.recurrenceId)
        < std::tie(b.byItself, b.sequence, b.stamp, b.start, b.recurrenceId);
}

SiblingRank rankOf(const Reservation& date)
{
    return {date.byItself, date.version.sequence, date.version.stamp, date.time.start, date.recurrenceId};
}

SiblingRank rankOf(const MeetingRequest& date)
{
    return {true, date.version.sequence, date.version.stamp, date.time->start, date.key.recurrenceId};
}

void TakenTimes::take(TimeRange held, qsizetype who)
{
    m_taken.insert({held.start, {held.end, who}});
    m_longest = std::max(m_longest, held.end - held.start);
}

qsizetype TakenTimes::holderOf(TimeRange held) const
{
    const auto behind = m_taken.lower_bound(held.end);
    for (auto taken = m_taken.upper_bound(held.start - m_longest); taken != behind; ++taken) {
        if (taken->second.end > held.start)
            return taken->second.who;
    }
    return nobody;
}

} // namespace reserve
