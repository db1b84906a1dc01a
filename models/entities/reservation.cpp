// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/entities/reservation.h"

#include "models/base/address.h"

namespace reserve {

bool holdsSlot(ReservationStatus status)
{
    return status == ReservationStatus::Accepted || status == ReservationStatus::Tentative
        || status == ReservationStatus::Pending;
}

bool awaitsApprover(ReservationStatus status)
{
    return status == ReservationStatus::Tentative || status == ReservationStatus::Pending;
}

MeetingKey Reservation::key() const
{
    return {addressKey(organizer), uid, recurrenceId, spaceId};
}

TimeRange Reservation::heldTime() const
{
    return {time.start - Minutes(setupMinutes), time.end + Minutes(clearupMinutes)};
}

} // namespace reserve
