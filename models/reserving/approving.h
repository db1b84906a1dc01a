// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/booking/decision.h"
#include "models/entities/approval.h"
#include "models/reserving/configuration.h"
#include "models/reserving/decisionwork.h"
#include "models/store/unit.h"

namespace reserve {

// What waits for an approver, of one request.
struct AskedFor
{
    ReservationId reservationId; // none for a series
    SeriesId seriesId;
    Instant ends;
    const Announcement& announcement; // as it is told once it is approved
    const Decision& decision;         // Outcome::Ask
    bool wantsAnswer = true;
    bool byMail = true;
};

// Puts a request into the queue of the space's approvers (ResourceDelegates) and queues the mail that asks
// them. The reservation is there already and holds the time; nobody else is told anything yet. `trace`: of the request.
Result<void> askApprovers(WriteUnit& unit, const Space& space, Trace& trace, const Configuration& configuration,
                          const AskedFor& asked);

// The organizer cancelled what waits, or a newer version of it came: approvers have no say in the old one any
// more, and its trace ends.
Result<void> withdrawApproval(WriteUnit& unit, Approval approval);
// Of a reservation that need not wait.
Result<void> withdrawApproval(WriteUnit& unit, ReservationId reservation);
// Of a series and all parts of it.
Result<void> withdrawApprovals(WriteUnit& unit, const Series& series);

// Of what holds because an approver said yes.
constexpr char approvedByHand[] = "approval.approved";

struct ApproverWord
{
    ApprovalAnswer answer = ApprovalAnswer::Approve;
    QString by;  // who decides, for the record: "maria on desk-12 (console)", or an address
    QString why; // their words to the requester; may be empty
};

// The one way in which a waiting request is decided, from the console, the command line or by mail:
// reservation, answer, confirmation, trace and audit in the caller's transaction. Errors: approval.missing
// (id), approval.settled (id, by), approval.over (id).
Result<Approval> decideApproval(WriteUnit& unit, const Configuration& configuration, ApprovalId id,
                                const ApproverWord& word);

} // namespace reserve
