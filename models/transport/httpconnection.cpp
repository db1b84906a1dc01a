// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/httpconnection.h"

#include "models/transport/httperror.h"

#include <utility>

namespace reserve {

namespace {

constexpr qint64 readOctets = 64 * 1024;

quint16 portOf(const QUrl& url)
{
    return quint16(url.port(url.scheme() == QLatin1String("https") ? 443 : 80));
}

QByteArray hostField(const QUrl& url)
{
    const QByteArray name = QUrl::toAce(url.host());
    QByteArray host = name.isEmpty() ? url.host().toLatin1() : name;
    if (host.contains(':'))
        host = '[' + host + ']';
    return url.port() < 0 ? host : host + ':' + QByteArray::number(url.port());
}

} // namespace

QByteArray requestOctets(const HttpRequest& request)
{
    const QByteArray path = request.url.path(QUrl::FullyEncoded).toLatin1();
    QByteArray octets = request.method + ' ' + (path.isEmpty() ? QByteArray("/") : path);
    if (request.url.hasQuery())
        octets += '?' + request.url.query(QUrl::FullyEncoded).toLatin1();
    octets += " HTTP/1.1\r\nHost: " + hostField(request.url) + "\r\nConnection: Keep-Alive\r\n";
    octets += "Accept-Encoding: identity\r\n";
    if (headerValue(request.headers, "user-agent").isEmpty())
        octets += "User-Agent: Reserve-Console\r\n";
    for (const auto& [name, value] : request.headers)
        octets += name + ": " + value + "\r\n";
    const bool isBodiless = request.method == "GET" || request.method == "HEAD" || request.method == "DELETE";
    if (!request.body.isEmpty() && headerValue(request.headers, "content-type").isEmpty())
        octets += "Content-Type: application/octet-stream\r\n";
    if (!request.body.isEmpty() || !isBodiless)
        octets += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    return octets + "\r\n" + request.body;
}

HttpConnection::HttpConnection(QUrl server, const QSslConfiguration& tls, const QNetworkProxy& proxy, QObject* parent)
    : QObject(parent)
    , m_server(std::move(server))
{
    m_socket.setSslConfiguration(tls);
    m_socket.setProxy(proxy);
    const bool isEncrypted = m_server.scheme() == QLatin1String("https");
    const auto open = [this] {
        m_isOpen = true;
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        write();
    };
    if (isEncrypted)
        connect(&m_socket, &QSslSocket::encrypted, this, open);
    else
        connect(&m_socket, &QSslSocket::connected, this, open);
    connect(&m_socket, &QSslSocket::sslErrors, this,
            [this](const QList<QSslError>& problems) { fail(certificateError(problems, m_server)); });
    connect(&m_socket, &QSslSocket::readyRead, this, &HttpConnection::read);
    connect(&m_socket, &QSslSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        if (error == QAbstractSocket::RemoteHostClosedError && m_isOpen)
            return end();
        fail(httpError(error, m_socket.errorString(), m_server, way()));
    });
    connect(&m_socket, &QSslSocket::disconnected, this, &HttpConnection::end);
}

HttpConnection::~HttpConnection()
{
    abandon();
    m_socket.abort();
}

// The socket itself goes with this object: aborted from within one of its signals it would go on with what it has just
// freed.
void HttpConnection::abandon()
{
    m_isSpent = true;
    m_request.reset();
    m_socket.disconnect(this);
}

HttpWay HttpConnection::way() const
{
    if (m_isOpen)
        return HttpWay::Open;
    return m_socket.proxy().type() == QNetworkProxy::HttpProxy ? HttpWay::Proxy : HttpWay::Direct;
}

bool HttpConnection::leadsTo(const QUrl& url) const
{
    return url.scheme() == m_server.scheme() && url.host() == m_server.host() && portOf(url) == portOf(m_server);
}

bool HttpConnection::isUsable() const
{
    return !m_isSpent && !m_request && m_socket.state() == QAbstractSocket::ConnectedState;
}

void HttpConnection::send(const HttpRequest& request)
{
    Q_ASSERT(!m_request && !m_isSpent);
    m_request = request;
    m_reader.emplace(HttpMessageReader::Kind::Response, request.mostBytes);
    if (request.method == "HEAD")
        m_reader->expectNoBody();
    if (m_isOpen)
        write();
    else if (m_server.scheme() == QLatin1String("https"))
        m_socket.connectToHostEncrypted(m_server.host(), portOf(m_server));
    else
        m_socket.connectToHost(m_server.host(), portOf(m_server));
}

void HttpConnection::write()
{
    if (m_request)
        m_socket.write(requestOctets(*m_request));
}

void HttpConnection::read()
{
    if (drain() && m_request && m_reader->isComplete())
        finish();
}

// Takes what has come; false when that was the end of it.
bool HttpConnection::drain()
{
    while (!m_isSpent && m_socket.bytesAvailable() > 0) {
        const QByteArray octets = m_socket.read(readOctets);
        if (octets.isEmpty())
            return true;
        // Nobody asked: whatever it is, the next response could not be told from it.
        if (!m_request) {
            abandon();
            return false;
        }
        const bool hasMore = m_reader->read(octets) < octets.size();
        if (m_reader->hasFailed()) {
            fail(problemOfReader().value());
            return false;
        }
        if (hasMore)
            m_isSpent = true;
    }
    return true;
}

void HttpConnection::end()
{
    if (!m_request || !drain())
        return;
    m_isSpent = true;
    m_reader->readEnd();
    if (m_reader->hasFailed())
        fail(problemOfReader().value());
    else
        finish();
}

void HttpConnection::finish()
{
    const QByteArray encoding = headerValue(m_reader->headers(), "content-encoding").toLower();
    if (!encoding.isEmpty() && encoding != "identity")
        return fail(protocolError(m_server, QStringLiteral("Content-Encoding: ") + QString::fromLatin1(encoding)));
    if (!m_reader->keepsOpen())
        m_isSpent = true;
    m_request.reset();
    Q_EMIT answered(HttpResponse{m_reader->status(), m_reader->headers(), m_reader->body()});
}

void HttpConnection::fail(const Error& error)
{
    const bool wasAsked = m_request.has_value();
    abandon();
    if (wasAsked)
        Q_EMIT failed(error);
}

std::optional<Error> HttpConnection::problemOfReader() const
{
    using Problem = HttpMessageReader::Problem;
    switch (m_reader->problem()) {
    case Problem::None:
        return std::nullopt;
    case Problem::BodyTooLarge:
        return tooLargeError(m_server, m_request->mostBytes);
    case Problem::Cut:
        return httpError(QAbstractSocket::RemoteHostClosedError, m_socket.errorString(), m_server, HttpWay::Open);
    case Problem::Malformed:
        return protocolError(m_server, QStringLiteral("malformed"));
    case Problem::HeadTooLarge:
        return protocolError(m_server, QStringLiteral("head too large"));
    case Problem::NotSupported:
        return protocolError(m_server, QStringLiteral("unknown coding"));
    }
    Q_UNREACHABLE();
}

} // namespace reserve
