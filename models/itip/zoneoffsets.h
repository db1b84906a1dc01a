// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"

#include <QByteArray>
#include <QTimeZone>

#include <optional>
#include <vector>

namespace reserve {

// How clocks are set in one zone over some years, small enough to be kept: an update of the machine's time
// zone database is noticed by comparing it.
class ZoneOffsets final
{
public:
    static ZoneOffsets of(const QTimeZone& zone, TimeRange years);

    // As kept. Nothing for text that is none.
    static std::optional<ZoneOffsets> fromText(const QByteArray& text);
    QByteArray toText() const;

    // Seconds east of UTC; nothing for a moment outside of the years.
    std::optional<int> offsetAt(Instant moment) const;
    TimeRange years() const { return m_years; }

private:
    struct Change
    {
        Instant at;
        int offset = 0;
    };

    TimeRange m_years;
    std::vector<Change> m_changes; // the first at the beginning of the years
};

} // namespace reserve
