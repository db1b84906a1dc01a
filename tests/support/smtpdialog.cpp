// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/smtpdialog.h"

#include <QDeadlineTimer>
#include <QNetworkProxy>

namespace reserve::test {

namespace {

// Where the reply at the beginning ends: after its line without a hyphen; -1 while it is not there yet.
qsizetype replyLength(const QByteArray& received)
{
    qsizetype at = 0;
    while (true) {
        const qsizetype end = received.indexOf('\n', at);
        if (end < 0)
            return -1;
        if (end - at < 4 || received.at(at + 3) != '-')
            return end + 1;
        at = end + 1;
    }
}

QByteArray stuffed(QByteArray content)
{
    if (!content.endsWith("\r\n"))
        content += "\r\n";
    content.replace("\r\n.", "\r\n..");
    if (content.startsWith('.'))
        content.prepend('.');
    return content;
}

} // namespace

SmtpDialog::SmtpDialog(quint16 port, const QHostAddress& address)
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    m_socket.connectToHost(address, port);
    m_socket.waitForConnected(5000);
}

void SmtpDialog::send(const QByteArray& octets)
{
    m_socket.write(octets);
    while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(5000)) {
    }
}

QByteArray SmtpDialog::reply(int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    while (true) {
        m_received += m_socket.readAll();
        if (const qsizetype length = replyLength(m_received); length > 0) {
            const QByteArray whole = m_received.left(length);
            m_received.remove(0, length);
            return whole;
        }
        if (deadline.hasExpired() || !m_socket.waitForReadyRead(int(deadline.remainingTime()))) {
            m_received += m_socket.readAll();
            if (replyLength(m_received) < 0)
                return std::exchange(m_received, QByteArray());
        }
    }
}

QByteArray SmtpDialog::say(const QByteArray& line)
{
    send(line + "\r\n");
    return reply();
}

bool SmtpDialog::waitForClose(int milliseconds)
{
    return !isOpen() || m_socket.waitForDisconnected(milliseconds) || !isOpen();
}

QByteArray SmtpDialog::open()
{
    const QByteArray greeting = reply();
    return code(greeting) == 220 ? say("EHLO client.example.org") : greeting;
}

QByteArray SmtpDialog::begin(const QByteArray& sender, const QByteArrayList& recipients, const QByteArray& content)
{
    QByteArray answer = say("MAIL FROM:<" + sender + '>');
    for (const QByteArray& recipient : recipients) {
        if (code(answer) == 250)
            answer = say("RCPT TO:<" + recipient + '>');
    }
    if (code(answer) == 250)
        answer = say("DATA");
    if (code(answer) != 354)
        return answer;
    send(stuffed(content) + ".\r\n");
    return {};
}

QByteArray SmtpDialog::deliver(const QByteArray& sender, const QByteArrayList& recipients, const QByteArray& content)
{
    const QByteArray refused = begin(sender, recipients, content);
    return refused.isEmpty() ? reply() : refused;
}

} // namespace reserve::test
