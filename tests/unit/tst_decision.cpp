// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/booking/decision.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

Space room()
{
    Space space;
    space.id = SpaceId{1};
    space.name = QStringLiteral("CR1 Borealis");
    space.mailbox = QStringLiteral("CR1@reserve.mycompany.com");
    return space;
}

MeetingRequest request(int sequence = 0)
{
    MeetingRequest request;
    request.organizer = QStringLiteral("Nour@mycompany.com");
    request.key = {QStringLiteral("nour@mycompany.com"), QStringLiteral("uid-1"), QString(), SpaceId{1}};
    request.version = {sequence, at("2026-11-17T10:00:00Z"), false, "a"};
    request.subject = QStringLiteral("Safety training");
    request.time = TimeRange{at("2026-11-20T15:00:00Z"), at("2026-11-20T16:30:00Z")};
    request.roomListed = true;
    request.roomAddress = QStringLiteral("cr1@reserve.mycompany.com");
    return request;
}

Reservation standing(const MeetingRequest& request)
{
    Reservation row;
    row.id = ReservationId{5};
    row.spaceId = request.key.spaceId;
    row.organizer = request.organizer;
    row.uid = request.key.uid;
    row.version = request.version;
    row.time = *request.time;
    row.roomListed = request.roomListed;
    row.status = ReservationStatus::Accepted;
    return row;
}

DecisionFacts facts(std::optional<Reservation> existing = {})
{
    return {at("2026-11-18T08:00:00Z"), room(), std::move(existing), {}, {}};
}

Reservation other()
{
    Reservation row;
    row.id = ReservationId{9};
    row.spaceId = SpaceId{1};
    row.uid = QStringLiteral("other");
    row.requesterEmail = QStringLiteral("jonas@mycompany.com");
    row.time = {at("2026-11-20T16:00:00Z"), at("2026-11-20T17:00:00Z")};
    return row;
}

} // namespace

class tst_Decision final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void R_NO_DOUBLE_freeIsAccepted();
    void R_NO_DOUBLE_takenIsDeclinedWithHolder();
    void R_NO_DOUBLE_privateHolderIsNotNamed();
    void R_NO_DOUBLE_allowConflicts();
    void statuses_notBookableDeclines();
    void statuses_closureDeclines();
    void statuses_declinedMoveFreesOldSlot();
    void R_MEETING_order_data();
    void R_MEETING_order();
    void R_MEETING_overIsIgnoredUnanswered();
    void R_MEETING_ofANoteNothingIsKnown();
    void R_MEETING_roomRemovedFreesOnlyWhatWasListed();
    void R_MEETING_cancel();
    void R_MEETING_cancelOfEqualVersionWins();
    void R_MEETING_cancelBeforeRequest();
    void R_ANSWER_informationalUpdateIsSilent();
    void R_ANSWER_sameSequenceOtherTimeIsAnswered();
    void R_ANSWER_sameSequenceAfterCancelIsAnswered();
    void R_ANSWER_noneWhereNoneIsAsked();
    void R_CONFIRM_acceptedAndMovedOnly();
    void R_TIMEZONE_missingZoneIsHeldNotGuessed();
    void R_TIMEZONE_unknownZoneIsDeclinedWithReason();
    void zeroLengthIsDeclined();
};

void tst_Decision::R_NO_DOUBLE_freeIsAccepted()
{
    const Decision decision = decide(request(), facts());
    QCOMPARE(decision.outcome, Outcome::Accept);
    QVERIFY(decision.answer);
    QVERIFY(decision.confirm);
    QVERIFY(decision.exclusive);
    QVERIFY(!decision.moved);
}

void tst_Decision::R_NO_DOUBLE_takenIsDeclinedWithHolder()
{
    DecisionFacts known = facts();
    known.conflicts = {other()};
    const Decision decision = decide(request(), known);
    QCOMPARE(decision.outcome, Outcome::Decline);
    QCOMPARE(decision.reason.code, QByteArrayLiteral("decision.conflict"));
    QCOMPARE(decision.reason.arguments.value(QStringLiteral("holder")), QStringLiteral("jonas@mycompany.com"));
    QVERIFY(decision.answer);
    QVERIFY(!decision.confirm);
    QVERIFY(!decision.freesOldSlot);
}

void tst_Decision::R_NO_DOUBLE_privateHolderIsNotNamed()
{
    DecisionFacts known = facts();
    known.conflicts = {other()};
    known.conflicts.first().isPrivate = true;
    QVERIFY(decide(request(), known).reason.arguments.value(QStringLiteral("holder")).isEmpty());
}

void tst_Decision::R_NO_DOUBLE_allowConflicts()
{
    DecisionFacts known = facts();
    known.conflicts = {other()};
    known.policies.policy.allowConflicts = true;
    const Decision decision = decide(request(), known);
    QCOMPARE(decision.outcome, Outcome::Accept);
    QVERIFY(!decision.exclusive);
}

