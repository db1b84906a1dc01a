// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/wording.h"
#include "tests/support/consoledesk.h"

#include <QTest>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

namespace {

constexpr int hour = 60;
constexpr int day = 24 * hour;
const QByteArray inOrder;
const QByteArray crosses = "console.exchange-order";
const QByteArray alongCrosses = "console.exchange-order-along";

} // namespace

// Exchange keeps the dates of a series in order, each on a day of its own, and refuses for good what would change that:
// it is said before anything is written.
class TestDatesInOrder final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ConsoleDesk> m_desk;

    // What both say of it; nothing: it is done.
    QByteArray codeOf(const ConsoleWish& wish)
    {
        const auto seen = m_desk->previewOf(wish);
        const auto answer = m_desk->tryDo(wish);
        const QByteArray code = answer ? QByteArray() : answer.error().code();
        const QByteArray before = seen ? seen->isRefused ? seen->reason.code : QByteArray() : seen.error().code();
        m_desk->clock().advance(std::chrono::minutes(1));
        return before == code ? code : "preview: " + before + ", then: " + code;
    }
    void done(const ConsoleWish& wish)
    {
        if (const QByteArray code = codeOf(wish); !code.isEmpty())
            qFatal("%s", code.constData());
    }

    // For Anna in CR1 from Tuesday 8 December 2026 on, for an hour.
    void book(const char* rule, const char* start = "2026-12-08T10:00:00Z")
    {
        ConsoleBooking booking;
        booking.spaceId = m_desk->cr1();
        booking.personId = m_desk->anna();
        booking.subject = QStringLiteral("Budget");
        booking.time = {at(start), at(start) + Minutes(hour)};
        booking.rule = rule;
        done(booking);
    }
    static ConsoleChange moveOf(const Reservation& row, int minutes)
    {
        ConsoleChange change;
        change.reservation = row.id;
        change.time = TimeRange{row.time.start + Minutes(minutes), row.time.end + Minutes(minutes)};
        return change;
    }
    static ConsoleChange whole(ConsoleChange change)
    {
        change.scope = BookingScope::Whole;
        return change;
    }
    static ConsoleChange ruled(const Reservation& row, const char* rule)
    {
        ConsoleChange change;
        change.reservation = row.id;
        change.scope = BookingScope::Whole;
        change.rule = QByteArray(rule);
        return change;
    }

