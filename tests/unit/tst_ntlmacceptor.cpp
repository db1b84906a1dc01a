// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/channelbinding.h"
#include "models/transport/ntlmclient.h"
#include "tests/support/testcertificate.h"
#include "tests/unit/httpfixture.h"

#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace reserve;

using Scheme = HttpCredentials::Scheme;

namespace {

constexpr int longest = 20000;

constexpr const char* missing = "gss-ntlmssp is not installed (packages gss-ntlmssp and python3-gssapi): NTLM was NOT "
                                "tried against an independent acceptor";

struct Verdict
{
    QByteArray kind; // "continue", "done" or "refused"; empty: no answer
    QByteArray rest;
};

// gss-ntlmssp in a process of its own.
class GssAcceptor
{
public:
    bool start(const QString& accountFile)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("NTLM_USER_FILE"), accountFile);
        m_process.setProcessEnvironment(environment);
        m_process.setStandardErrorFile(QProcess::nullDevice());
        // Another Python may stand before the one that has Debian's packages.
        for (const QString& python :
             {QStandardPaths::findExecutable(QStringLiteral("python3")), QStringLiteral("/usr/bin/python3")}) {
            m_process.start(python, {QStringLiteral(RESERVE_SOURCE_DIR "/tests/unit/ntlmacceptor.py")});
            if (line() == "ready")
                return true;
            m_process.kill();
            m_process.waitForFinished(longest);
        }
        return false;
    }

    ~GssAcceptor()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(longest);
    }

    Verdict judge(quint64 connection, const QString& certificateFile, const QByteArray& token)
    {
        m_process.write(QByteArray::number(connection) + ' ' + certificateFile.toUtf8() + ' ' + token.toBase64()
                        + '\n');
        const QByteArray said = line();
        const qsizetype blank = said.indexOf(' ');
        return {said.left(blank), said.mid(blank + 1)};
    }

private:
    QByteArray line()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(longest))
                return {};
        }
        return m_process.readLine().trimmed();
    }

    QProcess m_process;
};

} // namespace

class TestNtlmAcceptor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void acceptsTheRightPasswordAndBinding();
    void acceptsThroughAProxy();
    void acceptsNamesBeyondAscii();
    void refusesAnotherBinding();
    void refusesAWrongPassword();
    void refusesAnotherDomain();
    void withoutTlsNothingIsBound();
    void checksTheCodeOverAllMessages();

private:
    Result<HttpResponse> ask(const HttpCredentials& who, const QString& proxy = {});
    ServedResponse answer(const ServedRequest& asked);
    QString derFile(const QString& name, const TestCertificate& certificate);

    QTemporaryDir m_folder;
    TestCertificate m_certificate;
    TestCertificate m_other;
    QString m_pem;
    QString m_boundTo; // the file of the certificate that the acceptor expects
    GssAcceptor m_acceptor;
    QSet<quint64> m_known;
    QByteArray m_lastWord;
    int m_refusals = 0;
};

void TestNtlmAcceptor::initTestCase()
{
    QVERIFY2(m_certificate.isValid() && m_other.isValid(), "the openssl program is needed to make a certificate");
    QFile pem(m_certificate.certificateFile());
    QVERIFY(pem.open(QIODevice::ReadOnly));
    m_pem = QString::fromLatin1(pem.readAll());
    QFile accounts(m_folder.filePath(QStringLiteral("accounts")));
    QVERIFY(accounts.open(QIODevice::WriteOnly));
    accounts.write("Domain:User:Password\nDomäne:jürgen:Пароль€\n");
    accounts.close();
    if (!m_acceptor.start(accounts.fileName()))
        QSKIP(missing);
}

void TestNtlmAcceptor::init()
{
    m_boundTo = derFile(QStringLiteral("server.der"), m_certificate);
    m_known.clear();
    m_lastWord.clear();
    m_refusals = 0;
}

