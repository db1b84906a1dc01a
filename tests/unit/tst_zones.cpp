// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/contentlinewriter.h"
#include "models/itip/vtimezone.h"
#include "models/itip/windowszones.h"
#include "models/itip/zonedescription.h"
#include "models/itip/zoneresolver.h"

#include <QTest>

using namespace reserve;
using namespace std::chrono_literals;

namespace {

QByteArray observance(const char* kind, const char* start, const char* from, const char* to, const QByteArray& rest)
{
    return QByteArray("BEGIN:") + kind + "\nDTSTART:" + start + "\nTZOFFSETFROM:" + from + "\nTZOFFSETTO:" + to + '\n'
        + rest + "END:" + kind + '\n';
}

QByteArray vtimezone(const QByteArray& observances)
{
    return "BEGIN:VTIMEZONE\nTZID:X\n" + observances + "END:VTIMEZONE\n";
}

QByteArray withRule(const QByteArray& rule)
{
    return vtimezone(observance("STANDARD", "16010101T030000", "+0200", "+0100", "RRULE:" + rule + '\n'));
}

std::chrono::sys_seconds utc(int year, int month, int day, int hour = 0, int minute = 0)
{
    const QDateTime moment(QDate(year, month, day), QTime(hour, minute), Qt::UTC);
    return std::chrono::sys_seconds(std::chrono::seconds(moment.toSecsSinceEpoch()));
}

// Every day at a wandering hour, and by the minute around the changes that the database knows.
QString firstDifference(const ZoneRules& rules, const QTimeZone& zone, int fromYear, int toYear)
{
    const QDateTime from(QDate(fromYear, 1, 1), QTime(0, 0), Qt::UTC);
    const QDateTime to(QDate(toYear + 1, 1, 1), QTime(0, 0), Qt::UTC);
    QList<qint64> moments;
    for (qint64 second = from.toSecsSinceEpoch(); second < to.toSecsSinceEpoch(); second += 29 * 3600)
        moments.append(second);
    for (const QTimeZone::OffsetData& change : zone.transitions(from, to.addSecs(-1))) {
        for (int minute = -2; minute <= 2; ++minute)
            moments.append(change.atUtc.toSecsSinceEpoch() + minute * 60);
    }
    for (const qint64 second : moments) {
        const QDateTime moment = QDateTime::fromSecsSinceEpoch(second, Qt::UTC);
        const qint64 offset = rules.offsetAt(std::chrono::sys_seconds(std::chrono::seconds(second))).count();
        if (offset != zone.offsetFromUtc(moment)) {
            return QStringLiteral("%1: %2 instead of %3")
                .arg(moment.toString(Qt::ISODate))
                .arg(offset)
                .arg(zone.offsetFromUtc(moment));
        }
    }
    return {};
}

} // namespace

