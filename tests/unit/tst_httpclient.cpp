// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/httpclient.h"
#include "models/transport/httpserver.h"
#include "tests/unit/httpfixture.h"

#include <QTest>

using namespace reserve;

using Scheme = HttpCredentials::Scheme;

// Requests, answers, encryption, turns and proxies of the HTTP client.
class TestHttpClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_trust.isValid(), "the openssl program is needed to make a certificate"); }

    void sendsWhatIsAskedAndReadsTheAnswer();
    void postWithoutABodyHasALength();
    void statusesAreAnswers_data();
    void statusesAreAnswers();
    void E10_redirectIsNeverFollowed_data();
    void E10_redirectIsNeverFollowed();
    void encrypts();
    void refusesAnUnknownAuthority();
    void refusesACertificateForAnotherName();
    void refusesAuthoritiesThatAreNone();
    void onlySoManyAtOnceInOrder();
    void destructionAnswersEverything();
    void goesThroughAProxy();
    void proxyRefuses_data();
    void proxyRefuses();
    void proxyIsNotThere();
    void proxyIsNoAddress();

private:
    HttpTrust m_trust;
};

void TestHttpClient::sendsWhatIsAskedAndReadsTheAnswer()
{
    HttpPeer peer;
    peer.answer = [](const ServedRequest&) {
        return ServedResponse{201,  {{"X-Thing", "one"}, {"Set-Cookie", "a=1"}, {"Set-Cookie", "b=2"}}, "done", {}, {},
                              false};
    };
    QVERIFY(peer.listen());
    HttpClient client({});
    HttpRequest asked = request(peer.url(QStringLiteral("/EWS/Exchange.asmx")), "POST", "<a/>");
    asked.url.setQuery(QStringLiteral("x=a%20b&y=%C3%A4"));
    asked.headers = {{"Content-Type", "text/xml; charset=utf-8"}, {"X-AnchorMailbox", "room@example.com"}};
    const auto answer = answerOf(client.send(asked));
    QVERIFY2(answer, codeOf(answer).constData());
    QCOMPARE(answer->status, 201);
    QCOMPARE(answer->body, QByteArray("done"));
    QCOMPARE(answer->header("x-thing"), QByteArray("one"));
    QCOMPARE(headerValues(answer->headers, "set-cookie"), (QList<QByteArray>{"a=1", "b=2"}));
    QCOMPARE(peer.requests.size(), 1);
    const ServedRequest& seen = peer.requests.first();
    QCOMPARE(seen.method, QByteArray("POST"));
    QCOMPARE(seen.path, QByteArray("/EWS/Exchange.asmx"));
    QCOMPARE(seen.query, QByteArray("x=a%20b&y=%C3%A4"));
    QCOMPARE(seen.body, QByteArray("<a/>"));
    QCOMPARE(seen.header("content-type"), QByteArray("text/xml; charset=utf-8"));
    QCOMPARE(seen.header("x-anchormailbox"), QByteArray("room@example.com"));
    QCOMPARE(seen.header("cookie"), QByteArray());
}

void TestHttpClient::postWithoutABodyHasALength()
{
    HttpPeer peer;
    QVERIFY(peer.listen());
    HttpClient client({});
    QVERIFY(answerOf(client.send(request(peer.url(), "POST"))));
    QCOMPARE(peer.requests.first().header("content-length"), QByteArray("0"));
    QVERIFY(answerOf(client.send(request(peer.url(), "DELETE"))));
    QCOMPARE(peer.requests.last().method, QByteArray("DELETE"));
}

void TestHttpClient::statusesAreAnswers_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 204, 301, 302, 303, 400, 403, 404, 409, 410, 412, 418, 429, 500, 501, 503, 599})
        QTest::addRow("%d", status) << status;
}

