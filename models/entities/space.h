// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/ids.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace reserve {

// When a space is open, in wall time of the space's own zone. Minutes from midnight; end is exclusive. An end before
// the start is one of the next day: the night belongs to the day on which it begins.
struct WorkingHours
{
    quint8 days = 0b0011111; // bit 0 is Monday
    int startMinute = 8 * 60;
    int endMinute = 17 * 60;

    bool endsNextDay() const { return endMinute < startMinute; }
    bool isOpenOn(int isoWeekday) const { return (days >> (isoWeekday - 1)) & 1; }
    friend bool operator==(const WorkingHours&, const WorkingHours&) = default;
};

// "Mon,Tue,Fri" in ISO order; the fixed spelling of CSV files. An unknown word gives nothing.
QString workDaysToText(quint8 days);
std::optional<quint8> workDaysFromText(const QString& text);

// "08:00", "17:30", "24:00". Anything else gives nothing.
QString minuteToText(int minuteOfDay);
std::optional<int> minuteFromText(const QString& text);

// A room that can be reserved. `mailbox` is its address in Exchange, compared letter by letter (R-MAILBOX-CASE) unless
// a setting says otherwise; `delegateContact` is the mail contact that Exchange forwards to (R-SUBDOMAIN).
struct Space
{
    SpaceId id;
    QString name;
    QString building;
    QString floor;
    int capacity = 0; // seats; 0 when unknown
    QString mailbox;
    QString delegateContact;
    QByteArray timeZone; // IANA id; empty means reserve.time-zone
    WorkingHours hours;
    bool bookable = true;
    int setupMinutes = 0;
    int clearupMinutes = 0;
    QStringList equipment;

    friend bool operator==(const Space&, const Space&) = default;
};

} // namespace reserve
