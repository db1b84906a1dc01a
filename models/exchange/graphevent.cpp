// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/graphevent.h"

#include "models/exchange/globalobjectid.h"
#include "models/exchange/graphproperties.h"
#include "models/itip/windowszones.h"

#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>

namespace reserve {

namespace {

// Where a GlobalObjectId in hexadecimal digits has the date of one occurrence (MS-OXOCAL 2.2.1.27).
constexpr QLatin1String exchangeUid("040000008200E00074C5B7101A82E008");
constexpr qsizetype dateDigits = 8;

Failure fieldUnreadable(QLatin1String field)
{
    return failure("exchange.response-unreadable", {{QStringLiteral("detail"), QString(field)}}, true);
}

QTimeZone zoneOf(const QString& name)
{
    const QByteArray id = ianaIdOfZoneName(name.toUtf8());
    const QTimeZone zone(id);
    return id.isEmpty() || !zone.isValid() ? QTimeZone::utc() : zone;
}

// "2026-11-18T09:30:00.0000000", with or without an offset; three of the digits count here. Read as UTC where it has
// none: as local time some hours would not exist.
std::optional<QDateTime> wallOf(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral(
        "^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(\\.[0-9]{1,3})?[0-9]*(Z|[+-][0-9]{2}:[0-9]{2})?$"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString offset = match.captured(3).isEmpty() ? QStringLiteral("Z") : match.captured(3);
    const QDateTime moment = QDateTime::fromString(match.captured(1) + match.captured(2) + offset, Qt::ISODateWithMs);
    return moment.isValid() ? std::optional(moment.toUTC()) : std::nullopt;
}

Instant instantOn(const QDateTime& wall, const QTimeZone& zone)
{
    return fromDateTime(QDateTime(wall.date(), wall.time(), zone));
}

std::optional<Instant> offsetInstant(const QJsonValue& value)
{
    const std::optional<QDateTime> moment = wallOf(value.toString());
    return moment ? std::optional(fromDateTime(*moment)) : std::nullopt;
}

bool isMidnight(const QJsonValue& value)
{
    const std::optional<QDateTime> wall = wallOf(value.toObject().value(QLatin1String("dateTime")).toString());
    return wall && wall->time() == QTime(0, 0);
}

ItemKind kindOf(const QString& type)
{
    static const QHash<QString, ItemKind> kinds{{QStringLiteral("seriesMaster"), ItemKind::SeriesMaster},
                                                {QStringLiteral("occurrence"), ItemKind::Occurrence},
                                                {QStringLiteral("exception"), ItemKind::Exception}};
    return kinds.value(type, ItemKind::Single);
}

ItemResponse responseOf(const QString& response)
{
    static const QHash<QString, ItemResponse> responses{
        {QStringLiteral("organizer"), ItemResponse::Organizer},
        {QStringLiteral("tentativelyAccepted"), ItemResponse::Tentative},
        {QStringLiteral("accepted"), ItemResponse::Accepted},
        {QStringLiteral("declined"), ItemResponse::Declined},
        {QStringLiteral("notResponded"), ItemResponse::NotResponded}};
    return responses.value(response, ItemResponse::Unknown);
}

PrivacyKind privacyOf(const QString& sensitivity)
{
    if (sensitivity == QLatin1String("confidential"))
        return PrivacyKind::Confidential;
    const bool isPrivate = sensitivity == QLatin1String("private") || sensitivity == QLatin1String("personal");
    return isPrivate ? PrivacyKind::Private : PrivacyKind::Public;
}

QString propertyOf(const QJsonObject& event, QLatin1String id)
{
    for (const QJsonValue& property : event.value(QLatin1String("singleValueExtendedProperties")).toArray()) {
        const QJsonObject object = property.toObject();
        if (object.value(QLatin1String("id")).toString().compare(id, Qt::CaseInsensitive) == 0)
            return object.value(QLatin1String("value")).toString();
    }
    return {};
}

// The same for the series and all of its dates, and the date that one of them had in it.
void readUid(GraphEvent& event, const QString& uid)
{
    event.item.uid = uid;
    if (uid.size() < exchangeUid.size() + dateDigits || !uid.startsWith(exchangeUid, Qt::CaseInsensitive))
        return;
    const QString digits = uid.sliced(exchangeUid.size(), dateDigits);
    const QDate date(digits.left(4).toInt(nullptr, 16), digits.mid(4, 2).toInt(nullptr, 16),
                     digits.right(2).toInt(nullptr, 16));
    if (date.isValid())
        event.instanceDate = date;
    event.item.uid.replace(exchangeUid.size(), dateDigits, QString(dateDigits, QLatin1Char('0')));
}

Result<TimeRange> timeOf(const QJsonObject& event, bool allDay, const QTimeZone& zone)
{
    const QJsonValue start = event.value(QLatin1String("start"));
    const QJsonValue end = event.value(QLatin1String("end"));
    std::optional<Instant> from = graphInstant(start);
    std::optional<Instant> to = graphInstant(end);
    if (!from)
        return fieldUnreadable(QLatin1String("start"));
    if (!to || *to < *from)
        return fieldUnreadable(QLatin1String("end"));
    if (allDay && isMidnight(start) && isMidnight(end)) {
        from = instantOn(*wallOf(start.toObject().value(QLatin1String("dateTime")).toString()), zone);
        to = instantOn(*wallOf(end.toObject().value(QLatin1String("dateTime")).toString()), zone);
    }
    return TimeRange{*from, *to};
}

void readPeople(GraphEvent& event, const QJsonObject& json)
{
    const QJsonObject organizer = json.value(QLatin1String("organizer")).toObject();
    event.item.organizer
        = organizer.value(QLatin1String("emailAddress")).toObject().value(QLatin1String("address")).toString();
    const QString response
        = json.value(QLatin1String("responseStatus")).toObject().value(QLatin1String("response")).toString();
    const bool isOrganizer = json.value(QLatin1String("isOrganizer")).toBool();
    event.item.response = isOrganizer ? ItemResponse::Organizer : responseOf(response);
    const QJsonArray attendees = json.value(QLatin1String("attendees")).toArray();
    event.hasAttendees = !attendees.isEmpty();
    for (const QJsonValue& attendee : attendees) {
        const QJsonObject email = attendee.toObject().value(QLatin1String("emailAddress")).toObject();
        event.attendees.append(email.value(QLatin1String("address")).toString());
    }
    const bool isOthers
        = event.item.response != ItemResponse::Organizer && event.item.response != ItemResponse::Unknown;
    event.item.isMeeting = event.hasAttendees || isOthers;
    event.responseRequested = json.value(QLatin1String("responseRequested")).toBool(true);
}

void readOccurrence(GraphEvent& event, const QJsonObject& json)
{
    event.seriesMaster = json.value(QLatin1String("seriesMasterId")).toString();
    event.originalStart = offsetInstant(json.value(QLatin1String("originalStart")));
    const bool isDate = event.item.kind == ItemKind::Occurrence || event.item.kind == ItemKind::Exception;
    if (!isDate)
        return;
    if (!event.originalStart && event.item.kind == ItemKind::Occurrence)
        event.originalStart = event.item.time.start; // it was not moved
    if (!event.originalStart)
        return;
    event.item.recurrenceId = event.item.allDay
        ? toDateTime(*event.originalStart).toTimeZone(event.zone).date().toString(Qt::ISODate)
        : toIso(*event.originalStart);
}

} // namespace

std::optional<int> graphSequenceOf(const QJsonObject& item)
{
    bool isNumber = false;
    const int sequence = propertyOf(item, sequenceProperty).toInt(&isNumber);
    return isNumber ? std::optional(sequence) : std::nullopt;
}

std::optional<QDate> graphDateOf(const QJsonObject& item)
{
    return dateInGlobalObjectId(QByteArray::fromBase64(propertyOf(item, dateProperty).toLatin1()));
}

std::optional<Instant> graphInstant(const QJsonValue& dateTimeTimeZone)
{
    const QJsonObject object = dateTimeTimeZone.toObject();
    const std::optional<QDateTime> wall = wallOf(object.value(QLatin1String("dateTime")).toString());
    if (!wall)
        return std::nullopt;
    return instantOn(*wall, zoneOf(object.value(QLatin1String("timeZone")).toString()));
}

BusyKind busyKindOfGraph(const QString& showAs)
{
    static const QHash<QString, BusyKind> kinds{{QStringLiteral("free"), BusyKind::Free},
                                                {QStringLiteral("tentative"), BusyKind::Tentative},
                                                {QStringLiteral("oof"), BusyKind::OutOfOffice},
                                                {QStringLiteral("workingElsewhere"), BusyKind::WorkingElsewhere}};
    return kinds.value(showAs, BusyKind::Busy); // "unknown" too: nobody is to reserve over it
}

Result<GraphEvent> graphEventOf(const QJsonObject& json)
{
    GraphEvent event;
    CalendarItem& item = event.item;
    item.reference = {json.value(QLatin1String("id")).toString(), json.value(QLatin1String("@odata.etag")).toString()};
    if (item.reference.isNull())
        return fieldUnreadable(QLatin1String("id"));
    item.kind = kindOf(json.value(QLatin1String("type")).toString());
    item.allDay = json.value(QLatin1String("isAllDay")).toBool();
    event.zone = zoneOf(json.value(QLatin1String("originalStartTimeZone")).toString());
    const Result<TimeRange> time = timeOf(json, item.allDay, event.zone);
    if (!time)
        return failure(time.error());
    item.time = *time;
    item.subject = json.value(QLatin1String("subject")).toString();
    item.location = json.value(QLatin1String("location")).toObject().value(QLatin1String("displayName")).toString();
    item.busy = busyKindOfGraph(json.value(QLatin1String("showAs")).toString());
    item.privacy = privacyOf(json.value(QLatin1String("sensitivity")).toString());
    item.isCancelled = json.value(QLatin1String("isCancelled")).toBool();
    item.changedAt = offsetInstant(json.value(QLatin1String("lastModifiedDateTime"))).value_or(Instant());
    event.transaction = json.value(QLatin1String("transactionId")).toString();
    item.mark = propertyOf(json, markProperty).toUtf8();
    event.sequence = graphSequenceOf(json);
    event.stamp = offsetInstant(propertyOf(json, stampProperty));
    item.sequence = event.sequence.value_or(0);
    readUid(event, json.value(QLatin1String("iCalUId")).toString());
    readPeople(event, json);
    readOccurrence(event, json);
    return event;
}

bool isOccurrence(const GraphEvent& event, const QString& recurrenceId)
{
    const std::optional<ItipRecurrenceId> id = recurrenceIdFromKey(recurrenceId);
    if (!id)
        return false;
    if (!event.originalStart) {
        const QDate day = id->instant ? toDateTime(*id->instant).toTimeZone(event.zone).date() : id->sent.wall.date();
        return event.instanceDate == day;
    }
    if (id->instant)
        return *id->instant == *event.originalStart;
    const QDateTime wall = toDateTime(*event.originalStart).toTimeZone(event.zone);
    return wall.date() == id->sent.wall.date()
        && (id->sent.kind == ItipTime::Kind::Date || wall.time() == id->sent.wall.time());
}

} // namespace reserve
