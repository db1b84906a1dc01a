// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/reservation.h"
#include "models/store/bound.h"
#include "models/store/row.h"

namespace reserve {

// Between a Reservation and its row: one place knows the columns and their order.
QString reservationColumns();
QString selectReservation();
Reservation readReservation(Row& row);
// In the order of reservationColumns().
Bindings reservationBindings(const Reservation& reservation);

} // namespace reserve
