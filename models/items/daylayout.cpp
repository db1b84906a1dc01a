// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/daylayout.h"

#include <queue>

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <set>
#include <utility>
#include <vector>

namespace reserve {

namespace {

constexpr int noColumn = std::numeric_limits<int>::max();

// The smallest column among the positions of a range; positions are filled in one after the other.
class RangeMinimum
{
public:
    explicit RangeMinimum(std::size_t size)
        : m_size(size)
        , m_tree(2 * size, noColumn)
    {
    }

    void set(std::size_t position, int column)
    {
        for (std::size_t node = position + m_size; node > 0; node /= 2)
            m_tree[node] = std::min(m_tree[node], column);
    }

    int minimum(std::size_t from, std::size_t to) const
    {
        int smallest = noColumn;
        for (from += m_size, to += m_size; from < to; from /= 2, to /= 2) {
            if (from % 2 == 1)
                smallest = std::min(smallest, m_tree[from++]);
            if (to % 2 == 1)
                smallest = std::min(smallest, m_tree[--to]);
        }
        return smallest;
    }

private:
    std::size_t m_size;
    std::vector<int> m_tree;
};

// An empty span would overlap nothing and could be painted over: it counts as one unit long.
qint64 endOf(const LayoutSpan& span)
{
    return std::max(span.end, span.start + 1);
}

// One sweep over the spans in order of start. It gives each the lowest free column and remembers the next taken column
// among those that were already there.
class ColumnSweep
{
public:
    ColumnSweep(const QList<LayoutSpan>& spans, QList<LayoutSlot>& taken)
        : m_spans(spans)
        , m_slots(taken)
        , m_order(std::size_t(spans.size()))
        , m_next(std::size_t(spans.size()), noColumn)
    {
        std::iota(m_order.begin(), m_order.end(), 0);
        // Longer ones first, so that what frames a day stands at the reading edge.
        std::sort(m_order.begin(), m_order.end(), [&spans](int a, int b) {
            return std::tuple(spans[a].start, -endOf(spans[a]), a) < std::tuple(spans[b].start, -endOf(spans[b]), b);
        });
    }

    void run()
    {
        std::size_t clusterBegin = 0;
        for (std::size_t position = 0; position < m_order.size(); ++position) {
            const int index = m_order[position];
            release(m_spans[index].start);
            if (m_busy.empty() && position > 0)
                closeCluster(std::exchange(clusterBegin, position), position);
            place(index);
        }
        closeCluster(clusterBegin, m_order.size());
        widen();
    }

private:
    void release(qint64 now)
    {
        while (!m_ends.empty() && m_ends.top().first <= now) {
            m_busy.erase(m_ends.top().second);
            m_free.push(m_ends.top().second);
            m_ends.pop();
        }
    }

    void place(int index)
    {
        int column = m_columns;
        if (m_free.empty()) {
            ++m_columns;
        } else {
            column = m_free.top();
            m_free.pop();
        }
        const auto right = m_busy.upper_bound(column);
        if (right != m_busy.end())
            m_next[std::size_t(index)] = *right;
        m_busy.insert(column);
        m_ends.emplace(endOf(m_spans[index]), column);
        m_slots[index].column = column;
    }

    void closeCluster(std::size_t from, std::size_t to)
    {
        for (std::size_t position = from; position < to; ++position) {
            m_slots[m_order[position]].columns = m_columns;
            m_slots[m_order[position]].cluster = m_clusters;
        }
        ++m_clusters;
        m_columns = 0;
        m_free = {};
    }

    // The next taken column to the right among those that start later: from the highest column down, the tree holds
    // only columns above the one that asks.
    void widen()
    {
        std::vector<std::size_t> byColumn(m_order.size());
        std::iota(byColumn.begin(), byColumn.end(), std::size_t(0));
        const auto column = [this](std::size_t position) { return m_slots[m_order[position]].column; };
        std::stable_sort(byColumn.begin(), byColumn.end(),
                         [&column](std::size_t a, std::size_t b) { return column(a) > column(b); });
        RangeMinimum later(m_order.size());
        for (std::size_t begin = 0; begin < byColumn.size();) {
            std::size_t end = begin;
            while (end < byColumn.size() && column(byColumn[end]) == column(byColumn[begin]))
                widen(byColumn[end++], later);
            for (; begin < end; ++begin)
                later.set(byColumn[begin], column(byColumn[begin]));
        }
    }

    void widen(std::size_t position, const RangeMinimum& later)
    {
        const int index = m_order[position];
        const qint64 end = endOf(m_spans[index]);
        const auto behind = std::partition_point(m_order.begin(), m_order.end(),
                                                 [&](int other) { return m_spans[other].start < end; });
        LayoutSlot& slot = m_slots[index];
        const int next = std::min({m_next[std::size_t(index)], slot.columns,
                                   later.minimum(position + 1, std::size_t(behind - m_order.begin()))});
        slot.width = next - slot.column;
    }

    using End = std::pair<qint64, int>;

    const QList<LayoutSpan>& m_spans;
    QList<LayoutSlot>& m_slots;
    std::vector<int> m_order;
    std::vector<int> m_next;
    std::set<int> m_busy;
    std::priority_queue<int, std::vector<int>, std::greater<>> m_free;
    std::priority_queue<End, std::vector<End>, std::greater<>> m_ends;
    int m_columns = 0;
    int m_clusters = 0;
};

} // namespace

QList<LayoutSlot> layOut(const QList<LayoutSpan>& spans)
{
    QList<LayoutSlot> taken(spans.size());
    if (!spans.isEmpty())
        ColumnSweep(spans, taken).run();
    return taken;
}

QList<Crowd> crowds(const QList<LayoutSpan>& spans)
{
    std::vector<std::pair<qint64, int>> steps;
    steps.reserve(std::size_t(spans.size()) * 2);
    for (const LayoutSpan& span : spans) {
        steps.emplace_back(span.start, 1);
        steps.emplace_back(endOf(span), -1);
    }
    // Ends before starts: touching is not overlapping.
    std::sort(steps.begin(), steps.end());
    QList<Crowd> found;
    int now = 0;
    for (const auto& [at, step] : steps) {
        now += step;
        if (step > 0 && now == 2 && (found.isEmpty() || found.last().end != at))
            found.append({at, at, 2});
        if (step > 0 && now >= 2)
            found.last().atOnce = std::max(found.last().atOnce, now);
        if (step < 0 && now == 1)
            found.last().end = at;
    }
    return found;
}

} // namespace reserve
