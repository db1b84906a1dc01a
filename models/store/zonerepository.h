// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/reservation.h"
#include "models/entities/zoneshift.h"

#include <QHash>
#include <QList>

namespace reserve {

class Connection;

// How clocks are set in zones, as it was last noted, and whom a change of that concerns.
class ZoneRepository final
{
public:
    explicit ZoneRepository(Connection& connection);

    // What was noted of each zone (ZoneOffsets as text).
    Result<QHash<QByteArray, QByteArray>> rules() const;
    Result<void> noteRules(const QByteArray& zone, const QByteArray& offsets, Instant now);

    // The zones that reservations which hold their space and are not over are in.
    Result<QList<QByteArray>> zonesInUse(Instant now) const;
    // Those reservations in one zone, by start: id and time only.
    Result<QList<Reservation>> holdingIn(const QByteArray& zone, Instant now) const;

    Result<void> noteShift(const ZoneShift& shift);
    // Of reservations that hold their space, are not over and have not been changed since.
    Result<QList<ZoneShift>> shifts(Instant now) const;

private:
    Connection& m_connection;
};

} // namespace reserve
