// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/requestdesk.h"
#include "tests/unit/tnefsamples.h"

#include <QTest>

#include <memory>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString nourAddress = QStringLiteral("nour.abbas@mycompany.com");
const QString room = QStringLiteral("CR1@reserve.mycompany.com");

// The mail that Exchange sends when it keeps the meeting to itself.
QByteArray mailWith(const QByteArray& winmail, const QByteArray& to = "CR1 Borealis <CR1@reserve.mycompany.com>")
{
    return "From: Nour Abbas <nour.abbas@mycompany.com>\r\nTo: " + to
        + "\r\nCc: Ada Lovelace <ada@mycompany.com>\r\nSubject: Safety training\r\n"
          "Message-ID: <tnef-1@mycompany.com>\r\nMIME-Version: 1.0\r\n"
          "Content-Type: application/ms-tnef; name=\"winmail.dat\"\r\nContent-Transfer-Encoding: "
          "base64\r\n\r\n"
        + winmail.toBase64() + "\r\n";
}

} // namespace

// A mail whose only part is winmail.dat goes the one way of every request.
class tst_TnefRequests final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<RequestDesk>(); }

    void singleMeetingIsReserved();
    void changedAndCancelled();
    void peopleOfTheHeadOfTheMail();
    void aRoomInvitedBlindlyIsNotTakenOff();
    void aSeriesIsReservedDateByDate();
    void whatCannotBeReadIsHeldWithTheRemedy();
    void otherMailIsKept();

private:
    Trace send(const QByteArray& raw) { return m_desk->send(raw, nourAddress, {room}).first(); }

    // The one reservation, with its attendees.
    Reservation reserved()
    {
        const ReservationId id = m_desk->reservations().first().id;
        return m_desk->store().read([id](const ReadUnit& unit) { return unit.reservations().find(id); }).value();
    }

    std::unique_ptr<RequestDesk> m_desk;
};

void tst_TnefRequests::singleMeetingIsReserved()
{
    const Trace trace = send(mailWith(TnefSampleMeeting().encoded()));
    QCOMPARE(trace.verdict, std::optional(Verdict::Accepted));
    QCOMPARE(trace.kind, MessageKind::MeetingRequest);
    QCOMPARE(trace.method, QByteArrayLiteral("REQUEST"));
    QCOMPARE(trace.requester, nourAddress);
    QVERIFY(std::any_of(trace.steps.begin(), trace.steps.end(),
                        [](const TraceStep& step) { return step.reason.code == "tnef.decoded"; }));
    QCOMPARE(m_desk->reservations().size(), 1);
    const Reservation row = reserved();
    QCOMPARE(row.time, (TimeRange{at("2026-11-20T15:00:00Z"), at("2026-11-20T16:30:00Z")}));
    QCOMPARE(row.subject, QStringLiteral("Sicherheitsschulung – Übung"));
    QCOMPARE(row.personId, m_desk->nour());
    QCOMPARE(row.attendees.size(), 3);
    QVERIFY(row.roomListed);
    QCOMPARE(row.roomAddress, room);
    QCOMPARE(m_desk->outbox().size(), 2); // the answer and the confirmation
}

void tst_TnefRequests::changedAndCancelled()
{
    TnefSampleMeeting meeting;
    send(mailWith(meeting.encoded()));
    meeting.sequence = 4;
    meeting.start = at("2026-11-20T17:00:00Z");
    meeting.end = at("2026-11-20T18:00:00Z");
    QCOMPARE(send(mailWith(meeting.encoded())).verdict, std::optional(Verdict::Accepted));
    QCOMPARE(m_desk->reservations().size(), 1);
    QCOMPARE(m_desk->reservations().first().time, (TimeRange{meeting.start, meeting.end}));
    meeting.messageClass = "IPM.Schedule.Meeting.Canceled";
    meeting.sequence = 5;
    QCOMPARE(send(mailWith(meeting.encoded())).verdict, std::optional(Verdict::Cancelled));
    QCOMPARE(m_desk->reservations().first().status, ReservationStatus::Cancelled);
}

