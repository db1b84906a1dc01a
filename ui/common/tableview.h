// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTableView>

namespace reserve {

// The tables of the program: hairlines below rows, no grid, whole rows chosen, one fixed row height, head in caption.
// Ctrl+C copies the chosen rows as text with tabs. A table that is edited by typing takes letters, any other leaves
// them to its page. No drag, no word wrap.
class TableView final : public QTableView
{
    Q_OBJECT
public:
    // `rowHeight` at u = 4: design::monitorRow, design::spaceRow, ...
    TableView(const QString& name, int rowHeight, QWidget* parent = nullptr);

    // Column widths by content class, in characters of the body font; 0 takes what is left.
    void setColumnCharacters(const QList<int>& characters);
    // Of a column of so many characters, with its margins.
    int widthFor(int characters, bool isFirst) const;
    // Copies columns too that are not on screen.
    void setCopiesHidden(bool copies) { m_copiesHidden = copies; }

    // These columns give way, alike and down to `least` characters, where the window is too narrow to leave the one
    // that takes what is left as many as `kept`. A width that the user sets by hand stays. Columns of a later call give
    // way after those of an earlier one, with the numbers of the last.
    void setYieldingColumns(const QList<int>& columns, int least, int kept);

    // A click on a head, and sortByCurrentColumn(), ask the model to sort by that column, then the other way round.
    // `column` and `order` are how it stands at first; -1: by none, and a third click leads back to that.
    void setSortable(int column = -1, Qt::SortOrder order = Qt::AscendingOrder);

public Q_SLOTS:
    void sortByCurrentColumn();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Yielding
    {
        int column = 0;
        int wanted = 0; // pixels
    };

    void copySelection() const;
    void giveWay();
    int giveWay(const QList<Yielding>& alike, int lacking); // how much of it they gave
    int titleWidth(int column) const;

    QList<QList<Yielding>> m_yielding; // in the order in which they give way
    int m_leastWidth = 0;
    int m_keptWidth = 0;
    bool m_isGivingWay = false;
    bool m_copiesHidden = false;
};

// What a cell leaves for its content. The first column on screen begins at the page's margin, under the page's title.
QRectF cellContents(const QStyleOptionViewItem& option, const QModelIndex& index);

} // namespace reserve
