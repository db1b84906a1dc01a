// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/itipwriter.h"

#include "models/itip/contentline.h"
#include "models/itip/contentlinewriter.h"
#include "models/itip/windowszones.h"
#include "models/itip/zonedescription.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace reserve {

namespace {

constexpr char productId[] = "-//Reserve Console//Reserve Console//EN";

// The parameters of a line without those that only the organizer's copy carries, and the line's value behind
// them.
struct RepeatedLine
{
    QByteArray parameters; // with a leading semicolon where there are any
    QByteArray value;
};

RepeatedLine repeated(const QByteArray& text, const QList<QByteArrayView>& without)
{
    const ContentLine line = splitLine(text);
    RepeatedLine result{{}, line.value.toByteArray()};
    QByteArray one;
    bool quoted = false;
    const auto keep = [&] {
        const QByteArrayView name = QByteArrayView(one).first(std::max<qsizetype>(0, one.indexOf('=')));
        const bool dropped = name.isEmpty()
            || std::any_of(without.begin(), without.end(),
                           [name](QByteArrayView other) { return name.compare(other, Qt::CaseInsensitive) == 0; });
        if (!dropped)
            result.parameters += ';' + one;
        one.clear();
    };
    for (const char c : line.parameters) {
        quoted = quoted != (c == '"');
        if (c == ';' && !quoted)
            keep();
        else
            one.append(c);
    }
    keep();
    return result;
}

void copyLines(ContentLineWriter& lines, const QByteArray& text)
{
    for (const QByteArray& one : text.split('\n')) {
        const ContentLine line = splitLine(QByteArrayView(one).trimmed());
        if (!line.name.isEmpty())
            lines.raw(line.name.toByteArray()
                          + (line.parameters.isEmpty() ? QByteArray() : ';' + line.parameters.toByteArray()),
                      line.value.toByteArray());
    }
}

// A time as sent; a TZID in quotes where it needs them, which not every program knows.
void writeSentTime(ContentLineWriter& lines, QByteArray name, const ItipTime& time)
{
    const bool isDate = time.kind == ItipTime::Kind::Date;
    if (isDate)
        name += ";VALUE=DATE";
    else if (!time.zone.isEmpty())
        name += ";TZID=" + parameterText(QString::fromUtf8(time.zone));
    if (time.isPresent())
        lines.raw(name,
                  time.wall.toString(isDate ? u"yyyyMMdd" : u"yyyyMMdd'T'HHmmss").toLatin1()
                      + (time.kind == ItipTime::Kind::Utc ? "Z" : ""));
}

// What is longer describes no zone, and what holds another component is none.
bool isPlainZone(const QByteArray& text)
{
    constexpr qsizetype longest = 16 * 1024;
    const QByteArray upper = text.size() <= longest ? text.trimmed().toUpper() : QByteArray();
    return upper.startsWith("BEGIN:VTIMEZONE") && upper.endsWith("END:VTIMEZONE") && upper.count("VTIMEZONE") == 2
        && !upper.contains(":VCALENDAR");
}

void writeTimes(ContentLineWriter& lines, const ItipReply& reply)
{
    if (reply.allDayFrom.isValid()) {
        lines.date("DTSTART", reply.allDayFrom);
        lines.date("DTEND", reply.allDayTo.isValid() ? reply.allDayTo : reply.allDayFrom.addDays(1));
        return;
    }
    if (!reply.range) {
        copyLines(lines, reply.sentTimes.lines);
        return;
    }
    lines.instant("DTSTART", reply.range->start);
    lines.instant("DTEND", reply.range->end);
}

// What an attendee sends to the organizer, up to the organizer.
void beginAttendeeCalendar(ContentLineWriter& lines, ItipMethod method, const ItipReply& reply)
{
    lines.begin("VCALENDAR");
    lines.raw("METHOD", methodName(method));
    lines.raw("PRODID", productId);
    lines.raw("VERSION", "2.0");
    if (!reply.range)
        copyLines(lines, reply.sentTimes.zones);
    lines.begin("VEVENT");
    if (!reply.organizerLine.isEmpty()) {
        const RepeatedLine organizer = repeated(reply.organizerLine, {});
        lines.raw("ORGANIZER" + organizer.parameters, organizer.value);
    }
}

void writeRecurrenceId(ContentLineWriter& lines, const ItipRecurrenceId& id)
{
    const bool isDate = id.sent.kind == ItipTime::Kind::Date;
    const QDateTime moment = id.instant && !isDate ? toDateTime(*id.instant) : id.sent.wall;
    QByteArray name = QByteArrayLiteral("RECURRENCE-ID");
    if (isDate)
        name += ";VALUE=DATE";
    if (id.thisAndFuture)
        name += ";RANGE=THISANDFUTURE";
    lines.raw(name,
              moment.toString(isDate ? u"yyyyMMdd" : u"yyyyMMdd'T'HHmmss").toLatin1()
                  + (id.instant && !isDate ? "Z" : ""));
}

void writeReplyAttendee(ContentLineWriter& lines, const ItipReply& reply)
{
    const QByteArray answer = ";PARTSTAT=" + participationName(reply.participation);
    if (reply.attendeeLine.isEmpty()) {
        const QByteArray name = reply.spaceName.isEmpty() ? QByteArray() : ";CN=" + parameterText(reply.spaceName);
        lines.raw("ATTENDEE" + answer + name, mailtoUri(reply.mailbox));
        return;
    }
    const RepeatedLine attendee = repeated(reply.attendeeLine, {"PARTSTAT", "RSVP"});
    lines.raw("ATTENDEE" + answer + attendee.parameters, attendee.value);
}

QByteArray busyText(BusyKind busy)
{
    switch (busy) {
    case BusyKind::Free:
        return QByteArrayLiteral("FREE");
    case BusyKind::Tentative:
        return QByteArrayLiteral("TENTATIVE");
    case BusyKind::OutOfOffice:
        return QByteArrayLiteral("OOF");
    case BusyKind::WorkingElsewhere:
        return QByteArrayLiteral("WORKINGELSEWHERE");
    case BusyKind::Busy:
        break;
    }
    return QByteArrayLiteral("BUSY");
}

QByteArray privacyText(PrivacyKind privacy)
{
    switch (privacy) {
    case PrivacyKind::Private:
        return QByteArrayLiteral("PRIVATE");
    case PrivacyKind::Confidential:
        return QByteArrayLiteral("CONFIDENTIAL");
    case PrivacyKind::Public:
        break;
    }
    return QByteArrayLiteral("PUBLIC");
}

QByteArray boolText(bool value)
{
    return value ? QByteArrayLiteral("TRUE") : QByteArrayLiteral("FALSE");
}

class CalendarWriter
{
public:
    explicit CalendarWriter(const WrittenCalendar& calendar)
        : m_calendar(calendar)
    {
    }

