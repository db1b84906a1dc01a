// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/graphjson.h"

#include "models/base/address.h"
#include "models/itip/windowszones.h"
#include "models/practice/ewsshape.h"
#include "models/practice/graphrecurrence.h"
#include "models/practice/graphtypes.h"

#include <QJsonArray>

namespace reserve::practice {

namespace {

QString answerWord(Answer answer)
{
    switch (answer) {
    case Answer::Unknown:
        return QStringLiteral("none");
    case Answer::Organizer:
        return QStringLiteral("organizer");
    case Answer::NotResponded:
        return QStringLiteral("notResponded");
    case Answer::Tentative:
        return QStringLiteral("tentativelyAccepted");
    case Answer::Accepted:
        return QStringLiteral("accepted");
    case Answer::Declined:
        return QStringLiteral("declined");
    }
    return {};
}

QJsonObject statusJson(Answer answer, Instant at)
{
    return {{QStringLiteral("response"), answerWord(answer)},
            {QStringLiteral("time"), at == Instant() ? QStringLiteral("0001-01-01T00:00:00Z") : toIso(at)}};
}

QJsonObject personJson(const MailPerson& person)
{
    const QString name = person.name.isEmpty() ? person.address : person.name;
    return {{QStringLiteral("emailAddress"),
             QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("address"), person.address}}}};
}

QString privacyWord(PrivacyKind privacy)
{
    if (privacy == PrivacyKind::Confidential)
        return QStringLiteral("confidential");
    return privacy == PrivacyKind::Private ? QStringLiteral("private") : QStringLiteral("normal");
}

QString kindWord(const Item& item)
{
    if (item.date)
        return item.date->isException ? QStringLiteral("exception") : QStringLiteral("occurrence");
    return item.isSeries() ? QStringLiteral("seriesMaster") : QStringLiteral("singleInstance");
}

QJsonArray attendeesJson(const Item& item)
{
    QJsonArray attendees;
    for (const Attendee& attendee : item.attendees) {
        QJsonObject each = personJson({attendee.address, attendee.name});
        each.insert(QStringLiteral("type"),
                    attendee.isResource       ? QStringLiteral("resource")
                        : attendee.isOptional ? QStringLiteral("optional")
                                              : QStringLiteral("required"));
        each.insert(QStringLiteral("status"), statusJson(attendee.answer, attendee.answeredAt));
        attendees.append(each);
    }
    return attendees;
}

QJsonArray propertiesJson(const Item& item, const QStringList& asked)
{
    QJsonArray properties;
    for (const QString& id : asked) {
        const auto name = propertyFromGraph(id);
        const auto value = name ? propertyValue(item, *name) : std::nullopt;
        if (value)
            properties.append(QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("value"), *value}});
    }
    return properties;
}

// Days without times are told as midnights of the calendar, whatever the zone.
QJsonObject timeOf(const Item& item, Instant instant, const GraphView& view)
{
    if (!item.allDay)
        return graphTime(instant, view.zone, view.zoneName);
    return graphTime(instant, QTimeZone(item.zone.isEmpty() ? QByteArrayLiteral("UTC") : item.zone),
                     QStringLiteral("UTC"));
}

void putDate(QJsonObject& event, const Item& item)
{
    if (!item.date)
        return;
    event.insert(QStringLiteral("originalStart"), toIso(item.date->originalStart));
    if (!item.date->masterId.isEmpty())
        event.insert(QStringLiteral("seriesMasterId"), item.date->masterId);
}

QJsonObject selected(QJsonObject object, const Item& item, const GraphView& view)
{
    if (!view.properties.isEmpty()) {
        const QJsonArray properties = propertiesJson(item, view.properties);
        if (!properties.isEmpty())
            object.insert(QStringLiteral("singleValueExtendedProperties"), properties);
    }
    if (view.fields.isEmpty())
        return object;
    for (const QString& key : object.keys()) {
        const bool always = key == QLatin1String("id") || key.startsWith(QLatin1Char('@'))
            || key == QLatin1String("singleValueExtendedProperties");
        if (!always && !view.fields.contains(key))
            object.remove(key);
    }
    return object;
}

