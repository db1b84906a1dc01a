// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// The telling ones of the numbered SMTP cases over real sockets, against a running agent and a store in a file. The
// session's own tests prove all of them without sockets.
#include "models/agent/intakereply.h"
#include "tests/support/agenthost.h"
#include "tests/support/requestdesk.h"
#include "tests/support/smtpdialog.h"

#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <sys/socket.h>
#endif

using namespace reserve;
using namespace reserve::test;

namespace {

const QByteArray nour = "nour.abbas@mycompany.com";
const QByteArray cr1 = "CR1@reserve.mycompany.com";
const QByteArray cr2 = "CR2@reserve.mycompany.com";

QByteArray plainMail(const QByteArray& body = "Hello room.\r\n")
{
    return "From: Nour <nour.abbas@mycompany.com>\r\nSubject: Plain\r\nMessage-ID: <plain@mycompany.com>\r\n\r\n" + body;
}

} // namespace

class TestSmtpCasesSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<RequestDesk>();
        m_host = std::make_unique<AgentHost>(m_desk->store().store());
    }
    void cleanup()
    {
        m_host.reset();
        m_desk.reset();
    }

    void case001_greetsOnceAndWaits();
    void case002_ehloListsExtensionsOnSeveralLines();
    void case003_heloAnswersOneLine();
    void case008_commandsInAnyCase();
    void case015_rsetClearsTheEnvelope();
    void case016_quitEndsAndRunsNothingAfter();
    void case017_closeInsideDataStoresNothing();
    void case018_closeBeforeTheAnswerStoresAtMostOnce();
    void case019_commandsOutOfOrder();
    void case024_postmasterIsTaken();
    void case035_endlessLineEndsTheSession();
    void case036_hundredRecipients();
    void case039_refusedRecipientLeavesTheOthers();
    void case045_messageIsStoredUnderTheIdSaid();
    void case047_dotsAreUnstuffed();
    void case048_endOfDataCutAnywhere();
    void case049_nextCommandInTheSegmentOfTheEnd();
    void case057_noOtherEndOfData_data();
    void case057_noOtherEndOfData();
    void case061_tooLargeIsDroppedWhole();
    void case064_oneReceivedLineOnTopAndNothingElse();
    void case074_failedWriteIs451AndNotStored();
    void case075_fullDiskIs452();
    void case076_shortDiskIs452AtMail();
    void case079_sizeIsOffered();
    void case080_declaredSizeAboveTheLimit();
    void case084_pipelinedInOneSegment();
    void case085_pipelinedByteByByte();
    void case089_earlyTalker();
    void halfClosedPeerGetsItsAnswers();
    void case104_smtpUtf8Envelope();
    void case110_chunksArePutTogether();
    void case118_chunkOctetsAreNeverCommands();
    void case120_closeInsideAChunkStoresNothing();
    void case121_everyReplyCarriesItsClass();
    void case133_sessionsOfOnePeer();
    void case134_sessionsAltogether();
    void case135_idleSessionIsClosed();
    void case137_peerThatNeverReads();
    void case138_tooManyErrors();
    void case139_otherProtocols();
    void case141_shutdownInTraffic();

private:
    void start(AgentOptions options = {})
    {
        if (options.idleLimit != AgentOptions().idleLimit)
            m_host = std::make_unique<AgentHost>(m_desk->store().store(), options);
        QVERIFY2(m_host->start(), m_host->reason().code.constData());
    }
    QList<InboxMessage> inbox()
    {
        QList<InboxMessage> messages;
        for (qint64 id = 1; auto message = m_desk->store().read([id](const ReadUnit& unit) { return unit.inbox().find(InboxId{id}); }); ++id)
            messages.append(*message);
        return messages;
    }
    QByteArray raw(InboxId id)
    {
        return m_desk->store().read([id](const ReadUnit& unit) { return unit.inbox().raw(id); });
    }
    QByteArray content(InboxId id)
    {
        const QByteArray all = raw(id);
        return all.mid(all.indexOf("\r\n", all.indexOf(";\r\n\t") + 3) + 2);
    }

    std::unique_ptr<RequestDesk> m_desk;
    std::unique_ptr<AgentHost> m_host;
};

