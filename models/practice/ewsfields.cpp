// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/ewsfields.h"

#include "models/base/address.h"
#include "models/itip/windowszones.h"
#include "models/practice/ewsrecurrence.h"
#include "models/practice/ewswords.h"
#include "models/practice/letters.h"
#include "models/practice/responding.h"

namespace reserve::practice {

namespace {

QString itemClassOf(const Item& item)
{
    switch (item.itemClass) {
    case ItemClass::Appointment:
        return item.date && item.date->isException && !item.date->masterId.isEmpty()
            ? QStringLiteral("IPM.OLE.CLASS.{00061055-0000-0000-C000-000000000046}")
            : QStringLiteral("IPM.Appointment");
    case ItemClass::Request:
        return QStringLiteral("IPM.Schedule.Meeting.Request");
    case ItemClass::Cancellation:
        return QStringLiteral("IPM.Schedule.Meeting.Canceled");
    case ItemClass::Response:
        return item.answer == Answer::Declined ? QStringLiteral("IPM.Schedule.Meeting.Resp.Neg")
            : item.answer == Answer::Tentative ? QStringLiteral("IPM.Schedule.Meeting.Resp.Tent")
                                               : QStringLiteral("IPM.Schedule.Meeting.Resp.Pos");
    case ItemClass::Note:
        return QStringLiteral("IPM.Note");
    }
    return {};
}

QString kindOf(const Item& item)
{
    if (item.date)
        return item.date->isException ? QStringLiteral("Exception") : QStringLiteral("Occurrence");
    return item.isSeries() ? QStringLiteral("RecurringMaster") : QStringLiteral("Single");
}

void writeBody(const FieldPlace& place)
{
    place.xml.startT("Body");
    place.xml.attribute("BodyType", place.shape.html ? QStringLiteral("HTML") : QStringLiteral("Text"));
    QString text = place.item.body;
    if (place.shape.html)
        text = u"<html><body><div>" + text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"))
            + u"</div></body></html>";
    place.xml.text(text);
    place.xml.end();
}

void writeCategories(const FieldPlace& place)
{
    if (place.item.categories.isEmpty())
        return;
    place.xml.startT("Categories");
    for (const QString& category : place.item.categories)
        place.xml.t("String", category);
    place.xml.end();
}

void writeResponseObjects(const FieldPlace& place)
{
    const Item& item = place.item;
    QList<const char*> names;
    if (item.isMeeting && item.itemClass <= ItemClass::Request) {
        names = item.answer == Answer::Organizer
            ? QList<const char*>{"CancelCalendarItem"}
            : QList<const char*>{"AcceptItem", "TentativelyAcceptItem", "DeclineItem"};
    }
    if (names.isEmpty())
        return;
    place.xml.startT("ResponseObjects");
    for (const char* name : names) {
        place.xml.startT(name);
        place.xml.end();
    }
    place.xml.end();
}

enum class AttendeeList { Required, Optional, Resources };

void writeAttendees(const FieldPlace& place, const char* name, AttendeeList list)
{
    QList<Attendee> listed;
    for (const Attendee& attendee : place.item.attendees) {
        const AttendeeList own = attendee.isResource ? AttendeeList::Resources
            : attendee.isOptional                    ? AttendeeList::Optional
                                                     : AttendeeList::Required;
        if (own == list)
            listed.append(attendee);
    }
    if (listed.isEmpty())
        return;
    place.xml.startT(name);
    for (const Attendee& attendee : std::as_const(listed)) {
        place.xml.startT("Attendee");
        place.xml.address({attendee.address, attendee.name});
        place.xml.t("ResponseType", ewsAnswer(attendee.answer));
        if (attendee.answeredAt != Instant())
            place.xml.t("LastResponseTime", attendee.answeredAt);
        place.xml.end();
    }
    place.xml.end();
}

void writeZone(const FieldPlace& place, const char* name)
{
    const QByteArray zone = place.item.zone.isEmpty() ? QByteArrayLiteral("UTC") : windowsIdOfZone(place.item.zone);
    place.xml.startT(name);
    place.xml.attribute("Id", QString::fromUtf8(zone.isEmpty() ? QByteArrayLiteral("UTC") : zone));
    place.xml.end();
}

QString duration(TimeRange time)
{
    const auto minutes = std::chrono::duration_cast<Minutes>(time.end - time.start).count();
    return minutes % 60 == 0 ? QStringLiteral("PT%1H").arg(minutes / 60)
                             : QStringLiteral("PT%1H%2M").arg(minutes / 60).arg(minutes % 60);
}

int stateOf(const Item& item)
{
    constexpr int meeting = 1;
    constexpr int received = 2;
    constexpr int cancelled = 4;
    int state = item.isMeeting ? meeting : 0;
    if (item.isMeeting && item.answer != Answer::Organizer)
        state |= received;
    return item.isCancelled ? state | cancelled : state;
}

MailPerson spelledPerson(const FieldPlace& place, const MailPerson& person)
{
    return sameAddress(person.address, place.view.mailbox.address())
        ? MailPerson{place.view.site.spelled(place.view.mailbox.address()), place.view.mailbox.name()}
        : person;
}

void writePeople(const FieldPlace& place, const char* name, const QList<MailPerson>& people)
{
    if (people.isEmpty())
        return;
    place.xml.startT(name);
    for (const MailPerson& person : people)
        place.xml.address(person);
    place.xml.end();
}

MailPerson organizerOf(const FieldPlace& place)
{
    if (!place.item.organizer.address.isEmpty())
        return spelledPerson(place, place.item.organizer);
    return {place.view.site.spelled(place.view.mailbox.address()), place.view.mailbox.name()};
}

void writeRecurrenceId(const FieldPlace& place)
{
    if (place.item.date)
        place.xml.t("RecurrenceId", place.item.date->originalStart);
}

// The first or last date that a series still has; an endless one has no last.
void writeEdgeDate(const FieldPlace& place, const char* name, bool last)
{
    const Item& series = place.item;
    if (!series.isSeries() || (last && series.recurrence->rule && series.recurrence->rule->isEndless()))
        return;
    auto dates = place.view.mailbox.allDates(series, place.view.site.reader());
    if (!dates)
        return;
    dates->removeIf([&series](const Item& date) { return series.exceptions.value(date.date->key).isRemoved; });
    if (dates->isEmpty())
        return;
    const Item& date = last ? dates->last() : dates->first();
    place.xml.startT(name);
    writeItemId(place.xml, date);
    place.xml.t("Start", date.time.start);
    place.xml.t("End", date.time.end);
    place.xml.t("OriginalStart", date.date->originalStart);
    place.xml.end();
}

QList<EwsField> itemFields()
{
    return {
        {"item:ParentFolderId",
         [](const FieldPlace& p) {
             p.xml.startT("ParentFolderId");
             p.xml.attribute("Id", folderId(p.view.mailbox, p.item.folder));
             p.xml.end();
         }},
        {"item:ItemClass", [](const FieldPlace& p) { p.xml.t("ItemClass", itemClassOf(p.item)); }},
        {"item:Subject", [](const FieldPlace& p) { p.xml.t("Subject", p.item.subject); }, true},
        {"item:Sensitivity", [](const FieldPlace& p) { p.xml.t("Sensitivity", ewsSensitivity(p.item.privacy)); }, true},
        {"item:Body", &writeBody, true, false},
        {"item:DateTimeReceived", [](const FieldPlace& p) { p.xml.t("DateTimeReceived", p.item.createdAt); }},
        {"item:Size",
         [](const FieldPlace& p) { p.xml.t("Size", int(p.item.mime.size() + p.item.body.size() + 1024)); }},
        {"item:Categories", &writeCategories},
        {"item:Importance", [](const FieldPlace& p) { p.xml.t("Importance", p.item.importance); }},
        {"item:IsDraft", [](const FieldPlace& p) { p.xml.t("IsDraft", p.item.folder == Folder::Drafts); }},
        {"item:DateTimeSent", [](const FieldPlace& p) { p.xml.t("DateTimeSent", p.item.createdAt); }},
        {"item:DateTimeCreated", [](const FieldPlace& p) { p.xml.t("DateTimeCreated", p.item.createdAt); }},
        {"item:ResponseObjects", &writeResponseObjects, false, false},
        {"item:ReminderIsSet", [](const FieldPlace& p) { p.xml.t("ReminderIsSet", p.item.reminderIsSet); }},
        {"item:ReminderMinutesBeforeStart",
         [](const FieldPlace& p) { p.xml.t("ReminderMinutesBeforeStart", p.item.reminderMinutes); }},
        {"item:HasAttachments", [](const FieldPlace& p) { p.xml.t("HasAttachments", false); }, true},
        {extendedPlace, nullptr},
        {"item:LastModifiedTime", [](const FieldPlace& p) { p.xml.t("LastModifiedTime", p.item.modifiedAt); }},
    };
}

QList<EwsField> messageFields()
{
    return {
        {"message:Sender", [](const FieldPlace& p) { p.xml.mailbox("Sender", p.item.from); }},
        {"message:ToRecipients", [](const FieldPlace& p) { writePeople(p, "ToRecipients", p.item.to); }, true, false},
        {"message:From", [](const FieldPlace& p) { p.xml.mailbox("From", p.item.from); }, true},
        {"message:InternetMessageId", [](const FieldPlace& p) { p.xml.t("InternetMessageId", p.item.messageId); }},
        {"message:IsRead", [](const FieldPlace& p) { p.xml.t("IsRead", p.item.isRead); }, true},
        {"message:IsResponseRequested",
         [](const FieldPlace& p) { p.xml.t("IsResponseRequested", p.item.responseRequested); }},
    };
}

QList<EwsField> meetingMessageFields()
{
    return {
        {"meeting:AssociatedCalendarItemId",
         [](const FieldPlace& p) {
             if (p.item.associatedId.isEmpty())
                 return;
             p.xml.startT("AssociatedCalendarItemId");
             p.xml.attribute("Id", p.item.associatedId);
             p.xml.end();
         },
         true, false},
        {"meeting:IsDelegated", [](const FieldPlace& p) { p.xml.t("IsDelegated", false); }},
        {"meeting:IsOutOfDate",
         [](const FieldPlace& p) { p.xml.t("IsOutOfDate", isOutOfDate(p.item, p.view.mailbox, p.view.site.reader())); },
         true},
        {"meeting:HasBeenProcessed", [](const FieldPlace& p) { p.xml.t("HasBeenProcessed", true); }, true},
        {"meeting:ResponseType", [](const FieldPlace& p) { p.xml.t("ResponseType", ewsAnswer(p.item.answer)); }, true},
        {"calendar:UID", [](const FieldPlace& p) { p.xml.t("UID", p.item.uid); }},
        {"calendar:RecurrenceId", &writeRecurrenceId},
        {"calendar:DateTimeStamp", [](const FieldPlace& p) { p.xml.t("DateTimeStamp", p.item.stamp); }},
    };
}

// The times and what hangs on them: the same in a calendar item and in a request.
QList<EwsField> timeFields()
{
    return {
        {"calendar:Start", [](const FieldPlace& p) { p.xml.t("Start", p.item.time.start); }, true},
        {"calendar:End", [](const FieldPlace& p) { p.xml.t("End", p.item.time.end); }, true},
        {"calendar:OriginalStart",
         [](const FieldPlace& p) {
             if (p.item.date)
                 p.xml.t("OriginalStart", p.item.date->originalStart);
         }},
        {"calendar:IsAllDayEvent", [](const FieldPlace& p) { p.xml.t("IsAllDayEvent", p.item.allDay); }},
        {"calendar:LegacyFreeBusyStatus",
         [](const FieldPlace& p) { p.xml.t("LegacyFreeBusyStatus", ewsBusy(p.item.busy)); }, true},
        {"calendar:Location", [](const FieldPlace& p) { p.xml.t("Location", p.item.location); }, true},
        {"calendar:IsMeeting", [](const FieldPlace& p) { p.xml.t("IsMeeting", p.item.isMeeting); }},
        {"calendar:IsCancelled", [](const FieldPlace& p) { p.xml.t("IsCancelled", p.item.isCancelled); }},
        {"calendar:IsRecurring",
         [](const FieldPlace& p) { p.xml.t("IsRecurring", p.item.date.has_value() || p.item.isSeries()); }},
        {"calendar:MeetingRequestWasSent",
         [](const FieldPlace& p) { p.xml.t("MeetingRequestWasSent", p.item.isMeeting); }},
    };
}

QList<EwsField> meetingFields()
{
    return {
        {"calendar:CalendarItemType", [](const FieldPlace& p) { p.xml.t("CalendarItemType", kindOf(p.item)); }, true},
        {"calendar:MyResponseType", [](const FieldPlace& p) { p.xml.t("MyResponseType", ewsAnswer(p.item.answer)); },
         true},
        {"calendar:Organizer", [](const FieldPlace& p) { p.xml.mailbox("Organizer", organizerOf(p)); }, true},
        {"calendar:RequiredAttendees",
         [](const FieldPlace& p) { writeAttendees(p, "RequiredAttendees", AttendeeList::Required); }, true, false},
        {"calendar:OptionalAttendees",
         [](const FieldPlace& p) { writeAttendees(p, "OptionalAttendees", AttendeeList::Optional); }, true, false},
        {"calendar:Resources", [](const FieldPlace& p) { writeAttendees(p, "Resources", AttendeeList::Resources); },
         true, false},
        {"calendar:Duration", [](const FieldPlace& p) { p.xml.t("Duration", duration(p.item.time)); }},
        {"calendar:AppointmentReplyTime",
         [](const FieldPlace& p) {
             if (p.item.answeredAt != Instant())
                 p.xml.t("AppointmentReplyTime", p.item.answeredAt);
         }},
        {"calendar:AppointmentSequenceNumber",
         [](const FieldPlace& p) { p.xml.t("AppointmentSequenceNumber", p.item.sequence); }},
        {"calendar:AppointmentState", [](const FieldPlace& p) { p.xml.t("AppointmentState", stateOf(p.item)); }},
        {"calendar:Recurrence", [](const FieldPlace& p) { writeRecurrence(p.xml, p.item); }, false, false},
        {"calendar:FirstOccurrence", [](const FieldPlace& p) { writeEdgeDate(p, "FirstOccurrence", false); }, false,
         false},
        {"calendar:LastOccurrence", [](const FieldPlace& p) { writeEdgeDate(p, "LastOccurrence", true); }, false,
         false},
        {"calendar:ModifiedOccurrences", [](const FieldPlace& p) { writeModifiedDates(p.xml, p.item); }, false, false},
        {"calendar:DeletedOccurrences", [](const FieldPlace& p) { writeDeletedDates(p.xml, p.item); }, false, false},
        {"calendar:StartTimeZone", [](const FieldPlace& p) { writeZone(p, "StartTimeZone"); }, false, false},
        {"calendar:EndTimeZone", [](const FieldPlace& p) { writeZone(p, "EndTimeZone"); }, false, false},
    };
}

QList<EwsField> calendarFields()
{
    QList<EwsField> fields{
        {"calendar:UID", [](const FieldPlace& p) { p.xml.t("UID", p.item.uid); }},
        {"calendar:RecurrenceId", &writeRecurrenceId},
        {"calendar:DateTimeStamp", [](const FieldPlace& p) { p.xml.t("DateTimeStamp", p.item.stamp); }},
    };
    fields += timeFields();
    fields.append({"calendar:IsResponseRequested",
                   [](const FieldPlace& p) { p.xml.t("IsResponseRequested", p.item.responseRequested); }});
    fields += meetingFields();
    fields.append({"calendar:IsOrganizer",
                   [](const FieldPlace& p) { p.xml.t("IsOrganizer", p.item.answer == Answer::Organizer); }});
    return fields;
}

QList<EwsField> requestFields()
{
    const QList<EwsField> own{
        {"meetingRequest:MeetingRequestType",
         [](const FieldPlace& p) {
             p.xml.t("MeetingRequestType",
                     p.item.sequence == 0 ? QStringLiteral("NewMeetingRequest") : QStringLiteral("FullUpdate"));
         }},
        {"meetingRequest:IntendedFreeBusyStatus",
         [](const FieldPlace& p) { p.xml.t("IntendedFreeBusyStatus", ewsBusy(p.item.intendedBusy)); }}};
    return itemFields() + messageFields() + meetingMessageFields() + own + timeFields() + meetingFields();
}

QList<EwsField> placeFields()
{
    return {
        {"calendar:Start", [](const FieldPlace& p) { p.xml.t("Start", p.item.time.start); }, true},
        {"calendar:End", [](const FieldPlace& p) { p.xml.t("End", p.item.time.end); }, true},
        {"calendar:Location", [](const FieldPlace& p) { p.xml.t("Location", p.item.location); }, true},
        {"calendar:CalendarItemType", [](const FieldPlace& p) { p.xml.t("CalendarItemType", kindOf(p.item)); }, true}};
}

} // namespace

const QList<EwsField>& fieldsOf(ItemClass itemClass)
{
    static const QList<EwsField> calendar = itemFields() + calendarFields();
    static const QList<EwsField> request = requestFields();
    static const QList<EwsField> meetingMessage
        = itemFields() + messageFields() + meetingMessageFields() + placeFields();
    static const QList<EwsField> message = itemFields() + messageFields();
    switch (itemClass) {
    case ItemClass::Appointment:
        return calendar;
    case ItemClass::Request:
        return request;
    case ItemClass::Cancellation:
    case ItemClass::Response:
        return meetingMessage;
    case ItemClass::Note:
        return message;
    }
    return message;
}

void writeMimeContent(EwsXml& xml, const Item& item)
{
    const QByteArray mime = item.itemClass == ItemClass::Appointment
        ? composeInvitation(item, ItipMethod::Publish, item.organizer, {}, item.modifiedAt)
        : item.mime;
    xml.startT("MimeContent");
    xml.attribute("CharacterSet", QStringLiteral("UTF-8"));
    xml.text(QString::fromLatin1(mime.toBase64()));
    xml.end();
}

} // namespace reserve::practice
