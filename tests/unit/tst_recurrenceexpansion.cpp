// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/itipreader.h"
#include "models/itip/zoneresolver.h"

#include <QTest>
#include <QTimeZone>

using namespace reserve;

namespace {

const QByteArray berlin = "Europe/Berlin";

Instant at(const char* iso)
{
    return *instantFromIso(QString::fromLatin1(iso));
}

const TimeRange wide{at("2020-01-01T00:00:00Z"), at("2040-01-01T00:00:00Z")};

QByteArray calendar(const QByteArray& lines)
{
    return "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:u\r\nDTSTAMP:20260101T000000Z\r\n" + lines
        + "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

} // namespace

class TestRecurrenceExpansion : public QObject
{
    Q_OBJECT

private:
    ItipReader m_reader;

    Result<Expansion> expanded(const QByteArray& lines, const TimeRange& window = wide,
                               const QByteArray& zone = berlin) const
    {
        const auto message = m_reader.read(calendar(lines), {zone, at("2026-11-01T00:00:00Z"), {}});
        if (!message)
            return failure(message.error());
        return m_reader.occurrences({message->events.constFirst(), message->timezones, zone, stretchesOf(*message)},
                                    window);
    }

    static QList<SeriesStretch> stretchesOf(const ItipMessage& message)
    {
        QList<SeriesStretch> stretches;
        for (const ItipEvent& event : message.events) {
            if (event.recurrenceId)
                stretches.append({event, message.timezones, event.status != "CANCELLED"});
        }
        return stretches;
    }

    // A series, and behind it what holds from a date on.
    static QByteArray series(const QByteArray& lines, const QByteArrayList& stretches)
    {
        QByteArray text = lines;
        for (const QByteArray& stretch : stretches)
            text += "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:u\r\nDTSTAMP:20260101T000000Z\r\n" + stretch;
        return text;
    }

    QStringList times(const QByteArray& lines, const TimeRange& window = wide) const
    {
        const auto found = expanded(lines, window);
        if (!found)
            return {found.error().logLine()};
        QStringList texts;
        for (const Occurrence& occurrence : found->occurrences)
            texts.append(toIso(occurrence.time.start) + QLatin1Char('/') + toIso(occurrence.time.end));
        return texts;
    }

private Q_SLOTS:
    void keepsTheWallTimeAcrossDaylightSaving()
    {
        QCOMPARE(times("DTSTART;TZID=W. Europe Standard Time:20261018T093000\r\nDTEND;TZID=W. Europe Standard "
                       "Time:20261018T103000\r\n"
                       "RRULE:FREQ=WEEKLY;COUNT=3\r\n"),
                 QStringList() << QStringLiteral("2026-10-18T07:30:00Z/2026-10-18T08:30:00Z")
                               << QStringLiteral("2026-10-25T08:30:00Z/2026-10-25T09:30:00Z")
                               << QStringLiteral("2026-11-01T08:30:00Z/2026-11-01T09:30:00Z"));
    }

    void theEndKeepsItsWallTimeToo()
    {
        // The night in which the clocks go back is an hour longer.
        QCOMPARE(times("DTSTART;TZID=Europe/Berlin:20261024T220000\r\nDTEND;TZID=Europe/"
                       "Berlin:20261025T060000\r\nRRULE:FREQ=DAILY;COUNT=2\r\n"),
                 QStringList() << QStringLiteral("2026-10-24T20:00:00Z/2026-10-25T05:00:00Z")
                               << QStringLiteral("2026-10-25T21:00:00Z/2026-10-26T05:00:00Z"));
    }

