// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace reserve {

// Named arguments of a reason. Keys are lower-case words ("space", "until"); values are plain text, numbers in C
// notation, instants as ISO 8601 with Z. Whoever turns them into a sentence formats them for its reader.
using Arguments = QMap<QString, QString>;

// Why something is as it is: a stable dotted code ("gate.requester-unknown") and its arguments. The store keeps
// reasons, never sentences; models/wording alone makes sentences of them.
struct Reason
{
    QByteArray code;
    Arguments arguments;

    bool isEmpty() const { return code.isEmpty(); }
    friend bool operator==(const Reason&, const Reason&) = default;
};

// Compact JSON for the store: {"code":...,"args":{...}}. Reading anything else gives an empty reason.
QByteArray toJson(const Reason& reason);
Reason reasonFromJson(const QByteArray& json);

// Arguments alone, as a JSON object.
QByteArray toJson(const Arguments& arguments);
Arguments argumentsFromJson(const QByteArray& json);

} // namespace reserve
