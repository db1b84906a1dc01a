// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/graphbusytimes.h"

#include "models/exchange/graphlist.h"
#include "models/exchange/graphsession.h"
#include "models/exchange/remotetext.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>
#include <tuple>

namespace reserve {

namespace {

constexpr int mostAddresses = 20;
constexpr Milliseconds longestRange = std::chrono::days(62);
constexpr Milliseconds shortestRange = std::chrono::hours(24);
constexpr QLatin1String tooManyItems("5006");

QJsonObject utcTime(Instant instant)
{
    return {{QStringLiteral("dateTime"), toDateTime(instant).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"))},
            {QStringLiteral("timeZone"), QStringLiteral("UTC")}};
}

Failure fieldUnreadable(const char* field)
{
    return failure("exchange.response-unreadable", {{QStringLiteral("detail"), QString::fromLatin1(field)}}, true);
}

QString codeOf(const QJsonObject& error)
{
    return error.value(QLatin1String("responseCode")).toVariant().toString();
}

} // namespace

GraphBusyTimes::GraphBusyTimes(GraphSession& session, const QStringList& mailboxes, TimeRange range)
    : m_session(session)
{
    for (const TimeRange& piece : piecesOf(range, longestRange)) {
        for (qsizetype first = 0; first < mailboxes.size(); first += mostAddresses)
            m_pieces.append({mailboxes.mid(first, mostAddresses), piece});
    }
}

QFuture<Result<QList<BusyTime>>> GraphBusyTimes::run()
{
    next();
    return m_answer.future();
}

void GraphBusyTimes::next()
{
    if (m_pieces.isEmpty()) {
        const auto order = [](const BusyTime& time) {
            return std::tuple(time.mailbox, time.time.start, time.time.end, static_cast<int>(time.busy));
        };
        std::sort(m_times.begin(), m_times.end(),
                  [&](const BusyTime& a, const BusyTime& b) { return order(a) < order(b); });
        // What touches two pieces came with both.
        const auto end = std::unique(m_times.begin(), m_times.end(),
                                     [&](const BusyTime& a, const BusyTime& b) { return order(a) == order(b); });
        m_times.erase(end, m_times.end());
        m_answer(m_times);
        return;
    }
    ask(m_pieces.takeFirst());
}

void GraphBusyTimes::ask(const Piece& piece)
{
    const QJsonObject body{{QStringLiteral("schedules"), QJsonArray::fromStringList(piece.mailboxes)},
                           {QStringLiteral("startTime"), utcTime(piece.range.start)},
                           {QStringLiteral("endTime"), utcTime(piece.range.end)},
                           {QStringLiteral("availabilityViewInterval"), 30}};
    const QStringList action{QStringLiteral("calendar"), QStringLiteral("getSchedule")};
    m_session.send(graphPost(piece.mailboxes.first(), action, body),
                   [self = shared_from_this(), piece](const Result<GraphReply>& reply) {
                       const Result<void> taken = reply ? self->take(piece, reply->body) : failure(reply.error());
                       if (taken)
                           self->next();
                       else
                           self->m_answer(failure(taken.error()));
                   });
}

Result<void> GraphBusyTimes::take(const Piece& piece, const QJsonObject& body)
{
    const QJsonArray schedules = body.value(QLatin1String("value")).toArray();
    const auto isTooLong = [](const QJsonValue& schedule) {
        return codeOf(schedule.toObject().value(QLatin1String("error")).toObject()) == tooManyItems;
    };
    const Milliseconds half = (piece.range.end - piece.range.start) / 2;
    if (half >= shortestRange && std::any_of(schedules.begin(), schedules.end(), isTooLong)) {
        m_pieces.prepend({piece.mailboxes, {piece.range.start + half, piece.range.end}});
        m_pieces.prepend({piece.mailboxes, {piece.range.start, piece.range.start + half}});
        return {};
    }
    QHash<QString, QJsonObject> byMailbox;
    for (const QJsonValue& schedule : schedules)
        byMailbox.insert(schedule.toObject().value(QLatin1String("scheduleId")).toString().toLower(),
                         schedule.toObject());
    for (const QString& mailbox : piece.mailboxes) {
        const auto schedule = byMailbox.constFind(mailbox.toLower());
        if (schedule == byMailbox.cend())
            return fieldUnreadable("scheduleId");
        if (const Result<void> taken = takeSchedule(mailbox, *schedule); !taken)
            return taken;
    }
    return {};
}

Result<void> GraphBusyTimes::takeSchedule(const QString& mailbox, const QJsonObject& schedule)
{
    const QJsonObject error = schedule.value(QLatin1String("error")).toObject();
    if (!error.isEmpty()) {
        const QString said = codeOf(error) + QLatin1String(": ") + error.value(QLatin1String("message")).toString();
        return failure("exchange.mailbox-unknown",
                       {{QStringLiteral("mailbox"), mailbox}, {QStringLiteral("remote"), remoteText(said)}});
    }
    for (const QJsonValue& value : schedule.value(QLatin1String("scheduleItems")).toArray()) {
        const QJsonObject item = value.toObject();
        const std::optional<Instant> start = graphInstant(item.value(QLatin1String("start")));
        const std::optional<Instant> end = graphInstant(item.value(QLatin1String("end")));
        if (!start || !end)
            return fieldUnreadable("scheduleItems");
        m_times.append({mailbox, {*start, *end}, busyKindOfGraph(item.value(QLatin1String("status")).toString())});
    }
    return {};
}

} // namespace reserve
