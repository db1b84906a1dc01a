// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLatin1String>

namespace reserve {

// MAPI properties by the names that Graph has for them (singleValueLegacyExtendedProperty).

// ItemDraft::mark. In EWS the same named property of PS_PUBLIC_STRINGS.
constexpr QLatin1String markProperty("String {00020329-0000-0000-c000-000000000046} Name ReserveConsoleMark");
// PidLidCleanGlobalObjectId (MS-OXPROPS 2.50): equal for a series, its dates, and the messages about them.
constexpr QLatin1String meetingProperty("Binary {6ed8da90-450b-101b-98da-00aa003f1305} Id 0x23");
// PidLidGlobalObjectId (MS-OXPROPS 2.142): the same, but that it holds the date where one date of a series is meant.
constexpr QLatin1String dateProperty("Binary {6ed8da90-450b-101b-98da-00aa003f1305} Id 0x3");
// PidLidAppointmentSequence: SEQUENCE of the version that stands in the calendar.
constexpr QLatin1String sequenceProperty("Integer {00062002-0000-0000-c000-000000000046} Id 0x8201");
// PidLidOwnerCriticalChange (MS-OXOCAL): DTSTAMP of that version.
constexpr QLatin1String stampProperty("SystemTime {6ed8da90-450b-101b-98da-00aa003f1305} Id 0x1a");

} // namespace reserve
