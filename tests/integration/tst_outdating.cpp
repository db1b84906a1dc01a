// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/entities/enumtext.h"
#include "models/reserving/announcing.h"
#include "models/reserving/mailwithdrawal.h"
#include "models/wording/wording.h"
#include "tests/support/letter.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace reserve;
using namespace reserve::test;

namespace {

using Conversation = QList<Letter>;

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

Letter cancelled(int sequence, const QByteArray& start)
{
    return single(sequence, start, "CANCEL");
}

Letter weekly(int sequence, const QByteArray& start)
{
    Letter letter = single(sequence, start);
    letter.recurrence = "RRULE:FREQ=WEEKLY;COUNT=4\r\n";
    return letter;
}

Letter movedTo(Letter letter, const QByteArray& start)
{
    letter.start = letter.start.first(9) + start + "000";
    letter.end = letter.end.first(9) + start + "500";
    return letter;
}

struct Told
{
    QString answer; // empty: nobody is answered
    int sequence = 0;
    int confirmations = 0;
};

} // namespace

// R-ANSWER, R-CONFIRM: nothing can be told while decision follows on decision. What is left to tell in the end is the
// last one's answer and what confirms it; for all else a row says why it is not told.
class TestOutdating : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RequestDesk> m_desk;

    // From 12:00 to 12:50 in Berlin the room is another's.
    void block()
    {
        const SpaceId space = m_desk->cr1();
        m_desk->store().write([=](WriteUnit& unit) {
            return unit.reservations().insert(reservationOf(space, "2026-11-20T11:00:00Z", "2026-11-20T11:50:00Z",
                                                            QStringLiteral("blocker@mycompany.com")));
        });
    }
    QList<OutboxEntry> waiting(OutboxKind kind)
    {
        QList<OutboxEntry> entries = m_desk->outbox();
        entries.removeIf(
            [=](const OutboxEntry& entry) { return entry.state != OutboxState::Waiting || entry.kind != kind; });
        return entries;
    }
    QList<Announcement> toTell(OutboxKind kind)
    {
        QList<Announcement> told;
        for (const OutboxEntry& entry : waiting(kind))
            told.append(m_desk->announced(entry));
        return told;
    }
    Reservation booked()
    {
        QList<Reservation> rows = m_desk->reservations();
        rows.removeIf([](const Reservation& row) { return row.uid != QStringLiteral("series-1"); });
        return rows.value(0);
    }
    // Whatever is not told has a row and a step that say why, and the first that waits leads its lane.
    void expectReasons()
    {
        const QList<OutboxEntry> entries = m_desk->outbox();
        for (const OutboxEntry& entry : entries) {
            if (entry.state == OutboxState::Waiting)
                continue;
            QCOMPARE(entry.state, OutboxState::GivenUp);
            QCOMPARE(entry.lastFailure.code, QByteArray("outbox.outdated"));
            const auto trace
                = m_desk->store().read([id = entry.traceId](const ReadUnit& unit) { return unit.traces().find(id); });
            QVERIFY(std::any_of(trace->steps.begin(), trace->steps.end(),
                                [](const TraceStep& step) { return step.reason.code == "outbox.outdated"; }));
        }
        const auto leading = m_desk->store().read([](const ReadUnit& unit) { return unit.outbox().queues(); });
        QCOMPARE(leading.isEmpty(),
                 waiting(OutboxKind::Answer).isEmpty() && waiting(OutboxKind::Confirmation).isEmpty());
    }
    void expect(const Told& told)
    {
        const QList<Announcement> answers = toTell(OutboxKind::Answer);
        QCOMPARE(answers.size(), told.answer.isEmpty() ? 0 : 1);
        if (!answers.isEmpty()) {
            QCOMPARE(QString::fromLatin1(toText(answers.first().status)), told.answer);
            QCOMPARE(answers.first().sequence, told.sequence);
        }
        const QList<Announcement> confirmations = toTell(OutboxKind::Confirmation);
        QCOMPARE(confirmations.size(), told.confirmations);
        for (const Announcement& confirmation : confirmations)
            QCOMPARE(confirmation.time, booked().time);
        expectReasons();
    }

