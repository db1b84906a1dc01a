// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/daylayout.h"
#include "models/items/openhours.h"
#include "models/items/wallaxis.h"

#include <QRandomGenerator>
#include <QTest>

using namespace reserve;

namespace {

bool overlap(const LayoutSpan& a, const LayoutSpan& b)
{
    return a.start < std::max(b.end, b.start + 1) && b.start < std::max(a.end, a.start + 1);
}

// The largest number of spans at one moment among those of a cluster: some start is in all of a clique.
int cliqueOf(const QList<LayoutSpan>& spans, const QList<LayoutSlot>& places, int cluster)
{
    int most = 0;
    for (qsizetype at = 0; at < spans.size(); ++at) {
        if (places.at(at).cluster != cluster)
            continue;
        int now = 0;
        for (qsizetype other = 0; other < spans.size(); ++other) {
            const qint64 end = std::max(spans.at(other).end, spans.at(other).start + 1);
            if (spans.at(other).start <= spans.at(at).start && spans.at(at).start < end)
                ++now;
        }
        most = std::max(most, now);
    }
    return most;
}

QList<LayoutSpan> randomDay(QRandomGenerator& random)
{
    QList<LayoutSpan> spans;
    const int count = int(random.bounded(14));
    for (int index = 0; index < count; ++index) {
        const int start = int(random.bounded(96));
        const int longest = random.bounded(5) == 0 ? 60 : 10;
        spans.append({start, start + int(random.bounded(longest))});
    }
    return spans;
}

// Empty when the day is laid out as it must be.
QString faultOf(const QList<LayoutSpan>& spans, const QList<LayoutSlot>& places)
{
    for (qsizetype a = 0; a < spans.size(); ++a) {
        const LayoutSlot& one = places.at(a);
        if (one.column < 0 || one.width < 1 || one.column + one.width > one.columns)
            return QStringLiteral("hidden or out of its columns");
        if (one.columns != cliqueOf(spans, places, one.cluster))
            return QStringLiteral("columns differ from what is at once");
        bool blocked = one.column + one.width == one.columns;
        for (qsizetype b = 0; b < spans.size(); ++b) {
            if (a == b || !overlap(spans.at(a), spans.at(b)))
                continue;
            const LayoutSlot& other = places.at(b);
            if (one.cluster != other.cluster)
                return QStringLiteral("overlapping but in two clusters");
            if (one.column < other.column + other.width && other.column < one.column + one.width)
                return QStringLiteral("rectangles overlap");
            blocked = blocked || other.column == one.column + one.width;
        }
        if (!blocked)
            return QStringLiteral("free space to the right is not used");
    }
    return {};
}

QString clock(const WallAxis& axis, int position, QDate date)
{
    return toDateTime(axis.instantAt(position, date)).toTimeZone(axis.zone()).toString(QStringLiteral("HH:mm t"));
}

} // namespace

class tst_DayLayout final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void singleSpanTakesAll();
    void touchingIsNotOverlapping();
    void freeSpaceToTheRightIsUsed();
    void randomDays();
    void manySpansAreQuick();
    void crowdsCountWhatIsAtOnce();

    void ordinaryDay();
    void twentyThreeHours();
    void twentyFiveHours();
    void midnightThatIsMissing();
    void halfHourShift();
    void positionsAndInstantsAgree_data();
    void positionsAndInstantsAgree();

    void openTimes();
    void bookedShare();
};

void tst_DayLayout::singleSpanTakesAll()
{
    QVERIFY(layOut({}).isEmpty());
    QCOMPARE(layOut({{8, 9}}).first(), (LayoutSlot{0, 1, 1, 0}));
}

void tst_DayLayout::touchingIsNotOverlapping()
{
    const QList<LayoutSlot> places = layOut({{8, 9}, {9, 10}});
    QCOMPARE(places.at(0), (LayoutSlot{0, 1, 1, 0}));
    QCOMPARE(places.at(1), (LayoutSlot{0, 1, 1, 1}));
}

void tst_DayLayout::freeSpaceToTheRightIsUsed()
{
    // Three at once early, later one of them alone beside a short one.
    const QList<LayoutSlot> places = layOut({{8, 12}, {8, 9}, {8, 9}, {10, 11}});
    QCOMPARE(places.at(0), (LayoutSlot{0, 1, 3, 0}));
    QCOMPARE(places.at(3), (LayoutSlot{1, 2, 3, 0}));
}

