// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/exchangezone.h"
#include "models/itip/windowszones.h"

#include <QTest>

using namespace reserve;

namespace {

Instant at(const char* iso)
{
    return *instantFromIso(QString::fromLatin1(iso));
}

TimeRange tenYears()
{
    return {at("2026-11-18T09:00:00Z"), at("2036-11-18T10:00:00Z")};
}

// Looked at twice a week, at another hour each time.
bool showTheSame(const QTimeZone& one, const QTimeZone& other, TimeRange times)
{
    for (Instant moment = times.start; moment <= times.end; moment += std::chrono::hours(85)) {
        if (one.offsetFromUtc(toDateTime(moment)) != other.offsetFromUtc(toDateTime(moment)))
            return false;
    }
    return true;
}

TimeRange dayOf(QDate date, const QTimeZone& zone)
{
    return {fromDateTime(date.startOfDay(zone)), fromDateTime(date.addDays(1).startOfDay(zone))};
}

TimeRange reach(const char* rule, const char* start, const QByteArray& zone = "Europe/Berlin")
{
    const Instant first = at(start);
    return reachOf(*parseRecurrenceRule(rule), {first, first + Minutes(60)}, QTimeZone(zone));
}

} // namespace

// Which zone of Windows Exchange is told, for every zone that this machine knows.
class TestExchangeZone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyZoneIsToldForASeries()
    {
        QStringList without;
        const QList<QByteArray> ids = QTimeZone::availableTimeZoneIds();
        QVERIFY(ids.size() > 300);
        for (const QByteArray& id : ids) {
            const QByteArray name = exchangeZoneFor(id, tenYears());
            if (name.isEmpty()) {
                without.append(QString::fromLatin1(id));
                continue;
            }
            const QTimeZone told(ianaIdOfZoneName(name));
            QVERIFY2(told.isValid(), name.constData());
            QVERIFY2(showTheSame(QTimeZone(id), told, tenYears()), QByteArray(id + " as " + name).constData());
        }
        // Its clocks go two hours ahead in summer, as no others do. Offsets by themselves may be such as no country
        // has.
        without.removeIf([](const QString& id) { return id.startsWith(QLatin1String("UTC")); });
        QVERIFY2(without.size() <= 2, qPrintable(without.join(QLatin1Char(' '))));
        for (const QString& id : std::as_const(without))
            QVERIFY2(windowsIdOfZone(id.toLatin1()).isEmpty(), qPrintable(id));
    }

    // Where no country goes like it for years, one goes like it on a day.
    void everyPlaceIsToldForADay()
    {
        for (const QByteArray& id : QTimeZone::availableTimeZoneIds()) {
            if (!id.contains('/'))
                continue;
            const QTimeZone zone(id);
            for (const QDate date : {QDate(2026, 11, 18), QDate(2027, 1, 15), QDate(2027, 7, 15)}) {
                const TimeRange day = dayOf(date, zone);
                const QByteArray name = exchangeZoneFor(id, day);
                QVERIFY2(!name.isEmpty(), id.constData());
                const QTimeZone told(ianaIdOfZoneName(name));
                QVERIFY2(told.offsetFromUtc(toDateTime(day.start)) == zone.offsetFromUtc(toDateTime(day.start)),
                         QByteArray(id + " as " + name).constData());
            }
        }
    }

    void theOwnNameGoesFirst_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QByteArray>("name");
        const auto row
            = [](const char* zone, const char* name) { QTest::newRow(zone) << QByteArray(zone) << QByteArray(name); };
        row("Europe/Berlin", "W. Europe Standard Time");
        row("Asia/Kolkata", "India Standard Time");
        row("Asia/Kathmandu", "Nepal Standard Time");
        row("Europe/Kyiv", "FLE Standard Time");
        row("UTC", "UTC");
        row("", "UTC");
        row("Nowhere/Land", "");
        // Links, of which the table knows nothing: it has gone with that one always.
        row("US/Pacific", "Pacific Standard Time");
        row("Europe/Belfast", "GMT Standard Time");
        // What the table says holds no more.
        row("America/Ojinaga", "Central Standard Time");
        row("America/Ciudad_Juarez", "Mountain Standard Time");
    }

    void theOwnNameGoesFirst()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QByteArray, name);
        if (zone != "Nowhere/Land" && !zone.isEmpty() && !QTimeZone(zone).isValid())
            QSKIP("this machine does not know the zone");
        QCOMPARE(exchangeZoneFor(zone, tenYears()), name);
    }

    void aSeriesReachesAsFarAsItsDates()
    {
        const Instant first = at("2026-11-18T09:30:00Z");
        QCOMPARE(reach("FREQ=WEEKLY;COUNT=3", "2026-11-18T09:30:00Z"), (TimeRange{first, at("2026-12-02T10:30:00Z")}));
        QCOMPARE(reach("FREQ=DAILY", "2026-11-18T09:30:00Z").end, at("2036-11-18T09:30:00Z"));
        QCOMPARE(reach("FREQ=DAILY;COUNT=9999", "2026-11-18T09:30:00Z").end, at("2036-11-18T09:30:00Z"));
        QVERIFY(reach("FREQ=DAILY;UNTIL=20261201T090000Z", "2026-11-18T09:30:00Z").end >= at("2026-12-01T09:00:00Z"));
        QVERIFY(reach("FREQ=DAILY;UNTIL=20261201T090000Z", "2026-11-18T09:30:00Z").end < at("2026-12-04T00:00:00Z"));
        QCOMPARE(reach("FREQ=YEARLY;UNTIL=20991231", "2026-11-18T09:30:00Z").end, at("2036-11-18T09:30:00Z"));
        // Behind the change of the clocks, on the wall.
        QCOMPARE(reach("FREQ=MONTHLY;COUNT=7", "2026-11-18T09:30:00Z").end, at("2027-05-18T09:30:00Z"));
    }

    // A series that is over before its clocks change is told by a zone whose clocks do not.
    void onlyTheTimeOfTheSeriesCounts()
    {
        const QByteArray troll = "Antarctica/Troll";
        if (!QTimeZone(troll).isValid())
            QSKIP("this machine does not know the zone");
        const char* start = "2026-11-18T09:30:00Z";
        QVERIFY(exchangeZoneFor(troll, reach("FREQ=WEEKLY", start, troll)).isEmpty());
        QVERIFY(exchangeZoneFor(troll, reach("FREQ=WEEKLY;COUNT=30", start, troll)).isEmpty());
        QVERIFY(!exchangeZoneFor(troll, reach("FREQ=WEEKLY;COUNT=5", start, troll)).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestExchangeZone)
#include "tst_exchangezone.moc"