private Q_SLOTS:
    void init() { m_desk = std::make_unique<RequestDesk>(); }

    void R_ANSWER_onlyTheLastDecisionIsTold_data()
    {
        QTest::addColumn<Conversation>("letters");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<int>("sequence");
        QTest::addColumn<int>("confirmations");
        const QString accepted = QStringLiteral("accepted");
        const QString declined = QStringLiteral("declined");
        QTest::newRow("declined, then moved") << Conversation{single(0, "121"), single(1, "161")} << accepted << 1 << 1;
        QTest::newRow("booked, then cancelled")
            << Conversation{single(0, "161"), cancelled(1, "161")} << QString() << 0 << 0;
        QTest::newRow("booked, then moved") << Conversation{single(0, "161"), single(1, "171")} << accepted << 1 << 1;
        QTest::newRow("booked, then moved to where it is not free")
            << Conversation{single(0, "161"), single(1, "121")} << declined << 1 << 0;
        QTest::newRow("booked, moved, declined, booked")
            << Conversation{single(0, "161"), single(1, "171"), single(2, "121"), single(3, "181")} << accepted << 3
            << 1;
        QTest::newRow("booked, cancelled, asked for again")
            << Conversation{single(0, "161"), cancelled(1, "161"), single(2, "161")} << accepted << 2 << 1;
        QTest::newRow("moved with the same number")
            << Conversation{single(0, "161"), single(0, "171", "REQUEST", 9)} << accepted << 0 << 1;
    }
    void R_ANSWER_onlyTheLastDecisionIsTold()
    {
        QFETCH(Conversation, letters);
        QFETCH(QString, answer);
        QFETCH(int, sequence);
        QFETCH(int, confirmations);
        QList<int> order(letters.size());
        std::iota(order.begin(), order.end(), 0);
        do {
            init();
            block();
            for (const int index : order)
                send(*m_desk, letters.at(index));
            expect({answer, sequence, confirmations});
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(QStringLiteral("in an order that begins with %1").arg(order.first())));
        } while (std::next_permutation(order.begin(), order.end()));
    }

    // The time is the same: the newer answer says so, and the confirmation that still waits fits.
    void R_CONFIRM_whatStillFitsIsConfirmed()
    {
        send(*m_desk, single(0, "161"));
        send(*m_desk, single(1, "161"));
        expect({QStringLiteral("accepted"), 1, 1});
        QCOMPARE(toTell(OutboxKind::Confirmation).first().sequence, 0);
    }

    void R_ANSWER_unchangedOutdatesNothing()
    {
        send(*m_desk, single(0, "161"));
        send(*m_desk, single(0, "161", "REQUEST", 9));
        expect({QStringLiteral("accepted"), 0, 1});
        // ... and how the reservation stands with Exchange is still told by that answer.
        const OutboxEntry answer = waiting(OutboxKind::Answer).first();
        m_desk->store().write([=](WriteUnit& unit) { return markTold(unit, answer, ExchangeState::InExchange, {}); });
        QCOMPARE(booked().exchangeState, ExchangeState::InExchange);
    }

    void anotherMeetingIsLeftAlone()
    {
        Letter other = single(0, "171");
        other.uid = "another";
        send(*m_desk, other);
        send(*m_desk, single(0, "161"));
        send(*m_desk, cancelled(1, "161"));
        QCOMPARE(toTell(OutboxKind::Answer).size(), 1);
        QCOMPARE(toTell(OutboxKind::Answer).first().uid, QStringLiteral("another"));
        QCOMPARE(toTell(OutboxKind::Confirmation).size(), 1);
    }

    // Nothing is left that would tell of it, so that nothing waits for Exchange any more.
    void whatIsNoLongerAskedForWaitsForNothing()
    {
        send(*m_desk, single(0, "161"));
        const QByteArray quiet = single(1, "171").mail().replace("RSVP=TRUE", "RSVP=FALSE");
        m_desk->send(quiet, QStringLiteral("nour.abbas@mycompany.com"), {QStringLiteral("CR1@reserve.mycompany.com")});
        QVERIFY(toTell(OutboxKind::Answer).isEmpty());
        QCOMPARE(toTell(OutboxKind::Confirmation).size(), 1);
        QCOMPARE(booked().exchangeState, ExchangeState::OnlyHere);
        expectReasons();
    }

    void seriesAndItsDates()
    {
        const PolicyScope cr1 = PolicyScope::ofSpace(m_desk->cr1());
        m_desk->setPolicy(cr1, "ConflictPercentageAllowed", "50");
        m_desk->setPolicy(cr1, "MaximumConflictInstances", "2");
        block(); // one date cannot be had
        send(*m_desk, weekly(0, "121"));
        QCOMPARE(toTell(OutboxKind::Answer).size(), 2); // the whole, and the date
        // That date goes elsewhere: of the whole nothing is outdated.
        send(*m_desk, movedTo(ofOccurrence("20261120T121000", 1, 5), "161"));
        QList<Announcement> answers = toTell(OutboxKind::Answer);
        QCOMPARE(answers.size(), 2);
        QVERIFY(answers.at(0).recurrenceId.isEmpty());
        QCOMPARE(answers.at(1).status, ReservationStatus::Accepted);
        QCOMPARE(answers.at(1).sequence, 1);
        // A newer version of the whole: it alone.
        send(*m_desk, weekly(2, "171"));
        answers = toTell(OutboxKind::Answer);
        QCOMPARE(answers.size(), 1);
        QCOMPARE(answers.first().sequence, 2);
        expectReasons();
        Letter end = weekly(3, "171");
        end.method = "CANCEL";
        send(*m_desk, end);
        QVERIFY(toTell(OutboxKind::Answer).isEmpty());
        QVERIFY(toTell(OutboxKind::Confirmation).isEmpty());
        expectReasons();
    }

    void fromADateOn()
    {
        send(*m_desk, weekly(0, "161"));
        send(*m_desk, movedTo(ofOccurrence("20261204T161000", 1, 5), "171"));
        send(*m_desk, movedTo(ofOccurrence("20261127T161000", 1, 6), "171"));
        QCOMPARE(toTell(OutboxKind::Answer).size(), 3);
        send(*m_desk, movedTo(fromOccurrence("20261204T161000", 2, 7), "181"));
        const QList<Announcement> answers = toTell(OutboxKind::Answer);
        QCOMPARE(answers.size(), 3); // the whole, the date before, and from the third date on
        QVERIFY(answers.at(0).recurrenceId.isEmpty());
        QVERIFY(!answers.at(1).thisAndFuture);
        QVERIFY(answers.at(2).thisAndFuture);
        expectReasons();
    }

    void whatPeopleTakeBackIsNoLongerAccepted()
    {
        send(*m_desk, single(0, "161"));
        const auto configuration = m_desk->store().read([](const ReadUnit& unit) { return Configuration::load(unit); });
        m_desk->store().write([=, row = booked()](WriteUnit& unit) {
            return withdrawMailMeeting(unit, *configuration, row, false, QStringLiteral("Water"),
                                       QStringLiteral("test"));
        });
        expect({QStringLiteral("declined"), 0, 0});
    }

    void anApproverHasTheLastWord()
    {
        m_desk->addMaria();
        const PolicyScope cr1 = PolicyScope::ofSpace(m_desk->cr1());
        send(*m_desk, single(0, "161"));
        m_desk->setPolicy(cr1, "AllBookInPolicy", "false");
        m_desk->setPolicy(cr1, "AllRequestInPolicy", "true");
        send(*m_desk, single(1, "171"));
        expect({QString(), 0, 0}); // it waits for an approver
        const ApproverWord perhaps{ApprovalAnswer::Tentative, QStringLiteral("maria"), {}};
        const ApproverWord yes{ApprovalAnswer::Approve, QStringLiteral("maria"), {}};
        QVERIFY(m_desk->decideApproval(m_desk->approvals().first().id, perhaps).has_value());
        expect({QStringLiteral("tentative"), 1, 0});
        QVERIFY(m_desk->decideApproval(m_desk->approvals().first().id, yes).has_value());
        expect({QStringLiteral("accepted"), 1, 1});
    }
};

QTEST_GUILESS_MAIN(TestOutdating)
#include "tst_outdating.moc"
