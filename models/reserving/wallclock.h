// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"

#include <QByteArray>
#include <QTimeZone>

namespace reserve {

// The clock on the wall of a zone (IANA id; UTC where this machine knows none). Its times are told in Qt::UTC, so that
// days and seconds can be counted between them whatever the clocks do. A value; any thread.
class WallClock final
{
public:
    explicit WallClock(const QByteArray& zone)
        : m_zone(!zone.isEmpty() && QTimeZone(zone).isValid() ? QTimeZone(zone) : QTimeZone::utc())
    {
    }

    QDateTime at(Instant instant) const
    {
        const QDateTime wall = toDateTime(instant).toTimeZone(m_zone);
        return {wall.date(), wall.time(), Qt::UTC};
    }
    Instant instantOf(const QDateTime& wall) const { return fromDateTime({wall.date(), wall.time(), m_zone}); }

private:
    QTimeZone m_zone;
};

} // namespace reserve
