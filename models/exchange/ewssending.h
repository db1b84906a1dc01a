// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/answer.h"
#include "models/exchange/ewsconnection.h"
#include "models/exchange/exchangegateway.h"

#include <memory>

namespace reserve {

// Sends one mail from a mailbox, and keeps its copy in the Sent Items of that mailbox; a repeat looks there first.
// Lives as long as a request of its is under way. Errors: exchange.copy-awaited (mailbox), exchange.sent-unproven
// (mailbox, remote) where the account may not look there.
class EwsSending final : public std::enable_shared_from_this<EwsSending>
{
public:
    EwsSending(EwsConnection& connection, QString mailbox, MailToSend mail, Receive<QString> receive);

    void start(SendingAgain again);

private:
    void take(SendingAgain again, const Result<int>& copies);
    void send();

    EwsConnection& m_connection;
    const QString m_mailbox;
    const MailToSend m_mail;
    const Receive<QString> m_receive;
};

} // namespace reserve
