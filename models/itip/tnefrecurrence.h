// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/itip/tnefproperties.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace reserve {

// One date of a series that is not as the others. Walls of the series' zone, with Qt::UTC as spec.
struct TnefException
{
    QDateTime original;
    QDateTime start;
    QDateTime end;
    std::optional<QString> subject; // absent: that of the series
    std::optional<QString> location;
    std::optional<int> busy; // as PidLidBusyStatus
    std::optional<bool> allDay;
};

// PidLidAppointmentRecur: the rule of a series, its dates taken out and its exceptions (MS-OXOCAL 2.2.1.44).
// Wall times of the zone of the series.
struct TnefRecurrence
{
    enum class Pattern { Day, Week, Month, MonthNth, MonthEnd };
    enum class End { Never, Count, Date };

    Pattern pattern = Pattern::Day;
    int interval = 1;     // days, weeks or months
    int weekdays = 0;     // Week, MonthNth: bit 0 is Sunday
    int dayOfMonth = 0;   // Month; in a shorter month its last day is meant
    int nth = 0;          // MonthNth: 1 to 4, 5 is the last
    int phase = 0;        // days or months since 1601, modulo the interval, of the weeks and months that count
    int firstWeekday = 0; // 0 is Sunday
    End end = End::Never;
    int count = 0;  // dates taken out included
    QDate lastDate; // End::Date
    QDate startDate;
    int startMinute = 0;  // of the day
    int endMinute = 0;    // counted from the same midnight
    QList<QDate> deleted; // without those that are exceptions
    QList<TnefException> exceptions;

    // The first date from `date` on that the rule itself names; invalid when there is none within a century.
    QDate firstFrom(QDate date) const;
    // RRULE's value. `first` is the date of DTSTART, `until` what UNTIL says where the series ends by date.
    QByteArray rule(QDate first, const QByteArray& until) const;

private:
    bool fits(QDate date) const;
    bool isInPhase(QDate date) const;
    QByteArray monthDays(QDate first) const;
};

inline constexpr int mostTnefExceptions = 400;
inline constexpr int mostTnefDeletedDates = 5'000;

// Only the Gregorian calendar (rules by day and week know no calendar). Fails with
// tnef.recurrence-unreadable, tnef.calendar-not-gregorian (calendar) and tnef.too-many-exceptions (limit).
Result<TnefRecurrence> readTnefRecurrence(QByteArrayView blob, const TnefTexts& texts);

} // namespace reserve
