// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/reserving/holdingversions.h"

namespace reserve {

// What an approver is asked about a meeting although nobody need decide it any more: newer messages have taken its
// place, or every date that it was about. Of one thread, for the time of one decision.
class OutdatedApprovals final
{
public:
    // `rows`: all of the meeting.
    OutdatedApprovals(WriteUnit& unit, const QList<Reservation>& rows, const HoldingVersions& versions);

    // Approvers have no say in it any more. Errors: those of the store.
    Result<void> withdraw(MeetingApprovals& approvals) const;

private:
    bool isOutdated(const Approval& approval) const;
    bool isAboutAnything(const Approval& approval) const;
    Result<void> endWaiting(const Approval& approval) const;

    WriteUnit& m_unit;
    const QList<Reservation>& m_rows;
    const HoldingVersions& m_versions;
};

} // namespace reserve
