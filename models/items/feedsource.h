// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/store/unit.h"

#include <QList>

#include <functional>
#include <utility>

namespace reserve {

template<typename Row>
using IdentifiedRows = QList<std::pair<qint64, Row>>;

template<typename Id>
QList<qint64> plainIds(const QList<Id>& found)
{
    QList<qint64> ids;
    ids.reserve(found.size());
    for (const Id id : found)
        ids.append(id.value);
    return ids;
}

// How a feed reads: three questions, four in an order of its own, asked on a reader thread of the store, so they
// capture values only.
template<typename Row>
struct FeedSource
{
    // Ids smaller than `before`, newest first; from the newest when it is 0.
    std::function<Result<QList<qint64>>(const ReadUnit&, qint64 before, int limit)> page;
    // Rows that are gone are left out.
    std::function<Result<IdentifiedRows<Row>>(const ReadUnit&, const QList<qint64>& ids)> rows;
    std::function<Result<int>(const ReadUnit&)> count;
    // Only where the list is to stand in another order than newest first: ids in that order from the `offset`th on.
    std::function<Result<QList<qint64>>(const ReadUnit&, int offset, int limit)> sorted;
};

} // namespace reserve
