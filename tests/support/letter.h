// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/requestdesk.h"

#include <QHash>

namespace reserve::test {

// One message of a conversation about a weekly meeting in CR1, Fridays 16:00 to 17:00 in Berlin from 20
// November 2026.
struct Letter
{
    QByteArray method = "REQUEST";
    int sequence = 0;
    int minute = 0; // of DTSTAMP: when in the hour it was sent
    QByteArray start = "20261120T160000";
    QByteArray end = "20261120T170000";
    QByteArray zone = ";TZID=Europe/Berlin"; // parameters of DTSTART and DTEND
    QByteArray recurrence = "RRULE:FREQ=WEEKLY;COUNT=4\r\n";
    QByteArray occurrence; // value of RECURRENCE-ID
    QByteArray range;      // its further parameters
    QByteArray occurrenceZone = ";TZID=Europe/Berlin";
    QByteArray further; // events behind it
    QByteArray uid = "series-1";
    QByteArray organizer = "nour.abbas@mycompany.com";
    QByteArray subject = "Safety training";
    QByteArray room = "CR1@reserve.mycompany.com";
    QByteArray attendee = "CR1@reserve.mycompany.com"; // who is listed: the room, or somebody else

    QByteArray event() const;
    QByteArray mail() const;
};

Letter atTime(Letter letter, const QByteArray& start, const QByteArray& end);
Letter ofSeries(int sequence, int minute, const QByteArray& start = "20261120T160000",
                const QByteArray& end = "20261120T170000",
                const QByteArray& recurrence = "RRULE:FREQ=WEEKLY;COUNT=4\r\n");
// Of one date, 16:00 to 17:00.
Letter ofOccurrence(const QByteArray& occurrence, int sequence, int minute, const QByteArray& method = "REQUEST");
// Of one date and all that follow.
Letter fromOccurrence(const QByteArray& occurrence, int sequence, int minute, const QByteArray& method = "REQUEST");

QList<Trace> send(RequestDesk& desk, const Letter& letter);

// Tries conversations in many orders: one store, whatever is tried in it is taken back, and each letter is read once.
class Hall final
{
public:
    RequestDesk& desk() { return m_desk; } // to set it up
    // What holds the rooms, by start, and what waits when `letters` have arrived in that order and an approver has then
    // said `word` to all that waited.
    RequestDesk::Outcome outcomeOf(const QList<Letter>& letters, const QList<int>& order,
                                   const std::optional<ApproverWord>& word = {});
    QList<Reservation> heldAfter(const QList<Letter>& letters, const QList<int>& order)
    {
        return outcomeOf(letters, order).reservations;
    }

private:
    const RequestDesk::Arrival& arrivalOf(const Letter& letter);

    RequestDesk m_desk;
    QHash<QByteArray, RequestDesk::Arrival> m_known; // by the mail
};

// What holds the room, as "start/end", in order.
QStringList held(RequestDesk& desk);

extern const QStringList fourFridays;

} // namespace reserve::test
