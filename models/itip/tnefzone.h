// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/itip/zonerules.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace reserve {

// The zone that an Outlook item names: rules to reckon with, and what a calendar needs to say the same.
struct TnefZone
{
    ZoneRulesPointer rules;  // null: the item names none that is known
    QByteArray tzid;         // without quotes, backslashes and control characters
    QByteArray timezoneText; // VTIMEZONE; empty where the name alone says it

    bool isKnown() const { return rules != nullptr; }
};

// Where an item keeps its zone.
struct TnefZoneSources
{
    QByteArrayView definition; // PidLidAppointmentTimeZoneDefinition… (MS-OXOCAL 2.2.1.41)
    QByteArrayView structure;  // PidLidTimeZoneStruct (2.2.1.39)
    QString description;       // PidLidTimeZoneDescription: "(UTC+01:00) Amsterdam, Berlin, ..."
};

// The first of the sources that can be read, in this order. Never a guess.
TnefZone readTnefZone(const TnefZoneSources& sources);

} // namespace reserve
