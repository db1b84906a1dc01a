// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/itip/itipmessage.h"
#include "models/itip/tnefreader.h"
#include "models/itip/tnefrecurrence.h"
#include "models/itip/tnefzone.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace reserve {

struct TnefPerson
{
    QString address; // SMTP; empty where the stream knows only a directory name
    QString name;
};

struct TnefAttendee : TnefPerson
{
    enum class Role { Required, Optional, Resource };
    Role role = Role::Required;
};

// Which date of a series a message is about.
struct TnefOccurrence
{
    QDate day;                      // on the wall of the series
    std::optional<Instant> instant; // where the message states it
    std::optional<QTime> wall;      // where it states only the time of day of the series
};

// A meeting message as Outlook keeps it (MS-OXOCAL), in terms of what iCalendar can say (MS-OXCICAL 2.1.3).
struct TnefMeeting
{
    ItipMethod method = ItipMethod::Request; // Request, Cancel, Reply or Counter
    QByteArray participation;                // of a Reply or Counter: "ACCEPTED"
    QString uid;                             // as Exchange writes it in iCalendar
    int sequence = 0;
    std::optional<Instant> stamp;
    std::optional<TnefOccurrence> occurrence;
    std::optional<TnefRecurrence> recurrence;
    std::optional<Instant> start;
    std::optional<Instant> end;
    bool allDay = false;
    TnefZone zone;

    TnefPerson organizer; // of a Reply or Counter: who answers
    TnefPerson sender;
    QList<TnefAttendee> attendees; // without the organizer
    bool listsAttendees = false;   // false: the stream leaves them to the head of the mail
    bool responseRequested = true;

    QString subject; // empty where the stream leaves it to the head of the mail
    QString location;
    QString description;
    std::optional<int> busy; // PidLidBusyStatus: 0 free, 1 tentative, 2 busy, 3 away, 4 working elsewhere
    std::optional<int> intendedBusy;
    PrivacyKind privacy = PrivacyKind::Public;
};

struct TnefReading
{
    QString messageClass;               // in MAPI's words
    std::optional<TnefMeeting> meeting; // none: the mail is of another class
};

// What winmail.dat says of a meeting. Fails with the codes of tnefreader.h and tnefrecurrence.h,
// tnef.class-missing, tnef.uid-missing, tnef.time-missing, tnef.recurrence-missing and
// tnef.occurrence-unknown. An answer to a meeting is read as far as it goes: rooms have no use for it. Pure;
// any thread.
Result<TnefReading> readTnef(QByteArrayView octets, CharsetDecoder decoder, const TnefLimits& limits = {});

// The UID of PidLidGlobalObjectId: a foreign one unwrapped, else all of it in capital hexadecimal digits with
// the date of the occurrence cleared (MS-OXCICAL 2.1.3.1.1.20.26). Empty for what can be no id.
QString uidOfGlobalObjectId(QByteArrayView id);

} // namespace reserve
