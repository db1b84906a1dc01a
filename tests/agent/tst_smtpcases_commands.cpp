// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// The telling ones of the numbered SMTP cases over real sockets, against a running agent and a store in a file:
// commands, replies and pipelining.
// The session's own tests prove all of them without sockets.
#include "tests/support/smtpdesk.h"
#include "tests/support/smtpdialog.h"

#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

using namespace reserve;
using namespace reserve::test;

class TestSmtpCasesCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_smtp = std::make_unique<SmtpDesk>(); }
    void cleanup() { m_smtp.reset(); }

    void case001_greetsOnceAndWaits();
    void case002_ehloListsExtensionsOnSeveralLines();
    void case003_heloAnswersOneLine();
    void case008_commandsInAnyCase();
    void case015_rsetClearsTheEnvelope();
    void case016_quitEndsAndRunsNothingAfter();
    void case019_commandsOutOfOrder();
    void case024_postmasterIsTaken();
    void case036_hundredRecipients();
    void case039_refusedRecipientLeavesTheOthers();
    void case084_pipelinedInOneSegment();
    void case085_pipelinedByteByByte();
    void case089_earlyTalker();
    void halfClosedPeerGetsItsAnswers();
    void case104_smtpUtf8Envelope();
    void case121_everyReplyCarriesItsClass();

private:
    std::unique_ptr<SmtpDesk> m_smtp;
};

void TestSmtpCasesCommands::case001_greetsOnceAndWaits()
{
    m_smtp->desk().set(QStringLiteral("smtp.host-name"), QStringLiteral("agent.mycompany.com"));
    m_smtp->start();
    SmtpDialog client(m_smtp->port());
    QCOMPARE(client.reply(), QByteArray("220 agent.mycompany.com Simple Mail Transfer Service Ready\r\n"));
    QCOMPARE(client.reply(100), QByteArray());
    QVERIFY(client.isOpen());
}

void TestSmtpCasesCommands::case002_ehloListsExtensionsOnSeveralLines()
{
    m_smtp->start();
    SmtpDialog client(m_smtp->port());
    const QByteArrayList lines = client.open().trimmed().split('\n');
    QVERIFY(lines.size() > 5);
    for (qsizetype i = 0; i < lines.size(); ++i)
        QVERIFY(lines.at(i).startsWith(i + 1 < lines.size() ? "250-" : "250 "));
}

void TestSmtpCasesCommands::case003_heloAnswersOneLine()
{
    m_smtp->start();
    SmtpDialog client(m_smtp->port());
    client.reply();
    QVERIFY(client.say("HELO example.org").startsWith("250 "));
}

void TestSmtpCasesCommands::case008_commandsInAnyCase()
{
    m_smtp->start();
    SmtpDialog client(m_smtp->port());
    client.reply();
    QCOMPARE(SmtpDialog::code(client.say("eHlO example.org")), 250);
    QCOMPARE(SmtpDialog::code(client.say("mail From:<" + nour + '>')), 250);
    QCOMPARE(SmtpDialog::code(client.say("RcPt tO:<" + cr1 + '>')), 250);
}

void TestSmtpCasesCommands::case015_rsetClearsTheEnvelope()
{
    m_smtp->start();
    SmtpDialog client(m_smtp->port());
    client.open();
    client.say("MAIL FROM:<" + nour + '>');
    client.say("RCPT TO:<" + cr1 + '>');
    QCOMPARE(SmtpDialog::code(client.say("RSET")), 250);
    QCOMPARE(SmtpDialog::code(client.say("DATA")), 503);
}

void TestSmtpCasesCommands::case016_quitEndsAndRunsNothingAfter()
{
    m_smtp->start();
    SmtpDialog client(m_smtp->port());
    client.open();
    client.send("QUIT\r\nNOOP\r\n");
    QVERIFY(client.reply().startsWith("221 2.0.0"));
    QVERIFY(client.waitForClose());
    QCOMPARE(client.reply(50), QByteArray());
}

