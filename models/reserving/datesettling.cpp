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
    auto rows = rowsOf(meeting);
    if (!rows)
        return failure(rows.error());
    const auto isDate = [](const Reservation& row) { return !row.recurrenceId.isEmpty(); };
    if (std::none_of(rows->begin(), rows->end(), isDate))
        return {};
    if (const auto withdrawn = withdrawOutdated(*rows, meeting); !withdrawn)
        return withdrawn;
    SiblingDates siblings(m_work, m_configuration, m_tells);
    if (siblings.hasAnyGivenWay(*rows)) {
        if (const auto shared = shareTime(siblings, *rows, meeting); !shared)
            return shared;
        rows = rowsOf(meeting);
    }
    return rows ? follow(*rows, meeting) : failure(rows.error());
}

Result<QList<Reservation>> DateSettling::rowsOf(const MeetingKey& meeting) const
{
    return m_work.unit.reservations().occurrences(meeting.organizerKey, meeting.uid, meeting.spaceId);
}

Result<void> DateSettling::shareTime(SiblingDates& siblings, const QList<Reservation>& rows, const MeetingKey& meeting)
{
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