    // Every zone of the machine's database, wall time constant from 2000 to 2037; RFC 5545 3.3.5 where it is missing.
    void T3_wallTimeIsConstantInEveryZone()
    {
        const TimeRange window{at("1999-12-30T00:00:00Z"), at("2038-01-02T00:00:00Z")};
        int zones = 0;
        for (const QByteArray& id : QTimeZone::availableTimeZoneIds()) {
            if (!id.contains('/') || id.startsWith("Etc/"))
                continue;
            ++zones;
            const auto found = expanded(
                "DTSTART;TZID=" + id + ":20000103T093000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;INTERVAL=5\r\n", window);
            QVERIFY2(found && found->occurrences.size() == 397, id.constData());
            const QTimeZone zone(id);
            QDate day(2000, 1, 3);
            for (const Occurrence& occurrence : found->occurrences) {
                const QDateTime local = toDateTime(occurrence.time.start).toTimeZone(zone);
                QVERIFY2(local.date() == day && local.time() == QTime(9, 30), id.constData());
                day = day.addDays(35);
            }
        }
        QVERIFY(zones > 300);
    }

    void gapsAndOverlapsAreResolvedAsTheStandardSays()
    {
        // 02:30 does not exist on 29 March 2026: the offset before the gap holds. It is twice on 25 October: the first.
        QCOMPARE(times("DTSTART;TZID=Europe/Berlin:20260328T023000\r\nDURATION:PT30M\r\nRRULE:FREQ=DAILY;COUNT=2\r\n"),
                 QStringList() << QStringLiteral("2026-03-28T01:30:00Z/2026-03-28T02:00:00Z")
                               << QStringLiteral("2026-03-29T01:30:00Z/2026-03-29T02:00:00Z"));
        QCOMPARE(times("DTSTART;TZID=Europe/Berlin:20261025T023000\r\nDURATION:PT30M\r\nRRULE:FREQ=DAILY;COUNT=1\r\n"),
                 QStringList() << QStringLiteral("2026-10-25T00:30:00Z/2026-10-25T01:00:00Z"));
    }

    void whatBeginsInAGapLastsAsLongAsOnOtherDays()
    {
        QCOMPARE(times("DTSTART;TZID=Europe/Berlin:20270327T023000\r\nDTEND;TZID=Europe/Berlin:20270327T033000\r\n"
                       "RRULE:FREQ=DAILY;COUNT=3\r\n"),
                 QStringList() << QStringLiteral("2027-03-27T01:30:00Z/2027-03-27T02:30:00Z")
                               << QStringLiteral("2027-03-28T01:30:00Z/2027-03-28T02:30:00Z")
                               << QStringLiteral("2027-03-29T00:30:00Z/2027-03-29T01:30:00Z"));
    }

    void whatBeginsInAnHourThatComesTwiceIsNoLonger()
    {
        // In Adelaide 02:00 to 03:00 comes twice on 4 April 2027.
        QCOMPARE(times("DTSTART;TZID=Australia/Adelaide:20270403T023000\r\n"
                       "DTEND;TZID=Australia/Adelaide:20270403T030000\r\nRRULE:FREQ=DAILY;COUNT=2\r\n"),
                 QStringList() << QStringLiteral("2027-04-02T16:00:00Z/2027-04-02T16:30:00Z")
                               << QStringLiteral("2027-04-03T16:00:00Z/2027-04-03T16:30:00Z"));
        // What goes on behind that hour ends when the clock says so, as over any night.
        QCOMPARE(times("DTSTART;TZID=Australia/Adelaide:20270403T023000\r\n"
                       "DTEND;TZID=Australia/Adelaide:20270403T063000\r\nRRULE:FREQ=DAILY;COUNT=2\r\n"),
                 QStringList() << QStringLiteral("2027-04-02T16:00:00Z/2027-04-02T20:00:00Z")
                               << QStringLiteral("2027-04-03T16:00:00Z/2027-04-03T21:00:00Z"));
    }

    void allDaySeriesAreDaysOfTheSpace()
    {
        const auto found
            = expanded("DTSTART;VALUE=DATE:20261024\r\nDTEND;VALUE=DATE:20261025\r\nRRULE:FREQ=DAILY;COUNT=2\r\n");
        QVERIFY(found);
        QCOMPARE(found->occurrences.size(), 2);
        QCOMPARE(found->occurrences.at(1).key, QStringLiteral("2026-10-25"));
        QCOMPARE(found->occurrences.at(1).time, (TimeRange{at("2026-10-24T22:00:00Z"), at("2026-10-25T23:00:00Z")}));
    }

