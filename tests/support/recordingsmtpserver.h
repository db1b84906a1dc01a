// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>
#include <QStringList>

#include <memory>

class QSslSocket;

namespace reserve {

class TestCertificate;

struct RecordedMail
{
    QString sender;
    QStringList recipients;
    QByteArray content; // without dot-stuffing and the final dot
    QByteArray helloName;
    QString user;
    bool encrypted = false;
};

// A small mail server on loopback that takes everything, remembers it, and can be told to misbehave. It lives on the
// thread that made it; its answers are scripted by verb: "GREETING", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT",
// "DATA", "CONTENT" (after the final dot).
class RecordingSmtpServer final : public QObject
{
    Q_OBJECT

public:
    enum class Encryption { None, StartTls, Implicit };

    explicit RecordingSmtpServer(QObject* parent = nullptr);
    ~RecordingSmtpServer() override;

    // On 127.0.0.1 and a free port; false when that is impossible.
    bool listen();
    quint16 port() const;
    // Closes the door and every connection.
    void close();

    void encryptWith(const TestCertificate& certificate, Encryption encryption);
    // Offers and demands AUTH PLAIN with exactly these.
    void demandCredentials(const QString& user, const QString& password);

    void answer(const QByteArray& verb, const QByteArray& reply);
    void answerRecipient(const QString& recipient, const QByteArray& reply);
    void answerAsUsual();
    void keepSilentAt(const QByteArray& verb);
    void hangUpAt(const QByteArray& verb);

    const QList<RecordedMail>& mails() const { return m_mails; }
    const QByteArray& content() const { return m_content; }          // what came last, taken or not
    const QList<QByteArray>& commands() const { return m_commands; } // AUTH without its argument
    int connectionCount() const { return m_connectionCount; }

Q_SIGNALS:
    void credentialsCame(); // before they are judged
    void contentCame();     // the final dot, before it is answered
    void mailTaken();       // answered with 250, which is on its way

private:
    class Door;
    class Conversation;

    void onConnection(qintptr descriptor);

    std::unique_ptr<Door> m_door;
    QHash<QByteArray, QByteArray> m_replies;
    QHash<QString, QByteArray> m_recipientReplies;
    QSet<QByteArray> m_silentAt;
    QSet<QByteArray> m_hangUpAt;
    Encryption m_encryption = Encryption::None;
    QSslCertificate m_certificate;
    QSslKey m_key;
    QString m_user;
    QString m_password;
    QList<RecordedMail> m_mails;
    QByteArray m_content;
    QList<QByteArray> m_commands;
    int m_connectionCount = 0;
};

} // namespace reserve
