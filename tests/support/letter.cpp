// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/letter.h"

namespace reserve::test {

const QStringList fourFridays{QStringLiteral("2026-11-20T15:00:00Z/2026-11-20T16:00:00Z"),
                              QStringLiteral("2026-11-27T15:00:00Z/2026-11-27T16:00:00Z"),
                              QStringLiteral("2026-12-04T15:00:00Z/2026-12-04T16:00:00Z"),
                              QStringLiteral("2026-12-11T15:00:00Z/2026-12-11T16:00:00Z")};

QByteArray Letter::event() const
{
    const QByteArray id = occurrence.isEmpty()
        ? QByteArray()
        : QByteArray("RECURRENCE-ID" + range + occurrenceZone + ':' + occurrence + "\r\n");
    const QByteArray times = start.isEmpty()
        ? QByteArray()
        : QByteArray("DTSTART" + zone + ':' + start + "\r\nDTEND" + zone + ':' + end + "\r\n");
    return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nSEQUENCE:" + QByteArray::number(sequence) + "\r\nDTSTAMP:20261117T10"
        + QByteArray::number(minute).rightJustified(2, '0') + "00Z\r\nORGANIZER:mailto:" + organizer
        + "\r\nATTENDEE;RSVP=TRUE:mailto:" + attendee + "\r\nSUMMARY:" + subject + "\r\n" + times + recurrence + id
        + "END:VEVENT\r\n";
}

QByteArray Letter::mail() const
{
    return "From: " + organizer + "\r\nTo: " + room + "\r\nSubject: " + subject + "\r\nMessage-ID: <" + uid + '-'
        + QByteArray::number(sequence) + '-' + QByteArray::number(minute)
        + "@mycompany.com>\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; charset=utf-8; method=" + method
        + "\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:" + method + "\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n" + event()
        + further + "END:VCALENDAR\r\n";
}

Letter atTime(Letter letter, const QByteArray& start, const QByteArray& end)
{
    letter.start = start;
    letter.end = end;
    return letter;
}

Letter ofSeries(int sequence, int minute, const QByteArray& start, const QByteArray& end, const QByteArray& recurrence)
{
    Letter letter = atTime({}, start, end);
    letter.sequence = sequence;
    letter.minute = minute;
    letter.recurrence = recurrence;
    return letter;
}

Letter ofOccurrence(const QByteArray& occurrence, int sequence, int minute, const QByteArray& method)
{
    Letter letter;
    letter.method = method;
    letter.sequence = sequence;
    letter.minute = minute;
    letter.recurrence.clear();
    letter.occurrence = occurrence;
    letter.start = occurrence;
    letter.end = QByteArray(occurrence).replace("T16", "T17");
    return letter;
}

Letter fromOccurrence(const QByteArray& occurrence, int sequence, int minute, const QByteArray& method)
{
    Letter letter = ofOccurrence(occurrence, sequence, minute, method);
    letter.range = ";RANGE=THISANDFUTURE";
    return letter;
}

QList<Trace> send(RequestDesk& desk, const Letter& letter)
{
    return desk.send(letter.mail(), QString::fromLatin1(letter.organizer), {QString::fromLatin1(letter.room)});
}

RequestDesk::Outcome Hall::outcomeOf(const QList<Letter>& letters, const QList<int>& order,
                                     const std::optional<ApproverWord>& word)
{
    QList<RequestDesk::Arrival> arrivals;
    arrivals.reserve(order.size());
    for (const int index : order)
        arrivals.append(arrivalOf(letters.at(index)));
    RequestDesk::Outcome outcome = m_desk.outcomeOf(arrivals, word);
    outcome.reservations.removeIf([](const Reservation& row) { return !holdsSlot(row.status); });
    return outcome;
}

const RequestDesk::Arrival& Hall::arrivalOf(const Letter& letter)
{
    const QByteArray mail = letter.mail();
    auto known = m_known.find(mail);
    if (known == m_known.end()) {
        const RequestDesk::Arrival arrival
            = m_desk.arrivalOf(mail, QString::fromLatin1(letter.organizer), {QString::fromLatin1(letter.room)});
        known = m_known.insert(mail, arrival);
    }
    return *known;
}

QStringList held(RequestDesk& desk)
{
    QStringList texts;
    for (const Reservation& row : desk.reservations()) {
        if (holdsSlot(row.status))
            texts.append(toIso(row.time.start) + QLatin1Char('/') + toIso(row.time.end));
    }
    return texts;
}

} // namespace reserve::test
