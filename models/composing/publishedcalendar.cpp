// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/composing/publishedcalendar.h"

#include "models/composing/noticefacts.h"
#include "models/itip/itipwriter.h"

namespace reserve {

namespace {

QByteArray statusOf(ReservationStatus status)
{
    switch (status) {
    case ReservationStatus::Cancelled:
    case ReservationStatus::Declined:
        return QByteArrayLiteral("CANCELLED");
    case ReservationStatus::Tentative:
    case ReservationStatus::Pending:
        return QByteArrayLiteral("TENTATIVE");
    case ReservationStatus::Accepted:
        break;
    }
    return QByteArrayLiteral("CONFIRMED");
}

QString locationOf(const Announcement& a)
{
    return a.building.isEmpty() ? a.spaceName : a.spaceName + QLatin1String(", ") + a.building;
}

} // namespace

QByteArray publishedCalendar(const Announcement& a, Instant stamp)
{
    WrittenEvent event;
    event.uid = a.uid;
    event.sequence = a.sequence;
    event.stamp = stamp;
    event.organizer = a.roomAddress;
    event.organizerName = a.spaceName;
    event.recurrenceId = recurrenceIdFromKey(a.recurrenceId);
    if (event.recurrenceId)
        event.recurrenceId->thisAndFuture = a.thisAndFuture;
    event.recurrence = a.recurrence;
    event.range = a.time;
    event.zone = a.timeZone;
    if (a.allDay) {
        const QTimeZone zone = zoneOrUtc(a.timeZone);
        event.allDayFrom = toDateTime(a.time.start).toTimeZone(zone).date();
        event.allDayTo = toDateTime(a.time.end).toTimeZone(zone).date();
    }
    // SUMMARY must be there (RFC 5546 3.2.1).
    event.summary = a.subject.isEmpty() ? a.spaceName : a.subject;
    event.location = locationOf(a);
    event.privacy = a.isPrivate ? PrivacyKind::Private : PrivacyKind::Public;
    event.status = statusOf(a.status);
    WrittenCalendar calendar;
    calendar.method = ItipMethod::Publish;
    calendar.zones = ZoneDialect::Iana;
    calendar.events = {event};
    return writeCalendar(calendar);
}

} // namespace reserve
