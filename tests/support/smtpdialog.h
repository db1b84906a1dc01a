// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QHostAddress>
#include <QTcpSocket>

namespace reserve::test {

// A client that speaks SMTP line by line over a real socket and waits for each reply. It works for a server that lives
// on another thread or in another process.
class SmtpDialog final
{
public:
    explicit SmtpDialog(quint16 port, const QHostAddress& address = QHostAddress::LocalHost);

    bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }

    void send(const QByteArray& octets);
    // One whole reply, all its lines; what there is when the server closes or stays silent for `milliseconds`.
    QByteArray reply(int milliseconds = 5000);
    // Sends one line and answers the reply to it.
    QByteArray say(const QByteArray& line);
    bool waitForClose(int milliseconds = 5000);
    void hangUp() { m_socket.abort(); }

    // Reads the greeting and says EHLO.
    QByteArray open();
    // MAIL, RCPT for each recipient, DATA and content (dots stuffed here): the answer to the content, or the first
    // reply that was no success.
    QByteArray deliver(const QByteArray& sender, const QByteArrayList& recipients, const QByteArray& content);
    // The same up to and including the final dot, without waiting for its answer.
    QByteArray begin(const QByteArray& sender, const QByteArrayList& recipients, const QByteArray& content);

    static int code(const QByteArray& reply) { return reply.left(3).toInt(); }

    QTcpSocket& socket() { return m_socket; }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

} // namespace reserve::test
