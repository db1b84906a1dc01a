// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/exchangeservers.h"
#include "models/agent/mailcomposer.h"
#include "models/agent/serverrequest.h"
#include "models/itip/itipreader.h"
#include "models/reserving/announcing.h"
#include "models/reserving/consolebooking.h"
#include "tests/practice/practiceprofile.h"
#include "tests/support/answerof.h"
#include "tests/support/requestdesk.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString room = QStringLiteral("CR1@reserve.mycompany.com");
const QString actor = QStringLiteral("maria on desk-12 (console)");
const TimeRange allTime{*instantFromIso(QStringLiteral("2026-11-01T00:00:00Z")),
                        *instantFromIso(QStringLiteral("2027-06-01T00:00:00Z"))};

QString lineOf(TimeRange time, const QString& subject)
{
    return toIso(time.start) + u' ' + toIso(time.end) + u' ' + subject;
}

} // namespace

// A series is changed in the console, as a whole and date by date, and its orders are carried out by the agent's own
// ways to Exchange: both calendars are equal after each.
class tst_PracticeSeries final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholeAfterItsDates_data() { addServerKinds(); }
    void theWholeAfterItsDates();
    void whatChangesNothingIsMailedToNobody_data() { addServerKinds(); }
    void whatChangesNothingIsMailedToNobody();
    void anyChangesLeaveBothCalendarsEqual_data();
    void anyChangesLeaveBothCalendarsEqual();

private:
    void open(ServerKind kind);
    bool carryOut(const ConsoleWish& wish);
    ConsoleBooking fridays() const;
    QList<Reservation> standing();
    void deliver();
    void compareCalendars(const QString& after);
    ConsoleWish anyWish(std::mt19937& random);

    std::unique_ptr<RequestDesk> m_desk;
    std::unique_ptr<PracticeExchange> m_practice;
    std::unique_ptr<ExchangeServers> m_servers;
    std::shared_ptr<ExchangeGateway> m_gateway;
    ItipReader m_reader;
    PersonId m_anna;
};

void tst_PracticeSeries::open(ServerKind kind)
{
    m_gateway.reset();
    m_desk = std::make_unique<RequestDesk>();
    m_practice = std::make_unique<PracticeExchange>(practiceOptions({{room, QStringLiteral("CR1 Borealis"), {}}}),
                                                    m_desk->store().sharedClock());
    QVERIFY(m_practice->start());
    ServerProfile profile = practiceProfile(*m_practice, kind);
    profile.id = m_desk->store().write(
        [profile](WriteUnit& unit) { return unit.serverProfiles().save(profile, QStringLiteral("test")); });
    m_servers = std::make_unique<ExchangeServers>();
    const auto made = m_servers->make(profile, practiceSecrets(profile.id));
    QVERIFY(made);
    m_gateway = *made;
    Person anna;
    anna.controlNumber = ControlNumber::fromNumber(100400);
    anna.firstName = QStringLiteral("Anna");
    anna.email = QStringLiteral("anna.schmidt@mycompany.com");
    anna.timeZone = "Europe/Berlin";
    m_anna = m_desk->addPerson(anna);
}

bool tst_PracticeSeries::carryOut(const ConsoleWish& wish)
{
    const auto answer = m_desk->store().tryWrite(
        [this, wish](WriteUnit& unit) { return reserve::carryOut(unit, m_reader, wish, actor); });
    m_desk->clock().advance(std::chrono::minutes(1));
    return answer.has_value();
}

ConsoleBooking tst_PracticeSeries::fridays() const
{
    ConsoleBooking booking;
    booking.spaceId = m_desk->cr1();
    booking.personId = m_anna;
    booking.subject = QStringLiteral("Budget");
    booking.time = {at("2026-11-20T10:00:00Z"), at("2026-11-20T11:00:00Z")};
    booking.rule = "FREQ=WEEKLY;BYDAY=FR;COUNT=6";
    return booking;
}

QList<Reservation> tst_PracticeSeries::standing()
{
    QList<Reservation> rows = m_desk->reservations();
    rows.removeIf([this](const Reservation& row) { return !holdsSlot(row.status) || row.spaceId != m_desk->cr1(); });
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.time.start < b.time.start; });
    return rows;
}

// What the agent does with orders, one after the other.
void tst_PracticeSeries::deliver()
{
    for (const OutboxEntry& entry : m_desk->outbox()) {
        if (entry.kind != OutboxKind::CalendarOrder || entry.state != OutboxState::Waiting)
            continue;
        const auto request = serverRequestFor(entry, room, false, MailComposer(Settings()));
        QVERIFY(request);
        const auto& order = std::get<OrderRequest>(*request);
        const auto done = [&]() -> Result<void> {
            if (order.action == CalendarAction::Create)
                return answerOf(m_gateway->create(room, order.draft)).map([](const ItemReference&) {});
            if (order.action == CalendarAction::Update)
                return answerOf(m_gateway->update(room, order.occurrence, order.draft)).map([](const ItemReference&) {
                });
            return answerOf(m_gateway->cancel(room, order.draft.mark, order.occurrence, order.comment));
        }();
        QVERIFY2(done, done ? "" : qPrintable(done.error().logLine()));
        m_desk->store().write([entry](WriteUnit& unit) -> Result<int> {
            if (const auto marked = markTold(unit, entry, ExchangeState::InExchange, {}); !marked)
                return failure(marked.error());
            return unit.outbox().markDone(entry.id).map([] { return 0; });
        });
    }
}

