// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/reserving/daterevision.h"
#include "models/reserving/holdingversions.h"

namespace reserve {

// Dates of a series that messages of their own have changed wait for an approver while their series does, also where
// they came before it, and no longer than it does; what an approver has said yes to stays. Of one thread, for the time
// of one decision. Errors: those of the store.
class FollowingDates final
{
public:
    // `tells`: whether anybody hears of it.
    FollowingDates(DecisionWork& work, const Configuration& configuration, bool tells);

    // Whether a row may have to follow.
    static bool mayFollow(const Reservation& row);
    // `rows`: all of the meeting.
    Result<void> settle(const QList<Reservation>& rows, const HoldingVersions& versions,
                        const MeetingApprovals& approvals);

private:
    Result<Reservation> joined(const Reservation& row, SeriesId series) const;
    bool isOutOfStep(const Reservation& row, bool seriesWaits, const Approval* own) const;

    DecisionWork& m_work;
    DateRevision m_revision;
};

} // namespace reserve
