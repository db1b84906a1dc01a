// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/exchange/calendaritem.h"
#include "models/exchange/itemversion.h"

#include <QJsonObject>
#include <QStringList>
#include <QTimeZone>

#include <optional>

namespace reserve {

// One event as Graph tells it: what everybody may see, and what only the operations need.
struct GraphEvent
{
    CalendarItem item;
    QString seriesMaster; // id; of an occurrence
    std::optional<Instant> originalStart;
    QTimeZone zone; // in which it was made; UTC where Graph does not say or this machine does not know it
    std::optional<QDate> instanceDate; // of one date of a series whose rest is not here (its iCalUId says which)
    std::optional<int> sequence;
    std::optional<Instant> stamp; // DTSTAMP of the version
    QString transaction;          // transactionId: by which its maker may know it
    bool hasAttendees = false;
    QStringList attendees; // addresses
    bool responseRequested = true;

    ItemVersion version() const { return {sequence, stamp, item.time, item.allDay, zone}; }
};

// From a resource "event", with or without what $select left out. A day without times is meant in the zone that the
// event was made in. Errors: exchange.response-unreadable (detail: the field that is missing or no such thing).
Result<GraphEvent> graphEventOf(const QJsonObject& event);

// Whether it is the date of a series that MeetingIdentity::recurrenceId names.
bool isOccurrence(const GraphEvent& event, const QString& recurrenceId);

// SEQUENCE of the version that an event or a message about it has, where it was asked for.
std::optional<int> graphSequenceOf(const QJsonObject& item);

// The one date of a series that an event or a message about it means, on the wall of the series; where it was asked
// for.
std::optional<QDate> graphDateOf(const QJsonObject& item);

// dateTimeTimeZone, as an instant.
std::optional<Instant> graphInstant(const QJsonValue& dateTimeTimeZone);
BusyKind busyKindOfGraph(const QString& showAs);

} // namespace reserve
