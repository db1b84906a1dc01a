// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/entities/calendarorder.h"
#include "models/itip/itipreader.h"
#include "models/reserving/announcing.h"
#include "models/reserving/consolebooking.h"
#include "models/wording/wording.h"
#include "tests/support/requestdesk.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString maria = QStringLiteral("maria on desk-12 (console)");

} // namespace

// Reservations made in the console, from the wish to rows, orders for Exchange and mails.
class TestConsoleBooking final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RequestDesk> m_desk;
    ItipReader m_reader;
    PersonId m_anna;

    // Anna for CR1 on Friday 20 November 2026, 10:00 to 11:00 in Berlin.
    ConsoleBooking wish() const
    {
        ConsoleBooking booking;
        booking.spaceId = m_desk->cr1();
        booking.personId = m_anna;
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
    Result<ConsoleAnswer> tryDo(const ConsoleWish& wish)
    {
        return m_desk->store().tryWrite(
            [this, wish](WriteUnit& unit) { return carryOut(unit, m_reader, wish, maria); });
    }
    ConsoleAnswer done(const ConsoleWish& wish)
    {
        const auto answer = tryDo(wish);
        if (!answer)
            qFatal("%s", qPrintable(answer.error().logLine()));
        return *answer;
    }
    QByteArray codeOf(const ConsoleWish& wish)
    {
        const auto answer = tryDo(wish);
        return answer ? QByteArray() : answer.error().code();
    }
    Reservation row(ReservationId id)
    {
        return m_desk->store().read([id](const ReadUnit& unit) { return unit.reservations().find(id); }).value();
    }
    QList<Reservation> standing()
    {
        QList<Reservation> rows = m_desk->reservations();
        rows.removeIf([](const Reservation& one) { return !holdsSlot(one.status); });
        std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.time.start < b.time.start; });
        return rows;
    }
    bool allStanding(const std::function<bool(const Reservation&)>& holds)
    {
        const QList<Reservation> rows = standing();
        return !rows.isEmpty() && std::all_of(rows.begin(), rows.end(), holds);
    }
    QList<CalendarOrder> orders()
    {
        QList<CalendarOrder> found;
        for (const OutboxEntry& entry : m_desk->outbox()) {
            if (entry.kind == OutboxKind::CalendarOrder)
                found.append(calendarOrderFromJson(entry.payload).value());
        }
        return found;
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
    void addServer(ServerKind kind = ServerKind::Ews)
    {
        m_desk->store().write([kind](WriteUnit& unit) {
            ServerProfile profile;
            profile.name = QStringLiteral("Exchange");
            profile.kind = kind;
            profile.url
                = kind == ServerKind::Ews ? QStringLiteral("https://mail.mycompany.com/EWS/Exchange.asmx") : QString();
            profile.mailDomains = {QStringLiteral("mycompany.com")};
            return unit.serverProfiles().save(profile, QStringLiteral("test"));
        });
    }
    void isDelivered()
    {
        const QList<OutboxEntry> entries = m_desk->outbox();
        m_desk->store().write([&entries](WriteUnit& unit) -> Result<int> {
            for (const OutboxEntry& entry : entries) {
                if (entry.state != OutboxState::Waiting)
                    continue;
                if (const auto marked = markTold(unit, entry, ExchangeState::InExchange, {}); !marked)
                    return failure(marked.error());
                if (const auto finished = unit.outbox().markDone(entry.id); !finished)
                    return failure(finished.error());
            }
            return int(entries.size());
        });
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<RequestDesk>();
        Person anna;
        anna.controlNumber = ControlNumber::fromNumber(100400);
        anna.firstName = QStringLiteral("Anna");
        anna.lastName = QStringLiteral("Schmidt");
        anna.email = QStringLiteral("anna.schmidt@mycompany.com");
        anna.timeZone = "Europe/Berlin";
        m_anna = m_desk->addPerson(anna);
    }

    void booksForAPerson()
    {
        const ConsoleAnswer answer = done(wish());
        const Reservation made = row(answer.reservation);
        QCOMPARE(made.status, ReservationStatus::Accepted);
        QCOMPARE(made.origin, ReservationOrigin::Console);
        QCOMPARE(made.personId, m_anna);
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
        addServer(ServerKind::MailOnly);
        QCOMPARE(done(wish()).exchange, ExchangeState::OnlyHere);
        QVERIFY(orders().isEmpty());
        QCOMPARE(mails().size(), 1);
        QVERIFY(mails().first().byConsole);
        QCOMPARE(mails().first().requester, QStringLiteral("anna.schmidt@mycompany.com"));
        QCOMPARE(mails().first().status, ReservationStatus::Accepted);
    }

    void orderForExchangeIsQueuedInTheSameTransaction()
    {
        addServer();
        const ConsoleAnswer answer = done(wish());
        QCOMPARE(answer.exchange, ExchangeState::Queued);
        QCOMPARE(orders().size(), 1);
        const CalendarOrder order = orders().first();
        QCOMPARE(order.action, CalendarAction::Create);
        QCOMPARE(order.mailbox, QStringLiteral("CR1@reserve.mycompany.com"));
        QCOMPARE(order.subject, QStringLiteral("Budget"));
        QCOMPARE(order.body, QStringLiteral("Bring the figures."));
        QCOMPARE(order.time.start, at("2026-11-20T09:00:00Z"));
        QCOMPARE(order.recurrence, QByteArray());
        QVERIFY(order.invited.isEmpty());
        QVERIFY(!order.mark.isEmpty());
        isDelivered();
        QCOMPARE(row(answer.reservation).exchangeState, ExchangeState::InExchange);
    }

    void failureOfAnOrderIsShownWithItsReason()
    {
        addServer();
        const ConsoleAnswer answer = done(wish());
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
        addServer();
        ConsoleBooking booking = wish();
        booking.invites = true;
        done(booking);
        QCOMPARE(orders().first().invited, QStringList{QStringLiteral("anna.schmidt@mycompany.com")});
        QVERIFY(mails().isEmpty());
    }

    void R_TIMEZONE_namesThePersonWithoutOne()
    {
        ConsoleBooking booking = wish();
        booking.personId = m_desk->nour();
        const auto refused = tryDo(booking);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code(), QByteArray("console.no-time-zone"));
        QCOMPARE(refused.error().arguments().value(QStringLiteral("control-number")), QStringLiteral("100317"));
        QVERIFY(sentence(refused.error()).contains(refused.error().arguments().value(QStringLiteral("person"))));
        QVERIFY(standing().isEmpty());
        m_desk->store().write([this](WriteUnit& unit) {
            Person nour = unit.people().find(m_desk->nour()).value().value();
            nour.timeZone = "Europe/Berlin";
            return unit.people().save(nour, QStringLiteral("test"));
        });
        QCOMPARE(codeOf(booking), QByteArray());
    }

    void R_RETIRED_peopleCannotReserve()
    {
        m_desk->store().write([this](WriteUnit& unit) {
            Person anna = unit.people().find(m_anna).value().value();
            anna.status = PersonStatus::Retired;
            return unit.people().save(anna, QStringLiteral("test"));
        });
        QCOMPARE(codeOf(wish()), QByteArray("console.person-retired"));
    }

    void R_NO_DOUBLE_refusesWithWhoHasItAndWhatIsFree()
    {
        done(wish());
        ConsoleBooking second = wish();
        second.time = {at("2026-11-20T09:30:00Z"), at("2026-11-20T10:30:00Z")};
        const auto refused = tryDo(second);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code(), QByteArray("decision.conflict"));
        QCOMPARE(refused.error().arguments().value(QStringLiteral("holder")),
                 QStringLiteral("anna.schmidt@mycompany.com"));
        QCOMPARE(standing().size(), 1);
        QCOMPARE(mails().size(), 1);
        // Touching is not overlapping.
        second.time = {at("2026-11-20T10:00:00Z"), at("2026-11-20T11:00:00Z")};
        QCOMPARE(codeOf(second), QByteArray());
    }

    void previewSaysTheSameAndKeepsNothing()
    {
        done(wish());
        ConsoleBooking second = wish();
        const auto refused = m_desk->store()
                                 .store()
                                 .rehearse(m_desk->clock().now(),
                                           [this, second](WriteUnit& unit) { return preview(unit, m_reader, second); })
                                 .result();
        QVERIFY(refused);
        QVERIFY(refused->isRefused);
        QCOMPARE(refused->reason.code, QByteArray("decision.conflict"));
        QVERIFY(!refused->alternatives.isEmpty());
        second.time = {at("2026-11-20T13:00:00Z"), at("2026-11-20T14:00:00Z")};
        const auto free = m_desk->store()
                              .store()
                              .rehearse(m_desk->clock().now(),
                                        [this, second](WriteUnit& unit) { return preview(unit, m_reader, second); })
                              .result();
        QVERIFY(free && !free->isRefused);
        QCOMPARE(standing().size(), 1);
    }

    // C3: two people book at once; the store lets one win.
    void C3_oneOfTwoAtOnceWins()
    {
        auto first = m_desk->store().store().write(WritePriority::Normal, [this, one = wish()](WriteUnit& unit) {
            return carryOut(unit, m_reader, one, maria);
        });
        auto second = m_desk->store().store().write(WritePriority::Normal, [this, one = wish()](WriteUnit& unit) {
            return carryOut(unit, m_reader, one, QStringLiteral("somebody else"));
        });
        QCOMPARE(int(first.result().has_value()) + int(second.result().has_value()), 1);
        QCOMPARE(standing().size(), 1);
    }

    void R_POLICY_namesItself()
    {
        m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "MaximumDurationInMinutes", "30");
        const auto refused = tryDo(wish());
        QVERIFY(!refused);
        QCOMPARE(refused.error().arguments().value(QStringLiteral("policy")),
                 QStringLiteral("MaximumDurationInMinutes"));
    }

    // The person is the requester whom the lists name, whoever sits at the console.
    void R_POLICY_personIsTheRequester()
    {
        m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "AllBookInPolicy", "false");
        QCOMPARE(codeOf(wish()), QByteArray("decision.policy-not-permitted"));
        m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "BookInPolicy", "anna.schmidt@mycompany.com");
        QCOMPARE(codeOf(wish()), QByteArray());
    }

    void R_POLICY_whatWaitsForAnApproverIsOrderedOnceApproved()
    {
        addServer();
        m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "AllBookInPolicy", "false");
        m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "AllRequestInPolicy", "true");
        const ConsoleAnswer answer = done(wish());
        QCOMPARE(answer.status, ReservationStatus::Pending);
        QCOMPARE(row(answer.reservation).exchangeState, ExchangeState::OnlyHere);
        QVERIFY(orders().isEmpty());
        QVERIFY(mails().isEmpty());
        const QList<Approval> waiting = m_desk->approvals();
        QCOMPARE(waiting.size(), 1);
        QVERIFY(m_desk->decideApproval(waiting.first().id, {ApprovalAnswer::Approve, maria, {}}));
        QCOMPARE(row(answer.reservation).status, ReservationStatus::Accepted);
        QCOMPARE(row(answer.reservation).exchangeState, ExchangeState::Queued);
        QCOMPARE(orders().size(), 1);
        QCOMPARE(mails().size(), 1);
        for (const OutboxEntry& entry : m_desk->outbox())
            QVERIFY(entry.kind != OutboxKind::Answer);
    }

    void movesInTime()
    {
        addServer();
        const ConsoleAnswer made = done(wish());
        isDelivered();
        ConsoleChange change;
        change.reservation = made.reservation;
        change.time = TimeRange{at("2026-11-20T09:30:00Z"), at("2026-11-20T11:00:00Z")};
        const ConsoleAnswer moved = done(change);
        QCOMPARE(moved.reservation, made.reservation);
        const Reservation now = row(made.reservation);
        QCOMPARE(now.time.start, at("2026-11-20T09:30:00Z"));
        QCOMPARE(now.time.end, at("2026-11-20T11:00:00Z"));
        QCOMPARE(now.exchangeState, ExchangeState::Queued);
        QCOMPARE(orders().size(), 2);
        QCOMPARE(orders().last().action, CalendarAction::Update);
        QCOMPARE(orders().last().mark, orders().first().mark);
        QCOMPARE(orders().last().time.start, at("2026-11-20T09:30:00Z"));
        QCOMPARE(mails().size(), 2);
        QVERIFY(mails().last().moved);
        QCOMPARE(mails().last().uid, mails().first().uid);
        QVERIFY(mails().last().sequence > mails().first().sequence);
    }

    void R_NO_DOUBLE_aRefusedMoveLeavesItWhereItWas()
    {
        const ConsoleAnswer made = done(wish());
        ConsoleBooking other = wish();
        other.time = {at("2026-11-20T12:00:00Z"), at("2026-11-20T13:00:00Z")};
        done(other);
        ConsoleChange change;
        change.reservation = made.reservation;
        change.time = TimeRange{at("2026-11-20T12:30:00Z"), at("2026-11-20T13:30:00Z")};
        QCOMPARE(codeOf(change), QByteArray("decision.conflict"));
        QCOMPARE(row(made.reservation).time.start, at("2026-11-20T09:00:00Z"));
        QCOMPARE(row(made.reservation).status, ReservationStatus::Accepted);
    }

    void movesIntoAnotherSpaceAndBack()
    {
        addServer();
        const ConsoleAnswer made = done(wish());
        ConsoleChange change;
        change.reservation = made.reservation;
        change.spaceId = m_desk->cr2();
        const ConsoleAnswer there = done(change);
        QCOMPARE(standing().size(), 1);
        QCOMPARE(standing().first().spaceId, m_desk->cr2());
        QCOMPARE(standing().first().uid, row(made.reservation).uid);
        QCOMPARE(row(made.reservation).reason.code, QByteArray("console.moved-to"));
        QCOMPARE(orders().size(), 3);
        QCOMPARE(orders().at(1).action, CalendarAction::Cancel);
        QCOMPARE(orders().at(1).mailbox, QStringLiteral("CR1@reserve.mycompany.com"));
        QCOMPARE(orders().at(1).mark, orders().at(0).mark);
        QCOMPARE(orders().at(2).action, CalendarAction::Create);
        QCOMPARE(orders().at(2).mailbox, QStringLiteral("CR2@reserve.mycompany.com"));
        change.reservation = there.reservation;
        change.spaceId = m_desk->cr1();
        done(change);
        QCOMPARE(standing().size(), 1);
        QCOMPARE(standing().first().spaceId, m_desk->cr1());
        // What was deleted is never made again under its old mark.
        QCOMPARE(orders().last().action, CalendarAction::Create);
        QVERIFY(orders().last().mark != orders().first().mark);
    }

    void givesItToSomebodyElse()
    {
        const ConsoleAnswer made = done(wish());
        Person tom;
        tom.controlNumber = ControlNumber::fromNumber(100500);
        tom.firstName = QStringLiteral("Tom");
        tom.lastName = QStringLiteral("Becker");
        tom.email = QStringLiteral("tom.becker@mycompany.com");
        tom.timeZone = "Europe/London";
        ConsoleChange change;
        change.reservation = made.reservation;
        change.personId = m_desk->addPerson(tom);
        done(change);
        QCOMPARE(row(made.reservation).personId, *change.personId);
        QCOMPARE(row(made.reservation).requesterEmail, tom.email);
        QCOMPARE(mails().size(), 3);
        QCOMPARE(mails().at(1).status, ReservationStatus::Cancelled);
        QCOMPARE(mails().at(1).requester, QStringLiteral("anna.schmidt@mycompany.com"));
        QCOMPARE(mails().at(2).requester, tom.email);
    }

    void cancels()
    {
        addServer();
        const ConsoleAnswer made = done(wish());
        done(ConsoleCancellation{made.reservation, BookingScope::ThisDate, QStringLiteral("Fire drill")});
        const Reservation now = row(made.reservation);
        QCOMPARE(now.status, ReservationStatus::Cancelled);
        QCOMPARE(now.reason.code, QByteArray("console.cancelled"));
        QCOMPARE(now.reason.arguments.value(QStringLiteral("by")), maria);
        QCOMPARE(orders().last().action, CalendarAction::Cancel);
        QCOMPARE(orders().last().comment, QStringLiteral("Fire drill"));
        QCOMPARE(mails().last().status, ReservationStatus::Cancelled);
        QVERIFY(!mails().last().reason.arguments.contains(QStringLiteral("by")));
        QCOMPARE(codeOf(ConsoleCancellation{made.reservation, BookingScope::ThisDate, {}}),
                 QByteArray("console.not-standing"));
        QCOMPARE(codeOf(wish()), QByteArray());
    }

    // R-MEETING: what was made here no mail touches, neither of somebody else nor of the person.
    void R_MEETING_mailDoesNotTouchIt()
    {
        const ConsoleAnswer made = done(wish());
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
        const Reservation mailed = standing().first();
        ConsoleChange change;
        change.reservation = mailed.id;
        change.time = TimeRange{at("2026-11-20T18:00:00Z"), at("2026-11-20T19:00:00Z")};
        const auto refused = tryDo(change);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code(), QByteArray("console.made-by-mail"));
        QCOMPARE(refused.error().arguments().value(QStringLiteral("organizer")),
                 QStringLiteral("nour.abbas@mycompany.com"));
        done(ConsoleCancellation{mailed.id, BookingScope::ThisDate, QStringLiteral("Water in the room")});
        QCOMPARE(row(mailed.id).status, ReservationStatus::Declined);
        const OutboxEntry answer = m_desk->outbox().last();
        QCOMPARE(answer.kind, OutboxKind::Answer);
        QCOMPARE(answer.recipient, QStringLiteral("nour.abbas@mycompany.com"));
        const Announcement told = m_desk->announced(answer);
        QCOMPARE(told.status, ReservationStatus::Declined);
        QVERIFY(sentence(told.reason).contains(QStringLiteral("Water in the room")));
        isDelivered();
        QCOMPARE(row(mailed.id).exchangeState, ExchangeState::InExchange);
    }

    void seriesIsReservedDateByDate()
    {
        addServer();
        const ConsoleAnswer answer = done(series());
        QCOMPARE(answer.dates, 4);
        QCOMPARE(standing().size(), 4);
        QVERIFY(allStanding([](const Reservation& one) {
            return one.origin == ReservationOrigin::Console && one.exchangeState == ExchangeState::Queued;
        }));
        QCOMPARE(orders().size(), 1);
        QCOMPARE(orders().first().recurrence, QByteArray("RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=4"));
        QCOMPARE(orders().first().timeZone, QByteArray("Europe/Berlin"));
        QCOMPARE(mails().first().recurrence, orders().first().recurrence);
        isDelivered();
        QVERIFY(allStanding([](const Reservation& one) { return one.exchangeState == ExchangeState::InExchange; }));
    }

    void oneDateOfASeriesMoves()
    {
        addServer();
        done(series());
        isDelivered();
        const Reservation second = standing().at(1);
        ConsoleChange change;
        change.reservation = second.id;
        change.time = TimeRange{second.time.start + Minutes(90), second.time.end + Minutes(90)};
        done(change);
        QCOMPARE(row(second.id).time.start, second.time.start + Minutes(90));
        QCOMPARE(standing().at(0).time.start, at("2026-11-20T09:00:00Z"));
        QCOMPARE(orders().last().action, CalendarAction::Update);
        QCOMPARE(orders().last().recurrenceId, second.recurrenceId);
        QCOMPARE(orders().last().mark, orders().first().mark);
        QCOMPARE(orders().last().time.start, second.time.start + Minutes(90));
        QCOMPARE(standing().at(0).exchangeState, ExchangeState::InExchange);
        change.rule = QByteArray("FREQ=DAILY;COUNT=2");
        QCOMPARE(codeOf(change), QByteArray("console.whole-only"));
    }

    void oneDateOfASeriesIsCancelledAndStaysSo()
    {
        addServer();
        done(series());
        const Reservation second = standing().at(1);
        done(ConsoleCancellation{second.id, BookingScope::ThisDate, {}});
        QCOMPARE(standing().size(), 3);
        QCOMPARE(orders().last().action, CalendarAction::Cancel);
        QCOMPARE(orders().last().recurrenceId, second.recurrenceId);
        // The whole moves by an hour and keeps the gap.
        const Reservation first = standing().first();
        ConsoleChange change;
        change.reservation = first.id;
        change.scope = BookingScope::Whole;
        change.time = TimeRange{first.time.start + Minutes(60), first.time.end + Minutes(60)};
        done(change);
        QCOMPARE(standing().size(), 3);
        QVERIFY(allStanding([](const Reservation& one) { return toDateTime(one.time.start).time() == QTime(10, 0); }));
        QVERIFY(orders().last().recurrence.contains("EXDATE;TZID=Europe/Berlin:20261127T110000"));
        QCOMPARE(mails().last().recurrence, orders().last().recurrence);
    }

    void wholeSeriesMovesToAnotherDay()
    {
        done(series());
        const Reservation first = standing().first();
        ConsoleChange change;
        change.reservation = first.id;
        change.scope = BookingScope::Whole;
        change.time = TimeRange{first.time.start - std::chrono::days(1), first.time.end - std::chrono::days(1)};
        done(change);
        QCOMPARE(standing().size(), 4);
        QVERIFY(allStanding(
            [](const Reservation& one) { return toDateTime(one.time.start).date().dayOfWeek() == Qt::Thursday; }));
    }

    void dateOfASeriesMovesIntoAnotherSpace()
    {
        addServer();
        done(series());
        const Reservation second = standing().at(1);
        ConsoleChange change;
        change.reservation = second.id;
        change.spaceId = m_desk->cr2();
        const ConsoleAnswer moved = done(change);
        QCOMPARE(row(moved.reservation).spaceId, m_desk->cr2());
        QCOMPARE(row(moved.reservation).time, second.time);
        QCOMPARE(row(second.id).status, ReservationStatus::Cancelled);
        QCOMPARE(standing().size(), 4);
        QCOMPARE(orders().at(1).action, CalendarAction::Cancel);
        QCOMPARE(orders().at(1).recurrenceId, second.recurrenceId);
        QCOMPARE(orders().at(2).action, CalendarAction::Create);
        QCOMPARE(orders().at(2).mailbox, QStringLiteral("CR2@reserve.mycompany.com"));
    }

    void wholeSeriesIsCancelled()
    {
        addServer();
        const ConsoleAnswer made = done(series());
        done(ConsoleCancellation{made.reservation, BookingScope::Whole, {}});
        QVERIFY(standing().isEmpty());
        QCOMPARE(orders().last().action, CalendarAction::Cancel);
        QCOMPARE(orders().last().recurrenceId, QString());
        QCOMPARE(mails().last().status, ReservationStatus::Cancelled);
    }

    // What is taken on one date is left out where the policy lets it be, in Exchange too.
    void takenDatesAreLeftOut()
    {
        addServer();
        m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "ConflictPercentageAllowed", "50");
        m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "MaximumConflictInstances", "2");
        ConsoleBooking taken = wish();
        taken.time = {at("2026-12-04T09:00:00Z"), at("2026-12-04T10:00:00Z")};
        done(taken);
        const ConsoleAnswer answer = done(series());
        QCOMPARE(answer.declined.size(), 1);
        QVERIFY(orders().last().recurrence.contains("EXDATE;TZID=Europe/Berlin:20261204T100000"));
        QCOMPARE(standing().size(), 4);
    }

    void seriesKeepsItsWallTimeInThePersonsZone()
    {
        ConsoleBooking booking = wish();
        booking.time = {at("2026-11-18T09:00:00Z"), at("2026-11-18T10:00:00Z")};
        booking.rule = "FREQ=MONTHLY;COUNT=6"; // over the change of clocks on 28 March 2027
        done(booking);
        QCOMPARE(standing().last().time.start, at("2027-04-18T08:00:00Z"));
    }

    void allDayMeansTheDaysOfTheSpace()
    {
        addServer();
        ConsoleBooking booking = wish();
        booking.allDay = true;
        booking.time = {at("2026-11-19T23:00:00Z"), at("2026-11-20T23:00:00Z")}; // 20 November in Berlin
        const ConsoleAnswer made = done(booking);
        QVERIFY(row(made.reservation).allDay);
        QCOMPARE(row(made.reservation).time, booking.time);
        QVERIFY(orders().first().allDay);
    }

    void privacyIsKept()
    {
        ConsoleBooking booking = wish();
        booking.isPrivate = true;
        QVERIFY(row(done(booking).reservation).isPrivate);
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
        const auto refused = tryDo(booking);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code(), code);
        QVERIFY(knows(refused.error().code()));
        QVERIFY(standing().isEmpty());
    }

    void whatIsOverIsNotReserved()
    {
        ConsoleBooking booking = wish();
        booking.time = {at("2026-11-02T09:00:00Z"), at("2026-11-02T10:00:00Z")};
        QCOMPARE(codeOf(booking), QByteArray("decision.over"));
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
