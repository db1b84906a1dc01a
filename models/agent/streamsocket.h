// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace reserve {

// One accepted TCP connection that never blocks. Nothing is taken from the system before read() asks for it, not even
// the end of the peer's sending: QTcpSocket reads ahead and then closes both directions at a half-close, so that a peer
// which sends everything up to QUIT and closes its side would never hear the answers. It also keeps no buffer of input.
class StreamSocket final : public QObject
{
    Q_OBJECT

public:
    explicit StreamSocket(QObject* parent = nullptr);
    ~StreamSocket() override;

    // Takes the descriptor over; false when the peer is gone already (the descriptor is closed then).
    bool open(qintptr descriptor);
    bool isOpen() const { return m_descriptor >= 0; }

    const QHostAddress& peerAddress() const { return m_peerAddress; }
    quint16 peerPort() const { return m_peerPort; }

    // More than 0: so many octets. 0: none at the moment. Less: the peer sends nothing more.
    qint64 read(char* octets, qint64 most);
    // What the system does not take at once is kept and sent when it can be. False: the connection is broken.
    bool write(const QByteArray& octets);
    qint64 bytesToWrite() const { return m_output.size(); }

    // Whether readyRead() is wanted: it comes again and again until what is there has been read.
    void setReading(bool reading);

    // Tells the peer, behind what is still to be sent, that nothing more follows.
    void finishSending();
    void close();

Q_SIGNALS:
    void readyRead();
    // Some of what was kept has been sent.
    void progressed();
    void broken();

private:
    void sendKept();
    // How many octets the system took; less than 0 when the connection is broken.
    qint64 sendNow(const char* octets, qint64 count);

    qintptr m_descriptor = -1;
    QHostAddress m_peerAddress;
    quint16 m_peerPort = 0;
    QByteArray m_output;
    bool m_finishes = false;
    std::unique_ptr<QSocketNotifier> m_readable;
    std::unique_ptr<QSocketNotifier> m_writable;
};

} // namespace reserve
