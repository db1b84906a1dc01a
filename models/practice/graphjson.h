// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/propertyname.h"
#include "models/practice/site.h"

#include <QJsonObject>
#include <QTimeZone>

#include <tl/expected.hpp>

namespace reserve::practice {

// How Graph refuses: an HTTP status and an error code with a sentence.
struct GraphFault
{
    int status = 400;
    QString code;
    QString message;
};

template<typename T>
using GraphResult = tl::expected<T, GraphFault>;

inline tl::unexpected<GraphFault> graphFailure(int status, const QString& code, const QString& message)
{
    return tl::unexpected(GraphFault{status, code, message});
}

// What of a resource is wanted, and in which zone times are told.
struct GraphView
{
    QTimeZone zone = QTimeZone::utc(); // Prefer: outlook.timezone
    QString zoneName = QStringLiteral("UTC");
    QStringList fields;     // $select; empty: all
    QStringList properties; // of $expand=singleValueExtendedProperties, as asked
};

// Resources "event" and "message" of a mailbox's item.
QJsonObject eventJson(const Item& item, const Mailbox& mailbox, const Site& site, const GraphView& view);
QJsonObject messageJson(const Item& item, const Mailbox& mailbox, const Site& site, const GraphView& view);

QJsonObject graphTime(Instant instant, const QTimeZone& zone, const QString& name);
QString graphBusy(BusyKind busy);
// iCalUId: of one date of a meeting that Exchange named, with that date in it.
QString iCalUId(const Item& item);
QString etagOf(const Item& item);

// Takes what an event of a request says over into an item, whether it is all of it or a part. Errors as Graph tells
// them.
GraphResult<void> applyEventJson(Item& item, const QJsonObject& event);

tl::unexpected<GraphFault> zoneNotSupported(const QString& zone);

} // namespace reserve::practice
