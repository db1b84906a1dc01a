// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/draftzone.h"

#include "models/itip/exchangezone.h"

namespace reserve {

QByteArray exchangeZoneOf(const ItemDraft& draft)
{
    const QTimeZone zone = draft.timeZone.isEmpty() ? QTimeZone::utc() : QTimeZone(draft.timeZone);
    const bool repeats = draft.recurrence && draft.recurrence->rule && zone.isValid();
    return exchangeZoneFor(draft.timeZone, repeats ? reachOf(*draft.recurrence->rule, draft.time, zone) : draft.time);
}

} // namespace reserve
