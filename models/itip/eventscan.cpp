// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/eventscan.h"

#include <array>

namespace reserve {

namespace {

constexpr QByteArrayView exchangePrefix = "X-MICROSOFT-";
constexpr qsizetype longestAttendeeLine = 4096;
constexpr qsizetype longestText = 4096;
constexpr qsizetype longestShort = 64;

// What libical parses besides the times, and how much of it at most.
struct ParsedProperty
{
    QByteArrayView name;
    qsizetype longest;
};
constexpr std::array<ParsedProperty, 8> parsedProperties{{
    {"DTSTAMP", longestShort},
    {"DURATION", longestShort},
    {"SEQUENCE", longestShort},
    {"SUMMARY", longestText},
    {"LOCATION", longestText},
    {"STATUS", longestShort},
    {"TRANSP", longestShort},
    {"CLASS", longestShort},
}};

// Never inside a UTF-8 sequence.
QByteArrayView cut(QByteArrayView text, qsizetype longest)
{
    if (text.size() <= longest)
        return text;
    while (longest > 0 && (uchar(text[longest]) & 0xC0) == 0x80)
        --longest;
    return text.first(longest);
}

} // namespace

EventScan::EventScan(const ItipLimits& limits)
    : m_limits(limits)
{
    m_event.text = QByteArrayLiteral("BEGIN:VEVENT\r\n");
}

void EventScan::take(const ContentLine& line)
{
    if (line.name.size() > exchangePrefix.size() && line.name.first(2).compare("X-", Qt::CaseInsensitive) == 0) {
        takeExchangeProperty(line);
        return;
    }
    bool counts = true;
    if (line.is("UID")) {
        if (m_event.uid.isEmpty())
            m_event.uid = line.value.trimmed().toByteArray();
    } else if (line.is("ORGANIZER")) {
        if (m_event.organizer.isEmpty() && line.text.size() <= longestAttendeeLine)
            m_event.organizer = line.text.toByteArray();
    } else if (line.is("ATTENDEE")) {
        takeAttendee(line);
    } else {
        counts = takeTime(line) || takeRecurrence(line) || takeForParser(line);
    }
    if (counts) {
        m_hash.addData(line.text);
        m_hash.addData("\n");
    }
}

bool EventScan::takeTime(const ContentLine& line)
{
    ScannedTime* time = nullptr;
    if (line.is("DTSTART"))
        time = &m_event.start;
    else if (line.is("DTEND"))
        time = &m_event.end;
    else if (line.is("RECURRENCE-ID"))
        time = &m_event.recurrenceId;
    if (!time)
        return false;
    if (!time->isPresent())
        keepTime(*time, line);
    return true;
}

void EventScan::keepTime(ScannedTime& time, const ContentLine& line)
{
    const ContentLine split = splitTimeLine(line.text);
    time.value = split.value.trimmed().toByteArray().left(longestShort);
    time.zone = unescaped(parameter(split, "TZID"));
    if (&time == &m_event.recurrenceId)
        m_event.thisAndFuture = parameter(split, "RANGE").toUpper() == "THISANDFUTURE";
    m_event.text += line.name.toByteArray().toUpper() + (time.isDate() ? ";VALUE=DATE:" : ":") + time.value + "\r\n";
}

bool EventScan::takeRecurrence(const ContentLine& line)
{
    if (line.is("RRULE")) {
        m_event.hasFurtherRules = m_event.hasFurtherRules || !m_event.rule.isEmpty();
        if (m_event.rule.isEmpty())
            m_event.rule = line.value.trimmed().toByteArray();
    } else if (line.is("EXRULE")) {
        m_event.hasFurtherRules = true;
    } else if (line.is("RDATE")) {
        keepDates(m_event.dates, line);
    } else if (line.is("EXDATE")) {
        keepDates(m_event.exceptions, line);
    } else {
        return false;
    }
    return true;
}

void EventScan::keepDates(QList<ScannedDates>& dates, const ContentLine& line)
{
    const ContentLine split = splitTimeLine(line.text);
    if (!split.value.trimmed().isEmpty())
        dates.append({unescaped(parameter(split, "TZID")), split.value.toByteArray()});
}

void EventScan::takeAttendee(const ContentLine& line)
{
    if (m_event.attendees.size() < m_limits.attendees && line.text.size() <= longestAttendeeLine)
        m_event.attendees.append(line.text.toByteArray());
    else
        m_event.attendeesDropped = true;
}

bool EventScan::takeForParser(const ContentLine& line)
{
    for (std::size_t i = 0; i < parsedProperties.size(); ++i) {
        if (!line.is(parsedProperties[i].name))
            continue;
        const quint32 bit = 1u << i;
        if (!(m_taken & bit))
            keepLine(parsedProperties[i].name, line.value, parsedProperties[i].longest);
        m_taken |= bit;
        m_event.hasStamp = m_event.hasStamp || line.is("DTSTAMP");
        m_event.hasDuration = m_event.hasDuration || line.is("DURATION");
        // DTSTAMP is compared by itself; a copy that was sent later is the same content.
        return !line.is("DTSTAMP");
    }
    constexpr quint32 descriptionBit = 1u << 31;
    if (!line.is("DESCRIPTION"))
        return false;
    if (!(m_taken & descriptionBit))
        keepLine("DESCRIPTION", line.value, m_limits.descriptionLength * 4);
    m_taken |= descriptionBit;
    return true;
}

void EventScan::keepLine(QByteArrayView name, QByteArrayView value, qsizetype longest)
{
    const QByteArrayView trimmed = value.trimmed();
    if (trimmed.isEmpty())
        return;
    m_event.text.append(name);
    m_event.text.append(':');
    m_event.text.append(cut(trimmed, longest));
    m_event.text.append("\r\n");
}

void EventScan::takeExchangeProperty(const ContentLine& line)
{
    if (line.name.first(exchangePrefix.size()).compare(exchangePrefix, Qt::CaseInsensitive) != 0)
        return;
    const QByteArrayView value = line.value.trimmed();
    const bool isTrue = value.compare("TRUE", Qt::CaseInsensitive) == 0;
    if (line.is("X-MICROSOFT-CDO-APPT-SEQUENCE")) {
        bool isNumber = false;
        const int number = value.toInt(&isNumber);
        m_event.exchangeSequence = isNumber && number >= 0 ? number : -1;
    } else if (line.is("X-MICROSOFT-CDO-ALLDAYEVENT")) {
        m_event.allDayWanted = isTrue;
    } else if (line.is("X-MICROSOFT-ISRESPONSEREQUESTED")) {
        m_event.responseRequested = value.compare("FALSE", Qt::CaseInsensitive) != 0;
    } else if (line.is("X-MICROSOFT-CDO-BUSYSTATUS")) {
        m_event.busyStatus = value.toByteArray().toUpper().left(longestShort);
    } else if (line.is("X-MICROSOFT-CDO-INTENDEDSTATUS")) {
        m_event.intendedStatus = value.toByteArray().toUpper().left(longestShort);
    }
}

ScannedEvent EventScan::finish()
{
    m_event.text += "END:VEVENT\r\n";
    m_event.contentHash = m_hash.result();
    return std::move(m_event);
}

} // namespace reserve
