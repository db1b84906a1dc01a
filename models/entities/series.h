// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/reservation.h"

namespace reserve {

// A recurring meeting in one space. Its occurrences are reservations of their own, up to the end of the booking window;
// the series keeps what is needed to add more, and which version was decided last.
struct Series
{
    SeriesId id;
    SpaceId spaceId;
    PersonId personId;
    QString organizer; // address as sent
    QString uid;
    MeetingVersion version; // with cancels: its organizer has ended it
    QString requesterEmail;
    QString recipient;                                      // the address that the request came to
    ReservationStatus status = ReservationStatus::Accepted; // what was answered for the whole
    bool roomListed = false;
    QByteArray calendar;    // text/calendar of that version as sent
    Instant filledUntil;    // occurrences that begin before it are rows
    bool continues = false; // there are more behind filledUntil
    TraceId traceId;
    // While the occurrences of a newer version are being written, in several transactions: of which message, and what
    // it found before it began. All else is still what held before; of a new series nothing did (isBegun()).
    TraceId pendingTraceId;
    bool pendingStood = false;
    bool pendingSame = false;
    Instant createdAt;
    Instant changedAt;
    QList<Attendee> attendees; // filled only where asked for

    // Whether only its first version is being written yet.
    bool isBegun() const { return version.sequence == sequenceOfBegun; }
    static constexpr int sequenceOfBegun = -1;

    friend bool operator==(const Series&, const Series&) = default;
};

} // namespace reserve
