// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/wallaxis.h"

#include <algorithm>

namespace reserve {

namespace {

constexpr int minutesOfDay = 24 * 60;

int wallMinute(const QDateTime& local)
{
    return local.time().hour() * 60 + local.time().minute();
}

} // namespace

TimeRange dayRange(QDate date, const QTimeZone& zone)
{
    return daysRange(date, 1, zone);
}

TimeRange daysRange(QDate first, int days, const QTimeZone& zone)
{
    return {fromDateTime(first.startOfDay(zone)), fromDateTime(first.addDays(days).startOfDay(zone))};
}

QDate dateAt(Instant instant, const QTimeZone& zone)
{
    return toDateTime(instant).toTimeZone(zone).date();
}

WallAxis::WallAxis(QDate first, int days, const QTimeZone& zone)
    : m_zone(zone)
{
    const TimeRange range = daysRange(first, days, zone);
    const auto transitions = zone.transitions(toDateTime(range.start), toDateTime(range.end).addMSecs(-1));
    for (const QTimeZone::OffsetData& change : transitions) {
        const int before = zone.offsetFromUtc(change.atUtc.addSecs(-1));
        const int step = (change.offsetFromUtc - before) / 60;
        if (step == 0)
            continue;
        const QDateTime old = change.atUtc.addSecs(before);
        const int minute = wallMinute(old);
        if (step < 0) {
            // Clocks that go back at midnight repeat the last hour of the day before.
            const int end = minute == 0 ? minutesOfDay : minute;
            const QDate date = minute == 0 ? old.date().addDays(-1) : old.date();
            if (end + step >= 0)
                m_repeated = Stretch{end + step, end, date};
        } else if (minute + step <= minutesOfDay) {
            m_missing = Stretch{minute, minute + step, old.date()};
        }
    }
}

int WallAxis::length() const
{
    return minutesOfDay + (m_repeated ? m_repeated->length() : 0);
}

TimeRange WallAxis::day(QDate date) const
{
    return dayRange(date, m_zone);
}

int WallAxis::position(Instant instant, QDate date) const
{
    const TimeRange range = day(date);
    if (instant <= range.start)
        return 0;
    if (instant >= range.end)
        return length();
    const QDateTime utc = toDateTime(instant);
    const QDateTime local = utc.toTimeZone(m_zone);
    const int minute = wallMinute(local);
    if (!m_repeated || minute < m_repeated->start)
        return minute;
    if (minute >= m_repeated->end)
        return minute + m_repeated->length();
    // Inside the repeated stretch: the second time has already the offset that the day ends with.
    const bool second
        = date == m_repeated->date && m_zone.offsetFromUtc(utc) == m_zone.offsetFromUtc(toDateTime(range.end));
    return second ? minute + m_repeated->length() : minute;
}

Instant WallAxis::instantAt(int position, QDate date) const
{
    const TimeRange range = day(date);
    int minute = std::clamp(position, 0, length());
    bool second = false;
    if (m_repeated && minute >= m_repeated->end) {
        second = minute < m_repeated->end + m_repeated->length();
        minute = second && date != m_repeated->date ? m_repeated->end : minute - m_repeated->length();
    }
    if (minute >= minutesOfDay)
        return range.end;
    if (m_missing && m_missing->date == date && minute >= m_missing->start && minute < m_missing->end)
        minute = m_missing->end;
    const QDateTime local(date, QTime(minute / 60, minute % 60), m_zone);
    Instant instant = fromDateTime(local);
    if (m_repeated && date == m_repeated->date && minute >= m_repeated->start && minute < m_repeated->end) {
        // Which of the two QDateTime means is not specified.
        const Minutes length(m_repeated->length());
        const bool isSecond = m_zone.offsetFromUtc(toDateTime(instant)) == m_zone.offsetFromUtc(toDateTime(range.end));
        if (second != isSecond)
            instant += second ? length : -length;
    }
    return std::clamp(instant, range.start, range.end);
}

WallAxis::Label WallAxis::wallAt(int position) const
{
    if (!m_repeated || position < m_repeated->end)
        return {position, position, false};
    const int minute = position - m_repeated->length();
    return {position, minute, minute < m_repeated->end};
}

QList<WallAxis::Label> WallAxis::hours() const
{
    QList<Label> labels;
    for (int minute = 0; minute < minutesOfDay; minute += 60) {
        const bool behind = m_repeated && minute >= m_repeated->end;
        labels.append({minute + (behind ? m_repeated->length() : 0), minute, false});
        if (m_repeated && minute >= m_repeated->start && minute < m_repeated->end)
            labels.append({minute + m_repeated->length(), minute, true});
    }
    std::sort(labels.begin(), labels.end(), [](const Label& a, const Label& b) { return a.position < b.position; });
    return labels;
}

std::optional<WallAxis::Stretch> WallAxis::breakOn(QDate date) const
{
    const auto shift = [this](int minute) {
        return m_repeated && minute >= m_repeated->end ? minute + m_repeated->length() : minute;
    };
    if (m_missing && m_missing->date == date)
        return Stretch{shift(m_missing->start), shift(m_missing->end), date};
    if (m_repeated && m_repeated->date != date)
        return Stretch{m_repeated->end, m_repeated->end + m_repeated->length(), date};
    return std::nullopt;
}

} // namespace reserve
