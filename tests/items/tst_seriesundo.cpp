// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/entities/calendarorder.h"
#include "models/entities/enumtext.h"
#include "models/items/bookingdesk.h"
#include "models/reserving/announcing.h"
#include "models/wording/wording.h"
#include "tests/support/requestdesk.h"

#include <QTest>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString maria = QStringLiteral("maria on desk-12 (console)");

} // namespace

// A series that was cancelled as a whole and is taken back, carried out on a real store with a server that holds the
// item: rows, orders for Exchange and mails are as they were.
class TestSeriesUndo final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aSeriesComesBackAsItStood();
    void movedAndCancelledDatesComeBackSo();
    void ofDaysToo();
    void exchangeIsToldOfEachDate();
    void aDateIsInExchangeOnceItsOwnOrderIs();
    void thePersonIsToldOfMovedDates();
    void aDateInAnotherSpaceStaysThere();
    void whatATextOfItsOwnSaysStaysWithItsDate();
    void whatWasDeclinedStaysDeclined();
    void aTakenTimeIsDeclinedAndSaid();
    void theOldTimeOfAMovedDateMayBeTaken();
    void aClosedDayIsDeclined();
    void whereAllIsTakenNothingChanges();
    void whatWaitedForAnApproverWaitsAgain();
    void isDoneAgainAndTakenBackAgain();
    void earlierStepsStillFitTheirDates();
    void comesBackOnce();
    void whatOtherDaysPutBackComesBack();
    void whatSomebodyChangedAgainStays();
    void everyReasonHasWords();

private:
    BookingDone done(const ConsoleWish& wish);
    Error refused(const ConsoleWish& wish);
    QList<Reservation> rows();
    QList<Reservation> standing(SpaceId space);
    QList<Reservation> dates() { return standing(m_desk->cr1()); }
    BookingDone moved(int date, Minutes by, std::optional<SpaceId> space = {});
    BookingDone cancelledDate(int date);
    BookingDone cancelled() { return done(ConsoleCancellation{dates().first().id, BookingScope::Whole, {}}); }
    void takes(TimeRange time, SpaceId space);
    QList<OutboxEntry> entries(OutboxKind kind);
    QList<CalendarOrder> orders();
    void deliver();
    void settle(const OutboxEntry& entry);

    std::unique_ptr<RequestDesk> m_desk;
    std::unique_ptr<BookingDesk> m_booking;
};

namespace {

// What a person sees of a row. Of what stands the reason is that of its last decision.
QString seen(const Reservation& row)
{
    const bool stands = holdsSlot(row.status);
    return QStringList{QString::number(row.id.value),
                       row.uid,
                       row.recurrenceId,
                       toIso(row.time.start),
                       toIso(row.time.end),
                       row.subject,
                       row.isPrivate ? QStringLiteral("private") : QString(),
                       QString::fromLatin1(toText(row.status)),
                       stands && row.byItself ? QStringLiteral("by itself") : QString(),
                       stands ? QString() : QString::fromUtf8(toJson(row.reason))}
        .join(QLatin1Char('|'));
}

QStringList seen(const QList<Reservation>& rows)
{
    QStringList all;
    for (const Reservation& row : rows)
        all.append(seen(row));
    return all;
}

QList<Reservation> withoutCancelled(QList<Reservation> rows)
{
    rows.removeIf([](const Reservation& row) { return row.status == ReservationStatus::Cancelled; });
    return rows;
}

ConsoleBooking weekly(SpaceId space, PersonId person)
{
    ConsoleBooking series;
    series.spaceId = space;
    series.personId = person;
    series.subject = QStringLiteral("Budget");
    series.time = {at("2026-11-20T09:00:00Z"), at("2026-11-20T10:00:00Z")};
    series.rule = "FREQ=WEEKLY;COUNT=5";
    return series;
}

} // namespace