void tst_Decision::statuses_notBookableDeclines()
{
    DecisionFacts known = facts();
    known.space.bookable = false;
    QCOMPARE(decide(request(), known).outcome, Outcome::Decline);
    QCOMPARE(decide(request(), known).reason.code, QByteArrayLiteral("decision.not-bookable"));
}

void tst_Decision::statuses_closureDeclines()
{
    DecisionFacts known = facts();
    Closure closure;
    closure.time = {at("2026-11-20T00:00:00Z"), at("2026-11-21T00:00:00Z")};
    closure.reason = QStringLiteral("Painting");
    known.closures = {closure};
    const Decision decision = decide(request(), known);
    QCOMPARE(decision.outcome, Outcome::Decline);
    QCOMPARE(decision.reason.arguments.value(QStringLiteral("why")), QStringLiteral("Painting"));
}

void tst_Decision::statuses_declinedMoveFreesOldSlot()
{
    MeetingRequest moved = request(1);
    moved.time = TimeRange{at("2026-11-21T15:00:00Z"), at("2026-11-21T16:00:00Z")};
    DecisionFacts known = facts(standing(request(0)));
    known.conflicts = {other()};
    const Decision decision = decide(moved, known);
    QCOMPARE(decision.outcome, Outcome::Decline);
    QVERIFY(decision.freesOldSlot);
    QVERIFY(decision.answer);
}

void tst_Decision::R_MEETING_order_data()
{
    QTest::addColumn<int>("sequence");
    QTest::addColumn<QByteArray>("stamp");
    QTest::addColumn<QByteArray>("hash");
    QTest::addColumn<Outcome>("outcome");
    // Known: sequence 2, stamped 10:00, hash "m".
    QTest::newRow("higher sequence, older stamp")
        << 3 << QByteArray("2026-11-17T09:00:00Z") << QByteArray("a") << Outcome::Accept;
    QTest::newRow("lower sequence, later stamp")
        << 1 << QByteArray("2026-11-17T11:00:00Z") << QByteArray("z") << Outcome::Ignore;
    QTest::newRow("same sequence, earlier stamp")
        << 2 << QByteArray("2026-11-17T09:00:00Z") << QByteArray("z") << Outcome::Ignore;
    QTest::newRow("same sequence, later stamp")
        << 2 << QByteArray("2026-11-17T11:00:00Z") << QByteArray("a") << Outcome::Unchanged;
    QTest::newRow("same in all but a smaller hash")
        << 2 << QByteArray("2026-11-17T10:00:00Z") << QByteArray("a") << Outcome::Ignore;
    QTest::newRow("same in all but a larger hash")
        << 2 << QByteArray("2026-11-17T10:00:00Z") << QByteArray("z") << Outcome::Unchanged;
    QTest::newRow("the very same") << 2 << QByteArray("2026-11-17T10:00:00Z") << QByteArray("m") << Outcome::Ignore;
}

void tst_Decision::R_MEETING_order()
{
    QFETCH(int, sequence);
    QFETCH(QByteArray, stamp);
    QFETCH(QByteArray, hash);
    QFETCH(Outcome, outcome);
    MeetingRequest known = request(2);
    known.version.contentHash = "m";
    MeetingRequest next = request(sequence);
    next.version.stamp = at(stamp.constData());
    next.version.contentHash = hash;
    QCOMPARE(decide(next, facts(standing(known))).outcome, outcome);
}

void tst_Decision::R_MEETING_overIsIgnoredUnanswered()
{
    DecisionFacts known = facts();
    known.now = at("2026-11-20T16:30:00Z");
    const Decision decision = decide(request(), known);
    QCOMPARE(decision.outcome, Outcome::Ignore);
    QVERIFY(!decision.answer);
    QVERIFY(decision.isOver);
    known.now = at("2026-11-20T16:29:59Z");
    QCOMPARE(decide(request(), known).outcome, Outcome::Accept);
    QVERIFY(!decide(request(), known).isOver);
}

void tst_Decision::R_MEETING_ofANoteNothingIsKnown()
{
    Reservation note = standing(request(1));
    note.status = ReservationStatus::Cancelled;
    note.time = {at("2026-11-10T15:00:00Z"), at("2026-11-10T16:00:00Z")};
    note.isNote = true;
    QCOMPARE(decide(request(0), facts(note)).reason.code, QByteArrayLiteral("decision.outdated"));
    const Decision again = decide(request(2), facts(note));
    QCOMPARE(again.outcome, Outcome::Accept);
    QVERIFY(again.confirm && !again.moved);

    MeetingRequest cancel = request(2);
    cancel.version.cancels = true;
    QCOMPARE(decide(cancel, facts(note)).reason.code, QByteArrayLiteral("decision.cancelled-before-request"));
    for (const std::optional<TimeRange>& time : {std::optional(note.time), std::optional<TimeRange>()}) {
        cancel.time = time;
        QCOMPARE(decide(cancel, facts(note)).outcome, Outcome::Ignore);
        QVERIFY(decide(cancel, facts(note)).isOver);
    }
}

