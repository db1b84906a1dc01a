// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/noticesubjects.h"

#include "models/store/unit.h"

#include <QSet>

namespace reserve {

namespace {

constexpr int mostLookedAt = 200;

} // namespace

Result<QList<NoticeSubject>> readNoticeSubjects(const ReadUnit& unit, Instant from, int limit)
{
    ReservationFilter filter;
    filter.onlyHolding = true;
    filter.touching = TimeRange{from, from + std::chrono::hours(24 * 60)};
    const auto reservations = unit.reservations().list(filter, mostLookedAt);
    if (!reservations)
        return failure(reservations.error());
    QList<NoticeSubject> subjects;
    QSet<SeriesId> series;
    for (const Reservation& reservation : *reservations) {
        if (subjects.size() >= limit)
            break;
        if (reservation.seriesId && series.contains(reservation.seriesId))
            continue;
        series.insert(reservation.seriesId);
        const auto space = unit.spaces().find(reservation.spaceId);
        if (!space)
            return failure(space.error());
        const auto person = unit.people().find(reservation.personId);
        if (!person)
            return failure(person.error());
        if (*space)
            subjects.append({reservation, **space, *person});
    }
    return subjects;
}

} // namespace reserve
