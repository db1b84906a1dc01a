// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/approvalrepository.h"

#include "models/store/connection.h"
#include "models/store/jsonlist.h"
#include "models/store/kepttimes.h"
#include "models/store/newestrows.h"

#include <limits>

namespace reserve {

namespace {

QString columns()
{
    return QStringLiteral(
        "state, space_id, reservation_id, series_id, trace_id, reason, broken, announcement, wants_answer, "
        "wants_confirmation, message_id, token, asked_at, ends, decided_at, decided_by, why");
}

QString selectApproval()
{
    return QStringLiteral("SELECT id, ") + columns() + QStringLiteral(" FROM approval");
}

// As the index on them has it.
QString isWaiting()
{
    return QStringLiteral("state IN ('open', 'tentative')");
}

QString orderTerm(ApprovalOrder::By by)
{
    using By = ApprovalOrder::By;
    switch (by) {
    case By::Asked:
        return QStringLiteral("id");
    case By::Requester:
        return QStringLiteral("lower(json_extract(announcement, '$.requester'))");
    case By::Space:
        return QStringLiteral("lower(json_extract(announcement, '$.spaceName'))");
    case By::Meeting:
        return QStringLiteral("iif(json_extract(announcement, '$.isPrivate'), '', "
                              "lower(json_extract(announcement, '$.subject')))");
    case By::When:
        return QStringLiteral("json_extract(announcement, '$.time.start')");
    case By::State:
        return QStringLiteral("CASE state WHEN 'open' THEN 0 WHEN 'tentative' THEN 1 WHEN 'approved' THEN 2 "
                              "WHEN 'declined' THEN 3 ELSE 4 END");
    }
    Q_UNREACHABLE();
}

ApprovalId readId(Row& row)
{
    ApprovalId id;
    row >> id;
    return id;
}

Approval readApproval(Row& row)
{
    Approval approval;
    QByteArray announcement;
    row >> approval.id >> approval.state >> approval.spaceId >> approval.reservationId >> approval.seriesId
        >> approval.traceId >> approval.reason >> approval.broken >> announcement >> approval.wantsAnswer
        >> approval.wantsConfirmation >> approval.messageId >> approval.token >> approval.askedAt >> approval.ends
        >> approval.decidedAt >> approval.decidedBy >> approval.why;
    approval.announcement = announcementFromJson(announcement).value_or(Announcement());
    return approval;
}

} // namespace

ApprovalRepository::ApprovalRepository(Connection& connection)
    : m_connection(connection)
{
}

Result<ApprovalId> ApprovalRepository::append(const Approval& approval)
{
    const auto id = m_connection.insert(
        QStringLiteral("INSERT INTO approval (") + columns()
            + QStringLiteral(") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {approval.state, approval.spaceId, approval.reservationId, approval.seriesId, approval.traceId, approval.reason,
         approval.broken, Bound::utf8(toJson(approval.announcement)), approval.wantsAnswer, approval.wantsConfirmation,
         approval.messageId, approval.token, approval.askedAt, approval.ends, approval.decidedAt, approval.decidedBy,
         approval.why});
    if (!id)
        return failure(id.error());
    m_connection.note(ChangeSubject::Approvals, *id);
    return ApprovalId{*id};
}

Result<void> ApprovalRepository::settle(const Approval& approval)
{
    if (const auto noted = approval.seriesId ? noteKeptTimes(m_connection, approval.seriesId) : Result<void>(); !noted)
        return noted;
    const auto changed = m_connection.run(
        QStringLiteral("UPDATE approval SET state = ?, decided_at = ?, decided_by = ?, why = ? WHERE id = ?"),
        {approval.state, approval.decidedAt, approval.decidedBy, approval.why, approval.id});
    if (!changed)
        return failure(changed.error());
    if (*changed == 0)
        return failure("approval.missing", {{QStringLiteral("id"), QString::number(approval.id.value)}});
    m_connection.note(ChangeSubject::Approvals, approval.id.value);
    return {};
}

Result<std::optional<Approval>> ApprovalRepository::find(ApprovalId id) const
{
    return m_connection.row(selectApproval() + QStringLiteral(" WHERE id = ?"), {id}, readApproval);
}

Result<std::optional<Approval>> ApprovalRepository::findByMessageId(const QString& messageId) const
{
    if (messageId.isEmpty())
        return std::optional<Approval>();
    return m_connection.row(selectApproval() + QStringLiteral(" WHERE message_id = ? AND message_id <> ''"),
                            {messageId}, readApproval);
}

Result<QList<Approval>> ApprovalRepository::waiting(Instant now) const
{
    return m_connection.rows(selectApproval() + QStringLiteral(" WHERE ") + isWaiting()
                                 + QStringLiteral(" AND ends > ? ORDER BY id"),
                             {now}, readApproval);
}

Result<QList<ApprovalId>> ApprovalRepository::page(ApprovalId before, int limit) const
{
    return m_connection.rows(QStringLiteral("SELECT id FROM approval WHERE id < ? ORDER BY id DESC LIMIT ?"),
                             {before ? before.value : std::numeric_limits<qint64>::max(), limit}, readId);
}

Result<QList<ApprovalId>> ApprovalRepository::sorted(const ApprovalOrder& order, int offset, int limit) const
{
    const Condition condition
        = order.by == ApprovalOrder::By::Asked ? Condition() : newestRows(QStringLiteral("approval"), {}, isWaiting());
    return m_connection.rows(QStringLiteral("SELECT id FROM approval") + condition.where()
                                 + QStringLiteral(" ORDER BY ") + orderTerm(order.by)
                                 + (order.descending ? QStringLiteral(" DESC") : QString())
                                 + QStringLiteral(", id DESC LIMIT ? OFFSET ?"),
                             {limit, offset}, readId);
}

Result<QList<Approval>> ApprovalRepository::ofTrace(TraceId trace) const
{
    return m_connection.rows(selectApproval() + QStringLiteral(" WHERE trace_id = ? ORDER BY id"), {trace},
                             readApproval);
}

Result<QList<Approval>> ApprovalRepository::byIds(const QList<ApprovalId>& ids) const
{
    return m_connection
        .rows(selectApproval() + QStringLiteral(" WHERE id IN (SELECT value FROM json_each(?))"), {idsToJson(ids)},
              readApproval)
        .map([&ids](const QList<Approval>& rows) { return inOrderOf(ids, rows); });
}

Result<int> ApprovalRepository::countWaiting(Instant now) const
{
    return m_connection
        .number(QStringLiteral("SELECT count(*) FROM approval WHERE ") + isWaiting() + QStringLiteral(" AND ends > ?"),
                {now})
        .map([](qint64 count) { return int(count); });
}

Result<std::optional<Approval>> ApprovalRepository::waitingFor(ReservationId reservation) const
{
    return m_connection.row(selectApproval() + QStringLiteral(" WHERE reservation_id = ? AND ") + isWaiting(),
                            {reservation}, readApproval);
}

Result<QList<Approval>> ApprovalRepository::waitingOf(const QString& organizerKey, const QString& uid,
                                                      SpaceId space) const
{
    const QString select = selectApproval() + QStringLiteral(" WHERE ") + isWaiting() + QStringLiteral(" AND %1 IN ")
        + QStringLiteral("(SELECT id FROM %2 WHERE organizer_key = ? AND uid = ? AND space_id = ?)");
    return m_connection.rows(select.arg(QStringLiteral("series_id"), QStringLiteral("series"))
                                 + QStringLiteral(" UNION ALL ")
                                 + select.arg(QStringLiteral("reservation_id"), QStringLiteral("reservation"))
                                 + QStringLiteral(" ORDER BY id"),
                             {organizerKey, uid, space, organizerKey, uid, space}, readApproval);
}

} // namespace reserve
