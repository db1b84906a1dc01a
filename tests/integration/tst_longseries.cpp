// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/seriesinprogress.h"
#include "tests/support/letter.h"

#include <QTest>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

namespace {

constexpr int dates = 1000;

// Eight half hours a day.
Letter longLetter(int sequence = 0, const QByteArray& minutes = "00")
{
    Letter letter;
    letter.sequence = sequence;
    letter.start = "20261120T08" + minutes + "00";
    letter.end = "20261120T08" + QByteArray(minutes == "00" ? "30" : "45") + "00";
    letter.recurrence = "RRULE:FREQ=DAILY;BYHOUR=8,9,10,11,12,13,14,15;COUNT=1000\r\n";
    return letter;
}

constexpr int datesOfPart = 760;

// From its 31st day on a quarter of an hour later.
Letter laterPart()
{
    Letter letter = fromOccurrence("20261220T080000", 1, 5);
    letter.start = "20261220T081500";
    letter.end = "20261220T084500";
    return letter;
}

} // namespace

// A long series is written in several transactions under a header that says so; a start after a crash ends
// what was begun.
class TestLongSeries : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RequestDesk> m_desk;

    TraceId take(const Letter& letter)
    {
        return m_desk->take(letter.mail(), QString::fromLatin1(letter.organizer), {QString::fromLatin1(letter.room)})
            .traces.constFirst();
    }

    int holding()
    {
        return m_desk->store().read([](const ReadUnit& unit) {
            ReservationFilter filter;
            filter.onlyHolding = true;
            return unit.reservations().count(filter);
        });
    }

    Trace trace(TraceId id)
    {
        return m_desk->store().read([id](const ReadUnit& unit) { return unit.traces().find(id); }).value();
    }

    Series series()
    {
        return m_desk->store().read([](const ReadUnit& unit) { return unit.series().find(SeriesId{1}); }).value();
    }

    QList<Announcement> told(OutboxKind kind)
    {
        QList<Announcement> announcements;
        for (const OutboxEntry& entry : m_desk->outbox()) {
            if (entry.kind == kind)
                announcements.append(m_desk->announced(entry));
        }
        return announcements;
    }

    bool isHeldFrom(const char* start)
    {
        const QList<Reservation> rows = m_desk->reservations();
        return std::any_of(rows.begin(), rows.end(), [start](const Reservation& row) {
            return holdsSlot(row.status) && row.time.start == at(start);
        });
    }

