// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/reservation.h"

namespace reserve {

// The accepted time of a meeting whose move waits for an approver: held until that is decided (R-NO-DOUBLE), though the
// reservation itself stands at the time it asks for.
struct KeptTime
{
    Reservation reservation; // as it is now; without attendees
    SpaceId spaceId;
    TimeRange time;
    TimeRange held; // with set-up and clear-up

    friend bool operator==(const KeptTime&, const KeptTime&) = default;
};

} // namespace reserve
