// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/mail/smtpsession.h"

#include <QHostAddress>
#include <QObject>
#include <QTcpServer>
#include <QTimer>

#include <memory>

namespace reserve::practice {

// The mail server of the organisation: takes mail for everybody by SMTP on loopback and hands it on. Memory holds what
// it took; 250 promises no more than that here.
class SmtpReceiver final : public QObject
{
    Q_OBJECT

public:
    explicit SmtpReceiver(QObject* parent = nullptr);
    ~SmtpReceiver() override;

    // Errors: practice.smtp-port (port, detail). After stop() it listens on the same port again.
    Result<void> start(quint16 port);
    void stop();
    quint16 port() const { return m_port; }

Q_SIGNALS:
    void received(const QString& sender, const QStringList& recipients, const QByteArray& mail);

private:
    class Everybody;
    class Connection;

    void admit();

    std::unique_ptr<Everybody> m_policy;
    std::unique_ptr<QTcpServer> m_server;
    QTimer m_sweep;
    quint16 m_port = 0;
    int m_count = 0;
};

} // namespace reserve::practice
