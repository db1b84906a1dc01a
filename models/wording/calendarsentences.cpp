// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/sentencetable.h"

namespace reserve {

std::span<const Sentence> calendarSentences()
{
    static constexpr Sentence table[] = {
        {"itip.not-calendar",
         QT_TRANSLATE_NOOP("wording", "The calendar part holds no calendar, so nothing can be reserved. Send the "
                                      "invitation again.")},
        {"itip.too-large",
         QT_TRANSLATE_NOOP("wording", "The calendar part is larger than {limit} bytes, so it is not read. Send the "
                                      "meeting without its long description.")},
        {"itip.too-deep",
         QT_TRANSLATE_NOOP("wording", "The calendar part nests more than {limit} levels deep, so it is not read. "
                                      "Send the invitation again from a calendar program.")},
        {"itip.too-many-components",
         QT_TRANSLATE_NOOP("wording", "The calendar part holds more than {limit} parts, so it is not read. Send one "
                                      "meeting, not a whole calendar.")},
        {"itip.too-many-lines",
         QT_TRANSLATE_NOOP("wording", "The calendar part has more than {limit} lines, so it is not read. Send one "
                                      "meeting, not a whole calendar.")},
        {"itip.no-event",
         QT_TRANSLATE_NOOP("wording", "The calendar part holds no meeting, so there is nothing to reserve.")},
        {"itip.event-unreadable",
         QT_TRANSLATE_NOOP("wording", "The meeting cannot be read, so nothing is reserved. Send the invitation again.")},
        {"itip.uid-missing",
         QT_TRANSLATE_NOOP("wording", "The meeting has no identity of its own (UID), so later changes could not be "
                                      "matched to it. Send it from a calendar program that writes one.")},
        {"itip.start-missing",
         QT_TRANSLATE_NOOP("wording", "The meeting has no start, so there is nothing to reserve.")},
        {"itip.start-unreadable",
         QT_TRANSLATE_NOOP("wording", "The start \"{value}\" is not a time, so nothing is reserved. Send the "
                                      "invitation again.")},
        {"itip.end-unreadable",
         QT_TRANSLATE_NOOP("wording", "The end \"{value}\" is not a time, so nothing is reserved. Send the "
                                      "invitation again.")},
        {"itip.recurrence-id-unreadable",
         QT_TRANSLATE_NOOP("wording", "The date \"{value}\" of the series cannot be read, so nothing is reserved. "
                                      "Send the invitation again.")},
        {"itip.end-before-start",
         QT_TRANSLATE_NOOP("wording", "The meeting ends before it starts, so nothing is reserved. Correct its time.")},
        {"itip.times-mixed",
         QT_TRANSLATE_NOOP("wording", "Start and end are of different kinds, so the length is not known and nothing "
                                      "is reserved. Send the invitation again.")},
        {"itip.time-out-of-range",
         QT_TRANSLATE_NOOP("wording", "The meeting lies outside the years 1 to 9999, so nothing is reserved. Correct "
                                      "its time.")},
        {"itip.zone-unknown",
         QT_TRANSLATE_NOOP("wording", "The time zone \"{zone}\" is not known and the message does not describe it, "
                                      "so nothing is reserved. Send the meeting in a zone with a usual name.")},
        {"itip.default-zone-missing",
         QT_TRANSLATE_NOOP("wording", "The meeting has no time zone of its own, and the space has none. Set the time "
                                      "zone of the space or reserve.time-zone.")},
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
         QT_TRANSLATE_NOOP("wording", "The message's own rules for the zone \"{zone}\" cannot be used. The zone "
                                      "{iana} of this machine is taken.")},
        {"itip.zone-offset-only",
         QT_TRANSLATE_NOOP("wording", "Of the zone \"{zone}\" only the offset {offset} is known. Daylight saving "
                                      "time is not considered.")},
        {"itip.zone-contradicts-name",
         QT_TRANSLATE_NOOP("wording", "The message's rules for \"{zone}\" differ at this time from {iana} on this "
                                      "machine. The message's rules are used.")},
        {"itip.end-without-zone",
         QT_TRANSLATE_NOOP("wording", "The end has no zone. The one of the start, \"{zone}\", is taken.")},
        {"itip.time-in-gap",
         QT_TRANSLATE_NOOP("wording", "{time} does not exist in {zone} on that day, because clocks go forward. The "
                                      "time one hour later on the clock is taken.")},
        {"itip.time-twice",
         QT_TRANSLATE_NOOP("wording", "{time} happens twice in {zone} on that day, because clocks go back. The first "
                                      "one is taken.")},
    };
    return table;
}

} // namespace reserve
