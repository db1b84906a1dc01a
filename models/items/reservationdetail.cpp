// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/reservationdetail.h"

#include "models/store/store.h"

namespace reserve {

namespace {

template<typename T>
Result<void> keep(Result<std::optional<T>> found, std::optional<T>& place)
{
    if (!found)
        return failure(found.error());
    place = std::move(*found);
    return {};
}

Result<ReservationDetail> read(const ReadUnit& unit, ReservationId id)
{
    auto reservation = unit.reservations().find(id);
    if (!reservation)
        return failure(reservation.error());
    if (!*reservation)
        return failure(QByteArrayLiteral("reservation.unknown"), {{QStringLiteral("id"), QString::number(id.value)}});
    ReservationDetail detail;
    detail.reservation = std::move(**reservation);
    if (auto kept = keep(unit.spaces().find(detail.reservation.spaceId), detail.space); !kept)
        return failure(kept.error());
    if (auto kept = keep(unit.people().find(detail.reservation.personId), detail.person); !kept)
        return failure(kept.error());
    if (detail.reservation.traceId) {
        if (auto kept = keep(unit.traces().find(detail.reservation.traceId), detail.trace); !kept)
            return failure(kept.error());
    }
    return detail;
}

} // namespace

QFuture<Result<ReservationDetail>> readDetail(Store& store, ReservationId id)
{
    return store.read([id](const ReadUnit& unit) { return read(unit, id); });
}

QList<StationState> wayOf(const ReservationDetail& detail)
{
    using State = StationState::State;
    if (!detail.trace)
        return {};
    const Trace& trace = *detail.trace;
    const bool understood = !trace.method.isEmpty();
    const bool matched = trace.gate.match != GateMatch::None;
    const bool decided = trace.verdict.has_value();
    const auto step = [](bool done) { return done ? State::Done : State::NotYet; };
    QList<StationState> way{
        {Station::Sent, State::Done, {}},
        {Station::Session, State::Done, {}},
        {Station::Durable, step(bool(trace.inboxId)), trace.receivedAt},
        {Station::Understood, step(understood), trace.receivedAt},
        {Station::Matched, step(matched), trace.receivedAt},
        {Station::Decided, step(decided), trace.decidedAt},
        {Station::Queued, State::NotYet, {}},
        {Station::Told, State::NotYet, {}},
        {Station::Informed, State::NotYet, {}},
    };
    StationState& queued = way[qsizetype(Station::Queued)];
    StationState& told = way[qsizetype(Station::Told)];
    StationState& informed = way[qsizetype(Station::Informed)];
    switch (detail.reservation.exchangeState) {
    case ExchangeState::OnlyHere:
        break;
    case ExchangeState::Queued:
        queued = {Station::Queued, State::Done, trace.decidedAt};
        told.state = State::Waiting;
        break;
    case ExchangeState::InExchange:
        queued = {Station::Queued, State::Done, trace.decidedAt};
        told = {Station::Told, State::Done, detail.reservation.changedAt};
        informed = {Station::Informed, State::Done, detail.reservation.changedAt};
        break;
    case ExchangeState::Failed:
        queued = {Station::Queued, State::Done, trace.decidedAt};
        told = {Station::Told, State::Failed, detail.reservation.changedAt};
        break;
    }
    return way;
}

} // namespace reserve
