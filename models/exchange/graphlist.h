// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/answer.h"
#include "models/exchange/exchangegateway.h"
#include "models/exchange/graphevent.h"

#include <QSet>

#include <memory>

namespace reserve {

class GraphSession;

// Ranges of at most `longest` that together are the whole.
QList<TimeRange> piecesOf(TimeRange range, Milliseconds longest);

// Everything in a room's calendar that touches a range, by calendarView in windows of half a year: wider ones run into
// Graph's own time limit where a series has no end.
class GraphList final : public std::enable_shared_from_this<GraphList>
{
public:
    GraphList(GraphSession& session, QString mailbox, TimeRange range);

    QFuture<Result<QList<CalendarItem>>> run();

private:
    void next();
    void take(const QList<GraphEvent>& events);

    GraphSession& m_session;
    QString m_mailbox;
    QList<TimeRange> m_windows;
    QList<CalendarItem> m_items;
    QSet<QString> m_seen; // an item may touch two windows, and Graph may send one twice
    Answer<QList<CalendarItem>> m_answer;
};

} // namespace reserve
