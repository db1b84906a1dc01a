// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/mailtransport.h"
#include "tests/support/recordingsmtpserver.h"
#include "tests/support/testcertificate.h"

#include <QElapsedTimer>
#include <QTest>

using namespace reserve;

namespace {

MailToSend aMail()
{
    return {QStringLiteral("reserve@mycompany.com"),
            {QStringLiteral("maria@mycompany.com")},
            "From: reserve@mycompany.com\r\nSubject: Test\r\n\r\nFirst line\r\n.dotted line\r\n..two dots\r\nend\r\n"};
}

} // namespace

class TestMailTransport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void deliversEveryByte();
    void endsEveryLineWithCarriageReturnAndLineFeed();
    void startsWithADotUnharmed();
    void sendsTheNullReversePath();
    void saysTheGivenHelloName();
    void reusesAConnection();
    void sendsManyAtOnce();

    void classifiesReplies_data();
    void classifiesReplies();
    void reportsEachRecipient();
    void recipientsAllRefused();
    void oneDeferredRecipientMakesItWorthAnotherTry();

    void encryptsByStartTls();
    void encryptsFromTheStart();
    void neverFallsBackFromStartTls();
    void refusesACertificateThatNobodyVouchesFor();
    void refusesACertificateForAnotherName();

    void authenticates();
    void refusedPassword();
    void neverSendsAPasswordInClear();

    void nobodyListens();
    void hostUnknown();
    void silentServer();
    void connectionLost();
    void refusesWhatCannotBeSent_data();
    void refusesWhatCannotBeSent();
    void destructionCutsOff();
    void destructionDoesNotWaitForAnIdleServer();

private:
    OutgoingServer server(OutgoingSecurity security = OutgoingSecurity::None) const;
    Result<SendReport> send(const OutgoingServer& to, const MailToSend& mail);

    TestCertificate m_certificate;
    std::unique_ptr<RecordingSmtpServer> m_peer;
    std::unique_ptr<MailTransport> m_transport;
};

void TestMailTransport::initTestCase()
{
    QVERIFY2(m_certificate.isValid(), "the openssl program is needed to make a certificate");
}

void TestMailTransport::init()
{
    m_peer = std::make_unique<RecordingSmtpServer>();
    QVERIFY(m_peer->listen());
    m_transport = std::make_unique<MailTransport>(MailTransportOptions{{}, m_certificate.certificateFile()});
}

void TestMailTransport::cleanup()
{
    m_peer.reset();
    m_transport.reset();
}

OutgoingServer TestMailTransport::server(OutgoingSecurity security) const
{
    return {QStringLiteral("127.0.0.1"), m_peer->port(), security, {}, {}, {}};
}

Result<SendReport> TestMailTransport::send(const OutgoingServer& to, const MailToSend& mail)
{
    QFuture<Result<SendReport>> future = m_transport->send(to, mail);
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20000))
        return failure("test.no-answer");
    return future.result();
}

void TestMailTransport::deliversEveryByte()
{
    const auto report = send(server(), aMail());
    QVERIFY2(report, qUtf8Printable(report ? QString() : report.error().logLine()));
    QVERIFY(report->everybodyTaken());
    QCOMPARE(report->remoteText, QStringLiteral("250 2.0.0 Taken"));
    QCOMPARE(m_peer->mails().size(), 1);
    const RecordedMail& mail = m_peer->mails().first();
    QCOMPARE(mail.content, aMail().content);
    QCOMPARE(mail.sender, aMail().envelopeSender);
    QCOMPARE(mail.recipients, aMail().recipients);
    QVERIFY(!mail.encrypted);
}

void TestMailTransport::endsEveryLineWithCarriageReturnAndLineFeed()
{
    MailToSend mail = aMail();
    mail.content = "Subject: a\n\none\ntwo\rthree\r\n";
    QVERIFY(send(server(), mail));
    QCOMPARE(m_peer->mails().first().content, QByteArray("Subject: a\r\n\r\none\r\ntwo\r\nthree\r\n"));
}

void TestMailTransport::startsWithADotUnharmed()
{
    MailToSend mail = aMail();
    mail.content = ".first: x\r\n\r\n.\r\nafter a lonely dot\r\n";
    QVERIFY(send(server(), mail));
    QCOMPARE(m_peer->mails().first().content, mail.content);
}

void TestMailTransport::sendsTheNullReversePath()
{
    MailToSend mail = aMail();
    mail.envelopeSender.clear();
    QVERIFY(send(server(), mail));
    QCOMPARE(m_peer->mails().first().sender, QString());
    const bool said = std::any_of(m_peer->commands().begin(), m_peer->commands().end(),
                                  [](const QByteArray& line) { return line.startsWith("MAIL FROM:<>"); });
    QVERIFY(said);
}

