// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/reservationscsv.h"

#include "models/exporting/csvwriter.h"
#include "models/exporting/reservationsjson.h"

#include <QJsonObject>
#include <QVariant>

namespace reserve {

const QStringList& reservationFieldNames()
{
    static const QStringList columns{QStringLiteral("id"),
                                     QStringLiteral("uid"),
                                     QStringLiteral("space"),
                                     QStringLiteral("mailbox"),
                                     QStringLiteral("person_control_number"),
                                     QStringLiteral("person_email"),
                                     QStringLiteral("requester_email"),
                                     QStringLiteral("subject"),
                                     QStringLiteral("start"),
                                     QStringLiteral("end"),
                                     QStringLiteral("all_day"),
                                     QStringLiteral("status"),
                                     QStringLiteral("sequence"),
                                     QStringLiteral("recurrence_id"),
                                     QStringLiteral("origin"),
                                     QStringLiteral("exchange_state")};
    return columns;
}

QStringList reservationFields(const ReservationRow& row)
{
    const QJsonObject object = toJsonObject(row);
    QStringList fields;
    for (const QString& column : reservationFieldNames())
        fields.append(object.value(column).toVariant().toString());
    return fields;
}

QByteArray reservationsCsvHead()
{
    return csvLine(reservationFieldNames());
}

QByteArray toCsvLine(const ReservationRow& row)
{
    return csvLine(reservationFields(row));
}

} // namespace reserve