private Q_SLOTS:
    void init() { m_desk = std::make_unique<RequestDesk>(); }

    void isWrittenInParts()
    {
        const TraceId id = take(longLetter());
        QCOMPARE(m_desk->decideInParts(id, 1), 1);
        QVERIFY(holding() > 0 && holding() < dates);
        QCOMPARE(trace(id).state, TraceState::Waiting);
        QCOMPARE(series().pendingTraceId, id);
        QVERIFY(series().isBegun() && m_desk->outbox().isEmpty());
    }

    void R_250_isGoneOnWithAfterACrash_data()
    {
        QTest::addColumn<int>("parts");
        for (const int parts : {0, 1, 2, 3})
            QTest::addRow("after %d", parts) << parts;
    }

    void R_250_isGoneOnWithAfterACrash()
    {
        QFETCH(int, parts);
        const TraceId id = take(longLetter());
        m_desk->decideInParts(id, parts);
        // What was in memory is lost.
        QVERIFY(m_desk->decideInParts(id, 100) >= dates / 250);
        QCOMPARE(holding(), dates);
        QCOMPARE(trace(id).verdict, std::optional(Verdict::Accepted));
        QVERIFY(!series().pendingTraceId && !series().isBegun());
        QCOMPARE(told(OutboxKind::Answer).size(), 1);
        QCOMPARE(told(OutboxKind::Confirmation).size(), 1);
        QVERIFY(!told(OutboxKind::Answer).constFirst().moved);
        QCOMPARE(told(OutboxKind::Answer).constFirst().occurrences, dates);
    }

    void aMoveIsGoneOnWithAfterACrash_data()
    {
        QTest::addColumn<int>("parts");
        for (const int parts : {0, 1, 4, 5, 7})
            QTest::addRow("after %d", parts) << parts;
    }

    void aMoveIsGoneOnWithAfterACrash()
    {
        QFETCH(int, parts);
        send(*m_desk, longLetter());
        QCOMPARE(holding(), dates);
        const TraceId id = take(longLetter(1, "15"));
        m_desk->decideInParts(id, parts);
        QCOMPARE(series().version.sequence, 0); // what is known is what was decided
        m_desk->decideInParts(id, 100);
        QCOMPARE(holding(), dates);
        QCOMPARE(series().version.sequence, 1);
        QCOMPARE(told(OutboxKind::Answer).size(), 2);
        QVERIFY(told(OutboxKind::Answer).constLast().moved);
        const QList<Reservation> rows = m_desk->reservations();
        QVERIFY(std::any_of(rows.begin(), rows.end(), [](const Reservation& row) {
            return holdsSlot(row.status) && row.time.start == at("2026-11-20T07:15:00Z");
        }));
    }

    void isCancelledInParts()
    {
        send(*m_desk, longLetter());
        Letter end = longLetter(1);
        end.method = "CANCEL";
        const TraceId id = take(end);
        m_desk->decideInParts(id, 2);
        QVERIFY(holding() < dates && holding() > 0);
        m_desk->decideInParts(id, 100);
        QCOMPARE(holding(), 0);
        QCOMPARE(trace(id).verdict, std::optional(Verdict::Cancelled));
    }

    void R_250_aMoveFromADateOnIsGoneOnWithAfterACrash_data()
    {
        QTest::addColumn<int>("parts");
        for (const int parts : {0, 1, 3, 4, 6})
            QTest::addRow("after %d", parts) << parts;
    }

    void R_250_aMoveFromADateOnIsGoneOnWithAfterACrash()
    {
        QFETCH(int, parts);
        send(*m_desk, longLetter());
        const TraceId id = take(laterPart());
        QCOMPARE(m_desk->decideInParts(id, parts), parts);
        QCOMPARE(trace(id).state, TraceState::Waiting);
        QCOMPARE(series().pendingTraceId, parts > 0 ? id : TraceId());
        QCOMPARE(told(OutboxKind::Answer).size(), 1);
        QVERIFY(m_desk->decideInParts(id, 100) > 2 * datesOfPart / 250);
        QCOMPARE(trace(id).verdict, std::optional(Verdict::Accepted));
        QVERIFY(!series().pendingTraceId);
        QCOMPARE(holding(), dates);
        QCOMPARE(told(OutboxKind::Answer).size(), 2);
        QCOMPARE(told(OutboxKind::Confirmation).size(), 2);
        const Announcement answer = told(OutboxKind::Answer).constLast();
        QVERIFY(answer.moved && answer.thisAndFuture);
        QCOMPARE(answer.occurrences, datesOfPart);
        QVERIFY(isHeldFrom("2026-12-19T07:00:00Z") && isHeldFrom("2026-12-20T07:15:00Z"));
        QVERIFY(!isHeldFrom("2026-12-20T07:00:00Z"));
        // What it said is known from then on.
        QCOMPARE(send(*m_desk, laterPart()).constFirst().verdict, std::optional(Verdict::Ignored));
    }

    void anotherSpaceIsDecidedBetweenTheParts()
    {
        send(*m_desk, longLetter());
        const TraceId id = take(laterPart());
        m_desk->decideInParts(id, 2);
        Letter other;
        other.uid = "other";
        other.recurrence.clear();
        other.room = other.attendee = "CR2@reserve.mycompany.com";
        QCOMPARE(send(*m_desk, other).constFirst().verdict, std::optional(Verdict::Accepted));
        QCOMPARE(trace(id).state, TraceState::Waiting);
        m_desk->decideInParts(id, 100);
        QCOMPARE(trace(id).verdict, std::optional(Verdict::Accepted));
        QCOMPARE(holding(), dates + 1);
    }

    void isCancelledFromADateOnInParts()
    {
        send(*m_desk, longLetter());
        Letter end = laterPart();
        end.method = "CANCEL";
        const TraceId id = take(end);
        m_desk->decideInParts(id, 2);
        QVERIFY(holding() < dates && holding() > dates - datesOfPart);
        m_desk->decideInParts(id, 100);
        QCOMPARE(holding(), dates - datesOfPart);
        QCOMPARE(trace(id).verdict, std::optional(Verdict::Cancelled));
        QVERIFY(!series().pendingTraceId);
    }

    void whatStandsBesideAPartIsDecidedWithIt()
    {
        send(*m_desk, longLetter());
        Letter date = ofOccurrence("20261125T080000", 1, 5);
        date.start = "20261125T083500";
        date.end = "20261125T085500";
        Letter both = laterPart();
        both.further = date.event();
        const TraceId id = take(both);
        QCOMPARE(m_desk->decideInParts(id, 100), 1);
        QVERIFY(isHeldFrom("2026-12-20T07:15:00Z") && isHeldFrom("2026-11-25T07:35:00Z"));
        QCOMPARE(holding(), dates);
    }

    void shortOnesAreWrittenAtOnce()
    {
        const TraceId id = take({});
        QCOMPARE(m_desk->decideInParts(id, 100), 1);
        QCOMPARE(held(*m_desk), fourFridays);
    }

    // What comes into the booking window later is written in parts too, as much as was asked for and each date once.
    void furtherDatesAreWrittenInParts()
    {
        const PolicyScope cr1 = PolicyScope::ofSpace(m_desk->cr1());
        m_desk->setPolicy(cr1, "EnforceSchedulingHorizon", "false");
        m_desk->setPolicy(cr1, "BookingWindowInDays", "30");
        m_desk->decideInParts(take(longLetter()), 100);
        const int before = holding();
        QVERIFY(before > 0 && before < 250);
        m_desk->setPolicy(cr1, "BookingWindowInDays", "365");
        int parts = 0;
        QCOMPARE(m_desk->fillSeries(&parts), 1);
        QCOMPARE(parts, (dates - before + 249) / 250);
        QCOMPARE(holding(), dates);
        QVERIFY(!series().continues);
        QVERIFY(isHeldFrom("2027-03-24T14:00:00Z")); // the last one
    }

    // A newer version is being written: what holds of it is decided there.
    void whatIsBeingWrittenIsNotFilled()
    {
        const PolicyScope cr1 = PolicyScope::ofSpace(m_desk->cr1());
        m_desk->setPolicy(cr1, "EnforceSchedulingHorizon", "false");
        m_desk->setPolicy(cr1, "BookingWindowInDays", "60");
        m_desk->decideInParts(take(longLetter()), 100);
        m_desk->setPolicy(cr1, "BookingWindowInDays", "90");
        const TraceId move = take(longLetter(1, "15"));
        QCOMPARE(m_desk->decideInParts(move, 1), 1);
        QCOMPARE(series().pendingTraceId, move);
        const Instant until = series().filledUntil;
        QCOMPARE(m_desk->fillSeries(), 0);
        QCOMPARE(series().filledUntil, until);
        QCOMPARE(series().pendingTraceId, move);
        m_desk->decideInParts(move, 100);
        QCOMPARE(m_desk->fillSeries(), 0); // written up to the window already
        QVERIFY(series().filledUntil > until);
    }
};

QTEST_GUILESS_MAIN(TestLongSeries)
#include "tst_longseries.moc"
