// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/tnefcalendar.h"

#include "models/base/address.h"
#include "models/itip/contentlinewriter.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace reserve {

namespace {

// Below what the calendar reader takes. Every exception of a series names all its people again.
constexpr qsizetype longestCalendar = 3 * 1024 * 1024;
constexpr qsizetype longestName = 256;
constexpr qsizetype longestAddress = 320;
constexpr qsizetype longestTitle = 1024;
constexpr qsizetype datesOfALine = 50;
constexpr int busy = 2;

// PidLidBusyStatus in iCalendar's words.
QByteArray busyName(int status)
{
    static constexpr std::array names{"FREE", "TENTATIVE", "BUSY", "OOF", "WORKINGELSEWHERE"};
    return names[std::size_t(status >= 0 && status < int(names.size()) ? status : busy)];
}

QByteArray boolName(bool value)
{
    return value ? QByteArrayLiteral("TRUE") : QByteArrayLiteral("FALSE");
}

QByteArray privacyName(PrivacyKind privacy)
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

QByteArray wallText(const QDateTime& wall)
{
    return wall.toString(u"yyyyMMdd'T'HHmmss").toLatin1();
}

QByteArray dateText(QDate date)
{
    return date.toString(u"yyyyMMdd").toLatin1();
}

// What differs between the events of one message.
struct EventTimes
{
    QDateTime start; // Qt::UTC as spec; walls of the zone unless isUtc
    QDateTime end;
    bool isUtc = false;
    bool asDates = false; // all-day: written as dates
};

struct EventTexts
{
    QString subject;
    QString location;
    QString description;
    bool allDay = false;
    int intendedBusy = busy;
};

QByteArray roleParameters(TnefAttendee::Role role)
{
    switch (role) {
    case TnefAttendee::Role::Resource:
        return QByteArrayLiteral("ATTENDEE;CUTYPE=RESOURCE;ROLE=NON-PARTICIPANT");
    case TnefAttendee::Role::Optional:
        return QByteArrayLiteral("ATTENDEE;ROLE=OPT-PARTICIPANT");
    case TnefAttendee::Role::Required:
        break;
    }
    return QByteArrayLiteral("ATTENDEE;ROLE=REQ-PARTICIPANT");
}

void writePerson(ContentLineWriter& lines, QByteArray name, const TnefPerson& person)
{
    if (!person.name.isEmpty())
        name += ";CN=" + parameterText(person.name.left(longestName));
    lines.raw(name, mailtoUri(person.address.left(longestAddress)));
}

// ORGANIZER and the ATTENDEEs; of an answer, who gives it.
QByteArray peopleOf(const TnefMeeting& meeting)
{
    ContentLineWriter lines;
    const TnefPerson& organizer = meeting.organizer;
    if (!meeting.participation.isEmpty()) {
        if (!organizer.address.isEmpty())
            writePerson(lines, "ATTENDEE;PARTSTAT=" + meeting.participation, organizer);
        return lines.take();
    }
    if (!organizer.address.isEmpty()) {
        const QString sender = meeting.sender.address.left(longestAddress);
        QByteArray name = QByteArrayLiteral("ORGANIZER");
        if (!sender.isEmpty() && !sameAddress(sender, organizer.address))
            name += ";SENT-BY=\"" + mailtoUri(sender).replace('"', "") + '"';
        writePerson(lines, name, organizer);
    }
    const QByteArray wanted = ";PARTSTAT=NEEDS-ACTION;RSVP=" + boolName(meeting.responseRequested);
    for (const TnefAttendee& attendee : meeting.attendees)
        writePerson(lines, roleParameters(attendee.role) + wanted, attendee);
    return lines.take();
}

class TnefCalendarWriter final
{
public:
    explicit TnefCalendarWriter(const TnefMeeting& meeting)
        : m_meeting(meeting)
        , m_people(peopleOf(meeting))
    {
    }

    Result<QByteArray> write()
    {
        m_lines.begin("VCALENDAR");
        m_lines.raw("METHOD", methodName(m_meeting.method));
        m_lines.raw("PRODID", "-//Reserve Console//winmail.dat//EN");
        m_lines.raw("VERSION", "2.0");
        if (m_meeting.recurrence) {
            if (const auto written = writeSeries(*m_meeting.recurrence); !written)
                return failure(written.error());
        } else {
            writeSingle();
        }
        m_lines.end("VCALENDAR");
        append({});
        return std::move(m_text);
    }

private:
    const ZoneRules& rules() const { return *m_meeting.zone.rules; }

