// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

namespace reserve {

// Names that neither the time zone database nor CLDR's table of Windows ids knows: retired Windows ids,
// Exchange's own ids, and the places in Windows' display names ("Amsterdam, Berlin, Bern, …" behind the
// offset). An IANA id or nothing.
QByteArrayView aliasOfZoneName(QByteArrayView name);

// Windows ids that mean other clocks by now than CLDR's table says. An IANA id or nothing.
QByteArrayView zoneOfChangedWindowsId(QByteArrayView windowsId);

// A zone that the database has renamed ("Asia/Kolkata") as CLDR's table of Windows ids calls it, which keeps the older
// name. Nothing for any other.
QByteArrayView olderNameOfZone(QByteArrayView ianaId);

// `places` in lower case, letters and digits only, words parted by one space.
QByteArrayView zoneOfPlaces(QByteArrayView places);

} // namespace reserve
