// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/letter.h"

#include <QTest>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

namespace {

const ApproverWord yes{ApprovalAnswer::Approve, QStringLiteral("maria on desk-12 (console)"), {}};
const ApproverWord no{ApprovalAnswer::Decline, QStringLiteral("maria on desk-12 (console)"), {}};
const QByteArray noDate = "RRULE:FREQ=WEEKLY;COUNT=2\r\nEXDATE;TZID=Europe/Berlin:20261120T160000\r\n";

Letter single(int sequence = 0)
{
    Letter letter;
    letter.sequence = sequence;
    letter.minute = sequence;
    letter.recurrence.clear();
    return letter;
}

Letter series(int sequence = 0)
{
    Letter letter;
    letter.sequence = letter.minute = sequence;
    return letter;
}

// One date two hours later.
Letter moved(const QByteArray& occurrence, int sequence, int minute)
{
    Letter letter = ofOccurrence(occurrence, sequence, minute);
    letter.start.replace("T16", "T18");
    letter.end.replace("T17", "T19");
    return letter;
}

Letter over(Letter letter)
{
    letter.start.replace("2026112", "2026102");
    letter.end.replace("2026112", "2026102");
    return letter;
}

} // namespace

// What stands, as later messages and approvers leave it: nothing is held that nobody answers for.
class TestWhatStands final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RequestDesk> m_desk;

    PolicyScope cr1() const { return PolicyScope::ofSpace(m_desk->cr1()); }
    void askAboutSeries()
    {
        m_desk->setPolicy(cr1(), "AllowRecurringMeetings", "false");
        m_desk->setPolicy(cr1(), "AllRequestOutOfPolicy", "true");
    }
    Approval approvalOf(const QString& recurrenceId)
    {
        const QList<Approval> waiting = m_desk->approvals();
        return *std::find_if(waiting.begin(), waiting.end(), [&](const Approval& approval) {
            return approval.announcement.recurrenceId == recurrenceId;
        });
    }
    QList<Announcement> answers()
    {
        QList<Announcement> told;
        for (const OutboxEntry& entry : m_desk->outbox()) {
            if (entry.kind == OutboxKind::Answer)
                told.append(m_desk->announced(entry));
        }
        return told;
    }
    ReservationStatus statusAt(const char* start)
    {
        for (const Reservation& row : m_desk->reservations()) {
            if (row.time.start == at(start))
                return row.status;
        }
        return ReservationStatus::Cancelled;
    }

