// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exporting/reservationrow.h"

#include <QJsonObject>

namespace reserve {

// One object of `reservations list --format json`, with the names of design section 4.
QJsonObject toJsonObject(const ReservationRow& row);

} // namespace reserve
