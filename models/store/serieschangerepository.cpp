// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/serieschangerepository.h"

#include "models/base/address.h"
#include "models/store/connection.h"

#include <algorithm>

namespace reserve {

namespace {

QString columns()
{
    return QStringLiteral("space_id, organizer, uid, recurrence_id, sequence, stamp, cancels, content_hash, state, "
                          "requester_email, recipient, calendar, trace_id, created_at");
}

SeriesChange readChange(Row& row)
{
    SeriesChange c;
    row >> c.id >> c.spaceId >> c.organizer >> c.uid >> c.recurrenceId >> c.version.sequence >> c.version.stamp
        >> c.version.cancels >> c.version.contentHash >> c.state >> c.requesterEmail >> c.recipient >> c.calendar
        >> c.traceId >> c.createdAt;
    return c;
}

Bindings bindingsOf(const SeriesChange& c)
{
    return {c.spaceId,
            c.organizer,
            c.uid,
            c.recurrenceId,
            c.version.sequence,
            c.version.stamp,
            c.version.cancels,
            Bound::blob(c.version.contentHash),
            c.state,
            c.requesterEmail,
            c.recipient,
            Bound::utf8(c.calendar),
            c.traceId,
            c.createdAt,
            addressKey(c.organizer)};
}

} // namespace

SeriesChangeRepository::SeriesChangeRepository(Connection& connection)
    : m_connection(connection)
{
}

Result<SeriesChangeId> SeriesChangeRepository::save(const SeriesChange& change)
{
    static const QString written = columns() + QStringLiteral(", organizer_key");
    Bindings bindings = bindingsOf(change);
    const QString values = QStringList(bindings.size(), QStringLiteral("?")).join(QLatin1Char(','));
    if (!change.id) {
        return m_connection
            .insert(QStringLiteral("INSERT INTO series_change (") + written + QStringLiteral(") VALUES (") + values
                        + QLatin1Char(')'),
                    bindings)
            .map([](qint64 id) { return SeriesChangeId{id}; });
    }
    bindings.append(change.id);
    return m_connection
        .run(QStringLiteral("UPDATE series_change SET (") + written + QStringLiteral(") = (") + values
                 + QStringLiteral(") WHERE id = ?"),
             bindings)
        .map([&change](int) { return change.id; });
}

Result<void> SeriesChangeRepository::remove(SeriesChangeId id)
{
    return m_connection.run(QStringLiteral("DELETE FROM series_change WHERE id = ?"), {id}).map([](int) {});
}

Result<QList<SeriesChange>> SeriesChangeRepository::ofMeeting(const QString& organizerKey, const QString& uid,
                                                              SpaceId space) const
{
    auto changes = m_connection.rows(QStringLiteral("SELECT id, ") + columns()
                                         + QStringLiteral(" FROM series_change WHERE organizer_key = ? AND uid = ? "
                                                          "AND space_id = ? ORDER BY id"),
                                     {organizerKey, uid, space}, readChange);
    if (changes)
        std::stable_sort(changes->begin(), changes->end(),
                         [](const SeriesChange& a, const SeriesChange& b) { return a.version < b.version; });
    return changes;
}

} // namespace reserve