void TestSmtpCasesSocket::case001_greetsOnceAndWaits()
{
    m_desk->set(QStringLiteral("smtp.host-name"), QStringLiteral("agent.mycompany.com"));
    start();
    SmtpDialog client(m_host->port());
    QCOMPARE(client.reply(), QByteArray("220 agent.mycompany.com Simple Mail Transfer Service Ready\r\n"));
    QCOMPARE(client.reply(100), QByteArray());
    QVERIFY(client.isOpen());
}

void TestSmtpCasesSocket::case002_ehloListsExtensionsOnSeveralLines()
{
    start();
    SmtpDialog client(m_host->port());
    const QByteArrayList lines = client.open().trimmed().split('\n');
    QVERIFY(lines.size() > 5);
    for (qsizetype i = 0; i < lines.size(); ++i)
        QVERIFY(lines.at(i).startsWith(i + 1 < lines.size() ? "250-" : "250 "));
}

void TestSmtpCasesSocket::case003_heloAnswersOneLine()
{
    start();
    SmtpDialog client(m_host->port());
    client.reply();
    QVERIFY(client.say("HELO example.org").startsWith("250 "));
}

void TestSmtpCasesSocket::case008_commandsInAnyCase()
{
    start();
    SmtpDialog client(m_host->port());
    client.reply();
    QCOMPARE(SmtpDialog::code(client.say("eHlO example.org")), 250);
    QCOMPARE(SmtpDialog::code(client.say("mail From:<" + nour + '>')), 250);
    QCOMPARE(SmtpDialog::code(client.say("RcPt tO:<" + cr1 + '>')), 250);
}

void TestSmtpCasesSocket::case015_rsetClearsTheEnvelope()
{
    start();
    SmtpDialog client(m_host->port());
    client.open();
    client.say("MAIL FROM:<" + nour + '>');
    client.say("RCPT TO:<" + cr1 + '>');
    QCOMPARE(SmtpDialog::code(client.say("RSET")), 250);
    QCOMPARE(SmtpDialog::code(client.say("DATA")), 503);
}

void TestSmtpCasesSocket::case016_quitEndsAndRunsNothingAfter()
{
    start();
    SmtpDialog client(m_host->port());
    client.open();
    client.send("QUIT\r\nNOOP\r\n");
    QVERIFY(client.reply().startsWith("221 2.0.0"));
    QVERIFY(client.waitForClose());
    QCOMPARE(client.reply(50), QByteArray());
}

void TestSmtpCasesSocket::case017_closeInsideDataStoresNothing()
{
    start();
    {
        SmtpDialog client(m_host->port());
        client.open();
        client.say("MAIL FROM:<" + nour + '>');
        client.say("RCPT TO:<" + cr1 + '>');
        client.say("DATA");
        client.send(plainMail());
        client.hangUp();
    }
    SmtpDialog next(m_host->port());
    next.open();
    QCOMPARE(SmtpDialog::code(next.deliver(nour, {cr1}, plainMail())), 250);
    QCOMPARE(inbox().size(), 1);
}

void TestSmtpCasesSocket::case018_closeBeforeTheAnswerStoresAtMostOnce()
{
    start();
    {
        SmtpDialog client(m_host->port());
        client.open();
        client.begin(nour, {cr1}, plainMail());
        client.hangUp();
    }
    SmtpDialog next(m_host->port());
    next.open();
    QCOMPARE(SmtpDialog::code(next.deliver(nour, {cr1}, plainMail())), 250);
    QVERIFY(inbox().size() <= 2);
}

void TestSmtpCasesSocket::case019_commandsOutOfOrder()
{
    start();
    SmtpDialog client(m_host->port());
    client.reply();
    QVERIFY(client.say("MAIL FROM:<a@b>").startsWith("503 5.5.1"));
    client.say("EHLO example.org");
    QVERIFY(client.say("RCPT TO:<" + cr1 + '>').startsWith("503 5.5.1"));
    QVERIFY(client.say("DATA").startsWith("503 5.5.1"));
}

void TestSmtpCasesSocket::case024_postmasterIsTaken()
{
    start();
    SmtpDialog client(m_host->port());
    client.open();
    QCOMPARE(SmtpDialog::code(client.deliver("stranger@elsewhere.example", {"postmaster"}, plainMail())), 250);
    QCOMPARE(SmtpDialog::code(client.deliver("stranger@elsewhere.example", {"PostMaster@reserve.mycompany.com"}, plainMail())),
             250);
    QCOMPARE(inbox().size(), 2);
}