void TestSeriesUndo::init()
{
    m_desk = std::make_unique<RequestDesk>();
    m_booking = std::make_unique<BookingDesk>(m_desk->store().store());
    QVERIFY(m_booking->giveZone(m_desk->nour(), "Europe/Berlin").result());
    m_desk->store().write([](WriteUnit& unit) {
        ServerProfile profile;
        profile.name = QStringLiteral("Exchange");
        profile.kind = ServerKind::Ews;
        profile.url = QStringLiteral("https://mail.mycompany.com/EWS/Exchange.asmx");
        profile.mailDomains = {QStringLiteral("mycompany.com")};
        return unit.serverProfiles().save(profile, QStringLiteral("test"));
    });
    done(weekly(m_desk->cr1(), m_desk->nour()));
    QCOMPARE(dates().size(), 5);
    deliver();
}

void TestSeriesUndo::cleanup()
{
    m_booking.reset();
    m_desk.reset();
}

BookingDone TestSeriesUndo::done(const ConsoleWish& wish)
{
    m_desk->clock().advance(std::chrono::seconds(1));
    const auto answer = m_booking->carryOut(wish).result();
    if (!answer)
        qFatal("%s", qPrintable(answer.error().logLine()));
    return *answer;
}

Error TestSeriesUndo::refused(const ConsoleWish& wish)
{
    m_desk->clock().advance(std::chrono::seconds(1));
    const auto answer = m_booking->carryOut(wish).result();
    return answer ? Error(QByteArrayLiteral("test.not-refused")) : answer.error();
}

QList<Reservation> TestSeriesUndo::rows()
{
    QList<Reservation> found = m_desk->reservations();
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return found;
}

QList<Reservation> TestSeriesUndo::standing(SpaceId space)
{
    QList<Reservation> found = m_desk->reservations();
    found.removeIf([space](const Reservation& one) { return one.spaceId != space || !holdsSlot(one.status); });
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.time.start < b.time.start; });
    return found;
}

BookingDone TestSeriesUndo::moved(int date, Minutes by, std::optional<SpaceId> space)
{
    const Reservation row = dates().at(date);
    ConsoleChange change;
    change.reservation = row.id;
    change.spaceId = space;
    change.time = TimeRange{row.time.start + by, row.time.end + by};
    return done(change);
}

BookingDone TestSeriesUndo::cancelledDate(int date)
{
    return done(ConsoleCancellation{dates().at(date).id, BookingScope::ThisDate, {}});
}

void TestSeriesUndo::takes(TimeRange time, SpaceId space)
{
    ConsoleBooking other;
    other.spaceId = space;
    other.personId = m_desk->nour();
    other.subject = QStringLiteral("Fire drill");
    other.time = time;
    done(other);
}

QList<OutboxEntry> TestSeriesUndo::entries(OutboxKind kind)
{
    QList<OutboxEntry> found = m_desk->outbox();
    found.removeIf([kind](const OutboxEntry& entry) { return entry.kind != kind; });
    return found;
}

QList<CalendarOrder> TestSeriesUndo::orders()
{
    QList<CalendarOrder> found;
    for (const OutboxEntry& entry : entries(OutboxKind::CalendarOrder))
        found.append(calendarOrderFromJson(entry.payload).value());
    return found;
}

void TestSeriesUndo::settle(const OutboxEntry& entry)
{
    m_desk->store().write([&entry](WriteUnit& unit) -> Result<int> {
        if (const auto marked = markTold(unit, entry, ExchangeState::InExchange, {}); !marked)
            return failure(marked.error());
        const auto finished = unit.outbox().markDone(entry.id);
        return finished ? Result<int>(0) : failure(finished.error());
    });
}

void TestSeriesUndo::deliver()
{
    for (const OutboxEntry& entry : m_desk->outbox()) {
        if (entry.state == OutboxState::Waiting)
            settle(entry);
    }
}

