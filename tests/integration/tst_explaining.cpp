// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/explaining/account.h"
#include "models/explaining/calendarfile.h"
#include "models/explaining/explanationjson.h"
#include "models/explaining/recurrencewords.h"
#include "models/itip/recurrencerule.h"
#include "models/store/connection.h"
#include "tests/support/requestdesk.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString nour = QStringLiteral("nour.abbas@mycompany.com");
const QString cr1 = QStringLiteral("CR1@reserve.mycompany.com");

QByteArray eventOf(const QByteArray& lines)
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//"
           "EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:series-1\r\n"
           "DTSTAMP:20261117T100000Z\r\nORGANIZER;CN=Nour:mailto:nour.abbas@mycompany.com\r\n"
           "ATTENDEE;CUTYPE=ROOM;RSVP=TRUE:mailto:CR1@reserve.mycompany.com\r\nSUMMARY:Safety training\r\n"
        + lines + "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

QByteArray weekly(const QByteArray& rule)
{
    return eventOf("DTSTART;TZID=Europe/Berlin:20261120T160000\r\nDTEND;TZID=Europe/Berlin:20261120T170000\r\nRRULE:"
                   + rule + "\r\n");
}

QByteArray mailOf(const QByteArray& calendar)
{
    return mailAround(calendar, nour);
}

// One step, without its time, which a clock of its own gives.
QString lineOf(const TraceStep& step)
{
    return QString::fromLatin1(step.rule) + QLatin1Char(' ') + QString::fromUtf8(toJson(step.reason));
}

QStringList linesOf(const QList<TraceStep>& steps)
{
    QStringList lines;
    for (const TraceStep& step : steps)
        lines.append(lineOf(step));
    return lines;
}

QStringList toldIn(const QList<OutboxEntry>& entries)
{
    QStringList told;
    for (const OutboxEntry& entry : entries)
        told.append(QString::number(int(entry.kind)) + QLatin1Char(' ') + entry.recipient + QLatin1Char(' ')
                    + QString::fromUtf8(entry.payload));
    return told;
}

QStringList slotsIn(const QList<Reservation>& rows)
{
    QStringList found;
    for (const Reservation& row : rows)
        found.append(toIso(row.time.start) + QLatin1Char(' ') + row.recurrenceId + QLatin1Char(' ')
                     + QString::number(int(row.status)));
    found.sort();
    return found;
}

// Everything in the store, the numbers it gives out next included.
QStringList everythingIn(const QString& file)
{
    const auto connection = std::move(Connection::open(file, Connection::Role::Plain).value());
    const auto textOf = [](Row& row) {
        QString text;
        row >> text;
        return text;
    };
    QStringList everything;
    const QStringList tables
        = connection->rows(QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1"), {}, textOf)
              .value();
    for (const QString& table : tables) {
        const QStringList columns
            = connection->rows(QStringLiteral("SELECT name FROM pragma_table_info('%1')").arg(table), {}, textOf)
                  .value();
        QStringList quoted;
        for (const QString& column : columns)
            quoted.append(QStringLiteral("quote(\"%1\")").arg(column));
        everything.append(QLatin1String("# ") + table);
        everything += connection
                          ->rows(QStringLiteral("SELECT %1 FROM \"%2\" ORDER BY 1")
                                     .arg(quoted.join(QLatin1String(" || ',' || ")), table),
                                 {}, textOf)
                          .value();
    }
    return everything;
}

} // namespace

// What is said about a message without deciding it, against what is then decided.
class tst_Explaining final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<RequestDesk>(); }
    void cleanup() { m_desk.reset(); }

    void rehearsalIsWhatIsThenDecided_data();
    void rehearsalIsWhatIsThenDecided();
    void rehearsalGivesOutNoControlNumber();
    void rehearsalTakesItsOwnMoment();
    void whatTheSessionWouldRefuseIsSaid();
    void recipientsComeFromTheMessage();
    void zonesNameTheirSource_data();
    void zonesNameTheirSource();
    void recurrenceIsSaidInWords_data();
    void recurrenceIsSaidInWords();
    void seriesIsCounted();
    void accountSaysWhatIsWrong();
    void calendarFileBecomesItsMail();