void TestSmtpCasesSocket::case035_endlessLineEndsTheSession()
{
    start();
    SmtpDialog client(m_host->port());
    client.reply();
    client.socket().write(QByteArray(1 << 20, 'x'));
    client.socket().flush();
    QVERIFY(client.reply().startsWith("500 "));
    QVERIFY(client.reply().startsWith("421 "));
    QVERIFY(client.waitForClose());
}

void TestSmtpCasesSocket::case036_hundredRecipients()
{
    m_desk->set(QStringLiteral("reserve.sub-domain"), QStringLiteral("reserve"));
    start();
    for (int i = 3; i <= 100; ++i) {
        m_desk->store().addSpace(QStringLiteral("CR%1").arg(i), QStringLiteral("CR%1@reserve.mycompany.com").arg(i));
    }
    QByteArrayList recipients;
    for (int i = 1; i <= 100; ++i)
        recipients.append("CR" + QByteArray::number(i) + "@reserve.mycompany.com");
    SmtpDialog client(m_host->port());
    client.open();
    QCOMPARE(SmtpDialog::code(client.deliver(nour, recipients, plainMail())), 250);
    const auto traces = m_desk->store().read([](const ReadUnit& unit) { return unit.traces().ofMessage(InboxId{1}); });
    QCOMPARE(traces.size(), 100);
}

void TestSmtpCasesSocket::case039_refusedRecipientLeavesTheOthers()
{
    start();
    SmtpDialog client(m_host->port());
    client.open();
    client.say("MAIL FROM:<" + nour + '>');
    QVERIFY(client.say("RCPT TO:<" + cr1 + '>').startsWith("250 2.1.5"));
    QVERIFY(client.say("RCPT TO:<nobody@reserve.mycompany.com>").startsWith("550 5.1.1"));
    QVERIFY(client.say("RCPT TO:<someone@elsewhere.example>").startsWith("550 5.7.1"));
    QCOMPARE(SmtpDialog::code(client.say("DATA")), 354);
    client.send(plainMail() + ".\r\n");
    QCOMPARE(SmtpDialog::code(client.reply()), 250);
    const auto traces = m_desk->store().read([](const ReadUnit& unit) { return unit.traces().ofMessage(InboxId{1}); });
    QCOMPARE(traces.size(), 1);
    QCOMPARE(traces.first().recipient.toUtf8(), cr1);
    // The refused ones leave traces of their own, a moment later.
    TraceFilter rejected;
    rejected.verdict = Verdict::Rejected;
    QTRY_COMPARE(m_desk->store().read([&](const ReadUnit& unit) { return unit.traces().count(rejected); }), 2);
}

void TestSmtpCasesSocket::case045_messageIsStoredUnderTheIdSaid()
{
    start();
    SmtpDialog client(m_host->port());
    client.open();
    QCOMPARE(client.deliver(nour, {cr1}, plainMail()), QByteArray("250 2.0.0 Ok: queued as 1\r\n"));
    QCOMPARE(inbox().size(), 1);
    QCOMPARE(inbox().first().messageId, QStringLiteral("plain@mycompany.com"));
}

void TestSmtpCasesSocket::case047_dotsAreUnstuffed()
{
    start();
    const QByteArray mail = plainMail(".x\r\n..\r\n...\r\n. \r\nend\r\n");
    SmtpDialog client(m_host->port());
    client.open();
    QCOMPARE(SmtpDialog::code(client.deliver(nour, {cr1}, mail)), 250);
    QCOMPARE(content(InboxId{1}), mail);
}

void TestSmtpCasesSocket::case048_endOfDataCutAnywhere()
{
    start();
    SmtpDialog client(m_host->port());
    client.socket().setSocketOption(QAbstractSocket::LowDelayOption, 1);
    client.open();
    const QByteArray end = "\r\n.\r\n";
    for (qsizetype cut = 1; cut < end.size(); ++cut) {
        client.say("MAIL FROM:<" + nour + '>');
        client.say("RCPT TO:<" + cr1 + '>');
        client.say("DATA");
        client.send("Subject: cut\r\n\r\nbody" + end.first(cut));
        QCOMPARE(client.reply(20), QByteArray());
        client.send(end.sliced(cut));
        QCOMPARE(SmtpDialog::code(client.reply()), 250);
    }
    QCOMPARE(inbox().size(), 4);
}

