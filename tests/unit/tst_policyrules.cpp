// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/booking/decision.h"
#include "models/booking/policyeffects.h"
#include "models/entities/policybook.h"
#include "models/entities/policydefinition.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

Q_DECLARE_METATYPE(reserve::Admission)

namespace {

const QString nour = QStringLiteral("nour@mycompany.com");

Space room()
{
    Space space;
    space.id = SpaceId{1};
    space.name = QStringLiteral("CR1 Borealis");
    space.capacity = 8;
    space.hours = {0b0011111, 8 * 60, 17 * 60};
    return space;
}

// Name and value as somebody would set them.
BookingPolicy with(std::initializer_list<std::pair<const char*, const char*>> values)
{
    PolicyValues set;
    for (const auto& [name, value] : values)
        set.insert(QString::fromLatin1(name),
                   normalisedPolicy(QString::fromLatin1(name), QString::fromLatin1(value)).value());
    return policyFrom(set);
}

QString policyIn(const Reason& reason)
{
    return reason.arguments.value(QStringLiteral("policy"));
}

MeetingRequest request(TimeRange time)
{
    MeetingRequest request;
    request.organizer = nour;
    request.key = {nour, QStringLiteral("uid-1"), QString(), SpaceId{1}};
    request.version = {0, at("2026-03-01T10:00:00Z"), false, "a"};
    request.time = time;
    request.roomListed = true;
    return request;
}

} // namespace