void TestMailTransport::saysTheGivenHelloName()
{
    OutgoingServer to = server();
    to.helloName = QStringLiteral("mail1.mycompany.com");
    QVERIFY(send(to, aMail()));
    QCOMPARE(m_peer->mails().first().helloName, QByteArray("mail1.mycompany.com"));
}

void TestMailTransport::reusesAConnection()
{
    QVERIFY(send(server(), aMail()));
    QVERIFY(send(server(), aMail()));
    QCOMPARE(m_peer->mails().size(), 2);
    QCOMPARE(m_peer->connectionCount(), 1);
}

void TestMailTransport::sendsManyAtOnce()
{
    QList<QFuture<Result<SendReport>>> futures;
    for (int i = 0; i < 50; ++i)
        futures.append(m_transport->send(server(), aMail()));
    for (const auto& future : futures) {
        QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20000);
        QVERIFY(future.result());
    }
    QCOMPARE(m_peer->mails().size(), 50);
}

void TestMailTransport::classifiesReplies_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<SendProblem>("problem");
    QTest::newRow("busy at the door") << QByteArray("GREETING") << QByteArray("421 4.3.2 Busy")
                                      << QByteArray("send.deferred") << SendProblem::Temporary;
    QTest::newRow("no service at the door") << QByteArray("GREETING") << QByteArray("554 5.3.2 No service")
                                            << QByteArray("send.not-served") << SendProblem::Temporary;
    QTest::newRow("sender deferred") << QByteArray("MAIL") << QByteArray("451 4.7.1 Greylisted")
                                     << QByteArray("send.deferred") << SendProblem::Temporary;
    QTest::newRow("sender refused") << QByteArray("MAIL") << QByteArray("550 5.7.60 Not your address")
                                    << QByteArray("send.sender-refused") << SendProblem::Permanent;
    QTest::newRow("wants a password") << QByteArray("MAIL") << QByteArray("530 5.7.0 Authentication required")
                                      << QByteArray("send.credentials-needed") << SendProblem::Credentials;
    QTest::newRow("no content now") << QByteArray("DATA") << QByteArray("452 4.3.1 Disk full")
                                    << QByteArray("send.deferred") << SendProblem::Temporary;
    QTest::newRow("content refused") << QByteArray("CONTENT") << QByteArray("554 5.6.0 Not this")
                                     << QByteArray("send.refused") << SendProblem::Permanent;
    QTest::newRow("content deferred") << QByteArray("CONTENT") << QByteArray("451 4.3.0 Later")
                                      << QByteArray("send.deferred") << SendProblem::Temporary;
}

void TestMailTransport::classifiesReplies()
{
    QFETCH(QByteArray, verb);
    QFETCH(QByteArray, reply);
    QFETCH(QByteArray, code);
    QFETCH(SendProblem, problem);
    m_peer->answer(verb, reply);
    const auto report = send(server(), aMail());
    QVERIFY(!report);
    QCOMPARE(report.error().code(), code);
    QCOMPARE(problemOf(report.error()), problem);
    QCOMPARE(report.error().arguments().value(QStringLiteral("remote")), QString::fromLatin1(reply));
    QCOMPARE(report.error().arguments().value(QStringLiteral("reply")), QString::fromLatin1(reply.first(3)));
    QVERIFY(m_peer->mails().isEmpty());
}

void TestMailTransport::reportsEachRecipient()
{
    MailToSend mail = aMail();
    mail.recipients = {QStringLiteral("a@x.test"), QStringLiteral("b@x.test"), QStringLiteral("c@x.test")};
    m_peer->answerRecipient(QStringLiteral("a@x.test"), "550 5.1.1 Nobody here");
    m_peer->answerRecipient(QStringLiteral("c@x.test"), "450 4.2.0 Mailbox busy");
    const auto report = send(server(), mail);
    QVERIFY(report);
    QVERIFY(!report->everybodyTaken());
    QCOMPARE(report->recipients.size(), 3);
    QCOMPARE(report->recipients.at(0).refusal->code(), QByteArray("send.recipient-refused"));
    QVERIFY(report->recipients.at(1).isTaken());
    QCOMPARE(report->recipients.at(2).refusal->code(), QByteArray("send.recipient-deferred"));
    QVERIFY(report->recipients.at(2).refusal->isRetryable());
    QCOMPARE(m_peer->mails().first().recipients, QStringList{QStringLiteral("b@x.test")});
}

