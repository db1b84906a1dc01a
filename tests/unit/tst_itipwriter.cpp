// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/itipreader.h"
#include "models/itip/itipwriter.h"

#include <QTest>

#include <libical/ical.h>

#include <memory>

using namespace reserve;

namespace {

Instant at(const char* iso)
{
    return *instantFromIso(QString::fromLatin1(iso));
}

WrittenEvent budgetMeeting()
{
    WrittenEvent event;
    event.uid = QStringLiteral("040000008200E00074C5B7101A82E008-1");
    event.sequence = 4;
    event.stamp = at("2026-11-10T08:00:00Z");
    event.organizer = QStringLiteral("Ada@example.org");
    event.organizerName = QStringLiteral("Lovelace, Ada");
    event.attendees = {{QStringLiteral("Alpine@rooms.example.org"), QStringLiteral("Room Alpine"), true, false},
                       {QStringLiteral("charles@example.org"), QStringLiteral("Charles \"B\" Babbage"), false, true}};
    event.range = {at("2026-11-18T09:30:00Z"), at("2026-11-18T10:30:00Z")};
    event.zone = "Europe/Berlin";
    event.summary = QStringLiteral("Budget; Runde 2, größer");
    event.location = QStringLiteral("Alpine");
    event.description = QStringLiteral("Zeile 1\nZeile 2\\Ende");
    return event;
}

QByteArray written(ItipMethod method, ZoneDialect zones, bool asExchange = false)
{
    WrittenCalendar calendar;
    calendar.method = method;
    calendar.zones = zones;
    calendar.exchangeProperties = asExchange;
    calendar.events = {budgetMeeting()};
    return writeCalendar(calendar);
}

Result<ItipMessage> readBack(const QByteArray& text)
{
    return ItipReader().read(text, {"Europe/Berlin", at("2026-11-11T00:00:00Z"), {}});
}

// The first of the components by libical's own reading, an implementation that is not ours.
QByteArray libicalValue(const QByteArray& text, icalproperty_kind kind, int* count = nullptr)
{
    const std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> calendar(
        icalparser_parse_string(text.constData()), &icalcomponent_free);
    if (!calendar)
        return "unreadable";
    icalcomponent* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
    if (!event || icalcomponent_count_errors(calendar.get()) != 0)
        return "errors";
    if (count)
        *count = icalcomponent_count_properties(event, kind);
    icalproperty* property = icalcomponent_get_first_property(event, kind);
    return property ? QByteArray(icalproperty_get_value_as_string(property)) : QByteArray();
}

QString lineFault(const QByteArray& text)
{
    if (!text.endsWith("\r\n") || QByteArray(text).replace("\r\n", "").contains('\n')
        || QByteArray(text).replace("\r\n", "").contains('\r'))
        return QStringLiteral("a line end that is not CRLF");
    for (const QByteArray& line : text.split('\n')) {
        if (line.size() > 76)
            return QStringLiteral("longer than 75 octets: ") + QString::fromUtf8(line);
        if (!QUtf8StringView(line.constData(), line.size()).isValidUtf8())
            return QStringLiteral("folded inside a character");
    }
    return {};
}

} // namespace

class TestItipWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatItReads_data()
    {
        QTest::addColumn<int>("zones");
        QTest::addColumn<bool>("asExchange");
        QTest::addColumn<QByteArray>("zoneId");
        QTest::newRow("utc") << int(ZoneDialect::Utc) << false << QByteArray("UTC");
        QTest::newRow("iana") << int(ZoneDialect::Iana) << false << QByteArray("Europe/Berlin");
        QTest::newRow("exchange") << int(ZoneDialect::Windows) << true << QByteArray("Europe/Berlin");
    }
    void writesWhatItReads()
    {
        QFETCH(int, zones);
        QFETCH(bool, asExchange);
        QFETCH(QByteArray, zoneId);
        const QByteArray text = written(ItipMethod::Request, ZoneDialect(zones), asExchange);
        QCOMPARE(lineFault(text), QString());
        const auto message = readBack(text);
        QVERIFY(message && message->problems.isEmpty());
        QCOMPARE(message->method, ItipMethod::Request);
        const ItipEvent& event = message->events.constFirst();
        const WrittenEvent wanted = budgetMeeting();
        QVERIFY(event.obstacle.isEmpty() && event.problems.isEmpty());
        QCOMPARE(event.uid, wanted.uid);
        QCOMPARE(event.sequence, wanted.sequence);
        QCOMPARE(event.stamp, wanted.stamp);
        QCOMPARE(event.range, std::optional(wanted.range));
        QCOMPARE(event.zoneId, zoneId);
        QCOMPARE(event.summary, wanted.summary);
        QCOMPARE(event.description, wanted.description);
        QCOMPARE(event.organizer.address, wanted.organizer);
        QCOMPARE(event.organizer.name, wanted.organizerName);
        QCOMPARE(event.attendees.size(), 2);
        QCOMPARE(event.attendees[0].kind, QStringLiteral("ROOM"));
        QCOMPARE(event.attendees[1].name, QStringLiteral("Charles 'B' Babbage"));
        QCOMPARE(libicalValue(text, ICAL_SUMMARY_PROPERTY), QByteArray("Budget\\; Runde 2\\, größer"));
    }

    void writesZonesAsOutlookUnderstandsThem()
    {
        const QByteArray text = written(ItipMethod::Request, ZoneDialect::Windows, true);
        QVERIFY(text.contains("TZID:W. Europe Standard Time\r\n"));
        QVERIFY(text.contains("DTSTART;TZID=W. Europe Standard Time:20261118T103000\r\n"));
        QVERIFY(text.contains("DTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
                              "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r\n"));
    }

    void asksTheOrganizerForAMeeting()
    {
        ItipReply question;
        question.uid = QStringLiteral("unknown-1");
        question.organizerLine = "ORGANIZER;CN=Nour:mailto:nour@mycompany.com";
        question.attendeeLine = "ATTENDEE;ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:CR1@reserve.mycompany.com";
        question.stamp = at("2026-11-18T08:00:00Z");
        const QByteArray text = writeRefresh(question);
        QVERIFY(text.contains("METHOD:REFRESH\r\n"));
        QVERIFY(text.contains("ORGANIZER;CN=Nour:mailto:nour@mycompany.com\r\n"));
        QVERIFY(text.contains("ATTENDEE;ROLE=REQ-PARTICIPANT:mailto:CR1@reserve.mycompany.com\r\n"));
        QVERIFY(text.contains("UID:unknown-1\r\n") && !text.contains("DTSTART") && !text.contains("PARTSTAT"));
    }

    void answersOneDateAndAllThatFollow()
    {
        ItipReply reply;
        reply.uid = QStringLiteral("series-1");
        reply.mailbox = QStringLiteral("CR1@reserve.mycompany.com");
        reply.recurrenceId = recurrenceIdFromKey(QStringLiteral("2026-12-04T15:00:00Z"));
        reply.recurrenceId->thisAndFuture = true;
        QVERIFY(writeReply(reply).contains("RECURRENCE-ID;RANGE=THISANDFUTURE:20261204T150000Z\r\n"));
        reply.recurrenceId = recurrenceIdFromKey(QStringLiteral("2026-12-04"));
        QVERIFY(writeReply(reply).contains("RECURRENCE-ID;VALUE=DATE:20261204\r\n"));
    }

    void writesAnIrregularZoneInUtc()
    {
        WrittenCalendar calendar;
        calendar.zones = ZoneDialect::Windows;
        calendar.events = {budgetMeeting()};
        calendar.events[0].zone = "Africa/Casablanca";
        const QByteArray text = writeCalendar(calendar);
        QVERIFY(!text.contains("VTIMEZONE"));
        QVERIFY(text.contains("DTSTART:20261118T093000Z\r\n"));
    }

    void writesDatesOfAnAllDayEvent()
    {
        WrittenCalendar calendar;
        calendar.events = {budgetMeeting()};
        calendar.events[0].allDayFrom = QDate(2026, 11, 18);
        calendar.events[0].allDayTo = QDate(2026, 11, 20);
        const auto message = readBack(writeCalendar(calendar));
        QVERIFY(message->events[0].allDay);
        QCOMPARE(message->events[0].range,
                 std::optional(TimeRange{at("2026-11-17T23:00:00Z"), at("2026-11-19T23:00:00Z")}));
    }

    void writesACancellation()
    {
        const auto message = readBack(written(ItipMethod::Cancel, ZoneDialect::Windows, true));
        QCOMPARE(message->method, ItipMethod::Cancel);
        QCOMPARE(message->events[0].status, QByteArray("CANCELLED"));
        QCOMPARE(message->events[0].busy, BusyKind::Free);
    }

    // R-ANSWER: UID, ORGANIZER and the one ATTENDEE exactly as the request wrote them.
    void R_ANSWER_repeatsTheRequest()
    {
        const QByteArray organizerLine = "ORGANIZER;CN=\"Lovelace; Ada\";X-OWN=\"a;b\":MAILTO:Ada@Example.ORG";
        const QByteArray roomLine
            = "ATTENDEE;ROLE=NON-PARTICIPANT;CUTYPE=RESOURCE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Room Alpine"
              ":MAILTO:ALPINE@Rooms.example.org";
        const auto request
            = readBack("BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:A\\,b;C=\"d\"\r\nSEQUENCE:7\r\n"
                       + organizerLine + "\r\n" + roomLine
                       + "\r\nATTENDEE:mailto:other@example.org\r\nDTSTAMP:20261110T080000Z\r\n"
                         "DTSTART:20261118T093000Z\r\nDTEND:20261118T103000Z\r\nSUMMARY:Budget\r\nEND:VEVENT\r\nEND:"
                         "VCALENDAR\r\n");
        QVERIFY(request);
        ItipReply reply = replyTo(request->events[0], QStringLiteral("alpine@rooms.example.org"),
                                  QStringLiteral("alpine@rooms.example.org"));
        reply.participation = Participation::Declined;
        reply.comment = QStringLiteral("Taken until 11:00.\nFree: 12:00");
        reply.stamp = at("2026-11-10T08:00:05Z");
        const QByteArray text = writeReply(reply);
        QCOMPARE(lineFault(text), QString());
        QCOMPARE(replyingAddress(reply), QStringLiteral("ALPINE@Rooms.example.org"));

        const auto message = readBack(text);
        QVERIFY(message);
        QCOMPARE(message->method, ItipMethod::Reply);
        const ItipEvent& event = message->events[0];
        QCOMPARE(event.uid, request->events[0].uid);
        QCOMPARE(event.sequence, 7);
        QCOMPARE(event.organizer.line, organizerLine);
        QCOMPARE(event.attendees.size(), 1);
        QCOMPARE(event.attendees[0].line,
                 QByteArray("ATTENDEE;PARTSTAT=DECLINED;ROLE=NON-PARTICIPANT;CUTYPE=RESOURCE;CN=Room Alpine"
                            ":MAILTO:ALPINE@Rooms.example.org"));
        QCOMPARE(event.range, request->events[0].range);
        QCOMPARE(event.stamp, reply.stamp);
        QCOMPARE(event.summary, QStringLiteral("Budget"));
        int attendees = 0;
        QCOMPARE(libicalValue(text, ICAL_COMMENT_PROPERTY), QByteArray("Taken until 11:00.\\nFree: 12:00"));
        QCOMPARE(libicalValue(text, ICAL_ATTENDEE_PROPERTY, &attendees), QByteArray("MAILTO:ALPINE@Rooms.example.org"));
        QCOMPARE(attendees, 1);
    }

    void R_ANSWER_answersAsTheMailboxWhenTheRoomIsNotListed()
    {
        const ItipReply reply
            = replyTo(readBack(written(ItipMethod::Request, ZoneDialect::Utc))->events[0],
                      QStringLiteral("hidden@rooms.example.org"), QStringLiteral("Hidden@rooms.example.org"));
        QCOMPARE(replyingAddress(reply), QStringLiteral("Hidden@rooms.example.org"));
        const auto message = readBack(writeReply(reply));
        QCOMPARE(message->events[0].attendees.size(), 1);
        QCOMPARE(message->events[0].attendees[0].address, QStringLiteral("Hidden@rooms.example.org"));
        QCOMPARE(message->events[0].attendees[0].participation, QStringLiteral("ACCEPTED"));
    }

    void R_ANSWER_echoesDatesAndOccurrences()
    {
        const auto request
            = readBack("BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART;VALUE=DATE:20261118\r\n"
                       "DURATION:P2D\r\nRECURRENCE-ID;VALUE=DATE:20261117\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        const QByteArray text = writeReply(replyTo(request->events[0], {}, QStringLiteral("a@example.org")));
        QVERIFY(text.contains("DTSTART;VALUE=DATE:20261118\r\nDTEND;VALUE=DATE:20261120\r\n"));
        QVERIFY(text.contains("RECURRENCE-ID;VALUE=DATE:20261117\r\n"));
    }

    void nothingBreaksOutOfItsLine_data()
    {
        QTest::addColumn<QString>("evil");
        QTest::newRow("crlf") << QStringLiteral("x\r\nATTENDEE:mailto:evil@example.org");
        QTest::newRow("lf") << QStringLiteral("x\nEND:VEVENT\nBEGIN:VEVENT\nUID:evil");
        QTest::newRow("cr") << QStringLiteral("x\rORGANIZER:mailto:evil@example.org");
        QTest::newRow("nul") << QStringLiteral("x") + QChar(0) + QStringLiteral("\r\nUID:evil");
        QTest::newRow("quote and colon") << QStringLiteral("x\":mailto:evil@example.org;CN=\"y");
        QTest::newRow("semicolon") << QStringLiteral("x;PARTSTAT=DECLINED");
        QTest::newRow("next line") << QStringLiteral("x") + QChar(0x85) + QStringLiteral("UID:evil");
        QTest::newRow("surrogate alone") << QStringLiteral("x") + QChar(0xD800) + QStringLiteral("y");
    }
    void nothingBreaksOutOfItsLine()
    {
        QFETCH(QString, evil);
        WrittenEvent event = budgetMeeting();
        event.uid = evil;
        event.organizer = evil;
        event.organizerName = evil;
        event.sentBy = evil;
        event.attendees = {{evil, evil, true, false}};
        event.summary = event.location = event.description = evil;
        WrittenCalendar calendar;
        calendar.method = ItipMethod::Request;
        calendar.name = evil;
        calendar.events = {event};
        const QByteArray text = writeCalendar(calendar);
        QCOMPARE(lineFault(text), QString());
        const auto message = readBack(text);
        QVERIFY(message);
        QCOMPARE(message->events.size(), 1);
        QCOMPARE(message->events[0].attendees.size(), 1);
        QCOMPARE(message->events[0].attendees[0].participation, QStringLiteral("NEEDS-ACTION"));
        QVERIFY(message->events[0].organizer.line.startsWith("ORGANIZER;CN="));
        QCOMPARE(message->events[0].range, std::optional(event.range));
        for (const char* name : {"\nUID:", "\nORGANIZER", "\nATTENDEE", "\nEND:VEVENT", "\nDTSTART"})
            QCOMPARE(text.count(name), 1);

        ItipReply reply = replyTo(message->events[0], {}, evil);
        reply.organizerLine = "ORGANIZER;CN=" + evil.toUtf8();
        reply.spaceName = reply.comment = reply.summary = evil;
        const QByteArray answer = writeReply(reply);
        QCOMPARE(lineFault(answer), QString());
        for (const char* name : {"\nUID:", "\nORGANIZER", "\nATTENDEE", "\nEND:VEVENT", "\nDTSTART"})
            QCOMPARE(answer.count(name), 1);
    }
};

QTEST_APPLESS_MAIN(TestItipWriter)
#include "tst_itipwriter.moc"
