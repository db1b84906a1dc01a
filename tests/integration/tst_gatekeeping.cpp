// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/letter.h"

#include <QTest>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

namespace {

const QByteArray omar = "omar@partner.example";
const QString from = QString::fromLatin1(omar);
const QString cr1 = QStringLiteral("CR1@reserve.mycompany.com");
const QString cr2 = QStringLiteral("CR2@reserve.mycompany.com");

Letter about(const QByteArray& uid, int sequence = 0)
{
    Letter letter;
    letter.organizer = omar;
    letter.uid = uid;
    letter.sequence = sequence;
    letter.minute = sequence;
    letter.recurrence.clear();
    return letter;
}

// At another hour of the same day.
Letter at(Letter letter, const QByteArray& hour)
{
    letter.start = "20261120T" + hour + "0000";
    letter.end = "20261120T" + hour + "3000";
    return letter;
}

bool has(const Trace& trace, const char* code)
{
    return std::any_of(trace.steps.begin(), trace.steps.end(),
                       [code](const TraceStep& step) { return step.reason.code == code; });
}

} // namespace

// Whom the gate lets in for what stands already, and what a message about several meetings comes to.
class TestGatekeeping final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RequestDesk> m_desk;

    // Lets Omar in, for the default user.
    PersonId open(const QString& email = QStringLiteral("frontdesk@mycompany.com"), qint64 number = 100002)
    {
        Person desk;
        desk.controlNumber = ControlNumber::fromNumber(number);
        desk.firstName = desk.lastName = QStringLiteral("Desk");
        desk.email = email;
        const PersonId id = m_desk->addPerson(desk);
        m_desk->set(QStringLiteral("reserve.default-user-email"), email);
        m_desk->set(QStringLiteral("reserve.accepted-domains"), QStringLiteral("partner.example"));
        return id;
    }
    void close() { m_desk->set(QStringLiteral("reserve.default-user-email"), QString()); }
    std::optional<Reservation> row(const QString& uid, SpaceId space)
    {
        for (const Reservation& one : m_desk->reservations()) {
            if (one.uid == uid && one.spaceId == space)
                return one;
        }
        return std::nullopt;
    }
    std::optional<Reservation> row(const QString& uid) { return row(uid, m_desk->cr1()); }
    QList<Trace> sendTo(const QStringList& rooms, const Letter& letter)
    {
        return m_desk->send(letter.mail(), from, rooms);
    }

private Q_SLOTS:
    void init() { m_desk = std::make_unique<RequestDesk>(); }

    void R_GATE_aNewMeetingBesideWhatStandsIsNotBooked()
    {
        open();
        send(*m_desk, about("g1"));
        close();
        Letter update = at(about("g1", 1), "10");
        update.further = at(about("g3"), "12").event();
        const Trace trace = send(*m_desk, update).constFirst();
        QCOMPARE(trace.verdict, std::optional(Verdict::Accepted));
        QCOMPARE(trace.reason.code, QByteArray("decision.several"));
        QVERIFY(has(trace, "gate.meeting-new"));
        QCOMPARE(row(QStringLiteral("g1"))->time.start, test::at("2026-11-20T09:00:00Z"));
        QVERIFY(!row(QStringLiteral("g3")));
        const QList<OutboxEntry> told = m_desk->outbox();
        QVERIFY(std::none_of(told.begin(), told.end(), [this](const OutboxEntry& entry) {
            return m_desk->announced(entry).uid == QLatin1String("g3");
        }));
    }

    void R_GATE_aNewMeetingBesideWhatStandsIsTheDefaultUsers()
    {
        const PersonId first = open();
        send(*m_desk, about("g1"));
        const PersonId second = open(QStringLiteral("lobby@mycompany.com"), 100003);
        Letter update = at(about("g1", 1), "10");
        update.further = at(about("g3"), "12").event();
        QCOMPARE(send(*m_desk, update).constFirst().verdict, std::optional(Verdict::Accepted));
        QCOMPARE(row(QStringLiteral("g1"))->personId, first); // an update keeps its person
        QCOMPARE(row(QStringLiteral("g3"))->personId, second);
    }

    void R_GATE_aRoomWithoutTheMeetingIsClosed()
    {
        open();
        send(*m_desk, about("g1"));
        close();
        const IntakeOutcome alone = m_desk->take(about("g1", 1).mail(), from, {cr2});
        QVERIFY(!alone.taken);
        QCOMPARE(alone.refusal.code, QByteArray("gate.requester-unknown"));

        const QList<Trace> both = sendTo({cr2, cr1}, at(about("g1", 1), "10"));
        QCOMPARE(both.at(0).verdict, std::optional(Verdict::Rejected));
        QCOMPARE(both.at(1).verdict, std::optional(Verdict::Accepted));
        QVERIFY(!row(QStringLiteral("g1"), m_desk->cr2()));
        QCOMPARE(row(QStringLiteral("g1"))->time.start, test::at("2026-11-20T09:00:00Z"));
    }

    void R_GATE_datesAreAddedToWhatStandsAlone()
    {
        open();
        Letter series = about("g1");
        series.recurrence = "RRULE:FREQ=WEEKLY;COUNT=2\r\n";
        send(*m_desk, series);
        close();
        Letter more = at(about("g1", 1), "18");
        more.method = "ADD";
        QCOMPARE(send(*m_desk, more).constFirst().verdict, std::optional(Verdict::Accepted));
        more.room = more.attendee = cr2.toLatin1();
        QCOMPARE(send(*m_desk, more).constFirst().verdict, std::optional(Verdict::Rejected));
        // Without a sender is let in what is no request alone.
        QVERIFY(!m_desk->take(more.mail(), {}, {cr2}).taken);
    }

    void oneMessageAboutSeveralMeetingsHasTheWordOfWhatHolds_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::newRow("the declined one comes last") << QByteArray("12") << QByteArray("10");
        QTest::newRow("the declined one comes first") << QByteArray("10") << QByteArray("12");
    }
    void oneMessageAboutSeveralMeetingsHasTheWordOfWhatHolds()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        open();
        send(*m_desk, at(about("other"), "10"));
        Letter two = at(about("w1"), first);
        two.further = at(about("w2"), second).event();
        const Trace trace = send(*m_desk, two).constFirst();
        QCOMPARE(trace.verdict, std::optional(Verdict::Accepted));
        QCOMPARE(trace.reason.code, QByteArray("decision.several"));
        QCOMPARE(trace.reason.arguments.value(QStringLiteral("accepted")), QStringLiteral("1"));
        QCOMPARE(trace.reason.arguments.value(QStringLiteral("declined")), QStringLiteral("1"));
        QCOMPARE(trace.reservationId, row(first == "12" ? QStringLiteral("w1") : QStringLiteral("w2"))->id);
    }

    void severalThatEndAlikeKeepTheirReason()
    {
        open();
        Letter two = at(about("w1"), "10");
        two.further = at(about("w2"), "12").event();
        const Trace trace = send(*m_desk, two).constFirst();
        QCOMPARE(trace.verdict, std::optional(Verdict::Accepted));
        QCOMPARE(trace.reason.code, QByteArray("decision.free"));
    }
};

QTEST_GUILESS_MAIN(TestGatekeeping)
#include "tst_gatekeeping.moc"
