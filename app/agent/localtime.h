// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"

#include <QString>

namespace reserve {

// Times in tables, in the zone of this machine: to the minute, and to the second. No time gives no text.
QString localMinute(Instant instant);
QString localSecond(Instant instant);

// The title of such a column, which says the zone: "Start (Europe/Berlin)".
QString titleInLocalZone(const QString& title);

} // namespace reserve
