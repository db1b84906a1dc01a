// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/itip/contentlinewriter.h"

#include <QTimeZone>

#include <optional>
#include <vector>

namespace reserve {

// One half of a zone as Exchange writes it: an onset that returns each year.
struct YearlyOnset
{
    int month = 1;
    int ordinal = 0; // of the weekday in the month, -1 for the last; 0: no rule, the offset never changes
    int weekday = 1; // Qt::DayOfWeek
    QTime wall;
    int offsetFrom = 0; // seconds
    int offsetTo = 0;
};

// A zone in a given year as a VTIMEZONE can carry it: no change, or one pair of yearly rules.
struct ZoneDescription
{
    YearlyOnset standard;
    YearlyOnset daylight;

    // Nothing when the zone is not so regular in this year and the next: it is then better written in UTC.
    static std::optional<ZoneDescription> of(const QTimeZone& zone, int year);

    // Rules begin in 1601, as Exchange's do.
    void write(ContentLineWriter& lines, const QByteArray& tzid) const;
};

} // namespace reserve
