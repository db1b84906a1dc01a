// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/items/fielddraft.h"
#include "models/items/spacemodel.h"

#include <QPointer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace reserve {

class ChipBar;
class ColumnSets;
class EmptyState;
class SearchField;
class SegmentedSwitch;
class SpaceFinding;
class TableView;

// Exchange Spaces: the table, its filters, and the finding of the chosen row open below it.
class SpacesPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit SpacesPanel(AdminDraft& draft, QWidget* parent = nullptr);

    SpaceModel* model() const { return m_model; }
    TableView* table() const { return m_table; }
    SpaceFinding* finding() const; // nullptr while none is open
    SearchField* searchField() const { return m_search; }
    ColumnSets* columns() const { return m_columns; }
    QPushButton* exportButton() const { return m_export; }

    bool focusField(const FieldPath& path);
    // A cell being edited is draft already; this closes its editor.
    void closeEditor();
    bool clearFilter();
    // The state's column comes before the server's, and the texts of the head's buttons go. They go too where the
    // language needs more room than there is; their names stay.
    void setNarrow(bool narrow);

public Q_SLOTS:
    void addSpace();

Q_SIGNALS:
    void importRequested();
    void exportRequested();
    void traceRequested(reserve::TraceId id);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildHead(QWidget* head);
    void foldHead(bool fold);
    int headWidth() const;
    void fitHead();
    void buildTable();
    void fitColumns();
    void filter();
    void updateCounts();
    void removeSpace();
    void openFinding();
    void placeFinding();

    AdminDraft& m_draft;
    QWidget* m_head = nullptr;
    bool m_narrow = false;
    SpaceModel* m_model;
    SearchField* m_search;
    QPushButton* m_import;
    QPushButton* m_export;
    QPushButton* m_add;
    QPushButton* m_remove;
    ChipBar* m_chips;
    SegmentedSwitch* m_columnChoice;
    ColumnSets* m_columns = nullptr; // owned by the table
    QStackedWidget* m_stack;
    TableView* m_table = nullptr;
    EmptyState* m_empty;
    QPointer<SpaceFinding> m_finding; // owned by the table while it is open
    int m_findingRow = -1;
};

} // namespace reserve
