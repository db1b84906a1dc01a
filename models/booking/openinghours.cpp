// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/booking/openinghours.h"

#include <QTimeZone>

#include <algorithm>

namespace reserve {

namespace {

Instant wallTime(const QDate& date, int minuteOfDay, const QTimeZone& zone)
{
    const QDate day = date.addDays(minuteOfDay / (24 * 60));
    const QTime time = QTime(0, 0).addSecs(minuteOfDay % (24 * 60) * 60);
    return fromDateTime(QDateTime(day, time, zone));
}

} // namespace

QList<TimeRange> openingTimes(const WorkingHours& hours, const QByteArray& zone, TimeRange range)
{
    const QTimeZone timeZone(zone);
    if (!timeZone.isValid() || range.isEmpty() || hours.endMinute == hours.startMinute)
        return {};
    QList<TimeRange> times;
    const int night = hours.endsNextDay() ? 1 : 0;
    const int end = hours.endMinute + night * 24 * 60;
    const QDate last = toDateTime(range.end).toTimeZone(timeZone).date();
    QDate date = toDateTime(range.start).toTimeZone(timeZone).date().addDays(-night);
    for (; date <= last; date = date.addDays(1)) {
        if (!hours.isOpenOn(date.dayOfWeek()))
            continue;
        TimeRange open{wallTime(date, hours.startMinute, timeZone), wallTime(date, end, timeZone)};
        open.start = std::max(open.start, range.start);
        open.end = std::min(open.end, range.end);
        if (!open.isEmpty())
            times.append(open);
    }
    return times;
}

bool neverCloses(const WorkingHours& hours)
{
    constexpr quint8 allWeek = 0b1111111;
    return (hours.days & allWeek) == allWeek && hours.startMinute == 0 && hours.endMinute == 24 * 60;
}

} // namespace reserve