private:
    enum Scene { Empty, Taken, Booked, BookedSeries, ExternalContacts, Closed };
    void prepareScene(Scene scene);
    Explanation explain(const QByteArray& raw, const ExplainedEnvelope& envelope);

    std::unique_ptr<RequestDesk> m_desk;
};

void tst_Explaining::prepareScene(Scene scene)
{
    MeetingMail other = m_desk->meeting();
    switch (scene) {
    case Empty:
        break;
    case Taken:
        other.uid = QStringLiteral("other-meeting");
        m_desk->send(other);
        break;
    case Booked:
        m_desk->send(other);
        break;
    case BookedSeries:
        m_desk->send(mailOf(weekly("FREQ=WEEKLY;COUNT=4")), nour, {cr1});
        break;
    case ExternalContacts:
        m_desk->set(QStringLiteral("reserve.default-user-email"), nour);
        m_desk->set(QStringLiteral("reserve.accepted-domains"), QStringLiteral("partner.example"));
        m_desk->set(QStringLiteral("reserve.create-external-contact"), QStringLiteral("true"));
        break;
    case Closed:
        m_desk->edit(m_desk->cr1(), [](Space& space) { space.bookable = false; });
        break;
    }
}

void tst_Explaining::rehearsalIsWhatIsThenDecided_data()
{
    QTest::addColumn<int>("scene");
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("sender");
    QTest::addColumn<QString>("recipient");
    const auto row
        = [](const char* name, Scene scene, const QByteArray& raw, const QString& sender = nour,
             const QString& recipient = cr1) { QTest::newRow(name) << int(scene) << raw << sender << recipient; };
    const RequestDesk desk;
    const auto composed = [&](const std::function<void(MeetingMail&)>& change) {
        MeetingMail mail = desk.meeting();
        change(mail);
        return composeMeeting(mail).bytes;
    };
    const QByteArray request = composed([](MeetingMail&) {});
    row("accepted", Empty, request);
    row("declined, taken", Taken, request);
    row("declined, not bookable", Closed, request);
    row("the same again", Booked, request);
    row("moved", Booked, composed([](MeetingMail& mail) {
            mail.sequence = 1;
            mail.range = {mail.range.start + Minutes(60), mail.range.end + Minutes(60)};
        }));
    row("cancelled", Booked, composed([](MeetingMail& mail) {
            mail.method = ItipMethod::Cancel;
            mail.sequence = 1;
        }));
    row("refused by the gate", Empty, composed([](MeetingMail& mail) {
            mail.organizer = {QStringLiteral("x@elsewhere.example"), {}};
        }),
        QStringLiteral("x@elsewhere.example"));
    row("external contact", ExternalContacts, composed([](MeetingMail& mail) {
            mail.organizer = {QStringLiteral("x@partner.example"), {}};
        }),
        QStringLiteral("x@partner.example"));
    row("recipient unknown", Empty, request, nour, QStringLiteral("CR9@reserve.mycompany.com"));
    row("recipient of nobody's", Empty, request, nour, QStringLiteral("someone@elsewhere.example"));
    row("recipient differs in case", Empty, request, nour, QStringLiteral("cr1@reserve.mycompany.com"));
    row("postmaster", Empty, request, nour, QStringLiteral("postmaster"));
    row("forged organizer", Empty, "From: mallory@mycompany.com\r\n" + mailOf(weekly("FREQ=DAILY;COUNT=2")).mid(34));
    row("series", Empty, mailOf(weekly("FREQ=WEEKLY;COUNT=4")));
    row("series, partly taken", Taken, mailOf(weekly("FREQ=WEEKLY;COUNT=4")));
    row("series moved", BookedSeries,
        mailOf(weekly("FREQ=WEEKLY;COUNT=6").replace("DTSTAMP", "SEQUENCE:1\r\nDTSTAMP")));
    row("plain mail", Empty, "From: nour.abbas@mycompany.com\r\nSubject: Lunch?\r\n\r\nAt noon?\r\n");
    row("unreadable calendar", Empty, mailOf(eventOf("DTSTART:soon\r\n")));
}

