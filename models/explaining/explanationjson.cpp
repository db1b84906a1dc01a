// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/explaining/explanationjson.h"

#include "models/entities/enumtext.h"
#include "models/explaining/recurrencewords.h"
#include "models/exporting/jsonarray.h"
#include "models/exporting/tracesjson.h"
#include "models/wording/wording.h"

#include <QJsonArray>

namespace reserve {

namespace {

QJsonValue orNull(const QString& value)
{
    return value.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(value);
}

QJsonValue reasonOrNull(const Reason& reason)
{
    if (reason.isEmpty())
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("code"), QString::fromLatin1(reason.code)},
                       {QStringLiteral("text"), sentence(reason)}};
}

QJsonArray toJson(const QList<Reason>& reasons)
{
    QJsonArray array;
    for (const Reason& reason : reasons)
        array.append(reasonOrNull(reason));
    return array;
}

void insertTimes(QJsonObject& object, const std::optional<TimeRange>& range)
{
    object.insert(QStringLiteral("start"), range ? QJsonValue(toIso(range->start)) : QJsonValue::Null);
    object.insert(QStringLiteral("end"), range ? QJsonValue(toIso(range->end)) : QJsonValue::Null);
}

QJsonObject toJson(const UnderstoodZone& zone)
{
    return {{QStringLiteral("sent"), orNull(QString::fromUtf8(zone.sent))},
            {QStringLiteral("iana"), orNull(QString::fromUtf8(zone.iana))},
            {QStringLiteral("source"), QString::fromLatin1(toText(zone.source))}};
}

QJsonArray toJson(const QList<ItipAttendee>& attendees)
{
    QJsonArray array;
    for (const ItipAttendee& attendee : attendees) {
        array.append(QJsonObject{{QStringLiteral("address"), attendee.address},
                                 {QStringLiteral("name"), attendee.name},
                                 {QStringLiteral("kind"), orNull(attendee.kind)},
                                 {QStringLiteral("role"), orNull(attendee.role)},
                                 {QStringLiteral("status"), orNull(attendee.participation)}});
    }
    return array;
}

QJsonValue recurrenceOf(const UnderstoodEvent& understood)
{
    if (!understood.event.recurrence)
        return QJsonValue::Null;
    const ItipRecurrence& recurrence = *understood.event.recurrence;
    QJsonObject object{{QStringLiteral("text"), recurrenceWords(recurrence, understood.event.start, QLocale())},
                       {QStringLiteral("endless"), recurrence.rule && recurrence.rule->isEndless()},
                       {QStringLiteral("exceptions"), recurrence.exceptions.size()}};
    if (const auto& dates = understood.dates) {
        QJsonArray first;
        for (const Occurrence& occurrence : dates->first) {
            QJsonObject one{{QStringLiteral("recurrence_id"), occurrence.key}};
            insertTimes(one, occurrence.time);
            first.append(one);
        }
        object.insert(QStringLiteral("first"), first);
        object.insert(QStringLiteral("count"), dates->count);
        object.insert(QStringLiteral("more"), dates->isMore);
        object.insert(QStringLiteral("problem"), reasonOrNull(dates->problem));
    }
    return object;
}

QJsonObject toJson(const UnderstoodEvent& understood)
{
    const ItipEvent& event = understood.event;
    const CalendarAddress& organizer = event.organizer;
    QJsonObject object{
        {QStringLiteral("uid"), event.uid},
        {QStringLiteral("sequence"), event.sequence},
        {QStringLiteral("stamp"), toIso(event.stamp)},
        {QStringLiteral("recurrence_id"), orNull(event.recurrenceId ? event.recurrenceId->key : QString())},
        {QStringLiteral("this_and_future"), event.recurrenceId && event.recurrenceId->thisAndFuture},
        {QStringLiteral("subject"), event.summary},
        {QStringLiteral("location"), orNull(event.location)},
        {QStringLiteral("all_day"), event.allDay},
        {QStringLiteral("private"), event.privacy != PrivacyKind::Public},
        {QStringLiteral("answer_wanted"), event.responseRequested},
        {QStringLiteral("time_zone"), toJson(understood.zone)},
        {QStringLiteral("recurrence"), recurrenceOf(understood)},
        {QStringLiteral("organizer"),
         QJsonObject{{QStringLiteral("address"), orNull(organizer.address)},
                     {QStringLiteral("name"), orNull(organizer.name)},
                     {QStringLiteral("sent_by"), orNull(organizer.sentBy)}}},
        {QStringLiteral("sender_speaks_for_organizer"), understood.senderSpeaks},
        {QStringLiteral("attendees"), toJson(event.attendees)},
        {QStringLiteral("obstacle"), reasonOrNull(event.obstacle)},
        {QStringLiteral("problems"), toJson(event.problems)}};
    insertTimes(object, event.range);
    return object;
}

