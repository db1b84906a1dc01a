// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/unit/httpfixture.h"

#include "models/transport/ntlmchallenge.h"
#include "models/transport/ntlmkeys.h"

#include <QFile>
#include <QtEndian>
#include <QTest>

#include <algorithm>
#include <utility>

namespace reserve {

HttpPeer::HttpPeer(const TestCertificate* certificate, const QHostAddress& address)
{
    HttpServerOptions options;
    options.address = address;
    if (certificate) {
        options.certificate = certificate->certificate();
        options.key = certificate->key();
    }
    m_server = std::make_unique<HttpServer>(
        options, [this](const ServedRequest& asked, const HttpServer::Answer& respond) { take(asked, respond); });
}

QUrl HttpPeer::url(const QString& path) const
{
    QUrl url = m_server->url();
    url.setPath(path);
    return url;
}

void HttpPeer::take(const ServedRequest& asked, const HttpServer::Answer& respond)
{
    requests.append(asked);
    ServedResponse response;
    response.body = "ok";
    if (answer)
        response = answer(asked);
    if (!holdsAnswers)
        return respond(response);
    m_held.append([respond, response] { respond(response); });
    mostAtOnce = std::max(mostAtOnce, int(m_held.size()));
}

void HttpPeer::release()
{
    const auto held = std::exchange(m_held, {});
    for (const auto& respond : held)
        respond();
}

RawPeer::RawPeer(QByteArray octets, bool closes)
    : m_octets(std::move(octets))
    , m_closes(closes)
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        QTcpSocket* socket = m_server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, head = QByteArray()]() mutable {
            head += socket->readAll();
            if (!head.contains("\r\n\r\n"))
                return;
            head.clear();
            ++m_heads;
            socket->write(m_octets);
            if (m_closes)
                socket->disconnectFromHost();
        });
    });
}

QUrl RawPeer::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(m_server.serverPort()));
}

TunnelPeer::TunnelPeer(QByteArray refusal)
    : m_refusal(std::move(refusal))
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        QTcpSocket* client = m_server.nextPendingConnection();
        connect(client, &QTcpSocket::readyRead, this, [this, client] {
            const QByteArray head = client->peek(64 * 1024);
            if (!head.endsWith("\r\n\r\n"))
                return;
            client->readAll();
            client->disconnect(this);
            open(client, head);
        });
    });
}

QString TunnelPeer::address() const
{
    return QStringLiteral("127.0.0.1:%1").arg(m_server.serverPort());
}

void TunnelPeer::open(QTcpSocket* client, const QByteArray& head)
{
    const QByteArray target = head.split(' ').value(1);
    asked.append(target);
    if (!m_refusal.isEmpty()) {
        client->write(m_refusal);
        client->disconnectFromHost();
        return;
    }
    auto* server = new QTcpSocket(client);
    connect(server, &QTcpSocket::connected, client, [client] { client->write("HTTP/1.1 200 Connected\r\n\r\n"); });
    connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
    connect(server, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
    connect(client, &QTcpSocket::readyRead, server, [client, server] { server->write(client->readAll()); });
    connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::abort);
    if (exit)
        return server->connectToHost(QHostAddress(QHostAddress::LocalHost), *exit);
    const qsizetype colon = target.lastIndexOf(':');
    server->connectToHost(QString::fromLatin1(target.left(colon)), target.mid(colon + 1).toUShort());
}

ServedResponse NtlmPeer::answer(const ServedRequest& asked)
{
    ServedResponse response;
    response.status = 401;
    response.headers = {{"WWW-Authenticate", "Negotiate"}, {"WWW-Authenticate", "NTLM"}};
    response.body = "<html>who are you?</html>";
    const QByteArray authorization = asked.header("authorization");
    const QByteArray message = QByteArray::fromBase64(authorization.mid(5));
    const char type = authorization.startsWith("NTLM ") && message.size() > 8 ? message.at(8) : '\0';
    if (type == 1) {
        ++challenges;
        const QByteArray information
            = writeNtlmPairs({{2, ntlmUnicode(domain)}, {NtlmPair::Timestamp, QByteArray(8, '\x01')}});
        QByteArray challenge("NTLMSSP\0\x02\0\0\0\0\0\0\0\x38\0\0\0", 20);
        QByteArray numbers(8, Qt::Uninitialized);
        qToLittleEndian(quint32(0xa2888205), numbers.data());
        challenge += numbers.left(4) + "12345678" + QByteArray(8, '\0');
        qToLittleEndian(quint16(information.size()), numbers.data());
        qToLittleEndian(quint16(information.size()), numbers.data() + 2);
        qToLittleEndian(quint32(56), numbers.data() + 4);
        challenge += numbers + QByteArray(8, '\0') + information;
        response.headers = {{"WWW-Authenticate", "NTLM " + challenge.toBase64()}};
        response.closes = closesMidway;
        return response;
    }
    if (type == 3 && closesBeforeOutcome) {
        response.cutAfter = 0;
        return response;
    }
    if (type == 3 && isGood(message))
        m_known.insert(asked.connection, true);
    else if (type == 3)
        ++refusals;
    if (!m_known.value(asked.connection))
        return response;
    if (forgets)
        m_known.remove(asked.connection);
    return ServedResponse{200, {}, "for " + asked.body, {}, {}, false};
}

bool NtlmPeer::isGood(const QByteArray& message) const
{
    const auto payload = [&message](qsizetype field) {
        return message.mid(qFromLittleEndian<quint32>(message.constData() + field + 4),
                           qFromLittleEndian<quint16>(message.constData() + field));
    };
    const QByteArray response = payload(20);
    const QByteArray key = ntlmResponseKey(user, domain, password);
    QByteArray binding(4, Qt::Uninitialized);
    qToLittleEndian(quint16(NtlmPair::ChannelBindings), binding.data());
    qToLittleEndian(quint16(16), binding.data() + 2);
    return response.left(16) == ntlmProof(key, "12345678", response.mid(16))
        && (channelBinding.isEmpty() || response.contains(QByteArray(binding + channelBinding)));
}

HttpRequest request(const QUrl& url, const QByteArray& method, const QByteArray& body)
{
    HttpRequest made;
    made.method = method;
    made.url = url;
    made.body = body;
    made.timeLimit = std::chrono::seconds(30);
    return made;
}

HttpCredentials credentials(HttpCredentials::Scheme scheme, const QByteArray& password)
{
    return {scheme, QStringLiteral("User"), QStringLiteral("Domain"), SecretString(password)};
}

HttpTrust::HttpTrust()
{
    for (const char* name : {"http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy"})
        qunsetenv(name);
    QFile file(m_certificate.certificateFile());
    if (m_certificate.isValid() && file.open(QIODevice::ReadOnly))
        m_pem = QString::fromLatin1(file.readAll());
}

HttpClientOptions HttpTrust::options() const
{
    HttpClientOptions options;
    options.trustedAuthorities = m_pem;
    return options;
}

Result<HttpResponse> answerOf(QFuture<Result<HttpResponse>> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 40000))
        return failure("test.no-answer");
    return future.result();
}

QByteArray codeOf(const Result<HttpResponse>& answer)
{
    return answer ? QByteArray() : answer.error().code();
}

QString argumentOf(const Result<HttpResponse>& answer, const char* name)
{
    return answer ? QString() : answer.error().arguments().value(QLatin1String(name));
}

} // namespace reserve
