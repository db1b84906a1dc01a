// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/exchange/calendaritem.h"

#include <QJsonObject>

namespace reserve {

// A draft as the resource "event", for POST and PATCH alike. Single times go in UTC; a series and a day without times
// in the draft's zone, in which they keep their wall time. Errors: those of graphRecurrenceOf(),
// exchange.zone-not-supported (zone).
Result<QJsonObject> graphEventBody(const ItemDraft& draft);

} // namespace reserve
