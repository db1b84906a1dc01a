// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/answer.h"
#include "models/exchange/exchangegateway.h"

#include <memory>

namespace reserve {

class GraphSession;
struct GraphReply;

// Sends one mail from a mailbox. Graph keeps its copy in Sent Items, unless a body in JSON says otherwise
// (saveToSentItems), and ours is the message itself; a repeat looks there first, which takes the permission Mail.Read.
//
// Errors: exchange.copy-awaited (mailbox), exchange.sent-unproven (mailbox, permission), and those of GraphSession.
class GraphSending final : public std::enable_shared_from_this<GraphSending>
{
public:
    GraphSending(GraphSession& session, QString mailbox, MailToSend mail);

    QFuture<Result<QString>> run(SendingAgain again);

private:
    void take(SendingAgain again, const Result<GraphReply>& found);
    void send();

    GraphSession& m_session;
    const QString m_mailbox;
    const MailToSend m_mail;
    const QString m_messageId;
    Answer<QString> m_answer;
};

} // namespace reserve
