// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/itip/tnefmeeting.h"

#include <QByteArray>

namespace reserve {

// The meeting as iCalendar text, as Exchange would have sent it had it not chosen TNEF (MS-OXCICAL 2.1.3):
// one VEVENT, or a series with RRULE, EXDATE and its exceptions, with the VTIMEZONE of its zone. So
// everything behind it has one kind of request only.
//
// Fails with tnef.zone-missing (a series whose zone nobody knows), tnef.times-disagree (start in UTC and rule
// of a series name different times), tnef.recurrence-unreadable (a rule that never happens) and
// tnef.too-large (limit).
Result<QByteArray> writeTnefCalendar(const TnefMeeting& meeting);

} // namespace reserve
