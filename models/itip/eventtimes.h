// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/itip/itipmessage.h"
#include "models/itip/zoneresolver.h"

namespace reserve {

// The VTIMEZONEs of one message by TZID.
using Timezones = QHash<QByteArray, QByteArray>;

// Fills range and zoneId of an event whose times are as sent; what stands in the way becomes the
// obstacle, unless there is one already or the method can do without times.
void settleTimes(ItipEvent& event, const ZoneResolver& zones, const Timezones& timezones, const QByteArray& defaultZone);

// Takes back what settleTimes() found, so that it can be asked again with another default zone.
void unsettleTimes(ItipEvent& event);

// The RECURRENCE-ID of an event: its key needs the zones of the message, never the space's.
void settleRecurrenceId(ItipEvent& event, const ZoneResolver& zones, const Timezones& timezones);

} // namespace reserve
