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

    Result<Expansion> expanded(const QByteArray& lines, const TimeRange& window = wide, const QByteArray& zone = berlin) const
    {
        const auto message = m_reader.read(calendar(lines), {zone, at("2026-11-01T00:00:00Z"), {}});
        if (!message)
            return failure(message.error());
        return m_reader.occurrences(message->events.constFirst(), message->timezones, zone, window);
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
        QCOMPARE(times("DTSTART;TZID=W. Europe Standard Time:20261018T093000\r\nDTEND;TZID=W. Europe Standard Time:20261018T103000\r\n"
                       "RRULE:FREQ=WEEKLY;COUNT=3\r\n"),
                 QStringList() << QStringLiteral("2026-10-18T07:30:00Z/2026-10-18T08:30:00Z")
                               << QStringLiteral("2026-10-25T08:30:00Z/2026-10-25T09:30:00Z")
                               << QStringLiteral("2026-11-01T08:30:00Z/2026-11-01T09:30:00Z"));
    }

    void theEndKeepsItsWallTimeToo()
    {
        // The night in which the clocks go back is an hour longer.
        QCOMPARE(times("DTSTART;TZID=Europe/Berlin:20261024T220000\r\nDTEND;TZID=Europe/Berlin:20261025T060000\r\nRRULE:FREQ=DAILY;COUNT=2\r\n"),
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
            const auto found = expanded("DTSTART;TZID=" + id + ":20000103T093000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;INTERVAL=5\r\n", window);
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

    void allDaySeriesAreDaysOfTheSpace()
    {
        const auto found = expanded("DTSTART;VALUE=DATE:20261024\r\nDTEND;VALUE=DATE:20261025\r\nRRULE:FREQ=DAILY;COUNT=2\r\n");
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
        QCOMPARE(times("DTSTART:20261118T090000Z\r\nDTEND:20261118T100000Z\r\nRDATE:20261119T090000Z,20261120T090000Z\r\n"
                       "EXDATE;VALUE=DATE:20261119\r\n"),
                 QStringList() << QStringLiteral("2026-11-18T09:00:00Z/2026-11-18T10:00:00Z")
                               << QStringLiteral("2026-11-20T09:00:00Z/2026-11-20T10:00:00Z"));
    }

    void exceptionsCountTowardsTheCount()
    {
        QCOMPARE(times("DTSTART:20261118T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=2\r\nEXDATE:20261118T090000Z\r\n"),
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
        const auto found = expanded("DTSTART;TZID=Europe/Berlin:20261118T093000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;UNTIL=" + until + "\r\n");
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
        const auto found = expanded("DTSTART:20260201T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n");
        QVERIFY(found);
        QVERIFY(found->occurrences.isEmpty() && !found->continues);
        QCOMPARE(found->problems.constFirst().code, QByteArray("itip.rule-steps"));
    }

    void tooManyAreRefused()
    {
        const auto found = expanded("DTSTART:20200101T000000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7\r\n");
        QVERIFY(!found);
        QCOMPARE(found.error().code(), QByteArray("itip.too-many-occurrences"));
    }

    void unknownZonesAreNeverGuessed()
    {
        const auto found = expanded("DTSTART;TZID=Nowhere:20261118T093000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=2\r\n");
        QVERIFY(!found);
        QCOMPARE(found.error().code(), QByteArray("itip.zone-unknown"));
        const auto floating = expanded("DTSTART:20261118T093000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=2\r\n", wide, {});
        QVERIFY(!floating);
        QCOMPARE(floating.error().code(), QByteArray("itip.default-zone-missing"));
    }
};

QTEST_APPLESS_MAIN(TestRecurrenceExpansion)
#include "tst_recurrenceexpansion.moc"
