// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/sentencetable.h"

namespace reserve {

std::span<const Sentence> calendarSentences()
{
    static constexpr Sentence table[] = {
        {"itip.not-calendar",
         QT_TRANSLATE_NOOP("wording",
                           "The calendar part holds no calendar, so nothing can be reserved. Send the "
                           "invitation again.")},
        {"itip.too-large",
         QT_TRANSLATE_NOOP("wording",
                           "The calendar part is larger than {limit} bytes, so it is not read. Send the "
                           "meeting without its long description.")},
        {"itip.too-deep",
         QT_TRANSLATE_NOOP("wording",
                           "The calendar part nests more than {limit} levels deep, so it is not read. "
                           "Send the invitation again from a calendar program.")},
        {"itip.too-many-components",
         QT_TRANSLATE_NOOP("wording",
                           "The calendar part holds more than {limit} parts, so it is not read. Send one "
                           "meeting, not a whole calendar.")},
        {"itip.too-many-lines",
         QT_TRANSLATE_NOOP("wording",
                           "The calendar part has more than {limit} lines, so it is not read. Send one "
                           "meeting, not a whole calendar.")},
        {"itip.no-event",
         QT_TRANSLATE_NOOP("wording", "The calendar part holds no meeting, so there is nothing to reserve.")},
        {"itip.event-unreadable",
         QT_TRANSLATE_NOOP("wording",
                           "The meeting cannot be read, so nothing is reserved. Send the invitation again.")},
        {"itip.uid-missing",
         QT_TRANSLATE_NOOP("wording",
                           "The meeting has no identity of its own (UID), so later changes could not be "
                           "matched to it. Send it from a calendar program that writes one.")},
        {"itip.start-missing",
         QT_TRANSLATE_NOOP("wording", "The meeting has no start, so there is nothing to reserve.")},
        {"itip.start-unreadable",
         QT_TRANSLATE_NOOP("wording",
                           "The start \"{value}\" is not a time, so nothing is reserved. Send the "
                           "invitation again.")},
        {"itip.end-unreadable",
         QT_TRANSLATE_NOOP("wording",
                           "The end \"{value}\" is not a time, so nothing is reserved. Send the "
                           "invitation again.")},
        {"itip.recurrence-id-unreadable",
         QT_TRANSLATE_NOOP("wording",
                           "The date \"{value}\" of the series cannot be read, so nothing is reserved. "
                           "Send the invitation again.")},
        {"itip.end-before-start",
         QT_TRANSLATE_NOOP("wording", "The meeting ends before it starts, so nothing is reserved. Correct its time.")},
        {"itip.times-mixed",
         QT_TRANSLATE_NOOP("wording",
                           "Start and end are of different kinds, so the length is not known and nothing "
                           "is reserved. Send the invitation again.")},
        {"itip.time-out-of-range",
         QT_TRANSLATE_NOOP("wording",
                           "The meeting lies outside the years 1 to 9999, so nothing is reserved. Correct "
                           "its time.")},
        {"itip.zone-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "The time zone \"{zone}\" is not known and the message does not describe it, "
                           "so nothing is reserved. Send the meeting in a zone with a usual name.")},
        {"itip.default-zone-missing",
         QT_TRANSLATE_NOOP("wording",
                           "The meeting has no time zone of its own, and the space has none. Set the time "
                           "zone of the space or reserve.time-zone.")},
        {"itip.rule-unreadable",
         QT_TRANSLATE_NOOP("wording",
                           "The rule of the series cannot be followed at \"{detail}\", so nothing is "
                           "reserved. Send the series with a usual pattern.")},
        {"itip.rule-too-frequent",
         QT_TRANSLATE_NOOP("wording",
                           "The series repeats too often for a room ({detail}), so nothing is reserved. "
                           "Send a series that repeats daily or less often.")},
        {"itip.rules-many",
         QT_TRANSLATE_NOOP("wording",
                           "The series has several rules at once, so its dates are not certain and nothing "
                           "is reserved. Send a series with one rule.")},
        {"itip.rule-steps",
         QT_TRANSLATE_NOOP("wording",
                           "The rule of the series hardly ever comes true. It is followed for 2,000 years "
                           "and no farther.")},
        {"itip.dates-unreadable",
         QT_TRANSLATE_NOOP("wording",
                           "The date \"{value}\" of the series cannot be read, so nothing is reserved. Send "
                           "the invitation again.")},
        {"itip.dates-too-many",
         QT_TRANSLATE_NOOP("wording",
                           "The series names more than {limit} single dates, so nothing is reserved. Send "
                           "it in several parts.")},
        {"itip.too-many-occurrences",
         QT_TRANSLATE_NOOP("wording",
                           "The series has more than {limit} dates in the time that can be booked, so "
                           "nothing is reserved. Send it in several parts.")},
        {"itip.no-length", QT_TRANSLATE_NOOP("wording", "The meeting starts and ends at the same moment.")},
        {"itip.end-missing",
         QT_TRANSLATE_NOOP("wording", "The calendar part ends early. It is read as far as it goes.")},
        {"itip.charset",
         QT_TRANSLATE_NOOP("wording", "The calendar part is not UTF-8. Its bytes are taken for Latin-1.")},
        {"itip.stamp-missing",
         QT_TRANSLATE_NOOP("wording", "The meeting has no readable DTSTAMP. The time of receipt stands in for it.")},
        {"itip.value-ignored",
         QT_TRANSLATE_NOOP("wording", "A value of the meeting is malformed and left out: {detail}")},
        {"itip.attendees-dropped",
         QT_TRANSLATE_NOOP("wording", "The list of attendees is longer than {limit}. The rest is left out.")},
        {"itip.zone-rules-unreadable",
         QT_TRANSLATE_NOOP("wording",
                           "The message's own rules for the zone \"{zone}\" cannot be used. The zone "
                           "{iana} of this machine is taken.")},
        {"itip.zone-offset-only",
         QT_TRANSLATE_NOOP("wording",
                           "Of the zone \"{zone}\" only the offset {offset} is known. Daylight saving "
                           "time is not considered.")},
        {"itip.zone-contradicts-name",
         QT_TRANSLATE_NOOP("wording",
                           "The message's rules for \"{zone}\" differ at this time from {iana} on this "
                           "machine. The message's rules are used.")},
        {"zone.rules-changed",
         QT_TRANSLATE_NOOP("wording",
                           "Clocks in {zone} will show UTC{now} then, not UTC{before} as when this was reserved. Ask "
                           "the organizer which time is meant.")},
        {"itip.end-without-zone",
         QT_TRANSLATE_NOOP("wording", "The end has no zone. The one of the start, \"{zone}\", is taken.")},
        {"itip.time-in-gap",
         QT_TRANSLATE_NOOP("wording",
                           "{time} does not exist in {zone} on that day, because clocks go forward. The "
                           "time one hour later on the clock is taken.")},
        {"itip.time-twice",
         QT_TRANSLATE_NOOP("wording",
                           "{time} happens twice in {zone} on that day, because clocks go back. The first "
                           "one is taken.")},
        {"tnef.decoded",
         QT_TRANSLATE_NOOP("wording", "The meeting ({method}) is read from the winmail.dat attachment.")},
        {"tnef.not-tnef",
         QT_TRANSLATE_NOOP("wording",
                           "The winmail.dat attachment is not what its name says. It may be a meeting, so "
                           "it is held. Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.")},
        {"tnef.damaged",
         QT_TRANSLATE_NOOP("wording",
                           "The winmail.dat attachment is damaged at byte {octet}. It may be a meeting, so "
                           "it is held. Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.")},
        {"tnef.too-large",
         QT_TRANSLATE_NOOP("wording",
                           "The meeting in the winmail.dat attachment is larger than {limit} bytes, so it "
                           "is held. Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.")},
        {"tnef.too-many-attributes",
         QT_TRANSLATE_NOOP("wording",
                           "The winmail.dat attachment has more than {limit} attributes, so it is held. "
                           "Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.")},
        {"tnef.too-many-properties",
         QT_TRANSLATE_NOOP("wording",
                           "The winmail.dat attachment has more than {limit} properties, so it is held. "
                           "Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.")},
        {"tnef.too-many-recipients",
         QT_TRANSLATE_NOOP("wording",
                           "The meeting in the winmail.dat attachment has more than {limit} recipients, so "
                           "it is held. Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.")},
        {"tnef.properties-unreadable",
         QT_TRANSLATE_NOOP("wording",
                           "The properties in the winmail.dat attachment cannot be read, so the meeting is "
                           "held. Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.")},
        {"tnef.class-missing",
         QT_TRANSLATE_NOOP("wording",
                           "The winmail.dat attachment does not say what it is. It may be a meeting, so it "
                           "is held. Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.")},
        {"tnef.uid-missing",
         QT_TRANSLATE_NOOP("wording",
                           "The meeting in the winmail.dat attachment has no identity of its own, so it is "
                           "held. Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.")},
        {"tnef.time-missing",
         QT_TRANSLATE_NOOP("wording",
                           "The meeting in the winmail.dat attachment has no time, so it is held. Let "
                           "Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.")},
        {"tnef.occurrence-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "The message concerns one date of a series ({day}), but the winmail.dat "
                           "attachment does not say at what time, so it is held. Let Exchange send "
                           "iCalendar: Set-RemoteDomain -TNEFEnabled $false.")},
        {"tnef.recurrence-missing",
         QT_TRANSLATE_NOOP("wording",
                           "The winmail.dat attachment announces a series without its rule, so it is held. "
                           "Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.")},
        {"tnef.recurrence-unreadable",
         QT_TRANSLATE_NOOP("wording",
                           "The rule of the series in the winmail.dat attachment cannot be read, so it is "
                           "held. Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.")},
        {"tnef.calendar-not-gregorian",
         QT_TRANSLATE_NOOP("wording",
                           "The series follows a calendar that is not the Gregorian one (number "
                           "{calendar}), so it is held. Ask for single meetings, or for a series by days "
                           "or weeks.")},
        {"tnef.too-many-exceptions",
         QT_TRANSLATE_NOOP("wording",
                           "The series in the winmail.dat attachment has more than {limit} changed or "
                           "removed dates, so it is held. Let Exchange send iCalendar: Set-RemoteDomain "
                           "-TNEFEnabled $false.")},
        {"tnef.zone-missing",
         QT_TRANSLATE_NOOP("wording",
                           "The series in the winmail.dat attachment names no time zone that is known, so "
                           "it is held. Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.")},
        {"tnef.times-disagree",
         QT_TRANSLATE_NOOP("wording",
                           "The series in the winmail.dat attachment begins at {start} by its start and at "
                           "{rule} by its rule, so it is held. Let Exchange send iCalendar: Set- "
                           "RemoteDomain -TNEFEnabled $false.")},
    };
    return table;
}

} // namespace reserve
