// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/entities/ids.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>

namespace reserve {

// A meeting that was made in the console: what was asked for, as a whole. Its reservations, one or those of a
// series, are rows like those of any mail; this keeps what only their maker knows. In one space at a time.
struct ConsoleMeeting
{
    QString uid; // our own; in every row of the meeting
    SpaceId spaceId;
    PersonId personId;
    QString organizer; // e-mail of the person, as in the rows
    QString subject;
    QString body;   // plain text
    TimeRange time; // of a series, its first date
    bool allDay = false;
    bool isPrivate = false;
    QByteArray timeZone;     // IANA id of the person (R-TIMEZONE), in which a series keeps its wall time
    QByteArray rule;         // value of RRULE (RFC 5545 3.3.10); empty: once
    QList<QDate> exceptions; // dates, in the person's zone, that the series leaves out
    bool invites = false;    // the person gets the room's invitation in place of a mail
    QByteArray mark; // of the item that Exchange holds or is to hold (CalendarOrder::mark); empty: none is ordered

    bool isSeries() const { return !rule.isEmpty(); }
    friend bool operator==(const ConsoleMeeting&, const ConsoleMeeting&) = default;
};

// A UID that nobody has, and whether one was made here.
QString newConsoleUid();
bool isConsoleUid(QStringView uid);

} // namespace reserve
