// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/letter.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

using namespace reserve;
using namespace reserve::test;

namespace {

using Conversation = QList<Letter>;

Letter moved(Letter letter, const QByteArray& start, const QByteArray& end)
{
    letter.start = start;
    letter.end = end;
    return letter;
}

Letter series(int sequence, int minute, const QByteArray& start = "20261120T160000",
              const QByteArray& end = "20261120T170000", const QByteArray& recurrence = "RRULE:FREQ=WEEKLY;COUNT=4\r\n")
{
    Letter letter = moved({}, start, end);
    letter.sequence = sequence;
    letter.minute = minute;
    letter.recurrence = recurrence;
    return letter;
}

Letter theEnd(int sequence, int minute)
{
    Letter letter = series(sequence, minute);
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

Letter withSubject(Letter letter, const QByteArray& subject)
{
    letter.subject = subject;
    return letter;
}

struct Talk
{
    const char* name;
    Conversation letters; // in the order in which they were written
    qsizetype holds;      // how many dates in the end
};

// Each in the order of its writing.
QList<Talk> talks()
{
    const Letter one = ofOccurrence("20261127T160000", 0, 5);
    const Letter laterFromThird = moved(fromOccurrence("20261204T160000", 1, 6), "20261204T180000", "20261204T190000");
    return {
        {"single, moved, cancelled, asked for again",
         {series(0, 1, "20261120T160000", "20261120T170000", ""),
          series(1, 2, "20261120T163000", "20261120T173000", ""),
          withSubject(series(1, 3, "20261120T163000", "20261120T173000", ""), "New words"), theEnd(2, 4),
          series(3, 5, "20261121T160000", "20261121T170000", "")},
         1},
        {"exceptions and a cancelled date",
         {series(0, 1), moved(one, "20261127T180000", "20261127T190000"),
          byDate(ofOccurrence("20261211T160000", 1, 6, "CANCEL"), "20261211"), withSubject(series(0, 7), "New words")},
         3},
        {"from a date on",
         {series(0, 1), laterFromThird, inUtc(ofOccurrence("20261211T160000", 1, 7, "CANCEL"), "20261211T150000Z"),
          moved(one, "20261127T180000", "20261127T190000")},
         3},
        {"from a date on, twice, then ended",
         {series(0, 1), laterFromThird,
          moved(fromOccurrence("20261204T160000", 2, 7), "20261205T100000", "20261205T110000"),
          fromOccurrence("20261211T160000", 3, 8, "CANCEL")},
         3},
        {"from a date on by a rule, one of it cancelled",
         {series(0, 1),
          [&] {
              Letter rule = laterFromThird;
              rule.recurrence = "RRULE:FREQ=DAILY;COUNT=5\r\n";
              return rule;
          }(),
          inUtc(ofOccurrence("20261206T160000", 2, 9, "CANCEL"), "20261206T170000Z")},
         6},
        {"a part that a later version of the whole makes void",
         {series(0, 1), laterFromThird, series(2, 8, "20261121T090000", "20261121T100000"),
          byDate(ofOccurrence("20261128T160000", 2, 9, "CANCEL"), "20261128")},
         3},
        {"moved as a whole by half an hour, with an exception in it",
         {series(0, 1), series(1, 2, "20261120T163000", "20261120T173000"),
          moved(ofOccurrence("20261127T163000", 1, 3), "20261127T164500", "20261127T174500"),
          ofOccurrence("20261204T163000", 2, 4, "CANCEL")},
         3},
        {"the room taken off a date, then off the whole, then put back",
         {series(0, 1), withoutRoom(ofOccurrence("20261127T160000", 1, 2)), withoutRoom(series(2, 3)), series(3, 4)},
         4},
        {"I3x: the numbers 1, 2, 3, an end between them and an exception",
         {series(1, 1), theEnd(2, 2), series(3, 3, "20261120T163000", "20261120T173000"),
          moved(ofOccurrence("20261127T163000", 3, 4), "20261127T180000", "20261127T190000"),
          withSubject(series(3, 5, "20261120T163000", "20261120T173000"), "New words")},
         4},
        {"I3x: the same, ended in the end",
         {series(1, 1), series(2, 2, "20261120T163000", "20261120T173000"),
          moved(ofOccurrence("20261127T163000", 2, 3), "20261127T180000", "20261127T190000"), theEnd(3, 4)},
         0},
        {"ended altogether", {series(0, 1), laterFromThird, one, theEnd(4, 9)}, 0},
        {"longer without a new number, from a date on",
         {series(0, 1), laterFromThird,
          series(0, 7, "20261120T160000", "20261120T170000", "RRULE:FREQ=WEEKLY;COUNT=6\r\n")},
         6},
        {"a date named by its day, cancelled before the whole moves",
         {series(0, 1), series(1, 2, "20261120T173000", "20261120T183000"),
          byDate(ofOccurrence("20261127T173000", 2, 3, "CANCEL"), "20261127"),
          withSubject(series(2, 4, "20261120T173000", "20261120T183000"), "New words")},
         3},
        {"dates named by their days while the whole goes to another zone, onto the keys of others",
         {inZone(series(0, 1, "20261120T090000", "20261120T100000", "RRULE:FREQ=DAILY;COUNT=5\r\n"), "Asia/Tokyo"),
          inZone(series(1, 2, "20261120T160000", "20261120T170000", "RRULE:FREQ=DAILY;COUNT=5\r\n"),
                 "America/Los_Angeles"),
          byDate(ofOccurrence("20261121T160000", 2, 3, "CANCEL"), "20261121"),
          byDate(moved(ofOccurrence("20261122T160000", 2, 4), "20261122T200000", "20261122T210000"), "20261122")},
         4},
        {"a day of two dates, named by its day while they move",
         {series(0, 1, "20261120T090000", "20261120T100000", "RRULE:FREQ=DAILY;COUNT=8;BYHOUR=9,16\r\n"),
          series(1, 2, "20261120T110000", "20261120T120000", "RRULE:FREQ=DAILY;COUNT=8;BYHOUR=11,18\r\n"),
          byDate(ofOccurrence("20261121T110000", 2, 3, "CANCEL"), "20261121")},
         6},
        {"a day that has two dates, then one, then two again",
         {series(0, 1, "20261120T090000", "20261120T100000", "RRULE:FREQ=DAILY;COUNT=8;BYHOUR=9,16\r\n"),
          series(1, 2, "20261120T110000", "20261120T120000", "RRULE:FREQ=DAILY;COUNT=4\r\n"),
          series(2, 3, "20261120T120000", "20261120T130000", "RRULE:FREQ=DAILY;COUNT=8;BYHOUR=12,18\r\n"),
          byDate(ofOccurrence("20261122T120000", 3, 4, "CANCEL"), "20261122")},
         6},
        {"a date named by the clock alone while the whole goes to another zone",
         {series(0, 1), inZone(series(1, 2), "Europe/London"),
          floating(ofOccurrence("20261127T160000", 2, 3, "CANCEL")),
          floating(moved(ofOccurrence("20261204T160000", 2, 4), "20261204T190000", "20261204T200000"))},
         3},
        {"days of an all-day series named by midnight elsewhere, or by the day",
         {allDay(series(0, 1, "20261120", "20261121")), allDay(series(1, 2, "20261121", "20261122")),
          [] {
              Letter end = ofOccurrence("20261128T000000", 2, 3, "CANCEL");
              end.occurrenceZone = ";TZID=Asia/Tokyo";
              end.start.clear();
              return end;
          }(),
          byDate(ofOccurrence("20261205T160000", 2, 4, "CANCEL"), "20261205")},
         2},
        {"an exception named by its day, and the end of the dates from a day on",
         {series(0, 1), series(1, 2, "20261120T163000", "20261120T173000"),
          byDate(moved(ofOccurrence("20261127T163000", 2, 3), "20261127T180000", "20261127T190000"), "20261127"),
          byDate(fromOccurrence("20261204T163000", 3, 4, "CANCEL"), "20261204")},
         2},
        {"a day named before all that follows goes by a rule of its own",
         {series(0, 1),
          [&] {
              Letter rule = laterFromThird;
              rule.recurrence = "RRULE:FREQ=DAILY;COUNT=5\r\n";
              return rule;
          }(),
          byDate(ofOccurrence("20261206T180000", 2, 9, "CANCEL"), "20261206")},
         6},
        {"a date moved onto another one that moves away later",
         {series(0, 1), moved(ofOccurrence("20261127T160000", 1, 2), "20261204T160000", "20261204T170000"),
          moved(ofOccurrence("20261204T160000", 2, 3), "20261204T180000", "20261204T190000")},
         4},
        {"two dates moved onto one that is cancelled later",
         {series(0, 1), moved(ofOccurrence("20261127T160000", 1, 2), "20261204T160000", "20261204T170000"),
          moved(ofOccurrence("20261211T160000", 2, 3), "20261204T163000", "20261204T173000"),
          ofOccurrence("20261204T160000", 3, 4, "CANCEL")},
         2},
        {"a date moved onto another one that stays",
         {series(0, 1), moved(ofOccurrence("20261127T160000", 1, 2), "20261204T163000", "20261204T173000")},
         3},
        {"a date moved onto another one before the whole moves away",
         {series(0, 1),
          byDate(moved(ofOccurrence("20261127T160000", 1, 2), "20261204T160000", "20261204T170000"), "20261127"),
          series(1, 3, "20261120T173000", "20261120T183000")},
         4},
        {"added to",
         {series(0, 1),
          [] {
              Letter add = series(1, 3, "20261218T160000", "20261218T170000", "");
              add.method = "ADD";
              return add;
          }(),
          ofOccurrence("20261211T160000", 2, 6, "CANCEL")},
         4},
    };
}

// What an organizer may send about a daily series, at random: times never meet, numbers rise.
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
        return series(number, number, day(0) + clock(base), day(0) + clock(base + 1), "RRULE:FREQ=DAILY;COUNT=6\r\n");
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
            = [&](Letter letter) { return moved(letter, day(index) + clock(slot), day(index) + clock(slot + 1)); };
        switch (upTo(6)) {
        case 6: { // onto another date of the same series
            const QByteArray other = day(upTo(5)) + clock(base);
            letters.append(
                named(moved(ofOccurrence(date, number, number), other, other.first(9) + clock(base + 1)), index));
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

QStringList outcomeOf(Hall& hall, const Conversation& letters, const QList<int>& order)
{
    QStringList texts;
    for (const Reservation& row : hall.heldAfter(letters, order)) {
        texts.append(
            QStringList{row.uid, row.recurrenceId, toIso(row.time.start), toIso(row.time.end), row.subject}.join(u' '));
    }
    return texts;
}

QString textOf(const QList<int>& order)
{
    QStringList numbers;
    for (const int index : order)
        numbers.append(QString::number(index));
    return numbers.join(u' ');
}

QList<int> inOrder(qsizetype count)
{
    QList<int> order(count);
    std::iota(order.begin(), order.end(), 0);
    return order;
}

} // namespace

// R-MEETING, O6: whatever the order in which the messages of a conversation arrive, and however often, the
// end is alike.
class TestConversations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void R_MEETING_everyOrderEndsAlike_data()
    {
        QTest::addColumn<int>("talk");
        for (qsizetype i = 0; i < talks().size(); ++i)
            QTest::newRow(talks().at(i).name) << int(i);
    }

    void R_MEETING_everyOrderEndsAlike()
    {
        QFETCH(int, talk);
        const Talk said = talks().at(talk);
        Hall hall;
        QList<int> order = inOrder(said.letters.size());
        const QStringList expected = outcomeOf(hall, said.letters, order);
        QCOMPARE(expected.size(), said.holds);
        while (std::next_permutation(order.begin(), order.end())) {
            const QStringList outcome = outcomeOf(hall, said.letters, order);
            QVERIFY2(
                outcome == expected,
                qPrintable(textOf(order) + u":\n" + outcome.join(u'\n') + u"\ninstead of\n" + expected.join(u'\n')));
        }
    }

    void R_MEETING_duplicatesChangeNothing_data() { R_MEETING_everyOrderEndsAlike_data(); }

    void R_MEETING_duplicatesChangeNothing()
    {
        QFETCH(int, talk);
        const Talk said = talks().at(talk);
        Hall hall;
        const QStringList expected = outcomeOf(hall, said.letters, inOrder(said.letters.size()));
        QList<int> twice = inOrder(said.letters.size()) + inOrder(said.letters.size());
        std::mt19937 chance(20261117u + unsigned(talk));
        for (int round = 0; round < 15; ++round) {
            std::shuffle(twice.begin(), twice.end(), chance);
            const QStringList outcome = outcomeOf(hall, said.letters, twice);
            QVERIFY2(
                outcome == expected,
                qPrintable(textOf(twice) + u":\n" + outcome.join(u'\n') + u"\ninstead of\n" + expected.join(u'\n')));
        }
    }

    void R_MEETING_randomConversationsEndAlike()
    {
        Hall hall;
        std::mt19937 chance(5545);
        for (int round = 0; round < 25; ++round) {
            const Conversation letters = randomTalk(chance);
            QList<int> order = inOrder(letters.size());
            const QStringList expected = outcomeOf(hall, letters, order);
            for (int shuffle = 0; shuffle < 4; ++shuffle) {
                std::shuffle(order.begin(), order.end(), chance);
                const QStringList outcome = outcomeOf(hall, letters, order);
                QStringList said;
                for (const Letter& letter : letters)
                    said.append(QString::fromLatin1(letter.method + ' ' + letter.occurrence + letter.range + ' '
                                                    + letter.start + ' ' + letter.attendee));
                QVERIFY2(outcome == expected,
                         qPrintable(QString::number(round) + u": " + textOf(order) + u":\n" + said.join(u'\n')
                                    + u"\ngives\n" + outcome.join(u'\n') + u"\ninstead of\n" + expected.join(u'\n')));
            }
        }
    }

    // Several conversations about one room that want different hours of the day.
    void R_MEETING_conversationsDoNotTouchEachOther()
    {
        const QList<Talk> said = talks();
        Conversation letters;
        for (qsizetype i = 0; i < 4; ++i) {
            for (Letter letter : said.at(i).letters) {
                letter.uid = "talk-" + QByteArray::number(i);
                // Each in weeks of its own: no two want the same slot.
                for (QByteArray* time : {&letter.start, &letter.end, &letter.occurrence})
                    *time = shifted(*time, int(i) * 35);
                letters.append(letter);
            }
        }
        Hall hall;
        const QStringList expected = outcomeOf(hall, letters, inOrder(letters.size()));
        QCOMPARE(expected.size(), 10);
        QList<int> order = inOrder(letters.size());
        std::mt19937 chance(5546);
        for (int round = 0; round < 25; ++round) {
            std::shuffle(order.begin(), order.end(), chance);
            const QStringList outcome = outcomeOf(hall, letters, order);
            QVERIFY2(
                outcome == expected,
                qPrintable(textOf(order) + u":\n" + outcome.join(u'\n') + u"\ninstead of\n" + expected.join(u'\n')));
        }
    }

private:
    // By whole weeks, so that Fridays stay Fridays.
    static QByteArray shifted(const QByteArray& time, int days)
    {
        if (time.size() < 8)
            return time;
        const QDate date = QDate::fromString(QString::fromLatin1(time.first(8)), QStringLiteral("yyyyMMdd"));
        return date.addDays(days).toString(QStringLiteral("yyyyMMdd")).toLatin1() + time.mid(8);
    }
};

QTEST_GUILESS_MAIN(TestConversations)
#include "tst_conversations.moc"
