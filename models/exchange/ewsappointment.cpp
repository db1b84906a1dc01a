// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewsappointment.h"

#include "models/base/address.h"
#include "models/exchange/draftzone.h"
#include "models/exchange/ewswriter.h"

#include <QTimeZone>

#include <algorithm>

namespace reserve {

namespace {

const QString utc = QStringLiteral("UTC");

bool isTime(EwsField field)
{
    return field == EwsField::Start || field == EwsField::End || field == EwsField::AllDay
        || field == EwsField::StartZone || field == EwsField::EndZone;
}

QStringList addressKeys(const QStringList& addresses)
{
    QStringList keys;
    for (const QString& address : addresses)
        keys.append(addressKey(address));
    keys.removeDuplicates();
    keys.sort();
    return keys;
}

void writeAttendees(EwsWriter& writer, const QStringList& addresses)
{
    writer.beginType("RequiredAttendees");
    for (const QString& address : addresses) {
        writer.beginType("Attendee");
        writer.beginType("Mailbox");
        writer.type("EmailAddress", address);
        writer.end();
        writer.end();
    }
    writer.end();
}

void writeZone(EwsWriter& writer, const char* name, const QString& zone)
{
    writer.beginType(name);
    writer.attribute("Id", zone);
    writer.end();
}

} // namespace

QList<EwsField> allEwsFields()
{
    return {EwsField::Subject,   EwsField::Sensitivity, EwsField::Body,      EwsField::Start,
            EwsField::End,       EwsField::AllDay,      EwsField::Busy,      EwsField::Location,
            EwsField::Attendees, EwsField::Recurrence,  EwsField::StartZone, EwsField::EndZone};
}

const char* fieldUri(EwsField field)
{
    switch (field) {
    case EwsField::Subject:
        return "item:Subject";
    case EwsField::Sensitivity:
        return "item:Sensitivity";
    case EwsField::Body:
        return "item:Body";
    case EwsField::Start:
        return "calendar:Start";
    case EwsField::End:
        return "calendar:End";
    case EwsField::AllDay:
        return "calendar:IsAllDayEvent";
    case EwsField::Busy:
        return "calendar:LegacyFreeBusyStatus";
    case EwsField::Location:
        return "calendar:Location";
    case EwsField::Attendees:
        return "calendar:RequiredAttendees";
    case EwsField::Recurrence:
        return "calendar:Recurrence";
    case EwsField::StartZone:
        return "calendar:StartTimeZone";
    case EwsField::EndZone:
        return "calendar:EndTimeZone";
    }
    Q_UNREACHABLE();
}

Result<EwsAppointment> EwsAppointment::of(const ItemDraft& draft)
{
    EwsAppointment appointment;
    appointment.m_draft = draft;
    appointment.m_draft.subject = ewsText(draft.subject);
    appointment.m_draft.body = ewsText(draft.body);
    appointment.m_draft.location = ewsText(draft.location);
    appointment.m_zone = QString::fromLatin1(exchangeZoneOf(draft));
    if (appointment.m_zone.isEmpty()) {
        if (draft.recurrence || draft.allDay) {
            return failure("exchange.zone-not-supported",
                           {{QStringLiteral("zone"), QString::fromLatin1(draft.timeZone)}});
        }
        appointment.m_zone = utc; // the moments alone say when it is
    }
    if (draft.recurrence) {
        const QTimeZone zone = draft.timeZone.isEmpty() ? QTimeZone::utc() : QTimeZone(draft.timeZone);
        const QDateTime start = toDateTime(draft.time.start).toTimeZone(zone);
        Result<EwsRecurrence> recurrence = ewsRecurrenceOf(*draft.recurrence, start, zone);
        if (!recurrence)
            return failure(recurrence.error());
        appointment.m_recurrence = *std::move(recurrence);
    }
    return appointment;
}

bool EwsAppointment::has(EwsField field) const
{
    switch (field) {
    case EwsField::Body:
        return !m_draft.body.isEmpty();
    case EwsField::Location:
        return !m_draft.location.isEmpty();
    case EwsField::Attendees:
        return !m_draft.invited.isEmpty();
    case EwsField::Recurrence:
        return m_recurrence.has_value();
    default:
        return true;
    }
}

void EwsAppointment::write(EwsWriter& writer, EwsField field) const
{
    switch (field) {
    case EwsField::Subject:
        return writer.type("Subject", m_draft.subject);
    case EwsField::Sensitivity:
        return writer.type("Sensitivity", ewsSensitivity(m_draft.privacy));
    case EwsField::Body:
        return writer.textBody(m_draft.body);
    case EwsField::Start:
        return writer.type("Start", ewsTime(m_draft.time.start));
    case EwsField::End:
        return writer.type("End", ewsTime(m_draft.time.end));
    case EwsField::AllDay:
        return writer.type("IsAllDayEvent", m_draft.allDay);
    case EwsField::Busy:
        return writer.type("LegacyFreeBusyStatus", ewsBusy(m_draft.busy));
    case EwsField::Location:
        return writer.type("Location", m_draft.location);
    case EwsField::Attendees:
        return writeAttendees(writer, m_draft.invited);
    case EwsField::Recurrence:
        return writeRecurrence(writer, *m_recurrence);
    case EwsField::StartZone:
        return writeZone(writer, "StartTimeZone", m_zone);
    case EwsField::EndZone:
        return writeZone(writer, "EndTimeZone", m_zone);
    }
}

QList<EwsField> EwsAppointment::differencesOf(const EwsItem& item) const
{
    const bool isDate = item.item.kind == ItemKind::Occurrence || item.item.kind == ItemKind::Exception;
    const bool movesInTime
        = differs(item, EwsField::Start) || differs(item, EwsField::End) || differs(item, EwsField::AllDay);
    QList<EwsField> fields;
    for (const EwsField field : allEwsFields()) {
        if (isDate && field == EwsField::Recurrence)
            continue;
        // The times of an item are told together, or the server measures one against the other's old value.
        if (isTime(field) ? movesInTime : differs(item, field))
            fields.append(field);
    }
    return fields;
}

// Servers have their own ways with white space.
bool EwsAppointment::differs(const EwsItem& item, EwsField field) const
{
    switch (field) {
    case EwsField::Subject:
        return item.item.subject.simplified() != m_draft.subject.simplified();
    case EwsField::Sensitivity:
        return item.item.privacy != m_draft.privacy;
    case EwsField::Body:
        return item.body.simplified() != m_draft.body.simplified();
    case EwsField::Start:
        return item.item.time.start != m_draft.time.start;
    case EwsField::End:
        return item.item.time.end != m_draft.time.end;
    case EwsField::AllDay:
        return item.item.allDay != m_draft.allDay;
    case EwsField::Busy:
        return item.item.busy != m_draft.busy;
    case EwsField::Location:
        return item.item.location.simplified() != m_draft.location.simplified();
    case EwsField::Attendees:
        return addressKeys(item.attendees) != addressKeys(m_draft.invited);
    case EwsField::Recurrence:
        return !(item.recurrence == m_recurrence);
    case EwsField::StartZone:
    case EwsField::EndZone:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace reserve
