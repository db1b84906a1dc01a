// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/approval.h"

#include <QList>

#include <optional>

namespace reserve {

class Connection;

// How the list of requests is ordered; what is equal stands newest first.
struct ApprovalOrder
{
    // Meeting: private ones as if they had no subject. State: what waits for an approver first.
    enum class By { Asked, Requester, Space, Meeting, When, State };

    By by = By::Asked;
    bool descending = true;

    bool isNewestFirst() const { return by == By::Asked && descending; }
};

class ApprovalRepository final
{
public:
    explicit ApprovalRepository(Connection& connection);

    Result<ApprovalId> append(const Approval& approval);
    // State, and who decided it when and why. Errors: approval.missing (id).
    Result<void> settle(const Approval& approval);

    Result<std::optional<Approval>> find(ApprovalId id) const;
    Result<std::optional<Approval>> findByMessageId(const QString& messageId) const;
    // Those in which an approver has the word and whose meeting is not over, the longest waiting first.
    Result<QList<Approval>> waiting(Instant now) const;
    // All of them, decided ones too, newest first.
    Result<QList<ApprovalId>> page(ApprovalId before, int limit) const;
    // In another order: from the `offset`th on. Of the newest (mostsorted.h), and all that wait.
    Result<QList<ApprovalId>> sorted(const ApprovalOrder& order, int offset, int limit) const;
    // What one message asked for, in that order.
    Result<QList<Approval>> ofTrace(TraceId trace) const;
    Result<QList<Approval>> byIds(const QList<ApprovalId>& ids) const;
    Result<int> countWaiting(Instant now) const;
    // Of one reservation: at most one awaits an approver.
    Result<std::optional<Approval>> waitingFor(ReservationId reservation) const;
    // Of one meeting in one space those of its series, of parts of that and of single dates, the longest waiting first.
    Result<QList<Approval>> waitingOf(const QString& organizerKey, const QString& uid, SpaceId space) const;

private:
    Connection& m_connection;
};

} // namespace reserve
