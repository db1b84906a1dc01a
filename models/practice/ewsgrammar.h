// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/xmltree.h"

namespace reserve::practice {

inline const QString messagesSpace = QStringLiteral("http://schemas.microsoft.com/exchange/services/2006/messages");
inline const QString typesSpace = QStringLiteral("http://schemas.microsoft.com/exchange/services/2006/types");

struct SchemaViolation
{
    QString text; // as Exchange words it
    qint64 line = 0;
    qint64 column = 0;
};

// Whether there is such an operation here: "FindItem", not "FindItemResponse".
bool isKnownOperation(const QString& name);

// Checks a request of a known operation as Exchange does before it looks at what is asked: every element known where it
// stands and in the order of the schema (Exchange 2016), attributes and simple values of their kinds. Nothing: it is
// valid.
std::optional<SchemaViolation> schemaViolation(const XmlElement& request);

} // namespace reserve::practice
