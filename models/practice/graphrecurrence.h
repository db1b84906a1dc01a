// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/graphjson.h"

namespace reserve::practice {

// patternedRecurrence of a series, and back. Errors: ErrorInvalidRecurrence in Graph's words.
QJsonObject recurrenceJson(const Item& series);
GraphResult<RecurrenceRule> ruleFromGraph(const QJsonObject& recurrence);
// Whether the range begins on the day of the event, in the zone that it names or the event's, as it has to.
bool beginsWith(const QJsonObject& recurrence, const QDateTime& start);

} // namespace reserve::practice
