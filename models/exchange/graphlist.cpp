// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/graphlist.h"

#include "models/exchange/graphlookup.h"

#include <algorithm>

namespace reserve {

QList<TimeRange> piecesOf(TimeRange range, Milliseconds longest)
{
    QList<TimeRange> pieces;
    for (Instant start = range.start; start < range.end; start += longest)
        pieces.append({start, std::min(start + longest, range.end)});
    return pieces;
}

GraphList::GraphList(GraphSession& session, QString mailbox, TimeRange range)
    : m_session(session)
    , m_mailbox(std::move(mailbox))
    , m_windows(piecesOf(range, std::chrono::days(183)))
{
}

QFuture<Result<QList<CalendarItem>>> GraphList::run()
{
    next();
    return m_answer.future();
}

void GraphList::next()
{
    if (m_windows.isEmpty()) {
        std::stable_sort(m_items.begin(), m_items.end(),
                         [](const CalendarItem& a, const CalendarItem& b) { return a.time.start < b.time.start; });
        m_answer(m_items);
        return;
    }
    m_session.sendForEvents(graphCalendarView(m_mailbox, m_windows.takeFirst()),
                            [self = shared_from_this()](const Result<QList<GraphEvent>>& events) {
                                if (!events) {
                                    self->m_answer(failure(events.error()));
                                    return;
                                }
                                self->take(*events);
                                self->next();
                            });
}

void GraphList::take(const QList<GraphEvent>& events)
{
    for (const GraphEvent& event : events) {
        if (m_seen.contains(event.item.reference.id))
            continue;
        m_seen.insert(event.item.reference.id);
        m_items.append(event.item);
    }
}

} // namespace reserve