GraphResult<Instant> instantFrom(const QJsonObject& time, QByteArray& zone)
{
    const QString name = time.value(QLatin1String("timeZone")).toString();
    const QByteArray iana = name.isEmpty() ? QByteArrayLiteral("UTC") : ianaIdOfZoneName(name.toUtf8());
    QString text = time.value(QLatin1String("dateTime")).toString();
    if (const qsizetype point = text.indexOf(QLatin1Char('.')); point > 0)
        text.truncate(point);
    const QDateTime wall = QDateTime::fromString(text, Qt::ISODate);
    if (iana.isEmpty())
        return zoneNotSupported(name);
    if (!wall.isValid())
        return graphFailure(400, QStringLiteral("ErrorPropertyValidationFailure"),
                            QStringLiteral("dateTime is invalid."));
    zone = iana;
    if (wall.timeSpec() != Qt::LocalTime)
        return fromDateTime(wall);
    return fromDateTime(QDateTime(wall.date(), wall.time(), QTimeZone(iana)));
}

BusyKind busyFrom(const QString& word)
{
    for (const BusyKind kind :
         {BusyKind::Free, BusyKind::Tentative, BusyKind::OutOfOffice, BusyKind::WorkingElsewhere}) {
        if (graphBusy(kind) == word)
            return kind;
    }
    return BusyKind::Busy;
}

PrivacyKind privacyFrom(const QString& word)
{
    if (word == QLatin1String("confidential"))
        return PrivacyKind::Confidential;
    return word == QLatin1String("private") || word == QLatin1String("personal") ? PrivacyKind::Private
                                                                                 : PrivacyKind::Public;
}

void applyAttendees(Item& item, const QJsonArray& attendees)
{
    item.attendees.clear();
    for (const QJsonValue& value : attendees) {
        const QJsonObject email = value.toObject().value(QLatin1String("emailAddress")).toObject();
        Attendee attendee;
        attendee.address = email.value(QLatin1String("address")).toString();
        attendee.name = email.value(QLatin1String("name")).toString();
        const QString type = value.toObject().value(QLatin1String("type")).toString();
        attendee.isResource = type == QLatin1String("resource");
        attendee.isOptional = type == QLatin1String("optional");
        item.attendees.append(attendee);
    }
    item.isMeeting = !item.attendees.isEmpty();
}

GraphResult<void> applyProperties(Item& item, const QJsonArray& properties)
{
    for (const QJsonValue& value : properties) {
        const QString id = value.toObject().value(QLatin1String("id")).toString();
        const auto name = propertyFromGraph(id);
        if (!name)
            return graphFailure(400, QStringLiteral("ErrorInvalidProperty"),
                                u"PropertyId values may only be in one of the "
                                u"following formats: "
                                    + id);
        item.properties.insert(name->key(), value.toObject().value(QLatin1String("value")).toString());
    }
    return {};
}

// Names with a sign in them are notes about others.
GraphResult<void> checkNames(const QJsonObject& event)
{
    const QStringList names = event.keys();
    for (const QString& name : names) {
        if (!name.contains(QLatin1Char('@')) && name != QLatin1String("singleValueExtendedProperties")
            && !hasProperty(GraphType::Event, name)) {
            return graphFailure(400, QStringLiteral("RequestBodyRead"),
                                u"The property '" + name + u"' does not exist on type '" + nameOf(GraphType::Event)
                                    + u"'. Make sure to only use property names that are defined by the type or mark "
                                      u"the type as open type.");
        }
    }
    return {};
}

GraphResult<void> applyTimes(Item& item, const QJsonObject& event)
{
    for (const bool isStart : {true, false}) {
        const QJsonValue time = event.value(isStart ? QLatin1String("start") : QLatin1String("end"));
        if (!time.isObject())
            continue;
        const auto instant = instantFrom(time.toObject(), item.zone);
        if (!instant)
            return tl::unexpected(instant.error());
        (isStart ? item.time.start : item.time.end) = *instant;
    }
    if (item.time.end < item.time.start) {
        return graphFailure(400, QStringLiteral("ErrorPropertyValidationFailure"),
                            QStringLiteral("At least one property failed validation: the end is before the start."));
    }
    const QTimeZone zone(item.zone.isEmpty() ? QByteArrayLiteral("UTC") : item.zone);
    const QDateTime start = toDateTime(item.time.start).toTimeZone(zone);
    const QDateTime end = toDateTime(item.time.end).toTimeZone(zone);
    if (item.allDay && (start.time() != QTime(0, 0) || end.time() != QTime(0, 0) || end == start)) {
        return graphFailure(
            400, QStringLiteral("ErrorPropertyValidationFailure"),
            QStringLiteral("The Event.Start and Event.End must be set to midnight for an all-day event."));
    }
    if (!item.isSeries())
        return {};
    item.seriesStart = {ItipTime::Kind::Zoned, QDateTime(start.date(), start.time(), Qt::UTC), zone.id()};
    const QJsonObject recurrence = event.value(QLatin1String("recurrence")).toObject();
    if (recurrence.isEmpty() || beginsWith(recurrence, start))
        return {};
    return graphFailure(400, QStringLiteral("ErrorPropertyValidationFailure"),
                        QStringLiteral("The start date of the recurrence is not the one of the event."));
}

