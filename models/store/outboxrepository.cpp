// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/outboxrepository.h"

#include "models/store/condition.h"
#include "models/store/connection.h"
#include "models/store/jsonlist.h"
#include "models/store/newestrows.h"

#include <algorithm>
#include <limits>

namespace reserve {

namespace {

QString columnsWithoutPayload()
{
    return QStringLiteral(
        "kind, state, lane, reservation_id, space_id, trace_id, recipient, envelope_sender, message_id, "
        "attempts, created_at, next_attempt, last_failure, remote_text, done_at, looks, earlier");
}

// Unfinished: what holds back later work of its lane. Written out for the index of that name.
QString unfinishedInLane()
{
    return QStringLiteral("state IN ('waiting', 'delivering', 'failed') AND lane <> ''");
}

// For a list: with what goes before it.
QString selectForList()
{
    return QStringLiteral("SELECT id, %1, CASE WHEN state = 'waiting' AND leads = 0 THEN (SELECT first.id %2) END, "
                          "CASE WHEN state = 'waiting' AND leads = 0 THEN (SELECT first.state = 'failed' %2) END "
                          "FROM outbox")
        .arg(columnsWithoutPayload(),
             QStringLiteral("FROM outbox AS first WHERE first.lane = outbox.lane AND first.state IN ('waiting', "
                            "'delivering', 'failed') AND first.lane <> '' ORDER BY first.id LIMIT 1"));
}

QString selectWithPayload()
{
    return QStringLiteral("SELECT id, ") + columnsWithoutPayload() + QStringLiteral(", payload FROM outbox");
}

OutboxEntry readWithoutPayload(Row& row)
{
    OutboxEntry entry;
    row >> entry.id >> entry.kind >> entry.state >> entry.lane >> entry.reservationId >> entry.spaceId >> entry.traceId
        >> entry.recipient >> entry.envelopeSender >> entry.messageId >> entry.attempts >> entry.createdAt
        >> entry.nextAttempt >> entry.lastFailure >> entry.remoteText >> entry.doneAt >> entry.looks >> entry.earlier;
    return entry;
}

OutboxEntry readForList(Row& row)
{
    OutboxEntry entry = readWithoutPayload(row);
    row >> entry.behind >> entry.isBehindFailed;
    return entry;
}

OutboxEntry readWithPayload(Row& row)
{
    OutboxEntry entry = readWithoutPayload(row);
    row >> entry.payload;
    return entry;
}

// R-RETRY: what waits and has nothing of its lane before it.
QString waitingAtTheHead()
{
    return QStringLiteral("state = 'waiting' AND leads = 1");
}

// One step in the index for each queue that has something.
QString eachQueue()
{
    return QStringLiteral(
               "WITH RECURSIVE found (queue) AS (SELECT min(queue) FROM outbox WHERE %1 "
               "UNION ALL SELECT (SELECT min(later.queue) FROM outbox AS later WHERE later.queue > found.queue AND "
               "later.%2) "
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
            + QStringLiteral(", leads, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {entry.kind, entry.state, entry.lane, entry.reservationId, entry.spaceId, entry.traceId, entry.recipient,
         entry.envelopeSender, entry.messageId, entry.attempts, entry.createdAt, entry.nextAttempt, entry.lastFailure,
         entry.remoteText, entry.doneAt, entry.looks, entry.earlier, !before->has_value(), Bound::blob(entry.payload)});
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
        .rows(selectForList() + QStringLiteral(" WHERE id IN (SELECT value FROM json_each(?))"), {idsToJson(ids)},
              readForList)
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
    if (order.by != OutboxOrder::By::Created)
        condition = newestRows(QStringLiteral("outbox"), condition, QStringLiteral("state <> 'done'"));
    Bindings values = condition.values();
    values.append(limit);
    values.append(offset);
    return m_connection.rows(QStringLiteral("SELECT id FROM outbox") + condition.where() + QStringLiteral(" ORDER BY ")
                                 + orderTerm(order.by) + (order.descending ? QStringLiteral(" DESC") : QString())
                                 + QStringLiteral(", id DESC LIMIT ? OFFSET ?"),
                             values, readId);
}

// Two indexes: what is done already is by far the most.
Result<QList<OutboxEntry>> OutboxRepository::notDone(const QString& lane) const
{
    return m_connection.rows(QStringLiteral("SELECT * FROM (%1 WHERE lane = ? AND %2 UNION ALL "
                                            "%1 WHERE state = 'given-up' AND state <> 'done' AND lane = ?) ORDER BY id")
                                 .arg(selectWithPayload(), unfinishedInLane()),
                             {lane, lane}, readWithPayload);
}

Result<std::optional<Instant>> OutboxRepository::lastDue(OutboxKind kind, const QString& recipient, Instant since) const
{
    const auto last
        = m_connection.row(QStringLiteral("SELECT max(max(created_at, next_attempt)) FROM outbox "
                                          "WHERE kind = ? AND recipient = ? COLLATE NOCASE AND created_at >= ?"),
                           {kind, recipient, since}, readInstant);
    if (!last)
        return failure(last.error());
    return last->value_or(std::nullopt);
}

Result<int> OutboxRepository::count(std::optional<OutboxState> state) const
{
    Condition condition;
    if (state)
        condition.add(QStringLiteral("state = ?"), {*state});
    return m_connection.number(QStringLiteral("SELECT count(*) FROM outbox") + condition.where(), condition.values())
        .map([](qint64 number) { return int(number); });
}

Result<OutboxCounts> OutboxRepository::counts() const
{
    const auto counts
        = m_connection.row(QStringLiteral("SELECT ifnull(sum(state IN ('waiting', 'delivering')), 0), "
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
    const auto farAhead = m_connection.rows(
        question + QStringLiteral(" AND next_attempt > ?") + order,
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
        QStringLiteral("UPDATE outbox SET leads = (id = ?) WHERE lane = ? AND leads <> (id = ?) AND ")
            + unfinishedInLane(),
        {**first, lane, **first});
    if (!led)
        return failure(led.error());
    return noteBehind(**first, lane);
}

// They say what goes before them.
Result<void> OutboxRepository::noteBehind(OutboxId first, const QString& lane)
{
    const Result<QList<OutboxId>> behind
        = m_connection.rows(QStringLiteral("SELECT id FROM outbox WHERE lane = ? AND id > ? AND ") + unfinishedInLane(),
                            {lane, first}, readId);
    if (!behind)
        return failure(behind.error());
    for (const OutboxId id : *behind)
        m_connection.note(ChangeSubject::Outbox, id.value);
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

Result<QList<OutboxEntry>> OutboxRepository::unfinishedIn(const QString& lane) const
{
    return m_connection.rows(selectWithPayload() + QStringLiteral(" WHERE lane = ? AND ") + unfinishedInLane()
                                 + QStringLiteral(" ORDER BY id"),
                             {lane}, readWithPayload);
}

Result<int> OutboxRepository::releaseDelivering()
{
    if (const Result<void> ended = endWhatWasOutdated(); !ended)
        return failure(ended.error());
    const Result<int> released = m_connection.run(
        QStringLiteral("UPDATE outbox SET state = 'waiting', next_attempt = ?, last_failure = ?, "
                       "earlier = CASE earlier WHEN 'asked' THEN 'asked' ELSE 'begun' END WHERE state = 'delivering'"),
        {m_connection.now(), Reason{"outbox.interrupted", {}}});
    if (released && *released > 0)
        m_connection.note(ChangeSubject::Outbox, 0);
    return released;
}

Result<void> OutboxRepository::markDone(OutboxId id)
{
    return settle(id, OutboxState::Done, {}, {});
}

Result<void> OutboxRepository::markForRetry(OutboxId id, Instant nextAttempt, const Reason& reason,
                                            const QString& remoteText, int looks, EarlierAttempt earlier)
{
    if (const Result<bool> ended = endIfOutdated(id, earlier, remoteText); !ended || *ended)
        return ended.map([](bool) {});
    const Result<int> updated = m_connection.run(
        QStringLiteral(
            "UPDATE outbox SET state = 'waiting', next_attempt = ?, last_failure = ?, remote_text = ?, looks = ?, "
            "earlier = ? WHERE id = ? AND state = 'delivering'"),
        {nextAttempt, reason, remoteText, looks, earlier, id});
    if (!updated)
        return failure(updated.error());
    m_connection.note(ChangeSubject::Outbox, id.value);
    return {};
}

Result<void> OutboxRepository::putBack(OutboxId id, Instant nextAttempt)
{
    if (const Result<bool> ended = endIfOutdated(id, EarlierAttempt::None, {}); !ended || *ended)
        return ended.map([](bool) {});
    const Result<int> updated = m_connection.run(
        QStringLiteral("UPDATE outbox SET state = 'waiting', attempts = attempts - 1, next_attempt = ? "
                       "WHERE id = ? AND state = 'delivering'"),
        {nextAttempt, id});
    if (!updated)
        return failure(updated.error());
    m_connection.note(ChangeSubject::Outbox, id.value);
    return {};
}

Result<OutboxId> OutboxRepository::explainWaiting(const Reason& reason, const QList<OutboxQueue>& queues,
                                                  OutboxId after, int limit)
{
    // The queue is no index to this question: what waits is walked through once, in order.
    const auto waiting = m_connection.rows(
        QStringLiteral("SELECT id FROM outbox WHERE state = 'waiting' AND state <> 'done' AND id > ? "
                       "AND last_failure <> ? AND +queue IN (SELECT value FROM json_each(?)) ORDER BY id LIMIT ?"),
        {after.value, reason, queuesToJson(queues), limit}, readId);
    if (!waiting)
        return failure(waiting.error());
    for (const OutboxId id : *waiting) {
        const Result<int> explained
            = m_connection.run(QStringLiteral("UPDATE outbox SET last_failure = ? WHERE id = ?"), {reason, id});
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

Result<void> OutboxRepository::supersede(OutboxId id, const Reason& reason)
{
    return settle(id, OutboxState::GivenUp, reason, {});
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
    if (entry->state == OutboxState::Delivering && state == OutboxState::Failed) {
        const Result<bool> ended = endIfOutdated(id, EarlierAttempt::None, remoteText);
        if (!ended || *ended)
            return ended.map([](bool) {});
    }
    const Result<int> updated = m_connection.run(
        QStringLiteral("UPDATE outbox SET state = ?, last_failure = ?, remote_text = ?, done_at = ? WHERE id = ?"),
        {state, reason, remoteText, m_connection.now(), id});
    if (!updated)
        return failure(updated.error());
    m_connection.note(ChangeSubject::Outbox, id.value);
    return letTheFirstLead(entry->lane);
}

} // namespace reserve