void tst_TnefRequests::peopleOfTheHeadOfTheMail()
{
    TnefSampleMeeting meeting;
    meeting.listRecipients = false;
    QCOMPARE(send(mailWith(meeting.encoded())).verdict, std::optional(Verdict::Accepted));
    const Reservation row = reserved();
    QCOMPARE(row.attendees.size(), 2);
    QCOMPARE(row.attendees[0].address, room);
    QCOMPARE(row.attendees[1].address, QStringLiteral("ada@mycompany.com"));
}

void tst_TnefRequests::aRoomInvitedBlindlyIsNotTakenOff()
{
    TnefSampleMeeting meeting;
    send(mailWith(meeting.encoded()));
    meeting.listRecipients = false;
    meeting.sequence = 4;
    QCOMPARE(send(mailWith(meeting.encoded(), "charles@mycompany.com")).verdict, std::optional(Verdict::Accepted));
    const Reservation row = reserved();
    QCOMPARE(row.status, ReservationStatus::Accepted);
    QCOMPARE(row.roomAddress, room);
}

void tst_TnefRequests::aSeriesIsReservedDateByDate()
{
    TnefSampleMeeting meeting;
    TnefSampleRule rule;
    rule.specifics = {0x20};
    rule.start = QDate(2026, 11, 20);
    rule.startMinute = 16 * 60;
    rule.endMinute = 17 * 60 + 30;
    rule.endType = 0x2022;
    rule.count = 4;
    meeting.rule = rule;
    const auto reading = readMail(mailWith(meeting.encoded()), nourAddress);
    QCOMPARE(reading->kind, MessageKind::MeetingRequest);
    QVERIFY(reading->identity && reading->identity->recurring);
    const auto message = readMeeting(*reading, ItipReader(), m_desk->clock().now());
    QVERIFY(message);
    QVERIFY(message->events.first().isSeries());
    QCOMPARE(message->events.first().obstacle, Reason());
    QCOMPARE(send(mailWith(meeting.encoded())).verdict, std::optional(Verdict::Accepted));
    QCOMPARE(m_desk->reservations().size(), 4);
}

void tst_TnefRequests::whatCannotBeReadIsHeldWithTheRemedy()
{
    QByteArray damaged = TnefSampleMeeting().encoded();
    damaged[damaged.size() / 2] = char(damaged[damaged.size() / 2] ^ 1);
    TnefSampleMeeting lunar;
    lunar.rule.emplace();
    lunar.rule->pattern = 0xB;
    lunar.rule->start = QDate(2026, 11, 20);
    const QList<std::pair<QByteArray, QByteArray>> cases{
        {"AAAA", "tnef.not-tnef"}, {damaged, "tnef.damaged"}, {lunar.encoded(), "tnef.calendar-not-gregorian"}};
    for (const auto& [winmail, code] : cases) {
        const Trace trace = send(mailWith(winmail));
        QCOMPARE(trace.kind, MessageKind::Unreadable);
        QCOMPARE(trace.verdict, std::optional(Verdict::Held));
        QCOMPARE(trace.reason.code, code);
    }
    QVERIFY(m_desk->reservations().isEmpty());
    QVERIFY(m_desk->outbox().isEmpty());
}

void tst_TnefRequests::otherMailIsKept()
{
    TnefSampleMeeting note;
    note.messageClass = "IPM.Microsoft Mail.Note";
    Trace trace = send(mailWith(note.encoded()));
    QCOMPARE(trace.kind, MessageKind::Plain);
    QCOMPARE(trace.verdict, std::optional(Verdict::Ignored));
    note.messageClass = "IPM.Schedule.Meeting.Resp.Pos";
    trace = send(mailWith(note.encoded()));
    QCOMPARE(trace.kind, MessageKind::MeetingOther);
    QCOMPARE(trace.verdict, std::optional(Verdict::Ignored));
    note.messageClass = "REPORT.IPM.Note.IPNRN";
    QCOMPARE(send(mailWith(note.encoded())).kind, MessageKind::Receipt);
    note.messageClass = "IPM.Note.SMIME";
    QCOMPARE(send(mailWith(note.encoded())).kind, MessageKind::Unreadable);
}

QTEST_GUILESS_MAIN(tst_TnefRequests)
#include "tst_tnefrequests.moc"