void TestSeriesUndo::aSeriesComesBackAsItStood()
{
    const QList<Reservation> before = rows();
    const BookingDone gone = cancelled();
    QVERIFY(dates().isEmpty());
    QVERIFY(gone.back);
    const BookingDone back = done(*gone.back);
    QCOMPARE(seen(rows()), seen(before));
    QCOMPARE(back.answer.reservation, before.first().id);
    QCOMPARE(back.answer.dates, 5);
    QVERIFY(back.answer.declined.isEmpty());
    QCOMPARE(orders().last().action, CalendarAction::Create);
    QVERIFY(orders().last().mark != orders().first().mark); // what was deleted is never made again
    QCOMPARE(orders().last().recurrence, orders().first().recurrence);
    deliver();
    for (const Reservation& row : dates())
        QCOMPARE(row.exchangeState, ExchangeState::InExchange);
}

void TestSeriesUndo::movedAndCancelledDatesComeBackSo()
{
    moved(1, Minutes(90));
    cancelledDate(2);
    const QList<Reservation> before = rows();
    done(*cancelled().back);
    QCOMPARE(seen(rows()), seen(before));
    QCOMPARE(dates().size(), 4);
    QCOMPARE(dates().at(1).time.start, at("2026-11-27T10:30:00Z"));
}

void TestSeriesUndo::ofDaysToo()
{
    ConsoleBooking days = weekly(m_desk->cr2(), m_desk->nour());
    days.allDay = true;
    days.time = {at("2026-11-19T23:00:00Z"), at("2026-11-20T23:00:00Z")};
    done(days);
    const Reservation second = standing(m_desk->cr2()).at(1);
    ConsoleChange change;
    change.reservation = second.id;
    change.time = TimeRange{second.time.start + std::chrono::days(1), second.time.end + std::chrono::days(1)};
    done(change);
    done(ConsoleCancellation{standing(m_desk->cr2()).at(3).id, BookingScope::ThisDate, {}});
    const QList<Reservation> before = rows();
    const auto gone = done(ConsoleCancellation{second.id, BookingScope::Whole, {}});
    done(*gone.back);
    QCOMPARE(seen(rows()), seen(before));
}

void TestSeriesUndo::exchangeIsToldOfEachDate()
{
    moved(1, Minutes(90));
    cancelledDate(2);
    moved(3, Minutes(0), m_desk->cr2()); // the fourth of those that were left: 18 December
    deliver();
    const Reservation second = dates().at(1);
    const BookingDone gone = cancelled();
    deliver();
    const qsizetype told = orders().size();
    done(*gone.back);
    QCOMPARE(orders().size(), told + 2);
    const CalendarOrder whole = orders().at(told);
    QCOMPARE(whole.action, CalendarAction::Create);
    QCOMPARE(whole.time.start, at("2026-11-20T09:00:00Z"));
    QVERIFY(whole.recurrence.contains("EXDATE;TZID=Europe/Berlin:20261204T100000"));
    QVERIFY(whole.recurrence.contains("EXDATE;TZID=Europe/Berlin:20261218T100000"));
    QVERIFY(!whole.recurrence.contains("20261127"));
    const CalendarOrder date = orders().at(told + 1);
    QCOMPARE(date.action, CalendarAction::Update);
    QCOMPARE(date.mark, whole.mark);
    QCOMPARE(date.recurrenceId, second.recurrenceId);
    QCOMPARE(date.time, second.time);
}

void TestSeriesUndo::aDateIsInExchangeOnceItsOwnOrderIs()
{
    const ReservationId second = moved(1, Minutes(90)).answer.reservation;
    done(*cancelled().back);
    QList<OutboxEntry> waiting = entries(OutboxKind::CalendarOrder);
    waiting.removeIf([](const OutboxEntry& entry) { return entry.state != OutboxState::Waiting; });
    while (waiting.size() > 1)
        settle(waiting.takeFirst());
    for (const Reservation& row : dates())
        QCOMPARE(row.exchangeState, row.id == second ? ExchangeState::Queued : ExchangeState::InExchange);
    settle(waiting.first());
    QCOMPARE(dates().at(1).exchangeState, ExchangeState::InExchange);
}

