// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewsmeetingsearch.h"

#include "models/exchange/ewsitemsearch.h"

#include <algorithm>

namespace reserve {

EwsMeetingSearch::EwsMeetingSearch(EwsConnection& connection, QString mailbox, MeetingIdentity meeting,
                                   Receive<QList<CalendarItem>> receive)
    : m_connection(connection)
    , m_mailbox(std::move(mailbox))
    , m_meeting(std::move(meeting))
    , m_receive(std::move(receive))
{
}

void EwsMeetingSearch::next()
{
    if (m_folders.isEmpty()) {
        m_receive(m_found);
        return;
    }
    const ItemFolder folder = m_folders.takeFirst();
    EwsItemSearch(m_connection)
        .byUid(m_mailbox, folder, m_meeting.uid,
               [self = shared_from_this(), folder](const Result<QList<EwsItem>>& items) {
                   if (items)
                       self->take(folder, *items);
                   else
                       self->m_receive(failure(items.error()));
               });
}

void EwsMeetingSearch::take(ItemFolder folder, const QList<EwsItem>& items)
{
    const QString& key = m_meeting.recurrenceId;
    for (const EwsItem& item : items) {
        if (key.isEmpty() || item.isOccurrence(key))
            m_found.append(item.item);
    }
    const auto series = std::find_if(items.begin(), items.end(), [](const EwsItem& item) {
        return item.item.kind == ItemKind::SeriesMaster && !item.isMeetingMessage;
    });
    if (key.isEmpty() || folder != ItemFolder::Calendar || series == items.end()) {
        next();
        return;
    }
    EwsItemSearch(m_connection)
        .dateOf(m_mailbox, *series, key, [self = shared_from_this()](const Result<std::optional<EwsItem>>& date) {
            if (!date) {
                self->m_receive(failure(date.error()));
                return;
            }
            if (*date)
                self->m_found.append((*date)->item);
            self->next();
        });
}

} // namespace reserve
