// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/meetingreading.h"

#include "models/base/address.h"
#include "models/itip/tnefcalendar.h"
#include "models/mail/messagereader.h"
#include "models/mail/mimedecoding.h"

#include <QSet>

#include <algorithm>

namespace reserve {

namespace {

MessageKind kindOfMeeting(ItipMethod method)
{
    switch (method) {
    case ItipMethod::Request:
        return MessageKind::MeetingRequest;
    case ItipMethod::Cancel:
        return MessageKind::MeetingCancel;
    default:
        return MessageKind::MeetingOther;
    }
}

MessageKind kindOf(MailKind kind, ItipMethod method)
{
    switch (kind) {
    case MailKind::MeetingMail:
        return kindOfMeeting(method);
    case MailKind::Bounce:
        return MessageKind::Bounce;
    case MailKind::Receipt:
        return MessageKind::Receipt;
    case MailKind::AutoReply:
        return MessageKind::AutoReply;
    case MailKind::OwnMail:
        return MessageKind::OwnMail;
    case MailKind::TnefOnly:
    case MailKind::Unreadable:
        return MessageKind::Unreadable;
    case MailKind::PlainMail:
        return MessageKind::Plain;
    }
    Q_UNREACHABLE();
}

// METHOD in the calendar wins over the parameter of its MIME part (RFC 6047 2.4 wants them equal).
ItipMethod methodOf(const MessageContent& content, const std::optional<ItipIdentity>& identity)
{
    if (identity && identity->method != ItipMethod::None)
        return identity->method;
    return content.calendar ? methodFromName(content.calendar->mimeMethod) : ItipMethod::None;
}

QString decodeCharset(QByteArrayView octets, const QByteArray& charset)
{
    return QString::fromUtf8(toUtf8(octets.toByteArray(), charset).text);
}

// What winmail.dat leaves to the mail around it.
void completeFromHead(TnefMeeting& meeting, const MessageContent& content)
{
    if (meeting.subject.isEmpty())
        meeting.subject = content.subject;
    if (meeting.listsAttendees)
        return;
    const auto add = [&](const QList<MailAddress>& recipients, TnefAttendee::Role role) {
        for (const MailAddress& one : recipients) {
            if (!sameAddress(one.address, meeting.organizer.address))
                meeting.attendees.append({{one.address, one.name}, role});
        }
    };
    add(content.to, TnefAttendee::Role::Required);
    add(content.cc, TnefAttendee::Role::Optional);
}

// A mail that Exchange wrapped as a whole is judged by what it is inside.
MailClass classOfWrapped(MessageContent& content, const QString& messageClass, bool reversePathIsNull)
{
    const QString name = messageClass.toUpper();
    if (name.startsWith(QLatin1String("REPORT."))) {
        if (name.endsWith(QLatin1String(".NDR")))
            return {MailKind::Bounce, {QByteArrayLiteral("mail.kind.bounce-unstructured"), {}}};
        return {MailKind::Receipt, {QByteArrayLiteral("mail.kind.receipt"), {}}};
    }
    content.hasTnef = false;
    content.isOpaqueSmime = content.isOpaqueSmime || name.startsWith(QLatin1String("IPM.NOTE.SMIME"));
    return classify(content, reversePathIsNull);
}

// A meeting that comes only as winmail.dat goes on as the calendar it stands for.
void unpackTnef(MessageReading& reading, bool reversePathIsNull)
{
    MessageContent& content = reading.content;
    if (reading.mailClass.kind != MailKind::TnefOnly || content.hasProblem("mail.tnef-too-large"))
        return;
    const QByteArray octets = std::exchange(content.tnef, {});
    Result<TnefReading> tnef = readTnef(octets, decodeCharset);
    if (!tnef) {
        reading.mailClass.reason = tnef.error().reason();
        return;
    }
    if (!tnef->meeting) {
        reading.mailClass = classOfWrapped(content, tnef->messageClass, reversePathIsNull);
        return;
    }
    completeFromHead(*tnef->meeting, content);
    Result<QByteArray> calendar = writeTnefCalendar(*tnef->meeting);
    if (!calendar) {
        reading.mailClass.reason = calendar.error().reason();
        return;
    }
    const QByteArray method = methodName(tnef->meeting->method);
    content.calendar = {std::move(*calendar), method, method, content.tnefWhere, CalendarText::Source::Tnef};
    reading.mayOmitAttendees = !tnef->meeting->listsAttendees;
    reading.mailClass = {MailKind::MeetingMail,
                         {QByteArrayLiteral("tnef.decoded"),
                          {{QStringLiteral("method"), QString::fromLatin1(method)},
                           {QStringLiteral("part"), QString::fromLatin1(content.tnefWhere)}}}};
}

bool isRoom(const ItipAttendee& attendee)
{
    return attendee.kind.compare(QLatin1String("ROOM"), Qt::CaseInsensitive) == 0
        || attendee.kind.compare(QLatin1String("RESOURCE"), Qt::CaseInsensitive) == 0;
}

const ItipAttendee* roomAmong(const ItipEvent& event, const Space& space, const QString& recipient)
{
    for (const QString& address : {space.mailbox, recipient, space.delegateContact}) {
        if (address.isEmpty())
            continue;
        if (const ItipAttendee* attendee = event.attendee(address))
            return attendee;
    }
    return nullptr;
}

QList<Attendee> attendeesOf(const ItipEvent& event)
{
    QList<Attendee> attendees;
    attendees.reserve(event.attendees.size());
    for (const ItipAttendee& attendee : event.attendees)
        attendees.append({attendee.address, attendee.name, attendee.role, attendee.participation});
    return attendees;
}

} // namespace

std::shared_ptr<const MessageReading> readMail(QByteArrayView raw, const QString& reversePath)
{
    auto reading = std::make_shared<MessageReading>();
    if (Result<MessageContent> content = readMessage(raw))
        reading->content = std::move(*content);
    reading->mailClass = classify(reading->content, reversePath.isEmpty());
    unpackTnef(*reading, reversePath.isEmpty());
    if (reading->content.calendar)
        reading->identity = identify(reading->content.calendar->text);
    const ItipMethod method = methodOf(reading->content, reading->identity);
    reading->kind = kindOf(reading->mailClass.kind, method);
    reading->method = methodName(method);
    if (reading->identity && !reading->identity->organizer.isEmpty())
        reading->requester = reading->identity->organizer;
    else if (!reading->content.from.isEmpty())
        reading->requester = reading->content.from.address;
    else
        reading->requester = reversePath;
    return reading;
}

std::shared_ptr<const MessageReading> unreadMail(const QString& reversePath, const Reason& why)
{
    auto reading = std::make_shared<MessageReading>();
    reading->mailClass = {MailKind::Unreadable, why};
    reading->kind = MessageKind::Unreadable;
    reading->requester = reversePath;
    return reading;
}

Result<ItipMessage> readMeeting(const MessageReading& reading, const ItipReader& reader, Instant now)
{
    if (!reading.content.calendar)
        return failure("itip.not-calendar");
    // Without a space's zone: floating times stay open until requestFor() knows the space.
    Result<ItipMessage> message = reader.read(reading.content.calendar->text, {QByteArray(), now, {}});
    if (message && reading.mayOmitAttendees) {
        for (ItipEvent& event : message->events)
            event.mayOmitAttendees = true;
    }
    return message;
}

bool senderSpeaksForOrganizer(const MessageReading& reading, const ItipEvent& event)
{
    const QString& organizer = event.organizer.address;
    if (organizer.isEmpty())
        return true;
    const QString& sentBy = event.organizer.sentBy;
    const QStringList senders{reading.content.from.address, reading.content.sender.address};
    return std::any_of(senders.begin(), senders.end(), [&](const QString& sender) {
        return !sender.isEmpty() && (sameAddress(sender, organizer) || sameAddress(sender, sentBy));
    });
}

int seatsOf(const ItipEvent& event, const QString& organizer, const QString& roomAddress)
{
    QSet<QString> people{addressKey(organizer)};
    for (const ItipAttendee& attendee : event.attendees) {
        if (!isRoom(attendee) && !sameAddress(attendee.address, roomAddress))
            people.insert(addressKey(attendee.address));
    }
    return int(people.size());
}

MeetingRequest requestFor(const ItipEvent& event, ItipMethod method, const Space& space, const QString& recipient,
                          const QByteArray& zone, const QString& requester, const ItipReader& reader)
{
    const ItipEvent here = event.needsSpaceZone() ? reader.resolved(event, zone) : event;
    const ItipAttendee* room = roomAmong(here, space, recipient);
    MeetingRequest request;
    request.organizer = here.organizer.address.isEmpty() ? requester : here.organizer.address;
    request.organizerName = here.organizer.name;
    request.key
        = {addressKey(request.organizer), here.uid, here.recurrenceId ? here.recurrenceId->key : QString(), space.id};
    request.namedAs = here.recurrenceId ? here.recurrenceId->name() : QString();
    request.version = {here.sequence, here.stamp, method == ItipMethod::Cancel, here.contentHash};
    request.sentBy = here.organizer.sentBy;
    request.subject = here.summary;
    request.time = here.range;
    // A CANCEL of one occurrence may name nothing but which one.
    if (method == ItipMethod::Cancel && !request.time && here.recurrenceId) {
        if (const auto when = reader.instantOf(*here.recurrenceId, zone))
            request.time = TimeRange{*when, *when};
        // A date may be that of an occurrence late in the day.
        if (request.time && here.recurrenceId->sent.kind == ItipTime::Kind::Date) {
            ItipRecurrenceId next = *here.recurrenceId;
            next.sent.wall = next.sent.wall.addDays(1);
            request.time->end = reader.instantOf(next, zone).value_or(request.time->end);
        }
    }
    request.obstacle = here.obstacle;
    request.allDay = here.allDay;
    request.isPrivate = here.privacy != PrivacyKind::Public;
    request.timeZone = here.zoneId;
    request.roomListed = room || here.mayOmitAttendees;
    request.roomAddress = room ? room->address : here.mayOmitAttendees ? space.mailbox : QString();
    request.answerWanted = here.responseRequested && (!room || room->responseWanted.value_or(true));
    request.seats = seatsOf(here, request.organizer, request.roomAddress);
    request.attendees = attendeesOf(here);
    return request;
}

} // namespace reserve
