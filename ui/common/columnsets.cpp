// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/common/columnsets.h"

#include "ui/common/segmentedswitch.h"
#include "ui/common/tableview.h"
#include "ui/theme/metrics.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace reserve {

ColumnSets::ColumnSets(TableView& table, SegmentedSwitch& choice, const ColumnWidth& first,
                       const QList<ColumnSet>& sets)
    : QObject(&table)
    , m_table(table)
    , m_choice(choice)
    , m_first(first)
    , m_sets(sets)
{
    for (int set = 0; set < m_sets.size(); ++set)
        m_choice.addChoice(set, m_sets.at(set).name);
    m_choice.setCurrent(0);
    connect(&m_choice, &SegmentedSwitch::changed, this, &ColumnSets::choose);
    m_table.viewport()->installEventFilter(this);
    m_table.installEventFilter(this);
    fit();
}

void ColumnSets::choose(int set)
{
    if (std::exchange(m_chosen, set) == set)
        return;
    m_choice.setCurrent(set);
    fit();
}

void ColumnSets::reveal(int column)
{
    if (!m_table.isColumnHidden(column))
        return;
    for (int set = 0; set < m_sets.size(); ++set) {
        const QList<ColumnWidth>& columns = m_sets.at(set).columns;
        if (std::any_of(columns.begin(), columns.end(),
                        [column](const ColumnWidth& one) { return one.column == column; }))
            choose(set);
    }
}

int ColumnSets::leastOf(const ColumnSet& set) const
{
    int width = 0;
    for (const ColumnWidth& one : set.columns)
        width += m_table.widthFor(one.least, false);
    return width;
}

// The chosen one, what follows it, and then what stands before it.
QList<int> ColumnSets::setsWithin(int room) const
{
    QList<int> found{m_chosen};
    room -= m_table.widthFor(m_first.least, true) + leastOf(m_sets.at(m_chosen));
    int next = m_chosen + 1;
    for (; next < m_sets.size() && leastOf(m_sets.at(next)) <= room; ++next) {
        found.append(next);
        room -= leastOf(m_sets.at(next));
    }
    if (next < m_sets.size())
        return found;
    for (int before = m_chosen - 1; before >= 0 && leastOf(m_sets.at(before)) <= room; --before) {
        found.prepend(before);
        room -= leastOf(m_sets.at(before));
    }
    return found;
}

void ColumnSets::fit()
{
    const int room = m_table.viewport()->width();
    const QList<int> before = std::exchange(m_shown, setsWithin(room));
    for (int set = 0; set < m_sets.size(); ++set) {
        for (const ColumnWidth& one : m_sets.at(set).columns)
            m_table.setColumnHidden(one.column, !m_shown.contains(set));
    }
    widen(room);
    const bool all = m_shown.size() == m_sets.size();
    m_choice.setVisible(!all);
    foldSwitch();
    if (m_shown != before)
        Q_EMIT shownChanged();
}

// What is left beyond the least goes to those that want it, in their order; the last column takes the rest.
void ColumnSets::widen(int room)
{
    QList<ColumnWidth> columns{m_first};
    for (const int set : std::as_const(m_shown))
        columns += m_sets.at(set).columns;
    for (const ColumnWidth& one : std::as_const(columns))
        room -= m_table.widthFor(one.least, one.column == m_first.column);
    for (const ColumnWidth& one : std::as_const(columns)) {
        const int least = m_table.widthFor(one.least, one.column == m_first.column);
        const int wanted = m_table.widthFor(one.ideal, one.column == m_first.column) - least;
        const int more = std::clamp(room, 0, std::max(0, wanted));
        m_table.setColumnWidth(one.column, least + more);
        room -= more;
    }
}

void ColumnSets::foldSwitch()
{
    m_choice.setFolded(false);
    m_choice.setFolded(m_choice.minimumSizeHint().width() > m_table.width() - 2 * px(design::pageMargin));
}

// Beyond the edge the next set comes, with the cell there.
bool ColumnSets::step(int by)
{
    const QModelIndex current = m_table.currentIndex();
    const int set = by > 0 ? m_shown.last() + 1 : m_shown.first() - 1;
    if (!current.isValid() || set < 0 || set >= m_sets.size())
        return false;
    const QHeaderView* header = m_table.horizontalHeader();
    int edge = by > 0 ? header->count() - 1 : 0;
    while (header->isSectionHidden(header->logicalIndex(edge)))
        edge -= by;
    if (header->logicalIndex(edge) != current.column())
        return false;
    choose(set);
    const QList<ColumnWidth>& columns = m_sets.at(set).columns;
    m_table.setCurrentIndex(current.siblingAtColumn((by > 0 ? columns.first() : columns.last()).column));
    return true;
}

bool ColumnSets::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table.viewport() && event->type() == QEvent::Resize)
        fit();
    if (watched == &m_table && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool mirrored = m_table.layoutDirection() == Qt::RightToLeft;
        if (key->modifiers() == Qt::NoModifier && (key->key() == Qt::Key_Right || key->key() == Qt::Key_Left))
            return step((key->key() == Qt::Key_Right) != mirrored ? 1 : -1);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace reserve
