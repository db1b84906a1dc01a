// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/announcing.h"
#include "tests/support/letter.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace reserve;
using namespace reserve::test;

namespace {

int countOf(const QList<OutboxEntry>& entries, OutboxKind kind)
{
    return int(
        std::count_if(entries.begin(), entries.end(), [kind](const OutboxEntry& entry) { return entry.kind == kind; }));
}

} // namespace

class TestSeries : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RequestDesk> m_desk;

    // As if only the occurrences before `until` had been inside the window.
    void forgetFrom(Instant until)
    {
        m_desk->store().write([until](WriteUnit& unit) -> Result<void> {
            const QList<Reservation> rows = unit.reservations().list({}, 100).value();
            for (Reservation row : rows) {
                if (row.time.start < until)
                    continue;
                row.status = ReservationStatus::Cancelled;
                row.uid = QStringLiteral("forgotten");
                if (const auto updated = unit.reservations().update(row); !updated)
                    return updated;
            }
            Series series = unit.series().find(SeriesId{1}).value().value();
            series.filledUntil = until;
            series.continues = true;
            return unit.series().save(series).map([](SeriesId) {});
        });
    }

    // Every order of the letters, each sent `times` times, ends with the same room.
    void everyOrderEndsAlike(const QList<Letter>& letters, const QStringList& expected, int times)
    {
        QList<int> order(letters.size() * times);
        std::iota(order.begin(), order.end(), 0);
        for (int& index : order)
            index /= times;
        Hall hall;
        int orders = 0;
        do {
            QStringList found;
            for (const Reservation& row : hall.heldAfter(letters, order))
                found.append(toIso(row.time.start) + QLatin1Char('/') + toIso(row.time.end));
            QStringList names;
            for (const int index : std::as_const(order))
                names.append(QString::number(index));
            QVERIFY2(found == expected,
                     qPrintable(names.join(QLatin1Char(' ')) + QLatin1String(": ") + found.join(QLatin1Char(' '))));
            ++orders;
        } while (std::next_permutation(order.begin(), order.end()));
        QVERIFY(orders > 1);
    }

