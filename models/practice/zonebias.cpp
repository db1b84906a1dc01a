// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/zonebias.h"

namespace reserve::practice {

ZoneBias ZoneBias::fromEws(const XmlElement* timeZone)
{
    ZoneBias zone;
    if (!timeZone)
        return zone;
    zone.m_bias = timeZone->childText(QLatin1String("Bias")).toInt();
    zone.m_standard = changeFrom(timeZone->child(QLatin1String("StandardTime")));
    zone.m_daylight = changeFrom(timeZone->child(QLatin1String("DaylightTime")));
    return zone;
}

ZoneBias::Change ZoneBias::changeFrom(const XmlElement* element)
{
    static const QStringList days{QStringLiteral("Monday"),   QStringLiteral("Tuesday"), QStringLiteral("Wednesday"),
                                  QStringLiteral("Thursday"), QStringLiteral("Friday"),  QStringLiteral("Saturday"),
                                  QStringLiteral("Sunday")};
    Change change;
    if (!element)
        return change;
    change.bias = element->childText(QLatin1String("Bias")).toInt();
    change.month = element->childText(QLatin1String("Month")).toInt();
    change.order = element->childText(QLatin1String("DayOrder")).toInt();
    change.dayOfWeek = int(days.indexOf(element->childText(QLatin1String("DayOfWeek")))) + 1;
    change.time = QTime::fromString(element->childText(QLatin1String("Time")), QStringLiteral("HH:mm:ss"));
    return change;
}

QDateTime ZoneBias::momentOf(const Change& change, int year)
{
    QDate day(year, change.month, 1);
    day = day.addDays((change.dayOfWeek - day.dayOfWeek() + 7) % 7 + 7 * (change.order - 1));
    if (day.month() != change.month)
        day = day.addDays(-7);
    return QDateTime(day, change.time.isValid() ? change.time : QTime(0, 0), Qt::UTC);
}

int ZoneBias::biasAt(const QDateTime& wall) const
{
    if (m_standard.month < 1 || m_standard.month > 12 || m_daylight.month < 1 || m_daylight.month > 12)
        return m_bias + m_standard.bias;
    const QDateTime standard = momentOf(m_standard, wall.date().year());
    const QDateTime daylight = momentOf(m_daylight, wall.date().year());
    const bool inDaylight
        = daylight < standard ? wall >= daylight && wall < standard : wall < standard || wall >= daylight;
    return m_bias + (inDaylight ? m_daylight.bias : m_standard.bias);
}

Instant ZoneBias::instantFrom(const QString& text) const
{
    const QDateTime read = QDateTime::fromString(text.trimmed(), Qt::ISODate);
    if (read.timeSpec() != Qt::LocalTime)
        return fromDateTime(read);
    const QDateTime wall(read.date(), read.time(), Qt::UTC);
    return fromDateTime(wall) + Minutes(biasAt(wall));
}

QString ZoneBias::wallText(Instant instant) const
{
    const QDateTime standard = toDateTime(instant - Minutes(m_bias + m_standard.bias));
    const QDateTime wall = toDateTime(instant - Minutes(biasAt(standard)));
    return wall.toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss"));
}

} // namespace reserve::practice
