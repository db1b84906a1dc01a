// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/itip/itipmessage.h"
#include "models/itip/zonerules.h"

namespace reserve {

class MessageZones;

// The wall clock that a series is counted on: DTSTART's zone, the space's where DTSTART names none. Whatever
// else speaks of its dates (EXDATE, RDATE, RECURRENCE-ID, in any zone or as a date) is brought onto it. A
// value; any thread.
class SeriesWall final
{
public:
    // Errors: the problem of the zone, itip.default-zone-missing (zone).
    static Result<SeriesWall> of(const ItipEvent& series, MessageZones& zones, const QByteArray& defaultZone);

    // Errors: the problem of the zone. A date stands for the time of day at which the series begins.
    Result<WallTime> wallOf(const ItipTime& time, MessageZones& zones, const QByteArray& defaultZone) const;
    // A date stands for its beginning here: whatever comes on that day or later.
    WallTime wallOf(const ItipRecurrenceId& id) const;
    WallTime wallOf(Instant instant) const;

    ZonedInstant instantOf(WallTime wall) const { return m_rules->toInstant(wall); }
    // What the RECURRENCE-ID of a message about the occurrence at `wall` comes to (ItipRecurrenceId::key).
    QString keyOf(WallTime wall) const;
    QString keyOf(WallTime wall, Instant instant) const;
    // Whether the id, sent as a date, means every occurrence of its day.
    bool meansDay(const ItipRecurrenceId& id) const;

    const ZoneRulesPointer& rules() const { return m_rules; }

private:
    SeriesWall(ZoneRulesPointer rules, ItipTime start);

    ZoneRulesPointer m_rules;
    ItipTime m_start;
};

// Wall time as QDateTime in Qt::UTC, as in ItipTime.
QDateTime dateTimeOf(WallTime wall);

} // namespace reserve
