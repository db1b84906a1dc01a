// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/httpserver.h"
#include "tests/support/testcertificate.h"

#include <QSignalSpy>
#include <QSslSocket>
#include <QTest>
#include <QTimer>

#include <memory>
#include <tuple>

using namespace reserve;

// By plain sockets, so that every octet on the line is ours.
class TestHttpServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void listensOnLoopbackAlone_data();
    void listensOnLoopbackAlone();
    void saysThatAPortIsTaken();
    void hasAnAddress();

    void givesTheHandlerTheRequest();
    void absoluteFormIsUnderstood();
    void addsWhatAResponseNeeds();
    void headHasNoBody();
    void nothingCanBeSmuggledIntoAResponse();
    void keepsTheConnection();
    void closesWhereAsked_data();
    void closesWhereAsked();
    void pipelinedRequestsAreAnsweredInOrder();
    void oneRequestAtATimeOnAConnection();
    void nothingIsReadBehindTheLast();
    void aPeerThatDoesNotReadIsNotReadFrom();
    void readsChunks();
    void saysContinue();
    void answersLater();
    void aSecondAnswerIsDropped();
    void delays();
    void cuts_data();
    void cuts();
    void refuses_data();
    void refuses();
    void boundsConnections();
    void saysWhenAConnectionIsClosed();
    void closeCutsWhatIsOpen();
    void answersToWhoHasLeft();

    void encrypts();
    void dropsWhoDoesNotEncrypt();

private:
    std::unique_ptr<HttpServer> make(HttpServerOptions options = HttpServerOptions());
    std::unique_ptr<QTcpSocket> connected();
    QByteArray talk(const QByteArray& octets); // what comes until the server closes, or all is quiet
    static QByteArray readUntil(QTcpSocket& socket, const QByteArray& end);

    std::unique_ptr<HttpServer> m_server;
    QList<ServedRequest> m_requests;
    QList<HttpServer::Answer> m_answers; // kept where m_holds
    ServedResponse m_response;
    bool m_holds = false;
};

void TestHttpServer::init()
{
    m_requests.clear();
    m_answers.clear();
    m_response = {};
    m_response.body = "hello";
    m_holds = false;
    m_server = make();
    QVERIFY(m_server->listen());
}

void TestHttpServer::cleanup()
{
    m_server.reset();
}

std::unique_ptr<HttpServer> TestHttpServer::make(HttpServerOptions options)
{
    return std::make_unique<HttpServer>(std::move(options),
                                        [this](const ServedRequest& request, HttpServer::Answer answer) {
                                            m_requests.append(request);
                                            if (m_holds)
                                                m_answers.append(std::move(answer));
                                            else
                                                answer(m_response);
                                        });
}

std::unique_ptr<QTcpSocket> TestHttpServer::connected()
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->connectToHost(QHostAddress(QHostAddress::LocalHost), m_server->port());
    return QTest::qWaitFor([&] { return socket->state() == QAbstractSocket::ConnectedState; }) ? std::move(socket)
                                                                                               : nullptr;
}

QByteArray TestHttpServer::readUntil(QTcpSocket& socket, const QByteArray& end)
{
    QByteArray read;
    // What is there in time is judged by the caller.
    std::ignore = QTest::qWaitFor([&] {
        read += socket.readAll();
        return read.contains(end) || socket.state() == QAbstractSocket::UnconnectedState;
    });
    return read + socket.readAll();
}

QByteArray TestHttpServer::talk(const QByteArray& octets)
{
    const auto socket = connected();
    if (!socket)
        return "not connected";
    socket->write(octets);
    QByteArray read;
    // What is there in time is judged by the caller.
    std::ignore = QTest::qWaitFor([&] {
        read += socket->readAll();
        return socket->state() == QAbstractSocket::UnconnectedState;
    });
    return read + socket->readAll();
}