void TestSmtpCasesSocket::case049_nextCommandInTheSegmentOfTheEnd()
{
    start();
    SmtpDialog client(m_host->port());
    client.open();
    client.say("MAIL FROM:<" + nour + '>');
    client.say("RCPT TO:<" + cr1 + '>');
    client.say("DATA");
    client.send(plainMail() + ".\r\nMAIL FROM:<" + nour + ">\r\n");
    QVERIFY(client.reply().startsWith("250 2.0.0"));
    QVERIFY(client.reply().startsWith("250 2.1.0"));
}

void TestSmtpCasesSocket::case057_noOtherEndOfData_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("case050 LF.LF") << QByteArray("\n.\n");
    QTest::newRow("case051 LF.CRLF") << QByteArray("\n.\r\n");
    QTest::newRow("case052 CRLF.LF") << QByteArray("\r\n.\n");
    QTest::newRow("case053 CR.CR") << QByteArray("\r.\r");
    QTest::newRow("case054 CR.CRLF") << QByteArray("\r.\r\n");
    QTest::newRow("case055 CR.LF") << QByteArray("\r.\n");
    QTest::newRow("case055 LF.CR") << QByteArray("\n.\r");
    QTest::newRow("case055 CRLF.CR") << QByteArray("\r\n.\r");
    QTest::newRow("case056 CRLF NUL.CRLF") << QByteArray("\r\n\0.\r\n", 6);
    QTest::newRow("case056 CRLF.NUL CRLF") << QByteArray("\r\n.\0\r\n", 6);
}

void TestSmtpCasesSocket::case057_noOtherEndOfData()
{
    QFETCH(const QByteArray, end);
    start();
    SmtpDialog client(m_host->port());
    client.open();
    client.say("MAIL FROM:<" + nour + '>');
    client.say("RCPT TO:<" + cr1 + '>');
    client.say("DATA");
    client.send("Subject: first\r\n\r\nbody" + end + "MAIL FROM:<evil@example.org>\r\nRCPT TO:<" + cr2
                + ">\r\nDATA\r\nSubject: smuggled\r\n\r\nx\r\n.\r\n");
    QCOMPARE(SmtpDialog::code(client.reply()), 250);
    QCOMPARE(client.reply(50), QByteArray());
    QCOMPARE(inbox().size(), 1);
    QCOMPARE(inbox().first().subject, QStringLiteral("first"));
}

void TestSmtpCasesSocket::case061_tooLargeIsDroppedWhole()
{
    m_desk->set(QStringLiteral("smtp.max-message-bytes"), QStringLiteral("65536"));
    start();
    SmtpDialog client(m_host->port());
    client.open();
    QByteArray large = plainMail();
    while (large.size() < 200000)
        large += "RSET\r\nQUIT\r\n";
    QVERIFY(client.deliver(nour, {cr1}, large).startsWith("552 5.3.4"));
    QCOMPARE(inbox().size(), 0);
    QCOMPARE(SmtpDialog::code(client.deliver(nour, {cr1}, plainMail())), 250);
}

void TestSmtpCasesSocket::case064_oneReceivedLineOnTopAndNothingElse()
{
    m_desk->set(QStringLiteral("smtp.host-name"), QStringLiteral("agent.mycompany.com"));
    start();
    SmtpDialog client(m_host->port());
    client.open();
    const QByteArray mail = plainMail("8-bit \xc3\xa4 and \xff\r\nbare\nline\r\n");
    QCOMPARE(SmtpDialog::code(client.deliver(nour, {cr1}, mail)), 250);
    const QByteArray stored = raw(InboxId{1});
    QVERIFY(stored.endsWith(mail));
    QVERIFY2(stored.startsWith("Received: from client.example.org ([127.0.0.1])\r\n\tby agent.mycompany.com with ESMTP id "),
             stored.constData());
    QCOMPARE(stored.count("Received:"), 1);
}

