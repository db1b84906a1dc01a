// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/booking/siblingrank.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

Reservation date(bool byItself, int sequence, const char* stamp, const char* start)
{
    Reservation row;
    row.byItself = byItself;
    row.version = {sequence, at(stamp), false, "a"};
    row.time = {at(start), at(start) + std::chrono::hours(1)};
    row.recurrenceId = QString::fromLatin1(start);
    return row;
}

TimeRange hours(int from, int to)
{
    const Instant midnight = at("2026-11-20T00:00:00Z");
    return {midnight + std::chrono::hours(from), midnight + std::chrono::hours(to)};
}

} // namespace

// Which of two dates of one meeting has the time that both want.
class TestSiblingRank final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Each goes before all that follow.
    void R_MEETING_whoGoesBefore()
    {
        const char* const early = "2026-11-17T10:00:00Z";
        const char* const late = "2026-11-17T11:00:00Z";
        const QList<Reservation> rows{
            date(false, 0, early, "2026-11-20T15:00:00Z"), date(false, 0, early, "2026-11-27T15:00:00Z"),
            date(false, 0, late, "2026-11-20T15:00:00Z"),  date(false, 1, early, "2026-11-20T15:00:00Z"),
            date(true, 0, early, "2026-11-20T15:00:00Z"),  date(true, 0, late, "2026-11-13T15:00:00Z"),
            date(true, 1, early, "2026-11-13T15:00:00Z")};
        for (qsizetype i = 0; i < rows.size(); ++i) {
            for (qsizetype j = 0; j < rows.size(); ++j)
                QCOMPARE(rankOf(rows.at(i)) < rankOf(rows.at(j)), i < j);
        }
    }

    // A request for a date ranks as its row will.
    void aRequestRanksAsItsRow()
    {
        const Reservation row = date(true, 2, "2026-11-17T10:00:00Z", "2026-11-20T15:00:00Z");
        MeetingRequest request;
        request.key = row.key();
        request.version = row.version;
        request.time = row.time;
        QVERIFY(!(rankOf(row) < rankOf(request)));
        QVERIFY(!(rankOf(request) < rankOf(row)));
    }

    void takenTimesAreFound()
    {
        TakenTimes taken;
        QCOMPARE(taken.holderOf(hours(0, 24)), TakenTimes::nobody);
        taken.take(hours(2, 12), 7);
        taken.take(hours(13, 14), 8);
        QCOMPARE(taken.holderOf(hours(0, 2)), TakenTimes::nobody); // touching is not overlapping
        QCOMPARE(taken.holderOf(hours(12, 13)), TakenTimes::nobody);
        QCOMPARE(taken.holderOf(hours(11, 13)), qsizetype(7)); // one that began long before
        QCOMPARE(taken.holderOf(hours(13, 20)), qsizetype(8));
        QCOMPARE(taken.holderOf(hours(14, 20)), TakenTimes::nobody);
    }
};

QTEST_APPLESS_MAIN(TestSiblingRank)
#include "tst_siblingrank.moc"
