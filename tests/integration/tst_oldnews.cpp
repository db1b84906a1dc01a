// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/itipreader.h"
#include "models/reserving/consolebooking.h"
#include "models/reserving/outdating.h"
#include "models/wording/wording.h"
#include "tests/support/letter.h"

#include <QTest>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

namespace {

using Conversation = QList<Letter>;

const QString actor = QStringLiteral("maria on desk-12 (console)");

Letter single(int sequence, const QByteArray& start, const QByteArray& method = "REQUEST", int minute = 0)
{
    Letter letter;
    letter.method = method;
    letter.sequence = sequence;
    letter.minute = minute ? minute : sequence + 1;
    letter.recurrence.clear();
    letter.start = "20261120T" + start + "000";
    letter.end = "20261120T" + start + "500";
    return letter;
}

Letter weekly(int sequence, const QByteArray& start, const QByteArray& method = "REQUEST", int minute = 0)
{
    Letter letter = single(sequence, start, method, minute);
    letter.recurrence = "RRULE:FREQ=WEEKLY;COUNT=4\r\n";
    return letter;
}

Letter another(const QByteArray& start)
{
    Letter letter = single(3, start);
    letter.uid = "another";
    return letter;
}

Letter movedTo(Letter letter, const QByteArray& start)
{
    letter.start = letter.start.first(9) + start + "000";
    letter.end = letter.end.first(9) + start + "500";
    return letter;
}

} // namespace

