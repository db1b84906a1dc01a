// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/benchmark/bookings.h"

#include "tests/benchmark/desk.h"

#include <cstdio>

namespace reserve::benchmark {

namespace {

Result<void> fillSpace(WriteUnit& unit, int space, int ofEach, Instant first, Minutes step)
{
    for (int index = 0; index < ofEach; ++index) {
        Reservation reservation;
        reservation.spaceId = SpaceId{space + 1};
        reservation.personId = PersonId{1};
        reservation.organizer = Desk::person();
        reservation.requesterEmail = Desk::person();
        reservation.uid = QStringLiteral("filled-%1-%2").arg(space).arg(index);
        reservation.subject = QStringLiteral("Meeting %1 of room %2").arg(index + 1).arg(space + 1);
        reservation.time = {first + step * index, first + step * index + step - Minutes(5)};
        reservation.exchangeState = ExchangeState(index % 4);
        if (const auto inserted = unit.reservations().insert(reservation); !inserted)
            return failure(inserted.error());
    }
    return {};
}

} // namespace

bool fillCalendar(Store& store, int spaces, int ofEach, Instant first, Minutes step)
{
    constexpr int together = 100;
    for (int begin = 0; begin < spaces; begin += together) {
        const int end = std::min(spaces, begin + together);
        const auto filled = store
                                .write(WritePriority::Normal,
                                       [=](WriteUnit& unit) -> Result<void> {
                                           for (int space = begin; space < end; ++space) {
                                               if (const auto done = fillSpace(unit, space, ofEach, first, step); !done)
                                                   return done;
                                           }
                                           return {};
                                       })
                                .result();
        if (!filled) {
            std::fprintf(stderr, "%s\n", qPrintable(filled.error().logLine()));
            return false;
        }
    }
    return true;
}

} // namespace reserve::benchmark