QString TestNtlmAcceptor::derFile(const QString& name, const TestCertificate& certificate)
{
    QFile file(m_folder.filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(certificate.certificate().toDer());
    return file.fileName();
}

ServedResponse TestNtlmAcceptor::answer(const ServedRequest& asked)
{
    ServedResponse response;
    response.status = 401;
    response.headers = {{"WWW-Authenticate", "NTLM"}};
    const QByteArray authorization = asked.header("authorization");
    if (authorization.startsWith("NTLM ")) {
        const QByteArray token = QByteArray::fromBase64(authorization.mid(5));
        const Verdict verdict = m_acceptor.judge(asked.connection, m_boundTo, token);
        m_lastWord = verdict.rest;
        if (verdict.kind == "continue")
            response.headers = {{"WWW-Authenticate", "NTLM " + verdict.rest}};
        else if (verdict.kind == "done")
            m_known.insert(asked.connection);
        else
            ++m_refusals;
    }
    if (m_known.contains(asked.connection))
        return ServedResponse{200, {}, "for " + asked.body, {}, {}, false};
    return response;
}

Result<HttpResponse> TestNtlmAcceptor::ask(const HttpCredentials& who, const QString& proxy)
{
    HttpPeer peer(&m_certificate);
    peer.answer = [this](const ServedRequest& asked) { return answer(asked); };
    if (!peer.listen())
        return failure("test.cannot-listen");
    HttpClient client({who, proxy, m_pem, 4});
    return answerOf(client.send(request(peer.url(QStringLiteral("/EWS/Exchange.asmx")), "POST", "x")));
}

void TestNtlmAcceptor::acceptsTheRightPasswordAndBinding()
{
    const auto answer = ask(credentials(Scheme::Ntlm));
    QVERIFY2(answer, m_lastWord.constData());
    QCOMPARE(answer->body, QByteArray("for x"));
    QCOMPARE(m_lastWord, QByteArray("Domain\\User"));
}

void TestNtlmAcceptor::acceptsThroughAProxy()
{
    const TunnelPeer proxy;
    const auto answer = ask(credentials(Scheme::Ntlm), proxy.address());
    QVERIFY2(answer, m_lastWord.constData());
    QCOMPARE(proxy.asked.size(), 1);
}

void TestNtlmAcceptor::acceptsNamesBeyondAscii()
{
    const auto answer
        = ask({Scheme::Ntlm, QStringLiteral("jürgen"), QStringLiteral("Domäne"), SecretString("Пароль€")});
    QVERIFY2(answer, m_lastWord.constData());
    QCOMPARE(m_lastWord, QByteArray("Domäne\\jürgen"));
}

void TestNtlmAcceptor::refusesAnotherBinding()
{
    m_boundTo = derFile(QStringLiteral("other.der"), m_other);
    QCOMPARE(codeOf(ask(credentials(Scheme::Ntlm))), QByteArray("http.credentials-refused"));
    QCOMPARE(m_refusals, 1);
}

void TestNtlmAcceptor::refusesAWrongPassword()
{
    QCOMPARE(codeOf(ask(credentials(Scheme::Ntlm, "password"))), QByteArray("http.credentials-refused"));
    QCOMPARE(m_refusals, 1);
}

void TestNtlmAcceptor::refusesAnotherDomain()
{
    HttpCredentials who = credentials(Scheme::Ntlm);
    who.domain = QStringLiteral("Elsewhere");
    QCOMPARE(codeOf(ask(who)), QByteArray("http.credentials-refused"));
    QCOMPARE(m_refusals, 1);
}

void TestNtlmAcceptor::withoutTlsNothingIsBound()
{
    HttpPeer peer;
    peer.answer = [this](const ServedRequest& asked) { return answer(asked); };
    QVERIFY(peer.listen());
    m_boundTo = QStringLiteral("-");
    HttpClient client({credentials(Scheme::Ntlm), {}, {}, 4});
    const auto answer = answerOf(client.send(request(peer.url())));
    QVERIFY2(answer, m_lastWord.constData());
    QCOMPARE(m_lastWord, QByteArray("Domain\\User"));
}

void TestNtlmAcceptor::checksTheCodeOverAllMessages()
{
    const NtlmClient client({QStringLiteral("User"), QStringLiteral("Domain"), SecretString("Password")});
    const NtlmTarget target{QStringLiteral("HTTP/localhost"),
                            channelBindingHash(serverEndPoint(m_certificate.certificate().toDer()))};
    const auto verdict = [&](quint64 connection, bool isAltered) {
        const Verdict challenge = m_acceptor.judge(connection, m_boundTo, client.negotiate());
        QByteArray message
            = client.authenticate(QByteArray::fromBase64(challenge.rest), target, NtlmSeed::fresh()).value_or("");
        // The middle of the code, and nothing else.
        if (isAltered && message.size() > 80)
            message[80] = char(message.at(80) ^ 1);
        return m_acceptor.judge(connection, m_boundTo, message).kind;
    };
    QCOMPARE(verdict(1'000'001, false), QByteArray("done"));
    QCOMPARE(verdict(1'000'002, true), QByteArray("refused"));
}

QTEST_GUILESS_MAIN(TestNtlmAcceptor)
#include "tst_ntlmacceptor.moc"
