// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/outbox.h"
#include "models/store/unit.h"

#include <QList>

namespace reserve {

// What came so far of the calendar orders about one item of a room: whether the item can be there, and which orders a
// new one about the whole of it may take the place of. Values; of the caller's transaction.
struct EarlierOrders
{
    // Ordered: it is there or on its way. Uncertain: its order failed or was given up, though a try may have got
    // through. Never: Exchange was not asked for it at all.
    enum class Creation { Ordered, Uncertain, Never };

    Creation creation = Creation::Ordered;
    // Where one of them failed: that one, and those that wait for it. None: each goes in its turn.
    QList<OutboxId> stuck;

    // The item with this mark, whose orders are in this lane. Errors: those of the store.
    static Result<EarlierOrders> about(WriteUnit& unit, const QString& lane, const QByteArray& mark);

    // A new order says all that the stuck ones said, or nothing is left to say: they end with the reason. Errors: those
    // of the store.
    Result<void> endStuck(WriteUnit& unit, const Reason& reason) const;
};

} // namespace reserve
