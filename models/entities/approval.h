// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/announcement.h"
#include "models/entities/ids.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace reserve {

// What an approver says to a request.
enum class ApprovalAnswer { Approve, Decline, Tentative };

// Open until an approver decides; Tentative ones can still be approved or declined. Withdrawn: the organizer
// cancelled the meeting, or a newer version of it came.
enum class ApprovalState { Open, Tentative, Approved, Declined, Withdrawn };

// Whether an approver has the word.
bool awaitsApprover(ApprovalState state);

// A request that waits for an approver, and what came of it. Its reservation, or those of its series, hold
// the time.
struct Approval
{
    ApprovalId id;
    ApprovalState state = ApprovalState::Open;
    SpaceId spaceId;
    ReservationId reservationId; // none for a series
    SeriesId seriesId;           // none for a single meeting
    TraceId traceId;             // of the request
    Reason reason;               // the policy that asks for an approval
    Reason broken;               // what is out of policy; empty where nothing is
    Announcement announcement;   // what is told once it is approved
    bool wantsAnswer = true;     // as the request asks (R-ANSWER)
    bool wantsConfirmation = true;
    QString messageId; // of the mail to the approvers, without brackets; empty where nobody was asked by mail
    QString token;     // in the subject of that mail
    Instant askedAt;
    Instant ends;      // when the meeting, of a series its last date, is over
    Instant decidedAt; // epoch while open
    QString decidedBy;
    QString why; // an approver's words

    friend bool operator==(const Approval&, const Approval&) = default;
};

// An approver's word, of a request on which there is one: approval.approved, approval.declined or approval.tentative
// (by, why, space).
Reason wordOf(const Approval& approval);

// What the mail to the approvers is made of, kept in the outbox.
struct ApprovalRequest
{
    Announcement about;
    Reason broken;
    QString token;
    QString replyTo; // an address of the space that the agent hears

    friend bool operator==(const ApprovalRequest&, const ApprovalRequest&) = default;
};

// As stored in OutboxEntry::payload. Reading text that is no such request gives nothing.
QByteArray toJson(const ApprovalRequest& request);
std::optional<ApprovalRequest> approvalRequestFromJson(const QByteArray& json);

} // namespace reserve
