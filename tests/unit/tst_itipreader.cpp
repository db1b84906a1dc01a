// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/itipreader.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace reserve;

namespace {

const QByteArray berlinRules = "BEGIN:VTIMEZONE\r\nTZID:W. Europe Standard Time\r\n"
                               "BEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
                               "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\n"
                               "BEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
                               "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";

// The shape of a request from Exchange; the text is our own.
const QByteArray exchangeRequest
    = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nPRODID:Microsoft Exchange Server 2010\r\nVERSION:2.0\r\n" + berlinRules
    + "BEGIN:VEVENT\r\nORGANIZER;CN=Ada Lovelace:mailto:ada@example.org\r\n"
      "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Room Alp\r\n "
      "ine:mailto:Alpine@rooms.example.org\r\n"
      "ATTENDEE;ROLE=OPT-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE;CN=\"Babbage, "
      "Charles\":MAILTO:charles@example.org\r\n"
      "DESCRIPTION;LANGUAGE=de-DE:Erste Zeile\\nZweite\\, mit Komma\r\n"
      "UID:040000008200E00074C5B7101A82E00800000000D0A1F5B7C0B5DC01000000000000000\r\n 0100000001234\r\n"
      "SUMMARY;LANGUAGE=de-DE:Budget\\; Runde 2\r\n"
      "DTSTART;TZID=W. Europe Standard Time:20261118T103000\r\nDTEND;TZID=W. Europe Standard "
      "Time:20261118T113000\r\n"
      "CLASS:PUBLIC\r\nPRIORITY:5\r\nDTSTAMP:20261110T080910Z\r\nTRANSP:OPAQUE\r\nSTATUS:CONFIRMED\r\nSEQUENCE:"
      "1\r\n"
      "LOCATION;LANGUAGE=de-DE:Alpine\r\nX-MICROSOFT-CDO-APPT-SEQUENCE:2\r\nX-MICROSOFT-CDO-BUSYSTATUS:"
      "TENTATIVE\r\n"
      "X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY\r\nX-MICROSOFT-CDO-ALLDAYEVENT:FALSE\r\n"
      "X-MICROSOFT-ISRESPONSEREQUESTED:TRUE\r\nBEGIN:VALARM\r\nDESCRIPTION:REMINDER\r\n"
      "TRIGGER;RELATED=START:-PT15M\r\nACTION:DISPLAY\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

QByteArray request(const QByteArray& lines, const QByteArray& method = "REQUEST")
{
    return "BEGIN:VCALENDAR\r\nMETHOD:" + method + "\r\nBEGIN:VEVENT\r\nUID:u\r\nDTSTAMP:20260101T000000Z\r\n" + lines
        + "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

Instant at(const char* iso)
{
    return *instantFromIso(QString::fromLatin1(iso));
}

bool has(const QList<Reason>& problems, const char* code)
{
    return std::any_of(problems.begin(), problems.end(),
                       [code](const Reason& problem) { return problem.code == code; });
}

} // namespace

class TestItipReader : public QObject
{
    Q_OBJECT

private:
    ItipReader m_reader;

    Result<ItipMessage> read(const QByteArray& text, const QByteArray& zone = "Europe/Berlin") const
    {
        return m_reader.read(text, {zone, at("2026-11-01T00:00:00Z"), {}});
    }

