// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/exchange/ewsitem.h"
#include "models/exchange/ewsreply.h"

#include <QList>

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

} // namespace reserve
