// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/itipreader.h"

#include "models/itip/calendarscan.h"
#include "models/itip/calendaruid.h"
#include "models/itip/contentline.h"
#include "models/itip/eventparser.h"
#include "models/itip/eventtimes.h"
#include "models/itip/recurrencereader.h"

namespace reserve {

namespace {

CalendarAddress toAddress(const QByteArray& text)
{
    CalendarAddress address;
    if (text.isEmpty())
        return address;
    const ContentLine line = splitLine(text);
    address.address = plainAddress(line.value);
    address.name = QString::fromUtf8(parameter(line, "CN")).simplified();
    address.sentBy = plainAddress(parameter(line, "SENT-BY"));
    address.line = text;
    return address;
}

ItipAttendee toAttendee(const QByteArray& text)
{
    ItipAttendee attendee{toAddress(text), {}, {}, {}, {}};
    const ContentLine line = splitLine(text);
    attendee.role = QString::fromUtf8(parameter(line, "ROLE"));
    attendee.participation = QString::fromUtf8(parameter(line, "PARTSTAT"));
    attendee.kind = QString::fromUtf8(parameter(line, "CUTYPE"));
    const QByteArray wanted = parameter(line, "RSVP").toUpper();
    if (wanted == "TRUE" || wanted == "FALSE")
        attendee.responseWanted = wanted == "TRUE";
    return attendee;
}

// What the organizer wants the time to be shown as; INTENDEDSTATUS before BUSYSTATUS, which is TENTATIVE in
// requests.
BusyKind toBusy(const ScannedEvent& scanned, bool transparent)
{
    const QByteArray& wish = scanned.intendedStatus.isEmpty() ? scanned.busyStatus : scanned.intendedStatus;
    if (wish == "FREE")
        return BusyKind::Free;
    if (wish == "OOF")
        return BusyKind::OutOfOffice;
    if (wish == "WORKINGELSEWHERE")
        return BusyKind::WorkingElsewhere;
    if (wish == "TENTATIVE" && !scanned.intendedStatus.isEmpty())
        return BusyKind::Tentative;
    return wish.isEmpty() && transparent ? BusyKind::Free : BusyKind::Busy;
}

ItipTime toTime(const ScannedTime& scanned, const QDateTime& wall, bool utc)
{
    ItipTime time;
    if (!wall.isValid())
        return time;
    time.wall = wall;
    if (scanned.isDate())
        time.kind = ItipTime::Kind::Date;
    else if (utc)
        time.kind = ItipTime::Kind::Utc;
    else
        time.kind = scanned.zone.isEmpty() ? ItipTime::Kind::Floating : ItipTime::Kind::Zoned;
    if (time.kind == ItipTime::Kind::Zoned)
        time.zone = scanned.zone;
    return time;
}

bool needsTimes(ItipMethod method)
{
    switch (method) {
    case ItipMethod::Cancel:
    case ItipMethod::Reply:
    case ItipMethod::Refresh:
    case ItipMethod::DeclineCounter:
        return false;
    default:
        return true;
    }
}

// Puts together what the scan kept and what libical read.
class EventAssembler
{
public:
    EventAssembler(const ScannedEvent& scanned, const ItipContext& context)
        : m_scanned(scanned)
        , m_context(context)
    {
    }

    ItipEvent assemble(ItipMethod method)
    {
        m_event.needsTimes = needsTimes(method);
        takeScanned();
        if (m_event.uid.isEmpty())
            obstruct(QByteArrayLiteral("itip.uid-missing"));
        if (const auto parsed = parseEvent(m_scanned.text)) {
            takeTexts(*parsed);
            takeVersion(*parsed);
            takeTimes(*parsed);
        } else {
            obstruct(QByteArrayLiteral("itip.event-unreadable"));
        }
        return std::move(m_event);
    }

private:
    void obstruct(QByteArray code, Arguments arguments = {})
    {
        if (m_event.obstacle.isEmpty())
            m_event.obstacle = {std::move(code), std::move(arguments)};
    }

    void mention(QByteArray code, Arguments arguments = {})
    {
        m_event.problems.append({std::move(code), std::move(arguments)});
    }

    void takeScanned()
    {
        m_event.uid = calendarUid(m_scanned.uid);
        m_event.organizer = toAddress(m_scanned.organizer);
        m_event.attendees.reserve(m_scanned.attendees.size());
        for (const QByteArray& line : m_scanned.attendees)
            m_event.attendees.append(toAttendee(line));
        if (m_scanned.attendeesDropped)
            mention(QByteArrayLiteral("itip.attendees-dropped"),
                    {{QStringLiteral("limit"), QString::number(m_context.limits.attendees)}});
        takeRecurrence();
        m_event.responseRequested = m_scanned.responseRequested;
        m_event.contentHash = m_scanned.contentHash;
    }

    void takeRecurrence()
    {
        if (!repeats(m_scanned))
            return;
        auto recurrence = readRecurrence(m_scanned, m_context.limits);
        if (recurrence)
            m_event.recurrence = std::move(*recurrence);
        else if (m_event.needsTimes)
            obstruct(recurrence.error().code(), recurrence.error().arguments());
        else
            mention(recurrence.error().code(), recurrence.error().arguments());
    }

    void takeTexts(const ParsedEvent& parsed)
    {
        m_event.summary = parsed.summary;
        m_event.location = parsed.location;
        m_event.description = parsed.description.left(m_context.limits.descriptionLength);
        m_event.status = parsed.status;
        m_event.privacy = parsed.privacy;
        m_event.busy = toBusy(m_scanned, parsed.transparent);
        for (const QString& refused : parsed.refused)
            mention(QByteArrayLiteral("itip.value-ignored"), {{QStringLiteral("detail"), refused.left(200)}});
    }