    QByteArray write()
    {
        m_lines.begin("VCALENDAR");
        if (const QByteArray method = methodName(m_calendar.method); !method.isEmpty())
            m_lines.raw("METHOD", method);
        m_lines.raw("PRODID", m_calendar.exchangeProperties ? "Microsoft Exchange Server 2010" : productId);
        m_lines.raw("VERSION", "2.0");
        m_lines.text("X-WR-CALNAME", m_calendar.name);
        for (const WrittenEvent& event : m_calendar.events)
            describeZone(event);
        for (const WrittenEvent& event : m_calendar.events)
            writeEvent(event);
        m_lines.end("VCALENDAR");
        return m_lines.take();
    }

private:
    struct WrittenZone
    {
        QTimeZone zone;
        QByteArray tzid; // empty: write in UTC
    };

    // One VTIMEZONE for each zone, of the year of the first event in it.
    void describeZone(const WrittenEvent& event)
    {
        if (m_calendar.zones == ZoneDialect::Utc || event.zone.isEmpty() || event.allDayFrom.isValid()
            || m_zones.contains(event.zone))
            return;
        WrittenZone written{QTimeZone(ianaIdOfZoneName(event.zone)), {}};
        if (written.zone.isValid()) {
            const QByteArray windowsId = windowsIdOfZone(written.zone.id());
            const bool asWindows = m_calendar.zones == ZoneDialect::Windows && !windowsId.isEmpty();
            if (const auto description
                = ZoneDescription::of(written.zone, toDateTime(event.range.start).date().year())) {
                written.tzid = asWindows ? windowsId : written.zone.id();
                description->write(m_lines, written.tzid);
            }
        }
        m_zones.emplace(event.zone, written);
    }

    void writeTime(const QByteArray& name, Instant instant, const QByteArray& zone)
    {
        const auto written = m_zones.find(zone);
        if (written == m_zones.end() || written->second.tzid.isEmpty()) {
            m_lines.instant(name, instant);
            return;
        }
        const QDateTime local = toDateTime(instant).toTimeZone(written->second.zone);
        m_lines.raw(name + ";TZID=" + written->second.tzid, local.toString(u"yyyyMMdd'T'HHmmss").toLatin1());
    }

