// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/reservation.h"

namespace reserve {

struct DecisionWork;
struct MeetingRequest;
struct SeriesPlan;
struct WantedOccurrence;

// The row of one occurrence as its message has it: status, reason, person and series are the caller's. Pure.
Reservation occurrenceRow(const MeetingRequest& request, const SeriesPlan& plan, const WantedOccurrence& wanted,
                          const DecisionWork& work);

} // namespace reserve