    ItipEvent readOne(const QByteArray& text, const QByteArray& zone = "Europe/Berlin") const
    {
        const auto message = read(text, zone);
        return message && message->events.size() == 1 ? message->events.constFirst() : ItipEvent{};
    }

private Q_SLOTS:
    void readsARequestAsExchangeWritesIt()
    {
        const auto message = read(exchangeRequest, {});
        QVERIFY(message);
        QCOMPARE(message->method, ItipMethod::Request);
        QCOMPARE(message->productId, QStringLiteral("Microsoft Exchange Server 2010"));
        QVERIFY(message->problems.isEmpty());
        QCOMPARE(message->events.size(), 1);
        const ItipEvent& event = message->events.constFirst();
        QVERIFY(event.obstacle.isEmpty());
        QVERIFY(event.problems.isEmpty());
        QCOMPARE(
            event.uid,
            QStringLiteral("040000008200E00074C5B7101A82E00800000000D0A1F5B7C0B5DC010000000000000000100000001234"));
        QCOMPARE(event.sequence, 2);
        QCOMPARE(event.stamp, at("2026-11-10T08:09:10Z"));
        QCOMPARE(event.range, std::optional(TimeRange{at("2026-11-18T09:30:00Z"), at("2026-11-18T10:30:00Z")}));
        QCOMPARE(event.zoneId, QByteArray("Europe/Berlin"));
        QCOMPARE(event.start.zone, QByteArray("W. Europe Standard Time"));
        QCOMPARE(event.summary, QStringLiteral("Budget; Runde 2"));
        QCOMPARE(event.location, QStringLiteral("Alpine"));
        QCOMPARE(event.description, QStringLiteral("Erste Zeile\nZweite, mit Komma"));
        QCOMPARE(event.organizer.address, QStringLiteral("ada@example.org"));
        QCOMPARE(event.organizer.name, QStringLiteral("Ada Lovelace"));
        QCOMPARE(event.busy, BusyKind::Busy);
        QVERIFY(event.responseRequested);
        QVERIFY(!event.allDay);
        QVERIFY(!event.isSeries() && !event.recurrenceId);
    }

    void keepsAttendeesAsWritten()
    {
        const ItipEvent event = readOne(exchangeRequest);
        QCOMPARE(event.attendees.size(), 2);
        const ItipAttendee* room = event.attendee(u"alpine@ROOMS.example.org");
        QVERIFY(room);
        QCOMPARE(room->address, QStringLiteral("Alpine@rooms.example.org"));
        QCOMPARE(room->name, QStringLiteral("Room Alpine"));
        QCOMPARE(room->line,
                 QByteArray("ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Room Alpine"
                            ":mailto:Alpine@rooms.example.org"));
        QCOMPARE(room->responseWanted, std::optional(true));
        QCOMPARE(event.attendees[1].name, QStringLiteral("Babbage, Charles"));
        QCOMPARE(event.attendees[1].role, QStringLiteral("OPT-PARTICIPANT"));
        QCOMPARE(event.attendees[1].responseWanted, std::optional(false));
        QVERIFY(!event.attendee(u"nobody@example.org"));
    }

    void I6x_toleratesWhatIsMetInMail_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray plain = request("DTSTART:20261118T093000Z\r\nDTEND:20261118T103000Z\r\nSUMMARY:Größe\r\n");
        QTest::newRow("as it should be") << plain;
        QTest::newRow("bare LF") << QByteArray(plain).replace("\r\n", "\n");
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + plain;
        QTest::newRow("no END") << plain.left(plain.indexOf("END:VEVENT"));
        QTest::newRow("cut off END") << plain.chopped(6);
        QTest::newRow("empty lines") << QByteArray(plain).replace("DTEND", "\r\n\r\nDTEND");
        QTest::newRow("fold by TAB") << QByteArray(plain).replace("103000Z", "10\r\n\t3000Z");
        QTest::newRow("fold inside UTF-8") << QByteArray(plain).replace("\xC3\xB6", "\xC3\r\n \xB6");
        QTest::newRow("latin 1") << QByteArray(plain).replace("\xC3\xB6", "\xF6").replace("\xC3\x9F", "\xDF");
        QTest::newRow("lower case names")
            << QByteArray(plain).replace("DTSTART", "dtstart").replace("BEGIN:VEVENT", "begin:vevent");
        QTest::newRow("NUL") << QByteArray(plain).replace("SUMMARY", QByteArray("X-A:\0b\r\nSUMMARY", 15));
        QTest::newRow("line without colon") << QByteArray(plain).replace("SUMMARY", "nonsense\r\nSUMMARY");
    }
    void I6x_toleratesWhatIsMetInMail()
    {
        QFETCH(QByteArray, text);
        const ItipEvent event = readOne(text);
        QCOMPARE(event.obstacle.code, QByteArray());
        QCOMPARE(event.uid, QStringLiteral("u"));
        QCOMPARE(event.summary, QStringLiteral("Größe"));
        QCOMPARE(event.range, std::optional(TimeRange{at("2026-11-18T09:30:00Z"), at("2026-11-18T10:30:00Z")}));
    }

