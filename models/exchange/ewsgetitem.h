// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/exchange/ewsitem.h"
#include "models/exchange/ewsreply.h"

#include <QList>

namespace reserve {

class EwsWriter;

// GetItem: items with everything that their lists leave out. One answer for each, in order: one that is bad says so for
// itself alone (E9).
struct EwsGetItems
{
    using Answer = QList<Result<EwsItem>>;
    // What Microsoft recommends at most for one request, against its own throttling.
    static constexpr qsizetype mostAtOnce = 10;

    ItemFolder folder = ItemFolder::Calendar;
    QList<ItemReference> references;

    void write(EwsWriter& writer) const;
    Result<Answer> read(const EwsReply& reply) const;
};

} // namespace reserve