    QDateTime wallOf(Instant instant) const
    {
        const auto second = std::chrono::floor<std::chrono::seconds>(instant);
        return toDateTime(instant + rules().offsetAt(second));
    }

    Instant instantOf(const QDateTime& wall) const { return rules().toInstant(wallTime(wall)).instant; }

    // Lines that are written already, behind those that wait.
    void append(const QByteArray& lines) { m_text += m_lines.take() + lines; }

    EventTexts textsOfAll() const
    {
        return {m_meeting.subject, m_meeting.location, m_meeting.description, m_meeting.allDay,
                m_meeting.intendedBusy.value_or(m_meeting.busy.value_or(busy))};
    }

    // On the wall of the zone where that says the same; an hour that the wall shows twice is written in UTC.
    EventTimes timesOf(Instant start, Instant end) const
    {
        EventTimes times{toDateTime(start), toDateTime(end), true, false};
        if (!m_meeting.zone.isKnown())
            return times;
        const QDateTime wallStart = wallOf(start);
        const QDateTime wallEnd = wallOf(end);
        if (instantOf(wallStart) != start || instantOf(wallEnd) != end)
            return times;
        const bool betweenMidnights = wallStart.time() == QTime(0, 0) && wallEnd.time() == QTime(0, 0);
        return {wallStart, wallEnd, false, m_meeting.allDay && betweenMidnights && wallStart < wallEnd};
    }

    void writeSingle()
    {
        EventTimes times;
        if (m_meeting.start)
            times = timesOf(*m_meeting.start, m_meeting.end.value_or(*m_meeting.start));
        if (!times.isUtc && m_meeting.start)
            append(m_meeting.zone.timezoneText);
        m_lines.begin("VEVENT");
        append(m_people);
        if (m_meeting.start)
            writeTimes(times);
        if (m_meeting.occurrence)
            writeOccurrence(*m_meeting.occurrence, times.asDates);
        writeRest(textsOfAll());
        m_lines.end("VEVENT");
    }

    void writeOccurrence(const TnefOccurrence& occurrence, bool asDate)
    {
        if (asDate)
            m_lines.date("RECURRENCE-ID", occurrence.day);
        else if (occurrence.instant)
            m_lines.instant("RECURRENCE-ID", *occurrence.instant);
        else if (occurrence.wall && m_meeting.zone.isKnown())
            m_lines.instant("RECURRENCE-ID", instantOf(QDateTime(occurrence.day, *occurrence.wall, Qt::UTC)));
        else
            m_lines.date("RECURRENCE-ID", occurrence.day);
    }

    Result<void> writeSeries(const TnefRecurrence& series)
    {
        if (!m_meeting.zone.isKnown())
            return failure(QByteArrayLiteral("tnef.zone-missing"));
        const auto first = firstDay(series);
        if (!first)
            return failure(first.error());
        append(m_meeting.zone.timezoneText);
        const bool asDates
            = m_meeting.allDay && series.startMinute == 0 && series.endMinute % (24 * 60) == 0 && series.endMinute > 0;
        m_lines.begin("VEVENT");
        append(m_people);
        writeTimes({at(*first, series.startMinute), at(*first, series.endMinute), false, asDates});
        m_lines.raw("RRULE", series.rule(*first, until(series, asDates)));
        writeExceptionDates(series, asDates);
        writeRest(textsOfAll());
        m_lines.end("VEVENT");
        for (const TnefException& exception : series.exceptions) {
            writeException(exception, asDates);
            if (m_text.size() > longestCalendar)
                return failure(QByteArrayLiteral("tnef.too-large"),
                               {{QStringLiteral("limit"), QString::number(longestCalendar)}});
        }
        return {};
    }

    // Where the series begins. Its start in UTC and the wall time of its rule must agree: else the zone is
    // not the one that was meant, and every occurrence would be wrong.
    Result<QDate> firstDay(const TnefRecurrence& series) const
    {
        const QDateTime wall = wallOf(*m_meeting.start);
        const QDateTime ruled = at(wall.date(), series.startMinute);
        if (instantOf(ruled) != *m_meeting.start) {
            return failure(QByteArrayLiteral("tnef.times-disagree"),
                           {{QStringLiteral("start"), wall.toString(Qt::ISODate)},
                            {QStringLiteral("rule"), ruled.toString(Qt::ISODate)}});
        }
        const QDate first = series.firstFrom(std::max(series.startDate, wall.date()));
        if (!first.isValid())
            return failure(QByteArrayLiteral("tnef.recurrence-unreadable"));
        return first;
    }

