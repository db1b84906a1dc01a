// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/exchange/calendaritem.h"
#include "models/exchange/ewsreply.h"

#include <QList>

namespace reserve {

class EwsWriter;

// DeleteItem into Deleted Items, where a person still finds it; nobody is told. One answer for each, in order.
struct EwsDeleteItems
{
    using Answer = QList<Result<void>>;
    static constexpr qsizetype mostAtOnce = 50;

    QList<ItemReference> references;

    void write(EwsWriter& writer) const;
    Result<Answer> read(const EwsReply& reply) const;
};

} // namespace reserve
