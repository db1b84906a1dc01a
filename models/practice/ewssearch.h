// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/ewscall.h"

namespace reserve::practice {

// Those items that a Restriction lets through. Errors: ErrorUnsupportedPathForQuery, as for calendar:UID, which
// Exchange does not search by; ErrorInvalidExtendedProperty.
EwsResult<QList<Item>> matching(const QList<Item>& items, const XmlElement& restriction);

// By FieldOrders, of the properties that can be searched by. Error ErrorUnsupportedPathForSortGroup: any other.
EwsResult<void> sortItems(QList<Item>& items, const XmlElement& sortOrder);

} // namespace reserve::practice
