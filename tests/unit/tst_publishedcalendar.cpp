// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/composing/confirmationmail.h"
#include "models/composing/noticesamples.h"
#include "models/composing/publishedcalendar.h"
#include "models/itip/itipreader.h"
#include "models/mail/messagereader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace reserve;

namespace {

Instant at(const char* iso)
{
    return *instantFromIso(QString::fromLatin1(iso));
}

Announcement made(NoticeKind kind = NoticeKind::Accepted)
{
    Announcement a = sampleAnnouncement(kind, "Europe/Berlin");
    a.byConsole = true;
    return a;
}

QByteArray published(const Announcement& a)
{
    return publishedCalendar(a, at("2026-11-05T08:09:10Z"));
}

Result<ItipMessage> readBack(const QByteArray& calendar)
{
    ItipReader reader;
    return reader.read(calendar, {"America/New_York", at("2026-11-05T08:09:10Z"), {}});
}

// The python3 that has python3-icalendar: another one may stand before it in the path. Empty: none.
QString pythonWithIcalendar()
{
    for (const QString& interpreter :
         {QStandardPaths::findExecutable(QStringLiteral("python3")), QStringLiteral("/usr/bin/python3")}) {
        QProcess python;
        python.start(interpreter, {QStringLiteral("-c"), QStringLiteral("import icalendar")});
        if (python.waitForFinished(30000) && python.exitStatus() == QProcess::NormalExit && python.exitCode() == 0)
            return interpreter;
    }
    return {};
}

// It reads the file: an implementation that is not ours.
QJsonObject readByPython(const QString& interpreter, const QByteArray& calendar)
{
    static const QString program = QStringLiteral(
        "import sys, json, icalendar\n"
        "c = icalendar.Calendar.from_ical(sys.stdin.buffer.read())\n"
        "e = [x for x in c.walk('VEVENT')][0]\n"
        "r = e.get('RRULE')\n"
        "print(json.dumps({'method': str(c['METHOD']), 'uid': str(e['UID']), 'sequence': "
        "int(e['SEQUENCE']),\n"
        "    'status': str(e['STATUS']), 'organizer': str(e['ORGANIZER']), 'attendee': 'ATTENDEE' in e,\n"
        "    'summary': str(e['SUMMARY']), 'location': str(e['LOCATION']), 'start': "
        "e['DTSTART'].dt.isoformat(),\n"
        "    'end': e['DTEND'].dt.isoformat(), 'rule': r.to_ical().decode() if r else '',\n"
        "    'zones': [str(z['TZID']) for z in c.walk('VTIMEZONE')], 'stamp': e['DTSTAMP'].dt.isoformat(),\n"
        "    'recurrenceId': e['RECURRENCE-ID'].dt.isoformat() if 'RECURRENCE-ID' in e else '',\n"
        "    'errors': [str(x) for x in e.errors]}))\n");
    QProcess python;
    python.start(interpreter, {QStringLiteral("-c"), program});
    python.write(calendar);
    python.closeWriteChannel();
    if (!python.waitForFinished(30000) || python.exitCode() != 0)
        return {{QStringLiteral("failure"), QString::fromUtf8(python.readAllStandardError())}};
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

} // namespace

// The calendar file of a reservation that was made in the console (RFC 5546 3.2.1).
class TestPublishedCalendar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadBack()
    {
        const Announcement a = made();
        const auto message = readBack(published(a));
        QVERIFY(message);
        QCOMPARE(message->method, ItipMethod::Publish);
        QCOMPARE(message->events.size(), 1);
        const ItipEvent& event = message->events.first();
        QCOMPARE(event.uid, a.uid);
        QCOMPARE(event.sequence, 0);
        QCOMPARE(event.stamp, at("2026-11-05T08:09:10Z"));
        QCOMPARE(event.organizer.address, a.roomAddress);
        QCOMPARE(event.organizer.name, a.spaceName);
        QVERIFY(event.attendees.isEmpty()); // MUST NOT be there
        QCOMPARE(event.range, std::optional(a.time));
        QCOMPARE(event.zoneId, QByteArray("Europe/Berlin"));
        QCOMPARE(event.status, QByteArray("CONFIRMED"));
        QCOMPARE(event.location, QStringLiteral("CR2 Aurora, Northgate"));
        QVERIFY(!event.recurrence && !event.recurrenceId);
    }

    void aChangeIsNewerAndACancellationSaysSo()
    {
        Announcement a = made(NoticeKind::Changed);
        a.sequence = 4;
        QCOMPARE(readBack(published(a))->events.first().sequence, 4);
        a = made(NoticeKind::Cancelled);
        a.sequence = 5;
        const auto message = readBack(published(a));
        QCOMPARE(message->method, ItipMethod::Publish);
        QCOMPARE(message->events.first().sequence, 5);
        QCOMPARE(message->events.first().status, QByteArray("CANCELLED"));
        a.status = ReservationStatus::Pending;
        QCOMPARE(readBack(published(a))->events.first().status, QByteArray("TENTATIVE"));
    }