    void datesAreAddedAndTakenAway()
    {
        QCOMPARE(times("DTSTART:20261118T090000Z\r\nDTEND:20261118T100000Z\r\nRRULE:FREQ=DAILY;COUNT=3\r\n"
                       "EXDATE;TZID=Europe/Berlin:20261119T100000\r\nRDATE:20261201T090000Z,20261118T090000Z\r\n"),
                 QStringList() << QStringLiteral("2026-11-18T09:00:00Z/2026-11-18T10:00:00Z")
                               << QStringLiteral("2026-11-20T09:00:00Z/2026-11-20T10:00:00Z")
                               << QStringLiteral("2026-12-01T09:00:00Z/2026-12-01T10:00:00Z"));
        // A date takes the whole day away, and DTSTART counts without a rule.
        QCOMPARE(
            times("DTSTART:20261118T090000Z\r\nDTEND:20261118T100000Z\r\nRDATE:20261119T090000Z,20261120T090000Z\r\n"
                  "EXDATE;VALUE=DATE:20261119\r\n"),
            QStringList() << QStringLiteral("2026-11-18T09:00:00Z/2026-11-18T10:00:00Z")
                          << QStringLiteral("2026-11-20T09:00:00Z/2026-11-20T10:00:00Z"));
    }

    void periodsHaveALengthOfTheirOwn()
    {
        QCOMPARE(
            times("DTSTART;TZID=Europe/Berlin:20261024T090000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=2\r\n"
                  "RDATE;VALUE=PERIOD;TZID=Europe/Berlin:20261024T220000/20261025T060000,20261101T090000/PT30M\r\n"
                  "RDATE;VALUE=PERIOD:20261102T080000Z/P1DT2H\r\n"),
            QStringList() << QStringLiteral("2026-10-24T07:00:00Z/2026-10-24T08:00:00Z")
                          << QStringLiteral("2026-10-24T20:00:00Z/2026-10-25T05:00:00Z") // over the change of clocks
                          << QStringLiteral("2026-10-25T08:00:00Z/2026-10-25T09:00:00Z")
                          << QStringLiteral("2026-11-01T08:00:00Z/2026-11-01T08:30:00Z")
                          << QStringLiteral("2026-11-02T08:00:00Z/2026-11-03T10:00:00Z"));
        // RFC 5545 3.8.5.2: of two at one time the period counts; EXDATE takes it away like any date.
        QCOMPARE(times("DTSTART:20261118T090000Z\r\nDURATION:PT1H\r\nRDATE;VALUE=PERIOD:20261118T090000Z/PT2H,"
                       "20261119T090000Z/PT2H\r\nEXDATE:20261119T090000Z\r\n"),
                 QStringList() << QStringLiteral("2026-11-18T09:00:00Z/2026-11-18T11:00:00Z"));
    }

    void periodsThatMeanNothingAreNamed_data()
    {
        QTest::addColumn<QByteArray>("period");
        for (const char* period :
             {"20261118T090000Z/", "/PT1H", "20261118T090000Z/20261118T080000Z", "20261118T090000Z/-PT1H",
              "20261118T090000Z/PT0S", "20261118/P1D", "20261118T090000Z/PT99999999H"})
            QTest::newRow(period) << QByteArray(period);
    }

    void periodsThatMeanNothingAreNamed()
    {
        QFETCH(QByteArray, period);
        const auto found
            = expanded("DTSTART:20261117T090000Z\r\nDURATION:PT1H\r\nRDATE;VALUE=PERIOD:" + period + "\r\n");
        QVERIFY(!found);
        QCOMPARE(found.error().code(), QByteArray("itip.dates-unreadable"));
        QCOMPARE(found.error().arguments().value(QStringLiteral("value")), QString::fromLatin1(period));
    }

