// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/booking/decision.h"
#include "models/booking/meetingrequest.h"
#include "models/entities/announcement.h"
#include "models/entities/outbox.h"
#include "models/entities/person.h"
#include "models/itip/itipmessage.h"
#include "models/store/unit.h"

namespace reserve {

// What one decision tells, and to whom it goes.
struct AnnouncementFacts
{
    const MeetingRequest& request;
    const ItipEvent& event;
    const Space& space;
    const Decision& decision;
    std::optional<Person> person;
    QByteArray zone;
    QString requester;
    QString requestMessageId;
    QList<Alternative> alternatives;
    Timezones timezones = {}; // of the message
};

Announcement announcementOf(const AnnouncementFacts& facts);
// What a row tells of itself, long after its message: which meeting, when, and whose. `zone`: the space's.
Announcement announcementOf(const Reservation& row, const Space& space, const QByteArray& zone);

// The step of a decline of which nobody hears: no answer was asked for (R-ANSWER), and a decline has no second mail
// (R-CONFIRM).
inline constexpr char declinedUnheard[] = "answer.declined-unheard";

// An occurrence that the space could not be given for; an external contact hears no other people's names (R-CONFIRM).
void addDeclined(Announcement& announcement, const QString& recurrenceId, TimeRange time, const Reason& reason);

// Queues answer and confirmation as the decision asks (R-ANSWER, R-CONFIRM), in the lane of the meeting and room, due
// at once. Answers the steps for the trace.
Result<QList<TraceStep>> announce(WriteUnit& unit, const Announcement& announcement, const Decision& decision,
                                  const Trace& trace, ReservationId reservation);

// One REPLY for each occurrence that is declined while the series is not (RFC 5546 3.2.3; Exchange likewise).
Result<QList<TraceStep>> announceDeclined(WriteUnit& unit, const Announcement& series, const Trace& trace);

// Queues the mail that asks the organizer for a meeting that is not known here (REFRESH, RFC 5546 3.2.6). B1: one in
// ten minutes to one organizer; of more than six that would wait for that, the rest is not asked and waits for a
// person.
Result<TraceStep> askForMeeting(WriteUnit& unit, const Announcement& announcement, const Trace& trace);

// A new Message-ID, known before the mail exists, so that a bounce or a reply finds what it is about.
QString newMailId(const QString& roomAddress);

// What became of an answer or a calendar order, in the reservations that it is about: only what their last decision has
// to tell says how they stand with Exchange.
Result<void> markTold(WriteUnit& unit, const OutboxEntry& entry, ExchangeState state, const Reason& reason);

// R-RETRY: order is kept per meeting and room.
QString laneOf(const MeetingKey& key);

} // namespace reserve