QJsonArray toJson(const QList<MessagePart>& parts)
{
    QJsonArray array;
    for (const MessagePart& part : parts) {
        array.append(QJsonObject{{QStringLiteral("part"), QString::fromLatin1(part.where)},
                                 {QStringLiteral("type"), QString::fromLatin1(part.type)},
                                 {QStringLiteral("name"), orNull(part.name)},
                                 {QStringLiteral("charset"), orNull(QString::fromLatin1(part.charset))},
                                 {QStringLiteral("encoding"), orNull(QString::fromLatin1(part.encoding))},
                                 {QStringLiteral("size"), part.size}});
    }
    return array;
}

QJsonObject toldObject(const OutboxEntry& entry)
{
    QJsonObject object{{QStringLiteral("kind"), QString::fromLatin1(toText(entry.kind))},
                       {QStringLiteral("recipient"), entry.recipient}};
    const auto told = announcementFromJson(entry.payload);
    if (!told)
        return object;
    QJsonArray alternatives;
    for (const Alternative& alternative : told->alternatives) {
        QJsonObject one{{QStringLiteral("space"), alternative.spaceName}};
        insertTimes(one, alternative.time);
        alternatives.append(one);
    }
    object.insert(QStringLiteral("status"), QString::fromLatin1(toText(told->status)));
    object.insert(QStringLiteral("recurrence_id"), orNull(told->recurrenceId));
    object.insert(QStringLiteral("alternatives"), alternatives);
    return object;
}

QJsonObject toJson(const RehearsedDecision& decision)
{
    QJsonObject object = toJsonObject(decision.trace, decision.space ? decision.space->name : QString());
    object.remove(QStringLiteral("id"));
    QJsonArray reservations;
    for (const Reservation& row : decision.reservations) {
        QJsonObject one{{QStringLiteral("status"), QString::fromLatin1(toText(row.status))},
                        {QStringLiteral("recurrence_id"), orNull(row.recurrenceId)},
                        {QStringLiteral("all_day"), row.allDay},
                        {QStringLiteral("reason"), reasonOrNull(row.reason)}};
        insertTimes(one, row.time);
        reservations.append(one);
    }
    QJsonArray told;
    for (const OutboxEntry& entry : decision.told)
        told.append(toldObject(entry));
    object.insert(QStringLiteral("reservations"), reservations);
    object.insert(QStringLiteral("told"), told);
    return object;
}

QJsonObject tnefOf(const MessageReading& reading)
{
    const bool isRead = reading.content.calendar && reading.content.calendar->source == CalendarText::Source::Tnef;
    const bool speaks = isRead || reading.mailClass.kind == MailKind::TnefOnly;
    return {{QStringLiteral("present"), reading.content.hasTnef},
            {QStringLiteral("read"), isRead},
            {QStringLiteral("reason"), speaks ? reasonOrNull(reading.mailClass.reason) : QJsonValue::Null}};
}

} // namespace

QJsonObject toJsonObject(const Explanation& explanation)
{
    const PreparedMessage& message = explanation.understanding.message;
    const MessageReading& reading = *message.reading;
    const MessageContent& content = reading.content;
    QJsonArray events;
    for (const UnderstoodEvent& event : explanation.understanding.events)
        events.append(toJson(event));
    QJsonArray decisions;
    for (const RehearsedDecision& decision : explanation.decisions)
        decisions.append(toJson(decision));
    const Reason unreadable = message.meeting ? Reason() : message.meeting.error().reason();
    return {{QStringLiteral("kind"), QString::fromLatin1(toText(reading.kind))},
            {QStringLiteral("method"), orNull(QString::fromLatin1(reading.method))},
            {QStringLiteral("classification"), reasonOrNull(reading.mailClass.reason)},
            {QStringLiteral("subject"), content.subject},
            {QStringLiteral("message_id"), orNull(content.messageId)},
            {QStringLiteral("from"), orNull(content.from.address)},
            {QStringLiteral("sender"), explanation.sender},
            {QStringLiteral("requester"), orNull(reading.requester)},
            {QStringLiteral("recipients"), QJsonArray::fromStringList(explanation.recipients)},
            {QStringLiteral("size"), explanation.understanding.size},
            {QStringLiteral("parts"), toJson(content.parts)},
            {QStringLiteral("tnef"), tnefOf(reading)},
            {QStringLiteral("problems"), toJson(content.problems)},
            {QStringLiteral("unreadable"), reasonOrNull(unreadable)},
            {QStringLiteral("events"), events},
            {QStringLiteral("decisions"), decisions},
            {QStringLiteral("undecided"), reasonOrNull(explanation.undecided)}};
}

} // namespace reserve
