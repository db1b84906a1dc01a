// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/tnefzone.h"

#include "models/itip/tnefcursor.h"
#include "models/itip/tnefproperties.h"
#include "models/itip/vtimezone.h"
#include "models/itip/windowszones.h"
#include "models/itip/zonedescription.h"

#include <algorithm>
#include <optional>

namespace reserve {

namespace {

constexpr int longestName = 200;
constexpr qint32 widestBias = 15 * 60; // minutes

// SYSTEMTIME as a yearly onset (TIME_ZONE_INFORMATION): the n-th weekday of a month, five being the last.
struct Onset
{
    int year = 0;    // not 0: happens once, which is no yearly rule
    int month = 0;   // 0: never
    int weekday = 0; // 0 is Sunday
    int week = 0;
    QTime wall;
};

struct Biases
{
    qint32 bias = 0; // minutes west of UTC
    qint32 standard = 0;
    qint32 daylight = 0;
};

Onset readOnset(TnefCursor& cursor)
{
    Onset onset;
    onset.year = cursor.u16();
    onset.month = cursor.u16();
    onset.weekday = cursor.u16();
    onset.week = cursor.u16();
    const int hour = cursor.u16();
    const int minute = cursor.u16();
    const int second = cursor.u16();
    cursor.u16();
    onset.wall = QTime(hour, minute, second);
    return onset;
}

bool isYearly(const Onset& onset)
{
    return onset.year == 0 && onset.month >= 1 && onset.month <= 12 && onset.weekday <= 6 && onset.week >= 1
        && onset.week <= 5 && onset.wall.isValid();
}

YearlyOnset yearly(const Onset& onset, int offsetFrom, int offsetTo)
{
    YearlyOnset written;
    written.month = onset.month;
    written.ordinal = onset.week == 5 ? -1 : onset.week;
    written.weekday = onset.weekday == 0 ? int(Qt::Sunday) : onset.weekday;
    written.wall = onset.wall;
    written.offsetFrom = offsetFrom;
    written.offsetTo = offsetTo;
    return written;
}

std::optional<ZoneDescription> describe(const Biases& biases, const Onset& standard, const Onset& daylight)
{
    for (const qint32 bias : {biases.bias, biases.standard, biases.daylight}) {
        if (bias < -widestBias || bias > widestBias)
            return std::nullopt;
    }
    const int winter = -60 * (biases.bias + biases.standard);
    const int summer = -60 * (biases.bias + biases.daylight);
    if (standard.month == 0 && daylight.month == 0) {
        YearlyOnset still;
        still.wall = QTime(0, 0);
        still.offsetFrom = still.offsetTo = winter;
        return ZoneDescription{still, still};
    }
    if (!isYearly(standard) || !isYearly(daylight))
        return std::nullopt;
    return ZoneDescription{yearly(standard, summer, winter), yearly(daylight, winter, summer)};
}

QByteArray usableName(QString name)
{
    name.removeIf([](QChar c) { return c.category() == QChar::Other_Control || c == u'"' || c == u'\\'; });
    return name.simplified().left(longestName).toUtf8();
}

TnefZone zoneOf(const ZoneDescription& description, const QByteArray& name)
{
    TnefZone zone;
    zone.tzid = name.isEmpty() ? QByteArrayLiteral("Customized Time Zone") : name;
    ContentLineWriter lines;
    description.write(lines, zone.tzid);
    zone.timezoneText = lines.take();
    zone.rules = EmbeddedZone::parse(zone.timezoneText);
    return zone;
}

// What Exchange reckons recurrences with is marked as such; else what was in force when the item was made.
TnefZone fromDefinition(QByteArrayView block)
{
    constexpr quint16 recurs = 1;
    constexpr quint16 inForce = 2;
    TnefCursor cursor(block);
    cursor.u16(); // versions
    TnefCursor header(cursor.take(cursor.u16()));
    header.u16();
    const QString name = TnefTexts().unicode(header.take(2 * quint64(header.u16())));
    const int count = header.u16();
    std::optional<ZoneDescription> best;
    int bestRank = -1;
    for (int i = 0; i < count && header.isWhole(); ++i) {
        cursor.u32(); // versions and length
        const quint16 flags = cursor.u16();
        cursor.take(16); // year and nothing
        const Biases biases{cursor.i32(), cursor.i32(), cursor.i32()};
        const Onset standard = readOnset(cursor);
        const Onset daylight = readOnset(cursor);
        const int rank = flags & recurs ? 2 : flags & inForce ? 1 : 0;
        if (!cursor.isWhole())
            return {};
        if (rank > bestRank || (rank == bestRank && rank == 0)) {
            best = describe(biases, standard, daylight);
            bestRank = rank;
        }
    }
    return best ? zoneOf(*best, usableName(name)) : TnefZone();
}

TnefZone fromStructure(QByteArrayView block, const QString& description)
{
    TnefCursor cursor(block);
    const Biases biases{cursor.i32(), cursor.i32(), cursor.i32()};
    cursor.u16();
    const Onset standard = readOnset(cursor);
    cursor.u16();
    const Onset daylight = readOnset(cursor);
    if (!cursor.isWhole())
        return {};
    const auto zone = describe(biases, standard, daylight);
    return zone ? zoneOf(*zone, usableName(description)) : TnefZone();
}

TnefZone fromName(const QString& description)
{
    const QByteArray id = ianaIdOfZoneName(description.toUtf8());
    if (id.isEmpty())
        return {};
    return {std::make_shared<const NamedZone>(QTimeZone(id)), id, {}};
}

} // namespace

TnefZone readTnefZone(const TnefZoneSources& sources)
{
    TnefZone zone = fromDefinition(sources.definition);
    if (!zone.isKnown())
        zone = fromStructure(sources.structure, sources.description);
    return zone.isKnown() ? zone : fromName(sources.description);
}

} // namespace reserve
