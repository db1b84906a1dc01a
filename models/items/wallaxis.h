// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"

#include <QDate>
#include <QList>
#include <QTimeZone>

#include <optional>

namespace reserve {

// From the first instant of a date in a zone to the first of the next one: 23, 24 or 25 hours, or whatever the zone
// does that day.
TimeRange dayRange(QDate date, const QTimeZone& zone);
TimeRange daysRange(QDate first, int days, const QTimeZone& zone);
QDate dateAt(Instant instant, const QTimeZone& zone);

// The clock along the side of a calendar: it turns instants of its days into minutes from its top. It is as long as a
// day (1,440), and longer by the repeated stretch when clocks go back on one of its days, so that a 25 hour day shows
// each of its hours. Where clocks go forward, the missing stretch stays as a break.
class WallAxis
{
public:
    // A stretch of the clock, in minutes from midnight; what the axis does there.
    struct Stretch
    {
        int start = 0;
        int end = 0;
        QDate date;
        int length() const { return end - start; }
        friend bool operator==(const Stretch&, const Stretch&) = default;
    };

    struct Label
    {
        int position = 0; // minutes from the top
        int minute = 0;   // wall minute of the day
        bool again = false;
    };

    WallAxis(QDate first, int days, const QTimeZone& zone);

    int length() const;
    const QTimeZone& zone() const { return m_zone; }
    TimeRange day(QDate date) const;

    // The position of an instant on a day; instants before or after that day give its top or bottom.
    int position(Instant instant, QDate date) const;
    // The instant at a position of a day; inside a break the instant at which it ends.
    Instant instantAt(int position, QDate date) const;

    // What a clock on the wall shows at a position; `again`: for the second time that day.
    Label wallAt(int position) const;

    // One for each full hour.
    QList<Label> hours() const;

    // Positions that a day of the axis does not have: the missing stretch, and the repeated one on ordinary days.
    std::optional<Stretch> breakOn(QDate date) const;

private:
    QTimeZone m_zone;
    std::optional<Stretch> m_repeated;
    std::optional<Stretch> m_missing;
};

} // namespace reserve
