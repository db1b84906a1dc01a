// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/httpclient.h"
#include "models/transport/httpserver.h"
#include "tests/unit/httpfixture.h"

#include <QTest>
#include <QTimer>

using namespace reserve;

// Servers that are away, stall, cut or send what is no answer, and what the HTTP client makes of it.
class TestHttpFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_trust.isValid(), "the openssl program is needed to make a certificate"); }

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

private:
    HttpTrust m_trust;
};

void TestHttpFaults::nobodyListens()
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

void TestHttpFaults::hostUnknown()
{
    HttpClient client({});
    const auto answer = answerOf(client.send(request(QUrl(QStringLiteral("https://nobody.invalid/")))));
    QCOMPARE(codeOf(answer), QByteArray("http.host-unknown"));
    QCOMPARE(argumentOf(answer, "host"), QStringLiteral("nobody.invalid"));
}

void TestHttpFaults::refusesWhatCannotBeSent_data()
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

void TestHttpFaults::refusesWhatCannotBeSent()
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

void TestHttpFaults::timeLimitOfTheWhole()
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

void TestHttpFaults::timeLimitAlthoughSomethingComes()
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

void TestHttpFaults::E4_tooLarge_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::newRow("by its length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\nxxx");
    QTest::newRow("in chunks") << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            + QByteArray(QByteArray("3e8\r\n") + QByteArray(1000, 'x') + "\r\n").repeated(300);
    QTest::newRow("until the end") << "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(300'000, 'x');
}

void TestHttpFaults::E4_tooLarge()
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

void TestHttpFaults::justLargeEnough()
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

void TestHttpFaults::cutIsLost_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::newRow("before the body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n");
    QTest::newRow("in the body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345");
    QTest::newRow("in a chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\n12345");
    QTest::newRow("between chunks") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n1\r\n");
    QTest::newRow("an error's body") << QByteArray("HTTP/1.1 500 X\r\nContent-Length: 10\r\n\r\n12345");
}

void TestHttpFaults::cutIsLost()
{
    QFETCH(const QByteArray, octets);
    RawPeer peer(octets);
    HttpClient client({});
    const auto answer = answerOf(client.send(request(peer.url(), "POST", "x")));
    QCOMPARE(codeOf(answer), QByteArray("http.connection-lost"));
    QVERIFY(answer.error().isRetryable());
}

void TestHttpFaults::aPostIsNeverSentTwice()
{
    for (const bool encrypted : {false, true}) {
        HttpPeer peer(encrypted ? &m_trust.certificate() : nullptr);
        peer.answer = [&peer](const ServedRequest&) {
            ServedResponse response;
            // The first response comes, so that the second request goes over a connection that is kept.
            if (peer.requests.size() > 1)
                response.cutAfter = 0;
            return response;
        };
        QVERIFY(peer.listen());
        HttpClient client(m_trust.options());
        QVERIFY(answerOf(client.send(request(peer.url(), "POST", "one"))));
        QCOMPARE(codeOf(answerOf(client.send(request(peer.url(), "POST", "two")))), QByteArray("http.connection-lost"));
        QCOMPARE(peer.requests.size(), 2);
        QCOMPARE(peer.requests.first().connection, peer.requests.last().connection);
    }
}

void TestHttpFaults::noAnswerIsHttp()
{
    RawPeer peer("220 mail.example.com ESMTP ready\r\n");
    HttpClient client({});
    const QByteArray code = codeOf(answerOf(client.send(request(peer.url(), "POST", "x"))));
    QVERIFY2(code == "http.protocol" || code == "http.connection-lost", code.constData());
}

void TestHttpFaults::packedBodiesAreRefused()
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

QTEST_GUILESS_MAIN(TestHttpFaults)
#include "tst_httpfaults.moc"
