// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/exchange/ewsitem.h"
#include "models/exchange/ewsreply.h"

#include <QDate>
#include <QList>

#include <optional>

namespace reserve {

class EwsWriter;

// One page of what a folder holds.
struct EwsPage
{
    QList<EwsItem> items;
    bool isLast = true;
};

// FindItem for all items of the calendar that touch a range, series as their dates (MS-OXWSSRCH CalendarView). The
// server allows two years and has no pages here: what does not fit is cut off, and the page is not the last.
struct EwsFindInRange
{
    using Answer = EwsPage;
    static constexpr int mostEntries = 500;

    QString mailbox;
    TimeRange range;
    EwsShape shape = EwsShape::Row;

    void write(EwsWriter& writer) const;
    Result<EwsPage> read(const EwsReply& reply) const;
};

// FindItem for the items of one folder of which one property has one value. Series are their masters.
struct EwsFindByProperty
{
    enum class Property { CleanGlobalObjectId, GlobalObjectId, Mark };

    using Answer = EwsPage;
    static constexpr int mostEntries = 50;

    QString mailbox;
    ItemFolder folder = ItemFolder::Calendar;
    Property property = Property::Mark;
    QByteArray value;

    void write(EwsWriter& writer) const;
    Result<EwsPage> read(const EwsReply& reply) const;
};

// FindItem for the mails in Sent Items that have one Message-ID (PidTagInternetMessageId, 0x1035). How many say so
// themselves.
struct EwsFindSent
{
    using Answer = int;

    QString mailbox;
    QString messageId; // with its brackets

    void write(EwsWriter& writer) const;
    Result<int> read(const EwsReply& reply) const;
};

// A decline that a mailbox has sent: of which version, and of which date of a series where it is of one.
struct EwsSentDecline
{
    int sequence = 0;
    std::optional<QDate> date; // on the wall of the series
};

// FindItem for the declines in Sent Items that are about one meeting. Those that do not say their version are left out.
struct EwsFindDeclines
{
    using Answer = QList<EwsSentDecline>;

    QString mailbox;
    QByteArray cleanGlobalObjectId;

    void write(EwsWriter& writer) const;
    Result<QList<EwsSentDecline>> read(const EwsReply& reply) const;
};

} // namespace reserve
