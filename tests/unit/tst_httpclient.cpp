// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/httpclient.h"
#include "models/transport/httpserver.h"
#include "tests/support/testcertificate.h"
#include "tests/unit/httpfixture.h"

#include <QFile>
#include <QTest>
#include <QTimer>

using namespace reserve;

using Scheme = HttpCredentials::Scheme;

class TestHttpClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void sendsWhatIsAskedAndReadsTheAnswer();
    void postWithoutABodyHasALength();
    void statusesAreAnswers_data();
    void statusesAreAnswers();
    void E10_redirectIsNeverFollowed();

    void encrypts();
    void refusesAnUnknownAuthority();
    void refusesACertificateForAnotherName();
    void refusesAuthoritiesThatAreNone();

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

    void nobodyListens();
    void hostUnknown();
    void refusesWhatCannotBeSent_data();
    void refusesWhatCannotBeSent();
    void timeLimitOfTheWhole();
    void timeLimitAlthoughSomethingComes();
    void E4_tooLarge_data();
    void E4_tooLarge();
    void justLargeEnough();
    void cutIsLost_data();
    void cutIsLost();
    void aPostIsNeverSentTwice();
    void noAnswerIsHttp();
    void packedBodiesAreRefused();

    void onlySoManyAtOnceInOrder();
    void destructionAnswersEverything();

    void goesThroughAProxy();
    void proxyRefuses_data();
    void proxyRefuses();
    void proxyIsNotThere();
    void proxyIsNoAddress();

private:
    HttpClientOptions trusting() const;

    TestCertificate m_certificate;
    QString m_pem;
};

void TestHttpClient::initTestCase()
{
    // What a developer's shell says of proxies is nobody's business here.
    for (const char* name : {"http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy"})
        qunsetenv(name);
    QVERIFY2(m_certificate.isValid(), "the openssl program is needed to make a certificate");
    QFile file(m_certificate.certificateFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_pem = QString::fromLatin1(file.readAll());
}

HttpClientOptions TestHttpClient::trusting() const
{
    HttpClientOptions options;
    options.trustedAuthorities = m_pem;
    return options;
}

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
    for (const int status : {200, 204, 302, 400, 403, 404, 409, 410, 412, 418, 429, 500, 501, 503, 599})
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

void TestHttpClient::E10_redirectIsNeverFollowed()
{
    HttpPeer other;
    QVERIFY(other.listen());
    HttpPeer peer;
    peer.answer = [&other](const ServedRequest&) {
        return ServedResponse{302, {{"Location", other.url().toEncoded()}}, {}, {}, {}, false};
    };
    QVERIFY(peer.listen());
    for (const Scheme scheme : {Scheme::None, Scheme::Basic}) {
        HttpClient client({credentials(scheme), {}, {}, 4});
        for (const char* method : {"GET", "POST"}) {
            const auto answer = answerOf(client.send(request(peer.url(), method)));
            QVERIFY2(answer, codeOf(answer).constData());
            QCOMPARE(answer->status, 302);
            QCOMPARE(answer->header("location"), other.url().toEncoded());
        }
    }
    QCOMPARE(peer.requests.size(), 4);
    QCOMPARE(other.requests.size(), 0);
}

void TestHttpClient::encrypts()
{
    HttpPeer peer(&m_certificate);
    QVERIFY(peer.listen());
    HttpClient client(trusting());
    const QByteArray large(3 * 1024 * 1024, 'x');
    peer.answer = [](const ServedRequest& asked) { return ServedResponse{200, {}, asked.body, {}, {}, false}; };
    const auto answer = answerOf(client.send(request(peer.url(), "POST", large)));
    QVERIFY2(answer, codeOf(answer).constData());
    QCOMPARE(answer->body, large);
}

void TestHttpClient::refusesAnUnknownAuthority()
{
    HttpPeer peer(&m_certificate);
    QVERIFY(peer.listen());
    HttpClient client({credentials(Scheme::Basic), {}, {}, 4});
    const auto answer = answerOf(client.send(request(peer.url())));
    QCOMPARE(codeOf(answer), QByteArray("http.certificate"));
    QVERIFY(!argumentOf(answer, "detail").isEmpty());
    QCOMPARE(peer.requests.size(), 0);
}

void TestHttpClient::refusesACertificateForAnotherName()
{
    HttpPeer peer(&m_certificate, QHostAddress(QStringLiteral("127.0.0.2")));
    QVERIFY(peer.listen());
    HttpClient client(trusting());
    const auto answer = answerOf(client.send(request(peer.url())));
    QCOMPARE(codeOf(answer), QByteArray("http.certificate"));
    QCOMPARE(peer.requests.size(), 0);
}

void TestHttpClient::refusesAuthoritiesThatAreNone()
{
    HttpPeer peer(&m_certificate);
    QVERIFY(peer.listen());
    HttpClientOptions options;
    options.trustedAuthorities = QStringLiteral("no certificate");
    HttpClient client(options);
    QCOMPARE(codeOf(answerOf(client.send(request(peer.url())))), QByteArray("http.certificate"));
}

void TestHttpClient::basicIsSentAtOnceInUtf8()
{
    HttpPeer peer(&m_certificate);
    QVERIFY(peer.listen());
    HttpClientOptions options = trusting();
    options.credentials = {Scheme::Basic, QStringLiteral("Jürgen"), {}, SecretString("Пароль€")};
    HttpClient client(options);
    QVERIFY(answerOf(client.send(request(peer.url()))));
    QCOMPARE(peer.requests.size(), 1);
    QCOMPARE(peer.requests.first().header("authorization"), "Basic " + QByteArray("Jürgen:Пароль€").toBase64());
}

void TestHttpClient::neverInClearToAnotherMachine_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("a name") << QStringLiteral("http://mail.example.com/");
    QTest::newRow("an address") << QStringLiteral("http://192.0.2.7/");
    QTest::newRow("looks like loopback") << QStringLiteral("http://localhost.example.com/");
    QTest::newRow("below localhost") << QStringLiteral("http://mail.localhost/");
    QTest::newRow("any address") << QStringLiteral("http://0.0.0.0/");
}

