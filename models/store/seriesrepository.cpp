// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/seriesrepository.h"

#include "models/base/address.h"
#include "models/store/connection.h"
#include "models/store/jsonlist.h"
#include "models/store/kepttimes.h"

namespace reserve {

namespace {

QString seriesColumns()
{
    return QStringLiteral(
        "space_id, person_id, organizer, uid, sequence, stamp, cancels, content_hash, requester_email, "
        "recipient, status, room_listed, calendar, filled_until, continues, trace_id, "
        "pending_trace_id, pending_stood, pending_same, created_at, changed_at");
}

Series readSeries(Row& row)
{
    Series s;
    row >> s.id >> s.spaceId >> s.personId >> s.organizer >> s.uid >> s.version.sequence >> s.version.stamp
        >> s.version.cancels >> s.version.contentHash >> s.requesterEmail >> s.recipient >> s.status >> s.roomListed
        >> s.calendar >> s.filledUntil >> s.continues >> s.traceId >> s.pendingTraceId >> s.pendingStood
        >> s.pendingSame >> s.createdAt >> s.changedAt;
    return s;
}

Bindings bindingsOf(const Series& s)
{
    return {s.spaceId,
            s.personId,
            s.organizer,
            s.uid,
            s.version.sequence,
            s.version.stamp,
            s.version.cancels,
            Bound::blob(s.version.contentHash),
            s.requesterEmail,
            s.recipient,
            s.status,
            s.roomListed,
            Bound::utf8(s.calendar),
            s.filledUntil,
            s.continues,
            s.traceId,
            s.pendingTraceId,
            s.pendingStood,
            s.pendingSame,
            s.createdAt,
            s.changedAt,
            addressKey(s.organizer)};
}

} // namespace

SeriesRepository::SeriesRepository(Connection& connection)
    : m_connection(connection)
{
}

Result<SeriesId> SeriesRepository::save(const Series& series)
{
    static const QString columns = seriesColumns() + QStringLiteral(", organizer_key");
    Bindings bindings = bindingsOf(series);
    const QString values = QStringList(bindings.size(), QStringLiteral("?")).join(QLatin1Char(','));
    SeriesId id = series.id;
    if (!id) {
        const Result<qint64> inserted = m_connection.insert(
            QStringLiteral("INSERT INTO series (") + columns + QStringLiteral(") VALUES (") + values + QLatin1Char(')'),
            bindings);
        if (!inserted)
            return failure(inserted.error());
        id.value = *inserted;
    } else {
        if (const auto noted = noteKeptTimes(m_connection, id); !noted)
            return failure(noted.error());
        bindings.append(id);
        const Result<int> updated
            = m_connection.run(QStringLiteral("UPDATE series SET (") + columns + QStringLiteral(") = (") + values
                                   + QStringLiteral(") WHERE id = ?"),
                               bindings);
        if (!updated)
            return failure(updated.error());
        if (*updated == 0)
            return failure("series.missing", {{QStringLiteral("id"), QString::number(id.value)}});
    }
    return writeAttendees(id, series.attendees).map([id] { return id; });
}

Result<std::optional<Series>> SeriesRepository::find(SeriesId id) const
{
    auto found = m_connection.row(QStringLiteral("SELECT id, ") + seriesColumns()
                                      + QStringLiteral(" FROM series WHERE id = ?"),
                                  {id}, readSeries);
    if (!found || !*found)
        return found;
    auto attendees
        = m_connection.rows(QStringLiteral("SELECT address, name, role, participation FROM series_attendee "
                                           "WHERE series_id = ? ORDER BY position"),
                            {id}, [](Row& row) {
                                Attendee attendee;
                                row >> attendee.address >> attendee.name >> attendee.role >> attendee.participation;
                                return attendee;
                            });
    if (!attendees)
        return failure(attendees.error());
    (*found)->attendees = std::move(*attendees);
    return found;
}

Result<std::optional<Series>> SeriesRepository::findByMeeting(const QString& organizerKey, const QString& uid,
                                                              SpaceId space) const
{
    const Result<qint64> id = m_connection.number(
        QStringLiteral("SELECT id FROM series WHERE organizer_key = ? AND uid = ? AND space_id = ?"),
        {organizerKey, uid, space});
    if (!id)
        return failure(id.error());
    return *id == 0 ? std::optional<Series>() : find(SeriesId{*id});
}

Result<QList<SeriesId>> SeriesRepository::toFill(Instant until, const QList<SpaceId>& spaces, int limit) const
{
    return m_connection.rows(
        QStringLiteral("SELECT id FROM series WHERE continues = 1 AND filled_until < ? AND status = 'accepted' AND "
                       "pending_trace_id IS NULL "
                       "AND space_id IN (SELECT value FROM json_each(?)) ORDER BY filled_until, id LIMIT ?"),
        {until, idsToJson(spaces), limit}, [](Row& row) {
            SeriesId id;
            row >> id;
            return id;
        });
}

Result<void> SeriesRepository::writeAttendees(SeriesId id, const QList<Attendee>& attendees)
{
    const Result<int> cleared
        = m_connection.run(QStringLiteral("DELETE FROM series_attendee WHERE series_id = ?"), {id});
    if (!cleared)
        return failure(cleared.error());
    for (qsizetype i = 0; i < attendees.size(); ++i) {
        const Attendee& attendee = attendees.at(i);
        const Result<int> written = m_connection.run(
            QStringLiteral("INSERT INTO series_attendee (series_id, position, address, name, role, participation) "
                           "VALUES (?, ?, ?, ?, ?, ?)"),
            {id, i, attendee.address, attendee.name, attendee.role, attendee.participation});
        if (!written)
            return failure(written.error());
    }
    return {};
}

} // namespace reserve
