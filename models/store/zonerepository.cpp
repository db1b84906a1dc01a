// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/zonerepository.h"

#include "models/store/connection.h"

namespace reserve {

ZoneRepository::ZoneRepository(Connection& connection)
    : m_connection(connection)
{
}

Result<QHash<QByteArray, QByteArray>> ZoneRepository::rules() const
{
    QHash<QByteArray, QByteArray> rules;
    const auto rows = m_connection.rows(QStringLiteral("SELECT zone, offsets FROM zone_rules"), {}, [&rules](Row& row) {
        QByteArray zone;
        QByteArray offsets;
        row >> zone >> offsets;
        rules.insert(zone, offsets);
        return 0;
    });
    return rows.map([&rules](const QList<int>&) { return rules; });
}

Result<void> ZoneRepository::noteRules(const QByteArray& zone, const QByteArray& offsets, Instant now)
{
    return m_connection
        .run(QStringLiteral("INSERT OR REPLACE INTO zone_rules (zone, offsets, noted_at) VALUES (?, ?, ?)"),
             {Bound::utf8(zone), Bound::utf8(offsets), now})
        .map([](int) {});
}

Result<QList<QByteArray>> ZoneRepository::zonesInUse(Instant now) const
{
    return m_connection.rows(QStringLiteral("SELECT DISTINCT time_zone FROM reservation WHERE holds = 1 AND ends > ? "
                                            "AND time_zone <> '' ORDER BY time_zone"),
                             {now}, [](Row& row) {
                                 QByteArray zone;
                                 row >> zone;
                                 return zone;
                             });
}

Result<QList<Reservation>> ZoneRepository::holdingIn(const QByteArray& zone, Instant now) const
{
    return m_connection.rows(QStringLiteral("SELECT id, starts, ends FROM reservation WHERE holds = 1 AND ends > ? "
                                            "AND time_zone = ? ORDER BY starts, id"),
                             {now, Bound::utf8(zone)}, [](Row& row) {
                                 Reservation reservation;
                                 row >> reservation.id >> reservation.time.start >> reservation.time.end;
                                 return reservation;
                             });
}

Result<void> ZoneRepository::noteShift(const ZoneShift& shift)
{
    const auto noted = m_connection.run(
        QStringLiteral("INSERT OR REPLACE INTO zone_shift (reservation_id, zone, offset_before, offset_now, found_at) "
                       "VALUES (?, ?, ?, ?, ?)"),
        {shift.reservationId, Bound::utf8(shift.zone), shift.offsetBefore, shift.offsetNow, shift.foundAt});
    if (!noted)
        return failure(noted.error());
    m_connection.note(ChangeSubject::Reservations, shift.reservationId.value);
    return {};
}

Result<QList<ZoneShift>> ZoneRepository::shifts(Instant now) const
{
    return m_connection.rows(
        QStringLiteral(
            "SELECT s.reservation_id, s.zone, s.offset_before, s.offset_now, s.found_at FROM zone_shift AS s "
            "JOIN reservation AS r ON r.id = s.reservation_id WHERE r.holds = 1 AND r.ends > ? "
            "AND r.changed_at <= s.found_at ORDER BY r.starts, r.id"),
        {now}, [](Row& row) {
            ZoneShift shift;
            row >> shift.reservationId >> shift.zone >> shift.offsetBefore >> shift.offsetNow >> shift.foundAt;
            return shift;
        });
}

} // namespace reserve
