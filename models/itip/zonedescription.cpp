// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/zonedescription.h"

#include <algorithm>
#include <array>

namespace reserve {

namespace {

QTimeZone::OffsetDataList changesOf(const QTimeZone& zone, int year)
{
    const QDateTime from(QDate(year, 1, 1), QTime(0, 0), Qt::UTC);
    QTimeZone::OffsetDataList changes = zone.transitions(from, from.addYears(1).addSecs(-1));
    int offset = zone.offsetFromUtc(from.addSecs(-1));
    // A change of name alone moves nobody's clock.
    changes.removeIf([&offset](const QTimeZone::OffsetData& change) {
        return std::exchange(offset, change.offsetFromUtc) == change.offsetFromUtc;
    });
    return changes;
}

QDateTime wallBefore(const QTimeZone::OffsetData& change, int offsetBefore)
{
    return change.atUtc.addSecs(offsetBefore);
}

bool fits(const YearlyOnset& onset, QDate date)
{
    if (date.month() != onset.month || date.dayOfWeek() != onset.weekday)
        return false;
    return onset.ordinal < 0 ? date.day() > date.daysInMonth() - 7 : (date.day() - 1) / 7 + 1 == onset.ordinal;
}

// The rule that gives this year's date and the next year's as well.
std::optional<YearlyOnset> onsetOf(const QDateTime& wall, const QDateTime& nextWall)
{
    YearlyOnset onset;
    onset.month = wall.date().month();
    onset.weekday = wall.date().dayOfWeek();
    onset.wall = wall.time();
    if (nextWall.time() != wall.time())
        return std::nullopt;
    for (const int ordinal : {-1, (wall.date().day() - 1) / 7 + 1}) {
        onset.ordinal = ordinal;
        if (fits(onset, wall.date()) && fits(onset, nextWall.date()))
            return onset;
    }
    return std::nullopt;
}

QByteArray offsetText(int seconds)
{
    const int size = std::abs(seconds);
    QByteArray text = seconds < 0 ? "-" : "+";
    text += QByteArray::number(size / 3600).rightJustified(2, '0');
    text += QByteArray::number(size / 60 % 60).rightJustified(2, '0');
    if (size % 60 != 0)
        text += QByteArray::number(size % 60).rightJustified(2, '0');
    return text;
}

void writeHalf(ContentLineWriter& lines, const QByteArray& component, const YearlyOnset& onset)
{
    static constexpr std::array<const char*, 7> days{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    lines.begin(component);
    lines.raw("DTSTART", "16010101T" + onset.wall.toString(u"HHmmss").toLatin1());
    lines.raw("TZOFFSETFROM", offsetText(onset.offsetFrom));
    lines.raw("TZOFFSETTO", offsetText(onset.offsetTo));
    if (onset.ordinal != 0) {
        lines.raw("RRULE",
                  "FREQ=YEARLY;INTERVAL=1;BYDAY=" + QByteArray::number(onset.ordinal)
                      + days[std::size_t(onset.weekday - 1)] + ";BYMONTH=" + QByteArray::number(onset.month));
    }
    lines.end(component);
}

} // namespace

std::optional<ZoneDescription> ZoneDescription::of(const QTimeZone& zone, int year)
{
    const auto changes = changesOf(zone, year);
    const auto nextChanges = changesOf(zone, year + 1);
    const int before = zone.offsetFromUtc(QDateTime(QDate(year, 1, 1), QTime(0, 0), Qt::UTC).addSecs(-1));
    ZoneDescription description;
    if (changes.isEmpty()) {
        YearlyOnset still;
        still.wall = QTime(0, 0);
        still.offsetFrom = before;
        still.offsetTo = before;
        description.standard = still;
        description.daylight = still;
        return description;
    }
    if (changes.size() != 2 || nextChanges.size() != 2)
        return std::nullopt;
    const int between = changes.at(0).offsetFromUtc;
    const auto first = onsetOf(wallBefore(changes.at(0), before), wallBefore(nextChanges.at(0), before));
    const auto second = onsetOf(wallBefore(changes.at(1), between), wallBefore(nextChanges.at(1), between));
    if (!first || !second || changes.at(1).offsetFromUtc != before || nextChanges.at(0).offsetFromUtc != between
        || nextChanges.at(1).offsetFromUtc != before)
        return std::nullopt;
    const bool firstIsDaylight = between > before;
    description.daylight = firstIsDaylight ? *first : *second;
    description.standard = firstIsDaylight ? *second : *first;
    description.daylight.offsetTo = description.standard.offsetFrom = std::max(before, between);
    description.daylight.offsetFrom = description.standard.offsetTo = std::min(before, between);
    return description;
}

void ZoneDescription::write(ContentLineWriter& lines, const QByteArray& tzid) const
{
    lines.begin("VTIMEZONE");
    lines.raw("TZID", tzid);
    writeHalf(lines, "STANDARD", standard);
    writeHalf(lines, "DAYLIGHT", daylight);
    lines.end("VTIMEZONE");
}

} // namespace reserve
