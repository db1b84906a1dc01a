// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/servedconnection.h"

#include "models/transport/servedresponse.h"

#include <QPointer>

#include <chrono>
#include <memory>
#include <utility>

namespace reserve {

namespace {

constexpr qint64 bufferOctets = 64 * 1024;
// What may wait to be sent before nothing more is read from a peer that does not read either.
constexpr qint64 mostUnsent = 1024 * 1024;
constexpr std::chrono::seconds idleLimit(60);
// To a refused request the response survives only when nothing that the peer still sends meets a closed socket.
constexpr std::chrono::seconds lingerTime(2);

ServedRequest servedRequest(quint64 connection, const HttpMessageReader& reader)
{
    // The absolute form (RFC 9112 3.2.2) is that of requests to a proxy; a server has to understand it as well.
    QByteArray target = reader.target();
    if (const qsizetype authority = target.indexOf("://"); authority > 0 && !target.startsWith('/')) {
        const qsizetype path = target.indexOf('/', authority + 3);
        target = path < 0 ? QByteArray("/") : target.mid(path);
    }
    const qsizetype query = target.indexOf('?');
    ServedRequest request;
    request.connection = connection;
    request.method = reader.method();
    request.path = query < 0 ? target : target.left(query);
    request.query = query < 0 ? QByteArray() : target.mid(query + 1);
    request.headers = reader.headers();
    request.body = reader.body();
    return request;
}

int statusOf(HttpMessageReader::Problem problem)
{
    using Problem = HttpMessageReader::Problem;
    switch (problem) {
    case Problem::BodyTooLarge:
        return 413;
    case Problem::HeadTooLarge:
        return 431;
    case Problem::NotSupported:
        return 501;
    case Problem::None:
    case Problem::Malformed:
    case Problem::Cut:
        return 400;
    }
    Q_UNREACHABLE();
}

} // namespace

ServedConnection::ServedConnection(quint64 id, const HttpServerOptions& options, const HttpServer::Handler& handler,
                                   QObject* parent)
    : QObject(parent)
    , m_id(id)
    , m_options(options)
    , m_handler(handler)
    , m_reader(HttpMessageReader::Kind::Request, options.mostBytes)
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(idleLimit);
    connect(&m_idle, &QTimer::timeout, this, &ServedConnection::cut);
    connect(&m_socket, &QSslSocket::readyRead, this, &ServedConnection::read);
    connect(&m_socket, &QSslSocket::encrypted, this, [this] { m_idle.start(); });
    // Queued, because a QSslSocket that is aborted from within these signals goes on with what it has just freed.
    connect(&m_socket, &QSslSocket::bytesWritten, this, &ServedConnection::goOn, Qt::QueuedConnection);
    connect(&m_socket, &QSslSocket::encryptedBytesWritten, this, &ServedConnection::goOn, Qt::QueuedConnection);
    connect(&m_socket, &QSslSocket::disconnected, this, &ServedConnection::end, Qt::QueuedConnection);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &ServedConnection::cut, Qt::QueuedConnection);
}

bool ServedConnection::open(qintptr descriptor)
{
    if (!m_socket.setSocketDescriptor(descriptor))
        return false;
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket.setReadBufferSize(bufferOctets);
    if (!m_options.certificate.isNull()) {
        m_socket.setLocalCertificate(m_options.certificate);
        m_socket.setPrivateKey(m_options.key);
        m_socket.startServerEncryption();
    }
    m_idle.start();
    return true;
}

void ServedConnection::cut()
{
    if (m_hasEnded)
        return;
    m_socket.abort();
    end();
}

void ServedConnection::end()
{
    if (std::exchange(m_hasEnded, true))
        return;
    m_idle.stop();
    m_socket.disconnect(this);
    Q_EMIT ended();
}

void ServedConnection::read()
{
    while (mayRead()) {
        if (m_rest.isEmpty())
            m_rest = m_socket.read(bufferOctets);
        if (m_rest.isEmpty())
            return;
        m_idle.start();
        m_rest.remove(0, m_reader.read(m_rest));
        if (m_reader.hasFailed())
            refuse(m_reader.problem());
        else if (m_reader.isComplete())
            handle();
        else if (m_reader.state() == HttpMessageReader::State::Body && m_reader.wantsContinue()
                 && !std::exchange(m_hasSaidContinue, true))
            write("HTTP/1.1 100 Continue\r\n\r\n");
    }
    // What follows the last request is of no interest, but it must not fill the line.
    while (isLast() && !m_hasEnded && !m_socket.read(bufferOctets).isEmpty()) {
    }
}

bool ServedConnection::isLast() const
{
    return m_closesAfterwards || m_cutsAfterwards;
}

bool ServedConnection::mayRead() const
{
    return !m_isHandling && !isLast() && !m_hasEnded && m_socket.bytesToWrite() < mostUnsent;
}

void ServedConnection::handle()
{
    const ServedRequest request = servedRequest(m_id, m_reader);
    const bool keepsOpen = m_reader.keepsOpen();
    const bool isHead = request.method == "HEAD";
    m_reader = HttpMessageReader(HttpMessageReader::Kind::Request, m_options.mostBytes);
    m_hasSaidContinue = false;
    m_isHandling = true;
    m_idle.stop(); // a handler takes its time
    const auto hasAnswered = std::make_shared<bool>(false);
    m_handler(request, [self = QPointer(this), hasAnswered, isHead, keepsOpen](const ServedResponse& response) {
        if (std::exchange(*hasAnswered, true) || !self)
            return;
        const auto write = [self, response, isHead, keepsOpen] { self->answer(response, isHead, keepsOpen); };
        if (response.delay.count() > 0)
            QTimer::singleShot(response.delay, self.data(), write);
        else
            write();
    });
}

void ServedConnection::answer(const ServedResponse& response, bool toHead, bool keepsOpen)
{
    if (m_hasEnded)
        return;
    m_closesAfterwards = response.closes || !keepsOpen;
    QByteArray octets = responseOctets(response, toHead, !m_closesAfterwards);
    if (response.cutAfter && *response.cutAfter < octets.size()) {
        octets.truncate(qMax<qint64>(*response.cutAfter, 0));
        m_cutsAfterwards = true;
    }
    m_isHandling = false;
    write(octets);
    // Not from here, which may be inside of read() or a handler.
    QMetaObject::invokeMethod(this, &ServedConnection::goOn, Qt::QueuedConnection);
}

void ServedConnection::refuse(HttpMessageReader::Problem problem)
{
    ServedResponse response;
    response.status = statusOf(problem);
    m_closesAfterwards = true;
    m_lingers = true;
    write(responseOctets(response, false, false));
}

void ServedConnection::write(const QByteArray& octets)
{
    m_idle.start();
    m_socket.write(octets);
}

// Something was written, perhaps all.
void ServedConnection::goOn()
{
    if (m_hasEnded || m_isHandling)
        return;
    m_idle.start();
    read();
    if (m_hasEnded)
        return;
    const bool isWritten = m_socket.bytesToWrite() == 0 && m_socket.encryptedBytesToWrite() == 0;
    if (m_cutsAfterwards && isWritten)
        return cut();
    if (m_cutsAfterwards || !m_closesAfterwards || std::exchange(m_isClosing, true))
        return;
    if (m_lingers)
        m_idle.start(lingerTime);
    else
        m_socket.disconnectFromHost();
}

} // namespace reserve
