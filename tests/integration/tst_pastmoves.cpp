// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/letter.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

using namespace reserve;
using namespace reserve::test;

namespace {

Letter single(int sequence, int minute, const QByteArray& day = "20261120")
{
    return ofSeries(sequence, minute, day + "T160000", day + "T170000", {});
}

// All four Fridays of it lie before the day on which it arrives.
Letter seriesOver(int sequence, int minute)
{
    return ofSeries(sequence, minute, "20261023T160000", "20261023T170000");
}

// Nobody is there any more when it arrives.
Letter over(const Letter& letter)
{
    return atTime(letter, "20261110T160000", "20261110T170000");
}

Letter calledOff(Letter letter)
{
    letter.method = "CANCEL";
    return letter;
}

Letter atSix(const Letter& letter, const QByteArray& day)
{
    return atTime(letter, day + "T180000", day + "T190000");
}

Letter byDate(Letter letter, const QByteArray& date)
{
    letter.occurrence = date;
    letter.occurrenceZone = ";VALUE=DATE";
    return letter;
}

// In one message.
Letter together(Letter whole, const Letter& date)
{
    whole.further = date.event();
    return whole;
}

const QByteArray second = "20261127T160000"; // of the four Fridays
const QByteArray third = "20261204T160000";
const QByteArray fourth = "20261211T160000";

struct Talk
{
    const char* name;
    QList<Letter> letters; // in the order in which they were written
    qsizetype holds;       // how many dates in the end
};

QList<Talk> talksAboutOne()
{
    return {
        {"a single meeting, moved into the past", {single(0, 1), over(single(1, 2))}, 0},
        {"moved, then into the past without a new number",
         {single(0, 1), single(0, 2, "20261121"), over(single(0, 3))},
         0},
        {"into the past and asked for again", {single(0, 1), over(single(1, 2)), single(2, 3, "20261121")}, 1},
        {"moved, then into the past, then called off there",
         {single(0, 1), single(1, 2, "20261121"), over(single(2, 3)), calledOff(over(single(3, 4)))},
         0},
        {"called off at a time that is over, and asked for again",
         {single(0, 1), calledOff(over(single(1, 2))), single(2, 3, "20261121")},
         1},
        {"the room taken off while it is in the past",
         {single(0, 1), over(single(1, 2)),
          [] {
              Letter without = single(2, 3, "20261121");
              without.attendee = "someone@mycompany.com";
              return without;
          }()},
         0},
    };
}

QList<Talk> talksAboutDates()
{
    const Letter away = atSix(ofOccurrence(second, 1, 5), "20261127");
    const Letter intoThePast = over(ofOccurrence(second, 2, 6));
    Letter struck = ofOccurrence(second, 2, 6);
    struck.recurrence = "STATUS:CANCELLED\r\n";
    return {
        {"a date moved, then into the past", {ofSeries(0, 1), away, intoThePast}, 3},
        {"a date moved into the past and back",
         {ofSeries(0, 1), away, intoThePast, atSix(ofOccurrence(second, 3, 7), "20261128")},
         4},
        {"a date in the past, called off there",
         {ofSeries(0, 1), away, intoThePast, calledOff(over(ofOccurrence(second, 3, 7)))},
         3},
        {"a date named by its day, while the whole moves",
         {ofSeries(0, 1), ofSeries(1, 2, "20261120T173000", "20261120T183000"),
          byDate(over(ofOccurrence("20261127T173000", 2, 3)), "20261127")},
         3},
        {"a date moved onto another one, then into the past, before the other is called off",
         {ofSeries(0, 1), atTime(ofOccurrence(second, 1, 2), third, "20261204T170000"),
          over(ofOccurrence(second, 2, 3)), ofOccurrence(third, 3, 4, "CANCEL")},
         2},
        {"a date moved into the past together with the whole",
         {ofSeries(0, 1), away, together(ofSeries(0, 7), intoThePast)},
         3},
        {"a date called off together with the whole", {ofSeries(0, 1), away, together(ofSeries(0, 7), struck)}, 3},
        {"a date named by its day, into the past together with the whole",
         {ofSeries(0, 1), byDate(away, "20261127"), together(ofSeries(0, 7), byDate(intoThePast, "20261127"))},
         3},
        {"a date moved into the past, then back together with the whole",
         {ofSeries(0, 1), intoThePast, together(ofSeries(0, 8), atSix(ofOccurrence(second, 3, 7), "20261127"))},
         4},
    };
}

QList<Talk> talksAboutAll()
{
    const Letter fromThird = fromOccurrence(third, 1, 6);
    return {
        {"a series, moved into the past", {ofSeries(0, 1), seriesOver(1, 2)}, 0},
        {"a series, moved, then into the past without a new number",
         {ofSeries(0, 1), ofSeries(0, 2, "20261121T160000", "20261121T170000"), seriesOver(0, 3)},
         0},
        {"a series, into the past and back", {ofSeries(0, 1), seriesOver(1, 2), ofSeries(2, 3)}, 4},
        {"a series in the past, one date of it to come",
         {ofSeries(0, 1), seriesOver(1, 2),
          atTime(ofOccurrence("20261106T160000", 1, 3), "20261127T100000", "20261127T110000")},
         1},
        {"a series that becomes a single meeting in the past", {ofSeries(0, 1), over(single(1, 2)), ofSeries(2, 3)}, 4},
        {"a single meeting that becomes a series in the past",
         {single(0, 1), single(1, 2, "20261121"), seriesOver(2, 3)},
         0},
        {"a running series, called off as if it were one meeting",
         {ofSeries(0, 1, "20261106T160000", "20261106T170000"),
          atSix(ofOccurrence("20261120T160000", 0, 2), "20261120"),
          calledOff(ofSeries(1, 3, "20261106T160000", "20261106T170000", {}))},
         0},
        {"from a date on, moved into the past where nothing stands",
         {ofSeries(0, 1), ofOccurrence(third, 1, 5, "CANCEL"), ofOccurrence(fourth, 1, 6, "CANCEL"),
          atSix(fromOccurrence(third, 2, 7), "20261204"),
          atTime(fromOccurrence(third, 3, 8), "20261104T160000", "20261104T170000")},
         2},
        {"a series in the past for a while, and from a date on another one",
         {ofSeries(0, 1), seriesOver(1, 2), ofSeries(2, 3), atSix(fromOccurrence(third, 3, 4), "20261204")},
         4},
        {"from a date on, moved into the past, then longer",
         {ofSeries(0, 1), atTime(fromThird, "20261104T160000", "20261104T170000"),
          ofSeries(0, 7, "20261120T160000", "20261120T170000", "RRULE:FREQ=WEEKLY;COUNT=10\r\n")},
         8},
    };
}

QList<Talk> talks()
{
    return talksAboutOne() + talksAboutDates() + talksAboutAll();
}

// What an organizer may send about a daily series, at random: times never meet, numbers rise, and some of it is over.
QList<Letter> randomTalk(std::mt19937& chance)
{
    const auto upTo = [&chance](int most) { return std::uniform_int_distribution<int>(0, most)(chance); };
    int hour = 8;
    int first = 20; // day of November on which the series begins
    const auto twoDigits = [](int value) { return QByteArray::number(value).rightJustified(2, '0'); };
    const auto moment
        = [&](int on, int begin) -> QByteArray { return "202611" + twoDigits(on) + 'T' + twoDigits(begin) + "0000"; };
    const auto at = [&](const Letter& letter, int on, int begin) {
        return atTime(letter, moment(on, begin), moment(on, begin).first(11) + "3000");
    };
    const auto whole
        = [&](int number) { return at(ofSeries(number, number, {}, {}, "RRULE:FREQ=DAILY;COUNT=6\r\n"), first, 8); };
    QList<Letter> letters{whole(0)};
    for (int number = 1; number <= 4; ++number) {
        const int index = upTo(5);
        const QByteArray date = moment(first + index, 8);
        ++hour;
        switch (upTo(6)) {
        case 0:
            letters.append(at(ofOccurrence(date, number, number), 20 + index, hour));
            break;
        case 1:
            letters.append(over(ofOccurrence(date, number, number)));
            break;
        case 2:
            letters.append(ofOccurrence(date, number, number, "CANCEL"));
            break;
        case 3:
            letters.append(at(fromOccurrence(date, number, number), 20 + index, hour));
            break;
        case 4:
            letters.append(at(fromOccurrence(date, number, number), 2 + index, hour));
            break;
        case 5:
            first = 20;
            letters.append(together(whole(number), over(ofOccurrence(moment(20 + index, 8), number, number))));
            break;
        default:
            first = 2;
            letters.append(whole(number));
        }
    }
    return letters;
}

QStringList outcomeOf(Hall& hall, const QList<Letter>& letters, const QList<int>& order)
{
    QStringList texts;
    for (const Reservation& row : hall.outcomeOf(letters, order).reservations)
        texts.append(QStringList{row.uid, row.recurrenceId, toIso(row.time.start), toIso(row.time.end)}.join(u' '));
    return texts;
}

QString difference(const QList<int>& order, const QStringList& outcome, const QStringList& expected)
{
    QStringList numbers;
    for (const int index : order)
        numbers.append(QString::number(index));
    return QString(numbers.join(u' ') + u":\n" + outcome.join(u'\n') + u"\ninstead of\n" + expected.join(u'\n'));
}

QList<int> inOrder(qsizetype count)
{
    QList<int> order(count);
    std::iota(order.begin(), order.end(), 0);
    return order;
}

} // namespace

