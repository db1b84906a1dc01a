// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/crashmark.h"
#include "tests/support/requestdesk.h"
#include "tests/support/smtpdialog.h"
#include "tests/unit/tnefsamples.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QByteArray nour = "nour.abbas@mycompany.com";
const QByteArray cr1 = "CR1@reserve.mycompany.com";

QByteArray mail(const QByteArray& type, const QByteArray& body, const QByteArray& furtherFields = {})
{
    return "From: " + nour + "\r\nTo: " + cr1
        + "\r\nSubject: Safety training\r\nMessage-ID: <crash-1@mycompany.com>\r\n" + furtherFields
        + "MIME-Version: 1.0\r\nContent-Type: " + type + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + body.toBase64() + "\r\n";
}

// A weekly meeting from a week after `now` on; `rule` goes on behind FREQ.
QByteArray series(Instant now, const QByteArray& rule)
{
    const QByteArray day = toDateTime(now + std::chrono::days(7)).toString(u"yyyyMMdd").toLatin1();
    return "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nVERSION:2.0\r\nPRODID:-//test//"
           "EN\r\nBEGIN:VEVENT\r\nUID:crash-series\r\nDTSTAMP:20261117T100000Z\r\n"
           "ORGANIZER:mailto:"
        + nour + "\r\nATTENDEE;RSVP=TRUE:mailto:" + cr1 + "\r\nDTSTART:" + day + "T090000Z\r\nDTEND:" + day
        + "T100000Z\r\nRRULE:FREQ=WEEKLY" + rule + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}

const QByteArray calendarType = "text/calendar; charset=utf-8; method=REQUEST";

} // namespace

// K7: a message that ends the process twice, in whatever parser, is set aside by the third start, and the
// agent goes on.
class TestCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<RequestDesk>(); }
    void cleanup()
    {
        end();
        m_desk.reset();
    }

    void onlyWhatTheThreadHasInHandIsNamed();
    void crashesOfOctetsAreCountedUntilTheyAreDurable();
    void K7_crashBefore250_data();
    void K7_crashBefore250();
    void K7_crashAfter250();
    void K7_crashWhileFurtherDatesAreWorkedOut();

private:
    quint16 start()
    {
        m_process = std::make_unique<QProcess>();
        m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process->start(QCoreApplication::applicationDirPath() + QStringLiteral("/crashingagent"),
                         {m_desk->store().location().file()});
        QElapsedTimer waited;
        waited.start();
        while (!m_process->canReadLine() && waited.elapsed() < 20000 && m_process->waitForReadyRead(10000)) {
        }
        return m_process->readLine().trimmed().toUShort();
    }
    void expectCrash()
    {
        QVERIFY(m_process->state() == QProcess::NotRunning || m_process->waitForFinished());
        QCOMPARE(m_process->exitStatus(), QProcess::CrashExit);
    }
    void end()
    {
        if (!m_process)
            return;
        m_process->kill();
        m_process->waitForFinished();
        m_process.reset();
    }
    int deliver(quint16 port, const QByteArray& raw)
    {
        SmtpDialog client(port);
        client.open();
        return SmtpDialog::code(client.deliver(nour, {cr1}, raw));
    }
    QList<Trace> traces()
    {
        return m_desk->store().read([](const ReadUnit& unit) -> Result<QList<Trace>> {
            QList<TraceId> ids = unit.traces().page({}, {}, 1000).value();
            std::reverse(ids.begin(), ids.end());
            return unit.traces().byIds(ids);
        });
    }
    // Whatever happened to the other: this one is taken and decided.
    void expectTheNextToBeDecided(quint16 port)
    {
        MeetingMail next = m_desk->meeting();
        const Instant day = std::chrono::floor<std::chrono::days>(SystemClock().now()) + std::chrono::days(20);
        next.range = {day + std::chrono::hours(9), day + std::chrono::hours(10)};
        QCOMPARE(deliver(port, composeMeeting(next).bytes), 250);
        QTRY_COMPARE(traces().constLast().verdict, std::optional(Verdict::Accepted));
    }

    std::unique_ptr<RequestDesk> m_desk;
    std::unique_ptr<QProcess> m_process;
};

void TestCrash::onlyWhatTheThreadHasInHandIsNamed()
{
    const QString mark = m_desk->store().folder() + QStringLiteral("/mark");
    for (const auto& [where, expected] : {std::pair("in hand", QList<TraceId>{TraceId{4711}}),
                                          std::pair("elsewhere", QList<TraceId>{TraceId{4711}, TraceId{4712}})}) {
        QFile::remove(mark);
        QProcess process;
        process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/crashingagent"),
                      {QStringLiteral("--crash"), mark, QStringLiteral("4711"), QStringLiteral("4712"),
                       QString::fromLatin1(where)});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        QCOMPARE(CrashMark(mark).victims(), expected);
    }
}

