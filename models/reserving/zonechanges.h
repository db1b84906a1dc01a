// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/itip/zoneoffsets.h"
#include "models/store/unit.h"

#include <functional>

namespace reserve {

// What the machine knows of a zone now; nothing where it knows no such zone.
using ZoneKnowledge = std::function<std::optional<ZoneOffsets>(const QByteArray& zone, TimeRange years)>;
std::optional<ZoneOffsets> machineKnowledge(const QByteArray& zone, TimeRange years);

// Compares how clocks are set in the zones of what is reserved with what was noted before, notes which
// reservations are at another time of day since, and then the new state. Answers how many there are. A unit
// of work. Errors: of the store.
Result<int> noteZoneChanges(WriteUnit& unit, const ZoneKnowledge& knowledge = machineKnowledge);

} // namespace reserve
