// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/composing/composedmail.h"
#include "models/itip/itipmessage.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace reserve::practice {

// Folders of a mailbox, and what lies in them.
enum class Folder { Calendar, Inbox, DeletedItems, SentItems, Drafts };
enum class ItemClass { Appointment, Request, Cancellation, Response, Note };
enum class Answer { Unknown, Organizer, NotResponded, Tentative, Accepted, Declined };

struct Attendee
{
    QString address;
    QString name;
    bool isResource = false;
    bool isOptional = false;
    Answer answer = Answer::NotResponded;
    Instant answeredAt;
};

// What an item and one date of a series that differs have alike.
struct Appointment
{
    QString subject;
    QString body; // plain text
    QString location;
    TimeRange time;
    BusyKind busy = BusyKind::Busy;
    Answer answer = Answer::Organizer;
    Instant answeredAt;
    bool isCancelled = false;
    int sequence = 0;
    Instant stamp; // DTSTAMP of the version
};

// One date of a series, by the key of its RECURRENCE-ID.
struct Exception
{
    Appointment appointment;
    bool isRemoved = false;
};

// Which one date an item is of, where it is one.
struct DateOfSeries
{
    QString key; // as ItipRecurrenceId::key
    QString masterId;
    Instant originalStart;
    bool isException = false;
};

// An item of a mailbox as Exchange keeps it. A series is one item with its exceptions; its dates are items only while
// somebody looks at them.
struct Item : Appointment
{
    QString id;
    int version = 0; // of the change key
    Folder folder = Folder::Calendar;
    ItemClass itemClass = ItemClass::Appointment;

    QString uid;
    bool isMeeting = false;
    bool allDay = false;
    bool responseRequested = true;
    QByteArray zone; // IANA id of the wall clock it is meant in; empty: UTC
    PrivacyKind privacy = PrivacyKind::Public;
    BusyKind intendedBusy = BusyKind::Busy;
    MailPerson organizer;
    QList<Attendee> attendees;

    std::optional<ItipRecurrence> recurrence;
    ItipTime seriesStart; // on its wall
    Timezones timezones;  // of the message that brought it
    QMap<QString, Exception> exceptions;
    std::optional<DateOfSeries> date;

    QMap<QString, QString> properties; // named and extended ones by PropertyName::key()
    QStringList categories;
    QString transactionId;
    bool reminderIsSet = false;
    int reminderMinutes = 15;                      // before the start
    QString importance = QStringLiteral("Normal"); // the word of EWS

    // Of messages.
    bool isRead = false;
    QByteArray mime;
    QString messageId; // with angle brackets
    MailPerson from;
    QList<MailPerson> to;
    QString associatedId; // of the calendar item of a request

    Instant createdAt;
    Instant modifiedAt;

    bool isSeries() const { return recurrence.has_value() && !date; }
};

inline ItipRecurrence recurrenceBy(const RecurrenceRule& rule)
{
    ItipRecurrence recurrence;
    recurrence.rule = rule;
    return recurrence;
}

} // namespace reserve::practice
