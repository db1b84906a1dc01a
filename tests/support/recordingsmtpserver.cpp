// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/recordingsmtpserver.h"

#include "tests/support/testcertificate.h"

#include <QFile>
#include <QSslSocket>
#include <QTcpServer>

#include <utility>

namespace reserve {

class RecordingSmtpServer::Door final : public QTcpServer
{
public:
    explicit Door(RecordingSmtpServer& server)
        : m_server(server)
    {
    }

protected:
    void incomingConnection(qintptr descriptor) override { m_server.onConnection(descriptor); }

private:
    RecordingSmtpServer& m_server;
};

// One connection; a child of the server, gone with its socket.
class RecordingSmtpServer::Conversation final : public QObject
{
public:
    Conversation(RecordingSmtpServer& server, qintptr descriptor)
        : QObject(&server)
        , m_server(server)
        , m_socket(new QSslSocket(this))
    {
        m_socket->setSocketDescriptor(descriptor);
        connect(m_socket, &QSslSocket::readyRead, this, [this] { read(); });
        connect(m_socket, &QSslSocket::disconnected, this, &QObject::deleteLater);
        if (m_server.m_encryption != Encryption::None) {
            m_socket->setLocalCertificate(m_server.m_certificate);
            m_socket->setPrivateKey(m_server.m_key);
        }
        if (m_server.m_encryption == Encryption::Implicit) {
            connect(m_socket, &QSslSocket::encrypted, this, [this] { greet(); });
            m_socket->startServerEncryption();
        } else {
            greet();
        }
    }

private:
    void greet() { reply("GREETING", "220 recorder.test Simple Mail Transfer Service Ready"); }

    void read()
    {
        while (m_socket->canReadLine()) {
            const QByteArray line = m_socket->readLine();
            if (m_inContent)
                takeContent(line);
            else if (std::exchange(m_inAuthentication, false))
                judgeCredentials(line.trimmed());
            else
                takeCommand(line.trimmed());
        }
    }

    void takeContent(const QByteArray& line)
    {
        if (line == ".\r\n") {
            m_inContent = false;
            m_server.m_content = m_mail.content;
            Q_EMIT m_server.contentCame();
            const QByteArray said = reply("CONTENT", "250 2.0.0 Taken");
            if (said.startsWith("250"))
                m_server.m_mails.append(m_mail);
            m_mail.content.clear();
            if (said.startsWith("250"))
                Q_EMIT m_server.mailTaken();
            return;
        }
        m_mail.content.append(line.startsWith('.') ? line.mid(1) : line);
    }

    void takeCommand(const QByteArray& line)
    {
        const QByteArray verb = line.split(' ').first().split(':').first().toUpper();
        m_server.m_commands.append(verb == "AUTH" ? QByteArray("AUTH") : line);
        const QByteArray argument = line.mid(verb.size()).trimmed();
        if (verb == "EHLO" || verb == "HELO")
            greetBack(verb, argument);
        else if (verb == "STARTTLS")
            startTls();
        else if (verb == "AUTH")
            authenticate(argument);
        else if (verb == "MAIL")
            takeSender(line);
        else if (verb == "RCPT")
            takeRecipient(line);
        else if (verb == "DATA")
            m_inContent = reply("DATA", "354 Go on").startsWith("354");
        else if (verb == "QUIT")
            quit();
        else
            reply(verb, "250 2.0.0 Ok");
    }

    void greetBack(const QByteArray& verb, const QByteArray& name)
    {
        m_mail.helloName = name;
        QByteArray text("250-recorder.test\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n");
        if (m_server.m_encryption == Encryption::StartTls && !m_socket->isEncrypted())
            text.append("250-STARTTLS\r\n");
        if (!m_server.m_user.isEmpty())
            text.append("250-AUTH PLAIN\r\n");
        text.append("250 SIZE 100000000");
        reply(verb, text);
    }

    void startTls()
    {
        if (reply("STARTTLS", "220 2.0.0 Go on").startsWith("220"))
            m_socket->startServerEncryption();
    }

    // RFC 4954 4: the credentials come with the command or after 334.
    void authenticate(const QByteArray& argument)
    {
        const QList<QByteArray> words = argument.split(' ');
        if (words.value(0) != "PLAIN") {
            reply("AUTH", "504 5.5.4 Only PLAIN");
        } else if (words.size() > 1) {
            judgeCredentials(words.at(1));
        } else {
            m_inAuthentication = true;
            reply("AUTH", "334 ");
        }
    }

