// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/result.h"

#include <QTimeZone>

namespace reserve {

// A time as typed: "2026-11-18T09:30" or "2026-11-18 09:30" or "2026-11-18" in `zone`, "2026-11-18T08:30:00Z" in UTC.
// usage.value-invalid names `option`.
Result<Instant> instantFromInput(const QString& text, const QTimeZone& zone, const QString& option);

// An IANA id; empty: this machine's.
Result<QTimeZone> zoneFromInput(const QString& text, const QString& option);

Result<int> numberFromInput(const QString& text, int minimum, int maximum, const QString& option);

Failure invalidValue(const QString& option, const QString& value, const QString& expected);

// The same of an argument, which stands without a name; usage.argument-invalid.
Result<int> numberFromArgument(const QString& text, int minimum, int maximum, const QString& argument);
Failure invalidArgument(const QString& argument, const QString& value, const QString& expected);

} // namespace reserve
