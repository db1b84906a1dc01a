// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/followingdates.h"

#include "models/reserving/approving.h"

#include <algorithm>

namespace reserve {

FollowingDates::FollowingDates(DecisionWork& work, const Configuration& configuration, bool tells)
    : m_work(work)
    , m_revision(work, configuration, tells)
{
}

bool FollowingDates::mayFollow(const Reservation& row)
{
    return row.byItself && holdsSlot(row.status) && row.origin == ReservationOrigin::Mail
        && !row.recurrenceId.isEmpty();
}

Result<void> FollowingDates::settle(const QList<Reservation>& rows, const HoldingVersions& versions,
                                    const MeetingApprovals& approvals)
{
    for (const Reservation& known : rows) {
        if (!mayFollow(known))
            continue;
        const auto row = joined(known, versions.series());
        if (!row)
            return failure(row.error());
        const bool waits = versions.waitsFor(row->recurrenceId);
        if (versions.statusOf(*row) || !isOutOfStep(*row, waits, approvals.forDate(row->id)))
            continue;
        const auto decision = m_revision.judge(*row, waits);
        if (!decision)
            return failure(decision.error());
        const bool stands = decision->outcome == Outcome::Accept || decision->outcome == Outcome::Ask;
        if (const auto done = stands ? m_revision.carryOut(*row, *decision) : Result<void>(); !done)
            return done;
    }
    return {};
}

// A date that came before its series is one of it now.
Result<Reservation> FollowingDates::joined(const Reservation& row, SeriesId series) const
{
    if (row.seriesId == series || !series)
        return row;
    auto whole = m_work.unit.reservations().find(row.id); // with its attendees
    if (!whole || !*whole)
        return whole ? Result<Reservation>(row) : failure(whole.error());
    (*whole)->seriesId = series;
    return m_work.unit.reservations().update(**whole).map([&whole] { return **whole; });
}

// `own`: what an approver is asked about it.
bool FollowingDates::isOutOfStep(const Reservation& row, bool seriesWaits, const Approval* own) const
{
    if (row.time.end <= m_work.unit.now())
        return false;
    if (row.status == ReservationStatus::Accepted)
        return seriesWaits && row.reason.code != approvedByHand;
    return !own || (own->broken.code == reserve::seriesWaits && !seriesWaits);
}

} // namespace reserve