private Q_SLOTS:
    void init() { m_desk = std::make_unique<RequestDesk>(); }

    void R_CALENDAR_everyOccurrenceIsAReservation()
    {
        const Trace trace = send(*m_desk, {}).constFirst();
        QCOMPARE(trace.verdict, std::optional(Verdict::Accepted));
        QCOMPARE(trace.reason.code, QByteArray("decision.series-free"));
        QCOMPARE(held(*m_desk), fourFridays);
        const QList<Reservation> rows = m_desk->reservations();
        QCOMPARE(rows.constFirst().recurrenceId, QStringLiteral("2026-11-20T15:00:00Z"));
        QCOMPARE(trace.reservationId, rows.constFirst().id);
        QVERIFY(rows.constFirst().seriesId && rows.constFirst().personId == m_desk->nour());
    }

    void R_ANSWER_oneAnswerAndOneConfirmationForTheWhole()
    {
        send(*m_desk, {});
        const QList<OutboxEntry> entries = m_desk->outbox();
        QCOMPARE(countOf(entries, OutboxKind::Answer), 1);
        QCOMPARE(countOf(entries, OutboxKind::Confirmation), 1);
        const Announcement told = m_desk->announced(entries.constFirst());
        QCOMPARE(told.occurrences, 4);
        QVERIFY(told.recurrenceId.isEmpty() && told.declined.isEmpty() && !told.until);
    }

    void deliveryIsShownOnEveryOccurrence()
    {
        send(*m_desk, {});
        const OutboxEntry answer = m_desk->outbox().constFirst();
        QCOMPARE(answer.kind, OutboxKind::Answer);
        m_desk->store().write([&](WriteUnit& unit) { return markTold(unit, answer, ExchangeState::InExchange, {}); });
        for (const Reservation& row : m_desk->reservations())
            QCOMPARE(row.exchangeState, ExchangeState::InExchange);
    }

    void aDeclinedSeriesIsNotDeclinedAgainForItsTexts()
    {
        Letter other;
        other.uid = "other";
        other.recurrence.clear();
        send(*m_desk, other);
        QCOMPARE(send(*m_desk, {}).constFirst().verdict, std::optional(Verdict::Declined));
        const auto told = m_desk->outbox().size();
        Letter later;
        later.minute = 30;
        QCOMPARE(send(*m_desk, later).constFirst().reason.code, QByteArray("decision.unchanged"));
        QCOMPARE(m_desk->outbox().size(), told);
    }

    void I2x_anEndlessSeriesGoesBeyondTheWindow()
    {
        Letter endless;
        endless.recurrence = "RRULE:FREQ=WEEKLY\r\n";
        const Trace trace = send(*m_desk, endless).constFirst();
        QCOMPARE(trace.verdict, std::optional(Verdict::Declined));
        QCOMPARE(trace.reason.code, QByteArray("decision.series-beyond-window"));
        QCOMPARE(trace.reason.arguments.value(QStringLiteral("policy")), QStringLiteral("EnforceSchedulingHorizon"));
        QVERIFY(held(*m_desk).isEmpty());
        QCOMPARE(m_desk->reservations().size(), 1); // tells of the request
        QCOMPARE(countOf(m_desk->outbox(), OutboxKind::Answer), 1);
    }

    // Where the policy takes what lies inside the window, the answer tells until when, and the rest follows as it
    // moves.
    void I2x_anEndlessSeriesIsTakenUpToTheWindowAndToppedUp()
    {
        m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "EnforceSchedulingHorizon", "false");
        m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "BookingWindowInDays", "20");
        Letter endless;
        endless.recurrence = "RRULE:FREQ=WEEKLY\r\n";
        QCOMPARE(send(*m_desk, endless).constFirst().verdict, std::optional(Verdict::Accepted));
        QCOMPARE(held(*m_desk), fourFridays.first(3));
        const Announcement told = m_desk->announced(m_desk->outbox().constFirst());
        QCOMPARE(told.until, std::optional(at("2026-12-08T23:00:00Z")));
        const auto entries = m_desk->outbox().size();
        Letter other;
        other.uid = "other";
        other.recurrence.clear();
        other.start = "20261211T163000";
        other.end = "20261211T173000";
        m_desk->clock().advance(std::chrono::days(7));
        QCOMPARE(send(*m_desk, other).constFirst().verdict, std::optional(Verdict::Accepted));
        m_desk->clock().advance(std::chrono::days(7));
        QCOMPARE(m_desk->fillSeries(), 1);
        // 11 December is taken and told, 18 December is free and is not told.
        QCOMPARE(held(*m_desk).size(), 5);
        QCOMPARE(held(*m_desk).constLast(), QStringLiteral("2026-12-18T15:00:00Z/2026-12-18T16:00:00Z"));
        QCOMPARE(m_desk->outbox().size(), entries + 3);
        const Announcement declined = m_desk->announced(m_desk->outbox().constLast());
        QCOMPARE(declined.recurrenceId, QStringLiteral("2026-12-11T15:00:00Z"));
        QCOMPARE(declined.status, ReservationStatus::Declined);
        QCOMPARE(m_desk->fillSeries(), 0);
    }

    void R_NO_DOUBLE_oneTakenDateDeclinesTheSeries()
    {
        Letter other;
        other.uid = "other";
        other.recurrence.clear();
        other.start = "20261204T163000";
        other.end = "20261204T173000";
        send(*m_desk, other);
        const Trace trace = send(*m_desk, {}).constFirst();
        QCOMPARE(trace.verdict, std::optional(Verdict::Declined));
        QCOMPARE(trace.reason.code, QByteArray("decision.series-conflict"));
        QCOMPARE(trace.reason.arguments.value(QStringLiteral("conflicts")), QStringLiteral("1"));
        QCOMPARE(held(*m_desk).size(), 1);
    }

    void aMovedSeriesIsNotInItsOwnWay()
    {
        send(*m_desk, {});
        Letter moved;
        moved.sequence = 1;
        moved.start = "20261120T163000";
        moved.end = "20261120T173000";
        const Trace trace = send(*m_desk, moved).constFirst();
        QCOMPARE(trace.verdict, std::optional(Verdict::Accepted));
        QCOMPARE(held(*m_desk).constFirst(), QStringLiteral("2026-11-20T15:30:00Z/2026-11-20T16:30:00Z"));
        QCOMPARE(held(*m_desk).size(), 4);
        QCOMPARE(countOf(m_desk->outbox(), OutboxKind::Answer), 2);
        QVERIFY(m_desk->announced(m_desk->outbox().constLast()).moved);
    }

    void textsAloneAreNotAnsweredAgain()
    {
        send(*m_desk, {});
        Letter later;
        later.minute = 30;
        QCOMPARE(send(*m_desk, later).constFirst().reason.code, QByteArray("decision.unchanged"));
        QCOMPARE(countOf(m_desk->outbox(), OutboxKind::Answer), 1);
        QCOMPARE(held(*m_desk), fourFridays);
    }

    void oneOccurrenceMoves()
    {
        send(*m_desk, {});
        Letter moved = ofOccurrence("20261127T160000", 0, 5);
        moved.start = "20261127T180000";
        moved.end = "20261127T190000";
        QCOMPARE(send(*m_desk, moved).constFirst().verdict, std::optional(Verdict::Accepted));
        QStringList expected = fourFridays;
        expected[1] = QStringLiteral("2026-11-27T17:00:00Z/2026-11-27T18:00:00Z");
        QCOMPARE(held(*m_desk), expected);
        const Announcement told = m_desk->announced(m_desk->outbox().constLast());
        QCOMPARE(told.recurrenceId, QStringLiteral("2026-11-27T15:00:00Z"));
    }

    void R_POLICY_furtherDatesOfAPartThatWaitsWaitToo()
    {
        send(*m_desk, {});
        const PolicyScope cr1 = PolicyScope::ofSpace(m_desk->cr1());
        m_desk->setPolicy(cr1, "AllBookInPolicy", "false");
        m_desk->setPolicy(cr1, "AllRequestInPolicy", "true");
        Letter part = fromOccurrence("20261204T160000", 1, 5);
        part.start = "20261204T100000";
        part.end = "20261204T110000";
        send(*m_desk, part);
        forgetFrom(at("2026-12-10T00:00:00Z"));
        QCOMPARE(m_desk->fillSeries(), 1);
        const auto statusOfLast = [this] {
            for (const Reservation& row : m_desk->reservations()) {
                if (row.time.start == at("2026-12-11T09:00:00Z") && holdsSlot(row.status))
                    return row.status;
            }
            return ReservationStatus::Cancelled;
        };
        QCOMPARE(statusOfLast(), ReservationStatus::Pending);
        QVERIFY(m_desk->decideApproval(m_desk->approvals().constFirst().id,
                                       {ApprovalAnswer::Approve, QStringLiteral("maria"), {}}));
        QCOMPARE(statusOfLast(), ReservationStatus::Accepted);
    }

    void I5x_anOccurrenceMovedOntoItsSiblingIsDeclined()
    {
        send(*m_desk, {});
        Letter moved = ofOccurrence("20261127T160000", 1, 5);
        moved.start = "20261204T163000";
        moved.end = "20261204T173000";
        QCOMPARE(send(*m_desk, moved).constFirst().reason.code, QByteArray("decision.conflict"));
        QStringList expected = fourFridays;
        expected.removeAt(1); // R-Statuses: a declined move frees the old slot
        QCOMPARE(held(*m_desk), expected);
    }

    void overridesInTheSameMessageAreTakenWithIt()
    {
        Letter letter;
        Letter moved = ofOccurrence("20261204T160000", 0, 0);
        moved.start = "20261204T090000";
        moved.end = "20261204T093000";
        letter.further = moved.event();
        QCOMPARE(send(*m_desk, letter).constFirst().verdict, std::optional(Verdict::Accepted));
        QStringList expected = fourFridays;
        expected[2] = QStringLiteral("2026-12-04T08:00:00Z/2026-12-04T08:30:00Z");
        QCOMPARE(held(*m_desk), expected);
        QCOMPARE(countOf(m_desk->outbox(), OutboxKind::Answer), 1);
    }

    void oneOccurrenceIsCancelled()
    {
        send(*m_desk, {});
        QCOMPARE(send(*m_desk, ofOccurrence("20261211T160000", 1, 5, "CANCEL")).constFirst().verdict,
                 std::optional(Verdict::Cancelled));
        QCOMPARE(held(*m_desk), fourFridays.first(3));
        QCOMPARE(countOf(m_desk->outbox(), OutboxKind::Answer), 1);
    }

    void fromADateOnItIsCancelled()
    {
        send(*m_desk, {});
        Letter change = ofOccurrence("20261204T160000", 1, 5);
        change.range = ";RANGE=THISANDFUTURE";
        change.method = "CANCEL";
        QCOMPARE(send(*m_desk, change).constFirst().verdict, std::optional(Verdict::Cancelled));
        QCOMPARE(held(*m_desk), fourFridays.first(2));
    }

    void furtherDatesAreReservedAsTheWindowMoves()
    {
        Letter endless;
        endless.recurrence = "RRULE:FREQ=WEEKLY;COUNT=20\r\n";
        send(*m_desk, endless);
        QCOMPARE(held(*m_desk).size(), 20);
        forgetFrom(at("2026-12-12T00:00:00Z"));
        QCOMPARE(held(*m_desk).size(), 4);
        QCOMPARE(m_desk->fillSeries(), 1);
        QCOMPARE(held(*m_desk).size(), 20);
        QCOMPARE(m_desk->fillSeries(), 0);
    }

    void R_CONFIRM_externalContactsHearNoNamesOfDatesThatAreTaken()
    {
        m_desk->set(QStringLiteral("reserve.default-user-email"), QStringLiteral("nour.abbas@mycompany.com"));
        m_desk->set(QStringLiteral("reserve.create-external-contact"), QStringLiteral("true"));
        m_desk->set(QStringLiteral("reserve.accepted-domains"), QStringLiteral("partner.example"));
        Letter guest;
        guest.organizer = "guest@partner.example";
        QCOMPARE(send(*m_desk, guest).constFirst().verdict, std::optional(Verdict::Accepted));
        forgetFrom(at("2026-11-25T00:00:00Z"));
        Letter other;
        other.uid = "other";
        other.recurrence.clear();
        other.start = "20261127T160000";
        other.end = "20261127T170000";
        QCOMPARE(send(*m_desk, other).constFirst().verdict, std::optional(Verdict::Accepted));
        QCOMPARE(m_desk->fillSeries(), 1);
        const Announcement told = m_desk->announced(m_desk->outbox().constLast());
        QCOMPARE(told.status, ReservationStatus::Declined);
        QCOMPARE(told.recurrenceId, QStringLiteral("2026-11-27T15:00:00Z"));
        QVERIFY(told.requesterIsExternal);
        QCOMPARE(told.reason.code, QByteArray("decision.conflict"));
        QVERIFY(!told.reason.arguments.contains(QStringLiteral("holder")));
    }

    void aChangeOfOneDateThatCannotBeReadSaysWhatIsWrong()
    {
        send(*m_desk, {});
        Letter change = ofOccurrence("20261204T160000", 1, 5);
        change.start = "20261304T160000";
        QCOMPARE(send(*m_desk, change).constFirst().reason.code, QByteArray("itip.start-unreadable"));
    }

    // "declined is kept as a row that holds nothing": also where no date of it lies in the booking window.
    void aSeriesBehindTheWindowIsKeptAsDeclined()
    {
        Letter letter;
        letter.start = "20271120T160000";
        letter.end = "20271120T170000";
        const Trace trace = send(*m_desk, letter).constFirst();
        QCOMPARE(trace.verdict, std::optional(Verdict::Declined));
        QCOMPARE(m_desk->reservations().size(), 1);
        const Reservation row = m_desk->reservations().constFirst();
        QCOMPARE(row.status, ReservationStatus::Declined);
        QCOMPARE(row.time.start, at("2027-11-20T15:00:00Z"));
        QCOMPARE(row.recurrenceId, QStringLiteral("2027-11-20T15:00:00Z"));
        QCOMPARE(row.reason.code, QByteArray("decision.series-behind-window"));
        QCOMPARE(row.exchangeState, ExchangeState::Queued);
        QCOMPARE(trace.reservationId, row.id);
        QCOMPARE(m_desk->outbox().constLast().reservationId, row.id); // whose row learns that it was told
        // Only texts change: it is not answered again. A newer version is, and is declined as well.
        const auto told = m_desk->outbox().size();
        letter.minute = 30;
        QCOMPARE(send(*m_desk, letter).constFirst().reason.code, QByteArray("decision.unchanged"));
        QCOMPARE(m_desk->outbox().size(), told);
        letter.sequence = 1;
        QCOMPARE(send(*m_desk, letter).constFirst().verdict, std::optional(Verdict::Declined));
        QCOMPARE(m_desk->reservations().size(), 1);
        QCOMPARE(m_desk->reservations().constFirst().status, ReservationStatus::Declined);
        // It comes into the window: the same row is what was asked for.
        m_desk->clock().set(at("2027-11-01T09:00:00Z"));
        letter.sequence = 2;
        QCOMPARE(send(*m_desk, letter).constFirst().verdict, std::optional(Verdict::Accepted));
        QCOMPARE(m_desk->reservations().size(), 4);
        QCOMPARE(held(*m_desk).size(), 4);
    }

    // A request whose time cannot be read has nowhere to stand but its trace.
    void aRequestWithoutATimeIsKeptAsATrace()
    {
        Letter letter;
        letter.recurrence.clear();
        letter.start = "20261320T160000";
        const Trace trace = send(*m_desk, letter).constFirst();
        QCOMPARE(trace.verdict, std::optional(Verdict::Declined));
        QCOMPARE(trace.subject, QStringLiteral("Safety training"));
        QCOMPARE(trace.reason.code, QByteArray("itip.start-unreadable"));
        QVERIFY(m_desk->reservations().isEmpty());
        QCOMPARE(countOf(m_desk->outbox(), OutboxKind::Answer), 1);
    }

    void aRuleThatNeverComesTrueSaysHowFarItWasFollowed()
    {
        Letter never;
        never.recurrence = "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n";
        const Trace trace = send(*m_desk, never).constFirst();
        QCOMPARE(trace.reason.code, QByteArray("decision.series-empty"));
        QVERIFY(std::any_of(trace.steps.begin(), trace.steps.end(),
                            [](const TraceStep& step) { return step.reason.code == "itip.rule-steps"; }));
    }

    void theWholeIsCancelled_data()
    {
        QTest::addColumn<QByteArray>("recurrence");
        QTest::newRow("with its rule") << QByteArray("RRULE:FREQ=WEEKLY;COUNT=4\r\n");
        QTest::newRow("without") << QByteArray();
    }

    void theWholeIsCancelled()
    {
        QFETCH(QByteArray, recurrence);
        send(*m_desk, {});
        send(*m_desk, ofOccurrence("20261127T160000", 0, 5));
        Letter end;
        end.method = "CANCEL";
        end.sequence = 1;
        end.recurrence = recurrence;
        QCOMPARE(send(*m_desk, end).constFirst().verdict, std::optional(Verdict::Cancelled));
        QVERIFY(held(*m_desk).isEmpty());
        for (const Reservation& row : m_desk->reservations())
            QVERIFY2(row.exchangeState == ExchangeState::OnlyHere, "Exchange was never told of it");
        QCOMPARE(send(*m_desk, {}).constFirst().verdict, std::optional(Verdict::Ignored));
        QVERIFY(held(*m_desk).isEmpty());
    }

    void aSingleMeetingBecomesASeriesAndBack()
    {
        Letter single;
        single.recurrence.clear();
        send(*m_desk, single);
        Letter series;
        series.sequence = 1;
        QCOMPARE(send(*m_desk, series).constFirst().verdict, std::optional(Verdict::Accepted));
        QCOMPARE(held(*m_desk), fourFridays);
        single.sequence = 2;
        QCOMPARE(send(*m_desk, single).constFirst().verdict, std::optional(Verdict::Accepted));
        QCOMPARE(held(*m_desk), fourFridays.first(1));
    }

    void aSeriesThatIsOverIsIgnored()
    {
        Letter past;
        past.start = "20260105T160000";
        past.end = "20260105T170000";
        QCOMPARE(send(*m_desk, past).constFirst().reason.code, QByteArray("decision.series-over"));
        QVERIFY(m_desk->reservations().isEmpty() && m_desk->outbox().isEmpty());
    }

    void ofASeriesThatRunsOnlyTheRestIsReserved()
    {
        Letter running;
        running.start = "20261106T160000";
        running.end = "20261106T170000";
        send(*m_desk, running);
        QCOMPARE(held(*m_desk), fourFridays.first(2));
    }

    void aSeriesLongerThanItsIntervalIsInItsOwnWay()
    {
        Letter letter;
        letter.recurrence = "RRULE:FREQ=DAILY;COUNT=3\r\n";
        letter.end = "20261121T170000";
        m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "MaximumDurationInMinutes", "0");
        QCOMPARE(send(*m_desk, letter).constFirst().reason.code, QByteArray("decision.series-conflict"));
        QVERIFY(held(*m_desk).isEmpty());
    }

    void rulesThatCannotBeFollowedAreDeclinedWithTheirReason()
    {
        Letter letter;
        letter.recurrence = "RRULE:FREQ=SECONDLY\r\n";
        const Trace trace = send(*m_desk, letter).constFirst();
        QCOMPARE(trace.verdict, std::optional(Verdict::Declined));
        QCOMPARE(trace.reason.code, QByteArray("itip.rule-too-frequent"));
    }

    void R_MEETING_everyOrderOfAConversationEndsAlike()
    {
        Letter moved = ofOccurrence("20261127T160000", 0, 5);
        moved.start = "20261127T180000";
        moved.end = "20261127T190000";
        Letter later;
        later.sequence = 2;
        later.start = "20261120T170000";
        later.end = "20261120T180000";
        Letter without = ofOccurrence("20261204T170000", 3, 7, "CANCEL");
        without.end = "20261204T180000";
        everyOrderEndsAlike({{}, moved, ofOccurrence("20261211T160000", 1, 6, "CANCEL"), later, without},
                            {QStringLiteral("2026-11-20T16:00:00Z/2026-11-20T17:00:00Z"),
                             QStringLiteral("2026-11-27T16:00:00Z/2026-11-27T17:00:00Z"),
                             QStringLiteral("2026-12-11T16:00:00Z/2026-12-11T17:00:00Z")},
                            1);
    }

    void R_MEETING_everyOrderWithDuplicatesEndsAlike()
    {
        Letter moved = ofOccurrence("20261127T160000", 0, 5);
        moved.start = "20261127T180000";
        moved.end = "20261127T190000";
        QStringList expected = fourFridays.first(3);
        expected[1] = QStringLiteral("2026-11-27T17:00:00Z/2026-11-27T18:00:00Z");
        everyOrderEndsAlike({{}, moved, ofOccurrence("20261211T160000", 1, 6, "CANCEL")}, expected, 2);
    }

    void R_MEETING_everyOrderOfAnEndedConversationIsEmpty()
    {
        Letter end;
        end.method = "CANCEL";
        end.sequence = 4;
        end.recurrence.clear();
        everyOrderEndsAlike({{}, ofOccurrence("20261127T160000", 0, 5), ofOccurrence("20261211T160000", 1, 6), end}, {},
                            1);
    }
};

QTEST_GUILESS_MAIN(TestSeries)
#include "tst_series.moc"
