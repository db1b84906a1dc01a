// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/itipreader.h"
#include "models/itip/tnefcalendar.h"
#include "tests/unit/tnefsamples.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

Instant at(const char* iso)
{
    return *instantFromIso(QString::fromLatin1(iso));
}

QDateTime wall(const char* text)
{
    QDateTime time = QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
    time.setTimeSpec(Qt::UTC);
    return time;
}

Result<QByteArray> calendarOf(const QByteArray& stream)
{
    const auto read = readTnef(stream, nullptr);
    if (!read)
        return failure(read.error());
    return read->meeting ? writeTnefCalendar(*read->meeting) : QByteArray();
}

QByteArray codeOf(const TnefSampleMeeting& meeting)
{
    const auto text = calendarOf(meeting.encoded());
    return text ? QByteArray() : text.error().code();
}

QByteArray unfolded(QByteArray calendar)
{
    return calendar.replace("\r\n ", "");
}

ItipMessage understood(const TnefSampleMeeting& meeting)
{
    static const ItipReader reader;
    const auto text = calendarOf(meeting.encoded());
    if (!text)
        return {};
    const auto message = reader.read(*text, {QByteArray(), at("2026-11-17T12:00:00Z"), {}});
    return message ? *message : ItipMessage();
}

// Every Friday, 16:00 to 17:30 in Berlin: through the change of the clocks.
TnefSampleMeeting series()
{
    TnefSampleMeeting meeting;
    TnefSampleRule rule;
    rule.specifics = {0x20};
    rule.start = QDate(2026, 11, 20);
    rule.startMinute = 16 * 60;
    rule.endMinute = 17 * 60 + 30;
    meeting.rule = rule;
    return meeting;
}

} // namespace

class tst_TnefMeeting final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void single();
    void delegateIsSentBy();
    void organizerOfTheOlderAttribute();
    void uids();
    void zones_data();
    void zones();
    void allDay();
    void privacyAndAnswerWanted();
    void cancelled();
    void answersAreRepliesAndCounters();
    void otherMailIsNoMeeting();
    void seriesWithItsExceptions();
    void seriesOfWholeDays();
    void seriesThatCannotBeRead();
    void oneDateOfASeries();
    void whatIsMissingIsNamed();
    void valuesStayInTheirLines();
    void truncatedAtEveryOctet();
    void everyOctetFlipped();
    void agreesWithYtnef_data();
    void agreesWithYtnef();
};

void tst_TnefMeeting::single()
{
    const ItipMessage message = understood({});
    QCOMPARE(message.method, ItipMethod::Request);
    QCOMPARE(message.events.size(), 1);
    const ItipEvent& event = message.events.first();
    QCOMPARE(event.obstacle, Reason());
    QCOMPARE(
        event.uid,
        QStringLiteral("040000008200E00074C5B7101A82E00800000000E040C9C12685C4010000000000000000100000000BF0ED4B6E4"
                       "EE94E9E39E3867B378EF3"));
    QCOMPARE(event.sequence, 3);
    QCOMPARE(event.stamp, at("2026-11-17T10:00:00Z"));
    QCOMPARE(event.range, std::optional(TimeRange{at("2026-11-20T15:00:00Z"), at("2026-11-20T16:30:00Z")}));
    QCOMPARE(event.zoneId, QByteArrayLiteral("Europe/Berlin"));
    QCOMPARE(event.summary, QStringLiteral("Sicherheitsschulung – Übung"));
    QCOMPARE(event.location, QStringLiteral("CR1 Borealis"));
    QCOMPARE(event.busy, BusyKind::Busy);
    QVERIFY(event.responseRequested);
    QVERIFY(!event.isSeries());
    QCOMPARE(event.organizer.address, QStringLiteral("nour.abbas@mycompany.com"));
    QCOMPARE(event.organizer.name, QStringLiteral("Nour Abbas"));
    QCOMPARE(event.organizer.sentBy, QString());
    QCOMPARE(event.attendees.size(), 3); // the organizer is none
    QCOMPARE(event.attendees[0].address, QStringLiteral("CR1@reserve.mycompany.com"));
    QCOMPARE(event.attendees[0].kind, QStringLiteral("RESOURCE"));
    QCOMPARE(event.attendees[1].name, QStringLiteral("Babbage, Charles"));
    QCOMPARE(event.attendees[1].role, QStringLiteral("OPT-PARTICIPANT"));
    QCOMPARE(event.attendees[2].responseWanted, std::optional(true));
}

