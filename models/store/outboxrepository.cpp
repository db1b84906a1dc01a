// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/outboxrepository.h"

#include "models/store/auditjson.h"
#include "models/store/auditrepository.h"
#include "models/store/condition.h"
#include "models/store/connection.h"
#include "models/store/jsonlist.h"

#include <limits>

namespace reserve {

namespace {

QString columnsWithoutPayload()
{
    return QStringLiteral("kind, state, lane, reservation_id, space_id, trace_id, recipient, envelope_sender, message_id, "
                          "attempts, created_at, next_attempt, last_failure, remote_text, done_at");
}

QString selectWithoutPayload()
{
    return QStringLiteral("SELECT id, ") + columnsWithoutPayload() + QStringLiteral(" FROM outbox");
}

QString selectWithPayload()
{
    return QStringLiteral("SELECT id, ") + columnsWithoutPayload() + QStringLiteral(", payload FROM outbox");
}

OutboxEntry readWithoutPayload(Row& row)
{
    OutboxEntry entry;
    row >> entry.id >> entry.kind >> entry.state >> entry.lane >> entry.reservationId >> entry.spaceId
        >> entry.traceId >> entry.recipient >> entry.envelopeSender >> entry.messageId >> entry.attempts
        >> entry.createdAt >> entry.nextAttempt >> entry.lastFailure >> entry.remoteText >> entry.doneAt;
    return entry;
}

OutboxEntry readWithPayload(Row& row)
{
    OutboxEntry entry = readWithoutPayload(row);
    row >> entry.payload;
    return entry;
}

// R-RETRY: of a lane only the oldest unfinished entry; what failed for good holds back what comes after it.
QString waitingAtTheHead()
{
    return QStringLiteral("state = 'waiting' AND (lane = '' OR NOT EXISTS (SELECT 1 FROM outbox AS earlier "
                          "WHERE earlier.lane = outbox.lane AND earlier.id < outbox.id "
                          "AND earlier.state IN ('waiting', 'delivering', 'failed') AND earlier.lane <> ''))");
}

std::optional<Instant> readInstant(Row& row)
{
    std::optional<Instant> instant;
    row >> instant;
    return instant;
}

QByteArray stateJson(OutboxState state)
{
    return auditJson(QStringLiteral("state"), QString::fromLatin1(toText(state)));
}

Failure missing(OutboxId id)
{
    return failure("outbox.missing", {{QStringLiteral("id"), QString::number(id.value)}});
}

OutboxId readId(Row& row)
{
    OutboxId id;
    row >> id;
    return id;
}

QString orderTerm(OutboxOrder::By by)
{
    switch (by) {
    case OutboxOrder::By::Created:
        return QStringLiteral("id");
    case OutboxOrder::By::Kind:
        return QStringLiteral("kind");
    case OutboxOrder::By::Recipient:
        return QStringLiteral("lower(recipient)");
    case OutboxOrder::By::State:
        return QStringLiteral("CASE state WHEN 'failed' THEN 0 WHEN 'bounced' THEN 1 WHEN 'delivering' THEN 2 "
                              "WHEN 'waiting' THEN 3 WHEN 'done' THEN 4 ELSE 5 END");
    case OutboxOrder::By::Attempts:
        return QStringLiteral("attempts");
    case OutboxOrder::By::NextAttempt:
        return QStringLiteral("iif(state = 'waiting', next_attempt, 9223372036854775807)");
    case OutboxOrder::By::Failure:
        return QStringLiteral("last_failure");
    }
    Q_UNREACHABLE();
}

} // namespace

OutboxRepository::OutboxRepository(Connection& connection)
    : m_connection(connection)
{
}

Result<OutboxId> OutboxRepository::append(const OutboxEntry& entry)
{
    const Result<qint64> id = m_connection.insert(
        QStringLiteral("INSERT INTO outbox (") + columnsWithoutPayload()
            + QStringLiteral(", payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {entry.kind, entry.state, entry.lane, entry.reservationId, entry.spaceId, entry.traceId, entry.recipient,
         entry.envelopeSender, entry.messageId, entry.attempts, entry.createdAt, entry.nextAttempt, entry.lastFailure,
         entry.remoteText, entry.doneAt, Bound::blob(entry.payload)});
    if (!id)
        return failure(id.error());
    m_connection.note(ChangeSubject::Outbox, *id);
    return OutboxId{*id};
}

Result<std::optional<OutboxEntry>> OutboxRepository::find(OutboxId id) const
{
    return m_connection.row(selectWithPayload() + QStringLiteral(" WHERE id = ?"), {id}, readWithPayload);
}

Result<std::optional<OutboxEntry>> OutboxRepository::findByMessageId(const QString& messageId) const
{
    return m_connection.row(selectWithPayload()
                                + QStringLiteral(" WHERE message_id = ? AND message_id <> '' ORDER BY id LIMIT 1"),
                            {messageId}, readWithPayload);
}

Result<QList<OutboxEntry>> OutboxRepository::byIds(const QList<OutboxId>& ids) const
{
    return m_connection
        .rows(selectWithoutPayload() + QStringLiteral(" WHERE id IN (SELECT value FROM json_each(?))"),
              {idsToJson(ids)}, readWithoutPayload)
        .map([&](const QList<OutboxEntry>& entries) { return inOrderOf(ids, entries); });
}

Result<QList<OutboxId>> OutboxRepository::page(std::optional<OutboxState> state, OutboxId before, int limit) const
{
    Condition condition;
    if (state)
        condition.add(QStringLiteral("state = ?"), {*state});
    condition.add(QStringLiteral("id < ?"), {before ? before.value : std::numeric_limits<qint64>::max()});
    Bindings values = condition.values();
    values.append(limit);
    return m_connection.rows(QStringLiteral("SELECT id FROM outbox") + condition.where()
                                 + QStringLiteral(" ORDER BY id DESC LIMIT ?"),
                             values, readId);
}

Result<QList<OutboxId>> OutboxRepository::sorted(std::optional<OutboxState> state, const OutboxOrder& order, int offset,
                                                 int limit) const
{
    Condition condition;
    if (state)
        condition.add(QStringLiteral("state = ?"), {*state});
    Bindings values = condition.values();
    values.append(limit);
    values.append(offset);
    return m_connection.rows(QStringLiteral("SELECT id FROM outbox") + condition.where() + QStringLiteral(" ORDER BY ")
                                 + orderTerm(order.by) + (order.descending ? QStringLiteral(" DESC") : QString())
                                 + QStringLiteral(", id DESC LIMIT ? OFFSET ?"),
                             values, readId);
}

Result<std::optional<Instant>> OutboxRepository::lastDue(OutboxKind kind, const QString& recipient, Instant since) const
{
    const auto last = m_connection.row(
        QStringLiteral("SELECT max(max(created_at, next_attempt)) FROM outbox "
                       "WHERE kind = ? AND recipient = ? COLLATE NOCASE AND created_at >= ?"),
        {kind, recipient, since}, readInstant);
    if (!last)
        return failure(last.error());
    return last->value_or(std::nullopt);
}

Result<OutboxCounts> OutboxRepository::counts() const
{
    const auto counts = m_connection.row(
        QStringLiteral("SELECT ifnull(sum(state IN ('waiting', 'delivering')), 0), "
                       "ifnull(sum(state IN ('failed', 'bounced')), 0), "
                       "min(CASE WHEN state IN ('waiting', 'delivering') THEN created_at END) "
                       "FROM outbox WHERE state <> 'done'"),
        {}, [](Row& row) {
            OutboxCounts found;
            row >> found.waiting >> found.failed >> found.oldest;
            return found;
        });
    if (!counts)
        return failure(counts.error());
    const Result<std::optional<Instant>> next = nextDue();
    if (!next)
        return failure(next.error());
    OutboxCounts answer = counts->value_or(OutboxCounts());
    answer.nextTry = *next;
    return answer;
}

Result<QList<OutboxEntry>> OutboxRepository::take(int limit, Milliseconds longestWait)
{
    Result<QList<OutboxEntry>> due = m_connection.rows(selectWithPayload()
                                                           + QStringLiteral(" WHERE (next_attempt <= ? OR next_attempt > ?) AND ")
                                                           + waitingAtTheHead()
                                                           + QStringLiteral(" ORDER BY next_attempt, id LIMIT ?"),
                                                       {m_connection.now(), m_connection.now() + longestWait, limit},
                                                       readWithPayload);
    if (!due)
        return due;
    for (OutboxEntry& entry : *due) {
        entry.state = OutboxState::Delivering;
        ++entry.attempts;
        const Result<int> taken = m_connection.run(
            QStringLiteral("UPDATE outbox SET state = 'delivering', attempts = attempts + 1 WHERE id = ?"), {entry.id});
        if (!taken)
            return failure(taken.error());
        m_connection.note(ChangeSubject::Outbox, entry.id.value);
    }
    return due;
}

Result<std::optional<Instant>> OutboxRepository::nextDue() const
{
    return m_connection
        .row(QStringLiteral("SELECT min(next_attempt) FROM outbox WHERE ") + waitingAtTheHead(), {}, readInstant)
        .map([](const std::optional<std::optional<Instant>>& due) { return due.value_or(std::nullopt); });
}

Result<int> OutboxRepository::releaseDelivering()
{
    const Result<int> released = m_connection.run(
        QStringLiteral("UPDATE outbox SET state = 'waiting', next_attempt = ? WHERE state = 'delivering'"),
        {m_connection.now()});
    if (released && *released > 0)
        m_connection.note(ChangeSubject::Outbox, 0);
    return released;
}

Result<void> OutboxRepository::markDone(OutboxId id)
{
    return settle(id, OutboxState::Done, {}, {});
}

Result<void> OutboxRepository::markForRetry(OutboxId id, Instant nextAttempt, const Reason& reason,
                                            const QString& remoteText)
{
    const Result<int> updated = m_connection.run(
        QStringLiteral("UPDATE outbox SET state = 'waiting', next_attempt = ?, last_failure = ?, remote_text = ? "
                       "WHERE id = ?"),
        {nextAttempt, reason, remoteText, id});
    if (!updated)
        return failure(updated.error());
    if (*updated == 0)
        return missing(id);
    m_connection.note(ChangeSubject::Outbox, id.value);
    return {};
}

Result<OutboxId> OutboxRepository::explainWaiting(const Reason& reason, OutboxId after, int limit)
{
    const auto waiting = m_connection.rows(
        QStringLiteral("SELECT id FROM outbox WHERE state = 'waiting' AND state <> 'done' AND id > ? ORDER BY id LIMIT ?"),
        {after.value, limit}, [](Row& row) {
            OutboxId id;
            row >> id;
            return id;
        });
    if (!waiting)
        return failure(waiting.error());
    for (const OutboxId id : *waiting) {
        const Result<int> explained =
            m_connection.run(QStringLiteral("UPDATE outbox SET last_failure = ? WHERE id = ?"), {reason, id});
        if (!explained)
            return failure(explained.error());
        m_connection.note(ChangeSubject::Outbox, id.value);
    }
    return waiting->isEmpty() ? after : waiting->last();
}

Result<void> OutboxRepository::markFailed(OutboxId id, const Reason& reason, const QString& remoteText)
{
    return settle(id, OutboxState::Failed, reason, remoteText);
}

Result<void> OutboxRepository::markBounced(OutboxId id, const Reason& reason, const QString& remoteText)
{
    return settle(id, OutboxState::Bounced, reason, remoteText);
}

Result<void> OutboxRepository::settle(OutboxId id, OutboxState state, const Reason& reason, const QString& remoteText)
{
    const Result<int> updated = m_connection.run(
        QStringLiteral("UPDATE outbox SET state = ?, last_failure = ?, remote_text = ?, done_at = ? WHERE id = ?"),
        {state, reason, remoteText, m_connection.now(), id});
    if (!updated)
        return failure(updated.error());
    if (*updated == 0)
        return missing(id);
    m_connection.note(ChangeSubject::Outbox, id.value);
    return {};
}

Result<int> OutboxRepository::retryNow(std::optional<OutboxId> id, const QString& actor)
{
    if (!id) {
        const Result<int> hurried =
            m_connection.run(QStringLiteral("UPDATE outbox SET next_attempt = ? WHERE state = 'waiting' "
                                            "AND next_attempt > ?"),
                             {m_connection.now(), m_connection.now()});
        if (!hurried || *hurried == 0)
            return hurried;
        m_connection.note(ChangeSubject::Outbox, 0);
        const Result<void> audited =
            audit({}, actor, {}, auditJson(QStringLiteral("retried"), QString::number(*hurried)));
        return audited ? hurried : failure(audited.error());
    }
    const Result<std::optional<OutboxEntry>> entry = find(*id);
    if (!entry)
        return failure(entry.error());
    if (!*entry)
        return missing(*id);
    const OutboxState state = (*entry)->state;
    if (state != OutboxState::Waiting && state != OutboxState::Failed && state != OutboxState::Bounced)
        return 0;
    const Result<int> updated = m_connection.run(
        QStringLiteral("UPDATE outbox SET state = 'waiting', next_attempt = ?, done_at = 0 WHERE id = ?"),
        {m_connection.now(), *id});
    if (!updated)
        return updated;
    m_connection.note(ChangeSubject::Outbox, id->value);
    const Result<void> audited = audit(*id, actor, stateJson(state), stateJson(OutboxState::Waiting));
    return audited ? updated : failure(audited.error());
}

Result<void> OutboxRepository::giveUp(OutboxId id, const QString& why, const QString& actor)
{
    const Result<std::optional<OutboxEntry>> entry = find(id);
    if (!entry)
        return failure(entry.error());
    if (!*entry)
        return missing(id);
    const Reason reason{"outbox.given-up", {{QStringLiteral("why"), why}, {QStringLiteral("actor"), actor}}};
    if (const Result<void> settled = settle(id, OutboxState::GivenUp, reason, (*entry)->remoteText); !settled)
        return settled;
    return audit(id, actor, stateJson((*entry)->state), stateJson(OutboxState::GivenUp));
}

Result<void> OutboxRepository::audit(OutboxId id, const QString& actor, const QByteArray& before,
                                     const QByteArray& after)
{
    return AuditRepository(m_connection)
        .append({{}, m_connection.now(), actor, "outbox", id ? QString::number(id.value) : QString(), before, after});
}

} // namespace reserve
