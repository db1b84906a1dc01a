// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewsitem.h"

#include "models/exchange/ewswriter.h"
#include "models/itip/windowszones.h"

#include <QTimeZone>

#include <algorithm>
#include <array>
#include <utility>

namespace reserve {

namespace {

constexpr const char* markName = "ReserveConsoleMark";

constexpr std::array<std::pair<BusyKind, const char*>, 5> busyNames{{{BusyKind::Free, "Free"},
                                                                     {BusyKind::Tentative, "Tentative"},
                                                                     {BusyKind::Busy, "Busy"},
                                                                     {BusyKind::OutOfOffice, "OOF"},
                                                                     {BusyKind::WorkingElsewhere, "WorkingElsewhere"}}};
constexpr std::array<std::pair<ItemKind, const char*>, 4> kindNames{{{ItemKind::Single, "Single"},
                                                                     {ItemKind::SeriesMaster, "RecurringMaster"},
                                                                     {ItemKind::Occurrence, "Occurrence"},
                                                                     {ItemKind::Exception, "Exception"}}};
constexpr std::array<std::pair<ItemResponse, const char*>, 6> responseNames{
    {{ItemResponse::Unknown, "Unknown"},
     {ItemResponse::Organizer, "Organizer"},
     {ItemResponse::Tentative, "Tentative"},
     {ItemResponse::Accepted, "Accept"},
     {ItemResponse::Declined, "Decline"},
     {ItemResponse::NotResponded, "NoResponseReceived"}}};

constexpr std::array rowFields{"item:ItemClass",
                               "item:Subject",
                               "item:Sensitivity",
                               "item:LastModifiedTime",
                               "calendar:UID",
                               "calendar:RecurrenceId",
                               "calendar:Start",
                               "calendar:End",
                               "calendar:OriginalStart",
                               "calendar:IsAllDayEvent",
                               "calendar:LegacyFreeBusyStatus",
                               "calendar:Location",
                               "calendar:IsMeeting",
                               "calendar:IsCancelled",
                               "calendar:CalendarItemType",
                               "calendar:MyResponseType",
                               "calendar:Organizer",
                               "calendar:AppointmentSequenceNumber",
                               "calendar:StartTimeZone"};
constexpr std::array wholeFields{"item:Body",           "item:ResponseObjects",         "calendar:RequiredAttendees",
                                 "calendar:Recurrence", "calendar:ModifiedOccurrences", "calendar:DeletedOccurrences",
                                 "meeting:IsOutOfDate", "calendar:DateTimeStamp"};

// A date of an all-day item is a midnight of its zone. Where the zone is not known, the day that holds the hour twelve
// hours later is the one that is meant, for every zone but the few beyond twelve hours.
constexpr int halfDay = 12 * 3600;

template<typename Names, typename Value>
Value valueIn(const Names& names, const QString& text, Value otherwise)
{
    const auto found
        = std::find_if(names.begin(), names.end(), [&](const auto& one) { return text == QLatin1String(one.second); });
    return found != names.end() ? found->first : otherwise;
}

template<typename Names, typename Value>
QString nameIn(const Names& names, Value value)
{
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto& one) { return one.first == value; });
    return QString::fromLatin1(found->second);
}

QString textOf(const XmlElement& element, const char* name)
{
    return element[QLatin1String(name)].text.trimmed();
}

bool isTrue(const XmlElement& element, const char* name)
{
    const QString text = textOf(element, name);
    return text == QLatin1String("true") || text == QLatin1String("1");
}

// A time without an offset is in the zone of the request's context, which is UTC.
std::optional<Instant> timeOf(const QString& text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time = QDateTime(time.date(), time.time(), Qt::UTC);
    return fromDateTime(time);
}

PrivacyKind privacyOf(const QString& sensitivity)
{
    if (sensitivity == QLatin1String("Confidential"))
        return PrivacyKind::Confidential;
    const bool isPrivate = sensitivity == QLatin1String("Private") || sensitivity == QLatin1String("Personal");
    return isPrivate ? PrivacyKind::Private : PrivacyKind::Public;
}