void tst_TnefMeeting::delegateIsSentBy()
{
    TnefSampleMeeting meeting;
    meeting.sender = QStringLiteral("assistant@mycompany.com");
    QCOMPARE(understood(meeting).events.first().organizer.sentBy, QStringLiteral("assistant@mycompany.com"));
}

void tst_TnefMeeting::organizerOfTheOlderAttribute()
{
    TnefSampleMeeting meeting;
    meeting.organizer = QStringLiteral("/o=First/ou=Exchange/cn=Recipients/cn=nour");
    const QByteArray name = "Nour Abbas";
    const QByteArray address = "SMTP:nour.abbas@mycompany.com";
    const QByteArray owner = TnefOctets()
                                 .u16(quint16(name.size() + 1))
                                 .raw(name + '\0')
                                 .u16(quint16(address.size() + 1))
                                 .raw(address + '\0')
                                 .octets();
    const auto text = calendarOf(meeting.encoded() + tnefAttribute(1, attOwner, owner));
    QVERIFY(text);
    QVERIFY(text->contains("ORGANIZER;CN=Nour Abbas:mailto:nour.abbas@mycompany.com\r\n"));
    // With the directory name alone nobody is named: the head of the mail is.
    QVERIFY(!calendarOf(meeting.encoded())->contains("ORGANIZER"));
}

void tst_TnefMeeting::uids()
{
    // The examples of MS-ASEMAIL 4.3.
    QCOMPARE(
        uidOfGlobalObjectId(
            QByteArray::fromBase64("BAAAAIIA4AB0xbcQGoLgCAfUCRDgQMnBJoXEAQAAAAAAAAAAEAAAAAvw7UtuTulOnjnjhns3jvM=")),
        QStringLiteral("040000008200E00074C5B7101A82E00800000000E040C9C12685C4010000000000000000100000000BF0ED4B6E4"
                       "EE94E9E39E3867B378EF3"));
    QCOMPARE(uidOfGlobalObjectId(foreignGlobalObjectId("{81412D3C-2A24-4E9D-B20E-11F7BBE92799}")),
             QStringLiteral("{81412D3C-2A24-4E9D-B20E-11F7BBE92799}"));
    QCOMPARE(uidOfGlobalObjectId("odd"), QStringLiteral("6F6464"));
    QCOMPARE(uidOfGlobalObjectId({}), QString());
    QCOMPARE(uidOfGlobalObjectId(QByteArray(5000, 'x')), QString());
}

void tst_TnefMeeting::zones_data()
{
    QTest::addColumn<TnefSampleMeeting>("meeting");
    QTest::addColumn<QByteArray>("expected");
    TnefSampleMeeting meeting;
    QTest::newRow("definition") << meeting << QByteArray("DTSTART;TZID=W. Europe Standard Time:20261120T160000\r\n");
    meeting.zone = tnefZoneDefinition(QStringLiteral("W. Europe Standard Time"), -60).chopped(1);
    QTest::newRow("broken definition") << meeting << QByteArray("DTSTART:20261120T150000Z\r\n");
    meeting.zone.clear();
    QTest::newRow("none") << meeting << QByteArray("DTSTART:20261120T150000Z\r\n");
    TnefSampleMeeting named = meeting;
    named.more.text({TnefSet::Appointment, 0x8234},
                    QStringLiteral("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, "
                                   "Stockholm, Vienna"));
    QTest::newRow("name alone") << named << QByteArray("DTSTART;TZID=Europe/Berlin:20261120T160000\r\n");
    named.more.octets({TnefSet::Appointment, 0x8233}, tnefZoneStructure(-60));
    QTest::newRow("structure") << named
                               << QByteArray("DTSTART;TZID=\"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, "
                                             "Vienna\":20261120T160000\r\n");
    meeting.more.octets({TnefSet::Appointment, 0x8233}, tnefZoneStructure(-60));
    QTest::newRow("structure without name")
        << meeting << QByteArray("DTSTART;TZID=Customized Time Zone:20261120T160000\r\n");
    meeting = {};
    meeting.start = at("2026-10-25T01:15:00Z"); // 02:15 for the second time
    meeting.end = at("2026-10-25T03:00:00Z");
    QTest::newRow("an hour that comes twice") << meeting << QByteArray("DTSTART:20261025T011500Z\r\n");
}