    // A series keeps its wall clock over the change of clocks.
    void aSeriesRepeats()
    {
        Announcement a = made();
        a.time = {at("2026-10-14T07:30:00Z"), at("2026-10-14T08:30:00Z")};
        a.recurrence = "RRULE:FREQ=WEEKLY;COUNT=4\r\nEXDATE;TZID=Europe/Berlin:20261021T093000\r\n"
                       "X-EVIL:1\r\nATTENDEE:mailto:evil@example.org";
        const QByteArray calendar = published(a);
        QVERIFY(!calendar.contains("evil") && !calendar.contains("EVIL"));
        const auto message = readBack(calendar);
        QVERIFY(message);
        const ItipEvent& event = message->events.first();
        QVERIFY(event.recurrence && event.recurrence->rule);
        QCOMPARE(event.recurrence->exceptions.size(), 1);
        ItipReader reader;
        const auto dates = reader.occurrences({event, message->timezones, "Europe/Berlin", {}},
                                              {at("2026-10-01T00:00:00Z"), at("2026-12-31T00:00:00Z")});
        QVERIFY(dates);
        QList<Instant> starts;
        for (const auto& date : dates->occurrences)
            starts.append(date.time.start);
        QCOMPARE(starts,
                 (QList<Instant>{at("2026-10-14T07:30:00Z"), at("2026-10-28T08:30:00Z"), at("2026-11-04T08:30:00Z")}));
    }

    void oneDateOfASeriesNamesIt()
    {
        Announcement a = made(NoticeKind::Moved);
        a.recurrenceId = QStringLiteral("2026-11-18T08:30:00Z");
        a.time = {at("2026-11-19T08:30:00Z"), at("2026-11-19T09:30:00Z")};
        const ItipEvent event = readBack(published(a))->events.first();
        QVERIFY(event.recurrenceId);
        QCOMPARE(event.recurrenceId->key, a.recurrenceId);
        QCOMPARE(event.range, std::optional(a.time));
    }

    void allDayIsDays()
    {
        Announcement a = made();
        a.allDay = true;
        a.time = {at("2026-11-17T23:00:00Z"), at("2026-11-19T23:00:00Z")};
        const QByteArray calendar = published(a);
        QVERIFY(calendar.contains("DTSTART;VALUE=DATE:20261118\r\n"));
        QVERIFY(calendar.contains("DTEND;VALUE=DATE:20261120\r\n"));
    }

    void isReadByAnotherImplementation_data()
    {
        QTest::addColumn<bool>("series");
        QTest::newRow("once") << false;
        QTest::newRow("series") << true;
    }
    void isReadByAnotherImplementation()
    {
        const QString python = pythonWithIcalendar();
        if (python.isEmpty())
            QSKIP("python3-icalendar is not installed: calendar files are not read by another implementation");
        QFETCH(bool, series);
        Announcement a = made(NoticeKind::Changed);
        a.subject = QStringLiteral("Größe; a, b\nEND:VEVENT");
        if (series)
            a.recurrence = "RRULE:FREQ=WEEKLY;COUNT=4";
        const QJsonObject read = readByPython(python, published(a));
        QCOMPARE(read.value(u"failure").toString(), QString());
        QCOMPARE(read.value(u"method").toString(), QStringLiteral("PUBLISH"));
        QCOMPARE(read.value(u"uid").toString(), a.uid);
        QCOMPARE(read.value(u"sequence").toInt(), 1);
        QCOMPARE(read.value(u"organizer").toString(), QStringLiteral("mailto:CR2@reserve.mycompany.example"));
        QCOMPARE(read.value(u"attendee").toBool(true), false);
        QCOMPARE(read.value(u"summary").toString(), a.subject);
        QCOMPARE(read.value(u"start").toString(), QStringLiteral("2026-11-18T09:30:00+01:00"));
        QCOMPARE(read.value(u"end").toString(), QStringLiteral("2026-11-18T11:30:00+01:00"));
        QCOMPARE(read.value(u"rule").toString(), series ? QStringLiteral("FREQ=WEEKLY;COUNT=4") : QString());
        QCOMPARE(read.value(u"errors").toArray().size(), 0);
    }

    // B3: whatever a value holds, it stays in its line.
    void B3_noValueBeginsALine()
    {
        Announcement a = made();
        const QString evil = QStringLiteral("x\r\nATTENDEE:mailto:evil@example.org\r\nX") + QChar(0x2028);
        a.subject = evil;
        a.spaceName = evil;
        a.building = evil;
        a.uid = evil;
        a.roomAddress = evil;
        a.recurrence = "RRULE:FREQ=DAILY\rATTENDEE:mailto:evil@example.org";
        for (const QByteArray& line : published(a).split('\n'))
            QVERIFY2(!line.startsWith("ATTENDEE"), line.constData());
    }

    // The file stands beside the text, where Outlook offers to open it.
    void theMailBringsItAsAFile()
    {
        ConfirmationMail mail;
        mail.identity = {QStringLiteral("<one@rooms.example.org>"), at("2026-11-05T08:09:10Z")};
        mail.from = {QStringLiteral("reserve@example.org"), {}};
        mail.requester = {QStringLiteral("ada@example.org"), {}};
        mail.language = "de";
        mail.subject = QStringLiteral("Reserviert");
        mail.text = QStringLiteral("Für Sie.");
        mail.calendar = published(made());
        const QByteArray bytes = composeConfirmation(mail).bytes;
        QVERIFY(bytes.contains("Content-Type: multipart/mixed;"));
        QVERIFY(bytes.contains(
            "Content-Type: text/calendar; method=PUBLISH; charset=UTF-8; name=\"room-reservation.ics\"\r\n"
            "Content-Disposition: attachment; filename=\"room-reservation.ics\"\r\n"));
        QVERIFY(bytes.contains("\r\nContent-Language: de\r\n"));
        const auto content = readMessage(bytes);
        QVERIFY(content && content->calendar);
        QCOMPARE(content->calendar->method(), QByteArray("PUBLISH"));
        QVERIFY(readBack(content->calendar->text));
        mail.calendar.clear();
        QVERIFY(composeConfirmation(mail).bytes.contains("Content-Type: text/plain; charset=UTF-8\r\n"));
    }
};

QTEST_GUILESS_MAIN(TestPublishedCalendar)
#include "tst_publishedcalendar.moc"