    void exceptionsCountTowardsTheCount()
    {
        QCOMPARE(
            times(
                "DTSTART:20261118T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=2\r\nEXDATE:20261118T090000Z\r\n"),
            QStringList() << QStringLiteral("2026-11-19T09:00:00Z/2026-11-19T10:00:00Z"));
    }

    void untilIncludesItsMoment_data()
    {
        QTest::addColumn<QByteArray>("until");
        QTest::addColumn<int>("count");
        QTest::newRow("the start of the third") << QByteArray("20261120T083000Z") << 3;
        QTest::newRow("a second before") << QByteArray("20261120T082959Z") << 2;
        QTest::newRow("a date") << QByteArray("20261120") << 3;
        QTest::newRow("a wall time") << QByteArray("20261120T093000") << 3;
        QTest::newRow("before the start") << QByteArray("20261101T000000Z") << 0;
    }

    void untilIncludesItsMoment()
    {
        QFETCH(QByteArray, until);
        QFETCH(int, count);
        const auto found = expanded(
            "DTSTART;TZID=Europe/Berlin:20261118T093000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;UNTIL=" + until + "\r\n");
        QVERIFY(found);
        QCOMPARE(int(found->occurrences.size()), count);
        QVERIFY(!found->continues && !found->endless);
    }

    void onlyTheWindowIsExpanded()
    {
        const QByteArray endless = "DTSTART:19990101T230000Z\r\nDURATION:PT2H\r\nRRULE:FREQ=DAILY\r\n";
        const auto found = expanded(endless, {at("2026-11-18T00:00:00Z"), at("2026-11-20T00:00:00Z")});
        QVERIFY(found);
        // The first began the evening before and reaches in.
        QCOMPARE(found->occurrences.size(), 3);
        QCOMPARE(found->occurrences.constFirst().time.start, at("2026-11-17T23:00:00Z"));
        QVERIFY(found->continues && found->endless);
    }

    void countedSeriesAreCountedFromTheirStart()
    {
        const auto found = expanded("DTSTART:20260101T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=365\r\n",
                                    {at("2026-12-30T00:00:00Z"), at("2027-06-01T00:00:00Z")});
        QVERIFY(found);
        QCOMPARE(found->occurrences.size(), 2);
        QVERIFY(!found->continues && !found->endless);
    }

    void aSeriesThatNeverHappensIsEmpty()
    {
        const auto found
            = expanded("DTSTART:20260201T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n");
        QVERIFY(found);
        QVERIFY(found->occurrences.isEmpty() && !found->continues);
        QCOMPARE(found->problems.constFirst().code, QByteArray("itip.rule-steps"));
    }

    void tooManyAreRefused()
    {
        const auto found
            = expanded("DTSTART:20200101T000000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7\r\n");
        QVERIFY(!found);
        QCOMPARE(found.error().code(), QByteArray("itip.too-many-occurrences"));
    }

    void unknownZonesAreNeverGuessed()
    {
        const auto found
            = expanded("DTSTART;TZID=Nowhere:20261118T093000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=2\r\n");
        QVERIFY(!found);
        QCOMPARE(found.error().code(), QByteArray("itip.zone-unknown"));
        const auto floating
            = expanded("DTSTART:20261118T093000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=2\r\n", wide, {});
        QVERIFY(!floating);
        QCOMPARE(floating.error().code(), QByteArray("itip.default-zone-missing"));
    }

