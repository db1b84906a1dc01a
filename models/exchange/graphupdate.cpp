// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/graphupdate.h"

#include "models/exchange/graphdifference.h"
#include "models/exchange/graphdraft.h"
#include "models/exchange/graphlookup.h"
#include "models/exchange/graphseries.h"
#include "models/exchange/onanswer.h"

namespace reserve {

GraphUpdate::GraphUpdate(GraphSession& session, QString mailbox, QString occurrence, ItemDraft draft)
    : m_session(session)
    , m_mailbox(std::move(mailbox))
    , m_occurrence(std::move(occurrence))
    , m_draft(std::move(draft))
{
    // One date does not repeat by itself.
    if (!m_occurrence.isEmpty())
        m_draft.recurrence.reset();
}

QFuture<Result<ItemReference>> GraphUpdate::run()
{
    const Result<QJsonObject> body = graphEventBody(m_draft);
    if (!body)
        return answeredFuture(Result<ItemReference>(failure(body.error())));
    const Result<QStringList> takenOut = takenOutDates(m_draft);
    if (!takenOut)
        return answeredFuture(Result<ItemReference>(failure(takenOut.error())));
    m_body = *body;
    m_takenOut = *takenOut;
    findByGraphMark(m_session, m_mailbox, m_draft.mark,
                    [self = shared_from_this()](const auto& found) { self->takeItem(found); });
    return m_answer.future();
}

void GraphUpdate::takeItem(const Result<std::optional<GraphEvent>>& found)
{
    if (!found || !*found || m_occurrence.isEmpty()) {
        compare(found);
        return;
    }
    findGraphOccurrence(m_session, m_mailbox, (*found)->item.reference.id, m_occurrence,
                        [self = shared_from_this()](const auto& occurrence) { self->compare(occurrence); });
}

void GraphUpdate::compare(const Result<std::optional<GraphEvent>>& found)
{
    if (!found)
        m_answer(failure(found.error()));
    else if (!*found)
        m_answer(failure("exchange.item-gone", {{QStringLiteral("mailbox"), m_mailbox}}));
    else if (differsOutside(**found, m_draft))
        patch(**found);
    else
        compareWhole(**found);
}

void GraphUpdate::compareWhole(const GraphEvent& event)
{
    m_session.send(graphWholeEvent(m_mailbox, event.item.reference.id),
                   [self = shared_from_this(), event](const Result<GraphReply>& reply) {
                       if (!reply)
                           self->m_answer(failure(reply.error()));
                       else if (differsInside(reply->body, self->m_body))
                           self->patch(event);
                       else
                           self->finish(event.item.reference);
                   });
}

void GraphUpdate::patch(const GraphEvent& event)
{
    // The series keeps the mark; a date of it is found by way of the series.
    if (!m_occurrence.isEmpty())
        m_body.remove(QStringLiteral("singleValueExtendedProperties"));
    else if (event.item.kind == ItemKind::SeriesMaster && !m_draft.recurrence)
        m_body.insert(QStringLiteral("recurrence"), QJsonValue::Null);
    GraphRequest request = graphPost(m_mailbox, {QStringLiteral("events"), event.item.reference.id}, m_body);
    request.method = "PATCH";
    m_session.send(request,
                   [self = shared_from_this(), before = event.item.reference](const Result<GraphReply>& reply) {
                       if (!reply) {
                           self->m_answer(failure(reply.error()));
                           return;
                       }
                       const QString id = reply->body.value(QLatin1String("id")).toString(before.id);
                       self->finish(ItemReference{id, reply->body.value(QLatin1String("@odata.etag")).toString()});
                   });
}

void GraphUpdate::finish(const ItemReference& item)
{
    removeGraphDates(m_session, m_mailbox, item, m_takenOut, m_answer);
}

} // namespace reserve
