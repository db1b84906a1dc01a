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
// What stands so already is left alone. A series is written whole with its pattern, so that dates which were taken out
// of it come back; those that the draft excepts (EXDATE) are then taken out again.
// Errors: exchange.item-gone (mailbox), those of GraphCreate but for item-changed by its own, and those of
// GraphSession.
class GraphUpdate final : public std::enable_shared_from_this<GraphUpdate>
{
public:
    GraphUpdate(GraphSession& session, QString mailbox, QString occurrence, ItemDraft draft);

    QFuture<Result<ItemReference>> run();

private:
    void takeItem(const Result<std::optional<GraphEvent>>& found);
    void compare(const Result<std::optional<GraphEvent>>& found);
    void compareWhole(const GraphEvent& event);
    void patch(const GraphEvent& event);
    void finish(const ItemReference& item);

    GraphSession& m_session;
    QString m_mailbox;
    QString m_occurrence;
    ItemDraft m_draft;
    QJsonObject m_body;
    QStringList m_takenOut;
    Answer<ItemReference> m_answer;
};

} // namespace reserve
