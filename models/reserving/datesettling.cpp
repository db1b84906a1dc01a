// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/datesettling.h"

#include "models/reserving/followingdates.h"
#include "models/reserving/outdatedapprovals.h"
#include "models/reserving/siblingdates.h"

#include <algorithm>

namespace reserve {

DateSettling::DateSettling(DecisionWork& work, const Configuration& configuration, const ItipReader& reader, bool tells)
    : m_work(work)
    , m_configuration(configuration)
    , m_reader(reader)
    , m_tells(tells)
{
}

Result<void> DateSettling::settle(const MeetingKey& meeting)
{
    if (m_work.byConsole)
        return {};
    const auto rows = m_work.unit.reservations().occurrences(meeting.organizerKey, meeting.uid, meeting.spaceId);
    if (!rows)
        return failure(rows.error());
    const bool hasDates
        = std::any_of(rows->begin(), rows->end(), [](const Reservation& row) { return !row.recurrenceId.isEmpty(); });
    if (!hasDates)
        return {};
    if (const auto withdrawn = withdrawOutdated(*rows, meeting); !withdrawn)
        return withdrawn;
    if (const auto shared = shareTime(*rows, meeting); !shared)
        return shared;
    const auto now = m_work.unit.reservations().occurrences(meeting.organizerKey, meeting.uid, meeting.spaceId);
    return now ? follow(*now, meeting) : failure(now.error());
}

Result<void> DateSettling::shareTime(const QList<Reservation>& rows, const MeetingKey& meeting)
{
    SiblingDates siblings(m_work, m_configuration, m_tells);
    const bool anyGaveWay = std::any_of(rows.begin(), rows.end(),
                                        [&siblings](const Reservation& row) { return siblings.hasGivenWay(row); });
    if (!anyGaveWay)
        return {};
    const auto versions = HoldingVersions::of(m_work, m_configuration, m_reader, meeting);
    return versions ? siblings.settle(rows, *versions) : failure(versions.error());
}

Result<void> DateSettling::withdrawOutdated(const QList<Reservation>& rows, const MeetingKey& meeting)
{
    auto approvals = MeetingApprovals::of(m_work.unit, meeting);
    if (!approvals)
        return failure(approvals.error());
    if (approvals->waiting().isEmpty())
        return {};
    const auto versions = HoldingVersions::of(m_work, m_configuration, m_reader, meeting, *approvals);
    if (!versions)
        return failure(versions.error());
    return OutdatedApprovals(m_work.unit, rows, *versions).withdraw(*approvals);
}

Result<void> DateSettling::follow(const QList<Reservation>& rows, const MeetingKey& meeting)
{
    if (std::none_of(rows.begin(), rows.end(), FollowingDates::mayFollow))
        return {};
    const auto approvals = MeetingApprovals::of(m_work.unit, meeting);
    if (!approvals)
        return failure(approvals.error());
    const auto versions = HoldingVersions::of(m_work, m_configuration, m_reader, meeting, *approvals);
    if (!versions)
        return failure(versions.error());
    return FollowingDates(m_work, m_configuration, m_tells).settle(rows, *versions, *approvals);
}

} // namespace reserve
