// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/sessioneventrepository.h"

#include "models/base/jsontext.h"
#include "models/store/connection.h"
#include "models/store/jsonlist.h"
#include "models/store/newestrows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

#include <limits>

namespace reserve {

// What one batch brings of one session, on its way into one row.
struct SessionLines
{
    SessionSummary summary;
    qint64 firstNumber = 0;
    QByteArray json;

    void add(const SessionEvent& event);
};

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

SessionEvent eventOf(const QJsonArray& line, SessionId session, const QString& peer)
{
    SessionEvent event;
    event.number = line.at(0).toInteger();
    event.sessionId = session;
    event.at = fromEpochMilliseconds(line.at(1).toInteger());
    event.peer = peer;
    event.verb = line.at(2).toString().toLatin1();
    event.argument = line.at(3).toString();
    event.replyCode = line.at(4).toInt();
    if (line.at(5).isObject())
        event.reason = reasonFromJson(QJsonDocument(line.at(5).toObject()).toJson(QJsonDocument::Compact));
    event.droppedBefore = line.at(6).toInteger();
    return event;
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

void SessionLines::add(const SessionEvent& event)
{
    addTo(summary, event);
    if (json.isEmpty())
        firstNumber = event.number;
    json.append(json.isEmpty() ? "[[" : ",[");
    json.append(QByteArray::number(event.number)).append(',');
    json.append(QByteArray::number(toEpochMilliseconds(event.at))).append(',');
    appendJson(json, QString::fromLatin1(event.verb));
    json.append(',');
    appendJson(json, event.argument);
    json.append(',').append(QByteArray::number(event.replyCode)).append(',');
    json.append(event.reason.isEmpty() ? QByteArray("null") : toJson(event.reason));
    json.append(',').append(QByteArray::number(event.droppedBefore)).append(']');
}

SessionEventRepository::SessionEventRepository(Connection& connection)
    : m_connection(connection)
{
}

Result<void> SessionEventRepository::append(const QList<SessionEvent>& events)
{
    if (events.isEmpty())
        return {};
    QMap<qint64, SessionLines> sessions;
    for (const SessionEvent& event : events)
        sessions[event.sessionId.value].add(event);
    for (const SessionLines& lines : std::as_const(sessions)) {
        if (const Result<void> added = addLines(lines); !added)
            return added;
        m_connection.note(ChangeSubject::Sessions, lines.summary.id.value);
    }
    return m_connection
        .run(QStringLiteral("UPDATE counter SET next = ? WHERE name = 'session-line'"), {events.last().number + 1})
        .map([](int) {});
}

// The summary first: the lines refer to it.
Result<void> SessionEventRepository::addLines(const SessionLines& lines)
{
    if (const Result<void> added = addSummary(lines.summary); !added)
        return added;
    return m_connection
        .run(QStringLiteral("INSERT INTO session_lines (session_id, first_number, lines) VALUES (?, ?, ?)"),
             {lines.summary.id, lines.firstNumber, Bound::utf8(lines.json + ']')})
        .map([](int) {});
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
    return m_connection.number(QStringLiteral("SELECT next - 1 FROM counter WHERE name = 'session-line'"));
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
    const Condition condition
        = order.by == SessionOrder::By::Began ? Condition() : newestRows(QStringLiteral("session"), {}, {});
    return m_connection.rows(QStringLiteral("SELECT id FROM session") + condition.where() + QStringLiteral(" ORDER BY ")
                                 + orderTerm(order.by) + (order.descending ? QStringLiteral(" DESC") : QString())
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
    QList<SessionEvent> events;
    const auto read = m_connection.rows(
        QStringLiteral("SELECT l.lines, s.peer FROM session_lines AS l JOIN session AS s ON s.id = l.session_id "
                       "WHERE l.session_id = ? ORDER BY l.first_number"),
        {id}, [&](Row& row) {
            QByteArray json;
            QString peer;
            row >> json >> peer;
            const QJsonArray lines = QJsonDocument::fromJson(json).array();
            for (const QJsonValue& line : lines)
                events.append(eventOf(line.toArray(), id, peer));
            return lines.size();
        });
    if (!read)
        return failure(read.error());
    return events;
}

Result<int> SessionEventRepository::sessionCount() const
{
    return m_connection.number(QStringLiteral("SELECT count(*) FROM session")).map([](qint64 number) {
        return int(number);
    });
}

Result<int> SessionEventRepository::removeBefore(Instant instant, int limit)
{
    // Their lines go by the foreign key.
    const Result<int> removed = m_connection.run(
        QStringLiteral(
            "DELETE FROM session WHERE started_at < ? AND id IN (SELECT id FROM session ORDER BY id LIMIT ?)"),
        {instant, limit});
    if (removed && *removed > 0)
        m_connection.note(ChangeSubject::Sessions, 0);
    return removed;
}

} // namespace reserve