void tst_PracticeSeries::compareCalendars(const QString& after)
{
    QStringList here;
    for (const Reservation& row : standing()) {
        QCOMPARE(row.exchangeState, ExchangeState::InExchange);
        here.append(lineOf(row.time, row.subject));
    }
    const auto items = answerOf(m_gateway->list(room, allTime));
    QVERIFY(items);
    QStringList there;
    for (const CalendarItem& item : *items)
        there.append(lineOf(item.time, item.subject));
    there.sort();
    QVERIFY2(here == there,
             qPrintable(after + QStringLiteral("\nhere\n") + here.join(u'\n') + QStringLiteral("\nthere\n")
                        + there.join(u'\n')));
}

void tst_PracticeSeries::theWholeAfterItsDates()
{
    QFETCH(const ServerKind, kind);
    open(kind);
    QVERIFY(carryOut(fridays()));
    QList<Reservation> rows = standing();
    ConsoleChange change;
    change.reservation = rows.at(1).id;
    change.time = TimeRange{at("2026-11-27T09:30:00Z"), at("2026-11-27T10:30:00Z")};
    QVERIFY(carryOut(change));
    change = {};
    change.reservation = rows.at(2).id;
    change.subject = QStringLiteral("Own");
    QVERIFY(carryOut(change));
    QVERIFY(carryOut(ConsoleCancellation{rows.at(3).id, BookingScope::ThisDate, {}}));
    deliver();
    compareCalendars(QStringLiteral("dates"));
    change = {};
    change.reservation = rows.first().id;
    change.scope = BookingScope::Whole;
    change.subject = QStringLiteral("New");
    change.body = QStringLiteral("A new text");
    QVERIFY(carryOut(change));
    deliver();
    compareCalendars(QStringLiteral("subject and text"));
    QCOMPARE(standing().at(1).time.start, at("2026-11-27T09:30:00Z"));
    change.subject.reset();
    change.body.reset();
    change.time = TimeRange{at("2026-11-20T10:30:00Z"), at("2026-11-20T11:30:00Z")};
    QVERIFY(carryOut(change));
    deliver();
    compareCalendars(QStringLiteral("time"));
    QCOMPARE(standing().at(1).time.start, at("2026-11-27T10:00:00Z"));
}

void tst_PracticeSeries::whatChangesNothingIsMailedToNobody()
{
    QFETCH(const ServerKind, kind);
    open(kind);
    ConsoleBooking booking = fridays();
    booking.invites = true;
    QVERIFY(carryOut(booking));
    deliver();
    const QByteArray mails = m_practice->mailsJson();
    ConsoleChange nothing;
    nothing.reservation = standing().first().id;
    nothing.scope = BookingScope::Whole;
    nothing.spaceId = m_desk->cr1();
    nothing.subject = booking.subject;
    QVERIFY(carryOut(nothing));
    deliver();
    QCOMPARE(m_practice->mailsJson(), mails);
}

void tst_PracticeSeries::anyChangesLeaveBothCalendarsEqual_data()
{
    QTest::addColumn<ServerKind>("kind");
    QTest::addColumn<unsigned>("seed");
    for (const unsigned seed : {1U, 2U, 3U}) {
        QTest::addRow("EWS %u", seed) << ServerKind::Ews << seed;
        QTest::addRow("Graph %u", seed) << ServerKind::Graph << seed;
    }
}

// One of all that a person can do to a series, or to something in its way.
ConsoleWish tst_PracticeSeries::anyWish(std::mt19937& random)
{
    const auto any = [&random](int most) { return std::uniform_int_distribution<int>(0, most - 1)(random); };
    const QList<Reservation> rows = standing();
    const Reservation& row = rows.at(any(int(rows.size())));
    ConsoleChange change;
    change.reservation = row.id;
    change.scope = any(2) == 0 ? BookingScope::Whole : BookingScope::ThisDate;
    const QList<QByteArray> rules{"FREQ=WEEKLY;BYDAY=FR;COUNT=6", "FREQ=WEEKLY;BYDAY=FR;COUNT=8",
                                  "FREQ=WEEKLY;BYDAY=FR,TU;COUNT=8", "FREQ=DAILY;INTERVAL=3;COUNT=7"};
    switch (any(6)) {
    case 0:
        change.subject = QStringLiteral("Subject %1").arg(any(5));
        return change;
    case 1:
        change.scope = BookingScope::Whole;
        change.rule = rules.at(any(int(rules.size())));
        return change;
    case 2:
        if (rows.size() > 3)
            return ConsoleCancellation{row.id, BookingScope::ThisDate, {}};
        [[fallthrough]];
    case 3:
        change.time = TimeRange{row.time.start + Minutes(30), row.time.end + Minutes(60)};
        return change;
    case 4:
        change.time = TimeRange{row.time.start - Minutes(15), row.time.start + Minutes(45)};
        return change;
    default: // by itself it would cross its neighbours, which Exchange refuses
        change.scope = BookingScope::Whole;
        change.time = TimeRange{row.time.start + std::chrono::hours(24), row.time.end + std::chrono::hours(24)};
        return change;
    }
}

void tst_PracticeSeries::anyChangesLeaveBothCalendarsEqual()
{
    QFETCH(const ServerKind, kind);
    QFETCH(const unsigned, seed);
    open(kind);
    std::mt19937 random(seed);
    QVERIFY(carryOut(fridays()));
    int carriedOut = 0;
    for (int step = 0; step < 25; ++step) {
        carriedOut += carryOut(anyWish(random)) ? 1 : 0;
        deliver();
        compareCalendars(QStringLiteral("step %1").arg(step));
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(carriedOut > 10);
}

QTEST_GUILESS_MAIN(tst_PracticeSeries)

#include "tst_practiceseries.moc"
