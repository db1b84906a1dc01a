// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/bookingdesk.h"
#include "tests/support/requestdesk.h"

#include <QTest>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

// What takes back what was done to one date of a series, carried out on a real store.
class TestBookingUndo final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aCancelledDateComesBackByItself();
    void aCancelledDateComesBackWithItsOwnSubject();
    void aDateThatMovedElsewhereComesBack();
    void andGoesThereAgain();
    void theSeriesIsKnownByAnotherDate();
    void aTakenTimeIsNotGivenBack();

private:
    BookingDone done(const ConsoleWish& wish);
    QList<Reservation> standing();
    Reservation second() { return standing().at(1); }
    BookingDone moved(const Reservation& date);

    std::unique_ptr<RequestDesk> m_desk;
    std::unique_ptr<BookingDesk> m_booking;
};

void TestBookingUndo::init()
{
    m_desk = std::make_unique<RequestDesk>();
    m_booking = std::make_unique<BookingDesk>(m_desk->store().store());
    const auto person = m_booking->giveZone(m_desk->nour(), "Europe/Berlin").result();
    QVERIFY(person);
    ConsoleBooking series;
    series.spaceId = m_desk->cr1();
    series.personId = m_desk->nour();
    series.subject = QStringLiteral("Budget");
    series.time = {at("2026-11-20T09:00:00Z"), at("2026-11-20T10:00:00Z")};
    series.rule = "FREQ=WEEKLY;COUNT=4";
    done(series);
    QCOMPARE(standing().size(), 4);
}

void TestBookingUndo::cleanup()
{
    m_booking.reset();
    m_desk.reset();
}

BookingDone TestBookingUndo::done(const ConsoleWish& wish)
{
    m_desk->clock().advance(std::chrono::seconds(1));
    const auto answer = m_booking->carryOut(wish).result();
    if (!answer)
        qFatal("%s", qPrintable(answer.error().logLine()));
    return *answer;
}

QList<Reservation> TestBookingUndo::standing()
{
    QList<Reservation> rows = m_desk->reservations();
    rows.removeIf([](const Reservation& one) { return !holdsSlot(one.status); });
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.time.start < b.time.start; });
    return rows;
}

BookingDone TestBookingUndo::moved(const Reservation& date)
{
    ConsoleChange change;
    change.reservation = date.id;
    change.spaceId = m_desk->cr2();
    change.time = TimeRange{date.time.start + Minutes(60), date.time.end + Minutes(60)};
    return done(change);
}

void TestBookingUndo::aCancelledDateComesBackByItself()
{
    const Reservation date = second();
    const BookingDone cancelled = done(ConsoleCancellation{date.id, BookingScope::ThisDate, {}});
    QCOMPARE(standing().size(), 3);
    QVERIFY(cancelled.back);
    const BookingDone back = done(*cancelled.back);
    QCOMPARE(standing().size(), 4);
    const Reservation now = second();
    QCOMPARE(now.id, back.answer.reservation);
    QCOMPARE(now.time, date.time);
    QCOMPARE(now.spaceId, date.spaceId);
    QCOMPARE(now.personId, date.personId);
    QCOMPARE(now.subject, QStringLiteral("Budget"));
    QVERIFY(now.recurrenceId.isEmpty() && now.uid != date.uid);
    // And once more the other way.
    QVERIFY(back.back);
    done(*back.back);
    QCOMPARE(standing().size(), 3);
}

void TestBookingUndo::aCancelledDateComesBackWithItsOwnSubject()
{
    ConsoleChange renamed;
    renamed.reservation = second().id;
    renamed.subject = QStringLiteral("Budget of the fire brigade");
    done(renamed);
    const BookingDone cancelled = done(ConsoleCancellation{second().id, BookingScope::ThisDate, {}});
    done(*cancelled.back);
    QCOMPARE(second().subject, QStringLiteral("Budget of the fire brigade"));
}

void TestBookingUndo::aDateThatMovedElsewhereComesBack()
{
    const Reservation date = second();
    const BookingDone gone = moved(date);
    QCOMPARE(second().spaceId, m_desk->cr2());
    QVERIFY(gone.back);
    done(*gone.back);
    QCOMPARE(standing().size(), 4);
    QCOMPARE(second().spaceId, m_desk->cr1());
    QCOMPARE(second().time, date.time);
}

void TestBookingUndo::andGoesThereAgain()
{
    const Reservation date = second();
    const BookingDone back = done(*moved(date).back);
    QVERIFY(back.back);
    done(*back.back);
    QCOMPARE(standing().size(), 4);
    QCOMPARE(second().spaceId, m_desk->cr2());
    QCOMPARE(second().time.start, date.time.start + Minutes(60));
}

void TestBookingUndo::theSeriesIsKnownByAnotherDate()
{
    const QList<Reservation> dates = standing();
    QCOMPARE(moved(dates.at(0)).heir, dates.at(1).id);
    QCOMPARE(done(ConsoleCancellation{dates.at(1).id, BookingScope::ThisDate, {}}).heir, dates.at(2).id);
    QVERIFY(!done(ConsoleCancellation{dates.at(2).id, BookingScope::Whole, {}}).heir);
}

void TestBookingUndo::aTakenTimeIsNotGivenBack()
{
    const Reservation date = second();
    const BookingDone cancelled = done(ConsoleCancellation{date.id, BookingScope::ThisDate, {}});
    ConsoleBooking other;
    other.spaceId = date.spaceId;
    other.personId = m_desk->nour();
    other.time = date.time;
    done(other);
    const auto refused = m_booking->carryOut(*cancelled.back).result();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code(), QByteArray("decision.conflict"));
}

QTEST_GUILESS_MAIN(TestBookingUndo)
#include "tst_bookingundo.moc"
