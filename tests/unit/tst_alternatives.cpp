// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/booking/alternatives.h"
#include "models/booking/openinghours.h"
#include "tests/support/fakeclock.h"

#include <QTest>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

namespace {

TimeRange range(const char* start, const char* end)
{
    return {at(start), at(end)};
}

const QList<TimeRange> openDay{range("2026-11-20T07:00:00Z", "2026-11-20T16:00:00Z")};

} // namespace

class tst_Alternatives final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nearestOnBothSides();
    void keepsMarginsFree();
    void neverBeforeNow();
    void propertyNeverOverlapsAndFits();
    void openingTimesAcrossDaylightSaving();
    void openingTimesOnlyOnWorkDays();
    void openingTimesOfANightReachIntoTheNextDay();
    void openingTimesOfUnknownZoneAreNone();
    void noOpeningIsLongerThanItsBound();
};

void tst_Alternatives::nearestOnBothSides()
{
    const TimeRange wanted = range("2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z");
    const QList<TimeRange> busy{range("2026-11-20T09:30:00Z", "2026-11-20T11:30:00Z")};
    const auto times = nearestFreeTimes(wanted, {}, busy, openDay, at("2026-11-18T00:00:00Z"), 2);
    QCOMPARE(times,
             (QList<TimeRange>{range("2026-11-20T08:30:00Z", "2026-11-20T09:30:00Z"),
                               range("2026-11-20T11:30:00Z", "2026-11-20T12:30:00Z")}));
}

void tst_Alternatives::keepsMarginsFree()
{
    const TimeRange wanted = range("2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z");
    const QList<TimeRange> busy{range("2026-11-20T07:00:00Z", "2026-11-20T11:30:00Z")};
    const auto times
        = nearestFreeTimes(wanted, {Minutes(20), Minutes(10)}, busy, openDay, at("2026-11-18T00:00:00Z"), 1);
    QCOMPARE(times, QList<TimeRange>{range("2026-11-20T12:00:00Z", "2026-11-20T13:00:00Z")});
}

void tst_Alternatives::neverBeforeNow()
{
    const TimeRange wanted = range("2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z");
    const QList<TimeRange> busy{range("2026-11-20T09:30:00Z", "2026-11-20T16:00:00Z")};
    QVERIFY(nearestFreeTimes(wanted, {}, busy, openDay, at("2026-11-20T09:00:00Z"), 3).isEmpty());
}

void tst_Alternatives::propertyNeverOverlapsAndFits()
{
    quint32 seed = 20261118;
    const auto random = [&seed](int below) {
        seed = seed * 1664525u + 1013904223u;
        return int((seed >> 8) % quint32(below));
    };
    for (int round = 0; round < 5000; ++round) {
        QList<TimeRange> busy;
        for (int i = random(12); i > 0; --i) {
            const Instant start = at("2026-11-20T06:00:00Z") + Minutes(random(11 * 60));
            busy.append({start, start + Minutes(1 + random(150))});
        }
        const Instant start = at("2026-11-20T06:00:00Z") + Minutes(random(11 * 60));
        const TimeRange wanted{start, start + Minutes(5 + random(180))};
        const Margins margins{Minutes(random(30)), Minutes(random(30))};
        for (const TimeRange& time : nearestFreeTimes(wanted, margins, busy, openDay, openDay.first().start, 5)) {
            const TimeRange held{time.start - margins.before, time.end + margins.after};
            QCOMPARE(time.end - time.start, wanted.end - wanted.start);
            QVERIFY(held.start >= openDay.first().start && held.end <= openDay.first().end);
            for (const TimeRange& taken : busy)
                QVERIFY(!held.overlaps(taken));
        }
    }
}

void tst_Alternatives::openingTimesAcrossDaylightSaving()
{
    const WorkingHours hours;
    const auto times = openingTimes(hours, "Europe/Berlin", range("2026-10-23T00:00:00Z", "2026-10-27T00:00:00Z"));
    QCOMPARE(times,
             (QList<TimeRange>{range("2026-10-23T06:00:00Z", "2026-10-23T15:00:00Z"),
                               range("2026-10-26T07:00:00Z", "2026-10-26T16:00:00Z")}));
}

void tst_Alternatives::openingTimesOnlyOnWorkDays()
{
    WorkingHours hours;
    hours.days = 0b1000000; // Sunday
    hours.endMinute = 24 * 60;
    const auto times = openingTimes(hours, "UTC", range("2026-11-16T00:00:00Z", "2026-11-23T00:00:00Z"));
    QCOMPARE(times, QList<TimeRange>{range("2026-11-22T08:00:00Z", "2026-11-23T00:00:00Z")});
}

void tst_Alternatives::openingTimesOfANightReachIntoTheNextDay()
{
    WorkingHours night; // Monday to Friday
    night.startMinute = 22 * 60;
    night.endMinute = 6 * 60;
    // Clocks go back in the night of the Sunday that is closed, and the Friday's ends on Saturday.
    const auto times = openingTimes(night, "Europe/Berlin", range("2026-10-22T22:00:00Z", "2026-10-27T12:00:00Z"));
    QCOMPARE(times,
             (QList<TimeRange>{range("2026-10-22T22:00:00Z", "2026-10-23T04:00:00Z"),
                               range("2026-10-23T20:00:00Z", "2026-10-24T04:00:00Z"),
                               range("2026-10-26T21:00:00Z", "2026-10-27T05:00:00Z")}));
    night.days = 0b0100000; // Saturday: the night in which they do
    const auto longNight = openingTimes(night, "Europe/Berlin", range("2026-10-24T00:00:00Z", "2026-10-26T00:00:00Z"));
    QCOMPARE(longNight, QList<TimeRange>{range("2026-10-24T20:00:00Z", "2026-10-25T05:00:00Z")});
    const TimeRange wanted = range("2026-10-24T18:00:00Z", "2026-10-24T19:00:00Z");
    QCOMPARE(nearestFreeTimes(wanted, {}, {}, longNight, wanted.start, 1),
             QList<TimeRange>{range("2026-10-24T20:00:00Z", "2026-10-24T21:00:00Z")});
}

void tst_Alternatives::openingTimesOfUnknownZoneAreNone()
{
    QVERIFY(openingTimes({}, "Mars/Olympus", range("2026-11-16T00:00:00Z", "2026-11-23T00:00:00Z")).isEmpty());
}

// What is longer need not be looked for. Troll sets its clocks back by two hours.
void tst_Alternatives::noOpeningIsLongerThanItsBound()
{
    const WorkingHours always{0b1111111, 0, 24 * 60};
    QVERIFY(neverCloses(always));
    QVERIFY(!neverCloses({0b1111111, 0, 24 * 60 - 1}));
    QVERIFY(!neverCloses({0b1111110, 0, 24 * 60}));
    const auto times = openingTimes(always, "Antarctica/Troll", range("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"));
    QVERIFY(times.size() >= 365);
    const auto longest = std::max_element(times.begin(), times.end(), [](const TimeRange& a, const TimeRange& b) {
        return a.end - a.start < b.end - b.start;
    });
    QVERIFY(longest->end - longest->start > std::chrono::hours(24));
    QVERIFY(longest->end - longest->start <= longestOpening);
}

QTEST_APPLESS_MAIN(tst_Alternatives)
#include "tst_alternatives.moc"
