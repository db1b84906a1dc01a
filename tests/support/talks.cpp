// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/talks.h"

#include "models/entities/enumtext.h"

#include <QRegularExpression>

#include <algorithm>
#include <numeric>

namespace reserve::test {

namespace {

Letter theEnd(int sequence, int minute)
{
    Letter letter = ofSeries(sequence, minute);
    letter.method = "CANCEL";
    letter.start.clear();
    letter.recurrence.clear();
    return letter;
}

Letter byDate(Letter letter, const QByteArray& date)
{
    letter.occurrence = date;
    letter.occurrenceZone = ";VALUE=DATE";
    return letter;
}

// A time that means the clock of the series, wherever that is.
Letter floating(Letter letter)
{
    letter.occurrenceZone.clear();
    return letter;
}

Letter inZone(Letter letter, const QByteArray& zone)
{
    letter.zone = ";TZID=" + zone;
    return letter;
}

Letter allDay(Letter letter)
{
    letter.zone = ";VALUE=DATE";
    return letter;
}

Letter inUtc(Letter letter, const QByteArray& utc)
{
    letter.occurrence = utc;
    letter.occurrenceZone.clear();
    return letter;
}

Letter withoutRoom(Letter letter)
{
    letter.attendee = "someone@mycompany.com";
    return letter;
}

// One message that says this of a date too.
Letter with(Letter series, const Letter& date)
{
    series.further += date.event();
    return series;
}

Letter withSubject(Letter letter, const QByteArray& subject)
{
    letter.subject = subject;
    return letter;
}

} // namespace

QList<Talk> talks()
{
    const Letter one = ofOccurrence("20261127T160000", 0, 5);
    const Letter laterFromThird = atTime(fromOccurrence("20261204T160000", 1, 6), "20261204T180000", "20261204T190000");
    return {
        {"single, moved, cancelled, asked for again",
         {ofSeries(0, 1, "20261120T160000", "20261120T170000", ""),
          ofSeries(1, 2, "20261120T163000", "20261120T173000", ""),
          withSubject(ofSeries(1, 3, "20261120T163000", "20261120T173000", ""), "New words"), theEnd(2, 4),
          ofSeries(3, 5, "20261121T160000", "20261121T170000", "")},
         1},
        {"exceptions and a cancelled date",
         {ofSeries(0, 1), atTime(one, "20261127T180000", "20261127T190000"),
          byDate(ofOccurrence("20261211T160000", 1, 6, "CANCEL"), "20261211"),
          withSubject(ofSeries(0, 7), "New words")},
         3},
        {"from a date on",
         {ofSeries(0, 1), laterFromThird, inUtc(ofOccurrence("20261211T160000", 1, 7, "CANCEL"), "20261211T150000Z"),
          atTime(one, "20261127T180000", "20261127T190000")},
         3},
        {"from a date on, twice, then ended",
         {ofSeries(0, 1), laterFromThird,
          atTime(fromOccurrence("20261204T160000", 2, 7), "20261205T100000", "20261205T110000"),
          fromOccurrence("20261211T160000", 3, 8, "CANCEL")},
         3},
        {"from a date on by a rule, one of it cancelled",
         {ofSeries(0, 1),
          [&] {
              Letter rule = laterFromThird;
              rule.recurrence = "RRULE:FREQ=DAILY;COUNT=5\r\n";
              return rule;
          }(),
          inUtc(ofOccurrence("20261206T160000", 2, 9, "CANCEL"), "20261206T170000Z")},
         6},
        {"a part that a later version of the whole makes void",
         {ofSeries(0, 1), laterFromThird, ofSeries(2, 8, "20261121T090000", "20261121T100000"),
          byDate(ofOccurrence("20261128T160000", 2, 9, "CANCEL"), "20261128")},
         3},
        {"moved as a whole by half an hour, with an exception in it",
         {ofSeries(0, 1), ofSeries(1, 2, "20261120T163000", "20261120T173000"),
          atTime(ofOccurrence("20261127T163000", 1, 3), "20261127T164500", "20261127T174500"),
          ofOccurrence("20261204T163000", 2, 4, "CANCEL")},
         3},
        {"the room taken off a date, then off the whole, then put back",
         {ofSeries(0, 1), withoutRoom(ofOccurrence("20261127T160000", 1, 2)), withoutRoom(ofSeries(2, 3)),
          ofSeries(3, 4)},
         4},
        {"I3x: the numbers 1, 2, 3, an end between them and an exception",
         {ofSeries(1, 1), theEnd(2, 2), ofSeries(3, 3, "20261120T163000", "20261120T173000"),
          atTime(ofOccurrence("20261127T163000", 3, 4), "20261127T180000", "20261127T190000"),
          withSubject(ofSeries(3, 5, "20261120T163000", "20261120T173000"), "New words")},
         4},
        {"I3x: the same, ended in the end",
         {ofSeries(1, 1), ofSeries(2, 2, "20261120T163000", "20261120T173000"),
          atTime(ofOccurrence("20261127T163000", 2, 3), "20261127T180000", "20261127T190000"), theEnd(3, 4)},
         0},
        {"ended altogether", {ofSeries(0, 1), laterFromThird, one, theEnd(4, 9)}, 0},
        {"longer without a new number, from a date on",
         {ofSeries(0, 1), laterFromThird,
          ofSeries(0, 7, "20261120T160000", "20261120T170000", "RRULE:FREQ=WEEKLY;COUNT=6\r\n")},
         6},
        {"a date named by its day, cancelled before the whole moves",
         {ofSeries(0, 1), ofSeries(1, 2, "20261120T173000", "20261120T183000"),
          byDate(ofOccurrence("20261127T173000", 2, 3, "CANCEL"), "20261127"),
          withSubject(ofSeries(2, 4, "20261120T173000", "20261120T183000"), "New words")},
         3},
        {"dates named by their days while the whole goes to another zone, onto the keys of others",
         {inZone(ofSeries(0, 1, "20261120T090000", "20261120T100000", "RRULE:FREQ=DAILY;COUNT=5\r\n"), "Asia/Tokyo"),
          inZone(ofSeries(1, 2, "20261120T160000", "20261120T170000", "RRULE:FREQ=DAILY;COUNT=5\r\n"),
                 "America/Los_Angeles"),
          byDate(ofOccurrence("20261121T160000", 2, 3, "CANCEL"), "20261121"),
          byDate(atTime(ofOccurrence("20261122T160000", 2, 4), "20261122T200000", "20261122T210000"), "20261122")},
         4},
        {"a day of two dates, named by its day while they move",
         {ofSeries(0, 1, "20261120T090000", "20261120T100000", "RRULE:FREQ=DAILY;COUNT=8;BYHOUR=9,16\r\n"),
          ofSeries(1, 2, "20261120T110000", "20261120T120000", "RRULE:FREQ=DAILY;COUNT=8;BYHOUR=11,18\r\n"),
          byDate(ofOccurrence("20261121T110000", 2, 3, "CANCEL"), "20261121")},
         6},
        {"a day that has two dates, then one, then two again",
         {ofSeries(0, 1, "20261120T090000", "20261120T100000", "RRULE:FREQ=DAILY;COUNT=8;BYHOUR=9,16\r\n"),
          ofSeries(1, 2, "20261120T110000", "20261120T120000", "RRULE:FREQ=DAILY;COUNT=4\r\n"),
          ofSeries(2, 3, "20261120T120000", "20261120T130000", "RRULE:FREQ=DAILY;COUNT=8;BYHOUR=12,18\r\n"),
          byDate(ofOccurrence("20261122T120000", 3, 4, "CANCEL"), "20261122")},
         6},
        {"a date named by the clock alone while the whole goes to another zone",
         {ofSeries(0, 1), inZone(ofSeries(1, 2), "Europe/London"),
          floating(ofOccurrence("20261127T160000", 2, 3, "CANCEL")),
          floating(atTime(ofOccurrence("20261204T160000", 2, 4), "20261204T190000", "20261204T200000"))},
         3},
        {"days of an all-day series named by midnight elsewhere, or by the day",
         {allDay(ofSeries(0, 1, "20261120", "20261121")), allDay(ofSeries(1, 2, "20261121", "20261122")),
          [] {
              Letter end = ofOccurrence("20261128T000000", 2, 3, "CANCEL");
              end.occurrenceZone = ";TZID=Asia/Tokyo";
              end.start.clear();
              return end;
          }(),
          byDate(ofOccurrence("20261205T160000", 2, 4, "CANCEL"), "20261205")},
         2},
        {"an exception named by its day, and the end of the dates from a day on",
         {ofSeries(0, 1), ofSeries(1, 2, "20261120T163000", "20261120T173000"),
          byDate(atTime(ofOccurrence("20261127T163000", 2, 3), "20261127T180000", "20261127T190000"), "20261127"),
          byDate(fromOccurrence("20261204T163000", 3, 4, "CANCEL"), "20261204")},
         2},
        {"a day named before all that follows goes by a rule of its own",
         {ofSeries(0, 1),
          [&] {
              Letter rule = laterFromThird;
              rule.recurrence = "RRULE:FREQ=DAILY;COUNT=5\r\n";
              return rule;
          }(),
          byDate(ofOccurrence("20261206T180000", 2, 9, "CANCEL"), "20261206")},
         6},
        {"a date moved onto another one that moves away later",
         {ofSeries(0, 1), atTime(ofOccurrence("20261127T160000", 1, 2), "20261204T160000", "20261204T170000"),
          atTime(ofOccurrence("20261204T160000", 2, 3), "20261204T180000", "20261204T190000")},
         4},
        {"two dates moved onto one that is cancelled later",
         {ofSeries(0, 1), atTime(ofOccurrence("20261127T160000", 1, 2), "20261204T160000", "20261204T170000"),
          atTime(ofOccurrence("20261211T160000", 2, 3), "20261204T163000", "20261204T173000"),
          ofOccurrence("20261204T160000", 3, 4, "CANCEL")},
         2},
        {"a date moved onto another one that stays",
         {ofSeries(0, 1), atTime(ofOccurrence("20261127T160000", 1, 2), "20261204T163000", "20261204T173000")},
         3},
        {"a date moved onto another one before the whole moves away",
         {ofSeries(0, 1),
          byDate(atTime(ofOccurrence("20261127T160000", 1, 2), "20261204T160000", "20261204T170000"), "20261127"),
          ofSeries(1, 3, "20261120T173000", "20261120T183000")},
         4},
        {"an exception in the message of the series, on a date that is cancelled later",
         {with(ofSeries(0, 1), atTime(ofOccurrence("20261127T160000", 0, 1), "20261204T160000", "20261204T170000")),
          ofOccurrence("20261204T160000", 1, 2, "CANCEL")},
         3},
        {"an exception in the message of the series, before a date that moves away later",
         {with(ofSeries(0, 1), atTime(ofOccurrence("20261127T160000", 0, 1), "20261204T153000", "20261204T163000")),
          atTime(ofOccurrence("20261204T160000", 1, 2), "20261204T180000", "20261204T190000")},
         4},
        {"an exception in the message of the series, on a date that stays",
         {with(ofSeries(0, 1), atTime(ofOccurrence("20261127T160000", 0, 1), "20261204T153000", "20261204T163000")),
          with(withSubject(ofSeries(0, 2), "New words"),
               atTime(ofOccurrence("20261127T160000", 0, 2), "20261204T153000", "20261204T163000"))},
         3},
        {"two exceptions in one message that meet, and one of them leaves",
         {with(
              with(ofSeries(0, 1), atTime(ofOccurrence("20261127T160000", 0, 1), "20261128T160000", "20261128T170000")),
              atTime(ofOccurrence("20261204T160000", 0, 2), "20261128T163000", "20261128T173000")),
          ofOccurrence("20261127T160000", 1, 3, "CANCEL"),
          atTime(ofOccurrence("20261211T160000", 1, 4), "20261128T170000", "20261128T180000")},
         2},
        {"an exception in the message of the series that meets one of its own message, which leaves",
         {with(ofSeries(0, 2), atTime(ofOccurrence("20261127T160000", 0, 2), "20261128T160000", "20261128T170000")),
          atTime(ofOccurrence("20261204T160000", 0, 1), "20261128T163000", "20261128T173000"),
          ofOccurrence("20261204T160000", 1, 3, "CANCEL")},
         3},
        {"from a date on, onto an earlier one that is cancelled later",
         {ofSeries(0, 1), atTime(fromOccurrence("20261204T160000", 1, 2), "20261127T160000", "20261127T170000"),
          ofOccurrence("20261127T160000", 2, 3, "CANCEL")},
         3},
        {"from a date on, onto earlier ones of which one moves away later",
         {ofSeries(0, 1), atTime(fromOccurrence("20261204T160000", 1, 2), "20261120T163000", "20261120T173000"),
          atTime(ofOccurrence("20261120T160000", 2, 3), "20261119T160000", "20261119T170000")},
         3},
        {"from a date on, onto an earlier one that the whole leaves, with the same number",
         {ofSeries(1, 1),
          byDate(atTime(fromOccurrence("20261204T160000", 1, 2), "20261127T180000", "20261127T190000"), "20261204"),
          ofSeries(1, 3, "20261120T180000", "20261120T190000"),
          byDate(ofOccurrence("20261204T160000", 2, 4, "CANCEL"), "20261204")},
         3},
        {"from a date on, in the message of the series, onto a date of it that is cancelled later",
         {with(ofSeries(0, 1), atTime(fromOccurrence("20261204T160000", 0, 1), "20261127T160000", "20261127T170000")),
          ofOccurrence("20261127T160000", 1, 2, "CANCEL")},
         3},
        {"three dates that meet in a chain, the first of which leaves",
         {ofSeries(0, 1), atTime(ofOccurrence("20261127T160000", 1, 2), "20261128T160000", "20261128T170000"),
          atTime(ofOccurrence("20261204T160000", 1, 3), "20261128T163000", "20261128T173000"),
          atTime(ofOccurrence("20261211T160000", 1, 4), "20261128T170000", "20261128T180000"),
          ofOccurrence("20261127T160000", 2, 5, "CANCEL")},
         2},
        {"added to",
         {ofSeries(0, 1),
          [] {
              Letter add = ofSeries(1, 3, "20261218T160000", "20261218T170000", "");
              add.method = "ADD";
              return add;
          }(),
          ofOccurrence("20261211T160000", 2, 6, "CANCEL")},
         4},
    };
}

Conversation randomTalk(std::mt19937& chance)
{
    const auto upTo = [&chance](int most) { return std::uniform_int_distribution<int>(0, most)(chance); };
    int slot = 16; // half hours of the day: each statement has one of its own
    const auto clock = [](int halfHours) -> QByteArray {
        return QByteArray::number(halfHours / 2).rightJustified(2, '0') + (halfHours % 2 ? "3000" : "0000");
    };
    const auto day = [](int index) -> QByteArray { return "202611" + QByteArray::number(20 + index) + 'T'; };
    int base = slot;
    const auto whole = [&](int number) {
        return ofSeries(number, number, day(0) + clock(base), day(0) + clock(base + 1), "RRULE:FREQ=DAILY;COUNT=6\r\n");
    };
    // How a date is named: by its moment, by its day, or by the clock of the series.
    const auto named = [&](Letter letter, int index) {
        const int manner = upTo(3);
        if (manner == 0)
            return byDate(letter, day(index).first(8));
        return manner == 1 ? floating(letter) : letter;
    };
    Conversation letters{whole(0)};
    for (int number = 1; number <= 4; ++number) {
        const int index = upTo(5);
        const QByteArray date = day(index) + clock(base);
        ++slot;
        const auto at
            = [&](Letter letter) { return atTime(letter, day(index) + clock(slot), day(index) + clock(slot + 1)); };
        switch (upTo(6)) {
        case 6: { // onto another date of the same series
            const QByteArray other = day(upTo(5)) + clock(base);
            letters.append(
                named(atTime(ofOccurrence(date, number, number), other, other.first(9) + clock(base + 1)), index));
            break;
        }
        case 0:
            letters.append(named(at(ofOccurrence(date, number, number)), index));
            break;
        case 1:
            letters.append(named(ofOccurrence(date, number, number, "CANCEL"), index));
            break;
        case 2:
            letters.append(at(fromOccurrence(date, number, number)));
            break;
        case 3:
            letters.append(fromOccurrence(date, number, number, "CANCEL"));
            break;
        case 4:
            base = upTo(1) == 1 ? slot : base;
            letters.append(whole(number));
            break;
        default:
            letters.append(named(withoutRoom(at(ofOccurrence(date, number, number))), index));
        }
        ++slot;
    }
    return letters;
}

Conversation crowdedTalk(std::mt19937& chance)
{
    const auto upTo = [&chance](int most) { return std::uniform_int_distribution<int>(0, most)(chance); };
    const auto at = [](Letter letter, int day, int halfHour) {
        const auto clock = [day](int halfHours) -> QByteArray {
            return "202611" + QByteArray::number(20 + day) + 'T'
                + QByteArray::number(halfHours / 2).rightJustified(2, '0') + (halfHours % 2 ? "3000" : "0000");
        };
        return atTime(std::move(letter), clock(halfHour), clock(halfHour + 2));
    };
    const auto dateOf = [&](int day) { return at({}, day, 20).start; };
    // Onto an hour of another day or across it, now and then to one of its own.
    const auto elsewhere
        = [&](Letter letter) { return at(std::move(letter), upTo(5), upTo(3) == 0 ? 30 : 19 + upTo(2)); };
    const auto whole = [&](int number) {
        Letter letter = at(ofSeries(number, number), 0, 20);
        letter.recurrence = "RRULE:FREQ=DAILY;COUNT=6\r\n";
        for (int further = upTo(2); further > 0; --further)
            letter.further += elsewhere(ofOccurrence(dateOf(2 * further - upTo(1)), number, number)).event();
        return letter;
    };
    Conversation letters{whole(0)};
    for (int number = 1; number <= 4; ++number) {
        const QByteArray date = dateOf(upTo(5));
        switch (upTo(7)) {
        case 0:
            letters.append(whole(number));
            break;
        case 1:
        case 2:
            letters.append(elsewhere(fromOccurrence(date, number, number)));
            break;
        case 3:
        case 4:
            letters.append(ofOccurrence(date, number, number, "CANCEL"));
            break;
        default:
            letters.append(elsewhere(ofOccurrence(date, number, number)));
        }
    }
    return letters;
}

const Manner everybodyMayBook{};
const Manner everythingIsAsked{{"AllBookInPolicy", "false"}, {"AllRequestInPolicy", "true"}};
const Manner seriesAreAsked{{"AllowRecurringMeetings", "false"}, {"AllRequestOutOfPolicy", "true"}};
const Manner outsideWorkHoursIsAsked{{"ScheduleOnlyDuringWorkHours", "true"}, {"AllRequestOutOfPolicy", "true"}};

void adopt(RequestDesk& desk, const Manner& manner)
{
    for (const auto& [policy, value] : manner)
        desk.setPolicy(PolicyScope::ofSpace(desk.cr1()), policy, value);
}

QStringList textOf(const RequestDesk::Outcome& outcome)
{
    QStringList texts;
    for (const Reservation& row : outcome.reservations) {
        texts.append(QStringList{row.uid, row.recurrenceId, toIso(row.time.start), toIso(row.time.end), row.subject,
                                 QString::fromLatin1(toText(row.status)),
                                 QString::fromLatin1(row.seriesId || row.recurrenceId.isEmpty() ? "" : "alone")}
                         .join(u' '));
    }
    QStringList asked;
    for (const Approval& approval : outcome.approvals) {
        const Announcement& about = approval.announcement;
        const auto row
            = std::find_if(outcome.reservations.begin(), outcome.reservations.end(),
                           [&approval](const Reservation& date) { return date.id == approval.reservationId; });
        const bool isOfRow = row != outcome.reservations.end();
        const TimeRange begins = about.begins.value_or(about.time); // whichever of its dates is the first to be told of
        asked.append(QStringList{QStringLiteral("asked:"), about.uid, isOfRow ? row->recurrenceId : about.recurrenceId,
                                 QString::fromLatin1(about.thisAndFuture ? "on" : ""), toIso(begins.start),
                                 toIso(begins.end), QString::fromLatin1(approval.reason.code),
                                 QString::fromLatin1(approval.broken.code)}
                         .join(u' '));
    }
    std::sort(asked.begin(), asked.end()); // whatever was asked first
    return texts + asked;
}

QString differenceOf(const QStringList& found, const QStringList& expected)
{
    QStringList lines;
    for (const QString& line : found) {
        if (!expected.contains(line))
            lines.append(QStringLiteral("found  ") + line);
    }
    for (const QString& line : expected) {
        if (!found.contains(line))
            lines.append(QStringLiteral("wanted ") + line);
    }
    return lines.join(u'\n');
}

QString textOf(const QList<int>& order)
{
    QStringList numbers;
    for (const int index : order)
        numbers.append(QString::number(index));
    return numbers.join(u' ');
}

QString textOf(const Conversation& letters)
{
    // Which date, and to when.
    static const QRegularExpression told(QStringLiteral("DTSTART[^:]*:(\\S+).*?RECURRENCE-ID[^:]*:(\\S+)"),
                                         QRegularExpression::DotMatchesEverythingOption);
    QStringList lines;
    for (const Letter& letter : letters) {
        QString line = QString::fromLatin1(letter.method + ' ' + QByteArray::number(letter.sequence) + ' '
                                           + letter.occurrence + letter.range + " > " + letter.start);
        if (letter.attendee != letter.room)
            line += QStringLiteral(", without the room");
        auto further = told.globalMatch(QString::fromLatin1(letter.further));
        while (further.hasNext()) {
            const QRegularExpressionMatch date = further.next();
            line += QStringLiteral("; ") + date.captured(2) + QStringLiteral(" > ") + date.captured(1);
        }
        lines.append(line);
    }
    return lines.join(u'\n');
}

QList<int> inOrder(qsizetype count)
{
    QList<int> order(count);
    std::iota(order.begin(), order.end(), 0);
    return order;
}

} // namespace reserve::test
