// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/itip/itipmessage.h"
#include "models/itip/zoneresolver.h"

namespace reserve {

// The zones of one message, each found once however many events name it. Of one thread, for the time of one
// reading.
class MessageZones final
{
public:
    explicit MessageZones(const ZoneResolver& zones, Timezones timezones = {});

    ResolvedZone zone(const QByteArray& tzid);
    ZoneRulesPointer named(const QByteArray& ianaId) const { return m_zones.named(ianaId); }

private:
    const ZoneResolver& m_zones;
    Timezones m_timezones;
    QHash<QByteArray, ResolvedZone> m_found;
};

// The rules that a time of this kind follows. Errors: the problem of its zone, itip.default-zone-missing (zone).
Result<ZoneRulesPointer> rulesOf(const ItipTime& time, MessageZones& zones, const QByteArray& defaultZone);

// Fills range and zoneId of an event whose times are as sent; what stands in the way becomes the
// obstacle, unless there is one already or the method can do without times.
void settleTimes(ItipEvent& event, MessageZones& zones, const QByteArray& defaultZone);

// Takes back what settleTimes() found, so that it can be asked again with another default zone. False, and nothing is
// taken back, where something stands in the way that no zone mends.
bool unsettleTimes(ItipEvent& event);

// The RECURRENCE-ID of an event: its key needs the zones of the message, never the space's.
void settleRecurrenceId(ItipEvent& event, MessageZones& zones);

} // namespace reserve
