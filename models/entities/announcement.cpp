// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/entities/announcement.h"

#include "models/entities/enumtext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace reserve {

namespace {

QJsonObject toObject(const TimeRange& time)
{
    return {{QStringLiteral("start"), toEpochMilliseconds(time.start)},
            {QStringLiteral("end"), toEpochMilliseconds(time.end)}};
}

TimeRange timeFrom(const QJsonObject& object)
{
    return {fromEpochMilliseconds(object.value(QStringLiteral("start")).toInteger()),
            fromEpochMilliseconds(object.value(QStringLiteral("end")).toInteger())};
}

QJsonObject toObject(const Reason& reason)
{
    return QJsonDocument::fromJson(toJson(reason)).object();
}

Reason reasonFrom(const QJsonValue& value)
{
    return reasonFromJson(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
}

QJsonArray toArray(const QList<Alternative>& alternatives)
{
    QJsonArray array;
    for (const Alternative& alternative : alternatives) {
        array.append(QJsonObject{{QStringLiteral("space"), alternative.spaceId.value},
                                 {QStringLiteral("name"), alternative.spaceName},
                                 {QStringLiteral("time"), toObject(alternative.time)}});
    }
    return array;
}

QJsonArray toArray(const QList<DeclinedOccurrence>& declined)
{
    QJsonArray array;
    for (const DeclinedOccurrence& occurrence : declined) {
        array.append(QJsonObject{{QStringLiteral("recurrenceId"), occurrence.recurrenceId},
                                 {QStringLiteral("time"), toObject(occurrence.time)},
                                 {QStringLiteral("reason"), toObject(occurrence.reason)},
                                 {QStringLiteral("alternatives"), toArray(occurrence.alternatives)}});
    }
    return array;
}

QList<Alternative> alternativesFrom(const QJsonArray& array)
{
    QList<Alternative> alternatives;
    for (const QJsonValue& value : array) {
        const QJsonObject object = value.toObject();
        alternatives.append({SpaceId{object.value(QStringLiteral("space")).toInteger()},
                             object.value(QStringLiteral("name")).toString(),
                             timeFrom(object.value(QStringLiteral("time")).toObject())});
    }
    return alternatives;
}

QList<DeclinedOccurrence> declinedFrom(const QJsonArray& array)
{
    QList<DeclinedOccurrence> declined;
    for (const QJsonValue& value : array) {
        const QJsonObject object = value.toObject();
        declined.append({object.value(QStringLiteral("recurrenceId")).toString(),
                         timeFrom(object.value(QStringLiteral("time")).toObject()),
                         reasonFrom(object.value(QStringLiteral("reason"))),
                         alternativesFrom(object.value(QStringLiteral("alternatives")).toArray())});
    }
    return declined;
}

} // namespace

QByteArray toJson(const Announcement& a)
{
    QJsonObject object{
        {QStringLiteral("status"), QString::fromLatin1(toText(a.status))},
        {QStringLiteral("moved"), a.moved},
        {QStringLiteral("freedOldSlot"), a.freedOldSlot},
        {QStringLiteral("reason"), toObject(a.reason)},
        {QStringLiteral("alternatives"), toArray(a.alternatives)},
        {QStringLiteral("uid"), a.uid},
        {QStringLiteral("sequence"), a.sequence},
        {QStringLiteral("recurrenceId"), a.recurrenceId},
        {QStringLiteral("subject"), a.subject},
        {QStringLiteral("time"), toObject(a.time)},
        {QStringLiteral("allDay"), a.allDay},
        {QStringLiteral("isPrivate"), a.isPrivate},
        {QStringLiteral("timeZone"), QString::fromUtf8(a.timeZone)},
        {QStringLiteral("organizer"), a.organizer},
        {QStringLiteral("organizerName"), a.organizerName},
        {QStringLiteral("organizerLine"), QString::fromUtf8(a.organizerLine)},
        {QStringLiteral("sentBy"), a.sentBy},
        {QStringLiteral("roomAddress"), a.roomAddress},
        {QStringLiteral("attendeeLine"), QString::fromUtf8(a.attendeeLine)},
        {QStringLiteral("spaceName"), a.spaceName},
        {QStringLiteral("building"), a.building},
        {QStringLiteral("requester"), a.requester},
        {QStringLiteral("personName"), a.personName},
        {QStringLiteral("requesterIsExternal"), a.requesterIsExternal},
        {QStringLiteral("requestMessageId"), a.requestMessageId},
    };
    if (a.occurrences > 0) {
        object.insert(QStringLiteral("occurrences"), a.occurrences);
        object.insert(QStringLiteral("declined"), toArray(a.declined));
    }
    if (!a.timesAsSent.isEmpty()) {
        object.insert(QStringLiteral("timesAsSent"), QString::fromUtf8(a.timesAsSent));
        object.insert(QStringLiteral("zonesAsSent"), QString::fromUtf8(a.zonesAsSent));
    }
    if (a.thisAndFuture)
        object.insert(QStringLiteral("thisAndFuture"), true);
    if (a.byConsole)
        object.insert(QStringLiteral("byConsole"), true);
    if (!a.recurrence.isEmpty())
        object.insert(QStringLiteral("recurrence"), QString::fromUtf8(a.recurrence));
    if (a.goesOn)
        object.insert(QStringLiteral("goesOn"), true);
    if (a.stamp != Instant())
        object.insert(QStringLiteral("stamp"), toEpochMilliseconds(a.stamp));
    if (a.isSameEverywhere)
        object.insert(QStringLiteral("isSameEverywhere"), true);
    if (a.begins) {
        object.insert(QStringLiteral("begins"), toEpochMilliseconds(a.begins->start));
        object.insert(QStringLiteral("beginsUntil"), toEpochMilliseconds(a.begins->end));
    }
    if (a.until)
        object.insert(QStringLiteral("until"), toEpochMilliseconds(*a.until));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<Announcement> announcementFromJson(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto text = [&object](QLatin1String key) { return object.value(key).toString(); };
    const auto status = fromText<ReservationStatus>(text(QLatin1String("status")).toLatin1());
    if (!status)
        return std::nullopt;
    Announcement a;
    a.status = *status;
    a.moved = object.value(QLatin1String("moved")).toBool();
    a.freedOldSlot = object.value(QLatin1String("freedOldSlot")).toBool();
    a.byConsole = object.value(QLatin1String("byConsole")).toBool();
    a.recurrence = text(QLatin1String("recurrence")).toUtf8();
    a.reason = reasonFrom(object.value(QLatin1String("reason")));
    a.alternatives = alternativesFrom(object.value(QLatin1String("alternatives")).toArray());
    a.occurrences = object.value(QLatin1String("occurrences")).toInt();
    a.declined = declinedFrom(object.value(QLatin1String("declined")).toArray());
    a.goesOn = object.value(QLatin1String("goesOn")).toBool();
    a.stamp = fromEpochMilliseconds(object.value(QLatin1String("stamp")).toInteger());
    a.isSameEverywhere = object.value(QLatin1String("isSameEverywhere")).toBool();
    if (object.contains(QLatin1String("begins")))
        a.begins = TimeRange{fromEpochMilliseconds(object.value(QLatin1String("begins")).toInteger()),
                             fromEpochMilliseconds(object.value(QLatin1String("beginsUntil")).toInteger())};
    if (object.contains(QLatin1String("until")))
        a.until = fromEpochMilliseconds(object.value(QLatin1String("until")).toInteger());
    a.uid = text(QLatin1String("uid"));
    a.sequence = object.value(QLatin1String("sequence")).toInt();
    a.recurrenceId = text(QLatin1String("recurrenceId"));
    a.thisAndFuture = object.value(QLatin1String("thisAndFuture")).toBool();
    a.subject = text(QLatin1String("subject"));
    a.time = timeFrom(object.value(QLatin1String("time")).toObject());
    a.timesAsSent = text(QLatin1String("timesAsSent")).toUtf8();
    a.zonesAsSent = text(QLatin1String("zonesAsSent")).toUtf8();
    a.allDay = object.value(QLatin1String("allDay")).toBool();
    a.isPrivate = object.value(QLatin1String("isPrivate")).toBool();
    a.timeZone = text(QLatin1String("timeZone")).toUtf8();
    a.organizer = text(QLatin1String("organizer"));
    a.organizerName = text(QLatin1String("organizerName"));
    a.organizerLine = text(QLatin1String("organizerLine")).toUtf8();
    a.sentBy = text(QLatin1String("sentBy"));
    a.roomAddress = text(QLatin1String("roomAddress"));
    a.attendeeLine = text(QLatin1String("attendeeLine")).toUtf8();
    a.spaceName = text(QLatin1String("spaceName"));
    a.building = text(QLatin1String("building"));
    a.requester = text(QLatin1String("requester"));
    a.personName = text(QLatin1String("personName"));
    a.requesterIsExternal = object.value(QLatin1String("requesterIsExternal")).toBool();
    a.requestMessageId = text(QLatin1String("requestMessageId"));
    return a;
}

} // namespace reserve
