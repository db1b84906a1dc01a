// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/announcement.h"
#include "models/entities/consolemeeting.h"
#include "models/entities/person.h"
#include "models/entities/space.h"
#include "models/store/unit.h"

namespace reserve {

// What is said of a meeting that was made in the console, beside what a decision says.

// As an audit row keeps it, at the time of the reservation that is meant.
QByteArray auditOf(const ConsoleMeeting& meeting, const Space& space, TimeRange time);

// What the person is told of a meeting that ends, or that is somebody else's now.
Announcement endOf(const ConsoleMeeting& meeting, const Reservation& row, const Space& space, const Person& person,
                   int sequence);

// With the attendees that are its own, so that they stay when it is written; those of a series stand with the
// series.
Result<Reservation> complete(const ReadUnit& unit, const Reservation& row);

} // namespace reserve