// Invalid where the zone is not known: an empty id would mean the zone of this machine.
QTimeZone zoneNamed(const QString& windowsId)
{
    const QByteArray id = ianaIdOfZoneName(windowsId.toUtf8());
    return id.isEmpty() ? QTimeZone() : QTimeZone(id);
}

QDateTime wallOf(Instant instant, const QString& zone)
{
    const QTimeZone known = zoneNamed(zone);
    return toDateTime(instant).toTimeZone(known.isValid() ? known : QTimeZone::utc());
}

QDate dayOf(Instant midnight, const QString& zone)
{
    if (zoneNamed(zone).isValid())
        return wallOf(midnight, zone).date();
    return toDateTime(midnight).addSecs(halfDay).date();
}

QByteArray markOf(const XmlElement& element)
{
    for (const XmlElement* property : element.all(QLatin1String("ExtendedProperty"))) {
        const QString name = (*property)[QLatin1String("ExtendedFieldURI")].attribute(QLatin1String("PropertyName"));
        if (name == QLatin1String(markName))
            return textOf(*property, "Value").toUtf8();
    }
    return {};
}

void readTimes(const XmlElement& element, EwsItem& result)
{
    CalendarItem& item = result.item;
    item.time.start = timeOf(textOf(element, "Start")).value_or(Instant());
    item.time.end = timeOf(textOf(element, "End")).value_or(item.time.start);
    item.allDay = isTrue(element, "IsAllDayEvent");
    item.changedAt = timeOf(textOf(element, "LastModifiedTime")).value_or(Instant());
    result.stamp = timeOf(textOf(element, "DateTimeStamp"));
    result.zone = element[QLatin1String("StartTimeZone")].attribute(QLatin1String("Id"));
    result.originalStart = timeOf(textOf(element, "RecurrenceId"));
    if (!result.originalStart)
        result.originalStart = timeOf(textOf(element, "OriginalStart"));
    const bool isDateOfSeries = element.has(QLatin1String("RecurrenceId")) || item.kind == ItemKind::Occurrence
        || item.kind == ItemKind::Exception;
    if (!isDateOfSeries)
        result.originalStart.reset();
    else if (!result.originalStart && item.kind == ItemKind::Occurrence)
        result.originalStart = item.time.start;
    if (result.originalStart) {
        item.recurrenceId = item.allDay ? dayOf(*result.originalStart, result.zone).toString(Qt::ISODate)
                                        : toIso(*result.originalStart);
    }
}

void readMeeting(const XmlElement& element, EwsItem& result)
{
    CalendarItem& item = result.item;
    item.organizer = element[QLatin1String("Organizer")].anywhere(QLatin1String("EmailAddress")).text.trimmed();
    item.response = valueIn(responseNames, textOf(element, "MyResponseType"), ItemResponse::Unknown);
    item.isMeeting = isTrue(element, "IsMeeting");
    item.isCancelled = isTrue(element, "IsCancelled");
    bool isNumber = false;
    const int sequence = textOf(element, "AppointmentSequenceNumber").toInt(&isNumber);
    if (isNumber)
        result.sequence = sequence;
    item.sequence = result.sequence.value_or(0);
    result.isOutOfDate = isTrue(element, "IsOutOfDate");
    for (const XmlElement& object : element[QLatin1String("ResponseObjects")].children)
        result.responseObjects.append(object.name);
    for (const XmlElement& attendee : element[QLatin1String("RequiredAttendees")].children)
        result.attendees.append(attendee.anywhere(QLatin1String("EmailAddress")).text.trimmed());
}

void readSeries(const XmlElement& element, EwsItem& result)
{
    if (const XmlElement& recurrence = element[QLatin1String("Recurrence")]; !recurrence.isNull())
        result.recurrence = readRecurrence(recurrence);
    for (const XmlElement& exception : element[QLatin1String("ModifiedOccurrences")].children) {
        if (const auto start = timeOf(textOf(exception, "OriginalStart")))
            result.exceptions.append({readReference(exception), *start});
    }
    for (const XmlElement& deleted : element[QLatin1String("DeletedOccurrences")].children) {
        if (const auto start = timeOf(textOf(deleted, "Start")))
            result.deletedStarts.append(*start);
    }
}

} // namespace

