// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/tracesjson.h"
#include "tests/support/letter.h"
#include "tests/support/requestdesk.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

QString listed(const Trace& trace)
{
    return toJsonObject(trace, {}).value(QLatin1String("subject")).toString();
}

const QString hidden = QStringLiteral("Private");

} // namespace

// What a private meeting is about stands in no list of messages, whatever became of the message.
class TestPrivateMeetings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<RequestDesk>();
        m_mail = m_desk->meeting();
        m_mail.privacy = PrivacyKind::Private;
    }
    void cleanup() { m_desk.reset(); }

    void accepted();
    void confidential();
    void declined();
    void refusedByTheGate();
    void heldBecauseOfItsSpelling();
    void notYetDecided();
    void ofASeries();
    void ofOneDateOfASeries();
    void cancelledWithoutSayingSo();
    void shownWhereThePolicyRemovesIt();
    void theMeetingNamesWhatTheMailDoesNot();

private:
    // As it is read again: what its reservation says counts too.
    Trace sent()
    {
        const TraceId id = m_desk->send(m_mail).first().id;
        return m_desk->store().read([id](const ReadUnit& unit) { return unit.traces().find(id); }).value();
    }

    std::unique_ptr<RequestDesk> m_desk;
    MeetingMail m_mail;
};

void TestPrivateMeetings::accepted()
{
    const Trace trace = sent();
    QCOMPARE(trace.verdict, std::optional(Verdict::Accepted));
    QCOMPARE(listed(trace), hidden);
}

void TestPrivateMeetings::confidential()
{
    m_mail.privacy = PrivacyKind::Confidential;
    QCOMPARE(listed(sent()), hidden);
}

void TestPrivateMeetings::declined()
{
    m_desk->edit(m_desk->cr1(), [](Space& space) { space.bookable = false; });
    const Trace trace = sent();
    QCOMPARE(trace.verdict, std::optional(Verdict::Declined));
    QCOMPARE(listed(trace), hidden);
}

void TestPrivateMeetings::refusedByTheGate()
{
    m_mail.organizer.address = QStringLiteral("stranger@elsewhere.example");
    const Trace trace = sent();
    QCOMPARE(trace.verdict, std::optional(Verdict::Rejected));
    QVERIFY(!trace.reservationId);
    QCOMPARE(listed(trace), hidden);
}

void TestPrivateMeetings::heldBecauseOfItsSpelling()
{
    const ComposedMail mail = composeMeeting(m_mail);
    const Trace trace
        = m_desk->send(mail.bytes, m_mail.organizer.address, {QStringLiteral("cr1@reserve.mycompany.com")}).first();
    QCOMPARE(trace.verdict, std::optional(Verdict::Held));
    QCOMPARE(listed(trace), hidden);
}

void TestPrivateMeetings::notYetDecided()
{
    const IntakeOutcome taken
        = m_desk->take(composeMeeting(m_mail).bytes, m_mail.organizer.address, {m_mail.rooms.first().address});
    const TraceId id = taken.traces.first();
    const auto found = m_desk->store().read([id](const ReadUnit& unit) { return unit.traces().find(id); });
    QCOMPARE(found->state, TraceState::Waiting);
    QCOMPARE(listed(*found), hidden);
}

void TestPrivateMeetings::ofASeries()
{
    Letter letter;
    letter.recurrence += "CLASS:PRIVATE\r\n";
    const Trace trace = send(*m_desk, letter).first();
    QCOMPARE(trace.verdict, std::optional(Verdict::Accepted));
    QCOMPARE(listed(trace), hidden);
}

void TestPrivateMeetings::ofOneDateOfASeries()
{
    Letter letter;
    letter.further = ofOccurrence("20261127T160000", 0, 0).event();
    letter.further.replace("SUMMARY:", "CLASS:PRIVATE\r\nSUMMARY:");
    send(*m_desk, letter);
    QList<Reservation> rows = m_desk->reservations();
    QCOMPARE(rows.size(), 4);
    for (const Reservation& row : std::as_const(rows))
        QCOMPARE(row.isPrivate, row.recurrenceId == QLatin1String("2026-11-27T15:00:00Z"));
}

// Outlook leaves CLASS out of some cancellations: what was reserved says it.
void TestPrivateMeetings::cancelledWithoutSayingSo()
{
    sent();
    m_mail.method = ItipMethod::Cancel;
    m_mail.privacy = PrivacyKind::Public;
    m_mail.sequence += 1;
    const Trace trace = sent();
    QCOMPARE(trace.verdict, std::optional(Verdict::Cancelled));
    QCOMPARE(listed(trace), hidden);
}

void TestPrivateMeetings::shownWhereThePolicyRemovesIt()
{
    m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "RemovePrivateProperty", "true");
    QCOMPARE(listed(sent()), QStringLiteral("Safety training"));
}

void TestPrivateMeetings::theMeetingNamesWhatTheMailDoesNot()
{
    Letter letter;
    QByteArray mail = letter.mail();
    mail.replace("Subject: Safety training\r\n", "");
    const auto take = [&](const QByteArray& raw) {
        return m_desk->send(raw, QString::fromLatin1(letter.organizer), {QString::fromLatin1(letter.room)}).first();
    };
    QCOMPARE(listed(take(mail)), QStringLiteral("Safety training"));
    mail.replace("UID:series-1", "UID:series-2");
    mail.replace("SUMMARY:", "CLASS:PRIVATE\r\nSUMMARY:");
    QCOMPARE(listed(take(mail)), hidden);
}

QTEST_GUILESS_MAIN(TestPrivateMeetings)
#include "tst_privatemeetings.moc"
