// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/unit/graphmeetings.h"

namespace reserve::test {

RoomResponse acceptance()
{
    RoomResponse response;
    response.mailbox = room;
    response.meeting.uid = QStringLiteral("meeting-1@example.com");
    response.comment = QStringLiteral("See you there");
    return response;
}

ItemDraft draft()
{
    ItemDraft draft;
    draft.mark = "b7a1-4711";
    draft.subject = QStringLiteral("Fire drill");
    draft.body = QStringLiteral("Leave the room");
    draft.location = QStringLiteral("Lab");
    draft.time = {at("2026-11-18T09:30:00Z"), at("2026-11-18T10:30:00Z")};
    draft.timeZone = "Europe/Berlin";
    return draft;
}

ItipTime dateOf(int year, int month, int day)
{
    return {ItipTime::Kind::Date, QDateTime(QDate(year, month, day), QTime(0, 0), Qt::UTC), {}};
}

ItemDraft weekly()
{
    ItemDraft weekly = draft();
    RecurrenceRule rule;
    rule.frequency = RecurrenceRule::Frequency::Weekly;
    rule.count = 10;
    weekly.recurrence = ItipRecurrence{rule, {}, {}, {}};
    return weekly;
}

QJsonObject ours(const QJsonObject& more)
{
    QJsonObject changes = extendedProperty(markId, QStringLiteral("b7a1-4711"));
    changes.insert(QStringLiteral("isOrganizer"), true);
    changes.insert(QStringLiteral("attendees"), QJsonArray());
    for (auto it = more.begin(); it != more.end(); ++it)
        changes.insert(it.key(), *it);
    return graphEvent("E1", changes);
}

QJsonObject occurrence(const char* id, const char* originalStart, const char* start, const char* end)
{
    return graphEvent(id,
                      {{QStringLiteral("type"), QStringLiteral("exception")},
                       {QStringLiteral("seriesMasterId"), QStringLiteral("M1")},
                       {QStringLiteral("originalStart"), QLatin1String(originalStart)},
                       {QStringLiteral("start"), utcTime(start)},
                       {QStringLiteral("end"), utcTime(end)}});
}

QJsonObject master()
{
    return graphEvent("M1", {{QStringLiteral("type"), QStringLiteral("seriesMaster")}});
}

} // namespace reserve::test
