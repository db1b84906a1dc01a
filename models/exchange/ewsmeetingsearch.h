// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/answer.h"
#include "models/exchange/ewsconnection.h"
#include "models/exchange/ewsitem.h"
#include "models/exchange/exchangegateway.h"

#include <QList>

#include <memory>

namespace reserve {

// Everything that a mailbox has of one meeting, in the calendar, the Inbox and Deleted Items, in this order. Of one
// date of a series that date alone. Lives as long as a request of its is under way.
class EwsMeetingSearch final : public std::enable_shared_from_this<EwsMeetingSearch>
{
public:
    EwsMeetingSearch(EwsConnection& connection, QString mailbox, MeetingIdentity meeting,
                     Receive<QList<CalendarItem>> receive);

    void next();

private:
    void take(ItemFolder folder, const QList<EwsItem>& items);

    EwsConnection& m_connection;
    const QString m_mailbox;
    const MeetingIdentity m_meeting;
    QList<ItemFolder> m_folders{ItemFolder::Calendar, ItemFolder::Inbox, ItemFolder::DeletedItems};
    QList<CalendarItem> m_found;
    const Receive<QList<CalendarItem>> m_receive;
};

} // namespace reserve
