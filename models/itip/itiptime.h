// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>

#include <optional>

namespace reserve {

// A date or a wall time as sent. A Utc time is already one instant; a Zoned one has its own zone, a Floating
// one and a Date take the zone of the space (R-TIMEZONE).
struct ItipTime
{
    enum class Kind { Absent, Utc, Zoned, Floating, Date };

    Kind kind = Kind::Absent;
    QDateTime wall;  // Qt::UTC as spec whatever the kind: only its date and time are meant
    QByteArray zone; // TZID as sent, unquoted and unescaped

    bool isPresent() const { return kind != Kind::Absent; }
    bool needsSpaceZone() const { return kind == Kind::Floating || kind == Kind::Date; }
    friend bool operator==(const ItipTime&, const ItipTime&) = default;
};

// "20261118", "20261118T093000" or "20261118T093000Z" (RFC 5545 3.3.4, 3.3.5); a leap second is the second before it.
// `zone` is the TZID of the property, empty when it has none. Nothing when it is no such time.
std::optional<ItipTime> parseItipTime(QByteArrayView text, const QByteArray& zone);

} // namespace reserve
