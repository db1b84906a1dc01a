// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/lanelayout.h"

#include <QTest>
#include <QTimeZone>

using namespace reserve;

namespace {

const QDate day(2026, 11, 18);
constexpr int laneWidth = 300;
constexpr int readable = 50;
constexpr int marker = 40;

Reservation meeting(qint64 id, int fromHour, int toHour, ReservationStatus status = ReservationStatus::Accepted)
{
    const Instant midnight = fromDateTime(day.startOfDay(Qt::UTC));
    Reservation reservation;
    reservation.id = ReservationId{id};
    reservation.uid = QStringLiteral("meeting-%1").arg(id);
    reservation.organizer = QStringLiteral("nour.abbas@mycompany.com");
    reservation.time = {midnight + std::chrono::hours(fromHour), midnight + std::chrono::hours(toHour)};
    reservation.status = status;
    return reservation;
}

LaneLayout arranged(const QList<Reservation>& reservations)
{
    const WallAxis axis(day, 1, QTimeZone::utc());
    QList<const Reservation*> pointers;
    for (const Reservation& reservation : reservations)
        pointers.append(&reservation);
    return arrangeLane(pointers, {axis, day, 1.0, laneWidth, 20, readable, marker});
}

bool overlap(const LaneBlock& a, const LaneBlock& b)
{
    return a.along < b.along + b.length && b.along < a.along + a.length && a.across < b.across + b.width
        && b.across < a.across + a.width;
}

bool inOneStack(const LaneBlock& a, const LaneBlock& b)
{
    return a.stack >= 0 && a.stack == b.stack;
}

} // namespace

class TestLaneLayout final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatStandsAloneHasTheWholeLane();
    void refusedRequestsNeverSqueezeWhoHasTheSpace();
    void refusedRequestsThatCannotBeReadAreOneStack();
    void aStackLeavesMoreToWhoHasTheSpaceThanOneThatIsRead();
    void aRefusedRequestAloneIsNoStack();
    void nothingIsDrawnOverAnything();
    void whatIsHeldTwiceIsSaid();
    void oneMeetingInTwoRoomsIsOne();
};

void TestLaneLayout::whatStandsAloneHasTheWholeLane()
{
    const LaneLayout lane = arranged({meeting(1, 9, 10), meeting(2, 11, 12, ReservationStatus::Declined)});
    for (const LaneBlock& block : lane.blocks) {
        QCOMPARE(block.across, 0);
        QCOMPARE(block.width, laneWidth);
    }
}

void TestLaneLayout::refusedRequestsNeverSqueezeWhoHasTheSpace()
{
    const LaneLayout lane
        = arranged({meeting(1, 9, 12), meeting(2, 9, 11, ReservationStatus::Declined),
                    meeting(3, 10, 12, ReservationStatus::Declined), meeting(4, 10, 11, ReservationStatus::Cancelled)});
    QCOMPARE(lane.blocks.size(), 4);
    QCOMPARE(lane.blocks.at(0).across, 0);
    QVERIFY(lane.blocks.at(0).width > laneWidth / 2);
    QVERIFY(lane.crowds.isEmpty());
}

void TestLaneLayout::refusedRequestsThatCannotBeReadAreOneStack()
{
    const LaneLayout lane
        = arranged({meeting(1, 9, 12), meeting(2, 9, 11, ReservationStatus::Declined),
                    meeting(3, 10, 12, ReservationStatus::Declined), meeting(4, 10, 11, ReservationStatus::Cancelled)});
    QCOMPARE(lane.stacks.size(), 1);
    const LaneStack& stack = lane.stacks.first();
    QCOMPARE(stack.ids, (QList<ReservationId>{ReservationId{2}, ReservationId{3}, ReservationId{4}}));
    QCOMPARE(stack.along, 9 * 60);
    QCOMPARE(stack.length, 3 * 60);
    QCOMPARE(stack.across, laneWidth - marker);
    QCOMPARE(stack.width, marker);
    for (qsizetype index = 1; index < lane.blocks.size(); ++index) {
        const LaneBlock& member = lane.blocks.at(index);
        QCOMPARE(member.stack, 0);
        QCOMPARE(member.along, stack.along);
        QCOMPARE(member.length, stack.length);
        QCOMPARE(member.across, stack.across);
    }
    QCOMPARE(lane.blocks.at(0).stack, -1);
    QCOMPARE(lane.blocks.at(0).width, laneWidth - marker);
}

