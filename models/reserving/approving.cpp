// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/approving.h"

#include "models/base/address.h"
#include "models/reserving/announcing.h"
#include "models/reserving/approvalwork.h"
#include "models/reserving/mailverdict.h"

#include <QUuid>

namespace reserve {

namespace {

constexpr qsizetype tokenLength = 12;

QString newToken()
{
    return QUuid::createUuid().toString(QUuid::Id128).left(tokenLength).toUpper();
}

OutboxEntry mailFor(const Approval& approval, const Space& space, const QStringList& approvers, Instant now)
{
    OutboxEntry entry;
    entry.kind = OutboxKind::ApprovalRequest;
    // Of its own: a wrong address of an approver does not hold back what the requester is told.
    entry.lane = QStringLiteral("approval/") + approval.messageId;
    entry.reservationId = approval.reservationId;
    entry.spaceId = approval.spaceId;
    entry.traceId = approval.traceId;
    entry.recipient = approvers.join(QLatin1Char(','));
    entry.messageId = approval.messageId;
    entry.payload = toJson(ApprovalRequest{approval.announcement, approval.broken, approval.token,
                                           space.delegateContact.isEmpty() ? space.mailbox : space.delegateContact});
    entry.createdAt = now;
    entry.nextAttempt = now;
    return entry;
}

} // namespace

Result<void> askApprovers(WriteUnit& unit, const Space& space, Trace& trace, const Configuration& configuration,
                          const AskedFor& asked)
{
    const QStringList approvers = configuration.policies().policyFor(space).admission.resourceDelegates;
    const bool mails = asked.byMail && !approvers.isEmpty();
    Approval approval;
    approval.spaceId = space.id;
    approval.reservationId = asked.reservationId;
    approval.seriesId = asked.seriesId;
    approval.traceId = trace.id;
    approval.reason = asked.decision.reason;
    approval.broken = asked.decision.policy;
    approval.announcement = asked.announcement;
    approval.announcement.status = ReservationStatus::Accepted;
    approval.announcement.reason = {};
    approval.wantsAnswer = asked.wantsAnswer && asked.byMail;
    approval.wantsConfirmation = asked.byMail;
    approval.messageId = mails ? newMailId(asked.announcement.roomAddress) : QString();
    approval.token = newToken();
    approval.askedAt = unit.now();
    approval.ends = asked.ends;
    if (const auto id = unit.approvals().append(approval); !id)
        return failure(id.error());
    const Reason step = mails
        ? Reason{"approval.asked", {{QStringLiteral("approvers"), approvers.join(QLatin1String(", "))}}}
        : Reason{"approval.nobody-to-ask", {{QStringLiteral("space"), space.name}}};
    trace.steps.append({unit.now(), "R-POLICY", step});
    if (!mails)
        return {};
    return unit.outbox().append(mailFor(approval, space, approvers, unit.now())).map([](OutboxId) {});
}

Result<void> withdrawApproval(WriteUnit& unit, Approval approval)
{
    const bool wasOpen = approval.state == ApprovalState::Open;
    approval.state = ApprovalState::Withdrawn;
    approval.decidedAt = unit.now();
    if (const auto settled = unit.approvals().settle(approval); !settled)
        return settled;
    auto trace = unit.traces().find(approval.traceId);
    if (!trace)
        return failure(trace.error());
    if (!*trace || !wasOpen)
        return {};
    const Reason reason{"approval.withdrawn", {}};
    (*trace)->steps.append({unit.now(), "R-MEETING", reason});
    (*trace)->verdict = Verdict::Ignored;
    (*trace)->reason = reason;
    (*trace)->decidedAt = unit.now();
    const auto told = tellWhole(unit, **trace);
    return told ? unit.traces().update(**trace) : told;
}

Result<void> withdrawApproval(WriteUnit& unit, ReservationId reservation)
{
    const auto waiting = unit.approvals().waitingFor(reservation);
    if (!waiting)
        return failure(waiting.error());
    return *waiting ? withdrawApproval(unit, **waiting) : Result<void>();
}

Result<void> withdrawApprovals(WriteUnit& unit, const Series& series)
{
    const auto waiting = unit.approvals().waitingOf(addressKey(series.organizer), series.uid, series.spaceId);
    if (!waiting)
        return failure(waiting.error());
    for (const Approval& approval : *waiting) {
        if (const auto withdrawn = approval.seriesId ? withdrawApproval(unit, approval) : Result<void>(); !withdrawn)
            return withdrawn;
    }
    return {};
}

Result<Approval> decideApproval(WriteUnit& unit, const Configuration& configuration, ApprovalId id,
                                const ApproverWord& word)
{
    auto found = unit.approvals().find(id);
    if (!found)
        return failure(found.error());
    const QString number = QString::number(id.value);
    if (!*found)
        return failure("approval.missing", {{QStringLiteral("id"), number}});
    const Approval& approval = **found;
    const bool isAgain = approval.state == ApprovalState::Tentative && word.answer == ApprovalAnswer::Tentative;
    if (!awaitsApprover(approval.state) || isAgain)
        return failure("approval.settled",
                       {{QStringLiteral("id"), number}, {QStringLiteral("by"), approval.decidedBy}});
    if (approval.ends <= unit.now())
        return failure("approval.over", {{QStringLiteral("id"), number}});
    const ItipReader reader;
    return ApprovalWork(unit, configuration, reader, approval, word).decide();
}

} // namespace reserve