    void fromADateOnItMovesAndLasts()
    {
        const QByteArray daily
            = "DTSTART;TZID=Europe/Berlin:20261023T090000\r\nDTEND;TZID=Europe/Berlin:20261023T100000\r\n"
              "RRULE:FREQ=DAILY;COUNT=4\r\n";
        // Two hours later and half an hour longer, on the wall: the clocks go back on the 25th.
        QCOMPARE(times(series(
                     daily,
                     {"RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261024T090000\r\n"
                      "DTSTART;TZID=Europe/Berlin:20261024T110000\r\nDTEND;TZID=Europe/Berlin:20261024T123000\r\n"})),
                 QStringList() << QStringLiteral("2026-10-23T07:00:00Z/2026-10-23T08:00:00Z")
                               << QStringLiteral("2026-10-24T09:00:00Z/2026-10-24T10:30:00Z")
                               << QStringLiteral("2026-10-25T10:00:00Z/2026-10-25T11:30:00Z")
                               << QStringLiteral("2026-10-26T10:00:00Z/2026-10-26T11:30:00Z"));
    }

    void aRangeIsFoundInUtcAndMovesOnTheWall()
    {
        const QByteArray daily
            = "DTSTART;TZID=Europe/Berlin:20261024T090000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=3\r\n";
        QCOMPARE(times(series(daily,
                              {"RECURRENCE-ID;RANGE=THISANDFUTURE:20261024T070000Z\r\nDTSTART:"
                               "20261024T080000Z\r\nDURATION:PT1H\r\n"})),
                 QStringList() << QStringLiteral("2026-10-24T08:00:00Z/2026-10-24T09:00:00Z")
                               << QStringLiteral("2026-10-25T09:00:00Z/2026-10-25T10:00:00Z")
                               << QStringLiteral("2026-10-26T09:00:00Z/2026-10-26T10:00:00Z"));
    }

    void aLaterRangeTakesOverAndIsRelativeToTheOriginalDates()
    {
        const QByteArray everyOther
            = "DTSTART:20240901T120000Z\r\nDTEND:20240901T140000Z\r\nRRULE:FREQ=DAILY;INTERVAL=2;COUNT=5\r\n";
        QCOMPARE(times(series(everyOther,
                              {"RECURRENCE-ID;RANGE=THISANDFUTURE:20240903T120000Z\r\nDTSTART:"
                               "20240903T090000Z\r\nDTEND:20240903T160000Z\r\n",
                               "RECURRENCE-ID;RANGE=THISANDFUTURE:20240907T120000Z\r\nDTSTART:"
                               "20240908T142200Z\r\nDTEND:20240908T161300Z\r\n"})),
                 QStringList() << QStringLiteral("2024-09-01T12:00:00Z/2024-09-01T14:00:00Z")
                               << QStringLiteral("2024-09-03T09:00:00Z/2024-09-03T16:00:00Z")
                               << QStringLiteral("2024-09-05T09:00:00Z/2024-09-05T16:00:00Z")
                               << QStringLiteral("2024-09-08T14:22:00Z/2024-09-08T16:13:00Z")
                               << QStringLiteral("2024-09-10T14:22:00Z/2024-09-10T16:13:00Z"));
    }

    void aRangeWithARuleOfItsOwnTakesThePlaceOfTheRule()
    {
        const QByteArray weekly = "DTSTART:20260901T120000Z\r\nDTEND:20260901T130000Z\r\nRRULE:FREQ=WEEKLY\r\n";
        const QByteArray lines
            = series(weekly,
                     {"RECURRENCE-ID;RANGE=THISANDFUTURE:20260915T120000Z\r\nDTSTART:20260917T150000Z\r\n"
                      "DTEND:20260917T160000Z\r\nRRULE:FREQ=DAILY;COUNT=2\r\n"});
        QCOMPARE(times(lines),
                 QStringList() << QStringLiteral("2026-09-01T12:00:00Z/2026-09-01T13:00:00Z")
                               << QStringLiteral("2026-09-08T12:00:00Z/2026-09-08T13:00:00Z")
                               << QStringLiteral("2026-09-17T15:00:00Z/2026-09-17T16:00:00Z")
                               << QStringLiteral("2026-09-18T15:00:00Z/2026-09-18T16:00:00Z"));
        const auto found = expanded(lines);
        QVERIFY(found && !found->continues && !found->endless);
        QCOMPARE(found->occurrences.constLast().stretch, 0);
        QCOMPARE(found->occurrences.constFirst().stretch, -1);
    }