void TestSeriesUndo::thePersonIsToldOfMovedDates()
{
    moved(1, Minutes(90));
    const Reservation second = dates().at(1);
    const BookingDone gone = cancelled();
    const qsizetype told = entries(OutboxKind::Confirmation).size();
    done(*gone.back);
    const QList<OutboxEntry> mails = entries(OutboxKind::Confirmation);
    QCOMPARE(mails.size(), told + 2);
    const Announcement whole = m_desk->announced(mails.at(told));
    QCOMPARE(whole.status, ReservationStatus::Accepted);
    QCOMPARE(whole.recurrenceId, QString());
    QVERIFY(whole.sequence > m_desk->announced(mails.at(told - 1)).sequence);
    const Announcement date = m_desk->announced(mails.at(told + 1));
    QCOMPARE(date.recurrenceId, second.recurrenceId);
    QCOMPARE(date.time, second.time);
    QCOMPARE(date.sequence, whole.sequence);
    QCOMPARE(date.recurrence, QByteArray());
}

void TestSeriesUndo::aDateInAnotherSpaceStaysThere()
{
    moved(1, Minutes(60), m_desk->cr2());
    const QList<Reservation> before = rows();
    const QList<Reservation> there = standing(m_desk->cr2());
    QCOMPARE(there.size(), 1);
    done(*cancelled().back);
    QCOMPARE(seen(rows()), seen(before)); // with why the date has left
    QCOMPARE(dates().size(), 4);
    QCOMPARE(standing(m_desk->cr2()), there);
}

void TestSeriesUndo::whatATextOfItsOwnSaysStaysWithItsDate()
{
    ConsoleChange renamed;
    renamed.reservation = dates().first().id;
    renamed.subject = QStringLiteral("Budget of the board");
    renamed.isPrivate = true;
    done(renamed);
    const QList<Reservation> before = rows();
    done(*cancelled().back);
    QCOMPARE(seen(rows()), seen(before));
    QVERIFY(dates().first().isPrivate && !dates().at(1).isPrivate);
    const CalendarOrder whole = orders().at(orders().size() - 2);
    QCOMPARE(whole.subject, QStringLiteral("Budget"));
    QVERIFY(!whole.isPrivate);
    QCOMPARE(orders().last().subject, QStringLiteral("Budget of the board"));
    QVERIFY(orders().last().isPrivate);
}

void TestSeriesUndo::whatWasDeclinedStaysDeclined()
{
    const PolicyScope cr2 = PolicyScope::ofSpace(m_desk->cr2());
    m_desk->setPolicy(cr2, "ConflictPercentageAllowed", "50");
    m_desk->setPolicy(cr2, "MaximumConflictInstances", "2");
    takes({at("2026-11-27T09:00:00Z"), at("2026-11-27T10:00:00Z")}, m_desk->cr2());
    const ReservationId other = standing(m_desk->cr2()).first().id;
    const BookingDone made = done(weekly(m_desk->cr2(), m_desk->nour()));
    QCOMPARE(made.answer.declined.size(), 1);
    const QList<Reservation> before = withoutCancelled(rows());
    const BookingDone gone = done(ConsoleCancellation{made.answer.reservation, BookingScope::Whole, {}});
    const BookingDone back = done(*gone.back);
    QCOMPARE(seen(withoutCancelled(rows())), seen(before));
    QVERIFY(back.answer.declined.isEmpty());
    QVERIFY(orders().last().recurrence.contains("EXDATE;TZID=Europe/Berlin:20261127T100000"));
    // Nor does it come because its time has become free.
    done(ConsoleCancellation{other, BookingScope::ThisDate, {}});
    const BookingDone goneAgain = done(ConsoleCancellation{made.answer.reservation, BookingScope::Whole, {}});
    done(*goneAgain.back);
    QCOMPARE(standing(m_desk->cr2()).size(), 4);
}

