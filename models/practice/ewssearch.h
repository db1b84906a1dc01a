// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/ewscall.h"

#include <functional>

namespace reserve::practice {

// What one item or folder says of a FieldURI or ExtendedFieldURI; nothing where it has no such property. Errors:
// ErrorUnsupportedPathForQuery for what cannot be searched by, ErrorInvalidExtendedProperty.
using PropertyReader = std::function<EwsResult<std::optional<QString>>(const XmlElement& path)>;

// Whether a search expression holds for it. Errors: those of the reader, ErrorUnsupportedQueryFilter.
EwsResult<bool> matches(const PropertyReader& valueOf, const XmlElement& expression);

// Those items that a Restriction lets through. Errors: ErrorUnsupportedPathForQuery, as for calendar:UID, which
// Exchange does not search by; ErrorInvalidExtendedProperty.
EwsResult<QList<Item>> matching(const QList<Item>& items, const XmlElement& restriction);

// By FieldOrders, of the properties that can be searched by. Error ErrorUnsupportedPathForSortGroup: any other.
EwsResult<void> sortItems(QList<Item>& items, const XmlElement& sortOrder);

} // namespace reserve::practice
