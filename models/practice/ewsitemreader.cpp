// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/ewsitemreader.h"

#include "models/itip/windowszones.h"
#include "models/practice/ewsrecurrence.h"
#include "models/practice/ewswords.h"
#include "models/practice/propertyname.h"

#include <QTimeZone>

namespace reserve::practice {

namespace {

bool isTrue(const XmlElement& element)
{
    const QString text = element.text.trimmed();
    return text == QLatin1String("true") || text == QLatin1String("1");
}

} // namespace

EwsItemReader::EwsItemReader(const EwsCall& call, Item& item)
    : m_call(call)
    , m_item(item)
{
}

EwsResult<void> EwsItemReader::apply(const XmlElement& itemElement)
{
    if (const auto zone = applyZone(itemElement); !zone)
        return zone;
    for (const XmlElement& property : itemElement.children) {
        if (const auto applied = applyOne(property); !applied)
            return applied;
    }
    return {};
}

// First of all: the times before it in the document are meant in it.
EwsResult<void> EwsItemReader::applyZone(const XmlElement& itemElement)
{
    const XmlElement* definition = itemElement.child(QLatin1String("StartTimeZone"));
    if (!definition)
        return {};
    const QByteArray id = definition->value(QLatin1String("Id")).toUtf8();
    const QByteArray zone = ianaIdOfZoneName(id);
    if (zone.isEmpty())
        return ewsFailure(QStringLiteral("ErrorTimeZone"), u"The time zone is unknown: " + QString::fromUtf8(id));
    m_item.zone = zone;
    return {};
}

EwsResult<void> EwsItemReader::applyOne(const XmlElement& property)
{
    const QString& name = property.name;
    if (name == QLatin1String("ExtendedProperty"))
        return applyExtended(property);
    if (applyText(property) || applyFlag(property))
        return {};
    if (name == QLatin1String("Start") || name == QLatin1String("End")) {
        (name == QLatin1String("Start") ? m_item.time.start : m_item.time.end) = instantFrom(property.text.trimmed());
        m_timesChanged = true;
    } else if (name == QLatin1String("Recurrence")) {
        const auto rule = ruleFromEws(property);
        if (!rule)
            return tl::unexpected(rule.error());
        m_item.recurrence = recurrenceBy(*rule);
        m_timesChanged = true;
    } else if (name == QLatin1String("RequiredAttendees") || name == QLatin1String("OptionalAttendees")
               || name == QLatin1String("Resources")) {
        applyAttendees(property);
    } else if (name == QLatin1String("Categories")) {
        m_item.categories.clear();
        for (const XmlElement& category : property.children)
            m_item.categories.append(category.text);
    }
    return {};
}

bool EwsItemReader::applyText(const XmlElement& property)
{
    const QString& name = property.name;
    if (name == QLatin1String("Subject"))
        m_item.subject = property.text;
    else if (name == QLatin1String("Location"))
        m_item.location = property.text;
    else if (name == QLatin1String("UID"))
        m_item.uid = property.text;
    else if (name == QLatin1String("Body"))
        m_item.body = property.text;
    else if (name == QLatin1String("LegacyFreeBusyStatus"))
        m_item.busy = m_item.intendedBusy = busyFromEws(property.text.trimmed());
    else if (name == QLatin1String("Sensitivity"))
        m_item.privacy = privacyFromEws(property.text.trimmed());
    else if (name == QLatin1String("Importance"))
        m_item.importance = property.text.trimmed();
    else if (name == QLatin1String("ReminderMinutesBeforeStart"))
        m_item.reminderMinutes = property.text.trimmed().toInt();
    else
        return false;
    return true;
}

bool EwsItemReader::applyFlag(const XmlElement& property)
{
    if (property.name == QLatin1String("IsAllDayEvent"))
        m_item.allDay = isTrue(property);
    else if (property.name == QLatin1String("ReminderIsSet"))
        m_item.reminderIsSet = isTrue(property);
    else if (property.name == QLatin1String("IsRead"))
        m_item.isRead = isTrue(property);
    else if (property.name == QLatin1String("IsResponseRequested"))
        m_item.responseRequested = isTrue(property);
    else
        return false;
    return true;
}

EwsResult<void> EwsItemReader::applyExtended(const XmlElement& property)
{
    const auto name = propertyFromEws(*property.child(QLatin1String("ExtendedFieldURI")));
    if (!name) {
        return ewsFailure(QStringLiteral("ErrorInvalidExtendedProperty"),
                          QStringLiteral("Extended property attributes are invalid."));
    }
    QString value = property.childText(QLatin1String("Value"));
    if (const XmlElement* several = property.child(QLatin1String("Values"))) {
        QStringList values;
        for (const XmlElement& one : several->children)
            values.append(one.text);
        value = values.join(valueSeparator);
    }
    if (name->type == QLatin1String("Binary")
        && !QByteArray::fromBase64Encoding(value.toLatin1(), QByteArray::AbortOnBase64DecodingErrors)) {
        return ewsFailure(QStringLiteral("ErrorInvalidExtendedPropertyValue"),
                          QStringLiteral("The value is not of the type of the property."));
    }
    m_item.properties.insert(name->key(), value);
    return {};
}

void EwsItemReader::applyAttendees(const XmlElement& list)
{
    const bool isResource = list.name == QLatin1String("Resources");
    const bool isOptional = list.name == QLatin1String("OptionalAttendees");
    m_item.attendees.removeIf([isResource, isOptional](const Attendee& attendee) {
        return attendee.isResource == isResource && attendee.isOptional == isOptional;
    });
    addAttendees(list);
}

void EwsItemReader::addAttendees(const XmlElement& list)
{
    for (const XmlElement& element : list.children) {
        const XmlElement& mailbox = element.children.first();
        Attendee attendee;
        attendee.address = mailbox.childText(QLatin1String("EmailAddress"));
        attendee.name = mailbox.childText(QLatin1String("Name"));
        attendee.isResource = list.name == QLatin1String("Resources");
        attendee.isOptional = list.name == QLatin1String("OptionalAttendees");
        m_item.attendees.append(attendee);
    }
}

Instant EwsItemReader::instantFrom(const QString& text) const
{
    const QDateTime read = QDateTime::fromString(text, Qt::ISODate);
    if (read.timeSpec() != Qt::LocalTime)
        return fromDateTime(read);
    const QByteArray zone = m_item.zone.isEmpty() ? m_call.zone : m_item.zone;
    return fromDateTime(QDateTime(read.date(), read.time(), QTimeZone(zone)));
}

EwsResult<void> EwsItemReader::finish()
{
    if (!m_timesChanged)
        return {};
    // A series that is laid out anew forgets what its dates had of their own.
    if (!m_item.date)
        m_item.exceptions.clear();
    const QByteArray zone = m_item.zone.isEmpty() ? m_call.zone : m_item.zone;
    const QTimeZone timeZone(zone);
    QDateTime start = toDateTime(m_item.time.start).toTimeZone(timeZone);
    if (m_item.allDay) {
        // Whole days of the zone, whatever times of day were written.
        const QDateTime end = toDateTime(m_item.time.end).toTimeZone(timeZone);
        const QDate last = end.time() == QTime(0, 0) && end.date() > start.date() ? end.date() : end.date().addDays(1);
        start = QDateTime(start.date(), QTime(0, 0), timeZone);
        m_item.time = {fromDateTime(start), fromDateTime(QDateTime(last, QTime(0, 0), timeZone))};
    }
    if (m_item.time.end < m_item.time.start) {
        return ewsFailure(QStringLiteral("ErrorCalendarEndDateIsEarlierThanStartDate"),
                          QStringLiteral("EndDate is earlier than StartDate"));
    }
    m_item.zone = zone;
    if (!m_item.isSeries())
        return {};
    m_item.seriesStart = {ItipTime::Kind::Zoned, QDateTime(start.date(), start.time(), Qt::UTC), zone};
    const auto dates = m_call.acting.allDates(m_item, m_call.site.reader());
    if (!dates)
        return tl::unexpected(faultOf(dates.error()));
    if (dates->isEmpty()) {
        return ewsFailure(QStringLiteral("ErrorRecurrenceHasNoOccurrence"),
                          QStringLiteral("Recurrence has no occurrences in the specified range."));
    }
    return {};
}

EwsResult<void> EwsItemReader::append(const XmlElement& property)
{
    if (property.name == QLatin1String("Body")) {
        m_item.body += property.text;
        return {};
    }
    const QStringList lists{QStringLiteral("RequiredAttendees"), QStringLiteral("OptionalAttendees"),
                            QStringLiteral("Resources")};
    if (!lists.contains(property.name)) {
        return ewsFailure(QStringLiteral("ErrorInvalidPropertyAppend"),
                          u"Append action is invalid for property: " + property.name);
    }
    addAttendees(property);
    return {};
}

EwsResult<void> EwsItemReader::clear(const XmlElement& path)
{
    if (path.name == QLatin1String("ExtendedFieldURI")) {
        if (const auto name = propertyFromEws(path)) {
            m_item.properties.remove(name->key());
            return {};
        }
    }
    const QString uri = path.value(QLatin1String("FieldURI"));
    if (uri == QLatin1String("calendar:Location"))
        m_item.location.clear();
    else if (uri == QLatin1String("item:Body"))
        m_item.body.clear();
    else if (uri == QLatin1String("item:Subject"))
        m_item.subject.clear();
    else if (uri == QLatin1String("item:Categories"))
        m_item.categories.clear();
    else if (uri == QLatin1String("calendar:Recurrence"))
        m_item.recurrence.reset();
    else
        return ewsFailure(QStringLiteral("ErrorInvalidPropertyDelete"), u"Property cannot be deleted: " + uri);
    return {};
}

} // namespace reserve::practice
