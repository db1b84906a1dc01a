// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/itip/recurrencerule.h"

#include <QByteArray>
#include <QTimeZone>

namespace reserve {

// The time zone of an item in the words of Exchange, which knows those of Windows alone (MS-OXWSCDATA
// TimeZoneDefinition; recurrenceTimeZone in Graph). Pure, any thread.

// The Windows id of the zone itself where its clocks are set as Windows sets them throughout `times`, else that of the
// zone whose clocks show the same then, of several the one that has gone with it longest: a series keeps its wall time,
// whatever its zone is called. Empty where there is none. An empty id is UTC.
QByteArray exchangeZoneFor(const QByteArray& ianaId, TimeRange times);

// From the first date of a series to its last, on the wall of its zone; of one that goes on and on as many years as
// rules of clocks are worth something.
TimeRange reachOf(const RecurrenceRule& rule, TimeRange first, const QTimeZone& zone);

} // namespace reserve
