// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/reason.h"
#include "models/entities/ids.h"
#include "models/entities/reservation.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace reserve {

// A time or a room that was free when a request had to be declined.
struct Alternative
{
    SpaceId spaceId;
    QString spaceName;
    TimeRange time;

    friend bool operator==(const Alternative&, const Alternative&) = default;
};

// An occurrence of a series that the space could not be given for.
struct DeclinedOccurrence
{
    QString recurrenceId;
    TimeRange time;
    Reason reason;
    QList<Alternative> alternatives; // the same time in another room, the next free time in this one

    friend bool operator==(const DeclinedOccurrence&, const DeclinedOccurrence&) = default;
};

// What one decision has to tell, kept in the outbox as facts. It becomes a mail, or a call to Exchange, only when it is
// delivered: in the words and for the server of that moment.
struct Announcement
{
    ReservationStatus status = ReservationStatus::Accepted;
    bool moved = false; // accepted at another time than before
    // Made, changed or cancelled in the console: nobody answers a request, and the mail brings a calendar file with the
    // room as organizer. Status Cancelled tells that it is cancelled; a sequence above 0 without `moved`, that it
    // changed.
    bool byConsole = false;
    bool freedOldSlot = false; // declined move: the time held before is free again
    Reason reason;             // why, where declined
    QList<Alternative> alternatives;
    // Of a series, else 0: how many occurrences it has in the booking window, which of them are declined, and, where it
    // goes on behind it, until when the answer holds.
    int occurrences = 0;
    QList<DeclinedOccurrence> declined;
    std::optional<Instant> until;
    bool goesOn = false; // of a series: it has further dates behind the booking window, whatever became of these
    // Of a whole series, as its organizer sent it: the first date that it had, which may be over. What a REPLY repeats,
    // while `time` is the first one that is told of.
    std::optional<TimeRange> begins;

    QString uid;
    int sequence = 0;
    Instant stamp; // DTSTAMP of the version; epoch where it is not known
    QString recurrenceId;
    bool thisAndFuture = false; // of recurrenceId and all dates that follow it
    QString subject;
    TimeRange time; // none (isTimeKnown()) where the request could not be understood
    // Then what it says of its times, to be repeated in the answer: content lines, and the VTIMEZONEs that these name.
    QByteArray timesAsSent;
    QByteArray zonesAsSent;
    QByteArray recurrence; // byConsole, of a whole series: its lines as in CalendarOrder
    bool allDay = false;
    // Every calendar shows these times: they are named with their zone, or are whole days as dates. Else they are meant
    // in the space's zone (R-TIMEZONE).
    bool isSameEverywhere = false;
    bool isPrivate = false; // others than the requester do not read the subject
    QByteArray
        timeZone; // IANA id, for the text: of the space, byConsole of the person; a series keeps its wall time in it

    QString organizer; // address
    QString organizerName;
    QByteArray organizerLine; // the property as sent, unfolded
    QString sentBy;
    QString roomAddress;     // as in its ATTENDEE line, else the space's mailbox (R-ANSWER)
    QByteArray attendeeLine; // the property as sent; empty when the room was not listed
    QString spaceName;
    QString building;

    QString requester;                // who is told by confirmation
    QString personName;               // in whose calendar it stands
    bool requesterIsExternal = false; // sees no other people's names (R-CONFIRM)
    QString requestMessageId;         // without brackets, for In-Reply-To

    bool isTimeKnown() const { return time != TimeRange(); }
    friend bool operator==(const Announcement&, const Announcement&) = default;
};

// As stored in OutboxEntry::payload. Reading text that is no announcement gives nothing.
QByteArray toJson(const Announcement& announcement);
std::optional<Announcement> announcementFromJson(const QByteArray& json);

} // namespace reserve
