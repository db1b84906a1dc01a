// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/monitor/feedscroll.h"

#include "models/items/idtablemodel.h"

#include <QAbstractItemModel>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

#include <utility>

namespace reserve {

FeedScroll::FeedScroll(QTableView* table)
    : QObject(table)
    , m_table(table)
{
    connect(table->model(), &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { rowsCame(first, last); });
    if (auto* model = qobject_cast<IdTableModel*>(table->model())) {
        connect(model, &IdTableModel::loaded, this, [this] {
            if (std::exchange(m_startsOver, false))
                m_table->scrollToTop();
        });
    }
    connect(table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_following || !m_newestFirst || m_startsOver || value == 0)
            return;
        m_following = false;
        Q_EMIT released();
    });
}

void FeedScroll::setFollowing(bool following)
{
    m_following = following;
    if (following && m_newestFirst)
        m_table->scrollToTop();
}

void FeedScroll::startOver(bool newestFirst)
{
    m_newestFirst = newestFirst;
    m_startsOver = true;
}

void FeedScroll::rowsCame(int first, int last)
{
    if (m_startsOver)
        return;
    if (m_following && m_newestFirst) {
        if (first == 0)
            m_table->scrollToTop();
        return;
    }
    QScrollBar* bar = m_table->verticalScrollBar();
    const bool perItem = m_table->verticalScrollMode() == QAbstractItemView::ScrollPerItem;
    const int rowHeight = perItem ? 1 : m_table->verticalHeader()->defaultSectionSize();
    const int firstShown = bar->value() / rowHeight;
    if (first > firstShown)
        return;
    // The table learns of its new length only when it lays itself out next: the bar must have room before.
    const int by = (last - first + 1) * rowHeight;
    bar->setMaximum(bar->maximum() + by);
    bar->setValue(bar->value() + by);
}

} // namespace reserve