    void writePeople(const WrittenEvent& event)
    {
        if (!event.organizer.isEmpty()) {
            QByteArray name = QByteArrayLiteral("ORGANIZER");
            if (!event.organizerName.isEmpty())
                name += ";CN=" + parameterText(event.organizerName);
            if (!event.sentBy.isEmpty())
                name += ";SENT-BY=\"" + mailtoUri(event.sentBy).replace('"', "") + '"';
            m_lines.raw(name, mailtoUri(event.organizer));
        }
        for (const WrittenAttendee& attendee : event.attendees) {
            QByteArray name = attendee.optional ? QByteArrayLiteral("ATTENDEE;ROLE=OPT-PARTICIPANT")
                                                : QByteArrayLiteral("ATTENDEE;ROLE=REQ-PARTICIPANT");
            if (attendee.isRoom)
                name += ";CUTYPE=ROOM";
            name += ";PARTSTAT=" + attendee.participation + ";RSVP=" + boolText(attendee.responseWanted);
            if (!attendee.name.isEmpty())
                name += ";CN=" + parameterText(attendee.name);
            m_lines.raw(name, mailtoUri(attendee.address));
        }
    }

    void writeWhen(const WrittenEvent& event)
    {
        if (event.allDayFrom.isValid()) {
            m_lines.date("DTSTART", event.allDayFrom);
            m_lines.date("DTEND", event.allDayTo.isValid() ? event.allDayTo : event.allDayFrom.addDays(1));
        } else {
            writeTime("DTSTART", event.range.start, event.zone);
            writeTime("DTEND", event.range.end, event.zone);
        }
    }

    void writeRecurrence(const WrittenEvent& event)
    {
        if (event.recurrenceId)
            writeRecurrenceId(m_lines, *event.recurrenceId);
        for (const QByteArray& text : event.recurrence.split('\n')) {
            const QByteArray whole = text.trimmed();
            const ContentLine line = splitLine(whole);
            const bool repeats = line.is("RRULE") || line.is("RDATE") || line.is("EXDATE");
            if (!repeats)
                continue;
            const QByteArray parameters = line.parameters.toByteArray();
            m_lines.raw(line.name.toByteArray() + (parameters.isEmpty() ? QByteArray() : ';' + parameters),
                        line.value.toByteArray());
        }
    }

    QByteArray statusOf(const WrittenEvent& event) const
    {
        if (!event.status.isEmpty())
            return event.status;
        return m_calendar.method == ItipMethod::Cancel ? QByteArrayLiteral("CANCELLED")
                                                       : QByteArrayLiteral("CONFIRMED");
    }

    void writeEvent(const WrittenEvent& event)
    {
        m_lines.begin("VEVENT");
        writePeople(event);
        m_lines.raw("UID", event.uid.toUtf8());
        m_lines.text("SUMMARY", event.summary);
        m_lines.text("DESCRIPTION", event.description);
        writeWhen(event);
        writeRecurrence(event);
        m_lines.raw("CLASS", privacyText(event.privacy));
        m_lines.instant("DTSTAMP", event.stamp);
        if (event.lastModified != Instant())
            m_lines.instant("LAST-MODIFIED", event.lastModified);
        m_lines.raw("TRANSP", event.busy == BusyKind::Free ? "TRANSPARENT" : "OPAQUE");
        m_lines.raw("STATUS", statusOf(event));
        m_lines.number("SEQUENCE", event.sequence);
        m_lines.text("LOCATION", event.location);
        if (m_calendar.exchangeProperties)
            writeExchangeProperties(event);
        m_lines.end("VEVENT");
    }

    void writeExchangeProperties(const WrittenEvent& event)
    {
        const bool cancels = m_calendar.method == ItipMethod::Cancel;
        m_lines.number("X-MICROSOFT-CDO-APPT-SEQUENCE", event.sequence);
        m_lines.raw("X-MICROSOFT-CDO-BUSYSTATUS", cancels ? "FREE" : "TENTATIVE");
        m_lines.raw("X-MICROSOFT-CDO-INTENDEDSTATUS", cancels ? QByteArrayLiteral("FREE") : busyText(event.busy));
        m_lines.raw("X-MICROSOFT-CDO-ALLDAYEVENT", boolText(event.allDayFrom.isValid()));
        m_lines.raw("X-MICROSOFT-CDO-IMPORTANCE", "1");
        m_lines.raw("X-MICROSOFT-CDO-INSTTYPE", "0");
        m_lines.raw("X-MICROSOFT-DISALLOW-COUNTER", "FALSE");
        m_lines.raw("X-MICROSOFT-ISRESPONSEREQUESTED", boolText(event.responseRequested));
    }