class TestZones : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Rules as Outlook sends them, against the time zone database, for the years in which the rule has been
    // the law.
    void agreesWithTheDatabase_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("iana");
        QTest::addColumn<int>("from");
        const auto pair = [](const char* standard, const char* standardRule, const char* daylight,
                             const char* daylightRule, const char* winter, const char* summer) {
            return vtimezone(
                observance("STANDARD", standard, summer, winter, QByteArray("RRULE:") + standardRule + '\n')
                + observance("DAYLIGHT", daylight, winter, summer, QByteArray("RRULE:") + daylightRule + '\n'));
        };
        QTest::newRow("Berlin") << pair("16010101T030000", "FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
                                        "16010101T020000", "FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3", "+0100",
                                        "+0200")
                                << QByteArray("Europe/Berlin") << 2000;
        QTest::newRow("London") << pair("16010101T020000", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "16010101T010000",
                                        "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "+0000", "+0100")
                                << QByteArray("Europe/London") << 2000;
        QTest::newRow("New York") << pair("16010101T020000", "FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11",
                                          "16010101T020000", "FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3", "-0500",
                                          "-0400")
                                  << QByteArray("America/New_York") << 2007;
        QTest::newRow("Sydney") << pair("16010101T030000", "FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=4",
                                        "16010101T020000", "FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=10", "+1000",
                                        "+1100")
                                << QByteArray("Australia/Sydney") << 2009;
        QTest::newRow("Sunday by days of the month")
            << pair("19700101T020000", "FREQ=YEARLY;BYMONTH=11;BYDAY=SU;BYMONTHDAY=1,2,3,4,5,6,7", "19700101T020000",
                    "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8,9,10,11,12,13,14;BYDAY=SU", "-0600", "-0500")
            << QByteArray("America/Chicago") << 2007;
        QTest::newRow("last Sunday by days from the end")
            << pair("19700101T030000", "FREQ=YEARLY;BYMONTH=10;BYDAY=SU;BYMONTHDAY=-7,-6,-5,-4,-3,-2,-1",
                    "19700101T020000", "FREQ=YEARLY;BYMONTH=3;BYDAY=SU;BYSETPOS=-1", "+0100", "+0200")
            << QByteArray("Europe/Paris") << 2000;
        QTest::newRow("Notes, with the hour in the rule")
            << pair("19501029T000000", "FREQ=YEARLY;BYMINUTE=0;BYHOUR=3;BYDAY=-1SU;BYMONTH=10", "19500326T000000",
                    "FREQ=YEARLY;BYMINUTE=0;BYHOUR=2;BYDAY=-1SU;BYMONTH=3", "+0100", "+0200")
            << QByteArray("Europe/Vienna") << 2000;
        QTest::newRow("Tokyo, twice the same")
            << vtimezone(observance("STANDARD", "16010101T000000", "+0900", "+0900", {})
                         + observance("DAYLIGHT", "16010101T000000", "+0900", "+0900", {}))
            << QByteArray("Asia/Tokyo") << 2000;
        QTest::newRow("history with ends") << vtimezone(
            observance("DAYLIGHT", "19870405T020000", "-0500", "-0400",
                       "RRULE:FREQ=YEARLY;UNTIL=20060402T070000Z;BYDAY=1SU;BYMONTH=4\n")
            + observance("STANDARD", "19671029T020000", "-0400", "-0500",
                         "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10;UNTIL=20061029T060000Z\n")
            + observance("DAYLIGHT", "20070311T020000", "-0500", "-0400", "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\n")
            + observance("STANDARD", "20071104T020000", "-0400", "-0500", "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11\n"))
                                           << QByteArray("America/New_York") << 2000;
        QTest::newRow("counted, then by dates")
            << vtimezone(observance("DAYLIGHT", "20000326T020000", "+0100", "+0200",
                                    "RRULE:FREQ=YEARLY;COUNT=38;BYDAY=-1SU;BYMONTH=3\n")
                         + observance("STANDARD", "20001029T030000", "+0200", "+0100",
                                      "RRULE:FREQ=YEARLY;COUNT=30;BYDAY=-1SU;BYMONTH=10\n"
                                      "RDATE:20301027T030000,20311026T030000\nRDATE:20321031T030000,"
                                      "20331030T030000,20341029T030000\n"
                                      "RDATE:20351028T030000,20361026T030000,20371025T010000Z\n"))
            << QByteArray("Europe/Rome") << 2000;
    }
    void agreesWithTheDatabase()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, iana);
        QFETCH(int, from);
        const auto zone = EmbeddedZone::parse(text);
        QVERIFY(zone);
        QCOMPARE(firstDifference(*zone, QTimeZone(iana), from, 2037), QString());
    }

    // Every zone that Windows names: what we write of it for a year, read again, is the database's opinion of
    // that year.
    void describesEveryWindowsZoneFrom2000To2037()
    {
        int described = 0;
        int irregular = 0;
        for (const QByteArray& windowsId : QByteArrayList{"Dateline Standard Time",
                                                          "Hawaiian Standard Time",
                                                          "Alaskan Standard Time",
                                                          "Pacific Standard Time",
                                                          "US Mountain Standard Time",
                                                          "Mountain Standard Time",
                                                          "Central Standard Time",
                                                          "Canada Central Standard Time",
                                                          "Eastern Standard Time",
                                                          "Atlantic Standard Time",
                                                          "Newfoundland Standard Time",
                                                          "Pacific SA Standard Time",
                                                          "E. South America Standard Time",
                                                          "Azores Standard Time",
                                                          "Morocco Standard Time",
                                                          "GMT Standard Time",
                                                          "Greenwich Standard Time",
                                                          "W. Europe Standard Time",
                                                          "Central Europe Standard Time",
                                                          "Romance Standard Time",
                                                          "South Africa Standard Time",
                                                          "FLE Standard Time",
                                                          "Israel Standard Time",
                                                          "Egypt Standard Time",
                                                          "Iran Standard Time",
                                                          "Russian Standard Time",
                                                          "Arabian Standard Time",
                                                          "India Standard Time",
                                                          "Nepal Standard Time",
                                                          "Myanmar Standard Time",
                                                          "China Standard Time",
                                                          "Tokyo Standard Time",
                                                          "AUS Eastern Standard Time",
                                                          "Cen. Australia Standard Time",
                                                          "AUS Central Standard Time",
                                                          "Lord Howe Standard Time",
                                                          "New Zealand Standard Time",
                                                          "Chatham Islands Standard Time",
                                                          "Samoa Standard Time",
                                                          "Tonga Standard Time"}) {
            const QByteArray iana = ianaIdOfZoneName(windowsId);
            const QTimeZone zone(iana);
            QVERIFY2(zone.isValid(), windowsId.constData());
            for (int year = 2000; year <= 2037; ++year) {
                const auto description = ZoneDescription::of(zone, year);
                if (!description) {
                    ++irregular;
                    continue;
                }
                ContentLineWriter lines;
                description->write(lines, windowsId);
                const auto read = EmbeddedZone::parse(lines.take());
                QVERIFY2(read, windowsId.constData());
                const QString difference = firstDifference(*read, zone, year, year);
                QVERIFY2(difference.isEmpty(), qPrintable(QString::fromLatin1(windowsId) + u' ' + difference));
                ++described;
            }
        }
        QVERIFY2(described > 1300, qPrintable(QString::number(described)));
        QVERIFY2(irregular > 0, "Morocco's clocks follow Ramadan and fit no yearly rule");
    }

    // QTimeZone takes any word for a POSIX rule without an offset, which is UTC: a silent guess.
    void wordsThatNameNoZoneAreUnknown_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char* name :
             {"Foo", "Nowhere", "AAA3", "localtime", "Factory", "Customized Time Zone", "Nowhere/Land"})
            QTest::newRow(name) << QByteArray(name);
    }

    void wordsThatNameNoZoneAreUnknown()
    {
        QFETCH(QByteArray, name);
        const ResolvedZone zone = ZoneResolver().resolve(name, {});
        QVERIFY(!zone.rules);
        QCOMPARE(zone.problem.code, QByteArray("itip.zone-unknown"));
    }

    void oldNamesInOneWordAreKnown()
    {
        QCOMPARE(ZoneResolver().resolve("Japan", {}).ianaId, QByteArray("Asia/Tokyo"));
        QCOMPARE(ZoneResolver().resolve("GB", {}).ianaId, QByteArray("Europe/London"));
        QCOMPARE(ZoneResolver().resolve("EST5EDT", {}).ianaId, QByteArray("EST5EDT"));
    }

    // T2: the hour that does not exist and the hour that exists twice.
    void T2_gapsAndOverlaps_data()
    {
        QTest::addColumn<QByteArray>("iana");
        QTest::addColumn<QDateTime>("local");
        QTest::addColumn<QByteArray>("instant");
        QTest::addColumn<int>("fit");
        const auto row = [](const char* name, const char* iana, int y, int m, int d, int hour, int minute,
                            const char* instant, WallFit fit) {
            QTest::newRow(name) << QByteArray(iana) << QDateTime(QDate(y, m, d), QTime(hour, minute), Qt::UTC)
                                << QByteArray(instant) << int(fit);
        };
        row("Berlin gap", "Europe/Berlin", 2026, 3, 29, 2, 30, "2026-03-29T01:30:00Z", WallFit::InGap);
        row("Berlin before the gap", "Europe/Berlin", 2026, 3, 29, 1, 59, "2026-03-29T00:59:00Z", WallFit::Once);
        row("Berlin after the gap", "Europe/Berlin", 2026, 3, 29, 3, 0, "2026-03-29T01:00:00Z", WallFit::Once);
        row("Berlin overlap", "Europe/Berlin", 2026, 10, 25, 2, 30, "2026-10-25T00:30:00Z", WallFit::Twice);
        row("Berlin after the overlap", "Europe/Berlin", 2026, 10, 25, 3, 0, "2026-10-25T02:00:00Z", WallFit::Once);
        row("New York gap", "America/New_York", 2026, 3, 8, 2, 30, "2026-03-08T07:30:00Z", WallFit::InGap);
        row("New York overlap", "America/New_York", 2026, 11, 1, 1, 30, "2026-11-01T05:30:00Z", WallFit::Twice);
        row("London gap", "Europe/London", 2026, 3, 29, 1, 30, "2026-03-29T01:30:00Z", WallFit::InGap);
        row("London overlap", "Europe/London", 2026, 10, 25, 1, 30, "2026-10-25T00:30:00Z", WallFit::Twice);
        row("Sydney gap", "Australia/Sydney", 2026, 10, 4, 2, 30, "2026-10-03T16:30:00Z", WallFit::InGap);
        row("Sydney overlap", "Australia/Sydney", 2026, 4, 5, 2, 30, "2026-04-04T15:30:00Z", WallFit::Twice);
        row("Lord Howe, half an hour", "Australia/Lord_Howe", 2026, 10, 4, 2, 15, "2026-10-03T15:45:00Z",
            WallFit::InGap);
        row("Lord Howe overlap", "Australia/Lord_Howe", 2026, 4, 5, 1, 45, "2026-04-04T14:45:00Z", WallFit::Twice);
        row("St John's gap", "America/St_Johns", 2026, 3, 8, 2, 30, "2026-03-08T06:00:00Z", WallFit::InGap);
        row("Chatham overlap", "Pacific/Chatham", 2026, 4, 5, 3, 0, "2026-04-04T13:15:00Z", WallFit::Twice);
        row("Beirut, midnight is missing", "Asia/Beirut", 2026, 3, 29, 0, 0, "2026-03-28T22:00:00Z", WallFit::InGap);
        row("Apia, a day is missing", "Pacific/Apia", 2011, 12, 30, 12, 0, "2011-12-30T22:00:00Z", WallFit::InGap);
        row("Tokyo", "Asia/Tokyo", 2026, 3, 29, 2, 30, "2026-03-28T17:30:00Z", WallFit::Once);
    }
    void T2_gapsAndOverlaps()
    {
        QFETCH(QByteArray, iana);
        QFETCH(QDateTime, local);
        QFETCH(QByteArray, instant);
        QFETCH(int, fit);
        const ZonedInstant found = NamedZone(QTimeZone(iana)).toInstant(wallTime(local));
        QCOMPARE(toIso(found.instant).toLatin1(), instant);
        QCOMPARE(int(found.fit), fit);
    }

    void everyWallTimeThatExistsOnceComesBack()
    {
        for (const char* iana : {"Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Kiritimati",
                                 "Etc/GMT+12", "Africa/Casablanca"}) {
            const QTimeZone zone(iana);
            const NamedZone rules(zone);
            for (auto moment = utc(2026, 1, 1); moment < utc(2027, 1, 1); moment += 31min) {
                const auto shown = WallTime((moment + rules.offsetAt(moment)).time_since_epoch());
                const ZonedInstant found = rules.toInstant(shown);
                QVERIFY(found.fit != WallFit::InGap);
                if (found.fit == WallFit::Once)
                    QVERIFY(found.instant == Instant(moment));
            }
        }
    }

    void takesTheOffsetAheadOfTheFirstOnset()
    {
        const auto zone
            = EmbeddedZone::parse(vtimezone(observance("STANDARD", "20200101T000000", "+0330", "+0100", {})));
        QVERIFY(zone);
        QCOMPARE(zone->offsetAt(utc(2019, 12, 31)), std::chrono::seconds(3h + 30min));
        QCOMPARE(zone->offsetAt(utc(2020, 1, 2)), std::chrono::seconds(1h));
        QCOMPARE(zone->offsetAt(utc(9999, 12, 31)), std::chrono::seconds(1h));
        QCOMPARE(zone->offsetAt(utc(1, 1, 2)), std::chrono::seconds(3h + 30min));
    }

    void skipsYearsWithoutTheDay()
    {
        const auto zone = EmbeddedZone::parse(vtimezone(
            observance("STANDARD", "20000229T000000", "+0100", "+0200", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29\n")
            + observance("DAYLIGHT", "20000601T000000", "+0200", "+0100",
                         "RRULE:FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1\n")));
        QVERIFY(zone);
        QCOMPARE(zone->offsetAt(utc(2024, 3, 10)), std::chrono::seconds(2h));
        QCOMPARE(zone->offsetAt(utc(2023, 3, 10)), std::chrono::seconds(1h));
    }

    void refusesWhatIsNotOneDayAYear_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* rule :
             {"FREQ=SECONDLY", "FREQ=HOURLY;BYMONTH=3", "FREQ=MONTHLY;BYDAY=1SU", "FREQ=YEARLY;BYDAY=SU;BYMONTH=3",
              "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=3,10;BYDAY=1SU", "FREQ=YEARLY;BYDAY=1SU",
              "FREQ=YEARLY;BYMONTH=3;BYDAY=1SU,2SU", "FREQ=YEARLY;BYYEARDAY=100", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
              "FREQ=YEARLY;INTERVAL=0;BYMONTH=3;BYDAY=1SU", "FREQ=YEARLY;COUNT=999999999;BYMONTH=3;BYDAY=1SU",
              "FREQ=YEARLY;BYMONTH=13;BYDAY=1SU", "FREQ=YEARLY;BYMONTH=3;BYDAY=6SU",
              "FREQ=YEARLY;UNTIL=never;BYMONTH=3;BYDAY=1SU", "FREQ=YEARLY;UNTIL=15000101T000000Z;BYMONTH=3;BYDAY=1SU",
              "BYMONTH=3;BYDAY=1SU", "nonsense", "FREQ=YEARLY;BYMONTH=3;BYDAY=1SU;BYHOUR=1,2,3"})
            QTest::newRow(rule) << withRule(rule);
        QTest::newRow("two rules") << vtimezone(
            observance("STANDARD", "16010101T030000", "+0200", "+0100",
                       "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=1SU\nRRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU\n"));
        QTest::newRow("no start") << vtimezone("BEGIN:STANDARD\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nEND:STANDARD\n");
        QTest::newRow("no offset") << vtimezone(
            "BEGIN:STANDARD\nDTSTART:20000101T000000\nTZOFFSETTO:+0100\nEND:STANDARD\n");
        QTest::newRow("wild offset") << vtimezone(observance("STANDARD", "20000101T000000", "+9900", "+0100", {}));
        QTest::newRow("cut off") << QByteArray("BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:20000101T000000\n");
        QTest::newRow("empty") << vtimezone({});
        QTest::newRow("too many rules") << vtimezone(
            observance("STANDARD", "16010101T030000", "+0200", "+0100", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=1SU\n")
                .repeated(33));
        QTest::newRow("too many dates") << vtimezone(observance("STANDARD", "20000101T000000", "+0200", "+0100",
                                                                QByteArray("RDATE:20010101T000000\n").repeated(2001)));
        QTest::newRow("too many observances")
            << vtimezone(observance("STANDARD", "20000101T000000", "+0200", "+0100", {}).repeated(501));
    }
    void refusesWhatIsNotOneDayAYear()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!EmbeddedZone::parse(text));
    }

    void knowsNames()
    {
        QCOMPARE(ianaIdOfZoneName("W. Europe Standard Time"), QByteArray("Europe/Berlin"));
        QCOMPARE(ianaIdOfZoneName("Mid-Atlantic Standard Time"), QByteArray("Atlantic/South_Georgia"));
        QCOMPARE(ianaIdOfZoneName("Kamchatka Standard Time"), QByteArray("Asia/Kamchatka"));
        QCOMPARE(ianaIdOfZoneName("  Europe/Berlin "), QByteArray("Europe/Berlin"));
        QVERIFY(ianaIdOfZoneName(QByteArray(5000, 'a')).isEmpty());
        QVERIFY(ianaIdOfZoneName({}).isEmpty());
        QCOMPARE(windowsIdOfZone("Europe/Berlin"), QByteArray("W. Europe Standard Time"));
        // Renamed since the table of Windows ids was made, or set otherwise.
        QCOMPARE(windowsIdOfZone("Asia/Kolkata"), QByteArray("India Standard Time"));
        QCOMPARE(windowsIdOfZone("Europe/Kyiv"), QByteArray("FLE Standard Time"));
        QCOMPARE(windowsIdOfZone("UTC"), QByteArray("UTC"));
        QCOMPARE(ianaIdOfZoneName("Central Asia Standard Time"), QByteArray("Asia/Bishkek"));
    }

    void readsLiteralOffsets()
    {
        QCOMPARE(literalOffset("(UTC+05:30) Somewhere"), std::optional<std::chrono::seconds>(5h + 30min));
        QCOMPARE(literalOffset("(GMT-08.00) Anywhere"), std::optional<std::chrono::seconds>(-8h));
        QCOMPARE(literalOffset("UTC+02:00"), std::optional<std::chrono::seconds>(2h));
        QCOMPARE(literalOffset("(UTC) Nowhere"), std::optional<std::chrono::seconds>(0h));
        for (const char* name : {"UTC+2", "UTC", "(UTC+99:00) x", "(UTC+0a:00) x", "Eastern", "(", "()", ""})
            QVERIFY2(!literalOffset(name), name);
    }

    void remembersABoundedNumberOfAnswers()
    {
        const ZoneResolver zones;
        const QByteArray text = withRule("FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10");
        const ResolvedZone first = zones.resolve("A", text);
        QVERIFY(first.rules);
        QCOMPARE(zones.resolve("A", text).rules.get(), first.rules.get());
        // Same name, other rules: another zone, never the remembered one.
        QVERIFY(zones.resolve("A", withRule("FREQ=YEARLY;BYDAY=-1SU;BYMONTH=9")).rules != first.rules);
        for (int i = 0; i < 1000; ++i)
            QVERIFY(zones.resolve("Zone " + QByteArray::number(i), text).rules);
        QVERIFY(zones.resolve("A", text).rules != first.rules);
    }
};

QTEST_APPLESS_MAIN(TestZones)
#include "tst_zones.moc"