void tst_Explaining::rehearsalIsWhatIsThenDecided()
{
    QFETCH(int, scene);
    QFETCH(QByteArray, raw);
    QFETCH(QString, sender);
    QFETCH(QString, recipient);
    prepareScene(Scene(scene));
    const QString file = m_desk->store().location().file();
    const QStringList before = everythingIn(file);
    QVERIFY(before.size() > 20);

    const QList<RehearsedDecision> rehearsed = m_desk->rehearse(raw, sender, {recipient});
    QCOMPARE(everythingIn(file), before);
    QCOMPARE(rehearsed.size(), 1);
    const Trace& expected = rehearsed.first().trace;

    const QList<Reservation> rowsBefore = m_desk->reservations();
    const qsizetype toldBefore = m_desk->outbox().size();
    const auto configuration = m_desk->store().read([](const ReadUnit& unit) { return Configuration::load(unit); });
    Trace decided;
    if (const auto judgement = configuration->directory().judge(recipient); judgement.isTaken()) {
        decided = m_desk->send(raw, sender, {recipient}).first();
    } else {
        const TraceId id = m_desk->store().write(
            [&](WriteUnit& unit) { return traceRefusedRecipient(unit, sender, recipient, judgement.reason); });
        decided = m_desk->store().read([id](const ReadUnit& unit) { return unit.traces().find(id); }).value();
    }
    QCOMPARE(expected.verdict, decided.verdict);
    QCOMPARE(expected.state, decided.state);
    QCOMPARE(expected.reason, decided.reason);
    QCOMPARE(linesOf(expected.steps), linesOf(decided.steps));
    QCOMPARE(toldIn(rehearsed.first().told), toldIn(m_desk->outbox().mid(toldBefore)));
    QList<Reservation> left = m_desk->reservations();
    left.removeIf([&](const Reservation& one) { return one.traceId != decided.id; });
    QCOMPARE(slotsIn(rehearsed.first().reservations), slotsIn(left));
    QVERIFY(everythingIn(file) != before);
}

void tst_Explaining::rehearsalGivesOutNoControlNumber()
{
    prepareScene(ExternalContacts);
    MeetingMail mail = m_desk->meeting();
    mail.organizer = {QStringLiteral("x@partner.example"), {}};
    const ComposedMail composed = composeMeeting(mail);
    for (int i = 0; i < 3; ++i)
        m_desk->rehearse(composed.bytes, composed.from, {cr1});
    m_desk->send(mail);
    const auto contact = m_desk->store().read(
        [](const ReadUnit& unit) { return unit.people().match(QStringLiteral("x@partner.example")); });
    QVERIFY(contact);
    QCOMPARE(contact->controlNumber.text(), QStringLiteral("900000001"));
}

void tst_Explaining::rehearsalTakesItsOwnMoment()
{
    const QByteArray raw = composeMeeting(m_desk->meeting()).bytes;
    const auto explained = explain(raw, {nour, {cr1}, {}});
    QCOMPARE(explained.decisions.first().trace.verdict, Verdict::Accepted);
    m_desk->clock().advance(std::chrono::hours(24 * 30));
    QCOMPARE(explain(raw, {nour, {cr1}, {}}).decisions.first().trace.verdict, Verdict::Ignored); // is over
}

