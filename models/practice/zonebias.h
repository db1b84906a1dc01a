// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/practice/xmltree.h"

#include <QDateTime>

namespace reserve::practice {

// A time zone as GetUserAvailability names it (SerializableTimeZone): a bias in minutes west of UTC, and a day of the
// year for each of two changes.
class ZoneBias final
{
public:
    // Without one: UTC.
    static ZoneBias fromEws(const XmlElement* timeZone);

    // A time with Z or an offset is meant as it stands, any other is wall time of the zone.
    Instant instantFrom(const QString& text) const;
    QString wallText(Instant instant) const;

private:
    struct Change
    {
        int bias = 0;
        int month = 0; // 0: never
        int order = 0; // 5: the last
        int dayOfWeek = 7;
        QTime time;
    };

    static Change changeFrom(const XmlElement* element);
    static QDateTime momentOf(const Change& change, int year);
    int biasAt(const QDateTime& wall) const;

    int m_bias = 0;
    Change m_standard;
    Change m_daylight;
};

} // namespace reserve::practice