void tst_TnefMeeting::zones()
{
    QFETCH(TnefSampleMeeting, meeting);
    QFETCH(QByteArray, expected);
    const auto text = calendarOf(meeting.encoded());
    QVERIFY(text);
    QVERIFY2(unfolded(*text).contains(expected), unfolded(*text).constData());
    const ItipEvent event = understood(meeting).events.first();
    QCOMPARE(event.range, std::optional(TimeRange{meeting.start, meeting.end}));
}

void tst_TnefMeeting::allDay()
{
    TnefSampleMeeting meeting;
    meeting.allDay = true;
    meeting.start = at("2026-11-19T23:00:00Z");
    meeting.end = at("2026-11-21T23:00:00Z");
    const QByteArray text = *calendarOf(meeting.encoded());
    QVERIFY(text.contains("DTSTART;VALUE=DATE:20261120\r\n"));
    QVERIFY(text.contains("DTEND;VALUE=DATE:20261122\r\n"));
    // Days of a zone that nobody knows: the time they stand for is kept.
    meeting.zone.clear();
    const ItipEvent event = understood(meeting).events.first();
    QVERIFY(event.allDay);
    QCOMPARE(event.range, std::optional(TimeRange{meeting.start, meeting.end}));
}

void tst_TnefMeeting::privacyAndAnswerWanted()
{
    TnefSampleMeeting meeting;
    meeting.more.number({TnefSet::Tag, 0x0036}, 2).flag({TnefSet::Tag, 0x0063}, false);
    const ItipEvent event = understood(meeting).events.first();
    QCOMPARE(event.privacy, PrivacyKind::Private);
    QVERIFY(!event.responseRequested);
    QCOMPARE(event.attendees.first().responseWanted, std::optional(false));
}

void tst_TnefMeeting::cancelled()
{
    TnefSampleMeeting meeting = series();
    meeting.messageClass = "IPM.Schedule.Meeting.Canceled";
    meeting.subject = QStringLiteral("Canceled: Safety training");
    meeting.more.text({TnefSet::Tag, 0x003D}, QStringLiteral("Canceled: "));
    const ItipMessage message = understood(meeting);
    QCOMPARE(message.method, ItipMethod::Cancel);
    QCOMPARE(message.events.first().status, QByteArrayLiteral("CANCELLED"));
    QCOMPARE(message.events.first().summary, QStringLiteral("Safety training"));
}

void tst_TnefMeeting::answersAreRepliesAndCounters()
{
    TnefSampleMeeting meeting;
    meeting.messageClass = "IPM.Microsoft Schedule.MtgRespN";
    QVERIFY(unfolded(*calendarOf(meeting.encoded()))
                .contains("ATTENDEE;PARTSTAT=DECLINED;CN=Nour Abbas:mailto:nour.abbas@"));
    QCOMPARE(understood(meeting).method, ItipMethod::Reply);
    meeting.more.flag({TnefSet::Appointment, 0x8257}, true);
    QCOMPARE(understood(meeting).method, ItipMethod::Counter);
    // Read as far as it goes.
    meeting.id = meeting.cleanId = {};
    QVERIFY(calendarOf(meeting.encoded()));
}

void tst_TnefMeeting::otherMailIsNoMeeting()
{
    for (const char* other : {"IPM.Microsoft Mail.Note", "IPM.Appointment", "IPM.Schedule.Meeting.RequestX"}) {
        TnefSampleMeeting meeting;
        meeting.messageClass = other;
        const auto read = readTnef(meeting.encoded(), nullptr);
        QVERIFY(read && !read->meeting);
        // Nobody asks whether the rest of it is whole.
        const auto damaged = readTnef(meeting.encoded().chopped(3), nullptr);
        QVERIFY(damaged && !damaged->meeting);
    }
    TnefSampleMeeting derived;
    derived.messageClass = "IPM.Schedule.Meeting.Request.Rooms";
    QVERIFY(readTnef(derived.encoded(), nullptr)->meeting);
}

