// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/httpclient.h"
#include "models/transport/httpserver.h"
#include "tests/unit/httpfixture.h"

#include <QTest>

using namespace reserve;

using Scheme = HttpCredentials::Scheme;

// What the HTTP client says of its account, to whom and how often.
class TestHttpCredentials final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_trust.isValid(), "the openssl program is needed to make a certificate"); }

    void basicIsSentAtOnceInUtf8();
    void neverInClearToAnotherMachine_data();
    void neverInClearToAnotherMachine();
    void aRefusedPasswordIsSentOnce();
    void E5_aPasswordChangedMeanwhileIsRefusedOnce();
    void schemeNotOffered();
    void withoutCredentialsNothingIsAnswered_data();
    void withoutCredentialsNothingIsAnswered();
    void bearerGoesInPlaceOfTheAccount();
    void kerberosWithoutATicketEnds_data();
    void kerberosWithoutATicketEnds();

private:
    HttpTrust m_trust;
};

void TestHttpCredentials::basicIsSentAtOnceInUtf8()
{
    HttpPeer peer(&m_trust.certificate());
    QVERIFY(peer.listen());
    HttpClientOptions options = m_trust.options();
    options.credentials = {Scheme::Basic, QStringLiteral("Jürgen"), {}, SecretString("Пароль€")};
    HttpClient client(options);
    QVERIFY(answerOf(client.send(request(peer.url()))));
    QCOMPARE(peer.requests.size(), 1);
    QCOMPARE(peer.requests.first().header("authorization"), "Basic " + QByteArray("Jürgen:Пароль€").toBase64());
}

void TestHttpCredentials::neverInClearToAnotherMachine_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("a name") << QStringLiteral("http://mail.example.com/");
    QTest::newRow("an address") << QStringLiteral("http://192.0.2.7/");
    QTest::newRow("looks like loopback") << QStringLiteral("http://localhost.example.com/");
    QTest::newRow("below localhost") << QStringLiteral("http://mail.localhost/");
    QTest::newRow("any address") << QStringLiteral("http://0.0.0.0/");
}

void TestHttpCredentials::neverInClearToAnotherMachine()
{
    QFETCH(const QString, url);
    for (const Scheme scheme : {Scheme::Basic, Scheme::Ntlm, Scheme::Kerberos}) {
        HttpClient client({credentials(scheme), {}, {}, 4});
        QCOMPARE(codeOf(answerOf(client.send(request(QUrl(url))))), QByteArray("http.in-clear"));
    }
    HttpClient client({});
    HttpRequest asked = request(QUrl(url));
    asked.bearer = SecretString("token");
    QCOMPARE(codeOf(answerOf(client.send(asked))), QByteArray("http.in-clear"));
}

void TestHttpCredentials::aRefusedPasswordIsSentOnce()
{
    HttpPeer peer;
    peer.answer = [](const ServedRequest&) {
        return ServedResponse{401, {{"WWW-Authenticate", "Basic realm=\"x\""}}, "no", {}, {}, false};
    };
    QVERIFY(peer.listen());
    HttpClient client({credentials(Scheme::Basic), {}, {}, 4});
    QList<QFuture<Result<HttpResponse>>> futures;
    for (int i = 0; i < 5; ++i)
        futures.append(client.send(request(peer.url())));
    for (const auto& future : futures) {
        const auto answer = answerOf(future);
        QCOMPARE(codeOf(answer), QByteArray("http.credentials-refused"));
        QCOMPARE(argumentOf(answer, "user"), QStringLiteral("User"));
    }
    QCOMPARE(codeOf(answerOf(client.send(request(peer.url())))), QByteArray("http.credentials-refused"));
    QCOMPARE(peer.requests.size(), 1);
}

void TestHttpCredentials::E5_aPasswordChangedMeanwhileIsRefusedOnce()
{
    HttpPeer peer;
    bool isRight = true;
    peer.answer = [&isRight](const ServedRequest&) {
        return isRight ? ServedResponse{}
                       : ServedResponse{401, {{"WWW-Authenticate", "Basic realm=\"x\""}}, "no", {}, {}, false};
    };
    QVERIFY(peer.listen());
    HttpClient client({credentials(Scheme::Basic), {}, {}, 16});
    QVERIFY(answerOf(client.send(request(peer.url()))));
    isRight = false;
    QList<QFuture<Result<HttpResponse>>> futures;
    for (int i = 0; i < 6; ++i)
        futures.append(client.send(request(peer.url())));
    for (const auto& future : futures)
        QCOMPARE(codeOf(answerOf(future)), QByteArray("http.credentials-refused"));
    QCOMPARE(peer.requests.size(), 2);
}