void TestSmtpCasesCommands::case019_commandsOutOfOrder()
{
    m_smtp->start();
    SmtpDialog client(m_smtp->port());
    client.reply();
    QVERIFY(client.say("MAIL FROM:<a@b>").startsWith("503 5.5.1"));
    client.say("EHLO example.org");
    QVERIFY(client.say("RCPT TO:<" + cr1 + '>').startsWith("503 5.5.1"));
    QVERIFY(client.say("DATA").startsWith("503 5.5.1"));
}

void TestSmtpCasesCommands::case024_postmasterIsTaken()
{
    m_smtp->start();
    SmtpDialog client(m_smtp->port());
    client.open();
    QCOMPARE(SmtpDialog::code(client.deliver("stranger@elsewhere.example", {"postmaster"}, plainMail())), 250);
    QCOMPARE(SmtpDialog::code(
                 client.deliver("stranger@elsewhere.example", {"PostMaster@reserve.mycompany.com"}, plainMail())),
             250);
    QCOMPARE(m_smtp->inbox().size(), 2);
}

void TestSmtpCasesCommands::case036_hundredRecipients()
{
    m_smtp->desk().set(QStringLiteral("reserve.sub-domain"), QStringLiteral("reserve"));
    m_smtp->start();
    for (int i = 3; i <= 100; ++i) {
        m_smtp->desk().store().addSpace(QStringLiteral("CR%1").arg(i),
                                        QStringLiteral("CR%1@reserve.mycompany.com").arg(i));
    }
    QByteArrayList recipients;
    for (int i = 1; i <= 100; ++i)
        recipients.append("CR" + QByteArray::number(i) + "@reserve.mycompany.com");
    SmtpDialog client(m_smtp->port());
    client.open();
    QCOMPARE(SmtpDialog::code(client.deliver(nour, recipients, plainMail())), 250);
    const auto traces
        = m_smtp->desk().store().read([](const ReadUnit& unit) { return unit.traces().ofMessage(InboxId{1}); });
    QCOMPARE(traces.size(), 100);
}

void TestSmtpCasesCommands::case039_refusedRecipientLeavesTheOthers()
{
    m_smtp->start();
    SmtpDialog client(m_smtp->port());
    client.open();
    client.say("MAIL FROM:<" + nour + '>');
    QVERIFY(client.say("RCPT TO:<" + cr1 + '>').startsWith("250 2.1.5"));
    QVERIFY(client.say("RCPT TO:<nobody@reserve.mycompany.com>").startsWith("550 5.1.1"));
    QVERIFY(client.say("RCPT TO:<someone@elsewhere.example>").startsWith("550 5.7.1"));
    QCOMPARE(SmtpDialog::code(client.say("DATA")), 354);
    client.send(plainMail() + ".\r\n");
    QCOMPARE(SmtpDialog::code(client.reply()), 250);
    const auto traces
        = m_smtp->desk().store().read([](const ReadUnit& unit) { return unit.traces().ofMessage(InboxId{1}); });
    QCOMPARE(traces.size(), 1);
    QCOMPARE(traces.first().recipient.toUtf8(), cr1);
    // The refused ones leave traces of their own, a moment later.
    TraceFilter rejected;
    rejected.verdict = Verdict::Rejected;
    QTRY_COMPARE(m_smtp->desk().store().read([&](const ReadUnit& unit) { return unit.traces().count(rejected); }), 2);
}

void TestSmtpCasesCommands::case084_pipelinedInOneSegment()
{
    m_smtp->start();
    SmtpDialog client(m_smtp->port());
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
    QCOMPARE(m_smtp->inbox().size(), 2);
}