void TestHttpServer::listensOnLoopbackAlone_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isAllowed");
    QTest::newRow("127.0.0.1") << QStringLiteral("127.0.0.1") << true;
    QTest::newRow("127.0.0.5") << QStringLiteral("127.0.0.5") << true;
    QTest::newRow("any") << QStringLiteral("0.0.0.0") << false;
    QTest::newRow("any, version 6") << QStringLiteral("::") << false;
    QTest::newRow("elsewhere") << QStringLiteral("192.0.2.1") << false;
    QTest::newRow("none") << QString() << false;
}

void TestHttpServer::listensOnLoopbackAlone()
{
    QFETCH(const QString, address);
    QFETCH(const bool, isAllowed);
    HttpServerOptions options;
    options.address = QHostAddress(address);
    const auto server = make(options);
    const Result<void> result = server->listen();
    QCOMPARE(result.has_value(), isAllowed);
    if (!isAllowed)
        QCOMPARE(result.error().code(), QByteArray("http.not-loopback"));
}

void TestHttpServer::saysThatAPortIsTaken()
{
    HttpServerOptions options;
    options.port = m_server->port();
    const Result<void> result = make(options)->listen();
    QVERIFY(!result);
    QCOMPARE(result.error().code(), QByteArray("http.port-taken"));
    QCOMPARE(result.error().arguments().value(QStringLiteral("port")), QString::number(m_server->port()));
}

void TestHttpServer::hasAnAddress()
{
    QCOMPARE(m_server->url(), QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server->port())));
}

void TestHttpServer::givesTheHandlerTheRequest()
{
    talk("POST /a/b%20c?d=e&f HTTP/1.1\r\nHost: x\r\nX-Two: 1\r\nx-two: 2\r\nContent-Length: 4\r\nConnection: "
         "close\r\n\r\nbody");
    QCOMPARE(m_requests.size(), 1);
    const ServedRequest& request = m_requests.first();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.path, QByteArray("/a/b%20c"));
    QCOMPARE(request.query, QByteArray("d=e&f"));
    QCOMPARE(request.body, QByteArray("body"));
    QCOMPARE(request.header("X-TWO"), QByteArray("1, 2"));
    QVERIFY(request.connection != 0);
}

void TestHttpServer::absoluteFormIsUnderstood()
{
    talk("GET http://localhost:80/x?y HTTP/1.1\r\nConnection: close\r\n\r\n");
    QCOMPARE(m_requests.value(0).path, QByteArray("/x"));
    QCOMPARE(m_requests.value(0).query, QByteArray("y"));
    talk("GET http://localhost HTTP/1.1\r\nConnection: close\r\n\r\n");
    QCOMPARE(m_requests.value(1).path, QByteArray("/"));
}

void TestHttpServer::addsWhatAResponseNeeds()
{
    m_response.status = 404;
    m_response.headers = {{"Content-Type", "text/plain"}};
    const QByteArray answer = talk("GET / HTTP/1.1\r\nConnection: close\r\n\r\n");
    QVERIFY(answer.startsWith("HTTP/1.1 404 Not Found\r\n"));
    QVERIFY(answer.contains("\r\nContent-Type: text/plain\r\n"));
    QVERIFY(answer.contains("\r\nContent-Length: 5\r\n"));
    QVERIFY(answer.contains(" GMT\r\n"));
    QVERIFY(answer.contains("\r\nConnection: close\r\n"));
    QVERIFY(answer.endsWith("\r\n\r\nhello"));
}

void TestHttpServer::headHasNoBody()
{
    const QByteArray answer = talk("HEAD / HTTP/1.1\r\nConnection: close\r\n\r\n");
    QVERIFY(answer.contains("\r\nContent-Length: 5\r\n"));
    QVERIFY(answer.endsWith("\r\n\r\n"));
}

void TestHttpServer::nothingCanBeSmuggledIntoAResponse()
{
    m_response.headers = {{"X-Echo", "a\r\nEvil: b"}, {"X Y", "c"}, {"X-Good", "d"}};
    const QByteArray answer = talk("GET / HTTP/1.1\r\nConnection: close\r\n\r\n");
    QVERIFY(!answer.contains("Evil"));
    QVERIFY(!answer.contains("X Y"));
    QVERIFY(answer.contains("X-Good: d\r\n"));
}

