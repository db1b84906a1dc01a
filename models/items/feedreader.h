// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/items/feedsource.h"

#include <QSet>

#include <algorithm>
#include <iterator>

namespace reserve {

// What a feed reads from the store, on one of its reader threads and in one snapshot.

inline constexpr int feedPageSize = 200;
// Arrivals beyond this are not fetched one by one: the list is read anew.
inline constexpr int mostFeedArrivals = 2000;
// A list that is read anew keeps its depth up to here; a deeper one begins at the top again.
inline constexpr int deepestFeed = 50000;

template<typename Row>
struct FeedPage
{
    QList<qint64> ids;
    IdentifiedRows<Row> rows;
    int total = 0; // only where asked for
};

// The ids that a list holds at present: newest and oldest.
struct FeedSpan
{
    qint64 bottom = 0;
    qint64 top = 0;
};

template<typename Row>
struct FeedMoves
{
    bool tooMany = false;
    QList<qint64> arrived; // newer than the top row
    QList<qint64> entered; // older, but fits the filter only now
    QList<qint64> left;
    IdentifiedRows<Row> rows;
};

template<typename Row>
Result<FeedPage<Row>> readFeedPage(const FeedSource<Row>& source, const ReadUnit& unit, qint64 before, bool withTotal)
{
    FeedPage<Row> answer;
    const auto found = source.page(unit, before, feedPageSize);
    if (!found)
        return failure(found.error());
    answer.ids = *found;
    const auto rows = source.rows(unit, answer.ids);
    if (!rows)
        return failure(rows.error());
    answer.rows = *rows;
    if (!withTotal)
        return answer;
    const auto count = source.count(unit);
    if (!count)
        return failure(count.error());
    answer.total = *count;
    return answer;
}

// All that a list down to `bottom` shows, with the rows of the first page and those of `cached` that are still there.
template<typename Row>
Result<FeedPage<Row>> readFeedAnew(const FeedSource<Row>& source, const ReadUnit& unit, qint64 bottom,
                                   const QSet<qint64>& cached)
{
    auto answer = readFeedPage(source, unit, 0, true);
    if (!answer)
        return answer;
    QList<qint64> ids = answer->ids;
    QList<qint64> known;
    for (QList<qint64> page = ids; page.size() == feedPageSize && page.last() > bottom && ids.size() < deepestFeed;) {
        const auto older = source.page(unit, ids.last(), feedPageSize);
        if (!older)
            return failure(older.error());
        page = *older;
        ids += page;
        std::copy_if(page.begin(), page.end(), std::back_inserter(known),
                     [&cached](qint64 id) { return cached.contains(id); });
    }
    if (ids.size() >= deepestFeed)
        return answer;
    const auto rows = source.rows(unit, known);
    if (!rows)
        return failure(rows.error());
    answer->ids = ids;
    answer->rows += *rows;
    return answer;
}

// What a list in an order of its own knows already; 0 among what moved stands for all.
struct FeedKnowledge
{
    QSet<qint64> cached;
    QSet<qint64> moved;
};

// The first `depth` rows of a list in an order of its own, with those rows that are new on its first page or have
// moved.
template<typename Row>
Result<FeedPage<Row>> readFeedSorted(const FeedSource<Row>& source, const ReadUnit& unit, int depth,
                                     const FeedKnowledge& known)
{
    FeedPage<Row> answer;
    const auto found = source.sorted(unit, 0, depth);
    if (!found)
        return failure(found.error());
    answer.ids = *found;
    QList<qint64> wanted;
    for (qsizetype i = 0; i < answer.ids.size(); ++i) {
        const qint64 id = answer.ids[i];
        const bool hasMoved = known.moved.contains(id) || known.moved.contains(0);
        if (known.cached.contains(id) ? hasMoved : i < feedPageSize)
            wanted.append(id);
    }
    const auto rows = source.rows(unit, wanted);
    if (!rows)
        return failure(rows.error());
    answer.rows = *rows;
    const auto count = source.count(unit);
    if (!count)
        return failure(count.error());
    answer.total = *count;
    return answer;
}

template<typename Row>
Result<FeedPage<Row>> readFeedSortedPage(const FeedSource<Row>& source, const ReadUnit& unit, int offset)
{
    FeedPage<Row> answer;
    const auto found = source.sorted(unit, offset, feedPageSize);
    if (!found)
        return failure(found.error());
    answer.ids = *found;
    const auto rows = source.rows(unit, answer.ids);
    if (!rows)
        return failure(rows.error());
    answer.rows = *rows;
    return answer;
}

template<typename Row>
Result<QList<qint64>> readNewerThan(const FeedSource<Row>& source, const ReadUnit& unit, qint64 top)
{
    QList<qint64> newer;
    qint64 before = 0;
    while (newer.size() <= mostFeedArrivals) {
        const auto found = source.page(unit, before, feedPageSize);
        if (!found)
            return failure(found.error());
        for (const qint64 id : *found) {
            if (id <= top)
                return newer;
            newer.append(id);
        }
        if (found->size() < feedPageSize)
            return newer;
        before = found->last();
    }
    return newer;
}

template<typename Row>
Result<FeedMoves<Row>> readFeedMoves(const FeedSource<Row>& source, const ReadUnit& unit, const QSet<qint64>& moved,
                                     const QSet<qint64>& shown, FeedSpan span)
{
    FeedMoves<Row> answer;
    const auto newer = readNewerThan(source, unit, span.top);
    if (!newer)
        return failure(newer.error());
    answer.tooMany = newer->size() > mostFeedArrivals;
    if (answer.tooMany)
        return answer;
    answer.arrived = *newer;
    QList<qint64> wanted = answer.arrived;
    for (const qint64 id : moved) {
        if (id > span.top || id < span.bottom)
            continue;
        // Asked with the list's own filter: the first one below id + 1 is the row itself or another.
        const auto found = source.page(unit, id + 1, 1);
        if (!found)
            return failure(found.error());
        const bool fits = found->contains(id);
        if (fits)
            wanted.append(id);
        if (fits && !shown.contains(id))
            answer.entered.append(id);
        else if (!fits && shown.contains(id))
            answer.left.append(id);
    }
    const auto rows = source.rows(unit, wanted);
    if (!rows)
        return failure(rows.error());
    answer.rows = *rows;
    return answer;
}

} // namespace reserve
