// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/outboxrepository.h"

#include "models/base/address.h"
#include "models/store/auditjson.h"
#include "models/store/auditrepository.h"
#include "models/store/condition.h"
#include "models/store/connection.h"
#include "models/store/jsonlist.h"

#include <algorithm>
#include <limits>

namespace reserve {

namespace {

QString columnsWithoutPayload()
{
    return QStringLiteral("kind, state, lane, reservation_id, space_id, trace_id, recipient, envelope_sender, message_id, "
                          "attempts, created_at, next_attempt, last_failure, remote_text, done_at, looks");
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
        >> entry.createdAt >> entry.nextAttempt >> entry.lastFailure >> entry.remoteText >> entry.doneAt >> entry.looks;
    return entry;
}

OutboxEntry readWithPayload(Row& row)
{
    OutboxEntry entry = readWithoutPayload(row);
    row >> entry.payload;
    return entry;
}

// Unfinished: what holds back later work of its lane. Written out for the index of that name.
QString unfinishedInLane()
{
    return QStringLiteral("state IN ('waiting', 'delivering', 'failed') AND lane <> ''");
}

// R-RETRY: what waits and has nothing of its lane before it.
QString waitingAtTheHead()
{
    return QStringLiteral("state = 'waiting' AND leads = 1");
}

// As the column of that name is computed.
qint64 numberOf(const OutboxQueue& queue)
{
    return queue.space.value * 2 + (queue.way == OutboxWay::Exchange ? 1 : 0);
}

OutboxQueue queueNumbered(qint64 number)
{
    return {SpaceId{number / 2}, number % 2 == 1 ? OutboxWay::Exchange : OutboxWay::Mail};
}

QString queuesToJson(const QList<OutboxQueue>& queues)
{
    QStringList numbers;
    for (const OutboxQueue& queue : queues)
        numbers.append(QString::number(numberOf(queue)));
    return QLatin1Char('[') + numbers.join(QLatin1Char(',')) + QLatin1Char(']');
}

// One step in the index for each queue that has something.
QString eachQueue()
{
    return QStringLiteral(
               "WITH RECURSIVE found (queue) AS (SELECT min(queue) FROM outbox WHERE %1 "
               "UNION ALL SELECT (SELECT min(later.queue) FROM outbox AS later WHERE later.queue > found.queue AND later.%2) "
               "FROM found WHERE found.queue IS NOT NULL) "
               "SELECT queue, (SELECT min(next_attempt) FROM outbox AS one WHERE one.queue = found.queue AND one.%3), "
               "(SELECT max(next_attempt) FROM outbox AS one WHERE one.queue = found.queue AND one.%3) "
               "FROM found WHERE queue IS NOT NULL")
        .arg(waitingAtTheHead(), QStringLiteral("state = 'waiting' AND later.leads = 1"),
             QStringLiteral("state = 'waiting' AND one.leads = 1"));
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
    const Result<std::optional<OutboxId>> before = firstUnfinished(entry.lane);
    if (!before)
        return failure(before.error());
    const Result<qint64> id = m_connection.insert(
        QStringLiteral("INSERT INTO outbox (") + columnsWithoutPayload()
            + QStringLiteral(", leads, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {entry.kind, entry.state, entry.lane, entry.reservationId, entry.spaceId, entry.traceId, entry.recipient,
         entry.envelopeSender, entry.messageId, entry.attempts, entry.createdAt, entry.nextAttempt, entry.lastFailure,
         entry.remoteText, entry.doneAt, entry.looks, !before->has_value(), Bound::blob(entry.payload)});
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

Result<QList<WaitingQueue>> OutboxRepository::queues() const
{
    return m_connection.rows(eachQueue(), {}, [](Row& row) {
        WaitingQueue waiting;
        qint64 number = 0;
        row >> number >> waiting.first >> waiting.last;
        waiting.queue = queueNumbered(number);
        return waiting;
    });
}

Result<QList<OutboxEntry>> OutboxRepository::take(const QList<OutboxShare>& shares, QList<int> groupRoom,
                                                  Milliseconds longestWait)
{
    QList<OutboxEntry> taken;
    for (const OutboxShare& share : shares) {
        int& room = groupRoom[share.group];
        const int most = std::min(share.most, room);
        if (most <= 0)
            continue;
        const qsizetype before = taken.size();
        if (const Result<void> appended = appendDue(taken, share, most, longestWait); !appended)
            return failure(appended.error());
        room -= int(taken.size() - before);
    }
    for (OutboxEntry& entry : taken) {
        if (const Result<void> marked = markTaken(entry); !marked)
            return failure(marked.error());
    }
    return taken;
}

// Two questions, so that each is a walk along the index that stops at the limit.
Result<void> OutboxRepository::appendDue(QList<OutboxEntry>& taken, const OutboxShare& share, int most,
                                         Milliseconds longestWait) const
{
    const QString question = selectWithPayload() + QStringLiteral(" WHERE queue = ? AND ") + waitingAtTheHead();
    const QString order = QStringLiteral(" ORDER BY next_attempt, id LIMIT ?");
    const auto due = m_connection.rows(question + QStringLiteral(" AND next_attempt <= ?") + order,
                                       {numberOf(share.queue), m_connection.now(), most}, readWithPayload);
    if (!due)
        return failure(due.error());
    taken += *due;
    if (due->size() == most)
        return {};
    const auto farAhead
        = m_connection.rows(question + QStringLiteral(" AND next_attempt > ?") + order,
                            {numberOf(share.queue), m_connection.now() + longestWait, most - due->size()}, readWithPayload);
    if (!farAhead)
        return failure(farAhead.error());
    taken += *farAhead;
    return {};
}

Result<void> OutboxRepository::markTaken(OutboxEntry& entry)
{
    entry.state = OutboxState::Delivering;
    ++entry.attempts;
    const Result<int> taken = m_connection.run(
        QStringLiteral("UPDATE outbox SET state = 'delivering', attempts = attempts + 1 WHERE id = ?"), {entry.id});
    if (!taken)
        return failure(taken.error());
    m_connection.note(ChangeSubject::Outbox, entry.id.value);
    return {};
}

Result<std::optional<Instant>> OutboxRepository::nextDue() const
{
    return m_connection
        .row(QStringLiteral("SELECT min(next_attempt) FROM outbox WHERE ") + waitingAtTheHead(), {}, readInstant)
        .map([](const std::optional<std::optional<Instant>>& due) { return due.value_or(std::nullopt); });
}

Result<std::optional<OutboxId>> OutboxRepository::firstUnfinished(const QString& lane) const
{
    if (lane.isEmpty())
        return std::nullopt;
    return m_connection.row(QStringLiteral("SELECT id FROM outbox WHERE lane = ? AND ") + unfinishedInLane()
                                + QStringLiteral(" ORDER BY id LIMIT 1"),
                            {lane}, readId);
}

Result<void> OutboxRepository::letTheFirstLead(const QString& lane)
{
    const Result<std::optional<OutboxId>> first = firstUnfinished(lane);
    if (!first)
        return failure(first.error());
    if (!*first)
        return {};
    const Result<int> led = m_connection.run(
        QStringLiteral("UPDATE outbox SET leads = (id = ?) WHERE lane = ? AND leads <> (id = ?) AND ") + unfinishedInLane(),
        {**first, lane, **first});
    if (!led)
        return failure(led.error());
    return {};
}

Result<OutboxEntry> OutboxRepository::existing(OutboxId id) const
{
    const Result<std::optional<OutboxEntry>> entry = find(id);
    if (!entry)
        return failure(entry.error());
    if (!*entry)
        return missing(id);
    return **entry;
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
                                            const QString& remoteText, int looks)
{
    const Result<int> updated = m_connection.run(
        QStringLiteral("UPDATE outbox SET state = 'waiting', next_attempt = ?, last_failure = ?, remote_text = ?, looks = ? "
                       "WHERE id = ? AND state = 'delivering'"),
        {nextAttempt, reason, remoteText, looks, id});
    if (!updated)
        return failure(updated.error());
    m_connection.note(ChangeSubject::Outbox, id.value);
    return {};
}

Result<void> OutboxRepository::putBack(OutboxId id, Instant nextAttempt)
{
    const Result<int> updated = m_connection.run(
        QStringLiteral("UPDATE outbox SET state = 'waiting', attempts = attempts - 1, next_attempt = ? "
                       "WHERE id = ? AND state = 'delivering'"),
        {nextAttempt, id});
    if (!updated)
        return failure(updated.error());
    m_connection.note(ChangeSubject::Outbox, id.value);
    return {};
}

Result<OutboxId> OutboxRepository::explainWaiting(const Reason& reason, const QList<OutboxQueue>& queues, OutboxId after,
                                                  int limit)
{
    // The queue is no index to this question: what waits is walked through once, in order.
    const auto waiting = m_connection.rows(
        QStringLiteral("SELECT id FROM outbox WHERE state = 'waiting' AND state <> 'done' AND id > ? "
                       "AND last_failure <> ? AND +queue IN (SELECT value FROM json_each(?)) ORDER BY id LIMIT ?"),
        {after.value, reason, queuesToJson(queues), limit}, readId);
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
    const Result<OutboxEntry> entry = existing(id);
    if (!entry)
        return failure(entry.error());
    // A person was quicker: what failed of it since is no news.
    if (entry->state == OutboxState::GivenUp && state == OutboxState::Failed)
        return {};
    const Result<int> updated = m_connection.run(
        QStringLiteral("UPDATE outbox SET state = ?, last_failure = ?, remote_text = ?, done_at = ? WHERE id = ?"),
        {state, reason, remoteText, m_connection.now(), id});
    if (!updated)
        return failure(updated.error());
    m_connection.note(ChangeSubject::Outbox, id.value);
    return letTheFirstLead(entry->lane);
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
    const Result<OutboxEntry> entry = existing(*id);
    if (!entry)
        return failure(entry.error());
    const OutboxState state = entry->state;
    if (state != OutboxState::Waiting && state != OutboxState::Failed && state != OutboxState::Bounced)
        return 0;
    const Result<int> updated = m_connection.run(
        QStringLiteral("UPDATE outbox SET state = 'waiting', next_attempt = ?, done_at = 0, looks = 0 WHERE id = ?"),
        {m_connection.now(), *id});
    if (!updated)
        return updated;
    if (const Result<void> led = letTheFirstLead(entry->lane); !led)
        return failure(led.error());
    m_connection.note(ChangeSubject::Outbox, id->value);
    const Result<void> audited = audit(*id, actor, stateJson(state), stateJson(OutboxState::Waiting));
    return audited ? updated : failure(audited.error());
}

Result<int> OutboxRepository::retryNow(const QList<OutboxQueue>& queues, const QString& actor)
{
    const Result<int> hurried = m_connection.run(
        QStringLiteral("UPDATE outbox SET state = 'waiting', next_attempt = ?, done_at = 0, looks = 0 "
                       "WHERE state IN ('waiting', 'failed') AND queue IN (SELECT value FROM json_each(?))"),
        {m_connection.now(), queuesToJson(queues)});
    if (!hurried || *hurried == 0)
        return hurried;
    m_connection.note(ChangeSubject::Outbox, 0);
    const Result<void> audited = audit({}, actor, {}, auditJson(QStringLiteral("retried"), QString::number(*hurried)));
    return audited ? hurried : failure(audited.error());
}

Result<void> OutboxRepository::edit(OutboxId id, const QString& recipient, const QString& actor)
{
    const Result<OutboxEntry> entry = existing(id);
    if (!entry)
        return failure(entry.error());
    const Arguments which{{QStringLiteral("id"), QString::number(id.value)}};
    const OutboxState state = entry->state;
    if (state != OutboxState::Waiting && state != OutboxState::Failed && state != OutboxState::Bounced)
        return failure("outbox.settled", which);
    if (entry->kind != OutboxKind::Confirmation && entry->kind != OutboxKind::ApprovalRequest)
        return failure("outbox.recipient-fixed", which);
    QStringList addresses;
    for (const QString& address : recipient.split(QLatin1Char(','))) {
        addresses.append(address.trimmed());
        if (!looksLikeAddress(addresses.last()))
            return failure("outbox.recipient-invalid", {{QStringLiteral("recipient"), addresses.last()}});
    }
    const QString told = addresses.join(QLatin1Char(','));
    if (const Result<int> updated
        = m_connection.run(QStringLiteral("UPDATE outbox SET recipient = ? WHERE id = ?"), {told, id});
        !updated)
        return failure(updated.error());
    const QString field = QStringLiteral("recipient");
    if (const Result<void> audited = audit(id, actor, auditJson(field, entry->recipient), auditJson(field, told)); !audited)
        return audited;
    if (state == OutboxState::Waiting) {
        m_connection.note(ChangeSubject::Outbox, id.value);
        return {};
    }
    const Result<int> retried = retryNow(id, actor);
    return retried ? Result<void>() : failure(retried.error());
}

Result<void> OutboxRepository::giveUp(OutboxId id, const QString& why, const QString& actor)
{
    const Result<OutboxEntry> entry = existing(id);
    if (!entry)
        return failure(entry.error());
    if (entry->state == OutboxState::Done || entry->state == OutboxState::GivenUp)
        return failure("outbox.settled", {{QStringLiteral("id"), QString::number(id.value)}});
    const Reason reason{"outbox.given-up", {{QStringLiteral("why"), why}, {QStringLiteral("actor"), actor}}};
    if (const Result<void> settled = settle(id, OutboxState::GivenUp, reason, entry->remoteText); !settled)
        return settled;
    return audit(id, actor, stateJson(entry->state), stateJson(OutboxState::GivenUp));
}

Result<void> OutboxRepository::audit(OutboxId id, const QString& actor, const QByteArray& before,
                                     const QByteArray& after)
{
    return AuditRepository(m_connection)
        .append({{}, m_connection.now(), actor, "outbox", id ? QString::number(id.value) : QString(), before, after});
}

} // namespace reserve