void TestSmtpCasesSocket::case074_failedWriteIs451AndNotStored()
{
#ifdef Q_OS_UNIX
    start();
    SmtpDialog client(m_host->port());
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
    QCOMPARE(inbox().size(), 0);
    QCOMPARE(SmtpDialog::code(client.deliver(nour, {cr1}, plainMail())), 250);
    QCOMPARE(inbox().size(), 1);
#else
    QSKIP("Failing writes are made with RLIMIT_FSIZE, which this system lacks.");
#endif
}

void TestSmtpCasesSocket::case075_fullDiskIs452()
{
    const SmtpReply reply = intakeReply(failure("store.disk-full", {}, true));
    QCOMPARE(reply.code(), 452);
    QCOMPARE(reply.enhanced(), QByteArray("4.3.1"));
    QCOMPARE(intakeReply(failure("store.busy", {}, true)).code(), 451);
}

void TestSmtpCasesSocket::case076_shortDiskIs452AtMail()
{
    m_desk->set(QStringLiteral("smtp.minimum-free-megabytes"), QStringLiteral("1048576"));
    start();
    SmtpDialog client(m_host->port());
    client.open();
    QVERIFY(client.say("MAIL FROM:<" + nour + '>').startsWith("452 4.3.1"));
    m_desk->set(QStringLiteral("smtp.minimum-free-megabytes"), QString());
    const auto isTaken = [&client] {
        client.say("RSET");
        return client.say("MAIL FROM:<" + nour + '>').startsWith("250 ");
    };
    QTRY_VERIFY(isTaken());
}

void TestSmtpCasesSocket::case079_sizeIsOffered()
{
    m_desk->set(QStringLiteral("smtp.max-message-bytes"), QStringLiteral("100000"));
    start();
    SmtpDialog client(m_host->port());
    QVERIFY(client.open().contains("SIZE 100000\r\n"));
}

void TestSmtpCasesSocket::case080_declaredSizeAboveTheLimit()
{
    m_desk->set(QStringLiteral("smtp.max-message-bytes"), QStringLiteral("100000"));
    start();
    SmtpDialog client(m_host->port());
    client.open();
    QVERIFY(client.say("MAIL FROM:<" + nour + "> SIZE=100001").startsWith("552 5.3.4"));
    QCOMPARE(SmtpDialog::code(client.say("MAIL FROM:<" + nour + "> SIZE=100000")), 250);
}

void TestSmtpCasesSocket::case084_pipelinedInOneSegment()
{
    start();
    SmtpDialog client(m_host->port());
    client.open();
    client.send("MAIL FROM:<" + nour + ">\r\nRCPT TO:<" + cr1 + ">\r\nRCPT TO:<" + cr2 + ">\r\nDATA\r\n");
    for (const int code : {250, 250, 250, 354})
        QCOMPARE(SmtpDialog::code(client.reply()), code);
    client.send(plainMail() + ".\r\nMAIL FROM:<" + nour + ">\r\nRCPT TO:<" + cr1 + ">\r\nDATA\r\n");
    for (const int code : {250, 250, 250, 354})
        QCOMPARE(SmtpDialog::code(client.reply()), code);
    client.send(plainMail() + ".\r\nQUIT\r\n");
    for (const int code : {250, 221})
        QCOMPARE(SmtpDialog::code(client.reply()), code);
    QCOMPARE(inbox().size(), 2);
}

void TestSmtpCasesSocket::case085_pipelinedByteByByte()
{
    start();
    SmtpDialog client(m_host->port());
    client.socket().setSocketOption(QAbstractSocket::LowDelayOption, 1);
    client.open();
    const QByteArray all = "MAIL FROM:<" + nour + ">\r\nRCPT TO:<" + cr1 + ">\r\nDATA\r\n" + plainMail() + ".\r\nQUIT\r\n";
    for (const char octet : all)
        client.send(QByteArray(1, octet));
    for (const int code : {250, 250, 354, 250, 221})
        QCOMPARE(SmtpDialog::code(client.reply()), code);
    QCOMPARE(content(InboxId{1}), plainMail());
}

void TestSmtpCasesSocket::case089_earlyTalker()
{
    start();
    std::unique_ptr<SmtpDialog> client;
    // While the agent's thread is busy the peer is connected already, by the system, and speaks.
    m_host->runOnItsThread([&] {
        client = std::make_unique<SmtpDialog>(m_host->port());
        client->send("EHLO too-early.example\r\n");
        client->socket().moveToThread(thread());
    });
    QVERIFY(client->reply().startsWith("554 5.5.0"));
    QVERIFY(client->waitForClose());
}