void tst_TnefMeeting::seriesWithItsExceptions()
{
    TnefSampleMeeting meeting = series();
    meeting.rule->endType = 0x2021;
    meeting.rule->last = QDate(2027, 4, 30);
    meeting.rule->deleted = {QDate(2026, 12, 25), QDate(2027, 1, 1)};
    meeting.rule->exceptions = {{wall("2026-12-11T16:00:00"),
                                 wall("2026-12-10T09:00:00"),
                                 wall("2026-12-10T10:00:00"),
                                 QStringLiteral("Prüfung \u6771"),
                                 {}}};
    const QByteArray text = unfolded(*calendarOf(meeting.encoded()));
    QVERIFY(text.contains("DTSTART;TZID=W. Europe Standard Time:20261120T160000\r\n"));
    QVERIFY(text.contains("DTEND;TZID=W. Europe Standard Time:20261120T173000\r\n"));
    QVERIFY(text.contains("RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=FR;UNTIL=20270430T140000Z;WKST=MO\r\n"));
    QVERIFY(text.contains("EXDATE;TZID=W. Europe Standard Time:20261225T160000,20270101T160000\r\n"));
    QVERIFY(text.contains("RECURRENCE-ID;TZID=W. Europe Standard Time:20261211T160000\r\n"));
    const ItipMessage message = understood(meeting);
    QCOMPARE(message.events.size(), 2);
    QVERIFY(message.events[0].isSeries());
    QCOMPARE(message.events[0].obstacle, Reason());
    const ItipEvent& moved = message.events[1];
    QCOMPARE(moved.uid, message.events[0].uid);
    QCOMPARE(moved.recurrenceId->key, QStringLiteral("2026-12-11T15:00:00Z"));
    QCOMPARE(moved.range, std::optional(TimeRange{at("2026-12-10T08:00:00Z"), at("2026-12-10T09:00:00Z")}));
    QCOMPARE(moved.summary, QStringLiteral("Prüfung \u6771"));
    QCOMPARE(moved.attendees.size(), 3);
}

void tst_TnefMeeting::seriesOfWholeDays()
{
    TnefSampleMeeting meeting = series();
    meeting.allDay = true;
    meeting.start = at("2026-11-19T23:00:00Z");
    meeting.end = at("2026-11-20T23:00:00Z");
    meeting.rule->startMinute = 0;
    meeting.rule->endMinute = 1440;
    meeting.rule->endType = 0x2021;
    meeting.rule->last = QDate(2026, 12, 18);
    meeting.rule->deleted = {QDate(2026, 11, 27)};
    const QByteArray text = unfolded(*calendarOf(meeting.encoded()));
    QVERIFY(text.contains("DTSTART;VALUE=DATE:20261120\r\nDTEND;VALUE=DATE:20261121\r\n"));
    QVERIFY(text.contains(";UNTIL=20261218;"));
    QVERIFY(text.contains("EXDATE;VALUE=DATE:20261127\r\n"));
}

void tst_TnefMeeting::seriesThatCannotBeRead()
{
    TnefSampleMeeting meeting = series();
    meeting.zone.clear();
    QCOMPARE(codeOf(meeting), QByteArrayLiteral("tnef.zone-missing"));
    meeting = series();
    meeting.zone = tnefZoneDefinition(QStringLiteral("Eastern Standard Time"), 300);
    QCOMPARE(codeOf(meeting), QByteArrayLiteral("tnef.times-disagree"));
    meeting = series();
    meeting.rule->pattern = 0xB;
    QCOMPARE(codeOf(meeting), QByteArrayLiteral("tnef.calendar-not-gregorian"));
    meeting = {};
    meeting.more.flag({TnefSet::Appointment, 0x8223}, true);
    QCOMPARE(codeOf(meeting), QByteArrayLiteral("tnef.recurrence-missing"));
}

