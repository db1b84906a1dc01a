// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/sessioneventrepository.h"

#include "models/store/connection.h"
#include "models/store/jsonlist.h"

#include <QHash>

#include <limits>

namespace reserve {

namespace {

constexpr int replyTaken = 250;
constexpr int replyClosing = 421;

bool isHello(const SessionEvent& event)
{
    return event.verb == "EHLO" || event.verb == "HELO" || event.verb == "LHLO";
}

// What the session says of a whole message, after DATA or the last chunk.
bool takesMessage(const SessionEvent& event)
{
    return event.verb == "MESSAGE" && event.replyCode == replyTaken;
}

// The sender left, with a word or without, or was sent away.
bool ends(const SessionEvent& event)
{
    return event.verb == "CLOSE" || event.verb == "QUIT" || event.replyCode == replyClosing;
}

void addTo(SessionSummary& summary, const SessionEvent& event)
{
    if (summary.events == 0) {
        summary.id = event.sessionId;
        summary.startedAt = event.at;
        summary.peer = event.peer;
    }
    ++summary.events;
    if (isHello(event))
        summary.helloName = event.argument;
    if (takesMessage(event))
        ++summary.messages;
    if (event.replyCode != 0)
        summary.lastReplyCode = event.replyCode;
    if (ends(event))
        summary.endedAt = event.at;
}

SessionSummary readSummary(Row& row)
{
    SessionSummary summary;
    row >> summary.id >> summary.startedAt >> summary.endedAt >> summary.peer >> summary.helloName >> summary.events
        >> summary.messages >> summary.lastReplyCode;
    return summary;
}

SessionId readId(Row& row)
{
    SessionId id;
    row >> id;
    return id;
}

QString orderTerm(SessionOrder::By by)
{
    switch (by) {
    case SessionOrder::By::Began:
        return QStringLiteral("id");
    case SessionOrder::By::Peer:
        return QStringLiteral("peer");
    case SessionOrder::By::HelloName:
        return QStringLiteral("lower(hello_name)");
    case SessionOrder::By::Messages:
        return QStringLiteral("messages");
    case SessionOrder::By::Lines:
        return QStringLiteral("events");
    case SessionOrder::By::LastReply:
        return QStringLiteral("last_reply_code");
    case SessionOrder::By::Ended:
        return QStringLiteral("iif(ended_at = 0, 9223372036854775807, ended_at)");
    }
    Q_UNREACHABLE();
}

} // namespace

SessionEventRepository::SessionEventRepository(Connection& connection)
    : m_connection(connection)
{
}

Result<void> SessionEventRepository::append(const QList<SessionEvent>& events)
{
    QHash<SessionId, SessionSummary> summaries;
    for (const SessionEvent& event : events)
        addTo(summaries[event.sessionId], event);
    // Summaries first: events refer to them.
    for (const SessionSummary& summary : std::as_const(summaries)) {
        if (const Result<void> added = addSummary(summary); !added)
            return added;
        m_connection.note(ChangeSubject::Sessions, summary.id.value);
    }
    for (const SessionEvent& event : events) {
        const Result<int> written = m_connection.run(
            QStringLiteral(
                "INSERT INTO session_event (number, session_id, at, peer, verb, argument, reply_code, reason, "
                "dropped_before) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            {event.number, event.sessionId, event.at, event.peer, Bound::utf8(event.verb), event.argument,
             event.replyCode, event.reason, event.droppedBefore});
        if (!written)
            return failure(written.error());
    }
    return {};
}

Result<void> SessionEventRepository::addSummary(const SessionSummary& summary)
{
    return m_connection
        .run(QStringLiteral("INSERT INTO session (id, started_at, ended_at, peer, hello_name, events, messages, "
                            "last_reply_code) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
                            "ON CONFLICT (id) DO UPDATE SET ended_at = max(ended_at, excluded.ended_at), "
                            "hello_name = iif(excluded.hello_name = '', hello_name, excluded.hello_name), "
                            "events = events + excluded.events, messages = messages + excluded.messages, "
                            "last_reply_code = iif(excluded.last_reply_code = 0, last_reply_code, "
                            "excluded.last_reply_code)"),
             {summary.id, summary.startedAt, summary.endedAt, summary.peer, summary.helloName, summary.events,
              summary.messages, summary.lastReplyCode})
        .map([](int) {});
}

Result<qint64> SessionEventRepository::lastNumber() const
{
    return m_connection.number(QStringLiteral("SELECT max(number) FROM session_event"));
}

Result<qint64> SessionEventRepository::lastSession() const
{
    return m_connection.number(QStringLiteral("SELECT max(id) FROM session"));
}

Result<QList<SessionId>> SessionEventRepository::page(SessionId before, int limit) const
{
    return m_connection.rows(QStringLiteral("SELECT id FROM session WHERE id < ? ORDER BY id DESC LIMIT ?"),
                             {before ? before.value : std::numeric_limits<qint64>::max(), limit}, readId);
}

Result<QList<SessionId>> SessionEventRepository::sorted(const SessionOrder& order, int offset, int limit) const
{
    return m_connection.rows(QStringLiteral("SELECT id FROM session ORDER BY ") + orderTerm(order.by)
                                 + (order.descending ? QStringLiteral(" DESC") : QString())
                                 + QStringLiteral(", id DESC LIMIT ? OFFSET ?"),
                             {limit, offset}, readId);
}

Result<QList<SessionSummary>> SessionEventRepository::summaries(const QList<SessionId>& ids) const
{
    return m_connection
        .rows(QStringLiteral("SELECT id, started_at, ended_at, peer, hello_name, events, messages, last_reply_code "
                             "FROM session WHERE id IN (SELECT value FROM json_each(?))"),
              {idsToJson(ids)}, readSummary)
        .map([&](const QList<SessionSummary>& found) { return inOrderOf(ids, found); });
}

Result<QList<SessionEvent>> SessionEventRepository::ofSession(SessionId id) const
{
    return m_connection.rows(QStringLiteral("SELECT number, session_id, at, peer, verb, argument, reply_code, reason, "
                                            "dropped_before FROM session_event WHERE session_id = ? ORDER BY number"),
                             {id}, [](Row& row) {
                                 SessionEvent event;
                                 row >> event.number >> event.sessionId >> event.at >> event.peer >> event.verb
                                     >> event.argument >> event.replyCode >> event.reason >> event.droppedBefore;
                                 return event;
                             });
}

Result<int> SessionEventRepository::sessionCount() const
{
    return m_connection.number(QStringLiteral("SELECT count(*) FROM session")).map([](qint64 number) {
        return int(number);
    });
}

Result<int> SessionEventRepository::removeBefore(Instant instant, int limit)
{
    // Their events go by the foreign key.
    const Result<int> removed = m_connection.run(
        QStringLiteral("DELETE FROM session WHERE id IN (SELECT id FROM session WHERE started_at < ? "
                       "ORDER BY started_at LIMIT ?)"),
        {instant, limit});
    if (removed && *removed > 0)
        m_connection.note(ChangeSubject::Sessions, 0);
    return removed;
}

} // namespace reserve