void TestSmtpCasesSocket::halfClosedPeerGetsItsAnswers()
{
#ifdef Q_OS_UNIX
    start();
    SmtpDialog client(m_host->port());
    client.open();
    const QByteArray mail = plainMail();
    client.send("MAIL FROM:<" + nour + ">\r\nRCPT TO:<" + cr1 + ">\r\nBDAT " + QByteArray::number(mail.size()) + " LAST\r\n"
                + mail + "QUIT\r\n");
    QCOMPARE(::shutdown(int(client.socket().socketDescriptor()), SHUT_WR), 0);
    for (const int code : {250, 250, 250, 221})
        QCOMPARE(SmtpDialog::code(client.reply()), code);
    QVERIFY(client.waitForClose());
    QCOMPARE(inbox().size(), 1);
#else
    QSKIP("The client's half-close needs shutdown(2).");
#endif
}

void TestSmtpCasesSocket::case104_smtpUtf8Envelope()
{
    start();
    m_desk->store().addSpace(QStringLiteral("Z\u00fcrich"), QStringLiteral("z\u00fcrich@reserve.mycompany.com"));
    SmtpDialog client(m_host->port());
    client.open();
    QVERIFY(client.say("MAIL FROM:<j\xc3\xbcrg@mycompany.com>").startsWith("55"));
    QCOMPARE(SmtpDialog::code(client.say("MAIL FROM:<j\xc3\xbcrg@mycompany.com> SMTPUTF8")), 250);
    QCOMPARE(SmtpDialog::code(client.say("RCPT TO:<z\xc3\xbcrich@reserve.mycompany.com>")), 250);
    QCOMPARE(SmtpDialog::code(client.say("DATA")), 354);
    client.send(plainMail() + ".\r\n");
    QCOMPARE(SmtpDialog::code(client.reply()), 250);
    QCOMPARE(inbox().first().sender, QStringLiteral("j\u00fcrg@mycompany.com"));
    QVERIFY(raw(InboxId{1}).contains("with UTF8SMTP"));
}

void TestSmtpCasesSocket::case110_chunksArePutTogether()
{
    start();
    SmtpDialog client(m_host->port());
    client.open();
    client.say("MAIL FROM:<" + nour + '>');
    client.say("RCPT TO:<" + cr1 + '>');
    const QByteArray mail = plainMail("one\r\n.\r\ntwo\nthree");
    client.send("BDAT " + QByteArray::number(mail.size() - 5) + "\r\n" + mail.chopped(5));
    QCOMPARE(SmtpDialog::code(client.reply()), 250);
    client.send("BDAT 5\r\n" + mail.last(5));
    QCOMPARE(SmtpDialog::code(client.reply()), 250);
    QCOMPARE(SmtpDialog::code(client.say("BDAT 0 LAST")), 250);
    QCOMPARE(content(InboxId{1}), mail);
}

void TestSmtpCasesSocket::case118_chunkOctetsAreNeverCommands()
{
    start();
    SmtpDialog client(m_host->port());
    client.open();
    const QByteArray mail = plainMail("QUIT\r\n\r\n.\r\nRSET\r\n");
    client.send("MAIL FROM:<" + nour + ">\r\nRCPT TO:<" + cr1 + ">\r\nBDAT " + QByteArray::number(mail.size()) + " LAST\r\n"
                + mail + "NOOP\r\n");
    for (const int code : {250, 250, 250, 250})
        QCOMPARE(SmtpDialog::code(client.reply()), code);
    QCOMPARE(content(InboxId{1}), mail);
}

void TestSmtpCasesSocket::case120_closeInsideAChunkStoresNothing()
{
    start();
    {
        SmtpDialog client(m_host->port());
        client.open();
        client.say("MAIL FROM:<" + nour + '>');
        client.say("RCPT TO:<" + cr1 + '>');
        client.send("BDAT 100 LAST\r\nonly a part");
        client.hangUp();
    }
    SmtpDialog next(m_host->port());
    next.open();
    QCOMPARE(SmtpDialog::code(next.deliver(nour, {cr1}, plainMail())), 250);
    QCOMPARE(inbox().size(), 1);
}

