// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/requestdesk.h"

#include <QTest>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

namespace {

const QByteArray nour = "nour.abbas@mycompany.com";
const QString cr1 = QStringLiteral("CR1@reserve.mycompany.com");
const QString cr2 = QStringLiteral("CR2@reserve.mycompany.com");
const QByteArray roomLine = "ATTENDEE;RSVP=TRUE:mailto:CR1@reserve.mycompany.com\r\n";

// A request of Nour as bad input may vary it.
struct Request
{
    QByteArray uid = "UID:fault-1\r\n";
    QByteArray times = "DTSTART;TZID=Europe/Berlin:20261120T160000\r\nDTEND;TZID=Europe/Berlin:20261120T170000\r\n";
    QByteArray attendees = roomLine;
    QByteArray further = {};
    QByteArray bodyMethod = "METHOD:REQUEST\r\n";
    QByteArray type = "text/calendar; charset=utf-8; method=REQUEST";
    QByteArray organizer = nour;

    QByteArray calendar() const
    {
        return "BEGIN:VCALENDAR\r\n" + bodyMethod + "VERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\n" + uid
            + "DTSTAMP:20261117T100000Z\r\nORGANIZER:mailto:" + organizer + "\r\n" + attendees + times + further
            + "END:VEVENT\r\nEND:VCALENDAR\r\n";
    }
    QByteArray mail() const
    {
        return "From: " + organizer
            + "\r\nTo: CR1@reserve.mycompany.com\r\nSubject: Safety training\r\nMessage-ID: "
              "<fault@mycompany.com>\r\n"
              "MIME-Version: 1.0\r\nContent-Type: "
            + type + "\r\n\r\n" + calendar();
    }
};

} // namespace

// The cases T, I and M of the catalogue of bad input that show only in what is decided; those of one reader
// alone stand beside it in tests/unit and bear their numbers as well.
class TestFaultCases : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RequestDesk> m_desk;

    Trace send(const Request& request, const QString& room = cr1)
    {
        return m_desk->send(request.mail(), QString::fromLatin1(request.organizer), {room}).constFirst();
    }
    QStringList held()
    {
        QStringList texts;
        for (const Reservation& row : m_desk->reservations()) {
            if (holdsSlot(row.status))
                texts.append(toIso(row.time.start) + QLatin1Char('/') + toIso(row.time.end));
        }
        return texts;
    }

