// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace reserve {

// A point in time in UTC, to the millisecond. Every stored and compared time is one; zones meet it only where a
// person reads or a calendar file is read.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Milliseconds = std::chrono::milliseconds;
using Minutes = std::chrono::minutes;

// Half open: start belongs to it, end does not, so that touching ranges do not overlap.
struct TimeRange
{
    Instant start;
    Instant end;

    bool isEmpty() const { return end <= start; }
    bool overlaps(const TimeRange& other) const { return start < other.end && other.start < end; }
    bool contains(Instant instant) const { return start <= instant && instant < end; }
    friend bool operator==(const TimeRange&, const TimeRange&) = default;
};

qint64 toEpochMilliseconds(Instant instant);
Instant fromEpochMilliseconds(qint64 milliseconds);

// The result is always Qt::UTC.
QDateTime toDateTime(Instant instant);
Instant fromDateTime(const QDateTime& dateTime);

// "2026-11-18T09:30:00Z"; milliseconds only where asked for.
QString toIso(Instant instant);
QString toIsoMilliseconds(Instant instant);
std::optional<Instant> instantFromIso(const QString& text);

} // namespace reserve
