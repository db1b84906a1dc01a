// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/tracerepository.h"

#include "models/base/address.h"
#include "models/store/condition.h"
#include "models/store/connection.h"
#include "models/store/jsonlist.h"
#include "models/store/newestrows.h"

#include <algorithm>
#include <array>
#include <limits>

namespace reserve {

namespace {

struct GateWord
{
    GateMatch match;
    const char* word;
};
constexpr std::array gateWords{GateWord{GateMatch::None, "none"}, GateWord{GateMatch::Person, "person"},
                               GateWord{GateMatch::DefaultUser, "default-user"},
                               GateWord{GateMatch::NewContact, "new-contact"},
                               GateWord{GateMatch::StandingMeeting, "standing-meeting"}};

QString wordOf(GateMatch match)
{
    const auto entry = std::find_if(gateWords.begin(), gateWords.end(),
                                    [match](const GateWord& candidate) { return candidate.match == match; });
    Q_ASSERT(entry != gateWords.end());
    return QString::fromLatin1(entry->word);
}

GateMatch gateFrom(const QByteArray& word)
{
    const auto entry = std::find_if(gateWords.begin(), gateWords.end(),
                                    [&](const GateWord& candidate) { return word == candidate.word; });
    return entry == gateWords.end() ? GateMatch::None : entry->match;
}

// Lists show it as "Private": neither the search nor an order may tell what it is about. What the message says holds
// also where nothing was reserved, what a later version says of the reservation also for the earlier ones.
QString hidesSubject()
{
    return QStringLiteral("(is_private = 1 OR EXISTS (SELECT 1 FROM reservation AS r "
                          "WHERE r.id = trace.reservation_id AND r.is_private = 1))");
}

QString selectTrace()
{
    static const QString sql
        = QStringLiteral("SELECT id, inbox_id, received_at, message_id, sender, recipient, space_id, requester, "
                         "subject, %1, method, kind, gate_match, gate_person_id, gate_reason, state, verdict, reason, "
                         "reservation_id, attempts, decided_at, steps, endings FROM trace")
              .arg(hidesSubject());
    return sql;
}

Trace readTrace(Row& row)
{
    Trace trace;
    QByteArray gate;
    QByteArray steps;
    QByteArray endings;
    row >> trace.id >> trace.inboxId >> trace.receivedAt >> trace.messageId >> trace.sender >> trace.recipient
        >> trace.spaceId >> trace.requester >> trace.subject >> trace.isPrivate >> trace.method >> trace.kind >> gate
        >> trace.gate.personId >> trace.gate.reason >> trace.state >> trace.verdict >> trace.reason
        >> trace.reservationId >> trace.attempts >> trace.decidedAt >> steps >> endings;
    trace.gate.match = gateFrom(gate);
    trace.steps = stepsFromJson(steps);
    trace.endings = endingsFromJson(endings);
    return trace;
}

TraceId readId(Row& row)
{
    TraceId id;
    row >> id;
    return id;
}

QString searchText(const Trace& trace)
{
    return QStringList{trace.requester, trace.subject, trace.recipient, trace.sender}.join(QLatin1Char('\n')).toLower();
}

void addText(Condition& condition, const QString& text)
{
    if (text.trimmed().isEmpty())
        return;
    condition.addContains(QStringLiteral("search"), text);
    Condition open;
    open.addContains(QStringLiteral("lower(requester || char(10) || recipient || char(10) || sender)"), text);
    // Last, because it looks into another table: only for what has been found.
    condition.add(QStringLiteral("(NOT %1 OR %2)").arg(hidesSubject(), open.term()), open.values());
}

Condition conditionOf(const TraceFilter& filter)
{
    Condition condition;
    addText(condition, filter.text);
    if (filter.spaceId)
        condition.add(QStringLiteral("space_id = ?"), {*filter.spaceId});
    if (filter.verdict)
        condition.add(QStringLiteral("verdict = ?"), {*filter.verdict});
    if (filter.state)
        condition.add(QStringLiteral("state = ?"), {*filter.state});
    if (filter.received)
        condition.add(QStringLiteral("received_at >= ? AND received_at < ?"),
                      {filter.received->start, filter.received->end});
    return condition;
}

QString orderTerm(TraceOrder::By by)
{
    switch (by) {
    case TraceOrder::By::Received:
        return QStringLiteral("id");
    case TraceOrder::By::Requester:
        return QStringLiteral("lower(iif(requester = '', sender, requester))");
    case TraceOrder::By::Space:
        return QStringLiteral("lower(ifnull((SELECT name FROM space WHERE space.id = trace.space_id), recipient))");
    case TraceOrder::By::Subject:
        return QStringLiteral("iif(%1, '', lower(subject))").arg(hidesSubject());
    case TraceOrder::By::Answer:
        return QStringLiteral(
            "CASE state WHEN 'waiting' THEN 0 WHEN 'held' THEN 1 ELSE CASE verdict WHEN 'quarantined' THEN 2 "
            "WHEN 'rejected' THEN 3 WHEN 'declined' THEN 4 WHEN 'accepted' THEN 5 WHEN 'cancelled' THEN 6 "
            "ELSE 7 END END");
    case TraceOrder::By::Exchange:
        return QStringLiteral(
            "CASE (SELECT exchange_state FROM reservation WHERE reservation.id = trace.reservation_id) "
            "WHEN 'failed' THEN 0 WHEN 'queued' THEN 1 WHEN 'answered-by-mail' THEN 2 WHEN 'in-exchange' THEN 3 "
            "WHEN 'only-here' THEN 4 ELSE 5 END");
    }
    Q_UNREACHABLE();
}

struct TraceGroup
{
    TraceState state = TraceState::Done;
    std::optional<Verdict> verdict;
    bool tentative = false; // an approver has answered so meanwhile
    int number = 0;
};

void addTo(TraceCounts& counts, const TraceGroup& group)
{
    const auto& [state, verdict, tentative, number] = group;
    if (state == TraceState::Waiting)
        counts.waiting += number;
    else if (state == TraceState::Held)
        counts.held += number;
    else if (verdict == Verdict::Accepted)
        (tentative ? counts.tentative : counts.accepted) += number;
    else if (verdict == Verdict::Declined)
        counts.declined += number;
    else if (verdict == Verdict::Rejected)
        counts.rejected += number;
    else
        counts.other += number;
}

} // namespace

TraceRepository::TraceRepository(Connection& connection)
    : m_connection(connection)
{
}

Result<TraceId> TraceRepository::append(const Trace& trace)
{
    const Result<qint64> id = m_connection.insert(
        QStringLiteral(
            "INSERT INTO trace (inbox_id, received_at, message_id, sender, recipient, recipient_key, space_id, "
            "requester, subject, is_private, method, kind, gate_match, gate_person_id, gate_reason, state, "
            "verdict, reason, reservation_id, attempts, decided_at, search, steps) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {trace.inboxId,
         trace.receivedAt,
         trace.messageId,
         trace.sender,
         trace.recipient,
         addressKey(trace.recipient),
         trace.spaceId,
         trace.requester,
         trace.subject,
         trace.isPrivate,
         Bound::utf8(trace.method),
         trace.kind,
         wordOf(trace.gate.match),
         trace.gate.personId,
         trace.gate.reason,
         trace.state,
         trace.verdict,
         trace.reason,
         trace.reservationId,
         trace.attempts,
         trace.decidedAt,
         searchText(trace),
         Bound::utf8(toJson(trace.steps))});
    if (!id)
        return failure(id.error());
    m_connection.note(ChangeSubject::Traces, *id);
    return TraceId{*id};
}

Result<void> TraceRepository::update(const Trace& trace)
{
    const Result<int> updated = m_connection.run(
        QStringLiteral(
            "UPDATE trace SET space_id = ?, is_private = ?, gate_match = ?, gate_person_id = ?, gate_reason = ?, "
            "state = ?, verdict = ?, reason = ?, reservation_id = ?, attempts = ?, decided_at = ?, steps = ?, "
            "endings = ? WHERE id = ?"),
        {trace.spaceId, trace.isPrivate, wordOf(trace.gate.match), trace.gate.personId, trace.gate.reason, trace.state,
         trace.verdict, trace.reason, trace.reservationId, trace.attempts, trace.decidedAt,
         Bound::utf8(toJson(trace.steps)), Bound::utf8(toJson(trace.endings)), trace.id});
    if (!updated)
        return failure(updated.error());
    if (*updated == 0)
        return failure("trace.missing", {{QStringLiteral("id"), QString::number(trace.id.value)}});
    m_connection.note(ChangeSubject::Traces, trace.id.value);
    return {};
}

Result<std::optional<Trace>> TraceRepository::find(TraceId id) const
{
    return m_connection.row(selectTrace() + QStringLiteral(" WHERE id = ?"), {id}, readTrace);
}

Result<QList<Trace>> TraceRepository::byIds(const QList<TraceId>& ids) const
{
    return m_connection
        .rows(selectTrace() + QStringLiteral(" WHERE id IN (SELECT value FROM json_each(?))"), {idsToJson(ids)},
              readTrace)
        .map([&](const QList<Trace>& traces) { return inOrderOf(ids, traces); });
}

Result<QList<Trace>> TraceRepository::ofMessage(InboxId id) const
{
    return m_connection.rows(selectTrace() + QStringLiteral(" WHERE inbox_id = ? ORDER BY id"), {id}, readTrace);
}

// The writer gives ids out one after another inside its transactions: their order is the order of durability.
Result<QList<Trace>> TraceRepository::waiting(TraceId after, int limit) const
{
    return m_connection.rows(selectTrace()
                                 + QStringLiteral(" WHERE state = 'waiting' AND state <> 'done' AND id > ? "
                                                  "ORDER BY id LIMIT ?"),
                             {after.value, limit}, readTrace);
}

Result<QList<Trace>> TraceRepository::heldForMailbox(const QString& mailbox) const
{
    return m_connection.rows(selectTrace()
                                 + QStringLiteral(" WHERE state = 'held' AND state <> 'done' AND recipient_key = ? "
                                                  "AND json_extract(reason, '$.code') = 'rcpt.differs-in-case' "
                                                  "ORDER BY id"),
                             {addressKey(mailbox)}, readTrace);
}

Result<QList<Trace>> TraceRepository::heldFor(const QStringList& codes, TraceId after, int limit) const
{
    return m_connection.rows(
        selectTrace()
            + QStringLiteral(" WHERE state = 'held' AND state <> 'done' AND id > ? "
                             "AND json_extract(reason, '$.code') IN (SELECT value FROM json_each(?)) "
                             "ORDER BY id LIMIT ?"),
        {after.value, listToJson(codes), limit}, readTrace);
}

Result<QList<TraceId>> TraceRepository::page(const TraceFilter& filter, TraceId before, int limit) const
{
    Condition condition = conditionOf(filter);
    condition.add(QStringLiteral("id < ?"), {before ? before.value : std::numeric_limits<qint64>::max()});
    Bindings values = condition.values();
    values.append(limit);
    return m_connection.rows(QStringLiteral("SELECT id FROM trace") + condition.where()
                                 + QStringLiteral(" ORDER BY id DESC LIMIT ?"),
                             values, readId);
}

Result<QList<TraceId>> TraceRepository::sorted(const TraceFilter& filter, const TraceOrder& order, int offset,
                                               int limit) const
{
    Condition condition = conditionOf(filter);
    if (order.by != TraceOrder::By::Received)
        condition = newestRows(QStringLiteral("trace"), condition, QStringLiteral("state <> 'done'"));
    Bindings values = condition.values();
    values.append(limit);
    values.append(offset);
    return m_connection.rows(QStringLiteral("SELECT id FROM trace") + condition.where() + QStringLiteral(" ORDER BY ")
                                 + orderTerm(order.by) + (order.descending ? QStringLiteral(" DESC") : QString())
                                 + QStringLiteral(", id DESC LIMIT ? OFFSET ?"),
                             values, readId);
}

Result<int> TraceRepository::count(const TraceFilter& filter) const
{
    const Condition condition = conditionOf(filter);
    return m_connection.number(QStringLiteral("SELECT count(*) FROM trace") + condition.where(), condition.values())
        .map([](qint64 number) { return int(number); });
}

Result<TraceCounts> TraceRepository::counts(TimeRange received) const
{
    TraceCounts counts;
    const auto read = m_connection.rows(
        QStringLiteral("SELECT t.state, t.verdict, ifnull(r.status = 'tentative', 0) AS tentative, count(*) "
                       "FROM trace AS t LEFT JOIN reservation AS r ON r.id = t.reservation_id "
                       "WHERE t.received_at >= ? AND t.received_at < ? GROUP BY t.state, t.verdict, tentative"),
        {received.start, received.end}, [&](Row& row) {
            TraceGroup group;
            row >> group.state >> group.verdict >> group.tentative >> group.number;
            addTo(counts, group);
            return true;
        });
    if (!read)
        return failure(read.error());
    return counts;
}

Result<int> TraceRepository::removeBefore(Instant instant, int limit)
{
    // What still waits or is held is no record yet.
    const Result<int> removed = m_connection.run(
        QStringLiteral("DELETE FROM trace WHERE id IN (SELECT id FROM trace WHERE received_at < ? AND state = 'done' "
                       "ORDER BY received_at LIMIT ?)"),
        {instant, limit});
    if (removed && *removed > 0)
        m_connection.note(ChangeSubject::Traces, 0);
    return removed;
}

} // namespace reserve
