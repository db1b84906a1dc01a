// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/smtpconnection.h"

#include "models/agent/peerlist.h"
#include "models/base/logging.h"

#include <QNetworkProxy>
#include <QScopedValueRollback>

#include <array>
#include <utility>

namespace reserve {

namespace {

constexpr qsizetype readOctets = 64 * 1024;
// What may wait to be sent before nothing more is read from a peer that does not read either.
constexpr qint64 outputLimit = 64 * 1024;
// How long a peer may leave its replies unread.
constexpr std::chrono::minutes writeLimit(1);
// A reply that ends the session survives only when nothing that the peer still sends meets a closed socket.
constexpr std::chrono::milliseconds lingerTime(500);

} // namespace

SmtpConnection::SmtpConnection(SessionId id, const SmtpPolicy& policy, const SmtpLimits& limits,
                               const QByteArray& hostName, QObject* parent)
    : QObject(parent)
    , m_id(id)
    , m_policy(policy)
    , m_limits(limits)
    , m_hostName(hostName)
    , m_socket(this)
{
    connect(&m_socket, &QTcpSocket::readyRead, this, &SmtpConnection::read);
    connect(&m_socket, &QTcpSocket::disconnected, this, &SmtpConnection::onDisconnected);
    connect(&m_socket, &QTcpSocket::bytesWritten, this, [this] {
        m_lastWritten = std::chrono::steady_clock::now();
        read();
    });
}

bool SmtpConnection::open(qintptr descriptor)
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    m_socket.setReadBufferSize(readOctets);
    if (!m_socket.setSocketDescriptor(descriptor))
        return false;
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_lastWritten = std::chrono::steady_clock::now();
    return true;
}

QString SmtpConnection::peerText() const
{
    const QHostAddress address = plainAddress(m_socket.peerAddress());
    const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    const QString text = isV6 ? QLatin1Char('[') + address.toString() + QLatin1Char(']') : address.toString();
    return text + QLatin1Char(':') + QString::number(m_socket.peerPort());
}

void SmtpConnection::greet()
{
    if (m_hasEnded)
        return;
    m_session.emplace(m_policy, m_limits, m_hostName,
                      PeerInfo{plainAddress(m_socket.peerAddress()).toString(), m_socket.peerPort()});
    m_session->greet(m_socket.bytesAvailable() > 0, std::chrono::steady_clock::now());
    collect();
    read();
}

void SmtpConnection::read()
{
    // Sending tells of bytes written in the middle of it; the loop that sent goes on by itself.
    if (m_isReading)
        return;
    const QScopedValueRollback guard(m_isReading, true);
    std::array<char, readOctets> buffer;
    while (m_lingersUntil && m_socket.read(buffer.data(), readOctets) > 0) {
    }
    while (m_session && !m_session->isWaiting() && !m_session->wantsClose() && m_socket.bytesToWrite() < outputLimit) {
        const qint64 count = m_socket.read(buffer.data(), readOctets);
        if (count <= 0)
            return;
        m_session->receive({buffer.data(), qsizetype(count)}, std::chrono::steady_clock::now());
        collect();
    }
}

void SmtpConnection::collect()
{
    send(m_session->takeOutput());
    const QList<SmtpEvent> events = m_session->takeEvents();
    if (!events.isEmpty())
        Q_EMIT eventsRecorded(events);
    if (std::optional<ReceivedMessage> message = m_session->takeMessage())
        Q_EMIT messageReceived(std::move(*message));
    if (!m_session->wantsClose() || m_lingersUntil)
        return;
    const bool hasQuit = !events.isEmpty() && events.last().replyCode == 221;
    beginClosing(hasQuit || m_isShuttingDown ? Closing::Expected : Closing::Surprising);
}

void SmtpConnection::send(const QByteArray& output)
{
    if (output.isEmpty() || m_socket.state() != QAbstractSocket::ConnectedState)
        return;
    if (m_socket.bytesToWrite() == 0)
        m_lastWritten = std::chrono::steady_clock::now();
    m_socket.write(output);
    m_socket.flush();
}

void SmtpConnection::finishMessage(const SmtpReply& reply)
{
    if (m_hasEnded || !m_session)
        return;
    m_session->finishMessage(reply, std::chrono::steady_clock::now());
    collect();
    read();
}

void SmtpConnection::refuse(const SmtpReply& reply)
{
    send(reply.toWire());
    beginClosing(Closing::Expected);
}

void SmtpConnection::shutDown()
{
    if (m_hasEnded)
        return;
    m_isShuttingDown = true;
    if (!m_session)
        return beginClosing(Closing::Expected);
    m_session->shutDown(std::chrono::steady_clock::now());
    collect();
}

void SmtpConnection::checkDeadlines(MonotonicTime now)
{
    if (m_lingersUntil && now >= *m_lingersUntil)
        return m_socket.abort();
    if (m_socket.bytesToWrite() > 0 && now - m_lastWritten > writeLimit) {
        qCInfo(lcSmtp) << "session" << m_id.value << "does not read its replies; closed";
        return m_socket.abort();
    }
    if (m_session) {
        m_session->timeout(now);
        collect();
    }
}

void SmtpConnection::beginClosing(Closing closing)
{
    m_lingersUntil = std::chrono::steady_clock::now() + lingerTime;
    if (closing == Closing::Expected)
        m_socket.disconnectFromHost();
}

void SmtpConnection::onDisconnected()
{
    if (std::exchange(m_hasEnded, true))
        return;
    if (m_session) {
        m_session->peerClosed(std::chrono::steady_clock::now());
        if (const QList<SmtpEvent> events = m_session->takeEvents(); !events.isEmpty())
            Q_EMIT eventsRecorded(events);
    }
    Q_EMIT ended();
}

} // namespace reserve
