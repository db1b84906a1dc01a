// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/bookinghistory.h"

#include <QTest>

using namespace reserve;

namespace {

BookingHistory::Step cancellation(qint64 id)
{
    return {ConsoleCancellation{ReservationId{id}, BookingScope::Whole, {}}, QString::number(id)};
}

ReservationId meant(const std::optional<BookingHistory::Step>& step)
{
    return step ? std::get<ConsoleCancellation>(step->wish).reservation : ReservationId();
}

} // namespace

// Undo and redo of what was done to reservations.
class tst_BookingHistory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestGoesFirst()
    {
        BookingHistory history;
        QVERIFY(!history.nextBack());
        history.done(cancellation(1));
        history.done(cancellation(2));
        QCOMPARE(meant(history.nextBack()), ReservationId{2});
        history.wentBack(cancellation(3));
        QCOMPARE(meant(history.nextBack()), ReservationId{1});
        QCOMPARE(meant(history.nextAgain()), ReservationId{3});
        history.wentAgain(cancellation(4));
        QCOMPARE(meant(history.nextBack()), ReservationId{4});
        QVERIFY(!history.nextAgain());
    }

    void somethingNewForgetsWhatWasUndone()
    {
        BookingHistory history;
        history.done(cancellation(1));
        history.wentBack(cancellation(2));
        history.done(cancellation(3));
        QVERIFY(!history.nextAgain());
    }

    void whatCannotBeTakenBackLeavesNoStep()
    {
        BookingHistory history;
        history.done(cancellation(1));
        history.wentBack(std::nullopt);
        QVERIFY(!history.nextBack());
        QVERIFY(!history.nextAgain());
    }

    // Into another space and back: the steps before follow.
    void followsAnotherNumber()
    {
        BookingHistory history;
        history.done(cancellation(7));
        history.rename(ReservationId{7}, ReservationId{9});
        QCOMPARE(meant(history.nextBack()), ReservationId{9});
    }

    // One date of a series leaves it: what was done to the whole is known by another date.
    void aDateThatLeavesGoesAnotherWayThanItsSeries()
    {
        BookingHistory history;
        history.done({ConsoleCancellation{ReservationId{7}, BookingScope::Whole, {}}, QStringLiteral("whole")});
        history.done({ConsoleCancellation{ReservationId{7}, BookingScope::ThisDate, {}}, QStringLiteral("date")});
        history.rename(ReservationId{7}, ReservationId{8}, BookingScope::Whole);
        history.rename(ReservationId{7}, ReservationId{9});
        QCOMPARE(meant(history.nextBack()), ReservationId{9});
        history.forgetBack();
        QCOMPARE(meant(history.nextBack()), ReservationId{8});
    }

    void isBounded()
    {
        BookingHistory history;
        for (qint64 id = 1; id <= BookingHistory::mostSteps + 5; ++id)
            history.done(cancellation(id));
        int steps = 0;
        for (; history.nextBack(); ++steps)
            history.forgetBack();
        QCOMPARE(steps, int(BookingHistory::mostSteps));
    }
};

QTEST_GUILESS_MAIN(tst_BookingHistory)

#include "tst_bookinghistory.moc"
