// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// The telling ones of the numbered SMTP cases over real sockets, against a running agent and a store in a file:
// what stands between DATA or BDAT and the answer.
// The session's own tests prove all of them without sockets.
#include "tests/support/smtpdesk.h"
#include "tests/support/smtpdialog.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

class TestSmtpCasesContent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_smtp = std::make_unique<SmtpDesk>(); }
    void cleanup() { m_smtp.reset(); }

    void case017_closeInsideDataStoresNothing();
    void case018_closeBeforeTheAnswerStoresAtMostOnce();
    void case045_messageIsStoredUnderTheIdSaid();
    void case047_dotsAreUnstuffed();
    void case048_endOfDataCutAnywhere();
    void case049_nextCommandInTheSegmentOfTheEnd();
    void case057_noOtherEndOfData_data();
    void case057_noOtherEndOfData();
    void case064_oneReceivedLineOnTopAndNothingElse();
    void case110_chunksArePutTogether();
    void case118_chunkOctetsAreNeverCommands();
    void case120_closeInsideAChunkStoresNothing();

private:
    std::unique_ptr<SmtpDesk> m_smtp;
};

void TestSmtpCasesContent::case017_closeInsideDataStoresNothing()
{
    m_smtp->start();
    {
        SmtpDialog client(m_smtp->port());
        client.open();
        client.say("MAIL FROM:<" + nour + '>');
        client.say("RCPT TO:<" + cr1 + '>');
        client.say("DATA");
        client.send(plainMail());
        client.hangUp();
    }
    SmtpDialog next(m_smtp->port());
    next.open();
    QCOMPARE(SmtpDialog::code(next.deliver(nour, {cr1}, plainMail())), 250);
    QCOMPARE(m_smtp->inbox().size(), 1);
}

void TestSmtpCasesContent::case018_closeBeforeTheAnswerStoresAtMostOnce()
{
    m_smtp->start();
    {
        SmtpDialog client(m_smtp->port());
        client.open();
        client.begin(nour, {cr1}, plainMail());
        client.hangUp();
    }
    SmtpDialog next(m_smtp->port());
    next.open();
    QCOMPARE(SmtpDialog::code(next.deliver(nour, {cr1}, plainMail())), 250);
    QVERIFY(m_smtp->inbox().size() <= 2);
}

void TestSmtpCasesContent::case045_messageIsStoredUnderTheIdSaid()
{
    m_smtp->start();
    SmtpDialog client(m_smtp->port());
    client.open();
    QCOMPARE(client.deliver(nour, {cr1}, plainMail()), QByteArray("250 2.0.0 Ok: queued as 1\r\n"));
    QCOMPARE(m_smtp->inbox().size(), 1);
    QCOMPARE(m_smtp->inbox().first().messageId, QStringLiteral("plain@mycompany.com"));
}

void TestSmtpCasesContent::case047_dotsAreUnstuffed()
{
    m_smtp->start();
    const QByteArray mail = plainMail(".x\r\n..\r\n...\r\n. \r\nend\r\n");
    SmtpDialog client(m_smtp->port());
    client.open();
    QCOMPARE(SmtpDialog::code(client.deliver(nour, {cr1}, mail)), 250);
    QCOMPARE(m_smtp->content(InboxId{1}), mail);
}

void TestSmtpCasesContent::case048_endOfDataCutAnywhere()
{
    m_smtp->start();
    SmtpDialog client(m_smtp->port());
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
    QCOMPARE(m_smtp->inbox().size(), 4);
}

void TestSmtpCasesContent::case049_nextCommandInTheSegmentOfTheEnd()
{
    m_smtp->start();
    SmtpDialog client(m_smtp->port());
    client.open();
    client.say("MAIL FROM:<" + nour + '>');
    client.say("RCPT TO:<" + cr1 + '>');
    client.say("DATA");
    client.send(plainMail() + ".\r\nMAIL FROM:<" + nour + ">\r\n");
    QVERIFY(client.reply().startsWith("250 2.0.0"));
    QVERIFY(client.reply().startsWith("250 2.1.0"));
}

void TestSmtpCasesContent::case057_noOtherEndOfData_data()
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

