// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/booking/meetingrequest.h"
#include "models/entities/announcement.h"
#include "models/reserving/configuration.h"
#include "models/store/unit.h"

namespace reserve {

// R-CONFIRM: what a declined requester is offered instead: the nearest free times in this space (opening hours, two
// weeks around) and free rooms at the wanted time that seat as many, the same building first. Bounded in queries.
Result<QList<Alternative>> findAlternatives(const ReadUnit& unit, const Configuration& configuration,
                                            const Space& space, const MeetingRequest& request, Instant now);

// For the dates of a series that are declined while the rest is not, each: the same time in another fitting room, and
// the next free time in this one. Of the first few; the others are named without.
Result<void> offerForDates(const ReadUnit& unit, const Configuration& configuration, const Space& space,
                           const MeetingRequest& request, Instant now, Announcement& announcement);

} // namespace reserve
