// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/answer.h"
#include "models/exchange/exchangegateway.h"
#include "models/exchange/graphevent.h"

#include <memory>

namespace reserve {

class GraphSession;

// Takes the event with a mark, or one date of its series, out of the room's calendar: by "cancel" where somebody was
// invited and is to hear of it, else by DELETE. What is not there is cancelled. Errors: those of GraphSession.
class GraphCancel final : public std::enable_shared_from_this<GraphCancel>
{
public:
    GraphCancel(GraphSession& session, QString mailbox, QByteArray mark, QString occurrence, QString comment);

    QFuture<Result<void>> run();

private:
    void takeItem(const Result<std::optional<GraphEvent>>& found);
    void remove(const Result<std::optional<GraphEvent>>& found);

    GraphSession& m_session;
    QString m_mailbox;
    QByteArray m_mark;
    QString m_occurrence;
    QString m_comment;
    Answer<void> m_answer;
};

} // namespace reserve
