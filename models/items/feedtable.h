// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/items/feedmodel.h"
#include "models/items/itemtexts.h"
#include "models/store/changefeed.h"

namespace reserve {

// A feed as a table of texts that is sorted by its headers. A model says which columns it has, what stands in them, how
// they are headed, and how its rows are read in an order. `Order` names a column and a direction: members `by`,
// `descending` and `isNewestFirst()`.
template<typename Row, typename Order>
class FeedTable : public FeedModel<Row>
{
public:
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override
    {
        if (!hasColumn(column))
            return;
        m_order = {m_columns[column].by, order == Qt::DescendingOrder};
        begin();
        Q_EMIT this->headerDataChanged(Qt::Horizontal, 0, int(m_columns.size()) - 1);
    }

    int columnCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_columns.size());
    }

    QVariant data(const QModelIndex& index, int role) const override
    {
        if (!index.isValid())
            return {};
        if (role == IdTableModel::IdRole)
            return this->idAt(index.row());
        if (role == Qt::TextAlignmentRole)
            return alignment(index.column());
        if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
            return {};
        const Row* row = this->rowAt(index.row());
        if (!row)
            return {};
        return role == Qt::DisplayRole ? listed(*row, index.column()) : text(*row, index.column());
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || !hasColumn(section))
            return {};
        if (role == Qt::TextAlignmentRole)
            return alignment(section);
        if (role == Qt::AccessibleDescriptionRole && m_columns[section].by == m_order.by)
            return sortedText(m_order.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
        return role == Qt::DisplayRole ? title(section) : QVariant();
    }

protected:
    enum class Content { Text, Number };

    struct Column
    {
        typename Order::By by;
        Content content = Content::Text;
    };

    // The model calls begin() when it is whole.
    FeedTable(Store& store, const QList<Column>& columns, QObject* parent)
        : FeedModel<Row>(store, parent)
        , m_columns(columns)
    {
        this->connect(
            &store.changes(), &ChangeFeed::changed, this, [this](const QList<Change>& changes) { take(changes); },
            Qt::QueuedConnection);
    }

    // Reads anew, at the top, after what source() goes by has changed.
    void begin() { this->open(source(m_order)); }

    virtual FeedSource<Row> source(const Order& order) const = 0;
    // Tells noteMoved() which rows the changes are about.
    virtual void take(const QList<Change>& changes) = 0;
    virtual QString text(const Row& row, int column) const = 0;
    // Where the list has room for the beginning alone: tip and screen reader say the whole.
    virtual QString listed(const Row& row, int column) const { return text(row, column); }
    virtual QString title(int column) const = 0;

private:
    bool hasColumn(int column) const { return column >= 0 && column < m_columns.size(); }

    QVariant alignment(int column) const
    {
        return m_columns[column].content == Content::Number ? QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter)
                                                            : QVariant();
    }

    QList<Column> m_columns;
    Order m_order;
};

} // namespace reserve
