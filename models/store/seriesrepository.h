// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/series.h"

#include <QList>

#include <optional>

namespace reserve {

class Connection;

// What is known of recurring meetings as a whole; their occurrences are reservations.
class SeriesRepository final
{
public:
    explicit SeriesRepository(Connection& connection);

    // Inserts when id is none. Errors: series.missing (id).
    Result<SeriesId> save(const Series& series);

    Result<std::optional<Series>> find(SeriesId id) const; // with attendees
    Result<std::optional<Series>> findByMeeting(const QString& organizerKey, const QString& uid, SpaceId space) const;
    // Accepted ones of these spaces that go on behind what is filled, where that is before `until`; the longest waiting
    // first.
    Result<QList<SeriesId>> toFill(Instant until, const QList<SpaceId>& spaces, int limit) const;

private:
    Result<void> writeAttendees(SeriesId id, const QList<Attendee>& attendees);

    Connection& m_connection;
};

} // namespace reserve
