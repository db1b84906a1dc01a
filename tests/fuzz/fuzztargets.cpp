// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/fuzz/fuzztargets.h"

#include "models/itip/itipidentity.h"
#include "models/itip/itipreader.h"
#include "models/itip/recurrencewalk.h"
#include "models/itip/tnefcalendar.h"
#include "models/itip/tnefmeeting.h"
#include "models/itip/vtimezone.h"
#include "models/mail/mailkind.h"
#include "models/mail/messagereader.h"

#include <cstdio>
#include <cstdlib>

namespace reserve::fuzz {

namespace {

const QByteArray spaceZone = "Europe/Berlin";

TimeRange oneYear()
{
    static const TimeRange range{*instantFromIso(QStringLiteral("2026-11-01T00:00:00Z")),
                                 *instantFromIso(QStringLiteral("2027-11-01T00:00:00Z"))};
    return range;
}

const ItipReader& reader()
{
    static const ItipReader one;
    return one;
}

void checkEvent(const ItipEvent& event)
{
    require(!event.range || event.range->start <= event.range->end, "an event ends before it begins");
    require(event.description.size() <= ItipLimits().descriptionLength, "a description is longer than the limit");
    require(event.attendees.size() <= ItipLimits().attendees, "there are more attendees than the limit");
    require(!event.organizer.line.contains('\n'), "ORGANIZER has more than one line");
    for (const ItipAttendee& attendee : event.attendees)
        require(!attendee.line.contains('\n'), "ATTENDEE has more than one line");
}

void checkExpansion(const ItipMessage& message, const ItipEvent& event)
{
    const auto expansion = reader().occurrences({event, message.timezones, spaceZone, {}}, oneYear());
    if (!expansion)
        return require(!expansion.error().code().isEmpty(), "an expansion is refused without a reason");
    require(expansion->occurrences.size() <= mostOccurrences, "there are more occurrences than the limit");
    for (qsizetype i = 0; i < expansion->occurrences.size(); ++i) {
        const Occurrence& occurrence = expansion->occurrences.at(i);
        require(occurrence.time.start <= occurrence.time.end, "an occurrence ends before it begins");
        require(occurrence.time.end > oneYear().start && occurrence.time.start < oneYear().end,
                "an occurrence lies outside the window");
        require(i == 0 || expansion->occurrences.at(i - 1).time.start <= occurrence.time.start,
                "occurrences are out of order");
    }
}

void readCalendar(const QByteArray& text)
{
    const auto message = reader().read(text, {spaceZone, oneYear().start, {}});
    if (!message)
        return require(!message.error().code().isEmpty(), "a calendar is refused without a reason");
    for (const ItipEvent& event : message->events) {
        checkEvent(event);
        if (event.isSeries())
            checkExpansion(*message, event);
        require(reader().resolved(event, spaceZone) == event, "the same zone twice gives two results");
    }
}

QString latin1(QByteArrayView octets, const QByteArray&)
{
    return QString::fromLatin1(octets);
}

} // namespace

void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

void mimeMessage(QByteArrayView input)
{
    const auto content = readMessage(input);
    if (!content)
        return require(content.error().code() == "mail.empty", "only empty mail is refused");
    const ReaderLimits limits;
    require(!content->parts.isEmpty(), "a message has no part");
    require(content->parts.size() <= limits.parts, "there are more parts than the limit");
    for (const MessagePart& part : content->parts)
        require(part.depth < limits.depth && part.size <= input.size(), "a part is deeper or larger than can be");
    require(!content->subject.contains(QLatin1Char('\n')) && !content->messageId.contains(QLatin1Char('\n')),
            "a field has more than one line");
    require(!content->from.address.contains(QLatin1Char('\n')), "an address has more than one line");
    classify(*content, false);
}

void itipMessage(QByteArrayView input)
{
    const auto identity = identify(input);
    if (identity)
        require(identity->uids.size() <= 16, "there are more UIDs than the limit");
    readCalendar(input.toByteArray());
}

void recurrence(QByteArrayView input)
{
    readCalendar("BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:u\r\nDTSTAMP:"
                 "20260101T000000Z\r\nDURATION:PT1H\r\n"
                 + input.toByteArray()
                 + "\r\nDTSTART;TZID=Europe/Berlin:20261105T090000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    const qsizetype end = input.indexOf('\n');
    QByteArrayView line = (end < 0 ? input : input.first(end)).trimmed();
    if (line.startsWith(QByteArrayView("RRULE:")))
        line = line.sliced(6);
    const auto rule = parseRecurrenceRule(line);
    if (!rule)
        return;
    RecurrenceWalk walk(*rule, wallTime(QDateTime(QDate(2026, 11, 5), QTime(9, 0), Qt::UTC)), 20'000);
    std::optional<WallTime> before;
    for (int i = 0; i < 2'000; ++i) {
        const auto next = walk.next();
        if (!next)
            break;
        require(!before || *before < *next, "a rule does not go forward");
        before = next;
    }
}

void timezone(QByteArrayView input)
{
    using namespace std::chrono;
    const auto zone = EmbeddedZone::parse(input);
    if (!zone)
        return;
    for (int year = 1900; year <= 2100; year += 10) {
        const local_seconds wall = local_days(std::chrono::year(year) / 3 / 29) + hours(2) + minutes(30);
        const ZonedInstant found = zone->toInstant(wall);
        const seconds offset = zone->offsetAt(floor<seconds>(found.instant));
        require(abs(offset) < hours(24), "an offset is a day or more");
        if (found.fit != WallFit::InGap)
            require(floor<seconds>(found.instant).time_since_epoch() + offset == wall.time_since_epoch(),
                    "a wall time does not come back");
    }
}

void tnefStream(QByteArrayView input)
{
    const auto reading = readTnef(input, latin1);
    if (!reading)
        return require(!reading.error().code().isEmpty(), "a stream is refused without a reason");
    if (!reading->meeting)
        return;
    const auto calendar = writeTnefCalendar(*reading->meeting);
    if (!calendar)
        return;
    const auto message = reader().read(*calendar, {spaceZone, oneYear().start, {}});
    require(message.has_value() && message->method == reading->meeting->method,
            "the calendar of a stream cannot be read back");
    for (const ItipEvent& event : message->events) {
        checkEvent(event);
        require(event.uid == message->events.first().uid, "a stream became two meetings");
        if (event.isSeries())
            checkExpansion(*message, event);
    }
}

} // namespace reserve::fuzz
