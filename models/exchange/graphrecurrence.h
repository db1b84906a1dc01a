// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/exchange/calendaritem.h"
#include "models/itip/exchangepattern.h"

#include <QDate>
#include <QJsonObject>

#include <optional>

namespace reserve {

// How Graph says that an event repeats (patternedRecurrence): one of six patterns and one of three ranges.
struct GraphRecurrence : ExchangePattern
{
    QDate firstDay; // on the wall of the draft's zone
    std::optional<QDate> lastDay;
    std::optional<int> count; // neither: without end

    friend bool operator==(const GraphRecurrence&, const GraphRecurrence&) = default;
};

// The pattern with exactly the dates that the draft's rule has; single dates taken out (EXDATE) are the caller's to
// remove. Errors: exchange.recurrence-not-supported (rule: the part that no pattern can say), where a near one would
// put dates that nobody reserved into the room's calendar; exchange.zone-not-supported (zone).
Result<GraphRecurrence> graphRecurrenceOf(const ItemDraft& draft);

// The resource "patternedRecurrence", its range in the zone of the draft by its name in Graph.
QJsonObject toJson(const GraphRecurrence& recurrence, const QString& zoneName);

// How Graph calls the zone of a draft: by the names of Windows, of which it knows all, else by its IANA id.
QString graphZoneName(const ItemDraft& draft);

} // namespace reserve
