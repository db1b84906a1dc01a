// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/letter.h"

#include <QTest>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

namespace {

Letter movedTo(Letter letter, const QByteArray& start, const QByteArray& end)
{
    letter.start = start;
    letter.end = end;
    return letter;
}

// Four Fridays, and in the same message the second one on the afternoon of the third.
Letter seriesInItsOwnWay()
{
    Letter letter;
    letter.further = movedTo(ofOccurrence("20261127T160000", 0, 0), "20261204T163000", "20261204T173000").event();
    return letter;
}

const QString second = QStringLiteral("2026-11-27T15:00:00Z");
const QString third = QStringLiteral("2026-12-04T15:00:00Z");

} // namespace

// Dates of one meeting that want the same time, said in one message or by parts of the series: who has lost it is told
// and has it back when the other one leaves. That every order of arrival ends alike shows tst_conversations.
class TestSiblingDates final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RequestDesk> m_desk;

    QList<ReservationStatus> toldOf(const QString& recurrenceId)
    {
        QList<ReservationStatus> told;
        for (const OutboxEntry& entry : m_desk->outbox()) {
            if (entry.kind != OutboxKind::Answer || entry.state == OutboxState::GivenUp)
                continue;
            if (const Announcement one = m_desk->announced(entry); one.recurrenceId == recurrenceId)
                told.append(one.status);
        }
        return told;
    }
    Reservation rowOf(const QString& recurrenceId)
    {
        for (const Reservation& row : m_desk->reservations()) {
            if (row.recurrenceId == recurrenceId)
                return row;
        }
        return {};
    }

private Q_SLOTS:
    void init() { m_desk = std::make_unique<RequestDesk>(); }

    void anExceptionBesideItsSeriesIsDeclinedAlone()
    {
        const Trace trace = send(*m_desk, seriesInItsOwnWay()).constFirst();
        QCOMPARE(trace.verdict, std::optional(Verdict::Accepted));
        QStringList expected = fourFridays;
        expected.removeAt(1);
        QCOMPARE(held(*m_desk), expected);
        QCOMPARE(rowOf(second).reason.code, QByteArray("decision.conflict"));
        QCOMPARE(toldOf({}), QList<ReservationStatus>{ReservationStatus::Accepted});
        QCOMPARE(toldOf(second), QList<ReservationStatus>{ReservationStatus::Declined});
    }

    void anExceptionBesideItsSeriesHasItsTimeBack_data()
    {
        QTest::addColumn<bool>("cancels");
        QTest::newRow("the other one is cancelled") << true;
        QTest::newRow("the other one moves away") << false;
    }
    void anExceptionBesideItsSeriesHasItsTimeBack()
    {
        QFETCH(bool, cancels);
        send(*m_desk, seriesInItsOwnWay());
        send(*m_desk,
             cancels ? ofOccurrence("20261204T160000", 1, 5, "CANCEL")
                     : movedTo(ofOccurrence("20261204T160000", 1, 5), "20261205T160000", "20261205T170000"));
        QCOMPARE(rowOf(second).status, ReservationStatus::Accepted);
        QCOMPARE(held(*m_desk).size(), cancels ? 3 : 4);
        QCOMPARE(toldOf(second), QList<ReservationStatus>{ReservationStatus::Accepted}); // the decline is outdated
    }

    // Nobody else's time, and no limit of the policies, is concerned.
    void whatSomebodyElseHasMeanwhileStaysTheirs()
    {
        send(*m_desk, seriesInItsOwnWay());
        send(*m_desk, ofOccurrence("20261204T160000", 1, 5, "CANCEL"));
        send(*m_desk, movedTo(ofOccurrence("20261204T160000", 2, 6), "20261204T150000", "20261204T163000"));
        QCOMPARE(held(*m_desk).size(), 4);
        // The third one touches the exception only; a rival takes what it leaves and the exception cannot have.
        send(*m_desk, movedTo(ofOccurrence("20261127T160000", 2, 7), "20261204T160000", "20261204T170000"));
        QCOMPARE(rowOf(second).status, ReservationStatus::Declined);
        Letter rival = movedTo({}, "20261204T163000", "20261204T173000");
        rival.uid = "rival";
        rival.recurrence.clear();
        QCOMPARE(send(*m_desk, rival).constFirst().verdict, std::optional(Verdict::Accepted));
        send(*m_desk, ofOccurrence("20261204T160000", 3, 8, "CANCEL"));
        QCOMPARE(rowOf(second).status, ReservationStatus::Declined);
    }

    void datesOfAPartGiveWayToThoseBefore()
    {
        send(*m_desk, {});
        const Trace part
            = send(*m_desk, movedTo(fromOccurrence("20261204T160000", 1, 5), "20261127T163000", "20261127T173000"))
                  .constFirst();
        QCOMPARE(part.verdict, std::optional(Verdict::Accepted));
        QCOMPARE(rowOf(third).status, ReservationStatus::Declined);
        QCOMPARE(toldOf(third), (QList<ReservationStatus>{ReservationStatus::Accepted, ReservationStatus::Declined}));
        QCOMPARE(held(*m_desk).size(), 3);
        send(*m_desk, ofOccurrence("20261127T160000", 2, 6, "CANCEL"));
        QCOMPARE(rowOf(third).status, ReservationStatus::Accepted);
        QCOMPARE(toldOf(third).constLast(), ReservationStatus::Accepted);
        QCOMPARE(held(*m_desk).size(), 3);
    }

    // What no single date can mend is no matter of one date.
    void aSeriesThatRepeatsTooSoonIsDeclined()
    {
        m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "MaximumDurationInMinutes", "3000");
        Letter letter = movedTo({}, "20261120T160000", "20261121T170000");
        letter.recurrence = "RRULE:FREQ=DAILY;COUNT=3\r\n";
        const Trace trace = send(*m_desk, letter).constFirst();
        QCOMPARE(trace.verdict, std::optional(Verdict::Declined));
        QCOMPARE(trace.reason.code, QByteArray("decision.series-conflict"));
    }
};

QTEST_GUILESS_MAIN(TestSiblingDates)
#include "tst_siblingdates.moc"
