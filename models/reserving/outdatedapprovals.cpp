// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/outdatedapprovals.h"

#include "models/booking/hindrance.h"

#include <algorithm>

namespace reserve {

namespace {

// A row that has got what another message said of its date is not what was asked about.
bool isAbout(const Approval& approval, const Reservation& row)
{
    return awaitsApprover(row.status) && approval.announcement.sequence == row.version.sequence
        && approval.announcement.time == row.time;
}

} // namespace

OutdatedApprovals::OutdatedApprovals(WriteUnit& unit, const QList<Reservation>& rows, const HoldingVersions& versions)
    : m_unit(unit)
    , m_rows(rows)
    , m_versions(versions)
{
}

Result<void> OutdatedApprovals::withdraw(MeetingApprovals& approvals) const
{
    const QList<Approval> waiting = approvals.waiting();
    for (const Approval& approval : waiting) {
        if (!isOutdated(approval))
            continue;
        if (const auto replaced = approvals.replace(approval.id); !replaced)
            return replaced;
        if (const auto ended = approval.seriesId ? endWaiting(approval) : Result<void>(); !ended)
            return ended;
    }
    return {};
}

bool OutdatedApprovals::isOutdated(const Approval& approval) const
{
    if (approval.seriesId)
        return m_versions.isOutdated(approval) || !isAboutAnything(approval);
    return std::none_of(m_rows.begin(), m_rows.end(), [&approval](const Reservation& row) {
        return row.id == approval.reservationId && isAbout(approval, row);
    });
}

// Dates behind the booking window have no rows yet; one that has lost its time may get it again. What was asked for by
// itself is asked about by itself.
bool OutdatedApprovals::isAboutAnything(const Approval& approval) const
{
    return m_versions.goesOn(approval) || std::any_of(m_rows.begin(), m_rows.end(), [&](const Reservation& row) {
               const bool mayWait = awaitsApprover(row.status)
                   || (row.status == ReservationStatus::Declined && isTakenBySibling(row.reason));
               return mayWait && m_versions.statusOf(row) && m_versions.isAsked(approval, row);
           });
}

// As where its dates had been changed before it came: the whole stands by what they have, or has nothing.
Result<void> OutdatedApprovals::endWaiting(const Approval& approval) const
{
    if (MeetingApprovals::isAboutPart(approval))
        return {};
    auto series = m_unit.series().find(approval.seriesId);
    if (!series)
        return failure(series.error());
    if (!*series || !awaitsApprover((*series)->status))
        return {};
    const bool stands = std::any_of(m_rows.begin(), m_rows.end(), [this](const Reservation& row) {
        return holdsSlot(row.status) && row.time.end > m_unit.now();
    });
    (*series)->status = stands ? ReservationStatus::Accepted : ReservationStatus::Declined;
    (*series)->changedAt = m_unit.now();
    return m_unit.series().save(**series).map([](SeriesId) {});
}

} // namespace reserve
