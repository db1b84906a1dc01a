// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/itip/itipmessage.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace reserve {

// Where an item is: opaque to everybody but the gateway that made it. A change key that is out of date is refused by
// the server as a conflict.
struct ItemReference
{
    QString id;
    QString changeKey; // EWS ChangeKey, Graph @odata.etag

    bool isNull() const { return id.isEmpty(); }
    friend bool operator==(const ItemReference&, const ItemReference&) = default;
};

// Which meeting is meant. `recurrenceId` is the key of one occurrence as in MeetingKey; empty: the whole.
struct MeetingIdentity
{
    QString uid; // iCalendar UID, verbatim
    QString recurrenceId;

    friend bool operator==(const MeetingIdentity&, const MeetingIdentity&) = default;
};

enum class ItemKind { Single, SeriesMaster, Occurrence, Exception };
enum class ItemFolder { Calendar, Inbox, DeletedItems };
enum class ItemResponse { Unknown, Organizer, Tentative, Accepted, Declined, NotResponded };

// What stands in a room's mailbox, as the server tells it. Fields that a server does not tell are empty.
struct CalendarItem
{
    ItemReference reference;
    ItemFolder folder = ItemFolder::Calendar;
    ItemKind kind = ItemKind::Single;
    QString uid;
    QString recurrenceId; // of an occurrence
    QByteArray mark;      // what ItemDraft::mark was when we made it; empty for everything else
    QString subject;
    QString location;
    TimeRange time;
    bool allDay = false;
    BusyKind busy = BusyKind::Busy;
    PrivacyKind privacy = PrivacyKind::Public;
    QString organizer; // address
    ItemResponse response = ItemResponse::Unknown;
    int sequence = 0;
    bool isMeeting = false;
    bool isCancelled = false;
    Instant changedAt;

    friend bool operator==(const CalendarItem&, const CalendarItem&) = default;
};

// What is to stand in a room's calendar. The room is the organizer; nobody is invited unless `invited` names somebody.
struct ItemDraft
{
    // Ours, unique per item and unchanged when a write is tried again: it is looked for before a repeat, so that a
    // crash between the server's yes and our commit makes no second item (EWS: extended property; Graph:
    // transactionId and open extension).
    QByteArray mark;
    QString subject;
    QString body; // plain text
    QString location;
    TimeRange time;
    bool allDay = false;
    QByteArray timeZone; // IANA id in which a series keeps its wall time
    std::optional<ItipRecurrence> recurrence;
    PrivacyKind privacy = PrivacyKind::Public;
    BusyKind busy = BusyKind::Busy;
    QStringList invited; // addresses that get the room's invitation

    friend bool operator==(const ItemDraft&, const ItemDraft&) = default;
};

} // namespace reserve
