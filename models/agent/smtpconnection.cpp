// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/smtpconnection.h"

#include "models/agent/peerlist.h"
#include "models/base/logging.h"

#include <array>
#include <utility>

namespace reserve {

namespace {

constexpr qint64 readOctets = 64 * 1024;
// What may wait to be sent before nothing more is read from a peer that does not read either.
constexpr qint64 outputLimit = 64 * 1024;
// How long a peer may leave its replies unread.
constexpr std::chrono::minutes writeLimit(1);
// The last reply survives only when nothing that the peer still sends meets a closed socket: so long it is read and
// dropped.
constexpr std::chrono::seconds lingerTime(2);

MonotonicTime monotonicNow()
{
    return std::chrono::steady_clock::now();
}

} // namespace

SmtpConnection::SmtpConnection(SessionId id, const SmtpPolicy& policy, const SmtpLimits& limits,
                               const QByteArray& hostName, QObject* parent)
    : QObject(parent)
    , m_id(id)
    , m_policy(policy)
    , m_limits(limits)
    , m_hostName(hostName)
    , m_lastProgress(monotonicNow())
{
    connect(&m_socket, &StreamSocket::readyRead, this, &SmtpConnection::read);
    connect(&m_socket, &StreamSocket::broken, this, &SmtpConnection::end);
    connect(&m_socket, &StreamSocket::progressed, this, [this] {
        m_lastProgress = monotonicNow();
        read();
    });
}

bool SmtpConnection::open(qintptr descriptor)
{
    return m_socket.open(descriptor);
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
    m_session.emplace(m_policy, m_limits, m_hostName,
                      PeerInfo{plainAddress(m_socket.peerAddress()).toString(), m_socket.peerPort()});
    std::array<char, 1> first;
    const qint64 early = m_socket.read(first.data(), 1);
    if (early < 0)
        return end();
    m_session->greet(early > 0, monotonicNow());
    collect();
    m_socket.setReading(mayRead());
}

void SmtpConnection::read()
{
    // A peer that waits for its reply sends nothing: only one that does not wait costs a switch of the notifier.
    m_socket.setReading(mayRead());
    std::array<char, readOctets> buffer;
    qint64 count = readOctets;
    while (count == readOctets && mayRead()) {
        count = m_socket.read(buffer.data(), readOctets);
        if (count < 0)
            return end();
        if (count > 0 && !m_lingersUntil) {
            m_session->receive({buffer.data(), qsizetype(count)}, monotonicNow());
            collect();
        }
    }
}

void SmtpConnection::readOn()
{
    if (mayRead())
        m_socket.setReading(true);
}

bool SmtpConnection::mayRead() const
{
    if (m_hasEnded)
        return false;
    if (m_lingersUntil)
        return true;
    return m_session && !m_session->isWaiting() && m_socket.bytesToWrite() < outputLimit;
}

void SmtpConnection::collect()
{
    send(m_session->takeOutput());
    const QList<SmtpEvent> events = m_session->takeEvents();
    if (!events.isEmpty())
        Q_EMIT eventsRecorded(events);
    if (std::optional<ReceivedMessage> message = m_session->takeMessage())
        Q_EMIT messageReceived(std::move(*message));
    if (m_session->takePolicyWish())
        Q_EMIT policyWanted();
    if (!m_session->wantsClose() || m_lingersUntil || m_hasEnded)
        return;
    // After QUIT a peer sends nothing more.
    const bool hasQuit = !events.isEmpty() && events.last().replyCode == 221;
    if (hasQuit && m_socket.bytesToWrite() == 0)
        end();
    else
        beginClosing();
}

void SmtpConnection::send(const QByteArray& output)
{
    if (output.isEmpty() || m_hasEnded)
        return;
    if (m_socket.bytesToWrite() == 0)
        m_lastProgress = monotonicNow();
    if (!m_socket.write(output))
        end();
}

void SmtpConnection::finishMessage(const SmtpReply& reply)
{
    if (m_hasEnded || !m_session)
        return;
    m_session->finishMessage(reply, monotonicNow());
    collect();
    readOn();
}

void SmtpConnection::goOn()
{
    if (m_hasEnded || !m_session)
        return;
    m_session->goOn(monotonicNow());
    collect();
    readOn();
}

void SmtpConnection::refuse(const SmtpReply& reply)
{
    send(reply.toWire());
    beginClosing();
}

void SmtpConnection::shutDown()
{
    if (m_hasEnded)
        return;
    if (!m_session)
        return end();
    m_session->shutDown(monotonicNow());
    collect();
}

void SmtpConnection::checkDeadlines(MonotonicTime now)
{
    if (m_hasEnded)
        return;
    const bool isDeaf = m_socket.bytesToWrite() > 0 && now - m_lastProgress > writeLimit;
    if (isDeaf)
        qCInfo(lcSmtp) << "session" << m_id.value << "does not read its replies; closed";
    if (isDeaf || (m_lingersUntil && now >= *m_lingersUntil))
        return end();
    if (m_session) {
        m_session->timeout(now);
        collect();
    }
}

void SmtpConnection::beginClosing()
{
    if (m_hasEnded)
        return;
    m_lingersUntil = monotonicNow() + lingerTime;
    m_socket.finishSending();
    m_socket.setReading(true);
}

void SmtpConnection::end()
{
    if (std::exchange(m_hasEnded, true))
        return;
    if (m_session) {
        m_session->peerClosed(monotonicNow());
        if (const QList<SmtpEvent> events = m_session->takeEvents(); !events.isEmpty())
            Q_EMIT eventsRecorded(events);
    }
    m_socket.close();
    Q_EMIT ended();
}

} // namespace reserve