// Booking policies: names, values, limits, and who may book. Reference: Set-CalendarProcessing.
class TestPolicyRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultsAreExchanges()
    {
        QCOMPARE(policyFrom({}), BookingPolicy());
        QCOMPARE(BookingPolicy().limits.bookingWindowInDays, 180);
        QCOMPARE(BookingPolicy().limits.maximumDurationInMinutes, 1440);
        QVERIFY(BookingPolicy().admission.allBookInPolicy);
        QVERIFY(!BookingPolicy().content.addOrganizerToSubject);
        QVERIFY(!BookingPolicy().content.deleteSubject);
        QVERIFY(!BookingPolicy().content.removePrivateProperty);
    }

    // What is set arrives in the typed policy, whichever it is: no name is forgotten.
    void everyDefinitionReachesThePolicy()
    {
        for (const PolicyDefinition& policy : policyDefinitions()) {
            QString other;
            if (policy.type == PolicyType::Boolean)
                other = policy.defaultValue == QLatin1String("true") ? QStringLiteral("false") : QStringLiteral("true");
            else
                other
                    = policy.type == PolicyType::Integer ? QStringLiteral("7") : QStringLiteral("maria@mycompany.com");
            QVERIFY2(policyFrom({{policy.name, other}}) != BookingPolicy(), qPrintable(policy.name));
            QVERIFY2(policyFrom({{policy.name, policy.defaultValue}}) == BookingPolicy(), qPrintable(policy.name));
        }
    }

    void valuesAreChecked_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("expected"); // a value, or a code
        const auto row = [](const char* name, const char* value, const char* expected) {
            QTest::addRow("%s=%s", name, value)
                << QString::fromLatin1(name) << QString::fromLatin1(value) << QString::fromLatin1(expected);
        };
        row("AllowConflicts", " $True ", "true");
        row("allowconflicts", "no", "false");
        row("AllowConflicts", "perhaps", "policy.not-boolean");
        row("AllowConflicts", "", "policy.not-boolean");
        row("BookingWindowInDays", "0", "0");
        row("BookingWindowInDays", "1080", "1080");
        row("BookingWindowInDays", "1081", "policy.out-of-range");
        row("BookingWindowInDays", "-1", "policy.out-of-range");
        row("BookingWindowInDays", "1e3", "policy.not-integer");
        row("ConflictPercentageAllowed", "101", "policy.out-of-range");
        row("MaximumConflictInstances", "2147483647", "2147483647");
        row("MaximumConflictInstances", "2147483648", "policy.out-of-range");
        row("BookInPolicy", " a@b.c , A@B.C,d@e.f", "a@b.c,d@e.f");
        row("BookInPolicy", "", "");
        row("BookInPolicy", "maria", "policy.not-address");
        row("BookInPolicies", "x", "policy.unknown");
    }

    void valuesAreChecked()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, expected);
        const Result<QString> normal = normalisedPolicy(name, value);
        QCOMPARE(normal ? *normal : QString::fromLatin1(normal.error().code()), expected);
    }

    void anUnknownNameSaysTheNearest()
    {
        const Result<QString> normal = normalisedPolicy(QStringLiteral("bookInPolicies"), QString());
        QVERIFY(!normal);
        QCOMPARE(normal.error().arguments().value(QStringLiteral("nearest")), QStringLiteral("BookInPolicy"));
    }

    void aSpacesValueGoesBeforeItsBuildings()
    {
        Space space = room();
        space.building = QStringLiteral("HQ");
        const QString name = QStringLiteral("BookInPolicy");
        PolicyBook book;
        QCOMPARE(book.sourceFor(space, name), PolicySource::Default);
        book.set(PolicyScope::ofBuilding(QStringLiteral("HQ")), name, nour);
        book.set(PolicyScope::ofBuilding(QStringLiteral("Annex")), name, QStringLiteral("else@mycompany.com"));
        QCOMPARE(book.sourceFor(space, name), PolicySource::Building);
        QCOMPARE(book.policyFor(space).admission.bookInPolicy, QStringList{nour});
        book.set(PolicyScope::ofSpace(space.id), name, QString()); // an empty list is a value too
        QCOMPARE(book.sourceFor(space, name), PolicySource::Space);
        QCOMPARE(book.policyFor(space).admission.bookInPolicy, QStringList());
        QCOMPARE(book.policyForBuilding(QStringLiteral("HQ")).admission.bookInPolicy, QStringList{nour});
    }

    void limits_data()
    {
        QTest::addColumn<BookingPolicy>("policy");
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("end");
        QTest::addColumn<bool>("allDay");
        QTest::addColumn<int>("seats");
        QTest::addColumn<QString>("broken");
        const auto row = [](const char* title, const BookingPolicy& policy, const char* start, const char* end,
                            const char* broken, bool allDay = false, int seats = 1) {
            QTest::newRow(title) << policy << QString::fromLatin1(start) << QString::fromLatin1(end) << allDay << seats
                                 << QString::fromLatin1(broken);
        };
        // Now is 2026-03-01 10:00 in Berlin (UTC+1; UTC+2 from 29 March).
        row("an hour tomorrow", {}, "2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z", "");
        row("last minute of the 180th day", {}, "2026-08-28T21:59:00Z", "2026-08-28T22:30:00Z", "");
        row("first minute behind it", {}, "2026-08-28T22:00:00Z", "2026-08-28T22:30:00Z", "BookingWindowInDays");
        const BookingPolicy today = with({{"BookingWindowInDays", "0"}});
        row("today only, today", today, "2026-03-01T22:59:00Z", "2026-03-01T23:30:00Z", "");
        row("today only, tomorrow", today, "2026-03-01T23:00:00Z", "2026-03-01T23:30:00Z", "BookingWindowInDays");
        row("24 hours", {}, "2026-03-02T09:00:00Z", "2026-03-03T09:00:00Z", "");
        row("24 hours and a minute", {}, "2026-03-02T09:00:00Z", "2026-03-03T09:01:00Z", "MaximumDurationInMinutes");
        row("no limit of length", with({{"MaximumDurationInMinutes", "0"}}), "2026-03-02T09:00:00Z",
            "2026-03-12T09:00:00Z", "");
        // 25 October 2026 has 25 hours in Berlin, 29 March 23.
        const BookingPolicy aYear = with({{"BookingWindowInDays", "365"}});
        row("all day of 25 hours", aYear, "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", "", true);
        row("not all day, 25 hours", aYear, "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", "MaximumDurationInMinutes");
        row("two all-day days", aYear, "2026-03-02T23:00:00Z", "2026-03-04T23:00:00Z", "MaximumDurationInMinutes",
            true);
        row("all day of 23 hours is a day", with({{"MinimumDurationInMinutes", "1440"}}), "2026-03-28T23:00:00Z",
            "2026-03-29T22:00:00Z", "", true);
        const BookingPolicy half = with({{"MinimumDurationInMinutes", "30"}});
        row("exactly the minimum", half, "2026-03-02T09:00:00Z", "2026-03-02T09:30:00Z", "");
        row("below the minimum", half, "2026-03-02T09:00:00Z", "2026-03-02T09:29:59Z", "MinimumDurationInMinutes");
        const BookingPolicy hours = with({{"ScheduleOnlyDuringWorkHours", "true"}});
        row("from opening to closing", hours, "2026-03-02T07:00:00Z", "2026-03-02T16:00:00Z", "");
        row("a minute before opening", hours, "2026-03-02T06:59:00Z", "2026-03-02T08:00:00Z",
            "ScheduleOnlyDuringWorkHours");
        row("a minute behind closing", hours, "2026-03-02T15:00:00Z", "2026-03-02T16:01:00Z",
            "ScheduleOnlyDuringWorkHours");
        row("on a Saturday", hours, "2026-03-07T09:00:00Z", "2026-03-07T10:00:00Z", "ScheduleOnlyDuringWorkHours");
        row("opening in summer time", hours, "2026-03-30T06:00:00Z", "2026-03-30T07:00:00Z", "");
        row("an hour before it", hours, "2026-03-30T05:00:00Z", "2026-03-30T06:00:00Z", "ScheduleOnlyDuringWorkHours");
        row("over night", hours, "2026-03-02T15:00:00Z", "2026-03-03T08:00:00Z", "ScheduleOnlyDuringWorkHours");
        const BookingPolicy seats = with({{"EnforceCapacity", "true"}});
        row("as many as it seats", seats, "2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z", "", false, 8);
        row("one more", seats, "2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z", "EnforceCapacity", false, 9);
        row("one more where nobody counts", {}, "2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z", "", false, 9);
    }

    // ScheduleOnlyDuringWorkHours of a space that is open from 22:00 to 06:00.
    void workHoursMayCrossMidnight()
    {
        Space space = room();
        space.hours.startMinute = 22 * 60;
        space.hours.endMinute = 6 * 60;
        const BookingPolicy policy = with({{"ScheduleOnlyDuringWorkHours", "true"}});
        const auto broken = [&](const char* start, const char* end) {
            return policyIn(brokenLimit({{at(start), at(end)}}, space, {policy, "Europe/Berlin", false},
                                        at("2026-03-01T09:00:00Z")));
        };
        const QString outside = QStringLiteral("ScheduleOnlyDuringWorkHours");
        QCOMPARE(broken("2026-03-02T22:00:00Z", "2026-03-03T02:00:00Z"), QString()); // across midnight
        QCOMPARE(broken("2026-03-02T21:00:00Z", "2026-03-03T05:00:00Z"), QString());
        QCOMPARE(broken("2026-03-03T02:00:00Z", "2026-03-03T03:00:00Z"), QString());
        QCOMPARE(broken("2026-03-06T23:30:00Z", "2026-03-07T04:00:00Z"), QString()); // Friday's night, on Saturday
        QCOMPARE(broken("2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z"), outside);
        QCOMPARE(broken("2026-03-03T04:30:00Z", "2026-03-03T05:30:00Z"), outside);
        QCOMPARE(broken("2026-03-02T02:00:00Z", "2026-03-02T03:00:00Z"), outside); // Sunday's night
    }

    // EnforceCapacity where meetings may overlap: who is there at once counts, not who comes at all.
    void seatsAreSharedByWhatOverlaps()
    {
        const auto other = [](const char* start, const char* end, int seats) {
            Reservation row;
            row.time = {at(start), at(end)};
            row.seats = seats;
            return row;
        };
        const QList<Reservation> others{other("2026-03-02T08:00:00Z", "2026-03-02T09:30:00Z", 3),
                                        other("2026-03-02T09:30:00Z", "2026-03-02T10:30:00Z", 4),
                                        other("2026-03-02T09:45:00Z", "2026-03-02T09:50:00Z", 1),
                                        other("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z", 7)};
        const TimeRange time{at("2026-03-02T09:00:00Z"), at("2026-03-02T10:00:00Z")};
        QCOMPARE(mostSeatsTaken(others, time), 5);
        QCOMPARE(mostSeatsTaken({}, time), 0);
        const BookingPolicy policy = with({{"EnforceCapacity", "true"}});
        const auto broken = [&](int seats) {
            return brokenLimit({time, false, seats, 5}, room(), {policy, "Europe/Berlin", false},
                               at("2026-03-01T09:00:00Z"));
        };
        QVERIFY(broken(3).isEmpty());
        QCOMPARE(policyIn(broken(4)), QStringLiteral("EnforceCapacity"));
        QCOMPARE(broken(4).arguments.value(QStringLiteral("taken")), QStringLiteral("5"));
    }

    void limits()
    {
        QFETCH(BookingPolicy, policy);
        QFETCH(QString, start);
        QFETCH(QString, end);
        QFETCH(bool, allDay);
        QFETCH(int, seats);
        QFETCH(QString, broken);
        const LimitedTime meeting{{instantFromIso(start).value(), instantFromIso(end).value()}, allDay, seats};
        const Reason reason
            = brokenLimit(meeting, room(), {policy, "Europe/Berlin", false}, at("2026-03-01T09:00:00Z"));
        QCOMPARE(policyIn(reason), broken);
    }

    // A space that is open day and night takes a meeting across midnight, also when the clock is set.
    void workHoursThatTouchAreOne()
    {
        Space space = room();
        space.hours = {0b1111111, 0, 24 * 60};
        const PolicyFacts facts{with({{"ScheduleOnlyDuringWorkHours", "true"}}), "Europe/Berlin", false};
        const LimitedTime night{{at("2026-03-28T21:00:00Z"), at("2026-03-29T08:00:00Z")}, false, 1};
        QVERIFY(brokenLimit(night, space, facts, at("2026-03-01T09:00:00Z")).isEmpty());
    }

    // T7: a time of thousands of years is judged by its first days.
    void longTimesLieInWorkHoursOnlyWhereNothingCloses_data()
    {
        QTest::addColumn<quint8>("days");
        QTest::addColumn<int>("opens");
        QTest::addColumn<bool>("lies");
        QTest::newRow("never closes") << quint8(0b1111111) << 0 << true;
        QTest::newRow("closed for a minute") << quint8(0b1111111) << 1 << false;
        QTest::newRow("closed on Sundays") << quint8(0b0111111) << 0 << false;
    }

    void longTimesLieInWorkHoursOnlyWhereNothingCloses()
    {
        QFETCH(quint8, days);
        QFETCH(int, opens);
        QFETCH(bool, lies);
        Space space = room();
        space.hours = {days, opens, 24 * 60};
        const PolicyFacts facts{with({{"ScheduleOnlyDuringWorkHours", "true"}, {"MaximumDurationInMinutes", "0"}}),
                                "Europe/Berlin", false};
        // Monday, midnight in Berlin; short of a week, around the bound, and to the end of time.
        for (const char* end :
             {"2026-03-10T09:00:00Z", "2026-03-10T23:00:00Z", "2026-03-11T09:00:00Z", "9999-12-31T23:00:00Z"}) {
            const LimitedTime meeting{{at("2026-03-01T23:00:00Z"), at(end)}, false, 1};
            const Reason broken = brokenLimit(meeting, space, facts, at("2026-03-01T09:00:00Z"));
            QVERIFY2(broken.isEmpty() == lies, end);
        }
    }

    // No zone, no guess: a person sets it, then the request is decided.
    void workHoursWithoutAZoneAreHeld()
    {
        DecisionFacts facts{at("2026-03-01T09:00:00Z"), room(), {}, {}, {}};
        facts.policies.policy = with({{"ScheduleOnlyDuringWorkHours", "true"}});
        const Decision decision = decide(request({at("2026-03-02T09:00:00Z"), at("2026-03-02T10:00:00Z")}), facts);
        QCOMPARE(decision.outcome, Outcome::Hold);
        QCOMPARE(decision.reason.code, QByteArray("decision.work-hours-need-zone"));
    }

    // Whatever lies in the window and lasts a day at most is decided as if there were no policies, whoever
    // asks.
    void defaultsChangeNothing()
    {
        const Instant now = at("2026-03-01T09:00:00Z");
        const PolicyFacts defaults{{}, "Europe/Berlin", false};
        for (int day = 0; day <= 180; ++day) {
            for (const int minutes : {1, 30, 719, 1439, 1440}) {
                const Instant start = now + std::chrono::days(day) + Minutes(minutes / 2);
                const LimitedTime meeting{{start, start + Minutes(minutes)}, false, 500};
                const Reason broken = brokenLimit(meeting, room(), defaults, now);
                QVERIFY2(broken.isEmpty(), broken.code.constData());
                QCOMPARE(judgeAdmission(broken, nour, room(), defaults), AdmissionJudgement());
            }
        }
    }

    void whoMayBook_data()
    {
        QTest::addColumn<BookingPolicy>("policy");
        QTest::addColumn<bool>("inPolicy");
        QTest::addColumn<bool>("external");
        QTest::addColumn<Admission>("admission");
        QTest::addColumn<QString>("decider");
        const auto row = [](const char* title, const BookingPolicy& policy, bool inPolicy, Admission admission,
                            const char* decider, bool external = false) {
            QTest::newRow(title) << policy << inPolicy << external << admission << QString::fromLatin1(decider);
        };
        row("everybody, in policy", {}, true, Admission::Book, "");
        row("everybody, out of policy", {}, false, Admission::Refuse, "MaximumDurationInMinutes");
        row("nobody", with({{"AllBookInPolicy", "false"}}), true, Admission::Refuse, "BookInPolicy");
        row("listed", with({{"AllBookInPolicy", "false"}, {"BookInPolicy", "Nour@MyCompany.com"}}), true,
            Admission::Book, "BookInPolicy");
        row("others are listed", with({{"AllBookInPolicy", "false"}, {"BookInPolicy", "else@mycompany.com"}}), true,
            Admission::Refuse, "BookInPolicy");
        row("all may ask", with({{"AllBookInPolicy", "false"}, {"AllRequestInPolicy", "true"}}), true, Admission::Ask,
            "AllRequestInPolicy");
        row("listed to ask", with({{"AllBookInPolicy", "false"}, {"RequestInPolicy", "nour@mycompany.com"}}), true,
            Admission::Ask, "RequestInPolicy");
        // Exchange's trap: asking needs AllBookInPolicy off.
        row("all book goes before ask", with({{"AllRequestInPolicy", "true"}}), true, Admission::Book, "");
        row("book list goes before ask",
            with(
                {{"AllBookInPolicy", "false"}, {"BookInPolicy", "nour@mycompany.com"}, {"AllRequestInPolicy", "true"}}),
            true, Admission::Book, "BookInPolicy");
        row("out of policy, all may ask", with({{"AllRequestOutOfPolicy", "true"}}), false, Admission::Ask,
            "AllRequestOutOfPolicy");
        row("out of policy, listed", with({{"RequestOutOfPolicy", "nour@mycompany.com"}}), false, Admission::Ask,
            "RequestOutOfPolicy");
        row("out of policy, others listed", with({{"RequestOutOfPolicy", "else@mycompany.com"}}), false,
            Admission::Refuse, "MaximumDurationInMinutes");
        row("may ask in policy alone", with({{"AllBookInPolicy", "false"}, {"AllRequestInPolicy", "true"}}), false,
            Admission::Refuse, "MaximumDurationInMinutes");
        row("external", {}, true, Admission::Refuse, "ProcessExternalMeetingMessages", true);
        row("external, and welcome", with({{"ProcessExternalMeetingMessages", "true"}}), true, Admission::Book, "",
            true);
        row("external goes before out of policy", with({{"AllRequestOutOfPolicy", "true"}}), false, Admission::Refuse,
            "ProcessExternalMeetingMessages", true);
    }

    void whoMayBook()
    {
        QFETCH(BookingPolicy, policy);
        QFETCH(bool, inPolicy);
        QFETCH(bool, external);
        QFETCH(Admission, admission);
        QFETCH(QString, decider);
        const Reason broken
            = inPolicy ? Reason() : byPolicy("decision.policy-too-long", "MaximumDurationInMinutes", room());
        const AdmissionJudgement judgement = judgeAdmission(broken, nour, room(), {policy, "Europe/Berlin", external});
        QCOMPARE(judgement.admission, admission);
        QCOMPARE(policyIn(judgement.reason), decider);
    }

    // Asking holds the slot and tells nobody yet; a conflict declines also what would be asked.
    void askingIsADecisionOfItsOwn()
    {
        DecisionFacts facts{at("2026-03-01T09:00:00Z"), room(), {}, {}, {}};
        facts.policies = {with({{"AllRequestOutOfPolicy", "true"}}), "Europe/Berlin", false};
        const MeetingRequest tooLong = request({at("2026-03-02T09:00:00Z"), at("2026-03-04T09:00:00Z")});
        const Decision decision = decide(tooLong, facts);
        QCOMPARE(decision.outcome, Outcome::Ask);
        QVERIFY(!decision.answer);
        QVERIFY(!decision.confirm);
        QVERIFY(decision.exclusive);
        QCOMPARE(policyIn(decision.policy), QStringLiteral("MaximumDurationInMinutes"));
        QCOMPARE(ruleOf(decision.reason), QByteArray("R-POLICY"));
        Reservation other;
        other.time = *tooLong.time;
        facts.conflicts = {other};
        QCOMPARE(decide(tooLong, facts).reason.code, QByteArray("decision.conflict"));
    }

    // What was approved is not asked again while its time stays.
    void whatIsApprovedStaysApproved()
    {
        MeetingRequest later = request({at("2026-03-02T09:00:00Z"), at("2026-03-04T09:00:00Z")});
        Reservation standing;
        standing.version = later.version;
        standing.time = *later.time;
        standing.roomListed = true;
        DecisionFacts facts{at("2026-03-01T09:00:00Z"), room(), standing, {}, {}};
        facts.policies = {with({{"AllRequestOutOfPolicy", "true"}}), "Europe/Berlin", false};
        later.version.sequence = 1;
        QCOMPARE(decide(later, facts).outcome, Outcome::Accept);
        later.time->end += Minutes(30);
        QCOMPARE(decide(later, facts).outcome, Outcome::Ask);
        facts.existing->status = ReservationStatus::Pending;
        later.time = standing.time;
        QCOMPARE(decide(later, facts).outcome, Outcome::Ask);
    }

    void valuesWithoutEffectAreSaid_data()
    {
        QTest::addColumn<BookingPolicy>("policy");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const BookingPolicy& policy, const char* code) {
            QTest::addRow("%s %s", name, code) << policy << QString::fromLatin1(name) << QString::fromLatin1(code);
        };
        row("BookInPolicy", with({{"BookInPolicy", "a@b.c"}}), "policy.book-list-idle");
        row("BookInPolicy", with({{"BookInPolicy", "a@b.c"}, {"AllBookInPolicy", "false"}}), "");
        row("AllRequestInPolicy", with({{"AllRequestInPolicy", "true"}}), "policy.request-idle");
        row("RequestOutOfPolicy", with({{"RequestOutOfPolicy", "a@b.c"}}), "policy.no-approvers");
        row("RequestOutOfPolicy", with({{"RequestOutOfPolicy", "a@b.c"}, {"ResourceDelegates", "d@b.c"}}), "");
        row("ConflictPercentageAllowed", with({{"ConflictPercentageAllowed", "10"}}), "policy.threshold-idle");
        row("MaximumConflictInstances",
            with({{"ConflictPercentageAllowed", "10"}, {"MaximumConflictInstances", "1"}, {"AllowConflicts", "true"}}),
            "policy.conflicts-allowed");
        row("MinimumDurationInMinutes", with({{"MinimumDurationInMinutes", "1441"}}), "policy.minimum-above-maximum");
        row("MinimumDurationInMinutes", with({{"MinimumDurationInMinutes", "1441"}, {"MaximumDurationInMinutes", "0"}}),
            "");
    }

    void valuesWithoutEffectAreSaid()
    {
        QFETCH(BookingPolicy, policy);
        QFETCH(QString, name);
        QFETCH(QString, code);
        const QList<Reason> reasons = missingPolicyEffects(name, policy);
        QCOMPARE(reasons.isEmpty() ? QString() : QString::fromLatin1(reasons.first().code), code);
    }
};

QTEST_GUILESS_MAIN(TestPolicyRules)
#include "tst_policyrules.moc"