void TestHttpClient::neverInClearToAnotherMachine()
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

void TestHttpClient::aRefusedPasswordIsSentOnce()
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

void TestHttpClient::E5_aPasswordChangedMeanwhileIsRefusedOnce()
{
    HttpPeer peer;
    bool isRight = true;
    peer.answer = [&isRight](const ServedRequest&) {
        return isRight ? ServedResponse{} : ServedResponse{401, {{"WWW-Authenticate", "Basic realm=\"x\""}}, "no", {}, {}, false};
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

void TestHttpClient::schemeNotOffered()
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

void TestHttpClient::withoutCredentialsNothingIsAnswered_data()
{
    QTest::addColumn<bool>("withToken");
    QTest::newRow("anonymous") << false;
    QTest::newRow("bearer") << true;
}

// Qt by itself would go on with NTLM and, on Windows, with the account that runs this program.
void TestHttpClient::withoutCredentialsNothingIsAnswered()
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

void TestHttpClient::bearerGoesInPlaceOfTheAccount()
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

void TestHttpClient::kerberosWithoutATicketEnds_data()
{
    QTest::addColumn<QByteArray>("offer");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("Negotiate") << QByteArray("Negotiate") << QByteArray("http.credentials-refused");
    QTest::newRow("NTLM") << QByteArray("NTLM") << QByteArray("http.scheme-not-offered");
    QTest::newRow("Basic") << QByteArray("Basic realm=\"x\"") << QByteArray("http.scheme-not-offered");
}

void TestHttpClient::kerberosWithoutATicketEnds()
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

void TestHttpClient::nobodyListens()
{
    QUrl url;
    {
        HttpPeer peer;
        QVERIFY(peer.listen());
        url = peer.url();
    }
    HttpClient client({});
    const auto answer = answerOf(client.send(request(url)));
    QCOMPARE(codeOf(answer), QByteArray("http.no-connection"));
    QCOMPARE(argumentOf(answer, "host"), QStringLiteral("127.0.0.1"));
    QVERIFY(answer.error().isRetryable());
}

void TestHttpClient::hostUnknown()
{
    HttpClient client({});
    const auto answer = answerOf(client.send(request(QUrl(QStringLiteral("https://nobody.invalid/")))));
    QCOMPARE(codeOf(answer), QByteArray("http.host-unknown"));
    QCOMPARE(argumentOf(answer, "host"), QStringLiteral("nobody.invalid"));
}

void TestHttpClient::refusesWhatCannotBeSent_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* tag, const char* url, const char* name, const char* value, const char* code) {
        QTest::newRow(tag) << QString::fromLatin1(url) << QByteArray(name) << QByteArray(value) << QByteArray(code);
    };
    row("empty", "", "A", "b", "http.url-invalid");
    row("no host", "https:///x", "A", "b", "http.url-invalid");
    row("a file", "file:///etc/passwd", "A", "b", "http.url-invalid");
    row("ftp", "ftp://example.com/", "A", "b", "http.url-invalid");
    row("with a user", "https://me:secret@example.com/", "A", "b", "http.url-invalid");
    row("relative", "/EWS/Exchange.asmx", "A", "b", "http.url-invalid");
    row("a second field in a value", "http://127.0.0.1/", "X-AnchorMailbox", "a\r\nEvil: b", "http.protocol");
    row("a blank in a name", "http://127.0.0.1/", "A B", "c", "http.protocol");
    row("a length of one's own", "http://127.0.0.1/", "Content-Length", "7", "http.protocol");
    row("another host", "http://127.0.0.1/", "Host", "evil", "http.protocol");
}

void TestHttpClient::refusesWhatCannotBeSent()
{
    QFETCH(const QString, url);
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, code);
    HttpClient client({});
    HttpRequest asked = request(QUrl(url));
    asked.headers = {{name, value}};
    const auto answer = answerOf(client.send(asked));
    QCOMPARE(codeOf(answer), code);
    QVERIFY(!argumentOf(answer, "url").contains(QLatin1String("secret")));
}

