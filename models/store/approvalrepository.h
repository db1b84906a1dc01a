// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/approval.h"

#include <QList>

#include <optional>

namespace reserve {

class Connection;

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
    Result<QList<Approval>> byIds(const QList<ApprovalId>& ids) const;
    Result<int> countWaiting(Instant now) const;
    // Of one reservation or series: at most one awaits an approver.
    Result<std::optional<Approval>> waitingFor(ReservationId reservation, SeriesId series) const;

private:
    Connection& m_connection;
};

} // namespace reserve
