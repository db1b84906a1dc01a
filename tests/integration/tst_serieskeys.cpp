// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/letter.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace reserve;
using namespace reserve::test;

namespace {

Letter moved(Letter letter, const QByteArray& start, const QByteArray& end)
{
    letter.start = start;
    letter.end = end;
    return letter;
}

Letter atEight(const Letter& letter, const QByteArray& day)
{
    return moved(letter, day + "T200000", day + "T210000");
}

Letter daily(int sequence, int minute, const QByteArray& hour, const QByteArray& zone, const QByteArray& rule)
{
    Letter letter = moved({}, "20261120T" + hour + "0000", "20261120T" + hour + "3000");
    letter.sequence = sequence;
    letter.minute = minute;
    letter.zone = ";TZID=" + zone;
    letter.recurrence = "RRULE:FREQ=DAILY;" + rule + "\r\n";
    return letter;
}

Letter byDate(Letter letter, const QByteArray& date)
{
    letter.occurrence = date;
    letter.occurrenceZone = ";VALUE=DATE";
    return letter;
}

Letter inUtc(Letter letter, const QByteArray& utc)
{
    letter.occurrence = utc;
    letter.occurrenceZone.clear();
    return letter;
}

Letter ofDay(const QByteArray& day, int sequence, int minute, const QByteArray& method = "REQUEST")
{
    return byDate(ofOccurrence(day + "T160000", sequence, minute, method), day);
}

struct Talk
{
    const char* name;
    QList<Letter> letters; // in the order in which they were written
    qsizetype holds;       // how many dates in the end
};

// What is 9:00 in Tokyo on one day is 16:00 in Los Angeles on the day before: when the series goes there, each date
// that was named by its day stands where the next one stood.
QList<Talk> talks()
{
    const Letter tokyo = daily(0, 1, "09", "Asia/Tokyo", "COUNT=6");
    const Letter losAngeles = daily(1, 2, "16", "America/Los_Angeles", "COUNT=6");
    const Letter once = daily(0, 1, "09", "Europe/Berlin", "COUNT=4");
    const Letter twice = daily(1, 2, "12", "Europe/Berlin", "COUNT=8;BYHOUR=12,18");
    return {
        {"a date named in two ways, the older one on the key of another",
         {tokyo, losAngeles, atEight(ofDay("20261121", 1, 3), "20261121"), atEight(ofDay("20261122", 1, 4), "20261122"),
          inUtc(atEight(ofOccurrence("20261123T160000", 1, 5), "20261123"), "20261123T000000Z")},
         6},
        {"the same, where the one named by its day is newer",
         {tokyo, losAngeles, atEight(ofDay("20261121", 1, 3), "20261121"),
          inUtc(atEight(ofOccurrence("20261123T160000", 1, 4), "20261123"), "20261123T000000Z"),
          atEight(ofDay("20261122", 1, 5), "20261122")},
         6},
        {"three in a row before a date named in two ways",
         {tokyo, losAngeles, atEight(ofDay("20261121", 1, 3), "20261121"), ofDay("20261122", 1, 4, "CANCEL"),
          atEight(ofDay("20261123", 1, 5), "20261123"),
          inUtc(ofOccurrence("20261124T160000", 1, 6, "CANCEL"), "20261124T000000Z")},
         4},
        {"a day called off, one date of it named by its time before",
         {once, twice, ofDay("20261121", 2, 3, "CANCEL"),
          inUtc(atEight(ofOccurrence("20261121T160000", 3, 4), "20261121"), "20261121T110000Z")},
         7},
    };
}

QStringList keysOf(const QList<Reservation>& rows)
{
    QStringList texts;
    for (const Reservation& row : rows)
        texts.append(row.recurrenceId + u' ' + toIso(row.time.start));
    return texts;
}

} // namespace

// R-MEETING: dates keep what was said of them while a newer version of their series gives them other keys.
class TestSeriesKeys final : public QObject
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
        QList<int> order(said.letters.size());
        std::iota(order.begin(), order.end(), 0);
        const QStringList expected = keysOf(hall.outcomeOf(said.letters, order).reservations);
        QCOMPARE(expected.size(), said.holds);
        while (std::next_permutation(order.begin(), order.end()))
            QCOMPARE(keysOf(hall.outcomeOf(said.letters, order).reservations), expected);
    }

    void everyRowEndsOnTheKeyOfADate_data() { R_MEETING_everyOrderEndsAlike_data(); }

    // Also one that holds nothing any more.
    void everyRowEndsOnTheKeyOfADate()
    {
        QFETCH(int, talk);
        QList<Letter> letters = talks().at(talk).letters;
        // The series that is known first, whatever was said of its dates, and then the one that moves them.
        std::rotate(letters.begin() + 1, letters.begin() + 2, letters.end());
        RequestDesk desk;
        for (const Letter& letter : std::as_const(letters))
            send(desk, letter);
        const QList<Reservation> rows = desk.reservations();
        QVERIFY(rows.size() >= talks().at(talk).holds);
        for (const Reservation& row : rows)
            QVERIFY2(recurrenceIdFromKey(row.recurrenceId), qPrintable(row.recurrenceId));
    }
};

QTEST_GUILESS_MAIN(TestSeriesKeys)
#include "tst_serieskeys.moc"