void TestSmtpCasesContent::case057_noOtherEndOfData()
{
    QFETCH(const QByteArray, end);
    m_smtp->start();
    SmtpDialog client(m_smtp->port());
    client.open();
    client.say("MAIL FROM:<" + nour + '>');
    client.say("RCPT TO:<" + cr1 + '>');
    client.say("DATA");
    client.send("Subject: first\r\n\r\nbody" + end + "MAIL FROM:<evil@example.org>\r\nRCPT TO:<" + cr2
                + ">\r\nDATA\r\nSubject: smuggled\r\n\r\nx\r\n.\r\n");
    QCOMPARE(SmtpDialog::code(client.reply()), 250);
    QCOMPARE(client.reply(50), QByteArray());
    QCOMPARE(m_smtp->inbox().size(), 1);
    QCOMPARE(m_smtp->inbox().first().subject, QStringLiteral("first"));
}

void TestSmtpCasesContent::case064_oneReceivedLineOnTopAndNothingElse()
{
    m_smtp->desk().set(QStringLiteral("smtp.host-name"), QStringLiteral("agent.mycompany.com"));
    m_smtp->start();
    SmtpDialog client(m_smtp->port());
    client.open();
    const QByteArray mail = plainMail("8-bit \xc3\xa4 and \xff\r\nbare\nline\r\n");
    QCOMPARE(SmtpDialog::code(client.deliver(nour, {cr1}, mail)), 250);
    const QByteArray stored = m_smtp->raw(InboxId{1});
    QVERIFY(stored.endsWith(mail));
    QVERIFY2(
        stored.startsWith("Received: from client.example.org ([127.0.0.1])\r\n\tby agent.mycompany.com with ESMTP id "),
        stored.constData());
    QCOMPARE(stored.count("Received:"), 1);
}

void TestSmtpCasesContent::case110_chunksArePutTogether()
{
    m_smtp->start();
    SmtpDialog client(m_smtp->port());
    client.open();
    client.say("MAIL FROM:<" + nour + '>');
    client.say("RCPT TO:<" + cr1 + '>');
    const QByteArray mail = plainMail("one\r\n.\r\ntwo\nthree");
    client.send("BDAT " + QByteArray::number(mail.size() - 5) + "\r\n" + mail.chopped(5));
    QCOMPARE(SmtpDialog::code(client.reply()), 250);
    client.send("BDAT 5\r\n" + mail.last(5));
    QCOMPARE(SmtpDialog::code(client.reply()), 250);
    QCOMPARE(SmtpDialog::code(client.say("BDAT 0 LAST")), 250);
    QCOMPARE(m_smtp->content(InboxId{1}), mail);
}

void TestSmtpCasesContent::case118_chunkOctetsAreNeverCommands()
{
    m_smtp->start();
    SmtpDialog client(m_smtp->port());
    client.open();
    const QByteArray mail = plainMail("QUIT\r\n\r\n.\r\nRSET\r\n");
    client.send("MAIL FROM:<" + nour + ">\r\nRCPT TO:<" + cr1 + ">\r\nBDAT " + QByteArray::number(mail.size())
                + " LAST\r\n" + mail + "NOOP\r\n");
    for (const int code : {250, 250, 250, 250})
        QCOMPARE(SmtpDialog::code(client.reply()), code);
    QCOMPARE(m_smtp->content(InboxId{1}), mail);
}

void TestSmtpCasesContent::case120_closeInsideAChunkStoresNothing()
{
    m_smtp->start();
    {
        SmtpDialog client(m_smtp->port());
        client.open();
        client.say("MAIL FROM:<" + nour + '>');
        client.say("RCPT TO:<" + cr1 + '>');
        client.send("BDAT 100 LAST\r\nonly a part");
        client.hangUp();
    }
    SmtpDialog next(m_smtp->port());
    next.open();
    QCOMPARE(SmtpDialog::code(next.deliver(nour, {cr1}, plainMail())), 250);
    QCOMPARE(m_smtp->inbox().size(), 1);
}

QTEST_GUILESS_MAIN(TestSmtpCasesContent)
#include "tst_smtpcases_content.moc"
