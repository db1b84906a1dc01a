// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/letters.h"

#include "models/base/address.h"
#include "models/composing/mimewriter.h"
#include "models/itip/contentlinewriter.h"
#include "models/itip/itipwriter.h"

namespace reserve::practice {

namespace {

Participation participationOf(Answer answer)
{
    if (answer == Answer::Declined)
        return Participation::Declined;
    return answer == Answer::Tentative ? Participation::Tentative : Participation::Accepted;
}

QString subjectPrefix(Answer answer)
{
    if (answer == Answer::Declined)
        return QStringLiteral("Declined: ");
    return answer == Answer::Tentative ? QStringLiteral("Tentative: ") : QStringLiteral("Accepted: ");
}

// Lines that the writer does not have, put in before the end of its one event.
QByteArray withLines(QByteArray calendar, const QByteArray& lines)
{
    return calendar.insert(calendar.indexOf("END:VEVENT"), lines);
}

// Exchange writes none (nextcloud/server 53949); so whoever reads it is rehearsed.
QByteArray withoutOrganizer(QByteArray calendar)
{
    const qsizetype from = calendar.indexOf("\r\nORGANIZER");
    if (from < 0)
        return calendar;
    qsizetype to = calendar.indexOf("\r\n", from + 2);
    while (to >= 0 && to + 2 < calendar.size() && calendar.at(to + 2) == ' ')
        to = calendar.indexOf("\r\n", to + 2);
    return to < 0 ? calendar : calendar.remove(from, to - from);
}

QByteArray mailOf(const MailPerson& from, const QList<MailPerson>& to, const QString& subject, const QString& text,
                  const QByteArray& calendar, const QByteArray& method, Instant now)
{
    MimeWriter writer;
    writer.addPeople("From", {from});
    writer.addPeople("To", to);
    writer.addText("Subject", subject);
    writer.addDate(now);
    writer.addIds("Message-ID", {newMessageId(domainOf(from.address).toString())});
    writer.addText("Thread-Topic", subject);
    return writer.write(
        {{QByteArrayLiteral("text/plain; charset=\"utf-8\""), MimePart::Encoding::QuotedPrintable, text.toUtf8()},
         {"text/calendar; charset=\"utf-8\"; method=" + method, MimePart::Encoding::Base64, calendar}});
}

QByteArray timeText(const ItipTime& time)
{
    if (time.kind == ItipTime::Kind::Date)
        return time.wall.toString(QStringLiteral("yyyyMMdd")).toLatin1();
    const QByteArray text = time.wall.toString(QStringLiteral("yyyyMMdd'T'HHmmss")).toLatin1();
    return time.kind == ItipTime::Kind::Utc ? text + 'Z' : text;
}

QByteArray dayText(const RecurrenceRule::Weekday& weekday)
{
    static const char* const names[] = {"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
    const QByteArray ordinal = weekday.ordinal == 0 ? QByteArray() : QByteArray::number(weekday.ordinal);
    return ordinal + names[weekday.day.c_encoding()];
}

QByteArray numbers(const QList<int>& values)
{
    QByteArrayList texts;
    for (const int value : values)
        texts.append(QByteArray::number(value));
    return texts.join(',');
}

WrittenEvent eventOf(const Item& item, const MailPerson& organizer, Instant now)
{
    WrittenEvent event;
    event.uid = item.uid;
    event.sequence = item.sequence;
    event.stamp = now;
    event.organizer = organizer.address;
    event.organizerName = organizer.name;
    for (const Attendee& attendee : item.attendees)
        event.attendees.append({attendee.address, attendee.name, attendee.isResource, attendee.isOptional});
    event.range = item.time;
    event.zone = item.zone;
    if (item.allDay) {
        event.allDayFrom = toDateTime(item.time.start).date();
        event.allDayTo = toDateTime(item.time.end).date();
    }
    event.summary = item.subject;
    event.location = item.location;
    event.description = item.body;
    event.busy = item.busy;
    event.privacy = item.privacy;
    return event;
}

} // namespace

QByteArray ruleText(const RecurrenceRule& rule)
{
    static const char* const frequencies[] = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
    QByteArrayList parts{QByteArray("FREQ=") + frequencies[int(rule.frequency)]};
    if (rule.count)
        parts.append("COUNT=" + QByteArray::number(*rule.count));
    if (rule.until.isPresent())
        parts.append("UNTIL=" + timeText(rule.until));
    parts.append("INTERVAL=" + QByteArray::number(rule.interval));
    QByteArrayList days;
    for (const RecurrenceRule::Weekday& day : rule.weekdays)
        days.append(dayText(day));
    if (!days.isEmpty())
        parts.append("BYDAY=" + days.join(','));
    if (!rule.monthDays.isEmpty())
        parts.append("BYMONTHDAY=" + numbers(rule.monthDays));
    if (!rule.months.isEmpty())
        parts.append("BYMONTH=" + numbers(rule.months));
    if (!rule.setPositions.isEmpty())
        parts.append("BYSETPOS=" + numbers(rule.setPositions));
    parts.append("WKST=" + dayText({0, rule.weekStart}));
    return parts.join(';');
}

QByteArray composeResponse(const Item& meeting, const Response& response, const MailPerson& from, Instant now)
{
    ItipReply reply;
    reply.uid = meeting.uid;
    reply.sequence = meeting.sequence;
    reply.participation = participationOf(response.kind);
    reply.mailbox = from.address;
    reply.spaceName = from.name;
    reply.organizerLine = "ORGANIZER:mailto:" + meeting.organizer.address.toUtf8();
    reply.range = meeting.time;
    reply.summary = subjectPrefix(response.kind) + meeting.subject;
    reply.comment = response.comment;
    reply.stamp = now;
    if (meeting.date)
        reply.recurrenceId = recurrenceIdFromKey(meeting.date->key);
    return mailOf(from, {meeting.organizer}, reply.summary, response.comment, withoutOrganizer(writeReply(reply)),
                  QByteArrayLiteral("REPLY"), now);
}

QByteArray composeInvitation(const Item& item, ItipMethod method, const MailPerson& organizer, const QString& comment,
                             Instant now)
{
    WrittenCalendar calendar;
    calendar.method = method;
    calendar.zones = ZoneDialect::Windows;
    calendar.exchangeProperties = true;
    calendar.events = {eventOf(item, organizer, now)};
    ContentLineWriter lines;
    if (item.isSeries() && item.recurrence->rule)
        lines.raw("RRULE", ruleText(*item.recurrence->rule));
    if (item.date)
        lines.instant("RECURRENCE-ID", item.date->originalStart);
    QList<MailPerson> to;
    for (const Attendee& attendee : item.attendees)
        to.append({attendee.address, attendee.name});
    const bool cancels = method == ItipMethod::Cancel;
    const QString subject = cancels ? u"Canceled: " + item.subject : item.subject;
    return mailOf(organizer, to, subject, comment.isEmpty() ? item.body : comment,
                  withLines(writeCalendar(calendar), lines.take()), methodName(method), now);
}

} // namespace reserve::practice