private Q_SLOTS:
    void init() { m_desk = std::make_unique<RequestDesk>(); }

    void aDateOfASeriesThatWaitsWaitsToo_data()
    {
        QTest::addColumn<bool>("approved");
        QTest::newRow("approved") << true;
        QTest::newRow("declined") << false;
    }
    void aDateOfASeriesThatWaitsWaitsToo()
    {
        QFETCH(bool, approved);
        askAboutSeries();
        send(*m_desk, series());
        const Trace trace = send(*m_desk, moved("20261127T160000", 1, 5)).constFirst();
        QCOMPARE(trace.verdict, std::optional<Verdict>());
        QCOMPARE(trace.reason.code, QByteArray("decision.series-waits"));
        QCOMPARE(statusAt("2026-11-27T17:00:00Z"), ReservationStatus::Pending);
        QVERIFY(answers().isEmpty());

        QVERIFY(m_desk->decideApproval(approvalOf({}).id, approved ? yes : no));
        QVERIFY(m_desk->approvals().isEmpty());
        const auto given = approved ? ReservationStatus::Accepted : ReservationStatus::Declined;
        for (const Reservation& row : m_desk->reservations())
            QCOMPARE(row.status, given);
        QCOMPARE(answers().size(), 2); // the series, then the date
        QVERIFY(answers().constFirst().recurrenceId.isEmpty());
        QCOMPARE(answers().constLast().recurrenceId, QStringLiteral("2026-11-27T15:00:00Z"));
        QCOMPARE(answers().constLast().status, given);
    }

    void aDateOfAPartThatWaitsWaitsToo()
    {
        send(*m_desk, series());
        askAboutSeries();
        Letter part = fromOccurrence("20261204T160000", 1, 5);
        part.start = "20261204T100000";
        part.end = "20261204T110000";
        QCOMPARE(send(*m_desk, part).constFirst().verdict, std::optional<Verdict>());
        QCOMPARE(send(*m_desk, moved("20261211T160000", 1, 6)).constFirst().reason.code,
                 QByteArray("decision.series-waits"));
        QCOMPARE(statusAt("2026-12-11T17:00:00Z"), ReservationStatus::Pending);
        QVERIFY(m_desk->decideApproval(approvalOf(QStringLiteral("2026-12-04T15:00:00Z")).id, no));
        QVERIFY(m_desk->approvals().isEmpty());
        QCOMPARE(held(*m_desk), fourFridays.first(2));
    }

    void anApprovedDateMayMoveWhileItsSeriesStands()
    {
        askAboutSeries();
        send(*m_desk, series());
        QVERIFY(m_desk->decideApproval(approvalOf({}).id, yes));
        QCOMPARE(send(*m_desk, moved("20261127T160000", 1, 5)).constFirst().verdict, std::optional(Verdict::Accepted));
    }

    void R_MEETING_anEndFromADateOnReachesWhatComesLater()
    {
        Letter full = series(1);
        full.further = moved("20261127T160000", 1, 1).event();
        const Letter end = fromOccurrence("20261127T160000", 2, 2, "CANCEL");
        send(*m_desk, full);
        send(*m_desk, end);
        QCOMPARE(held(*m_desk), fourFridays.first(1));

        m_desk = std::make_unique<RequestDesk>();
        send(*m_desk, end);
        send(*m_desk, full);
        QCOMPARE(held(*m_desk), fourFridays.first(1));
    }

    void R_MEETING_datesAddedBeforeANewerVersionAreGone()
    {
        Letter addition = single(1);
        addition.method = "ADD";
        addition.start = "20261218T160000";
        addition.end = "20261218T170000";
        Letter newer = series(1);
        newer.minute = 2;
        for (const QList<Letter>& order : {QList{series(), addition, newer}, QList{series(), newer, addition}}) {
            m_desk = std::make_unique<RequestDesk>();
            for (const Letter& letter : order)
                send(*m_desk, letter);
            QCOMPARE(held(*m_desk), fourFridays);
        }
    }

    void aSeriesWhoseOnlyDateStandsIsAccepted()
    {
        const Letter date = moved("20261127T160000", 0, 5);
        Letter whole = series();
        whole.recurrence = noDate;
        send(*m_desk, date);
        const Trace trace = send(*m_desk, whole).constFirst();
        QCOMPARE(trace.verdict, std::optional(Verdict::Accepted));
        QCOMPARE(trace.reason.code, QByteArray("decision.series-stands"));
        QCOMPARE(held(*m_desk), QStringList{QStringLiteral("2026-11-27T17:00:00Z/2026-11-27T18:00:00Z")});
        const Announcement told = answers().constLast();
        QCOMPARE(told.status, ReservationStatus::Accepted);
        QVERIFY(told.recurrenceId.isEmpty());
        QCOMPARE(told.occurrences, 1);
        QCOMPARE(told.time.start, at("2026-11-27T17:00:00Z"));
    }

    void R_MEETING_whatMovesIntoThePastIsFree_data()
    {
        QTest::addColumn<bool>("repeats");
        QTest::newRow("a single meeting") << false;
        QTest::newRow("a series") << true;
    }
    void R_MEETING_whatMovesIntoThePastIsFree()
    {
        QFETCH(bool, repeats);
        Letter later = over(single(1));
        if (repeats)
            later.recurrence = "RRULE:FREQ=WEEKLY;COUNT=2\r\n";
        send(*m_desk, repeats ? series() : single());
        const auto told = answers().size();
        const Trace trace = send(*m_desk, later).constFirst();
        QCOMPARE(trace.verdict, std::optional(Verdict::Cancelled));
        QVERIFY(trace.reason.code.endsWith("moved-to-past"));
        QVERIFY(held(*m_desk).isEmpty());
        QCOMPARE(answers().size(), told);
        // What holds nothing is over, as before.
        later.sequence = 2;
        QCOMPARE(send(*m_desk, later).constFirst().verdict, std::optional(Verdict::Ignored));
    }

    void R_MEETING_whatIsOverStaysAsItWas()
    {
        send(*m_desk, single());
        m_desk->clock().set(at("2026-11-20T18:00:00Z"));
        QCOMPARE(send(*m_desk, over(single(1))).constFirst().verdict, std::optional(Verdict::Ignored));
        QCOMPARE(m_desk->reservations().constFirst().status, ReservationStatus::Accepted);
    }

    void textsOfWhatWaitsAreNotAccepted_data()
    {
        QTest::addColumn<bool>("repeats");
        QTest::newRow("a single meeting") << false;
        QTest::newRow("a series") << true;
    }
    void textsOfWhatWaitsAreNotAccepted()
    {
        QFETCH(bool, repeats);
        m_desk->setPolicy(cr1(), "AllBookInPolicy", "false");
        m_desk->setPolicy(cr1(), "AllRequestInPolicy", "true");
        Letter letter = repeats ? series() : single();
        send(*m_desk, letter);
        letter.minute = 5;
        letter.subject = "Another subject";
        const Trace trace = send(*m_desk, letter).constFirst();
        QCOMPARE(trace.verdict, std::optional(Verdict::Ignored));
        QCOMPARE(trace.reason.code, QByteArray("decision.unchanged-waiting"));
        QCOMPARE(m_desk->reservations().constFirst().subject, QStringLiteral("Another subject"));
        QCOMPARE(m_desk->approvals().size(), 1);
    }

    // The dates that still stand may all be ones that were changed by themselves.
    void textsOfASeriesWhoseDatesStandAreAccepted()
    {
        Letter whole = series();
        whole.recurrence = noDate;
        send(*m_desk, moved("20261127T160000", 0, 5));
        send(*m_desk, whole);
        whole.minute = 9;
        const Trace trace = send(*m_desk, whole).constFirst();
        QCOMPARE(trace.reason.code, QByteArray("decision.unchanged"));
        QCOMPARE(trace.verdict, std::optional(Verdict::Accepted));
    }

    void R_CONFIRM_aDeclinedSeriesIsOfferedAnotherTime()
    {
        Letter other = single();
        other.uid = "other";
        other.start = "20261127T160000";
        other.end = "20261127T170000";
        send(*m_desk, other);
        QCOMPARE(send(*m_desk, series()).constFirst().verdict, std::optional(Verdict::Declined));
        const Announcement told = answers().constLast();
        QVERIFY(!told.alternatives.isEmpty());
        for (const Alternative& offered : told.alternatives) {
            const TimeRange taken{at("2026-11-27T15:00:00Z"), at("2026-11-27T16:00:00Z")};
            QVERIFY(offered.spaceId != m_desk->cr1() || !offered.time.overlaps(taken));
            QVERIFY(offered.spaceId != m_desk->cr1() || offered.time.start != at("2026-11-20T15:00:00Z"));
            QVERIFY(std::abs(toDateTime(offered.time.start).date().daysTo(QDate(2026, 11, 27))) <= 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestWhatStands)
#include "tst_whatstands.moc"