void TestSmtpCasesCommands::case085_pipelinedByteByByte()
{
    m_smtp->start();
    SmtpDialog client(m_smtp->port());
    client.socket().setSocketOption(QAbstractSocket::LowDelayOption, 1);
    client.open();
    const QByteArray all
        = "MAIL FROM:<" + nour + ">\r\nRCPT TO:<" + cr1 + ">\r\nDATA\r\n" + plainMail() + ".\r\nQUIT\r\n";
    for (const char octet : all)
        client.send(QByteArray(1, octet));
    for (const int code : {250, 250, 354, 250, 221})
        QCOMPARE(SmtpDialog::code(client.reply()), code);
    QCOMPARE(m_smtp->content(InboxId{1}), plainMail());
}

void TestSmtpCasesCommands::case089_earlyTalker()
{
    m_smtp->start();
    std::unique_ptr<SmtpDialog> client;
    // While the agent's thread is busy the peer is connected already, by the system, and speaks.
    m_smtp->host().runOnItsThread([&] {
        client = std::make_unique<SmtpDialog>(m_smtp->port());
        client->send("EHLO too-early.example\r\n");
        client->socket().moveToThread(thread());
    });
    QVERIFY(client->reply().startsWith("554 5.5.0"));
    QVERIFY(client->waitForClose());
}

void TestSmtpCasesCommands::halfClosedPeerGetsItsAnswers()
{
#ifdef Q_OS_UNIX
    m_smtp->start();
    SmtpDialog client(m_smtp->port());
    client.open();
    const QByteArray mail = plainMail();
    client.send("MAIL FROM:<" + nour + ">\r\nRCPT TO:<" + cr1 + ">\r\nBDAT " + QByteArray::number(mail.size())
                + " LAST\r\n" + mail + "QUIT\r\n");
    QCOMPARE(::shutdown(int(client.socket().socketDescriptor()), SHUT_WR), 0);
    for (const int code : {250, 250, 250, 221})
        QCOMPARE(SmtpDialog::code(client.reply()), code);
    QVERIFY(client.waitForClose());
    QCOMPARE(m_smtp->inbox().size(), 1);
#else
    QSKIP("The client's half-close needs shutdown(2).");
#endif
}

void TestSmtpCasesCommands::case104_smtpUtf8Envelope()
{
    m_smtp->start();
    m_smtp->desk().store().addSpace(QStringLiteral("Z\u00fcrich"), QStringLiteral("z\u00fcrich@reserve.mycompany.com"));
    SmtpDialog client(m_smtp->port());
    client.open();
    QVERIFY(client.say("MAIL FROM:<j\xc3\xbcrg@mycompany.com>").startsWith("55"));
    QCOMPARE(SmtpDialog::code(client.say("MAIL FROM:<j\xc3\xbcrg@mycompany.com> SMTPUTF8")), 250);
    QCOMPARE(SmtpDialog::code(client.say("RCPT TO:<z\xc3\xbcrich@reserve.mycompany.com>")), 250);
    QCOMPARE(SmtpDialog::code(client.say("DATA")), 354);
    client.send(plainMail() + ".\r\n");
    QCOMPARE(SmtpDialog::code(client.reply()), 250);
    QCOMPARE(m_smtp->inbox().first().sender, QStringLiteral("j\u00fcrg@mycompany.com"));
    QVERIFY(m_smtp->raw(InboxId{1}).contains("with UTF8SMTP"));
}

void TestSmtpCasesCommands::case121_everyReplyCarriesItsClass()
{
    m_smtp->start();
    SmtpDialog client(m_smtp->port());
    client.open();
    for (const QByteArray& line :
         QByteArrayList{"NOOP", "RSET", "VRFY someone", "EXPN list", "FOOO", "MAIL FROM:<" + nour + '>',
                        "RCPT TO:<" + cr1 + '>', "RCPT TO:<x@reserve.mycompany.com>", "RSET", "QUIT"}) {
        const QByteArray answer = client.say(line);
        QVERIFY2(answer.mid(4, 2) == answer.first(1) + '.', answer.constData());
    }
}

QTEST_GUILESS_MAIN(TestSmtpCasesCommands)
#include "tst_smtpcases_commands.moc"
