// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/announcing.h"
#include "models/wording/wording.h"
#include "tests/support/consoledesk.h"

#include <QTest>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString budget = QStringLiteral("Budget");
const QString own = QStringLiteral("Own");

// "2026-12-11 11:00-12:00 Budget" as the clock on the wall in Berlin says.
QString lineOf(const Reservation& row)
{
    const QTimeZone berlin("Europe/Berlin");
    const QDateTime start = toDateTime(row.time.start).toTimeZone(berlin);
    const QDateTime end = toDateTime(row.time.end).toTimeZone(berlin);
    return start.toString(u"yyyy-MM-dd HH:mm") + end.toString(u"-HH:mm ") + row.subject;
}

} // namespace

// A series that was made in the console is changed as a whole, after dates of it were changed by themselves.
class TestWholeSeries final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ConsoleDesk> m_desk;

    ConsoleAnswer previewOf(const ConsoleWish& wish) { return m_desk->previewOf(wish).value(); }
    QStringList lines()
    {
        QStringList found;
        for (const Reservation& row : m_desk->standing())
            found.append(lineOf(row));
        return found;
    }
    QList<CalendarOrder> ordersAfter(qsizetype count) { return m_desk->orders().mid(count); }

    // Fridays from 20 November 2026 on, 11:00 to 12:00 in Berlin; the second date stands at 10:30, the third has a
    // subject of its own, the fourth is cancelled.
    ConsoleAnswer madeWithExceptions(const char* rule = "FREQ=WEEKLY;BYDAY=FR;COUNT=5")
    {
        ConsoleBooking booking;
        booking.spaceId = m_desk->cr1();
        booking.personId = m_desk->anna();
        booking.subject = budget;
        booking.body = QStringLiteral("Bring the figures.");
        booking.time = {at("2026-11-20T10:00:00Z"), at("2026-11-20T11:00:00Z")};
        booking.rule = rule;
        const ConsoleAnswer made = m_desk->done(booking);
        const QList<Reservation> rows = m_desk->standing();
        m_desk->done(moveOf(rows.at(1), -30));
        ConsoleChange named;
        named.reservation = rows.at(2).id;
        named.subject = own;
        m_desk->done(named);
        m_desk->done(ConsoleCancellation{rows.at(3).id, BookingScope::ThisDate, {}});
        m_desk->deliverAll();
        return made;
    }
    static ConsoleChange moveOf(const Reservation& row, int minutes)
    {
        ConsoleChange change;
        change.reservation = row.id;
        change.time = TimeRange{row.time.start + Minutes(minutes), row.time.end + Minutes(minutes)};
        return change;
    }
    static ConsoleChange whole(ReservationId id)
    {
        ConsoleChange change;
        change.reservation = id;
        change.scope = BookingScope::Whole;
        return change;
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<ConsoleDesk>();
        m_desk->addServer();
    }

    void aNewSubjectReachesDatesThatWereMoved()
    {
        ConsoleChange rename = whole(madeWithExceptions().reservation);
        rename.subject = QStringLiteral("New");
        const ConsoleAnswer answer = m_desk->done(rename);
        QCOMPARE(answer.putBack, 0);
        const QStringList expected{
            QStringLiteral("2026-11-20 11:00-12:00 New"), QStringLiteral("2026-11-27 10:30-11:30 New"),
            QStringLiteral("2026-12-04 11:00-12:00 Own"), QStringLiteral("2026-12-18 11:00-12:00 New")};
        QCOMPARE(lines(), expected);
    }

    // Exchange may keep single dates as they are, or put them back: each is said after the whole.
    void ordersSayTheWholeAndThenItsDates()
    {
        ConsoleChange rename = whole(madeWithExceptions().reservation);
        rename.subject = QStringLiteral("New");
        rename.body = QStringLiteral("Bring nothing.");
        const qsizetype before = m_desk->entriesOf(OutboxKind::CalendarOrder).size();
        m_desk->done(rename);
        const QList<CalendarOrder> orders = ordersAfter(before);
        QCOMPARE(orders.size(), 3);
        QVERIFY(orders.at(0).recurrenceId.isEmpty());
        QCOMPARE(orders.at(0).subject, QStringLiteral("New"));
        QVERIFY(orders.at(0).recurrence.contains("EXDATE;TZID=Europe/Berlin:20261211T110000"));
        QCOMPARE(orders.at(1).recurrenceId, QStringLiteral("2026-11-27T10:00:00Z"));
        QCOMPARE(orders.at(1).time.start, at("2026-11-27T09:30:00Z"));
        QCOMPARE(orders.at(1).subject, QStringLiteral("New"));
        QCOMPARE(orders.at(2).recurrenceId, QStringLiteral("2026-12-04T10:00:00Z"));
        QCOMPARE(orders.at(2).subject, own);
        for (const CalendarOrder& order : orders)
            QCOMPARE(order.body, QStringLiteral("Bring nothing."));
        m_desk->deliverAll();
        for (const Reservation& row : m_desk->standing())
            QCOMPARE(row.exchangeState, ExchangeState::InExchange);
    }

    // Exchange refuses a date that crosses its neighbour, be it only until that one has moved on.
    void datesAreToldInAnOrderInWhichNoneCrosses()
    {
        madeWithExceptions("FREQ=DAILY;COUNT=5");
        const QList<Reservation> rows = m_desk->standing();
        m_desk->done(moveOf(rows.at(3), 20 * 60)); // the last one
        m_desk->done(moveOf(rows.at(2), 22 * 60));
        m_desk->deliverAll();
        ConsoleChange rename = whole(rows.first().id);
        rename.subject = QStringLiteral("New");
        const qsizetype before = m_desk->entriesOf(OutboxKind::CalendarOrder).size();
        m_desk->done(rename);
        QStringList dates;
        for (const CalendarOrder& order : ordersAfter(before).mid(1))
            dates.append(order.recurrenceId.left(10));
        QCOMPARE(
            dates,
            (QStringList{QStringLiteral("2026-11-24"), QStringLiteral("2026-11-22"), QStringLiteral("2026-11-21")}));
    }

    void movingTheWholeTakesEveryDateAlong()
    {
        const ConsoleAnswer made = madeWithExceptions();
        ConsoleChange later = moveOf(m_desk->standing().first(), 30);
        later.scope = BookingScope::Whole;
        QCOMPARE(later.reservation, made.reservation);
        const qsizetype before = m_desk->entriesOf(OutboxKind::CalendarOrder).size();
        QCOMPARE(m_desk->done(later).putBack, 0);
        const QStringList expected{
            QStringLiteral("2026-11-20 11:30-12:30 Budget"), QStringLiteral("2026-11-27 11:00-12:00 Budget"),
            QStringLiteral("2026-12-04 11:30-12:30 Own"), QStringLiteral("2026-12-18 11:30-12:30 Budget")};
        QCOMPARE(lines(), expected);
        const QList<CalendarOrder> orders = ordersAfter(before);
        QCOMPARE(orders.size(), 3);
        QCOMPARE(orders.at(1).recurrenceId, QStringLiteral("2026-11-27T10:30:00Z"));
        QCOMPARE(orders.at(1).time.start, at("2026-11-27T10:00:00Z"));
    }

    // By as much as the date that is named moves, wherever that one stands.
    void theDateThatIsNamedMayStandElsewhere()
    {
        madeWithExceptions();
        ConsoleChange later = moveOf(m_desk->standing().at(1), 60);
        later.scope = BookingScope::Whole;
        m_desk->done(later);
        QCOMPARE(lines().at(0), QStringLiteral("2026-11-20 12:00-13:00 Budget"));
        QCOMPARE(lines().at(1), QStringLiteral("2026-11-27 11:30-12:30 Budget"));
    }

    void anotherDayTakesThemAlongToo()
    {
        madeWithExceptions();
        ConsoleChange later = moveOf(m_desk->standing().first(), -24 * 60);
        later.scope = BookingScope::Whole;
        QCOMPARE(m_desk->done(later).putBack, 0);
        const QStringList expected{
            QStringLiteral("2026-11-19 11:00-12:00 Budget"), QStringLiteral("2026-11-26 10:30-11:30 Budget"),
            QStringLiteral("2026-12-03 11:00-12:00 Own"), QStringLiteral("2026-12-17 11:00-12:00 Budget")};
        QCOMPARE(lines(), expected);
    }

    void aLongerMeetingIsLongerOnEveryDate()
    {
        madeWithExceptions();
        ConsoleChange longer = whole(m_desk->standing().first().id);
        longer.time = TimeRange{at("2026-11-20T10:00:00Z"), at("2026-11-20T11:45:00Z")};
        m_desk->done(longer);
        QCOMPARE(lines().at(1), QStringLiteral("2026-11-27 10:30-12:15 Budget"));
    }

    void theLastDateStaysWithinUntil()
    {
        madeWithExceptions("FREQ=WEEKLY;BYDAY=FR;UNTIL=20261218T100000Z");
        ConsoleChange later = moveOf(m_desk->standing().first(), 30);
        later.scope = BookingScope::Whole;
        m_desk->done(later);
        QCOMPARE(lines().last(), QStringLiteral("2026-12-18 11:30-12:30 Budget"));
        later = moveOf(m_desk->standing().first(), 3 * 24 * 60);
        later.scope = BookingScope::Whole;
        m_desk->done(later);
        QCOMPARE(lines().last(), QStringLiteral("2026-12-21 11:30-12:30 Budget"));
    }

    void anotherSpaceTakesThemAlong()
    {
        ConsoleChange there = whole(madeWithExceptions().reservation);
        there.spaceId = m_desk->cr2();
        const qsizetype before = m_desk->entriesOf(OutboxKind::CalendarOrder).size();
        QCOMPARE(m_desk->done(there).putBack, 0);
        QCOMPARE(lines().size(), 4);
        QCOMPARE(lines().at(1), QStringLiteral("2026-11-27 10:30-11:30 Budget"));
        QCOMPARE(lines().at(2), QStringLiteral("2026-12-04 11:00-12:00 Own"));
        const QList<CalendarOrder> orders = ordersAfter(before);
        QCOMPARE(orders.size(), 4); // gone there, made here, two dates
        QCOMPARE(orders.at(1).action, CalendarAction::Create);
        QCOMPARE(orders.at(2).time.start, at("2026-11-27T09:30:00Z"));
    }

    void somebodyElseTakesThemAlong()
    {
        ConsoleChange given = whole(madeWithExceptions().reservation);
        Person berta;
        berta.controlNumber = ControlNumber::fromNumber(100500);
        berta.firstName = QStringLiteral("Berta");
        berta.email = QStringLiteral("berta@mycompany.com");
        berta.timeZone = "Europe/London";
        given.personId = m_desk->addPerson(berta);
        m_desk->done(given);
        QCOMPARE(lines().size(), 4);
        QCOMPARE(lines().at(1), QStringLiteral("2026-11-27 10:30-11:30 Budget"));
        QCOMPARE(lines().at(2), QStringLiteral("2026-12-04 11:00-12:00 Own"));
    }

    void anotherEndKeepsWhatItsDatesHave()
    {
        ConsoleChange longer = whole(madeWithExceptions().reservation);
        longer.rule = QByteArray("FREQ=WEEKLY;BYDAY=FR;COUNT=6");
        QCOMPARE(m_desk->done(longer).putBack, 0);
        QCOMPARE(lines().size(), 5);
        QCOMPARE(lines().at(1), QStringLiteral("2026-11-27 10:30-11:30 Budget"));
        longer.rule = QByteArray("FREQ=WEEKLY;BYDAY=FR;COUNT=2");
        QCOMPARE(m_desk->done(longer).putBack, 1); // the one with its own subject
        QCOMPARE(lines(),
                 (QStringList{QStringLiteral("2026-11-20 11:00-12:00 Budget"),
                              QStringLiteral("2026-11-27 10:30-11:30 Budget")}));
    }

    void aDayThatGoesWithoutSayingIsNoOther()
    {
        ConsoleChange named = whole(madeWithExceptions("FREQ=WEEKLY;COUNT=5").reservation);
        named.rule = QByteArray("FREQ=WEEKLY;BYDAY=FR;COUNT=5");
        QVERIFY(m_desk->done(named).isUnchanged);
        named.rule = QByteArray("FREQ=WEEKLY;BYDAY=FR;COUNT=6");
        QCOMPARE(m_desk->done(named).putBack, 0);
        QCOMPARE(lines().at(1), QStringLiteral("2026-11-27 10:30-11:30 Budget"));
    }

    void otherDaysPutThemBackAndThatIsSaidBefore()
    {
        ConsoleChange other = whole(madeWithExceptions().reservation);
        other.rule = QByteArray("FREQ=WEEKLY;BYDAY=FR,MO;COUNT=8");
        const QStringList before = lines();
        QCOMPARE(previewOf(other).putBack, 3);
        QCOMPARE(lines(), before);
        QVERIFY(sentence(putBackReason(previewOf(other))).contains(QStringLiteral("3")));
        QCOMPARE(m_desk->done(other).putBack, 3);
        QCOMPARE(lines().size(), 8);
        for (const Reservation& row : m_desk->standing()) {
            QCOMPARE(row.subject, budget);
            QVERIFY(!row.byItself);
        }
        // Of those that are cancelled only what comes back counts.
        ConsoleChange elsewhere = whole(m_desk->standing().first().id);
        m_desk->done(ConsoleCancellation{m_desk->standing().last().id, BookingScope::ThisDate, {}});
        elsewhere.rule = QByteArray("FREQ=WEEKLY;BYDAY=WE;COUNT=3");
        QCOMPARE(previewOf(elsewhere).putBack, 0);
    }

    // Its time may be taken where it goes along.
    void whatIsTakenIsSaid()
    {
        madeWithExceptions();
        ConsoleBooking other;
        other.spaceId = m_desk->cr1();
        other.personId = m_desk->anna();
        other.subject = QStringLiteral("Other");
        other.time = {at("2026-11-27T10:30:00Z"), at("2026-11-27T11:00:00Z")};
        m_desk->done(other);
        ConsoleChange later = moveOf(m_desk->standing().first(), 30);
        later.scope = BookingScope::Whole;
        QVERIFY(previewOf(later).isRefused);
    }

    void theUndoOfAMovePutsEachWhereItWas()
    {
        madeWithExceptions();
        const QStringList before = lines();
        ConsoleChange later = moveOf(m_desk->standing().first(), 45);
        later.scope = BookingScope::Whole;
        m_desk->done(later);
        ConsoleChange back = moveOf(m_desk->standing().first(), -45);
        back.scope = BookingScope::Whole;
        m_desk->done(back);
        QCOMPARE(lines(), before);
    }

    void R_CONFIRM_whatChangesNothingIsToldNobody_data()
    {
        QTest::addColumn<bool>("isWhole");
        QTest::newRow("whole") << true;
        QTest::newRow("date") << false;
    }
    void R_CONFIRM_whatChangesNothingIsToldNobody()
    {
        QFETCH(const bool, isWhole);
        madeWithExceptions();
        const QList<Reservation> before = m_desk->reservations();
        const qsizetype told = m_desk->outbox().size();
        const Reservation named = m_desk->standing().at(1);
        ConsoleChange nothing;
        nothing.reservation = named.id;
        nothing.scope = isWhole ? BookingScope::Whole : BookingScope::ThisDate;
        nothing.time = named.time;
        nothing.spaceId = m_desk->cr1();
        nothing.subject = budget;
        if (isWhole)
            nothing.rule = QByteArray("RRULE:FREQ=WEEKLY;COUNT=5;BYDAY=FR");
        QVERIFY(previewOf(nothing).isUnchanged);
        const ConsoleAnswer answer = m_desk->done(nothing);
        QVERIFY(answer.isUnchanged);
        QCOMPARE(answer.reservation, named.id);
        QVERIFY(!sentence(answer.reason).isEmpty());
        QCOMPARE(m_desk->reservations(), before);
        QCOMPARE(m_desk->outbox().size(), told);
    }

    void everyReasonHasWords()
    {
        for (const char* code : {"console.unchanged", "console.dates-put-back", "cli.reservation-unchanged"})
            QVERIFY2(knows(code), code);
    }
};

QTEST_GUILESS_MAIN(TestWholeSeries)

#include "tst_wholeseries.moc"