    void saysWhatItMended()
    {
        const QByteArray plain = request("DTSTART:20261118T093000Z\r\nSUMMARY:\xF6\r\n");
        QVERIFY(has(read(plain)->problems, "itip.charset"));
        QVERIFY(has(read(plain.left(plain.indexOf("END:VEVENT")))->problems, "itip.end-missing"));
        QByteArray unstamped = plain;
        const ItipEvent event = readOne(unstamped.replace("DTSTAMP:20260101T000000Z\r\n", ""));
        QVERIFY(has(event.problems, "itip.stamp-missing"));
        QCOMPARE(event.stamp, at("2026-11-01T00:00:00Z"));
    }

    void T4_readsZoneNamesAsWritten_data()
    {
        QTest::addColumn<QByteArray>("parameter");
        QTest::addColumn<QByteArray>("iana");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("windows, unquoted") << QByteArray("W. Europe Standard Time") << QByteArray("Europe/Berlin")
                                           << QByteArray("2026-11-18T09:30:00Z");
        QTest::newRow("windows, quoted") << QByteArray("\"Eastern Standard Time\"") << QByteArray("America/New_York")
                                         << QByteArray("2026-11-18T15:30:00Z");
        QTest::newRow("iana") << QByteArray("Asia/Tokyo") << QByteArray("Asia/Tokyo")
                              << QByteArray("2026-11-18T01:30:00Z");
        QTest::newRow("link") << QByteArray("US/Pacific") << QByteArray("US/Pacific")
                              << QByteArray("2026-11-18T18:30:00Z");
        QTest::newRow("exchange utc") << QByteArray("tzone://Microsoft/Utc") << QByteArray("UTC")
                                      << QByteArray("2026-11-18T10:30:00Z");
        QTest::newRow("display name, quoted")
            << QByteArray("\"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna\"")
            << QByteArray("Europe/Berlin") << QByteArray("2026-11-18T09:30:00Z");
        QTest::newRow("display name, bare") << QByteArray("(UTC-05:00) Eastern Time (US & Canada)")
                                            << QByteArray("America/New_York") << QByteArray("2026-11-18T15:30:00Z");
        QTest::newRow("old display name") << QByteArray("(GMT+01.00) Sarajevo/Warsaw/Zagreb")
                                          << QByteArray("Europe/Warsaw") << QByteArray("2026-11-18T09:30:00Z");
        QTest::newRow("escaped") << QByteArray("(UTC+07:00) Bangkok\\, Hanoi\\, Jakarta") << QByteArray("Asia/Bangkok")
                                 << QByteArray("2026-11-18T03:30:00Z");
        QTest::newRow("accent") << QByteArray("(UTC-03:00) Brasília") << QByteArray("America/Sao_Paulo")
                                << QByteArray("2026-11-18T13:30:00Z");
        QTest::newRow("path") << QByteArray("/mozilla.org/20050126_1/America/Argentina/Salta")
                              << QByteArray("America/Argentina/Salta") << QByteArray("2026-11-18T13:30:00Z");
    }
    void T4_readsZoneNamesAsWritten()
    {
        QFETCH(QByteArray, parameter);
        QFETCH(QByteArray, iana);
        QFETCH(QByteArray, start);
        const ItipEvent event = readOne(request("DTSTART;TZID=" + parameter + ":20261118T103000\r\n"));
        QCOMPARE(event.obstacle.code, QByteArray());
        QCOMPARE(event.zoneId, iana);
        QCOMPARE(toIso(event.range->start).toLatin1(), start);
    }