    static QDateTime at(QDate date, int minute)
    {
        return QDateTime(date, QTime(0, 0), Qt::UTC).addSecs(qint64(minute) * 60);
    }

    QByteArray until(const TnefRecurrence& series, bool asDates) const
    {
        return asDates ? dateText(series.lastDate) : utcText(instantOf(at(series.lastDate, series.startMinute)));
    }

    QByteArray zoneParameter() const { return ";TZID=" + parameterText(QString::fromUtf8(m_meeting.zone.tzid)); }

    void writeExceptionDates(const TnefRecurrence& series, bool asDates)
    {
        const QByteArray name
            = asDates ? QByteArrayLiteral("EXDATE;VALUE=DATE") : QByteArray("EXDATE" + zoneParameter());
        QByteArrayList texts;
        const auto flush = [&] {
            if (!texts.isEmpty())
                m_lines.raw(name, texts.join(','));
            texts.clear();
        };
        for (const QDate date : series.deleted) {
            texts.append(asDates ? dateText(date) : wallText(at(date, series.startMinute)));
            if (texts.size() == datesOfALine)
                flush();
        }
        flush();
    }

    void writeException(const TnefException& exception, bool seriesAsDates)
    {
        EventTexts texts = textsOfAll();
        texts.subject = exception.subject.value_or(texts.subject);
        texts.location = exception.location.value_or(texts.location);
        texts.description.clear(); // that of the series
        texts.allDay = exception.allDay.value_or(texts.allDay);
        texts.intendedBusy = exception.busy.value_or(texts.intendedBusy);
        const bool betweenMidnights = exception.start.time() == QTime(0, 0) && exception.end.time() == QTime(0, 0);
        m_lines.begin("VEVENT");
        append(m_people);
        writeTimes({exception.start, exception.end, false, texts.allDay && betweenMidnights});
        if (seriesAsDates)
            m_lines.date("RECURRENCE-ID", exception.original.date());
        else
            m_lines.raw("RECURRENCE-ID" + zoneParameter(), wallText(exception.original));
        writeRest(texts);
        m_lines.end("VEVENT");
    }

    void writeTime(const QByteArray& name, const QDateTime& time, const EventTimes& times)
    {
        if (times.asDates)
            m_lines.date(name, time.date());
        else if (times.isUtc)
            m_lines.instant(name, fromDateTime(time));
        else
            m_lines.raw(name + zoneParameter(), wallText(time));
    }

    void writeTimes(const EventTimes& times)
    {
        writeTime("DTSTART", times.start, times);
        writeTime("DTEND", times.end, times);
    }

    void writeRest(const EventTexts& texts)
    {
        const bool cancels = m_meeting.method == ItipMethod::Cancel;
        if (!m_meeting.uid.isEmpty())
            m_lines.raw("UID", m_meeting.uid.toUtf8());
        m_lines.text("SUMMARY", texts.subject.left(longestTitle));
        m_lines.text("LOCATION", texts.location.left(longestTitle));
        m_lines.text("DESCRIPTION", texts.description);
        m_lines.raw("CLASS", privacyName(m_meeting.privacy));
        if (m_meeting.stamp)
            m_lines.instant("DTSTAMP", *m_meeting.stamp);
        m_lines.number("SEQUENCE", m_meeting.sequence);
        m_lines.raw("STATUS", cancels ? "CANCELLED" : "CONFIRMED");
        m_lines.raw("TRANSP", texts.intendedBusy == 0 ? "TRANSPARENT" : "OPAQUE");
        m_lines.raw("X-MICROSOFT-CDO-INTENDEDSTATUS", busyName(texts.intendedBusy));
        m_lines.raw("X-MICROSOFT-CDO-ALLDAYEVENT", boolName(texts.allDay));
        m_lines.raw("X-MICROSOFT-ISRESPONSEREQUESTED", boolName(m_meeting.responseRequested));
    }

    const TnefMeeting& m_meeting;
    const QByteArray m_people;
    QByteArray m_text;
    ContentLineWriter m_lines;
};

} // namespace

Result<QByteArray> writeTnefCalendar(const TnefMeeting& meeting)
{
    return TnefCalendarWriter(meeting).write();
}

} // namespace reserve
