// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QObject>
#include <QString>

namespace reserve {

class SegmentedSwitch;
class TableView;

// How wide a column has to be, and would like to be, in characters of the body font.
struct ColumnWidth
{
    int column = 0;
    int least = 0;
    int ideal = 0;
};

// Columns that belong together, and what the switch calls them.
struct ColumnSet
{
    QString name;
    QList<ColumnWidth> columns;
};

// Fits a wide table into its place without scrolling sideways: the first column always, beside it the chosen set and as
// many of its neighbours as there is room for. The switch leads to the others, and so do the arrow keys beyond the last
// and before the first column on screen; where all fit it is hidden. Widths that a person gives hold until the place
// changes. Owned by the table; the switch outlives it.
class ColumnSets final : public QObject
{
    Q_OBJECT

public:
    ColumnSets(TableView& table, SegmentedSwitch& choice, const ColumnWidth& first, const QList<ColumnSet>& sets);

    // The sets on screen, from left to right.
    QList<int> shown() const { return m_shown; }
    void choose(int set);
    // Chooses the set of this column where it is not on screen.
    void reveal(int column);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void shownChanged();

private:
    void fit();
    QList<int> setsWithin(int room) const;
    int leastOf(const ColumnSet& set) const;
    void widen(int room);
    void foldSwitch();
    bool step(int by);

    TableView& m_table;
    SegmentedSwitch& m_choice;
    ColumnWidth m_first;
    QList<ColumnSet> m_sets;
    int m_chosen = 0;
    QList<int> m_shown;
};

} // namespace reserve