void TestHttpClient::timeLimitOfTheWhole()
{
    HttpPeer peer;
    peer.holdsAnswers = true;
    QVERIFY(peer.listen());
    HttpClient client({});
    HttpRequest asked = request(peer.url());
    asked.timeLimit = std::chrono::milliseconds(300);
    QCOMPARE(codeOf(answerOf(client.send(asked))), QByteArray("http.time-limit"));
    QCOMPARE(peer.requests.size(), 1);
}

void TestHttpClient::timeLimitAlthoughSomethingComes()
{
    RawPeer peer("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", false);
    QTimer drip;
    connect(&drip, &QTimer::timeout, &peer, [&peer] {
        const auto sockets = peer.sockets();
        for (QTcpSocket* socket : sockets)
            socket->write("x");
    });
    drip.start(20);
    HttpClient client({});
    HttpRequest asked = request(peer.url());
    asked.timeLimit = std::chrono::milliseconds(500);
    QCOMPARE(codeOf(answerOf(client.send(asked))), QByteArray("http.time-limit"));
}

void TestHttpClient::E4_tooLarge_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::newRow("by its length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\nxxx");
    QTest::newRow("in chunks") << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + QByteArray(
        QByteArray("3e8\r\n") + QByteArray(1000, 'x') + "\r\n").repeated(300);
    QTest::newRow("until the end") << "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(300'000, 'x');
}

void TestHttpClient::E4_tooLarge()
{
    QFETCH(const QByteArray, octets);
    RawPeer peer(octets, false);
    HttpClient client({});
    HttpRequest asked = request(peer.url());
    asked.mostBytes = 200'000;
    const auto answer = answerOf(client.send(asked));
    QCOMPARE(codeOf(answer), QByteArray("http.too-large"));
    QCOMPARE(argumentOf(answer, "limit"), QStringLiteral("200000"));
}

void TestHttpClient::justLargeEnough()
{
    HttpPeer peer;
    peer.answer = [](const ServedRequest&) { return ServedResponse{200, {}, QByteArray(200'000, 'x'), {}, {}, false}; };
    QVERIFY(peer.listen());
    HttpClient client({});
    HttpRequest asked = request(peer.url());
    asked.mostBytes = 200'000;
    const auto answer = answerOf(client.send(asked));
    QVERIFY2(answer, codeOf(answer).constData());
    QCOMPARE(answer->body.size(), 200'000);
}

void TestHttpClient::cutIsLost_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::newRow("before the body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n");
    QTest::newRow("in the body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345");
    QTest::newRow("in a chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\n12345");
    QTest::newRow("between chunks") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n1\r\n");
    QTest::newRow("an error's body") << QByteArray("HTTP/1.1 500 X\r\nContent-Length: 10\r\n\r\n12345");
}

void TestHttpClient::cutIsLost()
{
    QFETCH(const QByteArray, octets);
    RawPeer peer(octets);
    HttpClient client({});
    const auto answer = answerOf(client.send(request(peer.url(), "POST", "x")));
    QCOMPARE(codeOf(answer), QByteArray("http.connection-lost"));
    QVERIFY(answer.error().isRetryable());
}

void TestHttpClient::aPostIsNeverSentTwice()
{
    for (const bool encrypted : {false, true}) {
        HttpPeer peer(encrypted ? &m_certificate : nullptr);
        peer.answer = [&peer](const ServedRequest&) {
            ServedResponse response;
            // The first response comes, so that the second request goes over a connection that is kept.
            if (peer.requests.size() > 1)
                response.cutAfter = 0;
            return response;
        };
        QVERIFY(peer.listen());
        HttpClient client(trusting());
        QVERIFY(answerOf(client.send(request(peer.url(), "POST", "one"))));
        QCOMPARE(codeOf(answerOf(client.send(request(peer.url(), "POST", "two")))), QByteArray("http.connection-lost"));
        QCOMPARE(peer.requests.size(), 2);
        QCOMPARE(peer.requests.first().connection, peer.requests.last().connection);
    }
}

void TestHttpClient::noAnswerIsHttp()
{
    RawPeer peer("220 mail.example.com ESMTP ready\r\n");
    HttpClient client({});
    const QByteArray code = codeOf(answerOf(client.send(request(peer.url(), "POST", "x"))));
    QVERIFY2(code == "http.protocol" || code == "http.connection-lost", code.constData());
}

void TestHttpClient::packedBodiesAreRefused()
{
    HttpPeer peer;
    peer.answer = [](const ServedRequest&) {
        return ServedResponse{200, {{"Content-Encoding", "gzip"}}, "\x1f\x8b\x08", {}, {}, false};
    };
    QVERIFY(peer.listen());
    HttpClient client({});
    const auto answer = answerOf(client.send(request(peer.url())));
    QCOMPARE(codeOf(answer), QByteArray("http.protocol"));
    QCOMPARE(argumentOf(answer, "detail"), QStringLiteral("Content-Encoding: gzip"));
    QCOMPARE(peer.requests.first().header("accept-encoding"), QByteArray("identity"));
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
    HttpPeer peer(&m_certificate);
    QVERIFY(peer.listen());
    TunnelPeer proxy;
    HttpClientOptions options = trusting();
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
        HttpClientOptions options = trusting();
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