    void T4_neverGuessesAZone_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char* zone : {"Customized Time Zone", "tzone://Microsoft/Custom", "Planet Express Time", "localtime",
                                 "AAA3", "../../etc/localtime", "UTC+01", "Factory", ":"})
            QTest::newRow(zone) << QByteArray(zone);
    }
    void T4_neverGuessesAZone()
    {
        QFETCH(QByteArray, zone);
        const ItipEvent event = readOne(request("DTSTART;TZID=\"" + zone + "\":20261118T103000\r\n"));
        QVERIFY(!event.range);
        QCOMPARE(event.obstacle.code, QByteArray("itip.zone-unknown"));
        QCOMPARE(event.obstacle.arguments.value(QStringLiteral("zone")), QString::fromLatin1(zone));
    }

    void saysThatOnlyAnOffsetIsKnown()
    {
        const ItipEvent event = readOne(request("DTSTART;TZID=\"(UTC-03:30) Neverland\":20261118T103000\r\n"));
        QCOMPARE(event.range->start, at("2026-11-18T14:00:00Z"));
        QVERIFY(has(event.problems, "itip.zone-offset-only"));
    }

    void T4_prefersTheMessagesOwnRules()
    {
        // The zone is called Eastern and says that it is Berlin: what it says counts, and that it does so is
        // told.
        const QByteArray text = QByteArray(exchangeRequest).replace("W. Europe Standard Time", "Eastern Standard Time");
        const ItipEvent event = readOne(text);
        QCOMPARE(event.range->start, at("2026-11-18T09:30:00Z"));
        QCOMPARE(event.zoneId, QByteArray("America/New_York"));
        QVERIFY(has(event.problems, "itip.zone-contradicts-name"));
    }

    void takesACustomZoneByItsRules()
    {
        const QByteArray text = QByteArray(exchangeRequest).replace("W. Europe Standard Time", "Customized Time Zone");
        const ItipEvent event = readOne(text);
        QCOMPARE(event.range->start, at("2026-11-18T09:30:00Z"));
        QVERIFY(event.zoneId.isEmpty());
        QVERIFY(event.problems.isEmpty());
    }

    void fallsBackToTheNameWhenTheRulesCannotBeUsed()
    {
        const QByteArray text = QByteArray(exchangeRequest).replace("FREQ=YEARLY", "FREQ=HOURLY");
        const ItipEvent event = readOne(text);
        QCOMPARE(event.range->start, at("2026-11-18T09:30:00Z"));
        QVERIFY(has(event.problems, "itip.zone-rules-unreadable"));
        const ItipEvent unnamed = readOne(QByteArray(text).replace("W. Europe Standard Time", "Customized Time Zone"));
        QCOMPARE(unnamed.obstacle.code, QByteArray("itip.zone-unknown"));
    }

    // R-TIMEZONE: dates and floating times mean the space's zone.
    void R_TIMEZONE_allDayAndFloatingTakeTheSpacesZone()
    {
        const ItipEvent allDay = readOne(request("DTSTART;VALUE=DATE:20261118\r\nDTEND;VALUE=DATE:20261120\r\n"));
        QVERIFY(allDay.allDay);
        QCOMPARE(allDay.range, std::optional(TimeRange{at("2026-11-17T23:00:00Z"), at("2026-11-19T23:00:00Z")}));
        const ItipEvent floating = readOne(request("DTSTART:20261118T103000\r\nDTEND:20261118T113000\r\n"));
        QCOMPARE(floating.range->start, at("2026-11-18T09:30:00Z"));
        QCOMPARE(floating.zoneId, QByteArray("Europe/Berlin"));

        QCOMPARE(m_reader.resolved(floating, "Asia/Tokyo").range->start, at("2026-11-18T01:30:00Z"));
        QCOMPARE(m_reader.resolved(allDay, "America/New_York").range->start, at("2026-11-18T05:00:00Z"));
        const ItipEvent zoned = readOne(exchangeRequest);
        QCOMPARE(m_reader.resolved(zoned, "Asia/Tokyo"), zoned);
    }

    void R_TIMEZONE_withoutTheSpacesZoneNothingIsGuessed()
    {
        const ItipEvent open = readOne(request("DTSTART:20260329T023000\r\n"), {});
        QVERIFY(!open.range);
        QCOMPARE(open.obstacle.code, QByteArray("itip.default-zone-missing"));
        const ItipEvent resolved = m_reader.resolved(open, "Europe/Berlin");
        QVERIFY(resolved.obstacle.isEmpty());
        QVERIFY(has(resolved.problems, "itip.time-in-gap"));
        const ItipEvent elsewhere = m_reader.resolved(resolved, "Asia/Tokyo");
        QVERIFY(!has(elsewhere.problems, "itip.time-in-gap"));
        QCOMPARE(elsewhere.range->start, at("2026-03-28T17:30:00Z"));
    }

    void T6_readsLengths_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QByteArray>("end");
        const QByteArray start = "DTSTART;TZID=Europe/Berlin:20261024T120000\r\n";
        QTest::newRow("duration") << start + "DURATION:PT90M\r\n" << QByteArray("2026-10-24T11:30:00Z");
        QTest::newRow("a day is a day on the calendar") << start + "DURATION:P1D\r\n"
                                                        << QByteArray("2026-10-25T11:00:00Z");
        QTest::newRow("24 hours are 24 hours") << start + "DURATION:PT24H\r\n" << QByteArray("2026-10-25T10:00:00Z");
        QTest::newRow("weeks") << start + "DURATION:P1W\r\n" << QByteArray("2026-10-31T11:00:00Z");
        QTest::newRow("no end") << start << QByteArray("2026-10-24T10:00:00Z");
        QTest::newRow("end in another zone") << start + "DTEND;TZID=Asia/Tokyo:20261024T200000\r\n"
                                             << QByteArray("2026-10-24T11:00:00Z");
        QTest::newRow("end without zone") << start + "DTEND:20261024T130000\r\n" << QByteArray("2026-10-24T11:00:00Z");
        QTest::newRow("date alone is one day")
            << QByteArray("DTSTART;VALUE=DATE:20261025\r\n") << QByteArray("2026-10-25T23:00:00Z");
        QTest::newRow("same date twice is one day")
            << QByteArray("DTSTART;VALUE=DATE:20261118\r\nDTEND;VALUE=DATE:20261118\r\n")
            << QByteArray("2026-11-18T23:00:00Z");
        QTest::newRow("date without VALUE")
            << QByteArray("DTSTART:20261118\r\nDTEND:20261119\r\n") << QByteArray("2026-11-18T23:00:00Z");
        QTest::newRow("leap second") << QByteArray("DTSTART:20261118T100000Z\r\nDTEND:20261118T105960Z\r\n")
                                     << QByteArray("2026-11-18T10:59:59Z");
    }
    void T6_readsLengths()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QByteArray, end);
        const ItipEvent event = readOne(request(lines));
        QCOMPARE(event.obstacle.code, QByteArray());
        QCOMPARE(toIso(event.range->end).toLatin1(), end);
    }

    void T6_namesWhatStandsInTheWay_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("no start") << QByteArray("SUMMARY:x\r\n") << QByteArray("itip.start-missing");
        QTest::newRow("month 13") << QByteArray("DTSTART:20261318T100000Z\r\n") << QByteArray("itip.start-unreadable");
        QTest::newRow("30 February") << QByteArray("DTSTART:20260230T100000Z\r\n")
                                     << QByteArray("itip.start-unreadable");
        QTest::newRow("hour 25") << QByteArray("DTSTART:20260220T250000Z\r\n") << QByteArray("itip.start-unreadable");
        QTest::newRow("year 0") << QByteArray("DTSTART:00000101T000000Z\r\n") << QByteArray("itip.start-unreadable");
        QTest::newRow("words") << QByteArray("DTSTART:soon\r\n") << QByteArray("itip.start-unreadable");
        QTest::newRow("end in words") << QByteArray("DTSTART:20260220T100000Z\r\nDTEND:later\r\n")
                                      << QByteArray("itip.end-unreadable");
        QTest::newRow("duration in words")
            << QByteArray("DTSTART:20260220T100000Z\r\nDURATION:long\r\n") << QByteArray("itip.end-unreadable");
        QTest::newRow("end first") << QByteArray("DTSTART:20260220T100000Z\r\nDTEND:20260220T090000Z\r\n")
                                   << QByteArray("itip.end-before-start");
        QTest::newRow("negative duration")
            << QByteArray("DTSTART:20260220T100000Z\r\nDURATION:-PT1H\r\n") << QByteArray("itip.end-before-start");
        QTest::newRow("date and time") << QByteArray("DTSTART;VALUE=DATE:20260220\r\nDTEND:20260220T090000Z\r\n")
                                       << QByteArray("itip.times-mixed");
        QTest::newRow("past 9999") << QByteArray("DTSTART:99991231T230000Z\r\nDURATION:P400D\r\n")
                                   << QByteArray("itip.time-out-of-range");
        QTest::newRow("endless") << QByteArray("DTSTART:20260220T100000Z\r\nDURATION:P99999999999W\r\n")
                                 << QByteArray();
    }
    void T6_namesWhatStandsInTheWay()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QByteArray, code);
        const ItipEvent event = readOne(request(lines));
        QVERIFY(!event.range);
        QVERIFY(!event.obstacle.isEmpty());
        if (!code.isEmpty())
            QCOMPARE(event.obstacle.code, code);
    }

    void wantsAUid()
    {
        const auto message
            = read("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260220T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        QCOMPARE(message->events.constFirst().obstacle.code, QByteArray("itip.uid-missing"));
    }

    void aCancellationMayLeaveTheTimesOut()
    {
        const ItipEvent event = readOne(request("STATUS:CANCELLED\r\n", "CANCEL"));
        QVERIFY(event.obstacle.isEmpty());
        QVERIFY(!event.range);
        QCOMPARE(event.status, QByteArray("CANCELLED"));
    }

    void recognisesWhatRecurs()
    {
        const ItipEvent series
            = readOne(request("DTSTART:20260220T100000Z\r\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\r\n"
                              "EXDATE:20260221T100000Z\r\n"));
        QVERIFY(series.isSeries() && series.recurrence->rule && series.recurrence->dates.isEmpty());
        QCOMPARE(series.recurrence->exceptions.size(), 1);
        const ItipEvent one = readOne(QByteArray(exchangeRequest)
                                          .replace("SEQUENCE:1",
                                                   "SEQUENCE:1\r\nRECURRENCE-ID;TZID=W. Europe Standard "
                                                   "Time;RANGE=THISANDFUTURE:20261117T103000"));
        QVERIFY(!one.isSeries() && one.recurrenceId->thisAndFuture);
        QCOMPARE(one.recurrenceId->key, QStringLiteral("2026-11-17T09:30:00Z"));
        QCOMPARE(one.recurrenceId->instant, std::optional(at("2026-11-17T09:30:00Z")));
        const ItipEvent day = readOne(request("DTSTART;VALUE=DATE:20260220\r\nRECURRENCE-ID;VALUE=DATE:20260219\r\n"));
        QCOMPARE(day.recurrenceId->key, QStringLiteral("2026-02-19"));
    }

    void readsExchangesStatuses()
    {
        QCOMPARE(readOne(request("DTSTART:20260220T100000Z\r\nX-MICROSOFT-CDO-INTENDEDSTATUS:OOF\r\n")).busy,
                 BusyKind::OutOfOffice);
        QCOMPARE(readOne(request("DTSTART:20260220T100000Z\r\nTRANSP:TRANSPARENT\r\n")).busy, BusyKind::Free);
        QCOMPARE(readOne(request("DTSTART:20260220T100000Z\r\nCLASS:PRIVATE\r\n")).privacy, PrivacyKind::Private);
        QCOMPARE(readOne(request("DTSTART:20260220T100000Z\r\nCLASS:X-TEAM-ONLY\r\n")).privacy, PrivacyKind::Private);
        QVERIFY(!readOne(request("DTSTART:20260220T100000Z\r\nX-MICROSOFT-ISRESPONSEREQUESTED:FALSE\r\n"))
                     .responseRequested);
        QVERIFY(readOne(request("DTSTART:20260220T000000Z\r\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE\r\n")).allDay);
    }

    void readsEachEventByItself()
    {
        const auto message = read("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20260220T100000Z\r\n"
                                  "BEGIN:VEVENT\r\nUID:b\r\nDTSTART:nonsense\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        QCOMPARE(message->events.size(), 2);
        QVERIFY(message->events[0].obstacle.isEmpty());
        QCOMPARE(message->events[1].obstacle.code, QByteArray("itip.start-unreadable"));
    }

    void hashesContentAndNotTheStamp()
    {
        const ItipEvent first = readOne(exchangeRequest);
        const ItipEvent later = readOne(QByteArray(exchangeRequest).replace("20261110T080910Z", "20261110T080911Z"));
        const ItipEvent other = readOne(QByteArray(exchangeRequest).replace("Budget", "Planung"));
        QVERIFY(!first.contentHash.isEmpty());
        QCOMPARE(first.contentHash, later.contentHash);
        QVERIFY(first.contentHash != other.contentHash);
    }

    void I6x_refusesWhatIsTooMuch_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("nothing") << QByteArray() << QByteArray("itip.not-calendar");
        QTest::newRow("a card") << QByteArray("BEGIN:VCARD\r\nFN:x\r\nEND:VCARD\r\n")
                                << QByteArray("itip.not-calendar");
        QTest::newRow("a task") << QByteArray("BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nEND:VTODO\r\nEND:VCALENDAR\r\n")
                                << QByteArray("itip.no-event");
        QTest::newRow("bytes") << QByteArray(5 * 1024 * 1024, 'x') << QByteArray("itip.too-large");
        QTest::newRow("depth") << QByteArray("BEGIN:VCALENDAR\n") + QByteArray("BEGIN:X\n").repeated(50000)
                               << QByteArray("itip.too-deep");
        QTest::newRow("events") << QByteArray("BEGIN:VCALENDAR\n")
                + QByteArray("BEGIN:VEVENT\nEND:VEVENT\n").repeated(5000)
                                << QByteArray("itip.too-many-components");
        QTest::newRow("alarms") << QByteArray("BEGIN:VCALENDAR\nBEGIN:VEVENT\n")
                + QByteArray("BEGIN:VALARM\nEND:VALARM\n").repeated(5000)
                                << QByteArray("itip.too-many-components");
        QTest::newRow("lines") << QByteArray("BEGIN:VCALENDAR\nBEGIN:VEVENT\n") + QByteArray("X:y\n").repeated(30000)
                               << QByteArray("itip.too-many-lines");
    }
    void I6x_refusesWhatIsTooMuch()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, code);
        const auto message = read(text);
        QVERIFY(!message);
        QCOMPARE(message.error().code(), code);
    }

    void boundsWhatItKeeps()
    {
        const QByteArray attendee = "ATTENDEE:mailto:a@example.org\r\n";
        const ItipEvent event = readOne(request("DTSTART:20260220T100000Z\r\nDESCRIPTION:"
                                                + QByteArray("ä").repeated(100000) + "\r\n" + attendee.repeated(3000)));
        QCOMPARE(event.attendees.size(), 2000);
        QVERIFY(has(event.problems, "itip.attendees-dropped"));
        QCOMPARE(event.description.size(), 16 * 1024);
        QCOMPARE(event.description, QString(16 * 1024, u'ä'));
    }

    void answersManyThreadsAlike()
    {
        const ItipEvent expected = readOne(exchangeRequest);
        std::atomic<int> same = 0;
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 4; ++thread) {
            threads.emplace_back([this, &expected, &same] {
                for (int i = 0; i < 200; ++i)
                    same += readOne(exchangeRequest) == expected ? 1 : 0;
            });
        }
        threads.clear();
        QCOMPARE(same.load(), 800);
    }
};

QTEST_APPLESS_MAIN(TestItipReader)
#include "tst_itipreader.moc"