void TestHttpClient::statusesAreAnswers()
{
    QFETCH(const int, status);
    HttpPeer peer;
    peer.answer = [status](const ServedRequest&) {
        return ServedResponse{status, {{"Retry-After", "7"}}, "why", {}, {}, false};
    };
    QVERIFY(peer.listen());
    HttpClient client({});
    const auto answer = answerOf(client.send(request(peer.url(), "POST", "x")));
    QVERIFY2(answer, codeOf(answer).constData());
    QCOMPARE(answer->status, status);
    QCOMPARE(answer->body, status == 204 ? QByteArray() : QByteArray("why"));
    QCOMPARE(answer->header("retry-after"), QByteArray("7"));
}

void TestHttpClient::E10_redirectIsNeverFollowed_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestHttpClient::E10_redirectIsNeverFollowed()
{
    QFETCH(const int, status);
    HttpPeer other;
    QVERIFY(other.listen());
    HttpPeer peer;
    peer.answer = [&other, status](const ServedRequest&) {
        return ServedResponse{status, {{"Location", other.url().toEncoded()}}, "moved", {}, {}, false};
    };
    QVERIFY(peer.listen());
    for (const Scheme scheme : {Scheme::None, Scheme::Basic}) {
        HttpClient client({credentials(scheme), {}, {}, 4});
        for (const char* method : {"GET", "POST"}) {
            const auto answer
                = answerOf(client.send(request(peer.url(), method, qstrcmp(method, "POST") == 0 ? "a mail" : "")));
            QVERIFY2(answer, codeOf(answer).constData());
            QCOMPARE(answer->status, status);
            QCOMPARE(answer->header("location"), other.url().toEncoded());
        }
    }
    QCOMPARE(peer.requests.size(), 4);
    QCOMPARE(other.requests.size(), 0);
}

void TestHttpClient::encrypts()
{
    HttpPeer peer(&m_trust.certificate());
    QVERIFY(peer.listen());
    HttpClient client(m_trust.options());
    const QByteArray large(3 * 1024 * 1024, 'x');
    peer.answer = [](const ServedRequest& asked) { return ServedResponse{200, {}, asked.body, {}, {}, false}; };
    const auto answer = answerOf(client.send(request(peer.url(), "POST", large)));
    QVERIFY2(answer, codeOf(answer).constData());
    QCOMPARE(answer->body, large);
}

void TestHttpClient::refusesAnUnknownAuthority()
{
    HttpPeer peer(&m_trust.certificate());
    QVERIFY(peer.listen());
    HttpClient client({credentials(Scheme::Basic), {}, {}, 4});
    const auto answer = answerOf(client.send(request(peer.url())));
    QCOMPARE(codeOf(answer), QByteArray("http.certificate"));
    QVERIFY(!argumentOf(answer, "detail").isEmpty());
    QCOMPARE(peer.requests.size(), 0);
}

void TestHttpClient::refusesACertificateForAnotherName()
{
    HttpPeer peer(&m_trust.certificate(), QHostAddress(QStringLiteral("127.0.0.2")));
    QVERIFY(peer.listen());
    HttpClient client(m_trust.options());
    const auto answer = answerOf(client.send(request(peer.url())));
    QCOMPARE(codeOf(answer), QByteArray("http.certificate"));
    QCOMPARE(peer.requests.size(), 0);
}

void TestHttpClient::refusesAuthoritiesThatAreNone()
{
    HttpPeer peer(&m_trust.certificate());
    QVERIFY(peer.listen());
    HttpClientOptions options;
    options.trustedAuthorities = QStringLiteral("no certificate");
    HttpClient client(options);
    QCOMPARE(codeOf(answerOf(client.send(request(peer.url())))), QByteArray("http.certificate"));
}

