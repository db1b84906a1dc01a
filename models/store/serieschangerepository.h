// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/serieschange.h"

#include <QList>

namespace reserve {

class Connection;

// What was said of parts of series.
class SeriesChangeRepository final
{
public:
    explicit SeriesChangeRepository(Connection& connection);

    // Inserts when id is none.
    Result<SeriesChangeId> save(const SeriesChange& change);
    Result<void> remove(SeriesChangeId id);

    // Oldest version first.
    Result<QList<SeriesChange>> ofMeeting(const QString& organizerKey, const QString& uid, SpaceId space) const;

private:
    Connection& m_connection;
};

} // namespace reserve
