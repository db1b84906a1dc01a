// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/person.h"
#include "models/entities/reservation.h"
#include "models/entities/space.h"
#include "models/entities/trace.h"

#include <QFuture>
#include <QList>

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
    std::optional<Trace> trace;
};

// From one snapshot, on the store's reader. Error: reservation.unknown (id).
QFuture<Result<ReservationDetail>> readDetail(Store& store, ReservationId id);

// How far the request of a reservation came, station by station.
struct StationState
{
    enum class State { NotYet, Waiting, Done, Failed };

    Station station = Station::Sent;
    State state = State::NotYet;
    Instant at; // epoch when the store does not know it
};
// Of the message that decided it; the later stations follow from what Exchange knows of the reservation.
QList<StationState> wayOf(const ReservationDetail& detail);

} // namespace reserve
