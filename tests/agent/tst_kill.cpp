// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/crashmark.h"
#include "models/entities/calendarorder.h"
#include "tests/support/recordingsmtpserver.h"
#include "tests/support/requestdesk.h"
#include "tests/support/smtpdialog.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <future>

using namespace reserve;
using namespace reserve::test;

namespace {

const QByteArray nour = "nour.abbas@mycompany.com";
const QByteArray cr1 = "CR1@reserve.mycompany.com";
constexpr int rounds = 12;

} // namespace

// R-250 with a real process that is killed (SIGKILL) at its worst moments, again and again on one store.
class TestKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<RequestDesk>();
        // Meetings of the real present: the process has the system's clock.
        m_firstDay = std::chrono::time_point_cast<Milliseconds>(
            std::chrono::floor<std::chrono::days>(SystemClock().now()) + std::chrono::days(7) + std::chrono::hours(9));
    }
    void cleanup()
    {
        kill();
        m_desk.reset();
    }

    void case072_killedRightAfter250();
    void case073_killedBefore250();
    void aLongSeriesIsKilledWhileItIsWritten();
    void crashNamesItsMessage();
    void K1_K4_killedAfterTheServersYes();
    void K4_killedAfterTheMailServersYes();

private:
    quint16 start(const QStringList& further = {})
    {
        m_process = std::make_unique<QProcess>();
        m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process->start(QCoreApplication::applicationDirPath() + QStringLiteral("/agentprocess"),
                         QStringList{m_desk->store().location().file()} + further);
        QElapsedTimer waited;
        waited.start();
        while (!m_process->canReadLine() && waited.elapsed() < 10000 && m_process->waitForReadyRead(1000)) {
        }
        return m_process->readLine().trimmed().toUShort();
    }
    void kill()
    {
        if (!m_process)
            return;
        m_process->kill();
        m_process->waitForFinished();
        m_process.reset();
    }
    QByteArray request(int number)
    {
        MeetingMail mail = m_desk->meeting();
        mail.uid = QStringLiteral("killed-%1@mycompany.com").arg(number);
        mail.identity.messageId = QStringLiteral("<killed-%1@mycompany.com>").arg(number);
        mail.range
            = {m_firstDay + std::chrono::days(number), m_firstDay + std::chrono::days(number) + std::chrono::hours(1)};
        return composeMeeting(mail).bytes;
    }
    int waiting()
    {
        TraceFilter filter;
        filter.state = TraceState::Waiting;
        return m_desk->store().read([&](const ReadUnit& unit) { return unit.traces().count(filter); });
    }
    bool isAllTold()
    {
        const QList<OutboxEntry> entries = m_desk->outbox();
        return std::all_of(entries.begin(), entries.end(),
                           [](const OutboxEntry& e) { return e.state == OutboxState::Done; });
    }
    void letTheRestBeDecided()
    {
        QVERIFY(start() != 0);
        QTRY_COMPARE_WITH_TIMEOUT(waiting(), 0, 20000);
        kill();
    }
    void expectEachDecidedOnce()
    {
        QCOMPARE(m_desk->reservations().size(), rounds);
        QSet<QString> uids;
        for (const Reservation& reservation : m_desk->reservations()) {
            uids.insert(reservation.uid);
            QCOMPARE(reservation.status, ReservationStatus::Accepted);
        }
        QCOMPARE(uids.size(), rounds);
        // One answer and one confirmation each, never two.
        QCOMPARE(m_desk->outbox().size(), 2 * rounds);
    }

    std::unique_ptr<RequestDesk> m_desk;
    std::unique_ptr<QProcess> m_process;
    Instant m_firstDay;
};

void TestKill::case072_killedRightAfter250()
{
    for (int round = 0; round < rounds; ++round) {
        const quint16 port = start();
        QVERIFY(port != 0);
        SmtpDialog client(port);
        client.open();
        QCOMPARE(SmtpDialog::code(client.deliver(nour, {cr1}, request(round))), 250);
        kill();
    }
    letTheRestBeDecided();
    expectEachDecidedOnce();
}

