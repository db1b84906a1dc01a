// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/reservationrepository.h"

#include "models/store/condition.h"
#include "models/store/connection.h"
#include "models/store/jsonlist.h"
#include "models/store/reservationrow.h"

#include <QHash>

#include <algorithm>

namespace reserve {

namespace {

// Rows up to this long are found by their start, longer ones by their end (003_reservations.sql).
constexpr Milliseconds longestShort = std::chrono::hours(48);

// Ids of the rows that hold `space` in a time that overlaps `held`, with their values.
struct IdQuery
{
    QString sql;
    Bindings values;
};

IdQuery holdingIds(SpaceId space, TimeRange held)
{
    return {QStringLiteral(
                "SELECT id FROM reservation INDEXED BY reservation_holding_short WHERE space_id = ? AND holds = 1 "
                "AND held_end - held_start <= 172800000 AND held_start > ? AND held_start < ? AND held_end > ? "
                "UNION ALL "
                "SELECT id FROM reservation INDEXED BY reservation_holding_long WHERE space_id = ? AND holds = 1 "
                "AND held_end - held_start > 172800000 AND held_end > ? AND held_start < ?"),
            {space, held.start - longestShort, held.end, held.start, space, held.start, held.end}};
}

IdQuery touchingIds(const QSet<SpaceId>& spaces, TimeRange range)
{
    const QString longOnes = QStringLiteral(" UNION ALL SELECT id FROM reservation INDEXED BY reservation_long "
                                            "WHERE ends - starts > 172800000 AND ends > ? AND starts < ?");
    const Instant from = range.start - longestShort;
    if (spaces.isEmpty())
        return {QStringLiteral("SELECT id FROM reservation INDEXED BY reservation_by_start WHERE starts > ? "
                               "AND starts < ? AND ends > ? AND ends - starts <= 172800000")
                    + longOnes,
                {from, range.end, range.start, range.start, range.end}};
    return {QStringLiteral("SELECT id FROM reservation INDEXED BY reservation_by_space "
                           "WHERE space_id IN (SELECT value FROM json_each(?)) AND starts > ? AND starts < ? "
                           "AND ends > ? AND ends - starts <= 172800000")
                + longOnes,
            {idsToJson(spaces), from, range.end, range.start, range.start, range.end}};
}

Condition conditionOf(const ReservationFilter& filter)
{
    Condition condition;
    condition.add(QStringLiteral("is_note = 0"));
    if (filter.touching) {
        const IdQuery ids = touchingIds(filter.spaces, *filter.touching);
        condition.add(QStringLiteral("id IN (") + ids.sql + QLatin1Char(')'), ids.values);
    }
    if (!filter.spaces.isEmpty())
        condition.add(QStringLiteral("space_id IN (SELECT value FROM json_each(?))"), {idsToJson(filter.spaces)});
    if (filter.personId)
        condition.add(QStringLiteral("person_id = ?"), {*filter.personId});
    if (filter.onlyHolding)
        condition.add(QStringLiteral("holds = 1"));
    // What lists show as "Private" is not found by its subject.
    condition.addContains(
        QStringLiteral("iif(is_private = 1, lower(requester_email || char(10) || organizer), search)"), filter.text);
    return condition;
}

Condition conditionOf(const KeptTimeFilter& filter)
{
    Condition condition;
    if (!filter.reservations.isEmpty())
        condition.add(QStringLiteral("reservation_id IN (SELECT value FROM json_each(?))"),
                      {idsToJson(filter.reservations)});
    if (!filter.spaces.isEmpty())
        condition.add(QStringLiteral("space_id IN (SELECT value FROM json_each(?))"), {idsToJson(filter.spaces)});
    if (filter.touching)
        condition.add(QStringLiteral("held_end > ? AND ends > ? AND starts < ?"),
                      {filter.touching->start, filter.touching->start, filter.touching->end});
    if (filter.personId)
        condition.add(
            QStringLiteral("EXISTS (SELECT 1 FROM reservation AS r WHERE r.id = reservation_id AND r.person_id = ?)"),
            {*filter.personId});
    return condition;
}

ReservationId readReservationId(Row& row)
{
    ReservationId id;
    row >> id;
    return id;
}

Bindings keyBindings(const MeetingKey& key)
{
    return {key.organizerKey, key.uid, key.recurrenceId, key.spaceId};
}

void mergeByStart(QList<Reservation>& rows, const QList<Reservation>& more)
{
    if (more.isEmpty())
        return;
    rows += more;
    std::stable_sort(rows.begin(), rows.end(), [](const Reservation& left, const Reservation& right) {
        return left.heldTime().start < right.heldTime().start;
    });
}

QString placeholders(qsizetype count)
{
    return QStringList(count, QStringLiteral("?")).join(QLatin1Char(','));
}

} // namespace

ReservationRepository::ReservationRepository(Connection& connection)
    : m_connection(connection)
{
}

Result<ReservationId> ReservationRepository::insert(const Reservation& reservation)
{
    const Bindings bindings = reservationBindings(reservation);
    static const QString sql = QStringLiteral("INSERT INTO reservation (") + reservationColumns()
        + QStringLiteral(") VALUES (") + placeholders(bindings.size()) + QLatin1Char(')');
    if (const Result<void> fresh = checkIsNew(reservation.key()); !fresh)
        return failure(fresh.error());
    const Result<qint64> id = m_connection.insert(sql, bindings);
    if (!id)
        return failure(explained(id.error(), reservation));
    Reservation stored = reservation;
    stored.id.value = *id;
    if (const Result<void> attendees = writeAttendees(stored); !attendees)
        return failure(attendees.error());
    m_connection.note(ChangeSubject::Reservations, *id);
    return stored.id;
}

Result<void> ReservationRepository::update(const Reservation& reservation)
{
    Bindings bindings = reservationBindings(reservation);
    static const QString sql = QStringLiteral("UPDATE reservation SET (") + reservationColumns()
        + QStringLiteral(") = (") + placeholders(bindings.size()) + QStringLiteral(") WHERE id = ?");
    bindings.append(reservation.id);
    const Result<int> updated = m_connection.run(sql, bindings);
    if (!updated)
        return failure(explained(updated.error(), reservation));
    if (*updated == 0)
        return missing(reservation.id);
    const Result<int> cleared
        = m_connection.run(QStringLiteral("DELETE FROM attendee WHERE reservation_id = ?"), {reservation.id});
    if (!cleared)
        return failure(cleared.error());
    m_connection.note(ChangeSubject::Reservations, reservation.id.value);
    return writeAttendees(reservation);
}

Result<void> ReservationRepository::rename(ReservationId id, const QString& recurrenceId)
{
    const Result<int> updated
        = m_connection.run(QStringLiteral("UPDATE reservation SET recurrence_id = ? WHERE id = ?"), {recurrenceId, id});
    if (!updated)
        return failure(updated.error());
    if (*updated == 0)
        return missing(id);
    m_connection.note(ChangeSubject::Reservations, id.value);
    return {};
}

Result<void> ReservationRepository::setExchangeState(ReservationId id, ExchangeState state, const Reason& reason)
{
    const Result<int> updated = m_connection.run(
        QStringLiteral("UPDATE reservation SET exchange_state = ?, exchange_reason = ? WHERE id = ?"),
        {state, reason, id});
    if (!updated)
        return failure(updated.error());
    if (*updated == 0)
        return missing(id);
    m_connection.note(ChangeSubject::Reservations, id.value);
    return {};
}

Result<void> ReservationRepository::setExchangeStates(const QList<ReservationId>& ids, ExchangeState state,
                                                      const Reason& reason)
{
    if (ids.isEmpty())
        return {};
    for (const ReservationId id : ids)
        m_connection.note(ChangeSubject::Reservations, id.value);
    return m_connection
        .run(QStringLiteral("UPDATE reservation SET exchange_state = ?, exchange_reason = ? "
                            "WHERE id IN (SELECT value FROM json_each(?))"),
             {state, reason, idsToJson(ids)})
        .map([](int) {});
}

Result<void> ReservationRepository::setExchangeStateOfSeries(const MeetingKey& meeting, TraceId trace,
                                                             ExchangeState state, const Reason& reason)
{
    const QString condition = QStringLiteral(" WHERE organizer_key = ? AND uid = ? AND space_id = ? AND trace_id = ? "
                                             "AND exchange_state = ?");
    const Bindings where{meeting.organizerKey, meeting.uid, meeting.spaceId, trace, ExchangeState::Queued};
    const auto ids = m_connection.rows(QStringLiteral("SELECT id FROM reservation") + condition, where, [](Row& row) {
        ReservationId id;
        row >> id;
        return id;
    });
    if (!ids)
        return failure(ids.error());
    return setExchangeStates(*ids, state, reason);
}

Result<void> ReservationRepository::keepTime(const Reservation& accepted, SeriesId series)
{
    const TimeRange held = accepted.heldTime();
    m_connection.note(ChangeSubject::Reservations, accepted.id.value);
    return m_connection
        .insert(QStringLiteral(
                    "INSERT INTO kept_time (reservation_id, series_id, space_id, starts, ends, held_start, held_end) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?)"),
                {accepted.id, series, accepted.spaceId, accepted.time.start, accepted.time.end, held.start, held.end})
        .map([](qint64) {});
}

Result<int> ReservationRepository::removeForgottenTimes(Instant now)
{
    // A long series is written in parts, and its approvers are asked with the last one.
    const QString forgotten = QStringLiteral(
        " FROM kept_time WHERE NOT EXISTS (SELECT 1 FROM approval AS a WHERE a.state IN ('open', 'tentative') "
        "AND a.ends > ? AND (a.series_id = kept_time.series_id "
        "OR (kept_time.series_id IS NULL AND a.reservation_id = kept_time.reservation_id))) "
        "AND NOT EXISTS (SELECT 1 FROM series AS s WHERE s.id = kept_time.series_id AND s.pending_trace_id IS NOT "
        "NULL)");
    const auto ids = m_connection.rows(QStringLiteral("SELECT reservation_id") + forgotten, {now}, readReservationId);
    if (!ids)
        return failure(ids.error());
    for (const ReservationId id : *ids)
        m_connection.note(ChangeSubject::Reservations, id.value);
    return m_connection.run(QStringLiteral("DELETE") + forgotten, {now});
}

Result<int> ReservationRepository::removeNotes(Instant before, int limit)
{
    return m_connection.run(QStringLiteral("DELETE FROM reservation WHERE id IN (SELECT id FROM reservation INDEXED BY "
                                           "reservation_notes WHERE is_note = 1 AND changed_at < ? LIMIT ?)"),
                            {before, limit});
}

Result<QList<KeptTime>> ReservationRepository::keptTimes(const KeptTimeFilter& filter) const
{
    auto kept = m_connection.rows(
        QStringLiteral("SELECT reservation_id, space_id, starts, ends, held_start, held_end FROM kept_time")
            + conditionOf(filter).where() + QStringLiteral(" ORDER BY starts, id"),
        conditionOf(filter).values(), [](Row& row) {
            KeptTime one;
            row >> one.reservation.id >> one.spaceId >> one.time.start >> one.time.end >> one.held.start
                >> one.held.end;
            return one;
        });
    if (!kept || kept->isEmpty())
        return kept;
    QSet<ReservationId> ids;
    for (const KeptTime& one : std::as_const(*kept))
        ids.insert(one.reservation.id);
    const auto reservations = byIds(ids.values());
    if (!reservations)
        return failure(reservations.error());
    QHash<ReservationId, Reservation> known;
    for (const Reservation& reservation : *reservations)
        known.insert(reservation.id, reservation);
    for (KeptTime& one : *kept)
        one.reservation = known.value(one.reservation.id);
    return kept;
}

Result<std::optional<Reservation>> ReservationRepository::find(ReservationId id) const
{
    return withAttendees(
        m_connection.row(selectReservation() + QStringLiteral(" WHERE id = ?"), {id}, readReservation));
}

Result<std::optional<Reservation>> ReservationRepository::findByMeeting(const MeetingKey& key) const
{
    return withAttendees(m_connection.row(
        selectReservation()
            + QStringLiteral(" WHERE organizer_key = ? AND uid = ? AND recurrence_id = ? AND space_id = ?"),
        keyBindings(key), readReservation));
}

Result<QList<Reservation>> ReservationRepository::occurrences(const QString& organizerKey, const QString& uid,
                                                              SpaceId space) const
{
    return m_connection.rows(selectReservation()
                                 + QStringLiteral(" WHERE organizer_key = ? AND uid = ? AND space_id = ? "
                                                  "ORDER BY starts, id"),
                             {organizerKey, uid, space}, readReservation);
}

Result<QList<Reservation>> ReservationRepository::conflicts(SpaceId space, TimeRange held,
                                                            const std::optional<MeetingKey>& except, int limit) const
{
    const IdQuery ids = holdingIds(space, held);
    QString sql = selectReservation() + QStringLiteral(" WHERE id IN (") + ids.sql + QLatin1Char(')');
    Bindings values = ids.values;
    if (except) {
        sql += QStringLiteral(" AND NOT (organizer_key = ? AND uid = ? AND (? = '' OR recurrence_id = ?) "
                              "AND space_id = ?)");
        values.append({except->organizerKey, except->uid, except->recurrenceId, except->recurrenceId, except->spaceId});
    }
    values.append(limit);
    auto rows = m_connection.rows(sql + QStringLiteral(" ORDER BY held_start, id LIMIT ?"), values, readReservation);
    if (!rows)
        return rows;
    const auto kept = keptTimes(space, held, except);
    if (!kept)
        return kept;
    mergeByStart(*rows, *kept);
    if (limit >= 0 && rows->size() > limit)
        rows->resize(limit);
    return rows;
}

// Of other meetings alone: no occurrence is in the way of another one's old time.
Result<QList<Reservation>> ReservationRepository::keptTimes(SpaceId space, TimeRange held,
                                                            const std::optional<MeetingKey>& except) const
{
    struct Kept
    {
        ReservationId reservation;
        TimeRange time;
    };
    const auto kept = m_connection.rows(QStringLiteral("SELECT reservation_id, starts, ends FROM kept_time WHERE "
                                                       "space_id = ? AND held_end > ? AND held_start < ?"),
                                        {space, held.start, held.end}, [](Row& row) {
                                            Kept one;
                                            row >> one.reservation >> one.time.start >> one.time.end;
                                            return one;
                                        });
    if (!kept)
        return failure(kept.error());
    QList<Reservation> rows;
    for (const Kept& one : *kept) {
        auto row = m_connection.row(selectReservation() + QStringLiteral(" WHERE id = ?"), {one.reservation},
                                    readReservation);
        if (!row)
            return failure(row.error());
        const MeetingKey key = (*row)->key();
        if (except && key.organizerKey == except->organizerKey && key.uid == except->uid)
            continue;
        (*row)->time = one.time;
        (*row)->status = ReservationStatus::Accepted;
        rows.append(std::move(**row));
    }
    return rows;
}

Result<QList<Reservation>> ReservationRepository::holding(SpaceId space, TimeRange range) const
{
    return conflicts(space, range, std::nullopt, -1);
}

Result<QList<Reservation>> ReservationRepository::list(const ReservationFilter& filter, int limit, int offset) const
{
    const Condition condition = conditionOf(filter);
    Bindings values = condition.values();
    values.append({limit, offset});
    return m_connection.rows(selectReservation() + condition.where()
                                 + QStringLiteral(" ORDER BY starts, ends, id LIMIT ? OFFSET ?"),
                             values, readReservation);
}

Result<QList<Reservation>> ReservationRepository::byIds(const QList<ReservationId>& ids) const
{
    return m_connection
        .rows(selectReservation() + QStringLiteral(" WHERE id IN (SELECT value FROM json_each(?)) AND is_note = 0"),
              {idsToJson(ids)}, readReservation)
        .map([&](const QList<Reservation>& reservations) { return inOrderOf(ids, reservations); });
}

Result<int> ReservationRepository::count(const ReservationFilter& filter) const
{
    const Condition condition = conditionOf(filter);
    return m_connection
        .number(QStringLiteral("SELECT count(*) FROM reservation") + condition.where(), condition.values())
        .map([](qint64 number) { return int(number); });
}

Result<void> ReservationRepository::checkIsNew(const MeetingKey& key) const
{
    const Result<qint64> known = m_connection.number(
        QStringLiteral("SELECT id FROM reservation "
                       "WHERE organizer_key = ? AND uid = ? AND recurrence_id = ? AND space_id = ?"),
        keyBindings(key));
    if (!known)
        return failure(known.error());
    if (*known == 0)
        return {};
    return failure("reservation.meeting-exists",
                   {{QStringLiteral("uid"), key.uid},
                    {QStringLiteral("space"), QString::number(key.spaceId.value)},
                    {QStringLiteral("id"), QString::number(*known)}});
}

Failure ReservationRepository::missing(ReservationId id)
{
    return failure("reservation.missing", {{QStringLiteral("id"), QString::number(id.value)}});
}

Result<void> ReservationRepository::writeAttendees(const Reservation& reservation)
{
    for (qsizetype i = 0; i < reservation.attendees.size(); ++i) {
        const Attendee& attendee = reservation.attendees.at(i);
        const Result<int> written = m_connection.run(
            QStringLiteral("INSERT INTO attendee (reservation_id, position, address, name, role, participation) "
                           "VALUES (?, ?, ?, ?, ?, ?)"),
            {reservation.id, i, attendee.address, attendee.name, attendee.role, attendee.participation});
        if (!written)
            return failure(written.error());
    }
    return {};
}

Result<std::optional<Reservation>> ReservationRepository::withAttendees(Result<std::optional<Reservation>> found) const
{
    if (!found || !*found)
        return found;
    // An occurrence has the attendees of its series unless its own message named some.
    const Result<QList<Attendee>> attendees = m_connection.rows(
        QStringLiteral(
            "SELECT address, name, role, participation FROM (SELECT * FROM attendee WHERE reservation_id = ? "
            "UNION ALL SELECT * FROM series_attendee WHERE series_id = ? AND NOT EXISTS "
            "(SELECT 1 FROM attendee WHERE reservation_id = ?)) ORDER BY position"),
        {(*found)->id, (*found)->seriesId, (*found)->id}, [](Row& row) {
            Attendee attendee;
            row >> attendee.address >> attendee.name >> attendee.role >> attendee.participation;
            return attendee;
        });
    if (!attendees)
        return failure(attendees.error());
    (*found)->attendees = *attendees;
    return found;
}

// The trigger says only that it refused; whoever asked wants to know what stands there.
Error ReservationRepository::explained(const Error& error, const Reservation& reservation) const
{
    if (error.code() != "reservation.overlap")
        return error;
    const IdQuery ids = holdingIds(reservation.spaceId, reservation.heldTime());
    Bindings values = ids.values;
    values.append(reservation.id.value);
    const auto winner = m_connection.row(
        QStringLiteral("SELECT s.name, r.starts, r.ends FROM reservation AS r JOIN space AS s ON s.id = r.space_id "
                       "WHERE r.id IN (")
            + ids.sql + QStringLiteral(") AND r.exclusive = 1 AND r.id <> ? ORDER BY r.held_start LIMIT 1"),
        values, [](Row& row) {
            QString space;
            TimeRange time;
            row >> space >> time.start >> time.end;
            return Arguments{{QStringLiteral("space"), space},
                             {QStringLiteral("start"), toIso(time.start)},
                             {QStringLiteral("end"), toIso(time.end)}};
        });
    return Error("reservation.overlap", winner && *winner ? **winner : Arguments());
}

} // namespace reserve
