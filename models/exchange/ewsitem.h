// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/boundedxml.h"
#include "models/exchange/calendaritem.h"
#include "models/exchange/ewsrecurrence.h"
#include "models/exchange/itemversion.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace reserve {

class EwsWriter;

// An item of a calendar folder or a meeting message as EWS tells it: what everybody sees of it (CalendarItem) and what
// only the work on it needs.
struct EwsItem
{
    // One date of a series that was changed by itself; of a series alone.
    struct Exception
    {
        ItemReference reference;
        Instant originalStart;
    };

    CalendarItem item;
    bool isRequest = false;        // <t:MeetingRequest>
    bool isMeetingMessage = false; // that, or a cancellation or response
    bool isCancellation = false;   // <t:MeetingCancellation>
    bool isOutOfDate = false;      // a request that a later one has overtaken
    std::optional<int> sequence;   // none: not told, while CalendarItem says 0
    std::optional<Instant> stamp;  // DTSTAMP of the version
    std::optional<Instant> originalStart;
    QString zone;                // Windows id
    QStringList responseObjects; // what may be done with it: "AcceptItem"; empty: not told
    QString body;
    QStringList attendees; // addresses
    std::optional<EwsRecurrence> recurrence;
    QList<Exception> exceptions;
    QList<Instant> deletedStarts;

    // Whether it is the date of a series that this key of MeetingKey means.
    bool isOccurrence(const QString& key) const;
    ItemVersion version() const;
};

// <t:CalendarItem>, <t:MeetingRequest> and their like; nothing for items of other kinds.
std::optional<EwsItem> readEwsItem(const XmlElement& element, ItemFolder folder);
ItemReference readReference(const XmlElement& item, QLatin1String name = QLatin1String("ItemId"));

// The property by which an item that we made is known again: a named string, visible to everybody who looks into the
// item, in no other client's way.
void writeMarkField(EwsWriter& writer);
QString markText(const QByteArray& mark);

// What is asked for of an item.
enum class EwsShape { Reference, Row, Whole };
void writeShape(EwsWriter& writer, EwsShape shape);

// Words of the schema for our values.
QString ewsBusy(BusyKind kind);
QString ewsSensitivity(PrivacyKind kind);

} // namespace reserve
