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
    auto keptTimes = unit.reservations().keptTimes({{}, {}, {}, {id}});
    if (!keptTimes)
        return failure(keptTimes.error());
    detail.kept = std::move(*keptTimes);
    if (detail.reservation.traceId) {
        auto trace = readTraceDetail(unit, detail.reservation.traceId);
        if (trace)
            detail.trace = std::move(*trace);
        else if (trace.error().code() != "trace.gone")
            return failure(trace.error());
    }
    return detail;
}

} // namespace

QFuture<Result<ReservationDetail>> readDetail(Store& store, ReservationId id)
{
    return store.read([id](const ReadUnit& unit) { return read(unit, id); });
}

} // namespace reserve
