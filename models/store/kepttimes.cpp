// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/kepttimes.h"

#include "models/store/connection.h"

namespace reserve {

Result<void> noteKeptTimes(Connection& connection, SeriesId series)
{
    const auto ids = connection.rows(QStringLiteral("SELECT reservation_id FROM kept_time WHERE series_id = ?"),
                                     {series}, [](Row& row) {
                                         ReservationId id;
                                         row >> id;
                                         return id;
                                     });
    if (!ids)
        return failure(ids.error());
    for (const ReservationId id : *ids)
        connection.note(ChangeSubject::Reservations, id.value);
    return {};
}

} // namespace reserve