void TestHttpServer::keepsTheConnection()
{
    const auto socket = connected();
    QVERIFY(socket);
    for (int i = 0; i < 3; ++i) {
        socket->write("GET / HTTP/1.1\r\n\r\n");
        QVERIFY(readUntil(*socket, "hello").contains("Connection: keep-alive"));
    }
    QCOMPARE(m_requests.size(), 3);
    QCOMPARE(m_requests.at(0).connection, m_requests.at(2).connection);
    const auto other = connected();
    QVERIFY(other);
    other->write("GET / HTTP/1.1\r\n\r\n");
    readUntil(*other, "hello");
    QVERIFY(m_requests.at(3).connection != m_requests.at(0).connection);
}

void TestHttpServer::closesWhereAsked_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("byServer");
    QTest::newRow("by the client") << QByteArray("GET / HTTP/1.1\r\nConnection: close\r\n\r\n") << false;
    QTest::newRow("HTTP/1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << false;
    QTest::newRow("by the handler") << QByteArray("GET / HTTP/1.1\r\n\r\n") << true;
}

void TestHttpServer::closesWhereAsked()
{
    QFETCH(const QByteArray, request);
    QFETCH(const bool, byServer);
    m_response.closes = byServer;
    m_response.body = QByteArray(2'000'000, 'x');
    const auto socket = connected();
    QVERIFY(socket);
    socket->write(request);
    QByteArray answer;
    QTRY_VERIFY((answer += socket->readAll(), socket->state() == QAbstractSocket::UnconnectedState));
    answer += socket->readAll();
    QCOMPARE(answer.count('x'), 2'000'000);
}

void TestHttpServer::pipelinedRequestsAreAnsweredInOrder()
{
    const QByteArray answer = talk("POST /1 HTTP/1.1\r\nContent-Length: 1\r\n\r\naGET /2 HTTP/1.1\r\n\r\n"
                                   "GET /3 HTTP/1.1\r\nConnection: close\r\n\r\n");
    QCOMPARE(answer.count("HTTP/1.1 200 OK"), 3);
    QCOMPARE(m_requests.size(), 3);
    QCOMPARE(m_requests.at(0).body, QByteArray("a"));
    QCOMPARE(m_requests.at(2).path, QByteArray("/3"));
}