void TestMailTransport::recipientsAllRefused()
{
    m_peer->answerRecipient(QStringLiteral("maria@mycompany.com"), "550 5.1.1 Nobody here");
    const auto report = send(server(), aMail());
    QVERIFY(!report);
    QCOMPARE(report.error().code(), QByteArray("send.recipient-refused"));
    QCOMPARE(report.error().arguments().value(QStringLiteral("recipient")), QStringLiteral("maria@mycompany.com"));
    QCOMPARE(problemOf(report.error()), SendProblem::Permanent);
}

void TestMailTransport::oneDeferredRecipientMakesItWorthAnotherTry()
{
    MailToSend mail = aMail();
    mail.recipients = {QStringLiteral("a@x.test"), QStringLiteral("b@x.test")};
    m_peer->answerRecipient(QStringLiteral("a@x.test"), "550 5.1.1 Nobody here");
    m_peer->answerRecipient(QStringLiteral("b@x.test"), "450 4.2.0 Mailbox busy");
    const auto report = send(server(), mail);
    QVERIFY(!report);
    QCOMPARE(report.error().code(), QByteArray("send.recipient-deferred"));
    QCOMPARE(problemOf(report.error()), SendProblem::Temporary);
}

void TestMailTransport::encryptsByStartTls()
{
    m_peer->encryptWith(m_certificate, RecordingSmtpServer::Encryption::StartTls);
    const auto report = send(server(OutgoingSecurity::StartTls), aMail());
    QVERIFY2(report, qUtf8Printable(report ? QString() : report.error().logLine()));
    QVERIFY(m_peer->mails().first().encrypted);
    QCOMPARE(m_peer->mails().first().content, aMail().content);
}

void TestMailTransport::encryptsFromTheStart()
{
    m_peer->encryptWith(m_certificate, RecordingSmtpServer::Encryption::Implicit);
    const auto report = send(server(OutgoingSecurity::Tls), aMail());
    QVERIFY2(report, qUtf8Printable(report ? QString() : report.error().logLine()));
    QVERIFY(m_peer->mails().first().encrypted);
}

void TestMailTransport::neverFallsBackFromStartTls()
{
    const auto report = send(server(OutgoingSecurity::StartTls), aMail());
    QVERIFY(!report);
    QCOMPARE(report.error().code(), QByteArray("send.starttls-missing"));
    QCOMPARE(problemOf(report.error()), SendProblem::Security);
    QVERIFY(m_peer->mails().isEmpty());
}

void TestMailTransport::refusesACertificateThatNobodyVouchesFor()
{
    m_peer->encryptWith(m_certificate, RecordingSmtpServer::Encryption::StartTls);
    m_transport = std::make_unique<MailTransport>();
    const auto report = send(server(OutgoingSecurity::StartTls), aMail());
    QVERIFY(!report);
    QCOMPARE(report.error().code(), QByteArray("send.certificate"));
    QCOMPARE(problemOf(report.error()), SendProblem::Security);
    QVERIFY(!report.error().arguments().value(QStringLiteral("detail")).isEmpty());
    QVERIFY(m_peer->mails().isEmpty());
}

void TestMailTransport::refusesACertificateForAnotherName()
{
    m_peer->encryptWith(m_certificate, RecordingSmtpServer::Encryption::StartTls);
    // Loopback by a name that the certificate does not have.
    OutgoingServer to = server(OutgoingSecurity::StartTls);
    to.host = QStringLiteral("0.0.0.0");
    const auto report = send(to, aMail());
    QVERIFY(!report);
    QCOMPARE(report.error().code(), QByteArray("send.certificate"));
}

void TestMailTransport::authenticates()
{
    m_peer->encryptWith(m_certificate, RecordingSmtpServer::Encryption::StartTls);
    m_peer->demandCredentials(QStringLiteral("réserve"), QStringLiteral("pässword:@%"));
    OutgoingServer to = server(OutgoingSecurity::StartTls);
    to.user = QStringLiteral("réserve");
    to.password = SecretString(QByteArrayView("pässword:@%"));
    const auto report = send(to, aMail());
    QVERIFY2(report, qUtf8Printable(report ? QString() : report.error().logLine()));
    QCOMPARE(m_peer->mails().first().user, QStringLiteral("réserve"));
}

void TestMailTransport::refusedPassword()
{
    m_peer->encryptWith(m_certificate, RecordingSmtpServer::Encryption::StartTls);
    m_peer->demandCredentials(QStringLiteral("reserve"), QStringLiteral("right"));
    OutgoingServer to = server(OutgoingSecurity::StartTls);
    to.user = QStringLiteral("reserve");
    to.password = SecretString(QByteArrayView("wrong"));
    const auto report = send(to, aMail());
    QVERIFY(!report);
    QCOMPARE(report.error().code(), QByteArray("send.credentials-refused"));
    QCOMPARE(report.error().arguments().value(QStringLiteral("user")), QStringLiteral("reserve"));
    QCOMPARE(problemOf(report.error()), SendProblem::Credentials);
    QVERIFY(!report.error().isRetryable());
    QVERIFY(!report.error().logLine().contains(QStringLiteral("wrong")));
}

