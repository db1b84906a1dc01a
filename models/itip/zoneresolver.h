// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/reason.h"
#include "models/itip/zonerules.h"

#include <QHash>
#include <QMutex>

namespace reserve {

// What a TZID turned out to mean.
struct ResolvedZone
{
    ZoneRulesPointer rules; // null when the zone stays unknown
    QByteArray ianaId;      // where the name is known, also when the message's own rules are used
    ZoneRulesPointer known; // what the name means here, where the message brought rules of its own
    Reason problem;         // rules unreadable, only an offset known, or unknown altogether
};

// Finds the zone that a calendar means: the message's VTIMEZONE, else the Windows id or IANA id, else a
// literal offset in the name, else nothing, with a reason: never a guess. Thread-safe; remembers a bounded
// number of answers, found again by TZID and the whole text of the VTIMEZONE, so that no two texts can be
// taken for each other.
//
// Problems: itip.zone-unknown (zone), itip.zone-rules-unreadable (zone, iana), itip.zone-offset-only (zone,
// offset).
class ZoneResolver final
{
public:
    // `timezoneText` is the unfolded VTIMEZONE, empty when the message has none for this TZID.
    ResolvedZone resolve(const QByteArray& tzid, const QByteArray& timezoneText) const;

    // An IANA id of this machine's database; null when there is no such zone.
    ZoneRulesPointer named(const QByteArray& ianaId) const;

private:
    ResolvedZone find(const QByteArray& tzid, const QByteArray& timezoneText) const;

    mutable QMutex m_mutex;
    mutable QHash<QByteArray, ResolvedZone> m_resolved;
    mutable QHash<QByteArray, ZoneRulesPointer> m_named;
};

} // namespace reserve
