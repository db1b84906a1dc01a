// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/error.h"
#include "models/base/instant.h"

#include <QTimeZone>

#include <optional>

namespace reserve {

struct RoomResponse;

// Which version of a meeting an item of a mailbox has, as far as the server tells.
struct ItemVersion
{
    std::optional<int> sequence;  // PidLidAppointmentSequence
    std::optional<Instant> stamp; // DTSTAMP: PidLidOwnerCriticalChange
    TimeRange time;               // of a series its first date
    bool allDay = false;
    QTimeZone zone; // whose midnights an item of whole days has; invalid where it is not known
};

enum class VersionOrder { Older, Same, Newer };

// How the version that lies in a mailbox stands to the one that was decided and is to be answered (R-MEETING): by
// SEQUENCE. With the same one, and at another time, it is another version too: by DTSTAMP an older one, or the same
// whose times the server reads otherwise (a second of difference is none); else a newer one. Pure.
VersionOrder versionOrder(const ItemVersion& item, const RoomResponse& decided);

// What answers the older one would be taken for an answer to the newer one, which nobody has decided:
// exchange.newer-awaited (mailbox; start and end where it is at another time).
Error newerAwaited(const ItemVersion& item, const RoomResponse& decided);

} // namespace reserve
