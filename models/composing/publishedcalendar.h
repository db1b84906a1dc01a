// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/announcement.h"

#include <QByteArray>

namespace reserve {

// The calendar file that a mail about a reservation of the console brings (RFC 5546 3.2.1): METHOD:PUBLISH
// with the room as organizer and no attendee, once, as a series or as one date of it. A change has a higher
// SEQUENCE, a cancellation STATUS:CANCELLED. Times keep the wall clock of the announcement's zone. `stamp` is
// when it was said.
QByteArray publishedCalendar(const Announcement& announcement, Instant stamp);

} // namespace reserve