void TestCrash::crashesOfOctetsAreCountedUntilTheyAreDurable()
{
    const ContentMark one = ContentMark::of("one");
    const ContentMark other = ContentMark::of("other");
    QVERIFY(one.value > 0 && other.value > 0 && one.value != other.value);
    const QString file = m_desk->store().folder() + QStringLiteral("/mark");
    {
        QFile mark(file);
        QVERIFY(mark.open(QIODevice::WriteOnly));
        mark.write(QByteArray(QByteArray::number(-one.value) + '\n').repeated(2) + QByteArray::number(-other.value)
                   + "\n7\n");
    }
    {
        CrashMark mark(file);
        QCOMPARE(mark.crashesOf(one), 2);
        QCOMPARE(mark.crashesOf(other), 1);
        QCOMPARE(mark.crashesOf(ContentMark::of("third")), 0);
        QCOMPARE(mark.victims(), QList<TraceId>{TraceId{7}});
        mark.forgetVictims();
        mark.forget(one);
    }
    {
        CrashMark mark(file);
        QVERIFY(mark.victims().isEmpty());
        QCOMPARE(mark.crashesOf(one), 0);
        QCOMPARE(mark.crashesOf(other), 1);
        mark.forget(other);
    }
    QVERIFY(!QFile::exists(file));
}

void TestCrash::K7_crashBefore250_data()
{
    QTest::addColumn<QByteArray>("raw");
    const QByteArray request = series(SystemClock().now(), ";COUNT=2");
    QTest::newRow("MIME") << mail(calendarType, request, "X-Die: here\r\n");
    TnefSampleMeeting meeting;
    meeting.subject = QStringLiteral("die here");
    QTest::newRow("TNEF") << mail("application/ms-tnef; name=winmail.dat", meeting.encoded());
}

void TestCrash::K7_crashBefore250()
{
    QFETCH(const QByteArray, raw);
    for (int round = 0; round < 2; ++round) {
        const quint16 port = start();
        QVERIFY(port != 0);
        QCOMPARE(deliver(port, raw), 0);
        expectCrash();
        QVERIFY(traces().isEmpty());
    }
    // No answer came, so that the sender tries again, for days.
    const quint16 port = start();
    QVERIFY(port != 0);
    QCOMPARE(deliver(port, raw), 250);
    const Trace trace = traces().constFirst();
    QCOMPARE(trace.verdict, std::optional(Verdict::Quarantined));
    QCOMPARE(trace.reason.code, QByteArray("trace.quarantined"));
    QCOMPARE(trace.reason.arguments.value(QStringLiteral("attempts")), QStringLiteral("2"));
    QCOMPARE(trace.kind, MessageKind::Unreadable);
    const QByteArray stored
        = m_desk->store().read([&](const ReadUnit& unit) { return unit.inbox().raw(trace.inboxId); });
    QVERIFY(stored.endsWith(raw));
    expectTheNextToBeDecided(port);
    QCOMPARE(m_desk->reservations().size(), 1);
}

void TestCrash::K7_crashAfter250()
{
    const QByteArray raw = mail(calendarType, series(SystemClock().now(), ";INTERVAL=0001;COUNT=2"));
    quint16 port = start();
    QVERIFY(port != 0);
    {
        SmtpDialog client(port);
        client.open();
        client.begin(nour, {cr1}, raw); // 250 may be lost with the process
        expectCrash();
    }
    start();
    expectCrash();
    port = start();
    QVERIFY(port != 0);
    QTRY_COMPARE(traces().constFirst().verdict, std::optional(Verdict::Quarantined));
    QCOMPARE(traces().constFirst().reason.arguments.value(QStringLiteral("attempts")), QStringLiteral("2"));
    expectTheNextToBeDecided(port);
    QCOMPARE(m_desk->reservations().size(), 1);
}

void TestCrash::K7_crashWhileFurtherDatesAreWorkedOut()
{
    // Decided a month ago by a program that could; since then dates have come into the booking window.
    m_desk->clock().set(std::chrono::floor<std::chrono::seconds>(SystemClock().now()) - std::chrono::days(30));
    const QList<Trace> decided
        = m_desk->send(mail(calendarType, series(m_desk->clock().now(), ";INTERVAL=0001;COUNT=10")),
                       QString::fromLatin1(nour), {QString::fromLatin1(cr1)});
    QCOMPARE(decided.constFirst().verdict, std::optional(Verdict::Accepted));
    const qsizetype reserved = m_desk->reservations().size();
    m_desk->store().write([until = m_desk->clock().now() + std::chrono::days(90)](WriteUnit& unit) {
        Series series = unit.series().find(SeriesId{1}).value().value();
        series.filledUntil = until;
        series.continues = true;
        return unit.series().save(series);
    });
    for (int round = 0; round < 2; ++round) {
        start();
        expectCrash();
    }
    const quint16 port = start();
    QVERIFY(port != 0);
    const auto series
        = [this] { return m_desk->store().read([](const ReadUnit& unit) { return unit.series().find(SeriesId{1}); }); };
    QTRY_VERIFY(!series()->continues);
    QCOMPARE(traces().constFirst().steps.constLast().reason.code, QByteArray("trace.series-quarantined"));
    QCOMPARE(m_desk->reservations().size(), reserved);
    expectTheNextToBeDecided(port);
}

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
