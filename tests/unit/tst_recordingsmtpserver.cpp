// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/recordingsmtpserver.h"
#include "tests/support/testcertificate.h"

#include <QSslSocket>
#include <QTest>

using namespace reserve;

// The stand-in for a mail server is itself trusted by many tests: here it is spoken to by hand.
class TestRecordingSmtpServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void takesAMail();
    void followsItsScript();
    void demandsTheRightCredentials();
    void startsTlsOnDemand();
    void keepsSilentAndHangsUp();

private:
    QByteArray say(const QByteArray& line);
    QByteArray hear();

    std::unique_ptr<RecordingSmtpServer> m_server;
    std::unique_ptr<QSslSocket> m_client;
};

void TestRecordingSmtpServer::init()
{
    m_server = std::make_unique<RecordingSmtpServer>();
    QVERIFY(m_server->listen());
    m_client = std::make_unique<QSslSocket>();
    m_client->connectToHost(QStringLiteral("127.0.0.1"), m_server->port());
    QVERIFY(hear().startsWith("220 "));
}

void TestRecordingSmtpServer::cleanup()
{
    m_client.reset();
    m_server.reset();
}

// The last line of a whole reply.
QByteArray TestRecordingSmtpServer::hear()
{
    QByteArray line;
    const bool heard = QTest::qWaitFor([&] {
        while (m_client->canReadLine()) {
            line = m_client->readLine().trimmed();
            if (line.size() < 4 || line.at(3) != '-')
                return true;
        }
        return false;
    });
    return heard ? line : QByteArray();
}

QByteArray TestRecordingSmtpServer::say(const QByteArray& line)
{
    m_client->write(line + "\r\n");
    return hear();
}

void TestRecordingSmtpServer::takesAMail()
{
    QVERIFY(say("EHLO tester").startsWith("250"));
    QVERIFY(say("MAIL FROM:<a@x.test> SIZE=100").startsWith("250"));
    QVERIFY(say("RCPT TO:<b@x.test>").startsWith("250"));
    QVERIFY(say("DATA").startsWith("354"));
    QVERIFY(say("Subject: x\r\n\r\n..one\r\ntwo\r\n.").startsWith("250"));
    QVERIFY(say("QUIT").startsWith("221"));
    QCOMPARE(m_server->mails().size(), 1);
    const RecordedMail& mail = m_server->mails().first();
    QCOMPARE(mail.sender, QStringLiteral("a@x.test"));
    QCOMPARE(mail.recipients, QStringList{QStringLiteral("b@x.test")});
    QCOMPARE(mail.helloName, QByteArray("tester"));
    QCOMPARE(mail.content, QByteArray("Subject: x\r\n\r\n.one\r\ntwo\r\n"));
}

void TestRecordingSmtpServer::followsItsScript()
{
    m_server->answer("MAIL", "451 4.3.0 Later");
    QCOMPARE(say("MAIL FROM:<a@x.test>"), QByteArray("451 4.3.0 Later"));
    m_server->answerAsUsual();
    QVERIFY(say("MAIL FROM:<a@x.test>").startsWith("250"));
    m_server->answerRecipient(QStringLiteral("b@x.test"), "550 5.1.1 Nobody");
    QCOMPARE(say("RCPT TO:<b@x.test>"), QByteArray("550 5.1.1 Nobody"));
    QVERIFY(say("RCPT TO:<c@x.test>").startsWith("250"));
}

void TestRecordingSmtpServer::demandsTheRightCredentials()
{
    m_server->demandCredentials(QStringLiteral("u"), QStringLiteral("p"));
    QVERIFY(say("MAIL FROM:<a@x.test>").startsWith("530"));
    QVERIFY(say("AUTH PLAIN " + QByteArray("\0u\0q", 4).toBase64()).startsWith("535"));
    QVERIFY(say("AUTH PLAIN").startsWith("334"));
    QVERIFY(say(QByteArray("\0u\0p", 4).toBase64()).startsWith("235"));
    QVERIFY(say("MAIL FROM:<a@x.test>").startsWith("250"));
}

void TestRecordingSmtpServer::startsTlsOnDemand()
{
    const TestCertificate certificate;
    QVERIFY2(certificate.isValid(), "the openssl program is needed to make a certificate");
    m_server->encryptWith(certificate, RecordingSmtpServer::Encryption::StartTls);
    // This connection began before the certificate was known.
    m_client = std::make_unique<QSslSocket>();
    QSslConfiguration configuration = m_client->sslConfiguration();
    configuration.setCaCertificates({certificate.certificate()});
    m_client->setSslConfiguration(configuration);
    // The certificate's name, without asking anybody for its address: not every machine resolves it.
    m_client->setPeerVerifyName(QStringLiteral("localhost"));
    m_client->connectToHost(QStringLiteral("127.0.0.1"), m_server->port());
    QVERIFY(hear().startsWith("220 "));
    QVERIFY(say("STARTTLS").startsWith("220"));
    m_client->startClientEncryption();
    QTRY_VERIFY(m_client->isEncrypted());
    QVERIFY(say("EHLO tester").startsWith("250"));
}

void TestRecordingSmtpServer::keepsSilentAndHangsUp()
{
    m_server->keepSilentAt("NOOP");
    m_client->write("NOOP\r\n");
    QTRY_COMPARE(m_server->commands().size(), 1);
    QCOMPARE(m_client->bytesAvailable(), 0);
    m_server->hangUpAt("RSET");
    m_client->write("RSET\r\n");
    QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
}

QTEST_GUILESS_MAIN(TestRecordingSmtpServer)
#include "tst_recordingsmtpserver.moc"
