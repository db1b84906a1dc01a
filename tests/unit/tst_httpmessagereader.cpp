// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/httpchallenge.h"
#include "models/transport/httpmessagereader.h"

#include <QTest>

using namespace reserve;

namespace {

using Kind = HttpMessageReader::Kind;
using Problem = HttpMessageReader::Problem;

constexpr qint64 mostBody = 100;

HttpMessageReader readAll(Kind kind, const QByteArray& octets)
{
    HttpMessageReader reader(kind, mostBody);
    reader.read(octets);
    return reader;
}

} // namespace

class TestHttpMessageReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWholeMessages_data();
    void readsWholeMessages();
    void readsOctetByOctet_data();
    void readsOctetByOctet();
    void takesNoMoreThanItsOwn();
    void refuses_data();
    void refuses();
    void cutIsNotComplete();
    void bodyUntilTheEnd();
    void passesOverInterimResponses();
    void keepsOpen_data();
    void keepsOpen();
    void boundsHead();
    void boundsChunkLines();
    void challenges_data();
    void challenges();
};

void TestHttpMessageReader::readsWholeMessages_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<QByteArray>("body");
    const auto request = [](const char* name, const QByteArray& octets, const QByteArray& body) {
        QTest::newRow(name) << int(Kind::Request) << octets << body;
    };
    const auto response = [](const char* name, const QByteArray& octets, const QByteArray& body) {
        QTest::newRow(name) << int(Kind::Response) << octets << body;
    };
    request("GET", "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "");
    request("POST", "POST /x?y HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc", "abc");
    request("chunked",
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: x\r\n\r\n",
            "abcde");
    request("upper case hex", "POST / HTTP/1.1\r\nTransfer-Encoding: Chunked\r\n\r\nA\r\n0123456789\r\n0\r\n\r\n",
            "0123456789");
    request("empty lines first", "\r\n\r\nGET / HTTP/1.1\r\n\r\n", "");
    request("bare line feeds", "POST / HTTP/1.1\nContent-Length: 1\n\na", "a");
    request("the same length twice", "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\na", "a");
    response("200", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab", "ab");
    response("without a reason", "HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n", "");
    response("204", "HTTP/1.1 204 No Content\r\n\r\n", "");
    response("304 with a length", "HTTP/1.1 304 Not Modified\r\nContent-Length: 50\r\n\r\n", "");
}

void TestHttpMessageReader::readsWholeMessages()
{
    QFETCH(const int, kind);
    QFETCH(const QByteArray, octets);
    QFETCH(const QByteArray, body);
    const HttpMessageReader reader = readAll(Kind(kind), octets);
    QCOMPARE(reader.problem(), Problem::None);
    QVERIFY(reader.isComplete());
    QCOMPARE(reader.body(), body);
}

void TestHttpMessageReader::readsOctetByOctet_data()
{
    readsWholeMessages_data();
}

void TestHttpMessageReader::readsOctetByOctet()
{
    QFETCH(const int, kind);
    QFETCH(const QByteArray, octets);
    QFETCH(const QByteArray, body);
    HttpMessageReader reader(Kind(kind), mostBody);
    for (qsizetype i = 0; i < octets.size(); ++i) {
        QVERIFY(!reader.isComplete());
        QCOMPARE(reader.read(QByteArrayView(octets).sliced(i, 1)), 1);
    }
    QVERIFY(reader.isComplete());
    QCOMPARE(reader.body(), body);
}

void TestHttpMessageReader::takesNoMoreThanItsOwn()
{
    HttpMessageReader reader(Kind::Request, mostBody);
    const QByteArray first = "POST /a HTTP/1.1\r\nX-Name:  two words \r\nContent-Length: 2\r\n\r\nab";
    QCOMPARE(reader.read(QByteArray(first + "GET /b HTTP/1.1\r\n\r\n")), first.size());
    QCOMPARE(reader.method(), QByteArray("POST"));
    QCOMPARE(reader.target(), QByteArray("/a"));
    QCOMPARE(headerValue(reader.headers(), "X-NAME"), QByteArray("two words"));
}

void TestHttpMessageReader::refuses_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<int>("problem");
    const auto request = [](const char* name, const QByteArray& octets, Problem problem) {
        QTest::newRow(name) << int(Kind::Request) << octets << int(problem);
    };
    const auto response = [](const char* name, const QByteArray& octets, Problem problem) {
        QTest::newRow(name) << int(Kind::Response) << octets << int(problem);
    };
    const QByteArray post = "POST / HTTP/1.1\r\n";
    request("no version", "GET /\r\n", Problem::Malformed);
    request("version 2", "GET / HTTP/2.0\r\n", Problem::Malformed);
    request("two blanks", "GET  / HTTP/1.1\r\n", Problem::Malformed);
    request("method of other octets", "G(T / HTTP/1.1\r\n", Problem::Malformed);
    request("TLS on a plain port", QByteArray("\x16\x03\x01\x02\x00\x01\n", 7), Problem::Malformed);
    request("folded field", post + "A: b\r\n c\r\n", Problem::Malformed);
    request("blank before the colon", post + "A : b\r\n", Problem::Malformed);
    request("no colon", post + "A\r\n", Problem::Malformed);
    request("carriage return inside", post + "A: b\rc\r\n", Problem::Malformed);
    request("NUL inside", post + QByteArray("A: b\0c\r\n", 8), Problem::Malformed);
    request("two lengths", post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n", Problem::Malformed);
    request("a list of lengths", post + "Content-Length: 1, 1\r\n\r\n", Problem::Malformed);
    request("negative length", post + "Content-Length: -1\r\n\r\n", Problem::Malformed);
    request("plus sign", post + "Content-Length: +1\r\n\r\n", Problem::Malformed);
    request("length beyond 64 bits", post + "Content-Length: 99999999999999999999\r\n\r\n", Problem::Malformed);
    request("length and chunks", post + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", Problem::Malformed);
    request("another coding", post + "Transfer-Encoding: gzip, chunked\r\n\r\n", Problem::NotSupported);
    request("body too large", post + "Content-Length: 101\r\n\r\n", Problem::BodyTooLarge);
    const QByteArray chunked = post + "Transfer-Encoding: chunked\r\n\r\n";
    request("no size", chunked + "\r\n", Problem::Malformed);
    request("size no hex", chunked + "0x1\r\n", Problem::Malformed);
    request("negative size", chunked + "-1\r\n", Problem::Malformed);
    request("chunk too large", chunked + "65\r\n", Problem::BodyTooLarge);
    request("chunk of 4 EB", chunked + "fffffffffffffff\r\n", Problem::BodyTooLarge);
    request("chunks too large together", chunked + "64\r\n" + QByteArray(100, 'x') + "\r\n1\r\n",
            Problem::BodyTooLarge);
    request("chunk without its end", chunked + "1\r\nab\r\n", Problem::Malformed);
    response("no status", "HTTP/1.1 OK\r\n", Problem::Malformed);
    response("status of two digits", "HTTP/1.1 20 OK\r\n", Problem::Malformed);
    response("status below 100", "HTTP/1.1 099 OK\r\n", Problem::Malformed);
    response("no HTTP", "220 mail ESMTP ready\r\n", Problem::Malformed);
    response("switching protocols", "HTTP/1.1 101 X\r\n\r\n", Problem::NotSupported);
}

void TestHttpMessageReader::refuses()
{
    QFETCH(const int, kind);
    QFETCH(const QByteArray, octets);
    QFETCH(const int, problem);
    const HttpMessageReader reader = readAll(Kind(kind), octets);
    QVERIFY(reader.hasFailed());
    QCOMPARE(int(reader.problem()), problem);
}

void TestHttpMessageReader::cutIsNotComplete()
{
    const QByteArray whole = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
    for (qsizetype length = 0; length < whole.size(); ++length) {
        HttpMessageReader reader = readAll(Kind::Response, whole.left(length));
        reader.readEnd();
        QCOMPARE(reader.problem(), Problem::Cut);
    }
}

void TestHttpMessageReader::bodyUntilTheEnd()
{
    HttpMessageReader reader = readAll(Kind::Response, "HTTP/1.1 200 OK\r\n\r\nabc");
    QVERIFY(!reader.isComplete());
    reader.readEnd();
    QVERIFY(reader.isComplete());
    QVERIFY(!reader.keepsOpen());
    QCOMPARE(reader.body(), QByteArray("abc"));
    const HttpMessageReader large = readAll(Kind::Response, "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(101, 'x'));
    QCOMPARE(large.problem(), Problem::BodyTooLarge);
}

void TestHttpMessageReader::passesOverInterimResponses()
{
    const HttpMessageReader reader = readAll(Kind::Response,
                                             "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: a\r\n\r\n"
                                             "HTTP/1.1 201 Created\r\nContent-Length: 1\r\n\r\nx");
    QVERIFY(reader.isComplete());
    QCOMPARE(reader.status(), 201);
    QCOMPARE(headerValue(reader.headers(), "link"), QByteArray());
}

void TestHttpMessageReader::keepsOpen_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<bool>("expected");
    QTest::newRow("1.1") << QByteArray("GET / HTTP/1.1\r\n\r\n") << true;
    QTest::newRow("1.1 close") << QByteArray("GET / HTTP/1.1\r\nConnection: foo, Close\r\n\r\n") << false;
    QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << false;
    QTest::newRow("1.0 keep-alive") << QByteArray("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n") << true;
}

void TestHttpMessageReader::keepsOpen()
{
    QFETCH(const QByteArray, head);
    QFETCH(const bool, expected);
    QCOMPARE(readAll(Kind::Request, head).keepsOpen(), expected);
}

void TestHttpMessageReader::boundsHead()
{
    QByteArray many = "GET / HTTP/1.1\r\n";
    for (int i = 0; i < 300; ++i)
        many += "A: b\r\n";
    QCOMPARE(readAll(Kind::Request, many).problem(), Problem::HeadTooLarge);
    QCOMPARE(readAll(Kind::Request, QByteArray(200'000, 'G')).problem(), Problem::HeadTooLarge);
    QByteArray empty;
    for (int i = 0; i < 100'000; ++i)
        empty += "\r\n";
    QCOMPARE(readAll(Kind::Request, empty).problem(), Problem::HeadTooLarge);
}

void TestHttpMessageReader::boundsChunkLines()
{
    HttpMessageReader reader(Kind::Request, mostBody);
    reader.read(QByteArrayView("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"));
    const QByteArray trailer = "X: " + QByteArray(10'000, 'x') + "\r\n";
    for (int i = 0; i < 2'000 && !reader.hasFailed(); ++i)
        reader.read(trailer);
    QCOMPARE(reader.problem(), Problem::HeadTooLarge);
}

void TestHttpMessageReader::challenges_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("schemes");
    QTest::newRow("Exchange") << QByteArray("Negotiate, NTLM, Basic realm=\"mail.example.com\"")
                              << QStringLiteral("negotiate, ntlm, basic");
    QTest::newRow("comma in quotes") << QByteArray("Basic realm=\"a, NTLM\", charset=\"UTF-8\", Bearer")
                                     << QStringLiteral("basic, bearer");
    QTest::newRow("escaped quote") << QByteArray("Basic realm=\"a\\\", NTLM\"") << QStringLiteral("basic");
    QTest::newRow("blanks around the equals sign")
        << QByteArray("Digest a=b, c = d, Basic") << QStringLiteral("digest, basic");
    QTest::newRow("a token") << QByteArray("NTLM TlRMTVNTUAACAAAA==") << QStringLiteral("ntlm");
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("garbage") << QByteArray(",,=,\"") << QString();
}

void TestHttpMessageReader::challenges()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QString, schemes);
    QCOMPARE(offeredSchemes(httpChallenges(value)), schemes);
}

QTEST_GUILESS_MAIN(TestHttpMessageReader)
#include "tst_httpmessagereader.moc"
