// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exporting/reservationrow.h"

#include <QByteArray>
#include <QStringList>

namespace reserve {

// The columns of reservations as CSV or table: the names of the JSON objects, in their order.
const QStringList& reservationFieldNames();
// The values as plain text, in the order of the columns; what is null in JSON is empty here.
QStringList reservationFields(const ReservationRow& row);

QByteArray reservationsCsvHead();
QByteArray toCsvLine(const ReservationRow& row);

} // namespace reserve
