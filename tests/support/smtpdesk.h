// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/store/unit.h"
#include "tests/support/agenthost.h"
#include "tests/support/requestdesk.h"

#include <QByteArray>
#include <QList>

#include <memory>

namespace reserve::test {

// Whom and what the SMTP cases speak of.
inline const QByteArray nour = QByteArrayLiteral("nour.abbas@mycompany.com");
inline const QByteArray cr1 = QByteArrayLiteral("CR1@reserve.mycompany.com");
inline const QByteArray cr2 = QByteArrayLiteral("CR2@reserve.mycompany.com");
QByteArray plainMail(const QByteArray& body = QByteArrayLiteral("Hello room.\r\n"));

// An agent that takes mail over real sockets, and what it stored.
class SmtpDesk final
{
public:
    SmtpDesk();

    RequestDesk& desk() { return m_desk; }
    AgentHost& host() { return *m_host; }
    quint16 port() const { return m_host->port(); }

    // Waits until it listens; an agent that does not fails the test.
    void start(const AgentOptions& options = {});

    QList<InboxMessage> inbox();    // oldest first
    QByteArray raw(InboxId id);     // as it is stored
    QByteArray content(InboxId id); // without the Received line that was added

private:
    RequestDesk m_desk;
    std::unique_ptr<AgentHost> m_host;
};

} // namespace reserve::test