void TestHttpCredentials::schemeNotOffered()
{
    HttpPeer peer;
    peer.answer = [](const ServedRequest&) {
        return ServedResponse{401,  {{"WWW-Authenticate", "Negotiate"}, {"WWW-Authenticate", "NTLM"}}, {}, {}, {},
                              false};
    };
    QVERIFY(peer.listen());
    HttpClient client({credentials(Scheme::Basic), {}, {}, 4});
    const auto answer = answerOf(client.send(request(peer.url())));
    QCOMPARE(codeOf(answer), QByteArray("http.scheme-not-offered"));
    QCOMPARE(argumentOf(answer, "scheme"), QStringLiteral("basic"));
    QCOMPARE(argumentOf(answer, "offered"), QStringLiteral("negotiate, ntlm"));
}

void TestHttpCredentials::withoutCredentialsNothingIsAnswered_data()
{
    QTest::addColumn<bool>("withToken");
    QTest::newRow("anonymous") << false;
    QTest::newRow("bearer") << true;
}

// Qt by itself would go on with NTLM and, on Windows, with the account that runs this program.
void TestHttpCredentials::withoutCredentialsNothingIsAnswered()
{
    QFETCH(const bool, withToken);
    HttpPeer peer;
    peer.answer = [](const ServedRequest&) {
        return ServedResponse{
            401, {{"WWW-Authenticate", "NTLM"}, {"WWW-Authenticate", "Bearer error=\"x\""}}, "no", {}, {}, false};
    };
    QVERIFY(peer.listen());
    HttpClient client({});
    HttpRequest asked = request(peer.url(), "POST", "x");
    if (withToken)
        asked.bearer = SecretString("abc.def");
    const auto answer = answerOf(client.send(asked));
    QVERIFY2(answer, codeOf(answer).constData());
    QCOMPARE(answer->status, 401);
    QCOMPARE(answer->body, QByteArray("no"));
    QCOMPARE(answer->header("www-authenticate"), QByteArray("NTLM, Bearer error=\"x\""));
    QCOMPARE(peer.requests.size(), 1);
    QCOMPARE(peer.requests.first().header("authorization"), withToken ? QByteArray("Bearer abc.def") : QByteArray());
}

void TestHttpCredentials::bearerGoesInPlaceOfTheAccount()
{
    HttpPeer peer;
    QVERIFY(peer.listen());
    for (const Scheme scheme : {Scheme::Basic, Scheme::Ntlm, Scheme::Kerberos}) {
        HttpClient client({credentials(scheme), {}, {}, 4});
        HttpRequest asked = request(peer.url());
        asked.bearer = SecretString("abc");
        QVERIFY(answerOf(client.send(asked)));
        QCOMPARE(peer.requests.last().header("authorization"), QByteArray("Bearer abc"));
    }
    QCOMPARE(peer.requests.size(), 3);
}

void TestHttpCredentials::kerberosWithoutATicketEnds_data()
{
    QTest::addColumn<QByteArray>("offer");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("Negotiate") << QByteArray("Negotiate") << QByteArray("http.credentials-refused");
    QTest::newRow("NTLM") << QByteArray("NTLM") << QByteArray("http.scheme-not-offered");
    QTest::newRow("Basic") << QByteArray("Basic realm=\"x\"") << QByteArray("http.scheme-not-offered");
}

void TestHttpCredentials::kerberosWithoutATicketEnds()
{
    QFETCH(const QByteArray, offer);
    QFETCH(const QByteArray, code);
    HttpPeer peer;
    peer.answer = [offer](const ServedRequest&) {
        return ServedResponse{401, {{"WWW-Authenticate", offer}}, {}, {}, {}, false};
    };
    QVERIFY(peer.listen());
    HttpClient client({{Scheme::Kerberos, {}, {}, {}}, {}, {}, 4});
    const auto answer = answerOf(client.send(request(peer.url(), "POST", "x")));
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(argumentOf(answer, "user"), QString());
    for (const ServedRequest& seen : peer.requests)
        QVERIFY(!seen.header("authorization").startsWith("Basic"));
}

QTEST_GUILESS_MAIN(TestHttpCredentials)
#include "tst_httpcredentials.moc"
