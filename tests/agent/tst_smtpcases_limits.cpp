// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// The telling ones of the numbered SMTP cases over real sockets, against a running agent and a store in a file:
// sizes, disks, sessions and peers that misbehave.
// The session's own tests prove all of them without sockets.
#include "models/agent/intakereply.h"
#include "tests/support/smtpdesk.h"
#include "tests/support/smtpdialog.h"

#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/resource.h>

#include <csignal>
#endif

using namespace reserve;
using namespace reserve::test;

class TestSmtpCasesLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_smtp = std::make_unique<SmtpDesk>(); }
    void cleanup() { m_smtp.reset(); }

    void case035_endlessLineEndsTheSession();
    void case061_tooLargeIsDroppedWhole();
    void case074_failedWriteIs451AndNotStored();
    void case075_fullDiskIs452();
    void case076_shortDiskIs452AtMail();
    void case079_sizeIsOffered();
    void case080_declaredSizeAboveTheLimit();
    void case133_sessionsOfOnePeer();
    void case134_sessionsAltogether();
    void case135_idleSessionIsClosed();
    void case137_peerThatNeverReads();
    void case138_tooManyErrors();
    void case139_otherProtocols();
    void case141_shutdownInTraffic();

private:
    std::unique_ptr<SmtpDesk> m_smtp;
};

void TestSmtpCasesLimits::case035_endlessLineEndsTheSession()
{
    m_smtp->start();
    SmtpDialog client(m_smtp->port());
    client.reply();
    client.socket().write(QByteArray(1 << 20, 'x'));
    client.socket().flush();
    QVERIFY(client.reply().startsWith("500 "));
    QVERIFY(client.reply().startsWith("421 "));
    QVERIFY(client.waitForClose());
}

void TestSmtpCasesLimits::case061_tooLargeIsDroppedWhole()
{
    m_smtp->desk().set(QStringLiteral("smtp.max-message-bytes"), QStringLiteral("65536"));
    m_smtp->start();
    SmtpDialog client(m_smtp->port());
    client.open();
    QByteArray large = plainMail();
    while (large.size() < 200000)
        large += "RSET\r\nQUIT\r\n";
    QVERIFY(client.deliver(nour, {cr1}, large).startsWith("552 5.3.4"));
    QCOMPARE(m_smtp->inbox().size(), 0);
    QCOMPARE(SmtpDialog::code(client.deliver(nour, {cr1}, plainMail())), 250);
}

void TestSmtpCasesLimits::case074_failedWriteIs451AndNotStored()
{
#ifdef Q_OS_UNIX
    m_smtp->start();
    SmtpDialog client(m_smtp->port());
    client.open();
    // Every write to a file beyond this fails from here on, as on a broken disk.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    const rlim_t before = limit.rlim_cur;
    limit.rlim_cur = 16;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &limit), 0);
    const QByteArray answer = client.deliver(nour, {cr1}, plainMail());
    limit.rlim_cur = before;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &limit), 0);
    QVERIFY2(answer.startsWith("451 4.3.0") || answer.startsWith("452 4.3.1"), answer.constData());
    QCOMPARE(m_smtp->inbox().size(), 0);
    QCOMPARE(SmtpDialog::code(client.deliver(nour, {cr1}, plainMail())), 250);
    QCOMPARE(m_smtp->inbox().size(), 1);
#else
    QSKIP("Failing writes are made with RLIMIT_FSIZE, which this system lacks.");
#endif
}

void TestSmtpCasesLimits::case075_fullDiskIs452()
{
    const SmtpReply reply = intakeReply(failure("store.disk-full", {}, true));
    QCOMPARE(reply.code(), 452);
    QCOMPARE(reply.enhanced(), QByteArray("4.3.1"));
    QCOMPARE(intakeReply(failure("store.busy", {}, true)).code(), 451);
}

void TestSmtpCasesLimits::case076_shortDiskIs452AtMail()
{
    m_smtp->desk().set(QStringLiteral("smtp.minimum-free-megabytes"), QStringLiteral("1048576"));
    m_smtp->start();
    SmtpDialog client(m_smtp->port());
    client.open();
    QVERIFY(client.say("MAIL FROM:<" + nour + '>').startsWith("452 4.3.1"));
    m_smtp->desk().set(QStringLiteral("smtp.minimum-free-megabytes"), QString());
    const auto isTaken = [&client] {
        client.say("RSET");
        return client.say("MAIL FROM:<" + nour + '>').startsWith("250 ");
    };
    QTRY_VERIFY(isTaken());
}

void TestSmtpCasesLimits::case079_sizeIsOffered()
{
    m_smtp->desk().set(QStringLiteral("smtp.max-message-bytes"), QStringLiteral("100000"));
    m_smtp->start();
    SmtpDialog client(m_smtp->port());
    QVERIFY(client.open().contains("SIZE 100000\r\n"));
}