void TestSmtpCasesSocket::case121_everyReplyCarriesItsClass()
{
    start();
    SmtpDialog client(m_host->port());
    client.open();
    for (const QByteArray& line : QByteArrayList{"NOOP", "RSET", "VRFY someone", "EXPN list", "FOOO", "MAIL FROM:<" + nour + '>',
                                                 "RCPT TO:<" + cr1 + '>', "RCPT TO:<x@reserve.mycompany.com>", "RSET", "QUIT"}) {
        const QByteArray answer = client.say(line);
        QVERIFY2(answer.mid(4, 2) == answer.first(1) + '.', answer.constData());
    }
}

void TestSmtpCasesSocket::case133_sessionsOfOnePeer()
{
    m_desk->set(QStringLiteral("smtp.max-sessions-per-peer"), QStringLiteral("2"));
    start();
    SmtpDialog first(m_host->port());
    SmtpDialog second(m_host->port());
    QCOMPARE(SmtpDialog::code(first.reply()), 220);
    QCOMPARE(SmtpDialog::code(second.reply()), 220);
    SmtpDialog third(m_host->port());
    QVERIFY(third.reply().startsWith("421 4.7.0"));
    QVERIFY(third.waitForClose());
    first.say("QUIT");
    QVERIFY(first.waitForClose());
    SmtpDialog fourth(m_host->port());
    QCOMPARE(SmtpDialog::code(fourth.reply()), 220);
}

void TestSmtpCasesSocket::case134_sessionsAltogether()
{
    m_desk->set(QStringLiteral("smtp.max-sessions"), QStringLiteral("2"));
    start();
    SmtpDialog first(m_host->port());
    SmtpDialog second(m_host->port());
    first.reply();
    second.reply();
    SmtpDialog third(m_host->port());
    QVERIFY(third.reply().startsWith("421 4.3.2"));
    QVERIFY(third.waitForClose());
}

void TestSmtpCasesSocket::case135_idleSessionIsClosed()
{
    AgentOptions options;
    options.idleLimit = std::chrono::milliseconds(200);
    start(options);
    SmtpDialog client(m_host->port());
    client.open();
    QVERIFY(client.reply().startsWith("421 4.4.2"));
    QVERIFY(client.waitForClose());
}

void TestSmtpCasesSocket::case137_peerThatNeverReads()
{
    start();
    SmtpDialog deaf(m_host->port());
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
    SmtpDialog other(m_host->port());
    other.open();
    QCOMPARE(SmtpDialog::code(other.deliver(nour, {cr1}, plainMail())), 250);
}

void TestSmtpCasesSocket::case138_tooManyErrors()
{
    start();
    SmtpDialog client(m_host->port());
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

void TestSmtpCasesSocket::case139_otherProtocols()
{
    start();
    for (const QByteArray& hello : {QByteArray("GET / HTTP/1.1\r\nHost: x\r\n\r\n"), QByteArray("\x16\x03\x01\x02\x00\x01", 6)}) {
        SmtpDialog client(m_host->port());
        client.reply();
        client.send(hello);
        QVERIFY(client.reply().startsWith("421 "));
        QVERIFY(client.waitForClose());
    }
}

void TestSmtpCasesSocket::case141_shutdownInTraffic()
{
    start();
    const quint16 port = m_host->port();
    SmtpDialog idle(port);
    idle.open();
    SmtpDialog busy(port);
    busy.open();
    busy.begin(nour, {cr1}, plainMail());
    // The agent has the message when the connection behind it is answered.
    SmtpDialog probe(port);
    probe.open();
    QVERIFY(m_host->stop());
    QVERIFY(idle.reply().startsWith("421 4.3.2"));
    const QByteArray answer = busy.reply();
    QVERIFY2(answer.startsWith("250 ") || answer.startsWith("421 4.3.2"), answer.constData());
    QCOMPARE(inbox().size(), answer.startsWith("250 ") ? 1 : 0);
    QVERIFY(!SmtpDialog(port).isOpen());
}

QTEST_GUILESS_MAIN(TestSmtpCasesSocket)
#include "tst_smtpcases_socket.moc"