void TestLaneLayout::aStackLeavesMoreToWhoHasTheSpaceThanOneThatIsRead()
{
    const LaneLayout one = arranged({meeting(1, 9, 12), meeting(2, 9, 11, ReservationStatus::Declined)});
    QVERIFY(one.stacks.isEmpty());
    QVERIFY(one.blocks.at(1).width >= readable);
    const LaneLayout two = arranged({meeting(1, 9, 12), meeting(2, 9, 11, ReservationStatus::Declined),
                                     meeting(3, 9, 11, ReservationStatus::Declined)});
    QVERIFY(two.blocks.at(1).width >= readable); // 120 for two: both are read
    QVERIFY(two.stacks.isEmpty());
    const LaneLayout three
        = arranged({meeting(1, 9, 12), meeting(2, 9, 11, ReservationStatus::Declined),
                    meeting(3, 9, 11, ReservationStatus::Declined), meeting(4, 9, 11, ReservationStatus::Declined)});
    QCOMPARE(three.stacks.size(), 1);
    QVERIFY(three.blocks.at(0).width > two.blocks.at(0).width);
}

void TestLaneLayout::aRefusedRequestAloneIsNoStack()
{
    QVERIFY(arranged({meeting(1, 9, 10, ReservationStatus::Declined)}).stacks.isEmpty());
    // Many without anybody who has the space are a stack over the whole lane.
    QList<Reservation> many;
    for (int id = 1; id <= 7; ++id)
        many.append(meeting(id, 9, 10, ReservationStatus::Declined));
    const LaneLayout lane = arranged(many);
    QCOMPARE(lane.stacks.size(), 1);
    QCOMPARE(lane.stacks.first().ids.size(), 7);
    QCOMPARE(lane.stacks.first().across, 0);
    QCOMPARE(lane.stacks.first().width, laneWidth);
}

void TestLaneLayout::nothingIsDrawnOverAnything()
{
    QList<Reservation> reservations;
    for (int index = 0; index < 12; ++index) {
        const int from = 8 + index / 2;
        reservations.append(meeting(index + 1, from, from + 1 + index % 3,
                                    index % 3 == 1 ? ReservationStatus::Declined : ReservationStatus::Accepted));
    }
    const LaneLayout lane = arranged(reservations);
    for (qsizetype a = 0; a < lane.blocks.size(); ++a) {
        QVERIFY(lane.blocks.at(a).width > 0);
        QVERIFY(lane.blocks.at(a).across + lane.blocks.at(a).width <= laneWidth);
        for (qsizetype b = a + 1; b < lane.blocks.size(); ++b)
            QVERIFY(inOneStack(lane.blocks.at(a), lane.blocks.at(b)) || !overlap(lane.blocks.at(a), lane.blocks.at(b)));
    }
}

void TestLaneLayout::whatIsHeldTwiceIsSaid()
{
    const LaneLayout lane = arranged({meeting(1, 9, 11), meeting(2, 10, 12)});
    QCOMPARE(lane.crowds.size(), 1);
    QCOMPARE(lane.crowds.first().atOnce, 2);
    QCOMPARE(lane.crowds.first().along, 600);
    QCOMPARE(lane.crowds.first().length, 60);
}

void TestLaneLayout::oneMeetingInTwoRoomsIsOne()
{
    Reservation elsewhere = meeting(2, 9, 11);
    elsewhere.uid = meeting(1, 9, 11).uid;
    QVERIFY(arranged({meeting(1, 9, 11), elsewhere}).crowds.isEmpty());
}

QTEST_APPLESS_MAIN(TestLaneLayout)
#include "tst_lanelayout.moc"
