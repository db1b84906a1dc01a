// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTableView>

namespace reserve {

// The tables of the program: hairlines below rows, no grid, whole rows chosen, one fixed row height, head in caption.
// Ctrl+C copies the chosen rows as text with tabs. No drag, no word wrap.
class TableView final : public QTableView
{
    Q_OBJECT
public:
    // `rowHeight` at u = 4: design::monitorRow, design::spaceRow, ...
    TableView(const QString& name, int rowHeight, QWidget* parent = nullptr);

    // Column widths by content class, in characters of the body font; 0 takes what is left.
    void setColumnCharacters(const QList<int>& characters);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void copySelection() const;
};

} // namespace reserve
