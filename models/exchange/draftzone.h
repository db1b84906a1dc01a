// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/calendaritem.h"

namespace reserve {

// The Windows id of the zone in which a draft's series keeps its wall time and its whole days their midnights
// (exchangezone.h); empty where Exchange has none that goes like it.
QByteArray exchangeZoneOf(const ItemDraft& draft);

} // namespace reserve
