// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/graphcreate.h"

#include "models/exchange/graphdraft.h"
#include "models/exchange/graphlookup.h"
#include "models/exchange/graphseries.h"
#include "models/exchange/onanswer.h"

namespace reserve {

GraphCreate::GraphCreate(GraphSession& session, QString mailbox, ItemDraft draft)
    : m_session(session)
    , m_mailbox(std::move(mailbox))
    , m_draft(std::move(draft))
{
}

QFuture<Result<ItemReference>> GraphCreate::run()
{
    const Result<QJsonObject> body = graphEventBody(m_draft);
    if (!body)
        return answeredFuture(Result<ItemReference>(failure(body.error())));
    const Result<QStringList> takenOut = takenOutDates(m_draft);
    if (!takenOut)
        return answeredFuture(Result<ItemReference>(failure(takenOut.error())));
    m_body = *body;
    m_body.insert(QStringLiteral("transactionId"), QString::fromUtf8(m_draft.mark));
    m_takenOut = *takenOut;
    find(false);
    return m_answer.future();
}

void GraphCreate::find(bool isRepeat)
{
    findByGraphMark(
        m_session, m_mailbox, m_draft.mark,
        [self = shared_from_this(), isRepeat](const Result<std::optional<GraphEvent>>& found) {
            if (!found)
                self->m_answer(failure(found.error()));
            else if (*found)
                self->finish((*found)->item.reference);
            else if (isRepeat)
                self->m_answer(failure("exchange.item-changed", {{QStringLiteral("mailbox"), self->m_mailbox}}, true));
            else
                self->post();
        });
}

void GraphCreate::post()
{
    m_session.send(graphPost(m_mailbox, {QStringLiteral("calendar"), QStringLiteral("events")}, m_body),
                   [self = shared_from_this()](const Result<GraphReply>& reply) { self->takePosted(reply); });
}

void GraphCreate::takePosted(const Result<GraphReply>& reply)
{
    if (!reply) {
        if (reply.error().code() == "exchange.item-changed") // it is there already
            find(true);
        else
            m_answer(failure(reply.error()));
        return;
    }
    const ItemReference item{reply->body.value(QLatin1String("id")).toString(),
                             reply->body.value(QLatin1String("@odata.etag")).toString()};
    if (item.isNull())
        m_answer(failure("exchange.response-unreadable", {{QStringLiteral("detail"), QStringLiteral("id")}}, true));
    else
        finish(item);
}

void GraphCreate::finish(const ItemReference& item)
{
    removeGraphDates(m_session, m_mailbox, item, m_takenOut, m_answer);
}

} // namespace reserve
