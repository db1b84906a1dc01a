// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/consoletelling.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace reserve {

QByteArray auditOf(const ConsoleMeeting& meeting, const Space& space, TimeRange time)
{
    QJsonObject object{{QStringLiteral("space"), space.mailbox},
                       {QStringLiteral("person"), meeting.organizer},
                       {QStringLiteral("start"), toIso(time.start)},
                       {QStringLiteral("end"), toIso(time.end)}};
    if (!meeting.isPrivate)
        object.insert(QStringLiteral("subject"), meeting.subject);
    if (meeting.isSeries())
        object.insert(QStringLiteral("rule"), QString::fromUtf8(meeting.rule));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Announcement endOf(const ConsoleMeeting& meeting, const Reservation& row, const Space& space, const Person& person,
                   int sequence)
{
    Announcement a;
    a.status = ReservationStatus::Cancelled;
    a.byConsole = true;
    a.uid = meeting.uid;
    a.sequence = sequence;
    a.subject = row.subject;
    a.time = row.time;
    a.allDay = row.allDay;
    a.isPrivate = row.isPrivate;
    a.timeZone = space.timeZone.isEmpty() ? meeting.timeZone : space.timeZone;
    a.organizer = meeting.organizer;
    a.organizerName = person.displayName();
    a.roomAddress = space.mailbox;
    a.spaceName = space.name;
    a.building = space.building;
    a.requester = meeting.organizer;
    a.personName = person.displayName();
    a.requesterIsExternal = person.kind == PersonKind::ExternalContact;
    return a;
}

Result<Reservation> complete(const ReadUnit& unit, const Reservation& row)
{
    if (row.seriesId)
        return row;
    auto found = unit.reservations().find(row.id);
    if (!found)
        return failure(found.error());
    return *found ? Result<Reservation>(std::move(**found)) : Result<Reservation>(row);
}

} // namespace reserve
