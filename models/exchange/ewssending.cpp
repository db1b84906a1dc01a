// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewssending.h"

#include "models/exchange/ewscreateitem.h"
#include "models/exchange/ewsfinditem.h"
#include "models/exchange/exchangeproblem.h"
#include "models/exchange/mailhead.h"

namespace reserve {

EwsSending::EwsSending(EwsConnection& connection, QString mailbox, MailToSend mail, Receive<QString> receive)
    : m_connection(connection)
    , m_mailbox(std::move(mailbox))
    , m_mail(std::move(mail))
    , m_receive(std::move(receive))
{
}

void EwsSending::start(SendingAgain again)
{
    if (again == SendingAgain::No) {
        send();
        return;
    }
    m_connection.call(m_mailbox, EwsFindSent{m_mailbox, messageIdOf(m_mail.content)},
                      [self = shared_from_this(), again](const Result<int>& copies) { self->take(again, copies); });
}

void EwsSending::take(SendingAgain again, const Result<int>& copies)
{
    if (!copies)
        m_receive(failure(keepsShut(copies.error()) ? sentUnproven(copies.error()) : copies.error()));
    else if (*copies > 0)
        m_receive(QString());
    else if (again == SendingAgain::LookFirst)
        m_receive(failure("exchange.copy-awaited", {{QStringLiteral("mailbox"), m_mailbox}}, true));
    else
        send();
}

void EwsSending::send()
{
    m_connection.call(m_mailbox, EwsSendMessage{m_mailbox, m_mail},
                      [self = shared_from_this()](const Result<ItemReference>& sent) {
                          self->m_receive(sent ? Result<QString>(QString()) : failure(ofTelling(sent.error())));
                      });
}

} // namespace reserve