// meetingMessageType, with Microsoft's own spelling of the third.
QString meetingTypeOf(const Item& item)
{
    if (item.itemClass == ItemClass::Request)
        return QStringLiteral("meetingRequest");
    if (item.itemClass == ItemClass::Cancellation)
        return QStringLiteral("meetingCancelled");
    switch (item.answer) {
    case Answer::Accepted:
        return QStringLiteral("meetingAccepted");
    case Answer::Tentative:
        return QStringLiteral("meetingTenativelyAccepted");
    case Answer::Declined:
        return QStringLiteral("meetingDeclined");
    case Answer::Unknown:
    case Answer::Organizer:
    case Answer::NotResponded:
        break;
    }
    return QStringLiteral("none");
}

} // namespace

tl::unexpected<GraphFault> zoneNotSupported(const QString& zone)
{
    return graphFailure(400, QStringLiteral("TimeZoneNotSupportedException"),
                        u"A valid TimeZone value must be specified. The following TimeZone value is not supported: '"
                            + zone + u"'.");
}

QString graphBusy(BusyKind busy)
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
    return {};
}

QJsonObject graphTime(Instant instant, const QTimeZone& zone, const QString& name)
{
    return {{QStringLiteral("dateTime"),
             toDateTime(instant).toTimeZone(zone).toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'.0000000'"))},
            {QStringLiteral("timeZone"), name}};
}

QString iCalUId(const Item& item)
{
    if (!item.date || !item.uid.startsWith(QLatin1String("040000008200E00074C5B7101A82E008"), Qt::CaseInsensitive))
        return item.uid;
    return QString::fromLatin1(globalObjectId(item.uid, toDateTime(item.date->originalStart).date()).toHex().toUpper());
}

QString etagOf(const Item& item)
{
    return u"W/\"" + Mailbox::changeKey(item) + u'"';
}

QJsonObject eventJson(const Item& item, const Mailbox& mailbox, const Site& site, const GraphView& view)
{
    const MailPerson own{site.spelled(mailbox.address()), mailbox.name()};
    const bool isOrganizer = item.answer == Answer::Organizer;
    const MailPerson organizer
        = item.organizer.address.isEmpty() || sameAddress(item.organizer.address, own.address) ? own : item.organizer;
    QJsonObject event{
        {QStringLiteral("@odata.etag"), etagOf(item)},
        {QStringLiteral("id"), item.id},
        {QStringLiteral("createdDateTime"), toIso(item.createdAt)},
        {QStringLiteral("lastModifiedDateTime"), toIsoMilliseconds(item.modifiedAt)},
        {QStringLiteral("changeKey"), Mailbox::changeKey(item)},
        {QStringLiteral("categories"), QJsonArray::fromStringList(item.categories)},
        {QStringLiteral("iCalUId"), iCalUId(item)},
        {QStringLiteral("uid"), item.uid},
        {QStringLiteral("subject"), item.subject},
        {QStringLiteral("bodyPreview"), item.body.left(255)},
        {QStringLiteral("body"),
         QJsonObject{{QStringLiteral("contentType"), QStringLiteral("text")}, {QStringLiteral("content"), item.body}}},
        {QStringLiteral("sensitivity"), privacyWord(item.privacy)},
        {QStringLiteral("isAllDay"), item.allDay},
        {QStringLiteral("isCancelled"), item.isCancelled},
        {QStringLiteral("isOrganizer"), isOrganizer},
        {QStringLiteral("isReminderOn"), item.reminderIsSet},
        {QStringLiteral("responseRequested"), item.responseRequested},
        {QStringLiteral("showAs"), graphBusy(item.busy)},
        {QStringLiteral("type"), kindWord(item)},
        {QStringLiteral("originalStartTimeZone"),
         item.zone.isEmpty() ? QStringLiteral("UTC") : QString::fromUtf8(windowsIdOfZone(item.zone))},
        {QStringLiteral("responseStatus"), statusJson(item.answer, item.answeredAt)},
        {QStringLiteral("start"), timeOf(item, item.time.start, view)},
        {QStringLiteral("end"), timeOf(item, item.time.end, view)},
        {QStringLiteral("location"), QJsonObject{{QStringLiteral("displayName"), item.location}}},
        {QStringLiteral("attendees"), attendeesJson(item)},
        {QStringLiteral("organizer"), personJson(organizer)},
    };
    if (!item.transactionId.isEmpty())
        event.insert(QStringLiteral("transactionId"), item.transactionId);
    if (item.isSeries())
        event.insert(QStringLiteral("recurrence"), recurrenceJson(item));
    putDate(event, item);
    return selected(event, item, view);
}

QJsonObject messageJson(const Item& item, const Mailbox& mailbox, const Site& site, const GraphView& view)
{
    QJsonArray to;
    for (const MailPerson& person : item.to)
        to.append(personJson({site.spelled(person.address), person.name}));
    QJsonObject message{
        {QStringLiteral("@odata.etag"), etagOf(item)},
        {QStringLiteral("id"), item.id},
        {QStringLiteral("receivedDateTime"), toIso(item.createdAt)},
        {QStringLiteral("internetMessageId"), item.messageId},
        {QStringLiteral("subject"), item.subject},
        {QStringLiteral("bodyPreview"), item.body.left(255)},
        {QStringLiteral("from"), personJson(item.from)},
        {QStringLiteral("toRecipients"), to},
        {QStringLiteral("parentFolderId"), folderId(mailbox, item.folder)},
    };
    if (item.itemClass == ItemClass::Request)
        message.insert(QStringLiteral("@odata.type"), QStringLiteral("#microsoft.graph.eventMessageRequest"));
    else if (item.itemClass != ItemClass::Note)
        message.insert(QStringLiteral("@odata.type"), QStringLiteral("#microsoft.graph.eventMessage"));
    if (item.itemClass != ItemClass::Note) {
        message.insert(QStringLiteral("meetingMessageType"), meetingTypeOf(item));
        message.insert(QStringLiteral("startDateTime"), timeOf(item, item.time.start, view));
        message.insert(QStringLiteral("endDateTime"), timeOf(item, item.time.end, view));
    }
    return selected(message, item, view);
}

GraphResult<void> applyEventJson(Item& item, const QJsonObject& event)
{
    if (const auto known = checkNames(event); !known)
        return known;
    const auto text = [&event](QLatin1String name, QString& target) {
        if (event.contains(name))
            target = event.value(name).toString();
    };
    text(QLatin1String("subject"), item.subject);
    text(QLatin1String("transactionId"), item.transactionId);
    if (event.contains(QLatin1String("body")))
        item.body = event.value(QLatin1String("body")).toObject().value(QLatin1String("content")).toString();
    if (event.contains(QLatin1String("location")))
        item.location
            = event.value(QLatin1String("location")).toObject().value(QLatin1String("displayName")).toString();
    if (event.contains(QLatin1String("showAs")))
        item.busy = item.intendedBusy = busyFrom(event.value(QLatin1String("showAs")).toString());
    if (event.contains(QLatin1String("sensitivity")))
        item.privacy = privacyFrom(event.value(QLatin1String("sensitivity")).toString());
    if (event.contains(QLatin1String("isAllDay")))
        item.allDay = event.value(QLatin1String("isAllDay")).toBool();
    if (event.contains(QLatin1String("isReminderOn")))
        item.reminderIsSet = event.value(QLatin1String("isReminderOn")).toBool();
    if (event.contains(QLatin1String("responseRequested")))
        item.responseRequested = event.value(QLatin1String("responseRequested")).toBool();
    if (event.contains(QLatin1String("attendees")))
        applyAttendees(item, event.value(QLatin1String("attendees")).toArray());
    const TimeRange before = item.time;
    if (event.value(QLatin1String("recurrence")).isObject()) {
        const auto rule = ruleFromGraph(event.value(QLatin1String("recurrence")).toObject());
        if (!rule)
            return tl::unexpected(rule.error());
        item.recurrence = recurrenceBy(*rule);
    } else if (event.contains(QLatin1String("recurrence"))) {
        item.recurrence.reset();
    }
    if (const auto properties
        = applyProperties(item, event.value(QLatin1String("singleValueExtendedProperties")).toArray());
        !properties)
        return properties;
    const auto timed = applyTimes(item, event);
    // A series that is laid out anew forgets what its dates had of their own.
    if (!item.date && (event.contains(QLatin1String("recurrence")) || item.time != before))
        item.exceptions.clear();
    return timed;
}

} // namespace reserve::practice
