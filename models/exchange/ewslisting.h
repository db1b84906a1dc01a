// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/answer.h"
#include "models/exchange/ewsconnection.h"
#include "models/exchange/exchangegateway.h"

#include <QList>
#include <QSet>
#include <QStringList>

#include <memory>

namespace reserve {

// Lists a calendar over any range. EWS allows two years at once and cuts off what is too much without a way to go on,
// so the range is asked for in pieces, and a piece that was cut, or was too much work for the server, in halves.
// Lives as long as a request of its is under way. Errors: exchange.too-many-items (mailbox, start) when more begin
// within a minute than one answer holds.
class EwsListing final : public std::enable_shared_from_this<EwsListing>
{
public:
    EwsListing(EwsConnection& connection, QString mailbox, TimeRange range, Receive<QList<CalendarItem>> receive);

    void next();

private:
    void add(const CalendarItem& item);
    bool halve(const TimeRange& piece);
    void finish();

    EwsConnection& m_connection;
    const QString m_mailbox;
    const TimeRange m_range;
    QList<TimeRange> m_pieces; // not asked yet, in order of time
    QList<CalendarItem> m_items;
    QSet<QString> m_known; // ids: what touches two pieces comes twice
    const Receive<QList<CalendarItem>> m_receive;
};

// When several mailboxes are taken, over any range; in the order of the mailboxes, then of time. Likewise.
class EwsBusyTimes final : public std::enable_shared_from_this<EwsBusyTimes>
{
public:
    EwsBusyTimes(EwsConnection& connection, const QStringList& mailboxes, TimeRange range,
                 Receive<QList<BusyTime>> receive);

    void next();

private:
    struct Piece
    {
        QStringList mailboxes;
        TimeRange range;
    };

    void finish();

    EwsConnection& m_connection;
    const QStringList m_mailboxes;
    QList<Piece> m_pieces;
    QList<BusyTime> m_times;
    const Receive<QList<BusyTime>> m_receive;
};

} // namespace reserve
