// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/approval.h"
#include "models/store/unit.h"

namespace reserve {

// What waits for approvers of one meeting in one space: its series, parts of that (THISANDFUTURE), single dates. Of one
// thread, for the time of one decision. Errors: those of the store.
class MeetingApprovals final
{
public:
    // Whatever date the key is about.
    static Result<MeetingApprovals> of(WriteUnit& unit, const MeetingKey& meeting);

    const QList<Approval>& waiting() const { return m_waiting; }
    // Null where an approver has no word on it, or not by itself.
    const Approval* forDate(ReservationId date) const;
    static bool isAboutPart(const Approval& approval);

    // Approvers have no say in it any more, and the trace of its message ends. Nothing that it would have moved keeps
    // its old time.
    Result<void> withdraw(ApprovalId id);
    // The same where something else of the series waits in its place: what still waits for a move keeps its old time.
    Result<void> replace(ApprovalId id);

private:
    explicit MeetingApprovals(WriteUnit& unit, QList<Approval> waiting);

    Result<QList<KeptTime>> keptFor(const Approval& approval) const;

    WriteUnit& m_unit;
    QList<Approval> m_waiting;
};

} // namespace reserve