// R-MEETING: what is over when its message comes is ignored, and yet it is known that the meeting is no longer when
// older messages have it.
class TestPastMoves final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RequestDesk> m_desk;

    Trace send(const Letter& letter) { return reserve::test::send(*m_desk, letter).constFirst(); }
    std::optional<Reservation> rowOf(const QString& recurrenceId = {})
    {
        const MeetingKey key{QStringLiteral("nour.abbas@mycompany.com"), QStringLiteral("series-1"), recurrenceId,
                             m_desk->cr1()};
        return m_desk->store().read([=](const ReadUnit& unit) { return unit.reservations().findByMeeting(key); });
    }

private Q_SLOTS:
    void init() { m_desk = std::make_unique<RequestDesk>(); }

    void R_MEETING_everyOrderEndsAlike_data()
    {
        QTest::addColumn<int>("talk");
        for (qsizetype i = 0; i < talks().size(); ++i)
            QTest::newRow(talks().at(i).name) << int(i);
    }

    void R_MEETING_everyOrderEndsAlike()
    {
        QFETCH(int, talk);
        const Talk said = talks().at(talk);
        Hall hall;
        QList<int> order = inOrder(said.letters.size());
        const QStringList expected = outcomeOf(hall, said.letters, order);
        QCOMPARE(expected.size(), said.holds);
        while (std::next_permutation(order.begin(), order.end())) {
            const QStringList outcome = outcomeOf(hall, said.letters, order);
            QVERIFY2(outcome == expected, qPrintable(difference(order, outcome, expected)));
        }
    }

    void R_MEETING_duplicatesChangeNothing_data() { R_MEETING_everyOrderEndsAlike_data(); }

    void R_MEETING_duplicatesChangeNothing()
    {
        QFETCH(int, talk);
        const Talk said = talks().at(talk);
        Hall hall;
        const QStringList expected = outcomeOf(hall, said.letters, inOrder(said.letters.size()));
        QList<int> twice = inOrder(said.letters.size()) + inOrder(said.letters.size());
        std::mt19937 chance(20261118u + unsigned(talk));
        for (int round = 0; round < 15; ++round) {
            std::shuffle(twice.begin(), twice.end(), chance);
            const QStringList outcome = outcomeOf(hall, said.letters, twice);
            QVERIFY2(outcome == expected, qPrintable(difference(twice, outcome, expected)));
        }
    }

    void R_MEETING_randomConversationsEndAlike()
    {
        Hall hall;
        std::mt19937 chance(5546);
        for (int round = 0; round < 40; ++round) {
            const QList<Letter> letters = randomTalk(chance);
            QList<int> order = inOrder(letters.size());
            const QStringList expected = outcomeOf(hall, letters, order);
            for (int shuffle = 0; shuffle < 5; ++shuffle) {
                std::shuffle(order.begin(), order.end(), chance);
                const QStringList outcome = outcomeOf(hall, letters, order);
                QStringList said;
                for (const Letter& letter : letters)
                    said.append(QString::fromLatin1(letter.method + ' ' + letter.occurrence + letter.range + ' '
                                                    + letter.start + (letter.further.isEmpty() ? "" : " and a date")));
                QVERIFY2(outcome == expected,
                         qPrintable(QString::number(round) + u' ' + difference(order, outcome, expected) + u"\nby\n"
                                    + said.join(u'\n')));
            }
        }
    }

    void R_MEETING_whatWasOverIsNowhereSeen_data()
    {
        QTest::addColumn<Letter>("letter");
        QTest::newRow("a single meeting") << over(single(1, 2));
        QTest::newRow("a date") << over(ofOccurrence(second, 1, 2));
        QTest::newRow("its end") << calledOff(over(single(1, 2)));
        QTest::newRow("a series") << seriesOver(1, 2);
    }

    void R_MEETING_whatWasOverIsNowhereSeen()
    {
        QFETCH(Letter, letter);
        const auto rehearsed = m_desk->rehearse(letter.mail(), QString::fromLatin1(letter.organizer),
                                                {QString::fromLatin1(letter.room)});
        QVERIFY(rehearsed.constFirst().reservations.isEmpty());
        const Trace trace = send(letter);
        QCOMPARE(trace.verdict, std::optional(Verdict::Ignored));
        QVERIFY(trace.reason.code.endsWith("over"));
        QVERIFY(!trace.reservationId);
        QVERIFY(m_desk->outbox().isEmpty());
        QVERIFY(m_desk->reservations().isEmpty());
        QCOMPARE(m_desk->store().read([](const ReadUnit& unit) { return unit.reservations().count({}); }), 0);
        // A space in which nothing was reserved can be removed.
        const auto removed = m_desk->store().tryWrite(
            [id = m_desk->cr1()](WriteUnit& unit) { return unit.spaces().remove(id, QStringLiteral("test")); });
        QVERIFY(removed);
    }

    void R_MEETING_whatIsAskedForAgainIsSeen()
    {
        send(over(single(1, 2)));
        m_desk->clock().advance(Minutes(5));
        QCOMPARE(send(single(0, 1)).reason.code, QByteArray("decision.outdated"));
        const Trace trace = send(single(2, 3));
        QCOMPARE(trace.verdict, std::optional(Verdict::Accepted));
        QCOMPARE(trace.reason.code, QByteArray("decision.free"));
        QCOMPARE(m_desk->reservations().size(), 1);
        const Reservation row = m_desk->reservations().constFirst();
        QVERIFY(!row.isNote);
        QCOMPARE(row.id, trace.reservationId);
        QCOMPARE(row.personId, m_desk->nour());
        QCOMPARE(row.createdAt, m_desk->clock().now());
        QCOMPARE(row.exchangeState, ExchangeState::Queued);
    }

    void R_MEETING_whatTookPlaceStaysAndWhatIsOlderComesTooLate_data()
    {
        QTest::addColumn<bool>("isDate");
        QTest::addColumn<bool>("isCalledOff");
        QTest::newRow("a single meeting, moved") << false << false;
        QTest::newRow("a single meeting, called off") << false << true;
        QTest::newRow("a date, moved") << true << false;
        QTest::newRow("a date, called off") << true << true;
    }

    void R_MEETING_whatTookPlaceStaysAndWhatIsOlderComesTooLate()
    {
        QFETCH(bool, isDate);
        QFETCH(bool, isCalledOff);
        const QByteArray first = "20261120T160000";
        const Letter older = isDate ? ofOccurrence(first, 1, 2) : single(1, 2);
        const Letter newer = over(isDate ? ofOccurrence(first, 2, 3) : single(2, 3));
        send(isDate ? ofSeries(0, 1) : single(0, 1));
        const QString key = isDate ? QStringLiteral("2026-11-20T15:00:00Z") : QString();
        const Reservation stood = *rowOf(key);
        m_desk->clock().set(at("2026-11-20T18:00:00Z"));
        QCOMPARE(send(isCalledOff ? calledOff(newer) : newer).verdict, std::optional(Verdict::Ignored));
        QCOMPARE(rowOf(key)->status, ReservationStatus::Accepted);
        QCOMPARE(rowOf(key)->time, stood.time);
        QCOMPARE(rowOf(key)->traceId, stood.traceId);
        QCOMPARE(send(atSix(older, "20261121")).reason.code, QByteArray("decision.outdated"));
        QCOMPARE(rowOf(key)->time, stood.time);
    }

    void R_MEETING_aSeriesThatTookPlaceStays()
    {
        send(ofSeries(0, 1));
        m_desk->clock().set(at("2026-12-20T08:00:00Z"));
        QCOMPARE(send(seriesOver(2, 3)).reason.code, QByteArray("decision.series-over"));
        QCOMPARE(held(*m_desk), fourFridays);
        QCOMPARE(send(ofSeries(1, 2, "20270108T160000", "20270108T170000")).reason.code,
                 QByteArray("decision.outdated"));
        QCOMPARE(held(*m_desk), fourFridays);
    }

    // R-ANSWER: what was declined and is over now is not given the space later.
    void R_MEETING_whatWasDeclinedIsAskedForNoMore()
    {
        Letter other = single(0, 1);
        other.uid = "other";
        send(other);
        QCOMPARE(send(single(0, 1)).verdict, std::optional(Verdict::Declined));
        QCOMPARE(send(over(single(1, 2))).verdict, std::optional(Verdict::Ignored));
        QCOMPARE(rowOf()->status, ReservationStatus::Cancelled);
        QCOMPARE(rowOf()->version.sequence, 1);
        QCOMPARE(m_desk->outbox().constLast().state, OutboxState::GivenUp);
    }

    // Told that it cannot be had while the series has no such dates, and that it can when it has them again.
    void R_ANSWER_aChangeWhoseDatesComeBackIsToldSo()
    {
        send(ofSeries(0, 1));
        send(atSix(fromOccurrence(third, 3, 4), "20261204"));
        const auto answers = [this] {
            QList<ReservationStatus> statuses;
            for (const OutboxEntry& entry : m_desk->outbox()) {
                if (entry.kind == OutboxKind::Answer && m_desk->announced(entry).thisAndFuture)
                    statuses.append(m_desk->announced(entry).status);
            }
            return statuses;
        };
        send(seriesOver(1, 2));
        QVERIFY(held(*m_desk).isEmpty());
        send(seriesOver(1, 3));
        QCOMPARE(answers(), (QList{ReservationStatus::Accepted, ReservationStatus::Declined}));
        send(ofSeries(2, 3));
        QCOMPARE(held(*m_desk).size(), 4);
        QCOMPARE(answers(),
                 (QList{ReservationStatus::Accepted, ReservationStatus::Declined, ReservationStatus::Accepted}));
    }

    void datesBehindTheWindowThatMovedIntoThePastAreNotAdded()
    {
        m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "EnforceSchedulingHorizon", "false");
        m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "BookingWindowInDays", "20");
        send(ofSeries(0, 1, "20261120T160000", "20261120T170000", "RRULE:FREQ=WEEKLY\r\n"));
        QCOMPARE(held(*m_desk), fourFridays.first(3));
        QCOMPARE(send(over(ofOccurrence(fourth, 1, 2))).verdict, std::optional(Verdict::Ignored));
        m_desk->clock().advance(std::chrono::days(14));
        QCOMPARE(m_desk->fillSeries(), 1);
        QCOMPARE(held(*m_desk),
                 fourFridays.first(3) + QStringList{QStringLiteral("2026-12-18T15:00:00Z/2026-12-18T16:00:00Z")});
    }

    void R_RETENTION_notesGo()
    {
        send(over(single(1, 2)));
        const Instant made = m_desk->clock().now();
        const auto removeBefore = [this](Instant instant) {
            return m_desk->store().write([=](WriteUnit& unit) { return unit.reservations().removeNotes(instant, 10); });
        };
        send(single(0, 1, "20261125"));
        QCOMPARE(removeBefore(made), 0);
        QVERIFY(rowOf());
        QCOMPARE(removeBefore(made + Minutes(1)), 1);
        QVERIFY(!rowOf());
    }
};

QTEST_GUILESS_MAIN(TestPastMoves)
#include "tst_pastmoves.moc"
