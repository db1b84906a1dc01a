// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/graphcancel.h"

#include "models/exchange/exchangeproblem.h"
#include "models/exchange/graphlookup.h"

namespace reserve {

GraphCancel::GraphCancel(GraphSession& session, QString mailbox, QByteArray mark, QString occurrence, QString comment)
    : m_session(session)
    , m_mailbox(std::move(mailbox))
    , m_mark(std::move(mark))
    , m_occurrence(std::move(occurrence))
    , m_comment(std::move(comment))
{
}

QFuture<Result<void>> GraphCancel::run()
{
    findByGraphMark(m_session, m_mailbox, m_mark,
                    [self = shared_from_this()](const auto& found) { self->takeItem(found); });
    return m_answer.future();
}

void GraphCancel::takeItem(const Result<std::optional<GraphEvent>>& found)
{
    if (!found || !*found || m_occurrence.isEmpty()) {
        remove(found);
        return;
    }
    findGraphOccurrence(m_session, m_mailbox, (*found)->item.reference.id, m_occurrence,
                        [self = shared_from_this()](const auto& occurrence) { self->remove(occurrence); });
}

void GraphCancel::remove(const Result<std::optional<GraphEvent>>& found)
{
    if (!found) {
        m_answer(failure(found.error()));
        return;
    }
    if (!*found) {
        m_answer({});
        return;
    }
    const GraphEvent& event = **found;
    const QStringList item{QStringLiteral("events"), event.item.reference.id};
    GraphRequest request = graphGet(m_mailbox, item);
    request.method = "DELETE";
    if (event.hasAttendees)
        request = graphPost(m_mailbox, item + QStringList{QStringLiteral("cancel")},
                            {{QStringLiteral("comment"), m_comment}});
    m_session.send(request, [self = shared_from_this()](const Result<GraphReply>& reply) {
        if (reply || exchangeProblemOf(reply.error()) == ExchangeProblem::Missing)
            self->m_answer({});
        else
            self->m_answer(failure(reply.error()));
    });
}

} // namespace reserve