void tst_TnefMeeting::oneDateOfASeries()
{
    TnefSampleMeeting meeting;
    meeting.id = globalObjectId(QDate(2026, 11, 19));
    QCOMPARE(codeOf(meeting), QByteArrayLiteral("tnef.occurrence-unknown"));
    TnefSampleMeeting told = meeting;
    told.more.time({TnefSet::Appointment, 0x8228}, at("2026-11-19T15:00:00Z"));
    QCOMPARE(understood(told).events.first().recurrenceId->key, QStringLiteral("2026-11-19T15:00:00Z"));
    // The time of day of the series: hour, minute and second in six bits each.
    meeting.more.number({TnefSet::Meeting, 0x000E}, (16 << 12) | (0 << 6));
    const ItipEvent event = understood(meeting).events.first();
    QCOMPARE(event.recurrenceId->key, QStringLiteral("2026-11-19T15:00:00Z"));
    QVERIFY(event.uid.startsWith(QLatin1String("040000008200E00074C5B7101A82E00800000000")));
    meeting.cleanId = {};
    QCOMPARE(understood(meeting).events.first().uid, event.uid);
}

void tst_TnefMeeting::whatIsMissingIsNamed()
{
    TnefSampleMeeting meeting;
    meeting.id = meeting.cleanId = {};
    QCOMPARE(codeOf(meeting), QByteArrayLiteral("tnef.uid-missing"));
    meeting = {};
    meeting.end = fromEpochMilliseconds(-11'644'473'600'000);
    QCOMPARE(codeOf(meeting), QByteArrayLiteral("tnef.time-missing"));
    const QByteArray unnamed = tnefStream({tnefAttribute(1, attMessageProperties, TnefTable().encoded())});
    QCOMPARE(calendarOf(unnamed).error().code(), QByteArrayLiteral("tnef.class-missing"));
}

void tst_TnefMeeting::valuesStayInTheirLines()
{
    TnefSampleMeeting meeting;
    meeting.cleanId = foreignGlobalObjectId("a\r\nMETHOD:CANCEL");
    meeting.subject = QStringLiteral("x\r\nEND:VEVENT\r\nUID:other");
    meeting.zone = tnefZoneDefinition(QStringLiteral("Z\":\r\nUID:other"), -60);
    const ItipMessage message = understood(meeting);
    QCOMPARE(message.method, ItipMethod::Request);
    QCOMPARE(message.events.size(), 1);
    QCOMPARE(message.events.first().uid, QStringLiteral("a  METHOD:CANCEL"));
    QCOMPARE(message.events.first().range, std::optional(TimeRange{meeting.start, meeting.end}));
}

// Of a part of a stream either nothing is said, or the meeting that the whole of it says.
void tst_TnefMeeting::truncatedAtEveryOctet()
{
    TnefSampleMeeting meeting = series();
    meeting.rule->exceptions = {{wall("2026-12-11T16:00:00"),
                                 wall("2026-12-10T09:00:00"),
                                 wall("2026-12-10T10:00:00"),
                                 QStringLiteral("Neu"),
                                 {}}};
    const QByteArray stream = meeting.encoded();
    TnefSampleMeeting withoutRecipients = meeting;
    withoutRecipients.listRecipients = false;
    const QByteArray withoutTable = *calendarOf(withoutRecipients.encoded());
    int read = 0;
    for (qsizetype size = 0; size < stream.size(); ++size) {
        const auto part = calendarOf(stream.first(size));
        if (part) {
            ++read;
            QCOMPARE(*part, withoutTable);
        }
    }
    QCOMPARE(read, 1);
}

void tst_TnefMeeting::everyOctetFlipped()
{
    TnefSampleMeeting meeting = series();
    meeting.rule->exceptions = {{wall("2026-12-11T16:00:00"),
                                 wall("2026-12-10T09:00:00"),
                                 wall("2026-12-10T10:00:00"),
                                 QStringLiteral("Neu"),
                                 {}}};
    const QByteArray stream = meeting.encoded();
    const auto core = [](const QByteArray& calendar) {
        QByteArrayList lines = unfolded(calendar).split('\n');
        lines.removeIf([](const QByteArray& line) { return line.startsWith("ATTENDEE"); });
        return lines.join('\n');
    };
    const QByteArray expected = core(*calendarOf(stream));
    for (qsizetype i = 0; i < stream.size(); ++i) {
        for (const int mask : {0x01, 0x80, 0xFF}) {
            QByteArray flipped = stream;
            flipped[i] = char(flipped[i] ^ mask);
            const auto text = calendarOf(flipped);
            // Nothing protects the code page and the ids of attributes; the meeting itself is the same or
            // refused.
            if (text && !text->isEmpty())
                QCOMPARE(core(*text), expected);
        }
    }
}

