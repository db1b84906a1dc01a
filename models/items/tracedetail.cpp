// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/tracedetail.h"

#include "models/wording/wording.h"

#include <QLocale>

namespace reserve {

namespace {

using State = TraceStation::State;

QString about(const Reason& reason)
{
    return reason.isEmpty() ? QString() : sentence(reason);
}

// Refused at RCPT or for the mere content; the gate refuses later, when it was understood.
bool isRefusedInSession(const Trace& trace)
{
    return !trace.inboxId && (trace.reason.code.startsWith("rcpt.") || trace.reason.code.startsWith("smtp."));
}

TraceStation sent(const TraceDetail& detail)
{
    const Trace& trace = detail.row.trace;
    const QString from = trace.sender.isEmpty() ? TraceModel::tr("no sender") : trace.sender;
    const QString id = trace.messageId.isEmpty() ? QString() : TraceModel::tr("Message-ID %1").arg(trace.messageId);
    return {
        Station::Sent, State::Done, {}, QStringList{from, id}.join(id.isEmpty() ? QString() : QStringLiteral(", "))};
}

TraceStation session(const TraceDetail& detail)
{
    const Trace& trace = detail.row.trace;
    if (isRefusedInSession(trace))
        return {Station::Session, State::Failed, trace.receivedAt, about(trace.reason)};
    QStringList from;
    if (detail.message)
        from = {detail.message->helloName, detail.message->peer};
    from.removeAll(QString());
    const bool wasSent = !detail.message || !from.isEmpty();
    return {Station::Session, State::Done, trace.receivedAt,
            wasSent ? from.join(QLatin1String(", ")) : TraceModel::tr("Did not come by mail")};
}

TraceStation durable(const TraceDetail& detail)
{
    const Trace& trace = detail.row.trace;
    if (!trace.inboxId)
        return {Station::Durable, State::NotYet, {}, TraceModel::tr("Nothing was taken")};
    const QString bytes = detail.message
        ? TraceModel::tr("%1 bytes on disk, then 250 was said").arg(QLocale().toString(detail.message->size))
        : QString();
    return {Station::Durable, State::Done, trace.receivedAt, bytes};
}

TraceStation understood(const TraceDetail& detail)
{
    const Trace& trace = detail.row.trace;
    if (isRefusedInSession(trace))
        return {Station::Understood, State::NotYet, {}, {}};
    const State state = trace.kind == MessageKind::Unreadable ? State::Failed : State::Done;
    return {Station::Understood, state, {}, word(trace.kind)};
}

TraceStation matched(const TraceDetail& detail)
{
    const Trace& trace = detail.row.trace;
    if (isRefusedInSession(trace))
        return {Station::Matched, State::NotYet, {}, {}};
    if (trace.verdict == Verdict::Rejected || !trace.inboxId)
        return {Station::Matched, State::Failed, trace.receivedAt, about(trace.reason)};
    return {Station::Matched, State::Done, trace.receivedAt, about(trace.gate.reason)};
}

TraceStation decided(const TraceDetail& detail)
{
    const Trace& trace = detail.row.trace;
    if (!trace.inboxId || trace.verdict == Verdict::Rejected)
        return {Station::Decided, State::NotYet, {}, {}};
    const QString why = about(trace.reason);
    const QString said = why.isEmpty() ? detail.row.answerWord() : detail.row.answerWord() + QLatin1String(": ") + why;
    if (trace.state == TraceState::Waiting)
        return {Station::Decided, State::Working, {}, word(trace.state)};
    if (trace.state == TraceState::Held)
        return {Station::Decided, State::Differs, trace.decidedAt, said};
    if (!trace.verdict)
        return {Station::Decided, State::Waiting, {}, said};
    return {Station::Decided, trace.verdict == Verdict::Quarantined ? State::Failed : State::Done, trace.decidedAt,
            said};
}

void addTelling(QList<TraceStation>& way, const TraceDetail& detail)
{
    TraceStation queued{Station::Queued, State::NotYet, {}, {}};
    TraceStation told{Station::Told, State::NotYet, {}, {}};
    TraceStation informed{Station::Informed, State::NotYet, {}, {}};
    const Trace& trace = detail.row.trace;
    if (detail.reservation && detail.reservation->exchangeState != ExchangeState::OnlyHere
        && detail.reservation->traceId == trace.id) {
        queued.state = State::Done;
        queued.at = trace.decidedAt;
        switch (detail.reservation->exchangeState) {
        case ExchangeState::InExchange:
            told.state = informed.state = State::Done;
            break;
        case ExchangeState::AnsweredByMail:
            told.state = informed.state = State::Done;
            told.detail = word(ExchangeState::AnsweredByMail); // the room's calendar there holds nothing of it
            break;
        case ExchangeState::Failed:
            told.state = State::Failed;
            told.detail = about(detail.reservation->exchangeReason);
            break;
        default:
            told.state = State::Waiting;
            told.detail = about(detail.reservation->exchangeReason);
        }
    }
    way << queued << told << informed;
}

} // namespace

Result<TraceDetail> readTraceDetail(const ReadUnit& unit, TraceId id)
{
    const auto trace = unit.traces().find(id);
    if (!trace)
        return failure(trace.error());
    if (!*trace)
        return failure("trace.gone", {{QStringLiteral("id"), QString::number(id.value)}});
    const auto rows = readTraceRows(unit, {id.value});
    if (!rows)
        return failure(rows.error());
    TraceDetail detail;
    detail.row = rows->first().second;
    detail.row.trace.steps = (*trace)->steps;
    const auto space = unit.spaces().find((*trace)->spaceId);
    if (!space)
        return failure(space.error());
    detail.spaceMailbox = *space ? (*space)->mailbox : QString();
    const auto message = unit.inbox().find((*trace)->inboxId);
    if (!message)
        return failure(message.error());
    detail.message = *message;
    if (!(*trace)->reservationId)
        return detail;
    const auto reservation = unit.reservations().find((*trace)->reservationId);
    if (!reservation)
        return failure(reservation.error());
    detail.reservation = *reservation;
    return detail;
}

QList<TraceStation> wayOf(const TraceDetail& detail)
{
    QList<TraceStation> way{sent(detail),       session(detail), durable(detail),
                            understood(detail), matched(detail), decided(detail)};
    addTelling(way, detail);
    return way;
}

} // namespace reserve
