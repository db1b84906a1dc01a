// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/calendaritem.h"
#include "models/exchange/graphevent.h"

#include <QJsonObject>

namespace reserve {

// Whether an event stands otherwise than a draft says. A PATCH that says what stands already is mailed to everybody who
// is invited all the same, so that it is not sent (R-CONFIRM). Pure; any thread.

// By what every listing tells (graphEventFields()). Of one date of a series the mark is the series' own.
bool differsOutside(const GraphEvent& event, const ItemDraft& draft);
// By what only the whole event tells: its text and how it repeats (graphWholeEvent()). `wanted` is the draft as
// graphEventBody() writes it; what is not in it is not asked about.
bool differsInside(const QJsonObject& event, const QJsonObject& wanted);

} // namespace reserve