// R-ANSWER, R-CONFIRM: a mail came back, and a person has it sent once more. Nobody is told what is no longer so.
class TestOldNews : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RequestDesk> m_desk;

    OutboxEntry entry(OutboxId id)
    {
        return *m_desk->store().read([id](const ReadUnit& unit) { return unit.outbox().find(id); });
    }
    // Everything that waits was sent, and comes back.
    QList<OutboxEntry> bounceAll()
    {
        const QList<OutboxEntry> sent = m_desk->outbox();
        for (const OutboxEntry& one : sent) {
            const Reason why{
                "outbox.bounced",
                {{QStringLiteral("recipient"), one.recipient}, {QStringLiteral("status"), QStringLiteral("5.2.2")}}};
            m_desk->store().write([=](WriteUnit& unit) -> Result<void> {
                const auto done = unit.outbox().markDone(one.id);
                return done ? unit.outbox().markBounced(one.id, why, QStringLiteral("mailbox full")) : done;
            });
        }
        return sent;
    }
    QByteArray tryAgain(OutboxId id)
    {
        const Reason ended = m_desk->store().write([id](WriteUnit& unit) { return endOldNews(unit, id, actor); });
        if (ended.isEmpty()) {
            const int retried
                = m_desk->store().write([id](WriteUnit& unit) { return unit.outbox().retryNow(id, actor); });
            return retried == 1 && entry(id).state == OutboxState::Waiting ? QByteArray() : QByteArray("not retried");
        }
        return ended.code;
    }
    void expectEnded(const OutboxEntry& one)
    {
        QCOMPARE(entry(one.id).state, OutboxState::GivenUp);
        const Reason why = entry(one.id).lastFailure;
        QCOMPARE(why.code, QByteArray("outbox.outdated"));
        const QString said = sentence(why);
        QVERIFY2(said.contains(QStringLiteral("newer decision")) && said.contains(QStringLiteral("5.2.2")),
                 qPrintable(said));
        const auto audit = m_desk->store().read([](const ReadUnit& unit) { return unit.audit().page({}, 1); });
        QCOMPARE(audit.first().key, QString::number(one.id.value));
        QVERIFY(audit.first().after.contains("given-up"));
        if (!one.traceId)
            return;
        const auto trace
            = m_desk->store().read([id = one.traceId](const ReadUnit& unit) { return unit.traces().find(id); });
        QVERIFY(std::any_of(trace->steps.begin(), trace->steps.end(),
                            [](const TraceStep& step) { return step.reason.code == "outbox.outdated"; }));
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<RequestDesk>();
        // From 12:00 to 12:50 in Berlin the room is another's.
        const SpaceId space = m_desk->cr1();
        m_desk->store().write([=](WriteUnit& unit) {
            return unit.reservations().insert(reservationOf(space, "2026-11-20T11:00:00Z", "2026-11-20T11:50:00Z",
                                                            QStringLiteral("blocker@mycompany.com")));
        });
    }

    void whatIsNoLongerSoIsNotToldAgain_data()
    {
        QTest::addColumn<Letter>("first");
        QTest::addColumn<Conversation>("later");
        QTest::addColumn<bool>("answerEnds");
        QTest::addColumn<bool>("confirmationEnds");
        const auto row = [](const char* name, const Letter& first, const Conversation& later, bool answer,
                            bool confirmation) { QTest::newRow(name) << first << later << answer << confirmation; };
        const Letter booked = single(0, "161");
        row("nothing since", booked, {}, false, false);
        row("moved", booked, {single(1, "171")}, true, true);
        row("moved with the same number", booked, {single(0, "171", "REQUEST", 9)}, true, true);
        row("moved to where it is not free", booked, {single(1, "121")}, true, true);
        row("cancelled", booked, {single(1, "161", "CANCEL")}, true, true);
        row("cancelled, asked for again", booked, {single(1, "161", "CANCEL"), single(2, "161")}, true, true);
        row("asked for again at the same time", booked, {single(1, "161")}, true, false);
        row("only texts", booked, {single(0, "161", "REQUEST", 9)}, false, false);
        row("another meeting", booked, {another("171")}, false, false);
        row("an older one comes late", single(1, "161"), {single(0, "171")}, false, false);
        const Letter series = weekly(0, "161");
        row("series: nothing since", series, {}, false, false);
        row("series: moved", series, {weekly(1, "171")}, true, true);
        row("series: cancelled", series, {weekly(1, "161", "CANCEL")}, true, true);
        row("series: asked for again", series, {weekly(1, "161")}, true, false);
        row("series: only texts", series, {weekly(0, "161", "REQUEST", 9)}, false, false);
        row("series: one date moved", series, {movedTo(ofOccurrence("20261127T161000", 1, 9), "171")}, false, false);
    }

    void whatIsNoLongerSoIsNotToldAgain()
    {
        QFETCH(Letter, first);
        QFETCH(Conversation, later);
        QFETCH(bool, answerEnds);
        QFETCH(bool, confirmationEnds);
        send(*m_desk, first);
        const QList<OutboxEntry> sent = bounceAll();
        QCOMPARE(sent.size(), 2);
        for (const Letter& letter : later)
            send(*m_desk, letter);
        for (const OutboxEntry& one : sent) {
            const bool ends = one.kind == OutboxKind::Answer ? answerEnds : confirmationEnds;
            QCOMPARE(tryAgain(one.id), ends ? QByteArray("outbox.outdated") : QByteArray());
            if (ends)
                expectEnded(one);
        }
    }

    // The room declined, and accepted the next version.
    void aDeclineIsOldOnceItIsAccepted()
    {
        send(*m_desk, single(0, "121"));
        const QList<OutboxEntry> sent = bounceAll();
        QCOMPARE(sent.size(), 1);
        QCOMPARE(tryAgain(sent.first().id), QByteArray());
        bounceAll();
        send(*m_desk, single(1, "161"));
        QCOMPARE(tryAgain(sent.first().id), QByteArray("outbox.outdated"));
        expectEnded(sent.first());
    }

    void fromADateOn()
    {
        send(*m_desk, weekly(0, "161"));
        bounceAll();
        send(*m_desk, movedTo(fromOccurrence("20261127T161000", 1, 5), "171"));
        QList<OutboxEntry> sent = m_desk->outbox();
        sent.removeIf([](const OutboxEntry& one) { return one.state != OutboxState::Waiting; });
        QVERIFY(!sent.isEmpty());
        for (const OutboxEntry& one : std::as_const(sent)) {
            m_desk->store().write([id = one.id](WriteUnit& unit) -> Result<void> {
                return unit.outbox().markBounced(id, {"outbox.bounced", {}}, {});
            });
            QCOMPARE(tryAgain(one.id), QByteArray());
            m_desk->store().write([id = one.id](WriteUnit& unit) -> Result<void> {
                return unit.outbox().markBounced(id, {"outbox.bounced", {}}, {});
            });
        }
        send(*m_desk, movedTo(fromOccurrence("20261127T161000", 2, 6), "181"));
        for (const OutboxEntry& one : std::as_const(sent))
            QCOMPARE(tryAgain(one.id), QByteArray("outbox.outdated"));
    }

    void whatIsMadeInTheConsole()
    {
        Person anna;
        anna.controlNumber = ControlNumber::fromNumber(100400);
        anna.firstName = QStringLiteral("Anna");
        anna.lastName = QStringLiteral("Schmidt");
        anna.email = QStringLiteral("anna.schmidt@mycompany.com");
        anna.timeZone = "Europe/Berlin";
        ConsoleBooking booking;
        booking.spaceId = m_desk->cr1();
        booking.personId = m_desk->addPerson(anna);
        booking.subject = QStringLiteral("Budget");
        booking.time = {at("2026-11-20T14:00:00Z"), at("2026-11-20T15:00:00Z")};
        const ItipReader reader;
        const ConsoleAnswer made
            = m_desk->store().write([&](WriteUnit& unit) { return carryOut(unit, reader, booking, actor); });
        QList<OutboxEntry> sent = bounceAll();
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent.first().kind, OutboxKind::Confirmation);
        QCOMPARE(tryAgain(sent.first().id), QByteArray());
        bounceAll();
        ConsoleChange change;
        change.reservation = made.reservation;
        change.time = TimeRange{at("2026-11-20T16:00:00Z"), at("2026-11-20T17:00:00Z")};
        m_desk->store().write([&](WriteUnit& unit) { return carryOut(unit, reader, change, actor); });
        QCOMPARE(tryAgain(sent.first().id), QByteArray("outbox.outdated"));
        expectEnded(sent.first());
    }
};

QTEST_GUILESS_MAIN(TestOldNews)
#include "tst_oldnews.moc"
