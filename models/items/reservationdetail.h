// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/kepttime.h"
#include "models/entities/person.h"
#include "models/entities/reservation.h"
#include "models/entities/space.h"
#include "models/items/tracedetail.h"

#include <QFuture>

#include <optional>

namespace reserve {

class Store;

// Everything that a look at one reservation tells: itself with its attendees, where, who, and the message that
// decided it (none for one made in the console, or when retention dropped it).
struct ReservationDetail
{
    Reservation reservation;
    std::optional<Space> space;
    std::optional<Person> person;
    std::optional<TraceDetail> trace;
    QList<KeptTime> kept; // its old times, held until its move is decided
};

// From one snapshot, on the store's reader. Error: reservation.unknown (id).
QFuture<Result<ReservationDetail>> readDetail(Store& store, ReservationId id);

} // namespace reserve
