// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/seriesapprovals.h"

#include "models/reserving/holdingversions.h"

#include <QSet>

#include <algorithm>

namespace reserve {

SeriesApprovals::SeriesApprovals(DecisionWork& work, const Configuration& configuration, const ItipReader& reader,
                                 const MeetingKey& meeting)
    : m_work(work)
    , m_configuration(configuration)
    , m_reader(reader)
    , m_meeting(meeting)
{
}

Result<void> SeriesApprovals::withdrawReached(const SeriesPlan& plan) const
{
    auto approvals = MeetingApprovals::of(m_work.unit, m_meeting);
    if (!approvals)
        return failure(approvals.error());
    QSet<ReservationId> reached;
    for (const Reservation& row : plan.toCome)
        reached.insert(row.id);
    const bool isWhole = m_meeting.recurrenceId.isEmpty();
    const QList<Approval> waiting = approvals->waiting();
    for (const Approval& approval : waiting) {
        const bool ends = approval.seriesId ? isWhole && !MeetingApprovals::isAboutPart(approval)
                                            : reached.contains(approval.reservationId);
        if (const auto withdrawn = ends ? approvals->withdraw(approval.id) : Result<void>(); !withdrawn)
            return withdrawn;
    }
    return {};
}

Result<void> SeriesApprovals::withdrawPart(const SeriesPlan& plan, SeriesChangeId part) const
{
    auto approvals = MeetingApprovals::of(m_work.unit, m_meeting);
    if (!approvals)
        return failure(approvals.error());
    const auto versions = HoldingVersions::of(m_work, m_configuration, m_reader, m_meeting, *approvals);
    if (!versions)
        return failure(versions.error());
    const auto own = std::find_if(plan.versions.begin(), plan.versions.end(),
                                  [part](const SeriesVersion& version) { return version.change.id == part; });
    if (own == plan.versions.end())
        return {};
    for (const ApprovalId id : versions->askedFrom(own->from)) {
        if (const auto withdrawn = approvals->withdraw(id); !withdrawn)
            return withdrawn;
    }
    return {};
}

} // namespace reserve
