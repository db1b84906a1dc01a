// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/reason.h"
#include "models/entities/reservation.h"
#include "models/reserving/configuration.h"
#include "models/store/unit.h"

namespace reserve {

// What was booked by mail is taken back by the people of the room: its time is free, and the room declines it
// to the organizer with their words (R-ANSWER). The meeting itself stays the organizer's. `whole`: every date
// of a series that is to come. The answer is the reason that the reservation bears from now on. Errors:
// console.not-standing (organizer, space), decision.over (end), and those of the store.
Result<Reason> withdrawMailMeeting(WriteUnit& unit, const Configuration& configuration, const Reservation& row,
                                   bool whole, const QString& why, const QString& actor);

} // namespace reserve