void TestKill::case073_killedBefore250()
{
    for (int round = 0; round < rounds; ++round) {
        quint16 port = start();
        QVERIFY(port != 0);
        {
            SmtpDialog client(port);
            client.open();
            client.begin(nour, {cr1}, request(round));
            QTest::qSleep(QRandomGenerator::global()->bounded(4));
            kill();
        }
        // No answer came: the sender sends it again.
        port = start();
        QVERIFY(port != 0);
        SmtpDialog again(port);
        again.open();
        QCOMPARE(SmtpDialog::code(again.deliver(nour, {cr1}, request(round))), 250);
        kill();
    }
    letTheRestBeDecided();
    expectEachDecidedOnce();
    // What is stored is whole.
    for (qint64 id = 1;; ++id) {
        const auto message
            = m_desk->store().read([id](const ReadUnit& unit) { return unit.inbox().find(InboxId{id}); });
        if (!message)
            break;
        const QByteArray raw
            = m_desk->store().read([id](const ReadUnit& unit) { return unit.inbox().raw(InboxId{id}); });
        QCOMPARE(raw.size(), message->size);
        QVERIFY(raw.contains("END:VCALENDAR") || raw.contains("base64"));
    }
}

void TestKill::aLongSeriesIsKilledWhileItIsWritten()
{
    constexpr int dates = 1300;
    const auto written
        = [this] { return m_desk->store().read([](const ReadUnit& unit) { return unit.reservations().count({}); }); };
    quint16 port = start();
    QVERIFY(port != 0);
    const QByteArray day = toDateTime(m_firstDay).toString(QStringLiteral("yyyyMMdd")).toLatin1();
    const QByteArray series = "From: " + nour + "\r\nTo: " + cr1
        + "\r\nSubject: Shifts\r\nMessage-ID: <shifts@mycompany.com>\r\nMIME-Version: 1.0\r\n"
          "Content-Type: text/calendar; charset=utf-8; method=REQUEST\r\n\r\n"
          "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nVERSION:2.0\r\nPRODID:-//test//"
          "EN\r\nBEGIN:VEVENT\r\nUID:shifts\r\nSEQUENCE:0\r\n"
          "DTSTAMP:20261117T100000Z\r\nORGANIZER:mailto:"
        + nour + "\r\nATTENDEE;RSVP=TRUE:mailto:" + cr1 + "\r\nSUMMARY:Shifts\r\nDTSTART:" + day
        + "T000000Z\r\nDTEND:" + day
        + "T003000Z\r\nRRULE:FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7;COUNT=1300\r\n"
          "END:VEVENT\r\nEND:VCALENDAR\r\n";
    {
        SmtpDialog client(port);
        client.open();
        QCOMPARE(SmtpDialog::code(client.deliver(nour, {cr1}, series)), 250);
    }
    int interrupted = 0;
    for (int round = 0, before = 0; round < 4 && waiting() > 0; ++round, before = written()) {
        QElapsedTimer waited; // looks as often as it can: the next part is written in some milliseconds
        waited.start();
        while (waiting() > 0 && written() <= before && waited.elapsed() < 20000) {
        }
        kill();
        interrupted += waiting();
        QVERIFY(start() != 0);
    }
    QVERIFY(interrupted > 0);
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 0, 20000);
    kill();
    const QList<Reservation> rows
        = m_desk->store().read([](const ReadUnit& unit) { return unit.reservations().list({}, 2 * dates); });
    QCOMPARE(rows.size(), dates);
    QVERIFY(std::all_of(rows.begin(), rows.end(),
                        [](const Reservation& row) { return row.status == ReservationStatus::Accepted; }));
    QCOMPARE(m_desk->outbox().size(), 2);
}

void TestKill::crashNamesItsMessage()
{
    // The handler itself, in a process that dies by SIGSEGV while it has a message in hand.
    const QString mark = m_desk->store().folder() + QStringLiteral("/mark");
    QProcess process;
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/agentprocess"),
                  {QStringLiteral("--crash"), mark, QStringLiteral("4711")});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    const CrashMark next(mark);
    QCOMPARE(next.victims(), QList<TraceId>{TraceId{4711}});
}

