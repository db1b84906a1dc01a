// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/announcing.h"
#include "models/wording/wording.h"
#include "tests/support/consoledesk.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace reserve;
using namespace reserve::test;

// Reservations made in the console, from the wish to rows, orders for Exchange and mails.
class TestConsoleBooking final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ConsoleDesk> m_desk;

    // Anna for CR1 on Friday 20 November 2026, 10:00 to 11:00 in Berlin.
    ConsoleBooking wish() const
    {
        ConsoleBooking booking;
        booking.spaceId = m_desk->cr1();
        booking.personId = m_desk->anna();
        booking.subject = QStringLiteral("Budget");
        booking.body = QStringLiteral("Bring the figures.");
        booking.time = {at("2026-11-20T09:00:00Z"), at("2026-11-20T10:00:00Z")};
        return booking;
    }
    ConsoleBooking series() const
    {
        ConsoleBooking booking = wish();
        booking.rule = "RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=4";
        return booking;
    }
    Reservation row(ReservationId id)
    {
        return m_desk->store().read([id](const ReadUnit& unit) { return unit.reservations().find(id); }).value();
    }
    bool allStanding(const std::function<bool(const Reservation&)>& holds)
    {
        const QList<Reservation> rows = m_desk->standing();
        return !rows.isEmpty() && std::all_of(rows.begin(), rows.end(), holds);
    }
    QList<Announcement> mails()
    {
        QList<Announcement> found;
        for (const OutboxEntry& entry : m_desk->outbox()) {
            if (entry.kind == OutboxKind::Confirmation)
                found.append(announcementFromJson(entry.payload).value());
        }
        return found;
    }