void TestHttpServer::oneRequestAtATimeOnAConnection()
{
    m_holds = true;
    const auto socket = connected();
    QVERIFY(socket);
    socket->write("GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(m_answers.size(), 1);
    m_answers.first()(m_response);
    QTRY_COMPARE(m_answers.size(), 2);
    QCOMPARE(m_requests.at(1).path, QByteArray("/2"));
    QCOMPARE(readUntil(*socket, "hello").count("HTTP/1.1"), 1);
}

void TestHttpServer::nothingIsReadBehindTheLast()
{
    const QByteArray answer = talk("GET /1 HTTP/1.1\r\nConnection: close\r\n\r\nGET /2 HTTP/1.1\r\n\r\n");
    QCOMPARE(answer.count("HTTP/1.1 200 OK"), 1);
    QCOMPARE(m_requests.size(), 1);
}

void TestHttpServer::aPeerThatDoesNotReadIsNotReadFrom()
{
    m_response.body = QByteArray(1024 * 1024, 'x');
    const auto socket = connected();
    QVERIFY(socket);
    socket->setReadBufferSize(1024);
    constexpr int asked = 60;
    socket->write(QByteArray("GET / HTTP/1.1\r\n\r\n").repeated(asked));
    // Others are served meanwhile, so that whatever is to come of it has come.
    QTRY_VERIFY(!m_requests.isEmpty());
    QVERIFY(talk("GET / HTTP/1.1\r\nConnection: close\r\n\r\n").endsWith("xx"));
    QVERIFY(m_requests.size() < asked);
    // Once it reads all of them are answered.
    socket->setReadBufferSize(0);
    qsizetype count = 0;
    QTRY_VERIFY_WITH_TIMEOUT((count += socket->readAll().count('x'), count == asked * m_response.body.size()), 60000);
}

void TestHttpServer::readsChunks()
{
    talk("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n2\r\nab\r\n3\r\ncde\r\n0\r\n\r\n");
    QCOMPARE(m_requests.value(0).body, QByteArray("abcde"));
}

void TestHttpServer::saysContinue()
{
    const auto socket = connected();
    QVERIFY(socket);
    socket->write("POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QCOMPARE(readUntil(*socket, "\r\n\r\n"), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    QCOMPARE(m_requests.size(), 0);
    socket->write("ab");
    QVERIFY(readUntil(*socket, "hello").startsWith("HTTP/1.1 200 OK"));
    QCOMPARE(m_requests.value(0).body, QByteArray("ab"));
}

void TestHttpServer::answersLater()
{
    m_holds = true;
    const auto socket = connected();
    QVERIFY(socket);
    socket->write("GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(m_answers.size(), 1);
    m_answers.first()(m_response);
    QVERIFY(readUntil(*socket, "hello").endsWith("hello"));
}

void TestHttpServer::aSecondAnswerIsDropped()
{
    m_holds = true;
    const auto socket = connected();
    QVERIFY(socket);
    socket->write("GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(m_answers.size(), 1);
    m_answers.first()(m_response);
    m_answers.first()(m_response);
    m_holds = false;
    socket->write("GET /2 HTTP/1.1\r\nConnection: close\r\n\r\n");
    QByteArray answer;
    QTRY_VERIFY((answer += socket->readAll(), socket->state() == QAbstractSocket::UnconnectedState));
    QCOMPARE(QByteArray(answer + socket->readAll()).count("HTTP/1.1 200"), 2);
}

void TestHttpServer::delays()
{
    m_response.delay = std::chrono::hours(1);
    const auto slow = connected();
    QVERIFY(slow);
    slow->write("GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(m_requests.size(), 1);
    m_response.delay = std::chrono::milliseconds(1);
    // Others are served meanwhile.
    QVERIFY(talk("GET / HTTP/1.1\r\nConnection: close\r\n\r\n").endsWith("hello"));
    QCOMPARE(slow->bytesAvailable(), 0);
}

void TestHttpServer::cuts_data()
{
    QTest::addColumn<qint64>("after");
    QTest::newRow("before anything") << qint64(0);
    QTest::newRow("in the status line") << qint64(7);
    QTest::newRow("in the body") << qint64(1'000'000);
}

void TestHttpServer::cuts()
{
    QFETCH(const qint64, after);
    m_response.body = QByteArray(2'000'000, 'x');
    m_response.cutAfter = after;
    const auto socket = connected();
    QVERIFY(socket);
    socket->write("GET / HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\n\r\n");
    QByteArray answer;
    QTRY_VERIFY((answer += socket->readAll(), socket->state() == QAbstractSocket::UnconnectedState));
    QCOMPARE(qint64(QByteArray(answer + socket->readAll()).size()), after);
    QCOMPARE(m_requests.size(), 1);
}

void TestHttpServer::refuses_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<int>("status");
    QTest::newRow("no HTTP") << QByteArray("EHLO me\r\n") << 400;
    QTest::newRow("length and chunks") << QByteArray(
        "POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n")
                                       << 400;
    QTest::newRow("head too large") << "GET / HTTP/1.1\r\nA: " + QByteArray(100'000, 'a') << 431;
    QTest::newRow("body too large") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n") << 413;
    QTest::newRow("another coding") << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n") << 501;
}

void TestHttpServer::refuses()
{
    QFETCH(const QByteArray, octets);
    QFETCH(const int, status);
    const auto socket = connected();
    QVERIFY(socket);
    socket->write(octets + QByteArray(500'000, 'x'));
    QVERIFY(readUntil(*socket, "\r\n\r\n").startsWith(QByteArray("HTTP/1.1 " + QByteArray::number(status))));
    QCOMPARE(m_requests.size(), 0);
    socket->disconnectFromHost();
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
}

void TestHttpServer::boundsConnections()
{
    HttpServerOptions options;
    options.mostConnections = 2;
    m_server = make(options);
    QVERIFY(m_server->listen());
    auto first = connected();
    const auto second = connected();
    QVERIFY(first && second);
    // Both are known to the server once they were answered.
    for (QTcpSocket* socket : {first.get(), second.get()}) {
        socket->write("GET / HTTP/1.1\r\n\r\n");
        QVERIFY(readUntil(*socket, "hello").endsWith("hello"));
    }
    QCOMPARE(talk("GET / HTTP/1.1\r\nConnection: close\r\n\r\n"), QByteArray());
    QSignalSpy closed(m_server.get(), &HttpServer::connectionClosed);
    first.reset();
    QTRY_COMPARE(closed.size(), 1);
    QVERIFY(talk("GET / HTTP/1.1\r\nConnection: close\r\n\r\n").endsWith("hello"));
}

void TestHttpServer::saysWhenAConnectionIsClosed()
{
    QSignalSpy closed(m_server.get(), &HttpServer::connectionClosed);
    talk("GET / HTTP/1.1\r\nConnection: close\r\n\r\n");
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(closed.first().first().toULongLong(), m_requests.value(0).connection);
}

void TestHttpServer::closeCutsWhatIsOpen()
{
    m_holds = true;
    const auto socket = connected();
    QVERIFY(socket);
    socket->write("GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(m_answers.size(), 1);
    m_server->close();
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    m_answers.first()(m_response);
    QCOMPARE(socket->readAll(), QByteArray());
    QVERIFY(m_server->listen());
}

void TestHttpServer::answersToWhoHasLeft()
{
    m_holds = true;
    QSignalSpy closed(m_server.get(), &HttpServer::connectionClosed);
    auto socket = connected();
    QVERIFY(socket);
    socket->write("GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(m_answers.size(), 1);
    socket.reset();
    QTRY_COMPARE(closed.size(), 1);
    m_answers.first()(m_response);
    m_server.reset();
    m_answers.first()(m_response);
    QCOMPARE(m_requests.size(), 1);
}

void TestHttpServer::encrypts()
{
    const TestCertificate certificate;
    QVERIFY2(certificate.isValid(), "the openssl program is needed to make a certificate");
    HttpServerOptions options;
    options.certificate = certificate.certificate();
    options.key = certificate.key();
    m_server = make(options);
    QVERIFY(m_server->listen());
    QCOMPARE(m_server->url().scheme(), QStringLiteral("https"));
    m_response.body = QByteArray(1'000'000, 'x');
    QSslSocket socket;
    QSslConfiguration tls = socket.sslConfiguration();
    tls.setCaCertificates({certificate.certificate()});
    socket.setSslConfiguration(tls);
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), m_server->port());
    QTRY_VERIFY(socket.isEncrypted());
    for (int i = 0; i < 2; ++i) {
        const QByteArray body(500'000, 'y');
        socket.write("POST / HTTP/1.1\r\nContent-Length: 500000\r\n\r\n" + body);
        QByteArray answer;
        QTRY_VERIFY((answer += socket.readAll(), answer.count('x') == 1'000'000));
        QCOMPARE(m_requests.value(i).body, body);
    }
}

void TestHttpServer::dropsWhoDoesNotEncrypt()
{
    const TestCertificate certificate;
    QVERIFY2(certificate.isValid(), "the openssl program is needed to make a certificate");
    HttpServerOptions options;
    options.certificate = certificate.certificate();
    options.key = certificate.key();
    m_server = make(options);
    QVERIFY(m_server->listen());
    QSignalSpy closed(m_server.get(), &HttpServer::connectionClosed);
    QVERIFY(!talk("GET / HTTP/1.1\r\n\r\n").contains("HTTP/1.1 200"));
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(m_requests.size(), 0);
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