    void judgeCredentials(const QByteArray& base64)
    {
        const QList<QByteArray> parts = QByteArray::fromBase64(base64).split('\0');
        Q_EMIT m_server.credentialsCame();
        const bool right = QString::fromUtf8(parts.value(1)) == m_server.m_user
            && QString::fromUtf8(parts.value(2)) == m_server.m_password;
        if (right)
            m_mail.user = m_server.m_user;
        reply("AUTH", right ? "235 2.7.0 Welcome" : "535 5.7.8 User name or password not accepted");
    }

    void takeSender(const QByteArray& line)
    {
        if (!m_server.m_user.isEmpty() && m_mail.user.isEmpty()) {
            reply("MAIL", "530 5.7.0 Authentication required");
            return;
        }
        m_mail.sender = addressIn(line);
        m_mail.recipients.clear();
        m_mail.encrypted = m_socket->isEncrypted();
        reply("MAIL", "250 2.1.0 Ok");
    }

    void takeRecipient(const QByteArray& line)
    {
        const QString recipient = addressIn(line);
        const QByteArray said = reply("RCPT", m_server.m_recipientReplies.value(recipient, "250 2.1.5 Ok"));
        if (said.startsWith("250"))
            m_mail.recipients.append(recipient);
    }

    void quit()
    {
        reply("QUIT", "221 2.0.0 Bye");
        m_socket->disconnectFromHost();
    }

    static QString addressIn(const QByteArray& line)
    {
        const qsizetype open = line.indexOf('<');
        return QString::fromUtf8(line.mid(open + 1, line.indexOf('>', open) - open - 1));
    }

    // What was said: the script's word, else `usual`; empty when nothing was.
    QByteArray reply(const QByteArray& verb, const QByteArray& usual)
    {
        if (m_server.m_silentAt.contains(verb))
            return {};
        if (m_server.m_hangUpAt.contains(verb)) {
            m_socket->abort();
            return {};
        }
        const QByteArray text = m_server.m_replies.value(verb, usual);
        m_socket->write(text + "\r\n");
        m_socket->flush();
        return text;
    }

    RecordingSmtpServer& m_server;
    QSslSocket* m_socket;
    RecordedMail m_mail;
    bool m_inContent = false;
    bool m_inAuthentication = false;
};

RecordingSmtpServer::RecordingSmtpServer(QObject* parent)
    : QObject(parent)
    , m_door(std::make_unique<Door>(*this))
{
}

RecordingSmtpServer::~RecordingSmtpServer() = default;

bool RecordingSmtpServer::listen()
{
    return m_door->listen(QHostAddress::LocalHost);
}

quint16 RecordingSmtpServer::port() const
{
    return m_door->serverPort();
}

void RecordingSmtpServer::close()
{
    m_door->close();
    qDeleteAll(findChildren<QSslSocket*>());
}

void RecordingSmtpServer::encryptWith(const TestCertificate& certificate, Encryption encryption)
{
    m_certificate = certificate.certificate();
    m_key = certificate.key();
    m_encryption = encryption;
}

void RecordingSmtpServer::demandCredentials(const QString& user, const QString& password)
{
    m_user = user;
    m_password = password;
}

void RecordingSmtpServer::answer(const QByteArray& verb, const QByteArray& reply)
{
    m_replies.insert(verb, reply);
}

void RecordingSmtpServer::answerRecipient(const QString& recipient, const QByteArray& reply)
{
    m_recipientReplies.insert(recipient, reply);
}

void RecordingSmtpServer::answerAsUsual()
{
    m_replies.clear();
    m_recipientReplies.clear();
    m_silentAt.clear();
    m_hangUpAt.clear();
}

void RecordingSmtpServer::keepSilentAt(const QByteArray& verb)
{
    m_silentAt.insert(verb);
}

void RecordingSmtpServer::hangUpAt(const QByteArray& verb)
{
    m_hangUpAt.insert(verb);
}

void RecordingSmtpServer::onConnection(qintptr descriptor)
{
    ++m_connectionCount;
    new Conversation(*this, descriptor);
}

} // namespace reserve
