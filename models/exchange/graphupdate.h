// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/answer.h"
#include "models/exchange/exchangegateway.h"
#include "models/exchange/graphevent.h"

#include <QJsonObject>
#include <QStringList>

#include <memory>

namespace reserve {

class GraphSession;

// Makes the event with the draft's mark, or one date of its series, what the draft says; repeated it comes to the same.
// Errors: exchange.item-gone (mailbox), those of GraphCreate but for item-changed by its own, and those of
// GraphSession.
class GraphUpdate final : public std::enable_shared_from_this<GraphUpdate>
{
public:
    GraphUpdate(GraphSession& session, QString mailbox, QString occurrence, ItemDraft draft);

    QFuture<Result<ItemReference>> run();

private:
    void takeItem(const Result<std::optional<GraphEvent>>& found);
    void patch(const Result<std::optional<GraphEvent>>& found);
    void takePatched(const ItemReference& before, const QJsonObject& body);

    GraphSession& m_session;
    QString m_mailbox;
    QString m_occurrence;
    ItemDraft m_draft;
    QJsonObject m_body;
    QStringList m_takenOut;
    Answer<ItemReference> m_answer;
};

} // namespace reserve
