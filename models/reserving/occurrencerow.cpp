// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/occurrencerow.h"

#include "models/booking/contentrules.h"
#include "models/reserving/seriesplan.h"

namespace reserve {

Reservation occurrenceRow(const MeetingRequest& message, const SeriesPlan& plan, const WantedOccurrence& wanted,
                          const DecisionWork& work)
{
    const MeetingRequest& request = wanted.stretch < 0 ? message : plan.versions.at(wanted.stretch + 1).request;
    Reservation row;
    row.origin = originOf(work);
    row.spaceId = work.space.id;
    row.organizer = request.organizer;
    row.uid = request.key.uid;
    row.recurrenceId = wanted.key;
    row.version = request.version;
    row.requesterEmail = work.prepared.reading->requester;
    row.sentBy = request.sentBy;
    row.subject = keptSubject(request.subject, request, request.content);
    row.time = wanted.time;
    row.allDay = request.allDay;
    row.isPrivate = request.isPrivate;
    row.timeZone = request.timeZone;
    row.setupMinutes = work.space.setupMinutes;
    row.clearupMinutes = work.space.clearupMinutes;
    row.roomListed = request.roomListed;
    row.seats = request.seats;
    row.roomAddress = request.roomAddress;
    row.traceId = work.trace.id;
    row.createdAt = row.changedAt = work.unit.now();
    if (const ItipEvent* own = wanted.override) {
        row.byItself = true;
        row.namedAs = own->recurrenceId->name();
        row.version = {own->sequence, own->stamp, false, own->contentHash};
        row.seats = seatsOf(*own, request.organizer, request.roomAddress);
        row.subject = keptSubject(own->summary, request, request.content);
        row.allDay = own->allDay;
        const bool isPrivate = own->privacy != PrivacyKind::Public && !request.content.removePrivateProperty;
        // A mail that says it of its series alone means its dates as well.
        row.isPrivate = isPrivate || (row.isPrivate && !work.byConsole);
    }
    return row;
}

} // namespace reserve
