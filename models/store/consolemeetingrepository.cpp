// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/consolemeetingrepository.h"

#include "models/store/connection.h"
#include "models/store/jsonlist.h"

namespace reserve {

namespace {

QString columns()
{
    return QStringLiteral(
        "uid, space_id, person_id, organizer, subject, body, starts, ends, all_day, is_private, time_zone, "
        "rule, exceptions, invites, mark");
}

ConsoleMeeting readMeeting(Row& row)
{
    ConsoleMeeting m;
    QByteArray exceptions;
    row >> m.uid >> m.spaceId >> m.personId >> m.organizer >> m.subject >> m.body >> m.time.start >> m.time.end
        >> m.allDay >> m.isPrivate >> m.timeZone >> m.rule >> exceptions >> m.invites >> m.mark;
    for (const QString& date : listFromJson(exceptions))
        m.exceptions.append(QDate::fromString(date, Qt::ISODate));
    return m;
}

Bindings bindingsOf(const ConsoleMeeting& m)
{
    QStringList exceptions;
    for (const QDate& date : m.exceptions)
        exceptions.append(date.toString(Qt::ISODate));
    return {m.uid,
            m.spaceId,
            m.personId,
            m.organizer,
            m.subject,
            m.body,
            m.time.start,
            m.time.end,
            m.allDay,
            m.isPrivate,
            Bound::utf8(m.timeZone),
            Bound::utf8(m.rule),
            listToJson(exceptions),
            m.invites,
            Bound::utf8(m.mark)};
}

} // namespace

ConsoleMeetingRepository::ConsoleMeetingRepository(Connection& connection)
    : m_connection(connection)
{
}

Result<void> ConsoleMeetingRepository::save(const ConsoleMeeting& meeting)
{
    const Bindings bindings = bindingsOf(meeting);
    const QString values = QStringList(bindings.size(), QStringLiteral("?")).join(QLatin1Char(','));
    return m_connection
        .run(QStringLiteral("INSERT OR REPLACE INTO console_meeting (") + columns() + QStringLiteral(") VALUES (")
                 + values + QLatin1Char(')'),
             bindings)
        .map([](int) {});
}

Result<std::optional<ConsoleMeeting>> ConsoleMeetingRepository::find(const QString& uid) const
{
    return m_connection.row(QStringLiteral("SELECT ") + columns()
                                + QStringLiteral(" FROM console_meeting WHERE uid = ?"),
                            {uid}, readMeeting);
}

} // namespace reserve