    void takeVersion(const ParsedEvent& parsed)
    {
        m_event.sequence = m_scanned.exchangeSequence >= 0 ? m_scanned.exchangeSequence : parsed.sequence;
        m_event.stamp = parsed.stamp.isValid() ? fromDateTime(parsed.stamp) : m_context.now;
        if (!parsed.stamp.isValid())
            mention(QByteArrayLiteral("itip.stamp-missing"));
    }

    void takeTimes(const ParsedEvent& parsed)
    {
        m_event.start = toTime(m_scanned.start, parsed.start, parsed.startIsUtc);
        m_event.end = toTime(m_scanned.end, parsed.end, parsed.endIsUtc);
        if (!m_scanned.end.isPresent())
            m_event.duration = parsed.duration;
        m_event.allDay = m_event.start.kind == ItipTime::Kind::Date || m_scanned.allDayWanted;
        if (m_event.start.kind == ItipTime::Kind::Absent && m_scanned.start.isPresent())
            refuseTime(QByteArrayLiteral("itip.start-unreadable"), m_scanned.start, m_event.needsTimes);
        else if (m_event.start.kind == ItipTime::Kind::Absent && m_event.needsTimes)
            obstruct(QByteArrayLiteral("itip.start-missing"));
        if (m_event.end.kind == ItipTime::Kind::Absent && m_scanned.end.isPresent())
            refuseTime(QByteArrayLiteral("itip.end-unreadable"), m_scanned.end, m_event.needsTimes);
        if (!m_scanned.end.isPresent() && m_scanned.hasDuration && !parsed.duration)
            refuseTime(QByteArrayLiteral("itip.end-unreadable"), {{}, QByteArrayLiteral("DURATION")},
                       m_event.needsTimes);
        if (m_scanned.recurrenceId.isPresent())
            takeRecurrenceId(parsed);
    }

    void takeRecurrenceId(const ParsedEvent& parsed)
    {
        ItipRecurrenceId id;
        id.sent = toTime(m_scanned.recurrenceId, parsed.recurrenceId, parsed.recurrenceIdIsUtc);
        id.thisAndFuture = m_scanned.thisAndFuture;
        if (id.sent.kind == ItipTime::Kind::Absent)
            refuseTime(QByteArrayLiteral("itip.recurrence-id-unreadable"), m_scanned.recurrenceId, true);
        m_event.recurrenceId = id;
    }

    void refuseTime(QByteArray code, const ScannedTime& time, bool isObstacle)
    {
        const Arguments arguments{{QStringLiteral("value"), QString::fromUtf8(time.value)}};
        if (isObstacle)
            obstruct(std::move(code), arguments);
        else
            mention(std::move(code), arguments);
    }

    const ScannedEvent& m_scanned;
    const ItipContext& m_context;
    ItipEvent m_event;
};

} // namespace

ItipReader::ItipReader()
    : m_zones(std::make_unique<ZoneResolver>())
{
}

ItipReader::~ItipReader() = default;

const ZoneResolver& ItipReader::zones() const
{
    return *m_zones;
}

Result<ItipMessage> ItipReader::read(QByteArrayView calendarText, const ItipContext& context) const
{
    const Result<CalendarScan> scanned = scanCalendar(calendarText, context.limits);
    if (!scanned)
        return failure(scanned.error());
    if (scanned->events.isEmpty())
        return failure(QByteArrayLiteral("itip.no-event"));
    ItipMessage message;
    message.method = methodFromName(scanned->method);
    message.methodText = QString::fromUtf8(scanned->method);
    message.productId = QString::fromUtf8(scanned->productId);
    message.problems = scanned->problems;
    message.events.reserve(scanned->events.size());
    message.timezones = scanned->timezones;
    MessageZones zones(*m_zones, message.timezones);
    for (const ScannedEvent& one : scanned->events) {
        ItipEvent event = EventAssembler(one, context).assemble(message.method);
        if (event.recurrenceId && event.recurrenceId->sent.kind != ItipTime::Kind::Absent)
            settleRecurrenceId(event, zones);
        if (event.obstacle.isEmpty())
            settleTimes(event, zones, context.defaultZone);
        message.events.append(std::move(event));
    }
    return message;
}

ItipEvent ItipReader::resolved(ItipEvent event, const QByteArray& defaultZone) const
{
    if (event.needsSpaceZone() && unsettleTimes(event)) {
        MessageZones zones(*m_zones);
        settleTimes(event, zones, defaultZone);
    }
    return event;
}

Result<Expansion> ItipReader::occurrences(const SeriesText& series, TimeRange window) const
{
    return expand(series, *m_zones, window);
}

Result<QStringList> ItipReader::occurrencesMeant(const SeriesText& series, const ItipRecurrenceId& id) const
{
    return reserve::occurrencesMeant(series, *m_zones, id);
}

std::optional<Instant> ItipReader::instantOf(const ItipRecurrenceId& id, const QByteArray& defaultZone) const
{
    if (id.instant)
        return id.instant;
    const ZoneRulesPointer rules = m_zones->named(defaultZone);
    return rules && id.sent.wall.isValid() ? std::optional(rules->toInstant(wallTime(id.sent.wall)).instant)
                                           : std::nullopt;
}

Result<QString> ItipReader::keyFrom(const SeriesText& series, const ItipRecurrenceId& id) const
{
    return reserve::keyFrom(series, *m_zones, id);
}

} // namespace reserve
