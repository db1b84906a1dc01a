// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exporting/rowproblem.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QStandardItemModel;
QT_END_NAMESPACE

namespace reserve {

class Label;
class TableView;

// Why a file was not imported, row by row: line, column, sentence; what was passed over in its head behind them.
// Page-sized.
class ImportSheet final : public QWidget
{
    Q_OBJECT

public:
    explicit ImportSheet(QWidget* parent = nullptr);

    void setReport(const QString& fileName, const ImportReport& report);
    int problemCount() const;

Q_SIGNALS:
    void closeRequested();
    void otherFileRequested();

private:
    void append(const RowProblem& problem);

    Label* m_title;
    Label* m_text;
    TableView* m_table;
    QStandardItemModel* m_model;
};

} // namespace reserve