void TestMailTransport::neverSendsAPasswordInClear()
{
    OutgoingServer to{QStringLiteral("mail.example.test"), 25, OutgoingSecurity::None, QStringLiteral("reserve"),
                      SecretString(QByteArrayView("x")),   {}};
    const auto report = send(to, aMail());
    QVERIFY(!report);
    QCOMPARE(report.error().code(), QByteArray("send.password-in-clear"));
}

void TestMailTransport::nobodyListens()
{
    const OutgoingServer to = server();
    m_peer->close();
    const auto report = send(to, aMail());
    QVERIFY(!report);
    QCOMPARE(report.error().code(), QByteArray("send.no-connection"));
    QCOMPARE(problemOf(report.error()), SendProblem::Temporary);
    QCOMPARE(report.error().arguments().value(QStringLiteral("port")), QString::number(to.port));
}

void TestMailTransport::hostUnknown()
{
    OutgoingServer to = server();
    to.host = QStringLiteral("no-such-host.invalid");
    const auto report = send(to, aMail());
    QVERIFY(!report);
    QCOMPARE(report.error().code(), QByteArray("send.host-unknown"));
    QCOMPARE(problemOf(report.error()), SendProblem::Temporary);
}

void TestMailTransport::silentServer()
{
    m_peer->keepSilentAt("MAIL");
    MailTransportOptions options;
    options.limits.whole = std::chrono::milliseconds(300);
    m_transport = std::make_unique<MailTransport>(options);
    const auto report = send(server(), aMail());
    QVERIFY(!report);
    QCOMPARE(report.error().code(), QByteArray("send.time-limit"));
    QCOMPARE(problemOf(report.error()), SendProblem::Temporary);
}

void TestMailTransport::connectionLost()
{
    m_peer->hangUpAt("CONTENT");
    const auto report = send(server(), aMail());
    QVERIFY(!report);
    QCOMPARE(report.error().code(), QByteArray("send.connection-lost"));
    QCOMPARE(problemOf(report.error()), SendProblem::Temporary);
}

void TestMailTransport::refusesWhatCannotBeSent_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QStringList>("recipients");
    QTest::addColumn<QByteArray>("code");
    const QStringList fine{QStringLiteral("a@x.test")};
    QTest::newRow("no server") << QString() << fine << QByteArray("send.no-server");
    QTest::newRow("nobody") << QStringLiteral("127.0.0.1") << QStringList() << QByteArray("send.no-recipient");
    QTest::newRow("smuggled command") << QStringLiteral("127.0.0.1")
                                      << QStringList{QStringLiteral("a@x.test>\r\nRCPT TO:<b@x.test")}
                                      << QByteArray("send.address-invalid");
    QTest::newRow("angle bracket") << QStringLiteral("127.0.0.1") << QStringList{QStringLiteral("a>b@x.test")}
                                   << QByteArray("send.address-invalid");
}

void TestMailTransport::refusesWhatCannotBeSent()
{
    QFETCH(QString, host);
    QFETCH(QStringList, recipients);
    QFETCH(QByteArray, code);
    OutgoingServer to = server();
    to.host = host;
    MailToSend mail = aMail();
    mail.recipients = recipients;
    const auto report = send(to, mail);
    QVERIFY(!report);
    QCOMPARE(report.error().code(), code);
    QCOMPARE(m_peer->connectionCount(), 0);
}

void TestMailTransport::destructionCutsOff()
{
    // The peer lives on this thread, which waits for the transport: it cannot even answer QUIT.
    m_peer->keepSilentAt("CONTENT");
    QFuture<Result<SendReport>> underWay = m_transport->send(server(), aMail());
    QTRY_VERIFY(m_peer->commands().contains("DATA"));
    QElapsedTimer clock;
    clock.start();
    m_transport.reset();
    QVERIFY(clock.elapsed() < 5000);
    QVERIFY(underWay.isFinished());
    QCOMPARE(underWay.result().error().code(), QByteArray("send.cancelled"));
}

void TestMailTransport::destructionDoesNotWaitForAnIdleServer()
{
    QVERIFY(send(server(), aMail()));
    m_peer->keepSilentAt("QUIT");
    QElapsedTimer clock;
    clock.start();
    m_transport.reset();
    QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
}

QTEST_GUILESS_MAIN(TestMailTransport)
#include "tst_mailtransport.moc"
