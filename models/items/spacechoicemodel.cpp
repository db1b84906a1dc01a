// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/spacechoicemodel.h"

#include <algorithm>

namespace reserve {

bool matchesFilter(const Space& space, const QString& text)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return true;
    const QStringList known = QStringList{space.name, space.building, space.floor, space.mailbox} + space.equipment;
    return std::all_of(words.cbegin(), words.cend(), [&known](const QString& word) {
        return std::any_of(known.cbegin(), known.cend(),
                           [&word](const QString& one) { return one.contains(word, Qt::CaseInsensitive); });
    });
}

SpaceChoiceModel::SpaceChoiceModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void SpaceChoiceModel::setSpaces(const QList<Space>& spaces)
{
    rebuild(spaces);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

void SpaceChoiceModel::setFilter(const QString& text)
{
    if (text == m_filter)
        return;
    m_filter = text;
    rebuild(m_spaces);
}

const Space* SpaceChoiceModel::spaceAt(const QModelIndex& index) const
{
    if (!index.isValid() || m_rows.at(index.row()).space < 0)
        return nullptr;
    return &m_spaces.at(m_rows.at(index.row()).space);
}

QModelIndex SpaceChoiceModel::indexOf(SpaceId id) const
{
    const auto row = std::find_if(m_rows.cbegin(), m_rows.cend(), [id](const Row& one) { return id && one.id == id; });
    return row == m_rows.cend() ? QModelIndex() : index(int(row - m_rows.cbegin()));
}

QList<Space> SpaceChoiceModel::shownSpaces() const
{
    QList<Space> shown;
    for (const Row& row : m_rows) {
        if (row.space >= 0)
            shown.append(m_spaces.at(row.space));
    }
    return shown;
}

int SpaceChoiceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SpaceChoiceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows.at(index.row());
    if (role == IsGroupRole)
        return row.space < 0;
    if (role == IdRole)
        return row.id.value;
    if (role == Qt::DisplayRole)
        return row.space < 0 ? row.building : m_spaces.at(row.space).name;
    if (role == Qt::ToolTipRole && row.space >= 0)
        return m_spaces.at(row.space).mailbox;
    return {};
}

Qt::ItemFlags SpaceChoiceModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    if (m_rows.at(index.row()).space < 0)
        return Qt::ItemNeverHasChildren | Qt::ItemIsEnabled;
    return Qt::ItemNeverHasChildren | Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

QList<SpaceChoiceModel::Row> SpaceChoiceModel::rowsOf(const QList<Space>& spaces) const
{
    QList<Row> rows;
    for (qsizetype index = 0; index < spaces.size(); ++index) {
        const Space& space = spaces.at(index);
        if (!matchesFilter(space, m_filter))
            continue;
        if (!space.building.isEmpty() && (rows.isEmpty() || rows.last().building != space.building))
            rows.append({space.building, -1, {}});
        rows.append({space.building, index, space.id});
    }
    return rows;
}

// Takes away and adds only what differs between the common beginning and the common end, so that selection and scroll
// survive. Rows name places in the list of spaces: the list changes between the two.
void SpaceChoiceModel::rebuild(const QList<Space>& spaces)
{
    const QList<Row> wanted = rowsOf(spaces);
    qsizetype head = 0;
    while (head < m_rows.size() && head < wanted.size() && m_rows.at(head).isSame(wanted.at(head)))
        ++head;
    qsizetype tail = 0;
    while (tail < m_rows.size() - head && tail < wanted.size() - head
           && m_rows.at(m_rows.size() - 1 - tail).isSame(wanted.at(wanted.size() - 1 - tail)))
        ++tail;
    const qsizetype removed = m_rows.size() - head - tail;
    const qsizetype added = wanted.size() - head - tail;
    if (removed > 0) {
        beginRemoveRows({}, int(head), int(head + removed - 1));
        m_rows.remove(head, removed);
        endRemoveRows();
    }
    m_spaces = spaces;
    for (qsizetype row = 0; row < m_rows.size(); ++row)
        m_rows[row] = row < head ? wanted.at(row) : wanted.at(row + added);
    if (added > 0) {
        beginInsertRows({}, int(head), int(head + added - 1));
        m_rows = wanted;
        endInsertRows();
    }
}

} // namespace reserve
