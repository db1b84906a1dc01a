// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <chrono>
#include <optional>

namespace reserve {

// Names of time zones as Windows, Exchange and older clients write them.

// "W. Europe Standard Time", "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna",
// "tzone://Microsoft/Utc",
// "/mozilla.org/20050126_1/Europe/Berlin" or an IANA id: the IANA id of this machine's database. Empty when
// unknown, and for names that say nothing ("Customized Time Zone", "tzone://Microsoft/Custom").
QByteArray ianaIdOfZoneName(const QByteArray& name);

// The Windows id of an IANA zone, empty when there is none. Its clocks may be others by now: exchangezone.h.
QByteArray windowsIdOfZone(const QByteArray& ianaId);

// "(UTC-05:00) …", "(GMT+01.00) …", "UTC+02:00": the offset that the name itself states.
std::optional<std::chrono::seconds> literalOffset(QByteArrayView name);

} // namespace reserve
