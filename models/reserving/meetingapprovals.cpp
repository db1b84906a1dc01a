// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/meetingapprovals.h"

#include "models/reserving/approving.h"

#include <algorithm>
#include <functional>

namespace reserve {

namespace {

const Approval* find(const QList<Approval>& waiting, const std::function<bool(const Approval&)>& isMeant)
{
    const auto found = std::find_if(waiting.begin(), waiting.end(), isMeant);
    return found == waiting.end() ? nullptr : &*found;
}

// The row at the time that it has left.
Reservation atOldTime(const KeptTime& kept)
{
    Reservation row = kept.reservation;
    row.time = kept.time;
    row.setupMinutes = int(std::chrono::duration_cast<Minutes>(kept.time.start - kept.held.start).count());
    row.clearupMinutes = int(std::chrono::duration_cast<Minutes>(kept.held.end - kept.time.end).count());
    return row;
}

} // namespace

MeetingApprovals::MeetingApprovals(WriteUnit& unit, QList<Approval> waiting)
    : m_unit(unit)
    , m_waiting(std::move(waiting))
{
}

Result<MeetingApprovals> MeetingApprovals::of(WriteUnit& unit, const MeetingKey& meeting)
{
    auto waiting = unit.approvals().waitingOf(meeting.organizerKey, meeting.uid, meeting.spaceId);
    if (!waiting)
        return failure(waiting.error());
    return MeetingApprovals(unit, std::move(*waiting));
}

const Approval* MeetingApprovals::forDate(ReservationId date) const
{
    return find(m_waiting, [date](const Approval& approval) { return date && approval.reservationId == date; });
}

bool MeetingApprovals::isAboutPart(const Approval& approval)
{
    return approval.seriesId && approval.announcement.thisAndFuture;
}

Result<void> MeetingApprovals::withdraw(ApprovalId id)
{
    const Approval* known = find(m_waiting, [id](const Approval& approval) { return approval.id == id; });
    if (!known)
        return {};
    const Approval approval = *known;
    m_waiting.removeIf([id](const Approval& other) { return other.id == id; });
    return withdrawApproval(m_unit, approval);
}

// The store lets go of all times that are kept for a series when a part of it waits no more.
Result<void> MeetingApprovals::replace(ApprovalId id)
{
    const Approval* known = find(m_waiting, [id](const Approval& approval) { return approval.id == id; });
    if (!known || !isAboutPart(*known))
        return withdraw(id);
    const Approval approval = *known;
    const auto before = keptFor(approval);
    if (!before)
        return failure(before.error());
    if (const auto withdrawn = withdraw(id); !withdrawn)
        return withdrawn;
    const auto after = keptFor(approval);
    if (!after)
        return failure(after.error());
    for (const KeptTime& kept : *before) {
        if (!awaitsApprover(kept.reservation.status) || after->contains(kept))
            continue;
        if (const auto done = m_unit.reservations().keepTime(atOldTime(kept), approval.seriesId); !done)
            return done;
    }
    return {};
}

Result<QList<KeptTime>> MeetingApprovals::keptFor(const Approval& approval) const
{
    KeptTimeFilter filter;
    filter.spaces = {approval.spaceId};
    auto kept = m_unit.reservations().keptTimes(filter);
    if (kept)
        kept->removeIf([&approval](const KeptTime& one) { return one.reservation.seriesId != approval.seriesId; });
    return kept;
}

} // namespace reserve