void tst_DayLayout::randomDays()
{
    QRandomGenerator random(20261118);
    for (int day = 0; day < 100000; ++day) {
        const QList<LayoutSpan> spans = randomDay(random);
        const QList<LayoutSlot> places = layOut(spans);
        QCOMPARE(places.size(), spans.size());
        const QString fault = faultOf(spans, places);
        if (!fault.isEmpty()) {
            for (const LayoutSpan& span : spans)
                qWarning() << span.start << span.end;
            QFAIL(qPrintable(QStringLiteral("day %1: %2").arg(day).arg(fault)));
        }
    }
}

void tst_DayLayout::manySpansAreQuick()
{
    // A long one beside tens of thousands of short ones, the case that is quadratic when done by looking around.
    QList<LayoutSpan> spans{{0, 1'000'000}};
    for (int index = 0; index < 50'000; ++index)
        spans.append({index * 10, index * 10 + 25});
    const QList<LayoutSlot> places = layOut(spans);
    QCOMPARE(places.first().columns, 4);
    QCOMPARE(places.first().column, 0);
}

void tst_DayLayout::crowdsCountWhatIsAtOnce()
{
    const QList<Crowd> found = crowds({{8, 10}, {9, 11}, {9, 12}, {20, 22}, {21, 23}, {30, 31}, {31, 32}});
    QCOMPARE(found, (QList<Crowd>{{9, 11, 3}, {21, 22, 2}}));
}

void tst_DayLayout::ordinaryDay()
{
    const QDate date(2026, 11, 18);
    const WallAxis axis(date, 7, QTimeZone("Europe/Berlin"));
    QCOMPARE(axis.length(), 1440);
    QCOMPARE(axis.hours().size(), 24);
    QVERIFY(!axis.breakOn(date));
    QCOMPARE(axis.position(fromDateTime(QDateTime(date, QTime(8, 30), Qt::UTC)), date), 9 * 60 + 30);
    QCOMPARE(axis.position(axis.day(date).end, date), 1440);
}

void tst_DayLayout::twentyThreeHours()
{
    const QDate date(2027, 3, 28);
    const WallAxis axis(date.addDays(-6), 7, QTimeZone("Europe/Berlin"));
    QCOMPARE(axis.length(), 1440);
    QCOMPARE(axis.breakOn(date), (WallAxis::Stretch{120, 180, date}));
    QVERIFY(!axis.breakOn(date.addDays(-1)));
    const Instant change = fromDateTime(QDateTime(date, QTime(1, 0), Qt::UTC));
    QCOMPARE(axis.position(change - Minutes(1), date), 119);
    QCOMPARE(axis.position(change, date), 180);
    QCOMPARE(axis.instantAt(150, date), change);
}

void tst_DayLayout::twentyFiveHours()
{
    const QDate date(2026, 10, 25);
    const WallAxis axis(date.addDays(-6), 7, QTimeZone("Europe/Berlin"));
    QCOMPARE(axis.length(), 1500);
    QCOMPARE(axis.hours().size(), 25);
    QCOMPARE(axis.hours().at(2).again, false);
    QCOMPARE(axis.hours().at(3).minute, 120);
    QCOMPARE(axis.hours().at(3).again, true);
    QVERIFY(!axis.breakOn(date));
    QCOMPARE(axis.breakOn(date.addDays(-1)), (WallAxis::Stretch{180, 240, date.addDays(-1)}));

    const Instant change = fromDateTime(QDateTime(date, QTime(1, 0), Qt::UTC));
    QCOMPARE(axis.position(change - Minutes(30), date), 150);
    QCOMPARE(axis.position(change, date), 180);
    QCOMPARE(axis.position(change + Minutes(30), date), 210);
    QCOMPARE(axis.position(change + Minutes(60), date), 240);
    QCOMPARE(clock(axis, 150, date), QStringLiteral("02:30 CEST"));
    QCOMPARE(clock(axis, 210, date), QStringLiteral("02:30 CET"));
    QCOMPARE(clock(axis, 240, date), QStringLiteral("03:00 CET"));
}

void tst_DayLayout::midnightThatIsMissing()
{
    // Beirut goes forward at midnight: the day begins at 01:00.
    const QDate date(2024, 3, 31);
    const WallAxis axis(date, 1, QTimeZone("Asia/Beirut"));
    QCOMPARE(axis.day(date).end - axis.day(date).start, Milliseconds(std::chrono::hours(23)));
    QCOMPARE(axis.instantAt(0, date), axis.day(date).start);
}

void tst_DayLayout::halfHourShift()
{
    const QDate date(2026, 4, 5);
    const WallAxis axis(date, 1, QTimeZone("Australia/Lord_Howe"));
    QCOMPARE(axis.length(), 1470);
}

void tst_DayLayout::positionsAndInstantsAgree_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDate>("date");
    QTest::newRow("Berlin, back") << QByteArrayLiteral("Europe/Berlin") << QDate(2026, 10, 25);
    QTest::newRow("Berlin, forward") << QByteArrayLiteral("Europe/Berlin") << QDate(2027, 3, 28);
    QTest::newRow("New York, back") << QByteArrayLiteral("America/New_York") << QDate(2026, 11, 1);
    QTest::newRow("Lord Howe, back") << QByteArrayLiteral("Australia/Lord_Howe") << QDate(2026, 4, 5);
    QTest::newRow("Kathmandu") << QByteArrayLiteral("Asia/Kathmandu") << QDate(2026, 11, 18);
    QTest::newRow("Chatham, forward") << QByteArrayLiteral("Pacific/Chatham") << QDate(2026, 9, 27);
}