// By the limits of the session, and only where the message has yet to pass it.
void tst_Explaining::whatTheSessionWouldRefuseIsSaid()
{
    const QByteArray meeting = composeMeeting(m_desk->meeting()).bytes;
    const QByteArray loop = QByteArray("Received: by x\r\n").repeated(40) + meeting;
    const Trace looped = explain(loop, {nour, {cr1}, {}, scanContent(loop)}).decisions.first().trace;
    QCOMPARE(looped.verdict, Verdict::Rejected);
    QCOMPARE(looped.reason.code, QByteArray("smtp.mail-loop"));
    QCOMPARE(explain(loop, {nour, {cr1}, {}}).decisions.first().trace.verdict, Verdict::Accepted);
    QCOMPARE(explain(meeting, {nour, {cr1}, {}, scanContent(meeting)}).decisions.first().trace.verdict,
             Verdict::Accepted);
    m_desk->set(QStringLiteral("smtp.max-message-bytes"), QStringLiteral("65536"));
    const QByteArray large = meeting + QByteArray("0123456789\r\n").repeated(10'000);
    const Trace refused = explain(large, {nour, {cr1}, {}, scanContent(large)}).decisions.first().trace;
    QCOMPARE(refused.verdict, Verdict::Rejected);
    QCOMPARE(refused.reason.code, QByteArray("smtp.size-exceeded"));
    QCOMPARE(refused.reason.arguments.value(QStringLiteral("limit")), QStringLiteral("65536"));
}

Explanation tst_Explaining::explain(const QByteArray& raw, const ExplainedEnvelope& envelope)
{
    const ItipReader reader;
    const Instant now = m_desk->clock().now();
    const PreparedMessage message = prepare(readMail(raw, envelope.sender), reader, now);
    const auto judged
        = m_desk->store()
              .store()
              .rehearse(now,
                        [&](WriteUnit& unit) { return judgeEnvelope(unit, reader, message, envelope, raw.size()); })
              .result();
    return explanationOf(message, reader, envelope, judged, raw.size());
}

void tst_Explaining::recipientsComeFromTheMessage()
{
    MeetingMail mail = m_desk->meeting();
    mail.rooms.append({QStringLiteral("CR2@reserve.mycompany.com"), {}});
    mail.attendees = {{QStringLiteral("guest@elsewhere.example"), {}}};
    const QStringList both{cr1, QStringLiteral("CR2@reserve.mycompany.com")};
    QCOMPARE(explain(composeMeeting(mail).bytes, {nour, {}, {QStringLiteral("postmaster@reserve.mycompany.com")}})
                 .recipients,
             both);

    mail.rooms = {{QStringLiteral("CR9@reserve.mycompany.com"), {}}};
    const Explanation misspelt = explain(composeMeeting(mail).bytes, {nour, {}, {}});
    QCOMPARE(misspelt.recipients, QStringList{QStringLiteral("CR9@reserve.mycompany.com")});
    QCOMPARE(misspelt.decisions.first().trace.reason.code, QByteArray("rcpt.unknown"));

    const QByteArray plain = "From: nour.abbas@mycompany.com\r\nSubject: Lunch?\r\n\r\nAt noon?\r\n";
    QCOMPARE(explain(plain, {nour, {}, {cr1, nour}}).recipients, QStringList{cr1});
    const Explanation none = explain(plain, {nour, {}, {QStringLiteral("a@elsewhere.example")}});
    QVERIFY(none.decisions.isEmpty());
    QCOMPARE(none.undecided.code, QByteArray("explain.no-recipient"));
}

void tst_Explaining::zonesNameTheirSource_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("iana");
    QTest::newRow("UTC") << QByteArray(":20261120T150000Z") << QByteArray("utc") << QByteArray();
    QTest::newRow("IANA") << QByteArray(";TZID=Europe/Berlin:20261120T160000") << QByteArray("name")
                          << QByteArray("Europe/Berlin");
    QTest::newRow("Windows") << QByteArray(";TZID=W. Europe Standard Time:20261120T160000") << QByteArray("name")
                             << QByteArray("Europe/Berlin");
    QTest::newRow("floating") << QByteArray(":20261120T160000") << QByteArray("space") << QByteArray("Europe/Berlin");
    QTest::newRow("unknown") << QByteArray(";TZID=Nowhere:20261120T160000") << QByteArray("unknown") << QByteArray();
}

void tst_Explaining::zonesNameTheirSource()
{
    QFETCH(QByteArray, start);
    const Explanation explained = explain(mailOf(eventOf("DTSTART" + start + "\r\n")), {nour, {}, {}});
    QCOMPARE(explained.understanding.events.size(), 1);
    const UnderstoodZone zone = explained.understanding.events.first().zone;
    QTEST(toText(zone.source), "source");
    QTEST(zone.iana, "iana");
}