private Q_SLOTS:
    void init() { m_desk = std::make_unique<ConsoleDesk>(); }

    void oneDateStaysBetweenItsNeighbours_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("later that day") << 5 * hour << inOrder;
        QTest::newRow("day before its next") << 6 * day << inOrder;
        QTest::newRow("late on the day before its next") << 6 * day + 12 * hour << inOrder;
        QTest::newRow("day after its previous") << -6 * day << inOrder;
        QTest::newRow("onto the day of its next") << 7 * day + 3 * hour << crosses;
        QTest::newRow("onto the day of its next, before it") << 7 * day - 3 * hour << crosses;
        QTest::newRow("past its next") << 8 * day << crosses;
        QTest::newRow("past two") << 15 * day << crosses;
        QTest::newRow("onto the day of its previous") << -7 * day + 3 * hour << crosses;
        QTest::newRow("before its previous") << -8 * day << crosses;
    }
    void oneDateStaysBetweenItsNeighbours()
    {
        QFETCH(const int, minutes);
        QFETCH(const QByteArray, code);
        for (const ServerKind kind : {ServerKind::Ews, ServerKind::Graph}) {
            init();
            m_desk->addServer(kind);
            book("FREQ=WEEKLY;BYDAY=TU;COUNT=4");
            const QList<Reservation> before = m_desk->reservations();
            const qsizetype told = m_desk->outbox().size();
            QCOMPARE(codeOf(moveOf(m_desk->standing().at(1), minutes)), code);
            QCOMPARE(m_desk->reservations() == before, !code.isEmpty());
            QCOMPARE(m_desk->outbox().size() == told, !code.isEmpty());
        }
    }

    void theNeighbourIsNamedAndWhatToDo()
    {
        m_desk->addServer(ServerKind::Ews);
        book("FREQ=WEEKLY;BYDAY=TU;COUNT=4");
        const auto refused = m_desk->tryDo(moveOf(m_desk->standing().at(1), 8 * day));
        QVERIFY(!refused);
        const Reader reader{QLocale(QLocale::English), QTimeZone("Europe/Berlin")};
        const QString said = sentence(refused.error(), reader);
        const QString neighbour = rangeText({at("2026-12-22T10:00:00Z"), at("2026-12-22T11:00:00Z")}, false, reader);
        QVERIFY2(said.contains(neighbour), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("CR1")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("reserve the new time by itself")), qPrintable(said));
    }

    void nothingReachesIntoTheNext()
    {
        m_desk->addServer(ServerKind::Ews);
        book("FREQ=DAILY;COUNT=3");
        ConsoleChange longer;
        longer.reservation = m_desk->standing().at(0).id;
        longer.time = TimeRange{at("2026-12-08T10:00:00Z"), at("2026-12-09T10:30:00Z")};
        QCOMPARE(codeOf(longer), crosses);
        longer.time = TimeRange{at("2026-12-08T10:00:00Z"), at("2026-12-09T10:00:00Z")};
        QCOMPARE(codeOf(longer), inOrder);
    }

    void neighboursCountWhereTheyStandNow()
    {
        m_desk->addServer(ServerKind::Graph);
        book("FREQ=WEEKLY;BYDAY=TU;COUNT=3");
        const QList<Reservation> rows = m_desk->standing();
        done(moveOf(rows.at(1), 3 * day)); // to Friday the 18th
        QCOMPARE(codeOf(moveOf(rows.at(0), 10 * day + 3 * hour)), crosses);
        QCOMPARE(codeOf(moveOf(rows.at(2), -4 * day + 3 * hour)), crosses);
        QCOMPARE(codeOf(moveOf(rows.at(0), 7 * day)), inOrder); // to where that one was
        QCOMPARE(codeOf(moveOf(rows.at(1), 0)), crosses);       // and there is no way back
    }

    void datesThatAreCancelledDoNotCount()
    {
        m_desk->addServer(ServerKind::Ews);
        book("FREQ=WEEKLY;BYDAY=TU;COUNT=4");
        const QList<Reservation> rows = m_desk->standing();
        done(ConsoleCancellation{rows.at(2).id, BookingScope::ThisDate, {}});
        QCOMPARE(codeOf(moveOf(rows.at(1), 14 * day)), crosses);
        QCOMPARE(codeOf(moveOf(rows.at(1), 8 * day)), inOrder);
    }

    void noOtherDateIsInTheWayOfTheLast()
    {
        m_desk->addServer(ServerKind::Ews);
        book("FREQ=DAILY;UNTIL=20261210T225959Z");
        QCOMPARE(m_desk->standing().size(), 3);
        QCOMPARE(codeOf(moveOf(m_desk->standing().last(), 5 * day)), inOrder);
    }

    // Where the booking window ends there are no rows, and the series goes on.
    void neighboursBeyondTheBookingWindowCount()
    {
        m_desk->addServer(ServerKind::Ews);
        const PolicyScope cr1 = PolicyScope::ofSpace(m_desk->cr1());
        m_desk->setPolicy(cr1, "EnforceSchedulingHorizon", "false");
        book("FREQ=WEEKLY;BYDAY=TU");
        const Reservation last = m_desk->standing().last();
        QCOMPARE(codeOf(moveOf(last, 7 * day + 3 * hour)), crosses);
    }

    // 00:30 in Berlin is the day before in UTC.
    void daysAreThoseOfTheSeriesOwnZone()
    {
        m_desk->addServer(ServerKind::Ews);
        book("FREQ=DAILY;COUNT=3", "2026-12-07T23:30:00Z");
        QCOMPARE(codeOf(moveOf(m_desk->standing().at(1), 22 * hour)), inOrder); // 22:30
        QCOMPARE(codeOf(moveOf(m_desk->standing().at(0), 24 * hour + 3 * hour)), crosses);
    }

    void wholeDaysAreThoseOfTheSpace()
    {
        m_desk->addServer(ServerKind::Graph);
        ConsoleBooking booking;
        booking.spaceId = m_desk->cr1();
        booking.personId = m_desk->anna();
        booking.subject = QStringLiteral("Fair");
        booking.allDay = true;
        booking.time = {at("2026-12-07T23:00:00Z"), at("2026-12-08T23:00:00Z")};
        booking.rule = "FREQ=WEEKLY;BYDAY=TU;COUNT=3";
        done(booking);
        QCOMPARE(codeOf(moveOf(m_desk->standing().at(1), 8 * day)), crosses);
        QCOMPARE(codeOf(moveOf(m_desk->standing().at(1), 6 * day)), inOrder);
    }

    void aDateThatGoesToAnotherSpaceLeavesTheSeries()
    {
        m_desk->addServer(ServerKind::Ews);
        book("FREQ=WEEKLY;BYDAY=TU;COUNT=4");
        ConsoleChange there = moveOf(m_desk->standing().at(1), 8 * day);
        there.spaceId = m_desk->cr2();
        QCOMPARE(codeOf(there), inOrder);
    }

    void roomsThatHoldNothingInExchangeAreFree()
    {
        book("FREQ=WEEKLY;BYDAY=TU;COUNT=4");
        QCOMPARE(codeOf(moveOf(m_desk->standing().at(1), 8 * day)), inOrder);
        init();
        m_desk->addServer(ServerKind::MailOnly);
        book("FREQ=WEEKLY;BYDAY=TU;COUNT=4");
        QCOMPARE(codeOf(moveOf(m_desk->standing().at(1), 8 * day)), inOrder);
    }

    // Another subject moves nothing.
    void whatStaysWhereItIsMayBeRenamed()
    {
        book("FREQ=WEEKLY;BYDAY=TU;COUNT=4");
        const Reservation row = m_desk->standing().at(1);
        done(moveOf(row, 8 * day));
        m_desk->addServer(ServerKind::Ews);
        ConsoleChange named;
        named.reservation = row.id;
        named.subject = QStringLiteral("Own");
        QCOMPARE(codeOf(named), inOrder);
        // The whole would go into Exchange with it.
        QCOMPARE(codeOf(whole(named)), alongCrosses);
        done(moveOf(row, 0));
        QCOMPARE(codeOf(whole(named)), inOrder);
    }

    // They keep their distance, and midnight comes between.
    void datesThatGoAlongStayInOrder()
    {
        m_desk->addServer(ServerKind::Ews);
        book("FREQ=DAILY;COUNT=3", "2026-12-08T21:00:00Z"); // 22:00
        const QList<Reservation> rows = m_desk->standing();
        done(moveOf(rows.at(1), -12 * hour)); // 10:00
        const QList<Reservation> before = m_desk->reservations();
        const auto refused = m_desk->tryDo(whole(moveOf(rows.at(0), -11 * hour)));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code(), alongCrosses);
        const Reader reader{QLocale(QLocale::English), QTimeZone("Europe/Berlin")};
        const QString said = sentence(refused.error(), reader);
        for (const QString& time : {rangeText({at("2026-12-08T22:00:00Z"), at("2026-12-08T23:00:00Z")}, false, reader),
                                    momentText(at("2026-12-08T10:00:00Z"), reader)})
            QVERIFY2(said.contains(time), qPrintable(said));
        QCOMPARE(m_desk->reservations(), before);
        QCOMPARE(codeOf(whole(moveOf(rows.at(0), -11 * hour))), alongCrosses);
        QCOMPARE(codeOf(whole(moveOf(rows.at(0), -9 * hour))), inOrder);
    }

    void aLaterEndBringsNoDateThatIsCrossed()
    {
        m_desk->addServer(ServerKind::Ews);
        book("FREQ=WEEKLY;BYDAY=TU;COUNT=3");
        done(moveOf(m_desk->standing().last(), 8 * day));
        QCOMPARE(codeOf(ruled(m_desk->standing().first(), "FREQ=WEEKLY;BYDAY=TU;COUNT=4")), alongCrosses);
        // With other days it is put back where the series has it.
        QCOMPARE(codeOf(ruled(m_desk->standing().first(), "FREQ=WEEKLY;BYDAY=WE;COUNT=4")), inOrder);
    }

    void everyReasonHasWords()
    {
        for (const QByteArray& code : {crosses, alongCrosses})
            QVERIFY2(knows(code), code.constData());
    }
};

QTEST_GUILESS_MAIN(TestDatesInOrder)

#include "tst_datesinorder.moc"