void tst_DayLayout::positionsAndInstantsAgree()
{
    QFETCH(QByteArray, zone);
    QFETCH(QDate, date);
    const WallAxis axis(date, 1, QTimeZone(zone));
    const TimeRange day = axis.day(date);
    int last = -1;
    for (Instant instant = day.start; instant < day.end; instant += Minutes(5)) {
        const int position = axis.position(instant, date);
        QVERIFY(position > last);
        last = position;
        QCOMPARE(axis.instantAt(position, date), instant);
    }
}

void tst_DayLayout::openTimes()
{
    const QTimeZone berlin("Europe/Berlin");
    const WorkingHours hours;
    QVERIFY(!openTime(hours, QDate(2026, 11, 21), berlin)); // a Saturday
    const TimeRange week = daysRange(QDate(2026, 11, 16), 7, berlin);
    const QList<TimeRange> open = reserve::openTimes(hours, week, berlin);
    QCOMPARE(open.size(), 5);
    QCOMPARE(toIso(open.first().start), QStringLiteral("2026-11-16T07:00:00Z"));
    QCOMPARE(toIso(open.first().end), QStringLiteral("2026-11-16T16:00:00Z"));

    // A night begins on its own day and reaches into the next.
    WorkingHours night;
    night.startMinute = 22 * 60;
    night.endMinute = 6 * 60;
    QVERIFY(!openTime(night, QDate(2026, 11, 21), berlin));
    QCOMPARE(toIso(openTime(night, QDate(2026, 11, 20), berlin)->end), QStringLiteral("2026-11-21T05:00:00Z"));
    const QList<TimeRange> tuesday = reserve::openTimes(night, daysRange(QDate(2026, 11, 17), 1, berlin), berlin);
    QCOMPARE(tuesday.size(), 2);
    QCOMPARE(toIso(tuesday.first().start), QStringLiteral("2026-11-16T23:00:00Z"));
    QCOMPARE(toIso(tuesday.first().end), QStringLiteral("2026-11-17T05:00:00Z"));
    QCOMPARE(toIso(tuesday.last().start), QStringLiteral("2026-11-17T21:00:00Z"));
    QCOMPARE(toIso(tuesday.last().end), QStringLiteral("2026-11-17T23:00:00Z"));
    // The early hours of Monday belong to a Sunday, on which it is closed.
    QCOMPARE(reserve::openTimes(night, daysRange(QDate(2026, 11, 16), 1, berlin), berlin).size(), 1);
}

void tst_DayLayout::bookedShare()
{
    const auto at = [](int hour) { return Instant(std::chrono::hours(hour)); };
    const QList<TimeRange> open{{at(8), at(18)}};
    QCOMPARE(bookedPercent(open, {}), 0);
    // Overlaps count once, what lies outside not at all.
    QCOMPARE(bookedPercent(open, {{at(7), at(9)}, {at(8), at(10)}, {at(9), at(11)}}), 30);
    QCOMPARE(bookedPercent(open, {{at(0), at(24)}}), 100);
    QVERIFY(!bookedPercent({}, {{at(7), at(9)}}));
}

QTEST_APPLESS_MAIN(tst_DayLayout)
#include "tst_daylayout.moc"
