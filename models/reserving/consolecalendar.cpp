// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/consolecalendar.h"

#include "models/itip/contentlinewriter.h"
#include "models/itip/recurrencerule.h"

#include <QTimeZone>

#include <algorithm>

namespace reserve {

namespace {

QTimeZone zoneNamed(const QByteArray& id)
{
    const QTimeZone zone(id);
    return id.isEmpty() || !zone.isValid() ? QTimeZone::utc() : zone;
}

QByteArray wallText(const QDateTime& wall)
{
    return wall.toString(u"yyyyMMdd'T'HHmmss").toLatin1();
}

// In the hour that the clocks repeat a wall time means two instants: then UTC says which.
bool isExact(Instant instant, const QTimeZone& zone)
{
    const QDateTime wall = toDateTime(instant).toTimeZone(zone);
    return fromDateTime(QDateTime(wall.date(), wall.time(), zone)) == instant;
}

void writeTime(ContentLineWriter& lines, const QByteArray& name, Instant instant, const QByteArray& zoneId)
{
    const QTimeZone zone = zoneNamed(zoneId);
    if (zoneId.isEmpty() || !isExact(instant, zone))
        lines.instant(name, instant);
    else
        lines.raw(name + ";TZID=" + zoneId, wallText(toDateTime(instant).toTimeZone(zone)));
}

void writeTimes(ContentLineWriter& lines, const ConsoleMeeting& meeting, const QByteArray& spaceZone)
{
    if (meeting.allDay) {
        const DayRange days = daysOf(meeting.time, spaceZone);
        lines.date("DTSTART", days.from);
        lines.date("DTEND", days.to);
        return;
    }
    writeTime(lines, "DTSTART", meeting.time.start, meeting.timeZone);
    writeTime(lines, "DTEND", meeting.time.end, meeting.timeZone);
}

void writeRecurrenceId(ContentLineWriter& lines, const QString& key)
{
    if (const auto instant = instantFromIso(key))
        lines.instant("RECURRENCE-ID", *instant);
    else
        lines.date("RECURRENCE-ID", QDate::fromString(key, Qt::ISODate));
}

// UNTIL as a date means the end of that day; where DTSTART has a time, RFC 5545 3.3.10 wants an instant.
QByteArray ruleText(const ConsoleMeeting& meeting)
{
    const auto rule = parseRecurrenceRule(meeting.rule);
    if (!rule || meeting.allDay || rule->until.kind != ItipTime::Kind::Date)
        return meeting.rule;
    const QDateTime nextDay(rule->until.wall.date().addDays(1), QTime(0, 0), zoneNamed(meeting.timeZone));
    const QByteArray until = utcText(fromDateTime(nextDay) - std::chrono::seconds(1));
    QList<QByteArray> parts = meeting.rule.split(';');
    for (QByteArray& part : parts) {
        if (part.startsWith("UNTIL="))
            part = "UNTIL=" + until;
    }
    return parts.join(';');
}

} // namespace

DayRange daysOf(TimeRange time, const QByteArray& zoneId)
{
    const QTimeZone zone = zoneNamed(zoneId);
    const QDate from = toDateTime(time.start).toTimeZone(zone).date();
    const QDate last = toDateTime(time.end - Milliseconds(1)).toTimeZone(zone).date();
    return {from, std::max(from, last).addDays(1)};
}

QDate dateOf(const QString& recurrenceId, const QByteArray& zone)
{
    if (const auto instant = instantFromIso(recurrenceId))
        return toDateTime(*instant).toTimeZone(zoneNamed(zone)).date();
    return QDate::fromString(recurrenceId, Qt::ISODate);
}

QByteArray recurrenceLines(const ConsoleMeeting& meeting, const QList<QDate>& without)
{
    if (!meeting.isSeries())
        return {};
    QList<QByteArray> lines{"RRULE:" + ruleText(meeting)};
    const QTimeZone zone = zoneNamed(meeting.timeZone);
    const QTime start = toDateTime(meeting.time.start).toTimeZone(zone).time();
    for (const QDate& date : meeting.exceptions + without) {
        if (meeting.allDay)
            lines.append("EXDATE;VALUE=DATE:" + date.toString(u"yyyyMMdd").toLatin1());
        else
            lines.append("EXDATE;TZID=" + meeting.timeZone + ':' + wallText(QDateTime(date, start, Qt::UTC)));
    }
    return lines.join("\r\n");
}

namespace {

struct WrittenFor
{
    const Person& person;
    const Space& space;
    QByteArray zone;
};

void writeEvent(ContentLineWriter& lines, const ConsoleEvent& event, bool isCancelled, const WrittenFor& whom)
{
    const ConsoleMeeting& meeting = event.meeting;
    lines.begin("VEVENT");
    lines.raw("UID", meeting.uid.toUtf8());
    lines.number("SEQUENCE", event.sequence);
    lines.instant("DTSTAMP", event.stamp);
    lines.raw("ORGANIZER;CN=" + parameterText(whom.person.displayName()), mailtoUri(meeting.organizer));
    lines.raw("ATTENDEE;CUTYPE=ROOM;ROLE=NON-PARTICIPANT;CN=" + parameterText(whom.space.name),
              mailtoUri(whom.space.mailbox));
    if (!event.recurrenceId.isEmpty())
        writeRecurrenceId(lines, event.recurrenceId);
    writeTimes(lines, meeting, whom.zone);
    if (event.recurrenceId.isEmpty() && !isCancelled) {
        for (const QByteArray& line : recurrenceLines(meeting).split('\n')) {
            const QByteArray trimmed = line.trimmed();
            if (const qsizetype colon = trimmed.indexOf(':'); colon > 0)
                lines.raw(trimmed.first(colon), trimmed.sliced(colon + 1));
        }
    }
    lines.text("SUMMARY", meeting.subject);
    lines.text("LOCATION", whom.space.name);
    lines.text("DESCRIPTION", meeting.body);
    lines.raw("CLASS", meeting.isPrivate ? "PRIVATE" : "PUBLIC");
    lines.raw("STATUS", isCancelled ? "CANCELLED" : "CONFIRMED");
    lines.end("VEVENT");
}

} // namespace

QByteArray calendarText(const ConsoleEvent& event, const Person& person, const Space& space,
                        const QByteArray& spaceZone)
{
    const WrittenFor whom{person, space, spaceZone};
    ContentLineWriter lines;
    lines.begin("VCALENDAR");
    lines.raw("METHOD", methodName(event.method));
    lines.raw("PRODID", "-//Reserve Console//Console//EN");
    lines.raw("VERSION", "2.0");
    writeEvent(lines, event, event.method == ItipMethod::Cancel, whom);
    for (const Reservation& date : event.dates) {
        ConsoleEvent one{event.meeting, date.recurrenceId, event.method, event.sequence, event.stamp};
        one.meeting.time = date.time;
        one.meeting.subject = date.subject;
        one.meeting.isPrivate = date.isPrivate;
        writeEvent(lines, one, !holdsSlot(date.status), whom);
    }
    lines.end("VCALENDAR");
    return lines.take();
}

} // namespace reserve
