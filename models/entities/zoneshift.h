// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/entities/ids.h"

#include <QByteArray>

namespace reserve {

// A reservation whose zone sets its clocks otherwise than when the reservation was made: the same moment is
// another time of day now, and the meeting may really be meant at another moment.
struct ZoneShift
{
    ReservationId reservationId;
    QByteArray zone;      // IANA id
    int offsetBefore = 0; // seconds east of UTC
    int offsetNow = 0;
    Instant foundAt;

    friend bool operator==(const ZoneShift&, const ZoneShift&) = default;
};

} // namespace reserve
