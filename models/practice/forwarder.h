// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/transport/mailtransport.h"

#include <QObject>
#include <QTimer>

namespace reserve::practice {

// Where the agent listens.
struct AgentPlace
{
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 8025;
};

// Exchange's send connector to the agent: mails in their order, one after another. While the agent is away they wait
// and are tried again; what it refuses for good is given up and told.
class Forwarder final : public QObject
{
    Q_OBJECT

public:
    explicit Forwarder(AgentPlace agent, QObject* parent = nullptr);
    ~Forwarder() override;

    void forward(const QString& sender, const QString& recipient, const QByteArray& mail);
    // What waits is tried there at once.
    void setAgent(const AgentPlace& agent);
    qsizetype waiting() const { return m_queue.size(); }

Q_SIGNALS:
    void forwarded(const QString& recipient);
    // Its last words; tried again where `again`.
    void refused(const QString& recipient, const QString& remote, bool again);

private:
    void sendNext();
    void settle(const Result<SendReport>& report);

    AgentPlace m_agent;
    QList<MailToSend> m_queue;
    bool m_sending = false;
    QTimer m_retry;
    MailTransport m_transport;
};

} // namespace reserve::practice
