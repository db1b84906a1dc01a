// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/streamsocket.h"

#include <algorithm>
#include <limits>
#include <utility>

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#endif

namespace reserve {

namespace {

// The two systems differ in names alone.
#ifdef Q_OS_WIN
using Descriptor = SOCKET;
constexpr int noSignal = 0;
constexpr int sending = SD_SEND;

bool wouldBlock()
{
    return WSAGetLastError() == WSAEWOULDBLOCK;
}
void closeDescriptor(Descriptor descriptor)
{
    closesocket(descriptor);
}
bool makeNonBlocking(Descriptor descriptor)
{
    u_long on = 1;
    return ioctlsocket(descriptor, FIONBIO, &on) == 0;
}
#else
using Descriptor = int;
constexpr int noSignal = MSG_NOSIGNAL;
constexpr int sending = SHUT_WR;

bool wouldBlock()
{
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}
void closeDescriptor(Descriptor descriptor)
{
    ::close(descriptor);
}
bool makeNonBlocking(Descriptor descriptor)
{
    return fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0;
}
#endif

int limited(qint64 count)
{
    return int(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

} // namespace

StreamSocket::StreamSocket(QObject* parent)
    : QObject(parent)
{
}

StreamSocket::~StreamSocket()
{
    close();
}

bool StreamSocket::open(qintptr descriptor)
{
    const auto socket = Descriptor(descriptor);
    sockaddr_storage storage{};
    auto* address = reinterpret_cast<sockaddr*>(&storage);
    socklen_t length = sizeof storage;
    if (!makeNonBlocking(socket) || getpeername(socket, address, &length) != 0) {
        closeDescriptor(socket);
        return false;
    }
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, reinterpret_cast<const char*>(&on), sizeof on);
    m_peerAddress.setAddress(address);
    m_peerPort = ntohs(storage.ss_family == AF_INET6 ? reinterpret_cast<const sockaddr_in6*>(address)->sin6_port
                                                     : reinterpret_cast<const sockaddr_in*>(address)->sin_port);
    m_descriptor = descriptor;
    m_readable = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read);
    m_readable->setEnabled(false);
    connect(m_readable.get(), &QSocketNotifier::activated, this, &StreamSocket::readyRead);
    return true;
}

qint64 StreamSocket::read(char* octets, qint64 most)
{
    if (!isOpen())
        return -1;
    const qint64 count = recv(Descriptor(m_descriptor), octets, std::size_t(limited(most)), 0);
    if (count > 0)
        return count;
    return count < 0 && wouldBlock() ? 0 : -1;
}

bool StreamSocket::write(const QByteArray& octets)
{
    if (!isOpen())
        return false;
    qint64 sent = 0;
    if (m_output.isEmpty()) {
        sent = sendNow(octets.constData(), octets.size());
        if (sent < 0)
            return false;
        if (sent == octets.size())
            return true;
    }
    m_output.append(octets.constData() + sent, octets.size() - sent);
    if (!m_writable) {
        m_writable = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Write);
        connect(m_writable.get(), &QSocketNotifier::activated, this, &StreamSocket::sendKept);
    }
    m_writable->setEnabled(true);
    return true;
}

qint64 StreamSocket::sendNow(const char* octets, qint64 count)
{
    const qint64 sent = send(Descriptor(m_descriptor), octets, std::size_t(limited(count)), noSignal);
    if (sent >= 0)
        return sent;
    return wouldBlock() ? 0 : -1;
}

void StreamSocket::sendKept()
{
    const qint64 sent = sendNow(m_output.constData(), m_output.size());
    if (sent < 0) {
        m_writable->setEnabled(false);
        Q_EMIT broken();
        return;
    }
    m_output.remove(0, sent);
    if (m_output.isEmpty()) {
        m_writable->setEnabled(false);
        if (m_finishes)
            shutdown(Descriptor(m_descriptor), sending);
    }
    if (sent > 0)
        Q_EMIT progressed();
}

void StreamSocket::setReading(bool reading)
{
    if (isOpen() && m_readable->isEnabled() != reading)
        m_readable->setEnabled(reading);
}

void StreamSocket::finishSending()
{
    m_finishes = true;
    if (isOpen() && m_output.isEmpty())
        shutdown(Descriptor(m_descriptor), sending);
}

void StreamSocket::close()
{
    if (!isOpen())
        return;
    m_readable->setEnabled(false);
    if (m_writable)
        m_writable->setEnabled(false);
    m_output.clear();
    closeDescriptor(Descriptor(std::exchange(m_descriptor, -1)));
}

} // namespace reserve
