// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/answer.h"
#include "models/exchange/exchangegateway.h"

#include <QJsonObject>

#include <memory>

namespace reserve {

class GraphSession;

// When mailboxes are busy, by getSchedule: twenty addresses and 62 days a request are what Graph takes. A mailbox that
// it cannot tell of is an error, exchange.mailbox-unknown (mailbox, remote): it must not pass for a free one. Other
// errors: those of GraphSession.
class GraphBusyTimes final : public std::enable_shared_from_this<GraphBusyTimes>
{
public:
    GraphBusyTimes(GraphSession& session, const QStringList& mailboxes, TimeRange range);

    QFuture<Result<QList<BusyTime>>> run();

private:
    struct Piece
    {
        QStringList mailboxes;
        TimeRange range;
    };

    void next();
    void ask(const Piece& piece);
    Result<void> take(const Piece& piece, const QJsonObject& body);
    Result<void> takeSchedule(const QString& mailbox, const QJsonObject& schedule);

    GraphSession& m_session;
    QList<Piece> m_pieces;
    QList<BusyTime> m_times;
    Answer<QList<BusyTime>> m_answer;
};

} // namespace reserve