void tst_Decision::R_MEETING_roomRemovedFreesOnlyWhatWasListed()
{
    MeetingRequest without = request(1);
    without.roomListed = false;
    QCOMPARE(decide(without, facts(standing(request(0)))).outcome, Outcome::Cancel);

    Reservation neverListed = standing(request(0));
    neverListed.roomListed = false;
    QCOMPARE(decide(without, facts(neverListed)).outcome, Outcome::Accept);
    QCOMPARE(decide(without, facts()).outcome, Outcome::Accept);
}

void tst_Decision::R_MEETING_cancel()
{
    MeetingRequest cancel = request(1);
    cancel.version.cancels = true;
    const Decision decision = decide(cancel, facts(standing(request(0))));
    QCOMPARE(decision.outcome, Outcome::Cancel);
    QVERIFY(!decision.answer);
    QVERIFY(!decision.confirm);
}

void tst_Decision::R_MEETING_cancelOfEqualVersionWins()
{
    MeetingRequest cancel = request(0);
    cancel.version.cancels = true;
    cancel.version.contentHash = "0";
    QCOMPARE(decide(cancel, facts(standing(request(0)))).outcome, Outcome::Cancel);

    Reservation gone = standing(request(0));
    gone.status = ReservationStatus::Cancelled;
    gone.version = cancel.version;
    QCOMPARE(decide(request(0), facts(gone)).outcome, Outcome::Ignore);
}

void tst_Decision::R_MEETING_cancelBeforeRequest()
{
    MeetingRequest cancel = request(0);
    cancel.version.cancels = true;
    const Decision decision = decide(cancel, facts());
    QCOMPARE(decision.outcome, Outcome::Cancel);
    QCOMPARE(decision.reason.code, QByteArrayLiteral("decision.cancelled-before-request"));
}

void tst_Decision::R_ANSWER_informationalUpdateIsSilent()
{
    MeetingRequest update = request(0);
    update.version.stamp = at("2026-11-17T12:00:00Z");
    update.subject = QStringLiteral("Another title");
    const Decision decision = decide(update, facts(standing(request(0))));
    QCOMPARE(decision.outcome, Outcome::Unchanged);
    QVERIFY(!decision.answer);
    QVERIFY(!decision.confirm);
}

void tst_Decision::R_ANSWER_sameSequenceOtherTimeIsAnswered()
{
    MeetingRequest update = request(0);
    update.version.stamp = at("2026-11-17T12:00:00Z");
    update.time->end = at("2026-11-20T17:30:00Z");
    const Decision decision = decide(update, facts(standing(request(0))));
    QCOMPARE(decision.outcome, Outcome::Accept);
    QVERIFY(decision.answer);
    QVERIFY(decision.moved);
    QVERIFY(decision.confirm);
}

void tst_Decision::R_ANSWER_sameSequenceAfterCancelIsAnswered()
{
    MeetingRequest again = request(0);
    again.version.stamp = at("2026-11-17T12:00:00Z");
    Reservation gone = standing(request(0));
    gone.status = ReservationStatus::Cancelled;
    const Decision decision = decide(again, facts(gone));
    QCOMPARE(decision.outcome, Outcome::Accept);
    QVERIFY(decision.answer);
    QVERIFY(decision.confirm);
}

void tst_Decision::R_ANSWER_noneWhereNoneIsAsked()
{
    MeetingRequest quiet = request();
    quiet.answerWanted = false;
    QVERIFY(!decide(quiet, facts()).answer);
    DecisionFacts taken = facts();
    taken.conflicts = {other()};
    QVERIFY(!decide(quiet, taken).answer);
}

void tst_Decision::R_CONFIRM_acceptedAndMovedOnly()
{
    QVERIFY(decide(request(0), facts()).confirm);
    // A new version of the same time is answered again, but there is nothing new to confirm.
    const Decision again = decide(request(1), facts(standing(request(0))));
    QCOMPARE(again.outcome, Outcome::Accept);
    QVERIFY(again.answer);
    QVERIFY(!again.confirm);
}

void tst_Decision::R_TIMEZONE_missingZoneIsHeldNotGuessed()
{
    MeetingRequest floating = request();
    floating.time.reset();
    floating.obstacle = {"itip.default-zone-missing", {}};
    const Decision decision = decide(floating, facts());
    QCOMPARE(decision.outcome, Outcome::Hold);
    QVERIFY(!decision.answer);
}

void tst_Decision::R_TIMEZONE_unknownZoneIsDeclinedWithReason()
{
    MeetingRequest unknown = request();
    unknown.time.reset();
    unknown.obstacle = {"itip.zone-unknown", {{QStringLiteral("zone"), QStringLiteral("Mars")}}};
    const Decision decision = decide(unknown, facts());
    QCOMPARE(decision.outcome, Outcome::Decline);
    QCOMPARE(decision.reason, unknown.obstacle);
    QVERIFY(decision.answer);
}

void tst_Decision::zeroLengthIsDeclined()
{
    MeetingRequest point = request();
    point.time->end = point.time->start;
    QCOMPARE(decide(point, facts()).outcome, Outcome::Decline);
}

QTEST_APPLESS_MAIN(tst_Decision)
#include "tst_decision.moc"
