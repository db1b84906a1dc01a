// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/sentencetable.h"

namespace reserve {

std::span<const Sentence> consoleSentences()
{
    static constexpr Sentence table[] = {
        {"console.no-person", QT_TRANSLATE_NOOP("wording", "A reservation is for somebody. Choose a person.")},
        {"console.person-retired",
         QT_TRANSLATE_NOOP("wording",
                           "{person} (Control Number {control-number}) is retired and cannot reserve. Choose "
                           "somebody else, or set the person active.")},
        {"console.no-time-zone",
         QT_TRANSLATE_NOOP("wording",
                           "{person} (Control Number {control-number}) has no time zone. A reservation made in the "
                           "console needs one. Set it in the profile.")},
        {"console.no-space", QT_TRANSLATE_NOOP("wording", "The space is not there any more. Choose another one.")},
        {"console.no-length", QT_TRANSLATE_NOOP("wording", "The end is not after the start. Choose a later end.")},
        {"console.rule-unreadable",
         QT_TRANSLATE_NOOP("wording",
                           "\"{rule}\" is no rule of a series. Write one such as FREQ=WEEKLY;BYDAY=MO;COUNT=10.")},
        {"console.made-by-mail",
         QT_TRANSLATE_NOOP("wording",
                           "This meeting was booked by mail and belongs to {organizer}, in whose calendar it would "
                           "not move. Ask {organizer} to move it, or cancel it here: the room then declines it.")},
        {"console.from-exchange",
         QT_TRANSLATE_NOOP("wording", "This was read from the calendar of {space} in Exchange. Change it there.")},
        {"console.not-standing",
         QT_TRANSLATE_NOOP("wording", "This reservation does not stand any more. Somebody else changed it meanwhile.")},
        {"console.too-many-dates",
         QT_TRANSLATE_NOOP("wording",
                           "The series has {count} dates in the time that {space} can be reserved ahead; at most "
                           "{limit} are reserved at once. Let it end earlier, or reserve it as several series, such as "
                           "one for each time of the day.")},
        {"console.stands-again",
         QT_TRANSLATE_NOOP("wording", "The series stands already. Somebody else brought it back meanwhile.")},
        {"console.restored-partly",
         QT_TRANSLATE_N_NOOP("wording", "The series is back but for %n of its {count} dates. The first: {cause}"),
         "conflicts"},
        {"console.unchanged",
         QT_TRANSLATE_NOOP("wording", "{space} is reserved so already: nothing changes, and nobody is told.")},
        {"console.dates-put-back",
         QT_TRANSLATE_N_NOOP("wording", "%n date(s) that were changed or cancelled by themselves do not stay so."),
         "count"},
        {"console.whole-only",
         QT_TRANSLATE_NOOP("wording",
                           "Person, text, all-day, invitation and repetition belong to the whole series. Choose "
                           "\"whole series\" to change them.")},
        {"console.series-day",
         QT_TRANSLATE_NOOP("wording",
                           "The series repeats on fixed days ({rule}), which do not move with it. Move it within "
                           "its day, or change the repetition.")},
        {"console.exchange-month-days",
         QT_TRANSLATE_NOOP("wording",
                           "The calendar of {space} in Exchange repeats on one day of the month, and one that every "
                           "month has; it cannot hold this series ({rule}). Choose a day from the 1st to the 28th, or "
                           "the last one (FREQ=MONTHLY;BYMONTHDAY=-1); reserve several days as a series each.")},
        {"console.exchange-weekdays",
         QT_TRANSLATE_NOOP("wording",
                           "The calendar of {space} in Exchange repeats on days of the week, or on the first, second, "
                           "third, fourth or last of one weekday in the month; it cannot hold this series ({rule}). "
                           "Choose one such as FREQ=WEEKLY;BYDAY=MO,WE or FREQ=MONTHLY;BYDAY=1MO, or reserve a "
                           "series for each day.")},
        {"console.exchange-rule",
         QT_TRANSLATE_NOOP("wording",
                           "The calendar of {space} in Exchange cannot hold such a series ({rule}). Choose one that "
                           "repeats every so many days, weeks, months or, up to 8, years, such as "
                           "FREQ=WEEKLY;BYDAY=MO, or reserve its dates singly.")},
        {"console.exchange-zone",
         QT_TRANSLATE_NOOP(
             "wording",
             "The calendar of {space} in Exchange knows no time zone whose clocks go like those of {zone} "
             "as long as this series does, so its dates would be at another time there. Reserve its dates "
             "singly, or choose another time zone in the profile of the person.")},
        {"console.exchange-space-zone",
         QT_TRANSLATE_NOOP(
             "wording",
             "The calendar of {space} in Exchange knows no time zone whose clocks go like those of {zone}, "
             "so whole days would begin at another time there. Reserve from one time to another, or choose "
             "another time zone for {space}.")},
        {"console.exchange-order",
         QT_TRANSLATE_NOOP(
             "wording",
             "The calendar of {space} in Exchange keeps the dates of a series in order, each on a day of "
             "its own. This date would share the day of its neighbour, run into it or go past it: "
             "{start..end}. Choose a time between its neighbours, or cancel this date and reserve the new "
             "time by itself.")},
        {"console.exchange-order-along",
         QT_TRANSLATE_NOOP("wording",
                           "The calendar of {space} in Exchange keeps the dates of a series in order, each on a day of "
                           "its own. A date that was changed by itself would come to {start..end} and share the day of "
                           "its neighbour, run into it or go past it: {neighbour}. Move that date to where its series "
                           "has it, or cancel it and reserve its time by itself; then change the series.")},
        {"console.same-meeting",
         QT_TRANSLATE_NOOP("wording", "The same meeting stands in {space} by mail already. Cancel it there first.")},
        {"console.cancelled", QT_TRANSLATE_NOOP("wording", "Cancelled by {by}: {why}")},
        {"console.cancelled", QT_TRANSLATE_NOOP("wording", "Cancelled by {by}.")},
        {"console.cancelled", QT_TRANSLATE_NOOP("wording", "Cancelled by the people of the room: {why}")},
        {"console.cancelled", QT_TRANSLATE_NOOP("wording", "Cancelled by the people of the room.")},
        {"console.moved-to", QT_TRANSLATE_NOOP("wording", "Moved to {space} by {by}.")},
        {"console.moved-to", QT_TRANSLATE_NOOP("wording", "Moved to {space}.")},
        {"decision.made-in-console",
         QT_TRANSLATE_NOOP("wording",
                           "This reservation of {space} was made in Reserve Console and is changed there only. "
                           "Nothing changes by mail.")},
        {"decision.withdrawn", QT_TRANSLATE_NOOP("wording", "The people of {space} need the time back: {why}")},
        {"decision.withdrawn", QT_TRANSLATE_NOOP("wording", "The people of {space} need the time back.")},
        {"usage.nothing-changed",
         QT_TRANSLATE_NOOP("wording",
                           "Nothing is to become otherwise. Say what: --start, --end, --space, --person, --subject, "
                           "--text or --rule.")},
        {"cli.reserved", QT_TRANSLATE_NOOP("wording", "Reserved as number {id}: {space}, {start..end}.")},
        {"cli.reserved-series",
         QT_TRANSLATE_N_NOOP("wording",
                             "Reserved as a series from number {id} on: {space}, %n date(s), first {start..end}."),
         "count"},
        {"cli.waits-for-approver",
         QT_TRANSLATE_NOOP("wording", "Number {id} holds {space}, {start..end}, until an approver decides.")},
        {"cli.reservation-changed", QT_TRANSLATE_NOOP("wording", "Number {id} is now: {space}, {start..end}.")},
        {"cli.reservation-unchanged",
         QT_TRANSLATE_NOOP("wording",
                           "Number {id} is so already: {space}, {start..end}. Nothing changes, and nobody is told.")},
        {"cli.reservation-cancelled", QT_TRANSLATE_NOOP("wording", "Number {id} is cancelled: {space}, {start..end}.")},
        {"cli.reservation-preview", QT_TRANSLATE_NOOP("wording", "This would be reserved: {space}, {start..end}.")},
        {"cli.reservation-free", QT_TRANSLATE_NOOP("wording", "Free instead: {space}, {start..end}.")},
        {"cli.person-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "No person has the Control Number {number}. List them with: reserve-agent people "
                           "list.")},
        {"cli.date-declined", QT_TRANSLATE_NOOP("wording", "Not reserved: {start..end}. {why}")},
    };
    return table;
}

} // namespace reserve
