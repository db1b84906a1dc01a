// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/ewscall.h"

namespace reserve::practice {

// Those items that a Restriction lets through. Errors: ErrorUnsupportedPathForQuery, as for calendar:UID, which
// Exchange does not search by; ErrorInvalidExtendedProperty.
EwsResult<QList<Item>> matching(const QList<Item>& items, const XmlElement& restriction);

// By FieldOrders: calendar:Start, calendar:End, item:Subject and item:DateTimeReceived; others leave the order.
void sortItems(QList<Item>& items, const XmlElement& sortOrder);

} // namespace reserve::practice
