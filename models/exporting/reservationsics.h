// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exporting/reservationrow.h"

#include <QByteArray>
#include <QList>

namespace reserve {

// A published calendar (RFC 5545) of these reservations, times in UTC. A meeting in several spaces has one UID in
// mail; here each reservation is an event of its own, so the second and later ones carry the mailbox behind the UID.
QByteArray reservationsToIcs(const QList<ReservationRow>& rows, const QString& calendarName);

} // namespace reserve