void tst_Explaining::recurrenceIsSaidInWords_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* rule, const char* words) {
        QTest::newRow(rule) << QByteArray(rule) << QString::fromUtf8(words);
    };
    row("FREQ=DAILY;COUNT=3", "Every day; 3 time(s)");
    row("FREQ=DAILY;INTERVAL=2", "Every 2 day(s); without end");
    row("FREQ=WEEKLY", "Every week on Friday; without end");
    row("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;UNTIL=20261218T150000Z",
        "Every 2 week(s) on Monday and Friday; until Friday, 18 December 2026");
    row("FREQ=MONTHLY", "Every month on day 20; without end");
    row("FREQ=MONTHLY;BYDAY=3TH", "Every month on the third Thursday; without end");
    row("FREQ=MONTHLY;BYDAY=-1FR;INTERVAL=3", "Every 3 month(s) on the last Friday; without end");
    row("FREQ=MONTHLY;BYMONTHDAY=1,15", "Every month; on day 1 and 15 of the month; without end");
    row("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1",
        "Every month on Monday and Tuesday; of these only the last; without end");
    row("FREQ=YEARLY", "Every year on 20 November; without end");
    row("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "Every year on the last Sunday; in March; without end");
    row("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "Every year on Monday; in calendar week 20; without end");
    row("FREQ=YEARLY;BYYEARDAY=100", "Every year; on day 100 of the year; without end");
}

void tst_Explaining::recurrenceIsSaidInWords()
{
    QFETCH(QByteArray, rule);
    ItipRecurrence recurrence;
    recurrence.rule = parseRecurrenceRule(rule).value();
    const ItipTime start = parseItipTime("20261120T160000", {}).value();
    QTEST(recurrenceWords(recurrence, start, QLocale(QLocale::English, QLocale::UnitedKingdom)), "words");
}

void tst_Explaining::seriesIsCounted()
{
    const Explanation counted = explain(mailOf(weekly("FREQ=WEEKLY;COUNT=12")), {nour, {}, {}});
    const UnderstoodDates dates = counted.understanding.events.first().dates.value();
    QCOMPARE(dates.count, 12);
    QCOMPARE(dates.first.size(), 5);
    QVERIFY(!dates.isMore);
    QCOMPARE(dates.first.at(1).time.start, instantFromIso(QStringLiteral("2026-11-27T15:00:00Z")).value());

    const Explanation endless = explain(mailOf(weekly("FREQ=DAILY")), {nour, {}, {}});
    QVERIFY(endless.understanding.events.first().dates->isMore);
    const QJsonObject json = toJsonObject(endless);
    const QJsonObject recurrence
        = json.value(QLatin1String("events")).toArray().first()[QLatin1String("recurrence")].toObject();
    QVERIFY(recurrence.value(QLatin1String("endless")).toBool());
    QVERIFY(!json.value(QLatin1String("decisions")).toArray().isEmpty());
}

void tst_Explaining::accountSaysWhatIsWrong()
{
    const Explanation explained
        = explain(mailOf(eventOf("DTSTART;TZID=Nowhere:20261120T160000\r\n")), {QString(), {}, {}});
    const Reader reader{QLocale(QLocale::English), QTimeZone::utc()};
    QStringList problems;
    for (const AccountSection& section : mailAccount(explained.understanding, reader)) {
        QVERIFY(!section.title.isEmpty());
        for (const AccountLine& line : section.lines) {
            QVERIFY(!line.text.isEmpty());
            if (line.isProblem)
                problems.append(line.text);
        }
    }
    QVERIFY2(problems.join(QLatin1Char('\n')).contains(QLatin1String("\"Nowhere\" is not known here")),
             qPrintable(problems.join(QLatin1Char('\n'))));
    const AccountSection decision = decisionAccount(explained.decisions.first(), reader);
    QVERIFY(decision.title.contains(QLatin1String("CR1 Borealis")));
    QVERIFY(decision.lines.size() >= 2);
}

void tst_Explaining::calendarFileBecomesItsMail()
{
    const QByteArray calendar = weekly("FREQ=WEEKLY;COUNT=2");
    QVERIFY(isCalendarFile(calendar));
    QVERIFY(isCalendarFile("\xef\xbb\xbf\r\nbegin:vcalendar\r\n"));
    QVERIFY(!isCalendarFile("From: a@x.test\r\n\r\nBEGIN:VCALENDAR\r\n"));
    const auto reading = readMail(mailAround(calendar, {}), nour);
    QCOMPARE(reading->kind, MessageKind::MeetingRequest);
    QCOMPARE(reading->content.from.address, nour);
    QCOMPARE(readMail(mailAround(calendar, QStringLiteral("b@x.test")), nour)->content.from.address,
             QStringLiteral("b@x.test"));
    // An address cannot begin a field of its own.
    const QByteArray hostile = mailAround(calendar, QStringLiteral("a@x.test>\r\nBcc: <b@x.test"));
    QVERIFY(!hostile.contains("\r\nBcc:"));
}

QTEST_GUILESS_MAIN(tst_Explaining)
#include "tst_explaining.moc"
