// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/composing/meetingmail.h"
#include "models/practice/practiceaccount.h"
#include "models/practice/practiceroom.h"
#include "models/practice/switches.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace reserve {

struct PracticeOptions
{
    quint16 httpPort = 0; // EWS, Graph and tokens; 0: any free one
    quint16 smtpPort = 0; // mail for people and rooms
    QString agentHost = QStringLiteral("127.0.0.1");
    quint16 agentPort = 8025;                   // where requests are forwarded to
    QByteArray zone = QByteArrayLiteral("UTC"); // IANA id, meant where a meeting names none
    QList<PracticeRoom> rooms;
    PracticeAccount account;
    PracticeSwitches switches;
};

// The Practice Exchange: an Exchange server in memory, on loopback alone, to rehearse with and to test against. Rooms
// have mailboxes in which the calendar attendant works; what people send them is forwarded to the agent by SMTP;
// programs come by EWS and Graph; the agent's mail is taken by SMTP and lies in people's mailboxes. Nothing outlives
// it.
//
// One thread with an event loop.
class PracticeExchange final : public QObject
{
    Q_OBJECT

public:
    explicit PracticeExchange(PracticeOptions options,
                              std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>(),
                              QObject* parent = nullptr);
    ~PracticeExchange() override;

    // Errors: http.port-taken (address, port), practice.smtp-port (port, detail).
    Result<void> start();
    void stop();

    QUrl ewsUrl() const;    // .../EWS/Exchange.asmx
    QUrl graphUrl() const;  // .../v1.0
    QUrl authority() const; // before /{tenant}/oauth2/v2.0/token
    quint16 httpPort() const;
    quint16 smtpPort() const;
    const PracticeAccount& account() const;

    void setRooms(const QList<PracticeRoom>& rooms);
    void setAgent(const QString& host, quint16 port);
    const PracticeSwitches& switches() const;
    // Errors: those of PracticeSwitches::set(), and of start() when it comes back from being offline.
    Result<void> setSwitch(const QString& name, const QString& value);

    // A person sends a request or a cancellation; the rooms are addressed as the directory spells them.
    void send(MeetingMail meeting);
    // Any mail, as if it came by SMTP.
    void post(const QString& sender, const QStringList& recipients, const QByteArray& mail);

    // What it holds, as JSON: the mailboxes with counts; one mailbox with its items; the mails in people's Inboxes.
    QByteArray mailboxesJson() const;
    // Error: practice.mailbox-unknown (mailbox).
    Result<QByteArray> mailboxJson(const QString& address) const;
    QByteArray mailsJson() const;

Q_SIGNALS:
    void mailDelivered(const QString& mailbox, const QString& from, const QString& subject);
    void requestForwarded(const QString& recipient);
    void requestRefused(const QString& recipient, const QString& remote, bool again);
    void requestAnswered(const QString& method, const QString& path, int status);

private:
    class Engine;
    Result<void> open();

    std::unique_ptr<Engine> m_engine;
};

} // namespace reserve
