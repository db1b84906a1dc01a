// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/reservation.h"
#include "models/store/reservationrepository.h"

#include <QList>
#include <QString>

#include <functional>

namespace reserve {

class ReadUnit;

// A reservation as a listing shows it, with what its space and person are called.
struct ReservationRow
{
    Reservation reservation;
    QString spaceName;
    QString mailbox;
    QByteArray zone; // of the space, else reserve.time-zone; its midnight begins an all-day meeting
    QString personControlNumber;
    QString personEmail;

    // "Private", a fixed word, in place of what the meeting is about where its organizer wants that.
    QString shownSubject() const;
};

// Calls `row` for every reservation that the filter lets through, by start; memory stays bounded.
Result<void> forEachReservation(const ReadUnit& unit, const ReservationFilter& filter,
                                const std::function<void(const ReservationRow&)>& row);

} // namespace reserve