void TestHttpClient::onlySoManyAtOnceInOrder()
{
    HttpPeer peer;
    peer.holdsAnswers = true;
    QVERIFY(peer.listen());
    HttpClientOptions options;
    options.mostAtOnce = 2;
    HttpClient client(options);
    QList<QFuture<Result<HttpResponse>>> futures;
    for (int i = 0; i < 7; ++i)
        futures.append(client.send(request(peer.url(QStringLiteral("/%1").arg(i)))));
    for (int seen = 2; seen <= 8; seen += 2) {
        QTRY_COMPARE(peer.requests.size(), std::min(seen, 7));
        peer.release();
    }
    for (const auto& future : futures)
        QVERIFY(answerOf(future));
    QCOMPARE(peer.mostAtOnce, 2);
    for (int i = 0; i < 6; i += 2) {
        const QSet<QByteArray> pair{peer.requests.at(i).path, peer.requests.at(i + 1).path};
        QCOMPARE(pair, (QSet<QByteArray>{'/' + QByteArray::number(i), '/' + QByteArray::number(i + 1)}));
    }
}

void TestHttpClient::destructionAnswersEverything()
{
    for (const Scheme scheme : {Scheme::None, Scheme::Basic, Scheme::Ntlm, Scheme::Kerberos}) {
        HttpPeer peer;
        peer.holdsAnswers = true;
        QVERIFY(peer.listen());
        auto client = std::make_unique<HttpClient>(HttpClientOptions{credentials(scheme), {}, {}, 2});
        QList<QFuture<Result<HttpResponse>>> futures;
        for (int i = 0; i < 5; ++i)
            futures.append(client->send(request(peer.url(), "POST", "x")));
        QTRY_VERIFY(!peer.requests.isEmpty());
        client.reset();
        for (const auto& future : futures) {
            QVERIFY(future.isFinished());
            QCOMPARE(codeOf(future.result()), QByteArray("http.cancelled"));
        }
    }
}

void TestHttpClient::goesThroughAProxy()
{
    HttpPeer peer(&m_trust.certificate());
    QVERIFY(peer.listen());
    TunnelPeer proxy;
    HttpClientOptions options = m_trust.options();
    options.proxy = proxy.address();
    HttpClient client(options);
    const auto answer = answerOf(client.send(request(peer.url(), "POST", "x")));
    QVERIFY2(answer, codeOf(answer).constData());
    QCOMPARE(proxy.asked, QList<QByteArray>{"127.0.0.1:" + QByteArray::number(peer.server().port())});
    QCOMPARE(peer.requests.size(), 1);
}

void TestHttpClient::proxyRefuses_data()
{
    QTest::addColumn<QByteArray>("refusal");
    QTest::newRow("403") << QByteArray("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("407") << QByteArray(
        "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    QTest::newRow("502") << QByteArray("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
}

void TestHttpClient::proxyRefuses()
{
    QFETCH(const QByteArray, refusal);
    TunnelPeer proxy(refusal);
    for (const Scheme scheme : {Scheme::None, Scheme::Ntlm}) {
        HttpClientOptions options = m_trust.options();
        options.proxy = proxy.address();
        options.credentials = credentials(scheme);
        HttpClient client(options);
        const auto answer = answerOf(client.send(request(QUrl(QStringLiteral("https://mail.example.com/")))));
        QCOMPARE(codeOf(answer), QByteArray("http.proxy"));
    }
}

void TestHttpClient::proxyIsNotThere()
{
    QString address;
    {
        const TunnelPeer proxy;
        address = proxy.address();
    }
    for (const Scheme scheme : {Scheme::None, Scheme::Ntlm}) {
        HttpClient client({credentials(scheme), address, {}, 4});
        const auto answer = answerOf(client.send(request(QUrl(QStringLiteral("https://mail.example.com/")))));
        QCOMPARE(codeOf(answer), QByteArray("http.proxy"));
    }
}

void TestHttpClient::proxyIsNoAddress()
{
    for (const char* text : {"proxy", "proxy:0", "proxy:99999", "http://proxy:3128", "user@proxy:3128", ":3128"}) {
        HttpClient client({{}, QString::fromLatin1(text), {}, 4});
        QCOMPARE(codeOf(answerOf(client.send(request(QUrl(QStringLiteral("https://mail.example.com/")))))),
                 QByteArray("http.proxy"));
    }
}

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