    const WrittenCalendar& m_calendar;
    ContentLineWriter m_lines;
    std::map<QByteArray, WrittenZone> m_zones;
};

} // namespace

QByteArray participationName(Participation participation)
{
    switch (participation) {
    case Participation::Tentative:
        return QByteArrayLiteral("TENTATIVE");
    case Participation::Declined:
        return QByteArrayLiteral("DECLINED");
    case Participation::Accepted:
        break;
    }
    return QByteArrayLiteral("ACCEPTED");
}

SentTimes sentTimes(const ItipEvent& event, const Timezones& timezones)
{
    const ItipTime occurrence = event.recurrenceId ? event.recurrenceId->sent : ItipTime();
    ContentLineWriter lines;
    if (occurrence.isPresent())
        writeSentTime(lines, event.recurrenceId->thisAndFuture ? "RECURRENCE-ID;RANGE=THISANDFUTURE" : "RECURRENCE-ID",
                      occurrence);
    writeSentTime(lines, "DTSTART", event.start);
    if (event.start.isPresent())
        writeSentTime(lines, "DTEND", event.end);
    SentTimes sent{lines.take().replace("\r\n ", ""), {}}; // folded anew where they are written
    QSet<QByteArray> seen;
    for (const ItipTime* time : {&occurrence, &event.start, &event.end}) {
        const QByteArray zone = timezones.value(time->zone);
        if (!seen.contains(time->zone) && isPlainZone(zone))
            sent.zones += zone.trimmed() + "\r\n";
        seen.insert(time->zone);
    }
    return sent;
}

ItipReply replyTo(const ItipEvent& event, const QString& roomAddress, const QString& mailbox)
{
    ItipReply reply;
    reply.uid = event.uid;
    reply.sequence = event.sequence;
    reply.organizerLine = event.organizer.line;
    if (const ItipAttendee* room = event.attendee(roomAddress))
        reply.attendeeLine = room->line;
    reply.mailbox = mailbox;
    reply.recurrenceId = event.recurrenceId;
    reply.range = event.range;
    if (event.start.kind == ItipTime::Kind::Date) {
        reply.allDayFrom = event.start.wall.date();
        reply.allDayTo = reply.allDayFrom.addDays(event.duration ? std::max(1, event.duration->days) : 1);
        if (event.end.kind == ItipTime::Kind::Date && event.end.wall > event.start.wall)
            reply.allDayTo = event.end.wall.date();
    }
    reply.summary = event.summary;
    return reply;
}

QString replyingAddress(const ItipReply& reply)
{
    return reply.attendeeLine.isEmpty() ? reply.mailbox : plainAddress(splitLine(reply.attendeeLine).value);
}

QByteArray writeRefresh(const ItipReply& reply)
{
    ContentLineWriter lines;
    beginAttendeeCalendar(lines, ItipMethod::Refresh, reply);
    if (reply.attendeeLine.isEmpty()) {
        lines.raw("ATTENDEE", mailtoUri(reply.mailbox));
    } else {
        const RepeatedLine attendee = repeated(reply.attendeeLine, {"RSVP"});
        lines.raw("ATTENDEE" + attendee.parameters, attendee.value);
    }
    lines.raw("UID", reply.uid.toUtf8());
    lines.instant("DTSTAMP", reply.stamp);
    lines.text("COMMENT", reply.comment);
    lines.end("VEVENT");
    lines.end("VCALENDAR");
    return lines.take();
}

QByteArray writeReply(const ItipReply& reply)
{
    ContentLineWriter lines;
    beginAttendeeCalendar(lines, ItipMethod::Reply, reply);
    writeReplyAttendee(lines, reply);
    lines.raw("UID", reply.uid.toUtf8());
    if (reply.recurrenceId && (reply.range || !reply.sentTimes.lines.startsWith("RECURRENCE-ID")))
        writeRecurrenceId(lines, *reply.recurrenceId);
    writeTimes(lines, reply);
    lines.instant("DTSTAMP", reply.stamp);
    lines.number("SEQUENCE", reply.sequence);
    lines.text("SUMMARY", reply.summary);
    lines.text("COMMENT", reply.comment);
    lines.end("VEVENT");
    lines.end("VCALENDAR");
    return lines.take();
}

QByteArray writeCalendar(const WrittenCalendar& calendar)
{
    return CalendarWriter(calendar).write();
}

} // namespace reserve
