// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/announcing.h"
#include "models/wording/wording.h"
#include "tests/support/consoledesk.h"

#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

// Series made in the console on their way into Exchange: what it cannot say is refused, and what failed is mended by
// the next word about the same series.
class TestConsoleSeries final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ConsoleDesk> m_desk;

    // Anna for CR1 from Tuesday 8 December 2026 on, 09:00 to 10:00 in Berlin.
    ConsoleBooking series(const char* rule) const
    {
        ConsoleBooking booking;
        booking.spaceId = m_desk->cr1();
        booking.personId = m_desk->anna();
        booking.subject = QStringLiteral("Budget");
        booking.time = {at("2026-12-08T08:00:00Z"), at("2026-12-08T09:00:00Z")};
        booking.rule = rule;
        return booking;
    }
    QList<Reservation> rows(bool standing)
    {
        QList<Reservation> found = m_desk->reservations();
        found.removeIf([standing](const Reservation& one) { return holdsSlot(one.status) != standing; });
        std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.time.start < b.time.start; });
        return found;
    }
    bool allAre(const QList<Reservation>& found, ExchangeState state)
    {
        return !found.isEmpty() && std::all_of(found.begin(), found.end(), [state](const Reservation& one) {
            return one.exchangeState == state;
        });
    }
    CalendarOrder order(int index)
    {
        return calendarOrderFromJson(m_desk->entriesOf(OutboxKind::CalendarOrder).at(index).payload).value();
    }
    OutboxState stateOf(int index) { return m_desk->entriesOf(OutboxKind::CalendarOrder).at(index).state; }
    QByteArray failureOf(int index) { return m_desk->entriesOf(OutboxKind::CalendarOrder).at(index).lastFailure.code; }

    // What an agent does with the order that is first in its lane.
    void deliver(int index) { settle(index, {}); }
    void fail(int index, const char* code) { settle(index, Reason{code, {}}); }
    void settle(int index, const Reason& reason)
    {
        const OutboxEntry entry = m_desk->entriesOf(OutboxKind::CalendarOrder).at(index);
        m_desk->store().write([entry, reason](WriteUnit& unit) -> Result<int> {
            const bool isDone = reason.isEmpty();
            const auto state = isDone ? ExchangeState::InExchange : ExchangeState::Failed;
            if (const auto marked = markTold(unit, entry, state, reason); !marked)
                return failure(marked.error());
            const auto settled
                = isDone ? unit.outbox().markDone(entry.id) : unit.outbox().markFailed(entry.id, reason, {});
            return settled ? Result<int>(0) : failure(settled.error());
        });
    }
    void giveUp(int index)
    {
        m_desk->store().write(
            [id = m_desk->entriesOf(OutboxKind::CalendarOrder).at(index).id](WriteUnit& unit) -> Result<int> {
                const auto gone = unit.outbox().giveUp(id, QStringLiteral("not wanted"), maria);
                return gone ? Result<int>(0) : failure(gone.error());
            });
    }
    ConsoleChange change(ReservationId id, const char* rule) const
    {
        ConsoleChange wish;
        wish.reservation = id;
        wish.scope = BookingScope::Whole;
        wish.time = TimeRange{at("2026-12-08T10:00:00Z"), at("2026-12-08T11:00:00Z")};
        wish.rule = QByteArray(rule);
        return wish;
    }

