// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/common/tableview.h"

#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"

#include <QApplication>
#include <QClipboard>
#include <QFontMetrics>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStyleOption>

#include <algorithm>

namespace reserve {

namespace {

// The page's margin instead of the cells' own.
constexpr int firstColumnMore = design::firstCellPadding - design::cellPadding;

} // namespace

TableView::TableView(const QString& name, int rowHeight, QWidget* parent)
    : QTableView(parent)
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setBackgroundRole(QPalette::Base); // beside the scroll bars too
    setAutoFillBackground(true);
    setWordWrap(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false); // one tab stop
    setCornerButtonEnabled(false);
    setTextElideMode(Qt::ElideRight);
    const int height = std::max(px(rowHeight), QFontMetrics(typeface(Type::Body)).height() + px(4));
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setAccessibleName(name);
}

void TableView::setColumnCharacters(const QList<int>& characters)
{
    QHeaderView* header = horizontalHeader();
    header->setStretchLastSection(!characters.contains(0));
    for (int column = 0; column < characters.size(); ++column) {
        if (characters.at(column) == 0)
            header->setSectionResizeMode(column, QHeaderView::Stretch);
        else
            header->resizeSection(column, std::max(widthFor(characters.at(column), column == 0), titleWidth(column)));
    }
}

int TableView::titleWidth(int column) const
{
    // The head reckons with the margin of the page, which is before the first column alone.
    return model() ? horizontalHeader()->sectionSizeHint(column) - (column == 0 ? 0 : px(firstColumnMore)) : 0;
}

int TableView::widthFor(int characters, bool isFirst) const
{
    return characters * QFontMetrics(typeface(Type::Body)).averageCharWidth() + px(20)
        + (isFirst ? px(firstColumnMore) : 0);
}

void TableView::setYieldingColumns(const QList<int>& columns, int least, int kept)
{
    const int width = QFontMetrics(typeface(Type::Body)).averageCharWidth();
    QHeaderView* header = horizontalHeader();
    m_leastWidth = least * width + px(20);
    m_keptWidth = kept * width + px(20);
    QList<Yielding> alike;
    for (const int column : columns)
        alike.append({column, header->sectionSize(column)});
    const bool isFirstCall = m_yielding.isEmpty();
    m_yielding.append(alike);
    giveWay();
    if (!isFirstCall)
        return;
    connect(header, &QHeaderView::sectionResized, this, [this](int section, int, int) {
        if (m_isGivingWay)
            return;
        for (QList<Yielding>& those : m_yielding)
            those.removeIf([section](const Yielding& yielding) { return yielding.column == section; });
    });
}

void TableView::resizeEvent(QResizeEvent* event)
{
    giveWay();
    QTableView::resizeEvent(event);
}

void TableView::giveWay()
{
    QHeaderView* header = horizontalHeader();
    int needed = 0;
    for (int column = 0; column < header->count(); ++column) {
        if (header->isSectionHidden(column))
            continue;
        needed += header->sectionResizeMode(column) == QHeaderView::Stretch ? m_keptWidth : header->sectionSize(column);
    }
    for (const QList<Yielding>& alike : std::as_const(m_yielding)) {
        for (const Yielding& yielding : alike)
            needed += yielding.wanted - header->sectionSize(yielding.column);
    }
    int lacking = std::max(0, needed - viewport()->width());
    m_isGivingWay = true;
    for (const QList<Yielding>& alike : std::as_const(m_yielding))
        lacking -= giveWay(alike, lacking);
    m_isGivingWay = false;
}

int TableView::giveWay(const QList<Yielding>& alike, int lacking)
{
    const auto spareOf = [this](const Yielding& yielding) { return std::max(0, yielding.wanted - m_leastWidth); };
    int spare = 0;
    for (const Yielding& yielding : alike)
        spare += spareOf(yielding);
    const int given = std::min(lacking, spare);
    for (const Yielding& yielding : alike) {
        const int share = spare > 0 ? spareOf(yielding) * given / spare : 0;
        horizontalHeader()->resizeSection(yielding.column, yielding.wanted - share);
    }
    return given;
}

void TableView::setSortable(int column, Qt::SortOrder order)
{
    QHeaderView* header = horizontalHeader();
    header->setSortIndicator(column, order);
    header->setSortIndicatorClearable(column < 0);
    header->setSortIndicatorShown(true);
    header->setSectionsClickable(true);
    connect(header, &QHeaderView::sortIndicatorChanged, this,
            [this](int section, Qt::SortOrder chosen) { model()->sort(section, chosen); });
}

void TableView::sortByCurrentColumn()
{
    QHeaderView* header = horizontalHeader();
    if (!currentIndex().isValid() || !header->isSortIndicatorShown())
        return;
    const int column = currentIndex().column();
    const bool again = header->sortIndicatorSection() == column && header->sortIndicatorOrder() == Qt::AscendingOrder;
    header->setSortIndicator(column, again ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void TableView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        return copySelection();
    if (editTriggers().testFlag(AnyKeyPressed))
        return QTableView::keyPressEvent(event);
    // Letters are the page's keys; searching by them would look only among the rows that happen to be loaded.
    const bool isLetter = event->key() >= Qt::Key_A && event->key() <= Qt::Key_Z;
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::ShiftModifier;
    if (isLetter && plain && state() != EditingState)
        return event->ignore();
    QTableView::keyPressEvent(event);
}

void TableView::copySelection() const
{
    if (!selectionModel())
        return;
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex& row : std::as_const(rows)) {
        QStringList cells;
        for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
            const int column = horizontalHeader()->logicalIndex(visual);
            if (m_copiesHidden || !isColumnHidden(column))
                cells << row.siblingAtColumn(column).data(Qt::DisplayRole).toString();
        }
        lines << cells.join(u'\t');
    }
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(u'\n'));
}

QRectF cellContents(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const auto* table = qobject_cast<const QTableView*>(option.widget);
    const bool isFirst = table && table->horizontalHeader()->visualIndex(index.column()) == 0;
    const QRectF cell = QRectF(option.rect).adjusted(0, 0, 0, -1);
    return withoutTrailing(
        withoutLeading(cell, px(design::cellPadding) + (isFirst ? px(firstColumnMore) : 0), option.direction),
        px(design::cellTrailing), option.direction);
}

} // namespace reserve