void TestSeriesUndo::aTakenTimeIsDeclinedAndSaid()
{
    moved(1, Minutes(90));
    const Reservation second = dates().at(1);
    const Reservation third = dates().at(2);
    const BookingDone gone = cancelled();
    takes(second.time, m_desk->cr1());
    const BookingDone back = done(*gone.back);
    QCOMPARE(back.answer.declined.size(), 1);
    QCOMPARE(back.answer.declined.first().recurrenceId, second.recurrenceId);
    QCOMPARE(back.answer.reason.code, QByteArray("console.restored-partly"));
    const QString said = sentence(back.answer.reason);
    QVERIFY2(said.contains(QStringLiteral("nour.abbas@mycompany.com")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("1 of its 5 dates")), qPrintable(said));
    for (const Reservation& row : rows()) {
        if (row.id != second.id)
            continue;
        QCOMPARE(row.status, ReservationStatus::Declined);
        QCOMPARE(row.reason.code, QByteArray("decision.conflict"));
        QCOMPARE(row.exchangeState, ExchangeState::OnlyHere);
    }
    QCOMPARE(orders().last().action, CalendarAction::Create);
    QVERIFY(orders().last().recurrence.contains("EXDATE;TZID=Europe/Berlin:20261127T100000"));
    QCOMPARE(m_desk->announced(entries(OutboxKind::Confirmation).last()).declined.size(), 1);
    QCOMPARE(dates().at(2).id, third.id); // behind whoever has the time of the second one
    QCOMPARE(dates().size(), 5);
}

void TestSeriesUndo::theOldTimeOfAMovedDateMayBeTaken()
{
    const TimeRange old = dates().at(1).time;
    moved(1, Minutes(90));
    takes(old, m_desk->cr1());
    const QList<Reservation> before = rows();
    const BookingDone back = done(*cancelled().back);
    QVERIFY(back.answer.declined.isEmpty());
    QCOMPARE(seen(rows()), seen(before));
}

void TestSeriesUndo::aClosedDayIsDeclined()
{
    const Reservation last = dates().last();
    const BookingDone gone = cancelled();
    m_desk->store().write([this, &last](WriteUnit& unit) {
        Closure closure;
        closure.spaceId = m_desk->cr1();
        closure.time = last.time;
        closure.reason = QStringLiteral("Painting");
        return unit.closures().save(closure, maria);
    });
    const BookingDone back = done(*gone.back);
    QCOMPARE(back.answer.declined.size(), 1);
    QVERIFY(sentence(back.answer.reason).contains(QStringLiteral("Painting")));
    QCOMPARE(dates().size(), 4);
}

void TestSeriesUndo::whereAllIsTakenNothingChanges()
{
    const QList<Reservation> stood = dates();
    const BookingDone gone = cancelled();
    for (const Reservation& row : stood)
        takes(row.time, m_desk->cr1());
    const QList<Reservation> before = rows();
    const qsizetype told = m_desk->outbox().size();
    const Error error = refused(*gone.back);
    QCOMPARE(error.code(), QByteArray("decision.series-conflict"));
    QVERIFY(!sentence(error).contains(QStringLiteral("policy")));
    QCOMPARE(rows(), before);
    QCOMPARE(m_desk->outbox().size(), told);
}