private Q_SLOTS:
    void init() { m_desk = std::make_unique<ConsoleDesk>(); }

    void beginsOnTheFirstDateOfItsRule_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QString>("first");
        QTest::addColumn<int>("dates");
        QTest::newRow("weekly") << QByteArray("FREQ=WEEKLY;BYDAY=MO;COUNT=3") << "2026-12-14T08:00:00Z" << 3;
        QTest::newRow("as it is") << QByteArray("FREQ=WEEKLY;BYDAY=TU;COUNT=3") << "2026-12-08T08:00:00Z" << 3;
        QTest::newRow("last day") << QByteArray("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2") << "2026-12-31T08:00:00Z" << 2;
        QTest::newRow("second week") << QByteArray("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=2") << "2026-12-21T08:00:00Z"
                                     << 2;
        QTest::newRow("hour") << QByteArray("FREQ=WEEKLY;BYDAY=MO;BYHOUR=14;COUNT=2") << "2026-12-14T13:00:00Z" << 2;
    }
    void beginsOnTheFirstDateOfItsRule()
    {
        QFETCH(const QByteArray, rule);
        QFETCH(const QString, first);
        QFETCH(const int, dates);
        m_desk->addServer(ServerKind::Ews);
        const ConsoleAnswer answer = m_desk->done(series(rule.constData()));
        const Instant start = instantFromIso(first).value();
        QCOMPARE(answer.time.start, start);
        QCOMPARE(answer.time.end - answer.time.start, Milliseconds(std::chrono::hours(1)));
        QCOMPARE(rows(true).size(), dates);
        QCOMPARE(rows(true).first().time.start, start);
        QCOMPARE(order(0).time.start, start);
        QVERIFY(order(0).recurrence.contains(rule));
    }

    void daysOfTheSpaceBeginOnTheFirstDateToo()
    {
        m_desk->addServer(ServerKind::Graph);
        ConsoleBooking booking = series("FREQ=WEEKLY;BYDAY=MO;COUNT=2");
        booking.allDay = true;
        booking.time = {at("2026-12-07T23:00:00Z"), at("2026-12-08T23:00:00Z")};
        QCOMPARE(m_desk->done(booking).time, (TimeRange{at("2026-12-13T23:00:00Z"), at("2026-12-14T23:00:00Z")}));
        QCOMPARE(order(0).time.start, at("2026-12-13T23:00:00Z"));
    }

    void whatExchangeCannotSayIsRefused_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("31st") << QByteArray("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3")
                              << QByteArray("console.exchange-month-days");
        QTest::newRow("two days") << QByteArray("FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=3")
                                  << QByteArray("console.exchange-month-days");
        QTest::newRow("two Mondays") << QByteArray("FREQ=MONTHLY;BYDAY=1MO,3MO;COUNT=4")
                                     << QByteArray("console.exchange-weekdays");
        QTest::newRow("month") << QByteArray("FREQ=DAILY;BYMONTH=12;COUNT=5") << QByteArray("console.exchange-rule");
    }
    void whatExchangeCannotSayIsRefused()
    {
        QFETCH(const QByteArray, rule);
        QFETCH(const QByteArray, code);
        for (const ServerKind kind : {ServerKind::Ews, ServerKind::Graph}) {
            init();
            m_desk->addServer(kind);
            const auto refused = m_desk->tryDo(series(rule.constData()));
            QVERIFY(!refused);
            QCOMPARE(refused.error().code(), code);
            QVERIFY(sentence(refused.error()).contains(QStringLiteral("CR1")));
            QVERIFY(m_desk->reservations().isEmpty());
            QVERIFY(m_desk->outbox().isEmpty());
        }
    }

    // Clocks that go two hours ahead in summer are known to no Windows.
    void R_TIMEZONE_aZoneThatExchangeKnowsNot()
    {
        const QByteArray troll = "Antarctica/Troll";
        if (!QTimeZone(troll).isValid())
            QSKIP("this machine does not know the zone");
        for (const ServerKind kind : {ServerKind::Ews, ServerKind::Graph}) {
            init();
            m_desk->store().write([this, troll](WriteUnit& unit) {
                Person anna = unit.people().find(m_desk->anna()).value().value();
                anna.timeZone = troll;
                return unit.people().save(anna, QStringLiteral("test"));
            });
            QCOMPARE(m_desk->codeOf(series("FREQ=WEEKLY;BYDAY=TU;COUNT=20")),
                     QByteArray()); // no server: it goes nowhere
            m_desk->addServer(kind);
            ConsoleBooking weekly = series("FREQ=WEEKLY;BYDAY=WE;COUNT=20");
            const auto refused = m_desk->tryDo(weekly);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code(), QByteArray("console.exchange-zone"));
            const QString said = sentence(refused.error());
            QVERIFY2(said.contains(QStringLiteral("CR1")) && said.contains(QString::fromLatin1(troll)),
                     qPrintable(said));
            QVERIFY(m_desk->outbox().size() == 1); // the mail of the first
            // Over before the clocks change, or once: nothing is in the way.
            QCOMPARE(m_desk->codeOf(series("FREQ=WEEKLY;BYDAY=WE;COUNT=4")), QByteArray());
            weekly.rule.clear();
            weekly.time = {at("2026-12-10T08:00:00Z"), at("2026-12-10T09:00:00Z")};
            QCOMPARE(m_desk->codeOf(weekly), QByteArray());
            // Whole days are the space's.
            ConsoleBooking days = series("FREQ=WEEKLY;BYDAY=SA;COUNT=20");
            days.allDay = true;
            days.time = {at("2026-12-11T23:00:00Z"), at("2026-12-12T23:00:00Z")};
            QCOMPARE(m_desk->codeOf(days), QByteArray());
            m_desk->edit(m_desk->cr2(), [troll](Space& space) { space.timeZone = troll; });
            days.spaceId = m_desk->cr2();
            days.time = {at("2026-12-12T00:00:00Z"), at("2026-12-13T00:00:00Z")};
            QCOMPARE(m_desk->codeOf(days), QByteArray("console.exchange-space-zone"));
            days.rule.clear();
            QCOMPARE(m_desk->codeOf(days), QByteArray());
        }
    }

    void roomsThatAreAnsweredByMailKeepIt()
    {
        QCOMPARE(m_desk->codeOf(series("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3")), QByteArray());
        m_desk->addServer(ServerKind::MailOnly);
        ConsoleBooking other = series("FREQ=MONTHLY;BYDAY=1MO,3MO;COUNT=3");
        other.spaceId = m_desk->cr2();
        QCOMPARE(m_desk->codeOf(other), QByteArray());
    }

    void aMoveToWhatExchangeCannotSayIsRefused()
    {
        m_desk->addServer(ServerKind::Ews);
        const ConsoleAnswer made = m_desk->done(series("FREQ=DAILY;COUNT=3"));
        deliver(0);
        const QList<Reservation> before = rows(true);
        QCOMPARE(m_desk->codeOf(change(made.reservation, "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=2")),
                 QByteArray("console.exchange-month-days"));
        QCOMPARE(rows(true), before);
        QCOMPARE(m_desk->entriesOf(OutboxKind::CalendarOrder).size(), 1);
    }

    void datesThatAreGoneAreInExchangeUntilItHeardOfIt()
    {
        m_desk->addServer(ServerKind::Ews);
        const ConsoleAnswer made = m_desk->done(series("FREQ=DAILY;COUNT=3"));
        deliver(0);
        m_desk->done(change(made.reservation, "FREQ=WEEKLY;BYDAY=MO;COUNT=2"));
        QCOMPARE(rows(true).size(), 2);
        QCOMPARE(rows(true).first().time.start, at("2026-12-14T10:00:00Z"));
        QVERIFY(allAre(rows(false), ExchangeState::Queued));
        deliver(1);
        QVERIFY(allAre(rows(false), ExchangeState::InExchange));
    }

    void aNewOrderTakesThePlaceOfOneThatFailed()
    {
        m_desk->addServer(ServerKind::Ews);
        const ConsoleAnswer made = m_desk->done(series("FREQ=DAILY;COUNT=3"));
        fail(0, "exchange.recurrence-not-supported");
        m_desk->done(ConsoleCancellation{rows(true).last().id, BookingScope::ThisDate, {}}); // waits behind it
        m_desk->done(change(made.reservation, "FREQ=WEEKLY;BYDAY=MO;COUNT=2"));
        QCOMPARE(m_desk->entriesOf(OutboxKind::CalendarOrder).size(), 3);
        for (const int index : {0, 1}) {
            QCOMPARE(stateOf(index), OutboxState::GivenUp);
            QCOMPARE(failureOf(index), QByteArray("order.superseded"));
        }
        QCOMPARE(order(2).action, CalendarAction::Create);
        QVERIFY(order(2).recurrence.contains("BYDAY=MO"));
        QVERIFY(allAre(rows(true), ExchangeState::Queued));
        deliver(2);
        QVERIFY(allAre(rows(true), ExchangeState::InExchange));
        // It is there now: what comes next changes it.
        m_desk->done(change(rows(true).first().id, "FREQ=WEEKLY;BYDAY=TU;COUNT=2"));
        QCOMPARE(order(3).action, CalendarAction::Update);
        QCOMPARE(m_desk->entriesOf(OutboxKind::CalendarOrder).size(), 4);
    }

    // A try whose answer is not known may have got through: it is found by its mark, and brought up to date.
    void whatMayHaveBeenMadeIsChangedToo()
    {
        m_desk->addServer(ServerKind::Ews);
        const ConsoleAnswer made = m_desk->done(series("FREQ=DAILY;COUNT=3"));
        fail(0, "exchange.refused");
        m_desk->done(change(made.reservation, "FREQ=WEEKLY;BYDAY=MO;COUNT=2"));
        QCOMPARE(order(1).action, CalendarAction::Create);
        QCOMPARE(order(2).action, CalendarAction::Update);
        QCOMPARE(order(1).mark, order(0).mark);
        QCOMPARE(order(2).recurrence, order(1).recurrence);
    }

    void whatWasNeverThereIsCancelledWithoutExchange()
    {
        m_desk->addServer(ServerKind::Ews);
        const ConsoleAnswer made = m_desk->done(series("FREQ=DAILY;COUNT=3"));
        fail(0, "exchange.recurrence-not-supported");
        m_desk->done(ConsoleCancellation{made.reservation, BookingScope::Whole, {}});
        QCOMPARE(m_desk->entriesOf(OutboxKind::CalendarOrder).size(), 1);
        QCOMPARE(stateOf(0), OutboxState::GivenUp);
        QCOMPARE(failureOf(0), QByteArray("order.never-made"));
        QVERIFY(allAre(rows(false), ExchangeState::OnlyHere));
    }

    void whatMayBeThereIsCancelledThere()
    {
        m_desk->addServer(ServerKind::Ews);
        const ConsoleAnswer made = m_desk->done(series("FREQ=DAILY;COUNT=3"));
        fail(0, "exchange.refused");
        m_desk->done(ConsoleCancellation{made.reservation, BookingScope::Whole, {}});
        QCOMPARE(stateOf(0), OutboxState::GivenUp);
        QCOMPARE(order(1).action, CalendarAction::Cancel);
        QCOMPARE(stateOf(1), OutboxState::Waiting);
        QVERIFY(allAre(rows(false), ExchangeState::Queued));
    }

    void afterGivingUpItIsMadeAnew()
    {
        m_desk->addServer(ServerKind::Ews);
        const ConsoleAnswer made = m_desk->done(series("FREQ=DAILY;COUNT=3"));
        fail(0, "exchange.access-denied");
        m_desk->done(ConsoleCancellation{rows(true).last().id, BookingScope::ThisDate, {}});
        giveUp(0);
        QCOMPARE(stateOf(1), OutboxState::GivenUp); // of an item that never came
        m_desk->done(ConsoleCancellation{rows(true).last().id, BookingScope::ThisDate, {}});
        QCOMPARE(m_desk->entriesOf(OutboxKind::CalendarOrder).size(), 2); // nor is another date of it
        m_desk->done(change(made.reservation, "FREQ=WEEKLY;BYDAY=MO;COUNT=2"));
        QCOMPARE(order(2).action, CalendarAction::Create);
        deliver(2);
        deliver(3);
        QVERIFY(allAre(rows(true), ExchangeState::InExchange));
    }

    // Whoever's it becomes, it is the same item.
    void givenToSomebodyElseItTakesThePlaceToo()
    {
        m_desk->addServer(ServerKind::Ews);
        const ConsoleAnswer made = m_desk->done(series("FREQ=DAILY;COUNT=3"));
        fail(0, "exchange.recurrence-not-supported");
        Person berta;
        berta.controlNumber = ControlNumber::fromNumber(100500);
        berta.firstName = QStringLiteral("Berta");
        berta.email = QStringLiteral("berta@mycompany.com");
        berta.timeZone = "Europe/Berlin";
        ConsoleChange given;
        given.reservation = made.reservation;
        given.scope = BookingScope::Whole;
        given.personId = m_desk->addPerson(berta);
        m_desk->done(given);
        QCOMPARE(stateOf(0), OutboxState::GivenUp);
        QCOMPARE(order(1).action, CalendarAction::Create);
        QCOMPARE(m_desk->entriesOf(OutboxKind::CalendarOrder).at(1).lane,
                 m_desk->entriesOf(OutboxKind::CalendarOrder).at(0).lane);
    }

    // One transaction takes no more than one a day in the longest window.
    void asManyAsAreReservedAtOnce()
    {
        m_desk->addServer(ServerKind::Ews);
        m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "BookingWindowInDays", "1080");
        const ConsoleAnswer made = m_desk->done(series("FREQ=DAILY;COUNT=1055"));
        QCOMPARE(made.dates, 1055);
        QCOMPARE(m_desk->store().read([](const ReadUnit& unit) {
            ReservationFilter filter;
            filter.onlyHolding = true;
            return unit.reservations().count(filter);
        }),
                 1055);
        QCOMPARE(m_desk->entriesOf(OutboxKind::CalendarOrder).size(), 1);
    }

    void moreThanAreReservedAtOnceAreRefused()
    {
        const auto refused = m_desk->tryDo(series("FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;COUNT=1101"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code(), QByteArray("console.too-many-dates"));
        QCOMPARE(refused.error().arguments().value(QStringLiteral("count")), QStringLiteral("1101"));
        QVERIFY(sentence(refused.error()).contains(QStringLiteral("1100")));
        QVERIFY(m_desk->reservations().isEmpty());
        QVERIFY(m_desk->outbox().isEmpty());
        // Nor does a series grow to more of them.
        const ConsoleAnswer made = m_desk->done(series("FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;COUNT=40"));
        ConsoleChange longer;
        longer.reservation = made.reservation;
        longer.scope = BookingScope::Whole;
        longer.rule = QByteArray("FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;COUNT=1101");
        QCOMPARE(m_desk->codeOf(longer), QByteArray("console.too-many-dates"));
        QCOMPARE(rows(true).size(), 40);
    }

    // Orders that only wait for Exchange are told one after another (R-RETRY).
    void R_RETRY_whatWaitsIsNotReplaced()
    {
        m_desk->addServer(ServerKind::Ews);
        const ConsoleAnswer made = m_desk->done(series("FREQ=DAILY;COUNT=3"));
        m_desk->done(change(made.reservation, "FREQ=WEEKLY;BYDAY=MO;COUNT=2"));
        QCOMPARE(stateOf(0), OutboxState::Waiting);
        QCOMPARE(order(1).action, CalendarAction::Update);
    }

    void everyReasonHasWords()
    {
        for (const char* code : {"console.exchange-month-days", "console.exchange-weekdays", "console.exchange-rule",
                                 "console.exchange-zone", "console.exchange-space-zone", "console.too-many-dates",
                                 "order.superseded", "order.never-made"})
            QVERIFY2(knows(code), code);
    }
};

QTEST_GUILESS_MAIN(TestConsoleSeries)

#include "tst_consoleseries.moc"
