// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/requestdesk.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString rival = QStringLiteral("maria.keller@mycompany.com");
const QString room = QStringLiteral("CR1@reserve.mycompany.com");
const QString approvedBy = QStringLiteral("maria on desk-12 (console)");

// Three Fridays in CR1 from 20 November 2026 on, at this hour of Berlin.
QByteArray series(int sequence, const QByteArray& hour)
{
    return "From: nour.abbas@mycompany.com\r\nTo: CR1@reserve.mycompany.com\r\nMessage-ID: <series-"
        + QByteArray::number(sequence)
        + "@mycompany.com>\r\nContent-Type: text/calendar; charset=utf-8; method=REQUEST\r\n\r\n"
        + "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:series-1\r\nSEQUENCE:"
        + QByteArray::number(sequence)
        + "\r\nDTSTAMP:20261117T100000Z\r\nORGANIZER:mailto:nour.abbas@mycompany.com\r\n"
          "ATTENDEE;RSVP=TRUE:mailto:CR1@reserve.mycompany.com\r\nDTSTART;TZID=Europe/Berlin:20261120T"
        + hour + "0000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}

} // namespace

// A reschedule frees the old time only when the new one is decided: what an approver has yet to decide gives nothing
// up.
class TestPendingMoves final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RequestDesk> m_desk;

    void approve() { decide(ApprovalAnswer::Approve); }
    void decide(ApprovalAnswer answer)
    {
        QCOMPARE(m_desk->approvals().size(), 1);
        QVERIFY(m_desk->decideApproval(m_desk->approvals().first().id, {answer, approvedBy, {}}));
    }
    MeetingMail movedTo(const char* start, int sequence)
    {
        MeetingMail mail = m_desk->meeting();
        mail.sequence = sequence;
        mail.range = {at(start), at(start) + Minutes(90)};
        return mail;
    }
    // Who need not ask wants that time.
    Trace rivalAsks(const QString& uid, TimeRange range)
    {
        MeetingMail mail = m_desk->meeting();
        mail.organizer = {rival, QStringLiteral("Maria Keller")};
        mail.uid = uid;
        mail.range = range;
        return m_desk->send(mail).first();
    }
    Trace rivalAsks(const QString& uid, const char* start)
    {
        return rivalAsks(uid, {at(start), at(start) + Minutes(60)});
    }
    void sendSeries(int sequence, const QByteArray& hour)
    {
        m_desk->send(series(sequence, hour), QStringLiteral("nour.abbas@mycompany.com"), {room});
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<RequestDesk>();
        m_desk->addMaria();
        const PolicyScope cr1 = PolicyScope::ofSpace(m_desk->cr1());
        m_desk->setPolicy(cr1, "AllBookInPolicy", "false");
        m_desk->setPolicy(cr1, "AllRequestInPolicy", "true");
        m_desk->setPolicy(cr1, "BookInPolicy", "maria.keller@mycompany.com");
    }

    void theOldTimeStaysHeldUntilTheMoveIsDecided_data()
    {
        QTest::addColumn<ApprovalAnswer>("answer");
        QTest::newRow("approved") << ApprovalAnswer::Approve;
        QTest::newRow("declined") << ApprovalAnswer::Decline; // a declined move frees the old time too
    }
    void theOldTimeStaysHeldUntilTheMoveIsDecided()
    {
        QFETCH(ApprovalAnswer, answer);
        const TimeRange old = m_desk->meeting().range;
        m_desk->send(m_desk->meeting());
        approve();
        m_desk->send(movedTo("2026-11-20T09:00:00Z", 1));
        const Trace refused = rivalAsks(QStringLiteral("rival-1"), old);
        QCOMPARE(refused.reason.code, QByteArray("decision.conflict"));
        QCOMPARE(refused.reason.arguments.value(QStringLiteral("start")), toIso(old.start));
        decide(answer);
        QCOMPARE(rivalAsks(QStringLiteral("rival-2"), old).verdict, std::optional(Verdict::Accepted));
    }

    // ... and the answer says so; not where nothing stood before.
    void aDeclinedMoveSaysThatTheOldTimeIsFree_data()
    {
        QTest::addColumn<bool>("repeats");
        QTest::addColumn<bool>("stood");
        QTest::newRow("a single meeting") << false << true;
        QTest::newRow("a single meeting that waited") << false << false;
        QTest::newRow("a series") << true << true;
        QTest::newRow("a series that waited") << true << false;
    }
    void aDeclinedMoveSaysThatTheOldTimeIsFree()
    {
        QFETCH(bool, repeats);
        QFETCH(bool, stood);
        const auto ask = [&](int sequence) {
            if (repeats)
                sendSeries(sequence, sequence == 0 ? "16" : "10");
            else
                m_desk->send(sequence == 0 ? m_desk->meeting() : movedTo("2026-11-20T09:00:00Z", sequence));
        };
        ask(0);
        if (stood)
            approve();
        ask(1);
        decide(ApprovalAnswer::Decline);
        QList<OutboxEntry> told = m_desk->outbox();
        told.removeIf([](const OutboxEntry& entry) { return entry.kind != OutboxKind::Answer; });
        QCOMPARE(m_desk->announced(told.constLast()).status, ReservationStatus::Declined);
        QCOMPARE(m_desk->announced(told.constLast()).freedOldSlot, stood);
    }

    void aSecondMoveKeepsTheTimeThatWasApproved()
    {
        const TimeRange old = m_desk->meeting().range;
        m_desk->send(m_desk->meeting());
        approve();
        m_desk->send(movedTo("2026-11-20T09:00:00Z", 1));
        m_desk->send(movedTo("2026-11-20T11:00:00Z", 2));
        QCOMPARE(rivalAsks(QStringLiteral("rival-1"), old).verdict, std::optional(Verdict::Declined));
        // What was only asked for is not kept.
        QCOMPARE(rivalAsks(QStringLiteral("rival-2"), "2026-11-20T09:00:00Z").verdict,
                 std::optional(Verdict::Accepted));
    }

    void theMeetingIsNotInItsOwnWay()
    {
        m_desk->send(m_desk->meeting());
        approve();
        m_desk->send(movedTo("2026-11-20T09:00:00Z", 1));
        MeetingMail back = m_desk->meeting();
        back.sequence = 2;
        m_desk->send(back);
        approve();
        QCOMPARE(m_desk->reservations().first().status, ReservationStatus::Accepted);
        QCOMPARE(m_desk->reservations().first().time, back.range);
    }

    void aCancelledMeetingKeepsNothing()
    {
        const TimeRange old = m_desk->meeting().range;
        m_desk->send(m_desk->meeting());
        approve();
        m_desk->send(movedTo("2026-11-20T09:00:00Z", 1));
        MeetingMail cancel = movedTo("2026-11-20T09:00:00Z", 2);
        cancel.method = ItipMethod::Cancel;
        m_desk->send(cancel);
        QCOMPARE(rivalAsks(QStringLiteral("rival-1"), old).verdict, std::optional(Verdict::Accepted));
    }

    // Nobody decides about a new time that is over.
    void aMoveThatIsForgottenGivesTheOldTimeBack()
    {
        const TimeRange old = m_desk->meeting().range;
        const auto forget = [this] {
            return m_desk->store().write(
                [](WriteUnit& unit) { return unit.reservations().removeForgottenTimes(unit.now()); });
        };
        m_desk->send(m_desk->meeting());
        approve();
        m_desk->send(movedTo("2026-11-20T09:00:00Z", 1));
        QCOMPARE(forget(), 0);
        m_desk->clock().set(at("2026-11-20T10:30:00Z"));
        QCOMPARE(forget(), 1);
        QCOMPARE(rivalAsks(QStringLiteral("rival-1"), old).verdict, std::optional(Verdict::Accepted));
    }

    // The database itself keeps the time, whatever was looked up before.
    void R_NO_DOUBLE_theStoreRefusesAKeptTime()
    {
        const TimeRange old = m_desk->meeting().range;
        m_desk->send(m_desk->meeting());
        approve();
        m_desk->send(movedTo("2026-11-20T09:00:00Z", 1));
        Reservation other = m_desk->reservations().first();
        other.id = {};
        other.uid = QStringLiteral("other");
        other.time = old;
        other.status = ReservationStatus::Accepted;
        other.exclusive = true;
        const auto stored = m_desk->store().tryWrite([other](WriteUnit& unit) -> Result<bool> {
            const auto inserted = unit.reservations().insert(other);
            return inserted ? Result<bool>(true) : failure(inserted.error());
        });
        QVERIFY(!stored);
    }

    void theDatesOfASeriesStayHeldToo()
    {
        sendSeries(0, "16");
        approve();
        sendSeries(1, "10");
        QCOMPARE(rivalAsks(QStringLiteral("rival-1"), "2026-11-27T15:00:00Z").reason.code,
                 QByteArray("decision.conflict"));
        approve();
        QCOMPARE(rivalAsks(QStringLiteral("rival-2"), "2026-11-27T15:00:00Z").verdict,
                 std::optional(Verdict::Accepted));
        QCOMPARE(rivalAsks(QStringLiteral("rival-3"), "2026-11-27T09:00:00Z").reason.code,
                 QByteArray("decision.conflict"));
    }

    // A filling, or a change of another part, writes the series anew while a part of it waits.
    void aSeriesThatIsWrittenAnewKeepsItsTimes()
    {
        sendSeries(0, "16");
        approve();
        Reservation part = m_desk->reservations().at(1);
        part.time = {at("2026-11-27T09:00:00Z"), at("2026-11-27T10:00:00Z")};
        m_desk->store().write([part](WriteUnit& unit) -> Result<SeriesId> {
            if (const auto kept = unit.reservations().keepTime(part, part.seriesId); !kept)
                return failure(kept.error());
            const auto series = unit.series().find(part.seriesId);
            return series ? unit.series().save(**series) : failure(series.error());
        });
        QCOMPARE(rivalAsks(QStringLiteral("rival-1"), "2026-11-27T09:00:00Z").reason.code,
                 QByteArray("decision.conflict"));
    }

    void datesOfACancelledSeriesAreFree()
    {
        sendSeries(0, "16");
        approve();
        sendSeries(1, "10");
        QByteArray cancel = series(2, "10");
        cancel.replace("REQUEST", "CANCEL");
        m_desk->send(cancel, QStringLiteral("nour.abbas@mycompany.com"), {room});
        QCOMPARE(rivalAsks(QStringLiteral("rival-1"), "2026-11-27T15:00:00Z").verdict,
                 std::optional(Verdict::Accepted));
    }
};

QTEST_GUILESS_MAIN(TestPendingMoves)
#include "tst_pendingmoves.moc"
