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
const QString third = QStringLiteral("2026-12-04T15:00:00Z");

Letter series(int sequence = 0)
{
    Letter letter;
    letter.sequence = letter.minute = sequence;
    return letter;
}

Letter movedTo(Letter letter, const QByteArray& start, const QByteArray& end)
{
    letter.start = start;
    letter.end = end;
    return letter;
}

// The second Friday, two hours later.
Letter second(int sequence, int minute)
{
    return movedTo(ofOccurrence("20261127T160000", sequence, minute), "20261127T180000", "20261127T190000");
}

// The third Friday and all that follow, that many hours after ten.
Letter fromThird(int sequence, int hour = 0)
{
    const QByteArray date = "20261204T1";
    return movedTo(fromOccurrence("20261204T160000", sequence, 10 + sequence), date + QByteArray::number(hour) + "0000",
                   date + QByteArray::number(hour + 1) + "0000");
}

} // namespace

// What approvers are asked about a series, about parts of it and about single dates: each is decided by itself, and
// what depends on the other follows it in every order of arrival.
class TestSeriesApprovals final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RequestDesk> m_desk;

    PolicyScope cr1() const { return PolicyScope::ofSpace(m_desk->cr1()); }
    void askAboutSeries(bool asks = true)
    {
        m_desk->setPolicy(cr1(), "AllowRecurringMeetings", asks ? "false" : "true");
        m_desk->setPolicy(cr1(), "AllRequestOutOfPolicy", "true");
    }
    void askAboutEverything()
    {
        m_desk->setPolicy(cr1(), "AllBookInPolicy", "false");
        m_desk->setPolicy(cr1(), "AllRequestInPolicy", "true");
    }
    std::optional<Approval> approvalOf(const QString& recurrenceId)
    {
        for (const Approval& approval : m_desk->approvals()) {
            if (approval.announcement.recurrenceId == recurrenceId)
                return approval;
        }
        return std::nullopt;
    }
    ReservationStatus statusAt(const char* start)
    {
        for (const Reservation& row : m_desk->reservations()) {
            if (row.time.start == at(start) && row.status != ReservationStatus::Cancelled)
                return row.status;
        }
        return ReservationStatus::Cancelled;
    }
    // What is still to be told of a date, or has been.
    QList<Announcement> toldOf(const QString& recurrenceId)
    {
        QList<Announcement> told;
        for (const OutboxEntry& entry : m_desk->outbox()) {
            if (entry.kind != OutboxKind::Answer || entry.state == OutboxState::GivenUp)
                continue;
            if (const Announcement one = m_desk->announced(entry); one.recurrenceId == recurrenceId)
                told.append(one);
        }
        return told;
    }
    Trace traceOf(TraceId id)
    {
        return m_desk->store().read([id](const ReadUnit& unit) { return unit.traces().find(id); }).value();
    }
    // Somebody else, who need not ask.
    Trace rivalAsks(const QByteArray& uid, const QByteArray& start, const QByteArray& end)
    {
        m_desk->setPolicy(cr1(), "BookInPolicy", "maria.keller@mycompany.com");
        Letter letter = movedTo({}, start, end);
        letter.recurrence.clear();
        letter.uid = uid;
        letter.organizer = "maria.keller@mycompany.com";
        return send(*m_desk, letter).constFirst();
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<RequestDesk>();
        m_desk->addMaria();
    }

    void aDateThatCameBeforeItsSeriesWaitsWithIt_data()
    {
        QTest::addColumn<bool>("approved");
        QTest::newRow("approved") << true;
        QTest::newRow("declined") << false;
    }
    void aDateThatCameBeforeItsSeriesWaitsWithIt()
    {
        QFETCH(bool, approved);
        askAboutSeries();
        const QString date = QStringLiteral("2026-11-27T15:00:00Z");
        const Trace first = send(*m_desk, second(1, 5)).constFirst();
        QCOMPARE(first.verdict, std::optional(Verdict::Accepted));
        QCOMPARE(toldOf(date).size(), 1);

        send(*m_desk, series());
        QCOMPARE(statusAt("2026-11-27T17:00:00Z"), ReservationStatus::Pending);
        QCOMPARE(m_desk->approvals().size(), 2);
        QVERIFY(approvalOf(date));
        QCOMPARE(approvalOf(date)->reason.code, QByteArray("decision.series-waits"));
        QCOMPARE(approvalOf(date)->traceId, first.id);
        QCOMPARE(traceOf(first.id).verdict, std::nullopt);
        QVERIFY(toldOf(date).isEmpty()); // the acceptance had not gone out yet

        QVERIFY(m_desk->decideApproval(approvalOf({})->id, approved ? yes : no));
        QVERIFY(m_desk->approvals().isEmpty());
        const auto given = approved ? ReservationStatus::Accepted : ReservationStatus::Declined;
        QCOMPARE(statusAt("2026-11-27T17:00:00Z"), given);
        QCOMPARE(toldOf(date).size(), 1);
        QCOMPARE(toldOf(date).constFirst().status, given);
        QCOMPARE(traceOf(first.id).verdict, std::optional(approved ? Verdict::Accepted : Verdict::Declined));
    }

    void aDateThatAnApproverAcceptedStays()
    {
        askAboutEverything();
        send(*m_desk, second(1, 5));
        QVERIFY(m_desk->decideApproval(m_desk->approvals().constFirst().id, yes));
        send(*m_desk, series());
        QCOMPARE(statusAt("2026-11-27T17:00:00Z"), ReservationStatus::Accepted);
        QCOMPARE(m_desk->approvals().size(), 1);
        QVERIFY(m_desk->decideApproval(m_desk->approvals().constFirst().id, no));
        QCOMPARE(held(*m_desk), QStringList{QStringLiteral("2026-11-27T17:00:00Z/2026-11-27T18:00:00Z")});
    }

    void aDateWaitsNoLongerThanItsSeries()
    {
        askAboutSeries();
        send(*m_desk, series(1));
        const Trace waiting = send(*m_desk, second(1, 5)).constFirst();
        QCOMPARE(waiting.reason.code, QByteArray("decision.series-waits"));
        askAboutSeries(false);
        Letter newer = movedTo(series(1), "20261120T160000", "20261120T173000");
        newer.minute = 8;
        QCOMPARE(send(*m_desk, newer).constFirst().verdict, std::optional(Verdict::Accepted));
        QVERIFY(m_desk->approvals().isEmpty());
        QCOMPARE(statusAt("2026-11-27T17:00:00Z"), ReservationStatus::Accepted);
        QCOMPARE(traceOf(waiting.id).verdict, std::optional(Verdict::Accepted));
        QCOMPARE(toldOf(QStringLiteral("2026-11-27T15:00:00Z")).size(), 1);
    }

    void eachVersionIsDecidedByItself()
    {
        askAboutSeries();
        send(*m_desk, series());
        send(*m_desk, fromThird(1));
        QCOMPARE(m_desk->approvals().size(), 2);
        QVERIFY(m_desk->decideApproval(approvalOf(third)->id, yes));
        QCOMPARE(statusAt("2026-12-04T09:00:00Z"), ReservationStatus::Accepted);
        QCOMPARE(statusAt("2026-11-20T15:00:00Z"), ReservationStatus::Pending);
        QVERIFY(m_desk->decideApproval(approvalOf({})->id, no));
        QCOMPARE(held(*m_desk).size(), 2);
    }

    void anOlderVersionOfAPartIsAskedAboutNoMore()
    {
        askAboutSeries();
        send(*m_desk, series());
        send(*m_desk, fromThird(1));
        const ApprovalId older = approvalOf(third)->id;
        send(*m_desk, fromThird(2, 2));
        QCOMPARE(m_desk->approvals().size(), 2);
        QVERIFY(approvalOf(third)->id != older);
        QCOMPARE(m_desk->decideApproval(older, yes).error().code(), QByteArray("approval.settled"));
        QCOMPARE(statusAt("2026-12-04T11:00:00Z"), ReservationStatus::Pending);
        send(*m_desk, fromOccurrence("20261204T160000", 3, 20, "CANCEL"));
        QCOMPARE(m_desk->approvals().size(), 1);
        QVERIFY(approvalOf({}));
    }

    // What stands is given up for none of the moves before one is decided.
    void aPartThatIsMovedTwiceKeepsTheTimeThatStands()
    {
        send(*m_desk, series());
        askAboutEverything();
        send(*m_desk, fromThird(1));
        send(*m_desk, fromThird(2, 2));
        QCOMPARE(m_desk->approvals().size(), 1);
        QCOMPARE(rivalAsks("rival-1", "20261204T160000", "20261204T170000").reason.code,
                 QByteArray("decision.conflict"));
        QCOMPARE(rivalAsks("rival-2", "20261204T100000", "20261204T110000").verdict, std::optional(Verdict::Accepted));
        QVERIFY(m_desk->decideApproval(m_desk->approvals().constFirst().id, no));
        QCOMPARE(rivalAsks("rival-3", "20261204T160000", "20261204T170000").verdict, std::optional(Verdict::Accepted));
    }

    void nobodyIsAskedAboutDatesThatAreAllGone()
    {
        askAboutSeries();
        const Trace asked = send(*m_desk, series()).constFirst();
        send(*m_desk, fromOccurrence("20261120T160000", 1, 5, "CANCEL"));
        QVERIFY(m_desk->approvals().isEmpty());
        QCOMPARE(traceOf(asked.id).reason.code, QByteArray("approval.withdrawn"));
        QVERIFY(held(*m_desk).isEmpty());
    }

    // The room was taken off a date before the series came, which still lists it.
    void aDateWithoutTheRoomIsAskedAboutNoMore()
    {
        askAboutEverything();
        Letter without = ofOccurrence("20261127T160000", 1, 5);
        without.attendee = "someone@mycompany.com";
        send(*m_desk, without);
        QCOMPARE(m_desk->approvals().size(), 1);
        send(*m_desk, series());
        QCOMPARE(m_desk->approvals().size(), 1);
        QVERIFY(approvalOf({}));
        QCOMPARE(held(*m_desk).size(), 3);
    }

    // A date gets its time back as it would get it now: past no approver.
    void aDateThatGaveWayComesBackToItsApprover()
    {
        askAboutEverything();
        send(*m_desk, series());
        const Letter onto = movedTo(ofOccurrence("20261127T160000", 1, 5), "20261204T160000", "20261204T170000");
        const Trace declined = send(*m_desk, onto).constFirst();
        const QString date = QStringLiteral("2026-11-27T15:00:00Z");
        QCOMPARE(declined.verdict, std::optional(Verdict::Declined));
        QVERIFY(!approvalOf(date));
        const Trace cancel = send(*m_desk, ofOccurrence("20261204T160000", 2, 6, "CANCEL")).constFirst();
        QCOMPARE(statusAt("2026-12-04T15:00:00Z"), ReservationStatus::Pending);
        QVERIFY(approvalOf(date));
        QCOMPARE(approvalOf(date)->traceId, declined.id); // of its own message
        QCOMPARE(traceOf(declined.id).verdict, std::nullopt);
        QVERIFY(toldOf(date).isEmpty()); // the decline had not gone out yet
        QVERIFY(m_desk->decideApproval(approvalOf(date)->id, yes));
        QCOMPARE(statusAt("2026-12-04T15:00:00Z"), ReservationStatus::Accepted);
        QCOMPARE(toldOf(date).constLast().status, ReservationStatus::Accepted);
        QCOMPARE(traceOf(declined.id).verdict, std::optional(Verdict::Accepted));
        QCOMPARE(traceOf(cancel.id).verdict, std::optional(Verdict::Cancelled));
    }

    void aDateThatGaveWayWaitsForItsSeriesToo()
    {
        askAboutSeries();
        send(*m_desk, series());
        send(*m_desk, movedTo(ofOccurrence("20261127T160000", 1, 5), "20261204T160000", "20261204T170000"));
        send(*m_desk, ofOccurrence("20261204T160000", 2, 6, "CANCEL"));
        QCOMPARE(statusAt("2026-12-04T15:00:00Z"), ReservationStatus::Pending);
        QVERIFY(m_desk->decideApproval(approvalOf({})->id, yes));
        QVERIFY(m_desk->approvals().isEmpty());
        QCOMPARE(held(*m_desk).size(), 3);
        QCOMPARE(statusAt("2026-12-04T15:00:00Z"), ReservationStatus::Accepted);
    }

    // What an approver declines leaves its time to the date that wanted it too.
    void aDeclinedDateLeavesItsTimeToAnother()
    {
        askAboutEverything();
        send(*m_desk, movedTo(ofOccurrence("20261127T160000", 1, 5), "20261128T160000", "20261128T170000"));
        send(*m_desk, movedTo(ofOccurrence("20261204T160000", 1, 6), "20261128T163000", "20261128T173000"));
        QCOMPARE(m_desk->approvals().size(), 1);
        QVERIFY(m_desk->decideApproval(m_desk->approvals().constFirst().id, no));
        QCOMPARE(m_desk->approvals().size(), 1);
        QCOMPARE(m_desk->approvals().constFirst().announcement.recurrenceId, third);
        QCOMPARE(statusAt("2026-11-28T15:30:00Z"), ReservationStatus::Pending);
    }

    // Whoever approves a series is told of the dates as they are by then.
    void datesThatGaveWayAreToldWithTheirSeries()
    {
        askAboutSeries();
        Letter whole = series();
        whole.further = movedTo(ofOccurrence("20261127T160000", 0, 0), "20261204T163000", "20261204T173000").event();
        send(*m_desk, whole);
        send(*m_desk, ofOccurrence("20261204T160000", 1, 6, "CANCEL"));
        QCOMPARE(m_desk->approvals().size(), 1); // it waits with its series
        QCOMPARE(statusAt("2026-12-04T15:30:00Z"), ReservationStatus::Pending);
        QVERIFY(m_desk->decideApproval(approvalOf({})->id, yes));
        QCOMPARE(statusAt("2026-12-04T15:30:00Z"), ReservationStatus::Accepted);
        QCOMPARE(toldOf({}).size(), 1);
        QVERIFY(toldOf({}).constFirst().declined.isEmpty());
        QVERIFY(toldOf(QStringLiteral("2026-11-27T15:00:00Z")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSeriesApprovals)
#include "tst_seriesapprovals.moc"