    void aCancelledRangeEndsTheSeries()
    {
        const auto found
            = expanded(series("DTSTART:20260901T120000Z\r\nDTEND:20260901T130000Z\r\nRRULE:FREQ=WEEKLY\r\n",
                              {"RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20260915\r\nSTATUS:CANCELLED\r\n"
                               "DTSTART:20260915T120000Z\r\nDTEND:20260915T130000Z\r\n"}));
        QVERIFY(found);
        QCOMPARE(found->occurrences.size(), 2);
        QVERIFY(!found->continues);
    }

    // Whichever way a message names a date of a series, it means the same one.
    void aDateIsMeantInAnyZone_data()
    {
        QTest::addColumn<QByteArray>("series");
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QStringList>("keys");
        const QByteArray timed
            = "DTSTART;TZID=Europe/Berlin:20261023T090000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=4\r\n";
        const QByteArray twice
            = "DTSTART;TZID=Europe/Berlin:20261023T090000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=8;BYHOUR=9,15\r\n";
        const QByteArray days = "DTSTART;VALUE=DATE:20261023\r\nRRULE:FREQ=DAILY;COUNT=4\r\n";
        const QByteArray floating = "DTSTART:20261023T090000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=4\r\n";
        const QStringList second{QStringLiteral("2026-10-24T07:00:00Z")};
        QTest::newRow("own zone") << timed << QByteArray(";TZID=Europe/Berlin:20261024T090000") << second;
        QTest::newRow("UTC") << timed << QByteArray(":20261024T070000Z") << second;
        QTest::newRow("another zone") << timed << QByteArray(";TZID=America/New_York:20261024T030000") << second;
        QTest::newRow("Windows name") << timed << QByteArray(";TZID=Eastern Standard Time:20261024T030000") << second;
        QTest::newRow("floating") << timed << QByteArray(":20261024T090000") << second;
        QTest::newRow("date") << timed << QByteArray(";VALUE=DATE:20261024") << second;
        QTest::newRow("not a date of it") << timed << QByteArray(":20261024T080000Z") << QStringList();
        QTest::newRow("behind its end") << timed << QByteArray(";VALUE=DATE:20261027") << QStringList();
        QTest::newRow("date of two") << twice << QByteArray(";VALUE=DATE:20261024")
                                     << (second + QStringList{QStringLiteral("2026-10-24T13:00:00Z")});
        QTest::newRow("all-day by date") << days << QByteArray(";VALUE=DATE:20261024")
                                         << QStringList{QStringLiteral("2026-10-24")};
        QTest::newRow("all-day by midnight")
            << days << QByteArray(";TZID=Asia/Tokyo:20261024T000000") << QStringList{QStringLiteral("2026-10-24")};
        QTest::newRow("all-day by UTC") << days << QByteArray(":20261023T220000Z")
                                        << QStringList{QStringLiteral("2026-10-24")};
        QTest::newRow("floating series") << floating << QByteArray(";TZID=Europe/Berlin:20261024T090000")
                                         << QStringList{QStringLiteral("2026-10-24T09:00:00")};
    }

    void aDateIsMeantInAnyZone()
    {
        QFETCH(QByteArray, series);
        QFETCH(QByteArray, id);
        QFETCH(QStringList, keys);
        const ItipContext context{berlin, at("2026-11-01T00:00:00Z"), {}};
        const auto message = m_reader.read(calendar(series), context);
        const auto change = m_reader.read(calendar("RECURRENCE-ID" + id + "\r\nDTSTART:20261024T070000Z\r\n"), context);
        QVERIFY(message && change);
        const auto meant = m_reader.occurrencesMeant({message->events.constFirst(), message->timezones, berlin, {}},
                                                     *change->events.constFirst().recurrenceId);
        QVERIFY(meant);
        QCOMPARE(*meant, keys);
    }
};

QTEST_APPLESS_MAIN(TestRecurrenceExpansion)
#include "tst_recurrenceexpansion.moc"