private Q_SLOTS:
    void init() { m_desk = std::make_unique<RequestDesk>(); }

    void T6_seriesOfWholeDaysMeansTheSpacesZone()
    {
        const Trace trace = send({.times = "DTSTART;VALUE=DATE:20261120\r\nDTEND;VALUE=DATE:20261121\r\n",
                                  .further = "RRULE:FREQ=WEEKLY;COUNT=2\r\n"});
        QCOMPARE(trace.reason.code, QByteArray("decision.series-free"));
        QCOMPARE(held(),
                 QStringList() << QStringLiteral("2026-11-19T23:00:00Z/2026-11-20T23:00:00Z")
                               << QStringLiteral("2026-11-26T23:00:00Z/2026-11-27T23:00:00Z"));
        for (const Reservation& row : m_desk->reservations())
            QVERIFY(row.allDay);
    }

    void T6_floatingSeriesMeansTheSpacesZone()
    {
        QCOMPARE(
            send({.times = "DTSTART:20261120T160000\r\nDURATION:PT1H\r\n", .further = "RRULE:FREQ=DAILY;COUNT=2\r\n"})
                .reason.code,
            QByteArray("decision.series-free"));
        QCOMPARE(held(),
                 QStringList() << QStringLiteral("2026-11-20T15:00:00Z/2026-11-20T16:00:00Z")
                               << QStringLiteral("2026-11-21T15:00:00Z/2026-11-21T16:00:00Z"));
    }

    void T6_oneDateOfAFloatingSeriesIsMoved()
    {
        QByteArray moved
            = "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:fault-1\r\nDTSTAMP:20261117T100000Z\r\nORGANIZER:mailto:" + nour
            + "\r\n" + roomLine + "RECURRENCE-ID:20261121T160000\r\nDTSTART:20261121T180000\r\nDURATION:PT1H\r\n";
        send({.times = "DTSTART:20261120T160000\r\nDURATION:PT1H\r\n",
              .further = "RRULE:FREQ=DAILY;COUNT=2\r\n" + moved});
        QCOMPARE(held(),
                 QStringList() << QStringLiteral("2026-11-20T15:00:00Z/2026-11-20T16:00:00Z")
                               << QStringLiteral("2026-11-21T17:00:00Z/2026-11-21T18:00:00Z"));
    }

    void T7_yearsAtTheEdgesOfTime_data()
    {
        QTest::addColumn<QByteArray>("times");
        for (const char* year : {"0001", "1601", "9999"}) {
            const QByteArray y = year;
            QTest::addRow("start %s", year)
                << QByteArray("DTSTART:" + y + "1120T160000Z\r\nDTEND:" + y + "1120T170000Z\r\n");
            QTest::addRow("local start %s", year)
                << QByteArray("DTSTART;TZID=Europe/Berlin:" + y + "1231T235900\r\nDURATION:P1D\r\n");
            QTest::addRow("series from %s", year)
                << QByteArray("DTSTART:" + y + "1120T160000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY\r\n");
            QTest::addRow("counted from %s", year) << QByteArray(
                "DTSTART:" + y + "1120T160000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=2147483647\r\n");
            QTest::addRow("until %s", year) << QByteArray(
                "DTSTART:20261120T160000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;UNTIL=" + y + "1231T235959Z\r\n");
            QTest::addRow("date %s", year) << QByteArray("DTSTART:20261120T160000Z\r\nDURATION:PT1H\r\nRDATE:" + y
                                                         + "1231T235959Z\r\nEXDATE:" + y + "0101T000000Z\r\n");
            QTest::addRow("recurrence id %s", year)
                << QByteArray("DTSTART:20261120T160000Z\r\nDURATION:PT1H\r\nRECURRENCE-ID:" + y + "1231T235959Z\r\n");
            QTest::addRow("end %s", year) << QByteArray("DTSTART:20261120T160000Z\r\nDTEND:" + y + "1231T235959Z\r\n");
        }
        QTest::newRow("year 10000") << QByteArray("DTSTART:100001120T160000Z\r\nDURATION:PT1H\r\n");
        QTest::newRow("into year 10000") << QByteArray("DTSTART:99991231T235959Z\r\nDURATION:P3652424D\r\n");
        QTest::newRow("year 0000") << QByteArray("DTSTART:00000101T000000Z\r\nDURATION:PT1H\r\n");
    }

    void T7_yearsAtTheEdgesOfTime()
    {
        QFETCH(QByteArray, times);
        const Trace trace = send({.times = times});
        QVERIFY(trace.verdict.has_value() && !trace.reason.isEmpty());
        // Whatever holds the room lies ahead, and is not without end.
        for (const Reservation& row : m_desk->reservations())
            QVERIFY(!holdsSlot(row.status) || row.time.end > m_desk->clock().now());
        QVERIFY(m_desk->reservations().size() < 1'000);
    }

    void I1x_bombsAreDeclinedWithAReason_data()
    {
        QTest::addColumn<QByteArray>("recurrence");
        QTest::addColumn<QByteArray>("code");
        const auto list = [](int from, int to) {
            QByteArrayList numbers;
            for (int i = from; i <= to; ++i)
                numbers.append(QByteArray::number(i));
            return numbers.join(',');
        };
        QTest::newRow("every second") << QByteArray("RRULE:FREQ=SECONDLY\r\n") << QByteArray("itip.rule-too-frequent");
        QTest::newRow("INTERVAL=0") << QByteArray("RRULE:FREQ=DAILY;INTERVAL=0\r\n")
                                    << QByteArray("itip.rule-unreadable");
        QTest::newRow("COUNT=2^31") << QByteArray("RRULE:FREQ=DAILY;COUNT=2147483648\r\n")
                                    << QByteArray("itip.rule-unreadable");
        QTest::newRow("24 times a day") << QByteArray("RRULE:FREQ=DAILY;BYHOUR=" + list(0, 23) + "\r\n")
                                        << QByteArray("itip.rule-too-frequent");
        QTest::newRow("10,000 RDATE") << QByteArray("RDATE:" + QByteArray("20261120T160000Z,").repeated(9'999)
                                                    + "20261120T160000Z\r\n")
                                      << QByteArray("itip.dates-too-many");
        QTest::newRow("10,000 EXDATE") << QByteArray(
            "RRULE:FREQ=DAILY;COUNT=3\r\nEXDATE:" + QByteArray("20261120T160000Z,").repeated(9'999)
            + "20261120T160000Z\r\n") << QByteArray("itip.dates-too-many");
        QTest::newRow("two rules") << QByteArray("RRULE:FREQ=DAILY;COUNT=3\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n")
                                   << QByteArray("itip.rules-many");
    }

    void I1x_bombsAreDeclinedWithAReason()
    {
        QFETCH(QByteArray, recurrence);
        QFETCH(QByteArray, code);
        const Trace trace = send({.further = recurrence});
        QCOMPARE(trace.verdict, std::optional(Verdict::Declined));
        QCOMPARE(trace.reason.code, code);
        QVERIFY(held().isEmpty());
    }

    void I1x_aRuleThatNeverHappensHoldsNothing()
    {
        const Trace trace = send({.further = "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n"});
        QVERIFY(trace.verdict.has_value());
        QVERIFY(held().isEmpty());
        QVERIFY(std::any_of(trace.steps.begin(), trace.steps.end(),
                            [](const TraceStep& step) { return step.reason.code == "itip.rule-steps"; }));
    }

    void I4x_sameUidOfAnotherOrganizerIsAnotherMeeting()
    {
        Person ada;
        ada.controlNumber = ControlNumber::fromNumber(100318);
        ada.email = QStringLiteral("ada@mycompany.com");
        m_desk->addPerson(ada);
        send({});
        const Trace hijack = send({.times = "DTSTART:20261121T100000Z\r\nDURATION:PT1H\r\n",
                                   .further = "SEQUENCE:9\r\n",
                                   .organizer = "ada@mycompany.com"});
        QCOMPARE(hijack.verdict, std::optional(Verdict::Accepted));
        QCOMPARE(held().size(), 2);
        Request cancel{.further = "SEQUENCE:9\r\n",
                       .bodyMethod = "METHOD:CANCEL\r\n",
                       .type = "text/calendar; method=CANCEL",
                       .organizer = "ada@mycompany.com"};
        send(cancel);
        QCOMPARE(held(), QStringList{QStringLiteral("2026-11-20T15:00:00Z/2026-11-20T16:00:00Z")});
    }

    void I4x_sameUidInTwoRoomsIsTwoReservations()
    {
        const Request both{.attendees = roomLine + "ATTENDEE;RSVP=TRUE:mailto:CR2@reserve.mycompany.com\r\n"};
        const QList<Trace> traces = m_desk->send(both.mail(), QString::fromLatin1(nour), {cr1, cr2});
        QCOMPARE(traces.size(), 2);
        for (const Trace& trace : traces)
            QCOMPARE(trace.verdict, std::optional(Verdict::Accepted));
        QCOMPARE(held().size(), 2);
    }

    void I4x_uidsAreComparedAsWritten()
    {
        send({.uid = "UID:Meeting-A\r\n"});
        const Trace other
            = send({.uid = "UID:MEETING-a\r\n", .times = "DTSTART:20261121T100000Z\r\nDURATION:PT1H\r\n"});
        QCOMPARE(other.verdict, std::optional(Verdict::Accepted));
        QCOMPARE(held().size(), 2);
    }

    void I4x_emptyUid()
    {
        const Trace trace = send({.uid = "UID:\r\n"});
        QCOMPARE(trace.reason.code, QByteArray("itip.uid-missing"));
        QVERIFY(held().isEmpty());
    }

    void I4x_uidOfAHundredKilobytes()
    {
        const Request request{.uid = "UID:" + QByteArray(100'000, 'u') + "\r\n"};
        const Trace first = send(request);
        QVERIFY(first.verdict.has_value());
        // Whatever is kept of it, the same message again is the same meeting.
        const qsizetype before = held().size();
        send(request);
        QCOMPARE(held().size(), before);
    }

    void I6x_methodOfTheBodyCounts()
    {
        send({});
        // RFC 6047 2.4 wants them equal.
        const Trace trace = send({.further = "SEQUENCE:1\r\n", .bodyMethod = "METHOD:CANCEL\r\n"});
        QCOMPARE(trace.verdict, std::optional(Verdict::Cancelled));
        QVERIFY(held().isEmpty());
    }

    void I6x_otherMethodsNeverBook_data()
    {
        QTest::addColumn<QByteArray>("method");
        for (const char* method : {"PUBLISH", "REPLY", "REFRESH", "COUNTER", "DECLINECOUNTER", "X-OTHER"})
            QTest::newRow(method) << QByteArray(method);
    }

    void I6x_otherMethodsNeverBook()
    {
        QFETCH(QByteArray, method);
        const Trace trace
            = send({.bodyMethod = "METHOD:" + method + "\r\n", .type = "text/calendar; method=" + method});
        QVERIFY(trace.verdict == Verdict::Ignored || trace.verdict == Verdict::Held);
        QVERIFY(held().isEmpty());
        QVERIFY(m_desk->outbox().isEmpty());
    }

    void I6x_twoCalendarsInOnePart()
    {
        const Request first;
        Request second{.uid = "UID:fault-2\r\n", .times = "DTSTART:20261121T100000Z\r\nDURATION:PT1H\r\n"};
        const QByteArray raw = first.mail() + second.calendar();
        m_desk->send(raw, QString::fromLatin1(nour), {cr1});
        QCOMPARE(held().size(), 2);
    }

    void I7x_howTheRoomIsNamed_data()
    {
        QTest::addColumn<QByteArray>("attendees");
        QTest::newRow("attendee") << roomLine;
        QTest::newRow("attendee, other case") << QByteArray("ATTENDEE;RSVP=TRUE:MAILTO:cr1@RESERVE.mycompany.com\r\n");
        QTest::newRow("twice") << roomLine + roomLine;
        QTest::newRow("only by the envelope") << QByteArray("ATTENDEE:mailto:ada@mycompany.com\r\n");
        QTest::newRow("nobody listed") << QByteArray();
        QTest::newRow("as location") << QByteArray("LOCATION:CR1 Borealis\r\n");
        QTest::newRow("through a list") << QByteArray("ATTENDEE;CUTYPE=GROUP:mailto:all-rooms@mycompany.com\r\n");
        QTest::newRow("as resource") << QByteArray(
            "ATTENDEE;CUTYPE=RESOURCE;ROLE=NON-PARTICIPANT:mailto:CR1@reserve.mycompany.com\r\n");
    }

    // The envelope alone says which room is meant: however the room is named inside, it is reserved once.
    void I7x_howTheRoomIsNamed()
    {
        QFETCH(QByteArray, attendees);
        const Request request{.attendees = attendees};
        QCOMPARE(send(request).verdict, std::optional(Verdict::Accepted));
        QCOMPARE(held().size(), 1);
        send(request);
        QCOMPARE(held().size(), 1);
    }

    void M2_severalCalendarParts()
    {
        // The one with a method counts, the copies are the same meeting.
        const Request request;
        Request other{
            .uid = "UID:fault-2\r\n", .times = "DTSTART:20261121T100000Z\r\nDURATION:PT1H\r\n", .bodyMethod = {}};
        const QByteArray raw = "From: " + nour
            + "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: "
              "text/calendar\r\n\r\n"
            + other.calendar() + "--b\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n" + request.calendar()
            + "--b\r\nContent-Type: application/ics; name=invite.ics\r\n\r\n" + request.calendar() + "--b--\r\n";
        QCOMPARE(m_desk->send(raw, QString::fromLatin1(nour), {cr1}).constFirst().verdict,
                 std::optional(Verdict::Accepted));
        QCOMPARE(held(), QStringList{QStringLiteral("2026-11-20T15:00:00Z/2026-11-20T16:00:00Z")});
    }

    void M2_trickedMethodParameter()
    {
        // RFC 2231: cut in pieces and with a charset.
        QCOMPARE(send({.bodyMethod = {}, .type = "text/calendar; method*0*=utf-8''RE; method*1=QUEST"}).verdict,
                 std::optional(Verdict::Accepted));
    }

    void M3_signedRequestIsRead()
    {
        const QByteArray raw = "From: " + nour
            + "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/signed; "
              "protocol=\"application/pkcs7-signature\"; boundary=s\r\n\r\n--s\r\n"
              "Content-Type: text/calendar; method=REQUEST\r\n\r\n"
            + Request().calendar()
            + "--s\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\n\r\nAAAA\r\n--s--\r\n";
        QCOMPARE(m_desk->send(raw, QString::fromLatin1(nour), {cr1}).constFirst().verdict,
                 std::optional(Verdict::Accepted));
    }

    void M3_encryptedRequestIsHeld()
    {
        const QByteArray raw = "From: " + nour
            + "\r\nMIME-Version: 1.0\r\nContent-Type: application/pkcs7-mime; "
              "smime-type=enveloped-data; name=smime.p7m\r\n"
              "Content-Transfer-Encoding: base64\r\n\r\nMIIBAAAA\r\n";
        const Trace trace = m_desk->send(raw, QString::fromLatin1(nour), {cr1}).constFirst();
        QCOMPARE(trace.verdict, std::optional(Verdict::Held));
        QVERIFY(held().isEmpty());
    }

    void M4_thirtyMegabytesBeforeTheCalendar()
    {
        const QByteArray raw = "From: " + nour
            + "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
              "Content-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + QByteArray("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5eg==\r\n")
                  .repeated(420'000)
            + "--b\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n" + Request().calendar() + "--b--\r\n";
        // What is handed on keeps nothing of the attachment.
        const auto reading = readMail(raw, QString());
        QVERIFY(reading->content.calendar && reading->content.calendar->text.size() < 2'000);
        QVERIFY(reading->content.tnef.isEmpty());
        QCOMPARE(m_desk->send(raw, QString::fromLatin1(nour), {cr1}).constFirst().verdict,
                 std::optional(Verdict::Accepted));
    }
};

QTEST_GUILESS_MAIN(TestFaultCases)
#include "tst_faultcases.moc"