void TestSmtpCasesLimits::case080_declaredSizeAboveTheLimit()
{
    m_smtp->desk().set(QStringLiteral("smtp.max-message-bytes"), QStringLiteral("100000"));
    m_smtp->start();
    SmtpDialog client(m_smtp->port());
    client.open();
    QVERIFY(client.say("MAIL FROM:<" + nour + "> SIZE=100001").startsWith("552 5.3.4"));
    QCOMPARE(SmtpDialog::code(client.say("MAIL FROM:<" + nour + "> SIZE=100000")), 250);
}

void TestSmtpCasesLimits::case133_sessionsOfOnePeer()
{
    m_smtp->desk().set(QStringLiteral("smtp.max-sessions-per-peer"), QStringLiteral("2"));
    m_smtp->start();
    SmtpDialog first(m_smtp->port());
    SmtpDialog second(m_smtp->port());
    QCOMPARE(SmtpDialog::code(first.reply()), 220);
    QCOMPARE(SmtpDialog::code(second.reply()), 220);
    SmtpDialog third(m_smtp->port());
    QVERIFY(third.reply().startsWith("421 4.7.0"));
    QVERIFY(third.waitForClose());
    first.say("QUIT");
    QVERIFY(first.waitForClose());
    SmtpDialog fourth(m_smtp->port());
    QCOMPARE(SmtpDialog::code(fourth.reply()), 220);
}

void TestSmtpCasesLimits::case134_sessionsAltogether()
{
    m_smtp->desk().set(QStringLiteral("smtp.max-sessions"), QStringLiteral("2"));
    m_smtp->start();
    SmtpDialog first(m_smtp->port());
    SmtpDialog second(m_smtp->port());
    first.reply();
    second.reply();
    SmtpDialog third(m_smtp->port());
    QVERIFY(third.reply().startsWith("421 4.3.2"));
    QVERIFY(third.waitForClose());
}

void TestSmtpCasesLimits::case135_idleSessionIsClosed()
{
    AgentOptions options;
    options.idleLimit = std::chrono::milliseconds(200);
    m_smtp->start(options);
    SmtpDialog client(m_smtp->port());
    client.open();
    QVERIFY(client.reply().startsWith("421 4.4.2"));
    QVERIFY(client.waitForClose());
}

void TestSmtpCasesLimits::case137_peerThatNeverReads()
{
    m_smtp->start();
    SmtpDialog deaf(m_smtp->port());
    deaf.open();
    deaf.say("MAIL FROM:<" + nour + '>');
    deaf.socket().setReadBufferSize(1024);
    deaf.socket().setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 4096);
    const QByteArray flood = QByteArray("RCPT TO:<" + cr1 + ">\r\n").repeated(1000000);
    deaf.socket().write(flood);
    // The agent stops reading once its output does not get away: the flood stays with the peer.
    while (deaf.socket().bytesToWrite() > 0 && deaf.socket().waitForBytesWritten(500)) {
    }
    QVERIFY(deaf.socket().bytesToWrite() > 0);
    SmtpDialog other(m_smtp->port());
    other.open();
    QCOMPARE(SmtpDialog::code(other.deliver(nour, {cr1}, plainMail())), 250);
}

void TestSmtpCasesLimits::case138_tooManyErrors()
{
    m_smtp->start();
    SmtpDialog client(m_smtp->port());
    client.open();
    QByteArray answer;
    for (int i = 0; i < 25 && client.isOpen() && !answer.startsWith("421"); ++i) {
        client.send("FOOO\r\n");
        answer = client.reply();
    }
    if (!answer.startsWith("421"))
        answer = client.reply();
    QVERIFY2(answer.startsWith("421 4.7.0"), answer.constData());
    QVERIFY(client.waitForClose());
}

void TestSmtpCasesLimits::case139_otherProtocols()
{
    m_smtp->start();
    for (const QByteArray& hello :
         {QByteArray("GET / HTTP/1.1\r\nHost: x\r\n\r\n"), QByteArray("\x16\x03\x01\x02\x00\x01", 6)}) {
        SmtpDialog client(m_smtp->port());
        client.reply();
        client.send(hello);
        QVERIFY(client.reply().startsWith("421 "));
        QVERIFY(client.waitForClose());
    }
}

void TestSmtpCasesLimits::case141_shutdownInTraffic()
{
    m_smtp->start();
    const quint16 port = m_smtp->port();
    SmtpDialog idle(port);
    idle.open();
    SmtpDialog busy(port);
    busy.open();
    busy.begin(nour, {cr1}, plainMail());
    // The agent has the message when the connection behind it is answered.
    SmtpDialog probe(port);
    probe.open();
    QVERIFY(m_smtp->host().stop());
    QVERIFY(idle.reply().startsWith("421 4.3.2"));
    const QByteArray answer = busy.reply();
    QVERIFY2(answer.startsWith("250 ") || answer.startsWith("421 4.3.2"), answer.constData());
    QCOMPARE(m_smtp->inbox().size(), answer.startsWith("250 ") ? 1 : 0);
    QVERIFY(!SmtpDialog(port).isOpen());
}

QTEST_GUILESS_MAIN(TestSmtpCasesLimits)
#include "tst_smtpcases_limits.moc"
