// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/reservationsics.h"

#include "models/itip/itipwriter.h"

#include <QSet>
#include <QTimeZone>

#include <algorithm>

namespace reserve {

namespace {

QByteArray statusName(ReservationStatus status)
{
    switch (status) {
    case ReservationStatus::Accepted:
        return QByteArrayLiteral("CONFIRMED");
    case ReservationStatus::Tentative:
    case ReservationStatus::Pending:
        return QByteArrayLiteral("TENTATIVE");
    case ReservationStatus::Declined:
    case ReservationStatus::Cancelled:
        return QByteArrayLiteral("CANCELLED");
    }
    Q_UNREACHABLE();
}

void setDates(WrittenEvent& event, const ReservationRow& row)
{
    const QTimeZone zone(row.zone);
    if (!row.reservation.allDay || !zone.isValid())
        return;
    event.allDayFrom = toDateTime(row.reservation.time.start).toTimeZone(zone).date();
    const QDate end = toDateTime(row.reservation.time.end).toTimeZone(zone).date();
    event.allDayTo = std::max(end, event.allDayFrom.addDays(1));
}

WrittenEvent eventOf(const ReservationRow& row)
{
    const Reservation& reservation = row.reservation;
    WrittenEvent event;
    event.uid = reservation.uid;
    if (!reservation.recurrenceId.isEmpty())
        event.uid += QLatin1Char('/') + reservation.recurrenceId;
    event.sequence = reservation.version.sequence;
    event.stamp = reservation.version.stamp;
    event.lastModified = reservation.changedAt;
    event.organizer = reservation.organizer;
    event.sentBy = reservation.sentBy;
    event.range = reservation.time;
    setDates(event, row);
    event.summary = row.shownSubject();
    event.location = row.spaceName;
    event.busy = holdsSlot(reservation.status) ? BusyKind::Busy : BusyKind::Free;
    event.privacy = reservation.isPrivate ? PrivacyKind::Private : PrivacyKind::Public;
    event.status = statusName(reservation.status);
    event.responseRequested = false;
    return event;
}

} // namespace

QByteArray reservationsToIcs(const QList<ReservationRow>& rows, const QString& calendarName)
{
    WrittenCalendar calendar;
    calendar.name = calendarName;
    QSet<QString> used;
    for (const ReservationRow& row : rows) {
        WrittenEvent event = eventOf(row);
        if (used.contains(event.uid))
            event.uid += QLatin1Char('/') + row.mailbox;
        used.insert(event.uid);
        calendar.events.append(event);
    }
    return writeCalendar(calendar);
}

} // namespace reserve
