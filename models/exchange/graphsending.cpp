// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/graphsending.h"

#include "models/exchange/exchangeproblem.h"
#include "models/exchange/graphfailure.h"
#include "models/exchange/graphsession.h"
#include "models/exchange/mailhead.h"

#include <QJsonArray>

#include <algorithm>

namespace reserve {

GraphSending::GraphSending(GraphSession& session, QString mailbox, MailToSend mail)
    : m_session(session)
    , m_mailbox(std::move(mailbox))
    , m_mail(std::move(mail))
    , m_messageId(messageIdOf(m_mail.content))
{
}

QFuture<Result<QString>> GraphSending::run(SendingAgain again)
{
    if (again == SendingAgain::No) {
        send();
        return m_answer.future();
    }
    const QStringList sent{QStringLiteral("mailFolders"), QStringLiteral("sentitems"), QStringLiteral("messages")};
    const GraphQuery query{{"$select", QStringLiteral("id,internetMessageId")},
                           {"$filter", QLatin1String("internetMessageId eq ") + odataText(m_messageId)}};
    m_session.send(graphGet(m_mailbox, sent, query),
                   [self = shared_from_this(), again](const Result<GraphReply>& found) { self->take(again, found); });
    return m_answer.future();
}

void GraphSending::take(SendingAgain again, const Result<GraphReply>& found)
{
    if (!found) {
        m_answer(failure(keepsShut(found.error()) ? sentUnproven(found.error(), mailReadPermission) : found.error()));
        return;
    }
    const QJsonArray copies = found->body.value(QLatin1String("value")).toArray();
    const bool isThere = std::any_of(copies.begin(), copies.end(), [this](const QJsonValue& copy) {
        return copy.toObject().value(QLatin1String("internetMessageId")).toString() == m_messageId;
    });
    if (isThere)
        m_answer(QString());
    else if (again == SendingAgain::LookFirst)
        m_answer(failure("exchange.copy-awaited", {{QStringLiteral("mailbox"), m_mailbox}}, true));
    else
        send();
}

void GraphSending::send()
{
    GraphRequest request = graphGet(m_mailbox, {QStringLiteral("sendMail")});
    request.method = "POST";
    request.contentType = "text/plain"; // the message itself in base64, not a resource in JSON
    request.body = withNetworkLineEnds(m_mail.content).toBase64();
    m_session.send(request, [self = shared_from_this()](const Result<GraphReply>& reply) {
        self->m_answer(reply ? Result<QString>(QString()) : failure(ofTelling(reply.error())));
    });
}

} // namespace reserve
