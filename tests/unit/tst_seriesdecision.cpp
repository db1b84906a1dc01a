// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/booking/hindrance.h"
#include "models/booking/seriesdecision.h"
#include "tests/support/fakeclock.h"

#include <QTest>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

namespace {

MeetingRequest request(int sequence = 0)
{
    MeetingRequest request;
    request.organizer = QStringLiteral("nour@mycompany.com");
    request.key = {QStringLiteral("nour@mycompany.com"), QStringLiteral("uid-1"), QString(), SpaceId{1}};
    request.version = {sequence, at("2026-11-17T10:00:00Z"), false, "a"};
    request.roomListed = true;
    return request;
}

// `count` weekly occurrences, the first `taken` of which somebody else has.
SeriesFacts facts(int count, int taken = 0)
{
    SeriesFacts facts;
    facts.now = at("2026-11-18T08:00:00Z");
    facts.windowEnd = at("2027-05-18T00:00:00Z");
    facts.space.name = QStringLiteral("CR1 Borealis");
    for (int i = 0; i < count; ++i) {
        const Instant start = at("2026-11-20T15:00:00Z") + std::chrono::hours(7 * 24 * i);
        OccurrenceFacts occurrence;
        occurrence.time = {start, start + std::chrono::hours(1)};
        if (i < taken) {
            Reservation other;
            other.requesterEmail = QStringLiteral("jonas@mycompany.com");
            other.time = occurrence.time;
            occurrence.conflicts.append(other);
        }
        facts.occurrences.append(occurrence);
    }
    return facts;
}

} // namespace