bool EwsItem::isOccurrence(const QString& key) const
{
    if (!originalStart)
        return false;
    if (item.recurrenceId == key)
        return true;
    const std::optional<ItipRecurrenceId> id = recurrenceIdFromKey(key);
    if (!id)
        return false;
    if (id->instant)
        return *originalStart == *id->instant;
    const QDateTime wall = wallOf(*originalStart, zone);
    if (id->sent.kind == ItipTime::Kind::Date)
        return (item.allDay ? dayOf(*originalStart, zone) : wall.date()) == id->sent.wall.date();
    return wall.date() == id->sent.wall.date() && wall.time() == id->sent.wall.time();
}

ItemVersion EwsItem::version() const
{
    return {sequence, stamp, item.time, item.allDay, zoneNamed(zone)};
}

std::optional<EwsItem> readEwsItem(const XmlElement& element, ItemFolder folder)
{
    EwsItem result;
    result.isRequest = element.name == QLatin1String("MeetingRequest");
    result.isCancellation = element.name == QLatin1String("MeetingCancellation");
    result.isMeetingMessage = result.isRequest || result.isCancellation
        || element.name == QLatin1String("MeetingResponse") || element.name == QLatin1String("MeetingMessage");
    if (!result.isMeetingMessage && element.name != QLatin1String("CalendarItem"))
        return std::nullopt;
    CalendarItem& item = result.item;
    item.reference = readReference(element);
    if (item.reference.isNull())
        return std::nullopt;
    item.folder = folder;
    item.kind = valueIn(kindNames, textOf(element, "CalendarItemType"), ItemKind::Single);
    item.uid = textOf(element, "UID");
    item.mark = markOf(element);
    item.subject = element[QLatin1String("Subject")].text;
    item.location = element[QLatin1String("Location")].text;
    item.busy = valueIn(busyNames, textOf(element, "LegacyFreeBusyStatus"), BusyKind::Busy);
    item.privacy = privacyOf(textOf(element, "Sensitivity"));
    result.body = element[QLatin1String("Body")].text;
    readTimes(element, result);
    readMeeting(element, result);
    readSeries(element, result);
    return result;
}

ItemReference readReference(const XmlElement& item, QLatin1String name)
{
    const XmlElement& id = item[name];
    return {id.attribute(QLatin1String("Id")), id.attribute(QLatin1String("ChangeKey"))};
}

void writeMarkField(EwsWriter& writer)
{
    writer.beginType("ExtendedFieldURI");
    writer.attribute("DistinguishedPropertySetId", "PublicStrings");
    writer.attribute("PropertyName", markName);
    writer.attribute("PropertyType", "String");
    writer.end();
}

QString markText(const QByteArray& mark)
{
    return QString::fromUtf8(mark);
}

void writeShape(EwsWriter& writer, EwsShape shape)
{
    writer.beginMessage("ItemShape");
    writer.type("BaseShape", QStringLiteral("IdOnly"));
    if (shape == EwsShape::Whole)
        writer.type("BodyType", QStringLiteral("Text"));
    if (shape != EwsShape::Reference) {
        writer.beginType("AdditionalProperties");
        for (const char* field : rowFields)
            writer.field(field);
        if (shape == EwsShape::Whole) {
            for (const char* field : wholeFields)
                writer.field(field);
        }
        writeMarkField(writer);
        writer.end();
    }
    writer.end();
}

QString ewsBusy(BusyKind kind)
{
    return nameIn(busyNames, kind);
}

QString ewsSensitivity(PrivacyKind kind)
{
    switch (kind) {
    case PrivacyKind::Public:
        return QStringLiteral("Normal");
    case PrivacyKind::Private:
        return QStringLiteral("Private");
    case PrivacyKind::Confidential:
        return QStringLiteral("Confidential");
    }
    Q_UNREACHABLE();
}

} // namespace reserve