private Q_SLOTS:
    void init() { m_desk = std::make_unique<ConsoleDesk>(); }

    void booksForAPerson()
    {
        const ConsoleAnswer answer = m_desk->done(wish());
        const Reservation made = row(answer.reservation);
        QCOMPARE(made.status, ReservationStatus::Accepted);
        QCOMPARE(made.origin, ReservationOrigin::Console);
        QCOMPARE(made.personId, m_desk->anna());
        QCOMPARE(made.organizer, QStringLiteral("anna.schmidt@mycompany.com"));
        QCOMPARE(made.subject, QStringLiteral("Budget"));
        QCOMPARE(made.time.start, at("2026-11-20T09:00:00Z"));
        QCOMPARE(made.timeZone, QByteArray("Europe/Berlin"));
        QCOMPARE(made.reason.code, QByteArray("decision.free"));
        QVERIFY(isConsoleUid(made.uid));
        QVERIFY(!made.traceId);
        const auto audit = m_desk->store().read([](const ReadUnit& unit) { return unit.audit().page({}, 1); });
        QCOMPARE(audit.first().actor, maria);
        QCOMPARE(audit.first().subject, QByteArray("reservation"));
    }

    // R-SERVERS: without a server that could hold the item it stays here, and the person hears by mail all
    // the same.
    void R_SERVERS_withoutProfileItStaysHere()
    {
        m_desk->addServer(ServerKind::MailOnly);
        QCOMPARE(m_desk->done(wish()).exchange, ExchangeState::OnlyHere);
        QVERIFY(m_desk->orders().isEmpty());
        QCOMPARE(mails().size(), 1);
        QVERIFY(mails().first().byConsole);
        QCOMPARE(mails().first().requester, QStringLiteral("anna.schmidt@mycompany.com"));
        QCOMPARE(mails().first().status, ReservationStatus::Accepted);
    }

    void orderForExchangeIsQueuedInTheSameTransaction()
    {
        m_desk->addServer();
        const ConsoleAnswer answer = m_desk->done(wish());
        QCOMPARE(answer.exchange, ExchangeState::Queued);
        QCOMPARE(m_desk->orders().size(), 1);
        const CalendarOrder order = m_desk->orders().first();
        QCOMPARE(order.action, CalendarAction::Create);
        QCOMPARE(order.mailbox, QStringLiteral("CR1@reserve.mycompany.com"));
        QCOMPARE(order.subject, QStringLiteral("Budget"));
        QCOMPARE(order.body, QStringLiteral("Bring the figures."));
        QCOMPARE(order.time.start, at("2026-11-20T09:00:00Z"));
        QCOMPARE(order.recurrence, QByteArray());
        QVERIFY(order.invited.isEmpty());
        QVERIFY(!order.mark.isEmpty());
        m_desk->deliverAll();
        QCOMPARE(row(answer.reservation).exchangeState, ExchangeState::InExchange);
    }

    void failureOfAnOrderIsShownWithItsReason()
    {
        m_desk->addServer();
        const ConsoleAnswer answer = m_desk->done(wish());
        const QList<OutboxEntry> entries = m_desk->outbox();
        const auto order = std::find_if(entries.begin(), entries.end(), [](const OutboxEntry& entry) {
            return entry.kind == OutboxKind::CalendarOrder;
        });
        QVERIFY(order != entries.end());
        m_desk->store().write([&order](WriteUnit& unit) {
            return markTold(unit, *order, ExchangeState::Failed, {"exchange.access-denied", {}}).map([] { return 0; });
        });
        QCOMPARE(row(answer.reservation).exchangeState, ExchangeState::Failed);
        QCOMPARE(row(answer.reservation).exchangeReason.code, QByteArray("exchange.access-denied"));
    }

    void invitationTakesThePlaceOfTheMail()
    {
        m_desk->addServer();
        ConsoleBooking booking = wish();
        booking.invites = true;
        m_desk->done(booking);
        QCOMPARE(m_desk->orders().first().invited, QStringList{QStringLiteral("anna.schmidt@mycompany.com")});
        QVERIFY(mails().isEmpty());
    }

    void R_TIMEZONE_namesThePersonWithoutOne()
    {
        ConsoleBooking booking = wish();
        booking.personId = m_desk->nour();
        const auto refused = m_desk->tryDo(booking);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code(), QByteArray("console.no-time-zone"));
        QCOMPARE(refused.error().arguments().value(QStringLiteral("control-number")), QStringLiteral("100317"));
        QVERIFY(sentence(refused.error()).contains(refused.error().arguments().value(QStringLiteral("person"))));
        QVERIFY(m_desk->standing().isEmpty());
        m_desk->store().write([this](WriteUnit& unit) {
            Person nour = unit.people().find(m_desk->nour()).value().value();
            nour.timeZone = "Europe/Berlin";
            return unit.people().save(nour, QStringLiteral("test"));
        });
        QCOMPARE(m_desk->codeOf(booking), QByteArray());
    }

    void R_RETIRED_peopleCannotReserve()
    {
        m_desk->store().write([this](WriteUnit& unit) {
            Person anna = unit.people().find(m_desk->anna()).value().value();
            anna.status = PersonStatus::Retired;
            return unit.people().save(anna, QStringLiteral("test"));
        });
        QCOMPARE(m_desk->codeOf(wish()), QByteArray("console.person-retired"));
    }

    void R_NO_DOUBLE_refusesWithWhoHasItAndWhatIsFree()
    {
        m_desk->done(wish());
        ConsoleBooking second = wish();
        second.time = {at("2026-11-20T09:30:00Z"), at("2026-11-20T10:30:00Z")};
        const auto refused = m_desk->tryDo(second);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code(), QByteArray("decision.conflict"));
        QCOMPARE(refused.error().arguments().value(QStringLiteral("holder")),
                 QStringLiteral("anna.schmidt@mycompany.com"));
        QCOMPARE(m_desk->standing().size(), 1);
        QCOMPARE(mails().size(), 1);
        // Touching is not overlapping.
        second.time = {at("2026-11-20T10:00:00Z"), at("2026-11-20T11:00:00Z")};
        QCOMPARE(m_desk->codeOf(second), QByteArray());
    }

    void previewSaysTheSameAndKeepsNothing()
    {
        m_desk->done(wish());
        ConsoleBooking second = wish();
        const auto refused = m_desk->previewOf(second);
        QVERIFY(refused);
        QVERIFY(refused->isRefused);
        QCOMPARE(refused->reason.code, QByteArray("decision.conflict"));
        QVERIFY(!refused->alternatives.isEmpty());
        second.time = {at("2026-11-20T13:00:00Z"), at("2026-11-20T14:00:00Z")};
        const auto free = m_desk->previewOf(second);
        QVERIFY(free && !free->isRefused);
        QCOMPARE(m_desk->standing().size(), 1);
    }

    // C3: two people book at once; the store lets one win.
    void C3_oneOfTwoAtOnceWins()
    {
        const ItipReader reader;
        auto first = m_desk->store().store().write(WritePriority::Normal, [&reader, one = wish()](WriteUnit& unit) {
            return carryOut(unit, reader, one, maria);
        });
        auto second = m_desk->store().store().write(WritePriority::Normal, [&reader, one = wish()](WriteUnit& unit) {
            return carryOut(unit, reader, one, QStringLiteral("somebody else"));
        });
        QCOMPARE(int(first.result().has_value()) + int(second.result().has_value()), 1);
        QCOMPARE(m_desk->standing().size(), 1);
    }

    void R_POLICY_namesItself()
    {
        m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "MaximumDurationInMinutes", "30");
        const auto refused = m_desk->tryDo(wish());
        QVERIFY(!refused);
        QCOMPARE(refused.error().arguments().value(QStringLiteral("policy")),
                 QStringLiteral("MaximumDurationInMinutes"));
    }

    // The person is the requester whom the lists name, whoever sits at the console.
    void R_POLICY_personIsTheRequester()
    {
        m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "AllBookInPolicy", "false");
        QCOMPARE(m_desk->codeOf(wish()), QByteArray("decision.policy-not-permitted"));
        m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "BookInPolicy", "anna.schmidt@mycompany.com");
        QCOMPARE(m_desk->codeOf(wish()), QByteArray());
    }

    void R_POLICY_whatWaitsForAnApproverIsOrderedOnceApproved()
    {
        m_desk->addServer();
        m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "AllBookInPolicy", "false");
        m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "AllRequestInPolicy", "true");
        const ConsoleAnswer answer = m_desk->done(wish());
        QCOMPARE(answer.status, ReservationStatus::Pending);
        QCOMPARE(row(answer.reservation).exchangeState, ExchangeState::OnlyHere);
        QVERIFY(m_desk->orders().isEmpty());
        QVERIFY(mails().isEmpty());
        const QList<Approval> waiting = m_desk->approvals();
        QCOMPARE(waiting.size(), 1);
        QVERIFY(m_desk->decideApproval(waiting.first().id, {ApprovalAnswer::Approve, maria, {}}));
        QCOMPARE(row(answer.reservation).status, ReservationStatus::Accepted);
        QCOMPARE(row(answer.reservation).exchangeState, ExchangeState::Queued);
        QCOMPARE(m_desk->orders().size(), 1);
        QCOMPARE(mails().size(), 1);
        for (const OutboxEntry& entry : m_desk->outbox())
            QVERIFY(entry.kind != OutboxKind::Answer);
    }

    void movesInTime()
    {
        m_desk->addServer();
        const ConsoleAnswer made = m_desk->done(wish());
        m_desk->deliverAll();
        ConsoleChange change;
        change.reservation = made.reservation;
        change.time = TimeRange{at("2026-11-20T09:30:00Z"), at("2026-11-20T11:00:00Z")};
        const ConsoleAnswer moved = m_desk->done(change);
        QCOMPARE(moved.reservation, made.reservation);
        const Reservation now = row(made.reservation);
        QCOMPARE(now.time.start, at("2026-11-20T09:30:00Z"));
        QCOMPARE(now.time.end, at("2026-11-20T11:00:00Z"));
        QCOMPARE(now.exchangeState, ExchangeState::Queued);
        QCOMPARE(m_desk->orders().size(), 2);
        QCOMPARE(m_desk->orders().last().action, CalendarAction::Update);
        QCOMPARE(m_desk->orders().last().mark, m_desk->orders().first().mark);
        QCOMPARE(m_desk->orders().last().time.start, at("2026-11-20T09:30:00Z"));
        QCOMPARE(mails().size(), 2);
        QVERIFY(mails().last().moved);
        QCOMPARE(mails().last().uid, mails().first().uid);
        QVERIFY(mails().last().sequence > mails().first().sequence);
    }

    void R_NO_DOUBLE_aRefusedMoveLeavesItWhereItWas()
    {
        const ConsoleAnswer made = m_desk->done(wish());
        ConsoleBooking other = wish();
        other.time = {at("2026-11-20T12:00:00Z"), at("2026-11-20T13:00:00Z")};
        m_desk->done(other);
        ConsoleChange change;
        change.reservation = made.reservation;
        change.time = TimeRange{at("2026-11-20T12:30:00Z"), at("2026-11-20T13:30:00Z")};
        QCOMPARE(m_desk->codeOf(change), QByteArray("decision.conflict"));
        QCOMPARE(row(made.reservation).time.start, at("2026-11-20T09:00:00Z"));
        QCOMPARE(row(made.reservation).status, ReservationStatus::Accepted);
    }

    void movesIntoAnotherSpaceAndBack()
    {
        m_desk->addServer();
        const ConsoleAnswer made = m_desk->done(wish());
        ConsoleChange change;
        change.reservation = made.reservation;
        change.spaceId = m_desk->cr2();
        const ConsoleAnswer there = m_desk->done(change);
        QCOMPARE(m_desk->standing().size(), 1);
        QCOMPARE(m_desk->standing().first().spaceId, m_desk->cr2());
        QCOMPARE(m_desk->standing().first().uid, row(made.reservation).uid);
        QCOMPARE(row(made.reservation).reason.code, QByteArray("console.moved-to"));
        QCOMPARE(m_desk->orders().size(), 3);
        QCOMPARE(m_desk->orders().at(1).action, CalendarAction::Cancel);
        QCOMPARE(m_desk->orders().at(1).mailbox, QStringLiteral("CR1@reserve.mycompany.com"));
        QCOMPARE(m_desk->orders().at(1).mark, m_desk->orders().at(0).mark);
        QCOMPARE(m_desk->orders().at(2).action, CalendarAction::Create);
        QCOMPARE(m_desk->orders().at(2).mailbox, QStringLiteral("CR2@reserve.mycompany.com"));
        change.reservation = there.reservation;
        change.spaceId = m_desk->cr1();
        m_desk->done(change);
        QCOMPARE(m_desk->standing().size(), 1);
        QCOMPARE(m_desk->standing().first().spaceId, m_desk->cr1());
        // What was deleted is never made again under its old mark.
        QCOMPARE(m_desk->orders().last().action, CalendarAction::Create);
        QVERIFY(m_desk->orders().last().mark != m_desk->orders().first().mark);
    }

    void givesItToSomebodyElse()
    {
        const ConsoleAnswer made = m_desk->done(wish());
        Person tom;
        tom.controlNumber = ControlNumber::fromNumber(100500);
        tom.firstName = QStringLiteral("Tom");
        tom.lastName = QStringLiteral("Becker");
        tom.email = QStringLiteral("tom.becker@mycompany.com");
        tom.timeZone = "Europe/London";
        ConsoleChange change;
        change.reservation = made.reservation;
        change.personId = m_desk->addPerson(tom);
        m_desk->done(change);
        QCOMPARE(row(made.reservation).personId, *change.personId);
        QCOMPARE(row(made.reservation).requesterEmail, tom.email);
        QCOMPARE(mails().size(), 3);
        QCOMPARE(mails().at(1).status, ReservationStatus::Cancelled);
        QCOMPARE(mails().at(1).requester, QStringLiteral("anna.schmidt@mycompany.com"));
        QCOMPARE(mails().at(2).requester, tom.email);
    }

    void cancels()
    {
        m_desk->addServer();
        const ConsoleAnswer made = m_desk->done(wish());
        m_desk->done(ConsoleCancellation{made.reservation, BookingScope::ThisDate, QStringLiteral("Fire drill")});
        const Reservation now = row(made.reservation);
        QCOMPARE(now.status, ReservationStatus::Cancelled);
        QCOMPARE(now.reason.code, QByteArray("console.cancelled"));
        QCOMPARE(now.reason.arguments.value(QStringLiteral("by")), maria);
        QCOMPARE(m_desk->orders().last().action, CalendarAction::Cancel);
        QCOMPARE(m_desk->orders().last().comment, QStringLiteral("Fire drill"));
        QCOMPARE(mails().last().status, ReservationStatus::Cancelled);
        QVERIFY(!mails().last().reason.arguments.contains(QStringLiteral("by")));
        QCOMPARE(m_desk->codeOf(ConsoleCancellation{made.reservation, BookingScope::ThisDate, {}}),
                 QByteArray("console.not-standing"));
        QCOMPARE(m_desk->codeOf(wish()), QByteArray());
    }

    // R-MEETING: what was made here no mail touches, neither of somebody else nor of the person.
    void R_MEETING_mailDoesNotTouchIt()
    {
        const ConsoleAnswer made = m_desk->done(wish());
        const Reservation before = row(made.reservation);
        MeetingMail mail = m_desk->meeting();
        mail.uid = before.uid;
        mail.method = ItipMethod::Cancel;
        mail.sequence = 9;
        mail.range = before.time;
        m_desk->send(mail); // of Nour: another meeting
        QCOMPARE(row(made.reservation), before);
        mail.organizer = {QStringLiteral("anna.schmidt@mycompany.com"), {}};
        mail.identity.messageId = QStringLiteral("<second@mycompany.com>");
        const QList<Trace> cancelled = m_desk->send(mail);
        QCOMPARE(cancelled.first().verdict, Verdict::Ignored);
        QCOMPARE(cancelled.first().reason.code, QByteArray("decision.made-in-console"));
        mail.method = ItipMethod::Request;
        mail.identity.messageId = QStringLiteral("<third@mycompany.com>");
        mail.range = {at("2026-11-20T14:00:00Z"), at("2026-11-20T15:00:00Z")};
        const QList<Trace> asked = m_desk->send(mail);
        QCOMPARE(asked.first().verdict, Verdict::Declined);
        QCOMPARE(m_desk->outbox().last().kind, OutboxKind::Answer); // R-QUIET: a request is answered
        QCOMPARE(row(made.reservation), before);
    }

    void whatCameByMailIsCancelledButNotMoved()
    {
        m_desk->send(m_desk->meeting());
        const Reservation mailed = m_desk->standing().first();
        ConsoleChange change;
        change.reservation = mailed.id;
        change.time = TimeRange{at("2026-11-20T18:00:00Z"), at("2026-11-20T19:00:00Z")};
        const auto refused = m_desk->tryDo(change);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code(), QByteArray("console.made-by-mail"));
        QCOMPARE(refused.error().arguments().value(QStringLiteral("organizer")),
                 QStringLiteral("nour.abbas@mycompany.com"));
        m_desk->done(ConsoleCancellation{mailed.id, BookingScope::ThisDate, QStringLiteral("Water in the room")});
        QCOMPARE(row(mailed.id).status, ReservationStatus::Declined);
        const OutboxEntry answer = m_desk->outbox().last();
        QCOMPARE(answer.kind, OutboxKind::Answer);
        QCOMPARE(answer.recipient, QStringLiteral("nour.abbas@mycompany.com"));
        const Announcement told = m_desk->announced(answer);
        QCOMPARE(told.status, ReservationStatus::Declined);
        QVERIFY(sentence(told.reason).contains(QStringLiteral("Water in the room")));
        m_desk->deliverAll();
        QCOMPARE(row(mailed.id).exchangeState, ExchangeState::InExchange);
    }

    void seriesIsReservedDateByDate()
    {
        m_desk->addServer();
        const ConsoleAnswer answer = m_desk->done(series());
        QCOMPARE(answer.dates, 4);
        QCOMPARE(m_desk->standing().size(), 4);
        QVERIFY(allStanding([](const Reservation& one) {
            return one.origin == ReservationOrigin::Console && one.exchangeState == ExchangeState::Queued;
        }));
        QCOMPARE(m_desk->orders().size(), 1);
        QCOMPARE(m_desk->orders().first().recurrence, QByteArray("RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=4"));
        QCOMPARE(m_desk->orders().first().timeZone, QByteArray("Europe/Berlin"));
        QCOMPARE(mails().first().recurrence, m_desk->orders().first().recurrence);
        m_desk->deliverAll();
        QVERIFY(allStanding([](const Reservation& one) { return one.exchangeState == ExchangeState::InExchange; }));
    }

    void oneDateOfASeriesMoves()
    {
        m_desk->addServer();
        m_desk->done(series());
        m_desk->deliverAll();
        const Reservation second = m_desk->standing().at(1);
        ConsoleChange change;
        change.reservation = second.id;
        change.time = TimeRange{second.time.start + Minutes(90), second.time.end + Minutes(90)};
        m_desk->done(change);
        QCOMPARE(row(second.id).time.start, second.time.start + Minutes(90));
        QCOMPARE(m_desk->standing().at(0).time.start, at("2026-11-20T09:00:00Z"));
        QCOMPARE(m_desk->orders().last().action, CalendarAction::Update);
        QCOMPARE(m_desk->orders().last().recurrenceId, second.recurrenceId);
        QCOMPARE(m_desk->orders().last().mark, m_desk->orders().first().mark);
        QCOMPARE(m_desk->orders().last().time.start, second.time.start + Minutes(90));
        QCOMPARE(m_desk->standing().at(0).exchangeState, ExchangeState::InExchange);
        change.rule = QByteArray("FREQ=DAILY;COUNT=2");
        QCOMPARE(m_desk->codeOf(change), QByteArray("console.whole-only"));
    }

    void oneDateOfASeriesIsCancelledAndStaysSo()
    {
        m_desk->addServer();
        m_desk->done(series());
        const Reservation second = m_desk->standing().at(1);
        m_desk->done(ConsoleCancellation{second.id, BookingScope::ThisDate, {}});
        QCOMPARE(m_desk->standing().size(), 3);
        QCOMPARE(m_desk->orders().last().action, CalendarAction::Cancel);
        QCOMPARE(m_desk->orders().last().recurrenceId, second.recurrenceId);
        // The whole moves by an hour and keeps the gap.
        const Reservation first = m_desk->standing().first();
        ConsoleChange change;
        change.reservation = first.id;
        change.scope = BookingScope::Whole;
        change.time = TimeRange{first.time.start + Minutes(60), first.time.end + Minutes(60)};
        m_desk->done(change);
        QCOMPARE(m_desk->standing().size(), 3);
        QVERIFY(allStanding([](const Reservation& one) { return toDateTime(one.time.start).time() == QTime(10, 0); }));
        QVERIFY(m_desk->orders().last().recurrence.contains("EXDATE;TZID=Europe/Berlin:20261127T110000"));
        QCOMPARE(mails().last().recurrence, m_desk->orders().last().recurrence);
    }

    void wholeSeriesMovesToAnotherDay()
    {
        m_desk->done(series());
        const Reservation first = m_desk->standing().first();
        ConsoleChange change;
        change.reservation = first.id;
        change.scope = BookingScope::Whole;
        change.time = TimeRange{first.time.start - std::chrono::days(1), first.time.end - std::chrono::days(1)};
        m_desk->done(change);
        QCOMPARE(m_desk->standing().size(), 4);
        QVERIFY(allStanding(
            [](const Reservation& one) { return toDateTime(one.time.start).date().dayOfWeek() == Qt::Thursday; }));
    }

    void dateOfASeriesMovesIntoAnotherSpace()
    {
        m_desk->addServer();
        m_desk->done(series());
        const Reservation second = m_desk->standing().at(1);
        ConsoleChange change;
        change.reservation = second.id;
        change.spaceId = m_desk->cr2();
        const ConsoleAnswer moved = m_desk->done(change);
        QCOMPARE(row(moved.reservation).spaceId, m_desk->cr2());
        QCOMPARE(row(moved.reservation).time, second.time);
        QCOMPARE(row(second.id).status, ReservationStatus::Cancelled);
        QCOMPARE(m_desk->standing().size(), 4);
        QCOMPARE(m_desk->orders().at(1).action, CalendarAction::Cancel);
        QCOMPARE(m_desk->orders().at(1).recurrenceId, second.recurrenceId);
        QCOMPARE(m_desk->orders().at(2).action, CalendarAction::Create);
        QCOMPARE(m_desk->orders().at(2).mailbox, QStringLiteral("CR2@reserve.mycompany.com"));
    }

    void wholeSeriesIsCancelled()
    {
        m_desk->addServer();
        const ConsoleAnswer made = m_desk->done(series());
        m_desk->done(ConsoleCancellation{made.reservation, BookingScope::Whole, {}});
        QVERIFY(m_desk->standing().isEmpty());
        QCOMPARE(m_desk->orders().last().action, CalendarAction::Cancel);
        QCOMPARE(m_desk->orders().last().recurrenceId, QString());
        QCOMPARE(mails().last().status, ReservationStatus::Cancelled);
    }

    // What is taken on one date is left out where the policy lets it be, in Exchange too.
    void takenDatesAreLeftOut()
    {
        m_desk->addServer();
        m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "ConflictPercentageAllowed", "50");
        m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "MaximumConflictInstances", "2");
        ConsoleBooking taken = wish();
        taken.time = {at("2026-12-04T09:00:00Z"), at("2026-12-04T10:00:00Z")};
        m_desk->done(taken);
        const ConsoleAnswer answer = m_desk->done(series());
        QCOMPARE(answer.declined.size(), 1);
        QVERIFY(m_desk->orders().last().recurrence.contains("EXDATE;TZID=Europe/Berlin:20261204T100000"));
        QCOMPARE(m_desk->standing().size(), 4);
    }

    void seriesKeepsItsWallTimeInThePersonsZone()
    {
        ConsoleBooking booking = wish();
        booking.time = {at("2026-11-18T09:00:00Z"), at("2026-11-18T10:00:00Z")};
        booking.rule = "FREQ=MONTHLY;COUNT=6"; // over the change of clocks on 28 March 2027
        m_desk->done(booking);
        QCOMPARE(m_desk->standing().last().time.start, at("2027-04-18T08:00:00Z"));
    }

    void allDayMeansTheDaysOfTheSpace()
    {
        m_desk->addServer();
        ConsoleBooking booking = wish();
        booking.allDay = true;
        booking.time = {at("2026-11-19T23:00:00Z"), at("2026-11-20T23:00:00Z")}; // 20 November in Berlin
        const ConsoleAnswer made = m_desk->done(booking);
        QVERIFY(row(made.reservation).allDay);
        QCOMPARE(row(made.reservation).time, booking.time);
        QVERIFY(m_desk->orders().first().allDay);
    }

    void privacyIsKept()
    {
        ConsoleBooking booking = wish();
        booking.isPrivate = true;
        QVERIFY(row(m_desk->done(booking).reservation).isPrivate);
    }

    void badWishesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QString>("end");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("no length") << QByteArray() << "2026-11-20T09:00:00Z" << QByteArray("console.no-length");
        QTest::newRow("reversed") << QByteArray() << "2026-11-20T08:00:00Z" << QByteArray("console.no-length");
        QTest::newRow("no rule") << QByteArray("EVERY MONDAY") << "2026-11-20T10:00:00Z"
                                 << QByteArray("console.rule-unreadable");
        QTest::newRow("endless") << QByteArray("FREQ=WEEKLY") << "2026-11-20T10:00:00Z"
                                 << QByteArray("decision.series-beyond-window");
    }
    void badWishesAreRefused()
    {
        QFETCH(const QByteArray, rule);
        QFETCH(const QString, end);
        QFETCH(const QByteArray, code);
        ConsoleBooking booking = wish();
        booking.rule = rule;
        booking.time.end = instantFromIso(end).value();
        const auto refused = m_desk->tryDo(booking);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code(), code);
        QVERIFY(knows(refused.error().code()));
        QVERIFY(m_desk->standing().isEmpty());
    }

    void whatIsOverIsNotReserved()
    {
        ConsoleBooking booking = wish();
        booking.time = {at("2026-11-02T09:00:00Z"), at("2026-11-02T10:00:00Z")};
        QCOMPARE(m_desk->codeOf(booking), QByteArray("decision.over"));
    }

    void everyErrorHasWords()
    {
        for (const char* code :
             {"console.no-person", "console.person-retired", "console.no-time-zone", "console.no-space",
              "console.no-length", "console.rule-unreadable", "console.made-by-mail", "console.from-exchange",
              "console.not-standing", "console.whole-only", "console.series-day", "console.same-meeting",
              "console.cancelled", "console.moved-to", "decision.made-in-console", "decision.withdrawn"})
            QVERIFY2(knows(code), code);
    }
};

QTEST_GUILESS_MAIN(TestConsoleBooking)

#include "tst_consolebooking.moc"