// Killed each time between what Exchange did and our commit: it is done once all the same.
void TestKill::K1_K4_killedAfterTheServersYes()
{
    constexpr int deaths = 8;
    const QString journal = m_desk->store().folder() + QStringLiteral("/journal");
    m_desk->store().write([](WriteUnit& unit) {
        ServerProfile profile;
        profile.name = QStringLiteral("Exchange");
        profile.kind = ServerKind::Ews;
        profile.mailDomains = {QStringLiteral("mycompany.com")};
        return unit.serverProfiles().save(profile, QStringLiteral("test"));
    });
    quint16 port = start({journal});
    QVERIFY(port != 0);
    SmtpDialog client(port);
    client.open();
    for (int number = 0; number < rounds; ++number)
        QCOMPARE(SmtpDialog::code(client.deliver(nour, {cr1}, request(number))), 250);
    client.hangUp();
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 0, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(isAllTold(), 20000);
    kill();
    // Told all of it; now what is to stand in the calendar.
    m_desk->store().write([this](WriteUnit& unit) -> Result<void> {
        for (int number = 0; number < 2 * deaths; ++number) {
            CalendarOrder order;
            order.mark = QByteArray::number(number / 2);
            order.action = number % 2 == 0 ? CalendarAction::Create : CalendarAction::Cancel;
            order.mailbox = QString::fromLatin1(cr1);
            OutboxEntry entry;
            entry.kind = OutboxKind::CalendarOrder;
            entry.lane = QString::fromLatin1(order.mark);
            entry.spaceId = m_desk->cr1();
            entry.payload = toJson(order);
            if (const auto id = unit.outbox().append(entry); !id)
                return failure(id.error());
        }
        return {};
    });
    for (int death = 0; death < deaths; ++death) {
        start({journal, QStringLiteral("1")});
        QVERIFY(m_process->state() == QProcess::NotRunning || m_process->waitForFinished());
        QCOMPARE(m_process->exitStatus(), QProcess::CrashExit);
    }
    QVERIFY(start({journal}) != 0);
    QTRY_VERIFY_WITH_TIMEOUT(isAllTold(), 20000);
    kill();
    QFile file(journal);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QMap<QByteArray, int> counts;
    QSet<QByteArray> lines;
    int all = 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.isEmpty())
            continue;
        ++counts[line.left(line.indexOf('\t'))];
        lines.insert(line);
        ++all;
    }
    QCOMPARE(lines.size(), all); // nothing twice
    QCOMPARE(counts.value("respond"), rounds);
    QCOMPARE(counts.value("create"), deaths);
    QCOMPARE(counts.value("cancel"), deaths);
}

// Killed between the mail server's 250 and our commit, which waits for a lock meanwhile. A mail cannot be asked whether
// it arrived: it goes again, and is known by its Message-ID and the rest of it.
void TestKill::K4_killedAfterTheMailServersYes()
{
    constexpr int deaths = 5;
    RecordingSmtpServer server;
    QVERIFY(server.listen());
    m_desk->set(QStringLiteral("outgoing.security"), QStringLiteral("none"));
    m_desk->set(QStringLiteral("outgoing.from"), QStringLiteral("reserve@mycompany.com"));
    m_desk->set(QStringLiteral("outgoing.port"), QString::number(server.port()));
    quint16 port = start();
    QVERIFY(port != 0);
    {
        SmtpDialog client(port);
        client.open();
        QCOMPARE(SmtpDialog::code(client.deliver(nour, {cr1}, request(0))), 250);
    }
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 0, 20000);
    kill();
    m_desk->set(QStringLiteral("outgoing.host"), QStringLiteral("127.0.0.1"));
    for (int death = 0; death < deaths; ++death) {
        std::promise<void> locked;
        std::promise<void> dead;
        QFuture<Result<void>> lock;
        const auto taken = connect(&server, &RecordingSmtpServer::contentCame, this, [&] {
            lock = m_desk->store().store().write(WritePriority::Intake, [&](WriteUnit&) -> Result<void> {
                locked.set_value();
                dead.get_future().wait();
                return {};
            });
            locked.get_future().wait();
        });
        QSignalSpy said(&server, &RecordingSmtpServer::mailTaken);
        connect(
            &server, &RecordingSmtpServer::mailTaken, this, [this] { kill(); }, Qt::SingleShotConnection);
        QVERIFY(start() != 0 || said.size() == 1);
        QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, 20000);
        disconnect(taken);
        dead.set_value();
        lock.waitForFinished();
        QCOMPARE(server.mails().size(), death + 1);
        QCOMPARE(m_desk->outbox().first().state, OutboxState::Delivering);
    }
    QVERIFY(start() != 0);
    QTRY_VERIFY_WITH_TIMEOUT(isAllTold(), 20000);
    kill();
    QCOMPARE(m_desk->outbox().size(), 2);
    QCOMPARE(server.mails().size(), deaths + 2); // the answer once more for each death, the confirmation once
    QSet<QByteArray> different;
    for (const RecordedMail& mail : server.mails())
        different.insert(mail.content);
    QCOMPARE(different.size(), 2);
}

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
