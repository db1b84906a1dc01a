// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/reservationsjson.h"

#include "models/entities/enumtext.h"

namespace reserve {

namespace {

QString text(auto value)
{
    return QString::fromLatin1(toText(value));
}

// Absent rather than empty, so that scripts need one test.
QJsonValue orNull(const QString& value)
{
    return value.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(value);
}

} // namespace

QJsonObject toJsonObject(const ReservationRow& row)
{
    const Reservation& reservation = row.reservation;
    return {{QStringLiteral("id"), reservation.id.value},
            {QStringLiteral("uid"), reservation.uid},
            {QStringLiteral("space"), row.spaceName},
            {QStringLiteral("mailbox"), row.mailbox},
            {QStringLiteral("person_control_number"), orNull(row.personControlNumber)},
            {QStringLiteral("person_email"), orNull(row.personEmail)},
            {QStringLiteral("requester_email"), reservation.requesterEmail},
            {QStringLiteral("subject"), row.shownSubject()},
            {QStringLiteral("start"), toIso(reservation.time.start)},
            {QStringLiteral("end"), toIso(reservation.time.end)},
            {QStringLiteral("all_day"), reservation.allDay},
            {QStringLiteral("status"), text(reservation.status)},
            {QStringLiteral("sequence"), reservation.version.sequence},
            {QStringLiteral("recurrence_id"), orNull(reservation.recurrenceId)},
            {QStringLiteral("origin"), text(reservation.origin)},
            {QStringLiteral("exchange_state"), text(reservation.exchangeState)}};
}

} // namespace reserve