void tst_TnefMeeting::agreesWithYtnef_data()
{
    QTest::addColumn<TnefSampleMeeting>("meeting");
    QTest::addColumn<QByteArray>("rule"); // in ytnef's words
    QTest::addColumn<QByteArray>("ours"); // the same in ours
    QTest::addColumn<QByteArray>("method");
    const QByteArray request = "REQUEST";
    TnefSampleMeeting meeting;
    QTest::newRow("single") << meeting << QByteArray() << QByteArray("DTSTART") << request;
    meeting = series();
    meeting.rule->endType = 0x2022;
    QTest::newRow("series") << meeting << QByteArray("FREQ=WEEKLY;INTERVAL=1;BYDAY=FR;COUNT=10")
                            << QByteArray("RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=FR;COUNT=10;WKST=MO\r\n") << request;
    meeting.rule->frequency = 0x200C;
    meeting.rule->pattern = 3;
    meeting.rule->specifics = {0x20, 3};
    QTest::newRow("third Friday") << meeting << QByteArray("FREQ=MONTHLY;BYDAY=FR;BYSETPOS=3;INTERVAL=1;COUNT=10")
                                  << QByteArray("RRULE:FREQ=MONTHLY;INTERVAL=1;BYDAY=3FR;COUNT=10\r\n") << request;
    meeting = series();
    meeting.rule->endType = 0x2022;
    meeting.rule->frequency = 0x200C;
    meeting.rule->pattern = 2;
    meeting.rule->period = 1;
    meeting.rule->specifics = {20};
    QTest::newRow("the 20th") << meeting << QByteArray("FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=20;COUNT=10")
                              << QByteArray("RRULE:FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=20;COUNT=10\r\n") << request;
}

void tst_TnefMeeting::agreesWithYtnef()
{
    QFETCH(TnefSampleMeeting, meeting);
    const QString ytnef = QStandardPaths::findExecutable(QStringLiteral("ytnef"));
    if (ytnef.isEmpty())
        QSKIP("ytnef is not installed (package ytnef-tools): the TNEF encoder and reader were NOT compared "
              "with it");
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("winmail.dat")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(meeting.encoded());
    file.close();
    QProcess process;
    process.start(ytnef, {QStringLiteral("-f"), folder.path(), file.fileName()});
    QVERIFY(process.waitForFinished());
    const QStringList written = QDir(folder.path()).entryList({QStringLiteral("*.ics")}, QDir::Files);
    QVERIFY2(written.size() == 1, process.readAllStandardError().constData());
    QFile calendar(folder.filePath(written.first()));
    QVERIFY(calendar.open(QIODevice::ReadOnly));
    QHash<QByteArray, QByteArray> theirs;
    for (const QByteArray& line : unfolded(calendar.readAll()).split('\n')) {
        const QByteArray name = line.left(line.indexOf(':')).split(';').first();
        theirs.insert(name, line.mid(line.indexOf(':') + 1).trimmed());
    }
    QFETCH(QByteArray, ours);
    QVERIFY(unfolded(*calendarOf(meeting.encoded())).contains(ours));
    const ItipEvent event = understood(meeting).events.first();
    QCOMPARE(QString::fromLatin1(theirs.value("UID")), event.uid);
    QCOMPARE(QString::fromUtf8(theirs.value("LOCATION")), event.location);
    QTEST(theirs.value("METHOD"), "method");
    QCOMPARE(theirs.value("DTSTART"), QByteArrayLiteral("20261120T150000Z"));
    QCOMPARE(theirs.value("DTEND"), QByteArrayLiteral("20261120T163000Z"));
    QCOMPARE(theirs.value("DTSTAMP"), QByteArrayLiteral("20261117T100000Z"));
    QCOMPARE(theirs.value("SEQUENCE").toInt(), event.sequence);
    QTEST(theirs.value("RRULE"), "rule");
}

QTEST_GUILESS_MAIN(tst_TnefMeeting)
#include "tst_tnefmeeting.moc"
