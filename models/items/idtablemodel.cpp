// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/idtablemodel.h"

#include <QSet>

#include <algorithm>
#include <iterator>

namespace reserve {

namespace {

// Views answer each step with a pass over their sections: above this many, one new list is quicker and looks the same.
constexpr int mostSteps = 256;

struct Steps
{
    int runs = 0;  // removed or inserted together
    int moves = 0; // of rows that stay
};

Steps stepsBetween(const QList<qint64>& now, const QList<qint64>& next)
{
    const QSet<qint64> before(now.begin(), now.end());
    const QSet<qint64> after(next.begin(), next.end());
    QList<qint64> kept;
    kept.reserve(now.size());
    Steps steps;
    bool inRun = false;
    for (const qint64 id : now) {
        const bool stays = after.contains(id);
        steps.runs += !stays && !inRun;
        inRun = !stays;
        if (stays)
            kept.append(id);
    }
    inRun = false;
    qsizetype at = 0;
    for (const qint64 id : next) {
        const bool isNew = !before.contains(id);
        steps.runs += isNew && !inRun;
        inRun = isNew;
        if (!isNew)
            steps.moves += kept[at++] != id;
    }
    return steps;
}

} // namespace

IdTableModel::IdTableModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

int IdTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

qint64 IdTableModel::idAt(int row) const
{
    return row >= 0 && row < m_ids.size() ? m_ids[row] : 0;
}

int IdTableModel::rowOf(qint64 id) const
{
    if (m_rows.isEmpty()) {
        m_rows.reserve(m_ids.size());
        for (int row = 0; row < m_ids.size(); ++row)
            m_rows.insert(m_ids[row], row);
    }
    return m_rows.value(id, -1);
}

void IdTableModel::become(const QList<qint64>& next)
{
    if (next == m_ids)
        return;
    const Steps steps = stepsBetween(m_ids, next);
    if (steps.runs > mostSteps) {
        beginResetModel();
        m_ids = next;
        m_rows.clear();
        endResetModel();
        return;
    }
    removeMissing(next);
    if (steps.moves > mostSteps)
        reorderLike(next);
    arrangeLike(next);
}

void IdTableModel::reorderLike(const QList<qint64>& next)
{
    const QSet<qint64> present(m_ids.begin(), m_ids.end());
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    QList<qint64> idsOfFrom;
    for (const QModelIndex& index : from)
        idsOfFrom.append(idAt(index.row()));
    m_ids.clear();
    std::copy_if(next.begin(), next.end(), std::back_inserter(m_ids),
                 [&present](qint64 id) { return present.contains(id); });
    m_rows.clear();
    QModelIndexList to;
    for (qsizetype i = 0; i < from.size(); ++i)
        to.append(index(rowOf(idsOfFrom[i]), from[i].column()));
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void IdTableModel::removeMissing(const QList<qint64>& next)
{
    const QSet<qint64> stays(next.begin(), next.end());
    for (int last = int(m_ids.size()) - 1; last >= 0;) {
        if (stays.contains(m_ids[last])) {
            --last;
            continue;
        }
        int first = last;
        while (first > 0 && !stays.contains(m_ids[first - 1]))
            --first;
        beginRemoveRows({}, first, last);
        m_ids.remove(first, last - first + 1);
        m_rows.clear();
        endRemoveRows();
        last = first - 1;
    }
}

void IdTableModel::arrangeLike(const QList<qint64>& next)
{
    const QSet<qint64> present(m_ids.begin(), m_ids.end());
    for (int at = 0; at < next.size();) {
        if (at < m_ids.size() && m_ids[at] == next[at]) {
            ++at;
        } else if (present.contains(next[at])) {
            const int from = int(m_ids.indexOf(next[at], at));
            beginMoveRows({}, from, from, {}, at);
            m_ids.move(from, at++);
            m_rows.clear();
            endMoveRows();
        } else {
            int end = at;
            while (end < next.size() && !present.contains(next[end]))
                ++end;
            beginInsertRows({}, at, end - 1);
            m_ids = m_ids.first(at) + next.sliced(at, end - at) + m_ids.sliced(at);
            m_rows.clear();
            endInsertRows();
            at = end;
        }
    }
}

void IdTableModel::appendIds(const QList<qint64>& older)
{
    if (older.isEmpty())
        return;
    const int first = int(m_ids.size());
    beginInsertRows({}, first, first + int(older.size()) - 1);
    m_ids += older;
    m_rows.clear();
    endInsertRows();
}

void IdTableModel::removeId(qint64 id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_ids.remove(row);
    m_rows.clear();
    endRemoveRows();
}

void IdTableModel::announceRow(qint64 id)
{
    if (const int row = rowOf(id); row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

void IdTableModel::announceAll()
{
    if (!m_ids.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_ids.size()) - 1, columnCount() - 1));
}

} // namespace reserve
