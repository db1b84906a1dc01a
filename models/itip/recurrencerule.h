// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/itip/itiptime.h"

#include <QByteArrayView>
#include <QList>

#include <chrono>
#include <optional>

namespace reserve {

// RRULE (RFC 5545 3.3.10) as far as a room can be booked by it: nothing more frequent than daily. Values only;
// every part lies within the range that the RFC gives it.
struct RecurrenceRule
{
    enum class Frequency { Daily, Weekly, Monthly, Yearly };

    struct Weekday
    {
        int ordinal = 0; // 2 for the second, -1 for the last, 0 for every one
        std::chrono::weekday day;

        friend bool operator==(const Weekday&, const Weekday&) = default;
    };

    Frequency frequency = Frequency::Weekly;
    int interval = 1;
    std::optional<int> count;
    ItipTime until; // Absent, Utc, Floating or Date; the last moment that belongs to the series
    QList<int> months;
    QList<int> weekNumbers;
    QList<int> yearDays;
    QList<int> monthDays;
    QList<Weekday> weekdays;
    QList<int> hours;
    QList<int> minutes;
    QList<int> setPositions;
    std::chrono::weekday weekStart = std::chrono::Monday;

    bool isEndless() const { return !count && until.kind == ItipTime::Kind::Absent; }
    friend bool operator==(const RecurrenceRule&, const RecurrenceRule&) = default;
};

// Errors: itip.rule-unreadable (detail: the part that is wrong), itip.rule-too-frequent (detail: HOURLY, or the part
// that asks for more than 8 times a day).
Result<RecurrenceRule> parseRecurrenceRule(QByteArrayView text);

} // namespace reserve