void TestSeriesUndo::whatWaitedForAnApproverWaitsAgain()
{
    const PolicyScope cr2 = PolicyScope::ofSpace(m_desk->cr2());
    m_desk->setPolicy(cr2, "AllBookInPolicy", "false");
    m_desk->setPolicy(cr2, "AllRequestInPolicy", "true");
    const BookingDone made = done(weekly(m_desk->cr2(), m_desk->nour()));
    const BookingDone gone = done(ConsoleCancellation{made.answer.reservation, BookingScope::Whole, {}});
    QVERIFY(m_desk->approvals().isEmpty());
    const BookingDone back = done(*gone.back);
    QCOMPARE(back.answer.status, ReservationStatus::Pending);
    QCOMPARE(standing(m_desk->cr2()).size(), 5);
    QCOMPARE(m_desk->approvals().size(), 1);
    const qsizetype told = orders().size();
    QVERIFY(m_desk->decideApproval(m_desk->approvals().first().id, {ApprovalAnswer::Approve, maria, {}}));
    QCOMPARE(orders().size(), told + 1);
    QCOMPARE(orders().last().action, CalendarAction::Create);
}

void TestSeriesUndo::isDoneAgainAndTakenBackAgain()
{
    moved(1, Minutes(90));
    const QList<Reservation> before = rows();
    const BookingDone back = done(*cancelled().back);
    QVERIFY(back.back);
    const BookingDone gone = done(*back.back);
    QVERIFY(dates().isEmpty());
    done(*gone.back);
    QCOMPARE(seen(rows()), seen(before));
}

void TestSeriesUndo::earlierStepsStillFitTheirDates()
{
    const TimeRange old = dates().at(1).time;
    const BookingDone step = moved(1, Minutes(90));
    done(*cancelled().back);
    done(*step.back);
    QCOMPARE(dates().at(1).time, old);
    QCOMPARE(orders().last().time, old);
}

void TestSeriesUndo::comesBackOnce()
{
    const BookingDone gone = cancelled();
    done(*gone.back);
    const QList<Reservation> before = rows();
    QCOMPARE(refused(*gone.back).code(), QByteArray("console.stands-again"));
    QCOMPARE(rows(), before);
}

// Other days are another series: its dates lose what they had of their own, until it is taken back.
void TestSeriesUndo::whatOtherDaysPutBackComesBack()
{
    moved(1, Minutes(-30));
    cancelledDate(3);
    deliver();
    const QList<Reservation> before = dates();
    ConsoleChange other;
    other.reservation = before.first().id;
    other.scope = BookingScope::Whole;
    other.rule = QByteArray("FREQ=WEEKLY;BYDAY=MO,FR;COUNT=6");
    const BookingDone changed = done(other);
    QCOMPARE(changed.answer.putBack, 1); // the one that was cancelled lies behind the new end
    deliver();
    const BookingDone back = done(changed.back.value());
    deliver();
    const auto timesOf = [](const QList<Reservation>& rows) {
        QList<TimeRange> times;
        for (const Reservation& row : rows)
            times.append(row.time);
        return times;
    };
    QCOMPARE(timesOf(dates()), timesOf(before));
    QCOMPARE(dates().size(), 4);
    const BookingDone again = done(back.back.value());
    QCOMPARE(dates().size(), 6);
    done(again.back.value());
    QCOMPARE(timesOf(dates()), timesOf(before));
}

void TestSeriesUndo::whatSomebodyChangedAgainStays()
{
    moved(1, Minutes(-30));
    ConsoleChange other;
    other.reservation = dates().first().id;
    other.scope = BookingScope::Whole;
    other.rule = QByteArray("FREQ=WEEKLY;BYDAY=MO,FR;COUNT=6");
    const BookingDone changed = done(other);
    ConsoleChange again;
    again.reservation = dates().first().id;
    again.scope = BookingScope::Whole;
    again.subject = QStringLiteral("Another");
    done(again);
    QCOMPARE(refused(changed.back.value()).code(), QByteArray("console.not-standing"));
}

void TestSeriesUndo::everyReasonHasWords()
{
    for (const char* code : {"console.stands-again", "console.restored-partly"})
        QVERIFY2(knows(code), code);
}

QTEST_GUILESS_MAIN(TestSeriesUndo)
#include "tst_seriesundo.moc"
