// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/holdingversions.h"

#include <algorithm>

namespace reserve {

namespace {

bool isKept(const SeriesChange& change)
{
    return change.state != SeriesChangeState::Waiting;
}

} // namespace

HoldingVersions::HoldingVersions(std::optional<Series> series)
    : m_series(std::move(series))
{
}

Result<HoldingVersions> HoldingVersions::of(DecisionWork& work, const Configuration& configuration,
                                            const ItipReader& reader, const MeetingKey& meeting,
                                            const MeetingApprovals& approvals)
{
    auto series = work.unit.series().findByMeeting(meeting.organizerKey, meeting.uid, meeting.spaceId);
    if (!series)
        return failure(series.error());
    const auto changes = work.unit.seriesChanges().ofMeeting(meeting.organizerKey, meeting.uid, meeting.spaceId);
    if (!changes)
        return failure(changes.error());
    HoldingVersions versions(std::move(*series));
    std::copy_if(approvals.waiting().begin(), approvals.waiting().end(), std::back_inserter(versions.m_parts),
                 MeetingApprovals::isAboutPart);
    // Without parts nothing need be read.
    if (!versions.m_series || std::none_of(changes->begin(), changes->end(), isKept))
        return versions;
    SeriesHistory history(configuration, reader, work);
    history.setWhole(*versions.m_series);
    history.add(*changes);
    versions.m_living = history.living();
    for (const Approval& approval : std::as_const(versions.m_parts)) {
        const QString& name = approval.announcement.recurrenceId;
        const auto id = recurrenceIdFromKey(name);
        versions.m_begin.insert(approval.id, id ? history.placeOf(*id) : name);
    }
    return versions;
}

Result<HoldingVersions> HoldingVersions::of(DecisionWork& work, const Configuration& configuration,
                                            const ItipReader& reader, const MeetingKey& meeting)
{
    const auto approvals = MeetingApprovals::of(work.unit, meeting);
    return approvals ? of(work, configuration, reader, meeting, *approvals) : failure(approvals.error());
}

// What a message says of a part beside the whole is decided with that.
const SeriesVersion* HoldingVersions::holdingFor(const QString& date) const
{
    const SeriesVersion* holding = nullptr;
    for (const SeriesVersion& version : m_living) {
        if (version.from <= date)
            holding = &version;
    }
    return holding && holding->change.id ? holding : nullptr;
}

// A newer version that changes no more than texts leaves to the approver what was asked.
bool HoldingVersions::isAbout(const Approval& approval, const SeriesVersion& part) const
{
    return part.change.id && part.from == m_begin.value(approval.id)
        && part.version.sequence == approval.announcement.sequence;
}

// In one message with it; of a later one that changed no more than texts the row has but the version.
bool HoldingVersions::isSaidWithTheWhole(const Reservation& row) const
{
    return m_series
        && (row.traceId == m_series->traceId
            || (row.version.sequence == m_series->version.sequence && row.version.stamp == m_series->version.stamp));
}

const SeriesVersion* HoldingVersions::holdingFor(const Reservation& row) const
{
    return row.byItself && isSaidWithTheWhole(row) ? nullptr : holdingFor(row.recurrenceId);
}

// Null: of the whole.
ReservationStatus HoldingVersions::statusOf(const SeriesVersion* part) const
{
    if (!m_series)
        return ReservationStatus::Cancelled;
    if (!part)
        return m_series->status;
    if (!part->happens)
        return ReservationStatus::Cancelled;
    const auto asked = std::find_if(m_parts.begin(), m_parts.end(),
                                    [this, part](const Approval& approval) { return isAbout(approval, *part); });
    if (asked == m_parts.end())
        return ReservationStatus::Accepted;
    return asked->state == ApprovalState::Tentative ? ReservationStatus::Tentative : ReservationStatus::Pending;
}

bool HoldingVersions::waitsFor(const QString& date) const
{
    return awaitsApprover(statusOf(holdingFor(date)));
}

std::optional<ReservationStatus> HoldingVersions::statusOf(const Reservation& row) const
{
    if (row.byItself && !isSaidWithTheWhole(row))
        return std::nullopt;
    return statusOf(holdingFor(row));
}

bool HoldingVersions::isAsked(const Approval& approval, const Reservation& row) const
{
    const SeriesVersion* part = holdingFor(row);
    return part ? isAbout(approval, *part) : approval.seriesId && !MeetingApprovals::isAboutPart(approval);
}

const SeriesVersion* HoldingVersions::partOf(const Approval& approval) const
{
    const auto part = std::find_if(m_living.begin(), m_living.end(), [this, &approval](const SeriesVersion& version) {
        return isAbout(approval, version);
    });
    return part == m_living.end() ? nullptr : &*part;
}

bool HoldingVersions::isOutdated(const Approval& approval) const
{
    if (!approval.seriesId)
        return false;
    if (!MeetingApprovals::isAboutPart(approval))
        return !m_series || !awaitsApprover(m_series->status);
    const SeriesVersion* part = partOf(approval);
    return !part || !part->happens || std::any_of(m_parts.begin(), m_parts.end(), [&](const Approval& other) {
        return approval.id.value < other.id.value && isAbout(other, *part);
    });
}

bool HoldingVersions::goesOn(const Approval& approval) const
{
    if (!m_series || !m_series->continues)
        return false;
    if (!MeetingApprovals::isAboutPart(approval))
        return m_living.isEmpty() || !m_living.last().change.id;
    const SeriesVersion* part = partOf(approval);
    return part && isLast(*part);
}

QList<ApprovalId> HoldingVersions::askedFrom(const QString& date) const
{
    QList<ApprovalId> ids;
    for (const Approval& approval : m_parts) {
        if (m_begin.value(approval.id) == date)
            ids.append(approval.id);
    }
    return ids;
}

} // namespace reserve
