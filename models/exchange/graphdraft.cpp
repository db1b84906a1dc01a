// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/graphdraft.h"

#include "models/exchange/graphproperties.h"
#include "models/exchange/graphrecurrence.h"

#include <QJsonArray>
#include <QTimeZone>

namespace reserve {

namespace {

QString showAs(BusyKind busy)
{
    switch (busy) {
    case BusyKind::Free:
        return QStringLiteral("free");
    case BusyKind::Tentative:
        return QStringLiteral("tentative");
    case BusyKind::Busy:
        return QStringLiteral("busy");
    case BusyKind::OutOfOffice:
        return QStringLiteral("oof");
    case BusyKind::WorkingElsewhere:
        return QStringLiteral("workingElsewhere");
    }
    Q_UNREACHABLE();
}

QString sensitivity(PrivacyKind privacy)
{
    switch (privacy) {
    case PrivacyKind::Public:
        return QStringLiteral("normal");
    case PrivacyKind::Private:
        return QStringLiteral("private");
    case PrivacyKind::Confidential:
        return QStringLiteral("confidential");
    }
    Q_UNREACHABLE();
}

QJsonObject timeOf(Instant instant, const QTimeZone& zone, const QString& name)
{
    const QDateTime wall = toDateTime(instant).toTimeZone(zone);
    return {{QStringLiteral("dateTime"), wall.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"))},
            {QStringLiteral("timeZone"), name}};
}

Result<void> putTimes(QJsonObject& event, const ItemDraft& draft)
{
    const bool onWall = draft.allDay || draft.recurrence;
    const QTimeZone zone = onWall ? QTimeZone(draft.timeZone) : QTimeZone::utc();
    if (!zone.isValid() || (onWall && draft.timeZone.isEmpty())) // an empty id is the zone of this machine
        return failure("exchange.zone-not-supported", {{QStringLiteral("zone"), QString::fromUtf8(draft.timeZone)}});
    const QString name = onWall ? graphZoneName(draft) : QStringLiteral("UTC");
    event.insert(QStringLiteral("start"), timeOf(draft.time.start, zone, name));
    event.insert(QStringLiteral("end"), timeOf(draft.time.end, zone, name));
    event.insert(QStringLiteral("isAllDay"), draft.allDay);
    return {};
}

QJsonArray attendeesOf(const QStringList& addresses)
{
    QJsonArray attendees;
    for (const QString& address : addresses) {
        attendees.append(QJsonObject{
            {QStringLiteral("type"), QStringLiteral("required")},
            {QStringLiteral("emailAddress"), QJsonObject{{QStringLiteral("address"), address}}},
        });
    }
    return attendees;
}

} // namespace

Result<QJsonObject> graphEventBody(const ItemDraft& draft)
{
    QJsonObject event{
        {QStringLiteral("subject"), draft.subject},
        {QStringLiteral("body"),
         QJsonObject{{QStringLiteral("contentType"), QStringLiteral("text")}, {QStringLiteral("content"), draft.body}}},
        {QStringLiteral("location"), QJsonObject{{QStringLiteral("displayName"), draft.location}}},
        {QStringLiteral("showAs"), showAs(draft.busy)},
        {QStringLiteral("sensitivity"), sensitivity(draft.privacy)},
        {QStringLiteral("attendees"), attendeesOf(draft.invited)},
        {QStringLiteral("isReminderOn"), false},
        {QStringLiteral("singleValueExtendedProperties"),
         QJsonArray{QJsonObject{{QStringLiteral("id"), QString(markProperty)},
                                {QStringLiteral("value"), QString::fromUtf8(draft.mark)}}}},
    };
    if (const Result<void> times = putTimes(event, draft); !times)
        return failure(times.error());
    if (draft.recurrence) {
        const Result<GraphRecurrence> recurrence = graphRecurrenceOf(draft);
        if (!recurrence)
            return failure(recurrence.error());
        event.insert(QStringLiteral("recurrence"), toJson(*recurrence, graphZoneName(draft)));
    }
    return event;
}

} // namespace reserve