class TestSeriesDecision final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A date that gives way to another one of its series is declined alone, whatever the limits say.
    void R_MEETING_aDateThatGivesWayIsNoConflict()
    {
        SeriesFacts known = facts(4);
        Reservation sibling;
        sibling.recurrenceId = QStringLiteral("2026-12-04T15:00:00Z");
        sibling.time = known.occurrences.at(1).time;
        known.occurrences[1].sibling = sibling;
        const SeriesDecision decision = decideSeries(request(), known);
        QCOMPARE(decision.whole.outcome, Outcome::Accept);
        QCOMPARE(decision.whole.reason.code, QByteArray("decision.series-partly"));
        QCOMPARE(decision.whole.reason.arguments.value(QStringLiteral("conflicts")), QStringLiteral("1"));
        QVERIFY(isTakenBySibling(decision.hindrances.at(1)));
        QVERIFY(decision.hindrances.at(0).isEmpty());
        // Somebody else's time is another matter, also where a sibling wants it too.
        SeriesFacts taken = facts(4, 1);
        taken.occurrences[0].sibling = sibling;
        QCOMPARE(decideSeries(request(), taken).whole.outcome, Outcome::Decline);
    }

    // Exchange: both limits hold, and at least one occurrence must be free.
    void conflictsAreAllowedAsThePoliciesSay_data()
    {
        QTest::addColumn<int>("percentage");
        QTest::addColumn<int>("instances");
        QTest::addColumn<int>("taken");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("none taken") << 0 << 0 << 0 << true;
        QTest::newRow("defaults") << 0 << 0 << 1 << false;
        QTest::newRow("both allow") << 20 << 2 << 2 << true;
        QTest::newRow("instances refuse") << 20 << 1 << 2 << false;
        QTest::newRow("percentage refuses") << 19 << 2 << 2 << false;
        QTest::newRow("all taken") << 100 << 1000 << 10 << false;
    }

    void conflictsAreAllowedAsThePoliciesSay()
    {
        QFETCH(int, percentage);
        QFETCH(int, instances);
        QFETCH(int, taken);
        QFETCH(bool, accepted);
        SeriesFacts known = facts(10, taken);
        known.policies.policy.series.conflictPercentageAllowed = percentage;
        known.policies.policy.series.maximumConflictInstances = instances;
        const SeriesDecision decision = decideSeries(request(), known);
        QCOMPARE(decision.whole.outcome, accepted ? Outcome::Accept : Outcome::Decline);
        QVERIFY(decision.whole.answer);
        if (!accepted) {
            QCOMPARE(decision.whole.reason.code, QByteArray("decision.series-conflict"));
            QVERIFY(decision.hindrances.isEmpty());
            return;
        }
        QCOMPARE(decision.hindrances.size(), 10);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(decision.hindrances.at(i).isEmpty(), i >= taken);
    }

    // What stood before takes what is left of its dates; no policy is named where nothing is.
    void whatComesBackTakesWhatIsFree()
    {
        SeriesFacts known = facts(10, 9);
        known.comesBack = true;
        const SeriesDecision decision = decideSeries(request(), known);
        QCOMPARE(decision.whole.outcome, Outcome::Accept);
        QCOMPARE(std::count_if(decision.hindrances.begin(), decision.hindrances.end(),
                               [](const Reason& reason) { return !reason.isEmpty(); }),
                 9);
        known = facts(10, 10);
        known.comesBack = true;
        const Decision none = decideSeries(request(), known).whole;
        QCOMPARE(none.outcome, Outcome::Decline);
        QCOMPARE(none.reason.code, QByteArray("decision.series-conflict"));
        QVERIFY(!none.reason.arguments.contains(QStringLiteral("policy")));
        known.policies.policy.series.allowRecurringMeetings = false;
        QCOMPARE(decideSeries(request(), known).whole.reason.code, QByteArray("decision.series-not-allowed"));
    }

    void seriesMayBeForbidden()
    {
        SeriesFacts known = facts(2);
        known.policies.policy.series.allowRecurringMeetings = false;
        const Reason reason = decideSeries(request(), known).whole.reason;
        QCOMPARE(reason.code, QByteArray("decision.series-not-allowed"));
        QCOMPARE(reason.arguments.value(QStringLiteral("policy")), QStringLiteral("AllowRecurringMeetings"));
    }

    void behindTheWindowThePolicyDecides()
    {
        SeriesFacts known = facts(2);
        known.continues = true;
        QCOMPARE(decideSeries(request(), known).whole.reason.code, QByteArray("decision.series-beyond-window"));
        known.policies.policy.series.enforceSchedulingHorizon = false;
        QCOMPARE(decideSeries(request(), known).whole.outcome, Outcome::Accept);
    }

    void aSeriesBehindTheWindowIsDeclinedThoughOthersMayGoOn()
    {
        SeriesFacts known = facts(0);
        known.continues = true;
        known.policies.policy.series.enforceSchedulingHorizon = false;
        const Reason reason = decideSeries(request(), known).whole.reason;
        QCOMPARE(reason.code, QByteArray("decision.series-behind-window"));
        QCOMPARE(reason.arguments.value(QStringLiteral("policy")), QStringLiteral("BookingWindowInDays"));
    }

    void R_MEETING_newerWins()
    {
        SeriesFacts known = facts(2);
        known.known = request(1).version;
        QCOMPARE(decideSeries(request(0), known).whole.reason.code, QByteArray("decision.outdated"));
        QCOMPARE(decideSeries(request(1), known).whole.reason.code, QByteArray("decision.repeat"));
        QCOMPARE(decideSeries(request(2), known).whole.outcome, Outcome::Accept);
    }

    void R_ANSWER_textsAloneAreNotAnswered()
    {
        SeriesFacts known = facts(2);
        known.known = request(1).version;
        known.known->stamp -= std::chrono::minutes(1);
        known.isSame = known.stands = true;
        const SeriesDecision decision = decideSeries(request(1), known);
        QCOMPARE(decision.whole.outcome, Outcome::Unchanged);
        QVERIFY(!decision.whole.answer && !decision.whole.confirm);
    }

    void aDeclinedMoveSaysThatTheOldTimesAreFree()
    {
        SeriesFacts known = facts(2, 1);
        known.known = request(0).version;
        known.stands = true;
        QVERIFY(decideSeries(request(1), known).whole.freesOldSlot);
    }

    void R_MEETING_aRoomTakenOffFreesTheSpace()
    {
        SeriesFacts known = facts(2);
        known.known = request(0).version;
        known.roomWasListed = true;
        MeetingRequest without = request(1);
        without.roomListed = false;
        QCOMPARE(decideSeries(without, known).whole.reason.code, QByteArray("decision.room-removed"));
        known.roomWasListed = false;
        QCOMPARE(decideSeries(without, known).whole.outcome, Outcome::Accept);
    }

    void aSeriesWithoutDatesIsDeclined()
    {
        QCOMPARE(decideSeries(request(), facts(0)).whole.reason.code, QByteArray("decision.series-empty"));
    }
};

QTEST_APPLESS_MAIN(TestSeriesDecision)
#include "tst_seriesdecision.moc"
