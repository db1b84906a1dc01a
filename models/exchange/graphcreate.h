// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/answer.h"
#include "models/exchange/exchangegateway.h"
#include "models/exchange/graphevent.h"

#include <QStringList>

#include <memory>

namespace reserve {

class GraphSession;
struct GraphReply;

// A new event in the room's calendar. Its mark is looked for first; it is also the transactionId, by which Graph itself
// knows a repeat that comes before the first one can be found. The dates that a series leaves out are taken away
// afterwards, by a repeat too.
//
// Errors: exchange.recurrence-not-supported (rule), exchange.zone-not-supported (zone), exchange.item-changed where
// Graph knows the transactionId and nobody finds its event yet, and those of GraphSession.
class GraphCreate final : public std::enable_shared_from_this<GraphCreate>
{
public:
    GraphCreate(GraphSession& session, QString mailbox, ItemDraft draft);

    QFuture<Result<ItemReference>> run();

private:
    void find(bool isRepeat);
    void post();
    void takePosted(const Result<GraphReply>& reply);
    void finish(const ItemReference& item);

    GraphSession& m_session;
    QString m_mailbox;
    ItemDraft m_draft;
    QJsonObject m_body;
    QStringList m_takenOut;
    Answer<ItemReference> m_answer;
};

} // namespace reserve
